#include "language/events/events.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "language/names/names.h"
#include "language/quantities/quantities.h"
#include "language/speech/speech.h"
#include "language/times/times.h"
#include "language/words/numerals.h"
#include "tests/sentences.h"
#include "tests/tsv_cases.h"

namespace isnad::events {
namespace {

struct Read {
    ReadText text;
    Layer<Name> names;
    Layer<Mention> mentions;
    Layer<Time> times;
    Layer<Quantity> quantities;
    Layer<Statement> statements;
    Layer<Event> events;
};

Read read(const std::string& text) {
    static const auto names = names::make_knowledge(test_lexicon());
    static const auto mentions = speech::make_mention_knowledge(test_lexicon());
    static const auto statements = speech::make_statement_knowledge(test_lexicon());
    static const auto times = times::make_knowledge(test_lexicon());
    static const auto quantities = quantities::make_knowledge(test_lexicon());
    static const auto events = make_knowledge(test_lexicon());
    static const words::Numerals numerals(test_lexicon());
    const std::optional<DatedBy> date = DatedBy{"2021-06-15", "stated", "test"};
    Read out{read_text(text), {}, {}, {}, {}, {}, {}};
    const Document& document = *out.text.document;
    const Words& words = out.text.words;
    out.names = names::find_names(document, words, test_clitics(), *names);
    out.times = times::resolve(words, times::find(document, words, numerals, *times), date, *times);
    out.quantities = quantities::find_quantities(document, words, numerals, *quantities);
    out.mentions = speech::find_mentions(document, words, out.names, date, test_clitics(), *mentions);
    out.statements =
        speech::find_statements(document, words, out.names, out.mentions, test_clitics(), *statements);
    out.events =
        find_events({document, words, out.names, out.mentions, out.times, out.quantities, out.statements},
                    test_clitics(), *events);
    return out;
}

constexpr std::array<std::string_view, 15> types{"agree",   "consult",  "support",  "cooperate", "aid",
                                                 "yield",   "request",  "accuse",   "reject",    "threaten",
                                                 "protest", "sanction", "mobilize", "coerce",    "assault"};
constexpr std::array<std::string_view, 5> factualities{"certain", "probable", "possible", "planned",
                                                       "unknown"};

std::string shown(const Read& one, const std::vector<Agent>& agents) {
    std::string out;
    for (const Agent& agent : agents) {
        std::string names;
        for (const std::uint32_t name : agent.names)
            names += (names.empty() ? "" : "+") + std::string(one.names[std::size_t{name}].normal);
        if (names.empty() && agent.span)
            names = "'" + std::string(one.text.document->text(*agent.span)) + "'";
        out += (out.empty() ? "" : "+") + names;
    }
    return out;
}

// "type mode actors > recipients @place #date -negative ~factuality", one event after the other.
std::string shown(const Read& one) {
    std::string out;
    for (const Event& event : one.events) {
        if (!out.empty()) out += "; ";
        out += types[static_cast<std::size_t>(event.type)];
        if (!event.mode.empty()) out += "/" + event.mode;
        if (!event.actors.empty()) out += " " + shown(one, event.actors);
        if (!event.recipients.empty()) out += " > " + shown(one, event.recipients);
        if (event.place) out += " @" + one.names[std::size_t{*event.place}].normal;
        if (event.time) out += " #" + one.times[std::size_t{*event.time}].value;
        if (event.polarity == Polarity::negative) out += " -";
        if (event.factuality != Factuality::certain)
            out += " ~" + std::string(factualities[static_cast<std::size_t>(event.factuality)]);
    }
    return out;
}

std::vector<Span> triggers(const Read& one) {
    std::vector<Span> out;
    for (const Event& event : one.events) out.push_back(event.trigger);
    return out;
}

TEST(Events, Table) {
    for (const auto& row : tsv_cases("src/language/events/events_test.tsv", 2)) {
        const std::string text = without_brackets(row.cells[0]);
        const Read one = read(text);
        EXPECT_EQ(with_brackets(text, triggers(one)), row.cells[0]) << row.place;
        EXPECT_EQ(shown(one), row.cells[1]) << row.place << '\n' << text;
    }
}

void expect_sound(const Read& one, const std::string& place) {
    const auto size = static_cast<std::uint32_t>(one.text.document->page().text.size());
    for (const Event& event : one.events) {
        EXPECT_FALSE(event.why.rule.empty()) << place;
        EXPECT_GT(event.why.weight, 0.0F) << place;
        EXPECT_LE(event.why.weight, 1.0F) << place;
        EXPECT_LT(event.trigger.begin, event.trigger.end) << place;
        EXPECT_TRUE(event.span.contains(event.trigger)) << place;
        EXPECT_LE(event.span.end, size) << place;
        EXPECT_FALSE(event.lemma.empty()) << place;
        for (const auto* agents : {&event.actors, &event.recipients}) {
            for (const Agent& agent : *agents) {
                for (const std::uint32_t name : agent.names) EXPECT_LT(name, one.names.size()) << place;
                if (agent.mention) {
                    EXPECT_LT(*agent.mention, one.mentions.size()) << place;
                }
            }
        }
        if (event.time) {
            EXPECT_LT(*event.time, one.times.size()) << place;
        }
        if (event.place) {
            EXPECT_LT(*event.place, one.names.size()) << place;
        }
        for (const std::uint32_t number : event.quantities) EXPECT_LT(number, one.quantities.size()) << place;
    }
}

TEST(Events, AreSoundAndTellWhy) {
    for (const auto& row : tsv_cases("src/language/events/events_test.tsv", 2))
        expect_sound(read(without_brackets(row.cells[0])), row.place);
}

// Every sentence cut at every byte where a character ends.
TEST(Events, SurviveAnyCut) {
    for (const auto& row : tsv_cases("src/language/events/events_test.tsv", 2)) {
        const std::string text = without_brackets(row.cells[0]);
        for (std::size_t end = 0; end < text.size(); end += 7) {
            std::size_t cut = end;
            while (cut < text.size() && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) ++cut;
            expect_sound(read(text.substr(0, cut)), row.place);
        }
    }
}

TEST(Events, Hostile) {
    for (const auto& row : tsv_cases("src/language/events/events_hostile_test.tsv", 2)) {
        std::string text;
        const int times = std::stoi(row.cells[1]);
        for (int i = 0; i < times; ++i) text += row.cells[0] + " ";
        expect_sound(read(text), row.place);
    }
}

}  // namespace
}  // namespace isnad::events
