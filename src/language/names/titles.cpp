#include "language/names/candidates.h"
#include "language/names/letters_of_names.h"

namespace isnad::names {
namespace {

constexpr int longest_complement = 9;  // words

// Walks from the end of one title over what may stand between it and the name.
class TitleWalk {
  public:
    TitleWalk(const Sightings& seen, const Sighting& title, std::vector<TitleMark>& marks)
        : seen_(seen),
          title_(title),
          marks_(marks),
          definite_(text::is_definite(seen.form(title.first, title.skip))) {
        for (const lexicon::Entry& entry : title.entries) {
            if (seen.knowledge().source(entry) != Source::title) continue;
            const RowFacts& facts = seen.knowledge().facts(entry);
            weak_ = weak_ && facts.weak;
            complement_ = complement_ || facts.complement;
        }
    }

    void run() {
        std::uint32_t at = seen_.next(title_.end - 1);
        mark(at, 2);
        if (!complement_) return;
        for (int steps = 0; at != no_word && steps < longest_complement; ++steps) {
            const std::uint32_t end = complement_end(at);
            if (end == at) return;
            at = seen_.next(end - 1);
            if (!is_closed(end - 1)) continue;
            mark(at, 1);
            if (at == no_word) mark_behind_comma(end);
        }
    }

  private:
    void mark(std::uint32_t at, std::uint8_t level) {
        if (at == no_word) return;
        TitleMark& here = marks_[at];
        if (here.level > level || (here.level == level && !here.weak)) return;
        here = {level, weak_, !complement_ || text::is_definite(seen_.form(title_.end - 1)), title_.first,
                title_.skip};
    }

    // "the minister of X, Y Z,": the name as an apposition.
    void mark_behind_comma(std::uint32_t comma) {
        if (comma + 1 >= seen_.size() || !seen_.is_sign(comma, letters::comma)) return;
        if (seen_.word(comma + 1).block == seen_.word(comma).block && seen_.is_arabic(comma + 1))
            mark(comma + 1, 1);
    }

    // Whether the complement may end with this word: not in the middle of a construct ("manager of a branch
    // of ...").
    bool is_closed(std::uint32_t last) const {
        const std::string_view form = seen_.form(last);
        return text::is_definite(form) || seen_.is_nisba(last) || (seen_.bits(last) & world_bits) != 0 ||
               (seen_.word(last).proclitics & proclitic::article) != 0 ||
               seen_.longest(last, world_bits) != nullptr || seen_.noun_before(last + 1) == nullptr;
    }

    // One past the complement's next piece, or `at` when none stands there.
    std::uint32_t complement_end(std::uint32_t at) const {
        if (!seen_.is_arabic(at)) return at;
        std::uint32_t end = at;
        for (const Sighting& one : seen_.at(at)) {
            if (!one.has(world_bits | bit(Source::noun) | bit(Source::title)) || one.has(bit(Source::person)))
                continue;
            if (definite_ && !one.has(bit(Source::title)) && one.end == at + 1) continue;
            if (!one.variant && seen_.may_skip(at, one.skip)) end = std::max(end, one.end);
        }
        if (end > at) return end;
        const std::uint32_t bits = seen_.bits(at);
        const std::string_view form = seen_.form(at);
        if (form == text::fi) return definite_ ? at : at + 1;
        if ((bits & bit(Source::saying)) != 0) return at;
        if ((bits & part_bits) != 0 && !seen_.is_nisba(at)) return at;
        if ((bits & bit(Source::function_word)) != 0) return at;
        if (seen_.is_nisba(at)) return at + 1;
        const Word& word = seen_.word(at);
        if (text::is_definite(form)) return seen_.is_common(at) ? at + 1 : at;
        if ((word.proclitics & proclitic::article) != 0) return at + 1;
        if (definite_) return at;
        return seen_.is_common(at) ? at + 1 : at;
    }

    const Sightings& seen_;
    const Sighting& title_;
    std::vector<TitleMark>& marks_;
    bool definite_;
    bool weak_ = true;
    bool complement_ = false;
};

// "the Spaniard X Y": an adjective with the article takes no noun without it, so what follows is a name.
void mark_nationality(const Sightings& seen, std::uint32_t i, std::vector<TitleMark>& marks) {
    const std::string_view form = seen.form(i);
    const std::uint32_t at = seen.next(i);
    if (at != i + 1 || !seen.is_nisba(i) || !text::is_definite(form) || !form.ends_with(text::yeh)) return;
    if (text::is_definite(seen.form(at)) || seen.is_grammar(seen.form(at)) || marks[at].level > 0) return;
    marks[at] = {2, true, true, i};
}

}  // namespace

std::vector<TitleMark> mark_titles(const Sightings& seen) {
    std::vector<TitleMark> marks(seen.size() + 1);
    for (std::uint32_t i = 0; i < seen.size(); ++i) {
        mark_nationality(seen, i, marks);
        for (const Sighting& one : seen.at(i)) {
            if (one.has(bit(Source::title)) && (one.words() > 1 || seen.may_skip(i, one.skip)))
                TitleWalk(seen, one, marks).run();
        }
    }
    return marks;
}

}  // namespace isnad::names
