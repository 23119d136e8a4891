#include "views/dossier_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "views/code_points.h"
#include "views/dossier_summary_text.h"
#include "views/page_chain.h"
#include "views/page_claims.h"
#include "views/page_dates.h"
#include "views/page_selection.h"
#include "views/summary_transmission.h"
#include "views/terminal_marks.h"
#include "views/words_of_types.h"

namespace isnad::views {
namespace {

using terminal::bold;
using terminal::dim;
using terminal::dot;
using terminal::plain;

constexpr std::size_t agreed_cap = 8, disputed_cap = 12, accounts_cap = 6, single_cap = 6, timeline_cap = 20,
                      who_cap = 12, sources_cap = 40, words_cap = 160, lone_cap = 20;
const std::string dash = " \u2014 ", from = " \u2190 ";

class DossierSummary {
  public:
    DossierSummary(const Dossier& dossier, const DossierStyle& style, const Labels& labels)
        : dossier_(dossier), style_(style), labels_(labels), transmissions_(dossier) {
        for (const PageAnalysis& page : dossier.collection.pages) points_.emplace_back(page.page->text);
    }

    std::string write() {
        const std::vector<StorySelection> stories = select_stories(dossier_);
        if (stories.empty()) line(dim, label("no_article"));
        for (const StorySelection& story : stories) {
            if (story.lone) break;
            if (!out_.empty()) out_ += '\n';
            write_story(story);
        }
        write_lone(stories);
        return std::move(out_);
    }

  private:
    // Stories of one article: their titles.
    void write_lone(const std::vector<StorySelection>& stories) {
        std::size_t lone = 0;
        for (const StorySelection& selection : stories) {
            if (!selection.lone || ++lone > lone_cap) continue;
            if (lone == 1) heading("section.lone");
            const Story& story = dossier_.stories[selection.story];
            line("", "\u2022 " + quoted(story.title), 2);
            line(dim, place(story.title), 4);
        }
        more("more_stories", lone, lone_cap);
    }

    void write_story(const StorySelection& selection) {
        const Story& story = dossier_.stories[selection.story];
        line(bold, quoted(story.title));
        std::string counts = count("articles", story.documents.size());
        if (selection.outlets > 0) counts += dot + count("outlets", selection.outlets);
        if (selection.texts < story.documents.size()) counts += dot + count("texts", selection.texts);
        if (selection.origins > 0) counts += dot + count("origins", selection.origins);
        line(dim, counts + days(story));
        line(dim, place(story.title));
        write_claims("section.agreed", selection.agreed, agreed_cap);
        write_claims("section.disputed", selection.disputed, disputed_cap);
        write_claims("section.single", selection.single, single_cap);
        write_timeline(selection);
        write_transmission(story);
        write_who(selection);
        write_sources(story);
    }

    void write_claims(std::string_view section, const std::vector<const Claim*>& claims, std::size_t cap) {
        if (claims.empty()) return;
        heading(section);
        for (std::size_t i = 0; i < std::min(cap, claims.size()); ++i) write_claim(*claims[i]);
        more("more_claims", claims.size(), cap);
    }

    void write_claim(const Claim& claim) {
        const bool plain_one = claim.relation == Relation::single;
        std::string head = label("claim." + std::string(word(claim.kind)));
        const Wording about = worded_about(dossier_, claim, labels_);
        if (!about.ar.empty()) head += dot + isolated(about.in(style_.arabic));
        if (!plain_one) {
            head += dash + label("relation." + std::string(word(claim.relation))) + dot +
                    count("origins", claim.origins);
        }
        line("", "\u2022 " + head, 2);
        const std::vector<AccountGroup> groups = groups_of(claim);
        const std::size_t cap = claim.relation == Relation::agreement ? 2 : accounts_cap;
        for (std::size_t i = 0; i < std::min(cap, groups.size()); ++i) write_account(claim, groups[i]);
        if (groups.size() > cap) line(dim, count("more_accounts", groups.size() - cap), 4);
        const std::string rule = "why." + std::string(claim.rule);
        const bool in_arabic = style_.arabic && labels_.has(rule);
        if (!claim.why.empty() && !plain_one)
            line(dim, label("why") + " " + (in_arabic ? label(rule) : isolated(claim.why)), 4);
    }

    void write_account(const Claim& claim, const AccountGroup& group) {
        const Account& account = *group.first;
        const Wording value = worded_value(dossier_, claim, account, labels_);
        std::string text = value.ar.empty() ? "" : isolated(value.in(style_.arabic)) + dash;
        if (account.vague) text += label("vague") + dash;
        if (denies(dossier_, claim, account) && account.value != "denied")
            text += label("value.denied") + dash;
        text += chain(account.at.document, account.speaker, account.chain);
        line("", text, 4);
        line("", quoted(account.at), 6);
        std::string where = place(account.at);
        if (!group.others.empty()) where += dot + label("also_in");
        for (const Account* other : group.others) where += " " + place(other->at);
        line(dim, where, 6);
    }

    std::string chain(DocumentIndex document, const std::optional<Agent>& speaker,
                      const std::vector<ChainLink>& links) const {
        std::string out;
        for (const ChainNode& node : chain_of(dossier_, document, speaker, links)) {
            out += out.empty() ? "" : from;
            out += isolated(text_of(dossier_, node, outlet_of(dossier_, document)));
            if (node.kind == "link.unnamed") out += " (" + label(node.kind) + ")";
        }
        return out;
    }

    void write_timeline(const StorySelection& selection) {
        std::vector<const TimelineEntry*> entries;
        for (const TimelineEntry* entry : selection.timeline) {
            if (!entry->background) entries.push_back(entry);
        }
        if (entries.empty()) return;
        heading("section.timeline");
        for (std::size_t i = 0; i < std::min(timeline_cap, entries.size()); ++i) write_entry(*entries[i]);
        more("more_claims", entries.size(), timeline_cap);
    }

    void write_entry(const TimelineEntry& entry) {
        constexpr std::array marks = {"\u25CF", "\u25CB", "\u2715", "\u25C6"};
        const std::string date =
            entry.date.empty() ? label("unknown") : worded_date(entry.date, labels_, true).in(style_.arabic);
        std::string text = fmt::format("{} {}{}{}", marks[static_cast<std::size_t>(entry.status)],
                                       isolated(date), dash, quoted(entry.at));
        if (entry.status != TimelineStatus::happened)
            text += dot + label("status." + std::string(word(entry.status)));
        line("", text + dot + count("origins", entry.origins), 2);
        line(dim, place(entry.at), 4);
    }

    void write_transmission(const Story& story) {
        const std::vector<std::string> tree =
            transmission_tree(dossier_, transmissions_.of(story), style_, labels_);
        if (tree.empty()) return;
        heading("section.transmission");
        for (const std::string& each : tree) out_ += "  " + each + "\n";
    }

    void write_who(const StorySelection& selection) {
        const std::vector<EntityCounts> counts = count_entities(dossier_, dossier_.stories[selection.story]);
        std::vector<std::uint32_t> who;
        for (const std::uint32_t entity : selection.entities) {
            const NameType type = dossier_.collection.entities[entity].type;
            if (type == NameType::person || type == NameType::organisation) who.push_back(entity);
        }
        if (who.empty()) return;
        heading("section.who");
        for (std::size_t i = 0; i < std::min(who_cap, who.size()); ++i) {
            const Entity& entity = dossier_.collection.entities[who[i]];
            std::string text = isolated(entity.ar);
            if (!entity.en.empty() && entity.en != entity.ar) text += " (" + isolated(entity.en) + ")";
            text += dot + count("articles", counts[who[i]].documents);
            if (counts[who[i]].said > 0) text += dot + count("said", counts[who[i]].said);
            if (counts[who[i]].done > 0) text += dot + count("done", counts[who[i]].done);
            line("", text, 2);
        }
        more("more_names", who.size(), who_cap);
    }

    void write_sources(const Story& story) {
        heading("section.sources");
        for (std::size_t i = 0; i < std::min(sources_cap, story.documents.size()); ++i) {
            const DocumentIndex document = story.documents[i];
            std::string text = fmt::format("{}. {}", document + 1, isolated(outlet_of(dossier_, document)));
            const DatedBy* dated = dossier_.reference_date(document);
            text += dot + (dated ? isolated(worded_date(dated->value, labels_).in(style_.arabic))
                                 : label("no_date"));
            if (dated != nullptr && dated->basis != "stated")
                text += " (" + label("basis." + dated->basis) + ")";
            text += dot + isolated(dossier_.collection.page(document).page->path);
            line("", text, 2);
            write_copies(document);
        }
        more("more_claims", story.documents.size(), sources_cap);
    }

    // What the document was copied from.
    void write_copies(DocumentIndex document) {
        for (const CopyPair& pair : dossier_.copies.pairs) {
            if (pair.to != document) continue;
            const double share = pair.kind == CopyKind::containment ? pair.containment : pair.resemblance;
            const std::string percent = grouped(static_cast<double>(static_cast<int>(share * 100 + 0.5)));
            line(dim,
                 fmt::format("{}{}{}. {}{}{}", label("copy." + std::string(word(pair.kind))), from,
                             pair.from + 1, isolated(outlet_of(dossier_, pair.from)), dot,
                             filled(labels_["shared_words"], percent).in(style_.arabic)),
                 5);
        }
    }

    // The words themselves, cut to a readable length.
    std::string quoted(const WordsOf& words) const {
        const std::string_view text = dossier_.collection.page(words.document).page->slice(words.span);
        if (columns_of(text) <= words_cap) return isolated(text);
        std::size_t end = std::min<std::size_t>(text.size(), words_cap * 2);
        while (end > 0 && text[end - 1] != ' ') --end;
        return isolated(std::string(text.substr(0, end)) + "\u2026");
    }

    // Where the words stand: "page.txt:12", and their code points in the page.
    std::string place(const WordsOf& words) const {
        const std::uint32_t index = dossier_.collection.documents[words.document].page;
        const Page& page = *dossier_.collection.pages[index].page;
        const std::string_view before = page.slice({0, words.span.begin});
        const auto line_number = std::count(before.begin(), before.end(), '\n') + 1;
        const CodePointSpan points = points_[index].of(words.span);
        return isolated(fmt::format("{}:{} [{}, {}]", page.path, line_number, points.begin, points.end));
    }

    std::string days(const Story& story) const {
        std::optional<Day> first, last;
        for (const Episode& episode : story.episodes) {
            if (episode.from && (!first || *episode.from < *first)) first = episode.from;
            const auto& end = episode.to ? episode.to : episode.from;
            if (end && (!last || *end > *last)) last = end;
        }
        if (!first || !last) return "";
        const std::string edtf = *first == *last ? iso_day(*first) : iso_day(*first) + "/" + iso_day(*last);
        return dot + isolated(worded_date(edtf, labels_).in(style_.arabic));
    }

    std::string label(std::string_view id) const { return std::string(labels_[id].in(style_.arabic)); }

    std::string count(std::string_view noun, std::uint64_t n) const {
        return filled(labels_.counted(noun, n), grouped(static_cast<double>(n))).in(style_.arabic);
    }

    void heading(std::string_view id) {
        out_ += '\n';
        line(bold, label(id));
    }

    void more(std::string_view noun, std::size_t all, std::size_t cap) {
        if (all > cap) line(dim, count(noun, all - cap), 2);
    }

    void line(const char* colour, const std::string& text, std::size_t indent = 0) {
        const std::string lines = wrapped(text, std::max<std::size_t>(style_.width, 40), indent);
        const bool coloured = style_.colour && *colour != '\0';
        for (std::size_t at = 0; at < lines.size();) {
            const std::size_t end = lines.find('\n', at);
            out_ += (coloured ? colour : "") + lines.substr(at, end - at) + (coloured ? plain : "") + "\n";
            at = end + 1;
        }
    }

    const Dossier& dossier_;
    const DossierStyle& style_;
    const Labels& labels_;
    Transmissions transmissions_;
    std::vector<CodePoints> points_;
    std::string out_;
};

}  // namespace

std::string dossier_summary(const Dossier& dossier, const DossierStyle& style,
                            const lexicon::Lexicon& lexicon) {
    const Labels labels(lexicon);
    return DossierSummary(dossier, style, labels).write();
}

}  // namespace isnad::views
