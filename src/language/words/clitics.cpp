#include "language/words/clitics.h"

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

// How much commoner than the word its stem must be for the letter to count as a clitic, by the letter: rare
// clitics need more.
double needed_share(char32_t proclitic) {
    switch (proclitic) {
        case l::waw: return 0.15;
        case l::feh: return 2.0;
        case l::beh: return 0.25;
        case l::lam: return 0.5;
        case l::seen: return 0.5;
        default: return 4.0;
    }
}

struct Enclitic {
    std::span<const char32_t> letters;
    double needed_share;
};

// Pronouns, longest first. The yeh of the first person is left alone: it ends too many other words.
constexpr std::array<char32_t, 3> huma{l::heh, l::meem, l::alef};
constexpr std::array<char32_t, 2> ha{l::heh, l::alef}, hum{l::heh, l::meem}, hunna{l::heh, l::noon},
    kum{l::kaf, l::meem}, na{l::noon, l::alef};
constexpr std::array<char32_t, 1> hu{l::heh}, ka{l::kaf};
constexpr std::array enclitics{Enclitic{huma, 0.5},  Enclitic{ha, 0.5},  Enclitic{hum, 0.5},
                               Enclitic{hunna, 4.0}, Enclitic{kum, 1.0}, Enclitic{na, 3.0},
                               Enclitic{hu, 0.5},    Enclitic{ka, 30.0}};

bool ends_with(std::string_view word, std::span<const char32_t> letters) {
    if (word.size() < letters.size() * letter) return false;
    std::size_t at = word.size() - letters.size() * letter;
    for (const char32_t c : letters) {
        if (letter_at(word, at) != c) return false;
        at += letter;
    }
    return true;
}

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
      counts_(lexicon_),
      function_words_(lexicon_->table("function_words").value_or(lexicon::TableId{UINT16_MAX})) {
    flags_column_.resize(lexicon_->tables());
    for (const std::string_view name : {"countries", "places", "places_cldr", "persons", "organisations",
                                        "agencies", "given_names", "surnames"}) {
        if (const auto table = lexicon_->table(name))
            flags_column_[table->index] = lexicon_->column(*table, "flags");
    }
}

bool Clitics::is_function_word(std::string_view search_form) const {
    for (const lexicon::Entry& entry : lexicon_->find(lexicon::Phrase{}.then(search_form)).entries) {
        if (entry.table == function_words_) return true;
    }
    return false;
}

bool Clitics::is_name(std::string_view search_form) const {
    for (const lexicon::Entry& entry : lexicon_->find(lexicon::Phrase{}.then(search_form)).entries) {
        const std::size_t flags = flags_column_[entry.table.index];
        if (flags != 0 && !lexicon::Lexicon::has_flag(lexicon_->cell(entry, flags), "ambiguous")) return true;
    }
    return false;
}

namespace {

// Splits one word step by step: conjunction, then future or preposition, then article, then a pronoun at the
// end.
class Splitter {
  public:
    // Both forms of one word; only the analysis form tells teh marbuta from the pronoun heh.
    Splitter(const Clitics& clitics, std::string_view search, std::string_view analysis)
        : clitics_(clitics), word_(search), analysis_(analysis) {}

    void split(Word& out) {
        if (word_.size() > 40 || clitics_.is_name(word_)) return;
        if (is_conjunction(next()) && worth(next(), 2)) take(out, proclitic::conjunction);
        out.name_begin = static_cast<std::uint8_t>(at_);
        const bool short_function_word =
            clitics_.is_function_word(word_.substr(at_)) && word_.size() - at_ < 4 * letter;
        if (short_function_word || clitics_.is_name(word_.substr(at_))) {
            // "lqd", "bma": too short to take apart; "w+bkyn": the rest is a name
        } else if (next() == l::seen && is_imperfect(letter_at(word_, at_ + letter)) && worth(l::seen, 3)) {
            take(out, proclitic::future);
        } else if (is_preposition(next())) {
            take_preposition(out);
        }
        if (word_.substr(at_).starts_with(al) && word_.size() - at_ > 2 * letter + letter) {
            out.proclitics |= proclitic::article;
            at_ += 2 * letter;
        }
        take_enclitic(out);
        out.stem_begin = static_cast<std::uint8_t>(at_);
    }

  private:
    char32_t next() const { return letter_at(word_, at_); }
    static bool is_imperfect(char32_t c) {
        return c == l::yeh || c == l::teh || c == l::noon || c == l::alef;
    }

    // Whether taking one more letter leaves a stem that is common enough against what stands now.
    bool worth(char32_t letter_taken, std::size_t least_letters) const {
        const std::string_view rest = word_.substr(at_ + letter);
        if (rest.size() < least_letters * letter) return false;
        if (rest.starts_with(al) && rest.size() > 3 * letter && letter_taken != l::lam) return true;
        double stem = clitics_.count(rest) + (clitics_.is_function_word(rest) ? 50.0 : 0.0);
        if (stem == 0) stem = common_before_pronoun(rest);
        const bool unknown = stem == 0 && clitics_.count(word_.substr(at_)) == 0;
        if (unknown && letter_taken == l::waw) return rest.size() >= 4 * letter;
        return stem > 0 && stem >= needed_share(letter_taken) * clitics_.count(word_.substr(at_));
    }

    // How common a rare form is without the pronoun it may end in, a tenth of it.
    double common_before_pronoun(std::string_view word) const {
        for (const Enclitic& enclitic : enclitics) {
            const std::size_t bytes = enclitic.letters.size() * letter;
            if (ends_with(word, enclitic.letters) && word.size() >= bytes + 3 * letter) {
                return clitics_.count(word.substr(0, word.size() - bytes)) / 10.0;
            }
        }
        return 0;
    }

    void take(Word& out, std::uint8_t bit) {
        out.proclitics |= bit;
        at_ += letter;
    }

    void take_preposition(Word& out) {
        const bool assimilated = next() == l::lam && letter_at(word_, at_ + letter) == l::lam;
        if (assimilated) {
            const std::string definite =
                std::string(al) + std::string(word_.substr(std::min(word_.size(), at_ + 2 * letter)));
            if (word_.size() - at_ <= 3 * letter || clitics_.count(definite) == 0) return;
            take(out, proclitic::preposition);
            out.name_begin = static_cast<std::uint8_t>(at_);
            out.proclitics |= proclitic::article;
            at_ += letter;
        } else if (worth(next(), 3)) {
            take(out, proclitic::preposition);
            out.name_begin = static_cast<std::uint8_t>(at_);
        }
    }

    // A stem before a pronoun shows its teh marbuta as teh; in search form its own last letter is heh. Such a
    // teh before heh is next to never part of the stem, so that it weighs tenfold.
    void take_enclitic(Word& out) const {
        if ((out.proclitics & proclitic::article) != 0) return;
        const std::string_view word = word_.substr(at_);
        for (const Enclitic& enclitic : enclitics) {
            const std::size_t bytes = enclitic.letters.size() * letter;
            if (!ends_with(analysis_, enclitic.letters) || word.size() < bytes + 2 * letter) continue;
            const std::string_view stem = word.substr(0, word.size() - bytes);
            double common = clitics_.count(stem);
            if (clitics_.is_function_word(stem)) common += clitics_.count(word);
            if (letter_at(stem, stem.size() - letter) == l::teh) {
                common += 10.0 * clitics_.count(std::string(stem.substr(0, stem.size() - letter)) +
                                                utf8::encode(l::heh));
            }
            if (common > 0 && common >= enclitic.needed_share * clitics_.count(word)) {
                out.enclitic = static_cast<std::uint8_t>(bytes);
                return;
            }
        }
    }

    const Clitics& clitics_;
    std::string_view word_, analysis_;
    std::size_t at_ = 0;
};

}  // namespace

void Clitics::split(Word& word, const NormalText& normal) const {
    Splitter(*this, normal.search(word.normal), normal.analysis(word.normal)).split(word);
}

}  // namespace isnad::words
