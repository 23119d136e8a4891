#include "engine/publish_evidence.h"

#include <algorithm>

#include "article/html_dates.h"
#include "engine/publish_metadata.h"
#include "language/words/words.h"

namespace isnad::engine {
namespace {

using times::DateRole;
using times::PageDate;

constexpr std::size_t lines_counted = 40;     // a line farther off is as good as any
constexpr std::uint32_t injected_bytes = 40;  // where a crawler's date prefix may end
constexpr std::uint32_t longest_line = 240;   // bytes of a chrome line that may state a date
constexpr double named = 0.95, relative_share = 0.85, open_year_share = 0.8, injected = 0.8,
                 injected_month = 0.6;
constexpr double address_folder = 0.8, address_name = 0.6, address_month = 0.5, today_weight = 0.1;
constexpr double behind_headlines = 0.15, inside_text = 0.35;

class Gatherer {
  public:
    Gatherer(const DatedArticle& from, std::shared_ptr<const NormalText> normal, const Knowledge::Parts& know)
        : from_(from), page_(from.page), article_(from.article), normal_(std::move(normal)), know_(know) {
        for (const Block& block : article_.blocks) {
            if (block.kind == BlockKind::caption) continue;
            whole_ = whole_ ? Span{std::min(whole_->begin, block.span.begin),
                                   std::max(whole_->end, block.span.end)}
                            : block.span;
        }
    }

    std::vector<DateEvidence> run(const std::vector<PageDate>& said) {
        add_metadata();
        add_lines();
        if (from_.main) add_addresses();
        for (const PageDate& date : said) {
            const double weight = date.basis == "caption"           ? 0.2
                                  : date.why == times::why_dateline ? 0.75
                                                                    : 0.6;
            add(date, DateKind::text, weight);
        }
        return std::move(out_);
    }

  private:
    void add(const PageDate& date, DateKind kind, double weight) {
        DateEvidence out;
        out.date = {date.value, date.basis, date.why, date.span, date.moment, weight, std::nullopt};
        out.kind = kind;
        out.role = date.role;
        out.weekday = date.weekday;
        out.only_day = parse_iso_day(date.value).has_value();
        out.other_readings = date.other_readings;
        out_.push_back(std::move(out));
    }

    void add_metadata() {
        for (StatedFact& fact : facts_of(page_, article_, from_.main)) {
            if (fact.unread.empty()) {
                out_.push_back(std::move(fact.evidence));
                continue;
            }
            // A date in words: read as a line.
            for (const PageDate& date : read_string(fact.unread)) {
                if (date.relative) continue;
                DateEvidence evidence = fact.evidence;
                evidence.date.value = date.value;
                evidence.date.moment = date.moment;
                evidence.weekday = date.weekday;
                evidence.only_day = parse_iso_day(date.value).has_value();
                evidence.other_readings = date.other_readings;
                out_.push_back(std::move(evidence));
                break;
            }
        }
    }

    std::vector<PageDate> read_line(const PagePtr& page, const std::shared_ptr<const NormalText>& normal,
                                    Span line) const {
        Article only_line;
        only_line.blocks.push_back({BlockKind::paragraph, line});
        const DocumentPtr document = Document::create(page, 0, std::move(only_line));
        const Words words = words::find_words(*document, normal, know_.clitics);
        return times::dates_in_line(*document, words, know_.numerals, *know_.times,
                                    {page_.fetched, page_.fetched_at});
    }

    std::vector<PageDate> read_string(const std::string& text) const {
        auto page = std::make_shared<Page>();
        page->text = text.substr(0, text.find('\0'));
        const auto normal = std::make_shared<const NormalText>(normalise(page->text));
        const auto size = static_cast<std::uint32_t>(page->text.size());
        return read_line(page, normal, {0, size});
    }

    // The date lines of the article; where they hold no date, the chrome around it.
    void add_lines() {
        const std::size_t before = out_.size();
        for (const Span line : article_.date_lines) add_line(line);
        if (from_.main) add_injected();
        if (out_.size() > before || !from_.main || !whole_) return;
        for (const ChromeLine& line : from_.chrome) {
            if (line.span.begin >= whole_->end) break;  // what follows may date other articles
            const bool fits = line.kind == ChromeKind::other || line.kind == ChromeKind::byline ||
                              line.kind == ChromeKind::counter || line.kind == ChromeKind::date_line ||
                              line.kind == ChromeKind::source || line.kind == ChromeKind::navigation;
            const bool issue = line.kind == ChromeKind::date_line;  // a paper's date may stand far above
            if (fits && line.span.size() <= longest_line && (issue || lines_between(line.span) <= 6))
                add_line(line.span);
        }
    }

    // A page that a crawler opened with " date 2025-09-03 ", whatever line that fell into.
    void add_injected() {
        const std::string_view text = page_.text;
        std::size_t begin = text.find_first_not_of(" \t\r\n");
        if (begin == std::string_view::npos || text.compare(begin, 5, "date ") != 0) return;
        const auto end = static_cast<std::uint32_t>(std::min(text.find('\n', begin), begin + injected_bytes));
        const Span line{static_cast<std::uint32_t>(begin),
                        std::min(end, static_cast<std::uint32_t>(text.size()))};
        std::size_t stop = line.begin + 5;
        while (stop < line.end && ((text[stop] >= '0' && text[stop] <= '9') || text[stop] == '-')) ++stop;
        const Span digits{line.begin + 5, static_cast<std::uint32_t>(stop)};
        if (digits.size() < 7) return;
        const bool known = std::any_of(out_.begin(), out_.end(), [&](const DateEvidence& e) {
            return e.date.span && e.date.span->overlaps(digits);
        });
        if (known) return;
        const std::string value(text.substr(digits.begin, digits.size()));
        const auto read = article::read_metadata_date(value);
        if (!read) return;
        add({read->month_only ? value.substr(0, 7) : iso_day(read->day), "stated",
             "the crawler wrote it before the text", digits},
            DateKind::line, read->month_only ? injected_month : injected);
    }

    void add_line(Span line) {
        const PagePtr page(PagePtr{}, &page_);  // the caller keeps it
        std::vector<PageDate> dates = read_line(page, normal_, line);
        if (dates.empty()) {
            carried_ = role_alone(line);
            carried_end_ = line.end;
            return;
        }
        for (PageDate& date : dates) {
            if (date.role == DateRole::stated && carried_ != DateRole::stated && follows(line)) {
                date.role = carried_;
                date.why = carried_ == DateRole::modified ? times::why_updated : times::why_published;
            }
            add(date, DateKind::line, weight_of(date, line));
        }
        carried_ = DateRole::stated;
    }

    // "Date of publication" on a line of its own: what its words say goes for the line behind it.
    DateRole role_alone(Span line) const {
        if (line.size() > 60) return DateRole::stated;
        const auto dates = read_string(std::string(page_.slice(line)) + " 2000-01-01");
        return dates.empty() ? DateRole::stated : dates.front().role;
    }

    bool follows(Span line) const {
        return line.begin >= carried_end_ &&
               page_.text.find_first_not_of(" \t\r\n", carried_end_) >= line.begin;
    }

    double weight_of(const PageDate& date, Span line) const {
        if (date.role == DateRole::today) return today_weight;
        const bool role = date.role == DateRole::published || date.role == DateRole::modified;
        double weight = by_distance(line);
        if (page_.slice(line).starts_with("date "))
            weight = date.value.size() == 7 ? injected_month : injected;
        if (role) weight = std::max(weight, std::min(named, weight + 0.2));
        if (date.relative) weight *= relative_share;
        if (date.open_year) weight *= open_year_share;
        return weight;
    }

    // Near the title a date is that of the article; high above it, it may be that of the visit; behind
    // headlines of other pages, that of one of them.
    double by_distance(Span line) const {
        if (!whole_) return 0.5;
        const std::size_t lines = lines_between(line);
        if (line.end <= whole_->begin)
            return lines <= 2 ? 0.85 : lines <= 6 ? 0.75 : lines <= 12 ? 0.55 : 0.44;
        if (is_of_post(line)) return behind_headlines;
        if (line.begin < whole_->end) return lines_from_start(line) <= 4 ? 0.85 : inside_text;
        if (headlines_between(whole_->end, line.begin)) return behind_headlines;
        return lines <= 3 ? 0.65 : 0.45;
    }

    // The line of an embedded post: a handle stands in it.
    bool is_of_post(Span line) const { return page_.slice(line).find('@') != std::string_view::npos; }

    std::size_t lines_from_start(Span line) const { return count_lines(whole_->begin, line.begin); }

    bool headlines_between(std::uint32_t begin, std::uint32_t end) const {
        return std::any_of(from_.chrome.begin(), from_.chrome.end(), [&](const ChromeLine& line) {
            const bool others = line.kind == ChromeKind::read_also || line.kind == ChromeKind::most_read ||
                                line.kind == ChromeKind::related || line.kind == ChromeKind::comments;
            return others && line.span.begin >= begin && line.span.end <= end;
        });
    }

    // Lines that are not empty between a line and the article.
    std::size_t lines_between(Span line) const {
        const std::size_t begin = line.end <= whole_->begin ? line.end : whole_->end;
        const std::size_t end = line.end <= whole_->begin ? whole_->begin : line.begin;
        return count_lines(begin, end);
    }

    std::size_t count_lines(std::size_t begin, std::size_t end) const {
        std::size_t lines = 0;
        bool text = false;
        for (std::size_t at = begin; at < end && lines < lines_counted; ++at) {
            const char c = page_.text[at];
            if (c == '\n') {
                lines += text;
                text = false;
            } else if (c != ' ' && c != '\t' && c != '\r') {
                text = true;
            }
        }
        return lines;
    }

    void add_addresses() {
        std::vector<std::string> values;
        const std::string_view canonical =
            page_.markup ? page_.markup->first(MetaField::canonical) : std::string_view{};
        for (const std::string_view address : {std::string_view(page_.address), canonical}) {
            for (const article::AddressDate& date : article::dates_of_address(address)) {
                if (std::find(values.begin(), values.end(), date.value) != values.end()) continue;
                values.push_back(date.value);
                const bool month = date.value.size() == 7;
                add({date.value, "address", "it stands in the address of the page", std::nullopt},
                    DateKind::address,
                    month       ? address_month
                    : date.sure ? address_folder
                                : address_name);
            }
        }
    }

    const DatedArticle& from_;
    const Page& page_;
    const Article& article_;
    std::shared_ptr<const NormalText> normal_;
    const Knowledge::Parts& know_;
    std::optional<Span> whole_{};  // from the first block of the article to its last
    std::vector<DateEvidence> out_;
    DateRole carried_ = DateRole::stated;  // of a line that holds a role and no date
    std::uint32_t carried_end_ = 0;
};

}  // namespace

std::vector<DateEvidence> gather_dates(const DatedArticle& article,
                                       const std::shared_ptr<const NormalText>& normal,
                                       const Knowledge::Parts& know, const std::vector<PageDate>& said) {
    return Gatherer(article, normal, know).run(said);
}

}  // namespace isnad::engine
