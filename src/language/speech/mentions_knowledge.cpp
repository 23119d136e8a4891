#include "language/speech/mentions_knowledge.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "text/letters.h"
#include "text/normalise.h"
#include "text/spelled.h"
#include "text/spellings.h"

namespace isnad::speech {
namespace {

using ascii::lower;

namespace l = letters;
using spellings::al;
using spellings::heh;

struct ClassName {
    std::string_view name;
    OfficeClass kind;
};
constexpr std::array class_names{
    ClassName{"head_of_state", OfficeClass::state}, ClassName{"head_of_government", OfficeClass::government},
    ClassName{"minister", OfficeClass::minister},   ClassName{"spokesman", OfficeClass::spokesman},
    ClassName{"diplomat", OfficeClass::diplomat},   ClassName{"official", OfficeClass::official},
    ClassName{"business", OfficeClass::official},   ClassName{"military", OfficeClass::official},
    ClassName{"police", OfficeClass::official},     ClassName{"royal", OfficeClass::royal},
    ClassName{"party", OfficeClass::party},         ClassName{"honorific", OfficeClass::respect},
    ClassName{"academic", OfficeClass::respect},    ClassName{"kin", OfficeClass::kin}};

OfficeClass class_of(std::string_view name) {
    for (const ClassName& one : class_names) {
        if (one.name == name) return one.kind;
    }
    return OfficeClass::calling;
}

// Roles of lexicon/persons.tsv whose English title is another.
struct RoleName {
    std::string_view role, en;
};
constexpr std::array role_names{RoleName{"speaker", "speaker of parliament"},
                                RoleName{"secretary_general", "secretary-general"},
                                RoleName{"director_general", "director-general"},
                                RoleName{"vice_president", "vice-president"},
                                RoleName{"intelligence_chief", "head of intelligence"},
                                RoleName{"movement_leader", "leader of the movement"},
                                RoleName{"central_banker", "central bank governor"},
                                RoleName{"chancellor", "chancellor, adviser"}};

bool has_word(std::string_view text, std::string_view word) {
    const std::size_t at = text.find(word);
    if (at == std::string_view::npos) return false;
    const std::size_t end = at + word.size();
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return (at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]));
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return has_word(text, word); });
}

template <class Take>
void for_each_part(std::string_view cell, char divider, const Take& take) {
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find(divider), cell.size());
        if (end > 0) take(cell.substr(0, end));
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
}

GrammarGender gender_named(std::string_view cell) {
    return cell == "m"   ? GrammarGender::masculine
           : cell == "f" ? GrammarGender::feminine
                         : GrammarGender::unknown;
}

Count count_named(std::string_view cell) {
    return cell == "d" ? Count::two : cell == "p" ? Count::many : Count::one;
}

WordRole word_role(std::string_view kind) {
    if (kind == "role") return WordRole::adjective;
    if (kind == "counterpart") return WordRole::counterpart;
    if (kind == "pair") return WordRole::pair;
    return kind == "pronoun" ? WordRole::pronoun : WordRole::noun;
}

}  // namespace

std::shared_ptr<const MentionKnowledge> make_mention_knowledge(const lexicon::LexiconPtr& lexicon) {
    return std::make_shared<const MentionKnowledge>(lexicon);
}

bool holds_at(const Tenure& tenure, std::string_view date) {
    const auto cut = [](std::string_view text, std::size_t size) { return text.substr(0, size); };
    const std::size_t from = std::min(tenure.from.size(), date.size()),
                      to = std::min(tenure.to.size(), date.size());
    if (cut(tenure.from, from) > cut(date, from)) return false;
    return tenure.to.empty() || cut(tenure.to, to) >= cut(date, to);
}

MentionKnowledge::MentionKnowledge(lexicon::LexiconPtr lexicon) : lexicon_(std::move(lexicon)) {
    titles_ = lexicon_->table("titles");
    words_ = lexicon_->table("mentions");
    countries_ = lexicon_->table("countries");
    persons_ = lexicon_->table("persons");
    given_names_ = lexicon_->table("given_names");
    office_rows_ = lexicon_->table("offices");
    function_words_ = lexicon_->table("function_words");
    sayings_ = lexicon_->table("verbs_of_saying");
    name_nouns_ = lexicon_->table("name_nouns");
    for (const std::string_view table :
         {"countries", "places", "places_cldr", "persons", "organisations", "agencies", "outlets"})
        read_ids(table);
    read_titles();
    read_words();
    read_nationalities();
    read_tenures();
    read_offices();
}

void MentionKnowledge::read_ids(std::string_view name) {
    const auto table = lexicon_->table(name);
    if (!table) return;
    const std::size_t id = lexicon_->column(*table, "id");
    const lexicon::Phrase of_table = lexicon::Phrase{}.then(name);
    rows_.reserve(rows_.size() + lexicon_->rows(*table));
    for (std::uint32_t row = 0; row < lexicon_->rows(*table); ++row)
        rows_.emplace(of_table.then(lexicon_->cell(*table, row, id)).hash, row);
}

std::uint16_t MentionKnowledge::intern(std::string_view en, std::string_view kind) {
    const auto [at, added] =
        office_ids_.try_emplace(std::string(en), static_cast<std::uint16_t>(offices_.size()));
    if (!added) return at->second;
    Office office{std::string(en), class_of(kind), std::string(kind)};
    const bool force = kind == "military" || kind == "police";
    if (force && !has_any(en, {"commander", "chief", "commissioner", "head"}))
        office.kind = OfficeClass::calling;
    office.subordinate = has_any(en, {"vice", "deputy", "assistant", "adviser", "aide", "counterpart",
                                      "candidate", "member", "minister of state"}) &&
                         !has_word(en, "chancellor");
    office.former = has_any(en, {"former", "late", "deposed"});
    office.subordinate = office.subordinate || has_any(en, {"supreme", "governor-general"});
    office.leader = has_any(en, {"leader", "ruler", "strongman"}) && !has_word(en, "supreme");
    office.generic = office.leader || en == "president" || en == "minister" || en == "director" ||
                     en == "governor" || en == "commander" || office.kind == OfficeClass::spokesman;
    offices_.push_back(std::move(office));
    return at->second;
}

void MentionKnowledge::read_titles() {
    if (!titles_) return;
    const auto column = [&](std::string_view name) { return lexicon_->column(*titles_, name); };
    const std::size_t en = column("en"), kind = column("class"), gender = column("gender"),
                      number = column("number"), flags = column("flags");
    leader_ = intern("leader", "head_of_state");
    title_rows_.resize(lexicon_->rows(*titles_));
    for (std::uint32_t row = 0; row < title_rows_.size(); ++row) {
        const auto cell = [&](std::size_t at) { return lexicon_->cell(*titles_, row, at); };
        std::string_view english = cell(en);
        if (english == "king of") english = "king";
        title_rows_[row] = {intern(english, cell(kind)), gender_named(cell(gender)),
                            count_named(cell(number)), lexicon::Lexicon::has_flag(cell(flags), "complement"),
                            lexicon::Lexicon::has_flag(cell(flags), "weak")};
    }
}

void MentionKnowledge::read_words() {
    if (!words_) return;
    const auto column = [&](std::string_view name) { return lexicon_->column(*words_, name); };
    const std::size_t kind = column("kind"), stands_for = column("stands_for"), gender = column("gender"),
                      number = column("number"), flags = column("flags");
    word_rows_.resize(lexicon_->rows(*words_));
    for (std::uint32_t row = 0; row < word_rows_.size(); ++row) {
        const auto cell = [&](std::size_t at) { return lexicon_->cell(*words_, row, at); };
        word_rows_[row] = {word_role(cell(kind)), cell(stands_for), gender_named(cell(gender)),
                           count_named(cell(number)), lexicon::Lexicon::has_flag(cell(flags), "weak")};
    }
}

void MentionKnowledge::read_nationalities() {
    if (!countries_) return;
    const std::size_t nisba = lexicon_->column(*countries_, "nisba");
    by_country_.resize(lexicon_->rows(*countries_));
    for (std::uint32_t row = 0; row < lexicon_->rows(*countries_); ++row) {
        for_each_part(lexicon_->cell(*countries_, row, nisba), '|',
                      [&](std::string_view one) { add_nationality(one, static_cast<std::uint16_t>(row)); });
    }
    const auto demonyms = lexicon_->table("demonyms");
    if (!demonyms) return;
    const std::size_t kind = lexicon_->column(*demonyms, "kind"),
                      country = lexicon_->column(*demonyms, "country");
    for (std::uint32_t row = 0; row < lexicon_->rows(*demonyms); ++row) {
        if (lexicon_->cell(*demonyms, row, kind) != "nisba") continue;
        const std::uint16_t of =
            country_of({"countries", std::string(lexicon_->cell(*demonyms, row, country))}, true);
        if (of == no_row) continue;
        for_each_part(lexicon_->cell(*demonyms, row, 0), '|',
                      [&](std::string_view one) { add_nationality(one, of); });
    }
}

// The definite forms of one or two words: both agree ("al-kuri al-shamali"), or the first stands in the
// construct state ("al-janub afriqi").
void MentionKnowledge::add_nationality(std::string_view masculine, std::uint16_t country) {
    const std::string form = search_form(masculine);
    const std::size_t space = std::min(form.find(' '), form.size());
    const std::string first = form.substr(0, space), second = form.substr(std::min(space + 1, form.size()));
    const auto add = [&](const std::string& a, const std::string& b, GrammarGender gender) {
        lexicon::Phrase phrase = lexicon::Phrase{}.then(a);
        if (!b.empty()) phrase = phrase.then(b);
        nationalities_.try_emplace(phrase.hash, Nationality{country, gender});
    };
    const std::string article(al), ending(heh);
    if (second.empty()) {
        add(article + first, "", GrammarGender::masculine);
        add(article + first + ending, "", GrammarGender::feminine);
        return;
    }
    add(article + first, article + second, GrammarGender::masculine);
    add(article + first + ending, article + second + ending, GrammarGender::feminine);
    add(article + first, second, GrammarGender::masculine);
    add(article + first, second + ending, GrammarGender::feminine);
}

void MentionKnowledge::read_tenures() {
    if (!persons_) return;
    const std::size_t roles = lexicon_->column(*persons_, "roles");
    for (std::uint32_t row = 0; row < lexicon_->rows(*persons_); ++row) {
        for_each_part(lexicon_->cell(*persons_, row, roles), ';', [&](std::string_view role) {
            const std::string_view name = role.substr(0, role.find('|'));
            std::string en(name);
            std::replace(en.begin(), en.end(), '_', ' ');
            for (const RoleName& one : role_names) {
                if (one.role == name) en = one.en;
            }
            office_ids_.try_emplace(std::string(name), intern(en, "other"));
        });
        for (const Tenure& one : parse_tenures(row)) {
            if (one.country != no_row) by_country_[one.country].push_back(one);
        }
    }
}

// Who a row of offices is about: a row of persons, or the first row of the table with this id.
std::uint32_t MentionKnowledge::office_holder(std::uint32_t row) {
    const std::string_view id = lexicon_->cell(*office_rows_, row, lexicon_->column(*office_rows_, "person"));
    if (const auto person = row_of({"persons", std::string(id)})) return *person;
    const auto [at, added] = rows_.try_emplace(lexicon::Phrase{}.then("offices").then(id).hash, row);
    return lexicon_->rows(*persons_) + at->second;
}

void MentionKnowledge::read_offices() {
    if (!office_rows_ || !persons_) return;
    const auto column = [&](std::string_view name) { return lexicon_->column(*office_rows_, name); };
    const std::size_t office = column("office"), country = column("country"), begin = column("begin"),
                      end = column("end");
    for (std::uint32_t row = 0; row < lexicon_->rows(*office_rows_); ++row) {
        const auto cell = [&](std::size_t at) { return lexicon_->cell(*office_rows_, row, at); };
        const auto known = office_ids_.find(std::string(cell(office)));
        const std::uint16_t of = country_of({"countries", std::string(cell(country))}, true);
        if (known == office_ids_.end() || of == no_row) continue;
        const Tenure one{office_holder(row), known->second, of, cell(country), cell(begin), cell(end)};
        by_country_[of].push_back(one);
        further_[one.person].push_back(one);
    }
}

std::vector<Tenure> MentionKnowledge::parse_tenures(std::uint32_t person) const {
    std::vector<Tenure> out;
    const std::string_view cell = lexicon_->cell(*persons_, person, lexicon_->column(*persons_, "roles"));
    for_each_part(cell, ';', [&](std::string_view role) {
        std::array<std::string_view, 4> part{};
        for (std::size_t i = 0; i < part.size(); ++i) {
            const std::size_t end = std::min(role.find('|'), role.size());
            part[i] = role.substr(0, end);
            role.remove_prefix(std::min(end + 1, role.size()));
        }
        const auto office = office_ids_.find(std::string(part[0]));
        if (office == office_ids_.end()) return;
        Tenure one{person, office->second, no_row, part[1], part[2], part[3]};
        one.country = country_of({"countries", lower(part[1])}, true);
        out.push_back(one);
    });
    return out;
}

}  // namespace isnad::speech
