#include "source/charset.h"

#include <gtest/gtest.h>

#include <chrono>

#include "source/charset_sets.h"
#include "source/mojibake.h"
#include "tests/tsv_cases.h"
#include "text/utf8.h"

namespace isnad::source {
namespace {

// UTF-8 as bytes of a set; signs that the set lacks become question marks.
std::string bytes_of(std::string_view text, const SingleByteSet& set) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::CodePoint point = utf8::at(text, at);
        out += static_cast<char>(set.byte_of(point.value).value_or('?'));
        at += point.size;
    }
    return out;
}

std::string wide_of(std::string_view text, bool little) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::CodePoint point = utf8::at(text, at);
        const char low = static_cast<char>(point.value & 0xFF), high = static_cast<char>(point.value >> 8);
        out += little ? low : high;
        out += little ? high : low;
        at += point.size;
    }
    return out;
}

// UTF-8 that somebody read as another set and wrote as UTF-8 again.
std::string misread(std::string_view text, std::string_view as) { return set_named(as)->decoded(text); }

std::string codes(const Decoded& decoded) {
    std::string out;
    for (const Problem& problem : decoded.problems)
        out += problem.code + (problem.byte ? "@" + std::to_string(*problem.byte) : "") + " ";
    return out;
}

// Columns: text. Each is read back from every set it can be written in.
TEST(Charset, TextsAreReadBackFromEachSet) {
    for (const TsvCase& row : tsv_cases("src/source/charset_test.tsv", 1)) {
        const std::string& text = row.cells[0];
        EXPECT_EQ(decode(text, TextForm::plain).text, text) << row.place;
        for (const char* name : {"windows-1256", "iso-8859-6", "x-mac-arabic"}) {
            const std::string bytes = bytes_of(text, *set_named(name));
            for (const TextForm form : {TextForm::plain, TextForm::html}) {
                const Decoded decoded = decode(bytes, form);
                EXPECT_EQ(decoded.text, set_named(name)->decoded(bytes))
                    << row.place << " " << decoded.charset;
                EXPECT_EQ(codes(decoded), "charset_guessed ") << row.place;
            }
        }
        for (const bool little : {true, false}) {
            const Decoded decoded = decode(wide_of(text, little), TextForm::plain);
            EXPECT_EQ(decoded.text, text) << row.place;
            EXPECT_EQ(decoded.charset, little ? "utf-16le" : "utf-16be");
        }
    }
}

TEST(Charset, WrongDeclarationsLose) {
    for (const TsvCase& row : tsv_cases("src/source/charset_test.tsv", 1)) {
        const std::string bytes = bytes_of(row.cells[0], *set_named("windows-1256"));
        for (const char* label :
             {"iso-8859-1", "UTF-8", "windows-1252", "iso-8859-6", "windows-1251", "gbk"}) {
            const Decoded decoded =
                decode("<meta charset='" + std::string(label) + "'>" + bytes, TextForm::html);
            EXPECT_EQ(decoded.charset, "windows-1256") << row.place << " " << label;
            EXPECT_EQ(codes(decoded), "charset_contradicted@15 charset_guessed ")
                << row.place << " " << label;
        }
        const Decoded met = decode(bytes, TextForm::plain, "windows-1256");
        EXPECT_EQ(codes(met), "");
        const Decoded utf8 =
            decode("<?xml version='1.0' encoding='windows-1256'?>" + row.cells[0], TextForm::xml);
        EXPECT_EQ(utf8.charset, "utf-8");
        EXPECT_EQ(codes(utf8), "charset_contradicted@30 ");
    }
}

TEST(Charset, DeclarationsThatHoldWin) {
    const std::string russian =
        "\xcd\xee\xe2\xee\xf1\xf2\xe8 \xe4\xed\xff: \xef\xf0\xe8\xe2\xe5\xf2 \xe2\xf1\xe5\xec";
    EXPECT_EQ(decode(russian, TextForm::plain, "Windows-1251").charset, "windows-1251");
    EXPECT_EQ(decode("<meta charset=windows-1251>" + russian, TextForm::html).charset, "windows-1251");
    EXPECT_EQ(decode("caf\xE9 cr\xE8me", TextForm::plain, "latin1").charset, "windows-1252");
    EXPECT_EQ(decode("caf\xE9 cr\xE8me", TextForm::plain).text, "caf\xC3\xA9 cr\xC3\xA8me");
    EXPECT_EQ(decode("plain", TextForm::plain, "windows-1256").charset, "utf-8");
    EXPECT_EQ(codes(decode("plain", TextForm::plain, "windows-1256")), "");
    EXPECT_EQ(codes(decode("plain", TextForm::plain, "klingon-8")), "unknown_charset ");
    EXPECT_EQ(charset_of_label("windows-1256\xE1"), "");
}

TEST(Charset, MixedPagesAreReadByTheirParts) {
    const std::vector<TsvCase> rows = tsv_cases("src/source/charset_test.tsv", 1);
    const std::string& text = rows[0].cells[0];
    for (const TsvCase& row : rows) {
        const std::string foreign = bytes_of(row.cells[0], *set_named("windows-1256"));
        const std::string bytes = "<p>" + text + "</p><p>" + foreign + "</p>" + text;
        const Decoded decoded = decode(bytes, TextForm::html, "utf-8");
        EXPECT_EQ(decoded.text, "<p>" + text + "</p><p>" + row.cells[0] + "</p>" + text) << row.place;
        EXPECT_EQ(codes(decoded), "mixed_charsets@" + std::to_string(text.size() + 10) + " ");
        const auto tail = decoded.arrived(decoded.text.size() - text.size(), decoded.text.size());
        ASSERT_TRUE(tail);
        EXPECT_EQ(tail->begin, bytes.size() - text.size());
        EXPECT_FALSE(decoded.arrived(text.size() + 12, text.size() + 14));
    }
    // one bad byte is no foreign text
    EXPECT_EQ(codes(decode(text + "\n\xD9 x\n" + text, TextForm::plain)),
              "invalid_utf8@" + std::to_string(text.size() + 1) + " ");
}

TEST(Charset, PlacesHold) {
    for (const TsvCase& row : tsv_cases("src/source/charset_test.tsv", 1)) {
        const std::string bytes = "a " + bytes_of(row.cells[0], *set_named("windows-1256"));
        const Decoded decoded = decode(bytes, TextForm::plain);
        for (std::size_t at = 0; at < decoded.text.size();) {
            const std::size_t size = utf8::at(decoded.text, at).size;
            const auto range = decoded.arrived(at, at + size);
            ASSERT_TRUE(range);
            ASSERT_EQ(range->end, range->begin + 1);
            const auto byte = static_cast<unsigned char>(bytes[range->begin]);
            ASSERT_EQ(utf8::encode(set_named("windows-1256")->points[byte]), decoded.text.substr(at, size));
            at += size;
        }
    }
}

TEST(Mojibake, CertainDamageIsRepaired) {
    for (const TsvCase& row : tsv_cases("src/source/charset_test.tsv", 1)) {
        const std::string& text = row.cells[0];
        for (const char* wrong : {"windows-1252", "windows-1256"}) {
            const std::string once = misread(text, wrong);
            EXPECT_EQ(mend_mojibake(once, false).text, text) << row.place << " " << wrong;
            EXPECT_EQ(mend_mojibake(misread(once, wrong), false).text, text) << row.place << " " << wrong;
            const Mended line = mend_mojibake("<p>" + once + "</p>\n<b>" + text + "</b>", true);
            EXPECT_EQ(line.text, "<p>" + text + "</p>\n<b>" + text + "</b>") << row.place << " " << wrong;
        }
        const std::string bytes = bytes_of(text, *set_named("windows-1256"));
        EXPECT_EQ(mend_mojibake(misread(bytes, "windows-1252"), false).text,
                  set_named("windows-1256")->decoded(bytes))
            << row.place;
        EXPECT_TRUE(mend_mojibake(text, false).repairs.empty()) << row.place;
    }
}

TEST(Mojibake, DoubtfulTextStays) {
    const char* const cases[] = {"caf\xC3\xA9 \xC3\xA0 la carte, d\xC3\xA9j\xC3\xA0 vu, No\xC3\xABl",
                                 "\xC3\x98resund",
                                 "\xC3\x99",
                                 "\xC3\x98\xC2\xA7",
                                 "\xD8\xB7\xC2\xA7",
                                 "\xC3\x87\xC3\xA1 \xC3\x87\xC3\xA1",
                                 ""};
    for (const char* text : cases) EXPECT_EQ(mend_mojibake(text, false).text, text);
}

TEST(Mojibake, PlacesAroundRepairsHold) {
    for (const TsvCase& row : tsv_cases("src/source/charset_test.tsv", 1)) {
        const std::string damaged = misread(row.cells[0], "windows-1252");
        const Decoded decoded = decode("head\n" + damaged + "\ntail", TextForm::plain);
        EXPECT_EQ(decoded.text, "head\n" + row.cells[0] + "\ntail");
        EXPECT_EQ(codes(decoded), "mojibake_repaired@5 ");
        const auto tail = decoded.arrived(decoded.text.size() - 4, decoded.text.size());
        ASSERT_TRUE(tail);
        EXPECT_EQ(tail->begin, damaged.size() + 6);
        EXPECT_FALSE(decoded.arrived(7, 9));
        EXPECT_EQ(decoded.arrived(5, 5 + row.cells[0].size())->end, 5 + damaged.size());
    }
}

TEST(Charset, HostileBytes) {
    const auto start = std::chrono::steady_clock::now();
    for (const std::string_view piece :
         {"\xC3\x98", "\xC3\x98 ", "\xC3\x98\xC2\xA7<", "\xD8\xB7\xC2\xA7 ", "\xC7", "\xC7\xE1 ", "\xD8",
          "\xC3\x83\xC2\x98\xC3\x82\xC2\xA7", "<meta charset=", "\xFF\xFE", "\x06", "\xE2\x82"}) {
        std::string bytes;
        while (bytes.size() < (1u << 20)) bytes += piece;
        const Decoded decoded = decode(bytes, TextForm::html);
        EXPECT_FALSE(utf8::decode(decoded.text).first_invalid);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
}

}  // namespace
}  // namespace isnad::source
