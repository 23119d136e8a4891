#include "language/speech/mentions_leads.h"

#include "text/spellings.h"

namespace isnad::speech {
namespace {

constexpr std::uint32_t lead_sentences = 8;  // of the document: headline, summary and first paragraphs
constexpr std::uint32_t longest_title = 4, longest_rest = 3;

struct Title {
    const TitleFacts* facts = nullptr;
    std::uint32_t end = 0;
    std::uint8_t skip = 0;
};

// The longest title without article at word i, of one person.
Title title_at(const NamedWords& text, std::uint32_t i) {
    Title out;
    const lexicon::Lexicon& lexicon = text.knowledge().lexicon();
    for (const words::Reading reading : words::readings_of(text.form(i))) {
        if (reading.skip > text.word(i).name_begin || reading.article) continue;
        lexicon::Phrase phrase = words::phrase_of(text.form(i), reading);
        std::uint32_t last = i;
        for (std::uint32_t length = 1; length <= longest_title; ++length) {
            const lexicon::Found found = lexicon.find(phrase);
            for (const lexicon::Entry& entry : found.entries) {
                const TitleFacts* title = text.knowledge().title(entry);
                if (title == nullptr || title->count != Count::one || last + 1 <= out.end) continue;
                if (!spellings::is_definite(lexicon.spelling(entry))) out = {title, last + 1, reading.skip};
            }
            const std::uint32_t next = text.next(last);
            if (!found.longer || next == no_index || !text.is_arabic(next)) break;
            phrase = phrase.then(text.form(next));
            last = next;
        }
    }
    return out;
}

// Behind a verb of saying, or where a headline or paragraph opens.
bool may_open(const NamedWords& text, std::uint32_t i) {
    if (i == 0 || text.word(i - 1).block != text.word(i).block) return true;
    return text.is_cue(i - 1) || text.word(i).name_begin > 0;
}

bool is_plain(const NamedWords& text, std::uint32_t i) {
    if (i == no_index || !text.is_arabic(i) || text.name_on(i) != no_index || text.is_cue(i)) return false;
    const Word& word = text.word(i);
    return word.proclitics == 0 && word.enclitic == 0 && !spellings::is_definite(text.form(i)) &&
           !text.clitics().is_function_word(text.form(i));
}

}  // namespace

std::optional<Mention> lead_role(const NamedWords& text, const RoleHolders& holders, std::uint32_t i) {
    if (text.word(i).sentence >= lead_sentences || !text.is_arabic(i) || !may_open(text, i))
        return std::nullopt;
    if (text.form(i).size() > 40 || spellings::is_definite(text.form(i))) return std::nullopt;
    const Title title = title_at(text, i);
    if (title.facts == nullptr) return std::nullopt;
    std::uint32_t end = title.end;
    std::uint16_t country = no_row;
    for (std::uint32_t rest = 0; rest < longest_rest && is_plain(text, text.next(end - 1)); ++rest) {
        const std::string definite = std::string(spellings::al) + std::string(text.form(end));
        const auto of = text.knowledge().nationality(lexicon::Phrase{}.then(definite));
        if (of) country = of->country;
        ++end;
    }
    const std::uint32_t next = text.next(end - 1);
    const bool name = next != no_index && text.name_on(next) != no_index;
    if (name || (next != no_index && spellings::is_definite(text.form(next)) && end == title.end))
        return std::nullopt;
    const auto holder = holders.told_later(*title.facts, country, i);
    if (!holder) return std::nullopt;
    const Word& word = text.word(i);
    const NormalSpan rest{word.normal.begin + title.skip, word.normal.end};
    Mention out{{text.words().normal->original(rest).begin, text.word(end - 1).span.end}, MentionKind::role};
    out.names = {text.entity(holder->entity).name};
    out.why = {"mentions.role.lead", 0.6F, {holder->sign}};
    return out;
}

}  // namespace isnad::speech
