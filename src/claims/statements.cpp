// Who said what: utterances that several articles report, denials of what others say, and the weightiest
// words that only one article has.
#include <algorithm>
#include <map>
#include <set>

#include "base/disjoint_sets.h"
#include "claims/clauses.h"
#include "claims/finders.h"
#include "claims/voices.h"

namespace isnad::claims {
namespace {

constexpr std::size_t most_units = 3000;       // of one story; further ones are not compared
constexpr std::size_t most_singles = 12;       // of one story
constexpr std::uint32_t longest_saying = 480;  // bytes of an account's words

// A statement, or the part of one that lies in one sentence.
struct Said {
    DocumentIndex document = 0;
    std::uint32_t statement = 0;
    Span span;
    std::vector<std::uint32_t> speakers;
    Content speaker_words;  // when no entity is known
    Content content;
    Content words;  // the same without names
    bool denies = false;
};

class StatementClaims {
  public:
    StatementClaims(const StoryView& view, Builder& builder) : view_(view), builder_(builder) { collect(); }

    void run() {
        groups_ = DisjointSets(said_.size());
        for (std::uint32_t i = 0; i < said_.size(); ++i) {
            for (std::uint32_t j = i + 1; j < said_.size(); ++j) compare(i, j);
        }
        tell_agreements();
        tell_singles();
    }

  private:
    void collect() {
        for (const DocumentIndex document : view_.documents()) {
            const Analysis& analysis = view_.analysis(document);
            for (std::uint32_t s = 0; s < analysis.statements.size(); ++s) {
                if (said_.size() >= most_units) return;
                split(document, analysis, s);
            }
        }
    }

    void split(DocumentIndex document, const Analysis& analysis, std::uint32_t index) {
        const Statement& statement = analysis.statements[std::size_t{index}];
        WordRange inside = words_in(analysis.words, statement.span);
        while (inside.first < inside.end && said_.size() < most_units) {
            const WordRange sentence = sentence_around(analysis.words, inside.first);
            const WordRange part{inside.first,
                                 std::min(inside.end, std::max(sentence.end, inside.first + 1))};
            add(document, statement, index, span_of(analysis.words, part));
            inside.first = part.end;
        }
    }

    void add(DocumentIndex document, const Statement& statement, std::uint32_t index, Span span) {
        Said one;
        one.document = document;
        one.statement = index;
        one.span = span;
        one.content = view_.contents.of(document, span);
        one.words = view_.contents.of(document, span, {.names = false, .numbers = false});
        one.denies = statement.stance == Stance::denial || statement.negated;
        if (statement.speaker) {
            one.speakers = view_.dossier.collection.entities_of(document, *statement.speaker);
            if (one.speakers.empty() && statement.speaker->span)
                one.speaker_words = view_.contents.of(document, *statement.speaker->span);
        }
        if (weight_of(one.content) > 0) said_.push_back(std::move(one));
    }

    static bool same_speaker(const Said& a, const Said& b) {
        if (!a.speakers.empty() && !b.speakers.empty()) {
            return std::any_of(a.speakers.begin(), a.speakers.end(), [&](std::uint32_t one) {
                return std::binary_search(b.speakers.begin(), b.speakers.end(), one);
            });
        }
        if (!a.speakers.empty() || !b.speakers.empty()) return false;
        return weight_of(a.speaker_words) > 0 && resemblance(a.speaker_words, b.speaker_words) >= 0.6;
    }

    // Whether two utterances say the same in other words: much of the shorter one, by several words.
    static bool alike(const Said& a, const Said& b) {
        const std::size_t shared = shared_terms(a.content, b.content);
        if (shared < 2) return false;
        const double both = resemblance(a.content, b.content);
        // What two utterances share must be more than whom and what the story is about.
        if (resemblance(a.words, b.words) < 0.22) return false;
        const double inside = containment(a.content, b.content);
        return both >= 0.5 || (shared >= 3 && (both >= 0.3 || inside >= 0.6)) ||
               (shared >= 4 && inside >= 0.5) || (shared >= 5 && inside >= 0.35);
    }

    void compare(std::uint32_t i, std::uint32_t j) {
        const Said &a = said_[i], &b = said_[j];
        if (a.document == b.document || !alike(a, b)) return;
        if (a.denies != b.denies || !same_speaker(a, b)) return;
        // A chain of likenesses is none: each must be like the first of its group.
        const std::uint32_t first = groups_.root(i), second = groups_.root(j);
        if (first != second && alike(said_[first], said_[second])) groups_.join(i, j);
    }

    Account account(const Said& one) const {
        Account out;
        out.at = {one.document, shortened(one)};
        out.value = one.denies ? "denied" : "said";
        out.statement = one.statement;
        if (const DatedBy* date = view_.dossier.reference_date(one.document)) out.as_of = date->value;
        return out;
    }

    Span shortened(const Said& one) const {
        if (one.span.size() <= longest_saying) return one.span;
        const Words& words = view_.analysis(one.document).words;
        const WordRange all = words_in(words, one.span);
        return words_around(words, {all.first, all.first + 1}, all, longest_saying);
    }

    Claim claim(const Said& one) const {
        Claim out;
        out.kind = ClaimKind::statement;
        out.about.property = "said";
        out.about.entities = one.speakers;
        if (!one.speakers.empty())
            out.about.subject = view_.dossier.collection.entities[one.speakers.front()].ar;
        else if (const auto& speaker =
                     view_.analysis(one.document).statements[std::size_t{one.statement}].speaker;
                 speaker && speaker->span)
            out.about.subject = std::string(view_.text({one.document, *speaker->span}));
        return out;
    }

    void tell_agreements() {
        std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
        for (std::uint32_t i = 0; i < said_.size(); ++i) groups[groups_.root(i)].push_back(i);
        for (const auto& [first, members] : groups) {
            Claim out = claim(said_[first]);
            std::set<DocumentIndex> documents;
            bool independent = false;
            for (const std::uint32_t i : members) {
                if (!documents.insert(said_[i].document).second) continue;
                independent =
                    independent || !view_.copies(said_[members.front()].document, said_[i].document);
                out.accounts.push_back(account(said_[i]));
            }
            if (documents.size() < 2 || !independent || voices_of(members) < 2) continue;
            told_.insert(members.begin(), members.end());
            out.relation = Relation::agreement;
            out.rule = "claims.statements.same_words";
            out.why = "one speaker, and words that mean the same in several articles";
            builder_.add(view_, std::move(out));
        }
    }

    std::size_t voices_of(const std::vector<std::uint32_t>& members) const {
        std::vector<WordsOf> places;
        for (const std::uint32_t i : members) places.push_back({said_[i].document, said_[i].span});
        return voices(view_, places);
    }

    // The weightiest words of known speakers that nobody else reports.
    void tell_singles() {
        std::vector<std::pair<double, std::uint32_t>> ranked;
        for (std::uint32_t i = 0; i < said_.size(); ++i) {
            const Said& one = said_[i];
            if (told_.count(i) > 0 || one.speakers.empty() || one.content.size() < 4) continue;
            if (builder_.holds(view_, ClaimKind::statement, {one.document, one.span})) continue;
            const Statement& statement = view_.analysis(one.document).statements[std::size_t{one.statement}];
            const bool strong = statement.stance != Stance::neutral && statement.stance != Stance::addition &&
                                statement.stance != Stance::quotation &&
                                statement.stance != Stance::announcement &&
                                statement.stance != Stance::evidence;
            ranked.emplace_back(weight_of(one.content) * (strong ? 1.5 : 1) * (one.denies ? 1.5 : 1), i);
        }
        std::stable_sort(ranked.begin(), ranked.end(),
                         [](const auto& x, const auto& y) { return x.first > y.first; });
        if (ranked.size() > most_singles) ranked.resize(most_singles);
        for (const auto& [weight, i] : ranked) {
            Claim out = claim(said_[i]);
            out.accounts.push_back(account(said_[i]));
            out.relation = Relation::single;
            out.rule = "claims.statements.single";
            out.why = "no other article reports these words";
            builder_.add(view_, std::move(out));
        }
    }

    const StoryView& view_;
    Builder& builder_;
    std::vector<Said> said_;
    DisjointSets groups_{0};  // of what is said
    std::set<std::uint32_t> told_;
};

}  // namespace

void statement_claims(const StoryView& view, Builder& builder) { StatementClaims(view, builder).run(); }

}  // namespace isnad::claims
