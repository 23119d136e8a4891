#include "language/quantities/knowledge.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/limits.h"
#include "language/quantities/endings.h"
#include "language/quantities/quantities.h"
#include "language/words/clitics.h"

namespace isnad::quantities {
namespace {

using namespace endings;
using lexicon::Lexicon;
using lexicon::TableId;

ApproximatorKind approximator_kind(std::string_view word) {
    if (word == "over") return ApproximatorKind::over;
    if (word == "under") return ApproximatorKind::under;
    if (word == "at_least") return ApproximatorKind::at_least;
    if (word == "at_most") return ApproximatorKind::at_most;
    if (word == "range_open") return ApproximatorKind::range_open;
    if (word == "range_to") return ApproximatorKind::range_to;
    return word == "exact" ? ApproximatorKind::exact : ApproximatorKind::about;
}

// Demonstratives and quantifiers that are nouns too ("countries" is also a dialect "those") are left to be
// nouns: not_weak().
constexpr std::uint16_t noun_like = 1u << 15;
std::uint16_t trait_of_class(std::string_view word) {
    if (word == "demonstrative" || word == "quantifier") return trait::function | noun_like;
    return static_cast<std::uint16_t>(trait::function | (word == "preposition" ? trait::preposition : 0));
}
std::uint16_t trait_of_gloss(std::string_view gloss) {
    return gloss == "other" || gloss == "others" ? trait::other : 0;
}
std::uint16_t trait_of_month(std::string_view) { return trait::month; }
std::uint16_t trait_of_weekday(std::string_view) { return trait::weekday; }
std::uint16_t trait_of_class_noun(std::string_view) { return trait::class_noun; }
std::uint16_t trait_of_saying(std::string_view form) {
    return form == "perfect" || form == "imperfect" ? trait::saying : 0;
}
std::uint16_t trait_of_flags(std::string_view flags) {
    return Lexicon::has_flag(flags, "weak") ? trait::weak : 0;
}

// What is left of the traits of a row when its flag says that the word is as often something else.
std::uint16_t without_weak(std::uint16_t traits) {
    if ((traits & trait::weak) == 0) return static_cast<std::uint16_t>(traits & ~noun_like);
    if ((traits & trait::saying) != 0) return 0;
    if ((traits & noun_like) != 0 && (traits & trait::other) == 0) return 0;
    return static_cast<std::uint16_t>(traits & ~(trait::other | noun_like));
}

std::uint16_t trait_of_time_word(std::string_view kind) {
    if (kind == "meridiem") return trait::meridiem;
    if (kind == "year_noun") return trait::year_noun;
    if (kind == "day_noun" || kind == "month_noun") return trait::day_noun;
    if (kind == "century") return trait::century;
    if (kind == "date_noun") return trait::dated;
    if (kind == "day") return trait::function;
    return 0;
}

// The singular of which a word may be the dual, in search form: without -an or -ayn, and with heh for teh.
std::array<std::string, 2> singulars_of(std::string_view word) {
    const std::size_t ending = 2 * noon.size();
    if (word.size() <= ending + noon.size() || !word.ends_with(noon)) return {};
    const std::string_view vowel = word.substr(word.size() - ending, noon.size());
    if (vowel != yeh && vowel != alef) return {};
    const std::string_view stem = word.substr(0, word.size() - ending);
    std::array<std::string, 2> out{std::string(stem), {}};
    if (stem.ends_with(teh))
        out[1] = std::string(stem.substr(0, stem.size() - teh.size())) + std::string(heh);
    return out;
}

std::string_view first_word(std::string_view phrase) { return phrase.substr(0, phrase.find(' ')); }

}  // namespace

Knowledge::Knowledge(lexicon::LexiconPtr lexicon)
    : lexicon_(std::move(lexicon)),
      units_(lexicon_->table_or_none("units")),
      time_units_(lexicon_->table_or_none("time_units")),
      approximators_(lexicon_->table_or_none("approximators")),
      counts_(lexicon_),
      traits_(lexicon_->tables()) {
    if (units_ != lexicon::no_table) learn_units();
    if (time_units_ != lexicon::no_table) learn_time_units();
    if (approximators_ != lexicon::no_table) learn_approximators();
    learn_traits();
}

// A spelling is a dual when the row also has the singular; of a phrase the first word tells.
std::uint32_t Knowledge::duals_of(std::string_view spellings) const {
    std::vector<std::string> forms;
    for (std::size_t at = 0; at <= spellings.size();) {
        const std::size_t bar = std::min(spellings.find('|', at), spellings.size());
        forms.push_back(search_form(spellings.substr(at, bar - at)));
        at = bar + 1;
    }
    std::uint32_t out = 0;
    for (std::size_t i = 0; i < forms.size() && i < 32; ++i) {
        for (const std::string& singular : singulars_of(first_word(forms[i]))) {
            const auto same = [&](const std::string& form) {
                return !singular.empty() && first_word(form) == singular;
            };
            if (std::any_of(forms.begin(), forms.end(), same)) out |= 1u << i;
        }
    }
    return out;
}

void Knowledge::learn_units() {
    const std::size_t unit = lexicon_->column(units_, "unit"), en = lexicon_->column(units_, "en"),
                      kind = lexicon_->column(units_, "kind"), flags = lexicon_->column(units_, "flags");
    for (std::uint32_t row = 0; row < lexicon_->rows(units_); ++row) {
        const std::string_view of_kind = lexicon_->cell(units_, row, kind);
        Unit out;
        out.percent = of_kind == "percent";
        out.currency = of_kind == "currency";
        out.counted = of_kind == "points";
        out.signed_scale = of_kind == "temperature" || lexicon_->cell(units_, row, unit) == "degree";
        const std::string_view name = lexicon_->cell(units_, row, out.percent || out.currency ? unit : en);
        out.name = name.substr(0, name.find(" ("));  // "degree (of magnitude, temperature or rank)"
        out.homograph = Lexicon::has_flag(lexicon_->cell(units_, row, flags), "homograph");
        out.duals = duals_of(lexicon_->cell(units_, row, 0));
        unit_beginnings_.note(lexicon_->cell(units_, row, 0));
        first_words_.note(lexicon_->cell(units_, row, 0));
        unit_rows_.push_back(out);
    }
}

void Knowledge::learn_time_units() {
    const std::size_t unit = lexicon_->column(time_units_, "unit"),
                      number = lexicon_->column(time_units_, "number"),
                      flags = lexicon_->column(time_units_, "flags");
    for (std::uint32_t row = 0; row < lexicon_->rows(time_units_); ++row) {
        Unit out;
        out.time = true;
        out.name = lexicon_->cell(time_units_, row, unit);
        out.homograph = Lexicon::has_flag(lexicon_->cell(time_units_, row, flags), "homograph");
        out.duals = lexicon_->cell(time_units_, row, number) == "d" ? UINT32_MAX : 0;
        out.singular = lexicon_->cell(time_units_, row, number) == "s";
        unit_beginnings_.note(lexicon_->cell(time_units_, row, 0));
        first_words_.note(lexicon_->cell(time_units_, row, 0));
        time_unit_rows_.push_back(out);
    }
}

void Knowledge::learn_approximators() {
    const std::size_t kind = lexicon_->column(approximators_, "kind"),
                      position = lexicon_->column(approximators_, "position"),
                      flags = lexicon_->column(approximators_, "flags");
    for (std::uint32_t row = 0; row < lexicon_->rows(approximators_); ++row) {
        approximator_beginnings_.note(lexicon_->cell(approximators_, row, 0));
        first_words_.note(lexicon_->cell(approximators_, row, 0));
        approximator_rows_.push_back(
            {approximator_kind(lexicon_->cell(approximators_, row, kind)),
             lexicon_->cell(approximators_, row, position) == "after",
             Lexicon::has_flag(lexicon_->cell(approximators_, row, flags), "homograph")});
    }
}

void Knowledge::learn_traits() {
    learn_traits("function_words", "class", trait_of_class);
    learn_traits("function_words", "en", trait_of_gloss);
    learn_traits("function_words", "flags", trait_of_flags);
    learn_traits("months", "month", trait_of_month);
    learn_traits("weekdays", "day", trait_of_weekday);
    learn_traits("name_nouns", "type", trait_of_class_noun);
    learn_traits("verbs_of_saying", "form", trait_of_saying);
    learn_traits("verbs_of_saying", "flags", trait_of_flags);
    learn_traits("time_words", "kind", trait_of_time_word);
    for (const char* table : {"function_words", "verbs_of_saying"}) {
        const auto found = lexicon_->table(table);
        if (!found) continue;
        for (std::uint16_t& traits : traits_[found->index]) traits = without_weak(traits);
    }
    if (time_units_ == lexicon::no_table) return;
    auto& of_time_units = traits_[time_units_.index];
    for (const Unit& unit : time_unit_rows_) of_time_units.push_back(unit.singular ? trait::time_unit : 0);
}

void Knowledge::learn_traits(std::string_view name, std::string_view column,
                             std::uint16_t (*trait_of)(std::string_view)) {
    const auto table = lexicon_->table(name);
    if (!table) return;
    const std::size_t cell = lexicon_->column(*table, column);
    auto& traits = traits_[table->index];
    traits.resize(lexicon_->rows(*table));
    for (std::uint32_t row = 0; row < traits.size(); ++row) {
        traits[row] = static_cast<std::uint16_t>(traits[row] | trait_of(lexicon_->cell(*table, row, cell)));
    }
}

// Walks from a word on through the phrases of the lexicon and calls use(entry, end of the phrase). Slashes
// only divide.
template <class Use>
void Knowledge::follow(const Words& words, std::uint32_t at, std::string_view first, std::uint32_t next,
                       Use use) const {
    const std::uint32_t sentence_end = words.sentences[words.words[at].sentence].end;
    lexicon::Phrase phrase = lexicon::Phrase{}.then(first);
    if (!first_words_.may_begin(phrase)) return;
    while (true) {
        const lexicon::Found found = lexicon_->find(phrase);
        for (const lexicon::Entry& entry : found.entries) use(entry, next);
        if (!found.longer || next >= sentence_end) return;
        const bool slash = words.search(words.words[next]) == "/";
        if (slash && ++next >= sentence_end) return;
        phrase = phrase.then(words.search(words.words[next++]));
    }
}

// Makes a row the best unit so far, unless it may not stand here: a one-letter key only where the table says
// that it is also a common word, a dual never behind a number.
void Knowledge::take_unit(const lexicon::Entry& entry, std::uint32_t end, bool short_key, Place place,
                          UnitAt& now, std::optional<UnitAt>& best) const {
    if (short_key && !(entry.table == units_ && unit_rows_[entry.row].homograph)) return;
    now.unit = entry.table == units_ ? &unit_rows_[entry.row] : &time_unit_rows_[entry.row];
    now.end = end;
    now.dual = entry.spelling < 32 && (now.unit->duals >> entry.spelling & 1u) != 0;
    if (now.dual && place == Place::behind_number) return;
    if (!best || end > best->end || (end == best->end && best->unit->homograph && !now.unit->homograph))
        best = now;
}

std::optional<UnitAt> Knowledge::unit_at(const Words& words, std::uint32_t at, Place place) const {
    const Word& word = words.words[at];
    if (word.kind == WordKind::number || word.kind == WordKind::link ||
        word.normal.size() > limits::word_bytes)
        return std::nullopt;
    std::optional<UnitAt> best;
    UnitAt now;
    const std::string_view search = words.search(word);
    const auto use = [&](const lexicon::Entry& entry, std::uint32_t end) {
        if (entry.table != units_ && entry.table != time_units_) return;
        const bool short_key = search.size() == noon.size() && end == at + 1;
        take_unit(entry, end, short_key, place, now, best);
    };
    const auto read = [&](std::string_view text) {
        if (unit_beginnings_.may_begin(text)) follow(words, at, text, at + 1, use);
        if (!text.starts_with(al) || text.size() < al.size() + 4 ||
            !unit_beginnings_.may_begin(text.substr(al.size())))
            return;
        now.definite = true;
        follow(words, at, text.substr(al.size()), at + 1, use);
        now.definite = false;
    };
    read(search);
    const std::uint32_t next = at + 1;  // "m2": letters and digits without space are one word of a key
    if (next < words.words.size() && words.words[next].kind == WordKind::number &&
        !words.words[next].space_before && search.size() <= 6) {
        follow(words, at, words.normal->search({word.normal.begin, words.words[next].normal.end}), next + 1,
               use);
    }
    if (place == Place::behind_number || best || word.kind != WordKind::arabic) return best;
    for (const words::Reading reading : words::readings_of(search)) {
        if (reading.skip == 0 || reading.article || best) continue;
        now.skip = reading.skip;
        read(search.substr(reading.skip));
    }
    return best;
}

std::optional<ApproximatorAt> Knowledge::approximator_at(const Words& words, std::uint32_t at,
                                                         bool after) const {
    const Word& word = words.words[at];
    if (word.kind != WordKind::arabic || word.normal.size() > limits::word_bytes) return std::nullopt;
    std::optional<ApproximatorAt> best;
    const std::string_view search = words.search(word);
    for (const words::Reading reading : words::readings_of(search)) {
        if (reading.article || (after && reading.skip != 0) ||
            !approximator_beginnings_.may_begin(search.substr(reading.skip)))
            continue;
        follow(words, at, search.substr(reading.skip), at + 1,
               [&](const lexicon::Entry& entry, std::uint32_t end) {
                   if (entry.table != approximators_) return;
                   const Approximator& row = approximator_rows_[entry.row];
                   if (row.after != after || (best && end < best->end)) return;
                   if (row.homograph && reading.skip != 0 && search.starts_with(feh))
                       return;  // "opened" is not "and under"
                   if (best && end == best->end && reading.skip == best->skip) return;
                   best = ApproximatorAt{row.kind, row.after, end, reading.skip};
               });
    }
    return best;
}

std::uint16_t Knowledge::traits(std::string_view word) const {
    std::uint16_t out = 0;
    for (const lexicon::Entry& entry : lexicon_->find(lexicon::Phrase{}.then(word)).entries) {
        const auto& table = traits_[entry.table.index];
        if (entry.row < table.size()) out = static_cast<std::uint16_t>(out | table[entry.row]);
    }
    return out;
}

std::uint16_t Knowledge::traits(const Words& words, std::uint32_t at) const {
    const Word& word = words.words[at];
    if (word.kind != WordKind::arabic || word.normal.size() > limits::word_bytes) return 0;
    const std::string_view search = words.search(word);
    std::uint16_t out = traits(search);
    if (word.name_begin != 0) out = static_cast<std::uint16_t>(out | traits(search.substr(word.name_begin)));
    if ((word.proclitics & proclitic::article) != 0 && word.stem_begin > word.name_begin) {
        constexpr std::uint16_t nouns = trait::year_noun | trait::day_noun | trait::century |
                                        trait::class_noun | trait::dated | trait::time_unit;
        out = static_cast<std::uint16_t>(out | (traits(search.substr(word.stem_begin)) & nouns));
    }
    return out;
}

std::shared_ptr<const Knowledge> make_knowledge(lexicon::LexiconPtr lexicon) {
    return std::make_shared<Knowledge>(std::move(lexicon));
}

}  // namespace isnad::quantities
