#include "stories/headline.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/hash.h"

namespace isnad::stories {
namespace {

constexpr std::size_t members_summed = 500;
constexpr std::size_t sentences_tried = 8;
constexpr double short_sentence = 10;  // words that a sentence is taken to have beside its own

// What the words of a sentence weigh in a profile, each once, by its length.
double weight_of(const Words& words, const Sentence& sentence, const Profile& profile) {
    std::set<std::uint64_t> seen;
    double sum = 0;
    for (std::uint32_t w = sentence.first; w < sentence.end; ++w) {
        const Word& word = words.words[w];
        const std::uint64_t what = hash_bytes(stem_of(word, words.search(word)));
        const auto at = std::lower_bound(
            profile.features.begin(), profile.features.end(), what,
            [](const Feature& feature, std::uint64_t wanted) { return feature.what < wanted; });
        if (at != profile.features.end() && at->what == what && seen.insert(what).second) sum += at->weight;
    }
    return sum / (short_sentence + static_cast<double>(sentence.end - sentence.first));
}

}  // namespace

DocumentIndex most_central(const std::vector<Profile>& profiles, const std::vector<DocumentIndex>& members) {
    std::map<std::uint64_t, double> sum;
    for (std::size_t i = 0; i < std::min(members.size(), members_summed); ++i) {
        for (const Feature& feature : profiles[members[i]].features) sum[feature.what] += feature.weight;
    }
    DocumentIndex best = members.front();
    double most = -1;
    for (const DocumentIndex document : members) {
        double alike = 0;
        for (const Feature& feature : profiles[document].features) {
            const auto at = sum.find(feature.what);
            if (at != sum.end()) alike += feature.weight * at->second;
        }
        if (alike > most + 1e-9) {
            most = alike;
            best = document;
        }
    }
    return best;
}

WordsOf headline_of(const Collection& collection, DocumentIndex document, const Profile& profile) {
    const Analysis& analysis = collection.analysis(document);
    const auto& blocks = analysis.document->blocks();
    for (const Block& block : blocks) {
        if (block.kind == BlockKind::title) return {document, block.span};
    }
    WordsOf best{document, blocks.empty() ? Span{} : blocks.front().span};
    double most = 0;
    std::size_t tried = 0;
    for (const Sentence& sentence : analysis.words.sentences) {
        if (tried++ == sentences_tried) break;
        const double told = weight_of(analysis.words, sentence, profile);
        if (told <= most * 1.1) continue;
        most = told;
        best.span = sentence.span;
    }
    return best;
}

}  // namespace isnad::stories
