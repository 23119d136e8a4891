// The noun phrases and prepositions that cues govern: "denied [the rise]", "called [for a truce]", "accused
// the army [of shelling]".
#include <algorithm>

#include "language/speech/content.h"

namespace isnad::speech {
namespace {

constexpr std::uint32_t longest_insertion = 25;  // words between two commas
constexpr std::uint32_t longest_way = 40;        // words between subject and content
constexpr std::uint32_t next_bi = 10;            // words to a second "bi-" that may be the content

bool ends_with(const SpeechText& text, std::uint32_t at, char32_t letter) {
    std::string_view form = text.search(at);
    if (text.word(at).enclitic != 0 || form.size() < 4) return false;
    return utf8::at(form, form.size() - 2).value == letter;
}

class Governed {
  public:
    Governed(const SpeechText& text, std::uint32_t cue, std::uint32_t from)
        : text_(text),
          row_(*text.cue_at(cue)),
          begin_(std::max(cue + text.signs[cue].cue_words, from)),
          end_(std::min(text.sentence_end(cue), begin_ + longest_way)) {
        if (const Quoted* around = text.quote_around(cue)) end_ = std::min(end_, around->close);
        // "criticising": an accusative behind a comma is no other noun.
        weak_ = row_.weak &&
                !(row_.form == CueForm::participle && text.search(cue).ends_with(spelled<letters::alef>));
        for (std::uint32_t i = cue; i < begin_; ++i) inserted_ = inserted_ || text.is_comma(i);
        clitic_ = text.word(cue + text.signs[cue].cue_words - 1).enclitic != 0;
    }

    Complement find() {
        const bool any = (row_.patterns & (pattern::led | pattern::noun)) != 0;
        const bool has_its_object = clitic_ && !row_.object && !takes(pattern::led);
        if (!any || has_its_object) return {};
        for (std::uint32_t at = begin_; at < end_;) {
            if (const std::uint32_t found = content_at(at); found != no_entry)
                return {Complement::Kind::noun, found};
            const std::uint32_t next = way(at);
            if (next <= at) return {};
            at = next;
        }
        return {};
    }

    Complement at_once() {
        if (begin_ >= end_) return {};
        std::uint32_t found = led_at(begin_);
        if (found == no_entry && takes(pattern::noun) && is_object(begin_)) found = begin_;
        return found == begin_ ? Complement{Complement::Kind::noun, found} : Complement{};
    }

  private:
    bool takes(std::uint16_t bit) const { return (row_.patterns & bit) != 0; }

    // Where the content begins when it begins at a word; no_entry otherwise.
    std::uint32_t content_at(std::uint32_t at) {
        if (row_.homograph)  // "expressed", also "across": only "about" leads on
            return text_.is(at, particle::an_about) && at + 1 < end_ ? at : no_entry;
        if (const std::uint32_t led = led_at(at); led != no_entry) return led;
        if (row_.weak && row_.object && takes(pattern::noun) && !takes(pattern::clause))
            return text_.is(at, particle::responsibility) || text_.is(at, particle::the_responsibility)
                       ? at
                       : no_entry;
        if (!takes(pattern::noun) || !is_object(at)) return no_entry;
        if (row_.object) return is_masdar(at) ? at : no_entry;
        return !weak_ || is_saying(at) ? at : no_entry;
    }

    bool is_masdar(std::uint32_t at) const {
        std::string_view form = text_.search(at);
        if (text_.has_article(at) && form.starts_with(particle::al)) form.remove_prefix(particle::al.size());
        return form == particle::lack || looks_like_masdar(form) || is_short_masdar(form);
    }

    // "tadakhkhul", "ta'awun": only where a verbal noun is looked for.
    static bool is_short_masdar(std::string_view form) {
        constexpr std::size_t letter = 2;  // bytes
        if (!form.starts_with(spelled<letters::teh>)) return false;
        if (form.size() == 4 * letter) return true;
        return form.size() == 5 * letter && utf8::at(form, 2 * letter).value == letters::alef;
    }

    // "renewed its call for", "valued what": the objects that weak verbs take as content.
    bool is_saying(std::uint32_t at) const {
        if (text_.is(at, particle::ma)) return true;
        const CueRow* cue = text_.cue_at(at);
        return cue != nullptr && !text_.has_article(at) && cue->form != CueForm::preposition;
    }

    std::uint32_t led_at(std::uint32_t at) {
        if (!takes(pattern::led)) return no_entry;
        if (takes(pattern::bi)) {
            const bool bare = text_.is(at, particle::bi) && text_.sign(at + 1) != '(';
            if (bare || text_.is(at, particle::bi_ma)) return at + 1 < end_ ? at : no_entry;
            if (begins_with_bi(at)) return is_threat(at) ? best_bi(at) : no_entry;
        }
        if (text_.signs[at].preposition_words > 1 || text_.has(at, trait::time)) return no_entry;
        if (at + 1 < end_ && text_.carrier_at(at + 1) != nullptr && !text_.has(at + 1, trait::title))
            return takes(pattern::aan) && text_.is(at, particle::an_about) ? at : no_entry;
        if (takes(pattern::ila) && text_.is(at, particle::ila)) return at;
        if (takes(pattern::aan) && text_.is(at, particle::an_about)) return is_silence(at) ? at : no_entry;
        if (takes(pattern::ala) && text_.is(at, particle::ala)) return at;
        if (takes(pattern::min) && text_.is(at, particle::min)) return at;
        if (takes(pattern::fi) && text_.is(at, particle::fi)) return at;
        return no_entry;
    }

    // "refrained from comment", not "from the vote".
    bool is_silence(std::uint32_t at) const {
        const bool abstains = row_.weak && answers(row_.stance);
        return !abstains || (at + 1 < end_ && text_.cue_at(at + 1) != nullptr);
    }

    // "waved the strike at them", not "waved flowers".
    bool is_threat(std::uint32_t at) const {
        if (!row_.weak || row_.object || row_.stance != Stance::warning) return true;
        constexpr std::size_t letter = 2;  // bytes
        std::string_view form = text_.search(at);
        if (text_.has_conjunction(at)) form.remove_prefix(std::min(letter, form.size()));
        form.remove_prefix(std::min(letter, form.size()));
        if (form.starts_with(particle::al) && text_.has_article(at)) form.remove_prefix(particle::al.size());
        return looks_like_masdar(form);
    }

    bool begins_with_bi(std::uint32_t at) const {
        if (!text_.begins_with_preposition(at, letters::beh)) return false;
        constexpr std::size_t letter = 2;  // bytes
        const bool pronoun = text_.search(at).size() <= letter + text_.word(at).enclitic;
        return !pronoun && !text_.has(at, trait::time);
    }

    // "demanded deputies in (bi-) the parliament of (bi-) the dismissal": a place before a second bi-.
    std::uint32_t best_bi(std::uint32_t at) const {
        const bool place =
            text_.name_at(at) || text_.has(at, trait::body | trait::title) || text_.carrier_at(at) != nullptr;
        if (!place) return at;
        for (std::uint32_t next = at + 1; next < std::min(end_, at + next_bi); ++next) {
            if (text_.sign(next) != 0 && !text_.is_comma(next)) break;
            if (text_.is_finite_cue(next)) break;
            const bool second =
                text_.is(next, particle::bi) || (begins_with_bi(next) && !text_.name_at(next));
            if (second && (place || !text_.has_article(next))) return next;
        }
        return at;
    }

    bool is_object(std::uint32_t at) const {
        if (!text_.is_arabic(at) || text_.has_preposition(at) || at + 1 > end_) return false;
        if (text_.name_at(at) || (row_.stance == Stance::claim && text_.has(at, trait::title))) return false;
        if (text_.is(at, particle::ma) || text_.is(at, particle::any)) return at + 1 < end_;
        if (text_.is(at, particle::that_thing)) return true;
        if (text_.has(at, trait::function | trait::time) && !text_.has(at, trait::title)) return false;
        if (text_.has_conjunction(at) && !text_.has(at, trait::whole)) return false;
        if (const CueRow* other = text_.cue_at(at); other != nullptr && other->form == CueForm::participle)
            return false;
        if (text_.is_finite_cue(at)) {
            const CueRow& other = *text_.cue_at(at);
            const bool noun = answers(row_.stance);  // "refused to describe", no second verb
            if (!noun && !other.weak && at > begin_) return false;
            if (other.form == CueForm::imperfect) return false;
        }
        // A whole object of one word needs an article, a pronoun or a second word.
        return at + 1 < end_ || text_.has_article(at) || text_.word(at).enclitic != 0;
    }

    // The word behind what may stand between subject and content at a word; `at` itself where it may not.
    std::uint32_t way(std::uint32_t at) {
        if (text_.is_comma(at) || text_.is_dash(at)) return insertion(at);
        if (text_.sign(at) == '(' || text_.sign(at) == '[') return bracket(at);
        if (const Quoted* quoted = text_.quote_at(at)) return quoted->closed ? quoted->behind() : at;
        if (text_.sign(at) != 0) return at;
        if (text_.name_at(at)) return text_.name_end(at);
        if (text_.has(at, trait::title | trait::body) && !text_.has_preposition(at)) return at + 1;
        if (text_.is_complementiser(at)) return at;
        if (const CueRow* cue = text_.cue_at(at); cue != nullptr && cue->form == CueForm::preposition)
            return prepositional(text_.behind_cue(at));
        if (text_.signs[at].preposition_words > 1)
            return prepositional(at + text_.signs[at].preposition_words);
        if (text_.has(at, trait::preposition))
            return text_.word(at).enclitic != 0 ? at + 1 : prepositional(at + 1);
        if (text_.has_preposition(at)) return prepositional(at);
        if (text_.has(at, trait::time | trait::adverb | trait::demonstrative)) return at + 1;
        if (text_.has(at, trait::relative)) return row_.object || takes(pattern::led) ? at + 1 : at;
        if (text_.has(at, trait::meanwhile | trait::conjunction | trait::auxiliary)) return at;
        if (text_.is_finite_cue(at) && !text_.cue_at(at)->weak) return at;
        // Objects before the content, and what belongs to an indefinite subject.
        return takes(pattern::led) || row_.object || at > begin_ ? at + 1 : at;
    }

    std::uint32_t insertion(std::uint32_t at) {
        if (at + 1 >= end_) return at;
        const CueRow* next_cue = text_.cue_at(at + 1);
        const bool source = next_cue != nullptr && next_cue->form == CueForm::preposition;
        if (text_.report_begins[at + 1] && !source) return at;
        if (text_.has(at + 1, trait::meanwhile | trait::conjunction) || text_.is_dash(at)) return at;
        if (led_at(at + 1) != no_entry || (inserted_ && content_at(at + 1) != no_entry)) return at + 1;
        const std::uint32_t cap = std::min(end_, at + longest_insertion);
        for (std::uint32_t next = at + 1; next < cap; ++next) {
            if (text_.is_comma(next)) {
                inserted_ = true;
                return next + 1;
            }
            const CueRow* cue = text_.cue_at(next);
            const bool verb = cue != nullptr && !cue->weak && text_.is_finite_cue(next);
            if (verb && !text_.has(at + 1, trait::relative)) return at;
        }
        return inserted_ ? at + 1 : at;
    }

    std::uint32_t bracket(std::uint32_t at) const {
        for (std::uint32_t next = at + 1; next < std::min(end_, at + 8); ++next) {
            if (text_.sign(next) == ')' || text_.sign(next) == ']') return next + 1;
        }
        return at;
    }

    // The word behind the noun phrase of a preposition: carriers with their adjectives, names, definite
    // nouns with theirs, one indefinite noun with an adjective.
    std::uint32_t prepositional(std::uint32_t at) const {
        if (at >= end_) return end_;
        if (text_.name_at(at)) return text_.name_end(at);
        if (const Quoted* quoted = text_.quote_at(at)) return quoted->closed ? quoted->behind() : at;
        if (!text_.is_arabic(at)) return at + 1;
        const CarrierRow* carrier = text_.carrier_at(at);
        std::uint32_t next = at + (carrier == nullptr ? 1 : text_.signs[at].carrier_words);
        const bool definite = text_.has_article(at) || text_.word(at).enclitic != 0;
        if (definite) {
            const bool feminine = ends_with(text_, at, letters::heh);
            while (next < end_ && text_.has_article(next) && !text_.name_at(next) &&
                   (!feminine || ends_with(text_, next, letters::heh)) &&
                   !(row_.object && takes(pattern::noun) && is_masdar(next)))
                ++next;
        } else if (next < end_ && text_.name_at(next) && !text_.has_preposition(next)) {
            next = text_.name_end(next);
        } else if (next < end_ && text_.has_article(next)) {
            ++next;
        } else if (next + 1 < end_ && is_adjective(at, next)) {
            ++next;
        }
        if (next < end_ && text_.quote_at(next) != nullptr && text_.quote_at(next)->words() <= 4)
            next = text_.quote_at(next)->behind();
        return next;
    }

    // "a written statement", "an earlier occasion": by endings that agree and nisbas and participles.
    bool is_adjective(std::uint32_t noun, std::uint32_t at) const {
        if (!text_.is_arabic(at) || text_.has_preposition(at) || text_.word(at).enclitic != 0) return false;
        if (text_.has(at, trait::function | trait::time | trait::title)) return false;
        if (ends_with(text_, at, letters::yeh)) return true;
        if (ends_with(text_, noun, letters::heh)) return ends_with(text_, at, letters::heh);
        return utf8::at(text_.search(at), 0).value == letters::meem && !ends_with(text_, at, letters::heh);
    }

    const SpeechText& text_;
    const CueRow& row_;
    std::uint32_t begin_, end_;
    bool weak_ = false;
    bool clitic_ = false;    // a pronoun stands on the cue
    bool inserted_ = false;  // an insertion between commas was passed
};

}  // namespace

Complement noun_complement(const SpeechText& text, std::uint32_t cue, std::uint32_t subject_end) {
    if (text.cue_at(cue) == nullptr) return {};
    return Governed(text, cue, subject_end).find();
}

Complement governed_at(const SpeechText& text, std::uint32_t cue, std::uint32_t at) {
    if (text.cue_at(cue) == nullptr) return {};
    return Governed(text, cue, at).at_once();
}

bool looks_like_masdar(std::string_view form) {
    namespace l = letters;
    constexpr std::size_t letter = 2;  // bytes
    if (form.size() < 5 * letter || form.size() % letter != 0) return false;
    const auto nth = [&](std::size_t i) { return utf8::at(form, i * letter).value; };
    const std::size_t size = form.size() / letter;
    if (nth(0) == l::alef) return nth(size - 2) == l::alef;
    if (nth(0) == l::teh) return nth(size - 2) == l::yeh;
    return nth(0) == l::meem && nth(2) == l::alef && nth(size - 1) == l::heh;
}

}  // namespace isnad::speech
