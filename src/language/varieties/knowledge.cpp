#include "language/varieties/knowledge.h"

#include <algorithm>
#include <charconv>

#include "base/hash.h"
#include "language/varieties/varieties.h"
#include "text/utf8.h"

namespace isnad::varieties {
namespace {

constexpr char32_t letters_end = 0x0800;
constexpr std::uint8_t most_by_letters = 6;  // what the letters of one word may tell for one language
constexpr std::uint32_t joiner_weight = 3;   // Persian writes the zero-width non-joiner, hardly anybody else
constexpr std::size_t longest_affix = 10;    // bytes

// The spellings of a cell, divided by '|'.
template <class Each>
void for_each_spelling(std::string_view cell, Each each) {
    while (!cell.empty()) {
        const std::size_t bar = std::min(cell.find('|'), cell.size());
        if (bar > 0) each(cell.substr(0, bar));
        cell.remove_prefix(std::min(bar + 1, cell.size()));
    }
}

std::string folded_form(std::string_view spelling) {
    RawWord word;
    RawWords words(spelling, {0, static_cast<std::uint32_t>(spelling.size())});
    return words.next(word) && word.span.end == spelling.size() ? std::string(word.form) : std::string();
}

std::uint8_t number_of(std::string_view cell) {
    std::uint8_t value = 0;
    std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return value;
}

std::size_t index_of(std::vector<std::string>& names, std::string_view name) {
    const auto known = std::find(names.begin(), names.end(), name);
    if (known != names.end()) return static_cast<std::size_t>(known - names.begin());
    names.emplace_back(name);
    return names.size() - 1;
}

}  // namespace

void SignTable::add(std::string_view form, Sign sign) {
    unsorted_.push_back({hash_bytes(form), sign});
    sizes_ |= size_bit(form);
}

void SignTable::finish() {
    std::stable_sort(unsorted_.begin(), unsorted_.end(),
                     [](const Keyed& a, const Keyed& b) { return a.key < b.key; });
    starts_.assign(buckets + 1, 0);
    for (const Keyed& keyed : unsorted_) {
        ++starts_[bucket_of(keyed.key) + 1];
        keys_.push_back(keyed.key);
        signs_.push_back(keyed.sign);
    }
    for (std::size_t b = 0; b < buckets; ++b) starts_[b + 1] += starts_[b];
    unsorted_ = {};
}

std::span<const Sign> SignTable::of(std::string_view form) const {
    if ((sizes_ & size_bit(form)) == 0) return {};
    const std::uint64_t key = hash_bytes(form);
    std::size_t first = starts_[bucket_of(key)];
    const std::size_t end = starts_[bucket_of(key) + 1];
    while (first < end && keys_[first] < key) ++first;
    std::size_t last = first;
    while (last < end && keys_[last] == key) ++last;
    return std::span(signs_).subspan(first, last - first);
}

Knowledge::Knowledge(const lexicon::Lexicon& lexicon) : letters_(letters_end) {
    read_languages(lexicon);
    read_dialects(lexicon);
    for (SignTable* table : {&words_, &prefixes_, &suffixes_, &marks_, &verbs_}) table->finish();
    persian_ = language("fa");
}

std::size_t Knowledge::language(std::string_view code) const {
    return static_cast<std::size_t>(std::find(languages_.begin(), languages_.end(), code) -
                                    languages_.begin());
}

void Knowledge::read_languages(const lexicon::Lexicon& lexicon) {
    const auto table = lexicon.table("varieties");
    if (!table) return;
    const std::size_t kind = lexicon.column(*table, "kind"), code = lexicon.column(*table, "language"),
                      weight = lexicon.column(*table, "weight");
    for (std::uint32_t row = 0; row < lexicon.rows(*table); ++row) {
        const std::size_t index = index_of(languages_, lexicon.cell(*table, row, code));
        if (index >= most_languages) continue;
        if (index >= scripts_.size()) scripts_.resize(index + 1, Script::none);
        const std::string_view cell = lexicon.cell(*table, row, 0);
        if (scripts_[index] == Script::none) scripts_[index] = script_of(utf8::at(cell, 0).value);
        add_row(cell, lexicon.cell(*table, row, kind),
                {static_cast<std::uint8_t>(index), number_of(lexicon.cell(*table, row, weight))});
    }
    languages_.resize(std::min(languages_.size(), most_languages));
}

void Knowledge::add_row(std::string_view cell, std::string_view kind, Sign sign) {
    for_each_spelling(cell, [&](std::string_view spelling) {
        if (kind == "letter") {
            const char32_t c = utf8::at(spelling, 0).value;
            if (c < letters_end) letters_[c].push_back(sign);
            return;
        }
        const std::string form = folded_form(spelling);
        if (!form.empty())
            (kind == "word" ? words_ : kind == "prefix" ? prefixes_ : suffixes_).add(form, sign);
    });
}

void Knowledge::read_dialects(const lexicon::Lexicon& lexicon) {
    const auto table = lexicon.table("dialects");
    if (!table) return;
    const std::size_t kind = lexicon.column(*table, "kind"), name = lexicon.column(*table, "dialect"),
                      weight = lexicon.column(*table, "weight");
    for (std::uint32_t row = 0; row < lexicon.rows(*table); ++row) {
        const Sign sign{static_cast<std::uint8_t>(index_of(dialects_, lexicon.cell(*table, row, name))),
                        number_of(lexicon.cell(*table, row, weight))};
        SignTable& signs = lexicon.cell(*table, row, kind) == "prefix" ? verbs_ : marks_;
        for_each_spelling(lexicon.cell(*table, row, 0),
                          [&](std::string_view spelling) { signs.add(search_form(spelling), sign); });
    }
}

void Knowledge::add_letters(const RawWord& word, Scores& scores) const {
    std::array<std::uint8_t, most_languages> told{};
    char32_t last = 0;
    for (std::size_t at = 0; at < word.letters.size();) {
        const auto [c, size] = utf8::at(word.letters, at);
        at += size;
        if (c >= letters_end || c == last) continue;
        last = c;
        for (const Sign sign : letters_[c]) {
            std::uint8_t& so_far = told[sign.language];
            const auto more = std::min(sign.weight, static_cast<std::uint8_t>(most_by_letters - so_far));
            so_far = static_cast<std::uint8_t>(so_far + more);
            scores[sign.language] += more;
        }
    }
}

void Knowledge::add_affixes(const RawWord& word, Scores& scores) const {
    const std::size_t unit = word.script == Script::latin ? 1 : 2;
    const std::size_t stem = 2 * unit;
    for (std::size_t bytes = longest_affix; bytes >= 2 * unit; bytes -= unit) {
        if (word.form.size() < bytes + stem) continue;
        const auto signs = prefixes_.of(word.form.substr(0, bytes));
        for (const Sign sign : signs) scores[sign.language] += sign.weight;
        if (!signs.empty()) break;
    }
    for (std::size_t bytes = longest_affix; bytes >= 2 * unit; bytes -= unit) {
        if (word.form.size() < bytes + stem) continue;
        const auto signs = suffixes_.of(word.form.substr(word.form.size() - bytes));
        for (const Sign sign : signs) scores[sign.language] += sign.weight;
        if (!signs.empty()) break;
    }
}

std::uint32_t Knowledge::add(const RawWord& word, Scores& scores) const {
    add_letters(word, scores);
    if (word.after_joiner && persian_ < languages_.size()) scores[persian_] += joiner_weight;
    const auto signs = words_.of(word.form);
    std::uint32_t strongest = 0;
    for (const Sign sign : signs) {
        scores[sign.language] += sign.weight;
        strongest = std::max<std::uint32_t>(strongest, sign.weight);
    }
    if (signs.empty()) add_affixes(word, scores);
    return strongest;
}

bool Knowledge::tells(std::string_view form, std::size_t language) const {
    constexpr std::uint8_t settles = 5;
    const auto signs = words_.of(form);
    return std::any_of(signs.begin(), signs.end(),
                       [&](const Sign sign) { return sign.language == language && sign.weight >= settles; });
}

std::shared_ptr<const Knowledge> make_knowledge(const lexicon::LexiconPtr& lexicon) {
    return std::make_shared<const Knowledge>(*lexicon);
}

}  // namespace isnad::varieties
