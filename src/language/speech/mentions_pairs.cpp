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

constexpr std::string_view dual_verb = spelled<l::alef, l::noon>, between = spelled<l::beh, l::yeh, l::noon>;
constexpr std::uint32_t joined_sentences = 3, resolved_sentences = 8, pair_sentences = 4;
constexpr std::size_t most_joined = 8;

}  // namespace

void WordMentions::meet_name(std::uint32_t name) {
    const std::uint32_t first = text_.first_word(name);
    const std::uint32_t before = last_name_;
    last_name_ = name;
    if (before == no_index || text_.word(first).sentence != text_.word(text_.first_word(before)).sentence)
        return;
    const std::uint32_t gap_begin = text_.end_word(before);
    if (first - gap_begin > 6 || text_.name(before).type != text_.name(name).type) return;
    bool joined = (text_.word(first).proclitics & proclitic::conjunction) != 0 && gap_begin == first;
    for (std::uint32_t i = gap_begin; i < first && !joined; ++i) {
        if (text_.word(i).kind == WordKind::punctuation) return;
        joined = i == gap_begin && (text_.word(i).proclitics & proclitic::conjunction) != 0;
        if (!joined) return;
    }
    const std::uint32_t a = text_.entity_of(before), b = text_.entity_of(name);
    if (!joined || a == b) return;
    if (joined_.size() == most_joined) joined_.erase(joined_.begin());
    joined_.push_back({a, b, text_.word(first).sentence, false});
}

void WordMentions::meet_pair(const Mention& pair, std::uint32_t sentence) {
    if (pair.names.size() != 2) return;
    if (joined_.size() == most_joined) joined_.erase(joined_.begin());
    joined_.push_back({text_.entity_of(pair.names[0]), text_.entity_of(pair.names[1]), sentence, true});
}

bool WordMentions::fits(std::uint32_t index, std::string_view kind) const {
    const NamedEntity& one = text_.entity(index);
    if (kind == "person") return one.type == NameType::person;
    if (kind == "country") return one.country != no_row;
    if (kind == "side") return one.country != no_row || one.type == NameType::organisation;
    if (kind == "any") return one.type == NameType::person || one.country != no_row;
    if (!one.known || one.type != NameType::organisation) return false;
    const std::string_view is = text_.knowledge().kind_of(*one.known);
    return is == kind || (kind == "party" && is == "armed");
}

// The names joined first in the last sentence that joins two of this kind.
std::optional<TwoOf> WordMentions::two_joined(std::string_view kind, std::uint32_t sentence,
                                              std::uint32_t back) const {
    std::optional<TwoOf> out;
    std::uint32_t where = no_index;
    for (std::size_t i = joined_.size(); i-- > 0;) {
        const Joined& one = joined_[i];
        if (sentence - one.sentence > std::min(back, one.resolved ? resolved_sentences : joined_sentences))
            break;
        if (!fits(one.a, kind) || !fits(one.b, kind)) continue;
        if (where != no_index && one.sentence != where) break;
        where = one.sentence;
        out = TwoOf{one.a, one.b, 0.8F};
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
        const auto persons = two_joined("person", sentence);
        return persons ? persons : two("country", sentence);
    }
    if (const auto joined = two_joined(kind, sentence)) return joined;
    if (kind != "country") return std::nullopt;
    std::vector<std::uint32_t> all;
    for (const std::uint32_t entity : text_.recent()) {
        if (!fits(entity, kind) || sentence - text_.entity(entity).last_sentence > pair_sentences) continue;
        all.push_back(entity);
    }
    return all.size() == 2 ? std::optional(TwoOf{all[0], all[1], 0.6F}) : std::nullopt;
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
    if (of && word.weak && !monday && of->weight < 0.7F) of.reset();
    if (!of && word.weak) return std::nullopt;
    Mention out{span(i, found), MentionKind::pair};
    out.why = {of ? "mentions.pair" : "mentions.pair.open", of ? of->weight : 0.3F};
    if (!of) return out;
    for (const std::uint32_t entity : {of->a, of->b}) out.names.push_back(text_.entity(entity).name);
    std::sort(out.names.begin(), out.names.end());
    for (const std::uint32_t name : out.names) out.why.signs.push_back(text_.name(name).span);
    return out;
}

}  // namespace isnad::speech
