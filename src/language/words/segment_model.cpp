#include "language/words/segment_model.h"

#include <algorithm>
#include <charconv>

#include "base/hash.h"

namespace isnad::words {
namespace {

std::size_t clitics_of(Evidence evidence) {
    return evidence == Evidence::shape ? 1 : is_of_proclitic(evidence) ? proclitics : enclitics;
}

}  // namespace

SegmentModel::SegmentModel(const lexicon::Lexicon& lexicon) : weights_(evidences * enclitics * buckets) {
    const lexicon::TableId table = lexicon.table_or_none("segmentation");
    if (table == lexicon::no_table) return;
    const std::size_t weights = lexicon.column(table, "weights");
    for (std::uint32_t row = 0; row < lexicon.rows(table); ++row) {
        const std::string_view name = lexicon.cell(table, row, 0), cell = lexicon.cell(table, row, weights);
        if (name.starts_with('='))
            read_exception(name.substr(1), cell);
        else
            read_weights(name, cell);
    }
    std::sort(exceptions_.begin(), exceptions_.end(),
              [](const Exception& a, const Exception& b) { return a.word < b.word; });
}

void SegmentModel::read_exception(std::string_view word, std::string_view pieces) {
    if (word.empty() || word.size() > SegmentFeatures::longest_word) return;
    for (const Segments& way : SegmentsOfWord(word)) {
        if (pieces_of(word, way) != pieces) continue;
        exceptions_.push_back({hash_bytes(word), way});
        return;
    }
}

const Segments* SegmentModel::exception(std::string_view analysis) const {
    const std::uint64_t hash = hash_bytes(analysis);
    const auto at = std::lower_bound(exceptions_.begin(), exceptions_.end(), hash,
                                     [](const Exception& a, std::uint64_t b) { return a.word < b; });
    return at != exceptions_.end() && at->word == hash ? &at->segments : nullptr;
}

// False for a row that this program does not know: it has no weight then.
bool SegmentModel::read_weights(std::string_view name, std::string_view weights) {
    for (std::size_t kind = 0; kind < evidences; ++kind) {
        const auto evidence = static_cast<Evidence>(kind);
        for (std::size_t clitic = 0; clitic < clitics_of(evidence); ++clitic) {
            if (row_name(evidence, clitic) != name) continue;
            std::int16_t* const out = weights_.data() + index(evidence, clitic);
            const char* at = weights.data();
            const char* const end = at + weights.size();
            for (std::size_t bucket = 0; bucket < buckets && at < end; ++bucket) {
                at = std::from_chars(at, end, out[bucket]).ptr;
                while (at < end && *at == ' ') ++at;
            }
            return true;
        }
    }
    return false;
}

Segments SegmentModel::best(const WordFacts& facts, std::string_view search,
                            std::string_view analysis) const {
    const SegmentsOfWord ways(analysis);
    if (ways.size() == 1) return *ways.begin();
    if (const Segments* const known = exception(analysis)) return *known;
    SegmentFeatures features(facts, search, analysis);
    SegmentFeatures::List list{};
    const Segments* best = ways.begin();
    std::int32_t most = INT32_MIN;
    for (const Segments& way : ways) {
        std::int32_t score = 0;
        const std::size_t size = features.of(way, list);
        for (std::size_t i = 0; i < size; ++i)
            score += weights_[index(list[i].evidence, list[i].clitic) + list[i].bucket];
        if (score <= most) continue;
        most = score;
        best = &way;
    }
    return *best;
}

}  // namespace isnad::words
