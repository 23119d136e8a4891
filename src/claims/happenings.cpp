#include "claims/happenings.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "claims/clauses.h"

namespace isnad::claims {
namespace {

struct SortOfCode {
    std::string_view code, sort;
};
constexpr std::array sorts{SortOfCode{"041", "call"},      SortOfCode{"042", "visit"},
                           SortOfCode{"043", "visit"},     SortOfCode{"040", "meeting"},
                           SortOfCode{"044", "meeting"},   SortOfCode{"046", "meeting"},
                           SortOfCode{"045", "mediation"}, SortOfCode{"057", "signing"}};

std::string sort_of(const Event& event) {
    for (const SortOfCode& one : sorts) {
        if (event.cameo == one.code) return std::string(one.sort);
    }
    if (event.cameo.size() >= 2)
        return std::to_string(static_cast<int>(event.type)) + "." + event.cameo.substr(0, 3);
    return std::to_string(static_cast<int>(event.type)) + "." + event.lemma;
}

bool is_said(PloverType type) {
    return type == PloverType::accuse || type == PloverType::reject || type == PloverType::request ||
           type == PloverType::threaten || type == PloverType::agree || type == PloverType::support;
}

void sort_unique(std::vector<std::uint32_t>& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

bool is_place(const Entity& entity) {
    return (entity.type == NameType::place || entity.type == NameType::facility) &&
           !(entity.known && entity.known->table == "countries");
}

void add_entities(const Collection& collection, DocumentIndex document, const std::vector<Agent>& agents,
                  std::vector<std::uint32_t>& out) {
    for (const Agent& agent : agents) {
        const auto entities = collection.entities_of(document, agent);
        out.insert(out.end(), entities.begin(), entities.end());
    }
    sort_unique(out);
}

// Where it happened: its place, and for a visit the cities among those visited.
void add_places(const Collection& collection, const Event& event, Happening& out) {
    if (event.place) out.where.push_back(collection.entity_of[out.document][*event.place]);
    if (out.sort == "visit") {
        for (const std::uint32_t entity : out.whom) {
            if (is_place(collection.entities[entity])) out.where.push_back(entity);
        }
    }
    sort_unique(out.where);
}

// The days of the event's own time expression; without one, of the only day that its sentence names.
std::optional<DayRange> days_of_event(const Analysis& analysis, const Event& event, Span sentence) {
    if (event.time) return day_range(analysis.times[std::size_t{*event.time}].value);
    std::optional<DayRange> only;
    for (const Time& time : analysis.times.starting_in(sentence)) {
        const auto days = day_range(time.value);
        if (!days || days->days() > 1) continue;
        if (only && !(*only == *days)) return std::nullopt;
        only = days;
    }
    return only;
}

Span sentence_of(const Analysis& analysis, Span event) {
    const WordRange inside = words_in(analysis.words, event);
    if (inside.first >= inside.end) return event;
    return span_of(analysis.words, sentence_around(analysis.words, inside.first));
}

Happening read(const StoryView& view, DocumentIndex document, std::uint32_t index) {
    const Analysis& analysis = view.analysis(document);
    const Event& event = analysis.events[std::size_t{index}];
    Happening out;
    out.document = document;
    out.event = index;
    out.at = event.span;
    out.sort = sort_of(event);
    out.mutual = out.sort == "meeting" || out.sort == "call" || out.sort == "signing";
    out.said = is_said(event.type) && !out.mutual;
    add_entities(view.dossier.collection, document, event.actors, out.who);
    add_entities(view.dossier.collection, document, event.recipients, out.whom);
    add_places(view.dossier.collection, event, out);
    const Span sentence = sentence_of(analysis, event.span);
    out.when = days_of_event(analysis, event, sentence);
    out.content = view.contents.of(document, sentence, {.names = false, .numbers = false});
    out.whole = view.contents.of(document, sentence, {.names = true, .numbers = true});
    out.happened = event.polarity == Polarity::positive && event.factuality != Factuality::planned &&
                   event.factuality != Factuality::possible;
    return out;
}

}  // namespace

std::vector<Happening> happenings_of(const StoryView& view) {
    std::vector<Happening> out;
    for (const DocumentIndex document : view.documents()) {
        const Layer<Event>& events = view.analysis(document).events;
        for (std::uint32_t i = 0; i < events.size(); ++i) {
            out.push_back(read(view, document, i));
        }
        add_presence(view, document, out);
    }
    return out;
}

}  // namespace isnad::claims
