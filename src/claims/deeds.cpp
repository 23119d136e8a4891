#include "claims/deeds.h"

#include <algorithm>
#include <array>

#include "claims/knowledge.h"

namespace isnad::claims {
namespace {

struct NamedKind {
    std::string_view name;
    DeedKind kind;
};
constexpr std::array kinds{
    NamedKind{"once", DeedKind::once},           NamedKind{"performed", DeedKind::performed},
    NamedKind{"with_noun", DeedKind::with_noun}, NamedKind{"object", DeedKind::object},
    NamedKind{"again", DeedKind::again},         NamedKind{"calamity", DeedKind::calamity},
    NamedKind{"light", DeedKind::light}};

DeedKind kind_of(std::string_view name) {
    for (const NamedKind& one : kinds) {
        if (one.name == name) return one.kind;
    }
    return DeedKind::again;
}

lexicon::TableId table_of(const lexicon::Lexicon& lexicon, const char* name) {
    return lexicon.table(name).value_or(lexicon::TableId{UINT16_MAX});
}

bool is_finite(std::string_view form) { return form == "perfect" || form == "imperfect"; }

}  // namespace

DeedWords::DeedWords(const lexicon::LexiconPtr& lexicon)
    : lexicon_(lexicon),
      deeds_(table_of(*lexicon, "deeds")),
      events_(table_of(*lexicon, "events")),
      sayings_(table_of(*lexicon, "verbs_of_saying")),
      function_words_(table_of(*lexicon, "function_words")) {
    if (deeds_.index == UINT16_MAX) return;
    for (std::uint32_t row = 0; row < lexicon->rows(deeds_); ++row) {
        const auto cell = [&](const char* column) {
            return lexicon->cell(deeds_, row, lexicon->column(deeds_, column));
        };
        const auto known = std::find(names_.begin(), names_.end(), cell("deed"));
        const auto index = static_cast<DeedIndex>(known - names_.begin());
        if (known == names_.end()) names_.push_back(cell("deed"));
        rows_.push_back({index, kind_of(cell("kind")), cell("form") == "verb"});
    }
}

void DeedWords::note_deed(std::uint32_t row, WordRole& role) const {
    const Row& one = rows_[row];
    role.verb = role.verb || one.verb;
    if (one.kind == DeedKind::light) {
        role.light = true;
    } else if (!role.deed) {
        role.deed = one.deed;
        role.kind = one.kind;
        role.noun = !one.verb;
    }
}

void DeedWords::note(std::string_view form, WordRole& role) const {
    const lexicon::Lexicon& lex = *lexicon_;
    for (const lexicon::Entry& entry : lex.find(lexicon::Phrase{}.then(form)).entries) {
        if (entry.table == deeds_) note_deed(entry.row, role);
        if (entry.table == function_words_)
            role.negation = role.negation || lex.cell(entry, "class") == "negation";
        if (entry.table != events_ && entry.table != sayings_) continue;
        const bool finite = is_finite(lex.cell(entry, "form"));
        role.verb = role.verb || finite;
        if (entry.table != sayings_ || lexicon::Lexicon::has_flag(lex.cell(entry, "flags"), "weak")) continue;
        role.cue = role.cue || finite;
        role.denial = role.denial || lex.cell(entry, "class") == "deny";
    }
}

std::vector<WordRole> DeedWords::roles(const Words& words) const {
    std::vector<WordRole> out(words.words.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
        const Word& word = words.words[i];
        if (word.kind != WordKind::arabic) continue;
        for (const std::string_view form : forms_of(words, word)) {
            WordRole role;
            note(form, role);
            const bool known = role.deed || role.verb || role.light || role.negation || role.denial;
            if (known) out[i] = role;
            if (known) break;
        }
    }
    return out;
}

}  // namespace isnad::claims
