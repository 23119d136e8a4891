#include "language/events/modality.h"

#include "text/letters.h"
#include "text/spelled.h"
#include "text/spellings.h"
#include "text/utf8.h"

namespace isnad::events {
namespace {

namespace l = letters;
using spellings::an;

constexpr std::string_view qad = spelled<l::qaf, l::dal>;

// How far before its trigger a word may stand.
constexpr std::uint32_t reach = 8, reach_of_negation = 3;

Mark mark_at(const Clauses& clauses, std::uint32_t at) {
    for (const Sense& sense : clauses.senses_of(at)) {
        if (sense.row->frame.mark != Mark::none) return sense.row->frame.mark;
    }
    return Mark::none;
}

bool is_sign(const Reading& reading, std::uint32_t at) {
    const std::string_view text = reading.search(at);
    const bool quote = text == "\"" || utf8::at(text, 0).value == l::left_quote;
    return reading.word(at).kind == WordKind::punctuation && !quote;
}

bool is_verb_at(const Clauses& clauses, std::uint32_t at) {
    for (const Part& part : clauses.parts) {
        if (part.first == at) return part.kind == PartKind::verb;
        if (part.first > at) break;
    }
    return false;
}

struct Scan {
    bool perfect = false, imperfect = false, noun = false;
};

// Whether a mark before the trigger bears on it; fills `out`.
bool applies(const Reading& reading, Mark mark, std::uint32_t distance, std::uint32_t at, const Scan& trigger,
             Modality& out) {
    switch (mark) {
        case Mark::negative:
            if (distance > reach_of_negation || (trigger.perfect && distance > 1)) return false;
            out.polarity = Polarity::negative;
            break;
        case Mark::planned:
            if (trigger.perfect) return false;
            out.factuality = Factuality::planned;
            break;
        case Mark::possible:
            if (trigger.perfect && reading.search(at) == qad) return false;
            out.factuality = Factuality::possible;
            break;
        case Mark::conditional: out.factuality = Factuality::possible; break;
        case Mark::probable: out.factuality = Factuality::probable; break;
        default: return false;
    }
    out.sign = reading.word(at).span;
    return true;
}

// "the planned summit": behind a noun, inside its phrase.
void read_behind(const Reading& reading, const Clauses& clauses, const Sense& trigger, Modality& out) {
    constexpr std::uint32_t within = 7;
    const std::uint32_t end = clauses.first + static_cast<std::uint32_t>(clauses.sense_begin.size()) - 1;
    for (std::uint32_t at = trigger.end; at < end && at < trigger.end + within; ++at) {
        if (is_sign(reading, at) && reading.search(at) != "," &&
            utf8::at(reading.search(at), 0).value != l::comma)
            return;
        if (mark_at(clauses, at) != Mark::planned || is_verb_at(clauses, at)) continue;
        out.factuality = Factuality::planned;
        out.sign = reading.word(at).span;
        return;
    }
}

}  // namespace

Modality modality_of(const Reading& reading, const Clauses& clauses, const Sense& trigger, bool carried) {
    Modality out;
    const Form form = trigger.row->form;
    const Scan scan{form == Form::perfect || form == Form::participle || form == Form::passive,
                    form == Form::imperfect, form == Form::masdar || form == Form::noun};
    if (trigger.future) out.factuality = Factuality::planned;
    bool behind_an = false;
    for (std::uint32_t at = trigger.at; at-- > clauses.first && trigger.at - at <= reach;) {
        if (is_sign(reading, at)) break;
        const Mark mark = mark_at(clauses, at);
        const std::uint32_t distance = trigger.at - at;
        const bool verb = is_verb_at(clauses, at);
        if (mark != Mark::none && !(mark == Mark::planned && verb && scan.imperfect && !behind_an)) {
            if (applies(reading, mark, distance, at, scan, out)) break;
        } else if (verb) {
            break;
        }
        const Particle particle = reading.knowledge.particle(reading.before.words, at);
        if (reading.search(at) == an) {
            behind_an = true;
        } else if (particle == Particle::boundary || particle == Particle::relative) {
            break;
        }
    }
    if (scan.noun && !carried && out.factuality == Factuality::certain)
        read_behind(reading, clauses, trigger, out);
    return out;
}

}  // namespace isnad::events
