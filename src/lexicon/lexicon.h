// The lexicon: every table in one immutable image, mapped from a file or held in memory, and an index from
// phrases to rows. Const after load; look-ups allocate nothing and may run from many threads.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/phrase.h"
#include "lexicon/table.h"

namespace isnad::lexicon {

struct TableId {
    std::uint16_t index = 0;
    auto operator<=>(const TableId&) const = default;
};
constexpr TableId no_table{UINT16_MAX};

// One spelling of one row.
struct Entry {
    TableId table;
    std::uint16_t spelling = 0;                        // which of the row's spellings, from 0
    std::uint32_t row = 0;                             // in its table, from 0
    std::uint32_t analysis_at = 0, analysis_size = 0;  // the spelling in analysis form (Lexicon::spelling)
};

// What a phrase leads to. `longer`: some key of the lexicon begins with this phrase and goes on.
struct Found {
    std::span<const Entry> entries;
    bool longer = false;
};

class Lexicon {
  public:
    // Maps a compiled lexicon. A wrong magic, version, size or hash is an error that names the file.
    static Result<std::shared_ptr<const Lexicon>> open(const std::string& path);
    // Takes a compiled lexicon that lies in memory.
    static Result<std::shared_ptr<const Lexicon>> from_image(std::string image, const std::string& name);

    // Keys in search form (exact spelling), and keys of transliterated names (text/transliteration.h).
    Found find(Phrase phrase) const { return find_in(exact_, phrase); }
    // Says that a key will be looked up soon: its place is fetched meanwhile.
    void expect(Phrase phrase) const;
    Found find_variant(Phrase phrase) const { return find_in(variant_, phrase); }

    std::optional<TableId> table(std::string_view name) const;
    TableId table_or_none(std::string_view name) const { return table(name).value_or(no_table); }
    // Those of the tables that there are.
    std::vector<TableId> tables(std::initializer_list<std::string_view> names) const;
    std::string_view table_name(TableId table) const;
    std::size_t tables() const { return tables_.size(); }
    std::uint32_t rows(TableId table) const;
    std::vector<std::string_view> columns(TableId table) const;
    // Index of a column; the number of columns when there is none.
    std::size_t column(TableId table, std::string_view name) const;

    std::string_view cell(TableId table, std::uint32_t row, std::size_t column) const;
    std::string_view cell(const Entry& entry, std::size_t column) const {
        return cell(entry.table, entry.row, column);
    }
    // The cell of a named column; empty when the table has no such column. Not for hot loops.
    std::string_view cell(const Entry& entry, std::string_view column) const;
    // The spelling that the entry stands for, in analysis form, words divided by one space.
    std::string_view spelling(const Entry& entry) const;

    // Whether a comma-separated cell holds a word: has_flag("a,dead:1999", "dead") is true.
    static bool has_flag(std::string_view flags, std::string_view flag);

    std::uint64_t source_hash() const;
    std::string_view image() const { return image_; }

  private:
    struct TableHead;
    struct Slot;
    struct Header;
    struct Text {
        std::uint32_t at = 0, size = 0;
    };
    using Index = std::span<const Slot>;

    Done attach(std::string_view image, const std::string& name);
    bool is_sound() const;
    bool is_sound(Index index) const;
    Found find_in(Index index, Phrase phrase) const;
    std::string_view text(Text text) const {
        return text.at <= strings_.size() ? strings_.substr(text.at, text.size) : std::string_view{};
    }

    friend class ImageWriter;
    std::shared_ptr<const void> owner_;
    std::string_view image_;
    std::string_view strings_;
    std::span<const TableHead> tables_;
    std::span<const Text> columns_;
    std::span<const Text> cells_;
    std::span<const Entry> entries_;
    Index exact_, variant_;
};

using LexiconPtr = std::shared_ptr<const Lexicon>;

}  // namespace isnad::lexicon
