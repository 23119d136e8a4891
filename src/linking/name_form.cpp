#include "linking/name_form.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "lexicon/phrase.h"
#include "linking/name_costs.h"
#include "text/letters.h"
#include "text/spelled.h"
#include "text/transliteration.h"
#include "text/utf8.h"

namespace isnad::linking {
namespace {

namespace l = letters;

constexpr std::string_view article = spelled<l::alef, l::lam>;
constexpr std::string_view abd = spelled<l::ain, l::beh, l::dal>;
constexpr std::string_view bin = spelled<l::beh, l::noon>, ibn = spelled<l::alef, l::beh, l::noon>;
constexpr std::string_view bu = spelled<l::beh, l::waw>, abu = spelled<l::alef, l::beh, l::waw>,
                           abi = spelled<l::alef, l::beh, l::yeh>, aba = spelled<l::alef, l::beh, l::alef>;
constexpr std::string_view for_the = spelled<l::lam, l::lam>;
constexpr std::size_t letter = 2;        // bytes
constexpr std::uint32_t frequent = 150;  // occurrences in 8.8 million words
constexpr std::size_t most_parts = 12;

// Foreign particles: di/de, van/fan/von, du, la, ben.
constexpr std::array<std::string_view, 6> particles{
    spelled<l::dal, l::yeh>, spelled<l::feh, l::alef, l::noon>, spelled<l::feh, l::waw, l::noon>,
    spelled<l::dal, l::waw>, spelled<l::lam, l::alef>,          spelled<l::dal, l::alef>};

// What opens a part that goes on in the next word; empty when the word stands by itself.
std::string_view opening_of(std::string_view word) {
    if (word == abd || word == bin || word == bu) return word;
    if (word == ibn) return bin;
    if (word == abu || word == abi || word == aba) return bu;
    if (word == article) return article;
    return std::find(particles.begin(), particles.end(), word) != particles.end() ? word : std::string_view();
}

std::string without_article(std::string_view word) {
    const bool has = word.starts_with(article) && word.size() >= article.size() + 2 * letter;
    return std::string(word.substr(has ? article.size() : 0));
}

// "abdalkafi", "abualfadl": the article inside goes, and "abu" meets "bu".
std::string without_inner_article(std::string word) {
    if (word.starts_with(abu) && word.size() >= abu.size() + 3 * letter) word.erase(0, letter);
    for (const std::string_view opening : {abd, bu, bin}) {
        if (word.starts_with(opening) && std::string_view(word).substr(opening.size()).starts_with(article) &&
            word.size() >= opening.size() + article.size() + 2 * letter)
            word.erase(opening.size(), article.size());
    }
    return word;
}

bool puts_family_first(std::string_view origin) {
    return origin == "chinese" || origin == "korean" || origin == "vietnamese";
}

std::u32string decoded(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = utf8::at(text, at);
        out += c;
        at += size;
    }
    return out;
}

}  // namespace

std::vector<std::string> parts_of(std::string_view normal) {
    std::vector<std::string> parts;
    std::string opening;
    for (const std::string_view word : lexicon::words_of(normal)) {
        if (parts.size() == most_parts) break;
        const std::string_view open = opening_of(word);
        if (!open.empty()) {
            opening += open == article ? std::string_view() : open;
            continue;
        }
        parts.push_back(opening.empty() ? without_inner_article(std::string(word))
                                        : opening + without_article(word));
        opening.clear();
    }
    if (!opening.empty()) parts.push_back(opening);
    return parts;
}

std::string sound_of(std::string_view letters) {
    static const std::string yeh = utf8::encode(l::yeh), jeem = utf8::encode(l::jeem),
                             heh = utf8::encode(l::heh), alef = utf8::encode(l::alef);
    std::string key = transliteration_key(letters);
    if (key.starts_with(yeh)) key.replace(0, letter, jeem);
    if ((key.starts_with(heh) || key.starts_with(alef)) && key.size() > letter) key.erase(0, letter);
    return key;
}

NameForms::NameForms(const lexicon::Lexicon& lexicon)
    : lexicon_(lexicon),
      given_names_(lexicon.table_or_none("given_names")),
      surnames_(lexicon.table_or_none("surnames")),
      name_nouns_(lexicon.table_or_none("name_nouns")),
      word_counts_(lexicon.table_or_none("word_counts")) {
    if (given_names_.index != UINT16_MAX) {
        origin_ = lexicon.column(given_names_, "origin");
        given_english_ = lexicon.column(given_names_, "en");
        gender_ = lexicon.column(given_names_, "gender");
    }
    if (surnames_.index != UINT16_MAX) {
        surname_english_ = lexicon.column(surnames_, "en");
        surname_origin_ = lexicon.column(surnames_, "origin");
    }
    if (word_counts_.index != UINT16_MAX) count_ = lexicon.column(word_counts_, "count");
    if (name_nouns_.index == UINT16_MAX) return;
    noun_type_ = lexicon.column(name_nouns_, "type");
    noun_span_ = lexicon.column(name_nouns_, "span");
}

std::uint32_t NameForms::count_of(std::string_view word) const {
    std::uint32_t sum = 0;
    for (const lexicon::Entry& entry : lexicon_.find(lexicon::Phrase{}.then(word)).entries) {
        if (entry.table != word_counts_) continue;
        const std::string_view cell = lexicon_.cell(entry, count_);
        std::uint32_t count = 0;
        std::from_chars(cell.data(), cell.data() + cell.size(), count);
        sum += count;
    }
    return sum;
}

NamePart NameForms::part_of(const std::string& letters) const {
    NamePart part;
    const std::string bare = without_article(letters);
    part.letters = decoded(letters);
    part.folded = arabic_letters(letters);
    part.sound = sound_of(bare);
    part.counted = count_of(letters) > 0;
    part.son = letters.starts_with(bin) && letters.size() >= bin.size() + 3 * letter;
    for (const lexicon::Entry& entry : lexicon_.find(lexicon::Phrase{}.then(letters)).entries) {
        if (entry.table == surnames_) {
            part.family_first = part.family_first || puts_family_first(lexicon_.cell(entry, surname_origin_));
            if (part.surname_english.empty()) part.surname_english = lexicon_.cell(entry, surname_english_);
        }
        if (entry.table != given_names_) continue;
        part.listed = true;
        part.family_first = part.family_first || puts_family_first(lexicon_.cell(entry, origin_));
        if (part.given_english.empty()) {
            part.given_english = lexicon_.cell(entry, given_english_);
            part.gender = lexicon_.cell(entry, gender_);
        }
        if (!lexicon_.cell(entry, origin_).starts_with("arabic")) continue;
        part.given = std::min(part.given, entry.row);
    }
    return part;
}

// How many words in front are a class noun that a name of this type also goes without.
std::size_t NameForms::class_nouns(const std::vector<std::string>& words, NameType type) const {
    const std::string_view wanted = type == NameType::organisation ? "organisation"
                                    : type == NameType::place      ? "place"
                                    : type == NameType::facility   ? "facility"
                                                                   : "product";
    lexicon::Phrase phrase;
    std::size_t found = 0;
    for (std::size_t i = 0; i + 1 < words.size() && i < 3; ++i) {
        phrase = phrase.then(words[i]);
        for (const lexicon::Entry& entry : lexicon_.find(phrase).entries) {
            if (entry.table == name_nouns_ && lexicon_.cell(entry, noun_type_) == wanted &&
                lexicon_.cell(entry, noun_span_) == "out")
                found = i + 1;
        }
    }
    return found;
}

// Whether a word is a class noun of bodies: ministry, bank, party.
bool NameForms::opens_with_noun(std::string_view word) const {
    const auto entries = lexicon_.find(lexicon::Phrase{}.then(word)).entries;
    return std::any_of(entries.begin(), entries.end(), [&](const lexicon::Entry& entry) {
        return entry.table == name_nouns_ && lexicon_.cell(entry, noun_type_) == "organisation";
    });
}

NameForm NameForms::read(std::string_view normal, NameType type) const {
    NameForm form;
    std::vector<std::string> words = parts_of(normal);
    form.common = words.size() >= 2 && opens_with_noun(words.front());
    for (const std::string& word : words) {
        form.parts.push_back(part_of(word));
        form.unspaced += word;
        form.glued += without_article(word);
        if (count_of(word) < frequent) form.common = false;
    }
    form.whole = decoded(form.glued);
    form.frail = type == NameType::person && form.parts.size() == 2 && form.parts[0].given != UINT32_MAX &&
                 form.parts[1].given != UINT32_MAX;
    const std::size_t nouns = type == NameType::person ? 0 : class_nouns(words, type);
    if (nouns > 0) {
        while (words.size() > nouns + 1 && words.back().starts_with(for_the)) words.pop_back();
    }
    for (std::size_t i = nouns; i < words.size(); ++i) form.core += without_article(words[i]);
    if (type != NameType::person && words.size() == nouns + 1 && count_of(words.back()) == 0)
        form.rare_core = decoded(form.core);
    return form;
}

}  // namespace isnad::linking
