#include "language/speech/factuality.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "language/words/clitics.h"
#include "text/letters.h"
#include "text/spelled.h"
#include "text/spellings.h"
#include "text/utf8.h"

namespace isnad::speech {
namespace {

namespace l = letters;
using spellings::an;

constexpr std::array<std::string_view, 10> kinds{"negative", "certain",   "possible",    "probable",
                                                 "unlikely", "necessary", "conditional", "question",
                                                 "hope",     "open"};

constexpr std::string_view la = spelled<l::lam, l::alef>, lan = spelled<l::lam, l::noon>,
                           lam_meem = spelled<l::lam, l::meem>, ma = spelled<l::meem, l::alef>,
                           ghayr = spelled<l::ghain, l::yeh, l::reh>;

// How far into a clause its main word is looked for, and a condition behind it.
constexpr std::uint32_t reach_of_main_word = 12, reach_of_condition = 60;

}  // namespace

class Modals {
  public:
    enum class Kind : std::uint8_t {
        negative,
        certain,
        possible,
        probable,
        unlikely,
        necessary,
        conditional,
        question,
        hope,
        open
    };
    struct Found {
        Kind kind = Kind::certain;
        bool first = false, verb = false, joined = false;  // joined: behind a conjunction
        std::uint32_t end = 0;                             // one past its last word
    };

    explicit Modals(const lexicon::LexiconPtr& lexicon)
        : lexicon_(lexicon), table_(lexicon->table_or_none("modals")) {
        if (table_ == lexicon::no_table) return;
        const std::size_t kind = lexicon_->column(table_, "kind"), flags = lexicon_->column(table_, "flags");
        for (std::uint32_t row = 0; row < lexicon_->rows(table_); ++row) {
            const auto has = [&](std::string_view flag) {
                return lexicon::Lexicon::has_flag(lexicon_->cell(table_, row, flags), flag);
            };
            const auto at = std::find(kinds.begin(), kinds.end(), lexicon_->cell(table_, row, kind));
            rows_.push_back({static_cast<Kind>(at - kinds.begin()), has("cue"), has("first"), has("verb")});
        }
    }

    // The longest row at a word, with or without a conjunction before it; of cues or of words inside a
    // clause.
    std::optional<Found> at(const Words& words, std::uint32_t i, std::uint32_t end, bool cue) const {
        std::optional<Found> best;
        const std::string_view form = words.search(words.words[std::size_t{i}]);
        for (const words::Reading reading : words::readings_of(form)) {
            if (reading.article) continue;
            lexicon::Phrase phrase = words::phrase_of(form, reading);
            for (std::uint32_t last = i; last < end && last < i + 4;) {
                const lexicon::Found found = lexicon_->find(phrase);
                for (const lexicon::Entry& entry : found.entries) {
                    if (entry.table != table_ || rows_[entry.row].cue != cue) continue;
                    const Row& row = rows_[entry.row];
                    if (!best || last + 1 > best->end)
                        best = Found{row.kind, row.first, row.verb, reading.skip > 0, last + 1};
                }
                if (!found.longer || ++last >= end) break;
                phrase = phrase.then(words.search(words.words[std::size_t{last}]));
            }
            if (best) break;
        }
        return best;
    }

  private:
    struct Row {
        Kind kind = Kind::certain;
        bool cue = false, first = false, verb = false;
    };

    lexicon::LexiconPtr lexicon_;
    lexicon::TableId table_;
    std::vector<Row> rows_;
};

std::shared_ptr<const Modals> make_modals(const lexicon::LexiconPtr& lexicon) {
    return std::make_shared<const Modals>(lexicon);
}

namespace {

using Kind = Modals::Kind;

constexpr Commitment unknown{Factuality::unknown, Polarity::positive};

Commitment commitment_of(Modals::Kind kind) {
    switch (kind) {
        case Kind::negative: return {Factuality::certain, Polarity::negative};
        case Kind::certain: return {};
        case Kind::possible: return {Factuality::possible, Polarity::positive};
        case Kind::probable: return {Factuality::probable, Polarity::positive};
        case Kind::unlikely: return {Factuality::probable, Polarity::negative};
        default: return unknown;
    }
}

class Judge {
  public:
    Judge(const Words& words, const Modals& modals) : words_(words), modals_(modals) {}

    Commitment of(const Statement& one) const {
        if (one.stance == Stance::denial)
            return one.negated ? commitment_of(Kind::possible) : commitment_of(Kind::negative);
        if (one.stance == Stance::demand || one.stance == Stance::question || one.stance == Stance::refusal)
            return unknown;
        const std::uint32_t first = index_at(one.span.begin), end = index_at(one.span.end);
        if (const auto cue = by_cue(one, first)) return *cue;
        if (one.negated) return unknown;
        return by_content(one, first, end);
    }

  private:
    std::uint32_t index_at(std::uint32_t byte) const {
        const auto all = words_.words.all();
        const auto at =
            std::lower_bound(all.begin(), all.end(), byte,
                             [](const Word& word, std::uint32_t to) { return word.span.begin < to; });
        return static_cast<std::uint32_t>(at - all.begin());
    }
    const Word& word(std::uint32_t i) const { return words_.words[std::size_t{i}]; }
    std::string_view form(std::uint32_t i) const { return words_.search(word(i)); }
    char32_t sign(std::uint32_t i) const {
        return word(i).kind == WordKind::punctuation ? utf8::at(form(i), 0).value : 0;
    }

    // What the cue itself says: expects, rules out, fears, hopes, threatens, warns of something.
    std::optional<Commitment> by_cue(const Statement& one, std::uint32_t content) const {
        if (!one.cue) return std::nullopt;
        std::uint32_t at = index_at(one.cue->span.begin);
        if (at < words_.words.size() && at > 0 && word(at).span.begin > one.cue->span.begin) --at;
        const auto end = static_cast<std::uint32_t>(words_.words.size());
        if (at > 0) {
            const auto negated = modals_.at(words_, at - 1, std::min(at + 1, end), true);
            if (negated && negated->end == at + 1) return commitment_of(negated->kind);
        }
        const auto found = at < end ? modals_.at(words_, at, std::min(at + 3, end), true) : std::nullopt;
        if (found && (!one.negated || found->end > at + 1)) {
            const Commitment own = commitment_of(found->kind);
            return has_condition(content, index_at(one.span.end)) ? unknown : own;
        }
        // "warned of a shortage": no clause, something that may come.
        if (one.stance == Stance::warning && !opens_clause(content) && one.kind != StatementKind::direct)
            return commitment_of(Kind::possible);
        return std::nullopt;
    }

    // Whether a complementiser leads the content: "an", "min anna", "bi-annahu".
    bool opens_clause(std::uint32_t first) const {
        for (std::uint32_t i = first; i < first + 3 && i < words_.words.size(); ++i) {
            if (is_complementiser(i)) return true;
        }
        return false;
    }
    bool is_complementiser(std::uint32_t i) const {
        const Word& one = word(i);
        if (one.kind != WordKind::arabic) return false;
        std::string_view stem = form(i);
        if (stem.size() > an.size() && !stem.starts_with(an)) stem.remove_prefix(2);
        return stem == an ||
               (stem.starts_with(an) && one.enclitic != 0 && stem.size() == an.size() + one.enclitic);
    }

    bool ends_sentence(std::uint32_t i) const {
        const char32_t c = sign(i);
        return c == '.' || c == '!' || c == '?' || c == l::question_mark || c == l::ellipsis;
    }

    bool has_condition(std::uint32_t first, std::uint32_t end) const {
        for (std::uint32_t i = first; i < std::min(end, first + reach_of_condition) && !ends_sentence(i);
             ++i) {
            const auto found = modals_.at(words_, i, end, false);
            if (found && found->kind == Kind::conditional && !found->first) return true;
        }
        return false;
    }

    bool asks(std::uint32_t first, std::uint32_t end) const {
        std::uint32_t i = first;
        while (i < end && !ends_sentence(i)) ++i;
        if (i < words_.words.size() && (sign(i) == '?' || sign(i) == l::question_mark)) return true;
        const auto found = first < end ? modals_.at(words_, first, end, false) : std::nullopt;
        return found && found->kind == Kind::question && i + 1 >= end && i < words_.words.size() &&
               sign(i) != '.';
    }

    Commitment by_content(const Statement& one, std::uint32_t first, std::uint32_t end) const {
        while (first < end && word(first).kind == WordKind::punctuation) ++first;
        if (one.kind == StatementKind::direct && asks(first, end)) return unknown;
        if (has_condition(first, end)) return unknown;
        const bool clause = one.kind == StatementKind::direct || opens_clause(first);
        bool opening = true;  // before the first word of the clause itself
        for (std::uint32_t i = first; i < std::min(end, first + reach_of_main_word); ++i) {
            if (opening && leads(i, first)) continue;
            if (stops(i) || (!opening && joins(i)) || (!opening && !clause)) break;
            const auto found = modals_.at(words_, i, end, false);
            if (!found || (found->first && !opening) || !applies(*found, i, first, end)) {
                opening = false;
                continue;
            }
            if (found->kind == Kind::negative && is_excepted(found->end, end)) return {};
            Commitment out = commitment_of(found->kind);
            if (out.value == Factuality::possible && found->end < end && is_negation(found->end))
                out.polarity = Polarity::negative;
            return out;
        }
        return {};
    }

    // A mark behind a conjunction is of a clause of its own.
    bool joins(std::uint32_t i) const {
        return (word(i).proclitics & proclitic::conjunction) != 0 &&
               modals_.at(words_, i, i + 1, false).has_value();
    }
    // "nothing but", "not ... but rather": something is asserted after all.
    bool is_excepted(std::uint32_t i, std::uint32_t end) const {
        constexpr std::string_view siwa = spelled<l::seen, l::waw, l::yeh>,
                                   illa = spelled<l::alef, l::lam, l::alef>, bal = spelled<l::beh, l::lam>;
        for (const std::uint32_t last = std::min(end, i + reach_of_main_word); i < last && !ends_sentence(i);
             ++i) {
            if (form(i) == siwa || form(i) == illa || form(i) == bal) return true;
        }
        return false;
    }

    // Complementisers and the prepositions that the verb asks for.
    bool leads(std::uint32_t i, std::uint32_t first) const {
        if (is_complementiser(i) || sign(i) != 0) return true;
        constexpr std::array<std::string_view, 5> prepositions{
            spelled<l::meem, l::noon>, spelled<l::ain, l::noon>, spelled<l::feh, l::yeh>,
            spelled<l::ain, l::lam, l::yeh>, spelled<l::alef, l::lam, l::yeh>};
        return i == first &&
               std::find(prepositions.begin(), prepositions.end(), form(i)) != prepositions.end();
    }

    // Where the first clause or the phrase before its verb ends.
    bool stops(std::uint32_t i) const {
        const char32_t c = sign(i);
        if (c == l::comma || c == ',' || c == ':' || c == l::semicolon || ends_sentence(i)) return true;
        return is_complementiser(i) || is_relative(i);
    }
    bool is_relative(std::uint32_t i) const {
        constexpr std::string_view stem = spelled<l::alef, l::lam, l::thal, l::yeh>,
                                   feminine = spelled<l::alef, l::lam, l::teh, l::yeh>;
        return form(i).starts_with(stem) || form(i) == feminine;
    }

    bool is_negation(std::uint32_t i) const {
        const std::string_view one = form(i);
        return one == la || one == lan || one == lam_meem;
    }

    // "qad" only before an imperfect, "ma" only before a first person, "not" as an adjective only behind its
    // subject.
    bool applies(const Modals::Found& found, std::uint32_t i, std::uint32_t first, std::uint32_t end) const {
        if (form(i) == ghayr) return i > first && is_definite(i - 1);
        if (!found.verb || found.end > i + 1) return true;
        if (i + 1 >= end || word(i + 1).kind != WordKind::arabic) return false;
        const std::string_view next = form(i + 1);
        if (form(i).ends_with(ma)) {
            const std::string_view na = spelled<l::noon, l::alef>;
            return i == first && (next.ends_with(spelled<l::teh>) || next.ends_with(na));
        }
        const char32_t c = utf8::at(next, 0).value;
        return is_negation(i + 1) || c == l::yeh || c == l::teh || c == l::noon;
    }
    bool is_definite(std::uint32_t i) const {
        const Word& one = word(i);
        return (one.proclitics & proclitic::article) != 0 || (is_complementiser(i) && one.enclitic != 0);
    }

    const Words& words_;
    const Modals& modals_;
};

}  // namespace

Layer<Statement> with_commitments(const Words& words, const Layer<Statement>& statements,
                                  const Modals& modals) {
    const Judge judge(words, modals);
    std::vector<Statement> out(statements.begin(), statements.end());
    for (Statement& one : out) one.commitment = judge.of(one);
    return Layer<Statement>(std::move(out));
}

}  // namespace isnad::speech
