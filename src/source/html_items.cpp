#include "source/html_items.h"

#include <algorithm>
#include <array>

#include "base/limits.h"
#include "source/html_metadata.h"

namespace isnad::source::html {
namespace {

constexpr std::size_t captured_bytes = 600;  // longer text is no name, date or title
constexpr std::size_t open_captures = 8;

// Name of a person or organisation inside its own scope.
constexpr MetaName author_name{"author", MetaField::author, MetaSource::microdata};
constexpr MetaName site_name{"publisher", MetaField::site, MetaSource::microdata};
constexpr MetaName source_name{"sourceorganization", MetaField::source, MetaSource::microdata};
constexpr MetaName image_name{"image", MetaField::image, MetaSource::microdata};
constexpr MetaName step_name{"breadcrumb", MetaField::section, MetaSource::microdata};

const MetaName* named(const MetaName* around) {
    if (around == nullptr) return nullptr;
    if (around->field == MetaField::author) return &author_name;
    if (around->field == MetaField::site) return &site_name;
    if (around->field == MetaField::image) return &image_name;
    return around->field == MetaField::source ? &source_name : nullptr;
}

// Calls use(word) for each of the names in an attribute.
template <class Use>
void each_name(std::string_view names, Use use) {
    for (std::size_t at = 0; at < names.size();) {
        const std::size_t end = std::min(names.find_first_of(" \t\n\r", at), names.size());
        if (end > at) use(names.substr(at, end - at));
        at = end + 1;
    }
}

// The first name that matters; `name` itself is kept apart, it means what its scope is.
const MetaName* known_in(std::string_view names, bool& is_name) {
    const MetaName* known = nullptr;
    each_name(names.substr(0, 256), [&](std::string_view one) {
        if (known == nullptr) known = item_name(one);
        is_name = is_name || one == "name" || one.ends_with(":name");
    });
    return known;
}

bool is_address(MetaField field) { return field == MetaField::canonical || field == MetaField::image; }

}  // namespace

void ItemReader::enter_scope(std::string_view type, const MetaName* name) {
    Scope scope = scopes_.back();
    scope.role = TypeRole::unknown;
    each_name(type.substr(0, 256), [&](std::string_view one) {
        if (scope.role == TypeRole::unknown) scope.role = role_of_type(one);
    });
    scope.name_is = named(name);
    if (scope.role == TypeRole::comment) scope.ignored = true;
    if (scope.role == TypeRole::trail) scope.name_is = &step_name;
    const bool step = scopes_.back().name_is == &step_name;
    if (step && scope.name_is == nullptr) scope.name_is = &step_name;
    const bool article = scope.role == TypeRole::article || scope.role == TypeRole::live_blog;
    if (article && !scope.ignored && things_.size() < limits::metadata_items) {
        scope.thing = things_.size();
        things_.push_back({});
        things_.back().kind = ThingKind::article;
    }
    levels_.push_back(depth_);
    scopes_.push_back(scope);
}

void ItemReader::add(const MetaName& name, MetaSource source, std::size_t thing, std::string_view value,
                     std::optional<ByteRange> bytes, std::uint32_t block) {
    if (value.size() > limits::metadata_bytes || told_ >= limits::metadata_facts) return;
    std::string clean = collapsed(value);
    if (clean.empty()) return;
    ++told_;
    if (name.field == MetaField::image) {
        MarkupImage image{std::move(clean)};
        image.source = source;
        things_[thing].images.push_back(std::move(image));
        return;
    }
    things_[thing].facts.push_back(
        {name.field, source, std::string(name.name), std::move(clean), bytes, block});
}

// The value of a property: in content or datetime (title of <abbr>), for addresses in the attribute that
// holds one, else the text of the element.
void ItemReader::state(const Element& element, const MetaName& name, MetaSource source, std::uint32_t block) {
    const std::size_t thing = scopes_.back().thing;
    const bool address = is_address(name.field);
    constexpr std::array<std::string_view, 2> of_text{"content", "datetime"};
    constexpr std::array<std::string_view, 4> of_address{"content", "href", "src", "itemid"};
    const auto tell = [&](std::string_view key) {
        const Attribute* value = element.attribute(key);
        if (value == nullptr) return false;
        add(name, source, thing, value->value, places_.arrived(value->begin, value->end), block);
        return true;
    };
    if (address) {
        for (const std::string_view key : of_address) {
            if (tell(key)) return;
        }
        return;
    }
    for (const std::string_view key : of_text) {
        if (tell(key)) return;
    }
    if (element.name == "abbr" && tell("title"))
        return;  // hAtom: <abbr class="published" title="2014-04-16">
    if (name.field == MetaField::description || element.name == "meta") return;
    if (captures_.size() < open_captures) captures_.push_back({depth_, &name, thing, block, {}, 0, 0});
}

void ItemReader::open(const Element& element, std::uint32_t block) {
    ++depth_;
    const Attribute* item = element.attribute("itemprop");
    const Attribute* property = element.attribute("property");
    const Attribute* type = element.attribute("itemtype");
    if (type == nullptr) type = element.attribute("typeof");
    const bool scope = type != nullptr || element.attribute("itemscope") != nullptr;
    if (item == nullptr && property == nullptr && !scope) return;
    const bool meta = element.name == "meta" && item == nullptr;  // told by the reader of <meta>
    bool is_name = false;
    const std::string_view names = item != nullptr ? item->value : property != nullptr ? property->value : "";
    const MetaName* known = meta ? nullptr : known_in(names, is_name);
    if (is_name && scopes_.back().name_is != nullptr && scopes_.back().name_is != &image_name && !scope)
        known = scopes_.back().name_is;
    const bool picture = names == "url" || names == "contentUrl";
    if (picture && scopes_.back().name_is == &image_name) known = &image_name;
    if (known != nullptr && known->field == MetaField::text) {
        things_[scopes_.back().thing].has_text = true;
        known = nullptr;
    }
    if (scope) return enter_scope(type == nullptr ? std::string_view{} : type->value, known);
    const Scope& around = scopes_.back();
    const bool own = around.role == TypeRole::article || around.role == TypeRole::live_blog ||
                     around.role == TypeRole::page || around.role == TypeRole::unknown ||
                     around.name_is == known;
    if (known == nullptr || around.ignored || !own) return;
    if (around.name_is != nullptr && around.name_is != known) return;  // the url of an author
    state(element, *known, item != nullptr ? MetaSource::microdata : MetaSource::rdfa, block);
}

void ItemReader::text(std::string_view text, std::uint64_t begin, std::uint64_t end) {
    for (Capture& capture : captures_) {
        if (capture.text.size() > captured_bytes) continue;
        if (capture.text.empty()) capture.begin = begin;
        capture.text += text;
        capture.end = end;
    }
}

void ItemReader::close() {
    while (!captures_.empty() && captures_.back().level == depth_) {
        const Capture& done = captures_.back();
        if (!done.text.empty() && done.text.size() <= captured_bytes)
            add(*done.name, MetaSource::microdata, done.thing, done.text,
                places_.arrived(done.begin, done.end), done.block);
        captures_.pop_back();
    }
    if (!levels_.empty() && levels_.back() == depth_) {
        levels_.pop_back();
        scopes_.pop_back();
    }
    --depth_;
}

std::vector<Thing> ItemReader::take_things() {
    things_[0].kind = ThingKind::site;
    return std::move(things_);
}

}  // namespace isnad::source::html
