#include "language/words/clitics.h"

#include <algorithm>

#include "text/letters.h"
#include "text/spelled.h"
#include "text/spellings.h"
#include "text/utf8.h"

namespace isnad::words {
namespace {

namespace l = letters;
using spellings::al;
using spellings::letter;
using spellings::letter_at;

bool is_conjunction(char32_t c) { return c == l::waw || c == l::feh; }
bool is_preposition(char32_t c) { return c == l::beh || c == l::kaf || c == l::lam; }

}  // namespace

Readings readings_of(std::string_view word) {
    Readings out;
    const auto add = [&](std::size_t skip, bool article) {
        if ((skip > 0 && word.size() < skip + 2 * letter) || out.count == out.items.size()) return;
        out.items[out.count++] = {static_cast<std::uint8_t>(skip), article};
    };
    add(0, false);
    const std::size_t base = is_conjunction(letter_at(word, 0)) ? letter : 0;
    if (base != 0) add(base, false);
    const char32_t next = letter_at(word, base);
    if (is_preposition(next)) {
        const bool article = next == l::lam && letter_at(word, base + letter) == l::lam;
        add(base + letter, article);
        if (article) add(base + letter, false);
    }
    return out;
}

lexicon::Phrase phrase_of(std::string_view word, Reading reading) {
    const std::string_view rest = word.substr(reading.skip);
    if (!reading.article) return lexicon::Phrase{}.then(rest);
    std::array<char, 64> restored{};
    if (rest.size() + letter > restored.size()) return {};
    std::copy(al.begin(), al.end(), restored.begin());
    std::copy(rest.begin() + letter, rest.end(), restored.begin() + 2 * letter);
    return lexicon::Phrase{}.then({restored.data(), rest.size() + letter});
}

Clitics::Clitics(lexicon::LexiconPtr lexicon)
    : lexicon_(std::move(lexicon)),
      facts_(lexicon_),
      model_(*lexicon_),
      found_(new std::atomic<std::uint32_t>[facts_.rows()] {}),
      function_words_(lexicon_->table("function_words").value_or(lexicon::TableId{UINT16_MAX})) {}

bool Clitics::is_function_word(std::string_view search_form) const {
    for (const lexicon::Entry& entry : lexicon_->find(lexicon::Phrase{}.then(search_form)).entries) {
        if (entry.table == function_words_) return true;
    }
    return false;
}

namespace {

std::uint8_t bits_of(const Segments& segments) {
    std::uint8_t bits = segments.article ? proclitic::article : 0;
    if (segments.conjunction != Proclitic::none) bits |= proclitic::conjunction;
    if (segments.preposition == Proclitic::seen)
        bits |= proclitic::future;
    else if (segments.preposition != Proclitic::none)
        bits |= proclitic::preposition;
    return bits;
}

// What is found of a word in one number: a mark that it is there, and its four fields.
constexpr std::uint32_t there = 1;

std::uint32_t packed(const Segments& segments) {
    return there | static_cast<std::uint32_t>(bits_of(segments)) << 1 |
           static_cast<std::uint32_t>(segments.name_begin) << 8 |
           static_cast<std::uint32_t>(segments.stem_begin) << 16 |
           static_cast<std::uint32_t>(bytes_of(segments.enclitic)) << 24;
}

void unpack(std::uint32_t found, Word& out) {
    out.proclitics = static_cast<std::uint8_t>((found >> 1) & 0x7F);
    out.name_begin = static_cast<std::uint8_t>(found >> 8);
    out.stem_begin = static_cast<std::uint8_t>(found >> 16);
    out.enclitic = static_cast<std::uint8_t>(found >> 24);
}

}  // namespace

bool Clitics::split(Word& word, const NormalText& normal) const {
    const std::string_view search = normal.search(word.normal), analysis = normal.analysis(word.normal);
    const WordFacts::Place place = facts_.place(search, analysis);
    if (place.row == facts_.rows()) {
        unpack(reading(search, analysis), word);
        return place.known;
    }
    std::atomic<std::uint32_t>& kept = found_[place.row];
    std::uint32_t found = kept.load(std::memory_order_relaxed);
    if (found == 0) {
        found = reading(search, analysis);
        kept.store(found, std::memory_order_relaxed);
    }
    unpack(found, word);
    return true;
}

// The likeliest reading; names stay whole.
std::uint32_t Clitics::reading(std::string_view search, std::string_view analysis) const {
    if (search.size() > SegmentFeatures::longest_word || !has_plain_letters(search) || facts_.is_name(search))
        return there;
    return packed(model_.best(facts_, search, analysis));
}

}  // namespace isnad::words
