#include "lexicon/lexicon.h"

#include <algorithm>
#include <bit>

#include "base/files.h"
#include "lexicon/image.h"

namespace isnad::lexicon {

Result<LexiconPtr> Lexicon::open(const std::string& path) {
    ISNAD_TRY(MappedFile file, MappedFile::open(path));
    auto owner = std::make_shared<const MappedFile>(std::move(file));
    auto lexicon = std::make_shared<Lexicon>();
    ISNAD_TRY([[maybe_unused]] auto attached, lexicon->attach(owner->bytes(), path));
    lexicon->owner_ = std::move(owner);
    return LexiconPtr(std::move(lexicon));
}

Result<LexiconPtr> Lexicon::from_image(std::string image, const std::string& name) {
    auto owner = std::make_shared<const std::string>(std::move(image));
    auto lexicon = std::make_shared<Lexicon>();
    ISNAD_TRY([[maybe_unused]] auto attached, lexicon->attach(*owner, name));
    lexicon->owner_ = std::move(owner);
    return LexiconPtr(std::move(lexicon));
}

Done Lexicon::attach(std::string_view image, const std::string& name) {
    const auto broken = [&](const char* what) {
        return Error{"lexicon_image", what, {.file = name}, ErrorKind::environment};
    };
    if (image.size() < sizeof(Header)) return broken("is no compiled lexicon: too short");
    const auto& header = *reinterpret_cast<const Header*>(image.data());
    if (header.magic != image_magic) return broken("is no compiled lexicon");
    if (header.version != image_version)
        return broken("was compiled by another version: compile the lexicon again");
    if (header.size != image.size()) return broken("is cut off or has something behind it");
    const auto section = [&]<class T>(SectionName which, std::span<const T>& into) {
        const Section at = header.sections[which];
        if (at.offset % 8 != 0 || at.offset > image.size() ||
            at.count > (image.size() - at.offset) / sizeof(T))
            return false;
        into = {reinterpret_cast<const T*>(image.data() + at.offset), static_cast<std::size_t>(at.count)};
        return true;
    };
    std::span<const char> strings;
    const bool whole = section(in_strings, strings) && section(in_tables, tables_) &&
                       section(in_columns, columns_) && section(in_cells, cells_) &&
                       section(in_entries, entries_) && section(in_exact, exact_) &&
                       section(in_variant, variant_);
    if (!whole) return broken("has a section outside the file");
    strings_ = {strings.data(), strings.size()};
    image_ = image;
    return is_sound() ? done() : Done(broken("points outside itself"));
}

// Every index that look-ups follow lies inside its section, and both hash tables have room to stop at.
bool Lexicon::is_sound() const {
    for (const TableHead& head : tables_) {
        if (head.columns == 0 || head.first_column > columns_.size() ||
            head.columns > columns_.size() - head.first_column)
            return false;
        if (head.first_cell > cells_.size() ||
            std::uint64_t{head.rows} * head.columns > cells_.size() - head.first_cell)
            return false;
    }
    for (const Entry& entry : entries_) {
        if (entry.table.index >= tables_.size() || entry.row >= tables_[entry.table.index].rows) return false;
    }
    return is_sound(exact_) && is_sound(variant_);
}

bool Lexicon::is_sound(Index index) const {
    bool empty_slot = false;
    for (const Slot& slot : index) {
        if (slot.first > entries_.size() || slot.entries > entries_.size() - slot.first) return false;
        empty_slot = empty_slot || (slot.entries == 0 && slot.longer == 0);
    }
    return empty_slot && std::has_single_bit(index.size());
}

Found Lexicon::find_in(Index index, Phrase phrase) const {
    const std::size_t mask = index.size() - 1;
    for (std::size_t at = phrase.hash & mask;; at = (at + 1) & mask) {
        const Slot& slot = index[at];
        if (slot.entries == 0 && slot.longer == 0) return {};
        if (slot.hash == phrase.hash) return {entries_.subspan(slot.first, slot.entries), slot.longer != 0};
    }
}

void Lexicon::expect(Phrase phrase) const { __builtin_prefetch(&exact_[phrase.hash & (exact_.size() - 1)]); }

std::optional<TableId> Lexicon::table(std::string_view name) const {
    for (std::size_t i = 0; i < tables_.size(); ++i) {
        if (text(tables_[i].name) == name) return TableId{static_cast<std::uint16_t>(i)};
    }
    return std::nullopt;
}

std::vector<TableId> Lexicon::tables(std::initializer_list<std::string_view> names) const {
    std::vector<TableId> out;
    for (const std::string_view name : names) {
        if (const auto there = table(name)) out.push_back(*there);
    }
    return out;
}

std::string_view Lexicon::table_name(TableId table) const { return text(tables_[table.index].name); }
std::uint32_t Lexicon::rows(TableId table) const { return tables_[table.index].rows; }

std::vector<std::string_view> Lexicon::columns(TableId table) const {
    const TableHead& head = tables_[table.index];
    std::vector<std::string_view> names;
    for (std::uint32_t i = 0; i < head.columns; ++i) names.push_back(text(columns_[head.first_column + i]));
    return names;
}

std::size_t Lexicon::column(TableId table, std::string_view name) const {
    const TableHead& head = tables_[table.index];
    std::size_t at = 0;
    while (at < head.columns && text(columns_[head.first_column + at]) != name) ++at;
    return at;
}

std::string_view Lexicon::cell(TableId table, std::uint32_t row, std::size_t column) const {
    const TableHead& head = tables_[table.index];
    if (column >= head.columns || row >= head.rows) return {};
    return text(cells_[head.first_cell + std::size_t{row} * head.columns + column]);
}

std::string_view Lexicon::cell(const Entry& entry, std::string_view name) const {
    return cell(entry, column(entry.table, name));
}

std::string_view Lexicon::spelling(const Entry& entry) const {
    return text({entry.analysis_at, entry.analysis_size});
}

bool Lexicon::has_flag(std::string_view flags, std::string_view flag) {
    while (!flags.empty()) {
        const std::size_t comma = std::min(flags.find(','), flags.size());
        const std::string_view one = flags.substr(0, comma);
        if (one.starts_with(flag) && (one.size() == flag.size() || one[flag.size()] == ':')) return true;
        flags.remove_prefix(std::min(comma + 1, flags.size()));
    }
    return false;
}

std::uint64_t Lexicon::source_hash() const {
    return reinterpret_cast<const Header*>(image_.data())->source_hash;
}

}  // namespace isnad::lexicon
