#include "language/speech/quotes.h"

#include "base/limits.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::speech {
namespace {

namespace l = letters;

enum class Family : std::uint8_t { none, straight, curly, angle };

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
        return c == l::left_guillemet || c == l::right_guillemet ? Family::angle : Family::none;
    }

    bool begins_block(std::uint32_t at) const { return at == 0 || word(at - 1).block != word(at).block; }
    bool ends_block(std::uint32_t at) const {
        return at + 1 >= size_ || word(at + 1).block != word(at).block;
    }
    // By the space around it alone.
    bool space_behind(std::uint32_t at) const { return ends_block(at) || word(at + 1).space_before; }
    bool looks_closing(std::uint32_t at) const {
        const bool behind = space_behind(at) || (word(at + 1).kind == WordKind::punctuation &&
                                                 family(at + 1) == Family::none && sign(at + 1) != '(');
        return !word(at).space_before && !begins_block(at) && behind;
    }
    bool looks_opening(std::uint32_t at) const {
        return (word(at).space_before || begins_block(at)) && !space_behind(at);
    }
    bool only_closes(std::uint32_t at) const { return ends_block(at) || looks_closing(at); }

    // Whether the mark ends a stretch that the mark at `open` began.
    bool closes(std::uint32_t at, std::uint32_t open) const {
        const Family kind = family(open), now = family(at);
        if (kind == Family::angle)
            return now == Family::angle ? sign(at) != sign(open) : (looks_closing(at) && ends_block(at));
        if (now == Family::angle) return false;
        return now == kind ? !looks_opening(at) || at == open + 2 : looks_closing(at);
    }

    // A new mark that opens while one is open: the first one has lost its partner.
    bool opens_anew(std::uint32_t at, std::uint32_t open) const {
        return family(at) == family(open) && (family(at) != Family::angle || sign(at) == sign(open)) &&
               looks_opening(at) && at > open + 2;
    }

    Quoted quoted_from(std::uint32_t open) const {
        const std::uint32_t cap = std::min<std::uint32_t>(size_, open + limits::quoted_words);
        std::uint32_t end = open + 1;  // behind the last word of the sentence, when the mark has no partner
        bool same_sentence = true;
        for (std::uint32_t at = open + 1; at < cap; ++at) {
            same_sentence = same_sentence && word(at).sentence == word(open).sentence;
            // A paragraph that opens with the mark again carries the quotation on.
            if (begins_block(at) && family(at) == family(open) && looks_opening(at)) continue;
            if (same_sentence) end = at + 1;
            if (family(at) == Family::none) continue;
            if (closes(at, open)) return {open, at, true};
            if (opens_anew(at, open)) return {open, same_sentence ? at : end, false};
        }
        return {open, end, false};
    }

    const Words& words_;
    std::uint32_t size_;
};

}  // namespace

std::vector<Quoted> find_quotes(const Words& words) { return Finder(words).run(); }

}  // namespace isnad::speech
