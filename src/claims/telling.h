// What a quantity tells, from its counted noun and from the words that govern it: "the bodies of 14
// soldiers", "the loan amounts to 90 million", "3,200 people were evacuated".
#pragma once

#include <vector>

#include "claims/figures.h"

namespace isnad::claims {

// Words of a document that stand in lexicon/populations.tsv; longest phrases, none inside another.
class Populated {
  public:
    Populated(const Analysis& analysis, const Knowledge& knowledge);

    // Of the phrase that begins at a word; empty when none does.
    const Meanings& at(std::uint32_t word) const { return meanings_[word]; }

    // Whether the word belongs to a quantity of the document.
    bool in_quantity(std::uint32_t word) const { return in_quantity_[word]; }

  private:
    std::vector<Meanings> meanings_;
    std::vector<bool> in_quantity_;
};

// Words with which a text says how a figure stands to others.
struct Marks {
    bool part = false, more = false;
    bool others = false;   // "3 others": on top of a figure before it, if that tells the same
    bool earlier = false;  // "an earlier count spoke of ..."
    bool denied = false;   // "denied that there were sixty missing"
    bool against = false;  // set against an earlier figure: "while the ministry puts the figure at ..."
    bool tally = false;    // "the toll", "the number of": the count of the whole
    bool rose = false;     // "rose to"
    bool that_is = false;  // "that is, more than 3,000 people": the earlier figure in other terms
};

class Telling {
  public:
    Telling(const StoryView& view, DocumentIndex document);

    Told told(const Quantity& quantity, const Measure& measure) const;
    Marks marks(const Quantity& quantity) const;

    // Whether a time of the clause belongs to what happened and not to the count: "the quake that struck on
    // Sunday killed 14".
    bool of_event(const Quantity& quantity, Span time) const;

    // Whether "after" stands before a span of time: "a week after the quake that killed 17".
    bool after(Span time) const;

    // The digits that a text gives as a count without a noun behind them: "the number of victims is 29",
    // "the real number 29". Not those in a quantity or a time.
    std::vector<Quantity> bare_counts() const;

    // Whether a word only says what becomes of people, or that they are people: what any toll has.
    bool is_toll_word(std::uint32_t word) const;

  private:
    struct Governor {
        ConceptIndex concept_index = 0;
        std::uint32_t word = 0;
        std::uint32_t distance = 0;
    };

    // A quantity on the look for its governing word.
    struct Look {
        WordRange quantity, limits;
        const Measure& measure;
        std::optional<ConceptIndex> population{};
    };

    std::optional<ConceptIndex> choose(const Meanings& meanings, const Look& look) const;
    std::optional<Governor> before(const Look& look) const;
    std::optional<Governor> after(const Look& look) const;
    std::optional<Governor> farther(const Look& look) const;
    WordRange limits_of(WordRange quantity) const;
    std::optional<ConceptIndex> population_of(const Quantity& quantity, Told& out) const;
    std::optional<ConceptIndex> number_of(WordRange quantity, WordRange limits) const;
    bool has_mark(std::uint32_t word, std::string_view id) const;
    void mark_place(WordRange number, WordRange clause, Marks& out) const;
    bool is_of_another(std::uint32_t word) const;
    bool is_whole(WordRange quantity) const;
    bool is_of_team(WordRange quantity) const;

    const Knowledge& knowledge_;
    const Analysis& analysis_;
    const Words& words_;
    const Contents& contents_;
    DocumentIndex document_;
    Populated populated_;
};

}  // namespace isnad::claims
