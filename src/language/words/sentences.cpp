#include "language/words/sentences.h"

#include "text/letters.h"
#include "text/spelled.h"
#include "text/utf8.h"

namespace isnad::words {
namespace {

namespace l = letters;

bool is_end_sign(char32_t c) {
    return c == '.' || c == '!' || c == '?' || c == l::question_mark || c == l::ellipsis;
}

class SentenceSplitter {
  public:
    SentenceSplitter(const Document& document, const NormalText& normal, std::vector<Word>& words)
        : document_(document), normal_(normal), words_(words) {}

    std::vector<Sentence> run() {
        for (std::uint32_t i = 0; i < words_.size(); ++i) {
            if (i > first_ && words_[i].block != words_[i - 1].block) close(i);
            if (ended_ && goes_on(i))
                ended_ = false;
            else if (ended_ && !closes(i))
                close(i);
            note_bracket(i);
            if (ends_sentence(i)) ended_ = true;
        }
        close(static_cast<std::uint32_t>(words_.size()));
        return std::move(sentences_);
    }

  private:
    char32_t sign(std::uint32_t i) const {
        const Word& word = words_[i];
        return word.kind == WordKind::punctuation ? utf8::at(normal_.analysis(), word.normal.begin).value : 0;
    }
    bool in_block_of(std::uint32_t i, std::uint32_t other) const {
        return other < words_.size() && words_[other].block == words_[i].block;
    }
    std::size_t letters(const Word& word) const { return utf8::count(normal_.analysis(word.normal)); }

    // A comma behind the quotation: its sentence is not over.
    bool goes_on(std::uint32_t i) const {
        const char32_t c = sign(i);
        return c == ',' || c == ';' || c == l::comma || c == l::semicolon;
    }

    // What belongs to the end of a sentence that came before.
    bool closes(std::uint32_t i) const {
        const char32_t c = sign(i);
        return is_end_sign(c) || c == l::right_guillemet || c == l::right_quote ||
               c == l::right_single_quote || c == ')' || c == ']' || (c == '"' && !words_[i].space_before);
    }

    bool ends_sentence(std::uint32_t i) const {
        const char32_t c = sign(i);
        if (!is_end_sign(c) || follows_bracket(i) || inside_bracket(i)) return false;
        if (c == l::ellipsis || is_row_of_points(i)) return !is_pause(i);
        if (c != '.' || i == 0 || !in_block_of(i, i + 1)) return true;
        const Word &before = words_[i - 1], &next = words_[i + 1];
        if (!in_block_of(i, i - 1)) return true;
        if (next.kind == WordKind::number && inside_date(before)) return false;
        if (is_list_number(i) || is_abbreviation(i)) return false;
        return next.space_before || next.kind == WordKind::arabic || next.kind == WordKind::punctuation;
    }

    // "(...)", "(?)": something is left out or doubted.
    bool follows_bracket(std::uint32_t i) const {
        std::uint32_t at = i;
        while (at > first_ && i - at < 3 && is_end_sign(sign(at - 1))) --at;
        return at > first_ && (sign(at - 1) == '(' || sign(at - 1) == '[') && in_block_of(i, at - 1);
    }

    // The bracket that opened last, for as long as it may well be open: no sentence ends in it.
    void note_bracket(std::uint32_t i) {
        const char32_t c = sign(i);
        if (c == '(') bracket_ = i;
        if (c == ')') bracket_ = none;
    }
    bool inside_bracket(std::uint32_t i) const {
        return bracket_ != none && bracket_ > first_ && i - bracket_ <= longest_bracket &&
               in_block_of(i, bracket_);
    }

    bool is_row_of_points(std::uint32_t i) const {
        return sign(i) == '.' &&
               ((i > first_ && sign(i - 1) == '.' && !words_[i].space_before) ||
                (in_block_of(i, i + 1) && sign(i + 1) == '.' && !words_[i + 1].space_before));
    }

    // Points in a row in a headline stand for a colon.
    bool is_pause(std::uint32_t i) const {
        const BlockKind kind = document_.blocks()[words_[i].block].kind;
        return kind == BlockKind::title || kind == BlockKind::deck || kind == BlockKind::subheading;
    }

    // "24 . 04 . 2019", "4 Sep. 2021": a full stop between numbers, or behind a short word of another script.
    static bool inside_date(const Word& word) {
        return (word.kind == WordKind::number || word.kind == WordKind::foreign) && word.normal.size() <= 4;
    }

    // "1. ", "12. " at the beginning of a sentence, and again behind a bracket or dash.
    bool is_list_number(std::uint32_t i) const {
        if (words_[i - 1].kind != WordKind::number || words_[i - 1].normal.size() > 2) return false;
        return i - 1 == first_ || (i - 2 == first_ && words_[i - 2].kind == WordKind::punctuation);
    }

    // A single letter is an initial, unless a number stands before it ("1445 h."); short words that touch
    // ("C.N.N" spelled out) and Latin ones ("Mr. X", "St. John") are parts of one name.
    bool is_abbreviation(std::uint32_t i) const {
        const Word &before = words_[i - 1], &next = words_[i + 1];
        const bool arabic = before.kind == WordKind::arabic;
        if (!arabic && before.kind != WordKind::foreign) return false;
        const std::size_t size = letters(before);
        if (size == 1)
            return !(arabic && next.space_before && i >= first_ + 2 &&
                     words_[i - 2].kind == WordKind::number);
        if (is_domain(next) && !next.space_before && !words_[i].space_before) return true;
        if (next.space_before)
            return !arabic && size <= 3 && next.kind == WordKind::foreign && !words_[i].space_before;
        return arabic && next.kind == WordKind::arabic && size == 2 && letters(next) <= 2 &&
               !words_[i].space_before;
    }

    // The end of an address in Arabic letters: ".net", ".com", ".org".
    bool is_domain(const Word& word) const {
        const std::string_view form = normal_.search(word.normal);
        return form == spelled<l::noon, l::teh> || form == spelled<l::kaf, l::waw, l::meem> ||
               form == spelled<l::alef, l::waw, l::reh, l::ghain>;
    }

    void close(std::uint32_t end) {
        ended_ = false;
        if (end == first_) return;
        for (std::uint32_t i = first_; i < end; ++i)
            words_[i].sentence = static_cast<std::uint32_t>(sentences_.size());
        sentences_.push_back({hull(words_[first_].span, words_[end - 1].span), first_, end});
        first_ = end;
    }

    const Document& document_;
    const NormalText& normal_;
    std::vector<Word>& words_;
    std::vector<Sentence> sentences_;
    static constexpr std::uint32_t none = UINT32_MAX, longest_bracket = 12;  // words
    std::uint32_t first_ = 0, bracket_ = none;
    bool ended_ = false;
};

}  // namespace

std::vector<Sentence> find_sentences(const Document& document, const NormalText& normal,
                                     std::vector<Word>& words) {
    return SentenceSplitter(document, normal, words).run();
}

}  // namespace isnad::words
