#include "language/events/phrases.h"

#include <algorithm>

#include "text/letters.h"
#include "text/spelled.h"
#include "text/spellings.h"
#include "text/utf8.h"

namespace isnad::events {
namespace {

namespace l = letters;
using spellings::ha;
using spellings::letter;
using spellings::teh;
using spellings::waw_alef;
using spellings::yeh;

constexpr std::string_view ending_in = spelled<l::yeh, l::noon>, off = spelled<l::ain, l::noon>;
constexpr std::string_view yeh_heh = spelled<l::yeh, l::heh>;
constexpr std::string_view alef_maksura = spelled<l::alef_maksura>;
constexpr std::string_view nominative = spelled<l::waw, l::noon>;
constexpr std::string_view feminine_plural = spelled<l::alef, l::teh>;

// The proclitics of a word in the reading that was taken.
struct Front {
    bool conjunction = false;
    char32_t preposition = 0;
    bool article = false;
};

class Phraser {
  public:
    Phraser(const Reading& reading, std::uint32_t sentence)
        : in_(reading), sentence_(reading.before.words.sentences[sentence]) {
        out_.first = sentence_.first;
    }

    Clauses run() {
        for (std::uint32_t at = sentence_.first; at < sentence_.end; ++at) {
            out_.sense_begin.push_back(static_cast<std::uint32_t>(out_.senses.size()));
            if (in_.places.name[at] == nothing && in_.places.time[at] == nothing)
                in_.knowledge.senses_at(in_.before.words, at, out_.senses);
        }
        out_.sense_begin.push_back(static_cast<std::uint32_t>(out_.senses.size()));
        for (at_ = sentence_.first; at_ < sentence_.end;) step();
        close();
        return std::move(out_);
    }

  private:
    void step() {
        if (at_ > sentence_.first && enters_statement()) emit(PartKind::boundary, at_, at_);
        if (in_.places.time[at_] != nothing) return take_time();
        if (in_.word(at_).kind == WordKind::punctuation) return take_sign();
        if (in_.places.name[at_] != nothing) return take_name();
        if (take_preposition() || take_verb() || take_particle()) return;
        take_noun();
    }

    // A direct quotation begins or ends before this word.
    bool enters_statement() const {
        const std::uint32_t now = in_.places.statement[at_], before = in_.places.statement[at_ - 1];
        const auto is_direct = [&](std::uint32_t statement) {
            return statement != nothing && in_.before.statements[statement].kind == StatementKind::direct;
        };
        return now != before && (is_direct(now) || is_direct(before));
    }

    void emit(PartKind kind, std::uint32_t first, std::uint32_t end) {
        close();
        pending_ = Slot::none;
        joining_ = false;
        if (kind == PartKind::boundary && !out_.parts.empty() && out_.parts.back().kind == kind) return;
        out_.parts.push_back({kind, first, end});
    }

    void close() {
        if (open_) out_.parts.push_back(phrase_);
        open_ = false;
    }

    void take_time() {
        const std::uint32_t first = at_, time = in_.places.time[at_];
        while (at_ < sentence_.end && in_.places.time[at_] == time) ++at_;
        emit(PartKind::time, first, at_);
    }

    void take_sign() {
        const char32_t sign = utf8::at(in_.search(at_), 0).value;
        const std::uint32_t at = at_++;
        switch (sign) {
            case '"':
            case '\'':
            case l::left_quote:
            case l::right_quote:
            case l::low_quote:
            case l::left_guillemet:
            case l::right_guillemet:
            case '/':
            case '%': return;
            case '(': return skip_brackets();
            case ',':
            case l::comma: return emit(PartKind::comma, at, at_);
            case '-':
                if (!in_.word(at).space_before) return;
                break;
            default: break;
        }
        emit(PartKind::boundary, at, at_);
    }

    void skip_brackets() {
        constexpr std::uint32_t longest = 12;
        for (std::uint32_t at = at_; at < sentence_.end && at < at_ + longest; ++at) {
            if (in_.search(at) == ")") {
                at_ = at + 1;
                return;
            }
        }
    }

    Front front_of(std::uint32_t at) const {
        const Word& word = in_.word(at);
        const auto senses = out_.senses_of(at);
        const std::string_view search = in_.search(at);
        std::size_t skip = word.name_begin;
        Front out;
        out.article = (word.proclitics & proclitic::article) != 0;
        if (in_.places.name[at] != nothing) {
            const Span name = in_.before.names[in_.places.name[at]].span;
            skip = name.begin > word.span.begin ? name.begin - word.span.begin : 0;
        } else if (!senses.empty()) {
            skip = senses[0].skip;
            out.article = senses[0].definite;
        }
        for (std::size_t i = 0; i + letter <= skip && i < 2 * letter; i += letter) {
            const char32_t c = utf8::at(search, i).value;
            if (i == 0 && (c == l::waw || c == l::feh)) {
                out.conjunction = true;
            } else if (c == l::beh || c == l::lam || c == l::kaf) {
                out.preposition = c;
                break;
            } else {
                break;
            }
        }
        return out;
    }

    static Slot slot_of_letter(char32_t c) {
        if (c == l::beh) return Slot::bi;
        return c == l::lam ? Slot::li : Slot::other;
    }

    // Opens a phrase at this word; its slot is that of the preposition before it.
    void open(const Front& front) {
        const bool joined =
            (front.conjunction || joining_) && pending_ == Slot::none && front.preposition == 0;
        const Slot before = open_ ? phrase_.slot
                            : !out_.parts.empty() && out_.parts.back().kind == PartKind::phrase
                                ? out_.parts.back().slot
                                : Slot::none;
        close();
        phrase_ = {PartKind::phrase, at_, at_, pending_};
        if (front.preposition != 0) phrase_.slot = slot_of_letter(front.preposition);
        phrase_.joined = joined && !out_.parts.empty();
        if (phrase_.joined) phrase_.slot = before;
        pending_ = Slot::none;
        joining_ = false;
        open_ = true;
        closed_ = named_ = titled_ = false;
    }

    bool must_open(const Front& front) const {
        return !open_ || pending_ != Slot::none || front.preposition != 0 || front.conjunction || joining_;
    }

    void take_name() {
        const std::uint32_t name = in_.places.name[at_];
        const bool person = in_.before.names[name].type == NameType::person;
        const Front front = front_of(at_);
        const bool fits = !closed_ || (person && !named_ && titled_);
        if (must_open(front) || !fits) open(front);
        while (at_ < sentence_.end && in_.places.name[at_] == name) ++at_;
        phrase_.end = at_;
        closed_ = named_ = true;
    }

    bool take_preposition() {
        for (const Sense& sense : out_.senses_of(at_)) {
            const Frame& frame = sense.row->frame;
            if (frame.preposition == Slot::none || sense.definite || !only_conjunction(sense)) continue;
            if (frame.preposition == Slot::min && !frame.pronoun && behind_quantity()) {
                closed_ = false;  // "500 tons of food" is one phrase
                phrase_.end = ++at_;
                return true;
            }
            if (frame.preposition == Slot::ila && before_number(sense.end)) return false;  // "about 15,000"
            if (sense.end == at_ + 1 && has_verb(at_) && sense.end < sentence_.end &&
                in_.search(sense.end) == off)
                return false;
            close();
            joining_ = false;
            if (frame.pronoun) {
                out_.parts.push_back({PartKind::phrase, at_, sense.end, frame.preposition, false, true});
            } else {
                pending_ = frame.preposition;
            }
            at_ = sense.end;
            return true;
        }
        return false;
    }

    bool behind_quantity() const {
        return open_ && !closed_ && phrase_.slot == Slot::none && in_.places.quantity[at_ - 1] != nothing;
    }

    bool before_number(std::uint32_t at) const {
        return at < sentence_.end && in_.places.quantity[at] != nothing &&
               (in_.places.quantity[at] == in_.places.quantity[at_] || in_.word(at).kind == WordKind::number);
    }

    bool only_conjunction(const Sense& sense) const {
        if (sense.skip == 0) return true;
        const char32_t c = utf8::at(in_.search(at_), 0).value;
        return sense.skip == letter && (c == l::waw || c == l::feh);
    }

    bool has_verb(std::uint32_t at) const {
        const auto senses = out_.senses_of(at);
        return std::any_of(senses.begin(), senses.end(),
                           [](const Sense& sense) { return is_verb(sense.row->form); });
    }
    bool has_noun(std::uint32_t at) const {
        const auto senses = out_.senses_of(at);
        return std::any_of(senses.begin(), senses.end(), [](const Sense& sense) {
            return sense.row->form == Form::masdar || sense.row->form == Form::noun;
        });
    }

    // The letters of an imperfect verb that the tables do not know.
    bool looks_imperfect(const Front& front) const {
        const Word& word = in_.word(at_);
        std::string_view text = in_.search(at_);
        if (front.article || front.preposition != 0 || word.kind != WordKind::arabic) return false;
        text.remove_prefix(std::min<std::size_t>(word.name_begin, text.size()));
        if (text.size() > letter && utf8::at(text, 0).value == l::seen) text.remove_prefix(letter);
        if (text.size() < 4 * letter || utf8::at(text, 0).value != l::yeh) return false;
        return !text.ends_with(yeh_heh) && !text.ends_with(feminine_plural) &&
               (!text.ends_with(yeh) || text.size() == 4 * letter);
    }

    bool is_verb_here(const Front& front) const {
        if (pending_ != Slot::none) return false;
        const auto senses = out_.senses_of(at_);
        if (front.preposition == l::beh || front.preposition == l::kaf) return false;
        const bool construct = open_ && !closed_ && !front.conjunction;
        if (!senses.empty() && has_verb(at_)) {
            const bool imperfect = std::any_of(senses.begin(), senses.end(), [](const Sense& sense) {
                return sense.row->form == Form::imperfect;
            });
            if (front.preposition == l::lam && !imperfect) return false;
            if (!has_noun(at_)) return !construct || imperfect || is_inflected();
            return !construct && !before_indefinite_nisba() && (front.conjunction || !in_clause_of_verb());
        }
        if (!senses.empty() && has_noun(at_)) return false;
        return in_.knowledge.is_saying(in_.before.words, at_) ? !construct
                                                              : looks_imperfect(front) && !construct;
    }

    // A perfect with the ending of its person, which no noun in a construct looks like: "a bomb went off".
    bool is_inflected() const {
        const std::string_view text = in_.search(at_);
        return text.size() >= 4 * letter &&
               (text.ends_with(teh) || text.ends_with(waw_alef) || text.ends_with(ha));
    }

    // A verb stands before the open phrase in this clause: what follows is its object.
    bool in_clause_of_verb() const {
        if (!open_ || phrase_.slot != Slot::none) return false;
        for (std::size_t back = out_.parts.size(); back-- > 0;) {
            const PartKind kind = out_.parts[back].kind;
            if (kind == PartKind::verb) return true;
            if (kind != PartKind::phrase && kind != PartKind::time) return false;
        }
        return false;
    }

    // "an Israeli raid": a noun with its adjective.
    bool before_indefinite_nisba() const {
        return at_ + 1 < sentence_.end && in_.places.name[at_ + 1] == nothing &&
               (in_.word(at_ + 1).proclitics & proclitic::article) == 0 &&
               !in_.knowledge.country_of(in_.before.words, at_ + 1).empty();
    }

    bool take_verb() {
        const Front front = front_of(at_);
        const bool auxiliary = out_.senses_of(at_).empty() && pending_ == Slot::none &&
                               in_.knowledge.particle(in_.before.words, at_) == Particle::auxiliary;
        if (!auxiliary && !is_verb_here(front)) return false;
        emit(PartKind::verb, at_, at_ + 1);
        out_.parts.back().joined = front.conjunction;
        ++at_;
        return true;
    }

    bool take_particle() {
        if (has_noun(at_)) return false;
        const Particle particle = in_.knowledge.particle(in_.before.words, at_);
        switch (particle) {
            case Particle::boundary: emit(PartKind::boundary, at_, at_ + 1); break;
            case Particle::relative: emit(PartKind::relative, at_, at_ + 1); break;
            case Particle::joining: joining_ = true; break;
            case Particle::transparent: close(); break;
            case Particle::pronoun: close(); break;
            default: return false;
        }
        ++at_;
        return true;
    }

    bool is_class(std::uint32_t at) const {
        const auto senses = out_.senses_of(at);
        return std::any_of(senses.begin(), senses.end(),
                           [](const Sense& sense) { return sense.row->frame.is.any(); });
    }

    // "gunmen a village": a nominative plural is in no construct with the noun behind it.
    bool ends_subject(const Front& front) const {
        if (!open_ || phrase_.end != phrase_.first + 1 || front.article || front.conjunction) return false;
        const std::string_view before = in_.search(phrase_.first);
        return before.size() > 4 * letter && before.ends_with(nominative) &&
               !in_.search(at_).ends_with(nominative);
    }

    // Whether a definite noun behind a phrase that is complete begins a new one.
    bool begins_new(std::uint32_t at) const {
        const std::string_view word = in_.search(at);
        const bool maksura = in_.before.words.analysis(in_.word(at)).ends_with(alef_maksura);
        if ((word.ends_with(yeh) && !maksura) || word.ends_with(yeh_heh))
            return false;  // an adjective, as a rule
        if (named_ || has_noun(at) || is_class(at)) return true;
        if (in_.knowledge.is_title(in_.before.words, at)) return true;
        const std::uint32_t mention = in_.places.mention[at];
        if (mention != nothing && in_.before.mentions[mention].span.begin >= in_.word(at).span.begin)
            return true;
        return !named_ && in_.search(at).ends_with(ending_in) &&
               !in_.search(phrase_.first).ends_with(ending_in) && in_.search(at).size() > 5 * letter;
    }

    void take_noun() {
        const Front front = front_of(at_);
        const Word& word = in_.word(at_);
        const bool definite = front.article || word.enclitic != 0;
        const bool fits = closed_ ? front.article && !begins_new(at_) : !ends_subject(front);
        if (must_open(front) || !fits) open(front);
        if (phrase_.first == at_ || !closed_)
            titled_ = titled_ || in_.knowledge.is_title(in_.before.words, at_);
        closed_ = closed_ || definite;
        phrase_.end = ++at_;
    }

    const Reading& in_;
    const Sentence& sentence_;
    Clauses out_;
    Part phrase_;
    bool open_ = false, closed_ = false, named_ = false, titled_ = false;
    Slot pending_ = Slot::none;
    bool joining_ = false;
    std::uint32_t at_ = 0;
};

}  // namespace

Clauses find_clauses(const Reading& reading, std::uint32_t sentence) {
    return Phraser(reading, sentence).run();
}

}  // namespace isnad::events
