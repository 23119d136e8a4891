#include "language/speech/roles_reader.h"

#include "text/letters.h"
#include "text/spelled.h"
#include "text/spellings.h"

namespace isnad::speech {
namespace {

namespace l = letters;
using spellings::al;
using spellings::heh;
using spellings::is_definite;
using spellings::lam;
using spellings::yeh;

constexpr std::string_view teh_marbuta = spelled<l::teh_marbuta>, fi = spelled<l::feh, l::yeh>,
                           ila = spelled<l::alef, l::lam, l::yeh>, lada = spelled<l::lam, l::dal, l::yeh>;
constexpr std::uint32_t longest_role = 6, longest_complement = 9, loose_words = 3;

lexicon::Phrase bare(std::string_view form) {
    return lexicon::Phrase{}.then(is_definite(form) ? form.substr(al.size()) : form);
}

// Teh marbuta and the pronoun heh fall together in search form: "his minister" is no woman.
bool same_ending(std::string_view written, std::string_view spelling) {
    return written.ends_with(heh) == spelling.ends_with(heh) &&
           written.ends_with(teh_marbuta) == spelling.ends_with(teh_marbuta);
}

// "and to" and "before", which fall together with a governor and an imam in search form.
bool is_preposition(std::string_view written) {
    constexpr std::string_view waw = spelled<l::waw>, to = spelled<l::lam, l::alef_maksura>;
    constexpr std::string_view before = spelled<l::alef_hamza_above, l::meem, l::alef, l::meem>;
    if (written.ends_with(before)) return true;
    return written.starts_with(waw) && written.ends_with(to) && written.size() == 4 * waw.size();
}

}  // namespace

std::optional<Role> RoleReader::read(std::uint32_t i) const {
    if (!text_.is_arabic(i) || text_.form(i).size() > 64) return std::nullopt;
    Reading out;
    if (!open_counterpart(i, out) && !open_title(i, out)) return std::nullopt;
    read_complement(out);
    if (!out.closed || out.role.end - out.role.first > role_words) return std::nullopt;
    const Office* office = out.role.office == no_row ? nullptr : &know_.office(out.role.office);
    if (office != nullptr && office->en == "commander" && out.role.second != no_row &&
        out.role.field.count == 0)
        out.role.office = know_.leader_office();  // "the leaders of A and B" lead no troops
    read_beside(out.role);
    if (office != nullptr && office->kind == OfficeClass::kin && !is_person_by_kin(out.role))
        return std::nullopt;
    constexpr std::string_view the_same[] = {spelled<l::noon, l::feh, l::seen>,
                                             spelled<l::thal, l::alef, l::teh>};
    const bool led = i > 0 && text_.word(i - 1).block == text_.word(i).block && out.role.skip == 0;
    if (led && (text_.form(i - 1).ends_with(the_same[0]) || text_.form(i - 1).ends_with(the_same[1])))
        out.role.same = text_.form(i - 1).size() <= the_same[1].size() + 2;
    return out.role;
}

bool RoleReader::open_counterpart(std::uint32_t i, Reading& out) const {
    for (const words::Reading reading : words::readings_of(text_.form(i))) {
        if (reading.skip > text_.word(i).name_begin || reading.article) continue;
        for (const auto& entry : know_.lexicon().find(words::phrase_of(text_.form(i), reading)).entries) {
            const MentionWord* word = know_.word(entry);
            if (word == nullptr || word->kind != WordRole::counterpart) continue;
            out.role = {.first = i,
                        .end = i + 1,
                        .skip = reading.skip,
                        .gender = word->gender,
                        .count = word->count,
                        .counterpart = true};
            out.closed = true;
            out.at = text_.next(i);
            return true;
        }
    }
    return false;
}

bool RoleReader::open_title(std::uint32_t i, Reading& out) const {
    bool found = false;
    for (const words::Reading reading : words::readings_of(text_.form(i))) {
        const bool article = reading.article || text_.form(i).substr(reading.skip).starts_with(al);
        if (reading.skip > text_.word(i).name_begin && !article) continue;
        found = try_title(i, reading, out) || found;
    }
    if (!found && !open_owned(i, out)) return false;
    const OfficeClass kind = know_.office(out.role.office).kind;
    if (know_.office(out.role.office).en.starts_with("counterpart")) return false;
    if (kind == OfficeClass::kin && out.closed && !out.role.possessed) return false;
    const std::string_view first = text_.form(i).substr(out.role.skip);
    const bool joined = first.starts_with(lam) && !is_definite(first) && out.role.definite;
    out.role.head = joined ? lexicon::Phrase{}.then(first.substr(lam.size())).hash : bare(first).hash;
    read_inside_title(out);
    return true;
}

// Takes the longest title at word i under a reading, when it is longer than what `out` holds.
bool RoleReader::try_title(std::uint32_t i, words::Reading reading, Reading& out) const {
    lexicon::Phrase phrase = words::phrase_of(text_.form(i), reading);
    bool taken = false;
    std::uint32_t last = i;
    for (std::uint32_t length = 1; length <= longest_role; ++length) {
        const lexicon::Found found = know_.lexicon().find(phrase);
        for (const lexicon::Entry& entry : found.entries) {
            const TitleFacts* title = know_.title(entry);
            const std::string_view spelling = know_.lexicon().spelling(entry);
            if (title == nullptr || last + 1 <= out.role.end) continue;
            if (!same_ending(text_.words().analysis(text_.word(last)), spelling)) continue;
            if (last == i && is_preposition(text_.words().analysis(text_.word(i)))) continue;
            if (text_.name_on(last) != no_index && text_.name_on(last) == text_.name_on(last + 1)) continue;
            const std::size_t space = spelling.rfind(' ');
            out.closed = is_definite(spelling.substr(space == std::string_view::npos ? 0 : space + 1));
            if (!out.closed && !title->complement) continue;
            out.role = {.first = i,
                        .end = last + 1,
                        .skip = reading.skip,
                        .office = title->office,
                        .gender = title->gender,
                        .count = title->count,
                        .weak = title->weak,
                        .definite = out.closed && is_definite(spelling),
                        .closed_title = out.closed && !is_definite(spelling)};
            taken = true;
        }
        const std::uint32_t next = text_.next(last);
        if (!found.longer || next == no_index || !text_.is_arabic(next)) break;
        phrase = phrase.then(text_.form(next));
        last = next;
    }
    if (taken) out.at = text_.next(out.role.end - 1);
    return taken;
}

// "the Jordanian monarch", "king of Morocco": titles of the table that hold their country.
void RoleReader::read_inside_title(Reading& out) const {
    for (std::uint32_t i = out.role.first + 1; i < out.role.end; ++i) {
        if (const auto of = know_.nationality(lexicon::Phrase{}.then(text_.form(i))))
            out.role.country = of->country;
        if (text_.name_at(i) != no_index && !text_.is_person(text_.name_at(i)))
            set_place(text_.name_at(i), out);
    }
    out.role.former = know_.office(out.role.office).former;
}

void RoleReader::set_place(std::uint32_t name, Reading& out) const {
    const NamedEntity& entity = text_.entity(text_.entity_of(name));
    if (out.role.place == no_index) out.role.place = name;
    if (entity.country != no_row) add_country(entity.country, out.role);
}

void RoleReader::add_country(std::uint16_t country, Role& role) const {
    for (std::uint16_t* slot : {&role.country, &role.second, &role.third}) {
        if (*slot == country) return;
        if (*slot != no_row) continue;
        *slot = country;
        return;
    }
}

void RoleReader::read_complement(Reading& out) const {
    Reading last = out;
    for (std::uint32_t step = 0; step < longest_complement && out.at != no_index; ++step) {
        if (!text_.is_arabic(out.at) && text_.name_at(out.at) == no_index) break;
        const std::uint32_t end = piece(out.at, out);
        if (end == out.at) break;
        out.role.end = end;
        out.at = text_.next(end - 1);
        if (out.closed) last = out;
    }
    if (last.closed) out = last;
}

std::uint32_t RoleReader::piece(std::uint32_t at, Reading& out) const {
    const std::uint32_t name = text_.name_at(at);
    if (name != no_index) return name_piece(name, out);
    if (text_.name_on(at) != no_index) return at;
    const Word& word = text_.word(at);
    if ((word.proclitics & proclitic::conjunction) != 0) return joined_piece(at, out);
    if (const MentionWord* same = word_at(at, WordRole::adjective);
        same != nullptr && same->stands_for == "same" && out.closed) {
        out.role.same = out.role.marked = true;
        return at + 1;
    }
    if (const std::uint32_t end = preposition_piece(at, out); end != at) return end;
    if ((word.proclitics & proclitic::preposition) != 0 && !is_definite(text_.form(at))) return at;
    if (is_definite(text_.form(at))) return definite_piece(at, out);
    return loose_piece(at, out);
}

std::uint32_t RoleReader::name_piece(std::uint32_t name, Reading& out) const {
    const std::uint32_t at = text_.first_word(name);
    const std::uint32_t before = text_.name(name).span.begin - text_.word(at).span.begin;
    if (text_.is_person(name)) return at;
    const std::uint8_t joined = text_.word(at).proclitics;
    if (before > 0 && (joined & proclitic::conjunction) != 0) {
        if (out.role.count == Count::one || out.role.place == no_index || out.role.third != no_row ||
            text_.entity(text_.entity_of(name)).country == no_row)
            return at;
    } else if (out.closed) {
        const bool li = before > 0 && text_.form(at).starts_with(lam);
        const bool taken = out.role.place != no_index && out.role.country != no_row;
        if (!li || taken || out.role.counterpart) return at;
    } else if (before > 0) {
        return at;
    }
    set_place(name, out);
    out.closed = true;
    return text_.end_word(name);
}

// "minister of the interior and security"; the second of two: "the Russian and Ukrainian presidents".
std::uint32_t RoleReader::joined_piece(std::uint32_t at, Reading& out) const {
    const std::string_view form = text_.form(at).substr(2);
    if (!out.closed || !is_definite(form)) return at;
    if (out.role.count != Count::one && out.role.country != no_row) {
        const auto next = text_.next(at);
        auto of = next == no_index ? std::nullopt
                                   : know_.nationality(lexicon::Phrase{}.then(form).then(text_.form(next)));
        const std::uint32_t end = of ? at + 2 : at + 1;
        if (!of) of = know_.nationality(lexicon::Phrase{}.then(form));
        if (!of || out.role.third != no_row) return at;
        add_country(of->country, out.role);
        return end;
    }
    if (know_.office(out.role.office).kind != OfficeClass::minister || out.role.definite ||
        out.role.counterpart || out.role.country != no_row)
        return at;
    if (know_.nationality(lexicon::Phrase{}.then(form)) || is_in_table(at, "titles")) return at;
    out.role.field.add(bare(form).hash);
    return at + 1;
}

// "the secretary-general of (li-) the party", "the ambassador in (fi, lada) Cairo".
std::uint32_t RoleReader::preposition_piece(std::uint32_t at, Reading& out) const {
    const std::string_view form = text_.form(at);
    if (!out.closed || out.role.counterpart) return at;
    if (form == fi || form == lada) return inside_piece(at, out);
    const OfficeClass kind = know_.office(out.role.office).kind;
    if (form == ila && kind == OfficeClass::diplomat) return inside_piece(at, out);
    if (const std::uint32_t end = body_piece(at, out); end != at) return end;
    if (kind != OfficeClass::diplomat && kind != OfficeClass::official && kind != OfficeClass::party)
        return at;
    const Word& word = text_.word(at);
    constexpr std::uint8_t both = proclitic::preposition | proclitic::article;
    if ((word.proclitics & both) != both || !form.starts_with(lam) || !out.role.definite) return at;
    if (out.role.end != at || out.role.field.count > 0 || out.role.place != no_index) return at;
    out.role.field.add(lexicon::Phrase{}.then(form.substr(2 * lam.size())).hash);
    return at + 1;
}

// "in Cairo", "in the province of Punjab": of a diplomat or official, or when his name follows.
std::uint32_t RoleReader::inside_piece(std::uint32_t at, Reading& out) const {
    std::uint32_t next = text_.next(at);
    if (next == no_index || out.role.place != no_index) return at;
    if (text_.name_on(next) == no_index && is_in_table(next, "name_nouns")) next = text_.next(next);
    const std::uint32_t name = next == no_index ? no_index : text_.name_at(next);
    if (name == no_index || text_.is_person(name)) return at;
    const OfficeClass kind = know_.office(out.role.office).kind;
    const std::uint32_t after = text_.next(text_.end_word(name) - 1);
    const bool named = person_at(after) != no_index || (after != no_index && text_.is_sign(after, l::comma) &&
                                                        person_at(text_.next(after)) != no_index);
    if (kind != OfficeClass::diplomat && kind != OfficeClass::official && kind != OfficeClass::party &&
        !named)
        return at;
    const std::uint16_t country = out.role.country;
    set_place(name, out);
    if (country != no_row || kind == OfficeClass::diplomat) out.role.country = country;
    out.role.second = no_row;
    return text_.end_word(name);
}

std::uint32_t RoleReader::definite_piece(std::uint32_t at, Reading& out) const {
    if (const std::uint32_t end = nationality_piece(at, text_.form(at), out); end != at) return end;
    if (out.closed) return adjective_piece(at, out);
    if (is_in_table(at, "time_units") || is_in_table(at, "time_words") || is_in_table(at, "weekdays"))
        return at;
    out.closed = true;
    const MentionWord* noun = word_at(at, WordRole::noun);
    if (noun == nullptr || noun->stands_for != "country") out.role.field.add(bare(text_.form(at)).hash);
    out.role.inner = out.role.inner || is_in_table(at, "titles");
    return at + 1;
}

std::uint32_t RoleReader::nationality_piece(std::uint32_t at, std::string_view form, Reading& out) const {
    const std::uint32_t next = text_.next(at);
    std::uint32_t end = at + 1;
    auto of = next == no_index ? std::nullopt
                               : know_.nationality(lexicon::Phrase{}.then(form).then(text_.form(next)));
    if (of) end = at + 2;
    if (!of) of = know_.nationality(lexicon::Phrase{}.then(form));
    if (!of) return at;
    const bool agrees = out.role.gender == GrammarGender::unknown || of->gender == out.role.gender;
    if (!agrees && (out.role.definite || out.role.counterpart)) return at;
    if (out.role.country == no_row) out.role.country = of->country;
    out.closed = true;
    return end;
}

std::uint32_t RoleReader::adjective_piece(std::uint32_t at, Reading& out) const {
    if (const MentionWord* word = word_at(at, WordRole::adjective)) {
        const bool agrees = word->gender == out.role.gender || out.role.gender == GrammarGender::unknown;
        if (!agrees && out.role.definite) return at;
        out.role.marked = true;
        out.role.same = out.role.same || word->stands_for == "same";
        out.role.coming = out.role.coming || word->stands_for == "coming";
        if (!agrees) return at + 1;
        out.role.former = out.role.former || word->stands_for == "former";
        if (word->stands_for == "mark") out.role.marks.add(bare(text_.form(at)).hash);
        return at + 1;
    }
    const std::string_view written = text_.words().analysis(text_.word(at));
    const bool feminine = written.ends_with(teh_marbuta);
    const std::string_view stem = feminine ? written.substr(0, written.size() - teh_marbuta.size()) : written;
    if (!stem.ends_with(yeh) || stem.size() < 5 * yeh.size()) return at;
    const bool fits = feminine ? out.role.gender == GrammarGender::feminine || !out.role.definite
                               : out.role.gender != GrammarGender::feminine;
    if (!fits || is_in_table(at, "titles") || is_in_table(at, "name_nouns") || word_at(at, WordRole::noun) ||
        is_in_table(at, "time_words"))
        return at;
    out.role.marked = true;
    return at + 1;
}

// A noun without article between title and field: "head of the [authority] of staff".
std::uint32_t RoleReader::loose_piece(std::uint32_t at, Reading& out) const {
    const Word& word = text_.word(at);
    const std::string_view form = text_.form(at);
    if (out.closed || out.loose >= loose_words || form.size() < 3 * yeh.size()) return at;
    if (text_.clitics().is_function_word(form) || is_in_table(at, "verbs_of_saying") || word.proclitics != 0)
        return at;
    if (know_.nationality(lexicon::Phrase{}.then(std::string(al) + std::string(form)))) return at;
    ++out.loose;
    out.role.inner = out.role.inner || is_in_table(at, "titles");
    if (word.enclitic > 0) {
        out.closed = out.role.possessed = true;
        return at + 1;
    }
    out.role.field.add(lexicon::Phrase{}.then(form).hash);
    return at + 1;
}

bool RoleReader::is_in_table(std::uint32_t i, std::string_view table) const {
    const auto id = know_.lexicon().table(table);
    const Word& word = text_.word(i);
    const std::size_t skip = (word.proclitics & proclitic::conjunction) != 0 ? 2 : 0;
    for (const auto& entry :
         know_.lexicon().find(lexicon::Phrase{}.then(text_.form(i).substr(skip))).entries) {
        if (id && entry.table == *id) return true;
    }
    return false;
}

const MentionWord* RoleReader::word_at(std::uint32_t i, WordRole kind) const {
    for (const auto& entry : know_.lexicon().find(lexicon::Phrase{}.then(text_.form(i))).entries) {
        const MentionWord* word = know_.word(entry);
        if (word != nullptr && word->kind == kind) return word;
    }
    return nullptr;
}

}  // namespace isnad::speech
