#include "claims/years_told.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "claims/clauses.h"

namespace isnad::claims {
namespace {

constexpr std::size_t most_of_a_year = 60;  // tellings of one year in one story
constexpr std::uint32_t bytes_shown = 210;  // bytes

struct YearTold {
    DocumentIndex document = 0;
    Span at{}, time{};
    Content clause{};
    std::vector<std::uint32_t> entities{};
};

bool is_year(std::string_view value) {
    return value.size() == 4 &&
           std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Whether a clause tells alike of what the other tells, in enough words.
bool alike(const YearTold& a, const YearTold& b) {
    constexpr double least_weight = 0.8, least_containment = 0.5, least_resemblance = 0.25;
    return a.document != b.document && shared_weight(a.clause, b.clause) >= least_weight &&
           containment(a.clause, b.clause) >= least_containment &&
           resemblance(a.clause, b.clause) >= least_resemblance;
}

class Years {
  public:
    Years(const StoryView& view, Builder& builder) : view_(view), builder_(builder) {}

    void run() {
        for (const DocumentIndex document : view_.documents()) read(document);
        for (const auto& [year, told] : years_) relate(year, told);
    }

  private:
    void read(DocumentIndex document) {
        const Analysis& analysis = view_.analysis(document);
        const auto reference = view_.days(document);
        constexpr int least_days = 500;  // nearer years are news, and told by days
        for (const Time& time : analysis.times) {
            if (!is_year(time.value) || time.type != TimexType::date || !reference) continue;
            const auto days = day_range(time.value);
            if (!days || days->from > reference->from || gap(*days, *reference) < least_days) continue;
            std::vector<YearTold>& told = years_[time.value];
            if (told.size() >= most_of_a_year) continue;
            const WordRange words = words_in(analysis.words, time.span);
            if (words.first == words.end) continue;
            const WordRange clause = clause_around(analysis.words, words);
            YearTold here;
            here.document = document;
            here.time = time.span;
            here.at = words_around(analysis.words, words, clause, bytes_shown);
            here.clause = view_.contents.of_without(document, span_of(analysis.words, clause), time.span);
            here.entities = view_.entities_in(document, span_of(analysis.words, clause));
            told.push_back(std::move(here));
        }
    }

    // The tellings like the first one that stands alone, then those like the next.
    void relate(const std::string& year, const std::vector<YearTold>& told) {
        std::vector<bool> taken(told.size());
        for (std::size_t a = 0; a < told.size(); ++a) {
            if (taken[a]) continue;
            std::vector<std::size_t> group{a};
            for (std::size_t b = a + 1; b < told.size(); ++b) {
                const bool new_page = std::none_of(group.begin(), group.end(), [&](std::size_t each) {
                    return told[each].document == told[b].document;
                });
                if (!taken[b] && new_page && alike(told[a], told[b])) group.push_back(b);
            }
            const bool several = std::any_of(group.begin(), group.end(), [&](std::size_t each) {
                return !view_.copies(told[a].document, told[each].document);
            });
            if (!several) continue;
            for (const std::size_t each : group) taken[each] = true;
            if (told_++ < most_told) add(year, told, group);
        }
    }

    void add(const std::string& year, const std::vector<YearTold>& told,
             const std::vector<std::size_t>& group) {
        Claim claim;
        claim.kind = ClaimKind::date;
        claim.relation = Relation::agreement;
        claim.rule = "claims.number.years_fit";
        claim.about.subject = "year of an earlier event";
        claim.about.property = "year";
        claim.about.time = year;
        claim.about.entities = told[group.front()].entities;
        for (const std::size_t each : group) {
            const YearTold& one = told[each];
            Account account;
            account.at = {one.document, one.at};
            account.value = year;
            account.as_of = year;
            account.statement = view_.statement_at(one.document, one.time);
            claim.accounts.push_back(std::move(account));
        }
        claim.why = "Clauses in like words give one year: " + year + ".";
        builder_.add(view_, std::move(claim));
    }

    static constexpr std::size_t most_told = 5;  // a story

    const StoryView& view_;
    Builder& builder_;
    std::size_t told_ = 0;
    std::map<std::string, std::vector<YearTold>> years_;
};

}  // namespace

void year_claims(const StoryView& view, Builder& builder) { Years(view, builder).run(); }

}  // namespace isnad::claims
