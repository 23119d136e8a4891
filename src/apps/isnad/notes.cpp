#include "apps/isnad/notes.h"

#include <algorithm>
#include <cstdio>

namespace isnad::apps {

namespace {

// Names and addresses come from anywhere: what would steer a terminal is shown, not sent.
std::string harmless(const std::string& text) {
    constexpr const char* digits = "0123456789abcdef";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != 0x7F)
            out += c;
        else
            out += {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
    }
    return out;
}

// "page.html", or "pages.warc [record 12]".
std::string with_part(const std::string& path, const std::string& part) {
    return part.empty() ? path : path + " [" + part + "]";
}

}  // namespace

int status_of(const Error& error) {
    return error.kind == ErrorKind::environment ? exit_environment : exit_input;
}

void Notes::raise(int status) { status_ = std::max(status_, status); }

void Notes::tell(const std::string& text, int status) {
    raise(status);
    if (!quiet_) std::fprintf(stderr, "isnad: %s\n", harmless(text).c_str());
}

void Notes::tell(const Error& error) { tell(error.text(), status_of(error)); }

void Notes::tell(const Problem& problem, const std::string& path, const std::string& part) {
    Place place{.file = with_part(path, part), .byte = problem.byte};
    if (!place.byte && problem.span) place.byte = problem.span->begin;
    tell(Error{problem.code, problem.what, place}.text(),
         problem.severity == Severity::error ? exit_input : exit_done);
}

void Notes::tell(const engine::Reading& reading) {
    if (reading.failed) {
        Error error = *reading.failed;
        error.place.file = with_part(error.place.file, reading.origin.part);
        return tell(error.text(), reading.severity == Severity::error ? status_of(error) : exit_done);
    }
    for (const Problem& problem : reading.analysis->problems)
        tell(problem, reading.origin.path, reading.origin.part);
}

bool Notes::write(const std::string& text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size()) return true;
    raise(exit_environment);
    return false;
}

int Notes::finish() {
    if (std::fflush(stdout) != 0) raise(exit_environment);
    return status_;
}

int with_lexicon(const Options& options,
                 const std::function<int(const lexicon::Lexicon&, const engine::Knowledge&)>& verb) {
    const auto lexicon = engine::load_lexicon(options.lexicon_image, options.lexicon);
    if (!lexicon) {
        std::fprintf(stderr, "isnad: %s\n", lexicon.error().text().c_str());
        return options.lexicon ? status_of(lexicon.error()) : exit_environment;
    }
    const engine::Knowledge knowledge(lexicon.value());
    return verb(*lexicon.value(), knowledge);
}

}  // namespace isnad::apps
