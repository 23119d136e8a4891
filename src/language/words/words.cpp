#include "language/words/words.h"

#include "base/limits.h"
#include "language/words/unglue.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::words {
namespace {

namespace l = letters;

bool is_word_letter(char32_t c) { return l::is_arabic_letter(c) || l::is_other_letter(c); }

// Cuts one block of the normal text into words.
class Tokeniser {
  public:
    Tokeniser(const NormalText& normal, NormalSpan block, std::uint32_t block_index, const Clitics& clitics,
              std::vector<Word>& out)
        : normal_(normal),
          text_(normal.analysis()),
          at_(block.begin),
          end_(block.end),
          block_(block_index),
          clitics_(clitics),
          out_(out) {}

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
            skip_while([](char32_t x) { return !l::is_space(x) && !l::is_arabic_letter(x); });
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
        if (kind == WordKind::arabic && word.normal.size() <= limits::word_bytes)
            clitics_.split(word, normal_);
        out_.push_back(word);
    }

    const NormalText& normal_;
    std::string_view text_;
    std::uint32_t at_, end_, block_;
    const Clitics& clitics_;
    std::vector<Word>& out_;
};

// Gathers words into sentences.
class SentenceSplitter {
  public:
    SentenceSplitter(const NormalText& normal, std::vector<Word>& words) : normal_(normal), words_(words) {}

    std::vector<Sentence> run() {
        for (std::uint32_t i = 0; i < words_.size(); ++i) {
            if (i > first_ &&
                (words_[i].block != words_[i - 1].block || (ended_ && !closes_quote(words_[i]))))
                close(i);
            if (ends_sentence(i)) ended_ = true;
        }
        close(static_cast<std::uint32_t>(words_.size()));
        return std::move(sentences_);
    }

  private:
    char32_t sign(const Word& word) const {
        return word.kind == WordKind::punctuation ? utf8::at(normal_.analysis(), word.normal.begin).value : 0;
    }

    bool closes_quote(const Word& word) const {
        const char32_t c = sign(word);
        return c == l::right_guillemet || c == l::right_quote || c == l::right_single_quote || c == ')' ||
               c == ']' || c == '.' || (c == '"' && !word.space_before);
    }

    bool ends_sentence(std::uint32_t i) const {
        const char32_t c = sign(words_[i]);
        if (c == '!' || c == '?' || c == l::question_mark || c == l::ellipsis) return true;
        if (c != '.') return false;
        const bool last = i + 1 == words_.size() || words_[i + 1].block != words_[i].block;
        if (last || i == 0) return true;
        if (words_[i + 1].kind == WordKind::number && inside_date(words_[i - 1])) return false;
        return !is_initial(i - 1) && (words_[i + 1].space_before || words_[i + 1].kind == WordKind::arabic ||
                                      words_[i + 1].kind == WordKind::punctuation);
    }

    // "24 . 04 . 2019", "4 Sep. 2021": a full stop between numbers, or behind a short word of another script.
    static bool inside_date(const Word& word) {
        return word.kind == WordKind::number ? word.normal.size() <= 4
                                             : word.kind == WordKind::foreign && word.normal.size() <= 4;
    }

    // A single letter before a full stop is an initial or part of an abbreviation.
    bool is_initial(std::uint32_t i) const {
        const Word& word = words_[i];
        return is_word_letter(utf8::at(normal_.analysis(), word.normal.begin).value) &&
               utf8::count(normal_.analysis(word.normal)) == 1;
    }

    void close(std::uint32_t end) {
        ended_ = false;
        if (end == first_) return;
        for (std::uint32_t i = first_; i < end; ++i)
            words_[i].sentence = static_cast<std::uint32_t>(sentences_.size());
        sentences_.push_back({hull(words_[first_].span, words_[end - 1].span), first_, end});
        first_ = end;
    }

    const NormalText& normal_;
    std::vector<Word>& words_;
    std::vector<Sentence> sentences_;
    std::uint32_t first_ = 0;
    bool ended_ = false;
};

}  // namespace

Words find_words(const Document& document, std::shared_ptr<const NormalText> normal, const Clitics& clitics) {
    std::vector<Word> words;
    for (std::uint32_t i = 0; i < document.blocks().size(); ++i) {
        Tokeniser(*normal, normal->normal(document.blocks()[i].span), i, clitics, words).run();
    }
    unglue(*normal, clitics, words);
    std::vector<Sentence> sentences = SentenceSplitter(*normal, words).run();
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
