#include "language/words/lemmas.h"

#include <algorithm>
#include <bit>

#include "text/letters.h"
#include "text/spelled.h"
#include "text/spellings.h"

namespace isnad::words {
namespace {

namespace l = letters;
using spellings::al;
using spellings::letter;
using spellings::letter_at;
using spellings::teh;
using spellings::yeh;

constexpr std::size_t most = 6;
constexpr std::string_view marbuta = spelled<l::teh_marbuta>, maksura = spelled<l::alef_maksura>,
                           alef = spelled<l::alef>;

class LemmaFinder {
  public:
    LemmaFinder(const Clitics& clitics, const Word& word, std::string_view analysis)
        : clitics_(clitics), word_(word), lexicon_(clitics.lexicon()) {
        stem_ =
            std::string(analysis.substr(word.stem_begin, analysis.size() - word.stem_begin - word.enclitic));
    }

    std::vector<std::string> run(std::string_view whole) {
        const bool definite = (word_.proclitics & proclitic::article) != 0;
        const bool future = (word_.proclitics & proclitic::future) != 0;
        from_lexicon(whole);
        if (stem_ != whole) from_lexicon(stem_);
        const std::uint32_t as_noun = clitics_.count(search_form(std::string(al) + stem_));
        noun_weight_ = definite ? 6 : future ? -6 : as_noun > 0 ? 4 : 0;
        verb_weight_ = definite ? -20 : future ? 6 : as_noun == 0 ? 4 : 0;
        if (auxiliary_) verb_weight_ += 6;
        add(stem_, particle_ && !auxiliary_ ? 12 : 2);
        if (definite) add(std::string(al) + stem_, -6);
        nouns();
        if (!definite) verbs();
        std::stable_sort(found_.begin(), found_.end(),
                         [](const Candidate& a, const Candidate& b) { return a.weight > b.weight; });
        std::vector<std::string> out;
        for (Candidate& candidate : found_) {
            if (out.size() < most) out.push_back(std::move(candidate.form));
        }
        if (std::find(out.begin(), out.end(), stem_) == out.end()) out.back() = stem_;
        return out;
    }

  private:
    struct Candidate {
        std::string form;
        int weight = 0;
    };

    int commonness(const std::string& form) const {
        const std::string search = search_form(form);
        const std::uint32_t alone = clitics_.count(search),
                            defined = clitics_.count(std::string(al) + search);
        return static_cast<int>(std::bit_width(alone + defined));
    }

    void add(std::string form, int weight) {
        const auto same = std::find_if(found_.begin(), found_.end(),
                                       [&](const Candidate& candidate) { return candidate.form == form; });
        weight += commonness(form);
        if (same == found_.end())
            found_.push_back({std::move(form), weight});
        else
            same->weight = std::max(same->weight, weight);
    }

    // What a rule made, where it is a word.
    void add_known(std::string form, int weight) {
        if (form.size() >= 2 * letter && commonness(form) > 0) add(std::move(form), weight);
    }

    // The lemmas of the tables of verbs, and the first spelling of rows that hold a plural with its singular.
    void from_lexicon(std::string_view form) {
        for (const lexicon::Entry& entry : lexicon_.find(lexicon::Phrase{}.then(search_form(form))).entries) {
            const std::string_view table = lexicon_.table_name(entry.table);
            if (table == "function_words") {
                const bool verb = lexicon_.cell(entry, "class") == "auxiliary";
                (verb ? auxiliary_ : particle_) = true;
            } else if (table == "verbs_of_saying" || table == "events") {
                const std::string_view lemma = lexicon_.cell(entry, "lemma");
                if (!lemma.empty() && lemma.find(' ') == std::string_view::npos) add(analysis_form(lemma), 8);
            } else if (table == "time_units") {
                from_unit(entry);
            } else if (table == "populations" || table == "units") {
                const std::string_view row = lexicon_.cell(entry, std::size_t{0});
                const std::string_view first = row.substr(0, row.find('|'));
                if (first.find(' ') == std::string_view::npos) add(analysis_form(first), 6);
            }
        }
    }

    // "days" to "day": the singular of the same unit.
    void from_unit(const lexicon::Entry& entry) {
        const std::size_t unit = lexicon_.column(entry.table, "unit"),
                          number = lexicon_.column(entry.table, "number");
        for (std::uint32_t row = 0; row < lexicon_.rows(entry.table); ++row) {
            if (lexicon_.cell(entry.table, row, number) != "s" ||
                lexicon_.cell(entry.table, row, unit) != lexicon_.cell(entry, unit))
                continue;
            const std::string_view spellings = lexicon_.cell(entry.table, row, 0);
            add(analysis_form(spellings.substr(0, spellings.find('|'))), 14);
            return;
        }
    }

    bool ends(std::string_view ending, std::size_t least) const {
        return stem_.ends_with(ending) && stem_.size() >= ending.size() + least * letter;
    }
    std::string without(std::string_view ending) const {
        return stem_.substr(0, stem_.size() - ending.size());
    }

    void nouns() {
        const int weight = noun_weight_;
        if (word_.enclitic > 0 && ends(teh, 2)) add_known(without(teh) + std::string(marbuta), weight + 4);
        if (ends(marbuta, 3)) feminine();
        constexpr std::string_view at = spelled<l::alef, l::teh>;
        if (ends(at, 2)) {
            add_known(without(at) + std::string(marbuta), weight + 5);
            add_known(without(at), weight + 4);
        }
        for (const std::string_view dual :
             {spelled<l::teh, l::yeh, l::noon>, spelled<l::teh, l::alef, l::noon>}) {
            if (ends(dual, 2)) add_known(without(dual) + std::string(marbuta), weight + 6);
        }
        for (const std::string_view plural :
             {spelled<l::yeh, l::noon>, spelled<l::waw, l::noon>, spelled<l::alef, l::noon>}) {
            if (ends(plural, 3)) add_known(without(plural), weight + 4);
        }
        if (ends(alef, 3)) add_known(without(alef), weight + 6);
        if (ends(yeh, 3)) add_known(without(yeh), weight - 5);
    }

    // An adjective has its masculine beside it, next to as common as itself; a noun seldom.
    void feminine() {
        const std::string masculine = without(marbuta);
        const bool adjective = ends(nisba_, 3) || (masculine.size() > 3 * letter &&
                                                   commonness(masculine) + 2 >= commonness(stem_));
        add_known(masculine, noun_weight_ + (adjective ? 2 : -3));
    }

    // The past, without its endings of person; the present, without both.
    void verbs() {
        const char32_t first = letter_at(stem_, 0);
        if (first == l::yeh || first == l::teh || first == l::noon || first == l::alef) {
            present(stem_.substr(letter));
            for (const std::string_view ending : {spelled<l::waw, l::noon>, spelled<l::alef, l::noon>,
                                                  spelled<l::waw, l::alef>, spelled<l::yeh, l::noon>}) {
                if (ends(ending, 3)) present(without(ending).substr(letter));
            }
        }
        for (const std::string_view ending : {teh, spelled<l::waw, l::alef>, spelled<l::noon, l::alef>,
                                              spelled<l::teh, l::alef>, spelled<l::noon>, alef}) {
            if (!ends(ending, 2)) continue;
            const std::string base = without(ending);
            const int weight = verb_weight_ - (base.size() <= 2 * letter ? 2 : 0);
            if (base.size() > 2 * letter) add_known(base, weight + 3);
            add_known(base + std::string(maksura), weight);
            if (base.size() == 2 * letter) hollow(base, weight + 1);
        }
    }

    // From what stands behind the letter of person.
    void present(const std::string& rest) {
        if (rest.size() < 2 * letter) return;
        const int weight = verb_weight_;
        add_known(rest, weight + 1);
        add_known(std::string(alef) + rest, weight + 2);
        const std::string head = rest.substr(0, rest.size() - letter);
        const char32_t last = letter_at(rest, rest.size() - letter);
        if (last == l::waw) add_known(head + std::string(alef), weight + 2);
        if (last == l::alef_maksura) add_known(head + std::string(yeh), weight + 2);
        if (letter_at(rest, 0) == l::hamza) add_known(std::string(alef) + rest.substr(letter), weight + 3);
        if (letter_at(rest, 0) == l::hamza && last == l::yeh)
            add_known(std::string(alef) + head.substr(letter) + std::string(maksura), weight + 3);
        if (last == l::yeh) {
            add_known(head + std::string(maksura), weight + 2);
            add_known(std::string(alef) + head + std::string(maksura), weight + 3);
        }
        if (rest.size() == 2 * letter) {
            hollow(rest, weight);
            add_known(std::string(spellings::waw) + rest, weight + 1);
        }
        long_vowel(rest, weight + 3);
    }

    // "yaqul", "yazid": the long vowel before the last letter is an alef in the past.
    void long_vowel(const std::string& rest, int weight) {
        const bool plural = rest.ends_with(spelled<l::noon>) && rest.size() > 3 * letter;
        if (rest.size() < 3 * letter || plural) return;
        const std::size_t at = rest.size() - 2 * letter;
        const char32_t vowel = letter_at(rest, at);
        if (vowel != l::waw && vowel != l::yeh) return;
        std::string past = rest;
        past.replace(at, letter, alef);
        add_known(past, weight);
        add_known(std::string(alef) + past, weight + 1);
    }

    // "qul-tu": an alef between two letters.
    void hollow(const std::string& base, int weight) {
        add_known(base.substr(0, letter) + std::string(alef) + base.substr(letter), weight);
    }

    static constexpr std::string_view nisba_ = spelled<l::yeh, l::teh_marbuta>;
    const Clitics& clitics_;
    const Word& word_;
    const lexicon::Lexicon& lexicon_;
    std::string stem_;
    std::vector<Candidate> found_;
    bool auxiliary_ = false, particle_ = false;
    int noun_weight_ = 0, verb_weight_ = 0;
};

}  // namespace

std::vector<std::string> lemma_candidates(const Words& words, std::uint32_t index, const Clitics& clitics) {
    const Word& word = words.words[index];
    const std::string_view form = words.analysis(word);
    if (word.kind != WordKind::arabic || form.size() > SegmentFeatures::longest_word) return {};
    if (form.size() <= static_cast<std::size_t>(word.stem_begin) + word.enclitic) return {std::string(form)};
    return LemmaFinder(clitics, word, form).run(form.substr(word.name_begin));
}

}  // namespace isnad::words
