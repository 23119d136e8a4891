#include "linking/english_names.h"

#include <algorithm>
#include <array>

#include "lexicon/phrase.h"
#include "linking/spelling.h"
#include "text/normalise.h"
#include "text/spelled.h"
#include "text/spellings.h"

namespace isnad::linking {
namespace {

namespace l = letters;

constexpr std::size_t most_words = 8, longest_known = 3;
constexpr std::string_view servant = spelled<l::ain, l::beh, l::dal>;

struct Connective {
    std::string_view ar, en;
};
// Words between the parts of Arab names, in search form; "al" of families is told by its madda.
constexpr std::array<Connective, 10> connectives{{{spelled<l::beh, l::noon>, "bin"},
                                                  {spelled<l::alef, l::beh, l::noon>, "ibn"},
                                                  {spelled<l::beh, l::noon, l::teh>, "bint"},
                                                  {spelled<l::alef, l::beh, l::waw>, "Abu"},
                                                  {spelled<l::alef, l::beh, l::yeh>, "Abi"},
                                                  {spelled<l::beh, l::waw>, "Bou"},
                                                  {spelled<l::alef, l::meem>, "Umm"},
                                                  {spelled<l::waw, l::lam, l::dal>, "Ould"},
                                                  {servant, "Abd"},
                                                  {spelled<l::alef, l::lam>, "Al"}}};

std::string_view connective(std::string_view word) {
    const auto at = std::find_if(connectives.begin(), connectives.end(),
                                 [&](const Connective& one) { return one.ar == word; });
    return at == connectives.end() ? std::string_view() : at->en;
}

std::string capitalised(std::string word) {
    if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 32);
    return word;
}

// The words of a name, divided by spaces of any kind and hyphens.
std::vector<std::string> words_of_name(std::string_view name) {
    std::vector<std::string> words(1);
    for (std::size_t at = 0; at < name.size();) {
        const auto [c, size] = utf8::at(name, at);
        if (!l::is_space(c) && !l::is_dash(c) && !l::is_invisible(c))
            words.back() += name.substr(at, size);
        else if (!words.back().empty() && !l::is_invisible(c))
            words.emplace_back();
        at += size;
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

// The article as it is written, without a hamza on its alef.
bool opens_with_article(std::string_view written) {
    return spellings::is_definite(written) && written.size() >= spellings::al.size() + 3 * spellings::letter;
}

}  // namespace

EnglishNames::EnglishNames(const lexicon::Lexicon& lexicon, const NameCosts& costs)
    : lexicon_(lexicon),
      costs_(costs),
      given_names_(lexicon.table_or_none("given_names")),
      surnames_(lexicon.table_or_none("surnames")) {}

const LatinSpeller& EnglishNames::speller() const {
    std::call_once(once_, [this] { speller_.emplace(lexicon_, costs_); });
    return *speller_;
}

std::optional<EnglishNames::Known> EnglishNames::known_at(const std::vector<std::string>& words,
                                                          std::size_t at) const {
    std::optional<Known> best;
    lexicon::Phrase phrase;
    for (std::size_t size = 1; size <= longest_known && at + size <= words.size(); ++size) {
        phrase = phrase.then(words[at + size - 1]);
        const lexicon::Found found = lexicon_.find(phrase);
        for (const lexicon::TableId table :
             {at == 0 ? given_names_ : surnames_, at == 0 ? surnames_ : given_names_}) {
            const auto entry = std::find_if(found.entries.begin(), found.entries.end(),
                                            [&](const lexicon::Entry& one) { return one.table == table; });
            if (table == lexicon::no_table || entry == found.entries.end() || (best && best->words == size))
                continue;
            const std::string_view en = lexicon_.cell(*entry, "en");
            if (!en.empty()) best = Known{en, lexicon_.cell(*entry, "origin").starts_with("arabic"), size};
        }
        if (!found.longer) break;
    }
    return best;
}

// One word that the lexicon does not know. `written` keeps its hamza, `word` is its search form.
std::string EnglishNames::part_of(std::string_view written, std::string_view word, bool arab) const {
    std::string before;
    if (arab && word.starts_with(servant) && opens_with_article(word.substr(servant.size()))) {
        before = "Abd al-";
        word.remove_prefix(servant.size() + spellings::al.size());
    } else if (opens_with_article(written) && (arab || is_native(arabic_letters(word)))) {
        arab = true;
        before = "al-";
        word.remove_prefix(spellings::al.size());
    }
    return before + capitalised(speller().spell(arabic_letters(word), arab));
}

std::string EnglishNames::spell(std::string_view name, NameType type) const {
    if (type != NameType::person && type != NameType::place) return {};
    const std::vector<std::string> written = words_of_name(name);
    if (written.empty() || written.size() > (type == NameType::person ? most_words : 1)) return {};
    std::vector<std::string> words;
    bool arab = false;
    for (const std::string& word : written) words.push_back(search_form(word));
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto known = known_at(words, i);
        arab = arab || (known ? known->arab : is_native(arabic_letters(words[i])));
    }
    std::string out;
    for (std::size_t i = 0; i < words.size();) {
        const std::string_view joint = i + 1 < words.size() ? connective(words[i]) : std::string_view();
        const auto known = known_at(words, i);
        std::string part = known            ? std::string(known->en)
                           : !joint.empty() ? std::string(joint)
                                            : part_of(written[i], words[i], arab);
        if (part.empty()) return {};
        out += (out.empty() ? "" : " ") + part;
        i += known ? known->words : 1;
    }
    return out;
}

}  // namespace isnad::linking
