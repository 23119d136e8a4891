#include "language/varieties/sentences.h"

namespace isnad::varieties {
namespace {

constexpr std::uint32_t stretch_words = 3;  // of another script, to stand for themselves
constexpr std::uint32_t strong = 5;         // weight of a word that goes among the evidence
constexpr std::size_t most_telling = 200;   // kept until the language is known

// Japanese writes kana and Chinese characters in one word.
bool are_one(Script a, Script b) {
    const auto is_japanese = [](Script script) { return script == Script::kana || script == Script::han; };
    return a == b || (is_japanese(a) && is_japanese(b));
}

class Cutter {
  public:
    Cutter(const Page& page, const Knowledge& knowledge, Stretches& out)
        : page_(page), knowledge_(knowledge), out_(out) {}

    void cut(Span block) {
        RawWords words(page_.text, block);
        RawWord word;
        while (seen_ < most_words && words.next(word)) {
            ++seen_;
            if (now_.words > 0 && !are_one(word.script, now_.script)) close(false);
            if (now_.words == 0 || word.script == Script::kana) now_.script = word.script;
            ++now_.words;
            if (knowledge_.add(word, now_.scores) >= strong && out_.telling.size() < most_telling)
                out_.telling.push_back({word.span, std::string(word.form)});
            if (word.ends_sentence) close(true);
        }
        close(true);
    }

  private:
    // A stretch too short for itself goes to the one before it in its sentence, or waits for the next.
    void close(bool sentence) {
        if (now_.words > 0) {
            const bool is_short = now_.words < stretch_words;
            if (open_ && (is_short || out_.items.back().script == now_.script)) {
                join(out_.items.back(), now_);
            } else if (open_ && out_.items.back().words < stretch_words) {
                now_.words += out_.items.back().words;
                out_.items.back() = now_;
            } else {
                out_.items.push_back(now_);
                open_ = true;
            }
        }
        now_ = {};
        if (sentence) open_ = false;
    }

    static void join(Stretch& to, const Stretch& from) {
        to.words += from.words;
        if (to.script != from.script) return;
        for (std::size_t i = 0; i < to.scores.size(); ++i) to.scores[i] += from.scores[i];
    }

    const Page& page_;
    const Knowledge& knowledge_;
    Stretches& out_;
    Stretch now_;
    std::uint32_t seen_ = 0;
    bool open_ = false;  // the last stretch belongs to the sentence that is read
};

}  // namespace

Stretches stretches_of(const Page& page, const std::vector<Block>& blocks, const Knowledge& knowledge) {
    Stretches out;
    Cutter cutter(page, knowledge, out);
    for (const Block& block : blocks) cutter.cut(block.span);
    return out;
}

}  // namespace isnad::varieties
