#include "lexicon/schema.h"

#include <algorithm>
#include <array>
#include <map>

#include "text/normalise.h"

namespace isnad::lexicon {
namespace {

constexpr std::string_view any, number = "#";

// The flags of all tables (docs/formats/lexicon.md says what each means where).
constexpr std::string_view flags =
    ",ambiguous former metonym nickname dead surname mononym complement weak homograph second symbol before "
    "narrative";

constexpr std::array countries{ColumnRule{"id", any},      ColumnRule{"en", any},
                               ColumnRule{"nisba", any},   ColumnRule{"capital", any},
                               ColumnRule{"flags", flags}, ColumnRule{"wikidata", any},
                               ColumnRule{"example", any}};
constexpr std::array places{ColumnRule{"id", any},
                            ColumnRule{"en", any},
                            ColumnRule{"kind",
                                       "city town village district subdivision region continent sea river "
                                       "lake island mountain desert strait canal "
                                       "border landmark airport camp"},
                            ColumnRule{"country", any},
                            ColumnRule{"flags", flags},
                            ColumnRule{"wikidata", any},
                            ColumnRule{"example", any}};
constexpr std::array demonyms{ColumnRule{"country", any}, ColumnRule{"kind", "nisba plural people"},
                              ColumnRule{"example", any}};
constexpr std::array persons{ColumnRule{"id", any},       ColumnRule{"en", any},
                             ColumnRule{"flags", flags},  ColumnRule{"roles", any},
                             ColumnRule{"wikidata", any}, ColumnRule{"example", any}};
constexpr std::array given_names{ColumnRule{"en", any}, ColumnRule{"gender", "m f mf"},
                                 ColumnRule{"origin", any}, ColumnRule{"flags", flags}};
constexpr std::array surnames{ColumnRule{"en", any}, ColumnRule{"origin", any}, ColumnRule{"flags", flags}};
constexpr std::array organisations{ColumnRule{"id", any},
                                   ColumnRule{"en", any},
                                   ColumnRule{"kind",
                                              "international government parliament court military party "
                                              "armed company bank university club ngo religious "
                                              "media sport science union"},
                                   ColumnRule{"country", any},
                                   ColumnRule{"flags", flags},
                                   ColumnRule{"wikidata", any},
                                   ColumnRule{"example", any}};
constexpr std::array agencies{ColumnRule{"id", any},       ColumnRule{"en", any},
                              ColumnRule{"country", any},  ColumnRule{"flags", flags},
                              ColumnRule{"wikidata", any}, ColumnRule{"example", any}};
constexpr std::array outlets{ColumnRule{"id", any},
                             ColumnRule{"en", any},
                             ColumnRule{"kind", "paper channel radio site platform magazine"},
                             ColumnRule{"country", any},
                             ColumnRule{"domain", any},
                             ColumnRule{"flags", flags},
                             ColumnRule{"wikidata", any},
                             ColumnRule{"example", any}};
constexpr std::array titles{
    ColumnRule{"en", any},
    ColumnRule{"class",
               "head_of_state head_of_government minister official spokesman military police diplomat "
               "religious royal academic "
               "legal business media sport arts medical party activist honorific kin"},
    ColumnRule{"gender", "m f mf"},
    ColumnRule{"number", "s d p"},
    ColumnRule{"flags", flags},
    ColumnRule{"example", any}};
constexpr std::array name_nouns{
    ColumnRule{"en", any}, ColumnRule{"type", "place organisation facility agreement product event group"},
    ColumnRule{"span", "in out"}, ColumnRule{"flags", flags}, ColumnRule{"example", any}};
constexpr std::array verbs_of_saying{
    ColumnRule{"lemma", any},
    ColumnRule{
        "class",
        "neutral assert deny claim warn demand promise ask answer criticise praise accuse reveal add quote "
        "announce admit evidential no-comment"},
    ColumnRule{"pattern", ",an bi ila ala aan min fi quote noun"},
    ColumnRule{"form", "perfect imperfect participle masdar preposition"},
    ColumnRule{"flags", ",weak homograph narrative inner object"},
    ColumnRule{"example", any}};
constexpr std::array modals{
    ColumnRule{"kind",
               "negative certain possible probable unlikely necessary conditional question hope open"},
    ColumnRule{"flags", ",cue first verb"}, ColumnRule{"example", any}};
constexpr std::array months{ColumnRule{"month", number},
                            ColumnRule{"calendar", "gregorian hijri syriac_only"}, ColumnRule{"region", any},
                            ColumnRule{"flags", flags}, ColumnRule{"example", any}};
constexpr std::array weekdays{ColumnRule{"day", number}, ColumnRule{"flags", flags},
                              ColumnRule{"example", any}};
constexpr std::array time_words{ColumnRule{"kind",
                                           "day direction part mod ref set ago since within until calendar "
                                           "zone meridiem day_noun date_noun date_role year_noun month_noun "
                                           "decade century season weekend holiday age many "
                                           "lasting quarter"},
                                ColumnRule{"value", any}, ColumnRule{"flags", flags},
                                ColumnRule{"example", any}};
constexpr std::array time_units{
    ColumnRule{"unit", "second minute hour day night week month quarter year decade century season weekend"},
    ColumnRule{"number", "s d p"}, ColumnRule{"flags", flags}, ColumnRule{"example", any}};
constexpr std::array numbers{
    ColumnRule{"kind", "unit teen_unit ten hundred scale dual ordinal fraction collective digit_word vague"},
    ColumnRule{"value", any}, ColumnRule{"gender", "m f mf"}, ColumnRule{"flags", flags},
    ColumnRule{"example", any}};
constexpr std::array units{ColumnRule{"unit", any}, ColumnRule{"en", any},
                           ColumnRule{"kind",
                                      "length area weight volume speed temperature energy power data "
                                      "currency percent pressure magnitude points"},
                           ColumnRule{"flags", flags}, ColumnRule{"example", any}};
constexpr std::array approximators{
    ColumnRule{"kind", "about over under at_least at_most range_open range_to exact"},
    ColumnRule{"position", "before after"}, ColumnRule{"flags", flags}, ColumnRule{"example", any}};
constexpr std::array function_words{
    ColumnRule{"class",
               "preposition conjunction particle negation pronoun demonstrative relative interrogative "
               "auxiliary adverb complementiser quantifier"},
    ColumnRule{"en", any}, ColumnRule{"flags", flags}};
constexpr std::array chrome{ColumnRule{"kind",
                                       "read_also most_read share counter font_size newsletter shortcode "
                                       "caption credit keywords source comments copyright "
                                       "date_line navigation follow advert cookie byline print related live "
                                       "error wall"},
                            ColumnRule{"match", "line start any end"}, ColumnRule{"flags", ",weak inline"},
                            ColumnRule{"example", any}};
constexpr std::array credits{ColumnRule{"kind", "lead name team by"}, ColumnRule{"example", any}};
constexpr std::array page_kinds{ColumnRule{"kind", "error wall list gallery live"},
                                ColumnRule{"match", "line start any"}, ColumnRule{"flags", flags},
                                ColumnRule{"example", any}};
constexpr std::array article_blocks{ColumnRule{"tree", any}};
constexpr std::array segmentation{ColumnRule{"weights", any}};
constexpr std::array word_counts{ColumnRule{"count", number}};
constexpr std::array offices{ColumnRule{"person", any},  ColumnRule{"en", any},    ColumnRule{"office", any},
                             ColumnRule{"country", any}, ColumnRule{"begin", any}, ColumnRule{"end", any}};
constexpr std::array name_costs{ColumnRule{"other", any}, ColumnRule{"start", number},
                                ColumnRule{"inside", number}, ColumnRule{"end", number}};
constexpr std::array name_letters{ColumnRule{"count", number}};
constexpr std::array word_clusters{ColumnRule{"cluster", any}};
constexpr std::array name_tags{ColumnRule{"weights", any}};

constexpr std::array events{
    ColumnRule{"lemma", any},
    ColumnRule{"type",
               "agree consult support cooperate aid yield request accuse reject threaten protest sanction "
               "mobilize coerce assault"},
    ColumnRule{"mode", any},
    ColumnRule{"cameo", number},
    ColumnRule{"form", "perfect imperfect passive participle masdar noun phrase"},
    ColumnRule{"frame", any},
    ColumnRule{"flags", flags},
    ColumnRule{"example", any}};
constexpr std::array mentions{ColumnRule{"kind", "role counterpart pair pronoun noun"},
                              ColumnRule{"stands_for", any},
                              ColumnRule{"gender", "m f mf"},
                              ColumnRule{"number", "s d p"},
                              ColumnRule{"en", any},
                              ColumnRule{"flags", flags},
                              ColumnRule{"example", any}};
constexpr std::array carriers{
    ColumnRule{"kind",
               "spokesman statement interview press_conference agency broadcaster paper platform "
               "unnamed relay"},
    ColumnRule{"flags", flags}, ColumnRule{"example", any}};
constexpr std::array populations{
    ColumnRule{"concept", any}, ColumnRule{"en", any}, ColumnRule{"kind", "person thing event money measure"},
    ColumnRule{"flags", ",weak generic grows changes owned"}, ColumnRule{"example", any}};
constexpr std::array synonyms{ColumnRule{"concept", any}, ColumnRule{"part", "verb noun adjective"},
                              ColumnRule{"flags", flags}};

constexpr std::array deeds{ColumnRule{"deed", any}, ColumnRule{"form", "verb noun"},
                           ColumnRule{"kind", "once performed with_noun object again calamity light denial"}};

// Languages and dialects of Arabic: words that only language/varieties compares, in its own way.
constexpr std::array dialects{ColumnRule{"kind", "word prefix"},
                              ColumnRule{"dialect", "egyptian levantine gulf iraqi maghrebi sudanese yemeni"},
                              ColumnRule{"weight", number}, ColumnRule{"about", any}};
constexpr std::array varieties{ColumnRule{"kind", "letter word prefix suffix"}, ColumnRule{"language", any},
                               ColumnRule{"weight", number}, ColumnRule{"about", any}};

constexpr std::array world_events{ColumnRule{"date", any}, ColumnRule{"kind", "once term"},
                                  ColumnRule{"en", any}, ColumnRule{"flags", ",planned"},
                                  ColumnRule{"example", any}};

constexpr std::array labels{ColumnRule{"id", any}, ColumnRule{"en", any}};

constexpr std::array rules{TableRule{"agencies", agencies, Variants::all},
                           TableRule{"approximators", approximators},
                           TableRule{"article_blocks", article_blocks},
                           TableRule{"carriers", carriers},
                           TableRule{"chrome", chrome},
                           TableRule{"countries", countries, Variants::all},
                           TableRule{"credits", credits},
                           TableRule{"deeds", deeds},
                           TableRule{"demonyms", demonyms},
                           TableRule{"dialects", dialects, Variants::unlisted},
                           TableRule{"events", events},
                           TableRule{"function_words", function_words},
                           TableRule{"given_names", given_names, Variants::all},
                           TableRule{"labels", labels, Variants::unlisted},
                           TableRule{"mentions", mentions},
                           TableRule{"months", months},
                           TableRule{"name_costs", name_costs, Variants::unlisted},
                           TableRule{"name_letters", name_letters, Variants::unlisted},
                           TableRule{"name_nouns", name_nouns},
                           TableRule{"numbers", numbers},
                           TableRule{"name_tags", name_tags, Variants::unlisted},
                           TableRule{"offices", offices, Variants::unlisted},
                           TableRule{"organisations", organisations, Variants::phrases},
                           TableRule{"outlets", outlets, Variants::all},
                           TableRule{"page_kinds", page_kinds},
                           TableRule{"persons", persons, Variants::all},
                           TableRule{"places", places, Variants::all},
                           TableRule{"places_cldr", places, Variants::all},
                           TableRule{"populations", populations},
                           TableRule{"segmentation", segmentation, Variants::unlisted},
                           TableRule{"surnames", surnames, Variants::all},
                           TableRule{"synonyms", synonyms},
                           TableRule{"time_units", time_units},
                           TableRule{"time_words", time_words},
                           TableRule{"titles", titles},
                           TableRule{"units", units},
                           TableRule{"varieties", varieties, Variants::unlisted},
                           TableRule{"verbs_of_saying", verbs_of_saying},
                           TableRule{"modals", modals},
                           TableRule{"weekdays", weekdays},
                           TableRule{"word_clusters", word_clusters},
                           TableRule{"word_counts", word_counts},
                           TableRule{"world_events", world_events}};

bool is_one_of(std::string_view word, std::string_view list) {
    while (!list.empty()) {
        const std::size_t space = std::min(list.find(' '), list.size());
        if (list.substr(0, space) == word) return true;
        list.remove_prefix(std::min(space + 1, list.size()));
    }
    return false;
}

// The first word of a comma list that is not allowed (a value after ':' does not count), or nothing.
std::string_view stranger_in(std::string_view cell, std::string_view list) {
    while (!cell.empty()) {
        const std::size_t comma = std::min(cell.find(','), cell.size());
        const std::string_view word = cell.substr(0, comma);
        if (!is_one_of(word.substr(0, word.find(':')), list)) return word.empty() ? "," : word;
        cell.remove_prefix(std::min(comma + 1, cell.size()));
    }
    return {};
}

// What is wrong with a cell, or nothing.
std::string fault_of(std::string_view cell, std::string_view allowed) {
    if (cell.empty() || allowed.empty()) return {};
    if (allowed == number) {
        const bool digits =
            std::all_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
        return digits ? "" : "must be a number";
    }
    if (allowed.starts_with(',')) {
        const std::string_view stranger = stranger_in(cell, allowed.substr(1));
        return stranger.empty()
                   ? ""
                   : "'" + std::string(stranger) + "' is none of: " + std::string(allowed.substr(1));
    }
    return is_one_of(cell, allowed) ? "" : "'" + std::string(cell) + "' is none of: " + std::string(allowed);
}

Done check_columns(const Table& table, const TableRule& rule) {
    const auto fault = [&](const std::string& what) {
        return Error{"lexicon_columns", what, {.file = table.file}};
    };
    for (std::size_t i = 0; i < rule.columns.size(); ++i) {
        if (i + 1 >= table.columns.size() || table.columns[i + 1] != rule.columns[i].name) {
            return fault("column " + std::to_string(i + 2) + " must be '" +
                         std::string(rule.columns[i].name) + "'");
        }
    }
    if (table.columns.size() != rule.columns.size() + 1) return fault("has more columns than its rule");
    return done();
}

}  // namespace

const TableRule* rule_of(std::string_view table) {
    const auto rule =
        std::find_if(rules.begin(), rules.end(), [&](const TableRule& r) { return r.name == table; });
    return rule == rules.end() ? nullptr : &*rule;
}

Done check_table(const Table& table) {
    const TableRule* rule = rule_of(table.name);
    if (rule == nullptr)
        return Error{
            "lexicon_table", "the lexicon knows no table '" + table.name + "'", {.file = table.file}};
    ISNAD_TRY([[maybe_unused]] auto checked, check_columns(table, *rule));
    const std::size_t id = table.column("id");
    std::map<std::string, std::uint32_t> ids, whole;
    for (const Row& row : table.rows) {
        for (std::size_t i = 0; i < rule->columns.size(); ++i) {
            const std::string fault = fault_of(row.cells[i + 1], rule->columns[i].allowed);
            if (!fault.empty())
                return row_error(table, row, i + 1, std::string(rule->columns[i].name) + ": " + fault);
        }
        if (id < row.cells.size()) {
            const auto [known, added] = ids.emplace(row.cells[id], row.line);
            if (!added)
                return row_error(table, row, id,
                                 "the id stands already in line " + std::to_string(known->second));
        }
        std::string fact = analysis_form(row.cells.front());
        for (std::size_t i = 1; i < row.cells.size(); ++i) {
            if (table.columns[i] != "example") fact += '\t' + row.cells[i];
        }
        const auto [known, added] = whole.emplace(std::move(fact), row.line);
        if (!added)
            return row_error(table, row, 0, "the same fact stands in line " + std::to_string(known->second));
    }
    return done();
}

}  // namespace isnad::lexicon
