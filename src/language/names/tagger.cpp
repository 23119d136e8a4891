#include "language/names/tagger.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "base/hash.h"

namespace isnad::names {
namespace {

constexpr float step = 0.1F;   // what one stands for in a weight
constexpr int strongest = 46;  // steps: 94 signs of ASCII for them
constexpr std::string_view behind = "behind ", shelf = "weights ";
constexpr char nought = 'O';  // the sign of no weight

using Steps = std::array<std::int8_t, lanes>;

Steps steps_of(std::string_view written) {
    Steps out{};
    for (std::size_t tag = 0; tag < std::min(tags, written.size()); ++tag)
        out[tag] = static_cast<std::int8_t>(written[tag] - nought);
    return out;
}

Feature feature_of(std::string_view hex) {
    Feature out = 0;
    std::from_chars(hex.data(), hex.data() + hex.size(), out, 16);
    return out;
}

void add(const TagSums& some, TagSums& sums) {
    for (std::size_t tag = 0; tag < lanes; ++tag)
        sums[tag] = static_cast<std::int16_t>(sums[tag] + some[tag]);
}

}  // namespace

std::string Tagger::written(const TagScores& weights) {
    std::string out;
    for (std::size_t tag = 0; tag < tags; ++tag) {
        const long steps = std::clamp(std::lround(weights[tag] / step), long{-strongest}, long{strongest});
        out += static_cast<char>(nought + steps);
    }
    return out;
}

TagScores Tagger::read(std::string_view written) {
    TagScores out{};
    const Steps steps = steps_of(written);
    for (std::size_t tag = 0; tag < tags; ++tag) out[tag] = step * steps[tag];
    return out;
}

// Rows: weights of tags that stand first, behind each tag, and of no name at all; then shelves of features,
// each of sixteen hexadecimal digits and its weights.
Tagger::Tagger(const lexicon::Lexicon& lexicon) : clusters_(lexicon) {
    const auto table = lexicon.table("name_tags");
    if (!table) return;
    const std::size_t key = lexicon.column(*table, "ar"), weights = lexicon.column(*table, "weights");
    constexpr std::size_t digits = 16, item = digits + tags;
    std::size_t features = 0;
    for (std::uint32_t row = 0; row < lexicon.rows(*table); ++row) {
        const std::string_view name = lexicon.cell(*table, row, key),
                               cell = lexicon.cell(*table, row, weights);
        if (name == "first") following_.first = read(cell);
        if (name == "bias") outside_ = steps_of(cell)[outside];
        if (name.starts_with(behind)) {
            std::size_t before = tags;
            std::from_chars(name.data() + behind.size(), name.data() + name.size(), before);
            if (before < tags) following_.behind[before] = read(cell);
        }
        if (name.starts_with(shelf)) features += cell.size() / item;
    }
    slots_.resize(std::bit_ceil(features * 2 + 1));
    filter_.assign((std::size_t{1} << filter_bits) / 64, 0);
    for (std::uint32_t row = 0; row < lexicon.rows(*table); ++row) {
        if (!lexicon.cell(*table, row, key).starts_with(shelf)) continue;
        const std::string_view cell = lexicon.cell(*table, row, weights);
        for (std::size_t at = 0; at + item <= cell.size(); at += item)
            insert(feature_of(cell.substr(at, digits)), steps_of(cell.substr(at + digits, tags)));
    }
    sum_rules();
}

void Tagger::sum_rules() {
    constexpr auto n = static_cast<std::uint8_t>(TaggerInput::rule_tags);
    rule_sums_.assign(std::size_t{n} * n * n, TagSums{});
    std::vector<Feature> features;
    std::size_t at = 0;
    for (std::uint8_t a = 0; a < n; ++a) {
        for (std::uint8_t b = 0; b < n; ++b) {
            for (std::uint8_t c = 0; c < n; ++c) {
                features.clear();
                TaggerInput::of_rules({a, b, c}, features);
                sum(features, rule_sums_[at++]);
            }
        }
    }
}

void Tagger::insert(Feature feature, const Steps& weights) {
    std::size_t at = feature & (slots_.size() - 1);
    while (slots_[at].check != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {static_cast<std::uint32_t>(feature >> 32) | 1u, weights};
    const std::uint64_t bit = feature >> (64 - filter_bits);
    filter_[bit >> 6] |= std::uint64_t{1} << (bit & 63);
}

// Most features of a text were never learnt: a bit of theirs, in a table that fits the cache, tells so
// without a look at the slots (Bloom 1970).
bool Tagger::may_know(Feature feature) const {
    const std::uint64_t at = feature >> (64 - filter_bits);
    return (filter_[at >> 6] >> (at & 63) & 1) != 0;
}

// In two passes, so that the slots are on their way from memory together.
void Tagger::sum(std::vector<Feature>& features, TagSums& scores) const {
    std::erase_if(features, [&](Feature feature) {
        if (!may_know(feature)) return true;
        __builtin_prefetch(&slots_[feature & (slots_.size() - 1)]);
        return false;
    });
    for (const Feature feature : features) {
        const std::uint32_t check = static_cast<std::uint32_t>(feature >> 32) | 1u;
        std::size_t at = feature & (slots_.size() - 1);
        while (slots_[at].check != 0 && slots_[at].check != check) at = (at + 1) & (slots_.size() - 1);
        if (slots_[at].check == 0) continue;
        const Steps& weights = slots_[at].weights;
        for (std::size_t tag = 0; tag < lanes; ++tag)
            scores[tag] = static_cast<std::int16_t>(scores[tag] + weights[tag]);
    }
}

FormScores Tagger::scores_of(const FormTraits& traits) const {
    FormScores out;
    out.path = traits.path;
    std::vector<Feature> features;
    for (int distance = -furthest; distance <= furthest; ++distance) {
        features.clear();
        for (const FormFeature& one : traits.features) {
            if (std::abs(distance) <= one.reach) features.push_back(at_distance(one.feature, distance));
        }
        sum(features, out.beside[static_cast<std::size_t>(distance + furthest)]);
    }
    features.assign(1, traits.unnamed);
    sum(features, out.unnamed);
    return out;
}

std::vector<FormScores> Tagger::scores_of_forms(TaggerInput& input) const {
    constexpr std::uint32_t ahead = 8;
    std::vector<FormScores> out(input.forms());
    for (std::uint32_t form = 0; form < out.size(); ++form) {
        if (form + ahead < out.size()) form_memory_.expect(input.key(form + ahead));
        out[form] =
            form_memory_.of(input.key(form), [&] { return scores_of(input.traits(form, clusters_)); });
        input.set_path(form, out[form].path);
    }
    return out;
}

std::vector<PhraseScores> Tagger::scores_of_phrases(const TaggerInput& input, std::uint32_t words) const {
    std::vector<PhraseScores> out(words);
    std::vector<Feature> features;
    for (std::uint32_t i = 0; i < words; ++i) {
        out[i] = phrase_memory_.of(hash_join(input.phrase_key(i), 1), [&] {
            PhraseScores scores;
            for (std::size_t side = 0; side < scores.beside.size(); ++side) {
                features.clear();
                input.of_phrases(i, side, features);
                sum(features, scores.beside[side]);
            }
            return scores;
        });
    }
    return out;
}

std::vector<TagSums> Tagger::first_scores(const Sightings& seen, TaggerInput& input,
                                          Convention convention) const {
    const std::vector<FormScores> forms = scores_of_forms(input);
    const std::vector<PhraseScores> phrases =
        scores_of_phrases(input, static_cast<std::uint32_t>(seen.size()));
    std::vector<TagSums> out(seen.size());
    std::vector<Feature> features;
    for (const Sentence& sentence : seen.words().sentences) {
        for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
            TagSums& sums = out[i];
            for (int distance = -furthest; distance <= furthest; ++distance) {
                const std::int64_t place = std::int64_t{i} + distance;
                const bool inside = place >= sentence.first && place < sentence.end;
                const std::uint32_t form = inside ? input.form(static_cast<std::uint32_t>(place)) : 0;
                add(forms[form].beside[static_cast<std::size_t>(distance + furthest)], sums);
            }
            if (i > sentence.first) add(phrases[i - 1].beside[0], sums);
            add(phrases[i].beside[1], sums);
            if (i + 1 < sentence.end) add(phrases[i + 1].beside[2], sums);
            const TaggerInput::RuleTags rules = input.rules_at(sentence.first, i, sentence.end);
            add(rule_sums(rules), sums);
            if (rules[1] == 0) add(forms[input.form(i)].unnamed, sums);
            sums[outside] = static_cast<std::int16_t>(sums[outside] + outside_);
            features.clear();
            input.of_place(sentence.first, i, sentence.end, convention, features);
            sum(features, sums);
        }
    }
    return out;
}

// Whether the look showed anything.
bool Tagger::look_again(const SecondLook& look, const Sentence& sentence,
                        std::vector<TagSums>& scores) const {
    bool changed = false;
    std::vector<Feature> features;
    for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
        features.clear();
        look.of_place(sentence.first, i, sentence.end, features);
        changed = changed || !features.empty();
        sum(features, scores[i]);
    }
    return changed;
}

std::vector<std::uint8_t> Tagger::tag(const Sightings& seen, const Candidates& by_rule,
                                      Convention convention) const {
    TaggerInput input(seen, by_rule);
    const TagCosts costs = allowed(following_, convention, step);
    TagPath path(costs);
    std::vector<TagSums> scores = first_scores(seen, input, convention);
    const auto decode = [&](const Sentence& sentence, std::vector<std::uint8_t>& tags_of) {
        const std::size_t words = sentence.end - sentence.first;
        path.find({scores.data() + sentence.first, words}, {tags_of.data() + sentence.first, words});
    };
    std::vector<std::uint8_t> first(seen.size(), std::uint8_t{outside});
    for (const Sentence& sentence : seen.words().sentences) decode(sentence, first);
    const std::vector<std::uint64_t> keys = mention_keys(seen);
    const SecondLook look(keys, first);
    std::vector<std::uint8_t> out = first;
    for (const Sentence& sentence : seen.words().sentences) {
        if (look_again(look, sentence, scores)) decode(sentence, out);
    }
    return out;
}

}  // namespace isnad::names
