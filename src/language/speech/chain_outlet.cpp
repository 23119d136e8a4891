#include "language/speech/chain_outlet.h"

#include <algorithm>

namespace isnad::speech {
namespace {

constexpr std::uint32_t longest_dateline = 12;  // words
constexpr std::uint32_t longest_byline = 8;     // words of a block that is a byline as a whole
constexpr std::uint32_t blocks_looked_at = 4;

bool is_slash(const SpeechText& text, std::uint32_t at) { return text.sign(at) == '/'; }

}  // namespace

OwnOutlet::OwnOutlet(const SpeechText& text) {
    const std::string outlet = search_form(text.document.outlet());
    for (std::size_t at = 0; at < outlet.size();) {
        const std::size_t end = std::min(outlet.find(' ', at), outlet.size());
        if (end > at) words_.emplace_back(without_article(std::string_view(outlet).substr(at, end - at)));
        at = end + 1;
    }
    std::uint32_t blocks = 0;
    for (std::uint32_t at = 0; at < text.size() && blocks < blocks_looked_at; ++at) {
        if (at > 0 && text.word(at).block == text.word(at - 1).block) continue;
        const BlockKind kind = text.document.blocks()[text.word(at).block].kind;
        if (kind != BlockKind::paragraph) continue;
        ++blocks;
        read_dateline(text, at);
    }
    std::sort(words_.begin(), words_.end());
    words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
}

// "Rabat (s n a) -", "Beirut - The Lighthouse:", "Baghdad/ Palms/", or a byline in a block of its own.
void OwnOutlet::read_dateline(const SpeechText& text, std::uint32_t first) {
    std::uint32_t end = first, block_end = first;
    while (block_end < text.size() && text.word(block_end).block == text.word(first).block &&
           block_end < first + longest_dateline) {
        if (text.is_dash(block_end) || is_slash(text, block_end)) end = block_end;
        ++block_end;
    }
    const bool whole = block_end <= first + longest_byline;
    if (whole) end = block_end;
    std::string letters_alone;
    for (std::uint32_t at = first; at < end; ++at) {
        if (whole && text.is_finite_cue(at)) return;
        if (!text.is_arabic(at)) continue;
        const std::string_view form = text.search(at);
        if (form.size() == 2) {
            letters_alone += form;
            continue;
        }
        const auto name = text.name_at(at);
        if (name && text.names[std::size_t{*name}].type == NameType::place) continue;
        words_.emplace_back(bare_form(text, at));
    }
    if (letters_alone.size() >= 4) initials_.push_back(std::move(letters_alone));
}

bool OwnOutlet::is(const SpeechText& text, std::uint32_t first, std::uint32_t end) const {
    std::string first_letters;
    bool any = false, all = true;
    for (std::uint32_t at = first; at < end; ++at) {
        if (!text.is_arabic(at)) continue;
        const std::string_view form = bare_form(text, at);
        if (form.size() < 2) continue;
        first_letters += form.substr(0, 2);
        if (text.carrier_at(at) != nullptr && at == first) continue;
        any = true;
        all = all && std::binary_search(words_.begin(), words_.end(), form);
    }
    if (any && all) return true;
    return std::find(initials_.begin(), initials_.end(), first_letters) != initials_.end();
}

}  // namespace isnad::speech
