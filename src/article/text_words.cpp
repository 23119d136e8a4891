#include "article/text_words.h"

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "text/letters.h"
#include "text/spelled.h"
#include "text/utf8.h"

namespace isnad::article {
namespace {

namespace l = letters;

constexpr std::size_t letter = 2;        // bytes of an Arabic letter
constexpr std::size_t time_window = 14;  // of a paragraph that are searched for a time
constexpr std::size_t dateline_bytes = 90;

constexpr std::array articles{spelled<l::waw, l::alef, l::lam>, spelled<l::feh, l::alef, l::lam>,
                              spelled<l::beh, l::alef, l::lam>, spelled<l::kaf, l::alef, l::lam>,
                              spelled<l::alef, l::lam>,         spelled<l::lam, l::lam>};
constexpr std::array endings{spelled<l::heh, l::alef>, spelled<l::alef, l::noon>, spelled<l::alef, l::teh>,
                             spelled<l::waw, l::noon>, spelled<l::yeh, l::noon>,  spelled<l::yeh, l::heh>,
                             spelled<l::yeh, l::teh>,  spelled<l::heh>,           spelled<l::yeh>};
constexpr std::string_view waw = spelled<l::waw>, feh = spelled<l::feh>;

bool holds(const std::vector<lexicon::TableId>& tables, lexicon::TableId table) {
    return std::find(tables.begin(), tables.end(), table) != tables.end();
}

}  // namespace

std::string_view light_stem(std::string_view word) {
    for (const std::string_view article : articles) {
        if (!word.starts_with(article) || word.size() < article.size() + 2 * letter) continue;
        word.remove_prefix(article.size());
        break;
    }
    if (word.starts_with(waw) && word.size() >= 4 * letter) word.remove_prefix(waw.size());
    for (const std::string_view ending : endings) {
        if (!word.ends_with(ending) || word.size() < ending.size() + 3 * letter) continue;
        word.remove_suffix(ending.size());
        break;
    }
    return word;
}

ContentWords::ContentWords(const lexicon::Lexicon& lexicon)
    : lexicon_(lexicon),
      closed_(lexicon.tables({"function_words", "weekdays", "months", "time_words", "time_units", "numbers",
                              "verbs_of_saying", "approximators"})),
      times_(lexicon.tables({"weekdays", "months", "time_words"})),
      connecting_(lexicon.tables({"function_words", "verbs_of_saying"})),
      saying_(lexicon.tables({"verbs_of_saying"})),
      functions_(lexicon.tables({"function_words"})),
      events_(lexicon.tables({"events"})),
      counted_(lexicon.tables({"word_counts", "chrome"})) {
    if (!events_.empty()) form_of_event_ = lexicon_.column(events_[0], "form");
    if (!functions_.empty()) class_of_function_ = lexicon_.column(functions_[0], "class");
    if (!saying_.empty()) {
        class_of_saying_ = lexicon_.column(saying_[0], "class");
        form_of_saying_ = lexicon_.column(saying_[0], "form");
    }
}

bool ContentWords::in_tables(std::string_view word, const std::vector<lexicon::TableId>& tables) const {
    const auto entries = lexicon_.find(lexicon::Phrase{}.then(word)).entries;
    return std::any_of(entries.begin(), entries.end(),
                       [&](const lexicon::Entry& entry) { return holds(tables, entry.table); });
}

bool ContentWords::is_content(std::string_view word) const {
    if (word.size() < 3 || l::is_digit(static_cast<unsigned char>(word[0]))) return false;
    if (in_tables(word, closed_)) return false;
    const bool joined = (word.starts_with(waw) || word.starts_with(feh)) && word.size() > 3 * letter;
    return !joined || !in_tables(word.substr(letter), closed_);
}

std::vector<Stem> ContentWords::stems(const Line& line, std::size_t most) const {
    std::vector<Stem> stems;
    for (const std::string_view word : line.words) {
        if (stems.size() >= most) break;
        if (is_content(word)) stems.push_back(hash_bytes(light_stem(word)));
    }
    return stems;
}

// "And", "but", "this", "for his part": a word that binds to what stands before it. A word that begins with
// the letter waw binds unless the lexicon knows it as it stands ("minister", "arrived").
bool ContentWords::is_connector(std::string_view word) const {
    const bool joined = word.starts_with(waw) && word.size() > 2 * letter;
    if (joined && in_tables(word.substr(letter), connecting_)) return true;
    const auto entries = lexicon_.find(lexicon::Phrase{}.then(word)).entries;
    bool other = false;
    for (const lexicon::Entry& entry : entries) {
        if (holds(functions_, entry.table)) {
            const std::string_view kind = lexicon_.cell(entry, class_of_function_);
            if (kind == "conjunction" || kind == "demonstrative" || kind == "pronoun" || kind == "relative" ||
                kind == "negation")
                return true;
        } else if (holds(saying_, entry.table) && lexicon_.cell(entry, class_of_saying_) == "add") {
            return true;
        } else {
            other = other || !holds(counted_, entry.table);
        }
    }
    return joined && !other;
}

Opening ContentWords::opening(const Line& line, std::string_view text) const {
    Opening opening;
    if (line.words.empty()) return opening;
    opening.connector = is_connector(line.words[0]);
    opening.joined = opening.connector && line.words[0].starts_with(waw);
    opening.saying = !opening.connector && is_told(line.words[0]);
    const std::size_t dash = std::min(
        {text.find(" - "), text.find(" \u2013 "), text.find(") "), text.find("-- "), text.find("/ ")});
    opening.dateline = dash < dateline_bytes;
    for (std::size_t i = 0; i < std::min(line.words.size(), time_window); ++i)
        opening.time = opening.time || is_time(line.words[i]);
    return opening;
}

bool ContentWords::is_told(std::string_view word) const {
    const auto entries = lexicon_.find(lexicon::Phrase{}.then(word)).entries;
    return std::any_of(entries.begin(), entries.end(), [&](const lexicon::Entry& entry) {
        return (holds(saying_, entry.table) && lexicon_.cell(entry, form_of_saying_) == "perfect") ||
               (holds(events_, entry.table) && lexicon_.cell(entry, form_of_event_) == "perfect");
    });
}

bool ContentWords::is_time(std::string_view word) const { return in_tables(word, times_); }

bool ContentWords::may_be_name(std::string_view word) const {
    return word.size() >= 3 * letter && !word.starts_with(articles[4]) && is_content(word);
}

}  // namespace isnad::article
