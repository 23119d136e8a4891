#include "language/words/words.h"

#include <algorithm>

#include "base/limits.h"
#include "language/words/sentences.h"
#include "language/words/unglue.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::words {
namespace {

namespace l = letters;

// Cuts one block of the normal text into words.
class Tokeniser {
  public:
    Tokeniser(const NormalText& normal, NormalSpan block, std::uint32_t block_index, const Clitics& clitics,
              std::vector<Word>& out, std::vector<std::size_t>& unknown)
        : normal_(normal),
          text_(normal.analysis()),
          at_(block.begin),
          end_(block.end),
          block_(block_index),
          clitics_(clitics),
          out_(out),
          unknown_(unknown) {}

    void run() {
        bool space = true;
        while (at_ < end_ && out_.size() < limits::annotations_per_layer) {
            const auto [c, size] = utf8::at(text_, at_);
            if (l::is_space(c)) {
                space = true;
                at_ += size;
                continue;
            }
            const std::uint32_t begin = at_;
            add(kind_and_end(c, size), begin, space);
            space = false;
        }
    }

  private:
    // Moves at_ behind the word that begins here and tells its kind.
    WordKind kind_and_end(char32_t c, std::uint32_t size) {
        if (is_link()) {
            skip_link();
            return WordKind::link;
        }
        if (c < 0x80 && is_ascii_word(c) && is_mail_address()) {
            skip_while([](char32_t x) { return is_ascii_word(x) || is_mail_sign(x) || x == '@'; });
            leave_signs();
            return WordKind::link;
        }
        if (l::is_digit(c)) {
            skip_number();
            return WordKind::number;
        }
        if (l::is_arabic_letter(c)) {
            skip_while(l::is_arabic_letter);
            return WordKind::arabic;
        }
        if (l::is_other_letter(c)) {
            skip_while([](char32_t x) { return l::is_other_letter(x) || l::is_digit(x); });
            return WordKind::foreign;
        }
        at_ += size;
        return WordKind::punctuation;
    }

    bool is_link() const {
        const std::string_view rest = text_.substr(at_, end_ - at_);
        if (rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www."))
            return true;
        return rest.size() > 1 && rest[0] == '@' && l::is_other_letter(static_cast<unsigned char>(rest[1]));
    }

    static bool is_ascii_word(char32_t c) {
        return l::is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    static bool is_mail_sign(char32_t c) { return c == '.' || c == '_' || c == '-' || c == '+'; }

    // "name.of-somebody@place": the sign within 64 bytes, a letter behind it.
    bool is_mail_address() const {
        const std::string_view near = text_.substr(at_, std::min<std::size_t>(end_ - at_, 66));
        for (std::size_t i = 0; i + 1 < near.size(); ++i) {
            const auto c = static_cast<unsigned char>(near[i]);
            if (c == '@') return is_ascii_word(static_cast<unsigned char>(near[i + 1]));
            if (!is_ascii_word(c) && !is_mail_sign(c)) return false;
        }
        return false;
    }

    // An address goes on to white space or an Arabic letter; a handle has letters, digits and low lines.
    void skip_link() {
        const std::uint32_t begin = at_++;
        if (text_[begin] == '@') {
            skip_while(
                [](char32_t x) { return l::is_other_letter(x) || l::is_digit(x) || x == '_' || x == '.'; });
        } else {
            skip_while([](char32_t x) { return !l::is_space(x) && !l::is_arabic_letter(x); });
        }
        leave_signs();
    }

    // The signs at the end of an address belong to its sentence.
    void leave_signs() {
        while (at_ > 1) {
            const auto [c, size] = utf8::before(text_, at_);
            const bool sign = c == '.' || c == ',' || c == ':' || c == ';' || c == '!' || c == '?' ||
                              c == ')' || c == ']' || c == '"' || c == l::comma || c == l::semicolon ||
                              c == l::question_mark || c == l::right_guillemet || c == l::right_quote ||
                              c == l::ellipsis;
            if (!sign) return;
            at_ -= size;
        }
    }

    template <class Test>
    void skip_while(Test belongs) {
        while (at_ < end_) {
            const auto [c, size] = utf8::at(text_, at_);
            if (!belongs(c)) return;
            at_ += size;
        }
    }

    // Digits, with a full stop or a comma (Latin or Arabic) where digits stand on both sides.
    void skip_number() {
        while (true) {
            skip_while(l::is_digit);
            if (at_ >= end_) return;
            const auto [c, size] = utf8::at(text_, at_);
            if (c != '.' && c != ',' && c != l::comma) return;
            if (at_ + size >= end_ || !l::is_digit(utf8::at(text_, at_ + size).value)) return;
            at_ += size;
        }
    }

    void add(WordKind kind, std::uint32_t begin, bool space) {
        Word word;
        word.normal = {begin, at_};
        word.span = normal_.original(word.normal);
        word.kind = kind;
        word.space_before = space;
        word.block = block_;
        if (kind == WordKind::arabic && word.normal.size() <= limits::word_bytes &&
            !clitics_.split(word, normal_))
            unknown_.push_back(out_.size());
        out_.push_back(word);
    }

    const NormalText& normal_;
    std::string_view text_;
    std::uint32_t at_, end_, block_;
    const Clitics& clitics_;
    std::vector<Word>& out_;
    std::vector<std::size_t>& unknown_;  // indices of the words that no table has as they stand
};

}  // namespace

Words find_words(const Document& document, std::shared_ptr<const NormalText> normal, const Clitics& clitics) {
    std::vector<Word> words;
    std::vector<std::size_t> unknown;
    for (std::uint32_t i = 0; i < document.blocks().size(); ++i) {
        Tokeniser(*normal, normal->normal(document.blocks()[i].span), i, clitics, words, unknown).run();
    }
    unglue(*normal, clitics, unknown, words);
    std::vector<Sentence> sentences = find_sentences(document, *normal, words);
    return {std::move(normal), Layer<Word>(std::move(words)), Layer<Sentence>(std::move(sentences))};
}

std::vector<Problem> note_glued(const Words& words) {
    constexpr std::size_t most = 20;
    std::vector<Problem> out;
    const auto is_lost_space = [&](std::size_t at) {
        const Word &word = words.words[at], &next = words.words[at + 1];
        return word.kind == WordKind::arabic && next.kind == WordKind::arabic &&
               word.normal.end == next.normal.begin && word.block == next.block;
    };
    for (std::size_t i = 0; i + 1 < words.words.size() && out.size() < most; ++i) {
        if (!is_lost_space(i)) continue;
        const std::size_t first = i;
        while (i + 1 < words.words.size() && is_lost_space(i)) ++i;
        out.push_back({"glued_words", Severity::note, "a space is lost: read as several words",
                       hull(words.words[first].span, words.words[i].span), std::nullopt});
    }
    return out;
}

}  // namespace isnad::words
