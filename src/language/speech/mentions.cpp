#include <algorithm>

#include "base/limits.h"
#include "language/speech/mentions_leads.h"
#include "language/speech/mentions_words.h"
#include "text/spellings.h"

namespace isnad::speech {
namespace {

// Reads a document once, from its first word to its last, so that at every mention the entities met before
// it are known.
class MentionFinder {
  public:
    MentionFinder(NamedWords& text, const std::optional<std::string>& date)
        : text_(text), roles_(find_roles(text)), holders_(text, roles_, date), by_words_(text, holders_) {
        for (const Role& role : roles_) {
            if (role.holder == no_index || role.count != Count::one) continue;
            NamedEntity& one = text_.entity(text_.entity_of(role.holder));
            if (one.gender == GrammarGender::unknown) one.gender = role.gender;
        }
    }

    std::vector<Mention> find() {
        std::size_t next_role = 0;
        for (std::uint32_t i = 0; i < text_.size() && out_.size() < limits::annotations_per_layer;) {
            if (next_role < roles_.size() && roles_[next_role].first == i) {
                const Role& role = roles_[next_role++];
                take(role);
                for (std::uint32_t w = role.first; w < role.end; ++w) {
                    meet_name_at(w);
                    if (w > role.first) take_inside(w);
                }
                i = std::max(role.end, i + 1);
                continue;
            }
            meet_name_at(i);
            if (text_.name_on(i) == no_index) {
                auto mention = by_words_.read(i);
                if (!mention) mention = lead_role(text_, holders_, i);
                if (mention) {
                    i = words_in(i, mention->span);
                    if (mention->names.size() == 1)
                        by_words_.meet_noun(text_.entity_of(mention->names.front()), i);
                    take(std::move(*mention), i - 1);
                    continue;
                }
            }
            ++i;
        }
        return std::move(out_);
    }

  private:
    std::uint32_t words_in(std::uint32_t i, Span span) const {
        while (i < text_.size() && text_.word(i).span.begin < span.end) ++i;
        return i;
    }

    void meet_name_at(std::uint32_t i) {
        const std::uint32_t name = text_.name_at(i);
        if (name == no_index) return;
        text_.meet(text_.entity_of(name), i);
        by_words_.meet_name(name);
    }

    // A body inside a role: "the spokesman of [the ministry]".
    void take_inside(std::uint32_t i) {
        if (text_.name_on(i) != no_index) return;
        auto mention = by_words_.read(i);
        if (mention && mention->kind == MentionKind::noun && mention->names.size() == 1)
            take(std::move(*mention), i);
    }

    void take(Mention mention, std::uint32_t word) {
        if (mention.names.size() == 1) text_.meet(text_.entity_of(mention.names.front()), word);
        if (mention.kind == MentionKind::pair) by_words_.meet_pair(mention, text_.word(word).sentence);
        out_.push_back(std::move(mention));
    }

    Span span_of(const Role& role) const {
        const Word& first = text_.word(role.first);
        const NormalSpan rest{first.normal.begin + role.skip, first.normal.end};
        return {text_.words().normal->original(rest).begin, text_.word(role.end - 1).span.end};
    }

    void meet_country(const Role& role) {
        for (const std::uint16_t country : {role.country, role.second, role.third}) {
            const std::uint32_t entity = text_.entity_of_country(country);
            if (entity != no_index) text_.meet(entity, role.end - 1);
        }
    }

    void take(const Role& role) {
        meet_country(role);
        if (role.beside == Beside::before_name || is_adjective(role) || is_before_unknown_name(role)) return;
        Mention out{span_of(role), role.counterpart ? MentionKind::counterpart : MentionKind::role};
        set_place(role, out);
        if (role.holder != no_index) {
            out.names = {text_.entity(text_.entity_of(role.holder)).name};
            out.why = {"mentions.role.beside_name", 0.95F, {text_.name(role.holder).span}};
        } else if (role.count == Count::two || (role.count == Count::many && role.second != no_row)) {
            out.kind = MentionKind::pair;
            resolve_two(role, out);
        } else if (role.count == Count::one) {
            resolve(role, out);
        }
        const bool alone = role.field.count == 0 && role.place == no_index;
        if (out.names.empty() && !out.known && role.count == Count::one && alone) {
            if (auto person = by_words_.read(role.first); person && !person->names.empty()) {
                if (text_.name(person->names.front()).type == NameType::person)
                    person->kind = MentionKind::role;
                return take(std::move(*person), role.first);
            }
        }
        if (out.names.empty() && !out.known && is_acting_calling(role)) {
            if (auto person = by_words_.only_person(role.first, role.gender, role.same)) {
                out.names = person->names;
                out.why = std::move(person->why);
                return take(std::move(out), role.first);
            }
        }
        if (is_common_noun(role) &&
            (out.names.empty() || (out.why.rule != "mentions.role.told" && role.count == Count::one)))
            return;
        if (out.names.empty() && !out.known && !is_worth_telling(role)) return;
        std::sort(out.names.begin(), out.names.end());
        if (out.names.size() == 1) by_words_.meet_noun(text_.entity_of(out.names.front()), role.end);
        take(std::move(out), role.first);
    }

    // "the world", which is also "the scientist".
    bool is_common_noun(const Role& role) const {
        if (!role.weak || !role.is_bare() || role.holder != no_index || role.office == no_row) return false;
        if (role.count == Count::one && (speaks(role) || follows_that(role))) return false;
        if (role.count == Count::two && (speaks(role) || opens_clause(role))) return false;
        const OfficeClass kind = text_.knowledge().office(role.office).kind;
        return kind != OfficeClass::state && kind != OfficeClass::government &&
               kind != OfficeClass::minister && kind != OfficeClass::spokesman;
    }

    // "the ruling [party]": a title that only follows a definite noun.
    bool is_adjective(const Role& role) const {
        if (!role.definite || role.skip != 0 || role.first == 0 || role.holder != no_index) return false;
        if (role.office == no_row) return false;
        const Office& office = text_.knowledge().office(role.office);
        const bool noun = office.kind == OfficeClass::state || office.kind == OfficeClass::government ||
                          office.kind == OfficeClass::minister || office.kind == OfficeClass::spokesman ||
                          office.kind == OfficeClass::diplomat;
        if (noun && !office.leader) return false;
        if (!role.is_bare() && office.kind != OfficeClass::party && office.kind != OfficeClass::calling &&
            office.kind != OfficeClass::respect)
            return false;
        const Word &here = text_.word(role.first), &before = text_.word(role.first - 1);
        if (before.block != here.block) return false;
        if (text_.name_on(role.first - 1) != no_index) return !role.marked;
        if (text_.clitics().is_function_word(text_.form(role.first - 1))) return false;
        return (before.proclitics & proclitic::article) != 0 || before.enclitic > 0;
    }

    // A verb of saying beside a role: somebody acts, whom the text knows.
    bool speaks(const Role& role) const {
        const bool before = role.first > 0 && role.skip == 0 &&
                            text_.word(role.first - 1).block == text_.word(role.first).block &&
                            text_.is_cue(role.first - 1);
        const std::uint32_t next = text_.next(role.end - 1);
        return before || (role.skip == 0 && next != no_index && text_.is_cue(next));
    }

    // "the physician wrote": a calling alone that acts.
    bool is_acting_calling(const Role& role) const {
        if (role.count != Count::one || !role.definite || !role.is_bare()) return false;
        if (role.same) return true;
        if (role.marked) return false;
        if (role.office == no_row || role.end != role.first + 1 || is_adjective(role)) return false;
        const OfficeClass kind = text_.knowledge().office(role.office).kind;
        return (kind == OfficeClass::calling || kind == OfficeClass::respect) &&
               (speaks(role) || opens_clause(role));
    }

    // "that the farmer": the subject of the clause.
    bool follows_that(const Role& role) const {
        constexpr std::string_view an = spellings::an;
        if (role.first == 0 || role.skip != 0) return false;
        const Word& before = text_.word(role.first - 1);
        const std::string_view form = text_.form(role.first - 1);
        return before.block == text_.word(role.first).block && form.ends_with(an) &&
               form.size() <= an.size() + spellings::letter;
    }

    // Behind the word that opens the sentence, which is most often its verb.
    bool opens_clause(const Role& role) const {
        if (role.first == 0 || role.skip != 0) return false;
        if (follows_that(role)) return true;
        const Word& before = text_.word(role.first - 1);
        const std::uint32_t first = text_.words().sentences[std::size_t{before.sentence}].first;
        return before.block == text_.word(role.first).block &&
               before.sentence == text_.word(role.first).sentence && first + 1 == role.first &&
               (before.proclitics & proclitic::article) == 0 && text_.is_arabic(first) &&
               text_.name_on(first) == no_index;
    }

    // "the defender Ekong": a rare word behind a bare title is a name that no table holds.
    bool is_before_unknown_name(const Role& role) const {
        constexpr std::uint32_t rare = 30;
        const std::uint32_t next = text_.next(role.end - 1);
        if (!role.is_bare() || role.marked || role.holder != no_index || next == no_index ||
            !text_.is_arabic(next))
            return false;
        const Word& word = text_.word(next);
        return word.proclitics == 0 && word.enclitic == 0 && text_.clitics().count(text_.form(next)) < rare &&
               !text_.clitics().is_function_word(text_.form(next)) && !text_.is_cue(next);
    }

    void set_place(const Role& role, Mention& out) const {
        if (role.place != no_index) {
            out.place = role.place;
        } else if (role.country != no_row) {
            const std::uint32_t entity = text_.entity_of_country(role.country);
            if (entity != no_index) out.place = text_.entity(entity).name;
        }
    }

    void resolve(const Role& role, Mention& out) const {
        out.why = {"mentions.role.open", 0.3F};
        if (!role.definite && role.office != no_row &&
            text_.knowledge().office(role.office).kind == OfficeClass::spokesman)
            return;                                              // "a spokesman for"
        if (role.counterpart && role.country == no_row) return;  // not the one whose counterpart he is
        if (const auto choice = holders_.holder_of(role)) {
            out.names = {text_.entity(choice->entity).name};
            const std::string_view rule = choice->later  ? "mentions.role.told_later"
                                          : choice->told ? "mentions.role.told"
                                                         : "mentions.role.lexicon";
            out.why = {rule, std::clamp(0.3F * choice->score, 0.3F, 0.9F), {choice->sign}};
        } else if (auto known = holders_.known_holder(role)) {
            out.known = std::move(known);
            out.why = {"mentions.role.known", 0.7F};
        }
    }

    // "the Russian and Ukrainian presidents", "the leaders of A, B and C": all or none.
    void resolve_each(Role role, Mention& out) const {
        role.count = Count::one;
        role.place = no_index;
        Why why{"mentions.pair.roles", 0.85F, {}};
        std::vector<std::uint32_t> found;
        for (const std::uint16_t country : {role.country, role.second, role.third}) {
            if (country == no_row) continue;
            role.country = country;
            const auto choice = holders_.holder_of(role);
            if (!choice) return;
            found.push_back(text_.entity(choice->entity).name);
            why.signs.push_back(choice->sign);
        }
        std::sort(found.begin(), found.end());
        if (std::adjacent_find(found.begin(), found.end()) != found.end()) return;
        out.names = std::move(found);
        out.why = std::move(why);
    }

    void resolve_two(const Role& role, Mention& out) const {
        out.why = {"mentions.pair.open", 0.3F};
        if (role.second != no_row) return resolve_each(role, out);
        if (!role.is_bare()) return;
        const std::uint32_t sentence = text_.word(role.first).sentence;
        auto of = by_words_.two_holders(role.office, sentence);
        if (!of) of = by_words_.two_persons(role.office, sentence);
        if (of) {
            for (const std::uint32_t entity : {of->a, of->b}) out.names.push_back(text_.entity(entity).name);
            out.why = {"mentions.pair.holders", of->weight};
            for (const std::uint32_t name : out.names) out.why.signs.push_back(text_.name(name).span);
        }
    }

    // Whether a role that nobody is known to hold is an office that somebody holds, and no common noun.
    bool is_worth_telling(const Role& role) const {
        if (role.counterpart) return role.office != no_row || role.country != no_row || role.marked;
        if (role.office == no_row) return false;
        if (role.count == Count::many) return role.second != no_row;
        const Office& office = text_.knowledge().office(role.office);
        const OfficeClass kind = office.kind;
        if (speaks(role)) return true;
        if (kind == OfficeClass::kin) return opens_clause(role);
        if (role.definite && !is_adjective(role) && (opens_clause(role) || role.marked)) return true;
        if (kind == OfficeClass::respect) return false;
        const bool head = kind == OfficeClass::state || kind == OfficeClass::government ||
                          kind == OfficeClass::minister || kind == OfficeClass::spokesman;
        if (role.weak && role.gender == GrammarGender::feminine && !opens_clause(role)) return false;
        if (role.closed_title) return true;
        if (role.is_bare()) return (head && !role.weak) || (role.possessed && !role.weak);
        if (kind == OfficeClass::calling) return opens_clause(role) || (!role.weak && !role.definite);
        return head || role.country != no_row || role.place != no_index ||
               (role.field.count > 0 && (!role.weak || opens_clause(role))) ||
               (!role.weak && (!role.definite || kind != OfficeClass::party));
    }

    NamedWords& text_;
    std::vector<Role> roles_;
    RoleHolders holders_;
    WordMentions by_words_;
    std::vector<Mention> out_;
};

}  // namespace

Layer<Mention> find_mentions(const Document& document, const Words& words, const Layer<Name>& names,
                             const std::optional<DatedBy>& reference_date, const words::Clitics& clitics,
                             const MentionKnowledge& knowledge) {
    NamedWords text(document, words, names, clitics, knowledge);
    const auto date = reference_date
                          ? std::optional(reference_date->value.substr(0, reference_date->value.find('/')))
                          : std::nullopt;
    return Layer<Mention>(MentionFinder(text, date).find());
}

}  // namespace isnad::speech
