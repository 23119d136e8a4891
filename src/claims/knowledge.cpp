#include "claims/knowledge.h"

#include <algorithm>
#include <charconv>

#include "claims/stems.h"
#include "text/letters.h"
#include "text/normalise.h"
#include "text/spelled.h"

namespace isnad::claims {
namespace {

using lexicon::Phrase;
constexpr std::string_view alef = spelled<letters::alef>;

std::uint32_t rows_of(const lexicon::Lexicon& lexicon, lexicon::TableId table) {
    return table == lexicon::no_table ? 0 : lexicon.rows(table);
}

ConceptKind concept_kind(std::string_view word) {
    if (word == "person") return ConceptKind::person;
    if (word == "event") return ConceptKind::event;
    if (word == "money") return ConceptKind::money;
    return word == "measure" ? ConceptKind::measure : ConceptKind::thing;
}

void add_form(WordForms& out, std::string_view form) {
    if (form.empty() || out.count == out.forms.size()) return;
    if (std::find(out.begin(), out.end(), form) == out.end()) out.forms[out.count++] = form;
}

}  // namespace

WordForms forms_of(const Words& words, const Word& word) {
    WordForms out;
    const std::string_view search = words.search(word);
    for (const std::size_t skip :
         {std::size_t{0}, std::size_t{word.name_begin}, std::size_t{word.stem_begin}}) {
        if (skip >= search.size()) continue;
        const std::string_view form = search.substr(skip);
        add_form(out, form);
        if (word.enclitic != 0 && form.size() > word.enclitic + std::size_t{2})
            add_form(out, form.substr(0, form.size() - word.enclitic));
        if (form.size() > 6 && form.ends_with(alef)) add_form(out, form.substr(0, form.size() - alef.size()));
    }
    return out;
}

Knowledge::Knowledge(lexicon::LexiconPtr lexicon)
    : lexicon_(std::move(lexicon)),
      nations_(*lexicon_),
      deeds_(lexicon_),
      populations_(lexicon_->table_or_none("populations")),
      synonyms_(lexicon_->table_or_none("synonyms")),
      function_words_(lexicon_->table_or_none("function_words")),
      word_counts_(lexicon_->table_or_none("word_counts")),
      agencies_(lexicon_->table_or_none("agencies")) {
    read_populations();
    read_synonyms();
    read_counts();
}

void Knowledge::read_populations() {
    const lexicon::Lexicon& lex = *lexicon_;
    std::map<std::string_view, ConceptIndex> known;
    concept_of_row_.resize(rows_of(lex, populations_));
    for (std::uint32_t row = 0; row < concept_of_row_.size(); ++row) {
        const auto cell = [&](const char* column) {
            return lex.cell(populations_, row, lex.column(populations_, column));
        };
        const auto [found, added] =
            known.emplace(cell("concept"), static_cast<ConceptIndex>(concepts_.size()));
        if (added) {
            const std::string_view flags = cell("flags");
            concepts_.push_back(
                {cell("concept"), cell("en"), concept_kind(cell("kind")),
                 lexicon::Lexicon::has_flag(flags, "weak"), lexicon::Lexicon::has_flag(flags, "generic"),
                 lexicon::Lexicon::has_flag(flags, "grows"), lexicon::Lexicon::has_flag(flags, "changes"),
                 lexicon::Lexicon::has_flag(flags, "owned")});
        }
        concept_of_row_[row] = found->second;
    }
}

void Knowledge::read_synonyms() {
    const lexicon::Lexicon& lex = *lexicon_;
    std::map<std::string_view, std::uint32_t> known;
    synonym_of_row_.resize(rows_of(lex, synonyms_));
    for (std::uint32_t row = 0; row < synonym_of_row_.size(); ++row) {
        const std::string_view id = lex.cell(synonyms_, row, lex.column(synonyms_, "concept"));
        const std::uint32_t number =
            known.emplace(id, static_cast<std::uint32_t>(known.size())).first->second;
        synonym_of_row_[row] = number;
        const std::string forms = search_form(lex.cell(synonyms_, row, 0));
        for (const std::string_view form : lexicon::words_of(forms)) {
            const auto [found, added] = synonym_of_root_.emplace(root_key(form), number);
            if (!added && found->second != number) found->second = std::nullopt;
        }
    }
}

void Knowledge::read_counts() {
    const lexicon::Lexicon& lex = *lexicon_;
    count_of_row_.resize(rows_of(lex, word_counts_));
    for (std::uint32_t row = 0; row < count_of_row_.size(); ++row) {
        const std::string_view cell = lex.cell(word_counts_, row, lex.column(word_counts_, "count"));
        std::from_chars(cell.data(), cell.data() + cell.size(), count_of_row_[row]);
    }
}

std::optional<std::uint32_t> Knowledge::row_of(lexicon::TableId table, Phrase phrase) const {
    for (const lexicon::Entry& entry : lexicon_->find(phrase).entries) {
        if (entry.table == table) return entry.row;
    }
    return std::nullopt;
}

Meanings Knowledge::population_at(const Words& words, std::uint32_t at) const {
    constexpr std::uint32_t longest = 4;
    Meanings best;
    const Word& first = words.words[at];
    if (first.kind != WordKind::arabic) return best;
    const std::uint32_t stop = std::min(words.sentences[first.sentence].end, at + longest);
    const auto note = [&](const lexicon::Found& found, std::uint32_t end) {
        if (end <= best.end && !best.empty()) return;
        Meanings here;
        here.end = end;
        for (const lexicon::Entry& entry : found.entries) {
            if (entry.table != populations_ || here.count == here.concepts.size()) continue;
            const ConceptIndex index = concept_of_row_[entry.row];
            if (std::find(here.begin(), here.end_of(), index) == here.end_of())
                here.concepts[here.count++] = index;
        }
        if (!here.empty()) best = here;
    };
    for (const std::string_view form : forms_of(words, first)) {
        Phrase phrase = Phrase{}.then(form);
        lexicon::Found found = lexicon_->find(phrase);
        note(found, at + 1);
        for (std::uint32_t next = at + 1; found.longer && next < stop; ++next) {
            phrase = phrase.then(words.search(words.words[next]));
            found = lexicon_->find(phrase);
            note(found, next + 1);
        }
    }
    return best;
}

std::optional<ConceptIndex> Knowledge::concept_named(std::string_view id) const {
    for (std::size_t i = 0; i < concepts_.size(); ++i) {
        if (concepts_[i].id == id) return static_cast<ConceptIndex>(i);
    }
    return std::nullopt;
}

std::optional<std::uint32_t> Knowledge::synonym(std::string_view search_form) const {
    const auto row = row_of(synonyms_, Phrase{}.then(search_form));
    return row ? std::optional(synonym_of_row_[*row]) : std::nullopt;
}

std::optional<std::uint32_t> Knowledge::synonym_of_root(std::uint64_t root) const {
    const auto found = synonym_of_root_.find(root);
    return found == synonym_of_root_.end() ? std::nullopt : found->second;
}

bool Knowledge::is_function_word(std::string_view search_form) const {
    return row_of(function_words_, Phrase{}.then(search_form)).has_value();
}

std::uint32_t Knowledge::count(std::string_view search_form) const {
    std::uint32_t sum = 0;
    for (const lexicon::Entry& entry : lexicon_->find(Phrase{}.then(search_form)).entries) {
        if (entry.table == word_counts_) sum += count_of_row_[entry.row];
    }
    return sum;
}

std::optional<std::string> Knowledge::agency(std::string_view phrase) const {
    const std::string normal = search_form(phrase);
    const std::vector<std::string_view> words = lexicon::words_of(normal);
    constexpr std::size_t longest = 6, most = 40;
    for (std::size_t first = 0; first < std::min(words.size(), most); ++first) {
        Phrase walk;
        for (std::size_t next = first; next < std::min(words.size(), first + longest); ++next) {
            walk = walk.then(words[next]);
            const auto row = row_of(agencies_, walk);
            if (row) return std::string(lexicon_->cell(agencies_, *row, lexicon_->column(agencies_, "id")));
        }
    }
    return std::nullopt;
}

}  // namespace isnad::claims
