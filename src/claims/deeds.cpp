#include "claims/deeds.h"

#include <algorithm>
#include <array>

#include "claims/knowledge.h"
#include "text/letters.h"
#include "text/spelled.h"

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
    NamedKind{"light", DeedKind::light},         NamedKind{"denial", DeedKind::denial}};

constexpr std::string_view goes_on = spelled<letters::zain, letters::alef, letters::lam>;

DeedKind kind_of(std::string_view name) {
    for (const NamedKind& one : kinds) {
        if (one.name == name) return one.kind;
    }
    return DeedKind::again;
}

bool is_finite(std::string_view form) { return form == "perfect" || form == "imperfect"; }

// "not", "did not"; other words of the class only weaken or go on: "semi-", "still", "not only".
bool is_not(std::string_view word_class, std::string_view en) {
    return word_class == "negation" && en.find("not") != std::string_view::npos &&
           en.find("only") == std::string_view::npos;
}

}  // namespace

DeedWords::DeedWords(const lexicon::LexiconPtr& lexicon)
    : lexicon_(lexicon),
      deeds_(lexicon->table_or_none("deeds")),
      events_(lexicon->table_or_none("events")),
      sayings_(lexicon->table_or_none("verbs_of_saying")),
      function_words_(lexicon->table_or_none("function_words")) {
    if (deeds_ == lexicon::no_table) return;
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
    role.event = true;
    role.verb = role.verb || one.verb;
    if (one.kind == DeedKind::light) {
        role.light = true;
    } else if (one.kind == DeedKind::denial) {
        role.denial = true;
        role.noun = role.noun || !one.verb;
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
        if (entry.table == function_words_) {
            role.negation = role.negation || is_not(lex.cell(entry, "class"), lex.cell(entry, "en"));
            role.pointing = role.pointing || lex.cell(entry, "class") == "demonstrative";
        }
        if (entry.table != events_ && entry.table != sayings_) continue;
        role.event = true;
        const bool finite = is_finite(lex.cell(entry, "form"));
        role.verb = role.verb || finite;
        if (entry.table != sayings_ || lexicon::Lexicon::has_flag(lex.cell(entry, "flags"), "weak")) continue;
        role.cue = role.cue || finite || lex.cell(entry, "form") == "participle";
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
            const bool known = role.deed || role.verb || role.light || role.negation || role.denial ||
                               role.pointing || role.event;
            if (known) out[i] = role;
            if (known) break;
        }
        if (out[i].negation && is_still(words, i)) out[i].negation = false;
    }
    return out;
}

// "la yazal" denies nothing: it says that something goes on. So do other fixed phrases that open so.
bool DeedWords::is_still(const Words& words, std::size_t negation) const {
    if (negation + 1 >= words.words.size()) return false;
    const std::string_view next = words.search(words.words[negation + 1]);
    return next.find(goes_on) != std::string_view::npos;
}

}  // namespace isnad::claims
