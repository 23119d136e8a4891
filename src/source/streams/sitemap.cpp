#include "source/streams/sitemap.h"

#include <optional>

#include "source/streams/record_page.h"
#include "source/streams/record_problems.h"
#include "source/streams/record_text.h"
#include "source/streams/xml_reader.h"

namespace isnad::source {
namespace {

using xml::Space;

class SitemapReader : public xml::Reader {
  public:
    SitemapReader(RecordKeeper& keeper, const Origin& origin) : keeper_(keeper), base_(origin.address) {}

    bool open(const xml::Element& element, std::uint64_t byte) override {
        ++depth_;
        text_.clear();
        space_ = element.space;
        is_list_of_lists_ = is_list_of_lists_ || (depth_ == 1 && element.name == "sitemapindex");
        if (element.name == "url" && !record_) {
            record_.emplace();
            byte_ = byte;
            record_depth_ = depth_;
        }
        names_.emplace_back(element.name);
        spelled_ = element.spelled;
        return true;
    }

    bool close() override {
        const std::string name = names_.back();
        names_.pop_back();
        bool more = true;
        if (record_ && depth_ == record_depth_) {
            more = keep();
        } else if (record_) {
            take(name);
        }
        --depth_;
        text_.clear();
        return more;
    }

    void text(std::string_view text) override { text_ += text; }

    void broken() override {
        if (record_) keep();
        names_.clear();
        depth_ = 0;
    }

    bool is_list_of_lists() const { return is_list_of_lists_; }
    std::uint64_t untitled() const { return untitled_; }

  private:
    // The element that closes; one that held others has no text left.
    void take(const std::string& name) {
        if (text_.empty()) return;
        const bool news = space_ == Space::news, image = space_ == Space::image;
        const std::string said = collapsed_text(text_);
        if (name == "loc" && !image && record_->address.empty()) {
            record_->address = resolved_address(base_, said);
        } else if (name == "lastmod") {
            record_->add(MetaField::modified, name, iso_moment(said));
        } else if (name == "publication_date") {
            record_->add(MetaField::published, spelled_, iso_moment(said));
        } else if (name == "title" && news) {
            record_->title = looks_like_markup(said) ? text_of_markup(said) : said;
        } else if (name == "name" && news) {
            record_->add(MetaField::site, spelled_, said);
        } else if (name == "language" && news) {
            record_->language = said;
        } else if (name == "keywords" && news) {
            add_keywords(said);
        } else if (name == "genres" && news) {
            record_->add(MetaField::kind, spelled_, said);
        } else if (image && (name == "title" || name == "caption")) {
            record_->add(MetaField::image, spelled_, said);
        }
    }

    void add_keywords(std::string_view said) {
        while (!said.empty()) {
            const std::size_t comma = std::min(said.find(','), said.size());
            record_->add(MetaField::keyword, spelled_, said.substr(0, comma));
            said.remove_prefix(std::min(said.size(), comma + 1));
        }
    }

    bool keep() {
        Record record = std::move(*record_);
        record_.reset();
        if (record.title.empty()) {
            ++untitled_;
            return true;
        }
        record.part = keeper_.next_part();
        record.add(MetaField::title, "news:title", record.title);
        record.add(MetaField::language, "news:language", record.language);
        return keeper_.keep(std::move(record), byte_);
    }

    RecordKeeper& keeper_;
    std::string base_;
    std::optional<Record> record_;
    std::vector<std::string> names_;
    std::string spelled_, text_;
    Space space_ = Space::none;
    std::size_t depth_ = 0, record_depth_ = 0;
    std::uint64_t byte_ = 0, untitled_ = 0;
    bool is_list_of_lists_ = false;
};

}  // namespace

void read_sitemap(std::string bytes, const Origin& origin, Records& out) {
    const DecodedRecords decoded(std::move(bytes), TextForm::xml, origin, out);
    RecordKeeper keeper(out, origin);
    SitemapReader reader(keeper, origin);
    const std::size_t first = out.problems.size();
    xml::read(std::string(decoded.text()), {"url"}, reader, out.problems);
    for (std::size_t i = first; i < out.problems.size(); ++i) {
        auto& byte = out.problems[i].byte;
        if (byte) byte = decoded.byte(*byte);
    }
    const auto note = [&](const char* code, std::string what) {
        out.problems.push_back({code, Severity::note, std::move(what), std::nullopt, std::nullopt});
    };
    if (reader.is_list_of_lists()) note("list_not_followed", "a sitemap of sitemaps: they are not fetched");
    if (reader.untitled() > 0)
        note("records_without_text",
             std::to_string(reader.untitled()) + " addresses of the sitemap have no title");
    keeper.finish();
}

}  // namespace isnad::source
