#include "language/speech/quotes.h"

#include "base/limits.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::speech {
namespace {

namespace l = letters;

constexpr char32_t left_single = 0x2039, right_single = 0x203A;  // angle marks

enum class Family : std::uint8_t { none, straight, curly, angle, single };

class Finder {
  public:
    explicit Finder(const Words& words)
        : words_(words), size_(static_cast<std::uint32_t>(words.words.size())) {}

    std::vector<Quoted> run() {
        std::vector<Quoted> out;
        for (std::uint32_t at = 0; at < size_;) {
            if (family(at) == Family::none || only_closes(at)) {
                ++at;
                continue;
            }
            const Quoted found = quoted_from(at);
            if (found.words() > 0) out.push_back(found);
            at = std::max(found.behind(), at + 1);
        }
        return out;
    }

  private:
    const Word& word(std::uint32_t at) const { return words_.words[std::size_t{at}]; }

    char32_t sign(std::uint32_t at) const {
        if (at >= size_ || word(at).kind != WordKind::punctuation) return 0;
        return utf8::at(words_.normal->analysis(), word(at).normal.begin).value;
    }

    Family family(std::uint32_t at) const {
        const char32_t c = sign(at);
        if (c == '"') return Family::straight;
        if (c == l::left_quote || c == l::right_quote || c == l::low_quote) return Family::curly;
        if (c == l::left_guillemet || c == l::right_guillemet || c == left_single || c == right_single)
            return Family::angle;
        if (c == l::left_single_quote || c == l::right_single_quote) return Family::single;
        if (c == '\'' || c == '`') return Family::single;
        return doubled(at) != 0 ? Family::angle : Family::none;
    }
    // "<<" and ">>".
    char32_t doubled(std::uint32_t at) const {
        const char32_t c = sign(at);
        return (c == '<' || c == '>') && (sign(at + 1) == c || (at > 0 && sign(at - 1) == c)) ? c : 0;
    }
    // How many signs a mark is written with: two where it is doubled (two apostrophes, two single angles).
    std::uint32_t marks(std::uint32_t at) const {
        const char32_t c = sign(at);
        const bool may = c == left_single || c == right_single || c == '\'' || c == '`' || c == '<' ||
                         c == '>' || c == l::left_single_quote || c == l::right_single_quote;
        return may && sign(at + 1) == c && !word(at + 1).space_before ? 2 : 1;
    }
    bool opens_left(std::uint32_t at) const {
        const char32_t c = sign(at);
        return c == l::left_guillemet || c == left_single || c == '<';
    }
    bool is_narrow(std::uint32_t at) const {
        const char32_t c = sign(at);
        return marks(at) == 1 && (c == left_single || c == right_single);
    }

    bool begins_block(std::uint32_t at) const { return at == 0 || word(at - 1).block != word(at).block; }
    bool ends_block(std::uint32_t at) const {
        return at + 1 >= size_ || word(at + 1).block != word(at).block;
    }
    std::uint32_t last_sign(std::uint32_t at) const { return at + marks(at) - 1; }
    // By the space around it alone.
    bool space_behind(std::uint32_t at) const {
        const std::uint32_t last = last_sign(at);
        return ends_block(last) || word(last + 1).space_before;
    }
    bool looks_closing(std::uint32_t at) const {
        const std::uint32_t next = last_sign(at) + 1;
        const bool behind = space_behind(at) || (word(next).kind == WordKind::punctuation &&
                                                 family(next) == Family::none && sign(next) != '(');
        return !word(at).space_before && !begins_block(at) && behind;
    }
    bool looks_opening(std::uint32_t at) const {
        return (word(at).space_before || begins_block(at)) && !space_behind(at);
    }
    bool only_closes(std::uint32_t at) const {
        if (family(at) == Family::single && marks(at) == 1 && !looks_opening(at)) return true;
        return ends_block(last_sign(at)) || looks_closing(at);
    }

    // Whether the mark ends a stretch that the mark at `open` began.
    bool closes(std::uint32_t at, std::uint32_t open) const {
        const Family kind = family(open), now = family(at);
        if (kind == Family::single) return now == kind && marks(at) == marks(open) && looks_closing(at);
        if (now == Family::single) return marks(at) == 2 && looks_closing(at);
        if (kind == Family::angle && now == Family::angle)
            return opens_left(at) != opens_left(open) || looks_closing(at);
        if (kind == Family::angle) return looks_closing(at) && ends_block(at);
        if (now == Family::angle) return false;
        return now == kind ? !looks_opening(at) || at == open + 2 : looks_closing(at);
    }

    // A new mark that opens while one is open: the first one has lost its partner.
    bool opens_anew(std::uint32_t at, std::uint32_t open) const {
        return family(at) == family(open) && (family(at) != Family::angle || sign(at) == sign(open)) &&
               looks_opening(at) && at > open + 2;
    }

    Quoted quoted_from(std::uint32_t open) const {
        const std::uint8_t lead = static_cast<std::uint8_t>(marks(open));
        const std::uint32_t cap = std::min<std::uint32_t>(size_, open + limits::quoted_words);
        const bool led = open > 0 && sign(open - 1) == ':' && !begins_block(open);
        const bool single = family(open) == Family::single && lead == 1;
        std::uint32_t end = open + lead;  // behind the last word, when the mark has no partner
        bool same = true, inner = false;
        for (std::uint32_t at = open + lead; at < cap; ++at) {
            same =
                same && (led ? word(at).block == word(open).block : word(at).sentence == word(open).sentence);
            if (single && word(at).block != word(open).block) break;
            // A paragraph that opens with the mark again carries the quotation on.
            if (begins_block(at) && family(at) == family(open) && looks_opening(at)) continue;
            if (same) end = at + 1;
            if (family(at) == Family::none) continue;
            if (is_narrow(at) && !is_narrow(open) && family(open) == Family::angle && marks(open) == 1 &&
                (opens_left(at) == opens_left(open) || inner)) {
                inner = opens_left(at) == opens_left(open);  // a quotation inside
                continue;
            }
            const std::uint8_t tail = static_cast<std::uint8_t>(marks(at));
            if (closes(at, open)) return {open, at, true, lead, tail};
            if (opens_anew(at, open)) return {open, same ? at : end, false, lead, 1};
            at += tail - 1u;
        }
        if (single) return {open, open + lead, false, lead, 1};
        return {open, std::max(end, open + lead), false, lead, 1};
    }

    const Words& words_;
    std::uint32_t size_;
};

}  // namespace

std::vector<Quoted> find_quotes(const Words& words) { return Finder(words).run(); }

}  // namespace isnad::speech
