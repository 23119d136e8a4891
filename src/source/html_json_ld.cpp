#include "source/html_json_ld.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "source/html_metadata.h"

namespace isnad::source::html {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t objects_read = 2'000;  // of one script
constexpr std::size_t names_read = 64;       // of one field
constexpr std::size_t sought_values = 64;    // of one script: their bytes are looked for
constexpr std::size_t sought_bytes = 80;

// Brackets in one another beyond reason, strings aside: the reader of JSON builds a tree of them.
bool is_too_deep(std::string_view script) {
    std::size_t depth = 0;
    bool inside_string = false;
    for (std::size_t i = 0; i < script.size(); ++i) {
        const char c = script[i];
        if (inside_string && c == '\\') {
            ++i;
        } else if (c == '"') {
            inside_string = !inside_string;
        } else if (!inside_string && (c == '{' || c == '[')) {
            if (++depth > limits::metadata_nesting) return true;
        } else if (!inside_string && (c == '}' || c == ']') && depth > 0) {
            --depth;
        }
    }
    return false;
}

std::string_view string_of(const Json* value) {
    const auto* text = value == nullptr ? nullptr : value->get_ptr<const Json::string_t*>();
    return text == nullptr ? std::string_view{} : std::string_view(*text);
}

const Json* member(const Json& object, const char* key) {
    if (!object.is_object()) return nullptr;
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

TypeRole role_of(const Json& object) {
    const Json* type = member(object, "@type");
    if (type == nullptr) return TypeRole::unknown;
    if (!type->is_array()) return role_of_type(string_of(type));
    for (const Json& one : *type) {
        const TypeRole role = role_of_type(string_of(&one));
        if (role != TypeRole::unknown) return role;
    }
    return TypeRole::unknown;
}

struct Field {
    const char* key;
    MetaField field;
};
constexpr std::array plain_fields{Field{"headline", MetaField::title},
                                  Field{"datePublished", MetaField::published},
                                  Field{"uploadDate", MetaField::published},
                                  Field{"dateCreated", MetaField::published},
                                  Field{"dateModified", MetaField::modified},
                                  Field{"description", MetaField::description},
                                  Field{"@type", MetaField::kind},
                                  Field{"inLanguage", MetaField::language},
                                  Field{"articleSection", MetaField::section},
                                  Field{"keywords", MetaField::keyword},
                                  Field{"articleBody", MetaField::text},
                                  Field{"creditText", MetaField::source},
                                  Field{"url", MetaField::canonical},
                                  Field{"mainEntityOfPage", MetaField::canonical}};
constexpr std::array name_fields{
    Field{"author", MetaField::author},   Field{"creator", MetaField::author},
    Field{"publisher", MetaField::site},  Field{"sourceOrganization", MetaField::source},
    Field{"provider", MetaField::source}, Field{"isPartOf", MetaField::site}};

class Script {
  public:
    Script(const Json& root, const std::string& text, std::optional<ByteRange> bytes, bool exact,
           std::vector<Thing>& things)
        : text_(text), bytes_(bytes), exact_(exact), things_(things) {
        queue_.push_back({&root, false});
    }

    // By levels, so that what stands on the outside comes first.
    void run() {
        collect_ids();
        for (std::size_t next = 0; next < queue_.size() && next < objects_read; ++next) {
            const Entry entry = queue_[next];
            if (entry.value->is_array()) {
                push_children(*entry.value, entry.listed);
            } else {
                read_object(*entry.value, entry.listed);
            }
        }
    }

  private:
    struct Entry {
        const Json* value;
        bool listed;  // below a list of other things
    };

    // Objects with an @id and more than that, for those that only name it.
    void collect_ids() {
        std::vector<const Json*> stack{queue_[0].value};
        for (std::size_t seen = 0; !stack.empty() && seen < objects_read; ++seen) {
            const Json* value = stack.back();
            stack.pop_back();
            const std::string_view id = string_of(member(*value, "@id"));
            if (!id.empty() && value->size() > 2) ids_.emplace(id, value);
            for (const Json& child : *value) {
                if (child.is_structured() && stack.size() < objects_read) stack.push_back(&child);
            }
        }
    }

    const Json& resolved(const Json& value) const {
        const std::string_view id = string_of(member(value, "@id"));
        if (id.empty() || value.size() > 2) return value;
        const auto found = ids_.find(id);
        return found == ids_.end() ? value : *found->second;
    }

    void push_children(const Json& value, bool listed) {
        for (const Json& item : value) {
            if (item.is_structured() && queue_.size() < objects_read) queue_.push_back({&item, listed});
        }
    }

    void read_object(const Json& object, bool listed) {
        switch (role_of(object)) {
            case TypeRole::article:
                return read_article(object, listed ? ThingKind::listed : ThingKind::article);
            case TypeRole::live_blog:
                read_article(object, listed ? ThingKind::listed : ThingKind::article);
                return read_posts(object);
            case TypeRole::media: return listed ? void() : read_article(object, ThingKind::media);
            case TypeRole::page:
                read_article(object, listed ? ThingKind::listed : ThingKind::page);
                return push_children(object, listed);
            case TypeRole::site: return read_site(object);
            case TypeRole::trail: return read_trail(object);
            case TypeRole::list: return push_children(object, true);
            case TypeRole::person:
            case TypeRole::image:
            case TypeRole::comment: return;
            case TypeRole::unknown: return push_children(object, listed);
        }
    }

    void read_article(const Json& object, ThingKind kind) {
        Thing thing;
        thing.kind = kind;
        for (const Field& field : plain_fields) {
            if (const Json* value = member(object, field.key)) tell_plain(thing, field, *value);
        }
        const bool untitled = std::none_of(thing.facts.begin(), thing.facts.end(),
                                           [](const MetaFact& f) { return f.field == MetaField::title; });
        if (untitled) add(thing, MetaField::title, "name", string_of(member(object, "name")));
        for (const Field& field : name_fields) {
            if (const Json* value = member(object, field.key)) tell_names(thing, field, *value);
        }
        if (const Json* image = member(object, "image")) tell_images(thing, *image);
        if (thing.images.empty()) add_image(thing, string_of(member(object, "thumbnailUrl")), nullptr);
        things_.push_back(std::move(thing));
    }

    void tell_plain(Thing& thing, const Field& field, const Json& value) {
        if (value.is_string()) return add(thing, field.field, field.key, string_of(&value));
        if (value.is_object()) {  // {"@value": ...}, {"@id": ...}, a DefinedTerm
            for (const char* key : {"@value", "@id", "name"}) {
                if (field.field != MetaField::canonical && std::string_view(key) == "@id") continue;
                const std::string_view text = string_of(member(value, key));
                if (!text.empty()) return add(thing, field.field, field.key, text);
            }
            return;
        }
        std::size_t read = 0;
        if (!value.is_array()) return;
        for (const Json& item : value) {
            if (++read > names_read || item.is_array()) continue;
            tell_plain(thing, field, item);
        }
    }

    // The names of persons or organisations: a string, an object with a name, or an array of them.
    void tell_names(Thing& thing, const Field& field, const Json& value) {
        if (value.is_string()) {
            if (field.field != MetaField::site) add(thing, field.field, field.key, string_of(&value));
            return;
        }
        if (value.is_array()) {
            std::size_t read = 0;
            for (const Json& item : value) {
                if (!item.is_array() && ++read <= names_read) tell_names(thing, field, item);
            }
            return;
        }
        const Json& object = resolved(value);
        const bool page = role_of(object) == TypeRole::page && field.field == MetaField::site;
        const Json* name = member(object, "name");
        if (name != nullptr && !page) tell_plain(thing, field, *name);
    }

    void tell_images(Thing& thing, const Json& value) {
        if (value.is_string()) return add_image(thing, string_of(&value), nullptr);
        if (value.is_array()) {
            for (const Json& item : value) {
                if (!item.is_array()) tell_images(thing, item);
            }
            return;
        }
        const Json& object = resolved(value);
        std::string_view address = string_of(member(object, "contentUrl"));
        if (address.empty()) address = string_of(member(object, "url"));
        if (address.empty()) address = string_of(member(object, "@id"));
        add_image(thing, address, &object);
    }

    void add_image(Thing& thing, std::string_view address, const Json* object) {
        if (address.empty() || address.size() > 4096 || thing.images.size() >= names_read) return;
        MarkupImage image{std::string(address)};
        image.source = MetaSource::json_ld;
        if (object != nullptr) {
            for (const char* key : {"caption", "description", "name"}) {
                if (image.description.empty()) image.description = collapsed(string_of(member(*object, key)));
            }
            image.credit = collapsed(string_of(member(*object, "creditText")));
            for (const char* key : {"creator", "author", "copyrightHolder"}) {
                const Json* by = member(*object, key);
                if (image.credit.empty() && by != nullptr)
                    image.credit = collapsed(string_of(by->is_string() ? by : member(resolved(*by), "name")));
            }
        }
        thing.images.push_back(std::move(image));
    }

    void read_posts(const Json& blog) {
        const Json* posts = member(blog, "liveBlogUpdate");
        if (posts == nullptr || !posts->is_structured()) return;
        const auto read = [&](const Json& post) {
            if (post.is_object() && things_.size() < limits::metadata_items) {
                read_article(resolved(post), ThingKind::post);
            }
        };
        if (posts->is_object()) return read(*posts);
        for (const Json& post : *posts) read(post);
    }

    void read_site(const Json& object) {
        Thing thing;
        thing.kind = ThingKind::site;
        add(thing, MetaField::site, "name", string_of(member(object, "name")));
        things_.push_back(std::move(thing));
    }

    // The last step of a breadcrumb is the article itself, the first the front page.
    void read_trail(const Json& object) {
        const Json* steps = member(object, "itemListElement");
        if (steps == nullptr || !steps->is_array() || steps->size() > names_read) return;
        Thing thing;
        thing.kind = ThingKind::site;
        for (const Json& step : *steps) {
            const Json* item = member(step, "item");
            std::string_view name = string_of(member(step, "name"));
            if (name.empty() && item != nullptr) name = string_of(member(*item, "name"));
            add(thing, MetaField::section, "breadcrumb", name);
        }
        things_.push_back(std::move(thing));
    }

    void add(Thing& thing, MetaField field, std::string_view key, std::string_view value) {
        const bool text = field == MetaField::text;
        if (value.size() > (text ? limits::metadata_text_bytes : limits::metadata_bytes)) return;
        if (told_ >= limits::metadata_facts) return;
        std::string clean = text ? collapsed_lines(value) : collapsed(value);
        if (clean.empty()) return;
        ++told_;
        thing.has_text = thing.has_text || text;
        thing.facts.push_back(
            {field, MetaSource::json_ld, std::string(key), std::move(clean), place_of(value)});
    }

    std::optional<ByteRange> place_of(std::string_view value) {
        if (!bytes_ || !exact_ || value.size() > sought_bytes || sought_ >= sought_values) return bytes_;
        ++sought_;
        const std::size_t at = text_.find('"' + std::string(value) + '"');
        if (at == std::string::npos) return bytes_;
        return ByteRange{bytes_->begin + at + 1, bytes_->begin + at + 1 + value.size()};
    }

    const std::string& text_;
    std::optional<ByteRange> bytes_;
    bool exact_;
    std::vector<Thing>& things_;
    std::vector<Entry> queue_;
    std::map<std::string_view, const Json*> ids_;
    std::size_t told_ = 0, sought_ = 0;
};

Json parsed(const std::string& script) { return Json::parse(script, nullptr, false, true); }

}  // namespace

bool read_json_ld(std::string script, std::optional<ByteRange> bytes, bool exact,
                  std::vector<Thing>& things) {
    if (is_too_deep(script)) return false;
    try {
        Json root = parsed(script);
        if (root.is_discarded()) {
            for (char& c : script) c = static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
            root = parsed(script);
        }
        if (root.is_discarded()) return false;
        if (root.is_structured()) Script(root, script, bytes, exact, things).run();
        return true;
    } catch (const std::exception&) {  // the library may throw, too, when memory runs out
        return false;
    }
}

}  // namespace isnad::source::html
