#include "language/words/glued.h"

#include <algorithm>

#include "base/hash.h"
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

constexpr std::size_t least_token = 5 * letter, longest_token = 80;

// How often a part must occur in the counted news.
constexpr std::uint32_t rare = 5, usual = 50, fair = 150, common = 300, frequent = 700, very_common = 2'000;

// What a table says of its words.
namespace role {
constexpr std::uint8_t place = 1, given = 2, surname = 4, person = 8, function = 16, other = 32, body = 64;
constexpr std::uint8_t any_name = place | surname | person | body;
}  // namespace role

struct RoleOfTable {
    std::string_view table;
    std::uint8_t role;
};
constexpr std::array roles{
    RoleOfTable{"countries", role::place},    RoleOfTable{"places", role::place},
    RoleOfTable{"places_cldr", role::place},  RoleOfTable{"given_names", role::given},
    RoleOfTable{"surnames", role::surname},   RoleOfTable{"persons", role::person},
    RoleOfTable{"organisations", role::body}, RoleOfTable{"agencies", role::body},
    RoleOfTable{"outlets", role::body},       RoleOfTable{"function_words", role::function}};

// Letters that never join to the next: where the space is left out, the eye does not miss it.
bool joins_nothing(char32_t c) {
    return c == l::alef || c == l::dal || c == l::thal || c == l::reh || c == l::zain || c == l::waw ||
           c == l::teh_marbuta || c == l::alef_maksura || c == l::hamza;
}

// "Abd al-Rahman", "Abu al-Gheit", "Nur al-Din" are often written as one, and are one name.
bool closes_compound(std::string_view right) {
    return right == spelled<l::alef, l::lam, l::lam, l::heh> ||
           right == spelled<l::alef, l::lam, l::dal, l::yeh, l::noon>;
}

// Words that often stand behind a link and are no ending of any word.
bool follows_links(std::string_view right) {
    constexpr std::array words{spelled<l::feh, l::yeh>,         spelled<l::meem, l::noon>,
                               spelled<l::ain, l::lam, l::yeh>, spelled<l::alef, l::lam, l::yeh>,
                               spelled<l::ain, l::noon>,        spelled<l::meem, l::ain>,
                               spelled<l::beh, l::ain, l::dal>, spelled<l::qaf, l::beh, l::lam>};
    return std::find(words.begin(), words.end(), right) != words.end();
}

// Short words that often stand before a link.
bool opens_links(std::string_view left) {
    return left == spelled<l::feh, l::yeh> || left == spelled<l::meem, l::noon> ||
           left == spelled<l::ain, l::noon> || left == spelled<l::meem, l::ain> ||
           left == spelled<l::alef, l::noon> || left == spelled<l::theh, l::meem>;
}

// "-athum", "-inha", "-fih", "-lays": what may be the end of an inflected word or of a foreign name.
bool may_be_ending(std::string_view right, std::string_view analysis) {
    constexpr std::array pronouns{spelled<l::heh>,
                                  spelled<l::heh, l::alef>,
                                  spelled<l::heh, l::meem>,
                                  spelled<l::heh, l::meem, l::alef>,
                                  spelled<l::lam, l::yeh, l::seen>,
                                  spelled<l::noon, l::alef>,
                                  spelled<l::kaf, l::meem>};
    const bool marbuta = letter_at(analysis, analysis.size() - letter) == l::teh_marbuta;
    return !marbuta && right.size() <= 5 * letter &&
           std::any_of(pronouns.begin(), pronouns.end(),
                       [&](std::string_view p) { return right.ends_with(p); });
}

// The article with a letter or two is the beginning of a word, not one: "al-i..." is no "illa".
bool is_article_only(std::string_view left) {
    const std::size_t article = left.find(al);
    return article <= letter && left.size() <= article + 4 * letter;
}

bool opens_compound(std::string_view left) {
    if (left.size() > 3 * letter && (letter_at(left, 0) == l::waw || letter_at(left, 0) == l::lam))
        left.remove_prefix(letter);
    return left == spelled<l::ain, l::beh, l::dal> || left == spelled<l::alef, l::beh, l::waw> ||
           left == spelled<l::alef, l::beh, l::yeh> || left == spelled<l::alef, l::beh, l::alef> ||
           left == spelled<l::alef, l::beh, l::noon> || left == spelled<l::beh, l::noon> ||
           left == spelled<l::alef, l::meem> || left == spelled<l::beh, l::waw> ||
           left == spelled<l::thal, l::waw>;
}

}  // namespace

// What is known of a stretch of letters as a word.
struct Glue::Part {
    std::size_t size = 0;
    std::uint32_t count = 0;
    bool ending = false;     // it may be the end of an inflected word
    std::uint8_t roles = 0;  // by the tables, names that are common words too left out
    bool has(std::uint8_t bits) const { return (roles & bits) != 0; }
    bool is_word() const { return count >= rare || roles != 0; }
};

struct Glue::Token {
    std::string_view search, analysis;
    std::string_view between(std::size_t from, std::size_t to) const {
        return search.substr(from, to - from);
    }
};

Glue::Glue(const Clitics& clitics) : clitics_(clitics), lexicon_(clitics.lexicon()) {
    role_of_table_.resize(lexicon_.tables(), role::other);
    flags_column_.resize(lexicon_.tables(), 0);
    for (const RoleOfTable& known : roles) {
        const auto table = lexicon_.table(known.table);
        if (!table) continue;
        role_of_table_[table->index] = known.role;
        if (known.role != role::function) flags_column_[table->index] = lexicon_.column(*table, "flags");
    }
    if (const auto counts = lexicon_.table("word_counts")) role_of_table_[counts->index] = 0;
    tells_.resize(lexicon_.tables(), true);
    for (const lexicon::TableId table : model_tables(lexicon_)) {
        role_of_table_[table.index] = 0;
        tells_[table.index] = false;
    }
}

Glue::Part Glue::part(std::string_view form) const {
    Part out;
    out.size = form.size();
    out.count = clitics_.count(form);
    for (const lexicon::Entry& entry : lexicon_.find(lexicon::Phrase{}.then(form)).entries) {
        const std::size_t flags = flags_column_[entry.table.index];
        const bool ambiguous =
            flags != 0 && lexicon::Lexicon::has_flag(lexicon_.cell(entry, flags), "ambiguous");
        out.roles |= ambiguous ? role::other : role_of_table_[entry.table.index];
    }
    return out;
}

// The part with the roles of its name behind a conjunction or preposition: "wa-Rusya".
Glue::Part Glue::name_in(std::string_view form) const {
    Part out = part(form);
    for (const Reading reading : readings_of(form)) {
        if (reading.skip == 0 || reading.article) continue;
        const Part inner = part(form.substr(reading.skip));
        if (inner.size < 3 * letter || inner.count < usual) continue;
        out.roles |= inner.roles & role::any_name;
        out.count = std::max(out.count, inner.count / 10);
    }
    return out;
}

bool Glue::has_entry(lexicon::Phrase phrase) const {
    const std::span<const lexicon::Entry> entries = lexicon_.find(phrase).entries;
    return std::any_of(entries.begin(), entries.end(),
                       [&](const lexicon::Entry& entry) { return tells_[entry.table.index]; });
}

bool Glue::is_known(std::string_view search, const Word& word) const {
    if (word.enclitic > 0) return true;
    for (const Reading reading : readings_of(search)) {
        if (has_entry(phrase_of(search, reading))) return true;
    }
    const std::string_view stem = search.substr(std::min<std::size_t>(word.stem_begin, search.size()));
    if (stem.size() < search.size() && has_entry(lexicon::Phrase{}.then(stem))) return true;
    return is_inflected(search) || (stem.size() < search.size() && is_inflected(stem));
}

// A known word with the ending of a dual, a plural or a nisba.
bool Glue::is_inflected(std::string_view search) const {
    constexpr std::array endings{spelled<l::alef, l::noon>, spelled<l::yeh, l::noon>,
                                 spelled<l::waw, l::noon>,  spelled<l::alef, l::teh>,
                                 spelled<l::yeh, l::heh>,   spelled<l::waw, l::alef>,
                                 spelled<l::yeh>,           spelled<l::heh>};
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        if (!search.ends_with(ending) || search.size() < ending.size() + 4 * letter) return false;
        const std::string_view stem = search.substr(0, search.size() - ending.size());
        if (has_entry(lexicon::Phrase{}.then(stem))) return true;
        return ending.size() == letter && is_inflected(stem);
    });
}

// Two words of one phrase of the lexicon, or its first two; behind "Allah" and "al-Din", of a body only.
bool Glue::is_phrase(std::string_view left, std::string_view right) const {
    const bool only_bodies = closes_compound(right);
    for (const Reading reading : readings_of(left)) {
        const auto found = lexicon_.find(phrase_of(left, reading).then(right));
        if (!only_bodies && (found.longer || !found.entries.empty())) return true;
        for (const lexicon::Entry& entry : found.entries) {
            if (role_of_table_[entry.table.index] == role::body) return true;
        }
    }
    return false;
}

// The rule by which two parts are two words, or nothing.
std::string_view Glue::joint(const Token& token, const Part& left, std::size_t at, std::size_t end) const {
    const std::string_view rest = token.between(at, end), first = token.between(at - left.size, at);
    const char32_t last = letter_at(token.analysis, at - letter);
    Part right = name_in(rest);
    right.ending = may_be_ending(rest, token.analysis.substr(at, end - at));
    const bool final_form = last == l::teh_marbuta || last == l::alef_maksura;
    if (final_form && left.is_word() && left.size >= 3 * letter && right.is_word() &&
        right.size >= 2 * letter)
        return "glued.final_letter";
    if (opens_compound(first)) return {};
    if (left.size >= 2 * letter && right.size >= 3 * letter && left.size + right.size >= 7 * letter &&
        is_phrase(first, rest))
        return "glued.phrase";
    if (closes_compound(rest) || is_article_only(first)) return {};
    if (rest.starts_with(al) && rest.size() >= 5 * letter && right.count >= usual &&
        (left.size >= 3 * letter ? left.count >= usual : left.has(role::function) && left.count >= common))
        return "glued.article";
    if (left.size < 3 * letter) {
        const bool name = right.size > 3 * letter ? right.has(role::any_name) && right.count >= usual
                                                  : right.has(role::place) && right.count >= common;
        return name && right.size >= 3 * letter && opens_links(first) ? "glued.preposition"
                                                                      : std::string_view{};
    }
    if (const std::string_view rule = joint_of_names(left, right, rest); !rule.empty()) return rule;
    if (left.size < 4 * letter) return {};
    const std::uint32_t rarer = std::min(left.count, right.count);
    if (joins_nothing(last) && left.count >= common && follows_links(rest)) return "glued.follows";
    if (right.size == 3 * letter && left.size > 4 * letter && right.has(role::function) && rarer >= common &&
        right.count >= very_common && !right.ending)
        return "glued.function";
    if (right.size < 4 * letter || right.ending) return {};
    if (joins_nothing(last) && rarer >= (letter_at(rest, 0) == l::waw ? common : fair))
        return "glued.no_join";
    return rarer >= frequent ? "glued.common" : std::string_view{};
}

// Joints at which a name stands; both parts have three letters or more.
std::string_view Glue::joint_of_names(const Part& left, const Part& right, std::string_view rest) const {
    const bool left_name = left.has(role::any_name) && left.count >= usual;
    if (left_name && letter_at(rest, 0) == l::waw && rest.size() >= 4 * letter) {
        const Part second = part(rest.substr(letter));
        const bool place = left.has(role::place | role::body);
        const bool name = second.has(role::place) || (second.size > 4 * letter && second.has(role::any_name));
        if (name ? second.count >= usual : place && second.size > 3 * letter && second.count >= common)
            return "glued.and";
    }
    if (left_name && left.size >= 4 * letter && follows_links(rest)) return "glued.follows";
    if (left.has(role::given) && left.count >= common && rest == spelled<l::beh, l::noon>)
        return "glued.person";
    if (left.size < 4 * letter || right.size < 4 * letter) return joint_of_short_name(left, right);
    const bool right_name = right.has(role::any_name) || (right.has(role::given) && right.size > 4 * letter);
    if (right_name && right.count >= usual && left.count >= common) return "glued.before_name";
    if (left_name && left.size > 4 * letter && left.count >= common && right.count >= usual &&
        letter_at(rest, 0) != l::waw)
        return "glued.behind_name";
    const bool person = left.has(role::given) && right.has(role::surname | role::given);
    return person && left.count >= usual && right.count >= usual ? "glued.person" : std::string_view{};
}

// One part has three letters: the name must be a place, or a long name, and both must be common.
std::string_view Glue::joint_of_short_name(const Part& left, const Part& right) const {
    if (right.size < 3 * letter || left.size < 3 * letter) return {};
    if (right.count < common || left.count < (right.size == 3 * letter ? fair : common)) return {};
    if (right.size > 4 * letter && right.has(role::any_name | role::given)) return "glued.before_name";
    if (right.size == 3 * letter && left.size >= 4 * letter && right.has(role::place))
        return "glued.before_name";
    if (right.ending || !left.has(role::place) || left.count < common) return {};
    return left.size + right.size >= (right.size == 3 * letter ? 8 : 7) * letter ? "glued.behind_name"
                                                                                 : std::string_view{};
}

// The best cut of a stretch: that whose rarer part is the commonest.
Cuts Glue::one_cut(const Token& token, std::size_t begin, std::size_t end) const {
    Cuts best;
    std::uint32_t weight = 0;
    for (std::size_t at = begin + 2 * letter; at + 2 * letter <= end; at += letter) {
        const Part left = name_in(token.between(begin, at));
        if (!left.is_word()) continue;
        const std::string_view rule = joint(token, left, at, end);
        if (rule.empty()) continue;
        const std::uint32_t now = 1 + std::min(left.count, part(token.between(at, end)).count);
        if (now <= weight) continue;
        weight = now;
        best = {{static_cast<std::uint8_t>(at), 0}, 1, rule};
    }
    return best;
}

void SeenWords::add(std::string_view search_form) { hashes_.push_back(hash_bytes(search_form)); }

void SeenWords::finish() {
    std::sort(hashes_.begin(), hashes_.end());
    hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
}

bool SeenWords::has(std::string_view search_form) const {
    return std::binary_search(hashes_.begin(), hashes_.end(), hash_bytes(search_form));
}

bool Glue::is_unknown(std::string_view search, const Word& word) const {
    return search.size() >= least_token && search.size() <= longest_token && has_plain_letters(search) &&
           !is_known(search, word);
}

bool Glue::is_seen(std::string_view form, const SeenWords& seen) const {
    for (const Reading reading : readings_of(form)) {
        const std::string_view rest = form.substr(reading.skip);
        if (!reading.article && rest.size() >= 4 * letter && seen.has(rest)) return true;
    }
    return false;
}

Cuts Glue::cuts_among(std::string_view search, std::string_view analysis, const SeenWords& seen) const {
    Cuts best;
    std::size_t evenest = 0;
    for (std::size_t at = 2 * letter; at + 2 * letter <= search.size(); at += letter) {
        const std::string_view left = search.substr(0, at), right = search.substr(at);
        if (opens_compound(left) || closes_compound(right) || is_article_only(left) ||
            may_be_ending(right, analysis.substr(at)) || left.ends_with(spelled<l::alef, l::noon>))
            continue;  // "an" opens many verbs: "in-kashafa"
        const bool left_seen = is_seen(left, seen), right_seen = is_seen(right, seen);
        if (!left_seen && !right_seen) continue;
        const bool left_fits =
            left_seen || (at == 2 * letter ? opens_links(left) : clitics_.count(left) >= common);
        const bool right_fits = right_seen || follows_links(right) ||
                                (right.size() > 2 * letter && clitics_.count(right) >= common);
        const std::size_t shorter = std::min(left.size(), right.size());
        if (!left_fits || !right_fits || shorter <= evenest) continue;
        evenest = shorter;
        best = {{static_cast<std::uint8_t>(at), 0}, 1, "glued.stands_alone"};
    }
    return best;
}

Cuts Glue::cuts_of(std::string_view search, std::string_view analysis) const {
    const Token token{search, analysis};
    if (const Cuts one = one_cut(token, 0, search.size()); one.count > 0) return one;
    for (std::size_t at = 3 * letter; at + 6 * letter <= search.size(); at += letter) {
        const Part left = name_in(token.between(0, at));
        if (!left.is_word()) continue;
        const Cuts rest = one_cut(token, at, search.size());
        if (rest.count == 0) continue;
        const std::string_view rule = joint(token, left, at, rest.at[0]);
        if (!rule.empty()) return {{static_cast<std::uint8_t>(at), rest.at[0]}, 2, rule};
    }
    return {};
}

}  // namespace isnad::words
