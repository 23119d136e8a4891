#include "language/words/numerals.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string>

#include "language/words/clitics.h"
#include "language/words/numerals_sum.h"
#include "text/letters.h"
#include "text/spelled.h"
#include "text/spellings.h"
#include "text/utf8.h"

namespace isnad::words {
namespace {

namespace l = letters;
using spellings::al;
using spellings::waw;
using Kind = Numerals::Kind;

constexpr std::string_view min = spelled<l::meem, l::noon>;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::size_t longest_word = 40;  // bytes; no number word is longer

double number_in(std::string_view text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

Kind kind_of(std::string_view word) {
    if (word == "unit" || word == "teen_unit" || word == "collective") return Kind::unit;
    if (word == "ten") return Kind::ten;
    if (word == "hundred") return Kind::hundred;
    if (word == "scale") return Kind::scale;
    if (word == "dual") return Kind::dual;
    if (word == "ordinal") return Kind::ordinal;
    if (word == "fraction") return Kind::fraction;
    if (word == "vague") return Kind::vague;
    return Kind::none;
}

// The meaning of a row; "n/4" is a fraction of what stands before it.
Numerals::Meaning meaning_of(std::string_view kind, std::string_view value, bool homograph) {
    Numerals::Meaning out{kind_of(kind), homograph, number_in(value), number_in(value)};
    const std::size_t dash = value.find('-'), slash = value.find('/');
    if (value == ".") out.kind = Kind::point;
    if (out.kind == Kind::vague && dash != std::string_view::npos) {
        out.high = dash + 1 < value.size() ? number_in(value.substr(dash + 1)) : infinity;
    }
    if (out.kind == Kind::fraction) {
        if (slash == std::string_view::npos)
            out.kind = Kind::none;
        else if (value[0] == 'n')
            out = {Kind::parts, homograph, 1 / number_in(value.substr(slash + 1)),
                   1 / number_in(value.substr(slash + 1))};
        else
            out.low = out.high = number_in(value) / number_in(value.substr(slash + 1));
    }
    return out;
}

}  // namespace

void Numerals::Parts::add(const Part& part) {
    if (count_ == items_.size()) return;
    std::size_t place = count_++;
    for (; place > 0 && items_[place - 1].end < part.end; --place) items_[place] = items_[place - 1];
    items_[place] = part;
}

Numerals::Numerals(lexicon::LexiconPtr lexicon)
    : lexicon_(std::move(lexicon)),
      table_(lexicon_->table("numbers").value_or(lexicon::TableId{UINT16_MAX})) {
    if (table_.index == UINT16_MAX) return;
    const std::size_t kind = lexicon_->column(table_, "kind"), value = lexicon_->column(table_, "value"),
                      flags = lexicon_->column(table_, "flags");
    for (std::uint32_t row = 0; row < lexicon_->rows(table_); ++row) {
        const bool homograph = lexicon::Lexicon::has_flag(lexicon_->cell(table_, row, flags), "homograph");
        meanings_.push_back(
            meaning_of(lexicon_->cell(table_, row, kind), lexicon_->cell(table_, row, value), homograph));
        beginnings_.note(lexicon_->cell(table_, row, 0));
        first_words_.note(lexicon_->cell(table_, row, 0));
    }
}

std::optional<Numeral> Numerals::at(const Words& words, std::uint32_t at) const {
    if (at >= words.words.size()) return std::nullopt;
    return NumeralSum(*this, words, at).run();
}

Numerals::Parts Numerals::parts_at(const Words& words, std::uint32_t at) const {
    Parts out;
    const Word& word = words.words[at];
    if (word.kind != WordKind::arabic || word.normal.size() > longest_word) return out;
    const std::string_view search = words.search(word);
    const Readings readings = readings_of(search);
    for (const Reading reading : readings) {
        std::string_view rest = search.substr(reading.skip);
        Part part{
            0, reading.skip, reading.skip == waw.size() && search.starts_with(waw), reading.article, {}};
        if (reading.article) {  // "lil-" leaves one lam of the article
            rest.remove_prefix(std::min(rest.size(), waw.size()));
            if (!rest.empty() && beginnings_.may_begin(rest))
                add_parts(words, at, search.size() - rest.size(), part, out);
            continue;
        }
        if (beginnings_.may_begin(rest)) add_parts(words, at, reading.skip, part, out);
        if (rest.starts_with(al) && rest.size() > al.size() &&
            beginnings_.may_begin(rest.substr(al.size()))) {
            part.definite = true;
            add_parts(words, at, reading.skip + al.size(), part, out);
        }
    }
    return out;
}

// "the third and forty" is an hour with its minutes; the 43rd has the article on both words or on neither.
bool Numerals::is_half_definite(const Words& words, std::uint32_t at, const Part& part) {
    if (!part.definite || part.meaning.kind != Kind::ordinal || part.end != at + 2) return false;
    const std::string_view second = words.search(words.words[at + 1]);
    return second.starts_with(waw) && !second.substr(waw.size()).starts_with(al);
}

// Follows the words from `at`, its first `skip` bytes left out, through the lexicon; later words may carry
// the article.
void Numerals::add_parts(const Words& words, std::uint32_t at, std::size_t skip, Part part,
                         Parts& out) const {
    lexicon::Phrase phrase = lexicon::Phrase{}.then(words.search(words.words[at]).substr(skip));
    if (!first_words_.may_begin(phrase)) return;
    const std::uint32_t sentence_end = words.sentences[words.words[at].sentence].end;
    for (std::uint32_t next = at + 1;; ++next) {
        const lexicon::Found found = lexicon_->find(phrase);
        for (const lexicon::Entry& entry : found.entries) {
            if (entry.table != table_) continue;
            part.end = next;
            part.meaning = meanings_[entry.row];
            // "the number of", "the group of": a noun that is known counts nothing.
            const bool known = part.definite && part.meaning.kind == Kind::vague && part.end > at + 1 &&
                               words.search(words.words[part.end - 1]) == min;
            if (part.meaning.kind != Kind::none && !known && !is_half_definite(words, at, part))
                out.add(part);
        }
        if (!found.longer || next >= sentence_end || words.words[next].kind != WordKind::arabic) return;
        phrase = phrase.then(words.search(words.words[next]));
    }
}

}  // namespace isnad::words
