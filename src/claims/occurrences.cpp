#include "claims/occurrences.h"

#include <algorithm>

#include "claims/clauses.h"
#include "text/letters.h"
#include "text/spelled.h"

namespace isnad::claims {
namespace {

constexpr std::size_t most = 3000;              // of one story
constexpr std::uint32_t longest_account = 280;  // bytes of an account's words
constexpr std::uint32_t reach_back = 5, reach = 14, light_reach = 4, cue_reach = 9;
constexpr std::string_view in = spelled<letters::feh, letters::yeh>, beh = spelled<letters::beh>;

class Reader {
  public:
    Reader(const StoryView& view, DocumentIndex document, std::vector<Occurrence>& out)
        : view_(view),
          document_(document),
          analysis_(view.analysis(document)),
          words_(analysis_.words),
          roles_(view.roles(document)),
          in_name_(words_.words.size(), false),
          out_(out) {
        for (const Name& name : analysis_.names) {
            const WordRange inside = words_in(words_, name.span);
            for (std::uint32_t i = inside.first; i < inside.end; ++i) in_name_[i] = true;
        }
    }

    void run() {
        for (std::uint32_t i = 0; i < roles_.size() && out_.size() < most; ++i) {
            if (!roles_[i].deed || in_name_[i]) continue;
            const BlockKind kind = view_.block_kind(document_, words_.words[i].span);
            if (kind != BlockKind::paragraph && kind != BlockKind::caption) continue;
            sentence_ = sentence_around(words_, i);
            if (negated(i)) continue;
            if (roles_[i].verb && !roles_[i].noun) {
                read_verb(i);
            } else {
                read_noun(i);
            }
        }
    }

  private:
    bool negated(std::uint32_t at) const {
        const std::uint32_t from = at >= sentence_.first + 2 ? at - 2 : sentence_.first;
        for (std::uint32_t i = from; i < at; ++i) {
            if (roles_[i].negation) return true;
        }
        return (words_.words[at].proclitics & proclitic::future) != 0;
    }

    bool is_other_verb(std::uint32_t i) const {
        return roles_[i].verb && !roles_[i].light && !in_name_[i] && !in_time(i);
    }

    bool in_time(std::uint32_t i) const {
        const Span word = words_.words[i].span;
        for (const Time& time : analysis_.times.starting_in(span_of(words_, sentence_))) {
            if (time.span.contains(word)) return true;
        }
        return false;
    }

    // The words around a verb up to the next verb on either side.
    WordRange field_of(std::uint32_t verb) const {
        WordRange out{verb, verb + 1};
        while (out.first > sentence_.first && verb - out.first < reach_back && !is_other_verb(out.first - 1))
            --out.first;
        while (out.end < sentence_.end && out.end - verb < reach && !is_other_verb(out.end)) ++out.end;
        return out;
    }

    static bool usable(const Time& time) {
        return time.type != TimexType::duration && time.type != TimexType::set &&
               (clock_of(time.value) || day_range(time.value));
    }

    // The times of a stretch of words: a clock time or part of day first, else the first day behind the verb.
    std::vector<const Time*> times_in(WordRange field) const {
        std::vector<const Time*> out;
        for (const Time& time : analysis_.times.starting_in(span_of(words_, field))) {
            if (usable(time)) out.push_back(&time);
        }
        return out;
    }

    void read_verb(std::uint32_t verb) {
        if (roles_[verb].kind == DeedKind::with_noun && !near_noun(verb)) return;
        tell(verb, field_of(verb), false);
    }

    bool near_noun(std::uint32_t verb) const {
        const WordRange field = field_of(verb);
        for (std::uint32_t i = field.first; i < field.end; ++i) {
            if (i != verb && roles_[i].deed == roles_[verb].deed && roles_[i].noun) return true;
        }
        return false;
    }

    void read_noun(std::uint32_t noun) {
        if (roles_[noun].kind == DeedKind::object) return;
        // "the disaster that happened on Monday"
        const std::uint32_t end = std::min(sentence_.end, noun + 1 + light_reach);
        for (std::uint32_t i = noun + 1; i < end; ++i) {
            if (is_other_verb(i)) break;
            if (!roles_[i].light) continue;
            const WordRange field{noun, std::min(sentence_.end, i + 8)};
            return tell(noun, {noun, until_verb(i + 1, field.end)}, false);
        }
        if (roles_[noun].kind == DeedKind::performed) return read_announced(noun);
        // "the hour of the collapse was 3:40"
        const WordRange field{noun, std::min(sentence_.end, noun + 3)};
        for (const Time* time : times_in(field)) {
            const auto clock = clock_of(time->value);
            if (clock && clock->exact) return tell(noun, field, false);
        }
    }

    std::uint32_t until_verb(std::uint32_t from, std::uint32_t end) const {
        for (std::uint32_t i = from; i < end; ++i) {
            if (is_other_verb(i)) return i;
        }
        return end;
    }

    // "the presidency announced on Thursday the dismissal of the minister"
    void read_announced(std::uint32_t noun) {
        for (std::uint32_t i = noun; i > sentence_.first && noun - i < cue_reach;) {
            --i;
            if (roles_[i].cue && !roles_[i].denial) return tell(noun, {i, noun + 1}, true);
            if (is_other_verb(i)) return;
        }
    }

    // The clause of a deed with its time; behind a time set off by commas it goes on.
    WordRange clause_of(WordRange core, Span time) const {
        WordRange out = clause_around(words_, core);
        const WordRange when = words_in(words_, time);
        if (when.first < when.end && out.end <= when.end + 1 && out.end + 1 < sentence_.end)
            out.end = std::max(out.end, clause_around(words_, {out.end + 1, out.end + 2}).end);
        return out;
    }

    void tell(std::uint32_t deed, WordRange field, bool announced) {
        Occurrence one;
        one.document = document_;
        one.deed = *roles_[deed].deed;
        one.kind = roles_[deed].kind;
        one.announced = announced;
        one.sentence = words_.words[deed].sentence;
        const Time* time = take_time(deed, field, one);
        WordRange core{deed, deed + 1};
        if (time != nullptr) {
            const WordRange when = words_in(words_, time->span);
            core = {std::min(core.first, when.first), std::max(core.end, when.end)};
        }
        const WordRange clause = clause_of(core, time == nullptr ? Span{} : time->span);
        take_place(deed, clause, one);
        if (time == nullptr && !one.place) return;
        if (is_to_come(one)) return;
        if (announced) core.first = std::min(core.first, field.first);
        const WordRange shown = time == nullptr ? WordRange{deed, deed + 1} : core;
        one.at =
            words_around(words_, shown, {std::min(clause.first, core.first), clause.end}, longest_account);
        one.subject = subject_of(deed, clause);
        const Span whole = span_of(words_, clause);
        const Taking taking{.names = true, .numbers = true};
        one.content = time == nullptr ? view_.contents.of(document_, whole, taking)
                                      : view_.contents.of_without(document_, whole, time->span, taking);
        one.entities = telling_entities(whole);
        one.bare = is_bare(deed);
        out_.push_back(std::move(one));
    }

    // The deed and a few words behind it, up to a time or a sign.
    Span subject_of(std::uint32_t deed, WordRange clause) const {
        std::uint32_t end = deed + 1;
        while (end < clause.end && end < deed + 7 && !in_time(end) &&
               words_.words[end].kind != WordKind::punctuation)
            ++end;
        return span_of(words_, {deed, end});
    }

    // "the collapse", with no word behind it that says of what.
    bool is_bare(std::uint32_t deed) const {
        return roles_[deed].noun && (words_.words[deed].proclitics & proclitic::article) != 0;
    }

    // The nearest times of the field: a day, and an hour or part of day.
    const Time* take_time(std::uint32_t deed, WordRange field, Occurrence& one) const {
        const Time *best = nullptr, *clock = nullptr;
        const std::uint32_t at = words_.words[deed].span.begin;
        const auto far = [&](const Time* time) {
            return time->span.begin > at ? time->span.begin - at : 3 * (at - time->span.begin);
        };
        for (const Time* time : times_in(field)) {
            const auto told = clock_of(time->value);
            const bool exact = told && told->exact;
            if (exact && (clock == nullptr || far(time) < far(clock))) clock = time;
            if (day_range(time->value) && (best == nullptr || far(time) < far(best))) best = time;
        }
        if (best != nullptr) one.day = day_range(best->value);
        const Time* hour = clock != nullptr ? clock : best;
        if (hour != nullptr) one.clock = clock_of(hour->value);
        if (clock != nullptr && day_range(clock->value)) one.day = day_range(clock->value);
        return hour;
    }

    // A place behind "in" that stands near the deed.
    void take_place(std::uint32_t deed, WordRange clause, Occurrence& one) const {
        const std::uint32_t end = std::min(clause.end, deed + 12);
        for (std::uint32_t i = deed + 1; i < end && !one.place; ++i) {
            if (is_other_verb(i)) return;
            for (const Name& name : analysis_.names.starting_in(words_.words[i].span)) {
                if (name.type != NameType::place || !is_inside(i)) continue;
                const auto index = static_cast<std::size_t>(&name - analysis_.names.all().data());
                one.place = view_.dossier.collection.entity_of[document_][index];
                break;
            }
        }
    }

    bool is_inside(std::uint32_t word) const {
        const std::string_view form = words_.search(words_.words[word]);
        const bool glued = (words_.words[word].proclitics & proclitic::preposition) != 0;
        return (glued && form.starts_with(beh)) || words_.search(words_.words[word - 1]) == in;
    }

    // A day after the article's own is to come, whatever the verb's form says.
    bool is_to_come(const Occurrence& one) const {
        const auto written = view_.days(document_);
        return one.day && written && written->to < one.day->from;
    }

    std::vector<std::uint32_t> telling_entities(Span span) const {
        std::vector<std::uint32_t> out;
        for (const std::uint32_t entity : view_.entities_in(document_, span)) {
            const Entity& known = view_.dossier.collection.entities[entity];
            const bool country = known.known && known.known->table == "countries";
            if (!country && known.type != NameType::group) out.push_back(entity);
        }
        return out;
    }

    const StoryView& view_;
    DocumentIndex document_;
    const Analysis& analysis_;
    const Words& words_;
    const std::vector<WordRole>& roles_;
    std::vector<bool> in_name_;
    std::vector<Occurrence>& out_;
    WordRange sentence_;
};

}  // namespace

std::vector<Occurrence> occurrences_of(const StoryView& view) {
    std::vector<Occurrence> out;
    for (const DocumentIndex document : view.documents()) Reader(view, document, out).run();
    return out;
}

}  // namespace isnad::claims
