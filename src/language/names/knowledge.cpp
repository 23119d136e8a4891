#include "language/names/knowledge.h"

#include <algorithm>

#include "language/names/letters_of_names.h"
#include "language/names/tagger.h"
#include "text/normalise.h"

namespace isnad::names {
namespace {

struct TableSource {
    std::string_view table;
    Source source;
};
constexpr std::array tables{TableSource{"persons", Source::person},
                            TableSource{"countries", Source::country},
                            TableSource{"places", Source::place},
                            TableSource{"places_cldr", Source::cldr_place},
                            TableSource{"organisations", Source::organisation},
                            TableSource{"agencies", Source::agency},
                            TableSource{"outlets", Source::outlet},
                            TableSource{"given_names", Source::given_name},
                            TableSource{"surnames", Source::surname},
                            TableSource{"titles", Source::title},
                            TableSource{"name_nouns", Source::noun},
                            TableSource{"function_words", Source::function_word},
                            TableSource{"verbs_of_saying", Source::saying},
                            TableSource{"months", Source::plain},
                            TableSource{"weekdays", Source::plain},
                            TableSource{"numbers", Source::plain},
                            TableSource{"time_units", Source::plain},
                            TableSource{"time_words", Source::plain},
                            TableSource{"units", Source::plain},
                            TableSource{"demonyms", Source::people}};

NameType type_of_noun(std::string_view type) {
    if (type == "organisation") return NameType::organisation;
    if (type == "agreement") return NameType::agreement;
    if (type == "product") return NameType::product;
    if (type == "event") return NameType::event;
    if (type == "group") return NameType::group;
    return NameType::place;  // a facility too, until its name is whole
}

NameType type_of(Source source, std::string_view noun_type) {
    switch (source) {
        case Source::country:
        case Source::place:
        case Source::cldr_place: return NameType::place;
        case Source::organisation:
        case Source::agency:
        case Source::outlet: return NameType::organisation;
        case Source::noun: return type_of_noun(noun_type);
        default: return NameType::person;
    }
}

template <class Take>
void for_each_part(std::string_view cell, char divider, const Take& take) {
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find(divider), cell.size());
        if (end > 0) take(cell.substr(0, end));
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
}

}  // namespace

std::shared_ptr<const Knowledge> make_knowledge(lexicon::LexiconPtr lexicon) {
    return std::make_shared<const Knowledge>(std::move(lexicon));
}

Knowledge::Knowledge(lexicon::LexiconPtr lexicon)
    : lexicon_(std::move(lexicon)),
      counts_(lexicon_->table_or_none("word_counts")),
      notes_(counts_ == lexicon::no_table ? 0 : lexicon_->rows(counts_)),
      sources_(lexicon_->tables(), Source::none),
      rows_(lexicon_->tables()),
      tagger_(std::make_unique<const Tagger>(*lexicon_)) {
    for (const TableSource& one : tables) {
        const auto table = lexicon_->table(one.table);
        if (!table) continue;
        sources_[table->index] = one.source;
        read_rows(*table, one.source);
    }
    if (const auto persons = lexicon_->table("persons")) read_surnames(*persons);
    read_nisbas();
}

Knowledge::~Knowledge() = default;

void Knowledge::read_rows(lexicon::TableId table, Source source) {
    const auto column = [&](std::string_view name) { return lexicon_->column(table, name); };
    const std::size_t flags_at = column("flags"), span_at = column("span"), type_at = column("type"),
                      origin_at = column("origin");
    const std::size_t kind_at = column("kind"), class_at = column("class"), number_at = column("number");
    std::vector<RowFacts>& rows = rows_[table.index];
    rows.resize(lexicon_->rows(table));
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        const std::string_view flags = lexicon_->cell(table, i, flags_at);
        const auto has = [&](std::string_view flag) { return lexicon::Lexicon::has_flag(flags, flag); };
        const std::string_view origin = lexicon_->cell(table, i, origin_at);
        const std::string_view title = lexicon_->cell(table, i, class_at);
        RowFacts& row = rows[i];
        row.type = type_of(source, lexicon_->cell(table, i, type_at));
        row.ambiguous = has("ambiguous");
        row.weak = has("weak");
        row.complement = has("complement");
        row.surname = has("surname") || has("mononym");
        const std::string_view kind = lexicon_->cell(table, i, kind_at);
        row.facility = source == Source::noun ? lexicon_->cell(table, i, type_at) == "facility"
                                              : kind == "airport" || kind == "border";
        row.landmark = kind == "landmark";
        row.inside = lexicon_->cell(table, i, span_at) == "in";
        row.family_first = origin == "chinese" || origin == "korean" || origin == "vietnamese";
        row.arab = origin.starts_with("arabic") || origin == "maghrebi" || origin == "sudanese" ||
                   origin == "kurdish";
        row.ordinal = kind == "ordinal";
        row.minister = title == "minister";
        row.weak = row.weak || (source == Source::title && lexicon_->cell(table, i, number_at) != "s");
        row.respect = title == "honorific" || title == "royal" || title == "religious";
    }
}

void Knowledge::read_nisbas() {
    if (const auto countries = lexicon_->table("countries")) {
        const std::size_t nisba = lexicon_->column(*countries, "nisba");
        for (std::uint32_t row = 0; row < lexicon_->rows(*countries); ++row) {
            for_each_part(lexicon_->cell(*countries, row, nisba), '|', [&](std::string_view one) {
                for_each_part(search_form(one), ' ', [&](std::string_view word) { add_nisba(word); });
            });
        }
    }
    const auto demonyms = lexicon_->table("demonyms");
    if (!demonyms) return;
    const std::size_t kind = lexicon_->column(*demonyms, "kind");
    for (std::uint32_t row = 0; row < lexicon_->rows(*demonyms); ++row) {
        const bool adjective = lexicon_->cell(*demonyms, row, kind) == "nisba";
        for_each_part(lexicon_->cell(*demonyms, row, 0), '|', [&](std::string_view one) {
            if (!adjective && one.find(' ') != std::string_view::npos) return;
            for_each_part(search_form(one), ' ', [&](std::string_view word) {
                adjective ? add_nisba(word)
                          : static_cast<void>(nisbas_.insert(lexicon::Phrase{}.then(word).hash));
            });
        });
    }
}

// A nisba in search form, with and without article, in both genders and all numbers.
void Knowledge::add_nisba(std::string_view masculine) {
    const std::array endings{std::string(),
                             text::heh,
                             text::waw + text::noon,
                             text::yeh + text::noon,
                             text::alef + text::teh,
                             text::alef + text::noon,
                             text::teh + text::alef + text::noon,
                             text::teh + text::yeh + text::noon,
                             text::alef};
    for (const std::string& ending : endings) {
        const std::string form = std::string(masculine) + ending;
        nisbas_.insert(lexicon::Phrase{}.then(form).hash);
        nisbas_.insert(lexicon::Phrase{}.then(text::article + form).hash);
    }
}

void Knowledge::read_surnames(lexicon::TableId persons) {
    const std::vector<RowFacts>& rows = rows_[persons.index];
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        if (!rows[row].surname) continue;
        std::uint16_t number = 0;
        for_each_part(lexicon_->cell(persons, row, 0), '|',
                      [&](std::string_view spelling) { add_surname(persons, row, number++, spelling); });
    }
}

// The surname of a spelling: its last word, with the connective before it. The first row of the table that
// claims it wins.
void Knowledge::add_surname(lexicon::TableId persons, std::uint32_t row, std::uint16_t number,
                            std::string_view spelling) {
    const NormalText normal = normalise(spelling);
    const auto words = lexicon::words_of(normal.search());
    if (words.size() < 2 || is_definite_ordinal(words.back())) return;
    std::size_t first = words.size() - 1;
    if (text::closes_name(words[first]) && first > 1) --first;
    while (first > 1 && is_connective(words[first - 1])) --first;
    lexicon::Phrase phrase;
    for (std::size_t i = first; i < words.size(); ++i) phrase = phrase.then(words[i]);
    surnames_.try_emplace(phrase.hash, lexicon::Entry{persons, number, row, 0, 0});
}

const lexicon::Entry* Knowledge::person_of_surname(lexicon::Phrase surname) const {
    const auto at = surnames_.find(surname.hash);
    return at == surnames_.end() ? nullptr : &at->second;
}

bool Knowledge::is_connective(std::string_view word) const {
    return std::find(text::connectives.begin(), text::connectives.end(), word) != text::connectives.end();
}

bool Knowledge::is_definite_ordinal(std::string_view word) const {
    if (!text::is_definite(word)) return false;
    const auto entries = lexicon_->find(lexicon::Phrase{}.then(word.substr(text::article.size()))).entries;
    return std::any_of(entries.begin(), entries.end(), [&](const lexicon::Entry& entry) {
        return source(entry) == Source::plain && facts(entry).ordinal;
    });
}

std::uint32_t Knowledge::count_row(std::span<const lexicon::Entry> entries) const {
    for (const lexicon::Entry& entry : entries) {
        if (entry.table == counts_) return entry.row;
    }
    return FormNotes::no_row;
}

Known Knowledge::known(const lexicon::Entry& entry) const {
    std::string_view row = lexicon_->cell(entry, "id");
    if (row.empty())
        row =
            lexicon_->cell(entry, std::size_t{0}).substr(0, lexicon_->cell(entry, std::size_t{0}).find('|'));
    return {std::string(lexicon_->table_name(entry.table)), std::string(row)};
}

}  // namespace isnad::names
