#include "claims/content.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/hash.h"
#include "claims/stems.h"

namespace isnad::claims {
namespace {

constexpr double words_of_corpus = 8.8e6;  // models/word_counts.md
constexpr std::uint64_t entity_seed = 11, synonym_seed = 12, number_seed = 13;

// How telling a word is in the language: 0 for the commonest, 1 for words never counted.
double rareness(std::uint32_t count) {
    static const double most = std::log(words_of_corpus / 10);
    return std::clamp(std::log(words_of_corpus / (count + 10.0)) / most, 0.05, 1.0);
}

// The likeliest content form: without proclitics and enclitic.
std::string_view stem_of(const Words& words, const Word& word) {
    const std::string_view search = words.search(word);
    std::string_view stem = search.substr(std::min<std::size_t>(word.stem_begin, search.size()));
    if (word.enclitic != 0 && stem.size() > word.enclitic + std::size_t{4}) stem.remove_suffix(word.enclitic);
    return stem;
}

}  // namespace

void unify(Content& terms) {
    std::sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.key < b.key; });
    terms.erase(
        std::unique(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.key == b.key; }),
        terms.end());
}

Contents::Contents(const Collection& collection, const Knowledge& knowledge) : collection_(collection) {
    terms_.resize(collection.documents.size());
    for (DocumentIndex document = 0; document < terms_.size(); ++document)
        read(collection, document, knowledge);
    weigh(collection);
}

void Contents::read(const Collection& collection, DocumentIndex document, const Knowledge& knowledge) {
    const Analysis& analysis = collection.analysis(document);
    const Words& words = analysis.words;
    std::vector<WordTerm>& terms = terms_[document];
    terms.resize(words.words.size());
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const Word& word = words.words[i];
        const std::string_view search = words.search(word);
        if (word.kind == WordKind::number) {
            terms[i] = {hash_bytes(search, number_seed), 0.6F, Sort::number};
        } else if (word.kind == WordKind::foreign) {
            terms[i] = {hash_bytes(search, 1), 0.9F, Sort::word};
        } else if (word.kind == WordKind::arabic && search.size() > 4) {
            const std::string_view stem = stem_of(words, word);
            if (knowledge.is_function_word(search) || knowledge.is_function_word(stem)) continue;
            std::optional<std::uint32_t> synonym;
            for (const std::string_view form : forms_of(words, word)) {
                if (!synonym) synonym = knowledge.synonym(form);
            }
            const std::uint64_t root = root_key(stem);
            if (!synonym) synonym = knowledge.synonym_of_root(root);
            const std::uint64_t key = synonym ? hash_join(synonym_seed, *synonym) : root;
            terms[i] = {key, static_cast<float>(rareness(knowledge.count(search))), Sort::word};
        }
    }
    for (std::size_t n = 0; n < analysis.names.size(); ++n) {
        const auto inside = words.words.starting_in(analysis.names[n].span);
        const std::uint64_t key = hash_join(entity_seed, collection.entity_of[document][n]);
        for (const Word& word : inside) {
            const auto at = static_cast<std::size_t>(&word - words.words.all().data());
            terms[at] = {key, 1.0F, Sort::name};
        }
    }
}

// Half of a weight comes from the language, half from how few sentences of the collection hold the term.
void Contents::weigh(const Collection& collection) {
    std::unordered_map<std::uint64_t, std::uint32_t> sentences_with;
    std::uint32_t sentences = 0;
    Content in_sentence;
    for (DocumentIndex document = 0; document < terms_.size(); ++document) {
        for (const Sentence& sentence : collection.analysis(document).words.sentences) {
            in_sentence.clear();
            for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
                if (terms_[document][i].key != 0) in_sentence.push_back({terms_[document][i].key, 0});
            }
            unify(in_sentence);
            for (const Term& term : in_sentence) ++sentences_with[term.key];
            ++sentences;
        }
    }
    const double all = std::log(1.0 + sentences);
    for (std::vector<WordTerm>& terms : terms_) {
        for (WordTerm& term : terms) {
            if (term.key == 0) continue;
            const double here = std::log((1.0 + sentences) / sentences_with[term.key]) / all;
            term.weight = static_cast<float>(0.5 * term.weight + 0.5 * here);
        }
    }
}

void Contents::collect(DocumentIndex document, Span span, Taking taking, Content& out) const {
    const Words& words = collection_.analysis(document).words;
    for (const Word& word : words.words.starting_in(span)) {
        const WordTerm& term = terms_[document][static_cast<std::size_t>(&word - words.words.all().data())];
        const bool taken = term.sort == Sort::word || (term.sort == Sort::name && taking.names) ||
                           (term.sort == Sort::number && taking.numbers);
        if (taken) out.push_back({term.key, term.weight});
    }
}

Content Contents::of(DocumentIndex document, Span span, Taking taking) const {
    Content out;
    collect(document, span, taking, out);
    unify(out);
    return out;
}

Content Contents::of_without(DocumentIndex document, Span span, Span left_out, Taking taking) const {
    Content out;
    if (span.begin < left_out.begin) collect(document, {span.begin, left_out.begin}, taking, out);
    if (left_out.end < span.end) collect(document, {left_out.end, span.end}, taking, out);
    unify(out);
    return out;
}

double weight_of(const Content& content) {
    double sum = 0;
    for (const Term& term : content) sum += term.weight;
    return sum;
}

double shared_weight(const Content& a, const Content& b) {
    double sum = 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        if (x->key < y->key) {
            ++x;
        } else if (y->key < x->key) {
            ++y;
        } else {
            sum += std::min(x->weight, y->weight);
            ++x, ++y;
        }
    }
    return sum;
}

double resemblance(const Content& a, const Content& b) {
    const double shared = shared_weight(a, b);
    const double all = weight_of(a) + weight_of(b) - shared;
    return all > 0 ? shared / all : 0;
}

double containment(const Content& a, const Content& b) {
    const double least = std::min(weight_of(a), weight_of(b));
    return least > 0 ? shared_weight(a, b) / least : 0;
}

std::size_t shared_terms(const Content& a, const Content& b) {
    std::size_t count = 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        count += x->key == y->key;
        const bool less = x->key < y->key, more = y->key < x->key;
        x += !more;
        y += !less;
    }
    return count;
}

}  // namespace isnad::claims
