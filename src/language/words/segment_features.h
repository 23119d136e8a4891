// What speaks for one way to take a word apart, as small numbers: rows of the table `segmentation`
// (models/segmentation.md), each with a weight for each value.
//
// The idea of weighing word against stem by their counts is Farasa's (Abdelali et al. 2016); here every
// piece of evidence is a bucket with a learnt weight.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "language/words/segments.h"
#include "language/words/word_facts.h"

namespace isnad::words {

enum class Evidence : std::uint8_t {
    // for each proclitic taken, of what it leaves ("rest") and what it was taken from ("before")
    ratio,       // count of rest by count of before
    rest,        // count of rest
    rest_class,  // class of rest
    definite,    // count of the definite rest by that of the definite before
    next,        // the letter behind the proclitic
    size,        // letters of rest
    inner,       // count of the stem, where an enclitic follows
    joined,      // count of "and" with rest by "and" with before
    second,      // the second letter behind the proclitic
    ending,      // the last letter of the word
    inflected,   // of a rare rest: its count without the ending of a plural or feminine, by before likewise
    kept,        // class of a form that might begin with the proclitic, and was left whole
    kept_count,  // its count
    // for each enclitic taken
    stem_ratio,     // count of the stem by that of stem and enclitic
    stem,           // count of the stem
    stem_class,     // its class
    last,           // its last letter
    stem_size,      // letters of it
    first,          // its first letter
    others,         // count of the stem with another pronoun
    marbuta,        // count of a stem in teh with teh marbuta by its count
    folded,         // how often the word is written with teh marbuta for its heh
    led,            // the preposition before
    stem_definite,  // count of the definite stem
    whole,          // class of a form that might end in the enclitic, and was left whole
    whole_count,    // its count
    shape           // of all: which proclitics stand together
};
constexpr std::size_t evidences = 27;

// A row is a kind of evidence and the clitic it is about, a column its bucket.
struct Feature {
    Evidence evidence;
    std::uint8_t clitic;  // of Proclitic, of Enclitic, or 0
    std::uint8_t bucket;
};
constexpr std::size_t buckets = 48;

// "ratio.waw"
std::string row_name(Evidence evidence, std::size_t clitic);
bool is_of_proclitic(Evidence evidence);

// The evidence for the ways of one word, whose facts are looked up once. Requires letters of two bytes and at
// most 40 bytes.
class SegmentFeatures {
  public:
    static constexpr std::size_t most = 40;
    static constexpr std::size_t longest_word = 40;  // bytes
    using List = std::array<Feature, most>;

    SegmentFeatures(const WordFacts& facts, std::string_view search, std::string_view analysis)
        : facts_(facts), word_(search), analysis_(analysis) {}

    // Fills `out` and tells how many there are.
    std::size_t of(const Segments& segments, List& out);

  private:
    enum class Form : std::uint8_t { plain, definite, marbuta, definite_marbuta, yeh, hu, ha, joined };
    static constexpr std::size_t forms = 8;

    FormFacts facts(Form form, std::size_t begin, std::size_t end);
    FormFacts look_up(Form form, std::string_view piece) const;
    std::uint32_t stem_count(std::size_t begin, std::size_t end);
    void of_proclitic(Proclitic proclitic, std::size_t before, std::size_t rest, const Segments& segments);
    std::uint32_t uninflected(std::size_t begin);
    void of_article(const Segments& segments, std::size_t before);
    void of_kept(std::size_t at, bool conjunction);
    void of_whole(const Segments& segments);
    void of_enclitic(const Segments& segments);
    std::size_t folded(std::size_t begin, std::size_t end, std::uint32_t count) const;
    void add(Evidence evidence, std::size_t clitic, std::size_t bucket);

    const WordFacts& facts_;
    std::string_view word_, analysis_;
    struct Known {
        FormFacts facts;
        bool there = false;
    };
    std::array<Known, forms * 64> known_{};  // by form, letters cut in front, letters cut at the end
    List* out_ = nullptr;
    std::size_t count_ = 0;
};

}  // namespace isnad::words
