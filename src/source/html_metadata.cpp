#include "source/html_metadata.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/limits.h"
#include "source/html_guard.h"
#include "source/html_json_ld.h"
#include "source/html_meta_names.h"

namespace isnad::source::html {
namespace {

constexpr std::size_t address_bytes = 4'096;
constexpr int least_pixels = 3;  // a smaller picture counts visitors

bool is_lesser(const Attribute* size) {
    if (size == nullptr || size->value.empty() || size->value.size() > 1) return false;
    return size->value[0] >= '0' && size->value[0] < '0' + least_pixels;
}

// The first address of a srcset: it ends at white space.
std::string_view first_of_set(std::string_view set) {
    const std::size_t begin = set.find_first_not_of(" \t\n\r");
    if (begin == std::string_view::npos) return {};
    return set.substr(begin, set.find_first_of(" \t\n\r", begin) - begin);
}

}  // namespace

std::string collapsed(std::string_view text) {
    std::string out;
    bool space = false;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
            space = !out.empty();
            continue;
        }
        if (c == filler) continue;
        if (space) out += ' ';
        space = false;
        out += c;
    }
    return out;
}

std::string collapsed_lines(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\n\r", at), text.size());
        const std::string line = collapsed(text.substr(at, end - at));
        if (!line.empty()) out += (out.empty() ? "" : "\n") + line;
        at = end + 1;
    }
    return out;
}

void MetadataReader::add(MetaField field, MetaSource source, std::string_view name, std::string_view value,
                         std::optional<ByteRange> bytes, std::optional<std::uint32_t> block) {
    if (value.size() > limits::metadata_bytes || facts_.size() >= limits::metadata_facts) return;
    std::string clean = collapsed(value);
    if (!clean.empty()) facts_.push_back({field, source, std::string(name), std::move(clean), bytes, block});
}

void MetadataReader::add(MetaField field, MetaSource source, std::string_view name,
                         const Attribute& attribute, std::optional<std::uint32_t> block) {
    add(field, source, name, attribute.value, places_.arrived(attribute.begin, attribute.end), block);
}

void MetadataReader::read_meta(const Element& element) {
    const Attribute* content = element.attribute("content");
    if (content == nullptr) return;
    for (const std::string_view key : {"property", "name", "http-equiv"}) {
        const std::string_view name = element.value(key);
        const MetaName* known = name.empty() ? nullptr : meta_name(name);
        const bool item = known == nullptr && key == "property" && item_name(name) != nullptr;
        if (item && item_name(name)->field != MetaField::text) {
            const MetaName* stated = item_name(name);
            if (stated->field == MetaField::image) return;
            return add(stated->field, MetaSource::rdfa, stated->name, *content);
        }
        if (known == nullptr) continue;
        const bool address =
            known->field == MetaField::image && known->name.find(":alt") == std::string_view::npos;
        if (!address) return add(known->field, known->source, known->name, *content);
        const std::string value = collapsed(content->value.substr(0, address_bytes));
        if (value.empty() || meta_images_.size() >= limits::images_per_page) return;
        MarkupImage image{value};
        image.source = known->source;
        return meta_images_.push_back(std::move(image));
    }
}

void MetadataReader::read_link(const Element& element) {
    const Attribute* address = element.attribute("href");
    if (address != nullptr && ascii::lower(element.value("rel").substr(0, 64)) == "canonical")
        add(MetaField::canonical, MetaSource::element, "canonical", *address);
}

void MetadataReader::read_image(const Element& element, TextPlace place) {
    if (place.unseen || images_.size() >= limits::images_per_page) return;
    if (is_lesser(element.attribute("width")) || is_lesser(element.attribute("height"))) return;
    constexpr std::array<std::string_view, 6> keys{"data-src",      "data-lazy-src", "data-original",
                                                   "data-lazyload", "src",           "srcset"};
    for (const std::string_view key : keys) {
        std::string_view address = element.value(key);
        if (key == "srcset") address = first_of_set(address);
        std::string clean = collapsed(address.substr(0, address_bytes));
        if (clean.empty() || clean.starts_with("data:")) continue;
        MarkupImage image{std::move(clean), collapsed(element.value("alt").substr(0, address_bytes))};
        image.block = place.block;
        image.container = place.container;
        return images_.push_back(std::move(image));
    }
}

// Times of the microformat hAtom: <abbr class="published" title="2014-04-16T17:00:00+01:00">.
void MetadataReader::read_abbreviation(const Element& element, TextPlace place) {
    const Attribute* value = element.attribute("title");
    if (value == nullptr || value->value.size() < 10 || facts_.size() >= limits::metadata_facts / 2) return;
    const std::string_view date = value->value;
    const bool year =
        std::all_of(date.begin(), date.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
    if (year && date[4] == '-') add(MetaField::time, MetaSource::element, "time", *value, place.block);
}

void MetadataReader::open(const Element& element, TextPlace place) {
    if (element.name == "meta") read_meta(element);
    if (element.name == "link") read_link(element);
    if (element.name == "img") read_image(element, place);
    items_.open(element, place.block);
    if (element.name == "time") {
        const Attribute* value = element.attribute("datetime");
        if (value != nullptr && facts_.size() < limits::metadata_facts / 2)
            add(MetaField::time, MetaSource::element, "time", *value, place.block);
    }
    if (element.name == "abbr" && element.attribute("itemprop") == nullptr) read_abbreviation(element, place);
    if (element.name == "html") {
        if (const Attribute* value = element.attribute("lang"))
            add(MetaField::language, MetaSource::element, "lang", *value);
    }
    if (element.name == "title" && !has_title_) capture_ = Capture::title;
    if (element.name == "script" &&
        ascii::lower(element.value("type").substr(0, 64)).find("ld+json") != std::string::npos)
        capture_ = Capture::json_ld;
    captured_.clear();
}

void MetadataReader::text(std::string_view text, std::uint64_t begin, std::uint64_t end) {
    items_.text(text, begin, end);
    if (capture_ == Capture::none || captured_.size() + text.size() > limits::json_ld_bytes) return;
    if (captured_.empty()) captured_begin_ = begin;
    captured_ += text;
    captured_end_ = end;
}

void MetadataReader::read_script() {
    json_bytes_ += captured_.size();
    if (json_bytes_ > limits::json_ld_bytes) return;
    const auto bytes = places_.arrived(captured_begin_, captured_end_);
    const bool exact = bytes && bytes->end - bytes->begin == captured_.size();
    if (!read_json_ld(captured_, bytes, exact, linked_) && !captured_.empty())
        problems_.push_back({"bad_json_ld", Severity::note, "a JSON-LD script cannot be read", std::nullopt,
                             places_.original(captured_begin_)});
}

void MetadataReader::close(std::string_view name) {
    if (capture_ == Capture::title && name == "title") {
        has_title_ = true;
        // A title that was never closed swallows what follows.
        for (const std::string_view tag : {"<", " meta name=", " meta property=", " link rel="})
            captured_.resize(std::min(captured_.find(tag), captured_.size()));
        add(MetaField::title, MetaSource::element, "title", captured_,
            places_.arrived(captured_begin_, captured_end_));
    }
    if (capture_ == Capture::json_ld && name == "script") read_script();
    capture_ = Capture::none;
    items_.close();
}

void MetadataReader::finish(Markup& markup) {
    for (MetaFact& fact : facts_) markup.facts.push_back(std::move(fact));
    take_things(items_.take_things(), markup);
    take_things(std::move(linked_), markup);
    for (MarkupImage& image : meta_images_) markup.images.push_back(std::move(image));
    for (MarkupImage& image : images_) markup.images.push_back(std::move(image));
}

}  // namespace isnad::source::html
