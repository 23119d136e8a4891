#include "views/speech_json.h"

#include <algorithm>

#include "views/words_of_types.h"

namespace isnad::views {
namespace {

// Of who only hands on what was said.
constexpr Commitment uncommitted{Factuality::unknown, Polarity::positive};

}  // namespace

void write_why(JsonWriter& out, const Why& why, const CodePoints& points) {
    out.key("why").begin_object().member("rule", why.rule).member("weight", double{why.weight});
    out.key("spans").begin_array();
    for (const Span sign : why.signs) out.value(points.of(sign));
    out.end_array().end_object();
}

void write_entity_ids(JsonWriter& out, const PageAnalysis& page, std::span<const std::uint32_t> entities) {
    if (entities.empty()) {
        out.null();
        return;
    }
    if (entities.size() == 1) {
        out.value(page.entities[entities.front()].id);
        return;
    }
    out.begin_array();
    for (const std::uint32_t entity : entities) out.value(page.entities[entity].id);
    out.end_array();
}

void SpeechJson::write() {
    const Analysis& analysis = page_.articles[article_];
    out_.key("statements").begin_array();
    for (std::size_t i = 0; i < analysis.statements.size(); ++i) write_statement(i, analysis.statements[i]);
    out_.end_array().key("events").begin_array();
    for (std::size_t i = 0; i < analysis.events.size(); ++i) write_event(i, analysis.events[i]);
    out_.end_array();
}

std::vector<std::uint32_t> SpeechJson::entities_of(const Agent& agent) const {
    std::vector<std::uint32_t> out;
    for (const std::uint32_t name : agent.names) out.push_back(page_.entity_of[article_][name]);
    if (agent.mention) {
        const auto& more = page_.entities_of_mention[article_][*agent.mention];
        out.insert(out.end(), more.begin(), more.end());
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

void SpeechJson::write_agent(std::string_view name, const Agent& agent) {
    out_.key(name).begin_object().key("span");
    agent.span ? out_.value(points_.of(*agent.span)) : out_.null();
    out_.key("entity");
    write_entity_ids(out_, page_, entities_of(agent));
    if (agent.unnamed) out_.member("unnamed", true);
    out_.end_object();
}

void SpeechJson::write_statement(std::size_t index, const Statement& statement) {
    out_.begin_object().member("id", "s" + std::to_string(index + 1));
    out_.member("span", points_.of(statement.span)).member("text", page_.page->slice(statement.span));
    out_.member("kind", word(statement.kind));
    statement.speaker ? write_agent("speaker", *statement.speaker) : void(out_.key("speaker").null());
    out_.key("cue");
    if (statement.cue) {
        out_.begin_object()
            .member("span", points_.of(statement.cue->span))
            .member("lemma", statement.cue->lemma)
            .end_object();
    } else {
        out_.null();
    }
    if (statement.addressee) write_agent("addressee", *statement.addressee);
    out_.member("stance", word(statement.stance));
    if (statement.negated) out_.member("negated", true);
    write_chain(statement);
    write_commitments(statement);
    if (statement.inside) out_.member("inside", "s" + std::to_string(*statement.inside + 1));
    write_why(out_, statement.why, points_);
    out_.end_object();
}

// The speaker's own, then everybody who only hands on what was said, out to the page: they commit to nothing.
void SpeechJson::write_commitments(const Statement& statement) {
    out_.key("factuality").begin_array();
    write_commitment("speaker", statement.commitment);
    for (std::size_t i = 0; i < statement.chain.size(); ++i)
        write_commitment("chain " + std::to_string(i + 1), uncommitted);
    if (statement.inside) write_commitment("s" + std::to_string(*statement.inside + 1), uncommitted);
    write_commitment("outlet", uncommitted);
    out_.end_array();
}

void SpeechJson::write_commitment(std::string_view source, Commitment commitment) {
    out_.begin_object().member("source", source).member("value", word(commitment.value));
    if (commitment.value != Factuality::unknown) out_.member("polarity", word(commitment.polarity));
    out_.end_object();
}

void SpeechJson::write_chain(const Statement& statement) {
    out_.key("chain").begin_array();
    for (const ChainLink& link : statement.chain) {
        out_.begin_object().member("kind", word(link.kind)).key("span");
        link.span ? out_.value(points_.of(*link.span)) : out_.null();
        out_.member("text",
                    link.span ? page_.page->slice(*link.span) : std::string_view(page_.page->address));
        std::vector<std::uint32_t> entities;
        for (const std::uint32_t name : link.names) entities.push_back(page_.entity_of[article_][name]);
        if (!entities.empty()) {
            out_.key("entity");
            write_entity_ids(out_, page_, entities);
        }
        write_why(out_, link.why, points_);
        out_.end_object();
    }
    out_.end_array();
}

void SpeechJson::write_agents(std::string_view name, std::span<const Agent> agents) {
    std::vector<std::uint32_t> all;
    for (const Agent& agent : agents) {
        const auto some = entities_of(agent);
        all.insert(all.end(), some.begin(), some.end());
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    out_.key(name).begin_array();
    for (const std::uint32_t entity : all) out_.value(page_.entities[entity].id);
    out_.end_array().key(std::string(name) + "_spans").begin_array();
    for (const Agent& agent : agents) {
        if (agent.span) out_.value(points_.of(*agent.span));
    }
    out_.end_array();
}

void SpeechJson::write_event(std::size_t index, const Event& event) {
    out_.begin_object().member("id", "v" + std::to_string(index + 1)).member("span", points_.of(event.span));
    out_.member("text", page_.page->slice(event.span));
    out_.member("trigger", points_.of(event.trigger)).member("type", word(event.type));
    if (!event.mode.empty()) out_.member("mode", event.mode);
    if (!event.cameo.empty()) out_.member("cameo", event.cameo);
    write_event_roles(event);
    out_.member("polarity", word(event.polarity));
    out_.key("factuality").begin_array();
    const Commitment own{event.factuality, event.polarity};
    if (event.statement) write_commitment("s" + std::to_string(*event.statement + 1), own);
    write_commitment("outlet", event.statement ? uncommitted : own);
    out_.end_array();
    if (event.statement) out_.member("statement", "s" + std::to_string(*event.statement + 1));
    write_why(out_, event.why, points_);
    out_.end_object();
}

void SpeechJson::write_event_roles(const Event& event) {
    const Analysis& analysis = page_.articles[article_];
    write_agents("actor", event.actors);
    write_agents("recipient", event.recipients);
    if (event.time) out_.member("date", analysis.times[std::size_t{*event.time}].value);
    if (event.place) out_.member("place", page_.entities[page_.entity_of[article_][*event.place]].id);
    if (event.quantities.empty()) return;
    out_.key("numbers").begin_array();
    for (const std::uint32_t quantity : event.quantities) out_.value("q" + std::to_string(quantity + 1));
    out_.end_array();
}

}  // namespace isnad::views
