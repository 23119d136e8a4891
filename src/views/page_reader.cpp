#include "views/page_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "views/page_marks.h"
#include "views/page_selection.h"
#include "views/words_of_types.h"

namespace isnad::views {
namespace {

// A mark with the attributes of its element; places that links lead to stand before all others.
struct ReaderMark {
    Span span;
    std::string style;        // "n person"
    std::string title;        // what it is, its value, the rule
    std::uint32_t place = 0;  // "#w-12", or 0
};

class PageReader {
  public:
    PageReader(Sheet& sheet, std::uint32_t page)
        : sheet_(sheet), out_(sheet.out), index_(page), page_(sheet.collection.pages[page]) {
        for (const auto& [span, number] : sheet.anchors.of_page(page))
            marks_.push_back({span, "w", {}, number});
        places_ = marks_.size();
        reached_.resize(places_);
    }

    // Adds the numbers of places that had to be split.
    void write(std::set<std::uint32_t>& split) {
        for (std::uint32_t i = 0; i < page_.articles.size(); ++i) write_article(i);
        write_chrome();
        write_unreached();
        split.insert(split_.begin(), split_.end());
    }

  private:
    // Index of the document of an article; none when an equal document stood on an earlier page.
    std::optional<DocumentIndex> document_of(std::uint32_t article) const {
        const auto& documents = sheet_.collection.documents;
        const auto known = std::find_if(
            documents.begin(), documents.end(),
            [&](const Collection::Place& place) { return place.page == index_ && place.article == article; });
        if (known == documents.end()) return std::nullopt;
        return static_cast<DocumentIndex>(known - documents.begin());
    }

    void write_article(std::uint32_t article) {
        const Analysis& analysis = page_.articles[article];
        const auto document = document_of(article);
        if (!document) return;
        add_marks(analysis, *document);
        out_.open("article", {{"class", "text"}, {"id", fmt::format("d-{}", *document + 1)}});
        write_head(*document);
        begin_lines();
        for (const Block& block : analysis.document->blocks()) write_block(block, analysis);
        out_.close();
        marks_.resize(places_);
    }

    void write_head(DocumentIndex document) {
        out_.open("header").open("strong");
        sheet_.outlet(document);
        out_.close();
        if (const DatedBy* dated = sheet_.dossier.reference_date(document)) {
            out_.text(" \u00B7 ");
            sheet_.date(dated->value, true);
            out_.text(" ").open("span", {{"class", "note"}, {"title", dated->why}});
            sheet_.label("basis." + dated->basis);
            out_.close();
        }
        out_.open("span", {{"class", "file"}}).open("bdi", {{"dir", "ltr"}}).source(page_.page->path);
        out_.close().close().open("a", {{"class", "up"}, {"href", "#top"}});
        sheet_.label("to_top");
        out_.close().close();
    }

    void add_marks(const Analysis& analysis, DocumentIndex document) {
        for (const Statement& statement : analysis.statements)
            add(statement.span, "st", "stance." + std::string(word(statement.stance)), "", statement.why);
        for (const Event& event : analysis.events)
            add(event.trigger, "ev", "layer.event", std::string(word(event.type)), event.why);
        for (std::size_t i = 0; i < analysis.names.size(); ++i) {
            const Name& name = analysis.names[i];
            const Entity& entity = sheet_.collection.entities[sheet_.collection.entity_of[document][i]];
            const std::string type(word(name.type));
            add(name.span, "n", type, entity.ar + (entity.en.empty() ? "" : " / " + entity.en), name.why);
        }
        for (const Time& time : analysis.times)
            add(time.span, "t", std::string(word(time.type)), time.value, time.why);
        for (const Quantity& quantity : analysis.quantities) {
            const Wording amount = worded_amount({quantity.low, quantity.high}, sheet_.labels);
            add(quantity.span, "q", "layer.quantity",
                amount.en + (quantity.unit.empty() ? "" : " " + quantity.unit), quantity.why);
        }
    }

    void add(Span span, const char* style, const std::string& label, const std::string& value,
             const Why& why) {
        const Label words = sheet_.labels[label];
        std::string title = fmt::format("{} / {}", words.ar, words.en);
        if (!value.empty()) title += ": " + value;
        if (!why.rule.empty()) title += fmt::format(" ({})", why.rule);
        marks_.push_back({span, style, std::move(title), 0});
    }

    void write_block(const Block& block, const Analysis& analysis) {
        const char* tag = block.kind == BlockKind::title        ? "h3"
                          : block.kind == BlockKind::subheading ? "h4"
                                                                : "p";
        const char* style = block.kind == BlockKind::deck      ? "deck"
                            : block.kind == BlockKind::caption ? "caption"
                                                               : "";
        const std::string& language = analysis.document->article().language;
        out_.open(tag, {{*style == '\0' ? "" : "class", style},
                        {"lang", language},
                        {"dir", language == "ar" ? "rtl" : "auto"}});
        write_text(block.span);
        out_.close();
    }

    // To be called before the lines of an article, or of what is outside, are written in order.
    void begin_lines() {
        order_.resize(marks_.size());
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
            return marks_[a].span.begin < marks_[b].span.begin;
        });
        next_ = 0;
        running_.clear();
    }

    // The marks that touch a line, in the order of the list. Lines must come in the order of the page.
    std::vector<std::size_t> marks_in(Span within) {
        while (next_ < order_.size() && marks_[order_[next_]].span.begin < within.end)
            running_.push_back(order_[next_++]);
        std::erase_if(running_, [&](std::size_t mark) { return marks_[mark].span.end <= within.begin; });
        std::vector<std::size_t> out;
        for (const std::size_t mark : running_) {
            if (marks_[mark].span.overlaps(within)) out.push_back(mark);
        }
        std::sort(out.begin(), out.end());
        return out;
    }

    // The text of a line, each mark as an element around exactly its characters.
    void write_text(Span within) {
        const std::vector<std::size_t> marks = marks_in(within);
        std::vector<Span> spans;
        for (const std::size_t mark : marks) spans.push_back(marks_[mark].span);
        std::vector<MarkPiece> open;
        std::uint32_t at = within.begin;
        const auto close_until = [&](std::uint32_t place) {
            while (!open.empty() && open.back().span.end <= place) {
                write_source({at, open.back().span.end});
                at = open.back().span.end;
                close(open.back(), marks[open.back().mark]);
                open.pop_back();
            }
        };
        for (const MarkPiece& piece : pieces_of(spans, within)) {
            close_until(piece.span.begin);
            write_source({at, piece.span.begin});
            at = piece.span.begin;
            open_mark(marks[piece.mark]);
            open.push_back(piece);
        }
        close_until(within.end);
        write_source({at, within.end});
    }

    void write_source(Span span) {
        if (!span.empty()) out_.source(page_.page->slice(span));
    }

    void open_mark(std::size_t index) {
        const ReaderMark& mark = marks_[index];
        if (mark.place == 0) {
            out_.open("span", {{"class", mark.style}, {"title", mark.title}});
            return;
        }
        const bool first = !reached_[index];
        if (!first) split_.insert(mark.place);
        reached_[index] = true;
        out_.open("mark", {{"class", fmt::format("w w-{}", mark.place)},
                           {first ? "id" : "", fmt::format("w-{}", mark.place)}});
    }

    // After the last piece of a place stands the way back, shown only while the place is the target.
    void close(const MarkPiece& piece, std::size_t index) {
        out_.close();
        const ReaderMark& mark = marks_[index];
        if (mark.place == 0 || !piece.last) return;
        out_.open("a", {{"class", "back"}, {"href", fmt::format("#b-{}", mark.place)}})
            .text("\u21A9")
            .close();
    }

    void write_chrome() {
        if (page_.chrome.empty()) return;
        out_.open("details", {{"class", "chrome"}}).open("summary");
        sheet_.label("chrome");
        out_.text(" \u00B7 ").open("bdi", {{"dir", "ltr"}}).source(file_name()).close().text(" \u00B7 ");
        sheet_.count("lines", page_.chrome.size());
        out_.close();
        begin_lines();
        for (const ChromeLine& line : page_.chrome) {
            out_.open("p", {{"lang", "ar"}, {"dir", "auto"}, {"title", word(line.kind)}});
            write_text(line.span);
            out_.close();
        }
        out_.close();
    }

    std::string_view file_name() const {
        const std::string_view path = page_.page->path;
        const std::size_t slash = path.rfind('/');
        return slash == std::string_view::npos ? path : path.substr(slash + 1);
    }

    // Words that stand in no line of the page that is shown still have their place.
    void write_unreached() {
        for (std::size_t i = 0; i < places_; ++i) {
            if (reached_[i]) continue;
            out_.open("p", {{"class", "caption"}, {"dir", "auto"}});
            open_mark(i);
            write_source(marks_[i].span);
            out_.close().close();
        }
    }

    Sheet& sheet_;
    Html& out_;
    std::uint32_t index_;
    const PageAnalysis& page_;
    std::vector<ReaderMark> marks_;  // places first, then the layers of the article at hand
    std::size_t places_ = 0;
    std::vector<std::size_t> order_;    // of the marks by where they begin
    std::size_t next_ = 0;              // in order_: the first that begins after the lines so far
    std::vector<std::size_t> running_;  // begun, and not known to have ended
    std::vector<bool> reached_;         // of the places: written already
    std::set<std::uint32_t> split_;
};

// Places that are split carry several elements; all of them stand out when the first one is the target.
void write_rules_of_places(Sheet& sheet, const std::set<std::uint32_t>& split) {
    if (split.empty()) return;
    std::string rules;
    for (const std::uint32_t number : split)
        rules += fmt::format("{}:has(#w-{}:target) .w-{}", rules.empty() ? "" : ",", number, number);
    sheet.out.open("style").raw(rules + "{background:var(--hit);box-shadow:0 2px 0 var(--accent)}").close();
}

void write_toggle(Sheet& sheet, const char* id, const char* label) {
    sheet.out.open("label", {{"for", id}});
    sheet.label(label);
    sheet.out.close();
}

}  // namespace

void write_reader(Sheet& sheet) {
    sheet.out.open("section", {{"class", "reader"}, {"id", "reader"}});
    sheet.heading("section.reader");
    for (const char* id : {"ly-n", "ly-t", "ly-q", "ly-st", "ly-ev"})
        sheet.out.empty("input", {{"type", "checkbox"}, {"id", id}, {"class", "switch"}, {"checked", ""}});
    sheet.out.open("p", {{"class", "layers"}});
    write_toggle(sheet, "ly-n", "names");
    write_toggle(sheet, "ly-t", "times");
    write_toggle(sheet, "ly-q", "quantities");
    write_toggle(sheet, "ly-st", "statements_layer");
    write_toggle(sheet, "ly-ev", "events_layer");
    sheet.out.close().open("div", {{"class", "texts"}});
    std::set<std::uint32_t> split;
    for (std::uint32_t page = 0; page < sheet.collection.pages.size(); ++page)
        PageReader(sheet, page).write(split);
    sheet.out.close();
    write_rules_of_places(sheet, split);
    sheet.out.close();
}

}  // namespace isnad::views
