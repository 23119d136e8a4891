// What the fields of a record become: the bytes of a page, its origin, and facts about it.
#include <algorithm>

#include "base/ascii.h"
#include "base/limits.h"
#include "source/streams/record_fields.h"

namespace isnad::source {
namespace {

using ascii::is_space;
using ascii::trimmed;

std::string collapsed(std::string_view text) {
    std::string out;
    bool space = false;
    for (const char c : trimmed(text)) {
        if (!is_space(c)) {
            if (space) out += ' ';
            out += c;
        }
        space = is_space(c);
    }
    return out;
}

bool all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string two(unsigned value) {
    return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

// Seconds since 1970 as ISO 8601, in UTC.
std::string iso_of_seconds(std::uint64_t seconds) {
    const auto days = std::chrono::days(static_cast<int>(seconds / 86400));
    const auto rest = static_cast<unsigned>(seconds % 86400);
    return iso_day(Day(days)) + "T" + two(rest / 3600) + ":" + two(rest / 60 % 60) + ":" + two(rest % 60) +
           "Z";
}

// A date as ISO 8601 where it is a number: seconds or milliseconds since 1970, 20240115, 20240115093000.
std::string iso_of(std::string_view value) {
    const std::string_view digits = value.substr(0, std::min(value.find('.'), value.size()));
    if (!all_digits(digits)) return collapsed(value);
    const std::string text(digits);
    if (text.size() == 10) return iso_of_seconds(std::stoull(text));
    if (text.size() == 13) return iso_of_seconds(std::stoull(text) / 1000);
    if (text.size() != 8 && text.size() != 14) return text;
    std::string day = text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6, 2);
    if (!parse_iso_day(day)) return text;
    if (text.size() == 8) return day;
    return day + "T" + text.substr(8, 2) + ":" + text.substr(10, 2) + ":" + text.substr(12, 2);
}

std::optional<MetaField> fact_of(FieldRole role) {
    switch (role) {
        case FieldRole::title: return MetaField::title;
        case FieldRole::url: return MetaField::canonical;
        case FieldRole::date: return MetaField::published;
        case FieldRole::modified: return MetaField::modified;
        case FieldRole::author: return MetaField::author;
        case FieldRole::language: return MetaField::language;
        case FieldRole::source: return MetaField::source;
        case FieldRole::section: return MetaField::section;
        case FieldRole::description: return MetaField::description;
        case FieldRole::keywords: return MetaField::keyword;
        default: return std::nullopt;
    }
}

// The best field of a role: the first of the lowest rank.
NamedFields::Field* best(NamedFields& record, FieldRole role) {
    NamedFields::Field* found = nullptr;
    for (NamedFields::Field& field : record.fields) {
        if (field.match.role == role && !trimmed(field.value).empty() &&
            (found == nullptr || field.match.rank < found->match.rank))
            found = &field;
    }
    return found;
}

// A text that is a piece of HTML: it begins with a tag, and elements of text are closed in it.
bool is_markup(std::string_view text) {
    text = trimmed(text);
    if (text.size() < 3 || text.front() != '<') return false;
    for (const std::string_view closing :
         {"</p>", "</P>", "<br", "<BR", "</div>", "</DIV>", "</h1>", "</h2>"}) {
        if (text.find(closing) != std::string_view::npos) return true;
    }
    return false;
}

bool is_publisher(std::string_view name) {
    return name.starts_with("publisher") || name.starts_with("Publisher") || name.starts_with("site");
}

void state_facts(NamedFields& record, Origin& origin) {
    for (NamedFields::Field& field : record.fields) {
        const auto fact = fact_of(field.match.role);
        if (!fact || field.value.size() > limits::metadata_bytes) continue;
        const bool dates = *fact == MetaField::published || *fact == MetaField::modified;
        std::string value = dates ? iso_of(trimmed(field.value)) : collapsed(field.value);
        const MetaField kind =
            *fact == MetaField::source && is_publisher(field.name) ? MetaField::site : *fact;
        if (!value.empty()) origin.facts.push_back({kind, MetaSource::record, field.name, std::move(value)});
    }
}

void state_origin(NamedFields& record, Origin& origin) {
    if (const auto* url = best(record, FieldRole::url); url != nullptr && url->value.size() < 8192)
        origin.address = collapsed(url->value);
    if (const auto* fetched = best(record, FieldRole::fetched)) {
        const std::string moment = iso_of(trimmed(fetched->value));
        if (const auto day = parse_iso_day(std::string_view(moment).substr(0, 10))) {
            origin.fetched = day;
            origin.fetched_at = moment.size() < 64 ? moment : moment.substr(0, 10);
        }
    }
}

std::string names_of(const NamedFields& record) {
    std::string out;
    for (const NamedFields::Field& field : record.fields) {
        if (out.size() < 200) out += (out.empty() ? "" : ", ") + field.name;
    }
    for (const std::string& name : record.others) out += (out.empty() ? "" : ", ") + name;
    return out.empty() ? "none" : out;
}

}  // namespace

Result<RawPage> page_of_fields(NamedFields& record, Origin origin) {
    NamedFields::Field* text = best(record, FieldRole::text);
    NamedFields::Field* html = best(record, FieldRole::html);
    // What the user names comes first; else the text, which somebody took out of the page already.
    if (text != nullptr && html != nullptr && html->match.rank < text->match.rank) text = nullptr;
    if (text == nullptr && html == nullptr)
        return Error{"no_text", "no field holds a text (fields: " + names_of(record) + ")", {}};
    state_origin(record, origin);
    RawPage page;
    const bool markup = text == nullptr || is_markup(text->value);
    origin.media_type = markup ? "text/html" : "text/plain";
    origin.charset = "utf-8";
    page.bytes = std::move((text == nullptr ? html : text)->value);
    const NamedFields::Field* title = best(record, FieldRole::title);
    if (title != nullptr && !markup) {
        const std::string line = collapsed(title->value);
        if (!trimmed(page.bytes).starts_with(line) &&
            !collapsed(page.bytes.substr(0, 2 * line.size() + 64)).starts_with(line))
            page.bytes.insert(0, line + "\n\n");
    }
    (text == nullptr ? html : text)->value.clear();
    state_facts(record, origin);
    if (page.bytes.size() > limits::page_bytes) {
        page.bytes.resize(limits::page_bytes);
        origin.cut = true;
    }
    page.origin = std::move(origin);
    return page;
}

}  // namespace isnad::source
