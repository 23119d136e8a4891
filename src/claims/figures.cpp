#include "claims/figures.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "claims/clock.h"
#include "claims/telling.h"

namespace isnad::claims {
namespace {

constexpr std::uint32_t words_shown = 210;  // bytes of the words that carry a figure: about 120 letters

// The days of a TIMEX3 duration ("P9D", "P1W", "PXM"), "a few" where the number is unknown.
int days_in(std::string_view value) {
    constexpr int few = 3;
    if (value.size() < 3 || value[0] != 'P') return few;
    int number = 0;
    for (std::size_t i = 1; i + 1 < value.size() && number < 1000; ++i) {
        if (value[i] < '0' || value[i] > '9') {
            number = few;
            break;
        }
        number = number * 10 + (value[i] - '0');
    }
    switch (value.back()) {
        case 'D': return number;
        case 'W': return 7 * number;
        case 'M': return value[1] == 'T' ? 0 : 30 * number;
        case 'Y': return 365 * number;
        default: return 0;
    }
}

// The part of a range that lies near a figure: a sentence may be as long as a page.
WordRange near(WordRange range, WordRange figure) {
    constexpr std::uint32_t most = 80;  // words on either side
    return {std::max(range.first, figure.first - std::min(figure.first, most)),
            std::min(range.end, figure.end + most)};
}

void leave_out(Content& content, std::uint64_t key) {
    std::erase_if(content, [key](const Term& term) { return term.key == key; });
}

class Finder {
  public:
    Finder(const StoryView& view, DocumentIndex document)
        : view_(view),
          analysis_(view.analysis(document)),
          words_(analysis_.words),
          document_(document),
          telling_(view, document) {}

    std::vector<Figure> run() {
        read_topic();
        std::vector<Figure> out;
        const std::vector<Quantity> bare = telling_.bare_counts();
        std::vector<const Quantity*> all;  // a measure keeps the name of its quantity's unit
        for (const Quantity& each : analysis_.quantities) all.push_back(&each);
        for (const Quantity& each : bare) all.push_back(&each);
        std::stable_sort(all.begin(), all.end(),
                         [](const Quantity* a, const Quantity* b) { return a->span.begin < b->span.begin; });
        for (std::size_t i = 0; i < all.size() && out.size() < most; ++i) {
            auto figure = figure_of(*all[i]);
            if (!figure) continue;
            if (!out.empty()) set_against(out.back(), *figure);
            if (tells(*figure, *all[i])) out.push_back(std::move(*figure));
        }
        tell_headlines(out);
        return out;
    }

  private:
    // The headline, and the first paragraph or what of it fits.
    void read_topic() {
        constexpr std::uint32_t most_bytes = 600;
        Content topic;
        bool body = false;
        for (const Block& block : analysis_.document->blocks()) {
            const bool head = block.kind == BlockKind::title || block.kind == BlockKind::deck;
            if (!head && (body || block.kind != BlockKind::paragraph)) continue;
            body = body || !head;
            const Span span{block.span.begin, std::min(block.span.end, block.span.begin + most_bytes)};
            const Content more = view_.contents.of(document_, span);
            topic.insert(topic.end(), more.begin(), more.end());
            read_happening(span);
            if (body) lead_ = block.span;
            if (body) break;
        }
        unify(topic);
        unify(happening_);
        for (std::vector<std::uint32_t>* names : {&anchors_, &topic_places_}) {
            std::sort(names->begin(), names->end());
            names->erase(std::unique(names->begin(), names->end()), names->end());
        }
        topic_ = std::move(topic);
    }

    // What happened, by the words that are no names and no words of any toll, and the names that tell where.
    void read_happening(Span span) {
        Content words = view_.contents.of(document_, span, {false, false});
        const WordRange range = words_in(words_, span);
        for (std::uint32_t i = range.first; i < range.end; ++i) {
            if (telling_.is_toll_word(i)) leave_out(words, view_.contents.key_of(document_, i));
        }
        happening_.insert(happening_.end(), words.begin(), words.end());
        const auto& entity_of = view_.dossier.collection.entity_of[document_];
        for (std::size_t n = 0; n < analysis_.names.size(); ++n) {
            const Name& name = analysis_.names[n];
            const bool telling = name.type == NameType::place || name.type == NameType::facility ||
                                 name.type == NameType::event;
            if (!telling || !span.contains(name.span)) continue;
            topic_places_.push_back(entity_of[n]);
            if (!name.known || name.known->table != "countries") anchors_.push_back(entity_of[n]);
        }
    }

    static constexpr std::size_t most = 600;  // figures of one document; beyond it is a table

    std::optional<Figure> figure_of(const Quantity& quantity) const {
        const WordRange range = words_in(words_, quantity.span);
        if (range.first == range.end || is_clock(quantity)) return std::nullopt;
        Figure out;
        out.document = document_;
        out.measure = measure_of(quantity.unit);
        out.told = telling_.told(quantity, out.measure);
        out.value = {quantity.low * out.measure.factor, quantity.high * out.measure.factor};
        out.vague = quantity.vague;
        out.approximate = quantity.approximation == Approximation::about;
        const Marks marks = telling_.marks(quantity);
        out.part = marks.part;
        out.more = marks.more || marks.others;
        out.others = marks.others && !marks.more;
        out.against = marks.against;
        out.denied = marks.denied;
        out.tally = marks.tally;
        out.rose = marks.rose;
        out.that_is = marks.that_is;
        place(out, quantity, range);
        out.earlier = marks.earlier;
        if (marks.earlier) out.as_of.reset();
        return out;
    }

    // "The losses are 300 million, while the ministry puts the figure at 362 million": the second tells what
    // the first told, in its unit where it names none.
    void set_against(Figure& first, Figure& second) const {
        say_again(first, second);
        count_others(first, second);
        follow(first, second);
        if (!second.against) return;
        const bool bare = !second.told.property && !second.told.population;
        if (bare && second.told.noun == 0 && second.measure.unit.empty() && !first.measure.unit.empty()) {
            second.measure = first.measure;
            second.value.low *= first.measure.factor;
            second.value.high *= first.measure.factor;
        }
        const bool alike = comparable(first.measure, second.measure) && first.told.property &&
                           (first.sentence == second.sentence ||
                            (bare && second.told.noun == 0 && second.sentence == first.sentence + 1));
        const bool same_noun = second.told.population && second.told.population == first.told.population;
        if (alike && !second.told.property && (bare || same_noun)) second.told = first.told;
        if (second.told.property != first.told.property || !alike) second.against = false;
        if (second.against) second.set_against = first.at;
    }

    // "14 were killed and 46 others injured": all of the injured.
    static void count_others(const Figure& first, Figure& second) {
        const bool told = first.told.property && second.told.property && first.sentence == second.sentence;
        if (second.others && told && first.told.property != second.told.property) second.more = false;
    }

    // "Seven dead on the first day, before it settled at 27": the first of a sentence is an earlier count.
    void follow(Figure& first, const Figure& second) const {
        if (second.against || !first.told.property || first.told.property != second.told.property) return;
        if (first.sentence != second.sentence || first.part || second.part || second.more) return;
        const Concept& property = view_.knowledge.concept_of(*first.told.property);
        if (property.grows && first.value.low < second.value.low && comparable(first.measure, second.measure))
            first.earlier = true;
    }

    // "850 families were moved out, that is, more than 3,000 people": the second tells what became of the
    // first.
    void say_again(const Figure& first, Figure& second) const {
        if (!second.that_is || second.told.property || !first.told.property) return;
        if (first.sentence != second.sentence || first.document != second.document) return;
        const bool counts =
            first.measure.dimension == Dimension::count && second.measure.dimension == Dimension::count;
        const Knowledge& knowledge = view_.knowledge;
        if (!counts || !second.told.population) return;
        const bool people = knowledge.concept_of(*first.told.property).kind == ConceptKind::person &&
                            knowledge.concept_of(*second.told.population).kind == ConceptKind::person;
        if (people) second.told.property = first.told.property;
    }

    // A sum or share in the headline tells what the first one of its unit in the body tells.
    static void tell_headlines(std::vector<Figure>& figures) {
        for (Figure& head : figures) {
            const bool sum =
                head.measure.dimension == Dimension::currency || head.measure.dimension == Dimension::ratio;
            if (head.block != BlockKind::title || head.told.property || !sum) continue;
            for (const Figure& body : figures) {
                if (body.block != BlockKind::paragraph || !body.told.property) continue;
                if (body.measure.unit != head.measure.unit) continue;
                head.told = body.told;
                break;
            }
        }
    }

    // A clock time is no span of time.
    bool is_clock(const Quantity& quantity) const {
        constexpr std::uint32_t longest = 120;  // bytes of a clock time before the number
        const std::uint32_t begin = quantity.span.begin;
        for (const Time& time :
             analysis_.times.starting_in({begin - std::min(begin, longest), quantity.span.end})) {
            if (time.type == TimexType::time && time.span.overlaps(quantity.span)) return true;
        }
        return false;
    }

    // A count needs a noun or a governing word; a measure tells something by itself.
    bool tells(const Figure& figure, const Quantity& quantity) const {
        const bool fraction = quantity.low > 0 && quantity.low < 1;
        if ((quantity.high < 2 || fraction) && figure.measure.dimension == Dimension::count)
            return false;  // a part of something, or one of it
        constexpr double thousands = 1000;
        if (quantity.vague && std::isinf(quantity.high) && quantity.low < thousands) return false;  // "many"
        if (figure.told.property || figure.told.population) return true;
        if (figure.measure.dimension != Dimension::count)
            return figure.measure.dimension != Dimension::duration || quantity.low >= 5;
        return quantity.counted.has_value() && figure.told.noun != 0;
    }

    // Whether a denial turns on a figure: it stands among the first words of what is denied, and is no share.
    static bool is_denied(const Statement& statement, const Quantity& quantity) {
        constexpr std::uint32_t near = 80;  // bytes
        return statement.stance == Stance::denial && quantity.unit != "percent" &&
               quantity.span.begin - statement.span.begin <= near;
    }

    void place(Figure& out, const Quantity& quantity, WordRange range) const {
        const WordRange clause = near(clause_around(words_, range), range);
        const WordRange sentence = near(sentence_around(words_, range.first), range);
        const Span clause_span = span_of(words_, clause), sentence_span = span_of(words_, sentence);
        WordRange shown = range;
        if (out.told.words.size() != 0) {
            const WordRange governor = words_in(words_, out.told.words);
            if (governor.first < governor.end)
                shown = {std::min(shown.first, governor.first), std::max(shown.end, governor.end)};
        }
        const WordRange limits{std::min(clause.first, shown.first), std::max(clause.end, shown.end)};
        out.at = words_around(words_, shown, limits, words_shown);
        out.sentence = words_.words[range.first].sentence;
        out.clause = view_.contents.of_without(document_, clause_span, quantity.span);
        out.context = view_.contents.of_without(document_, sentence_span, quantity.span);
        for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
            if (!telling_.is_toll_word(i)) continue;
            leave_out(out.clause, view_.contents.key_of(document_, i));
            leave_out(out.context, view_.contents.key_of(document_, i));
        }
        out.topic = topic_;
        out.happening = happening_;
        out.anchors = anchors_;
        out.topic_places = topic_places_;
        out.lead = lead_.contains(quantity.span);
        out.block = view_.block_kind(document_, quantity.span);
        date(out, quantity, clause_span);
        out.statement = view_.statement_at(document_, quantity.span);
        if (out.statement && is_denied(analysis_.statements[*out.statement], quantity)) out.denied = true;
        out.entities = view_.entities_in(document_, clause_span);
        for (const std::uint32_t entity : out.entities) {
            const NameType type = view_.dossier.collection.entities[entity].type;
            if (type == NameType::place || type == NameType::facility) out.places.push_back(entity);
        }
    }

    // The days that a figure speaks of: those of its clause, else those of its document. `background` when
    // they lie well before the document's own. A day on which something happened is not that of a count of
    // it.
    void date(Figure& figure, const Quantity& quantity, Span clause) const {
        const std::optional<DayRange> reference = view_.days(document_);
        figure.as_of = figure.reported = reference;
        constexpr int long_ago = 4, day_like = 3, year_like = 300;
        for (const Time& time : analysis_.times.starting_in(clause)) {
            if (reference && telling_.after(time.span)) {
                const auto at = day_range(time.value);
                const int away = at ? gap(*at, *reference) : days_in(time.value);
                const auto gap = std::chrono::days(away);
                figure.background = true;
                figure.as_of = DayRange{reference->from - gap, reference->to - gap};
                return;
            }
            if (time.type == TimexType::duration || time.type == TimexType::set) continue;
            const auto clock = clock_of(time.value);
            if (clock && !telling_.of_event(quantity, time.span)) figure.minute = clock->from;
            const auto days = day_range(time.value);
            if (!days || quantity.span.contains(time.span)) continue;
            if (reference && days->from > reference->to) continue;
            const bool far = reference && gap(*days, *reference) > long_ago;
            const bool counted = !telling_.of_event(quantity, time.span);
            if (far || (!reference && days->days() > year_like)) {
                figure.background = true;
                figure.as_of = days;
                figure.dated = true;
                return;
            }
            if (!counted || days->days() > day_like || figure.dated) continue;
            if (reference && days->to > reference->to) continue;
            figure.as_of = days;
            figure.dated = true;
        }
    }

    const StoryView& view_;
    const Analysis& analysis_;
    const Words& words_;
    DocumentIndex document_;
    Telling telling_;
    Content topic_, happening_;
    std::vector<std::uint32_t> anchors_, topic_places_;
    Span lead_{};
};

}  // namespace

std::vector<Figure> figures_of(const StoryView& view, DocumentIndex document) {
    return Finder(view, document).run();
}

}  // namespace isnad::claims
