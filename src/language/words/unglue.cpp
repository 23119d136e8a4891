#include "language/words/unglue.h"

#include <algorithm>

#include "base/hash.h"
#include "language/words/glued.h"

namespace isnad::words {
namespace {

constexpr std::size_t most_unknown = 2'000;  // unknown words of a document that are compared with its others
constexpr std::size_t least_bytes = 14;      // of such a word: seven letters

struct Place {
    std::size_t word = 0;
    Cuts cuts{};
};

class Unglue {
  public:
    Unglue(const NormalText& normal, const Clitics& clitics, std::vector<Word>& words)
        : normal_(normal), clitics_(clitics), glue_(clitics), words_(words) {}

    void run(const std::vector<std::size_t>& unknown) {
        for (const std::size_t i : unknown) look_at(i);
        if (!unknown_.empty()) compare();
        if (!places_.empty()) replace();
    }

  private:
    void look_at(std::size_t index) {
        const Word& word = words_[index];
        const std::string_view search = normal_.search(word.normal);
        if (!glue_.is_unknown(search, word)) return;
        const Cuts cuts = glue_.cuts_of(search, normal_.analysis(word.normal));
        if (cuts.count > 0)
            places_.push_back({index, cuts});
        else if (search.size() >= least_bytes && unknown_.size() < most_unknown)
            unknown_.push_back(index);
    }

    // The unknown words against those that stand alone in the document.
    void compare() {
        SeenWords seen;
        for (const Word& word : words_) {
            if (word.kind != WordKind::arabic) continue;
            const std::string_view search = normal_.search(word.normal);
            seen.add(search);
            if (word.name_begin > 0 && word.name_begin < search.size())
                seen.add(search.substr(word.name_begin));
        }
        seen.finish();
        for (const std::size_t index : unknown_) {
            const Cuts cuts = glue_.cuts_among(normal_.search(words_[index].normal),
                                               normal_.analysis(words_[index].normal), seen);
            if (cuts.count > 0) places_.push_back({index, cuts});
        }
        std::sort(places_.begin(), places_.end(),
                  [](const Place& a, const Place& b) { return a.word < b.word; });
    }

    void replace() {
        std::vector<Word> out;
        out.reserve(words_.size() + 2 * places_.size());
        std::size_t next = 0;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (next < places_.size() && places_[next].word == i)
                add_parts(words_[i], places_[next++].cuts, out);
            else
                out.push_back(words_[i]);
        }
        words_ = std::move(out);
    }

    void add_parts(const Word& whole, const Cuts& cuts, std::vector<Word>& out) const {
        std::uint32_t begin = whole.normal.begin;
        for (std::size_t i = 0; i <= cuts.count; ++i) {
            const std::uint32_t end = i < cuts.count ? whole.normal.begin + cuts.at[i] : whole.normal.end;
            Word part;
            part.normal = {begin, end};
            part.span = normal_.original(part.normal);
            part.kind = WordKind::arabic;
            part.space_before = i > 0 || whole.space_before;
            part.block = whole.block;
            clitics_.split(part, normal_);
            out.push_back(part);
            begin = end;
        }
    }

    const NormalText& normal_;
    const Clitics& clitics_;
    Glue glue_;
    std::vector<Word>& words_;
    std::vector<Place> places_;
    std::vector<std::size_t> unknown_;
};

}  // namespace

void unglue(const NormalText& normal, const Clitics& clitics, const std::vector<std::size_t>& unknown,
            std::vector<Word>& words) {
    Unglue(normal, clitics, words).run(unknown);
}

}  // namespace isnad::words
