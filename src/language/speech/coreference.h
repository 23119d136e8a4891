// The names of one document as entities with the words they stand on, and how much each entity is in the
// reader's mind at a point of the text.
//
// Salience follows centering (Grosz, Joshi and Weinstein 1995) as far as a table can: recency, subject place,
// frequency.
#pragma once

#include <utility>
#include <vector>

#include "language/speech/mentions_knowledge.h"

namespace isnad::speech {

// Names that stand for one another inside the document: a part and its fuller name, equal spellings, one row
// of the lexicon.
struct NamedEntity {
    std::uint32_t name = 0;  // the name that stands for it: the fullest
    NameType type = NameType::person;
    GrammarGender gender = GrammarGender::unknown;
    std::uint16_t country = no_row;  // of a country
    std::uint16_t home = no_row;     // the country that a body or place belongs to
    std::optional<Known> known{};
    // Of bodies, places and things: hashes of the class nouns that open the name or stand before it
    // ("company"), and what lexicon/name_nouns.tsv calls them.
    std::vector<std::uint64_t> heads{};
    std::vector<std::string_view> kinds{};
    std::uint32_t names = 0;    // how often the document names it
    std::uint32_t located = 0;  // and how often only as the place where something happens
    // Changed while the text is read.
    std::uint32_t last_word = no_index;  // where it was met last
    std::uint32_t last_sentence = no_index;
    std::uint32_t met = 0;  // how often
    bool subject = false;   // opened its last sentence
};

class NamedWords {
  public:
    NamedWords(const Document& document, const Words& words, const Layer<Name>& names,
               const words::Clitics& clitics, const MentionKnowledge& knowledge);

    const Document& document() const { return document_; }
    const Words& words() const { return words_; }
    const MentionKnowledge& knowledge() const { return knowledge_; }
    const words::Clitics& clitics() const { return clitics_; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(words_.words.size()); }
    const Word& word(std::uint32_t i) const { return words_.words[std::size_t{i}]; }
    std::string_view form(std::uint32_t i) const { return words_.search(word(i)); }

    // The name that stands on a word, or no_index.
    std::uint32_t name_on(std::uint32_t i) const { return i < size() ? on_[i] : no_index; }
    // The name that begins with this word, or no_index.
    std::uint32_t name_at(std::uint32_t i) const;
    std::uint32_t first_word(std::uint32_t name) const { return first_[name]; }
    std::uint32_t end_word(std::uint32_t name) const { return end_[name]; }  // one past the last
    const Name& name(std::uint32_t index) const { return names_[std::size_t{index}]; }
    std::size_t names() const { return names_.size(); }
    std::uint32_t entity_of(std::uint32_t name) const { return entity_of_[name]; }

    std::size_t entities() const { return entities_.size(); }
    NamedEntity& entity(std::uint32_t index) { return entities_[index]; }
    const NamedEntity& entity(std::uint32_t index) const { return entities_[index]; }

    // A word without conjunction, preposition and article; "lil-" counts as an article.
    std::string_view bare(std::uint32_t i) const;

    // Whether a word is in verbs_of_saying, without the conjunction and the pronoun joined to it.
    bool is_cue(std::uint32_t i) const;

    // The entity of a country when the document names it, or no_index.
    std::uint32_t entity_of_country(std::uint16_t country) const;

    bool is_person(std::uint32_t name) const { return this->name(name).type == NameType::person; }
    bool is_sign(std::uint32_t i, char32_t sign) const;
    // The next word of the same block, punctuation not passed; no_index at the end of the block.
    std::uint32_t next(std::uint32_t i) const;
    bool is_arabic(std::uint32_t i) const { return i < size() && word(i).kind == WordKind::arabic; }

    // Notes that the text speaks of an entity at a word.
    void meet(std::uint32_t entity, std::uint32_t word);
    // How present an entity is at a sentence: 0 when it was not met in the last sentences.
    float salience(std::uint32_t entity, std::uint32_t sentence) const;
    // The entities met last, newest first, each once; at most `recent_cap`.
    const std::vector<std::uint32_t>& recent() const { return recent_; }

  private:
    void place_names();
    bool is_title_alone(std::uint32_t name) const;
    void read_places();
    void join_names();
    void describe_entities();
    void read_genders();
    void read_heads();
    void add_head(NamedEntity& one, std::uint32_t word) const;

    const Document& document_;
    const Words& words_;
    const Layer<Name>& names_;
    const words::Clitics& clitics_;
    const MentionKnowledge& knowledge_;
    std::vector<std::uint32_t> on_;           // by word
    std::vector<std::uint32_t> first_, end_;  // by name
    std::vector<std::uint32_t> entity_of_;    // by name
    std::vector<NamedEntity> entities_;
    std::vector<std::pair<std::uint16_t, std::uint32_t>> countries_;  // and their entities, in order
    std::vector<std::uint32_t> recent_;
};

}  // namespace isnad::speech
