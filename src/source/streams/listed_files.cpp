#include "source/streams/listed_files.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

namespace isnad::source {
namespace {

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

}  // namespace

std::optional<ListedFile> ListedFiles::next() {
    for (;;) {
        if (!folders_.empty()) {
            if (auto file = next_in_folder()) {
                any_ = true;
                return file;
            }
            if (!any_)
                return any_ = true, ListedFile{(*inputs_)[at_ - 1], 0,
                                               Error{"empty_directory",
                                                     "the directory holds no files",
                                                     {.file = (*inputs_)[at_ - 1]}}};
        }
        if (at_ == inputs_->size()) return std::nullopt;
        if (auto file = begin_input((*inputs_)[at_++])) return file;
    }
}

// A file, or nothing when a directory was entered.
std::optional<ListedFile> ListedFiles::begin_input(const std::string& input) {
    struct stat about {};
    entered_.clear();
    any_ = false;
    if (input == "-" || ::stat(input.c_str(), &about) != 0) return ListedFile{input};
    if (!S_ISDIR(about.st_mode))
        return ListedFile{input, S_ISREG(about.st_mode) ? static_cast<std::uint64_t>(about.st_size) : 0};
    if (auto failed = enter(input)) return ListedFile{input, 0, std::move(failed)};
    return std::nullopt;
}

// Reads the names of a directory; one that was entered before is left out without an error.
std::optional<Error> ListedFiles::enter(const std::string& path) {
    const std::unique_ptr<DIR, CloseFolder> opened(::opendir(path.c_str()));
    struct stat about {};
    if (opened == nullptr || ::fstat(::dirfd(opened.get()), &about) != 0)
        return Error{"cannot_read", std::strerror(errno), {.file = path}};
    if (!entered_.emplace(about.st_dev, about.st_ino).second) return std::nullopt;
    Folder folder{path.ends_with('/') ? path : path + "/", {}};
    while (const dirent* entry = ::readdir(opened.get())) {
        if (entry->d_name[0] != '.') folder.names.emplace_back(entry->d_name);
    }
    std::sort(folder.names.begin(), folder.names.end());
    folders_.push_back(std::move(folder));
    return std::nullopt;
}

std::optional<ListedFile> ListedFiles::next_in_folder() {
    while (!folders_.empty()) {
        Folder& folder = folders_.back();
        if (folder.at == folder.names.size()) {
            folders_.pop_back();
            continue;
        }
        const std::string path = folder.path + folder.names[folder.at++];
        struct stat about {};
        if (::stat(path.c_str(), &about) != 0) {
            const bool loop = errno == ELOOP;
            if (!loop) return ListedFile{path};  // opening it says what is wrong
        } else if (S_ISREG(about.st_mode)) {
            return ListedFile{path, static_cast<std::uint64_t>(about.st_size)};
        } else if (S_ISDIR(about.st_mode)) {
            if (auto failed = enter(path)) return ListedFile{path, 0, std::move(failed)};
        }
    }
    return std::nullopt;
}

}  // namespace isnad::source
