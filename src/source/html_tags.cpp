#include "source/html_tags.h"

#include <array>

namespace isnad::source::html {
namespace {

struct Row {
    std::string_view name;
    Traits traits;
};

constexpr std::uint32_t plain_block = trait::block | trait::closes_p | trait::special;
constexpr std::size_t longest_name = 10;
constexpr std::uint32_t unseen_raw = trait::unseen | trait::raw;

// Sorted by name.
constexpr std::array rows{
    Row{"a", {trait::link | trait::spaced}},
    Row{"address", {plain_block}},
    Row{"applet", {trait::unseen | trait::barrier}},
    Row{"area", {trait::is_void}},
    Row{"article", {plain_block, TagKind::other, inside::article}},
    Row{"aside", {plain_block, TagKind::other, inside::aside}},
    Row{"audio", {trait::unseen}},
    Row{"b", {trait::formatting | trait::bold}},
    Row{"base", {trait::is_void}},
    Row{"big", {trait::formatting}},
    Row{"blockquote", {plain_block, TagKind::quote, inside::quote}},
    Row{"body", {trait::block | trait::special}},
    Row{"br", {trait::is_void}},
    Row{"button", {trait::block | trait::special, TagKind::other, inside::form}},
    Row{"canvas", {trait::unseen}},
    Row{"caption", {trait::block | trait::barrier | trait::table_part, TagKind::caption}},
    Row{"center", {plain_block}},
    Row{"code", {trait::formatting}},
    Row{"col", {trait::is_void}},
    Row{"datalist", {trait::unseen}},
    Row{"dd", {plain_block, TagKind::item, inside::list}},
    Row{"details", {plain_block}},
    Row{"dir", {plain_block, TagKind::other, inside::list}},
    Row{"div", {plain_block}},
    Row{"dl", {plain_block, TagKind::other, inside::list}},
    Row{"dt", {plain_block, TagKind::item, inside::list}},
    Row{"em", {trait::formatting}},
    Row{"embed", {trait::is_void}},
    Row{"fieldset", {plain_block, TagKind::other, inside::form}},
    Row{"figcaption", {plain_block, TagKind::caption, inside::figure}},
    Row{"figure", {plain_block, TagKind::other, inside::figure}},
    Row{"font", {trait::formatting}},
    Row{"footer", {plain_block, TagKind::other, inside::footer}},
    Row{"form", {plain_block, TagKind::other, inside::form}},
    Row{"h1", {plain_block, TagKind::h1}},
    Row{"h2", {plain_block, TagKind::h2}},
    Row{"h3", {plain_block, TagKind::h3}},
    Row{"h4", {plain_block, TagKind::h4}},
    Row{"h5", {plain_block, TagKind::h5}},
    Row{"h6", {plain_block, TagKind::h6}},
    Row{"head", {trait::unseen}},
    Row{"header", {plain_block, TagKind::other, inside::header}},
    Row{"hgroup", {plain_block}},
    Row{"hr", {trait::is_void | trait::block}},
    Row{"html", {trait::block | trait::special}},
    Row{"i", {trait::formatting}},
    Row{"iframe", {unseen_raw}},
    Row{"img", {trait::is_void | trait::spaced}},
    Row{"input", {trait::is_void | trait::spaced}},
    Row{"label", {trait::spaced}},
    Row{"legend", {trait::block, TagKind::other, inside::form}},
    Row{"li", {plain_block, TagKind::item, inside::list}},
    Row{"link", {trait::is_void}},
    Row{"listing", {plain_block, TagKind::preformatted}},
    Row{"main", {plain_block, TagKind::other, inside::main}},
    Row{"marquee", {trait::block | trait::barrier}},
    Row{"menu", {plain_block, TagKind::other, inside::list}},
    Row{"meta", {trait::is_void}},
    Row{"nav", {plain_block, TagKind::other, inside::nav}},
    Row{"nobr", {trait::formatting}},
    Row{"noembed", {unseen_raw}},
    Row{"noframes", {unseen_raw}},
    Row{"noscript", {trait::unseen}},
    Row{"object", {trait::unseen | trait::barrier}},
    Row{"ol", {plain_block, TagKind::other, inside::list}},
    Row{"optgroup", {trait::block, TagKind::other, inside::form}},
    Row{"option", {trait::block, TagKind::other, inside::form}},
    Row{"p", {plain_block, TagKind::paragraph}},
    Row{"param", {trait::is_void}},
    Row{"pre", {plain_block, TagKind::preformatted}},
    Row{"s", {trait::formatting}},
    Row{"script", {unseen_raw}},
    Row{"section", {plain_block}},
    Row{"select", {trait::block | trait::barrier, TagKind::other, inside::form}},
    Row{"small", {trait::formatting}},
    Row{"source", {trait::is_void}},
    Row{"strike", {trait::formatting}},
    Row{"strong", {trait::formatting | trait::bold}},
    Row{"style", {unseen_raw}},
    Row{"summary", {plain_block}},
    Row{"table", {plain_block | trait::barrier, TagKind::other, inside::table}},
    Row{"tbody", {trait::block | trait::table_part}},
    Row{"td", {trait::block | trait::barrier | trait::table_part, TagKind::cell, inside::table}},
    Row{"template", {trait::unseen | trait::barrier}},
    Row{"textarea", {unseen_raw}},
    Row{"tfoot", {trait::block | trait::table_part}},
    Row{"th", {trait::block | trait::barrier | trait::table_part, TagKind::cell, inside::table}},
    Row{"thead", {trait::block | trait::table_part}},
    Row{"time", {trait::spaced}},
    Row{"title", {unseen_raw}},
    Row{"tr", {trait::block | trait::table_part}},
    Row{"track", {trait::is_void}},
    Row{"tt", {trait::formatting}},
    Row{"u", {trait::formatting}},
    Row{"ul", {plain_block, TagKind::other, inside::list}},
    Row{"video", {trait::unseen}},
    Row{"wbr", {trait::is_void}},
    Row{"xmp", {unseen_raw}},
};

constexpr bool is_sorted_by_name() {
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (!(rows[i - 1].name < rows[i].name)) return false;
    }
    return true;
}
static_assert(is_sorted_by_name());

// Rows by a hash of their names, with open addressing: one comparison tells most names, and every tag of a
// page is asked for several times.
constexpr std::size_t slots = 256;
constexpr std::uint8_t no_row = 0xFF;

constexpr std::size_t slot_of(std::string_view name) {
    std::uint32_t hash = static_cast<std::uint32_t>(name.size());
    for (const char c : name) hash = hash * 31 + static_cast<unsigned char>(c);
    return (hash ^ (hash >> 8)) % slots;
}

constexpr std::array<std::uint8_t, slots> slots_of_rows() {
    std::array<std::uint8_t, slots> out{};
    out.fill(no_row);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        std::size_t at = slot_of(rows[row].name);
        while (out[at] != no_row) at = (at + 1) % slots;
        out[at] = static_cast<std::uint8_t>(row);
    }
    return out;
}
constexpr std::array<std::uint8_t, slots> row_at = slots_of_rows();
static_assert(rows.size() < slots / 2);

}  // namespace

Traits traits_of(std::string_view name) {
    if (name.size() > longest_name) return {};
    for (std::size_t at = slot_of(name); row_at[at] != no_row; at = (at + 1) % slots) {
        if (rows[row_at[at]].name == name) return rows[row_at[at]].traits;
    }
    return {};
}

}  // namespace isnad::source::html
