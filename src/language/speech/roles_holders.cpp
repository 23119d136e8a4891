#include "language/speech/roles_holders.h"

#include "base/ascii.h"

#include <algorithm>

namespace isnad::speech {
namespace {

constexpr std::size_t most_holdings = 256;
constexpr std::uint32_t counterpart_sentences = 2;  // how far back its office may stand
constexpr std::uint32_t bare_sentences = 14;        // how far back the holder of "the minister" may stand
constexpr std::uint32_t calling_sentences = 8;      // of "the goalkeeper"
constexpr float reject = -100.0F;

bool equal_in_lower_case(std::string_view a, std::string_view b) {
    using ascii::lower;
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

RoleHolders::RoleHolders(const NamedWords& text, std::vector<Role>& roles,
                         const std::optional<std::string>& date)
    : text_(text), date_(date) {
    settle_counterparts(roles);
    read_document(roles);
    read_lexicon();
}

void RoleHolders::settle_counterparts(std::vector<Role>& roles) const {
    const Role* last = nullptr;
    for (Role& role : roles) {
        if (!role.counterpart) {
            if (role.count == Count::one && has_counterparts(role)) last = &role;
            continue;
        }
        if (last == nullptr) continue;
        const std::uint32_t back = text_.word(role.first).sentence - text_.word(last->first).sentence;
        if (back > counterpart_sentences) continue;
        role.office = last->office;
        role.field = last->field;
    }
}

bool RoleHolders::has_counterparts(const Role& role) const {
    const OfficeClass kind = text_.knowledge().office(role.office).kind;
    return kind != OfficeClass::respect && kind != OfficeClass::kin && kind != OfficeClass::spokesman;
}

void RoleHolders::add(const Holding& holding) {
    for (Holding& one : holdings_) {
        if (one.entity != holding.entity || one.office != holding.office || one.former != holding.former)
            continue;
        const bool same = one.country == holding.country && one.place == holding.place &&
                          one.field.count == holding.field.count && holding.field.within(one.field);
        if (same) return;
    }
    if (holdings_.size() < most_holdings) holdings_.push_back(holding);
}

void RoleHolders::read_document(const std::vector<Role>& roles) {
    for (const Role& role : roles) {
        if (role.holder == no_index || role.office == no_row || role.count != Count::one) continue;
        Holding one;
        one.entity = text_.entity_of(role.holder);
        one.office = role.office;
        one.head = role.head;
        one.country = role.country;
        one.gender = role.gender;
        one.field = role.field;
        one.marks = role.marks;
        if (role.place != no_index) one.place = text_.entity_of(role.place);
        one.former = role.former;
        one.counterpart = role.counterpart;
        one.told = true;
        one.at = role.first;
        one.sign = hull(text_.word(role.first).span, text_.word(role.end - 1).span);
        add(one);
    }
}

void RoleHolders::read_lexicon() {
    for (std::uint32_t e = 0; e < text_.entities(); ++e) {
        const NamedEntity& entity = text_.entity(e);
        if (entity.type != NameType::person || !entity.known) continue;
        for (const Tenure& tenure : text_.knowledge().tenures_of(*entity.known)) {
            Holding one;
            one.entity = e;
            one.office = tenure.office;
            one.country = tenure.country;
            one.former = date_ ? !holds_at(tenure, *date_) : !tenure.to.empty();
            one.sign = text_.name(entity.name).span;
            if (tenure.country == no_row) {
                for (std::uint32_t b = 0; b < std::min<std::size_t>(text_.entities(), 400); ++b) {
                    const NamedEntity& body = text_.entity(b);
                    if (body.type != NameType::person && body.known &&
                        (equal_in_lower_case(text_.knowledge().english_of(*body.known), tenure.body) ||
                         equal_in_lower_case(body.known->row, tenure.body)))
                        one.place = b;
                }
                if (one.place == no_index) continue;
            }
            add(one);
        }
    }
}

float RoleHolders::place_score(const Holding& holding, const Role& role) const {
    if (role.place == no_index || text_.entity(text_.entity_of(role.place)).country != no_row)
        return holding.place == no_index || role.place != no_index ? 0.0F : -0.2F;
    const std::uint32_t place = text_.entity_of(role.place);
    if (holding.place == place) return 1.0F;
    if (holding.place != no_index) return reject;
    const OfficeClass kind = text_.knowledge().office(holding.office).kind;
    const bool head = kind == OfficeClass::state || kind == OfficeClass::government;
    const NamedEntity& body = text_.entity(place);
    const bool seat = body.type == NameType::organisation && body.known && body.home == holding.country &&
                      text_.knowledge().is_metonym(*body.known);
    return head && seat ? 0.5F : reject;
}

// "the head of the sector": the class noun of the body that the holder was said to head.
bool RoleHolders::opens_place(const Field& field, const Holding& holding) const {
    if (holding.place == no_index || field.count != 1) return false;
    const std::vector<std::uint64_t>& heads = text_.entity(holding.place).heads;
    return std::find(heads.begin(), heads.end(), field.words[0]) != heads.end();
}

float RoleHolders::field_score(const Holding& holding, const Role& role) const {
    const bool generic = text_.knowledge().office(role.office).generic;
    if (role.field.count == 0) {
        if (holding.field.count == 0) return 0.1F;
        const bool head = text_.knowledge().office(role.office).kind == OfficeClass::state;
        return head && role.country != no_row ? reject : -0.3F;
    }
    if (role.field.within(holding.field) || opens_place(role.field, holding)) return 1.0F;
    if (holding.field.count == 0) {
        const bool minister = text_.knowledge().office(role.office).kind == OfficeClass::minister;
        return !generic ? -0.2F : minister && holding.told ? -0.2F : reject;
    }
    if (holding.field.within(role.field)) return 0.7F;
    return generic ? reject : -0.2F;
}

// "the director" may be said of the director of any house, but "the president" of no president of a club.
float RoleHolders::office_score(const Holding& one, const Role& role) const {
    const MentionKnowledge& know = text_.knowledge();
    const float fit = know.fit(role.office, one.office);
    if (fit > 0 || !one.told || role.end - role.first > 1 || one.head != role.head) return fit;
    const Office &meant = know.office(role.office), &held = know.office(one.office);
    return meant.kind == OfficeClass::state || meant.subordinate || held.subordinate ? 0.0F : 0.8F;
}

float RoleHolders::score(const Holding& one, const Role& role) const {
    float out = office_score(one, role);
    if (out <= 0) return reject;
    const NamedEntity& entity = text_.entity(one.entity);
    const GrammarGender gender = one.gender != GrammarGender::unknown ? one.gender : entity.gender;
    if (role.gender == GrammarGender::feminine && gender != GrammarGender::feminine) return reject;
    if (role.gender == GrammarGender::masculine && gender == GrammarGender::feminine) return reject;
    if (role.former != one.former) {
        if (!one.told || role.former || !role.is_bare()) return reject;
        out -= 0.4F;
    }
    if (!role.marks.within(one.marks)) return reject;
    if (role.country == no_row && one.counterpart && !role.counterpart && role.field.count > 0) return reject;
    if (role.country != no_row) {
        const bool body = one.place != no_index && role.place != no_index;
        if (one.country != role.country && (one.country != no_row || !body)) return reject;
        out += one.country == role.country ? 1.0F : 0.1F;
    }
    const float place = place_score(one, role), field = field_score(one, role);
    if (place <= reject || field <= reject) return reject;
    return out + place + field + (one.told ? 0.3F : 0.1F);
}

std::optional<RoleHolders::Choice> RoleHolders::holder_of(const Role& role) const {
    if (role.office == no_row || (role.possessed && !role.owned)) return std::nullopt;
    const OfficeClass kind = text_.knowledge().office(role.office).kind;
    const bool calling = kind == OfficeClass::calling || kind == OfficeClass::respect;
    const std::uint32_t back = calling ? calling_sentences : bare_sentences;
    Choice best, other;
    best.score = other.score = reject;
    const std::uint32_t sentence = text_.word(role.first).sentence;
    for (const Holding& one : holdings_) {
        float points = score(one, role);
        if (points <= reject) continue;
        const NamedEntity& entity = text_.entity(one.entity);
        const float near = text_.salience(one.entity, sentence);
        const bool far = sentence - entity.last_sentence > back;
        if (role.is_bare() && (near <= 0 || (far && !(one.told && one.head == role.head && !calling))))
            continue;
        if (points + (role.is_bare() ? 1.0F : 0.0F) < 1.2F) continue;
        points += near > 0 ? near : -0.3F;
        const Choice choice{one.entity, points, one.told, near <= 0, one.sign};
        if (choice.entity == best.entity) {
            if (points > best.score) best = choice;
        } else if (points > best.score) {
            other = best;
            best = choice;
        } else if (points > other.score) {
            other = choice;
        }
    }
    if (best.entity == no_index) return std::nullopt;
    if (other.entity == no_index) return best;
    const bool together = text_.entity(best.entity).last_sentence == text_.entity(other.entity).last_sentence;
    const float margin = !role.is_bare() ? 0.1F : together ? 0.25F : 0.15F;
    if (best.score - other.score < margin) return std::nullopt;
    return best;
}

std::optional<RoleHolders::Choice> RoleHolders::told_later(const TitleFacts& title, std::uint16_t country,
                                                           std::uint32_t i) const {
    const MentionKnowledge& know = text_.knowledge();
    if (know.office(title.office).kind == OfficeClass::kin) return std::nullopt;
    std::optional<Choice> out;
    for (const Holding& one : holdings_) {
        if (!one.told || one.at <= i || know.fit(title.office, one.office) <= 0) continue;
        if (country != no_row && one.country != no_row && one.country != country) continue;
        if (title.gender != GrammarGender::unknown && one.gender != GrammarGender::unknown &&
            title.gender != one.gender)
            continue;
        if (out && out->entity != one.entity) return std::nullopt;
        if (!out) out = Choice{one.entity, 1.0F, true, true, one.sign};
    }
    return out;
}

bool RoleHolders::holds(std::uint32_t entity, std::uint16_t office) const {
    return std::any_of(holdings_.begin(), holdings_.end(), [&](const Holding& one) {
        return one.entity == entity && !one.former && text_.knowledge().fit(office, one.office) > 0;
    });
}

// Whether an office belongs to a country or to a body of it.
bool RoleHolders::is_of(const Holding& one, std::uint16_t country) const {
    if (one.country != no_row || one.place == no_index) return one.country == country;
    const NamedEntity& body = text_.entity(one.place);
    return body.country == country || body.home == country;
}

bool RoleHolders::holds_class(std::uint32_t entity, std::string_view classes, std::uint16_t country) const {
    return std::any_of(holdings_.begin(), holdings_.end(), [&](const Holding& one) {
        if (one.entity != entity || (country != no_row && !is_of(one, country))) return false;
        const Office& office = text_.knowledge().office(one.office);
        const bool official = office.kind < OfficeClass::calling && office.kind != OfficeClass::royal;
        return lexicon::Lexicon::has_flag(classes, office.cls) ||
               (official && lexicon::Lexicon::has_flag(classes, "official"));
    });
}

bool RoleHolders::has_any(std::uint32_t entity) const {
    return std::any_of(holdings_.begin(), holdings_.end(),
                       [&](const Holding& one) { return one.entity == entity && one.told; });
}

std::optional<Known> RoleHolders::known_holder(const Role& role) const {
    const MentionKnowledge& know = text_.knowledge();
    if (!date_ || role.country == no_row || role.office == no_row || role.field.count > 0 || role.former ||
        role.coming)
        return std::nullopt;
    if (role.place != no_index && text_.entity(text_.entity_of(role.place)).country == no_row)
        return std::nullopt;
    const OfficeClass kind = know.office(role.office).kind;
    if (kind == OfficeClass::calling || kind == OfficeClass::respect) return std::nullopt;
    float best = 0;
    std::uint32_t person = no_index;
    bool alone = false;
    for (const Tenure& one : know.tenures_in(role.country)) {
        const float fit = know.fit(role.office, one.office);
        if (fit <= 0 || fit < best || !holds_at(one, *date_) || one.from.empty()) continue;
        alone = fit > best || one.person == person;
        person = one.person;
        best = fit;
    }
    return alone ? std::optional(know.known_person(person)) : std::nullopt;
}

}  // namespace isnad::speech
