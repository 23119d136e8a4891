#include "language/words/segments.h"

#include <algorithm>

#include "text/letters.h"
#include "text/spelled.h"
#include "text/spellings.h"

namespace isnad::words {
namespace {

namespace l = letters;
using spellings::al;
using spellings::letter;
using spellings::letter_at;

struct Ending {
    Enclitic enclitic;
    std::string_view letters;
    std::string_view name;
};
// Longest first, as the enclitics are numbered.
constexpr std::array endings{Ending{Enclitic::huma, spelled<l::heh, l::meem, l::alef>, "huma"},
                             Ending{Enclitic::kuma, spelled<l::kaf, l::meem, l::alef>, "kuma"},
                             Ending{Enclitic::ha, spelled<l::heh, l::alef>, "ha"},
                             Ending{Enclitic::hum, spelled<l::heh, l::meem>, "hum"},
                             Ending{Enclitic::hunna, spelled<l::heh, l::noon>, "hunna"},
                             Ending{Enclitic::kum, spelled<l::kaf, l::meem>, "kum"},
                             Ending{Enclitic::na, spelled<l::noon, l::alef>, "na"},
                             Ending{Enclitic::ni, spelled<l::noon, l::yeh>, "ni"},
                             Ending{Enclitic::hu, spelled<l::heh>, "hu"},
                             Ending{Enclitic::ka, spelled<l::kaf>, "ka"},
                             Ending{Enclitic::yeh, spelled<l::yeh>, "yeh"}};

// All that stands behind a preposition may be its pronoun: "la-hum" has the preposition for its stem.
bool is_pronoun(std::string_view rest) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](const Ending& ending) { return ending.letters == rest; });
}

Proclitic conjunction_of(char32_t c) {
    return c == l::waw ? Proclitic::waw : c == l::feh ? Proclitic::feh : Proclitic::none;
}

Proclitic preposition_of(char32_t c) {
    return c == l::beh   ? Proclitic::beh
           : c == l::kaf ? Proclitic::kaf
           : c == l::lam ? Proclitic::lam
                         : Proclitic::none;
}

bool opens_imperfect(char32_t c) { return c == l::yeh || c == l::teh || c == l::noon || c == l::alef; }

}  // namespace

bool has_plain_letters(std::string_view word) {
    return word.size() % letter == 0 && std::all_of(word.begin(), word.end(), [](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return byte >= 0x80 && byte < 0xE0;
           });
}

std::size_t bytes_of(Enclitic enclitic) {
    return enclitic == Enclitic::none ? 0 : endings[static_cast<std::size_t>(enclitic) - 1].letters.size();
}

bool ends_in(std::string_view analysis_form, Enclitic enclitic) {
    return enclitic != Enclitic::none &&
           analysis_form.ends_with(endings[static_cast<std::size_t>(enclitic) - 1].letters);
}

std::string_view name_of(Proclitic proclitic) {
    constexpr std::array<std::string_view, proclitics> names{"none", "waw", "feh",  "beh",
                                                             "kaf",  "lam", "seen", "lam_article"};
    return names[static_cast<std::size_t>(proclitic)];
}

std::string_view name_of(Enclitic enclitic) {
    return enclitic == Enclitic::none ? "none" : endings[static_cast<std::size_t>(enclitic) - 1].name;
}

std::string pieces_of(std::string_view analysis_form, const Segments& segments) {
    std::string out;
    std::size_t at = 0;
    for (const Proclitic taken : {segments.conjunction, segments.preposition}) {
        if (taken == Proclitic::none) continue;
        out.append(analysis_form.substr(at, letter)).append("+");
        at += letter;
    }
    out.append(analysis_form.substr(at, segments.stem_end - at));
    if (segments.enclitic != Enclitic::none) out.append("+").append(analysis_form.substr(segments.stem_end));
    return out;
}

SegmentsOfWord::SegmentsOfWord(std::string_view analysis_form) : word_(analysis_form) {
    for (const Ending& ending : endings) {
        if (word_.ends_with(ending.letters) && end_count_ < ends_.size())
            ends_[end_count_++] = ending.enclitic;
    }
    Segments whole;
    whole.stem_end = static_cast<std::uint8_t>(word_.size());
    add_preposition(whole);
    const Proclitic conjunction = conjunction_of(letter_at(word_, 0));
    if (conjunction == Proclitic::none || word_.size() < 3 * letter) return;
    Segments joined = whole;
    joined.conjunction = conjunction;
    joined.name_begin = joined.stem_begin = letter;
    add_preposition(joined);
}

void SegmentsOfWord::add_preposition(Segments segments) {
    add_enclitics(segments);
    const std::size_t at = segments.stem_begin;
    const char32_t first = letter_at(word_, at), second = letter_at(word_, at + letter);
    const std::size_t left = word_.size() - at;
    if (first == l::seen && left >= 4 * letter && opens_imperfect(second)) {
        segments.preposition = Proclitic::seen;
        segments.stem_begin += letter;  // a name does not begin behind sa-
        add_enclitics(segments);
    } else if (preposition_of(first) != Proclitic::none && left >= 3 * letter &&
               !is_pronoun(word_.substr(at + letter))) {
        segments.preposition = preposition_of(first);
        segments.name_begin = segments.stem_begin = static_cast<std::uint8_t>(at + letter);
        add_enclitics(segments);
        if (first != l::lam || second != l::lam || left <= 3 * letter) return;
        segments.preposition = Proclitic::lam_article;
        segments.article = true;
        segments.stem_begin += letter;
        add(segments);
    }
}

void SegmentsOfWord::add_enclitics(Segments segments) {
    const std::string_view rest = word_.substr(segments.stem_begin);
    const bool future = segments.preposition == Proclitic::seen;
    if (!future && rest.starts_with(al) && rest.size() > 3 * letter) {
        Segments definite = segments;
        definite.article = true;
        definite.stem_begin += 2 * letter;
        add(definite);
    } else {
        add(segments);
    }
    for (std::size_t i = 0; i < end_count_; ++i) {
        const std::size_t bytes = bytes_of(ends_[i]);
        if (rest.size() <= bytes) continue;
        const bool one_letter = rest.size() - bytes == letter;
        const bool carries = preposition_of(letter_at(rest, 0)) != Proclitic::none;
        if (one_letter && (!carries || segments.preposition != Proclitic::none)) continue;
        Segments ended = segments;
        ended.enclitic = ends_[i];
        ended.stem_end = static_cast<std::uint8_t>(word_.size() - bytes);
        add(ended);
    }
}

void SegmentsOfWord::add(const Segments& segments) {
    if (count_ < items_.size()) items_[count_++] = segments;
}

}  // namespace isnad::words
