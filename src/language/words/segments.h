// The ways to take one word apart: proclitics, stem, enclitic pronoun.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace isnad::words {

// A proclitic by what is written; `lam_article`: li- whose article lost its alef ("lil-").
enum class Proclitic : std::uint8_t { none, waw, feh, beh, kaf, lam, seen, lam_article };
constexpr std::size_t proclitics = 8;

// Pronouns at the end of a word. A yeh of the first person ends too many other words to be split from what
// is no function word.
enum class Enclitic : std::uint8_t { none, huma, kuma, ha, hum, hunna, kum, na, ni, hu, ka, yeh };
constexpr std::size_t enclitics = 12;

// Whether every letter has two bytes, as those of Arabic proper have.
bool has_plain_letters(std::string_view word);

// The letters of an enclitic, in bytes of a normal form.
std::size_t bytes_of(Enclitic enclitic);
bool ends_in(std::string_view analysis_form, Enclitic enclitic);

// The name of a proclitic or enclitic in tables: "waw", "lam_article", "ha".
std::string_view name_of(Proclitic proclitic);
std::string_view name_of(Enclitic enclitic);

// One way. Offsets in bytes of the normal form.
struct Segments {
    Proclitic conjunction = Proclitic::none;  // waw or feh
    Proclitic preposition = Proclitic::none;  // beh, kaf, lam, seen or lam_article
    bool article = false;                     // "al" before the stem
    Enclitic enclitic = Enclitic::none;
    std::uint8_t name_begin = 0;  // behind conjunction and preposition
    std::uint8_t stem_begin = 0;  // behind all proclitics
    std::uint8_t stem_end = 0;
};

// The pieces of a word under one way, divided by '+': conjunction, preposition or future, the stem with its
// article, the pronoun.
std::string pieces_of(std::string_view analysis_form, const Segments& segments);

// All ways that the letters allow, the whole word first. Requires letters of two bytes (has_plain_letters).
class SegmentsOfWord {
  public:
    static constexpr std::size_t most = 24;
    explicit SegmentsOfWord(std::string_view analysis_form);
    const Segments* begin() const { return items_.data(); }
    const Segments* end() const { return items_.data() + count_; }
    std::size_t size() const { return count_; }

  private:
    void add_preposition(Segments segments);
    void add_enclitics(Segments segments);
    void add(const Segments& segments);

    std::string_view word_;
    std::array<Enclitic, 2> ends_{};  // the pronouns that the word may end in
    std::size_t end_count_ = 0;
    std::array<Segments, most> items_{};
    std::size_t count_ = 0;
};

}  // namespace isnad::words
