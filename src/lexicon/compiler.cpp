#include "lexicon/compiler.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <map>
#include <unordered_map>

#include "base/files.h"
#include "base/limits.h"
#include "lexicon/image.h"
#include "lexicon/schema.h"
#include "text/normalise.h"
#include "text/transliteration.h"

namespace isnad::lexicon {
namespace {

std::vector<std::string_view> spellings_of(std::string_view cell) {
    std::vector<std::string_view> out;
    while (true) {
        const std::size_t bar = cell.find('|');
        if (!cell.substr(0, bar).empty()) out.push_back(cell.substr(0, bar));
        if (bar == std::string_view::npos) return out;
        cell.remove_prefix(bar + 1);
    }
}

std::uint64_t hash_of(const std::vector<Table>& tables) {
    std::uint64_t hash = image_version;
    for (const Table& table : tables) {
        hash = hash_join(hash, hash_bytes(table.name));
        for (const std::string& column : table.columns) hash = hash_join(hash, hash_bytes(column));
        for (const Row& row : table.rows) {
            for (const std::string& cell : row.cells) hash = hash_join(hash, hash_bytes(cell));
        }
    }
    return hash;
}

}  // namespace

class ImageWriter {
  public:
    explicit ImageWriter(std::vector<Table> tables) : tables_(std::move(tables)) {}

    std::string write() {
        for (std::size_t i = 0; i < tables_.size(); ++i) add_table(static_cast<std::uint16_t>(i));
        const auto exact = slots(exact_), variant = slots(variant_);
        image_.resize(sizeof(Lexicon::Header));
        Lexicon::Header header{image_magic, image_version, 0, hash_of(tables_), 0, {}};
        header.sections[in_strings] = put(strings_.data(), strings_.size(), 1);
        header.sections[in_tables] = put(heads_.data(), heads_.size(), sizeof heads_[0]);
        header.sections[in_columns] = put(columns_.data(), columns_.size(), sizeof columns_[0]);
        header.sections[in_cells] = put(cells_.data(), cells_.size(), sizeof cells_[0]);
        header.sections[in_entries] = put(entries_.data(), entries_.size(), sizeof entries_[0]);
        header.sections[in_exact] = put(exact.data(), exact.size(), sizeof exact[0]);
        header.sections[in_variant] = put(variant.data(), variant.size(), sizeof variant[0]);
        header.size = image_.size();
        std::memcpy(image_.data(), &header, sizeof header);
        return std::move(image_);
    }

  private:
    struct Node {
        std::vector<Entry> entries;
        bool longer = false;
    };
    using Nodes = std::map<std::uint64_t, Node>;

    void add_table(std::uint16_t index) {
        const Table& table = tables_[index];
        heads_.push_back({text(table.name), static_cast<std::uint32_t>(columns_.size()),
                          static_cast<std::uint32_t>(table.columns.size()),
                          static_cast<std::uint32_t>(cells_.size()),
                          static_cast<std::uint32_t>(table.rows.size())});
        for (const std::string& column : table.columns) columns_.push_back(text(column));
        const TableRule* rule = rule_of(table.name);
        const Variants variants = rule != nullptr ? rule->variants : Variants::none;
        for (std::uint32_t row = 0; row < table.rows.size(); ++row) {
            for (const std::string& cell : table.rows[row].cells) cells_.push_back(text(cell));
            const bool arabic = table.column("origin") < table.columns.size() &&
                                table.rows[row].cells[table.column("origin")] == "arabic";
            add_keys({index}, row, table.rows[row].cells.front(), arabic ? Variants::none : variants);
        }
    }

    void add_keys(TableId table, std::uint32_t row, std::string_view cell, Variants variants) {
        std::uint16_t number = 0;
        if (variants == Variants::unlisted) return;
        for (const std::string_view spelling : spellings_of(cell)) {
            const NormalText normal = normalise(spelling);
            const auto words = words_of(normal.search());
            std::string analysis;
            for (const std::string_view word : words_of(normal.analysis()))
                analysis += (analysis.empty() ? "" : " ") + std::string(word);
            const Lexicon::Text at = text(analysis);
            const Entry entry{table, number++, row, at.at, at.size};
            add_key(exact_, words, entry);
            if (variants == Variants::none || (variants == Variants::phrases && words.size() < 2)) continue;
            std::vector<std::string> keys;
            keys.reserve(words.size());
            for (const std::string_view word : words) keys.push_back(transliteration_key(word));
            add_key(variant_, std::vector<std::string_view>(keys.begin(), keys.end()), entry);
        }
    }

    static void add_key(Nodes& nodes, const std::vector<std::string_view>& words, const Entry& entry) {
        Phrase phrase;
        for (std::size_t i = 0; i < words.size(); ++i) {
            phrase = phrase.then(words[i]);
            Node& node = nodes[phrase.hash];
            if (i + 1 < words.size()) {
                node.longer = true;
            } else if (node.entries.size() < UINT16_MAX) {
                node.entries.push_back(entry);
            }
        }
    }

    std::vector<Lexicon::Slot> slots(const Nodes& nodes) {
        std::size_t size = 16;
        while (size < nodes.size() * 2) size *= 2;
        std::vector<Lexicon::Slot> out(size, Lexicon::Slot{0, 0, 0, 0});
        for (const auto& [hash, node] : nodes) {
            std::size_t at = hash & (size - 1);
            while (out[at].entries != 0 || out[at].longer != 0) at = (at + 1) & (size - 1);
            out[at] = {hash, static_cast<std::uint32_t>(entries_.size()),
                       static_cast<std::uint16_t>(node.entries.size()),
                       static_cast<std::uint16_t>(node.longer)};
            entries_.insert(entries_.end(), node.entries.begin(), node.entries.end());
        }
        return out;
    }

    Lexicon::Text text(const std::string& value) {
        const auto [known, added] =
            texts_.try_emplace(value, Lexicon::Text{static_cast<std::uint32_t>(strings_.size()),
                                                    static_cast<std::uint32_t>(value.size())});
        if (added) strings_ += value;
        return known->second;
    }

    Section put(const void* data, std::size_t count, std::size_t size) {
        image_.resize((image_.size() + 7) / 8 * 8);
        const Section at{image_.size(), count};
        image_.append(static_cast<const char*>(data), count * size);
        return at;
    }

    std::vector<Table> tables_;
    std::string image_, strings_;
    std::unordered_map<std::string, Lexicon::Text> texts_;
    std::vector<Lexicon::TableHead> heads_;
    std::vector<Lexicon::Text> columns_, cells_;
    std::vector<Entry> entries_;
    Nodes exact_, variant_;
};

Result<std::vector<Table>> read_tables(const std::string& directory) {
    std::error_code failed;
    std::vector<std::string> files;
    for (const auto& item : std::filesystem::directory_iterator(directory, failed)) {
        if (item.path().extension() == ".tsv") files.push_back(item.path().string());
    }
    if (failed) return Error{"not_found", failed.message(), {.file = directory}};
    std::sort(files.begin(), files.end());
    std::vector<Table> tables;
    for (const std::string& file : files) {
        ISNAD_TRY(FileBytes read, read_file(file, limits::table_bytes));
        ISNAD_TRY(Table table, read_table(std::move(read.bytes), file));
        ISNAD_TRY([[maybe_unused]] auto checked, check_table(table));
        tables.push_back(std::move(table));
    }
    return tables;
}

std::string compile(std::vector<Table> tables) {
    std::stable_sort(tables.begin(), tables.end(),
                     [](const Table& a, const Table& b) { return a.name < b.name; });
    return ImageWriter(std::move(tables)).write();
}

std::vector<Table> tables_of(const Lexicon& lexicon) {
    std::vector<Table> tables;
    for (std::size_t i = 0; i < lexicon.tables(); ++i) {
        const TableId id{static_cast<std::uint16_t>(i)};
        Table table{.name = std::string(lexicon.table_name(id)),
                    .file = {},
                    .licence = {},
                    .columns = {},
                    .rows = {}};
        for (const std::string_view column : lexicon.columns(id)) table.columns.emplace_back(column);
        for (std::uint32_t row = 0; row < lexicon.rows(id); ++row) {
            Row& out = table.rows.emplace_back();
            for (std::size_t column = 0; column < table.columns.size(); ++column)
                out.cells.emplace_back(lexicon.cell(id, row, column));
        }
        tables.push_back(std::move(table));
    }
    return tables;
}

std::vector<Table> overlay(std::vector<Table> base, std::vector<Table> over) {
    for (Table& table : over) {
        const auto below =
            std::find_if(base.begin(), base.end(), [&](const Table& b) { return b.name == table.name; });
        if (below == base.end()) {
            base.push_back(std::move(table));
            continue;
        }
        const std::size_t key = below->column("id") < below->columns.size() ? below->column("id") : 0;
        std::map<std::string, std::size_t> row_of;
        for (std::size_t i = 0; i < below->rows.size(); ++i) row_of.emplace(below->rows[i].cells[key], i);
        for (Row& row : table.rows) {
            const auto [known, added] = row_of.emplace(row.cells[key], below->rows.size());
            if (added) {
                below->rows.push_back(std::move(row));
            } else {
                below->rows[known->second] = std::move(row);
            }
        }
    }
    return base;
}

}  // namespace isnad::lexicon
