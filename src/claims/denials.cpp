// What one denies and another says: in two pages, in one, or in the page's own voice.
#include <algorithm>
#include <map>
#include <set>

#include "claims/finders.h"
#include "claims/propositions.h"

namespace isnad::claims {
namespace {

constexpr std::size_t most_accounts = 6;
constexpr std::uint32_t near_sentences = 2;  // before "denied that"

class DenialClaims {
  public:
    DenialClaims(const StoryView& view, Builder& builder)
        : view_(view), builder_(builder), all_(propositions_of(view)) {}

    void run() {
        for (std::uint32_t i = 0; i < all_.size(); ++i) {
            if ((all_[i].denied || all_[i].negated) && used_.count(i) == 0) tell(i);
        }
    }

  private:
    static std::size_t shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
        return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](std::uint32_t one) {
            return std::binary_search(b.begin(), b.end(), one);
        }));
    }

    // How surely the second says what the first denies; 0 for not.
    double against(const Proposition& denial, const Proposition& other) const {
        if (shared(denial.speakers, other.speakers) > 0) return 0;
        const std::size_t terms = shared_terms(denial.content, other.content);
        const double weight = weight_of(denial.content);
        if (terms < 2 || weight <= 0 || shared_terms(denial.deeds, other.content) == 0) return 0;
        const double inside = shared_weight(denial.content, other.content) / weight;
        const bool accused = shared(denial.speakers, other.entities) > 0;
        const bool same_names = shared(denial.entities, other.entities) > 0;
        if (denial.negated)
            return terms >= (accused ? 2u : 3u) && inside >= 0.5 && (accused || same_names) && other.statement
                       ? inside
                       : 0;
        if (terms >= 3 && inside >= (other.statement ? 0.5 : 0.65)) return inside;
        if (!other.statement) return 0;
        if (terms >= 2 && inside >= 0.5 && (accused || same_names)) return inside;
        if (terms >= 2 && inside >= 0.3 && accused) return inside;
        return 0;
    }

    // The statement of somebody else that stands just before "denied that".
    std::optional<std::uint32_t> pointed_at(std::uint32_t denial) const {
        const Proposition& one = all_[denial];
        for (std::uint32_t i = denial; i-- > 0 && all_[i].document == one.document;) {
            if (all_[i].sentence + near_sentences < one.sentence) break;
            if (all_[i].sentence >= one.sentence || all_[i].denied || all_[i].negated || !all_[i].statement)
                continue;
            if (shared(one.speakers, all_[i].speakers) == 0) return i;
        }
        return std::nullopt;
    }

    void tell(std::uint32_t denial) {
        const Proposition& one = all_[denial];
        std::vector<std::pair<double, std::uint32_t>> others;
        if (one.pointing) {
            if (const auto before = pointed_at(denial)) others.emplace_back(1.0, *before);
        }
        for (std::uint32_t i = 0; i < all_.size() && !one.pointing; ++i) {
            if (all_[i].denied || all_[i].negated || all_[i].negates ||
                (all_[i].document == one.document && all_[i].sentence == one.sentence))
                continue;
            if (const double sure = against(one, all_[i]); sure > 0) others.emplace_back(sure, i);
        }
        if (others.empty()) return;
        std::stable_sort(others.begin(), others.end(),
                         [](const auto& x, const auto& y) { return x.first > y.first; });
        Claim out;
        out.kind = ClaimKind::statement;
        out.relation = Relation::denial;
        out.about.property = "denied";
        out.about.entities = one.speakers;
        out.about.subject = std::string(view_.text({one.document, one.words}));
        out.accounts.push_back(account(one, "denied"));
        add_like(denial, out);
        std::set<DocumentIndex> documents;
        for (const auto& [sure, i] : others) {
            if (documents.size() < most_accounts && documents.insert(all_[i].document).second)
                out.accounts.push_back(account(all_[i], "said"));
        }
        out.rule = "claims.statements.denied";
        out.why = "one denies what another says";
        builder_.add(view_, std::move(out));
    }

    // The same denial in other pages.
    void add_like(std::uint32_t denial, Claim& out) {
        const Proposition& one = all_[denial];
        std::set<DocumentIndex> documents{one.document};
        for (std::uint32_t i = denial + 1; i < all_.size(); ++i) {
            const Proposition& other = all_[i];
            if ((!other.denied && !other.negated) || other.pointing || one.pointing) continue;
            const bool known = !one.speakers.empty() && !other.speakers.empty();
            if (known && shared(one.speakers, other.speakers) == 0) continue;
            if (shared_terms(one.content, other.content) < 2 ||
                resemblance(one.content, other.content) < (known ? 0.4 : 0.5))
                continue;
            used_.insert(i);
            if (documents.size() < most_accounts && documents.insert(other.document).second)
                out.accounts.push_back(account(other, "denied"));
        }
    }

    Account account(const Proposition& one, const char* value) const {
        Account out;
        out.at = {one.document, one.at};
        out.value = value;
        out.statement = one.statement;
        if (const DatedBy* date = view_.dossier.reference_date(one.document)) out.as_of = date->value;
        return out;
    }

    const StoryView& view_;
    Builder& builder_;
    std::vector<Proposition> all_;
    std::set<std::uint32_t> used_;  // denials told with another
};

}  // namespace

void denial_claims(const StoryView& view, Builder& builder) { DenialClaims(view, builder).run(); }

}  // namespace isnad::claims
