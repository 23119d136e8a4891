#include "claims/timeline.h"

#include <algorithm>
#include <map>
#include <set>

#include "claims/clauses.h"
#include "text/letters.h"
#include "text/spelled.h"

namespace isnad::claims {
namespace {

constexpr std::size_t most_entries = 25;  // of a story of ten documents; one more for each further document
constexpr std::size_t most_of_all = 45;
constexpr std::size_t most_sentences = 3000;
constexpr std::size_t most_a_day = 3;  // dated sentences, beside the events of that day
constexpr int longest_date = 31;       // days: what is known by its year only is no day of the course
constexpr int background_days = 14;
constexpr std::uint32_t longest_entry = 360;  // bytes of an entry's words
constexpr std::string_view since = spelled<letters::meem, letters::noon, letters::thal>,
                           until = spelled<letters::hah, letters::teh, letters::yeh>;

struct Entry {
    DayRange when;
    TimelineEntry told;
    std::set<DocumentIndex> documents;
    double weight = 0;
    Content content;
    std::optional<DeedIndex> deed;  // of its words, when it happens once
};

// A sentence with a day of its own that reports, outside of statements.
struct Dated {
    DocumentIndex document = 0;
    Span span;
    DayRange when;
    std::optional<DeedIndex> deed{};  // the first that happens once
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
        keep_weightiest();
        for (Entry& entry : entries_) {
            entry.told.documents.push_back(entry.told.at.document);
            for (const DocumentIndex document : entry.documents) {
                if (document != entry.told.at.document) entry.told.documents.push_back(document);
            }
            builder.add(view_, std::move(entry.told));
        }
    }

  private:
    // Three a day, beside what several documents tell, and no more than a reader takes in.
    void keep_weightiest() {
        std::map<Day, std::size_t> of_day;
        const auto is_one_too_many = [&](const Entry& entry) {
            return entry.documents.size() < 2 && ++of_day[entry.when.from] > most_a_day;
        };
        entries_.erase(std::remove_if(entries_.begin(), entries_.end(), is_one_too_many), entries_.end());
        const std::size_t documents = view_.documents().size();
        const std::size_t most = std::min(most_of_all, most_entries + (documents > 10 ? documents - 10 : 0));
        if (entries_.size() > most) entries_.resize(most);
    }

    void add_group(std::uint32_t index) {
        const SameEvent& group = groups_.groups[index];
        const auto best = best_of(group);
        if (!best) return;
        const Happening& one = happenings_[*best];
        if ((one.who.empty() && one.whom.empty()) || one.said) return;
        Entry entry{
            .when = *one.when, .told = {}, .documents = {}, .weight = 1, .content = one.whole, .deed = {}};
        entry.told.date = edtf(*one.when);
        entry.told.at = {one.document, clause_of(one)};
        entry.told.status = status_of(index, one);
        const Words& words = view_.analysis(one.document).words;
        entry.deed = deed_in(view_.roles(one.document), words_in(words, one.at));
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
        WordRange clause = clause_around(words, inside);
        // Without a name the clause does not tell of whom it speaks.
        if (view_.analysis(one.document).names.starting_in(span_of(words, clause)).empty())
            clause = sentence_around(words, inside.first);
        return hull(one.at, words_around(words, inside, clause, longest_entry));
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
        const auto written = view_.days(one.document);
        const bool past = written && one.when->to < written->from;
        const bool planned = (!one.happened && !past) || is_to_come(one.document, *one.when);
        return planned ? TimelineStatus::planned : TimelineStatus::happened;
    }

    // An entry that tells what another of its day tells goes into it.
    void add(Entry entry) {
        for (Entry& other : entries_) {
            const bool same_deed =
                entry.deed && other.deed == entry.deed && resemblance(other.content, entry.content) >= 0.1;
            if (!(other.when == entry.when) || (!same_deed && !alike(other.content, entry.content))) continue;
            other.documents.insert(entry.documents.begin(), entry.documents.end());
            other.weight = std::max(other.weight, entry.weight) + 1;
            return;
        }
        entry.told.background = begin_ && entry.when.to < *begin_ - std::chrono::days{background_days};
        entries_.push_back(std::move(entry));
    }

    void add_sentences() {
        std::vector<Dated> all;
        for (const DocumentIndex document : view_.documents()) collect(document, all);
        for (Dated& one : all) {
            Entry entry{.when = one.when,
                        .told = {},
                        .documents = {one.document},
                        .weight = 1,
                        .content = std::move(one.content),
                        .deed = one.deed};
            entry.told.date = edtf(entry.when);
            entry.told.at = {one.document, one.span};
            if (one.deed) entry.weight += 1;
            if (is_to_come(one.document, one.when)) entry.told.status = TimelineStatus::planned;
            add(std::move(entry));
        }
    }

    static bool alike(const Content& a, const Content& b) {
        return resemblance(a, b) >= 0.2 || containment(a, b) >= 0.4;
    }

    // Whether a day was still to come when it was written.
    bool is_to_come(DocumentIndex document, DayRange when) const {
        const auto written = view_.days(document);
        return written && written->to < when.from;
    }

    // "since the tenth", "until Friday": no day of its own.
    static bool is_bound(const Words& words, std::uint32_t first) {
        if (first == 0) return false;
        const std::string_view before = words.search(words.words[first - 1]);
        return before == since || before == until;
    }

    // Whether the sentence reports speech: its day is that of the speaking.
    static bool is_speech(const Analysis& analysis, Span sentence) {
        return std::any_of(analysis.statements.begin(), analysis.statements.end(),
                           [&](const Statement& one) { return one.cue && sentence.contains(one.cue->span); });
    }

    static std::optional<DeedIndex> deed_in(const std::vector<WordRole>& roles, WordRange range) {
        for (std::uint32_t i = range.first; i < range.end; ++i) {
            const bool once = roles[i].kind == DeedKind::once || roles[i].kind == DeedKind::performed;
            if (roles[i].deed && once) return roles[i].deed;
        }
        return std::nullopt;
    }

    void collect(DocumentIndex document, std::vector<Dated>& all) {
        const Analysis& analysis = view_.analysis(document);
        const std::vector<WordRole>& roles = view_.roles(document);
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
            const auto deed = deed_in(roles, sentence);
            if (is_bound(analysis.words, inside.first) || (is_speech(analysis, whole) && !deed)) continue;
            last = sentence.first;
            const Span shown = words_around(analysis.words, inside, sentence, longest_entry);
            all.push_back({document, shown, *days, deed,
                           view_.contents.of(document, whole, {.names = true, .numbers = true})});
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
