#include "language/words/segment_features.h"

#include <algorithm>
#include <bit>

#include "text/letters.h"
#include "text/spelled.h"
#include "text/spellings.h"

namespace isnad::words {
namespace {

namespace l = letters;
using spellings::al;
using spellings::letter;
using spellings::letter_at;

constexpr std::size_t unseen = 17;  // the bucket of a ratio of two rare forms

// Twice the logarithm, 0 for nothing.
std::size_t count_bucket(std::uint32_t count) {
    return std::min<std::size_t>(12, static_cast<std::size_t>(std::bit_width(count)));
}

// How much commoner one form is than another, in powers of two from 2^-8 to 2^8.
std::size_t ratio_bucket(std::uint32_t form, std::uint32_t other) {
    if (form == 0 && other == 0) return unseen;
    const auto width = [](std::uint32_t count) {
        // in half powers of two: 2 log2 (2 n + 1), without floating point
        const std::uint32_t value = 2 * std::min(count, 1U << 24) + 1;
        const int high = static_cast<int>(std::bit_width(value));
        const bool upper = high > 1 && ((value >> (high - 2)) & 1) != 0;
        return 2 * high + (upper ? 1 : 0);
    };
    const int difference = (width(form) - width(other)) / 2;
    return static_cast<std::size_t>(std::clamp(difference, -8, 8) + 8);
}

std::size_t letter_bucket(char32_t c) {
    return c >= l::hamza && c <= l::yeh ? 1 + static_cast<std::size_t>(c - l::hamza) : 0;
}

std::size_t size_bucket(std::size_t bytes) { return std::min<std::size_t>(bytes / letter, 10); }

constexpr std::array<std::string_view, evidences> names{
    "ratio",  "rest",       "rest_class",    "definite",  "next",        "size",       "inner",
    "joined", "second",     "ending",        "inflected", "kept",        "kept_count", "stem_ratio",
    "stem",   "stem_class", "last",          "stem_size", "first",       "others",     "marbuta",
    "folded", "led",        "stem_definite", "whole",     "whole_count", "shape"};

constexpr std::size_t article_class = 6;  // behind those of FormClass

}  // namespace

bool is_of_proclitic(Evidence evidence) { return evidence < Evidence::stem_ratio; }

std::string row_name(Evidence evidence, std::size_t clitic) {
    std::string out(names[static_cast<std::size_t>(evidence)]);
    if (evidence == Evidence::shape) return out;
    return out + '.' +
           std::string(is_of_proclitic(evidence) ? name_of(static_cast<Proclitic>(clitic))
                                                 : name_of(static_cast<Enclitic>(clitic)));
}

void SegmentFeatures::add(Evidence evidence, std::size_t clitic, std::size_t bucket) {
    if (count_ < most)
        (*out_)[count_++] = {evidence, static_cast<std::uint8_t>(clitic), static_cast<std::uint8_t>(bucket)};
}

FormFacts SegmentFeatures::look_up(Form form, std::string_view piece) const {
    std::array<char, longest_word + 8> buffer{};
    std::size_t size = 0;
    const auto put = [&](std::string_view bytes) {
        std::copy(bytes.begin(), bytes.end(), buffer.begin() + size);
        size += bytes.size();
    };
    switch (form) {
        case Form::plain: return facts_.of(piece);
        case Form::definite: put(al), put(piece); break;
        case Form::marbuta: put(piece.substr(0, piece.size() - letter)), put(spellings::heh); break;
        case Form::definite_marbuta:
            put(al), put(piece.substr(0, piece.size() - letter)), put(spellings::heh);
            break;
        case Form::yeh: put(piece.substr(0, piece.size() - letter)), put(spellings::yeh); break;
        case Form::hu: put(piece), put(spellings::heh); break;
        case Form::ha: put(piece), put(spellings::ha); break;
        case Form::joined: put(spellings::waw), put(piece); break;
    }
    return facts_.of({buffer.data(), size});
}

FormFacts SegmentFeatures::facts(Form form, std::size_t begin, std::size_t end) {
    const std::size_t front = begin / letter, back = (word_.size() - end) / letter;
    const std::string_view piece = word_.substr(begin, end - begin);
    if (front >= 8 || back >= 8) return look_up(form, piece);
    Known& known = known_[static_cast<std::size_t>(form) * 64 + front * 8 + back];
    if (!known.there) known = {look_up(form, piece), true};
    return known.facts;
}

// The commonest spelling that the stem may have without its pronoun.
std::uint32_t SegmentFeatures::stem_count(std::size_t begin, std::size_t end) {
    std::uint32_t out = facts(Form::plain, begin, end).count;
    if (end - begin < 2 * letter) return out;
    const char32_t last = letter_at(word_, end - letter);
    if (last == l::teh) out = std::max(out, facts(Form::marbuta, begin, end).count);
    if (last == l::alef) out = std::max(out, facts(Form::yeh, begin, end).count);
    return out;
}

std::size_t SegmentFeatures::of(const Segments& segments, List& out) {
    out_ = &out;
    count_ = 0;
    std::size_t at = 0;
    if (segments.conjunction != Proclitic::none) {
        of_proclitic(segments.conjunction, 0, letter, segments);
        at = letter;
    } else {
        of_kept(0, true);
    }
    if (segments.preposition == Proclitic::lam_article)
        of_article(segments, at);
    else if (segments.preposition != Proclitic::none)
        of_proclitic(segments.preposition, at, at + letter, segments);
    else
        of_kept(at, false);
    if (segments.enclitic == Enclitic::none)
        of_whole(segments);
    else
        of_enclitic(segments);
    add(Evidence::shape, 0,
        (static_cast<std::size_t>(segments.conjunction) * proclitics +
         static_cast<std::size_t>(segments.preposition)) *
                2 +
            (segments.article ? 1 : 0));
    return count_;
}

void SegmentFeatures::of_proclitic(Proclitic proclitic, std::size_t before, std::size_t rest,
                                   const Segments& segments) {
    const auto clitic = static_cast<std::size_t>(proclitic);
    const std::size_t end = word_.size();
    const FormFacts of_rest = facts(Form::plain, rest, end), of_before = facts(Form::plain, before, end);
    add(Evidence::ratio, clitic, ratio_bucket(of_rest.count, of_before.count));
    add(Evidence::rest, clitic, count_bucket(of_rest.count));
    add(Evidence::next, clitic, letter_bucket(letter_at(analysis_, rest)));
    add(Evidence::size, clitic, size_bucket(end - rest));
    if (word_.substr(rest).starts_with(al)) {
        add(Evidence::rest_class, clitic, article_class);
    } else {
        add(Evidence::rest_class, clitic, static_cast<std::size_t>(of_rest.form_class));
        add(Evidence::definite, clitic,
            ratio_bucket(facts(Form::definite, rest, end).count, facts(Form::definite, before, end).count));
    }
    add(Evidence::second, clitic, letter_bucket(letter_at(analysis_, rest + letter)));
    add(Evidence::ending, clitic, letter_bucket(letter_at(analysis_, end - letter)));
    if (proclitic != Proclitic::waw && proclitic != Proclitic::feh)
        add(Evidence::joined, clitic,
            ratio_bucket(facts(Form::joined, rest, end).count, facts(Form::joined, before, end).count));
    if (of_rest.count == 0)
        add(Evidence::inflected, clitic, ratio_bucket(uninflected(rest), uninflected(before)));
    if (segments.enclitic != Enclitic::none)
        add(Evidence::inner, clitic, count_bucket(stem_count(segments.stem_begin, segments.stem_end)));
}

// The count of what stands before the ending of a plural, dual or feminine, 0 without such an ending.
std::uint32_t SegmentFeatures::uninflected(std::size_t begin) {
    constexpr std::array ends{spelled<l::alef, l::teh>,  spelled<l::yeh, l::noon>, spelled<l::waw, l::noon>,
                              spelled<l::alef, l::noon>, spelled<l::waw, l::alef>, spelled<l::teh>,
                              spelled<l::alef>,          spelled<l::heh>,          spelled<l::yeh>};
    for (const std::string_view ending : ends) {
        if (!word_.ends_with(ending) || word_.size() < begin + ending.size() + 3 * letter) continue;
        const std::uint32_t count = facts(Form::plain, begin, word_.size() - ending.size()).count;
        if (count > 0) return count;
    }
    return 0;
}

void SegmentFeatures::of_article(const Segments& segments, std::size_t before) {
    constexpr auto clitic = static_cast<std::size_t>(Proclitic::lam_article);
    const std::size_t end = word_.size();
    const FormFacts of_rest = facts(Form::definite, segments.stem_begin, end);
    add(Evidence::ratio, clitic, ratio_bucket(of_rest.count, facts(Form::plain, before, end).count));
    add(Evidence::rest, clitic, count_bucket(of_rest.count));
    add(Evidence::next, clitic, letter_bucket(letter_at(analysis_, segments.stem_begin)));
    add(Evidence::size, clitic, size_bucket(end - segments.stem_begin));
    add(Evidence::rest_class, clitic, static_cast<std::size_t>(of_rest.form_class));
}

// A letter that may be a clitic stays with what follows.
void SegmentFeatures::of_kept(std::size_t at, bool conjunction) {
    const char32_t c = letter_at(word_, at);
    const Proclitic proclitic = conjunction ? (c == l::waw   ? Proclitic::waw
                                               : c == l::feh ? Proclitic::feh
                                                             : Proclitic::none)
                                            : (c == l::beh    ? Proclitic::beh
                                               : c == l::kaf  ? Proclitic::kaf
                                               : c == l::lam  ? Proclitic::lam
                                               : c == l::seen ? Proclitic::seen
                                                              : Proclitic::none);
    if (proclitic == Proclitic::none) return;
    const FormFacts kept = facts(Form::plain, at, word_.size());
    add(Evidence::kept, static_cast<std::size_t>(proclitic), static_cast<std::size_t>(kept.form_class));
    add(Evidence::kept_count, static_cast<std::size_t>(proclitic), count_bucket(kept.count));
}

// A word that might end in a pronoun stays whole.
void SegmentFeatures::of_whole(const Segments& segments) {
    const std::size_t begin = segments.stem_begin;
    if (segments.article) return;
    for (std::size_t i = 1; i < enclitics; ++i) {
        const auto enclitic = static_cast<Enclitic>(i);
        if (word_.size() < begin + bytes_of(enclitic) + letter || !ends_in(analysis_, enclitic)) continue;
        const FormFacts whole = facts(Form::plain, begin, word_.size());
        add(Evidence::whole, i, static_cast<std::size_t>(whole.form_class));
        add(Evidence::whole_count, i, count_bucket(whole.count));
        return;
    }
}

void SegmentFeatures::of_enclitic(const Segments& segments) {
    const std::size_t begin = segments.stem_begin, end = segments.stem_end;
    const FormFacts whole = facts(Form::plain, begin, word_.size()), plain = facts(Form::plain, begin, end);
    const auto clitic = static_cast<std::size_t>(segments.enclitic);
    const std::uint32_t stem = stem_count(begin, end);
    const char32_t last = letter_at(analysis_, end - letter);
    add(Evidence::stem_ratio, clitic, ratio_bucket(stem, whole.count));
    add(Evidence::stem, clitic, count_bucket(stem));
    add(Evidence::stem_class, clitic, static_cast<std::size_t>(plain.form_class));
    add(Evidence::last, clitic, letter_bucket(last));
    add(Evidence::stem_size, clitic, size_bucket(end - begin));
    add(Evidence::first, clitic, letter_bucket(letter_at(analysis_, begin)));
    add(Evidence::led, clitic, static_cast<std::size_t>(segments.preposition));
    const Form other = segments.enclitic == Enclitic::hu ? Form::ha : Form::hu;
    add(Evidence::others, clitic, count_bucket(facts(other, begin, end).count));
    std::uint32_t definite = facts(Form::definite, begin, end).count;
    if (last == l::teh && end - begin >= 3 * letter) {
        add(Evidence::marbuta, clitic, ratio_bucket(facts(Form::marbuta, begin, end).count, plain.count));
        definite = std::max(definite, facts(Form::definite_marbuta, begin, end).count);
    }
    add(Evidence::stem_definite, clitic, count_bucket(definite));
    if (segments.enclitic == Enclitic::hu) add(Evidence::folded, clitic, folded(begin, end, whole.count));
}

// How often a word in heh is one in teh marbuta whose dots are left out.
std::size_t SegmentFeatures::folded(std::size_t begin, std::size_t end, std::uint32_t count) const {
    if (count == 0) return unseen;
    std::string form(analysis_.substr(begin, end - begin));
    form += spelled<l::teh_marbuta>;
    const std::uint32_t marbuta = facts_.exact_count(word_.substr(begin), form);
    return ratio_bucket(marbuta, count - std::min(marbuta, count));
}

}  // namespace isnad::words
