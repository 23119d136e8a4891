#include "article/html_facts_words.h"

#include <algorithm>
#include <string>

#include "text/normalise.h"
#include "text/utf8.h"

namespace isnad::article {
namespace {

constexpr std::size_t fewest_person_words = 2, most_person_words = 4;

bool is_one_letter(std::string_view word) {
    std::size_t letters = 0;
    for (const char c : word) letters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return letters == 1 && static_cast<unsigned char>(word[0]) >= 0x80;
}

}  // namespace

NameWords::NameWords(const lexicon::Lexicon& lexicon)
    : lexicon_(lexicon),
      given_(lexicon.table("given_names")),
      credits_(lexicon.table("credits")),
      nouns_(lexicon.table("name_nouns")) {
    if (nouns_) type_ = lexicon.column(*nouns_, "type");
    if (credits_) kind_ = lexicon.column(*credits_, "kind");
}

bool NameWords::is_nobody(std::string_view name) const {
    const std::string normal = search_form(name);
    const auto words = lexicon::words_of(normal);
    if (!words.empty() && is_body(words[0])) return true;
    std::size_t covered = 0;
    for (std::size_t first = 0; first < words.size();) {
        lexicon::Phrase phrase;
        std::size_t end = first;
        for (std::size_t next = first; next < words.size(); ++next) {
            phrase = phrase.then(words[next]);
            const lexicon::Found found = lexicon_.find(phrase);
            for (const lexicon::Entry& entry : found.entries) {
                const std::string_view table = lexicon_.table_name(entry.table);
                const bool team =
                    credits_ && entry.table == *credits_ &&
                    (lexicon_.cell(entry, kind_) == "team" || lexicon_.cell(entry, kind_) == "name");
                if (team || table == "agencies" || table == "outlets") end = next + 1;
            }
            if (!found.longer) break;
        }
        covered += end - first;
        first = std::max(end, first + 1);
    }
    return covered > 0 && covered == words.size();
}

bool NameWords::is_body(std::string_view word) const {
    if (!nouns_) return false;
    const lexicon::Found found = lexicon_.find(lexicon::Phrase{}.then(word));
    return std::any_of(found.entries.begin(), found.entries.end(), [&](const lexicon::Entry& entry) {
        return entry.table == *nouns_ && lexicon_.cell(entry, type_) == "organisation";
    });
}

std::size_t NameWords::opening_words(const std::vector<std::string_view>& words) const {
    lexicon::Phrase phrase;
    std::size_t end = 0;
    for (std::size_t next = 0; credits_ && next + 1 < words.size(); ++next) {
        phrase = phrase.then(words[next]);
        const lexicon::Found found = lexicon_.find(phrase);
        for (const lexicon::Entry& entry : found.entries) {
            if (entry.table == *credits_ && lexicon_.cell(entry, kind_) == "by") end = next + 1;
        }
        if (!found.longer) break;
    }
    return words.size() >= end + 2 ? end : 0;
}

bool NameWords::is_given(std::string_view word) const {
    if (!given_) return false;
    const lexicon::Found found = lexicon_.find(lexicon::Phrase{}.then(word));
    return std::any_of(found.entries.begin(), found.entries.end(),
                       [&](const lexicon::Entry& entry) { return entry.table == *given_; });
}

bool NameWords::is_place(std::string_view name) const {
    const std::string normal = search_form(name);
    const auto words = lexicon::words_of(normal);
    lexicon::Phrase phrase;
    for (std::size_t next = 0; next < words.size(); ++next) {
        phrase = phrase.then(words[next]);
        const lexicon::Found found = lexicon_.find(phrase);
        if (next + 1 == words.size()) {
            return std::any_of(found.entries.begin(), found.entries.end(), [&](const lexicon::Entry& entry) {
                const std::string_view table = lexicon_.table_name(entry.table);
                return table == "places" || table == "countries";
            });
        }
        if (!found.longer) break;
    }
    return false;
}

bool NameWords::is_person(std::string_view name) const {
    if (name.find_first_of("0123456789:,!?") != std::string_view::npos) return false;
    const std::string normal = search_form(name);
    const auto words = lexicon::words_of(normal);
    if (words.size() < fewest_person_words || words.size() > most_person_words || is_nobody(name))
        return false;
    return is_given(words[0]) || (is_one_letter(words[0]) && is_given(words[1]));
}

}  // namespace isnad::article
