#include "views/page_people.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "views/page_chain.h"
#include "views/search_words.h"
#include "views/words_of_types.h"

namespace isnad::views {
namespace {

constexpr std::size_t entities_shown = 18, entities_cap = 120, speakers_shown = 10, speakers_cap = 60,
                      statements_shown = 4, statements_cap = 12;

void write_entity(Sheet& sheet, std::uint32_t index, const EntityCounts& counts) {
    const Entity& entity = sheet.collection.entities[index];
    Html& out = sheet.out;
    out.open("li").open("div", {{"class", "person"}});
    sheet.entity(index);
    out.close().open("p", {{"class", "counts"}});
    sheet.label(word(entity.type));
    out.text(" \u00B7 ");
    sheet.count("articles", counts.documents);
    for (const auto& [noun, n] : {std::pair{"said", counts.said}, std::pair{"done", counts.done}}) {
        if (n == 0) continue;
        out.text(" \u00B7 ");
        sheet.count(noun, n);
    }
    out.close();
    if (entity.spellings.size() > 1) {
        out.open("p", {{"class", "spellings"}});
        sheet.label("spellings");
        for (std::size_t i = 0; i < std::min<std::size_t>(entity.spellings.size(), 8); ++i) {
            out.text(" ").open("bdi", {{"lang", "ar"}}).source(entity.spellings[i]).close();
        }
        out.close();
    }
    out.close();
}

void write_entities(Sheet& sheet, const std::vector<std::uint32_t>& entities, std::size_t from,
                    std::size_t to, const std::vector<EntityCounts>& counts) {
    sheet.out.open("ul", {{"class", "names"}});
    for (std::size_t i = from; i < to; ++i) write_entity(sheet, entities[i], counts[entities[i]]);
    sheet.out.close();
}

struct Said {
    DocumentIndex document = 0;
    const Statement* statement = nullptr;
    std::vector<WordsOf> others{};  // the same words in other documents, or said again
};

// Statements by speaker: one entity, or for want of one the words that stand for the speaker.
struct Speaker {
    std::optional<std::uint32_t> entity;
    std::optional<WordsOf> words;
    std::vector<Said> said;
};

// Statements of the same words become one, in order of first mention.
std::vector<Said> without_repeats(const Dossier& dossier, const std::vector<Said>& said) {
    std::vector<Said> out;
    std::map<std::string, std::size_t> known;
    for (const Said& one : said) {
        const Analysis& analysis = dossier.collection.analysis(one.document);
        const auto [at, added] = known.try_emplace(search_words(analysis, one.statement->span), out.size());
        if (added) {
            out.push_back(one);
        } else {
            out[at->second].others.push_back({one.document, one.statement->span});
        }
    }
    return out;
}

std::vector<Speaker> speakers_of(const Dossier& dossier, const Story& story) {
    std::vector<Speaker> out;
    std::map<std::uint32_t, std::size_t> by_entity;
    std::map<std::string_view, std::size_t> by_words;
    for (const DocumentIndex document : story.documents) {
        const Analysis& analysis = dossier.collection.analysis(document);
        for (const Statement& statement : analysis.statements) {
            if (!statement.speaker) continue;
            const auto entities = dossier.collection.entities_of(document, *statement.speaker);
            std::size_t at = out.size();
            if (!entities.empty()) {
                at = by_entity.try_emplace(entities.front(), at).first->second;
            } else if (statement.speaker->span) {
                at =
                    by_words.try_emplace(analysis.document->text(*statement.speaker->span), at).first->second;
            } else {
                continue;
            }
            if (at == out.size()) out.emplace_back();
            Speaker& speaker = out[at];
            if (!entities.empty()) speaker.entity = entities.front();
            if (!speaker.words && statement.speaker->span)
                speaker.words = WordsOf{document, *statement.speaker->span};
            speaker.said.push_back({document, &statement, {}});
        }
    }
    for (Speaker& speaker : out) speaker.said = without_repeats(dossier, speaker.said);
    std::stable_sort(out.begin(), out.end(),
                     [](const Speaker& a, const Speaker& b) { return a.said.size() > b.said.size(); });
    return out;
}

void write_statement(Sheet& sheet, const Said& said) {
    const Statement& statement = *said.statement;
    Html& out = sheet.out;
    out.open("li").open("div", {{"class", "line"}}).open("span", {{"class", "kind"}});
    sheet.label("stance." + std::string(word(statement.stance)));
    out.close();
    if (statement.negated) {
        out.open("span", {{"class", "note"}});
        sheet.label("negated");
        out.close();
    }
    write_chain(sheet, {said.document, statement.span},
                chain_of(sheet.dossier, said.document, statement.speaker, statement.chain));
    out.close();
    sheet.excerpt({said.document, statement.span}, false);
    write_also_in(sheet, said.others);
    out.close();
}

void write_speaker(Sheet& sheet, const Speaker& speaker) {
    Html& out = sheet.out;
    out.open("div", {{"class", "voice"}}).open("h3");
    if (speaker.entity) {
        sheet.entity(*speaker.entity);
    } else {
        sheet.words(*speaker.words, "src quiet");
    }
    out.text(" ").open("span", {{"class", "counts"}});
    sheet.count("said", speaker.said.size());
    out.close().close();
    const std::size_t first = std::min(speaker.said.size(), statements_shown),
                      last = std::min(speaker.said.size(), statements_cap);
    out.open("ul", {{"class", "statements"}});
    for (std::size_t i = 0; i < first; ++i) write_statement(sheet, speaker.said[i]);
    out.close();
    if (first < speaker.said.size()) {
        out.open("details").open("summary");
        sheet.count("more_statements", speaker.said.size() - first);
        out.close().open("ul", {{"class", "statements"}});
        for (std::size_t i = first; i < last; ++i) write_statement(sheet, speaker.said[i]);
        out.close().close();
    }
    out.close();
}

}  // namespace

void write_who(Sheet& sheet, const StorySelection& story) {
    if (story.entities.empty()) return;
    const std::vector<EntityCounts> counts =
        count_entities(sheet.dossier, sheet.dossier.stories[story.story]);
    std::vector<std::uint32_t> actors, others;
    for (const std::uint32_t entity : story.entities) {
        const NameType type = sheet.collection.entities[entity].type;
        (type == NameType::person || type == NameType::organisation ? actors : others).push_back(entity);
    }
    sheet.out.open("section", {{"class", "people"}});
    sheet.heading("section.who");
    const std::size_t first = std::min(actors.size(), entities_shown);
    write_entities(sheet, actors, 0, first, counts);
    actors.erase(actors.begin(), actors.begin() + static_cast<std::ptrdiff_t>(first));
    actors.insert(actors.end(), others.begin(), others.end());
    if (!actors.empty()) {
        sheet.out.open("details", {{"class", "more"}}).open("summary");
        sheet.count("more_names", actors.size());
        sheet.out.close();
        write_entities(sheet, actors, 0, std::min(actors.size(), entities_cap), counts);
        sheet.out.close();
    }
    sheet.out.close();
}

void write_statements(Sheet& sheet, const StorySelection& story) {
    const std::vector<Speaker> speakers = speakers_of(sheet.dossier, sheet.dossier.stories[story.story]);
    if (speakers.empty()) return;
    sheet.out.open("section", {{"class", "speech"}});
    sheet.heading("section.statements");
    const std::size_t first = std::min(speakers.size(), speakers_shown),
                      last = std::min(speakers.size(), speakers_cap);
    for (std::size_t i = 0; i < first; ++i) write_speaker(sheet, speakers[i]);
    if (first < speakers.size()) {
        sheet.out.open("details", {{"class", "more"}}).open("summary");
        sheet.count("more_speakers", speakers.size() - first);
        sheet.out.close();
        for (std::size_t i = first; i < last; ++i) write_speaker(sheet, speakers[i]);
        sheet.out.close();
    }
    sheet.out.close();
}

}  // namespace isnad::views
