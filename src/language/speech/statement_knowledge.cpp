#include "language/speech/statement_knowledge.h"

#include <algorithm>
#include <array>

#include "base/limits.h"
#include "language/speech/speech.h"
#include "language/words/clitics.h"
#include "text/letters.h"
#include "text/spelled.h"

namespace isnad::speech {
namespace {

namespace l = letters;
using lexicon::Lexicon;
using lexicon::TableId;

constexpr std::size_t letter = 2;  // bytes of an Arabic letter
constexpr int longest_key = 6;     // words of a key

Stance stance_of(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, Stance>, 19> all{{{"neutral", Stance::neutral},
                                                                       {"assert", Stance::assertion},
                                                                       {"deny", Stance::denial},
                                                                       {"claim", Stance::claim},
                                                                       {"warn", Stance::warning},
                                                                       {"demand", Stance::demand},
                                                                       {"promise", Stance::promise},
                                                                       {"ask", Stance::question},
                                                                       {"answer", Stance::answer},
                                                                       {"criticise", Stance::criticism},
                                                                       {"praise", Stance::praise},
                                                                       {"accuse", Stance::accusation},
                                                                       {"reveal", Stance::revelation},
                                                                       {"add", Stance::addition},
                                                                       {"quote", Stance::quotation},
                                                                       {"announce", Stance::announcement},
                                                                       {"admit", Stance::admission},
                                                                       {"evidential", Stance::evidence},
                                                                       {"no-comment", Stance::refusal}}};
    for (const auto& [name, stance] : all) {
        if (name == word) return stance;
    }
    return Stance::neutral;
}

CueForm form_of(std::string_view word) {
    if (word == "imperfect") return CueForm::imperfect;
    if (word == "participle") return CueForm::participle;
    if (word == "masdar") return CueForm::masdar;
    return word == "preposition" ? CueForm::preposition : CueForm::perfect;
}

std::uint16_t patterns_of(std::string_view cell) {
    std::uint16_t out = 0;
    const auto add = [&](std::string_view name, std::uint16_t bit) {
        if (Lexicon::has_flag(cell, name)) out = static_cast<std::uint16_t>(out | bit);
    };
    add("an", pattern::clause);
    add("bi", pattern::bi);
    add("ila", pattern::ila);
    add("quote", pattern::quote);
    add("noun", pattern::noun);
    add("ala", pattern::ala);
    add("aan", pattern::aan);
    add("min", pattern::min);
    add("fi", pattern::fi);
    return out;
}

CarrierKind carrier_kind(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, CarrierKind>, 10> all{
        {{"spokesman", CarrierKind::spokesman},
         {"statement", CarrierKind::statement},
         {"interview", CarrierKind::interview},
         {"press_conference", CarrierKind::press_conference},
         {"agency", CarrierKind::agency},
         {"broadcaster", CarrierKind::broadcaster},
         {"paper", CarrierKind::paper},
         {"platform", CarrierKind::platform},
         {"unnamed", CarrierKind::unnamed},
         {"relay", CarrierKind::relay}}};
    for (const auto& [name, kind] : all) {
        if (name == word) return kind;
    }
    return CarrierKind::statement;
}

std::uint32_t trait_of_class(std::string_view word) {
    if (word == "quantifier") return 0;  // "some of the residents": the head of a noun phrase
    constexpr std::array<std::pair<std::string_view, std::uint32_t>, 9> all{
        {{"preposition", trait::preposition},
         {"conjunction", trait::conjunction},
         {"relative", trait::relative},
         {"negation", trait::negation},
         {"pronoun", trait::pronoun},
         {"demonstrative", trait::demonstrative},
         {"complementiser", trait::complementiser},
         {"auxiliary", trait::auxiliary},
         {"adverb", trait::adverb}}};
    for (const auto& [name, bit] : all) {
        if (name == word) return bit | trait::function;
    }
    return trait::function;
}

template <class Use>
void each_spelling(std::string_view cell, Use use) {
    for (std::size_t at = 0; at <= cell.size();) {
        const std::size_t bar = std::min(cell.find('|', at), cell.size());
        if (bar > at) use(cell.substr(at, bar - at));
        at = bar + 1;
    }
}

}  // namespace

StatementKnowledge::StatementKnowledge(lexicon::LexiconPtr lexicon)
    : lexicon_(std::move(lexicon)), traits_(lexicon_->tables()) {
    learn_cues();
    learn_carriers();
    learn_function_words();
    for (const char* table : {"weekdays", "months", "time_words", "time_units"})
        learn_traits(table, trait::time);
    learn_traits("titles", trait::title);
    learn_traits("name_nouns", trait::body);
    learn_outlets();
}

void StatementKnowledge::learn_phrases(TableId table, std::uint32_t row) {
    each_spelling(lexicon_->cell(table, row, 0), [&](std::string_view spelling) {
        if (spelling.find(' ') != std::string_view::npos) phrases_.note(spelling);
    });
}

void StatementKnowledge::learn_cues() {
    const auto table = lexicon_->table("verbs_of_saying");
    if (!table) return;
    cue_table_ = *table;
    const std::size_t lemma = lexicon_->column(*table, "lemma"), stance = lexicon_->column(*table, "class"),
                      patterns = lexicon_->column(*table, "pattern"), form = lexicon_->column(*table, "form"),
                      flags = lexicon_->column(*table, "flags");
    for (std::uint32_t row = 0; row < lexicon_->rows(*table); ++row) {
        const auto cell = [&](std::size_t column) { return lexicon_->cell(*table, row, column); };
        cues_.push_back({cell(lemma), stance_of(cell(stance)), patterns_of(cell(patterns)),
                         form_of(cell(form)), Lexicon::has_flag(cell(flags), "weak"),
                         Lexicon::has_flag(cell(flags), "homograph"),
                         Lexicon::has_flag(cell(flags), "narrative"), Lexicon::has_flag(cell(flags), "inner"),
                         Lexicon::has_flag(cell(flags), "object")});
        learn_phrases(*table, row);
    }
}

void StatementKnowledge::learn_carriers() {
    const auto table = lexicon_->table("carriers");
    if (!table) return;
    carrier_table_ = *table;
    const std::size_t kind = lexicon_->column(*table, "kind"), flags = lexicon_->column(*table, "flags");
    for (std::uint32_t row = 0; row < lexicon_->rows(*table); ++row) {
        carriers_.push_back({carrier_kind(lexicon_->cell(*table, row, kind)),
                             Lexicon::has_flag(lexicon_->cell(*table, row, flags), "weak"),
                             Lexicon::has_flag(lexicon_->cell(*table, row, flags), "metonym")});
        learn_phrases(*table, row);
    }
}

void StatementKnowledge::learn_function_words() {
    const auto table = lexicon_->table("function_words");
    if (!table) return;
    const std::size_t kind = lexicon_->column(*table, "class"), en = lexicon_->column(*table, "en");
    auto& traits = traits_[table->index];
    for (std::uint32_t row = 0; row < lexicon_->rows(*table); ++row) {
        std::uint32_t bits = trait_of_class(lexicon_->cell(*table, row, kind));
        const std::string_view gloss = lexicon_->cell(*table, row, en);
        if (gloss == "while" || gloss == "whereas") bits |= trait::meanwhile;
        if (gloss == "that not" || gloss == "as") bits &= ~trait::complementiser;
        traits.push_back(bits);
        if ((bits & (trait::complementiser | trait::meanwhile | trait::preposition)) != 0)
            learn_phrases(*table, row);
    }
}

void StatementKnowledge::learn_traits(std::string_view name, std::uint32_t trait) {
    const auto table = lexicon_->table(name);
    if (!table) return;
    const std::size_t flags = lexicon_->column(*table, "flags"), gender = lexicon_->column(*table, "gender");
    for (std::uint32_t row = 0; row < lexicon_->rows(*table); ++row) {
        const std::string_view set = lexicon_->cell(*table, row, flags);
        const bool doubtful = Lexicon::has_flag(set, "weak") || Lexicon::has_flag(set, "homograph");
        // Earthquakes and treaties have names, but do not speak.
        const std::string_view type = lexicon_->cell(*table, row, lexicon_->column(*table, "type"));
        const bool silent =
            trait == trait::body && (type == "event" || type == "agreement" || type == "product");
        const bool other = (trait == trait::time && doubtful) || silent;
        const bool woman = trait == trait::title && lexicon_->cell(*table, row, gender) == "f";
        if (trait == trait::title) learn_phrases(*table, row);
        traits_[table->index].push_back((other ? 0 : trait) | (woman ? 1u << 31 : 0));
    }
}

void StatementKnowledge::learn_outlets() {
    const auto learn = [&](std::string_view name, auto kind_of_row) {
        const auto table = lexicon_->table(name);
        if (!table) return;
        const std::size_t id = lexicon_->column(*table, "id");
        for (std::uint32_t row = 0; row < lexicon_->rows(*table); ++row)
            outlets_.emplace_back(lexicon_->cell(*table, row, id), kind_of_row(*table, row));
    };
    learn("agencies", [](TableId, std::uint32_t) { return CarrierKind::agency; });
    learn("outlets", [&](TableId table, std::uint32_t row) {
        const std::string_view kind = lexicon_->cell(table, row, lexicon_->column(table, "kind"));
        if (kind == "channel" || kind == "radio") return CarrierKind::broadcaster;
        return kind == "platform" ? CarrierKind::platform : CarrierKind::paper;
    });
    std::stable_sort(outlets_.begin(), outlets_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
}

std::optional<CarrierKind> StatementKnowledge::carrier_of(const Name& name) const {
    if (!name.known || (name.known->table != "agencies" && name.known->table != "outlets"))
        return std::nullopt;
    const auto at = std::lower_bound(outlets_.begin(), outlets_.end(), name.known->row,
                                     [](const auto& row, const std::string& id) { return row.first < id; });
    if (at == outlets_.end() || at->first != name.known->row) return CarrierKind::paper;
    return at->second;
}

std::vector<WordSigns> StatementKnowledge::signs_of(const Words& words) const {
    std::vector<WordSigns> out(words.words.size());
    for (std::uint32_t at = 0; at < out.size(); ++at) {
        const Word& word = words.words[std::size_t{at}];
        if (word.kind == WordKind::arabic && word.normal.size() <= limits::word_bytes)
            read_word(words, at, out[at]);
    }
    return out;
}

void StatementKnowledge::read_word(const Words& words, std::uint32_t at, WordSigns& out) const {
    const std::string_view search = words.search(words.words[std::size_t{at}]);
    const std::string_view analysis = words.analysis(words.words[std::size_t{at}]);
    for (const words::Reading reading : words::readings_of(search)) {
        lexicon::Phrase phrase = words::phrase_of(search, reading);
        const char32_t stripped = reading.skip == 0 ? 0 : utf8::at(search, reading.skip - letter).value;
        const bool preposition = stripped == l::beh || stripped == l::kaf || stripped == l::lam;
        lexicon::Found found = lexicon_->find(phrase);
        take(found, reading.skip, preposition, 1, analysis, out);
        if (!found.longer || !phrases_.may_begin(search.substr(reading.skip))) continue;
        const std::uint32_t sentence = words.words[std::size_t{at}].sentence;
        for (std::uint32_t next = at + 1; next < at + longest_key && next < words.words.size(); ++next) {
            const Word& word = words.words[std::size_t{next}];
            if (word.kind != WordKind::arabic || word.sentence != sentence) break;
            phrase = phrase.then(words.search(word));
            found = lexicon_->find(phrase);
            take(found, reading.skip, preposition, static_cast<std::uint8_t>(next - at + 1), analysis, out);
            if (!found.longer) break;
        }
    }
    if (out.cue != no_entry && cues_[out.cue].inner)
        out.cue_words = (out.traits & trait::negation) != 0 && out.cue_words > 2 ? 2 : 1;
    constexpr std::string_view heh = spelled<l::heh>;
    if (search.ends_with(heh) &&
        words.analysis(words.words[std::size_t{at}]).ends_with(spelled<l::teh_marbuta>))
        out.feminine = true;
}

void StatementKnowledge::take(const lexicon::Found& found, std::uint8_t skip, bool preposition,
                              std::uint8_t length, std::string_view analysis, WordSigns& out) const {
    for (const lexicon::Entry& entry : found.entries) {
        if (entry.table == cue_table_) {
            // "is called" is no "claims", though both have one search form.
            if (length == 1 && lexicon_->spelling(entry) != analysis.substr(skip)) continue;
            take_cue(entry.row, skip, preposition, length, out);
        } else if (entry.table == carrier_table_) {
            if (skip == 0 && carriers_[entry.row].kind != CarrierKind::relay) out.traits |= trait::whole;
            if (length > out.carrier_words) {
                out.carrier = entry.row;
                out.carrier_words = length;
                out.carrier_skip = skip;
            }
        } else if (!traits_[entry.table.index].empty()) {
            const std::uint32_t traits = traits_[entry.table.index][entry.row];
            if ((traits >> 31) != 0) out.feminine = true;
            const bool noun = (traits & (trait::title | trait::body | trait::time)) != 0;
            if ((traits & trait::title) != 0 && length > out.title_words) out.title_words = length;
            if (noun && skip == 0 && length == 1) out.traits |= trait::whole;
            if (length > 1 && skip == 0 && (traits & trait::preposition) != 0)
                out.preposition_words = std::max(out.preposition_words, length);
            const bool phrase = length > 1 && (traits & (trait::complementiser | trait::meanwhile)) == 0;
            if ((noun || !preposition) && !phrase) out.traits |= traits & ~(1u << 31);
        }
    }
}

void StatementKnowledge::take_cue(std::uint32_t row, std::uint8_t skip, bool preposition, std::uint8_t length,
                                  WordSigns& out) const {
    const CueRow& now = cues_[row];
    if (preposition && now.form != CueForm::masdar) return;
    if (out.cue != no_entry) {
        const CueRow& best = cues_[out.cue];
        const bool longer = length > out.cue_words;
        const bool surer = length == out.cue_words && skip == out.cue_skip && best.weak && !now.weak;
        if (!longer && !surer) return;
    }
    out.cue = row;
    out.cue_words = length;
    out.cue_skip = skip;
}

std::shared_ptr<const StatementKnowledge> make_statement_knowledge(const lexicon::LexiconPtr& lexicon) {
    return std::make_shared<const StatementKnowledge>(lexicon);
}

}  // namespace isnad::speech
