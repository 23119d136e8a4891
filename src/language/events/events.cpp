#include "language/events/events.h"

#include <algorithm>
#include <array>

#include "base/limits.h"
#include "language/events/fillers.h"
#include "language/events/modality.h"
#include "language/events/phrases.h"
#include "language/events/places.h"
#include "language/events/roles.h"
#include "text/letters.h"
#include "text/spelled.h"
#include "text/spellings.h"

namespace isnad::events {
namespace {

namespace l = letters;
using spellings::an;

// Types whose words may speak of something that is not done: asked for, promised, refused, threatened.
bool governs(PloverType type) {
    return type == PloverType::agree || type == PloverType::request || type == PloverType::reject ||
           type == PloverType::threaten;
}

// What a cooperative act is while it is only planned: AGREE with its CAMEO code (the manual, "AGREE").
std::string_view cameo_of_plan(const Row& row) {
    switch (row.type) {
        case PloverType::consult: return "036";
        case PloverType::aid: return "033";
        case PloverType::cooperate: return "031";
        case PloverType::yield: return "035";
        case PloverType::support: return row.cameo == "057" ? "030" : "";
        default: return {};
    }
}

void add_agents(const std::vector<Filler>& fillers, std::vector<Agent>& out) {
    for (const Filler& filler : fillers) {
        Agent agent = filler.agent;
        if (filler.elided) agent.span.reset();
        const bool known = std::any_of(out.begin(), out.end(), [&](const Agent& other) {
            return !agent.names.empty() && other.names == agent.names;
        });
        if (!known) out.push_back(std::move(agent));
    }
}

// Reads one document, sentence by sentence.
class Reader {
  public:
    Reader(const Before& before, const Knowledge& knowledge)
        : places_(before), in_{before, places_, knowledge}, countries_(country_names(before)) {}

    std::vector<Event> read() {
        const auto& sentences = in_.before.words.sentences;
        for (std::uint32_t i = 0; i < sentences.size() && out_.size() < limits::annotations_per_layer; ++i) {
            if (sentences[i].first >= sentences[i].end) continue;
            read_sentence(i);
        }
        return std::move(out_);
    }

  private:
    void read_sentence(std::uint32_t sentence) {
        const Clauses clauses = find_clauses(in_, sentence);
        const Fillers fillers(in_, clauses, countries_);
        const Roles roles(in_, clauses, fillers);
        clauses_ = &clauses;
        std::optional<Found> governor;
        carried_until_ = 0;
        told_ = nothing;
        for (std::uint32_t part = 0; part < clauses.parts.size(); ++part) {
            const Part& here = clauses.parts[part];
            if (here.kind == PartKind::verb) {
                const bool governed = governor && is_complement(*governor, part);
                governor = read_verb(roles, part, governed);
            } else if (here.kind == PartKind::phrase && !here.pronoun && part >= carried_until_) {
                // "before the summit" stands beside what is promised, not in it.
                const bool beside =
                    here.slot == Slot::other || here.slot == Slot::fi || here.slot == Slot::maa;
                if (!governor || beside || part > governor->last_part + 1) read_nouns(roles, part);
            }
        }
    }

    // "promised to visit": a verb behind "that" right behind the words of its governor.
    bool is_complement(const Found& governor, std::uint32_t part) const {
        if (part == 0) return false;
        const Part& before = clauses_->parts[part - 1];
        return before.kind == PartKind::boundary && before.end > before.first &&
               in_.search(before.first) == an && part - 1 <= governor.last_part + 2;
    }

    std::optional<Found> read_verb(const Roles& roles, std::uint32_t part, bool governed) {
        const Arguments around = roles.arguments(part);
        auto found = governed ? std::nullopt : roles.of_verb(part, around, last_);
        if (found && found->holder != nothing && found->holder == told_) found.reset();
        if (found) {
            add(roles, *found);
            if (found->carried) carried_until_ = found->last_part + 1;
            for (const Filler& theme : found->themes) {
                if (found->row->weak && theme.part > part)
                    carried_until_ = std::max(carried_until_, theme.last_part + 1);
            }
        }
        if (found && !found->actors.empty() && found->actors[0].named) {
            last_ = found->actors[0];
        } else if (const auto subject = roles.subject(part, around); !found && subject && subject->named) {
            last_ = subject;
        }
        if (found && governs(found->row->type)) {
            found->last_part = std::max(found->last_part, around.last_part);
            return found;
        }
        return std::nullopt;
    }

    // Whether a noun inside a phrase may tell an event: it is its head, or stands behind words that only lead
    // to it ("a series of", "two"), not inside the name of an office, a body or an accord.
    bool may_tell(std::uint32_t first, std::uint32_t at) const {
        constexpr std::uint32_t reach = 3;
        if (at - first > reach) return false;
        for (std::uint32_t word = first; word < at; ++word) {
            if (places_.name[word] != nothing || in_.knowledge.is_title(in_.before.words, word) ||
                in_.knowledge.is_class_noun(in_.before.words, word) ||
                (in_.word(word).proclitics & proclitic::article) != 0)
                return false;
            for (const Sense& sense : clauses_->senses_of(word)) {
                if (sense.row->frame.is.any()) return false;
            }
        }
        return true;
    }

    void read_nouns(const Roles& roles, std::uint32_t part) {
        const Part& phrase = clauses_->parts[part];
        for (std::uint32_t at = phrase.first; at < phrase.end && may_tell(phrase.first, at); ++at) {
            for (const Sense& sense : clauses_->senses_of(at)) {
                if (!roles.is_event_noun(sense, part)) continue;
                const auto found = roles.of_noun(part, sense, roles.arguments(part), last_);
                if (!found) continue;
                add(roles, *found);
                told_ = part;
                return;
            }
        }
    }

    Span trigger_span(const Found& found) const {
        Span span = in_.word(found.trigger.at).span;
        const std::uint32_t last = found.trigger.end - 1;
        std::uint32_t skip = found.trigger.skip;
        if (found.trigger.definite) skip -= std::min<std::uint32_t>(skip, 4);  // the article stays
        if (found.trigger.future) skip -= std::min<std::uint32_t>(skip, 2);
        span.begin = std::min(span.begin + skip, span.end);
        span.end = in_.word(last).span.end;
        return span;
    }

    // An event needs somebody who does it or to whom it is done; of one told by a noun before its light verb
    // they have a name.
    static bool has_participant(const Roles& roles, const Found& found) {
        if (found.holder != nothing && found.holder < found.part) {
            const auto named = [](const Filler& filler) { return filler.named && !filler.elided; };
            return std::any_of(found.actors.begin(), found.actors.end(), named) ||
                   std::any_of(found.recipients.begin(), found.recipients.end(), named);
        }
        const bool violent = found.row->type == PloverType::assault || found.row->type == PloverType::protest;
        const bool none = found.actors.empty() && found.recipients.empty();
        if (none) return violent;
        if (found.carried) return true;
        const auto known = [&](const Filler& filler) { return roles.may_take_part(filler); };
        return std::any_of(found.actors.begin(), found.actors.end(), known) ||
               std::any_of(found.recipients.begin(), found.recipients.end(), known);
    }

    void add(const Roles& roles, const Found& found) {
        if (out_.size() >= limits::annotations_per_layer || !has_participant(roles, found)) return;
        const Row& row = *found.row;
        const Modality modality = modality_of(in_, *clauses_, found.trigger, found.carried);
        Event event;
        event.trigger = trigger_span(found);
        event.span = {event.trigger.begin, in_.word(found.end - 1).span.end};
        event.type = row.type;
        event.mode = row.mode;
        event.cameo = row.cameo;
        event.lemma = row.lemma;
        event.polarity = modality.polarity;
        event.factuality = modality.factuality;
        const std::string_view plan = cameo_of_plan(row);
        if (modality.factuality == Factuality::planned && !plan.empty()) {
            event.type = PloverType::agree;
            event.cameo = plan;
            event.mode.clear();
        }
        add_agents(found.actors, event.actors);
        add_agents(found.recipients, event.recipients);
        add_circumstances(found, event);
        event.why = {found.rule, row.weak ? 0.6F : 0.8F, {}};
        if (modality.sign) event.why.signs.push_back(*modality.sign);
        out_.push_back(std::move(event));
    }

    // Time, place, numbers and statement.
    void add_circumstances(const Found& found, Event& event) const {
        if (!found.times.empty()) event.time = found.times.front();
        const auto& parts = clauses_->parts;
        for (std::uint32_t part = found.part; part <= found.last_part + 3 && part < parts.size(); ++part) {
            const Part& here = parts[part];
            if (part > found.last_part && here.kind != PartKind::phrase) break;
            if (here.kind != PartKind::phrase || here.slot != Slot::fi) continue;
            for (std::uint32_t at = here.first; at < here.end && !event.place; ++at) {
                const std::uint32_t name = places_.name[at];
                if (name == nothing) continue;
                const NameType type = in_.before.names[name].type;
                if (type != NameType::place && type != NameType::facility) continue;
                event.place = name;
                event.span.end = std::max(event.span.end, in_.word(here.end - 1).span.end);
            }
        }
        const auto numbers = in_.before.quantities.starting_in(event.span);
        const auto first = static_cast<std::uint32_t>(numbers.data() - in_.before.quantities.all().data());
        for (std::uint32_t i = 0; i < numbers.size() && i < 8; ++i) event.quantities.push_back(first + i);
        if (const std::uint32_t inside = places_.statement[found.trigger.at]; inside != nothing)
            event.statement = inside;
    }

    Places places_;
    Reading in_;
    CountryNames countries_;
    const Clauses* clauses_ = nullptr;
    std::vector<Event> out_;
    std::optional<Filler> last_;
    std::uint32_t carried_until_ = 0;
    std::uint32_t told_ = nothing;  // the last part whose noun told an event
};

}  // namespace

Layer<Event> find_events(const Before& before, const words::Clitics& clitics, const Knowledge& knowledge) {
    static_cast<void>(clitics);
    return Layer<Event>(Reader(before, knowledge).read());
}

}  // namespace isnad::events
