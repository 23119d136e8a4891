// Reads one role expression at one word: its title, what the title takes, and the person beside it.
#pragma once

#include <optional>
#include <string>

#include "language/speech/roles.h"

namespace isnad::speech {

class RoleReader {
  public:
    explicit RoleReader(const NamedWords& text) : text_(text), know_(text.knowledge()) {}

    // The role whose title (or "his counterpart") begins with word i, or nothing.
    std::optional<Role> read(std::uint32_t i) const;

  private:
    struct Reading {
        Role role;
        bool closed = false;          // definite by what has been read
        std::uint32_t at = no_index;  // the next word
        std::uint32_t loose = 0;      // words without article since the title
    };

    bool open_title(std::uint32_t i, Reading& out) const;
    bool try_title(std::uint32_t i, words::Reading reading, Reading& out) const;
    bool open_counterpart(std::uint32_t i, Reading& out) const;
    bool is_person_by_kin(const Role& role) const;
    bool open_owned(std::uint32_t i, Reading& out) const;
    bool take_owned(std::uint32_t i, std::uint8_t skip, const std::string& stem, Reading& out) const;
    void read_inside_title(Reading& out) const;
    void read_complement(Reading& out) const;
    // One past the next piece of the complement, or `at` when none stands there.
    std::uint32_t piece(std::uint32_t at, Reading& out) const;
    std::uint32_t name_piece(std::uint32_t name, Reading& out) const;
    std::uint32_t joined_piece(std::uint32_t at, Reading& out) const;
    std::uint32_t preposition_piece(std::uint32_t at, Reading& out) const;
    std::uint32_t body_piece(std::uint32_t at, Reading& out) const;
    std::uint32_t inside_piece(std::uint32_t at, Reading& out) const;
    std::uint32_t definite_piece(std::uint32_t at, Reading& out) const;
    std::uint32_t nationality_piece(std::uint32_t at, std::string_view form, Reading& out) const;
    std::uint32_t adjective_piece(std::uint32_t at, Reading& out) const;
    std::uint32_t loose_piece(std::uint32_t at, Reading& out) const;
    void add_country(std::uint16_t country, Role& role) const;
    void set_place(std::uint32_t name, Reading& out) const;
    std::uint32_t person_at(std::uint32_t i) const;
    void read_beside(Role& role) const;
    bool agrees(const Role& role, std::uint32_t name) const;
    bool follows_head(const Role& role) const;
    void settle_inner(Role& role) const;
    void read_name_before(Role& role) const;
    bool has_title(std::uint32_t name) const;
    bool is_said_by(std::uint32_t name) const;
    bool opens_speech(std::uint32_t i) const;
    bool is_in_table(std::uint32_t i, std::string_view table) const;
    const MentionWord* word_at(std::uint32_t i, WordRole kind) const;

    const NamedWords& text_;
    const MentionKnowledge& know_;
};

}  // namespace isnad::speech
