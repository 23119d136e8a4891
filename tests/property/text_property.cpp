// The room `text`: decoding, normal forms and the way back to the original.
#include "tests/property/random_text.h"
#include "text/normalise.h"

namespace isnad {
namespace {

// An oracle for valid UTF-8: it reads one code point after the other and writes it again.
bool is_valid(std::string_view text) {
    std::string again;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t lead = static_cast<unsigned char>(text[at]);
        const std::size_t size = lead < 0x80 ? 1u : lead < 0xE0 ? 2u : lead < 0xF0 ? 3u : 4u;
        if (size > text.size() - at) return false;
        const utf8::CodePoint point = utf8::at(text, at);
        utf8::append(again, point.value);
        at += point.size;
    }
    return again == text;
}

// The character boundaries of a normal form, its end included.
std::vector<std::uint32_t> boundaries(std::string_view text) {
    std::vector<std::uint32_t> out;
    for (std::uint32_t at = 0; at <= text.size(); ++at) {
        if (is_boundary(text, at)) out.push_back(at);
    }
    return out;
}

RC_GTEST_PROP(Decode, GivesValidUtf8, ()) {
    const std::string bytes = *any_bytes();
    const utf8::Decoded decoded = utf8::decode(bytes);
    RC_ASSERT(is_valid(decoded.text));
    RC_ASSERT(decoded.first_invalid.has_value() == (decoded.replaced > 0));
    if (decoded.first_invalid) RC_ASSERT(*decoded.first_invalid < bytes.size());
}

RC_GTEST_PROP(Decode, LeavesValidTextAlone, ()) {
    const std::string text = *any_text();
    const utf8::Decoded decoded = utf8::decode(text);
    RC_ASSERT(decoded.replaced == 0u);
    RC_ASSERT((decoded.had_bom ? "\xEF\xBB\xBF" : "") + decoded.text == text);
}

RC_GTEST_PROP(Decode, CountsWhatItMakes, ()) {
    const std::string text = utf8::decode(*any_bytes()).text;
    std::uint64_t points = 0;
    for (std::size_t at = 0; at < text.size(); at += utf8::at(text, at).size) ++points;
    RC_ASSERT(utf8::count(text) == points);
}

RC_GTEST_PROP(Normalise, BothFormsAreValidAndOfEqualLength, ()) {
    const NormalText normal = normalise(*any_text());
    RC_ASSERT(normal.search().size() == normal.analysis().size());
    RC_ASSERT(is_valid(normal.search()));
    RC_ASSERT(is_valid(normal.analysis()));
    RC_ASSERT(boundaries(normal.search()) == boundaries(normal.analysis()));
}

RC_GTEST_PROP(Normalise, IsIdempotentInBothForms, ()) {
    const NormalText normal = normalise(*any_text());
    const std::string analysis(normal.analysis()), search(normal.search());
    RC_ASSERT(analysis_form(analysis) == analysis);
    RC_ASSERT(search_form(search) == search);
    RC_ASSERT(search_form(analysis) == search);
}

RC_GTEST_PROP(Normalise, KeysAreMadeByTheSameFunction, ()) {
    const std::string text = *any_text();
    const NormalText normal = normalise(text);
    RC_ASSERT(search_form(text) == normal.search());
    RC_ASSERT(analysis_form(text) == normal.analysis());
}

RC_GTEST_PROP(Normalise, EverySpanLeadsBackIntoTheText, ()) {
    const std::string text = *any_text();
    const NormalText normal = normalise(text);
    const auto at = boundaries(normal.analysis());
    const std::size_t i = *rc::gen::inRange<std::size_t>(0, at.size());
    const std::size_t j = *rc::gen::inRange<std::size_t>(i, at.size());
    const NormalSpan span{at[i], at[j]};
    const Span original = normal.original(span);
    RC_ASSERT(is_sound(text, original));
    RC_ASSERT(original.empty() == span.empty());
    if (!span.empty()) RC_ASSERT(normal.normal(original).contains(span));
}

RC_GTEST_PROP(Normalise, TheWayBackKeepsTheOrder, ()) {
    const std::string text = *any_text();
    const NormalText normal = normalise(text);
    const auto at = boundaries(normal.analysis());
    Span last;
    for (std::size_t i = 0; i + 1 < at.size(); ++i) {
        const Span original = normal.original({at[i], at[i + 1]});
        RC_ASSERT(is_sound(text, original));
        RC_ASSERT(original.begin >= last.begin);
        RC_ASSERT(original.end >= last.end);
        last = original;
    }
}

RC_GTEST_PROP(Normalise, EverySpanOfTheTextLeadsIntoTheNormalForm, ()) {
    const std::string text = *any_text();
    const NormalText normal = normalise(text);
    const auto at = boundaries(text);
    const std::size_t i = *rc::gen::inRange<std::size_t>(0, at.size());
    const std::size_t j = *rc::gen::inRange<std::size_t>(i, at.size());
    RC_ASSERT(is_sound(normal.analysis(), normal.normal(Span{at[i], at[j]})));
}

}  // namespace
}  // namespace isnad
