#include "claims/timeline.h"

#include <algorithm>
#include <map>
#include <set>

#include "claims/clauses.h"

namespace isnad::claims {
namespace {

constexpr std::size_t most_entries = 60;  // of one story
constexpr std::size_t most_sentences = 3000;
constexpr std::size_t most_a_day = 3;  // dated sentences, beside the events of that day
constexpr int longest_date = 31;       // days: what is known by its year only is no day of the course
constexpr int background_days = 14;
constexpr std::uint32_t longest = 360;  // bytes of an entry's words

struct Entry {
    DayRange when;
    TimelineEntry told;
    std::set<DocumentIndex> documents;
    double weight = 0;
};

// A sentence with a day of its own that reports, outside of statements.
struct Dated {
    DocumentIndex document = 0;
    Span span;
    DayRange when;
    Content content;
};

class Timeline {
  public:
    Timeline(const StoryView& view, const std::vector<Happening>& happenings, const EventGroups& groups)
        : view_(view), happenings_(happenings), groups_(groups) {
        for (const Rivals& rivals : groups.rivals) disputed_.insert({rivals.first, rivals.second});
        for (const DocumentIndex document : view.documents()) {
            const auto days = view.days(document);
            if (days && (!begin_ || days->from < *begin_)) begin_ = days->from;
        }
    }

    void run(Builder& builder) {
        for (std::uint32_t g = 0; g < groups_.groups.size(); ++g) add_group(g);
        add_sentences();
        std::stable_sort(entries_.begin(), entries_.end(),
                         [](const Entry& x, const Entry& y) { return x.weight > y.weight; });
        if (entries_.size() > most_entries) entries_.resize(most_entries);
        for (Entry& entry : entries_) {
            entry.told.documents.push_back(entry.told.at.document);
            for (const DocumentIndex document : entry.documents) {
                if (document != entry.told.at.document) entry.told.documents.push_back(document);
            }
            builder.add(view_, std::move(entry.told));
        }
    }

  private:
    void add_group(std::uint32_t index) {
        const SameEvent& group = groups_.groups[index];
        const auto best = best_of(group);
        if (!best) return;
        const Happening& one = happenings_[*best];
        if (one.who.empty() && one.whom.empty()) return;
        Entry entry{.when = *one.when, .told = {}, .documents = {}, .weight = 1};
        entry.told.date = edtf(*one.when);
        entry.told.at = {one.document, clause_of(one)};
        entry.told.status = status_of(index, one);
        for (const std::uint32_t i : group.mentions) entry.documents.insert(happenings_[i].document);
        entry.weight += 2.0 * static_cast<double>(entry.documents.size()) + (one.said ? 0 : 1);
        add(std::move(entry));
        for (const std::uint32_t i : group.mentions)
            taken_.insert({happenings_[i].document, happenings_[i].at.begin});
    }

    // The clause that tells a mention, as far as it is not too long.
    Span clause_of(const Happening& one) const {
        const Words& words = view_.analysis(one.document).words;
        const WordRange inside = words_in(words, one.at);
        if (inside.first >= inside.end) return one.at;
        const WordRange clause = clause_around(words, inside);
        return hull(one.at, words_around(words, inside, clause, longest));
    }

    // The mention with the narrowest days; of these the first.
    std::optional<std::uint32_t> best_of(const SameEvent& group) const {
        std::optional<std::uint32_t> best;
        for (const std::uint32_t i : group.mentions) {
            const Happening& one = happenings_[i];
            if (!one.when || one.when->days() > longest_date || !one.event) continue;
            if (!best || one.when->days() < happenings_[*best].when->days()) best = i;
        }
        return best;
    }

    TimelineStatus status_of(std::uint32_t group, const Happening& one) const {
        if (disputed_.count(group) > 0) return TimelineStatus::disputed;
        const Event& event = view_.analysis(one.document).events[std::size_t{*one.event}];
        if (event.polarity == Polarity::negative) return TimelineStatus::denied;
        return one.happened ? TimelineStatus::happened : TimelineStatus::planned;
    }

    void add(Entry entry) {
        entry.told.background = begin_ && entry.when.to < *begin_ - std::chrono::days{background_days};
        entries_.push_back(std::move(entry));
    }

    void add_sentences() {
        std::vector<Dated> all;
        for (const DocumentIndex document : view_.documents()) collect(document, all);
        std::vector<bool> used(all.size(), false);
        std::map<Day, std::size_t> of_day;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (used[i]) continue;
            Entry entry{.when = all[i].when, .told = {}, .documents = {all[i].document}, .weight = 1};
            for (std::size_t j = i + 1; j < all.size(); ++j) {
                if (used[j] || !(all[j].when == all[i].when) ||
                    resemblance(all[i].content, all[j].content) < 0.2)
                    continue;
                used[j] = true;
                entry.documents.insert(all[j].document);
            }
            entry.told.date = edtf(entry.when);
            entry.told.at = {all[i].document, all[i].span};
            entry.weight += 2.0 * static_cast<double>(entry.documents.size() - 1);
            add(std::move(entry));
        }
    }

    static bool alike(const Content& a, const Content& b) {
        return resemblance(a, b) >= 0.15 || containment(a, b) >= 0.35;
    }

    // Whether a sentence speaks of a day that was still to come when it was written.
    bool is_planned(const Dated& one) const {
        const auto written = view_.days(one.document);
        return written && written->to < one.when.from;
    }

    void collect(DocumentIndex document, std::vector<Dated>& all) const {
        const Analysis& analysis = view_.analysis(document);
        std::uint32_t last = UINT32_MAX;
        for (const Time& time : analysis.times) {
            const auto days = day_range(time.value);
            if (!days || days->days() != 1 || time.type == TimexType::duration ||
                all.size() >= most_sentences)
                continue;
            const WordRange inside = words_in(analysis.words, time.span);
            if (inside.first >= inside.end) continue;
            const WordRange sentence = sentence_around(analysis.words, inside.first);
            const Span whole = span_of(analysis.words, sentence);
            if (sentence.first == last || view_.block_kind(document, time.span) != BlockKind::paragraph)
                continue;
            if (view_.statement_at(document, time.span) || has_event(document, whole)) continue;
            last = sentence.first;
            const Span shown = words_around(analysis.words, inside, sentence, longest);
            all.push_back({document, shown, *days, view_.contents.of(document, shown)});
        }
    }

    bool has_event(DocumentIndex document, Span sentence) const {
        const auto first = taken_.lower_bound({document, sentence.begin});
        return first != taken_.end() && first->first == document && first->second < sentence.end;
    }

    const StoryView& view_;
    const std::vector<Happening>& happenings_;
    const EventGroups& groups_;
    std::set<std::uint32_t> disputed_;
    std::optional<Day> begin_;  // of the story's first dated article
    std::vector<Entry> entries_;
    std::set<std::pair<DocumentIndex, std::uint32_t>> taken_;  // where told events begin
};

}  // namespace

void tell_timeline(const StoryView& view, const std::vector<Happening>& happenings, const EventGroups& groups,
                   Builder& builder) {
    Timeline(view, happenings, groups).run(builder);
}

}  // namespace isnad::claims
