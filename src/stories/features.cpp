#include "stories/features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <unordered_map>

#include "base/hash.h"
#include "text/letters.h"
#include "text/normalise.h"
#include "text/spelled.h"

namespace isnad::stories {
namespace {

namespace l = letters;

constexpr std::size_t lead_words = 80, scene_words = 150, most_words = 600;
constexpr double title_weight = 3, lead_weight = 1.5, body_weight = 0.5;
constexpr double background_texts = 1000;  // how many texts of news at large the collection is seen among
constexpr std::size_t letter = 2;          // bytes
constexpr std::size_t least_stem = 3 * letter;

enum class Kind : std::uint8_t { word, entity, day };
constexpr std::array<double, 3> share_of_kind{0.55, 0.4, 0.05};

// A feature of one document before it is weighed against the others.
struct Count {
    Kind kind = Kind::word;
    double times = 0;
    double background = 0;  // share of texts at large
    double standing = 1;    // what a feature of this sort is worth: a country tells little
};

using Counts = std::map<std::uint64_t, Count>;

// Endings by length; the first that leaves a stem goes.
constexpr std::array<std::string_view, 9> endings{
    spelled<l::alef, l::teh>,  spelled<l::waw, l::noon>, spelled<l::yeh, l::noon>,
    spelled<l::alef, l::noon>, spelled<l::yeh, l::heh>,  spelled<l::waw, l::alef>,
    spelled<l::heh>,           spelled<l::yeh>,          spelled<l::alef>};

constexpr std::string_view in = spelled<l::feh, l::yeh>, at = spelled<l::beh>;

double place_weight(BlockKind kind, std::size_t word) {
    if (kind == BlockKind::title) return title_weight;
    if (kind == BlockKind::deck) return lead_weight;
    return word < lead_words ? lead_weight : body_weight;
}

void add(Counts& counts, std::uint64_t what, const Count& count) {
    Count& sum = counts.try_emplace(what, Count{count.kind, 0, 0, count.standing}).first->second;
    sum.times += count.times;
    sum.background = std::max(sum.background, count.background);
}

class Counter {
  public:
    Counter(const Collection& collection, const Background& background)
        : collection_(collection), background_(background) {}

    Counts count(DocumentIndex document) {
        Counts counts;
        const Analysis& analysis = collection_.analysis(document);
        const auto& blocks = analysis.document->blocks();
        std::size_t body = 0;
        std::uint32_t lead_end = 0;
        for (const Word& word : analysis.words.words) {
            if (word.block >= blocks.size() || blocks[word.block].kind == BlockKind::caption) continue;
            const BlockKind kind = blocks[word.block].kind;
            if (kind == BlockKind::paragraph && ++body > most_words) break;
            if (body <= lead_words) lead_end = word.span.end;
            if (word.kind == WordKind::arabic || word.kind == WordKind::foreign)
                add_word(counts, word, analysis.words.search(word), place_weight(kind, body));
        }
        add_entities(counts, document, lead_end);
        add_days(counts, analysis);
        return counts;
    }

  private:
    void add_word(Counts& counts, const Word& word, std::string_view search, double weight) {
        const std::string_view stem = stem_of(word, search);
        if (stem.size() < 2 * letter && word.kind == WordKind::arabic) return;
        const auto [known, added] = words_.try_emplace(std::string(search));
        if (added) {
            known->second.share = background_.share_of(search);
            known->second.stop = background_.is_function_word(search) ||
                                 background_.is_function_word(search.substr(word.stem_begin)) ||
                                 background_.is_function_word(search.substr(word.name_begin));
        }
        if (known->second.stop) return;
        add(counts, hash_bytes(stem), {Kind::word, weight, known->second.share, 1});
    }

    void add_entities(Counts& counts, DocumentIndex document, std::uint32_t lead_end) {
        const Analysis& analysis = collection_.analysis(document);
        for (std::size_t n = 0; n < analysis.names.size(); ++n) {
            const std::uint32_t entity = collection_.entity_of[document][n];
            add_entity(counts, entity, analysis.names[n].span.begin < lead_end ? lead_weight : body_weight);
        }
        for (const auto& mention : collection_.entities_of_mention[document]) {
            for (const std::uint32_t entity : mention) add_entity(counts, entity, body_weight);
        }
    }

    void add_entity(Counts& counts, std::uint32_t index, double weight) {
        const Entity& entity = collection_.entities[index];
        const bool country = entity.known && entity.known->table == "countries";
        const bool source =
            entity.known && (entity.known->table == "agencies" || entity.known->table == "outlets");
        const auto [known, added] = names_.try_emplace(index, 0.0);
        if (added) {
            known->second = 1;
            for (const std::string& spelling : entity.spellings)
                known->second = std::min(known->second, background_.share_of_name(search_form(spelling)));
        }
        const double standing = source ? 0.1 : country ? 0.4 : 1.0;
        add(counts, hash_join(1, index), {Kind::entity, weight, known->second, standing});
    }

    static void add_days(Counts& counts, const Analysis& analysis) {
        const std::string own = analysis.reference_date ? analysis.reference_date->value : std::string();
        for (const Time& time : analysis.times) {
            if (time.value.size() < 10 || !parse_iso_day(time.value.substr(0, 10))) continue;
            const std::string day = time.value.substr(0, 10);
            add(counts, hash_bytes(day, 2), {Kind::day, 1, 0.01, day == own ? 0.3 : 1.0});
        }
    }

    struct KnownWord {
        double share = 0;
        bool stop = false;
    };

    const Collection& collection_;
    const Background& background_;
    std::unordered_map<std::string, KnownWord> words_;
    std::unordered_map<std::uint32_t, double> names_;
};

// What is known of a feature over all documents.
struct Spread {
    double documents = 0, background = 0;
};

std::vector<Feature> weigh(const Counts& counts, const std::unordered_map<std::uint64_t, Spread>& spread,
                           double documents) {
    std::array<double, 3> squares{};
    std::vector<Feature> out;
    for (const auto& [what, count] : counts) {
        const Spread& known = spread.at(what);
        const double idf = std::log((documents + background_texts) /
                                    (known.documents + background_texts * known.background));
        const double weight = std::max(0.0, std::log1p(count.times) * idf * count.standing);
        out.push_back({what, weight});
        squares[static_cast<std::size_t>(count.kind)] += weight * weight;
    }
    std::size_t i = 0;
    double total = 0;
    for (const auto& [what, count] : counts) {
        const auto kind = static_cast<std::size_t>(count.kind);
        if (squares[kind] > 0) out[i].weight *= std::sqrt(share_of_kind[kind] / squares[kind]);
        total += out[i].weight * out[i].weight;
        ++i;
    }
    for (Feature& feature : out) feature.weight /= total > 0 ? std::sqrt(total) : 1;
    std::erase_if(out, [](const Feature& feature) { return feature.weight < 1e-4; });
    return out;
}

// Whether bi-, "in" or "at", stands before a name inside its word.
bool is_in(const Document& document, Span word, Span name) {
    return name.begin >= word.begin + letter && document.text({word.begin, name.begin}).ends_with(at);
}

// Places below a country that stand in the title, or behind "in" in the first words: where it
// happened, rather than who is meant by the name of a capital.
std::vector<std::uint32_t> scene_of(const Collection& collection, DocumentIndex document) {
    const Analysis& analysis = collection.analysis(document);
    const auto& blocks = analysis.document->blocks();
    std::vector<std::uint32_t> scene;
    std::size_t n = 0, body = 0, since_in = 9;  // words since the last "in"
    for (const Word& word : analysis.words.words) {
        if (word.block >= blocks.size() || body > scene_words) break;
        const BlockKind kind = blocks[word.block].kind;
        body += kind == BlockKind::paragraph ? 1u : 0u;
        while (n < analysis.names.size() && analysis.names[n].span.begin < word.span.begin) ++n;
        const std::string_view search = analysis.words.search(word);
        const bool behind_in = since_in < 3;
        since_in = search == in ? 0 : since_in + 1;
        if (n == analysis.names.size() || analysis.names[n].span.begin >= word.span.end) continue;
        const std::uint32_t entity = collection.entity_of[document][n];
        const Entity& place = collection.entities[entity];
        const bool located = behind_in || is_in(*analysis.document, word.span, analysis.names[n].span);
        const bool country = place.known && place.known->table == "countries";
        if (place.type == NameType::place && !country && (located || kind == BlockKind::title))
            scene.push_back(entity);
    }
    std::sort(scene.begin(), scene.end());
    scene.erase(std::unique(scene.begin(), scene.end()), scene.end());
    return scene;
}

// First and last day of an EDTF date or interval.
void set_days(const std::string& value, Profile& profile) {
    const std::size_t slash = std::min(value.find('/'), value.size());
    profile.from = parse_iso_day(value.substr(0, std::min(slash, std::size_t{10})));
    profile.to = slash < value.size() ? parse_iso_day(value.substr(slash + 1, 10)) : profile.from;
    if (!profile.to) profile.to = profile.from;
    if (!profile.from) profile.to.reset();
}

}  // namespace

std::string_view stem_of(const Word& word, std::string_view search_form) {
    std::string_view stem = search_form.substr(std::min<std::size_t>(word.stem_begin, search_form.size()));
    if (stem.size() >= word.enclitic + least_stem) stem.remove_suffix(word.enclitic);
    for (int round = 0; round < 2; ++round) {
        for (const std::string_view ending : endings) {
            if (!stem.ends_with(ending) || stem.size() < ending.size() + least_stem) continue;
            stem.remove_suffix(ending.size());
            break;
        }
    }
    return stem;
}

std::vector<Profile> profiles_of(const Collection& collection, const Background& background) {
    Counter counter(collection, background);
    std::vector<Counts> counts;
    std::unordered_map<std::uint64_t, Spread> spread;
    for (DocumentIndex d = 0; d < collection.documents.size(); ++d) {
        counts.push_back(counter.count(d));
        for (const auto& [what, count] : counts.back()) {
            Spread& sum = spread[what];
            sum.documents += 1;
            sum.background = std::max(sum.background, count.background);
        }
    }
    std::vector<Profile> profiles;
    for (DocumentIndex d = 0; d < counts.size(); ++d) {
        Profile& profile = profiles.emplace_back();
        profile.features = weigh(counts[d], spread, static_cast<double>(counts.size()));
        profile.scene = scene_of(collection, d);
        if (const auto& date = collection.analysis(d).reference_date) set_days(date->value, profile);
    }
    return profiles;
}

}  // namespace isnad::stories
