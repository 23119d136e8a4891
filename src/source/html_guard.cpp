#include "source/html_guard.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <string_view>

#include "base/ascii.h"
#include "base/hash.h"
#include "base/limits.h"
#include "source/html_open_tags.h"
#include "source/html_tags.h"

namespace isnad::source::html {
namespace {

using ascii::is_letter;
using ascii::is_space;
using ascii::lower;

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t loose_pieces = 256;
constexpr std::size_t least_cut = 32;  // less is overwritten: a cut has its price, too

// What a byte may end inside a tag, by one look-up: the guard reads every byte of every tag.
constexpr std::uint8_t ends_bare = 1, ends_name = 2, ends_attribute = 4, opens = 8;
constexpr std::array<std::uint8_t, 256> tag_bytes() {
    std::array<std::uint8_t, 256> out{};
    for (const char c : {' ', '\t', '\n', '\f', '\r', '>'})
        out[static_cast<unsigned char>(c)] = ends_bare | ends_name | ends_attribute;
    out['/'] = ends_name | ends_attribute;
    out['='] = ends_attribute;
    out['<'] = opens;
    return out;
}
constexpr std::array<std::uint8_t, 256> in_tag = tag_bytes();

// Whether `name` (lower case) stands at `at`, in any case, and ends there.
bool has_name(std::string_view html, std::size_t at, std::string_view name) {
    if (html.size() - at < name.size()) return false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (lower(html[at + i]) != name[i]) return false;
    }
    const std::size_t end = at + name.size();
    return end == html.size() || is_space(html[end]) || html[end] == '>' || html[end] == '/';
}

class Guard {
  public:
    explicit Guard(std::string& html) : html_(html) {}

    Guarded run() {
        blank_nul_bytes();
        std::size_t at = 0;
        while (at < html_.size() && (at = html_.find('<', at)) != npos) {
            count_loose_text(at);
            text_begin_ = at = pass(at);
        }
        cuts_.apply(html_);
        return {std::move(problems_), std::move(cuts_)};
    }

  private:
    struct Tag {
        std::string name;  // lower case
        std::size_t begin = 0, end = 0;
        bool closes_itself = false;
    };

    // Deals with what begins at '<' and returns where to go on.
    std::size_t pass(std::size_t at) {
        const char next = at + 1 < html_.size() ? html_[at + 1] : '\0';
        if (next == '!') return pass_declaration(at);
        if (next == '?') return blank_to_bracket(at);
        if (next == '/') return at + 2 < html_.size() && is_letter(html_[at + 2]) ? pass_end(at) : at + 2;
        return is_letter(next) ? pass_start(at) : at + 1;
    }

    std::size_t pass_declaration(std::size_t at) {
        if (html_.compare(at, 4, "<!--") == 0) return pass_comment(at);
        if (html_.compare(at, 9, "<![CDATA[") == 0) return blank(at, at + 9);
        const bool doctype = has_name(html_, at + 2, "doctype");
        if (!doctype || doctype_) return blank_to_bracket(at);
        doctype_ = true;
        const std::size_t end = html_.find('>', at);
        return end == npos || end - at > 1024 ? blank(at, at + 2) : end + 1;
    }

    std::size_t pass_comment(std::size_t at) {
        const std::size_t end = comments_end_ ? html_.find("-->", at + 2) : npos;
        if (end != npos) return blank(at, end + 3);
        if (comments_end_)
            note("unclosed_comment", "a comment has no end: what follows it is read as text", at);
        comments_end_ = false;
        return blank_to_bracket(at);
    }

    std::size_t blank_to_bracket(std::size_t at) {
        const std::size_t end = html_.find_first_of("<>", at + 1);
        if (end == npos) return blank(at, at + 1);
        return blank(at, html_[end] == '>' ? end + 1 : end);
    }

    std::size_t pass_end(std::size_t at) {
        const Tag tag = read_tag(at);
        if (tag.end == npos) return cut_tag(at);
        const bool needless = tag.name == "body" || tag.name == "html";  // text may follow
        if (needless || !pays(at) || is_loose(tag.name)) return blank(at, tag.end);
        if (tags_.close(tag.name) != Verdict::pass) blank(at, tag.end);
        return tag.end;
    }

    std::size_t pass_start(std::size_t at) {
        const Tag tag = read_tag(at);
        if (tag.end == npos) return cut_tag(at);
        if (!pays(at) || is_loose(tag.name)) return blank(at, tag.end);
        if (tag.name == "svg" || tag.name == "math" || tag.name == "template") return drop_element(tag);
        if (tag.name == "plaintext" || tag.name == "frameset" || tag.name == "frame" || tag.name == "applet")
            return blank(at, tag.end);
        const Traits traits = traits_of(tag.name);
        if (traits.is(trait::raw)) return pass_raw(tag);
        const Verdict verdict = tags_.open(tag.name, traits);
        if (verdict == Verdict::too_many)
            note("too_deep",
                 "tags nested deeper than " + std::to_string(limits::html_depth) + " were left out", at);
        return verdict == Verdict::pass ? tag.end : blank(at, tag.end);
    }

    // A tag costs the elements that the parser makes for it, reopened formatting included.
    bool pays(std::size_t at) {
        cost_ += 1 + tags_.formatting();
        if (cost_ <= limits::html_tags) return true;
        note("too_many_tags", "tags beyond " + std::to_string(limits::html_tags) + " were left out", at);
        return false;
    }

    // Between the cells of a table that holds much text there, only the end of the table counts: the parser
    // joins the pieces of such text in square time.
    bool is_loose(const std::string& name) {
        return loose_ > loose_pieces && tags_.is_between_cells() && name != "table";
    }

    void count_loose_text(std::size_t end) {
        if (tags_.is_between_cells() && std::any_of(html_.begin() + static_cast<std::ptrdiff_t>(text_begin_),
                                                    html_.begin() + static_cast<std::ptrdiff_t>(end),
                                                    [](char c) { return !is_space(c); }))
            ++loose_;
    }

    // A tag that the page ends in.
    std::size_t cut_tag(std::size_t at) {
        note("cut_tag", "the page ends inside a tag", at);
        return blank(at, html_.size());
    }

    // Drawings and templates: taken out whole. Without an end, only the tag goes.
    std::size_t drop_element(const Tag& tag) {
        if (tag.closes_itself) return blank(tag.begin, tag.end);
        const std::size_t end = end_tag(tag);
        if (end == npos) return blank(tag.begin, tag.end);
        const std::size_t bracket = html_.find('>', end);
        return blank(tag.begin, bracket == npos ? html_.size() : bracket + 1);
    }

    // Scripts, styles, titles: what is in them is no markup. No '<' of theirs reaches the parser.
    std::size_t pass_raw(const Tag& tag) {
        const std::size_t end = end_tag(tag);
        if (end == npos) {
            note("unclosed_" + tag.name, "<" + tag.name + "> has no end: what follows it is read as text",
                 tag.begin);
            return blank(tag.begin, tag.end);
        }
        if (end - tag.end >= least_cut && is_code(tag)) {
            cuts_.add(tag.end, end);
        } else {
            blank_brackets(tag.end, end);
        }
        const Tag closing = read_tag(end);
        return closing.end == npos ? cut_raw(end) : closing.end;
    }

    // Scripts and styles that nobody reads: all but JSON-LD. A type may be spelled with entities.
    bool is_code(const Tag& tag) const {
        if (tag.name == "style") return true;
        if (tag.name != "script") return false;
        const std::string_view own = std::string_view(html_).substr(tag.begin, tag.end - tag.begin);
        return own.find('&') == npos && ascii::lower(own).find("ld+json") == npos;
    }

    // A script whose end tag the page cuts: the tag is made whole.
    std::size_t cut_raw(std::size_t at) {
        note("cut_tag", "the page ends inside a tag", at);
        html_ += '>';
        return html_.size();
    }

    // Where the end tag of an element stands, or npos. Each name is searched to the end of the page once.
    std::size_t end_tag(const Tag& tag) {
        bool& ends = has_end_.try_emplace(tag.name, true).first->second;
        if (!ends) return npos;
        for (std::size_t at = html_.find("</", tag.end); at != npos; at = html_.find("</", at + 2)) {
            if (has_name(html_, at + 2, tag.name)) return at;
        }
        ends = false;
        return npos;
    }

    // Reads a tag to its '>' as the tokenizer does (13.2.5): quotes count only where a value begins. Blanks
    // '<' inside, attributes beyond the cap and values that are too long. end is npos at the end of the page.
    Tag read_tag(std::size_t at) {
        Tag tag{.name = {}, .begin = at, .end = npos};
        std::size_t i = at + (html_[at + 1] == '/' ? 2 : 1);
        const std::size_t name_end = skip_to(i, ends_name);
        for (; i < name_end; ++i) {
            if (tag.name.size() < 64) tag.name += lower(html_[i]);
        }
        std::size_t attributes = 0;
        while (i < html_.size()) {
            while (i < html_.size() && (is_space(html_[i]) || html_[i] == '/')) ++i;
            if (i >= html_.size()) break;
            if (html_[i] == '>') {
                tag.end = i + 1;
                tag.closes_itself = html_[i - 1] == '/';
                break;
            }
            const std::size_t begin = i;
            i = skip_attribute(i);
            if (i < html_.size() || (i > begin && html_[i - 1] != '>'))
                trim_attribute(begin, i, ++attributes);
        }
        return tag;
    }

    void trim_attribute(std::size_t begin, std::size_t end, std::size_t count) {
        if (count <= limits::html_attributes && end - begin <= limits::html_attribute_bytes) return;
        if (count <= limits::html_attributes || count == limits::html_attributes + 1)
            note("too_many_attributes", "attributes of a tag were left out", begin);
        fill(begin, end, filling(begin, end));
    }

    // Behind the attribute that begins at i.
    std::size_t skip_attribute(std::size_t i) {
        i = skip_to(i + 1, ends_attribute);  // a name may begin with '='
        std::size_t value = i;
        while (value < html_.size() && is_space(html_[value])) ++value;
        if (value >= html_.size() || html_[value] != '=') return i;
        ++value;
        while (value < html_.size() && is_space(html_[value])) ++value;
        if (value >= html_.size()) return value;
        return html_[value] == '"' || html_[value] == '\'' ? skip_quoted(value) : skip_bare(value);
    }

    std::size_t skip_bare(std::size_t i) { return skip_to(i, ends_bare); }

    // The next byte of a class, or the end of the page; a '<' on the way becomes '_'.
    std::size_t skip_to(std::size_t i, std::uint8_t ends) {
        for (; i < html_.size(); ++i) {
            const std::uint8_t is = in_tag[static_cast<unsigned char>(html_[i])];
            if ((is & ends) != 0) break;
            if (is == opens) html_[i] = '_';
        }
        return i;
    }

    // A value whose quote never ends would swallow the page: the quote goes, and the value ends at the next
    // '>'.
    std::size_t skip_quoted(std::size_t quote) {
        bool& ends = html_[quote] == '"' ? double_quotes_end_ : single_quotes_end_;
        const std::size_t end = ends ? html_.find(html_[quote], quote + 1) : npos;
        if (end != npos) {
            blank_brackets(quote, end);
            return end + 1;
        }
        if (ends) note("unclosed_quote", "a quoted attribute has no end: it is read to the next '>'", quote);
        ends = false;
        html_[quote] = ' ';
        return skip_bare(std::min(quote + 1, html_.size()));
    }

    // Takes out a whole tag, comment or element; one sign of it is left, and the parser sees no more of it.
    // The last byte is written, too: what follows looks at it.
    std::size_t blank(std::size_t begin, std::size_t end) {
        end = std::min(end, html_.size());
        const char sign = filling(begin, end);
        if (end - begin < least_cut) {
            fill(begin, end, sign);
        } else {
            html_[begin] = html_[end - 1] = sign;
            cuts_.add(begin + 1, end);
        }
        return end;
    }

    char filling(std::size_t begin, std::size_t end) const {
        const auto is_text = [&](std::size_t i) {
            return i < html_.size() && !is_space(html_[i]) && html_[i] != '<' && html_[i] != '>';
        };
        const bool joins = (begin > 0 && is_text(begin - 1)) || is_text(end);
        return joins ? filler : ' ';
    }

    void fill(std::size_t begin, std::size_t end, char sign) {
        std::fill(html_.begin() + static_cast<std::ptrdiff_t>(begin),
                  html_.begin() + static_cast<std::ptrdiff_t>(end), sign);
    }

    void blank_brackets(std::size_t begin, std::size_t end) {
        char* at = html_.data() + begin;
        const char* const last = html_.data() + end;
        const auto next = [&] {
            return static_cast<char*>(std::memchr(at, '<', static_cast<std::size_t>(last - at)));
        };
        while ((at = next()) != nullptr) *at++ = ' ';
    }

    void blank_nul_bytes() {
        const std::size_t first = html_.find('\0');
        if (first == npos) return;
        std::replace(html_.begin(), html_.end(), '\0', ' ');
        note("nul_bytes", "NUL bytes were read as spaces", first);
    }

    // Every kind of problem once, at its first place.
    void note(std::string code, std::string what, std::size_t byte) {
        const bool known = std::any_of(problems_.begin(), problems_.end(),
                                       [&](const Problem& problem) { return problem.code == code; });
        if (!known)
            problems_.push_back({std::move(code), Severity::warning, std::move(what), std::nullopt, byte});
    }

    std::string& html_;
    std::vector<Problem> problems_;
    Cuts cuts_;
    OpenTags tags_;
    std::map<std::string, bool> has_end_;  // elements whose end tag may still come
    std::size_t cost_ = 0, loose_ = 0, text_begin_ = 0;
    bool doctype_ = false;
    bool comments_end_ = true, double_quotes_end_ = true, single_quotes_end_ = true;
};

}  // namespace

Guarded guard(std::string& html) { return Guard(html).run(); }

}  // namespace isnad::source::html
