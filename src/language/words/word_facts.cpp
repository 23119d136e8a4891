#include "language/words/word_facts.h"

#include <algorithm>

namespace isnad::words {

std::vector<lexicon::TableId> model_tables(const lexicon::Lexicon& lexicon) {
    return lexicon.tables(
        {"article_blocks", "name_costs", "name_letters", "name_tags", "segmentation", "word_clusters"});
}

WordFacts::WordFacts(lexicon::LexiconPtr lexicon) : lexicon_(std::move(lexicon)), counts_(lexicon_) {
    tables_.resize(lexicon_->tables());
    const auto set = [&](std::initializer_list<std::string_view> names, FormClass form_class) {
        for (const lexicon::TableId table : lexicon_->tables(names))
            tables_[table.index].form_class = form_class;
    };
    set({"approximators", "countries",  "demonyms",        "events",      "given_names",  "mentions",
         "months",        "name_nouns", "outlets",         "populations", "time_units",   "time_words",
         "titles",        "units",      "verbs_of_saying", "weekdays",    "world_events", "organisations",
         "agencies",      "places",     "places_cldr",     "persons",     "surnames"},
        FormClass::listed);
    set({"function_words"}, FormClass::function);
    set({"numbers"}, FormClass::number);
    for (const std::string_view name : {"countries", "places", "places_cldr", "persons", "organisations",
                                        "agencies", "given_names", "surnames"}) {
        const lexicon::TableId table = lexicon_->table_or_none(name);
        if (table == lexicon::no_table) continue;
        tables_[table.index].form_class = FormClass::name;
        tables_[table.index].flags = lexicon_->column(table, "flags");
    }
    for (const lexicon::TableId table : model_tables(*lexicon_)) tables_[table.index].tells = false;
    note_rows("verbs_of_saying", "form", "perfect imperfect");
    note_rows("events", "form", "perfect imperfect passive");
}

// Which rows of a table are finite verbs.
void WordFacts::note_rows(std::string_view name, std::string_view column, std::string_view verbs) {
    const lexicon::TableId table = lexicon_->table_or_none(name);
    if (table == lexicon::no_table) return;
    const std::size_t at = lexicon_->column(table, column);
    std::vector<bool>& out = tables_[table.index].verbs;
    out.resize(lexicon_->rows(table));
    for (std::uint32_t row = 0; row < out.size(); ++row) {
        const std::string_view form = lexicon_->cell(table, row, at);
        out[row] = !form.empty() && verbs.find(form) != std::string_view::npos;
    }
}

FormClass WordFacts::class_of(const lexicon::Entry& entry) const {
    const Table& table = tables_[entry.table.index];
    if (!table.verbs.empty()) return table.verbs[entry.row] ? FormClass::verb : FormClass::listed;
    if (table.flags != 0 && lexicon::Lexicon::has_flag(lexicon_->cell(entry, table.flags), "ambiguous"))
        return FormClass::listed;
    return table.form_class;
}

FormFacts WordFacts::of(std::string_view search_form) const {
    FormFacts out;
    for (const lexicon::Entry& entry : lexicon_->find(lexicon::Phrase{}.then(search_form)).entries) {
        if (counts_.has(entry)) {
            out.count += counts_.of_row(entry.row);
            continue;
        }
        const FormClass now = class_of(entry);
        if (out.form_class == FormClass::none || (now != FormClass::none && now < out.form_class))
            out.form_class = now;
    }
    return out;
}

std::uint32_t WordFacts::count(std::string_view search_form) const { return counts_.of(search_form); }

WordFacts::Place WordFacts::place(std::string_view search_form, std::string_view analysis_form) const {
    Place out{rows(), false};
    for (const lexicon::Entry& entry : lexicon_->find(lexicon::Phrase{}.then(search_form)).entries) {
        out.known |= tables_[entry.table.index].tells;
        if (counts_.has(entry) && lexicon_->spelling(entry) == analysis_form) out.row = entry.row;
    }
    return out;
}

bool WordFacts::is_name(std::string_view search_form) const {
    const auto entries = lexicon_->find(lexicon::Phrase{}.then(search_form)).entries;
    return std::any_of(entries.begin(), entries.end(),
                       [&](const lexicon::Entry& entry) { return class_of(entry) == FormClass::name; });
}

std::uint32_t WordFacts::exact_count(std::string_view search_form, std::string_view analysis_form) const {
    const std::uint32_t row = place(search_form, analysis_form).row;
    return row < rows() ? counts_.of_row(row) : 0;
}

}  // namespace isnad::words
