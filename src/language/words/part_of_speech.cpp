#include "language/words/part_of_speech.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "text/letters.h"
#include "text/spelled.h"
#include "text/spellings.h"

namespace isnad::words {
namespace {

namespace l = letters;
using spellings::al;
using spellings::letter;
using spellings::letter_at;
using Part = PartOfSpeech;

struct ClassOfFunctionWord {
    std::string_view name;
    Part part;
};
constexpr std::array classes{ClassOfFunctionWord{"preposition", Part::preposition},
                             ClassOfFunctionWord{"conjunction", Part::conjunction},
                             ClassOfFunctionWord{"complementiser", Part::conjunction},
                             ClassOfFunctionWord{"particle", Part::particle},
                             ClassOfFunctionWord{"negation", Part::particle},
                             ClassOfFunctionWord{"pronoun", Part::pronoun},
                             ClassOfFunctionWord{"demonstrative", Part::pronoun},
                             ClassOfFunctionWord{"relative", Part::pronoun},
                             ClassOfFunctionWord{"interrogative", Part::pronoun},
                             ClassOfFunctionWord{"auxiliary", Part::verb},
                             ClassOfFunctionWord{"adverb", Part::adverb},
                             ClassOfFunctionWord{"quantifier", Part::noun}};

bool has(const Word& word, std::uint8_t bit) { return (word.proclitics & bit) != 0; }

class PartFinder {
  public:
    PartFinder(const Words& words, std::uint32_t index, const Clitics& clitics)
        : words_(words), index_(index), word_(words.words[index]), clitics_(clitics) {
        const std::string_view form = words.search(word_);
        const std::size_t begin = std::min<std::size_t>(word_.stem_begin, form.size());
        stem_ = form.substr(begin,
                            form.size() - begin - std::min<std::size_t>(word_.enclitic, form.size() - begin));
        whole_ = form.substr(std::min<std::size_t>(word_.name_begin, form.size()));
    }

    Part run() {
        if (stem_.empty()) return Part::other;
        const bool definite = has(word_, proclitic::article);
        if (has(word_, proclitic::future)) return Part::verb;
        // what carries a pronoun is told by its stem; behind an article a function word is none
        if (word_.enclitic > 0) std::swap(whole_, stem_);
        for (const std::string_view form : {whole_, stem_}) {
            const bool inside = definite && form.size() < std::max(whole_.size(), stem_.size());
            if (const auto part = inside ? std::nullopt : by_lexicon(form)) return *part;
        }
        if (word_.enclitic > 0) std::swap(whole_, stem_);
        if (definite && is_adjective()) return Part::adjective;
        if (in_name()) return Part::proper;
        if (definite) return nominal();
        if (has(word_, proclitic::preposition)) return leads_verb() ? Part::verb : nominal();
        if (is_verb()) return Part::verb;
        return is_adjective() ? Part::adjective : nominal();
    }

  private:
    std::uint32_t count(std::string_view before, std::string_view form, std::string_view after = {}) const {
        return clitics_.count(std::string(before).append(form).append(after));
    }

    // What the lexicon says of a form; nothing when it says nothing sure.
    std::optional<Part> by_lexicon(std::string_view form) const {
        const lexicon::Lexicon& lexicon = clitics_.lexicon();
        std::optional<Part> out;
        for (const lexicon::Entry& entry : lexicon.find(lexicon::Phrase{}.then(form)).entries) {
            const std::string_view table = lexicon.table_name(entry.table);
            if (table == "function_words") {
                const std::string_view name = lexicon.cell(entry, "class");
                const bool weak = lexicon::Lexicon::has_flag(lexicon.cell(entry, "flags"), "weak");
                if (weak && name != "preposition" && name != "adverb" && name != "auxiliary") continue;
                const auto found = std::find_if(classes.begin(), classes.end(),
                                                [&](const auto& one) { return one.name == name; });
                if (found != classes.end() && (!out || found->part == Part::preposition ||
                                               (found->part == Part::verb && out != Part::preposition)))
                    out = found->part;
            } else if (!out && table == "numbers" && lexicon.cell(entry, "kind") != "ordinal" &&
                       !lexicon::Lexicon::has_flag(lexicon.cell(entry, "flags"), "homograph")) {
                out = Part::number;
            } else if (!out && (table == "verbs_of_saying" || table == "events")) {
                const std::string_view kind = lexicon.cell(entry, "form");
                if (kind == "perfect" || kind == "imperfect" || kind == "passive") {
                    if (count(al, form) < clitics_.count(form)) out = Part::verb;
                }
            }
        }
        if (!out && form == whole_ && clitics_.is_name(form)) out = Part::proper;
        return out;
    }

    // Inside a phrase of a table of names, or a month or weekday.
    bool in_name() const {
        const std::uint32_t first = words_.sentences[word_.sentence].first;
        for (std::uint32_t begin = index_ - std::min<std::uint32_t>(2, index_ - first); begin <= index_;
             ++begin) {
            const Word& opening = words_.words[begin];
            lexicon::Phrase phrase =
                lexicon::Phrase{}.then(words_.search(opening).substr(opening.name_begin));
            for (std::uint32_t end = begin + 1; end < words_.words.size() && end < begin + 4; ++end) {
                const lexicon::Found found = clitics_.lexicon().find(phrase);
                if (end > index_ && holds_name(found, end > begin + 1)) return true;
                if (!found.longer) break;
                phrase = phrase.then(words_.search(words_.words[end]));
            }
        }
        return false;
    }

    bool holds_name(const lexicon::Found& found, bool several) const {
        constexpr std::array names{"persons", "places", "places_cldr", "countries"};
        constexpr std::array days{"months", "weekdays"};
        return std::any_of(found.entries.begin(), found.entries.end(), [&](const lexicon::Entry& entry) {
            const std::string_view table = clitics_.lexicon().table_name(entry.table);
            return (several && std::find(names.begin(), names.end(), table) != names.end()) ||
                   std::find(days.begin(), days.end(), table) != days.end();
        });
    }

    // Next to nothing in the counts: in news it is a name.
    Part nominal() const {
        const std::uint32_t seen = clitics_.count(stem_) + count(al, stem_) + clitics_.count(whole_);
        if (clitics_.is_name(whole_) || clitics_.is_name(stem_)) return Part::proper;
        const bool ending = stem_.ends_with(spelled<l::alef, l::teh>) || stem_.ends_with(spellings::heh) ||
                            stem_.ends_with(spelled<l::yeh, l::noon>) || word_.enclitic > 0;
        if (seen == 0 && letter_at(stem_, 0) == l::yeh && stem_.size() >= 5 * letter && leads() >= 0 &&
            proclitics_allow_verb())
            return Part::verb;
        return seen == 0 && !ending && !has(word_, proclitic::article) ? Part::proper : Part::noun;
    }

    bool proclitics_allow_verb() const {
        return !has(word_, proclitic::article) && !has(word_, proclitic::preposition) &&
               (stem_.ends_with(spelled<l::waw, l::noon>) || word_.enclitic > 0);
    }

    const Word* before() const {
        if (index_ == 0) return nullptr;
        const Word& word = words_.words[index_ - 1];
        return word.sentence == word_.sentence && word.kind == WordKind::arabic ? &word : nullptr;
    }

    // "qad", "lam", "lan", "sawfa", "la": a verb follows. Prepositions: none does.
    int leads() const {
        if (index_ > 0 && words_.words[index_ - 1].kind == WordKind::number) return -1;
        const Word* const word = before();
        if (word == nullptr) return 0;
        const std::string_view form = words_.search(*word).substr(word->name_begin);
        constexpr std::array verbal{spelled<l::qaf, l::dal>, spelled<l::lam, l::meem>,
                                    spelled<l::lam, l::noon>, spelled<l::seen, l::waw, l::feh>};
        constexpr std::array nominal{spelled<l::feh, l::yeh>,          spelled<l::meem, l::noon>,
                                     spelled<l::ain, l::lam, l::yeh>,  spelled<l::alef, l::lam, l::yeh>,
                                     spelled<l::ain, l::noon>,         spelled<l::meem, l::ain>,
                                     spelled<l::beh, l::yeh, l::noon>, spelled<l::kaf, l::lam>};
        if (std::find(verbal.begin(), verbal.end(), form) != verbal.end()) return 1;
        return std::find(nominal.begin(), nominal.end(), form) != nominal.end() ? -1 : 0;
    }

    // Behind li- a verb stands in the present: "li-yaktub".
    bool leads_verb() const {
        return words_.search(word_).substr(0, word_.name_begin).ends_with(spellings::lam) && is_present();
    }

    bool is_present() const {
        const char32_t first = letter_at(stem_, 0);
        if (stem_.size() < 3 * letter) return false;
        const std::string_view rest = stem_.substr(letter);
        const std::uint32_t as_noun = count(al, stem_);
        if (first == l::yeh)
            return count(spellings::teh, rest) + count(spelled<l::seen>, stem_) > as_noun / 4;
        if (first != l::teh && first != l::noon) return false;
        const std::uint32_t other = count(spellings::yeh, rest);
        return other > 0 && other > 2 * as_noun;
    }

    // The past shows in its feminine and its plural, which nouns have not.
    bool is_past() const {
        const std::uint32_t as_noun = count(al, stem_), own = clitics_.count(stem_);
        for (const std::string_view ending :
             {spellings::teh, spellings::waw_alef, spelled<l::teh, l::alef>}) {
            if (!stem_.ends_with(ending) || stem_.size() < ending.size() + 2 * letter) continue;
            const std::string_view base = stem_.substr(0, stem_.size() - ending.size());
            if (as_noun * 2 < own && (clitics_.count(base) > 0 || ending != spellings::teh)) return true;
        }
        const std::uint32_t forms = count({}, stem_, spellings::teh) + count({}, stem_, spellings::waw_alef);
        return forms > as_noun && forms * 8 > own && stem_.size() <= 6 * letter;
    }

    bool is_verb() const {
        const int lead = leads();
        if (lead < 0) return false;
        if (is_present() || is_past()) return true;
        return lead > 0 && count(al, stem_) == 0;
    }

    // Both genders are common, as of adjectives, or the ending of a nisba; behind a noun as definite as it.
    bool is_adjective() const {
        const Word* const noun = before();
        if (noun == nullptr || word_.enclitic > 0) return false;
        if (has(word_, proclitic::conjunction | proclitic::preposition)) return false;
        const bool definite = has(word_, proclitic::article);
        const bool agrees = has(*noun, proclitic::article) || (noun->enclitic > 0 && definite);
        if (definite != agrees && !(definite && clitics_.is_name(words_.search(*noun)))) return false;
        if (!definite && clitics_.is_function_word(words_.search(*noun).substr(noun->name_begin)))
            return false;
        if (definite && has(*noun, proclitic::article)) return !clitics_.is_name(whole_);
        std::string_view base = stem_;
        for (const std::string_view ending : {spelled<l::alef, l::teh>, spelled<l::yeh, l::noon>,
                                              spelled<l::waw, l::noon>, spellings::heh, spellings::alef}) {
            if (!base.ends_with(ending) || base.size() < ending.size() + 3 * letter) continue;
            base.remove_suffix(ending.size());
            break;
        }
        if (base.ends_with(spellings::yeh) && base.size() >= 4 * letter) return true;
        const std::uint32_t male = count(al, base), female = count(al, base, spellings::heh);
        return male > 0 && female > 0 && std::min(male, female) * 12 > std::max(male, female);
    }

    const Words& words_;
    std::uint32_t index_;
    const Word& word_;
    const Clitics& clitics_;
    std::string_view stem_, whole_;
};

}  // namespace

PartOfSpeech part_of_speech(const Words& words, std::uint32_t index, const Clitics& clitics) {
    const Word& word = words.words[index];
    switch (word.kind) {
        case WordKind::arabic: return PartFinder(words, index, clitics).run();
        case WordKind::foreign: return Part::proper;
        case WordKind::number: return Part::number;
        case WordKind::punctuation: return Part::punctuation;
        case WordKind::link: break;
    }
    return Part::other;
}

std::string_view name_of(PartOfSpeech part) {
    constexpr std::array<std::string_view, 12> names{"noun",        "proper",      "verb",        "adjective",
                                                     "preposition", "conjunction", "pronoun",     "particle",
                                                     "adverb",      "number",      "punctuation", "other"};
    return names[static_cast<std::size_t>(part)];
}

}  // namespace isnad::words
