#include "models/name_training/lessons.h"

#include "language/names/candidates.h"
#include "language/names/second_look.h"
#include "text/normalise.h"

namespace isnad::names::training {

namespace {

std::vector<Feature> features_of(const TaggerInput& input, const std::vector<FormTraits>& forms,
                                 const isnad::Sentence& sentence, std::uint32_t i, Convention convention) {
    std::vector<Feature> out;
    for (int distance = -furthest; distance <= furthest; ++distance) {
        const std::int64_t place = std::int64_t{i} + distance;
        const bool inside = place >= sentence.first && place < sentence.end;
        const std::uint32_t form = inside ? input.form(static_cast<std::uint32_t>(place)) : 0;
        for (const FormFeature& one : forms[form].features) {
            if (std::abs(distance) <= one.reach) out.push_back(at_distance(one.feature, distance));
        }
    }
    const TaggerInput::RuleTags rules = input.rules_at(sentence.first, i, sentence.end);
    TaggerInput::of_rules(rules, out);
    if (rules[1] == 0) out.push_back(forms[input.form(i)].unnamed);
    if (i > sentence.first) input.of_phrases(i - 1, 0, out);
    input.of_phrases(i, 1, out);
    if (i + 1 < sentence.end) input.of_phrases(i + 1, 2, out);
    input.of_place(sentence.first, i, sentence.end, convention, out);
    return out;
}

// Signs at the edges of a token of the corpus belong to no name.
std::vector<std::uint8_t> tags_of(const Words& words, const Text& text) {
    std::vector<std::uint8_t> out(words.words.size(), std::uint8_t{outside});
    std::size_t mark = 0;
    bool begun = false;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const Word& word = words.words[i];
        while (mark < text.marks.size() && text.marks[mark].span.end <= word.span.begin)
            ++mark, begun = false;
        if (mark == text.marks.size()) break;
        const Text::Mark& one = text.marks[mark];
        if (word.span.end <= one.span.begin || one.begin_tag == outside) continue;
        const bool sign = word.kind == WordKind::punctuation;
        const bool last = i + 1 == out.size() || words.words[i + 1].span.begin >= one.span.end;
        if (sign && (!begun || last)) continue;
        out[i] = static_cast<std::uint8_t>(begun ? one.begin_tag + 1 : one.begin_tag);
        begun = true;
    }
    return out;
}

// The word that speaks for each token: its first that is no sign.
std::vector<std::uint32_t> tokens_of(const Words& words, const Text& text) {
    std::vector<std::uint32_t> out(words.words.size(), no_word);
    std::size_t i = 0;
    for (std::uint32_t token = 0; token < text.tokens.size(); ++token) {
        const Span span = text.tokens[token].first;
        while (i < out.size() && words.words[i].span.end <= span.begin) ++i;
        std::size_t own = i;
        while (own < out.size() && words.words[own].span.begin < span.end &&
               words.words[own].kind == WordKind::punctuation)
            ++own;
        if (own == out.size() || words.words[own].span.begin >= span.end) own = i;
        if (own < out.size() && words.words[own].span.begin < span.end) out[own] = token;
    }
    return out;
}

}  // namespace

void Reader::read(const Text& text, Lessons& out) const {
    auto page = std::make_shared<Page>();
    page->text = text.text;
    Article article;
    for (const Span line : text.lines) article.blocks.push_back({BlockKind::paragraph, line});
    const auto document = Document::create(page, 0, std::move(article));
    const Words words =
        words::find_words(*document, std::make_shared<const NormalText>(normalise(page->text)), clitics_);
    const Sightings seen(words, clitics_, *knowledge_);
    TaggerInput input(seen, find_by_rule(seen, mark_titles(seen)));
    const std::vector<FormTraits> forms = traits_of(input);
    const std::vector<std::uint8_t> right = tags_of(words, text);
    const std::vector<std::uint32_t> tokens = tokens_of(words, text);
    const std::vector<std::uint64_t> keys = mention_keys(seen);
    std::size_t token = 0;
    for (const isnad::Sentence& from : words.sentences) {
        Lesson sentence;
        sentence.convention = text.convention;
        sentence.keys.assign(keys.begin() + from.first, keys.begin() + from.end);
        for (std::uint32_t i = from.first; i < from.end; ++i) {
            sentence.features.push_back(features_of(input, forms, from, i, text.convention));
            sentence.right.push_back(right[i]);
            std::uint32_t own = no_word;
            if (tokens[i] != no_word) {
                own = static_cast<std::uint32_t>(sentence.gold.size());
                for (; token <= tokens[i]; ++token) {
                    const auto& [span, tag] = text.tokens[token];
                    sentence.said.push_back(text.text.substr(span.begin, span.end - span.begin));
                    sentence.gold.push_back(tag);
                }
            }
            sentence.tokens.push_back(own);
        }
        out.push_back(std::move(sentence));
    }
}

std::vector<FormTraits> Reader::traits_of(TaggerInput& input) const {
    std::vector<FormTraits> out;
    for (std::uint32_t form = 0; form < input.forms(); ++form) {
        out.push_back(input.traits(form, clusters_));
        input.set_path(form, out.back().path);
    }
    return out;
}

}  // namespace isnad::names::training
