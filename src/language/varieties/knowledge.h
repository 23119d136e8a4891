// What the tables say of languages and dialects, ready for look-ups without allocation.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/varieties/raw_words.h"
#include "lexicon/lexicon.h"

namespace isnad::varieties {

constexpr std::size_t most_languages = 48;
using Scores = std::array<std::uint32_t, most_languages>;  // by language

struct Sign {
    std::uint8_t language = 0;  // or dialect: index into their names
    std::uint8_t weight = 0;
};

// Signs by a form. Two tables of one kind never share one object.
class SignTable {
  public:
    void add(std::string_view form, Sign sign);
    void finish();  // once, after the last add
    std::span<const Sign> of(std::string_view form) const;

  private:
    struct Keyed {
        std::uint64_t key = 0;
        Sign sign;
    };
    static constexpr int bucket_bits = 12;
    static constexpr std::size_t buckets = std::size_t{1} << bucket_bits;
    static std::size_t bucket_of(std::uint64_t key) { return key >> (64 - bucket_bits); }

    // Which sizes the forms have; all from 63 bytes on are one.
    static std::uint64_t size_bit(std::string_view form) {
        return std::uint64_t{1} << (form.size() < 63 ? form.size() : 63);
    }

    std::uint64_t sizes_ = 0;
    std::vector<Keyed> unsorted_;
    std::vector<std::uint32_t> starts_;  // of each bucket, by the first bits of the key
    std::vector<std::uint64_t> keys_;    // in order
    std::vector<Sign> signs_;
};

class Knowledge {
  public:
    explicit Knowledge(const lexicon::Lexicon& lexicon);

    // Adds what one word tells. The weight of the strongest word for one language is returned.
    std::uint32_t add(const RawWord& word, Scores& scores) const;

    // Whether the word settles it for the language.
    bool tells(std::string_view form, std::size_t language) const;

    const std::vector<std::string>& languages() const { return languages_; }
    std::size_t language(std::string_view code) const;  // languages().size() when there is none
    Script script(std::size_t language) const { return scripts_[language]; }

    const std::vector<std::string>& dialects() const { return dialects_; }
    std::span<const Sign> dialect_words(std::string_view search_form) const { return marks_.of(search_form); }
    // Signs of verbs that begin so: two letters in search form.
    std::span<const Sign> dialect_prefixes(std::string_view two_letters) const {
        return verbs_.of(two_letters);
    }

  private:
    void read_languages(const lexicon::Lexicon& lexicon);
    void read_dialects(const lexicon::Lexicon& lexicon);
    void add_row(std::string_view cell, std::string_view kind, Sign sign);
    void add_letters(const RawWord& word, Scores& scores) const;
    void add_affixes(const RawWord& word, Scores& scores) const;

    std::vector<std::string> languages_, dialects_;
    std::vector<Script> scripts_;
    std::vector<std::vector<Sign>> letters_;  // by code point
    SignTable words_, prefixes_, suffixes_, marks_, verbs_;
    std::size_t persian_ = 0;
};

}  // namespace isnad::varieties
