#include "claims/propositions.h"

#include <algorithm>
#include <set>

#include "claims/clauses.h"

namespace isnad::claims {
namespace {

constexpr std::size_t most_of_story = 4000;   // of one story
constexpr std::uint32_t longest_words = 280;  // bytes of an account's words
constexpr std::uint32_t head = 5;             // words in which a negation turns the whole
constexpr std::uint32_t object = 28;          // words behind a verb of denying
constexpr std::size_t least_terms = 2;
constexpr std::uint32_t speaker_reach = 8;   // words from the verb to the name of who denies
constexpr std::uint32_t denial_reach = 160;  // bytes from a verb of denying to what is denied

class PropositionReader {
  public:
    PropositionReader(const StoryView& view, DocumentIndex document, std::vector<Proposition>& out)
        : view_(view),
          document_(document),
          analysis_(view.analysis(document)),
          words_(analysis_.words),
          roles_(view.roles(document)),
          out_(out) {}

    void run() {
        const std::size_t first = out_.size();
        for (std::uint32_t s = 0; s < analysis_.statements.size() && out_.size() < most_of_story; ++s)
            read_statement(s);
        for (std::uint32_t i = 0; i < roles_.size() && out_.size() < most_of_story; ++i) {
            if (roles_[i].denial && roles_[i].verb && told_.count(words_.words[i].sentence) == 0)
                read_denial(i);
        }
        for (std::uint32_t s = 0; s < words_.sentences.size() && out_.size() < most_of_story; ++s)
            read_sentence(s);
        std::stable_sort(out_.begin() + static_cast<std::ptrdiff_t>(first), out_.end(),
                         [](const Proposition& a, const Proposition& b) { return a.at.begin < b.at.begin; });
    }

  private:
    // Each sentence of a statement.
    void read_statement(std::uint32_t index) {
        const Statement& statement = analysis_.statements[std::size_t{index}];
        WordRange inside = words_in(words_, statement.span);
        for (bool opening = true; inside.first < inside.end && out_.size() < most_of_story; opening = false) {
            const WordRange sentence = sentence_around(words_, inside.first);
            const WordRange part{inside.first,
                                 std::min(inside.end, std::max(sentence.end, inside.first + 1))};
            Proposition one = proposition(part);
            one.statement = index;
            if (statement.speaker)
                one.speakers = view_.dossier.collection.entities_of(document_, *statement.speaker);
            one.denied = opening && is_denial(statement);
            one.negated = !one.denied && is_negated(part);
            if (statement.negated) one.negates = true;
            if (is_near_denial(one)) one.negates = true;
            if (opening) one.at = with_cue(statement, part);
            if (one.denied) told_.insert(one.sentence);
            add(std::move(one));
            inside.first = part.end;
        }
    }

    bool is_near_denial(const Proposition& one) const {
        const Sentence& sentence = words_.sentences[std::size_t{one.sentence}];
        for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
            if (roles_[i].denial) return true;
        }
        return false;
    }

    bool is_denial(const Statement& statement) const {
        if (!statement.cue || statement.negated) return false;
        const std::uint32_t after = statement.cue->span.end;
        if (statement.span.begin < after || statement.span.begin - after > denial_reach) return false;
        const WordRange cue = words_in(words_, statement.cue->span);
        for (std::uint32_t i = cue.first; i < cue.end; ++i) {
            if (roles_[i].denial) return true;
        }
        return false;
    }

    bool is_negated(WordRange part) const {
        const std::uint32_t end = std::min(part.end, part.first + head);
        for (std::uint32_t i = part.first; i < end; ++i) {
            if (roles_[i].negation) return true;
        }
        return false;
    }

    // From the speaker or the cue on, where they stand in the same sentence and not too far.
    Span with_cue(const Statement& statement, WordRange part) const {
        Span out = shortened(part);
        const Span sentence = span_of(words_, sentence_around(words_, part.first));
        const auto take = [&](Span more) {
            if (sentence.contains(more) && hull(out, more).size() <= longest_words) out = hull(out, more);
        };
        if (statement.cue) take(statement.cue->span);
        if (statement.speaker && statement.speaker->span) take(*statement.speaker->span);
        return out;
    }

    Span shortened(WordRange part) const {
        const Span whole = span_of(words_, part);
        return whole.size() <= longest_words
                   ? whole
                   : words_around(words_, {part.first, part.first + 1}, part, longest_words);
    }

    // "The spokesman denied the rumours of sixty missing": in the page's own words, no statement.
    void read_denial(std::uint32_t verb) {
        const std::uint32_t stop = words_.sentences[words_.words[verb].sentence].end;
        // "nafa" and "nafy" are written alike; a noun shows by what is glued to it.
        const bool noun =
            (words_.words[verb].proclitics & (proclitic::article | proclitic::preposition)) != 0;
        if (noun || !is_body(verb)) return;
        WordRange part{verb + 1, std::min(stop, verb + 1 + object)};
        for (std::uint32_t i = part.first + 1; i < part.end; ++i) {
            if (roles_[i].cue) part.end = i;
        }
        const std::vector<std::uint32_t> speakers = first_name(part);
        const WordRange all = part;
        if (!speakers.empty()) part.first = std::min(part.end, after_first_name(part));
        if (part.first >= part.end) return;
        Proposition one = proposition(part);
        one.at = shortened({verb, stop});
        one.denied = true;
        one.speakers = speakers;
        const std::uint32_t near = std::min(part.end, verb + 6);
        for (std::uint32_t i = all.first; i < near; ++i) one.pointing = one.pointing || roles_[i].pointing;
        told_.insert(one.sentence);
        add(std::move(one));
    }

    std::vector<std::uint32_t> first_name(WordRange part) const {
        const auto names = analysis_.names.starting_in(
            span_of(words_, {part.first, std::min(part.end, part.first + speaker_reach)}));
        if (names.empty()) return {};
        const auto index = static_cast<std::size_t>(&names.front() - analysis_.names.all().data());
        return {view_.dossier.collection.entity_of[document_][index]};
    }

    std::uint32_t after_first_name(WordRange part) const {
        const auto names = analysis_.names.starting_in(
            span_of(words_, {part.first, std::min(part.end, part.first + speaker_reach)}));
        return words_in(words_, names.front().span).end;
    }

    bool is_body(std::uint32_t word) const {
        return view_.block_kind(document_, words_.words[word].span) == BlockKind::paragraph;
    }

    // A sentence in the page's own voice.
    void read_sentence(std::uint32_t index) {
        const Sentence& sentence = words_.sentences[std::size_t{index}];
        if (told_.count(index) > 0 || !is_body(sentence.first)) return;
        if (!analysis_.statements.starting_in(sentence.span).empty()) return;
        if (view_.statement_at(document_, words_.words[sentence.first].span)) return;
        const WordRange part{sentence.first, sentence.end};
        for (std::uint32_t i = part.first; i < part.end; ++i) {
            if (roles_[i].negation || roles_[i].denial) return;
        }
        add(proposition(part));
    }

    Proposition proposition(WordRange part) const {
        Proposition one;
        one.document = document_;
        one.words = span_of(words_, part);
        one.at = shortened(part);
        one.sentence = words_.words[part.first].sentence;
        one.content = view_.contents.of(document_, one.words, {.names = false, .numbers = false});
        one.entities = view_.entities_in(document_, one.words);
        for (const Mention& mention : analysis_.mentions.starting_in(one.words)) {
            const auto at = static_cast<std::size_t>(&mention - analysis_.mentions.all().data());
            const auto& more = view_.dossier.collection.entities_of_mention[document_][at];
            one.entities.insert(one.entities.end(), more.begin(), more.end());
        }
        std::sort(one.entities.begin(), one.entities.end());
        one.entities.erase(std::unique(one.entities.begin(), one.entities.end()), one.entities.end());
        for (std::uint32_t i = part.first; i < part.end; ++i) {
            one.negates = one.negates || roles_[i].negation || roles_[i].denial;
            const std::uint64_t key = view_.contents.key_of(document_, i);
            if (key != 0 && (roles_[i].event || one.deeds.empty())) one.deeds.push_back({key, 1});
        }
        unify(one.deeds);
        return one;
    }

    void add(Proposition one) {
        if (one.pointing || one.content.size() >= least_terms) out_.push_back(std::move(one));
    }

    const StoryView& view_;
    DocumentIndex document_;
    const Analysis& analysis_;
    const Words& words_;
    const std::vector<WordRole>& roles_;
    std::vector<Proposition>& out_;
    std::set<std::uint32_t> told_;  // sentences whose denial is read
};

}  // namespace

std::vector<Proposition> propositions_of(const StoryView& view) {
    std::vector<Proposition> out;
    for (const DocumentIndex document : view.documents()) PropositionReader(view, document, out).run();
    return out;
}

}  // namespace isnad::claims
