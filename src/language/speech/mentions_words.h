// Mentions by the words of lexicon/mentions.tsv: pairs, nouns with the article, and pronouns.
#pragma once

#include <optional>
#include <vector>

#include "language/speech/roles_holders.h"

namespace isnad::speech {

// Two entities that a mention stands for, and the words that tell.
struct TwoOf {
    std::uint32_t a = no_index, b = no_index;  // entities
    float weight = 0;
};

class WordMentions {
  public:
    WordMentions(const NamedWords& text, const RoleHolders& holders) : text_(text), holders_(holders) {}

    // The mention that begins with word i, or nothing. Requires that the text has been met up to it.
    std::optional<Mention> read(std::uint32_t i) const;
    // The holders of a dual title: "the two presidents", by the offices of those met last.
    std::optional<TwoOf> two_holders(std::uint16_t office, std::uint32_t sentence) const;
    // Notes that two names stand joined by "and": the likeliest pair for what follows.
    void meet_name(std::uint32_t name);
    // Notes that a pair was resolved: the next one likely means the same two.
    void meet_pair(const Mention& pair, std::uint32_t sentence);

  private:
    struct Found {
        const MentionWord* word = nullptr;
        std::uint8_t skip = 0;
        std::uint32_t end = 0;
    };
    Found find(std::uint32_t i) const;
    std::optional<Mention> pair(std::uint32_t i, const Found& found) const;
    std::optional<Mention> pair_of_countries(std::uint32_t i, const Found& found) const;
    std::optional<Mention> noun_of_state(std::uint32_t i, const Found& found) const;
    std::optional<Mention> noun(std::uint32_t i, const Found& found) const;
    std::optional<Mention> pronoun(std::uint32_t i, const Found& found) const;
    std::optional<Mention> latter(std::uint32_t i, const Found& found) const;
    bool stands_alone(std::uint32_t i, Found& whole, std::uint16_t& country) const;
    std::optional<TwoOf> two_joined(std::string_view kind, std::uint32_t sentence,
                                    std::uint32_t back = UINT32_MAX) const;
    std::optional<TwoOf> two(std::string_view kind, std::uint32_t sentence) const;
    bool fits(std::uint32_t entity, std::string_view kind) const;
    bool is_two_not_monday(std::uint32_t i) const;
    bool is_plural(std::uint32_t i) const;
    float noun_fit(std::uint32_t entity, std::string_view noun, const MentionWord& word) const;
    float known_fit(const NamedEntity& one, std::string_view noun, const MentionWord& word) const;
    std::optional<Nationality> nationality_at(std::uint32_t i, std::size_t skip, std::uint32_t& end) const;
    Span span(std::uint32_t i, const Found& found) const;

    const NamedWords& text_;
    const RoleHolders& holders_;
    struct Joined {
        std::uint32_t a = no_index, b = no_index, sentence = 0;
        bool resolved = false;  // by a mention, not by names side by side
    };
    std::vector<Joined> joined_{};  // the last pairs, newest last
    std::uint32_t last_name_ = no_index;
};

}  // namespace isnad::speech
