#include "views/dossier_page.h"

#include <fmt/format.h>

#include "views/page_claims.h"
#include "views/page_people.h"
#include "views/page_reader.h"
#include "views/page_selection.h"
#include "views/page_sheet.h"
#include "views/page_sources.h"
#include "views/page_style.h"
#include "views/page_timeline.h"
#include "views/page_transmission.h"

namespace isnad::views {
namespace {

class DossierPage {
  public:
    DossierPage(const Dossier& dossier, const DossierStyle& style, const Labels& labels,
                std::string_view version)
        : sheet_(dossier, labels),
          transmission_(dossier),
          out_(sheet_.out),
          dossier_(dossier),
          style_(style),
          version_(version) {}

    std::string write() {
        const std::vector<StorySelection> stories = select_stories(dossier_);
        out_.raw("<!DOCTYPE html>\n");
        out_.open("html", {{"lang", style_.arabic ? "ar" : "en"}, {"dir", style_.arabic ? "rtl" : "ltr"}});
        write_head(stories);
        out_.open("body", {{"id", "top"}});
        write_switches();
        out_.open("main", {{"class", "page"}});
        write_choices();
        if (stories.size() > 1) write_contents(stories);
        if (stories.empty()) write_empty();
        write_stories(stories);
        write_origins(sheet_);
        write_problems(sheet_);
        write_reader(sheet_);
        write_foot();
        while (out_.depth() > 0) out_.close();
        out_.raw("\n");
        return out_.take();
    }

  private:
    std::string_view words_of(const WordsOf& words) const {
        return dossier_.collection.page(words.document).page->slice(words.span);
    }

    void write_head(const std::vector<StorySelection>& stories) {
        out_.open("head").empty("meta", {{"charset", "utf-8"}});
        out_.empty("meta", {{"http-equiv", "Content-Security-Policy"},
                            {"content",
                             "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
                             "form-action 'none'"}});
        out_.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
        out_.empty("meta", {{"name", "generator"}, {"content", fmt::format("isnad {}", version_)}});
        out_.empty("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
        const std::string_view title = stories.empty()
                                           ? sheet_.labels["dossier"].in(style_.arabic)
                                           : words_of(dossier_.stories[stories.front().story].title);
        out_.element("title", title).open("style").raw(page_style()).close().close();
    }

    void write_switch(const char* name, const char* id, bool checked) {
        out_.empty("input", {{"type", "radio"},
                             {"name", name},
                             {"id", id},
                             {"class", "choice"},
                             {checked ? "checked" : "", ""},
                             {"autocomplete", "off"}});
    }

    void write_switches() {
        write_switch("language", "lang-ar", style_.arabic);
        write_switch("language", "lang-en", !style_.arabic);
        write_switch("digits", "digits-w", true);
        write_switch("digits", "digits-ar", false);
    }

    void write_choices() {
        out_.open("nav", {{"class", "choices"}}).open("span", {{"class", "brand"}});
        sheet_.label("dossier");
        out_.close().open("span");
        out_.element("label", sheet_.labels["language.ar"].ar, {{"for", "lang-ar"}, {"lang", "ar"}});
        out_.text(" ").element("label", sheet_.labels["language.en"].en,
                               {{"for", "lang-en"}, {"lang", "en"}});
        out_.close().open("span", {{"class", "digits"}});
        out_.element("label", "123", {{"for", "digits-w"}}).text(" ");
        out_.element("label", in_arabic_digits("123"), {{"for", "digits-ar"}}).close();
        out_.open("a", {{"href", "#reader"}});
        sheet_.label("section.reader");
        out_.close().close();
    }

    void write_contents(const std::vector<StorySelection>& stories) {
        out_.open("nav", {{"class", "contents"}}).open("p", {{"class", "counts"}});
        sheet_.count("stories", stories.size());
        out_.text(" \u00B7 ");
        sheet_.count("articles", dossier_.collection.documents.size());
        out_.close().open("ol");
        for (const StorySelection& selection : stories) {
            const Story& story = dossier_.stories[selection.story];
            if (selection.lone) break;
            out_.open("li").open("a", {{"href", "#" + story.id}});
            sheet_.source_text(story.title.document, words_of(story.title));
            out_.close().text(" ").open("span", {{"class", "counts"}});
            sheet_.count("articles", story.documents.size());
            out_.close().close();
        }
        out_.close().close();
    }

    void write_empty() {
        out_.open("p", {{"class", "empty"}});
        sheet_.label("no_article");
        out_.close();
    }

    // Stories of one article are folded when there are others.
    void write_stories(const std::vector<StorySelection>& stories) {
        std::size_t lone = 0;
        for (const StorySelection& story : stories) {
            if (story.lone && lone++ == 0) {
                out_.open("section", {{"class", "lone"}});
                sheet_.heading("section.lone");
            }
            if (story.lone) {
                const WordsOf& title = dossier_.stories[story.story].title;
                out_.open("details").open("summary");
                sheet_.source_text(title.document, words_of(title));
                out_.close();
            }
            write_story(story);
            if (story.lone) out_.close();
        }
        if (lone > 0) out_.close();
    }

    void write_story(const StorySelection& selection) {
        const Story& story = dossier_.stories[selection.story];
        out_.open("div", {{"class", "story"}, {"id", story.id}});
        write_title(story, selection);
        write_agreed(sheet_, selection);
        write_disputed(sheet_, selection);
        write_single(sheet_, selection);
        write_apart(sheet_, selection);
        write_timeline(sheet_, selection);
        transmission_.write(sheet_, selection);
        write_who(sheet_, selection);
        write_statements(sheet_, selection);
        write_sources(sheet_, selection);
        out_.close();
    }

    void write_title(const Story& story, const StorySelection& selection) {
        out_.open("header").open("h1");
        sheet_.words(story.title);
        out_.close().open("p", {{"class", "counts"}});
        sheet_.count("articles", story.documents.size());
        if (selection.outlets > 0) {
            out_.text(" \u00B7 ");
            sheet_.count("outlets", selection.outlets);
        }
        if (selection.texts < story.documents.size()) {
            out_.text(" \u00B7 ");
            sheet_.count("texts", selection.texts);
        }
        if (selection.origins > 0) {
            out_.text(" \u00B7 ");
            sheet_.count("origins", selection.origins);
        }
        out_.close();
        write_days(story);
        out_.close();
    }

    // From the first day of the story's episodes to the last.
    void write_days(const Story& story) {
        std::optional<Day> from, to;
        for (const Episode& episode : story.episodes) {
            if (episode.from && (!from || *episode.from < *from)) from = episode.from;
            const auto& last = episode.to ? episode.to : episode.from;
            if (last && (!to || *last > *to)) to = last;
        }
        if (!from || !to) return;
        out_.open("p", {{"class", "counts"}});
        sheet_.date(*from == *to ? iso_day(*from) : iso_day(*from) + "/" + iso_day(*to));
        out_.close();
    }

    void write_foot() {
        out_.open("footer").open("p");
        sheet_.label("footer");
        out_.text(" ").open("bdi", {{"dir", "ltr"}}).text(fmt::format("isnad {}", version_));
        out_.close().close().close();
    }

    Sheet sheet_;
    PageTransmission transmission_;
    Html& out_;
    const Dossier& dossier_;
    const DossierStyle& style_;
    std::string_view version_;
};

}  // namespace

std::string dossier_page(const Dossier& dossier, const DossierStyle& style, const lexicon::Lexicon& lexicon,
                         std::string_view version) {
    const Labels labels(lexicon);
    return DossierPage(dossier, style, labels, version).write();
}

}  // namespace isnad::views
