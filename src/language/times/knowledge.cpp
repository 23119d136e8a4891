#include "language/times/knowledge.h"

#include <array>
#include <charconv>

#include "language/times/times.h"

namespace isnad::times {
namespace {

using lexicon::Lexicon;

int int_in(std::string_view cell) {
    int value = 0;
    std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return value;
}

struct KindName {
    std::string_view name;
    TermKind kind;
};

constexpr std::array kind_names{KindName{"day", TermKind::day},
                                KindName{"direction", TermKind::direction},
                                KindName{"part", TermKind::part},
                                KindName{"mod", TermKind::mod},
                                KindName{"ref", TermKind::ref},
                                KindName{"set", TermKind::set},
                                KindName{"ago", TermKind::ago},
                                KindName{"since", TermKind::since},
                                KindName{"within", TermKind::within},
                                KindName{"until", TermKind::until},
                                KindName{"calendar", TermKind::calendar},
                                KindName{"zone", TermKind::zone},
                                KindName{"meridiem", TermKind::meridiem},
                                KindName{"day_noun", TermKind::day_noun},
                                KindName{"date_noun", TermKind::date_noun},
                                KindName{"date_role", TermKind::date_role},
                                KindName{"year_noun", TermKind::year_noun},
                                KindName{"month_noun", TermKind::month_noun},
                                KindName{"decade", TermKind::decade},
                                KindName{"century", TermKind::century},
                                KindName{"season", TermKind::season},
                                KindName{"weekend", TermKind::weekend},
                                KindName{"holiday", TermKind::holiday},
                                KindName{"age", TermKind::age},
                                KindName{"many", TermKind::many},
                                KindName{"lasting", TermKind::lasting},
                                KindName{"quarter", TermKind::quarter}};

TermKind kind_of(std::string_view name) {
    for (const KindName& entry : kind_names) {
        if (entry.name == name) return entry.kind;
    }
    return TermKind::none;
}

constexpr std::array<std::string_view, 14> unit_names{"",       "second",  "minute", "hour",    "day",
                                                      "night",  "week",    "month",  "quarter", "year",
                                                      "decade", "century", "season", "weekend"};

std::int16_t unit_of(std::string_view name) {
    for (std::size_t i = 1; i < unit_names.size(); ++i) {
        if (unit_names[i] == name) return static_cast<std::int16_t>(i);
    }
    return 0;
}

struct Gloss {
    std::string_view table_class, en;
    Particle particle;
};

constexpr std::array glosses{
    Gloss{"preposition", "in", Particle::in},           Gloss{"preposition", "from", Particle::from},
    Gloss{"preposition", "to", Particle::to},           Gloss{"preposition", "until", Particle::until},
    Gloss{"preposition", "between", Particle::between}, Gloss{"conjunction", "and", Particle::and_},
    Gloss{"conjunction", "or", Particle::or_},          Gloss{"particle", "will", Particle::will},
    Gloss{"negation", "will not", Particle::will_not},  Gloss{"negation", "did not", Particle::did_not},
    Gloss{"preposition", "after", Particle::after},     Gloss{"preposition", "before", Particle::before},
    Gloss{"preposition", "since", Particle::since},     Gloss{"complementiser", "that", Particle::that},
    Gloss{"conjunction", "if", Particle::that},         Gloss{"quantifier", "both", Particle::both},
    Gloss{"preposition", "on", Particle::on},           Gloss{"adverb", "soon", Particle::soon},
    Gloss{"adverb", "later", Particle::later},          Gloss{"auxiliary", "was", Particle::was}};

Particle particle_of(std::string_view table_class, std::string_view en) {
    for (const Gloss& gloss : glosses) {
        if (gloss.table_class == table_class && gloss.en == en) return gloss.particle;
    }
    return Particle::other;
}

std::int16_t holiday_day(std::string_view cell) {
    const std::size_t dash = cell.find('-');
    if (dash == std::string_view::npos || cell.find(':') != std::string_view::npos) return 0;
    return static_cast<std::int16_t>(int_in(cell.substr(0, dash)) * 100 + int_in(cell.substr(dash + 1)));
}

constexpr std::string_view hijri_prefix = "hijri:";

}  // namespace

Knowledge::Knowledge(lexicon::LexiconPtr lexicon)
    : lexicon_(std::move(lexicon)), tables_(lexicon_->tables()), counts_(lexicon_) {
    read_months();
    read_weekdays();
    read_units();
    read_words();
    read_particles();
    read_fractions();
    read_approximators();
    read_world_events();
    note_first_words();
    sayings_ = lexicon_->table_or_none("verbs_of_saying");
    if (sayings_.index != UINT16_MAX) form_column_ = lexicon_->column(sayings_, "form");
    countries_ = lexicon_->table_or_none("countries");
    places_ = lexicon_->table_or_none("places");
    titles_ = lexicon_->table_or_none("titles");
    name_nouns_ = lexicon_->table_or_none("name_nouns");
    outlets_ = lexicon_->table_or_none("outlets");
}

Knowledge::Rows& Knowledge::add_table(std::string_view name) {
    const auto table = lexicon_->table(name);
    if (!table) return none_;
    Rows& rows = tables_[table->index];
    rows.resize(lexicon_->rows(*table));
    return rows;
}

void Knowledge::read_months() {
    Rows& rows = add_table("months");
    if (rows.empty()) return;
    const lexicon::TableId table = *lexicon_->table("months");
    const std::size_t month = lexicon_->column(table, "month"),
                      calendar = lexicon_->column(table, "calendar"),
                      flags = lexicon_->column(table, "flags"), region = lexicon_->column(table, "region");
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        Meaning& out = rows[row];
        out.kind = TermKind::month;
        out.value = static_cast<std::int16_t>(int_in(lexicon_->cell(table, row, month)));
        out.hijri = lexicon_->cell(table, row, calendar) == "hijri";
        out.weak = Lexicon::has_flag(lexicon_->cell(table, row, flags), "homograph");
        out.number = lexicon_->cell(table, row, region) == "libya"
                         ? 1
                         : 0;  // the names of 1969-2011 need a day and a year
    }
}

void Knowledge::read_weekdays() {
    Rows& rows = add_table("weekdays");
    if (rows.empty()) return;
    const lexicon::TableId table = *lexicon_->table("weekdays");
    const std::size_t day = lexicon_->column(table, "day"), flags = lexicon_->column(table, "flags");
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        rows[row].kind = TermKind::weekday;
        rows[row].value = static_cast<std::int16_t>(int_in(lexicon_->cell(table, row, day)));
        rows[row].weak = Lexicon::has_flag(lexicon_->cell(table, row, flags), "homograph");
    }
}

void Knowledge::read_units() {
    Rows& rows = add_table("time_units");
    if (rows.empty()) return;
    const lexicon::TableId table = *lexicon_->table("time_units");
    const std::size_t unit = lexicon_->column(table, "unit"), number = lexicon_->column(table, "number"),
                      flags = lexicon_->column(table, "flags");
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        const std::string_view count = lexicon_->cell(table, row, number);
        rows[row].kind = TermKind::unit;
        rows[row].value = unit_of(lexicon_->cell(table, row, unit));
        rows[row].number = count == "s" ? 1 : count == "d" ? 2 : 3;
        rows[row].weak = Lexicon::has_flag(lexicon_->cell(table, row, flags), "homograph");
    }
}

void Knowledge::read_words() {
    Rows& rows = add_table("time_words");
    if (rows.empty()) return;
    const lexicon::TableId table = *lexicon_->table("time_words");
    const std::size_t kind = lexicon_->column(table, "kind"), value = lexicon_->column(table, "value"),
                      flags = lexicon_->column(table, "flags");
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        Meaning& out = rows[row];
        out.kind = kind_of(lexicon_->cell(table, row, kind));
        out.text = lexicon_->cell(table, row, value);
        out.weak = Lexicon::has_flag(lexicon_->cell(table, row, flags), "weak");
        out.narrative = Lexicon::has_flag(lexicon_->cell(table, row, flags), "narrative");
        if (out.kind == TermKind::set && out.text == "every") out.kind = TermKind::every;
        out.hijri = out.text.starts_with(hijri_prefix) || out.text == "hijri";
        if (out.text.starts_with(hijri_prefix)) out.text.remove_prefix(hijri_prefix.size());
        out.value = out.kind == TermKind::holiday ? holiday_day(out.text)
                                                  : static_cast<std::int16_t>(int_in(out.text));
    }
}

void Knowledge::read_particles() {
    Rows& rows = add_table("function_words");
    if (rows.empty()) return;
    const lexicon::TableId table = *lexicon_->table("function_words");
    const std::size_t column = lexicon_->column(table, "class"), gloss = lexicon_->column(table, "en");
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        const std::string_view table_class = lexicon_->cell(table, row, column),
                               en = lexicon_->cell(table, row, gloss);
        Meaning& out = rows[row];
        out.kind = TermKind::particle;
        out.value = static_cast<std::int16_t>(particle_of(table_class, en));
        out.text = table_class;
        out.before = (table_class == "demonstrative" && (en.starts_with("this") || en.starts_with("that"))) ||
                     en == "same";
        out.narrative = en == "that" || en == "those" || en == "same";
        if (en == "several" || en == "a few") out.kind = TermKind::several;
    }
}

void Knowledge::read_fractions() {
    Rows& rows = add_table("numbers");
    if (rows.empty()) return;
    const lexicon::TableId table = *lexicon_->table("numbers");
    const std::size_t kind = lexicon_->column(table, "kind"), value = lexicon_->column(table, "value");
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        if (lexicon_->cell(table, row, kind) != "fraction") continue;
        const std::string_view cell = lexicon_->cell(table, row, value);
        const std::size_t slash = cell.find('/');
        if (slash == std::string_view::npos || int_in(cell) == 0) continue;
        rows[row].kind = TermKind::fraction;
        rows[row].amount = static_cast<double>(int_in(cell)) / int_in(cell.substr(slash + 1));
    }
}

// Words such as "less than", which may stand between a cue and what it measures.
void Knowledge::read_approximators() {
    Rows& rows = add_table("approximators");
    if (rows.empty()) return;
    const lexicon::TableId table = *lexicon_->table("approximators");
    const std::size_t kind = lexicon_->column(table, "kind"), position = lexicon_->column(table, "position");
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        const std::string_view name = lexicon_->cell(table, row, kind);
        if (lexicon_->cell(table, row, position) != "before" || name.starts_with("range")) continue;
        rows[row].kind = TermKind::approximator;
    }
}

void Knowledge::read_world_events() {
    Rows& rows = add_table("world_events");
    if (rows.empty()) return;
    const lexicon::TableId table = *lexicon_->table("world_events");
    const std::size_t date = lexicon_->column(table, "date"), kind = lexicon_->column(table, "kind"),
                      gloss = lexicon_->column(table, "en"), flags = lexicon_->column(table, "flags");
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        rows[row].kind = TermKind::world_event;
        rows[row].text = lexicon_->cell(table, row, date);
        rows[row].gloss = lexicon_->cell(table, row, gloss);
        rows[row].number = lexicon_->cell(table, row, kind) == "term" ? 1 : 0;
        rows[row].weak = Lexicon::has_flag(lexicon_->cell(table, row, flags), "planned");
    }
}

void Knowledge::note_first_words() {
    for (std::uint16_t table = 0; table < tables_.size(); ++table) {
        for (std::uint32_t row = 0; row < tables_[table].size(); ++row) {
            if (tables_[table][row].kind != TermKind::none)
                first_words_.note(lexicon_->cell({table}, row, 0));
        }
    }
}

const Meaning* Knowledge::meaning(const lexicon::Entry& entry) const {
    const Rows& rows = tables_[entry.table.index];
    if (entry.row >= rows.size() || rows[entry.row].kind == TermKind::none) return nullptr;
    return &rows[entry.row];
}

bool Knowledge::is_place(std::string_view search_form) const {
    for (const lexicon::Entry& entry : lexicon_->find(lexicon::Phrase{}.then(search_form)).entries) {
        if (entry.table == countries_ || entry.table == places_) return true;
    }
    return false;
}

bool Knowledge::is_outlet(std::string_view first, std::string_view second) const {
    for (const lexicon::Entry& entry : lexicon_->find(lexicon::Phrase{}.then(first).then(second)).entries) {
        if (entry.table == outlets_) return true;
    }
    return false;
}

bool Knowledge::opens_name(std::string_view first, std::string_view second) const {
    for (const lexicon::Entry& entry : lexicon_->find(lexicon::Phrase{}.then(first).then(second)).entries) {
        if (entry.table == titles_ || entry.table == name_nouns_) return true;
    }
    return false;
}

Knowledge::VerbForm Knowledge::verb_form(std::string_view search_form) const {
    for (const lexicon::Entry& entry : lexicon_->find(lexicon::Phrase{}.then(search_form)).entries) {
        if (entry.table != sayings_) continue;
        const std::string_view form = lexicon_->cell(entry, form_column_);
        if (form == "perfect") return VerbForm::perfect;
        if (form == "imperfect") return VerbForm::imperfect;
    }
    return VerbForm::none;
}

std::shared_ptr<const Knowledge> make_knowledge(lexicon::LexiconPtr lexicon) {
    return std::make_shared<const Knowledge>(std::move(lexicon));
}

}  // namespace isnad::times
