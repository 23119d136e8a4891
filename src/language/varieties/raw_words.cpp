#include "language/varieties/raw_words.h"

#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::varieties {
namespace {

namespace l = letters;

constexpr char32_t non_joiner = 0x200C, urdu_full_stop = 0x06D4;
constexpr std::size_t longest = 64;

bool is_end_of_sentence(char32_t c) {
    return c == '.' || c == '!' || c == '?' || c == '\n' || c == l::question_mark || c == urdu_full_stop ||
           c == l::ellipsis;
}

// An address or a handle is in no language.
bool is_link(std::string_view rest) {
    return rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.") ||
           (rest.size() > 1 && rest[0] == '@' &&
            script_of(static_cast<unsigned char>(rest[1])) == Script::latin);
}

bool is_inside_word(char32_t c) { return l::is_mark(c) || c == l::tatweel; }

}  // namespace

bool RawWords::find_begin(RawWord& word) {
    char32_t last = 0;
    while (at_ < end_) {
        const auto [c, size] = utf8::at(text_, at_);
        if (is_link(text_.substr(at_, end_ - at_))) {
            while (at_ < end_ && !l::is_space(utf8::at(text_, at_).value)) at_ += utf8::at(text_, at_).size;
            continue;
        }
        word.script = script_of(c);
        if (word.script != Script::none) {
            word.after_joiner = last == non_joiner;
            return true;
        }
        last = c;
        at_ += size;
    }
    return false;
}

void RawWords::look_behind(RawWord& word) const {
    for (std::uint32_t at = at_; at < end_;) {
        const auto [c, size] = utf8::at(text_, at);
        if (script_of(c) != Script::none) break;
        if (is_end_of_sentence(c)) {
            word.ends_sentence = true;
            return;
        }
        if (at - at_ > 16) break;
        at += size;
    }
    word.ends_sentence = at_ >= end_;
}

bool RawWords::next(RawWord& word) {
    if (!find_begin(word)) return false;
    letters_.clear();
    form_.clear();
    word.span.begin = at_;
    std::size_t count = 0;
    while (at_ < end_) {
        const auto [c, size] = utf8::at(text_, at_);
        if (!is_inside_word(c)) {
            if (script_of(c) != word.script) break;
            if (++count <= longest) {
                utf8::append(letters_, lower_case(c));
                utf8::append(form_, folded(c));
            }
        }
        at_ += size;
    }
    word.span.end = at_;
    word.letters = letters_;
    word.form = form_;
    look_behind(word);
    return true;
}

}  // namespace isnad::varieties
