#include "views/page_labels.h"

#include <array>

namespace isnad::views {
namespace {

using Table = std::map<std::string_view, Label>;

// The first spelling of a cell.
std::string_view first_of(std::string_view cell) { return cell.substr(0, cell.find('|')); }

// The rows of a table by the column `key`; the first of rows with the same key counts.
Table read(const lexicon::Lexicon& lexicon, std::string_view name, std::string_view key) {
    Table out;
    const auto table = lexicon.table(name);
    if (!table) return out;
    const std::size_t id = lexicon.column(*table, key), english = lexicon.column(*table, "en");
    for (std::uint32_t row = 0; row < lexicon.rows(*table); ++row) {
        const Label label{first_of(lexicon.cell(*table, row, 0)), lexicon.cell(*table, row, english)};
        out.emplace(lexicon.cell(*table, row, id), label);
    }
    return out;
}

constexpr std::array<std::string_view, 6> suffixes = {".zero", ".one", ".two", ".few", ".many", ".other"};

}  // namespace

PluralCategory arabic_plural(std::uint64_t count) {
    const std::uint64_t rest = count % 100;
    if (count == 0) return PluralCategory::zero;
    if (count == 1) return PluralCategory::one;
    if (count == 2) return PluralCategory::two;
    if (rest >= 3 && rest <= 10) return PluralCategory::few;
    return rest >= 11 ? PluralCategory::many : PluralCategory::other;
}

PluralCategory english_plural(std::uint64_t count) {
    return count == 1 ? PluralCategory::one : PluralCategory::other;
}

Labels::Labels(const lexicon::Lexicon& lexicon)
    : labels_(read(lexicon, "labels", "id")),
      units_(read(lexicon, "units", "unit")),
      concepts_(read(lexicon, "populations", "concept")) {
    units_.merge(read(lexicon, "units", "en"));
    concepts_.merge(read(lexicon, "populations", "en"));
}

Label Labels::operator[](std::string_view id) const {
    const auto known = labels_.find(id);
    return known == labels_.end() ? Label{id, id} : known->second;
}

Label Labels::counted(std::string_view noun, std::uint64_t count) const {
    const auto pick = [&](PluralCategory category) {
        const std::string id = std::string(noun) + std::string(suffixes[static_cast<std::size_t>(category)]);
        const auto known = labels_.find(std::string_view(id));
        return known == labels_.end() ? labels_.find(std::string_view(std::string(noun) + ".other")) : known;
    };
    const auto ar = pick(arabic_plural(count)), en = pick(english_plural(count));
    return {ar == labels_.end() ? noun : ar->second.ar, en == labels_.end() ? noun : en->second.en};
}

std::optional<Label> Labels::subject(std::string_view of) const {
    const auto label = labels_.find(std::string_view("about." + std::string(of)));
    if (label != labels_.end()) return label->second;
    const bool counted_unit = labels_.contains(std::string_view("unit." + std::string(of) + ".other"));
    if (counted_unit && labels_.contains(of)) return labels_.find(of)->second;
    const auto known = concepts_.find(of);
    if (known != concepts_.end()) return known->second;
    const auto unit = units_.find(of);
    return unit == units_.end() ? std::nullopt : std::optional<Label>(unit->second);
}

Label Labels::unit(std::string_view unit) const {
    const auto known = units_.find(unit);
    if (known != units_.end()) return known->second;
    const auto label = labels_.find(unit);
    return label == labels_.end() ? Label{unit, unit} : label->second;
}

}  // namespace isnad::views
