// Titles closed by a pronoun ("its president") or by a body behind li- ("the director of the company X").
#include <algorithm>

#include "language/speech/roles_reader.h"
#include "text/letters.h"
#include "text/spelled.h"
#include "text/spellings.h"

namespace isnad::speech {
namespace {

namespace l = letters;
using spellings::heh;
using spellings::is_definite;
using spellings::lam;

// What somebody speaks to: "the minister said to [channel X]".
bool is_medium(std::string_view noun) {
    constexpr std::string_view media[] = {
        "television channel", "television", "newspaper",    "news agency", "radio", "site", "network",
        "magazine",           "platform",   "TV programme", "programme"};
    return std::find(std::begin(media), std::end(media), noun) != std::end(media);
}

constexpr std::string_view written_feminine = spelled<l::teh_marbuta>;

}  // namespace

// "its president", "her lawyer": a title with a pronoun of the third person.
bool RoleReader::open_owned(std::uint32_t i, Reading& out) const {
    constexpr std::string_view theirs[] = {spelled<l::heh, l::meem, l::alef>, spelled<l::heh, l::meem>,
                                           spelled<l::heh, l::alef>, spelled<l::heh>};
    const std::string_view form = text_.form(i);
    const std::string_view written = text_.words().analysis(text_.word(i));
    if (written.ends_with(written_feminine)) return false;
    for (const std::string_view ending : theirs) {
        if (!form.ends_with(ending) || form.size() < ending.size() + 4 * heh.size()) continue;
        for (const words::Reading reading : words::readings_of(form)) {
            if (reading.skip > text_.word(i).name_begin || reading.article) continue;
            std::string stem(form.substr(reading.skip, form.size() - reading.skip - ending.size()));
            if (stem.size() < 3 * heh.size()) continue;
            if (stem.ends_with(spellings::teh)) stem.replace(stem.size() - heh.size(), heh.size(), heh);
            if (take_owned(i, reading.skip, stem, out)) return true;
        }
        return false;
    }
    return false;
}

bool RoleReader::take_owned(std::uint32_t i, std::uint8_t skip, const std::string& stem, Reading& out) const {
    for (const auto& entry : know_.lexicon().find(lexicon::Phrase{}.then(stem)).entries) {
        const TitleFacts* title = know_.title(entry);
        if (title == nullptr || title->count != Count::one) continue;
        out.role = {.first = i,
                    .end = i + 1,
                    .skip = skip,
                    .office = title->office,
                    .gender = title->gender,
                    .weak = title->weak,
                    .possessed = true,
                    .owned = true};
        out.closed = true;
        out.at = text_.next(i);
        return true;
    }
    return false;
}

// "of (li-) [company] X": a class noun and the name that it opens.
std::uint32_t RoleReader::body_piece(std::uint32_t at, Reading& out) const {
    const std::string_view form = text_.form(at);
    if (!out.role.definite || out.role.place != no_index || !form.starts_with(lam) || is_definite(form))
        return at;
    if (form.size() < 4 * lam.size() ||
        know_.class_noun(lexicon::Phrase{}.then(form.substr(lam.size()))).empty())
        return at;
    if (out.role.marked && out.role.marks.count == 0) return at;
    const bool told = out.role.first > 0 && text_.is_cue(out.role.first - 1);
    if (told && is_medium(know_.class_noun(lexicon::Phrase{}.then(form.substr(lam.size()))))) return at;
    std::uint32_t next = text_.next(at);
    if (next != no_index && (text_.is_sign(next, '"') || text_.is_sign(next, l::left_guillemet)))
        next = text_.next(next);
    const std::uint32_t name = next == no_index ? no_index : text_.name_at(next);
    if (name == no_index || text_.is_person(name)) return at;
    set_place(name, out);
    const std::uint32_t end = text_.end_word(name);
    const bool quoted = text_.is_sign(next - 1, '"') || text_.is_sign(next - 1, l::left_guillemet);
    return quoted && end < text_.size() && (text_.is_sign(end, '"') || text_.is_sign(end, l::right_guillemet))
               ? end + 1
               : end;
}

// "the father of the victim", "his colleague": kin of somebody without a name, and not beside a name.
bool RoleReader::is_person_by_kin(const Role& role) const {
    if (role.place != no_index || role.country != no_row || role.count != Count::one) return false;
    if (role.beside == Beside::before_name || role.beside == Beside::after_name) return false;
    const std::uint32_t next = text_.next(role.end - 1);
    return (role.owned || (role.field.count > 0 && role.end > role.first + 1)) &&
           (next == no_index || text_.name_on(next) == no_index);
}

}  // namespace isnad::speech
