#include "linking/latin_speller.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "text/letters.h"

namespace isnad::linking {
namespace {

namespace l = letters;

constexpr std::size_t readings_tried = 6;
constexpr std::uint32_t letter_weight = 35;  // hundredths: how much English letters count against the costs
constexpr std::string_view vowels = "aeiou", end_of_word = "-";

std::uint32_t index_of(char c) { return c >= 'a' && c <= 'z' ? static_cast<std::uint32_t>(c - 'a' + 1) : 0; }

// Counts of runs of letters, the shorter ones inside the arrays of the longer.
struct Counts {
    std::array<std::vector<std::uint32_t>, 5> of;  // [size]: a number for each run

    Counts() {
        std::size_t width = 1;
        for (std::size_t size = 0; size < of.size(); ++size, width *= LetterCosts::letters)
            of[size].assign(width, 0);
    }
};

Counts read_counts(const lexicon::Lexicon& lexicon, lexicon::TableId table) {
    Counts counts;
    const std::size_t column = lexicon.column(table, "count");
    for (std::uint32_t row = 0; row < lexicon.rows(table); ++row) {
        const std::string_view run = lexicon.cell(table, row, 0), cell = lexicon.cell(table, row, column);
        if (run.size() >= counts.of.size()) continue;
        std::uint32_t at = 0;
        for (const char c : run) at = at * LetterCosts::letters + index_of(c);
        std::from_chars(cell.data(), cell.data() + cell.size(), counts.of[run.size()][at]);
    }
    return counts;
}

// P(letter | context of `size` letters) from the next shorter context's.
void refine(const std::vector<std::uint32_t>& runs, const std::vector<double>& shorter, std::size_t contexts,
            std::vector<double>& out) {
    constexpr std::size_t n = LetterCosts::letters;
    const std::size_t tail = contexts / n;  // the shorter context is the end of the longer one
    for (std::size_t context = 0; context < contexts; ++context) {
        double sum = 0, kinds = 0;
        for (std::size_t c = 0; c < n; ++c) {
            sum += runs[context * n + c];
            kinds += runs[context * n + c] > 0 ? 1 : 0;
        }
        const std::size_t back = tail > 0 ? context % tail : 0;
        for (std::size_t c = 0; c < n; ++c) {
            const double less = shorter[back * n + c];
            out[context * n + c] = sum > 0 ? (runs[context * n + c] + kinds * less) / (sum + kinds) : less;
        }
    }
}

std::uint16_t cost_of(double p) {
    return static_cast<std::uint16_t>(std::min(2000.0, -100 * std::log(std::max(p, 1e-9))));
}

}  // namespace

LetterCosts::LetterCosts(const lexicon::Lexicon& lexicon) {
    const lexicon::TableId table = lexicon.table_or_none("name_letters");
    if (table == lexicon::no_table) return;
    const Counts counts = read_counts(lexicon, table);
    std::vector<double> shorter(letters, 1.0 / letters);
    for (std::size_t size = 1, width = 1; size + 1 < counts.of.size(); ++size, width *= letters) {
        std::vector<double> now(width * letters);
        refine(counts.of[size], shorter, width, now);
        shorter = std::move(now);
    }
    std::vector<std::uint16_t> less(shorter.size());
    std::transform(shorter.begin(), shorter.end(), less.begin(), cost_of);
    costs_.resize(counts.of.back().size());
    for (std::size_t context = 0; context < contexts; ++context) {
        const std::uint32_t* const seen = &counts.of.back()[context * letters];
        const std::size_t back = context * letters % less.size();
        if (std::all_of(seen, seen + letters, [](std::uint32_t n) { return n == 0; })) {
            std::copy_n(&less[back], letters, &costs_[context * letters]);
            continue;
        }
        double sum = 0, kinds = 0;
        for (std::size_t c = 0; c < letters; ++c) sum += seen[c], kinds += seen[c] > 0 ? 1 : 0;
        for (std::size_t c = 0; c < letters; ++c)
            costs_[context * letters + c] = cost_of((seen[c] + kinds * shorter[back + c]) / (sum + kinds));
    }
}

LatinSpeller::LatinSpeller(const lexicon::Lexicon& lexicon, const NameCosts& costs)
    : costs_(costs), letters_(lexicon) {
    add_rules();
}

// Names of Arabs: each letter by rule, long vowels as news writes them, and short ones to choose from.
void LatinSpeller::add_rules() {
    struct Rule {
        char32_t letter;
        std::string_view latin;
        std::array<std::uint16_t, 3> cost;
    };
    constexpr std::uint16_t no = 3000;
    static constexpr std::array<Rule, 47> rules{{
        {l::hamza, "", {0, 0, 0}},     {l::alef, "a", {0, 0, 0}},      {l::beh, "b", {0, 0, 0}},
        {l::teh, "t", {0, 0, 0}},      {l::theh, "th", {0, 0, 0}},     {l::jeem, "j", {0, 0, 0}},
        {l::hah, "h", {0, 0, 0}},      {l::khah, "kh", {0, 0, 0}},     {l::dal, "d", {0, 0, 0}},
        {l::thal, "dh", {0, 0, 0}},    {l::reh, "r", {0, 0, 0}},       {l::zain, "z", {0, 0, 0}},
        {l::seen, "s", {0, 0, 0}},     {l::seen, "ss", {no, 250, no}}, {l::sheen, "sh", {0, 0, 0}},
        {l::sad, "s", {0, 0, 0}},      {l::dad, "d", {0, 0, 0}},       {l::tah, "t", {0, 0, 0}},
        {l::zah, "z", {0, 0, 0}},      {l::ain, "", {no, 0, 0}},       {l::ain, "a", {0, 60, 60}},
        {l::ain, "i", {150, no, no}},  {l::ain, "u", {170, no, no}},   {l::ain, "o", {170, no, no}},
        {l::ghain, "gh", {0, 0, 0}},   {l::feh, "f", {0, 0, 0}},       {l::qaf, "q", {0, 0, 0}},
        {l::kaf, "k", {0, 0, 0}},      {l::lam, "l", {0, 0, 0}},       {l::meem, "m", {0, 0, 0}},
        {l::noon, "n", {0, 0, 0}},     {l::heh, "h", {0, 0, 60}},      {l::heh, "a", {no, no, 0}},
        {l::waw, "w", {0, 100, 150}},  {l::waw, "u", {no, 60, 60}},    {l::waw, "ou", {no, 60, 100}},
        {l::waw, "aw", {no, 160, no}}, {l::waw, "o", {no, 160, 100}},  {l::yeh, "y", {0, 100, 150}},
        {l::yeh, "i", {no, 0, 0}},     {l::yeh, "ai", {no, 120, no}},  {l::yeh, "ee", {no, 150, no}},
        {l::yeh, "iy", {no, 180, no}}, {l::yeh, "ay", {no, 180, 250}}, {l::alef, "i", {250, no, no}},
        {l::alef, "u", {250, no, no}}, {l::alef, "e", {300, no, no}},
    }};
    for (const Rule& rule : rules)
        rules_[rule.letter - l::hamza].push_back({std::string(rule.latin), rule.cost});
    rule_vowels_ = {
        {"a", {90, 90, 90}}, {"i", {110, 110, 110}}, {"u", {140, 140, 140}}, {"e", {170, 170, 170}}};
}

const LatinSpeller::Readings& LatinSpeller::readings(std::u32string_view chunk, bool arab) const {
    if (!arab) return costs_.readings(chunk);
    if (chunk.empty()) return rule_vowels_;
    const char32_t at = chunk.front() - l::hamza;
    return chunk.size() == 1 && at < rules_.size() ? rules_[at] : nothing_;
}

LatinSpeller::State LatinSpeller::step(const State& state, std::uint32_t cost, std::string_view latin) const {
    State next{state.cost + cost, state.context, UINT16_MAX, latin};
    for (const char c : latin) {
        next.cost += letters_.cost(next.context, index_of(c)) * letter_weight / 100;
        next.context = LetterCosts::after(next.context, index_of(c));
    }
    return next;
}

void LatinSpeller::Slots::offer(const State& state) {
    std::size_t worst = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (states[i].context == state.context) {
            if (state.cost < states[i].cost) states[i] = state;
            return;
        }
        if (states[i].cost > states[worst].cost) worst = i;
    }
    if (count < beam)
        states[count++] = state;
    else if (state.cost < states[worst].cost)
        states[worst] = state;
}

// Short vowels behind the ways of one place.
void LatinSpeller::add_vowels(Place& place, std::size_t at, bool arab) const {
    for (const NameCosts::Reading& reading : readings({}, arab)) {
        if (vowels.find(reading.latin) == std::string_view::npos) continue;
        for (std::size_t s = 0; s < place.plain.count; ++s) {
            State next = step(place.plain.states[s], reading.cost[at == 0 ? 0 : 1], reading.latin);
            next.from = static_cast<std::uint16_t>(at * 2 * beam + s);
            place.vowelled.offer(next);
        }
    }
}

void LatinSpeller::add_readings(std::vector<Place>& places, std::size_t at, std::size_t size,
                                const Readings& readings) const {
    Slots& target = places[at + size].plain;
    const bool last = at + size + 1 == places.size();
    for (std::size_t r = 0; r < std::min(readings.size(), readings_tried); ++r) {
        const auto& [latin, cost] = readings[r];
        for (std::size_t s = 0; s < 2 * beam; ++s) {
            const bool vowelled = s >= beam;
            const Slots& slots = vowelled ? places[at].vowelled : places[at].plain;
            if (s % beam >= slots.count) continue;
            const std::size_t place = at == 0 && !vowelled ? 0 : last ? 2 : 1;
            State next = step(slots.states[s % beam], cost[place], latin);
            next.from = static_cast<std::uint16_t>(at * 2 * beam + s);
            target.offer(next);
        }
    }
}

std::string LatinSpeller::best_of(const std::vector<Place>& places) const {
    const Slots& ends = places.back().plain;
    const State* best = nullptr;
    std::uint32_t least = UINT32_MAX;
    for (std::size_t s = 0; s < ends.count; ++s) {
        const State whole = step(ends.states[s], 0, end_of_word);
        if (whole.cost >= least) continue;
        least = whole.cost;
        best = &ends.states[s];
    }
    std::string out;
    while (best != nullptr && best->from != UINT16_MAX) {
        out.insert(0, best->latin);
        const Place& place = places[best->from / (2 * beam)];
        const std::size_t slot = best->from % (2 * beam);
        best = slot >= beam ? &place.vowelled.states[slot - beam] : &place.plain.states[slot];
    }
    return out;
}

std::string LatinSpeller::spell(std::u32string_view arabic, bool arab) const {
    const std::size_t n = arabic.size();
    if (letters_.empty() || n == 0 || n > NameCosts::most_arabic) return {};
    std::vector<Place> places(n + 1);
    places[0].plain.offer({});
    for (std::size_t i = 0; i < n; ++i) {
        add_vowels(places[i], i, arab);
        for (std::size_t size = 1; size <= 2 && i + size <= n; ++size)
            add_readings(places, i, size, readings(arabic.substr(i, size), arab));
    }
    return best_of(places);
}

}  // namespace isnad::linking
