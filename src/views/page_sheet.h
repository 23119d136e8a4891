// The page while it is written: what every section of it needs to show labels in both languages, words of
// sources with the way to them, entities, outlets and origins.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/dossier.h"
#include "views/page_anchors.h"
#include "views/page_dates.h"
#include "views/page_html.h"
#include "views/page_labels.h"

namespace isnad::views {

class Sheet {
  public:
    Sheet(const Dossier& the_dossier, const Labels& the_labels);

    Html out;
    const Dossier& dossier;
    const Collection& collection;
    const Labels& labels;
    Anchors anchors;

    // Labels of ours, in both languages.
    void label(std::string_view id) { wording({std::string(labels[id].ar), std::string(labels[id].en)}); }
    void wording(const Wording& wording);
    void count(std::string_view noun, std::uint64_t n);
    // Digits, points, commas and dashes, in both digit systems.
    void number(std::string_view western);
    void date(std::string_view edtf, bool weekday = false);
    // A heading of a section with what it means.
    void heading(std::string_view id);

    // Where the words stand in the reader: "#w-12".
    Anchors::Use place_of(const WordsOf& words);
    // The words themselves, as a link to their place.
    void words(const WordsOf& words, std::string_view css_class = "src");
    // The sentence around the words, the words marked and linked; then, unless a chain tells it already,
    // outlet and date of the document.
    void excerpt(const WordsOf& words, bool with_outlet = true);
    // Text of a source without a link.
    void source_text(DocumentIndex document, std::string_view text);

    // The value of `dir` for text of a document.
    std::string_view direction_of(DocumentIndex document) const;

    void entity(std::uint32_t index);
    void outlet(DocumentIndex document);

    // A dot with the number of the origin, linked to the list of origins; how often stands small beside it.
    void origin_dot(std::uint32_t origin, std::size_t times = 1);
    void origin_name(std::uint32_t origin);
    std::uint32_t origin_number(std::uint32_t origin);
    // Those that have a number, in the order of their numbers.
    std::vector<std::uint32_t> numbered_origins() const;
    // Shape and colour of the dot of a number: seven colours, then the same in another shape.
    enum class DotShape : std::uint8_t { round, square, leaf };
    static DotShape dot_shape(std::uint32_t number);
    static std::string dot_class(std::uint32_t number);

  private:
    void arabic_label(std::string_view text);

    std::map<std::uint32_t, std::uint32_t> origin_numbers_;
    std::vector<std::optional<DocumentIndex>> documents_of_origins_;  // the first that speaks for each
};

// A number of Western digits in Arabic-Indic ones.
std::string in_arabic_digits(std::string_view western);

// The sentence that holds the words (more, when they go beyond it), cut to a readable length at spaces.
struct Excerpt {
    Span span;
    std::uint32_t words_end = 0;  // of the words as far as they are shown
    bool cut_before = false, cut_after = false;
};
Excerpt excerpt_of(const Collection& collection, const WordsOf& words);

}  // namespace isnad::views
