#include "language/events/roles.h"

#include <algorithm>

#include "text/letters.h"
#include "text/spelled.h"
#include "text/spellings.h"
#include "text/utf8.h"

namespace isnad::events {
namespace {

namespace l = letters;
using spellings::ha;
using spellings::heh;
using spellings::letter;
using spellings::teh;
using spellings::waw_alef;

constexpr std::string_view na = spelled<l::noon, l::alef>;
constexpr std::string_view hum = spelled<l::heh, l::meem>, huma = spelled<l::heh, l::meem, l::alef>;

bool ends_in_pronoun(std::string_view verb) {
    return verb.size() > 4 * letter &&
           (verb.ends_with(heh) || verb.ends_with(ha) || verb.ends_with(hum) || verb.ends_with(huma));
}

}  // namespace

// A noun of an event or of a class that does not act: "turned down the offer".
bool Roles::is_thing(const Filler& filler) const {
    if (filler.person || in_.places.name[filler.first] != nothing) return false;
    const ClassNumbers& of = in_.knowledge.classes();
    Classes acting;
    for (const std::size_t number : {of.person, of.people, of.troops, of.body}) acting.set(number);
    bool thing = false;
    for (const Sense& sense : clauses_.senses_of(filler.first)) {
        if ((sense.row->frame.is & acting).any()) return false;
        thing = thing || sense.row->frame.is.any() || is_event_noun(sense, filler.part);
    }
    return thing;
}

bool Roles::is_feminine(const Filler& filler) const {
    const std::uint32_t name = in_.places.name[filler.first];
    if (name != nothing) return in_.before.names[name].type == NameType::place;
    return in_.search(filler.first).ends_with(heh) && in_.word(filler.first).enclitic == 0;
}

bool Roles::is_masculine_verb(const Sense& verb) const {
    const std::string_view text = in_.search(verb.at).substr(verb.skip);
    if (verb.row->form == Form::imperfect) return utf8::at(text, 0).value == l::yeh;
    return !text.ends_with(teh) && !text.ends_with(waw_alef) && !text.ends_with(na);
}

// One phrase behind a verb without a subject before it: subject, or object of a passive or of an elided
// subject.
void Roles::order_one(const Sense& verb, const Filler& only, WordOrder& out) const {
    const Filled* object = verb.row->frame.filled(Slot::object);
    const bool restricted =
        object != nullptr && object->classes.any() && fillers_.is_of(only, object->classes);
    const bool clash = is_masculine_verb(verb) && is_feminine(only) && only.only_places;
    if (object != nullptr && (restricted || clash || verb.row->complement || is_thing(only))) {
        out.object = only;
    } else {
        out.subject = only;
    }
}

std::optional<Filler> Roles::subject(std::uint32_t part, const Arguments& around) const {
    if (around.before && (around.before->named || around.bare.empty())) return around.before;
    if (part < clauses_.parts.size() && !around.bare.empty()) return around.bare.front();
    return std::nullopt;
}

void Roles::order_verb_first(const Sense& verb, const std::vector<Filler>& bare, bool pronoun,
                             WordOrder& out) const {
    if (bare.size() == 1) {
        if (pronoun) {
            out.subject = bare[0];
        } else {
            order_one(verb, bare[0], out);
        }
        return;
    }
    out.subject = bare[0];
    out.object = bare[1];
    if (bare.size() > 2) out.second = bare[2];
    const Filled* object = verb.row->frame.filled(Slot::object);
    if (object != nullptr && object->classes.any() && fillers_.is_of(bare[0], object->classes) &&
        !fillers_.is_of(bare[1], object->classes) && bare[1].named)
        std::swap(out.subject, out.object);
}

// "we shall send", "that he will send": the speaker of the statement.
std::optional<Filler> Roles::first_person(const Sense& verb) const {
    const std::uint32_t inside = in_.places.statement[verb.at];
    if (inside == nothing) return std::nullopt;
    const auto& speaker = in_.before.statements[inside].speaker;
    const std::string_view text = in_.search(verb.at).substr(verb.skip);
    const std::string_view before = verb.at > 0 ? in_.search(verb.at - 1) : std::string_view{};
    const bool that_he =
        in_.knowledge.particle(in_.before.words, verb.at - (verb.at > 0)) == Particle::boundary &&
        (before.ends_with(heh) || before.ends_with(ha));
    const char32_t first = utf8::at(text, 0).value;
    const bool imperfect = verb.row->form == Form::imperfect && (first == l::noon || first == l::alef);
    if (!speaker || !(that_he || imperfect || (verb.row->form == Form::perfect && text.ends_with(na))))
        return std::nullopt;
    Filler out;
    out.agent = *speaker;
    out.named = !speaker->names.empty() || speaker->mention;
    out.elided = true;
    return out;
}

WordOrder Roles::order(const Sense& verb, const Arguments& around,
                       const std::optional<Filler>& elided) const {
    WordOrder out;
    const auto& bare = around.bare;
    const bool pronoun = ends_in_pronoun(in_.search(verb.at).substr(verb.skip));
    const bool verb_first = !around.before || (!around.before->named && bare.size() > 1 && bare[0].named);
    if (verb.row->form == Form::passive) {
        out.passive = true;
        if (!verb_first || !bare.empty()) out.object = verb_first ? bare[0] : *around.before;
        return out;
    }
    if (verb_first) {
        if (!bare.empty()) order_verb_first(verb, bare, pronoun, out);
    } else if (pronoun && !bare.empty()) {
        out.object = around.before;  // "the accord that Russia signed"
        out.subject = bare[0];
    } else {
        out.subject = around.before;
        if (!bare.empty()) out.object = bare[0];
        if (bare.size() > 1) out.second = bare[1];
    }
    if (const auto speaker = first_person(verb)) {
        out.subject = speaker;
        if (!bare.empty() && verb_first) out.object = bare[0];
    }
    if (!out.subject && elided) {
        out.subject = elided;
        out.subject->elided = true;
    }
    return out;
}

}  // namespace isnad::events
