#include "source/streams/xml_reader.h"

#include <expat.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "base/limits.h"
#include "source/streams/xml_mend.h"

namespace isnad::source::xml {
namespace {

constexpr std::size_t restarts = 1'000, context_bytes = 16u << 10, faults_told = 20, entity_bytes = 256;

struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<XML_ParserStruct, Free>;

bool is_one_of(std::string_view name, const std::vector<std::string_view>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// One run of expat over the rest of the text, from its beginning or from a record.
class Run {
  public:
    Run(const MendedXml& mended, std::uint64_t skipped, std::uint64_t from, const std::string& context,
        const std::vector<std::string_view>& records, Reader& reader)
        : mended_(mended),
          text_(mended.text),
          skipped_(skipped),
          from_(from),
          before_(context),
          records_(records),
          reader_(reader) {}

    // True when the end was reached or the reader has enough.
    bool go() {
        parser_.reset(XML_ParserCreate("UTF-8"));
        if (parser_ == nullptr) return false;
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(parser_.get(), on_open, on_close);
        XML_SetCharacterDataHandler(parser_.get(), on_text);
        XML_SetEntityDeclHandler(parser_.get(), on_entity);
        if (!before_.empty() &&
            XML_Parse(parser_.get(), before_.data(), static_cast<int>(before_.size()), 0) != XML_STATUS_OK)
            return stopped_;
        const std::string_view rest = text_.substr(from_);
        return XML_Parse(parser_.get(), rest.data(), static_cast<int>(rest.size()), 1) == XML_STATUS_OK ||
               stopped_;
    }

    // Where expat stands.
    std::uint64_t byte() const {
        const auto index =
            static_cast<std::uint64_t>(std::max<XML_Index>(0, XML_GetCurrentByteIndex(parser_.get())));
        return index < before_.size() ? from_ : index - before_.size() + from_;
    }

    // The same place in the text as it was given.
    std::uint64_t place() const { return mended_.before(byte()) + skipped_; }

    std::string fault() const {
        if (!refused_.empty()) return refused_;
        return XML_ErrorString(XML_GetErrorCode(parser_.get()));
    }
    bool is_refused() const { return !refused_.empty(); }
    // The start tags around the first record, or around the fault when there was none.
    std::string context() const {
        std::string out;
        if (context_) return *context_;
        for (const std::string& tag : open_tags_) out += tag;
        return out;
    }

  private:
    static Run& self(void* data) { return *static_cast<Run*>(data); }
    static void on_open(void* data, const XML_Char* name, const XML_Char** attributes) {
        self(data).open(name, attributes);
    }
    static void on_close(void* data, const XML_Char*) { self(data).close(); }
    static void on_text(void* data, const XML_Char* text, int size) {
        self(data).add(std::string_view(text, static_cast<std::size_t>(size)));
    }
    static void on_entity(void* data, const XML_Char*, int is_parameter, const XML_Char* value, int size,
                          const XML_Char*, const XML_Char*, const XML_Char*, const XML_Char*) {
        if (value == nullptr) return;
        const std::string_view text(value, static_cast<std::size_t>(size));
        if (is_parameter != 0 || text.size() > entity_bytes || text.find('&') != std::string_view::npos)
            self(data).refuse("an entity of the file is not read: it holds others or too much text");
    }

    void refuse(const char* why) {
        refused_ = why;
        XML_StopParser(parser_.get(), XML_FALSE);
    }

    void stop() {
        stopped_ = true;
        XML_StopParser(parser_.get(), XML_FALSE);
    }

    // Keeps the start tags outside the records, so that a later run can stand in their place.
    void remember(std::string_view name) {
        if (context_) return;
        if (is_one_of(name, records_)) {
            context_ = context();
            if (context_->size() > context_bytes) context_->clear();
            return;
        }
        const auto begin = static_cast<std::uint64_t>(XML_GetCurrentByteIndex(parser_.get()));
        const auto size = static_cast<std::uint64_t>(XML_GetCurrentByteCount(parser_.get()));
        const bool whole = begin >= before_.size() && byte() + size <= text_.size() && size <= context_bytes;
        std::string tag = whole ? std::string(text_.substr(byte(), size)) : std::string{};
        if (!whole && begin < before_.size()) tag = before_.substr(begin, size);
        if (tag.ends_with("/>")) tag.replace(tag.size() - 2, 2, ">");
        open_tags_.push_back(std::move(tag));
    }

    void open(const XML_Char* spelled, const XML_Char** attributes) {
        if (stopped_ || !refused_.empty()) return;
        if (++depth_ > limits::xml_depth) return refuse("elements lie too deep in one another");
        Element element;
        element.spelled = spelled;
        for (; *attributes != nullptr; attributes += 2)
            element.attributes.push_back({attributes[0], attributes[1]});
        for (const Attribute& attribute : element.attributes) {
            if (attribute.name == "xmlns") scopes_.declare(depth_, "", attribute.value);
            if (attribute.name.starts_with("xmlns:"))
                scopes_.declare(depth_, attribute.name.substr(6), attribute.value);
        }
        const std::size_t colon = element.spelled.find(':');
        const bool prefixed = colon != std::string_view::npos;
        element.space = scopes_.of(prefixed ? element.spelled.substr(0, colon) : std::string_view{});
        element.name = prefixed ? element.spelled.substr(colon + 1) : element.spelled;
        remember(element.spelled);
        if (!reader_.open(element, place())) stop();
    }

    void close() {
        if (stopped_ || !refused_.empty()) return;
        scopes_.leave(depth_);
        --depth_;
        if (!context_ && !open_tags_.empty()) open_tags_.pop_back();
        if (!reader_.close()) stop();
    }

    void add(std::string_view text) {
        if (stopped_ || !refused_.empty()) return;
        told_ += text.size();
        if (told_ > 2 * text_.size() + (1u << 16)) return refuse("entities make more text than the file has");
        reader_.text(text);
    }

    const MendedXml& mended_;
    std::string_view text_;
    std::uint64_t skipped_, from_, told_ = 0;
    std::string before_;
    const std::vector<std::string_view>& records_;
    Reader& reader_;
    Parser parser_;
    Scopes scopes_;
    std::size_t depth_ = 0;
    std::vector<std::string> open_tags_;
    std::optional<std::string> context_{};
    std::string refused_;
    bool stopped_ = false;
};

// The next start tag of a record behind `at`, or npos.
std::size_t next_record(std::string_view text, std::size_t at, const std::vector<std::string_view>& records) {
    for (at = text.find('<', at); at != std::string_view::npos; at = text.find('<', at + 1)) {
        const std::size_t end = std::min(text.find_first_of(" \t\r\n>/", at), at + 40);
        if (end < text.size() && is_one_of(text.substr(at + 1, end - at - 1), records)) return at;
    }
    return at;
}

}  // namespace

std::string_view Element::value(std::string_view attribute) const {
    for (const Attribute& one : attributes) {
        if (one.name == attribute) return one.value;
    }
    return {};
}

void read(std::string given, const std::vector<std::string_view>& records, Reader& reader,
          std::vector<Problem>& problems) {
    const std::size_t skipped = std::min(given.find('<'), given.size());
    given.erase(0, skipped);
    const MendedXml mended = mend(std::move(given));
    const std::string_view text = mended.text;
    std::string context;
    std::size_t from = 0, faults = 0;
    for (std::size_t tries = 0; tries <= restarts; ++tries) {
        Run run(mended, skipped, from, context, records, reader);
        if (run.go()) return;
        reader.broken();
        if (++faults <= faults_told)
            problems.push_back({"bad_xml", Severity::warning, "the XML is broken: " + run.fault(),
                                std::nullopt, run.place()});
        if (run.is_refused()) return;
        from = next_record(text, std::max<std::size_t>(run.byte(), from) + 1, records);
        context = run.context();
        if (from == std::string_view::npos || context.empty()) return;
    }
}

}  // namespace isnad::source::xml
