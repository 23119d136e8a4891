#include "source/streams/xml_mend.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "source/streams/record_text.h"

namespace isnad::source::xml {
namespace {

constexpr std::size_t steps_kept = 1u << 20;  // the rest of the text stays as it is
constexpr std::size_t longest_name = 40;

bool is_name_sign(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.' || c == ':';
}

bool is_xml_character(char32_t c) {
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) ||
           (c >= 0x10000 && c <= 0x10FFFF);
}

// Whether "#1575" or "#x627" names a sign that XML allows.
bool is_good_number(std::string_view name) {
    const bool hex = name.size() > 1 && name[1] == 'x';
    char32_t value = 0;
    for (const char c : name.substr(hex ? 2 : 1)) {
        const char small = static_cast<char>(c | 0x20);
        const bool digit = c >= '0' && c <= '9';
        if (!digit && !(hex && small >= 'a' && small <= 'f')) return false;
        value = value * (hex ? 16 : 10) + static_cast<char32_t>(digit ? c - '0' : small - 'a' + 10);
        if (value > 0x10FFFF) return false;
    }
    return name.size() > (hex ? 2u : 1u) && is_xml_character(value);
}

// Forbidden controls, U+FFFE and U+FFFF become spaces; the size holds.
void blank_controls(std::string& text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') text[i] = ' ';
        const bool last = byte == 0xEF && i + 2 < text.size() &&
                          static_cast<unsigned char>(text[i + 1]) == 0xBF &&
                          static_cast<unsigned char>(text[i + 2]) >= 0xBE;
        if (last) text.replace(i, 3, "   ");
    }
}

class Mender {
  public:
    explicit Mender(std::string_view text) : text_(text) {
        out_.text.reserve(text.size() + text.size() / 64);
    }

    MendedXml run() {
        for (std::size_t at = 0; at < text_.size() && out_.steps.size() < steps_kept;) {
            const std::size_t stop = text_.find_first_of("<&", at);
            if (stop == std::string_view::npos) break;
            at = text_[stop] == '<' ? behind_markup(stop) : behind_reference(stop);
        }
        out_.text += text_.substr(copied_);
        return std::move(out_);
    }

  private:
    std::size_t behind(std::size_t at, std::string_view closing) const {
        const std::size_t end = text_.find(closing, at);
        return end == std::string_view::npos ? text_.size() : end + closing.size();
    }

    // Past what may hold an ampersand that means itself; past "<" of a tag.
    std::size_t behind_markup(std::size_t at) {
        const std::string_view near = text_.substr(at, 9);
        if (near == "<![CDATA[") return behind(at, "]]>");
        if (near.starts_with("<!--")) return behind(at, "-->");
        if (near.starts_with("<?")) return behind(at, "?>");
        if (near != "<!DOCTYPE") return at + 1;
        declares_ = true;
        const std::size_t end = behind(at, ">");
        const std::size_t subset = text_.find('[', at);
        return subset < end ? behind(at, "]>") : end;
    }

    std::size_t behind_reference(std::size_t at) {
        std::size_t end = at + 1;
        if (end < text_.size() && text_[end] == '#') ++end;
        while (end < text_.size() && end - at < longest_name && is_name_sign(text_[end])) ++end;
        const std::string_view name = text_.substr(at + 1, end - at - 1);
        if (end == text_.size() || text_[end] != ';' || name.empty()) return put(at, 1, "&amp;");
        if (name[0] == '#') return is_good_number(name) ? end + 1 : put(at, end + 1 - at, " ");
        constexpr std::array own{"amp", "lt", "gt", "quot", "apos"};
        if (std::find(own.begin(), own.end(), name) != own.end()) return end + 1;
        if (const char32_t sign = sign_named(name))
            return put(at, end + 1 - at, "&#" + std::to_string(static_cast<std::uint32_t>(sign)) + ";");
        return declares_ ? end + 1 : put(at, 1, "&amp;");
    }

    std::size_t put(std::size_t at, std::size_t size, const std::string& instead) {
        out_.text += text_.substr(copied_, at - copied_);
        out_.text += instead;
        copied_ = at + size;
        out_.steps.push_back({out_.text.size(), copied_});
        return copied_;
    }

    std::string_view text_;
    MendedXml out_;
    std::size_t copied_ = 0;
    bool declares_ = false;
};

}  // namespace

std::uint64_t MendedXml::before(std::uint64_t at) const {
    const auto next = std::upper_bound(steps.begin(), steps.end(), at,
                                       [](std::uint64_t place, const Step& step) { return place < step.at; });
    return next == steps.begin() ? at : at - (next - 1)->at + (next - 1)->was;
}

MendedXml mend(std::string text) {
    blank_controls(text);
    return Mender(text).run();
}

}  // namespace isnad::source::xml
