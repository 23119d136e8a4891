// Reads the statements of one document, cue by cue in text order.
#pragma once

#include <optional>
#include <vector>

#include "language/speech/chain.h"
#include "language/speech/content.h"
#include "language/speech/speaker.h"
#include "language/speech/speech_text.h"

namespace isnad::speech {

class StatementsReader {
  public:
    explicit StatementsReader(const SpeechText& text) : text_(text) {}

    std::vector<Statement> read();

  private:
    // A statement with the words it was made from.
    struct Report {
        std::uint32_t cue = 0;             // word of the cue
        std::uint32_t first = 0, end = 0;  // words of the content
        std::uint32_t sentence = 0;        // of the cue
        std::uint32_t led = no_entry;      // word of the complement that the cue leads to
        NounPhrase own_phrase{};           // the speaker that its clause names
        bool nested = false;               // lies in the content of another
        Agreement agreement{};
        Statement statement{};
    };
    // The subject of a cue: its words, or who an elided subject repeats.
    struct Subject {
        NounPhrase phrase{};
        std::optional<Agent> agent{};
        std::vector<ChainLink> links{};  // through whom its words came, where its phrase tells
    };

    struct SourceWords {
        NounPhrase phrase{};
        bool said = false;
    };

    void read_word(std::uint32_t at);
    void headline(std::uint32_t block_begin);
    void headline_part(std::uint32_t begin, std::uint32_t colon, std::uint32_t stop);
    bool is_headline_head(const NounPhrase& head, std::uint32_t begin, std::uint32_t colon) const;
    void finite(std::uint32_t at);
    void participle(std::uint32_t at);
    void masdar(std::uint32_t at);
    void source(std::uint32_t at);
    void relay(std::uint32_t at);
    void relayed(std::uint32_t at, Subject& who, const NounPhrase& by, std::uint32_t cursor,
                 std::uint32_t end);
    std::uint32_t relay_lead(std::uint32_t at, std::uint32_t from, std::uint32_t end) const;
    std::optional<ChainLink> relayed_by(const NounPhrase& by) const;
    void hand_on(Subject& who, std::uint32_t at, std::uint32_t to);
    void settle_issuer(Subject& who, std::uint32_t at);
    bool is_object(std::uint32_t at, const NounPhrase& phrase, const Complement& complement) const;
    // Reports what a verb governs when it begins before `limit`.
    bool governed(std::uint32_t at, std::uint32_t limit);
    void bare_quote(std::uint32_t at);
    void colon_quote(std::uint32_t at);
    void add_quote(std::uint32_t at, std::optional<Agent> who, std::string_view rule, float weight);
    bool behind_quote(std::uint32_t at);
    void second_piece(std::uint32_t at);

    bool is_hypothetical(std::uint32_t at) const;
    bool is_infinitive(std::uint32_t complementiser) const;
    bool is_aside(std::uint32_t at) const;
    bool is_quoted_name(const Quoted& quoted) const;
    bool is_inscription(std::uint32_t at, const Complement& found) const;
    bool governs_before(std::uint32_t at, const Complement& found) const;
    bool stands_as_verb(std::uint32_t at) const;
    bool takes_object(std::uint32_t at) const;
    bool agrees_with_relative(std::uint32_t at) const;
    bool is_negated(std::uint32_t at) const;
    bool is_nested(std::uint32_t at) const;
    bool is_source(const NounPhrase& phrase) const;
    bool is_taken(std::uint32_t first) const;
    bool is_near(std::uint32_t at, const Complement& found) const;
    std::uint32_t clause_begin(std::uint32_t at) const;
    NounPhrase subject_behind(std::uint32_t at) const;
    Complement governed_by(std::uint32_t at, NounPhrase& phrase) const;
    Subject subject_of(std::uint32_t at, const Complement& complement);
    NounPhrase phrase_behind_adverbials(std::uint32_t at, std::uint32_t limit) const;
    NounPhrase learnt_from(std::uint32_t at, const Complement& complement) const;
    Subject settled(Subject out, std::uint32_t at, const Complement& complement);
    Subject subject_of_noun(std::uint32_t at, const NounPhrase& phrase, const Complement& complement);
    Subject elided(std::uint32_t at);
    const Report* report_to_repeat(std::uint32_t at, bool loosely) const;
    bool agrees(const NounPhrase& phrase, std::uint32_t at) const;
    std::optional<Agent> pair_before(std::uint32_t at) const;
    std::optional<Agent> topic_before(std::uint32_t at) const;
    bool is_headline_word(std::uint32_t at) const;
    void take_apposition(NounPhrase& phrase, std::uint32_t limit) const;
    std::optional<Agent> addressee_of(std::uint32_t first, std::uint32_t end) const;

    // Makes the statement of a cue from its complement; nothing where there is no content.
    bool report(std::uint32_t at, const Complement& complement, const Subject& subject, std::string_view rule,
                float weight);
    void set_content(Report& out, const Complement& complement) const;
    void add(Report out, const Subject& subject);
    Report* report_of_sentence(std::uint32_t sentence);
    SourceWords source_words(std::uint32_t at);
    void source_at_begin(std::uint32_t at, std::uint32_t behind, const Subject& who);
    void source_at_end(std::uint32_t at, const Subject& who, const std::optional<ChainLink>& link);

    // Chains of all reports, when they are read: the carriers of their own clauses, and those carried over.
    void give_chains();
    std::uint32_t clause_begin(std::size_t which) const;
    std::vector<Carrier> own_carriers(std::size_t which, const OwnOutlet& own) const;
    std::vector<Carrier> tail_carriers(const Report& report, const OwnOutlet& own) const;
    std::vector<Carrier> inner_carriers(const Report& report, const OwnOutlet& own) const;
    std::vector<Carrier> told_before(std::size_t which, const OwnOutlet& own) const;
    std::vector<Carrier> told_after(const Report& report, const OwnOutlet& own) const;
    void nest_chain(std::size_t which);
    void carry_text(std::size_t which);
    void carry_joint(std::size_t which);
    NounPhrase words_of(const Report& report) const;
    void carry_agency(std::size_t which);
    bool goes_on(const Report& earlier, const Report& report) const;
    Report* report_before(std::size_t which);

    const SpeechText& text_;
    std::vector<Report> reports_;
    Speakers speakers_;
    std::optional<Subject> pending_;  // the subject of a verb of saying that left its content to the next cue
    std::uint32_t pending_sentence_ = no_entry;
    std::uint32_t consumed_ = 0;  // cues before this word are part of an earlier one
};

}  // namespace isnad::speech
