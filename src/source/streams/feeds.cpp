#include "source/streams/feeds.h"

#include <optional>

#include "source/streams/feed_item.h"
#include "source/streams/record_problems.h"
#include "source/streams/record_text.h"

namespace isnad::source {
namespace {

using namespace feeds;

// An element whose text is being read.
struct Capture {
    Field field = Field::none;
    std::string name;  // of the element as spelled
    std::size_t depth = 0;
    bool ignored = false;  // by its attributes
    Said said{};
};

Meant meant_by(const xml::Element& element) {
    const std::string_view type = element.value("type"), mode = element.value("mode");
    if (element.space == xml::Space::xhtml) return Meant::html;
    if (type.find("html") != std::string_view::npos) return Meant::html;
    const bool atom = element.space == xml::Space::atom && mode != "escaped";
    return type.starts_with("text") || (type.empty() && atom) ? Meant::plain : Meant::unknown;
}

void append_tag(std::string& out, const xml::Element& element) {
    out += '<';
    out += element.name;
    for (const xml::Attribute& attribute : element.attributes) {
        if (attribute.name.starts_with("xmlns")) continue;
        out += ' ';
        out += attribute.name;
        out += "=\"";
        append_escaped(out, attribute.value);
        out += '"';
    }
    out += '>';
}

class FeedReader : public xml::Reader {
  public:
    FeedReader(RecordKeeper& keeper, const Origin& origin) : keeper_(keeper) {
        channel_.base = origin.address;
    }

    bool open(const xml::Element& element, std::uint64_t byte) override {
        names_.emplace_back(element.name);
        if (capture_) {  // markup within the text of an element
            if (capture_->said.meant != Meant::plain) append_nested(element);
            places_.push_back(Place::aside);
            return true;
        }
        const Place around = places_.empty() ? Place::outside : places_.back();
        places_.push_back(place_in(element, around));
        if (around != Place::item && places_.back() == Place::item) {
            item_.emplace();
            item_->byte = byte;
            item_->language = element.value("xml:lang");
            item_->link = element.value("rdf:about");
            item_is_linked_ = false;
        }
        if (places_.back() == Place::channel) {
            if (channel_.language.empty()) channel_.language = element.value("xml:lang");
            if (channel_.base.empty()) channel_.base = resolved_address({}, element.value("xml:base"));
        }
        begin(element, field_of(element, around), around);
        return true;
    }

    bool close() override {
        bool more = true;
        if (capture_ && capture_->depth == places_.size()) {
            finish_capture();
        } else if (capture_ && nested_ > 0) {
            --nested_;
            capture_->said.text += "</" + names_.back() + ">";
        }
        const bool was_item = places_.back() == Place::item;
        places_.pop_back();
        names_.pop_back();
        if (was_item && item_) more = keep();
        return more;
    }

    void text(std::string_view text) override {
        if (!capture_) return;
        if (nested_ > 0) {
            append_escaped(capture_->said.text, text);
        } else {
            capture_->said.text += text;
        }
    }

    void broken() override {
        if (capture_) finish_capture();
        if (item_) keep();
        places_.clear();
        names_.clear();
    }

  private:
    void append_nested(const xml::Element& element) {
        if (nested_ == 0 && capture_->said.meant == Meant::unknown) capture_->said.meant = Meant::html;
        ++nested_;
        append_tag(capture_->said.text, element);
    }

    void begin(const xml::Element& element, Field field, Place around) {
        if (field == Field::link && !element.value("href").empty()) return take_link(element, around);
        if (field == Field::category && !element.value("term").empty()) {
            const std::string_view label = element.value("label");
            const std::string_view term = element.value("term");
            if (item_)
                item_->take(field, element.spelled,
                            {std::string(label.empty() ? term : label), Meant::plain});
            return;
        }
        const bool has_children = places_.back() == Place::person || places_.back() == Place::source;
        if (field == Field::none || (has_children && element.space == xml::Space::atom)) return;
        capture_.emplace();
        capture_->field = field;
        capture_->name = element.spelled;
        capture_->depth = places_.size();
        capture_->said.meant = meant_by(element);
        capture_->ignored = !element.value("src").empty() || element.value("mode") == "base64";
        nested_ = 0;
        if (field == Field::guid && item_) item_->guid_is_address = element.value("isPermaLink") != "false";
    }

    // <link rel=alternate href=...> of Atom, in RSS feeds, too.
    void take_link(const xml::Element& element, Place around) {
        const std::string_view rel = element.value("rel");
        if (!rel.empty() && rel != "alternate") return;
        const std::string href(element.value("href"));
        if (around == Place::item && item_) {
            if (!item_is_linked_) item_->link = href;
            item_is_linked_ = true;
        } else if (around == Place::channel && channel_.base.empty()) {
            channel_.base = resolved_address({}, href);
        }
    }

    void finish_capture() {
        Capture capture = std::move(*capture_);
        capture_.reset();
        nested_ = 0;
        if (capture.ignored) return;
        if (item_) {
            if (capture.field == Field::link && !item_is_linked_) {
                item_->link.clear();
                item_is_linked_ = true;
            }
            item_->take(capture.field, capture.name, std::move(capture.said));
        } else {
            take_channel(capture);
        }
    }

    void take_channel(const Capture& capture) {
        const std::string text = text_of_markup(capture.said.text);
        const auto first = [&](std::string& kept) {
            if (kept.empty()) kept = text;
        };
        if (capture.field == Field::title) first(channel_.site);
        if (capture.field == Field::language) first(channel_.language);
        if (capture.field == Field::author) {
            if (channel_.author.empty() && capture.name == "name") channel_.author = name_of_mailbox(text);
        }
        if (capture.field == Field::link && channel_.base.empty()) channel_.base = resolved_address({}, text);
    }

    bool keep() {
        Item item = std::move(*item_);
        item_.reset();
        const std::uint64_t byte = item.byte;
        return keeper_.keep(record_of(std::move(item), channel_, keeper_.next_part()), byte);
    }

    RecordKeeper& keeper_;
    Channel channel_;
    std::optional<Item> item_;
    bool item_is_linked_ = false;  // by an element that is there for it
    std::optional<Capture> capture_;
    std::size_t nested_ = 0;  // elements open within the captured one
    std::vector<Place> places_;
    std::vector<std::string> names_;
};

}  // namespace

void read_feed(std::string bytes, const Origin& origin, Records& out) {
    const DecodedRecords decoded(std::move(bytes), TextForm::xml, origin, out);
    RecordKeeper keeper(out, origin);
    FeedReader reader(keeper, origin);
    const std::size_t first = out.problems.size();
    xml::read(std::string(decoded.text()), {"item", "entry", "rss:item", "atom:entry"}, reader, out.problems);
    for (std::size_t i = first; i < out.problems.size(); ++i) {
        auto& byte = out.problems[i].byte;
        if (byte) byte = decoded.byte(*byte);
    }
    keeper.finish();
}

}  // namespace isnad::source
