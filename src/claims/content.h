// What a stretch of text is about, as weighted terms, and how alike two stretches are.
//
// A term is the entity of a name, the concept of a synonym, the rough root of any other word, or the value of
// a number. Words without meaning of their own give none. A term weighs more the rarer it is in the language
// and among the sentences of the collection.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "claims/knowledge.h"
#include "model/collection.h"

namespace isnad::claims {

struct Term {
    std::uint64_t key = 0;
    float weight = 0;
};

// Terms of a stretch: ascending keys, each once.
using Content = std::vector<Term>;

// What to take into a content beside words.
struct Taking {
    bool names = true;
    bool numbers = false;
};

class Contents {
  public:
    Contents(const Collection& collection, const Knowledge& knowledge);

    // The content of a span of a document; words that begin inside count.
    Content of(DocumentIndex document, Span span, Taking taking = {}) const;

    // The same without what stands in `left_out`.
    Content of_without(DocumentIndex document, Span span, Span left_out, Taking taking = {}) const;

    // The key of one word as a term; 0 when it means nothing by itself.
    std::uint64_t key_of(DocumentIndex document, std::uint32_t word) const {
        return terms_[document][word].key;
    }

  private:
    enum class Sort : std::uint8_t { none, word, name, number };
    struct WordTerm {
        std::uint64_t key = 0;
        float weight = 0;
        Sort sort = Sort::none;
    };

    void read(const Collection& collection, DocumentIndex document, const Knowledge& knowledge);
    void weigh(const Collection& collection);
    void collect(DocumentIndex document, Span span, Taking taking, Content& out) const;

    const Collection& collection_;
    std::vector<std::vector<WordTerm>> terms_;  // [document][word]
};

// Puts terms in order, each once.
void unify(Content& terms);

// Shared weight over all weight (weighted Jaccard): 0 nothing in common, 1 the same terms.
double resemblance(const Content& a, const Content& b);

// Shared weight over the weight of the lighter: 1 when one says all that the other says.
double containment(const Content& a, const Content& b);

// The sum of weights, and of the shared ones.
double weight_of(const Content& content);
double shared_weight(const Content& a, const Content& b);

// How many terms stand in both.
std::size_t shared_terms(const Content& a, const Content& b);

}  // namespace isnad::claims
