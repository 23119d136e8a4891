// The questions of the hot pass to MentionKnowledge.
#include <algorithm>

#include "base/ascii.h"
#include "language/speech/mentions_knowledge.h"

namespace isnad::speech {

const TitleFacts* MentionKnowledge::title(const lexicon::Entry& entry) const {
    return titles_ && entry.table == *titles_ ? &title_rows_[entry.row] : nullptr;
}

const MentionWord* MentionKnowledge::word(const lexicon::Entry& entry) const {
    return words_ && entry.table == *words_ ? &word_rows_[entry.row] : nullptr;
}

std::optional<Nationality> MentionKnowledge::nationality(lexicon::Phrase definite) const {
    const auto at = nationalities_.find(definite.hash);
    return at == nationalities_.end() ? std::nullopt : std::optional(at->second);
}

std::optional<std::uint32_t> MentionKnowledge::row_of(const Known& known) const {
    const auto at = rows_.find(lexicon::Phrase{}.then(known.table).then(known.row).hash);
    return at == rows_.end() ? std::nullopt : std::optional(at->second);
}

std::uint16_t MentionKnowledge::country_of(const Known& known, bool itself) const {
    const auto row = row_of(known);
    if (known.table == "countries") return row ? static_cast<std::uint16_t>(*row) : no_row;
    if (itself || !row) return no_row;
    const auto table = lexicon_->table(known.table);
    const std::string id = ascii::lower(lexicon_->cell(*table, *row, lexicon_->column(*table, "country")));
    return country_of({"countries", id}, true);
}

std::string_view MentionKnowledge::kind_of(const Known& known) const {
    if (known.table == "agencies") return "agency";
    if (known.table == "countries") return "country";
    const auto row = row_of(known);
    const auto table = lexicon_->table(known.table);
    return row ? lexicon_->cell(*table, *row, lexicon_->column(*table, "kind")) : std::string_view{};
}

bool MentionKnowledge::is_metonym(const Known& known) const {
    const auto row = row_of(known);
    if (!row) return false;
    const lexicon::TableId table = *lexicon_->table(known.table);
    return lexicon::Lexicon::has_flag(lexicon_->cell(table, *row, lexicon_->column(table, "flags")),
                                      "metonym");
}

std::string_view MentionKnowledge::spellings_of(const Known& known) const {
    const auto row = row_of(known);
    return row ? lexicon_->cell(*lexicon_->table(known.table), *row, 0) : std::string_view{};
}

std::string_view MentionKnowledge::english_of(const Known& known) const {
    const auto row = row_of(known);
    const auto table = lexicon_->table(known.table);
    return row ? lexicon_->cell(*table, *row, lexicon_->column(*table, "en")) : std::string_view{};
}

GrammarGender MentionKnowledge::gender_of_given_name(lexicon::Phrase name) const {
    for (const lexicon::Entry& entry : lexicon_->find(name).entries) {
        if (!given_names_ || entry.table != *given_names_) continue;
        const std::string_view cell = lexicon_->cell(entry, lexicon_->column(*given_names_, "gender"));
        return cell == "m"   ? GrammarGender::masculine
               : cell == "f" ? GrammarGender::feminine
                             : GrammarGender::unknown;
    }
    return GrammarGender::unknown;
}

bool MentionKnowledge::takes_no_person(lexicon::Phrase verb) const {
    for (const lexicon::Entry& entry : lexicon_->find(verb).entries) {
        if (!sayings_ || entry.table != *sayings_) continue;
        const std::string_view pattern = lexicon_->cell(entry, lexicon_->column(*sayings_, "pattern"));
        const std::string_view kind = lexicon_->cell(entry, lexicon_->column(*sayings_, "class"));
        const auto takes = [&](std::string_view one) { return lexicon::Lexicon::has_flag(pattern, one); };
        return (kind == "neutral" || kind == "assert" || kind == "add") && takes("an") && !takes("noun") &&
               !takes("bi") && !takes("ila");
    }
    return false;
}

bool MentionKnowledge::is_title(std::string_view form) const {
    for (const lexicon::Entry& entry : lexicon_->find(lexicon::Phrase{}.then(form)).entries) {
        if (titles_ && entry.table == *titles_) return true;
    }
    return false;
}

bool MentionKnowledge::is_cue(lexicon::Phrase verb) const {
    for (const lexicon::Entry& entry : lexicon_->find(verb).entries) {
        if (sayings_ && entry.table == *sayings_) return true;
    }
    return false;
}

std::string_view MentionKnowledge::class_noun(lexicon::Phrase bare) const {
    for (const lexicon::Entry& entry : lexicon_->find(bare).entries) {
        if (!name_nouns_ || entry.table != *name_nouns_) continue;
        return lexicon_->cell(entry, lexicon_->column(*name_nouns_, "en"));
    }
    return {};
}

std::string_view MentionKnowledge::class_noun_type(lexicon::Phrase bare) const {
    for (const lexicon::Entry& entry : lexicon_->find(bare).entries) {
        if (!name_nouns_ || entry.table != *name_nouns_) continue;
        return lexicon_->cell(entry, lexicon_->column(*name_nouns_, "type"));
    }
    return {};
}

bool MentionKnowledge::is_quantifier(std::string_view form) const {
    for (const lexicon::Entry& entry : lexicon_->find(lexicon::Phrase{}.then(form)).entries) {
        if (!function_words_ || entry.table != *function_words_) continue;
        if (lexicon_->cell(entry, lexicon_->column(*function_words_, "class")) == "quantifier") return true;
    }
    return false;
}

std::vector<Tenure> MentionKnowledge::tenures_of(const Known& person) const {
    const auto row = person.table == "persons" ? row_of(person) : std::nullopt;
    if (!row) return {};
    std::vector<Tenure> out = parse_tenures(*row);
    if (const auto more = further_.find(*row); more != further_.end())
        out.insert(out.end(), more->second.begin(), more->second.end());
    return out;
}

Known MentionKnowledge::known_person(std::uint32_t row) const {
    const std::uint32_t persons = lexicon_->rows(*persons_);
    if (row >= persons) return {"offices", std::string(lexicon_->cell(*office_rows_, row - persons, 0))};
    return {"persons", std::string(lexicon_->cell(*persons_, row, lexicon_->column(*persons_, "id")))};
}

float MentionKnowledge::fit(std::uint16_t meant, std::uint16_t held) const {
    if (meant == held) return 1.0F;
    if (meant == no_row || held == no_row) return 0;
    const Office &a = offices_[meant], &b = offices_[held];
    if (a.subordinate || b.subordinate) return 0;
    if (a.cls == "sport" && a.cls == b.cls && a.en.ends_with("coach") && b.en.ends_with("coach")) return 0.9F;
    const auto heads = [](const Office& one) {
        return one.kind == OfficeClass::state || one.kind == OfficeClass::government ||
               one.kind == OfficeClass::royal || one.kind == OfficeClass::party;
    };
    if (a.generic && a.kind == b.kind && b.en.size() > a.en.size() && b.en.ends_with(a.en)) return 0.7F;
    if (a.leader) return heads(b) ? 0.7F : 0;
    if (b.leader) return heads(a) ? 0.6F : 0;
    if (a.kind != b.kind) return 0;
    switch (a.kind) {
        case OfficeClass::state:
        case OfficeClass::spokesman: return 0.8F;
        case OfficeClass::government: return 0.7F;
        case OfficeClass::minister: return a.generic || b.generic ? 0.7F : 0;
        case OfficeClass::royal: return a.en == "monarch" || b.en == "monarch" ? 0.8F : 0;
        default: return 0;
    }
}

}  // namespace isnad::speech
