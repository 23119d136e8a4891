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
    // The person whom a calling at word i means although the document never tells it of anybody. `same`: the
    // one met last.
    std::optional<Mention> only_person(std::uint32_t i, GrammarGender gender, bool same) const;
    // The holders of a dual title: "the two presidents", by the offices of those met last.
    std::optional<TwoOf> two_holders(std::uint16_t office, std::uint32_t sentence) const;
    // Two people joined by "and", or the only two of the last sentences.
    std::optional<TwoOf> two_persons(std::uint16_t office, std::uint32_t sentence) const;
    // Notes that two names stand joined by "and": the likeliest pair for what follows.
    void meet_name(std::uint32_t name);
    // Notes the entity that the mention ending before word `end` stands for.
    void meet_noun(std::uint32_t entity, std::uint32_t end) {
        last_noun_ = entity;
        last_noun_end_ = end;
    }
    // Notes that a pair was resolved: the next one likely means the same two.
    void meet_pair(const Mention& pair, std::uint32_t sentence);

  private:
    struct Found {
        const MentionWord* word = nullptr;
        std::uint8_t skip = 0;
        std::uint32_t end = 0;
        bool same = false;  // "himself", "the same" stands behind it
    };
    Found find(std::uint32_t i) const;
    Found longest(std::uint32_t i, lexicon::Phrase phrase) const;
    Found dual_title(std::uint32_t i) const;
    const MentionWord* mention_word(std::uint32_t i) const;
    std::optional<Mention> pair(std::uint32_t i, const Found& found) const;
    std::optional<Mention> pair_of_countries(std::uint32_t i, const Found& found) const;
    std::optional<Mention> noun_of_state(std::uint32_t i, const Found& found) const;
    std::optional<Mention> noun(std::uint32_t i, const Found& found) const;
    struct Chosen {
        std::uint32_t entity = no_index;
        float weight = 0;
        bool unclear = false;  // another fits nearly as well
    };
    Chosen choose(std::uint32_t i, const MentionWord& word, std::uint64_t hash, std::uint16_t country,
                  bool acts) const;
    std::optional<Mention> team(std::uint32_t i, const Found& found) const;
    void meet_guest(std::uint32_t name, std::uint32_t before);
    std::optional<Mention> open_noun(std::uint32_t i, const Found& whole, std::uint64_t head) const;
    std::optional<Mention> named_later(std::uint32_t i, const Found& whole, std::uint64_t head) const;
    std::optional<Mention> same_body(std::uint32_t i, const Found& whole, std::uint64_t head) const;
    bool is_compound(std::uint32_t i) const;
    bool is_quoted(std::uint32_t i, std::uint32_t end) const;
    bool opens_short_quote(std::uint32_t i) const;
    std::optional<Mention> person_noun(std::uint32_t i, const Found& found) const;
    std::optional<Mention> pronoun(std::uint32_t i, const Found& found) const;
    std::uint32_t pronoun_of(std::uint32_t i, GrammarGender gender, std::uint32_t next) const;
    std::optional<Mention> speaking(std::uint32_t i, const Found& found) const;
    bool is_told(std::uint32_t i) const;
    std::uint32_t person_before(std::uint32_t i, GrammarGender gender, std::uint32_t reach, bool said) const;
    bool agrees(const NamedEntity& one, GrammarGender gender) const;
    std::uint32_t before_asides(std::uint32_t i) const;
    std::uint32_t seat_of(std::uint16_t country) const;
    std::optional<Mention> latter(std::uint32_t i, const Found& found) const;
    bool stands_alone(std::uint32_t i, Found& whole, std::uint16_t& country) const;
    std::optional<TwoOf> two_joined(std::string_view kind, std::uint32_t sentence,
                                    std::uint32_t back = UINT32_MAX, std::uint16_t office = no_row) const;
    bool may_hold(std::uint32_t entity, std::uint16_t office) const;
    std::optional<TwoOf> two(std::string_view kind, std::uint32_t sentence) const;
    std::optional<TwoOf> two_salient(std::string_view kind, std::uint32_t sentence) const;
    std::optional<TwoOf> two_within(std::string_view kind, std::uint32_t sentence, std::uint32_t back) const;
    float joint(std::uint32_t begin, std::uint32_t end) const;
    bool is_seat(const NamedEntity& one) const;
    bool fits(std::uint32_t entity, std::string_view kind) const;
    bool is_two_not_monday(std::uint32_t i) const;
    bool is_plural(std::uint32_t i) const;
    float noun_fit(std::uint32_t entity, std::uint64_t noun, std::string_view form,
                   const MentionWord& word) const;
    float known_fit(const NamedEntity& one, std::string_view noun, const MentionWord& word) const;
    std::optional<Nationality> nationality_at(std::uint32_t i, std::size_t skip, std::uint32_t& end) const;
    Span span(std::uint32_t i, const Found& found) const;

    const NamedWords& text_;
    const RoleHolders& holders_;
    struct Joined {
        std::uint32_t a = no_index, b = no_index, sentence = 0;
        bool resolved = false;  // by a mention, not by names side by side
        float weight = 1.0F;
    };
    std::vector<Joined> joined_{};  // the last pairs, newest last
    std::uint32_t last_name_ = no_index;
    std::uint32_t guests_ = no_index, hosts_ = no_index;  // entities: the clubs of a match
    std::uint32_t last_noun_ = no_index, last_noun_end_ = 0;
};

}  // namespace isnad::speech
