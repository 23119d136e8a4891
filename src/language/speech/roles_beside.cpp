// The person beside a role: in apposition before it or behind it.
#include "language/speech/roles_reader.h"
#include "text/letters.h"
#include "text/spelled.h"
#include "text/spellings.h"

namespace isnad::speech {
namespace {

namespace l = letters;
using spellings::an;

}  // namespace

// The name of a person that begins with word i, proclitics apart, or no_index.
std::uint32_t RoleReader::person_at(std::uint32_t i) const {
    const std::uint32_t name = i == no_index ? no_index : text_.name_at(i);
    if (name == no_index || !text_.is_person(name)) return no_index;
    return text_.name(name).span.begin == text_.word(i).span.begin ? name : no_index;
}

void RoleReader::read_beside(Role& role) const {
    if (role.count != Count::one) return;
    std::uint32_t at = text_.next(role.end - 1);
    if (at == no_index) return read_name_before(role);
    if (text_.is_sign(at, '"') || text_.is_sign(at, l::left_guillemet)) at = text_.next(at);
    if (const std::uint32_t name = person_at(at); name != no_index) {
        role.beside = Beside::before_name;
        role.holder = name;
        if (role.inner) settle_inner(role);
        return;
    }
    read_name_before(role);
    const bool bracket = at != no_index && text_.is_sign(at, '(');
    if (role.beside != Beside::none || at == no_index || (!text_.is_sign(at, l::comma) && !bracket)) return;
    if (role.first > 0 && text_.name_on(role.first - 1) != no_index && role.skip == 0) return;
    std::uint32_t open = text_.next(at);
    const auto passes = [&](std::uint32_t i) {
        if (i == no_index || text_.name_on(i) != no_index) return false;
        const MentionWord* word = word_at(i, WordRole::adjective);
        return is_in_table(i, "titles") || (word != nullptr && word->stands_for == "called");
    };
    for (int step = 0; step < 2 && passes(open); ++step)
        open = text_.next(open);  // "the minister, [doctor] X"
    const std::uint32_t name = person_at(open);
    if (name == no_index || !agrees(role, name) || follows_head(role)) return;
    const std::uint32_t after = text_.end_word(name);
    const bool alone = after >= text_.size() || !text_.is_arabic(after);
    if (after - text_.first_word(name) < 2 && !alone) return;
    role.beside = Beside::comma_name;
    role.holder = name;
}

bool RoleReader::agrees(const Role& role, std::uint32_t name) const {
    const GrammarGender gender = text_.entity(text_.entity_of(name)).gender;
    return gender == GrammarGender::unknown || role.gender == GrammarGender::unknown || gender == role.gender;
}

// "the wife of [the prisoner], X": the name behind the comma is that of the noun before the role.
bool RoleReader::follows_head(const Role& role) const {
    if (role.first == 0 || role.skip != 0 || !role.definite) return false;
    const Word& before = text_.word(role.first - 1);
    return before.block == text_.word(role.first).block && text_.is_arabic(role.first - 1) &&
           (before.proclitics & proclitic::article) == 0 && text_.name_on(role.first - 1) == no_index &&
           know_.is_title(text_.form(role.first - 1).substr(before.name_begin)) &&
           !text_.is_cue(role.first - 1);
}

// "the spokesman of President X": the name belongs to the inner title. Behind a deputy it is his own.
void RoleReader::settle_inner(Role& role) const {
    const Office& office = know_.office(role.office);
    if (office.kind != OfficeClass::spokesman && office.kind != OfficeClass::calling) return;
    role.beside = Beside::none;
    role.holder = no_index;
    read_name_before(role);
}

// "X Y, the minister of health, said"; "said X Y the minister of health that".
void RoleReader::read_name_before(Role& role) const {
    if (role.skip != 0 || role.first == 0 || text_.word(role.first - 1).block != text_.word(role.first).block)
        return;
    const bool comma = text_.is_sign(role.first - 1, l::comma) || text_.is_sign(role.first - 1, '(');
    if (comma && role.first < 2) return;
    const std::uint32_t name = text_.name_on(role.first - (comma ? 2 : 1));
    if (name == no_index || !text_.is_person(name)) return;
    if (text_.is_sign(role.first - 1, l::comma) && role.definite && has_title(name)) return;
    const bool told = opens_speech(text_.next(role.end - 1)) || is_said_by(name);
    if (!comma && (role.counterpart || !told || (role.definite && role.is_bare()))) return;
    role.beside = Beside::after_name;
    role.holder = name;
}

// Whether a title stands right before a name.
bool RoleReader::has_title(std::uint32_t name) const {
    const std::uint32_t first = text_.first_word(name);
    return first > 0 && text_.word(first - 1).block == text_.word(first).block &&
           is_in_table(first - 1, "titles");
}

// Whether a verb of saying that takes no person for object stands before a name.
bool RoleReader::is_said_by(std::uint32_t name) const {
    const std::uint32_t first = text_.first_word(name);
    if (first == 0 || text_.word(first - 1).block != text_.word(first).block) return false;
    const Word& before = text_.word(first - 1);
    const std::string_view form = text_.form(first - 1);
    const std::size_t skip = (before.proclitics & proclitic::conjunction) != 0 ? 2 : 0;
    return know_.takes_no_person(lexicon::Phrase{}.then(form.substr(skip)));
}

bool RoleReader::opens_speech(std::uint32_t i) const {
    if (i == no_index) return false;
    return text_.is_sign(i, ':') || text_.is_sign(i, '"') || text_.is_sign(i, l::left_guillemet) ||
           (text_.is_arabic(i) && text_.form(i).starts_with(an) && text_.form(i).size() <= 5 * an.size() / 2);
}

}  // namespace isnad::speech
