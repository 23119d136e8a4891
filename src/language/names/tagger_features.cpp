#include "language/names/tagger_features.h"

#include <algorithm>

#include "base/hash.h"
#include "language/names/numbering.h"
#include "language/words/clitics.h"

namespace isnad::names {
namespace {

// Kinds of features: the seed of their hashes. Their numbers belong to the model: never change one.
enum class Kind : std::uint8_t {
    edge = 1,
    word,
    cluster,
    prefix,
    suffix,
    near_prefix,
    near_suffix,
    reading,
    length,
    shape,
    source,
    sources,
    word_pair,
    word_pair_after,
    word_around,
    cluster_pair,
    cluster_pair_after,
    cluster_triple,
    phrase,
    phrases,
    phrase_behind,
    rule_tag,
    rule_name,
    rule_source,
    rule_pair,
    rule_pair_after,
    rule_triple,
    rule_word,
    convention,
    convention_rule
};

constexpr Feature feature(Kind kind, std::uint64_t value) {
    return hash_join(static_cast<std::uint64_t>(kind), value);
}
constexpr Feature feature(Kind kind, std::uint64_t a, std::uint64_t b) {
    return hash_join(feature(kind, a), b);
}

// Bytes of the first `letters` letters.
std::size_t head_size(std::string_view form, std::size_t letters) {
    std::size_t at = 0;
    while (letters > 0 && at < form.size()) {
        ++at;
        while (at < form.size() && (static_cast<unsigned char>(form[at]) & 0xC0) == 0x80) ++at;
        --letters;
    }
    return at;
}

std::size_t tail_begin(std::string_view form, std::size_t letters) {
    std::size_t at = form.size();
    while (letters > 0 && at > 0) {
        --at;
        while (at > 0 && (static_cast<unsigned char>(form[at]) & 0xC0) == 0x80) --at;
        --letters;
    }
    return at;
}

// The phrases of the lexicon fall into groups; class nouns into one for each type of name.
constexpr std::size_t phrase_groups = 18;
std::size_t group_of(Source source, NameType noun) {
    switch (source) {
        case Source::person: return 0;
        case Source::country:
        case Source::place:
        case Source::cldr_place: return 1;
        case Source::organisation:
        case Source::agency:
        case Source::outlet: return 2;
        case Source::given_name: return 3;
        case Source::surname: return 4;
        case Source::title: return 5;
        case Source::people: return 6;
        case Source::saying: return 7;
        case Source::noun: return 8 + static_cast<std::size_t>(noun);
        case Source::function_word: return 16;
        case Source::plain:
        case Source::none: break;
    }
    return 17;
}

// Place in a phrase: alone, first or further; behind a proclitic; ambiguous.
std::uint16_t code_of(std::size_t group, bool alone, bool first, bool joined, bool ambiguous) {
    const unsigned place = alone ? 0u : first ? 1u : 2u;
    return static_cast<std::uint16_t>(group << 4 | place << 2 | (joined ? 2u : 0u) | (ambiguous ? 1u : 0u));
}

constexpr WordClusters::Path no_path{};

// A number stands for all of its shape: "0,000" for "4,750".
std::string shape_of(std::string_view form) {
    std::string out(form);
    for (char& c : out) {
        if (c >= '0' && c <= '9') c = '0';
    }
    return out;
}

}  // namespace

Feature at_distance(Feature feature, int distance) {
    return hash_join(feature, static_cast<std::uint64_t>(distance + furthest));
}

TaggerInput::TaggerInput(const Sightings& seen, const Candidates& by_rule) : seen_(seen) {
    note_forms();
    note_phrases();
    note_rules(by_rule);
}

// Words of one form share a number.
void TaggerInput::note_forms() {
    forms_.reserve(seen_.size() / 2 + 2);
    forms_.push_back({});
    form_of_word_.reserve(seen_.size());
    Numbering numbers(seen_.size());
    for (std::uint32_t i = 0; i < seen_.size(); ++i) {
        const std::uint64_t hash = hash_bytes(seen_.form(i));
        form_of_word_.push_back(numbers.of(hash));
        if (forms_.size() < numbers.size()) forms_.push_back({hash, i, {}});
    }
}

std::uint64_t TaggerInput::key(std::uint32_t form) const {
    const Form& one = forms_[form];
    if (one.word == no_word) return 1;
    const std::uint64_t kind = static_cast<std::uint64_t>(seen_.word(one.word).kind);
    return hash_join(one.hash, std::uint64_t{seen_.bits(one.word)} << 8 | kind);
}

FormTraits TaggerInput::traits(std::uint32_t number, const WordClusters& clusters) const {
    FormTraits out;
    const auto add = [&](Feature one, int reach) { out.features.push_back({one, reach}); };
    const std::uint32_t word = forms_[number].word;
    if (word == no_word) {
        add(feature(Kind::edge, 0), furthest);
        return out;
    }
    const std::string_view form = seen_.form(word);
    const lexicon::Lexicon& lexicon = seen_.knowledge().lexicon();
    out.path = clusters.of(lexicon, shape_of(form));
    add(feature(Kind::word, forms_[number].hash), 2);
    if (seen_.is_arabic(word)) {
        for (const words::Reading reading : words::readings_of(form)) {
            if (reading.skip == 0) continue;
            const lexicon::Phrase stem = words::phrase_of(form, reading);
            add(feature(Kind::reading, stem.hash), 0);
            if (out.path[0] == 0 && !reading.article)
                out.path = clusters.of(lexicon, form.substr(reading.skip));
        }
        for (std::size_t letters = 1; letters <= 4; ++letters) {
            if (head_size(form, letters) >= form.size()) break;
            add(feature(Kind::prefix, hash_bytes(form.substr(0, head_size(form, letters)))), 0);
            add(feature(Kind::suffix, hash_bytes(form.substr(tail_begin(form, letters)))), 0);
        }
        add(feature(Kind::near_prefix, hash_bytes(form.substr(0, head_size(form, 2)))), 1);
        add(feature(Kind::near_suffix, hash_bytes(form.substr(tail_begin(form, 3)))), 1);
    }
    for (std::size_t k = 0; k < out.path.size(); ++k) add(feature(Kind::cluster, k, out.path[k]), 2);
    add(feature(Kind::length, std::min<std::size_t>(form.size(), 18)), 0);
    add(feature(Kind::shape, static_cast<std::uint64_t>(seen_.word(word).kind)), 1);
    add(feature(Kind::sources, seen_.bits(word)), 1);
    out.unnamed = feature(Kind::rule_word, 0, forms_[number].hash);
    return out;
}

void TaggerInput::note_phrases() {
    struct Best {
        std::array<std::uint8_t, phrase_groups> words{};
        std::array<std::uint16_t, phrase_groups> code{};
    };
    std::vector<Best> best(seen_.size());
    for (std::uint32_t i = 0; i < seen_.size(); ++i) {
        for (const Sighting& one : seen_.at(i)) {
            for (const lexicon::Entry& entry : one.entries) {
                if (seen_.knowledge().source(entry) == Source::none) continue;
                const RowFacts& facts = seen_.knowledge().facts(entry);
                const std::size_t group = group_of(seen_.knowledge().source(entry), facts.type);
                for (std::uint32_t k = one.first; k < one.end; ++k) {
                    if (best[k].words[group] >= one.words()) continue;
                    best[k].words[group] = static_cast<std::uint8_t>(one.words());
                    best[k].code[group] =
                        code_of(group, one.words() == 1, k == one.first, one.skip > 0, facts.ambiguous);
                }
            }
        }
    }
    phrase_begin_.push_back(0);
    for (const Best& one : best) {
        std::uint64_t key = 0;
        for (std::size_t group = 0; group < phrase_groups; ++group) {
            if (one.words[group] == 0) continue;
            phrase_codes_.push_back(one.code[group]);
            key = hash_join(key, one.code[group]);
        }
        phrase_keys_.push_back(key);
        phrase_begin_.push_back(static_cast<std::uint32_t>(phrase_codes_.size()));
    }
}

void TaggerInput::note_rules(const Candidates& by_rule) {
    rules_.resize(seen_.size());
    for (const Candidate& one : by_rule) {
        for (std::uint32_t k = one.first; k < one.end; ++k) {
            const unsigned place = k == one.first ? 1u : 2u;
            rules_[k].tag = static_cast<std::uint8_t>(2u * static_cast<unsigned>(one.type) + place);
            rules_[k].rule = hash_bytes(one.rule);
            if (one.entry != nullptr)
                rules_[k].source = 1 + static_cast<std::uint64_t>(seen_.knowledge().source(*one.entry));
        }
    }
}

std::uint64_t TaggerInput::hash_at(std::uint32_t first, std::int64_t at, std::uint32_t end) const {
    return at < first || at >= end ? 0 : forms_[form_of_word_[static_cast<std::size_t>(at)]].hash;
}

const WordClusters::Path& TaggerInput::path_at(std::uint32_t first, std::int64_t at,
                                               std::uint32_t end) const {
    return at < first || at >= end ? no_path : forms_[form_of_word_[static_cast<std::size_t>(at)]].path;
}

const TaggerInput::RuleTag& TaggerInput::rule_at(std::uint32_t first, std::int64_t at,
                                                 std::uint32_t end) const {
    static constexpr RuleTag none{};
    return at < first || at >= end ? none : rules_[static_cast<std::size_t>(at)];
}

void TaggerInput::of_place(std::uint32_t first, std::uint32_t at, std::uint32_t end, Convention convention,
                           std::vector<Feature>& out) const {
    add_word_pairs(first, at, end, out);
    add_phrases(first, at, end, out);
    add_rules(first, at, end, convention, out);
}

void TaggerInput::add_word_pairs(std::uint32_t first, std::uint32_t at, std::uint32_t end,
                                 std::vector<Feature>& out) const {
    const std::int64_t here = at;
    const std::uint64_t before = hash_at(first, here - 1, end), own = hash_at(first, here, end),
                        after = hash_at(first, here + 1, end);
    out.push_back(feature(Kind::word_pair, before, own));
    out.push_back(feature(Kind::word_pair_after, own, after));
    out.push_back(feature(Kind::word_around, before, after));
    const auto &left = path_at(first, here - 1, end), &mid = path_at(first, here, end),
               &right = path_at(first, here + 1, end);
    for (std::size_t k = 0; k < mid.size(); ++k) {
        const std::uint64_t a = left[k], b = mid[k], c = right[k];
        out.push_back(feature(Kind::cluster_pair, k, a << 16 | b));
        out.push_back(feature(Kind::cluster_pair_after, k, b << 16 | c));
        if (k < 2) out.push_back(feature(Kind::cluster_triple, k, a << 32 | b << 16 | c));
    }
}

void TaggerInput::of_phrases(std::uint32_t word, std::uint64_t side, std::vector<Feature>& out) const {
    for (std::uint32_t k = phrase_begin_[word]; k < phrase_begin_[word + 1]; ++k)
        out.push_back(feature(Kind::phrase, phrase_codes_[k], side));
    out.push_back(feature(Kind::phrases, phrase_keys_[word], side));
}

void TaggerInput::add_phrases(std::uint32_t first, std::uint32_t at, std::uint32_t end,
                              std::vector<Feature>& out) const {
    const std::uint16_t behind = path_at(first, std::int64_t{at} - 1, end)[1];
    for (std::uint32_t k = phrase_begin_[at]; k < phrase_begin_[at + 1]; ++k)
        out.push_back(feature(Kind::phrase_behind, phrase_codes_[k], behind));
}

TaggerInput::RuleTags TaggerInput::rules_at(std::uint32_t first, std::uint32_t at, std::uint32_t end) const {
    const std::int64_t here = at;
    return {rule_at(first, here - 1, end).tag, rule_at(first, here, end).tag,
            rule_at(first, here + 1, end).tag};
}

void TaggerInput::of_rules(const RuleTags& by_rule, std::vector<Feature>& out) {
    const std::uint64_t a = by_rule[0], b = by_rule[1], c = by_rule[2];
    for (std::uint64_t side = 0; side < by_rule.size(); ++side)
        out.push_back(feature(Kind::rule_tag, by_rule[side], side));
    out.push_back(feature(Kind::rule_pair, a, b));
    out.push_back(feature(Kind::rule_pair_after, b, c));
    out.push_back(feature(Kind::rule_triple, a << 32 | b << 16 | c));
}

void TaggerInput::add_rules(std::uint32_t first, std::uint32_t at, std::uint32_t end, Convention convention,
                            std::vector<Feature>& out) const {
    for (int distance = -1; distance <= 1; ++distance) {
        const RuleTag& one = rule_at(first, std::int64_t{at} + distance, end);
        const auto side = static_cast<std::uint64_t>(distance + 1);
        if (one.tag != 0) out.push_back(feature(Kind::rule_name, hash_join(one.tag, one.rule), side));
    }
    const RuleTag& own = rules_[at];
    if (own.source != 0) out.push_back(feature(Kind::rule_source, own.tag, own.source));
    if (own.tag != 0) out.push_back(feature(Kind::rule_word, own.tag, forms_[form_of_word_[at]].hash));
    if (convention == Convention::ours) return;
    out.push_back(feature(Kind::convention, 0));
    out.push_back(feature(Kind::convention_rule, own.tag, own.rule));
}

}  // namespace isnad::names
