#include "language/names/commonness.h"

#include <algorithm>
#include <cstring>

#include "language/names/letters_of_names.h"

namespace isnad::names {
namespace {

constexpr std::size_t letter = 2;
constexpr std::uint32_t too_frequent = 600;  // a word this frequent would stand in a table were it a name
constexpr std::uint32_t enough = 12;         // occurrences of the other forms
constexpr double share = 0.2;                // of the word's own

// A form put together of up to three parts, without allocation; too long gives an empty one.
class Form {
  public:
    Form(std::string_view a, std::string_view b, std::string_view c = {}) {
        for (const std::string_view part : {a, b, c}) {
            if (size_ + part.size() > buffer_.size()) {
                size_ = 0;
                return;
            }
            std::copy(part.begin(), part.end(), buffer_.begin() + size_);
            size_ += part.size();
        }
    }
    operator std::string_view() const { return {buffer_.data(), size_}; }

  private:
    std::array<char, 96> buffer_{};
    std::size_t size_ = 0;
};

}  // namespace

bool Commonness::is_common(std::string_view word) const {
    if (word.size() <= 2 * letter) return true;
    return clitics_.count(word) >= too_frequent || has_forms(word);
}

bool Commonness::has_forms(std::string_view word) const {
    if (other_persons(word) >= 3 && other_persons(word) >= share * clitics_.count(word)) return true;
    return related(word) >= std::max<double>(enough, share * clitics_.count(word));
}

bool Commonness::may_be_surname(std::string_view word) const {
    const bool noun = !text::is_definite(word) && clitics_.count(Form(text::article, word)) >= enough;
    const bool verb = other_persons(word) >= enough || with_ending(word, text::waw + text::alef) >= enough;
    return !noun && !verb && !is_joined(word) && with_ending(word, text::heh) < enough &&
           with_ending(word, text::teh) < enough;
}

// Without a conjunction or preposition that the counts do not bear out as part of the word.
bool Commonness::is_joined(std::string_view word) const {
    if (word.size() < 5 * letter) return false;
    if (word.starts_with(text::lam + text::lam)) return true;
    const char32_t first = utf8::at(word, 0).value;
    const bool proclitic = first == letters::waw || first == letters::feh || first == letters::beh ||
                           first == letters::lam || first == letters::kaf || first == letters::seen;
    const std::string_view rest = word.substr(letter);
    if (proclitic && first != letters::seen && text::is_definite(rest)) return true;
    if (!proclitic || clitics_.count(rest) < std::max(30u, 2 * clitics_.count(word))) return false;
    return clitics_.is_function_word(rest) || is_common(rest);
}

bool Commonness::is_inflected(std::string_view form, const Word& word) const {
    const std::size_t begin = word.stem_begin, end = form.size() - word.enclitic;
    if (begin >= end) return true;
    const std::string_view stem = form.substr(begin, end - begin);
    if (clitics_.is_function_word(stem)) return true;
    const std::uint32_t own = clitics_.count(form);
    return clitics_.count(stem) > std::max(20u, own);
}

std::uint32_t Commonness::with_ending(std::string_view word, std::string_view ending) const {
    return clitics_.count(Form(word, ending));
}

std::uint32_t Commonness::related(std::string_view word) const {
    const bool definite = text::is_definite(word);
    const std::string_view bare = definite ? word.substr(text::article.size()) : word;
    std::uint32_t sum = definite ? clitics_.count(bare) + with_ending(word, text::heh)
                                 : clitics_.count(Form(text::article, word));
    if (!definite) {
        sum += with_ending(word, text::teh) + with_ending(word, text::waw + text::alef) +
               with_ending(word, text::heh + text::alef);
        sum += other_persons(word) + clitics_.count(Form(text::seen, word));
    }
    return sum + without_ending(bare);
}

// The word without an ending of gender, number or person; only long stems tell. Teh before a pronoun was a
// teh marbuta. A dual or plural counts only if its other case occurs too: foreign names end in -in, -an and
// -un as well.
std::uint32_t Commonness::without_ending(std::string_view word) const {
    struct Ending {
        std::string form, other;
    };
    static const std::array endings{Ending{text::heh, ""},
                                    Ending{text::waw + text::noon, text::yeh + text::noon},
                                    Ending{text::yeh + text::noon, text::waw + text::noon},
                                    Ending{text::alef + text::noon, text::yeh + text::noon},
                                    Ending{text::alef + text::teh, text::heh},
                                    Ending{text::heh + text::alef, ""},
                                    Ending{text::heh + text::meem, ""},
                                    Ending{text::waw + text::alef, ""},
                                    Ending{text::alef, ""},
                                    Ending{text::noon + text::alef, ""},
                                    Ending{text::teh, ""}};
    std::uint32_t most = 0;
    for (const Ending& ending : endings) {
        if (!word.ends_with(ending.form) || word.size() < ending.form.size() + 3 * letter) continue;
        const std::string_view stem = word.substr(0, word.size() - ending.form.size());
        if (!ending.other.empty() && with_ending(stem, ending.other) < enough) continue;
        const std::uint32_t count = clitics_.count(stem);
        if (stem.size() > 3 * letter || count >= 60) most = std::max(most, count);
        if (stem.ends_with(text::teh))
            most = std::max(most, clitics_.count(Form(stem.substr(0, stem.size() - letter), text::heh)));
    }
    return most >= 15 ? most : 0;
}

// An imperfect verb stands in several persons: yaktub, taktub, naktub.
std::uint32_t Commonness::other_persons(std::string_view word) const {
    if (word.size() < 4 * letter) return 0;
    const std::string_view rest = word.substr(letter);
    const bool several = word.ends_with(text::alef + text::noon) || word.ends_with(text::waw + text::noon);
    if (several && word.size() > 5 * letter && (word.starts_with(text::yeh) || word.starts_with(text::teh))) {
        return clitics_.count(word.substr(0, word.size() - 2 * letter)) > 0 ? enough : 0;
    }
    if (word.starts_with(text::yeh))
        return clitics_.count(Form(text::teh, rest)) + clitics_.count(Form(text::noon, rest));
    if (word.starts_with(text::teh)) return clitics_.count(Form(text::yeh, rest));
    if (word.starts_with(text::noon)) return clitics_.count(Form(text::yeh, rest));
    return 0;
}

}  // namespace isnad::names
