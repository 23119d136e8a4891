#include "engine/publish.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>

#include "base/day_range.h"

namespace isnad::engine {
namespace {

using std::chrono::days;
using times::DateRole;

constexpr double other_reading = 0.3, neighbour_year = 0.15;  // share of the weight of the first reading
constexpr double wrong_weekday = 0.5, right_weekday = 1.1, best_weight = 0.97;
constexpr double month_support = 0.4;       // of the weight of a month, for a day in it
constexpr double report_support = 0.3;      // the weekday of the report in the text
constexpr double wrong_report = 0.5;        // a weekday of the report that is three days off or more
constexpr double before_text = 0.5;         // a day before one that the text tells as past
constexpr double contradiction = 0.4;       // of the weight of the best other day
constexpr double only_modified = 0.6;       // the date of the last change where nothing else is stated
constexpr double visit_day = 0.2;           // of a date that is rather the day of the visit
constexpr std::size_t evidence_read = 120;  // further places of one page are not weighed
constexpr int late_evening = 19, early_morning = 9;

std::optional<Day> day_of(const DatedBy& date) { return parse_iso_day(date.value); }

// One reading of one piece of evidence.
struct Reading {
    Day day{};
    Day stated{};  // as the place spells it; another day only near midnight
    double weight = 0;
    std::size_t from = 0;  // index of the evidence
    DateKind kind = DateKind::line;
    bool first = true;
    std::string_view note{};
};

struct Candidate {
    Day day{};
    double weight = 0;              // of all evidence together
    std::array<double, 4> kinds{};  // the best of each kind
    std::vector<std::size_t> readings;
};

class Choice {
  public:
    Choice(std::vector<DateEvidence> evidence, const DaysOfText& text, const std::optional<Day>& fetched)
        : evidence_(std::move(evidence)), text_(text), fetched_(fetched) {}

    Publishing run() {
        if (evidence_.size() > evidence_read) evidence_.resize(evidence_read);
        drop_impossible();
        doubt_days_of_visit();
        const bool modified_only =
            std::none_of(evidence_.begin(), evidence_.end(), [](const DateEvidence& e) {
                return e.role != DateRole::modified && e.role != DateRole::today && e.only_day;
            });
        for (std::size_t i = 0; i < evidence_.size(); ++i) {
            if (evidence_[i].role != DateRole::modified || modified_only) read(i, modified_only);
        }
        join_midnights();
        weigh();
        publish(modified_only);
        take_modified();
        list_rest();
        return std::move(out_);
    }

  private:
    bool is_possible(Day day) const {
        return year_of(day) >= 1990 && (!fetched_ || day <= *fetched_ + days{1});
    }

    void drop_impossible() {
        const auto impossible = [&](DateEvidence& e) {
            e.other_readings.erase(std::remove_if(e.other_readings.begin(), e.other_readings.end(),
                                                  [&](const std::string& value) {
                                                      const auto day = parse_iso_day(value);
                                                      return !day || !is_possible(*day);
                                                  }),
                                   e.other_readings.end());
            const auto range = day_range(e.date.value);
            if (range && is_possible(range->from)) return false;
            if (e.other_readings.empty()) return true;
            e.date.value = e.other_readings.front();  // the first reading lies in the future
            e.other_readings.erase(e.other_readings.begin());
            return false;
        };
        evidence_.erase(std::remove_if(evidence_.begin(), evidence_.end(), impossible), evidence_.end());
    }

    // A date line without a role that names the day of the fetch, or a later day than another line, is rather
    // the day of the visit when something else dates the article.
    void doubt_days_of_visit() {
        for (DateEvidence& e : evidence_) {
            const auto day = day_of(e.date);
            const bool line = e.kind == DateKind::line && e.date.basis == "stated";
            const bool weak = e.kind == DateKind::metadata && e.date.confidence < 0.9;
            if (!day || e.role != DateRole::stated || (!line && !weak)) continue;
            const bool of_fetch = fetched_ && std::abs((*day - *fetched_).count()) <= 1;
            const bool doubted =
                std::any_of(evidence_.begin(), evidence_.end(), [&](const DateEvidence& other) {
                    const auto its = day_of(other.date);
                    if (!its || other.role == DateRole::modified || other.role == DateRole::today)
                        return false;
                    if (*its >= *day - days{1}) return false;
                    const bool apart = other.kind != DateKind::line && *its < *day - days{7};
                    const bool stronger = other.date.confidence > e.date.confidence || apart;
                    return of_fetch ? other.date.confidence >= 0.5
                                    : line && stronger && other.date.confidence >= 0.6;
                });
            if (!doubted || (weak && !of_fetch)) continue;
            e.date.confidence *= of_fetch ? visit_day : 2 * visit_day;
            e.date.why += "; rather the day of the visit: something else dates the article before it";
        }
    }

    // A report may be dated a day or two behind the day it speaks of; a date without a role that does not fit
    // at all is rather that of the visit.
    bool disagrees(Day day) const {
        if (text_.weekday == 0) return false;
        return (weekday_of(day) + 7 - text_.weekday) % 7 > 2;
    }

    void add(Day day, double weight, std::size_t from, bool first, std::string_view note) {
        const DateEvidence& e = evidence_[from];
        if (e.kind == DateKind::line && e.role == DateRole::stated && disagrees(day)) weight *= wrong_report;
        readings_.push_back({day, day, std::min(weight, best_weight), from, e.kind, first, note});
    }

    void read(std::size_t at, bool modified_only) {
        const DateEvidence& e = evidence_[at];
        const auto first = day_of(e.date);
        if (!first) return;
        double weight = e.date.confidence * (modified_only ? only_modified : 1);
        if (e.other_readings.empty()) {
            const bool fits = e.weekday == 0 || weekday_of(*first) == e.weekday;
            if (fits) return add(*first, weight * (e.weekday == 0 ? 1 : right_weekday), at, true, {});
            add(*first, weight * wrong_weekday, at, true, "the weekday beside it does not fit");
            for (const int step : {-1, 1}) {
                const auto day = civil_day(year_of(*first) + step, month_of(*first), day_of_month(*first));
                if (day && is_possible(*day) && weekday_of(*day) == e.weekday)
                    add(*day, weight * neighbour_year, at, false,
                        "the weekday beside it fits the neighbouring year");
            }
            return;
        }
        read_several(at, *first, weight);
    }

    // Digits that make several days: the weekday beside them decides.
    void read_several(std::size_t at, Day first, double weight) {
        const DateEvidence& e = evidence_[at];
        std::vector<Day> all{first};
        for (const std::string& value : e.other_readings) all.push_back(*parse_iso_day(value));
        const auto fits = [&](Day day) { return e.weekday != 0 && weekday_of(day) == e.weekday; };
        const auto fitting = std::count_if(all.begin(), all.end(), fits);
        for (std::size_t i = 0; i < all.size(); ++i) {
            double share = i == 0 ? 1 - other_reading / 2 : other_reading;
            if (fitting > 0) share = fits(all[i]) ? 1 : 0.1;
            if (fitting == 0 && e.weekday != 0) share *= wrong_weekday;
            add(all[i], weight * share, at, i == 0,
                i == 0         ? ""
                : fits(all[i]) ? "day and month exchanged, as the weekday beside it says"
                               : "day and month exchanged");
        }
    }

    // Metadata in UTC near midnight against the local day that the reader sees: the visible day wins.
    void join_midnights() {
        for (Reading& reading : readings_) {
            const std::string& moment = evidence_[reading.from].date.moment;
            if (reading.kind != DateKind::metadata || moment.size() < 13) continue;
            const int hour = (moment[11] - '0') * 10 + (moment[12] - '0');
            const int step = hour >= late_evening ? 1 : hour <= early_morning ? -1 : 0;
            const bool utc = moment.ends_with('Z') || moment.ends_with("+00:00");
            if (step == 0 || !utc) continue;
            const Day local = reading.day + days{step};
            const bool seen = std::any_of(readings_.begin(), readings_.end(), [&](const Reading& other) {
                return other.kind == DateKind::line && other.first && other.day == local &&
                       other.weight >= 0.5;
            });
            if (!seen) continue;
            reading.day = local;
            reading.note = "in UTC near midnight: the local day is the one that the page shows";
        }
    }

    void weigh() {
        std::map<Day, Candidate> found;
        for (std::size_t i = 0; i < readings_.size(); ++i) {
            const Reading& reading = readings_[i];
            Candidate& candidate = found[reading.day];
            candidate.day = reading.day;
            double& best = candidate.kinds[static_cast<std::size_t>(reading.kind)];
            best = std::max(best, reading.weight);
            candidate.readings.push_back(i);
        }
        for (auto& [day, candidate] : found) {
            double doubt = 1;
            for (const double weight : candidate.kinds) doubt *= 1 - weight;
            doubt *= 1 - support_of_months(day);
            if (agrees(day)) doubt *= 1 - report_support;
            candidate.weight = 1 - doubt;
            candidates_.push_back(candidate);
        }
        doubt_days_before_text();
        prefer_earlier();
        std::stable_sort(candidates_.begin(), candidates_.end(),
                         [](const Candidate& a, const Candidate& b) { return a.weight > b.weight; });
    }

    // A day before one that the text tells as past; when that goes for all, the text was misread.
    void doubt_days_before_text() {
        const auto before = [&](const Candidate& c) {
            return text_.latest_past && c.day < *text_.latest_past;
        };
        if (std::all_of(candidates_.begin(), candidates_.end(), before)) return;
        for (Candidate& candidate : candidates_) {
            if (before(candidate)) candidate.weight *= before_text;
        }
    }

    double support_of_months(Day day) const {
        double best = 0;
        for (const DateEvidence& e : evidence_) {
            const auto range = e.only_day ? std::nullopt : day_range(e.date.value);
            if (range && range->contains(day)) best = std::max(best, month_support * e.date.confidence);
        }
        return best;
    }

    // Of two days that are nearly as sure the earlier was the publication, the later a change or a visit.
    // The weekday of the report in the text settles it where it fits only one of them.
    void prefer_earlier() {
        constexpr double near = 0.12;
        std::vector<double> less(candidates_.size());
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            const Candidate& candidate = candidates_[i];
            for (const Candidate& other : candidates_) {
                if (other.day == candidate.day || other.weight < publish_threshold ||
                    std::abs(other.weight - candidate.weight) > near)
                    continue;
                const bool settled = agrees(other.day) != agrees(candidate.day);
                if (settled ? agrees(other.day) : other.day < candidate.day) less[i] = 1.5 * near;
            }
        }
        for (std::size_t i = 0; i < candidates_.size(); ++i) candidates_[i].weight -= less[i];
    }

    bool agrees(Day day) const { return text_.weekday != 0 && weekday_of(day) == text_.weekday; }

    double confidence(std::size_t at) const {
        double other = 0;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            const auto apart = std::abs((candidates_[i].day - candidates_[at].day).count());
            if (i != at && apart > 1) other = std::max(other, candidates_[i].weight);
        }
        return candidates_[at].weight * (1 - contradiction * other);
    }

    // The place that speaks best for a day: the surest, a line before metadata where they are as sure.
    const Reading& best_reading(const Candidate& candidate) const {
        std::size_t best = candidate.readings.front();
        for (const std::size_t i : candidate.readings) {
            const bool surer = readings_[i].weight > readings_[best].weight + 0.1;
            const bool seen = readings_[i].weight >= 0.5 && readings_[i].kind == DateKind::line;
            const bool best_seen = readings_[best].weight >= 0.5 && readings_[best].kind == DateKind::line;
            if (seen != best_seen ? seen : surer) best = i;
        }
        return readings_[best];
    }

    DatedBy dated(const Reading& reading, double confidence) const {
        DatedBy out = evidence_[reading.from].date;
        confidence = std::min(std::round(confidence * 100) / 100, 0.99);
        out.value = iso_day(reading.stated);
        if (!out.moment.starts_with(out.value)) out.moment.clear();
        if (!reading.note.empty()) out.why += "; " + std::string(reading.note);
        out.confidence = confidence;
        return out;
    }

    std::string moment_of(const Candidate& candidate) const {
        std::string best;
        const std::string day = iso_day(candidate.day);
        for (const std::size_t i : candidate.readings) {
            const std::string& moment = evidence_[readings_[i].from].date.moment;
            const bool midnight = moment.size() >= 16 && moment.compare(10, 6, "T00:00") == 0;
            if (moment.starts_with(day) && !midnight && moment.size() > best.size()) best = moment;
        }
        return best;
    }

    void publish(bool modified_only) {
        if (candidates_.empty()) return publish_month();
        const Candidate& best = candidates_.front();
        const double sure = confidence(0);
        if (sure < publish_threshold) return;
        const Reading& reading = best_reading(best);
        DatedBy date = dated(reading, sure);
        date.value = iso_day(best.day);
        date.moment = moment_of(best);
        const auto kinds =
            std::count_if(best.kinds.begin(), best.kinds.end(), [](double w) { return w >= 0.3; });
        if (kinds > 1) date.why += kinds > 2 ? "; two other places agree" : "; another place agrees";
        if (text_.weekday != 0)
            date.why += weekday_of(best.day) == text_.weekday ? "; the weekday in the text confirms it"
                                                              : "; the weekday in the text does not agree";
        if (modified_only) date.why += "; the page names no date of publication";
        out_.published = std::move(date);
    }

    // No day is stated: the surest month.
    void publish_month() {
        const DateEvidence* best = nullptr;
        for (const DateEvidence& e : evidence_) {
            if (e.only_day || e.date.value.size() != 7 || e.role == DateRole::modified) continue;
            if (best == nullptr || e.date.confidence > best->date.confidence) best = &e;
        }
        if (best != nullptr && best->date.confidence >= publish_threshold) out_.published = best->date;
    }

    void take_modified() {
        const DateEvidence* best = nullptr;
        for (const DateEvidence& e : evidence_) {
            if (e.role != DateRole::modified || !e.only_day) continue;
            if (best == nullptr || e.date.confidence > best->date.confidence) best = &e;
        }
        if (best == nullptr) return;
        const auto day = day_of(best->date);
        const auto published = out_.published ? day_of(*out_.published) : std::nullopt;
        if (published && *day < *published - days{1}) return;  // nothing changes before it is published
        out_.modified = best->date;
    }

    // Every place once, with the confidence of its day; then months and intervals.
    void list_rest() {
        for (std::size_t at = 0; at < candidates_.size(); ++at) {
            for (const std::size_t i : candidates_[at].readings) {
                if (readings_[i].first || readings_[i].weight >= 0.2)
                    out_.candidates.push_back(dated(readings_[i], confidence(at)));
            }
        }
        for (const DateEvidence& e : evidence_) {
            if (!e.only_day) out_.candidates.push_back(e.date);
        }
        if (out_.candidates.size() > published_candidates) out_.candidates.resize(published_candidates);
    }

    std::vector<DateEvidence> evidence_;
    const DaysOfText& text_;
    const std::optional<Day>& fetched_;
    std::vector<Reading> readings_;
    std::vector<Candidate> candidates_;
    Publishing out_;
};

}  // namespace

Publishing choose_date(std::vector<DateEvidence> evidence, const DaysOfText& text,
                       const std::optional<Day>& fetched) {
    return Choice(std::move(evidence), text, fetched).run();
}

}  // namespace isnad::engine
