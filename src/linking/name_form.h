// A name taken apart for comparison: what writers glue or divide as they please becomes one part.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "model/annotations.h"

namespace isnad::linking {

struct NamePart {
    std::u32string letters;            // search form
    std::u32string folded;             // the same without Persian letters, for learnt costs
    std::string sound;                 // consonants, for look-up: spellings that may be one have one sound
    std::uint32_t given = UINT32_MAX;  // row of an Arabic given name, when it is one
    bool listed = false;               // a given name of any origin
    bool counted = false;              // a word that news texts know
    bool son = false;                  // opens with "bin"
    bool family_first = false;         // of names that put the family first: Chinese, Korean, Vietnamese
    std::string_view given_english{}, surname_english{};  // of the first row that has it as its name
    std::string_view gender{};                            // of the given name: "m", "f", "mf"

    std::u32string_view after_son() const { return std::u32string_view(letters).substr(son ? 2 : 0); }
};

struct NameForm {
    std::vector<NamePart> parts;
    std::u32string whole;  // the letters of all parts
    std::string glued;     // the same in UTF-8
    std::string unspaced;  // the same with the articles
    std::string core;  // the same without a class noun that may be left out: "[agency] Reuters [for news]"
    std::u32string rare_core;  // the core, when it is one word that news texts do not know
    bool frail = false;        // two given names of Arabs and no more: many people bear it
    bool common = false;  // every part is a frequent word: "ministry of agriculture" stands in every country
};

// What the lexicon knows of the words of names.
class NameForms {
  public:
    explicit NameForms(const lexicon::Lexicon& lexicon);

    // `normal` is the search form of a name without proclitics.
    NameForm read(std::string_view normal, NameType type) const;

  private:
    NamePart part_of(const std::string& letters) const;
    std::size_t class_nouns(const std::vector<std::string>& words, NameType type) const;
    bool opens_with_noun(std::string_view word) const;
    std::uint32_t count_of(std::string_view word) const;

    const lexicon::Lexicon& lexicon_;
    lexicon::TableId given_names_, surnames_, name_nouns_, word_counts_;
    std::size_t given_english_ = 0, gender_ = 0, surname_english_ = 0, surname_origin_ = 0;
    std::size_t origin_ = 0, noun_type_ = 0, noun_span_ = 0, count_ = 0;
};

// "wa-" and other words of one letter are no parts; "abd", "bin", "abu", "Al" and foreign particles belong to
// the word behind them.
std::vector<std::string> parts_of(std::string_view normal);

// The consonants of a part, with an initial yeh as jeem, initial alef or heh left out.
std::string sound_of(std::string_view letters);

}  // namespace isnad::linking
