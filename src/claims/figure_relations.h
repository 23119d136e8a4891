// From figures that speak of one thing to claims: which values agree, which follow each other as days pass,
// which cannot both be right.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "claims/figure_groups.h"
#include "claims/finders.h"
#include "claims/lookalikes.h"

namespace isnad::claims {

// Figures of a group whose values fit together.
struct ValueGroup {
    std::vector<std::uint32_t> figures;  // indices, in order of place; vague ones among them
    double low = 0, high = 0;            // what all leave open
    std::optional<DayRange> day{};       // the earliest time that they speak of
};

// One figure a document of those at the indices: the body before the headline, a statement before the page's
// own voice.
std::vector<std::uint32_t> one_a_document(const std::vector<Figure>& figures,
                                          const std::vector<std::uint32_t>& from);

class FigureRelations {
  public:
    FigureRelations(const StoryView& view, Builder& builder, const std::vector<Figure>& figures)
        : view_(view),
          builder_(builder),
          figures_(figures),
          told_(figures.size()),
          disputed_(figures.size()) {}

    // Adds the claims of one group: an agreement for every value that several pages give, a denial where one
    // denies it, an update for values that follow each other, a conflict for those that exclude each other.
    void relate(const FigureGroup& group);

    // Adds a conflict for figures that the text itself sets against each other, where no group held both.
    void tell_contrasts();

    // Adds figures that a reader may take for accounts of one thing, with what keeps them apart.
    void tell_lookalikes();

    // Adds the most telling figures that no claim holds yet, each as a claim of one account.
    void tell_singles();

  private:
    std::vector<ValueGroup> split(const FigureGroup& group) const;
    void agree(const ValueGroup& values);
    void update(const std::vector<ValueGroup>& values);
    void conflict(const std::vector<ValueGroup>& values);
    std::vector<std::uint32_t> exact_of(const ValueGroup& values) const;
    bool joins(std::uint32_t vague, const ValueGroup& values) const;
    bool fit(const Figure& a, const Figure& b) const;
    void set_against(const ValueGroup& a, const ValueGroup& b, std::set<std::uint32_t>& out) const;
    bool exclude(const Figure& a, const Figure& b) const;
    bool risen(const Figure& less, const Figure& more) const;
    bool two_sources(const Lookalike& pair) const;
    bool two_voices(const Figure& a, const Figure& b) const;
    bool steps_on(const ValueGroup& last, const ValueGroup& next) const;
    bool still_fits(const ValueGroup& earlier, const ValueGroup& later) const;
    bool one_origin(const std::vector<std::uint32_t>& figures) const;
    bool stands_in_body(const Figure& head) const;
    bool grows(std::uint32_t figure) const;
    std::string pages_text(const std::vector<std::uint32_t>& figures) const;
    std::string when_of(const std::vector<std::uint32_t>& figures) const;
    std::string values_of(const std::vector<std::uint32_t>& figures) const;
    void add(Relation relation, const std::vector<std::uint32_t>& figures, std::string_view rule,
             const std::string& why);
    double telling(std::uint32_t figure) const;
    bool said_again(const Figure& figure) const;
    Span with_speaker(const Figure& figure) const;

    const StoryView& view_;
    Builder& builder_;
    const std::vector<Figure>& figures_;
    std::vector<bool> told_;      // [figure]: some claim holds it, or one of its value
    std::vector<bool> disputed_;  // [figure]: some conflict holds it
};

}  // namespace isnad::claims
