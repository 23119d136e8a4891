// Statements and events of one article as JSON, and what other layers share with them.
#pragma once

#include <span>

#include "model/analysis.h"
#include "views/code_points.h"
#include "views/json_writer.h"

namespace isnad::views {

// The member "why".
void write_why(JsonWriter& out, const Why& why, const CodePoints& points);
// One id, a list of ids, or null.
void write_entity_ids(JsonWriter& out, const PageAnalysis& page, std::span<const std::uint32_t> entities);

class SpeechJson {
  public:
    SpeechJson(const PageAnalysis& page, std::size_t article, const CodePoints& points, JsonWriter& out)
        : page_(page), article_(article), points_(points), out_(out) {}

    // The members "statements" and "events".
    void write();

  private:
    void write_statement(std::size_t index, const Statement& statement);
    void write_chain(const Statement& statement);
    void write_commitments(const Statement& statement);
    void write_commitment(std::string_view source, Commitment commitment);
    void write_event(std::size_t index, const Event& event);
    void write_event_roles(const Event& event);
    void write_agent(std::string_view name, const Agent& agent);
    void write_agents(std::string_view name, std::span<const Agent> agents);
    std::vector<std::uint32_t> entities_of(const Agent& agent) const;

    const PageAnalysis& page_;
    std::size_t article_;
    const CodePoints& points_;
    JsonWriter& out_;
};

}  // namespace isnad::views
