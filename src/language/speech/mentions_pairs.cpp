// Pairs: "the two countries", "both sides", "the two".
#include <algorithm>

#include "language/speech/mentions_words.h"
#include "text/letters.h"
#include "text/spelled.h"
#include "text/spellings.h"

namespace isnad::speech {
namespace {

namespace l = letters;
using spellings::al;
using spellings::alef;
using spellings::an;
using spellings::heh;
using spellings::is_definite;

constexpr std::string_view with_words[] = {spelled<l::meem, l::ain>, spelled<l::waw, l::beh, l::yeh, l::noon>,
                                           spelled<l::dad, l::dal>,
                                           spelled<l::alef, l::meem, l::alef, l::meem>};
constexpr std::string_view dual_verb = spelled<l::alef, l::noon>, dual_noun = spelled<l::yeh, l::noon>,
                           between = spelled<l::beh, l::yeh, l::noon>;
constexpr std::uint32_t joined_sentences = 3, resolved_sentences = 8, pair_sentences = 4;
constexpr std::size_t most_joined = 8;

}  // namespace

// How the words [begin, end) between two names join them: 1 by "and" alone, 0.7 by "with", "and between",
// "against" or "his counterpart", 0 not at all.
float WordMentions::joint(std::uint32_t begin, std::uint32_t end) const {
    constexpr std::uint32_t strict_gap = 6, longest_gap = 9;
    if (end - begin > longest_gap) return 0;
    const auto joins = [&](std::uint32_t i) {
        return (text_.word(i).proclitics & proclitic::conjunction) != 0;
    };
    bool stopped = false, with = false;
    for (std::uint32_t i = begin; i < end; ++i) {
        if (text_.word(i).kind == WordKind::punctuation) {
            stopped = true;
            if (!text_.is_sign(i, l::comma)) return 0;
            continue;
        }
        const std::string_view form = text_.form(i);
        const MentionWord* word = mention_word(i);
        with = with || form == with_words[0] || form == with_words[1] || form == with_words[2] ||
               form == with_words[3] || (word != nullptr && word->kind == WordRole::counterpart);
    }
    if (!stopped && end - begin <= strict_gap && begin < text_.size() && joins(begin)) return 1.0F;
    return with ? 0.7F : 0.0F;
}

// "its guest X", "its host X": who plays at home.
void WordMentions::meet_guest(std::uint32_t name, std::uint32_t before) {
    const std::uint32_t first = text_.first_word(name);
    if (guests_ != no_index || first == 0 || before == no_index || text_.is_person(before)) return;
    if (text_.word(first - 1).block != text_.word(first).block) return;
    if (text_.word(first).sentence != text_.word(text_.first_word(before)).sentence) return;
    const MentionWord* word = mention_word(first - 1);
    if (word == nullptr || word->kind != WordRole::adjective) return;
    const bool guest = word->stands_for == "guest";
    if (!guest && word->stands_for != "host") return;
    const std::uint32_t a = text_.entity_of(name), b = text_.entity_of(before);
    if (text_.entity(b).type != NameType::organisation || (!fits(a, "club") && !fits(b, "club"))) return;
    guests_ = guest ? a : b;
    hosts_ = guest ? b : a;
}

void WordMentions::meet_name(std::uint32_t name) {
    const std::uint32_t first = text_.first_word(name);
    const std::uint32_t before = last_name_;
    last_name_ = name;
    if (!text_.is_person(name)) meet_guest(name, before);
    if (before == no_index || text_.word(first).sentence != text_.word(text_.first_word(before)).sentence)
        return;
    const std::uint32_t a = text_.entity_of(before), b = text_.entity_of(name);
    if (a == b || text_.end_word(before) > first) return;
    const bool person = text_.is_person(before);
    if (person != text_.is_person(name)) return;
    const bool alike =
        text_.name(before).type == text_.name(name).type || (fits(a, "side") && fits(b, "side"));
    const float weight = alike ? joint(text_.end_word(before), first) : 0.0F;
    if (weight <= 0) return;
    if (joined_.size() == most_joined) joined_.erase(joined_.begin());
    joined_.push_back({a, b, text_.word(first).sentence, false, weight});
}

void WordMentions::meet_pair(const Mention& pair, std::uint32_t sentence) {
    if (pair.names.size() != 2) return;
    if (joined_.size() == most_joined) joined_.erase(joined_.begin());
    joined_.push_back({text_.entity_of(pair.names[0]), text_.entity_of(pair.names[1]), sentence, true, 1.0F});
}

bool WordMentions::fits(std::uint32_t index, std::string_view kind) const {
    const NamedEntity& one = text_.entity(index);
    if (kind == "person") return one.type == NameType::person;
    if (kind == "country") return one.country != no_row || is_seat(one);
    if (kind == "side") return one.country != no_row || one.type == NameType::organisation || is_seat(one);
    if (kind == "any") return one.type == NameType::person || one.country != no_row;
    if (kind == "organisation") return one.type == NameType::organisation;
    if (kind == "city" && one.type == NameType::place) return one.country == no_row;
    if (one.type != NameType::organisation) return false;
    const std::string_view is = one.known ? text_.knowledge().kind_of(*one.known) : std::string_view{};
    if (is == kind || (kind == "party" && is == "armed") || (kind == "club" && is == "sport")) return true;
    return std::find(one.kinds.begin(), one.kinds.end(), kind) != one.kinds.end();
}

// A capital that stands for a country which the document does not name.
bool WordMentions::is_seat(const NamedEntity& one) const {
    return one.type == NameType::place && one.country == no_row && one.known && one.home != no_row &&
           text_.entity_of_country(one.home) == no_index && text_.knowledge().is_metonym(*one.known);
}

// The names joined first in the last sentence that joins two of this kind.
std::optional<TwoOf> WordMentions::two_joined(std::string_view kind, std::uint32_t sentence,
                                              std::uint32_t back, std::uint16_t office) const {
    std::optional<TwoOf> out;
    std::uint32_t where = no_index;
    for (std::size_t i = joined_.size(); i-- > 0;) {
        const Joined& one = joined_[i];
        if (sentence - one.sentence > std::min(back, one.resolved ? resolved_sentences : joined_sentences))
            break;
        if (!fits(one.a, kind) || !fits(one.b, kind)) continue;
        if (!may_hold(one.a, office) || !may_hold(one.b, office)) continue;
        if (where != no_index && one.sentence != where) break;
        where = one.sentence;
        out = TwoOf{one.a, one.b, 0.8F * one.weight};
    }
    return out;
}

// Joined names, or two countries when the last sentences speak of no third. Of persons and bodies too many
// are always about.
std::optional<TwoOf> WordMentions::two(std::string_view kind, std::uint32_t sentence) const {
    if (kind == "both") {
        const auto persons = two_joined("person", sentence, 1);
        return persons ? persons : two_joined("country", sentence, 1);
    }
    if (kind == "any") {
        if (const auto joined = two_joined("person", sentence)) return joined;
        const auto persons = two_salient("person", sentence);
        return persons ? persons : two("country", sentence);
    }
    if (const auto joined = two_joined(kind, sentence)) return joined;
    if (kind == "side") {
        if (const auto persons = two_joined("person", sentence)) return persons;
        const auto countries = two_salient("country", sentence);
        if (countries) return countries;
        const auto persons = two_salient("person", sentence);
        if (persons && holders_.has_any(persons->a) && holders_.has_any(persons->b)) return persons;
        return two_salient(kind, sentence);
    }
    return two_salient(kind, sentence);
}

// The two of a kind that the last sentences are about, when no third comes near them.
std::optional<TwoOf> WordMentions::two_salient(std::string_view kind, std::uint32_t sentence) const {
    const auto near = two_within(kind, sentence, pair_sentences);
    return near || kind != "person" ? near : two_within(kind, sentence, resolved_sentences);
}

std::optional<TwoOf> WordMentions::two_within(std::string_view kind, std::uint32_t sentence,
                                              std::uint32_t back) const {
    std::vector<std::pair<float, std::uint32_t>> all;
    const bool places = kind == "country" || kind == "side";
    for (const std::uint32_t entity : text_.recent()) {
        const NamedEntity& one = text_.entity(entity);
        if (!fits(entity, kind) || sentence - one.last_sentence > back) continue;
        if (places && one.located == one.names) continue;  // where they met
        const float often = 0.1F * static_cast<float>(std::min<std::uint32_t>(one.names, 6));
        all.emplace_back(text_.salience(entity, sentence) + often, entity);
    }
    if (all.size() < 2) return std::nullopt;
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    if (all.size() > 2 && all[1].first - all[2].first < 0.25F) return std::nullopt;
    return TwoOf{all[0].second, all[1].second, all.size() == 2 ? 0.6F : 0.5F};
}

// "the two leaders" are no two ministers.
bool WordMentions::may_hold(std::uint32_t entity, std::uint16_t office) const {
    return office == no_row || holders_.holds(entity, office) ||
           !holders_.holds_class(entity, "minister,official,spokesman,military,diplomat,police", no_row);
}

std::optional<TwoOf> WordMentions::two_persons(std::uint16_t office, std::uint32_t sentence) const {
    const auto joined = two_joined("person", sentence, UINT32_MAX, office);
    if (joined) return joined;
    const auto salient = two_salient("person", sentence);
    return salient && may_hold(salient->a, office) && may_hold(salient->b, office) ? salient : std::nullopt;
}

std::optional<TwoOf> WordMentions::two_holders(std::uint16_t office, std::uint32_t sentence) const {
    std::vector<std::pair<float, std::uint32_t>> all;
    std::size_t others = 0;
    for (const std::uint32_t entity : text_.recent()) {
        const float near = text_.salience(entity, sentence);
        if (text_.entity(entity).type != NameType::person || near <= 0) continue;
        if (sentence - text_.entity(entity).last_sentence > 2 * pair_sentences) continue;
        if (holders_.holds(entity, office))
            all.emplace_back(near, entity);
        else
            ++others;
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    const auto joined = two_joined("person", sentence);
    const auto holds = [&](std::uint32_t entity) { return holders_.holds(entity, office); };
    if (all.size() > 2 && joined && holds(joined->a) && holds(joined->b)) return joined;
    const bool clear = all.size() == 2 || (all.size() > 2 && all[1].first - all[2].first >= 0.1F);
    if (clear) return TwoOf{all[0].second, all[1].second, 0.8F};
    return all.size() < 2 && others + all.size() == 2 ? two_joined("person", sentence) : std::nullopt;
}

// The weekday is spelled as "the two": only "that the two [did]" and "between the two" are not Monday.
bool WordMentions::is_two_not_monday(std::uint32_t i) const {
    if (i == 0 || text_.word(i - 1).block != text_.word(i).block) return false;
    const std::string_view before = text_.form(i - 1);
    const std::uint32_t next = text_.next(i);
    if (next == no_index) return before.ends_with(between);
    if (!text_.is_arabic(next)) return before.ends_with(between) && text_.word(next).kind != WordKind::number;
    const std::string_view after = text_.form(next);
    const bool dual = (after.ends_with(alef) || after.ends_with(dual_verb)) && !is_definite(after);
    if (before.ends_with(an) && before.size() <= 3 * heh.size()) return dual;
    return before.ends_with(between) && (text_.word(next).proclitics & proclitic::conjunction) == 0;
}

// A nominative dual follows no particle: "in the countries" is a plural of the same letters.
bool WordMentions::is_plural(std::uint32_t i) const {
    if (!text_.form(i).ends_with(dual_verb) || text_.word(i).name_begin > 2) return false;
    if ((text_.word(i).proclitics & proclitic::preposition) != 0) return true;
    return i > 0 && text_.word(i - 1).block == text_.word(i).block &&
           text_.clitics().is_function_word(text_.form(i - 1));
}

// "the Egyptian and Turkish sides": the countries, when the document names them.
std::optional<Mention> WordMentions::pair_of_countries(std::uint32_t i, const Found& found) const {
    Found whole = found;
    const std::uint32_t a = text_.next(i);
    const auto first = a == no_index ? std::nullopt : nationality_at(a, 0, whole.end);
    if (!first) return std::nullopt;
    const std::uint32_t b = text_.next(whole.end - 1);
    if (b == no_index || (text_.word(b).proclitics & proclitic::conjunction) == 0) return std::nullopt;
    const auto second = nationality_at(b, 2, whole.end);
    if (!second) return std::nullopt;
    Mention out{span(i, whole), MentionKind::pair};
    out.why = {"mentions.pair.open", 0.3F};
    const std::uint32_t x = text_.entity_of_country(first->country),
                        y = text_.entity_of_country(second->country);
    if (x == no_index || y == no_index || x == y || found.word->stands_for == "person") return out;
    out.names = {text_.entity(x).name, text_.entity(y).name};
    std::sort(out.names.begin(), out.names.end());
    out.why = {"mentions.pair.countries", 0.85F};
    return out;
}

std::optional<Mention> WordMentions::pair(std::uint32_t i, const Found& found) const {
    const MentionWord& word = *found.word;
    const bool monday = word.weak && word.stands_for == "any";
    if (monday && !is_two_not_monday(i)) return std::nullopt;
    if (is_plural(i)) return std::nullopt;
    if (auto countries = pair_of_countries(i, found)) return countries;
    const std::uint32_t sentence = text_.word(i).sentence;
    auto of = two(word.stands_for, sentence);
    const bool persons = word.stands_for == "person";
    if (of && word.weak && !monday && of->weight < (persons ? 0.55F : 0.6F)) of.reset();
    if (!of && word.weak) return std::nullopt;
    Found whole = found;
    const std::uint32_t next = text_.next(whole.end - 1);
    if (next != no_index && text_.name_on(next) == no_index && is_definite(text_.form(next)) &&
        (text_.form(next).ends_with(dual_verb) || text_.form(next).ends_with(dual_noun)))
        whole.end = next + 1;  // "the two [friendly] countries"
    Mention out{span(i, whole), MentionKind::pair};
    out.why = {of ? "mentions.pair" : "mentions.pair.open", of ? of->weight : 0.3F};
    if (!of) return out;
    for (const std::uint32_t entity : {of->a, of->b}) out.names.push_back(text_.entity(entity).name);
    std::sort(out.names.begin(), out.names.end());
    for (const std::uint32_t name : out.names) out.why.signs.push_back(text_.name(name).span);
    return out;
}

}  // namespace isnad::speech
