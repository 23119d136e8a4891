// What the benchmarks read: the pages of examples/, one after the other, again and again.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace isnad::bench {

inline const std::vector<std::string>& pages() {
    static const std::vector<std::string> read = [] {
        std::vector<std::filesystem::path> paths;
        for (const auto& entry : std::filesystem::directory_iterator(ISNAD_EXAMPLES)) {
            if (entry.path().extension() == ".txt") paths.push_back(entry.path());
        }
        std::sort(paths.begin(), paths.end());
        std::vector<std::string> out;
        for (const auto& path : paths) {
            std::ifstream in(path, std::ios::binary);
            out.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
        }
        return out;
    }();
    return read;
}

// About a megabyte of news.
inline const std::string& megabyte() {
    static const std::string text = [] {
        std::string out;
        while (!pages().empty() && out.size() < (1u << 20)) {
            for (const std::string& page : pages()) out += page;
        }
        return out;
    }();
    return text;
}

}  // namespace isnad::bench
