// Texts that nobody writes: every one must end, with words and sentences that tile it in order.
#include <gtest/gtest.h>

#include "language/words/lemmas.h"
#include "language/words/words.h"
#include "tests/sentences.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::words {
namespace {

// Words and sentences lie in order, inside the text, and every word in its sentence.
void expect_in_order(const ReadText& read) {
    const std::size_t size = read.document->page().text.size();
    std::uint32_t end = 0;
    for (const Word& word : read.words.words) {
        ASSERT_LE(end, word.normal.begin);
        ASSERT_LT(word.normal.begin, word.normal.end);
        ASSERT_LE(word.span.end, size);
        ASSERT_LE(word.stem_begin + word.enclitic, word.normal.size());
        ASSERT_LT(word.sentence, read.words.sentences.size());
        end = word.normal.end;
    }
    std::uint32_t next = 0;
    for (const Sentence& sentence : read.words.sentences) {
        ASSERT_EQ(sentence.first, next);
        ASSERT_LT(sentence.first, sentence.end);
        next = sentence.end;
    }
    ASSERT_EQ(next, read.words.words.size());
}

std::string repeated(std::string_view piece, std::size_t bytes) {
    std::string out;
    out.reserve(bytes + piece.size());
    while (out.size() < bytes) out += piece;
    return out;
}

TEST(HostileWords, OneLineOfSixtyFourMegabytes) {
    const std::size_t bytes = hostile_bytes(64u << 20);
    std::string word;
    for (const char32_t c : {letters::waw, letters::beh, letters::lam, letters::heh, letters::meem})
        utf8::append(word, c);
    expect_in_order(read_text(repeated(word, bytes)));
    expect_in_order(read_text(repeated(word + ' ', bytes)));
    expect_in_order(read_text(repeated(word + ".(", bytes / 8)));
}

TEST(HostileWords, RowsOfOneSign) {
    for (const std::string_view piece : {".", "(", ")", "\"", "@", "a@", "a.", "1.", "!?", "www.", "@.", "-"})
        expect_in_order(read_text(repeated(piece, hostile_bytes(1u << 20))));
}

TEST(HostileWords, MarksOnOneLetter) {
    std::string text;
    utf8::append(text, letters::beh);
    std::string mark;
    utf8::append(mark, letters::fathatan);
    text += repeated(mark, 20'000);
    const ReadText read = read_text(text + " a");
    expect_in_order(read);
    EXPECT_EQ(read.words.words.size(), 2u);
    expect_in_order(read_text(repeated(mark, 20'000)));
}

TEST(HostileWords, BytesByChance) {
    std::uint64_t state = 17;
    for (int round = 0; round < 200; ++round) {
        std::string bytes;
        for (int i = 0; i < 2'000; ++i) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            const auto byte = static_cast<unsigned char>(state >> 56);
            // half of it letters of the Arabic block, so that words come about
            if ((state >> 40 & 1) != 0) bytes += static_cast<char>(0xD8 + (byte & 1));
            bytes += static_cast<char>((state >> 41 & 1) != 0 ? 0x80 + (byte & 0x3F) : byte);
        }
        expect_in_order(read_text(utf8::decode(bytes).text));
    }
}

// Halves of UTF-16 pairs that somebody wrote as UTF-8.
TEST(HostileWords, UnpairedSurrogates) {
    const std::string text = utf8::decode(repeated("\xED\xA0\xBD\xED\xB8\x80 \xED\xA0\x80.", 10'000)).text;
    expect_in_order(read_text(text));
}

TEST(HostileWords, LemmasOfAnything) {
    std::uint64_t state = 23;
    for (int round = 0; round < 3'000; ++round) {
        std::string word;
        for (std::uint64_t i = 0; i < 1 + (state >> 60); ++i) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            utf8::append(word, static_cast<char32_t>(letters::hamza + (state >> 40) % 42));
        }
        const ReadText read = read_text(word);
        for (std::uint32_t i = 0; i < read.words.words.size(); ++i)
            EXPECT_LE(lemma_candidates(read.words, i, test_clitics()).size(), 6u);
    }
}

}  // namespace
}  // namespace isnad::words
