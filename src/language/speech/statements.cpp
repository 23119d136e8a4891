#include <algorithm>

#include "language/speech/speaker_clause.h"
#include "language/speech/speech.h"
#include "language/speech/statements_reader.h"

namespace isnad::speech {
namespace {

// Sets `inside` of statements sorted by span: the smallest one around the content and cue of each.
void nest(std::vector<Statement>& sorted) {
    std::vector<std::uint32_t> open;  // statements around the current one, outermost first
    for (std::uint32_t i = 0; i < sorted.size(); ++i) {
        const Span span = sorted[i].span;
        while (!open.empty() && sorted[open.back()].span.end <= span.begin) open.pop_back();
        for (auto it = open.rbegin(); it != open.rend(); ++it) {
            const Span outer = sorted[*it].span;
            const bool cue_inside = !sorted[i].cue || outer.contains(sorted[i].cue->span);
            if (!outer.contains(span) || outer == span || !cue_inside) continue;
            sorted[i].inside = *it;
            break;
        }
        open.push_back(i);
        constexpr std::size_t deepest = 16;
        if (open.size() > deepest) open.erase(open.begin());
    }
}

}  // namespace

Layer<Statement> find_statements(const Document& document, const Words& words, const Layer<Name>& names,
                                 const Layer<Mention>& mentions, const words::Clitics&,
                                 const StatementKnowledge& knowledge) {
    SpeechText text(document, words, names, mentions, knowledge);
    drop_formulas(text);
    mark_reports(text);
    std::vector<Statement> out = StatementsReader(text).read();
    std::stable_sort(out.begin(), out.end(),
                     [](const Statement& a, const Statement& b) { return a.span < b.span; });
    nest(out);
    return Layer<Statement>(std::move(out));
}

}  // namespace isnad::speech
