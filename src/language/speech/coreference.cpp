#include "language/speech/coreference.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "text/letters.h"
#include "text/spelled.h"
#include "text/spellings.h"
#include "text/utf8.h"

namespace isnad::speech {
namespace {

constexpr std::size_t recent_cap = 24;
constexpr std::size_t most_heads = 6;  // class nouns of one entity
constexpr std::uint32_t sentences_back = 30;

// The first word of a normal form.
lexicon::Phrase first_word_of(std::string_view normal) {
    return lexicon::Phrase{}.then(normal.substr(0, normal.find(' ')));
}

}  // namespace

NamedWords::NamedWords(const Document& document, const Words& words, const Layer<Name>& names,
                       const words::Clitics& clitics, const MentionKnowledge& knowledge)
    : document_(document),
      words_(words),
      names_(names),
      clitics_(clitics),
      knowledge_(knowledge),
      on_(words.words.size(), no_index),
      first_(names.size(), no_index),
      end_(names.size(), 0),
      entity_of_(names.size(), 0) {
    place_names();
    join_names();
    describe_entities();
    read_heads();
    read_genders();
    read_places();
}

void NamedWords::place_names() {
    std::uint32_t i = 0;
    for (std::uint32_t n = 0; n < names_.size(); ++n) {
        const Span span = name(n).span;
        while (i < size() && word(i).span.end <= span.begin) ++i;
        first_[n] = i;
        std::uint32_t at = i;
        const bool stands = !is_title_alone(n);
        for (; at < size() && word(at).span.begin < span.end; ++at) {
            if (stands) on_[at] = n;
        }
        end_[n] = at;
    }
}

// "[the engineer] said": one word with the article that is a title and part of no fuller name.
bool NamedWords::is_title_alone(std::uint32_t n) const {
    const Name& one = name(n);
    if (one.type != NameType::person || one.full || one.known || one.title ||
        one.normal.find(' ') != std::string::npos)
        return false;
    return spellings::is_definite(one.normal) && knowledge_.is_title(one.normal);
}

// "in Geneva": names that only say where something happens.
void NamedWords::read_places() {
    constexpr std::string_view in = spelled<letters::feh, letters::yeh>, bi = spelled<letters::beh>;
    for (std::uint32_t n = 0; n < names_.size(); ++n) {
        const std::uint32_t i = first_[n];
        if (name(n).type != NameType::place || i >= size()) continue;
        const bool behind_in = i > 0 && form(i - 1) == in;
        const bool joined =
            word(i).name_begin > 0 && form(i).substr(word(i).name_begin - bi.size()).starts_with(bi);
        if (behind_in || joined) ++entities_[entity_of_[n]].located;
    }
}

void NamedWords::join_names() {
    std::map<std::string, std::uint32_t> by_key;
    for (std::uint32_t n = 0; n < names_.size(); ++n) {
        std::uint32_t root = n;
        for (int steps = 0; steps < 4 && name(root).full && *name(root).full < names_.size(); ++steps)
            root = *name(root).full;
        const Name& full = name(root);
        const char type = static_cast<char>('0' + static_cast<int>(full.type));
        const std::string key = full.known ? full.known->table + '/' + full.known->row : type + full.normal;
        const auto [at, added] = by_key.try_emplace(key, static_cast<std::uint32_t>(entities_.size()));
        if (added) {
            NamedEntity entity;
            entity.name = root;
            entity.type = full.type;
            entity.known = full.known;
            entities_.push_back(std::move(entity));
        }
        entity_of_[n] = at->second;
        ++entities_[at->second].names;
    }
}

void NamedWords::describe_entities() {
    for (NamedEntity& one : entities_) {
        if (one.type == NameType::person) {
            one.gender = knowledge_.gender_of_given_name(first_word_of(name(one.name).normal));
        } else if (one.known) {
            one.country = knowledge_.country_of(*one.known, true);
            one.home = knowledge_.country_of(*one.known, false);
        }
    }
    for (std::uint32_t e = 0; e < entities_.size(); ++e) {
        if (entities_[e].country != no_row) countries_.emplace_back(entities_[e].country, e);
    }
    std::stable_sort(countries_.begin(), countries_.end());
}

std::string_view NamedWords::bare(std::uint32_t i) const {
    using spellings::al;
    using spellings::lam;
    const std::string_view whole = form(i);
    const std::string_view rest = whole.substr(std::min<std::size_t>(word(i).name_begin, whole.size()));
    if (spellings::is_definite(rest)) return rest.substr(al.size());
    const bool li = word(i).name_begin > 0 && rest.starts_with(lam) && rest.size() > 2 * lam.size() &&
                    (word(i).proclitics & proclitic::article) != 0;
    return li ? rest.substr(lam.size()) : rest;
}

bool NamedWords::is_cue(std::uint32_t i) const {
    if (!is_arabic(i) || name_on(i) != no_index) return false;
    const Word& one = word(i);
    if ((one.proclitics & proclitic::article) != 0) return false;
    const std::string_view whole = form(i);
    const std::size_t skip = (one.proclitics & proclitic::conjunction) != 0 ? spellings::letter : 0;
    if (skip + one.enclitic >= whole.size()) return false;
    const auto known = [&](std::size_t cut) {
        return knowledge_.is_cue(lexicon::Phrase{}.then(whole.substr(skip, whole.size() - skip - cut)));
    };
    return known(0) || (one.enclitic > 0 && known(one.enclitic));
}

// The gender of people whose given name does not tell it, by the verb of saying before them.
void NamedWords::read_genders() {
    for (std::uint32_t n = 0; n < names_.size(); ++n) {
        NamedEntity& one = entities_[entity_of_[n]];
        if (one.type != NameType::person || one.gender != GrammarGender::unknown) continue;
        std::uint32_t i = first_[n];
        const std::uint32_t begin = name(n).title ? name(n).title->begin : name(n).span.begin;
        while (i > 0 && i < size() && word(i).span.begin > begin) --i;
        if (i == 0 || i >= size() || word(i - 1).block != word(i).block || word(i).name_begin > 0) continue;
        if (!is_cue(i - 1) || word(i - 1).enclitic > 0) continue;
        const std::string_view verb = form(i - 1);
        const bool imperfect = verb.starts_with(spellings::teh) || verb.starts_with(spellings::yeh);
        const bool feminine = verb.ends_with(spellings::teh) || verb.starts_with(spellings::teh);
        if (feminine == imperfect && !verb.starts_with(spellings::teh) && !verb.ends_with(spellings::teh))
            continue;
        one.gender = feminine ? GrammarGender::feminine : GrammarGender::masculine;
    }
}

// Notes a word of or before the name as its head when the tables know it as a class noun.
void NamedWords::add_head(NamedEntity& one, std::uint32_t i) const {
    const std::uint64_t head = lexicon::Phrase{}.then(bare(i)).hash;
    if (one.heads.size() >= most_heads ||
        std::find(one.heads.begin(), one.heads.end(), head) != one.heads.end())
        return;
    one.heads.push_back(head);
    if (const std::string_view kind = knowledge_.class_noun({head}); !kind.empty()) one.kinds.push_back(kind);
}

void NamedWords::read_heads() {
    constexpr std::uint32_t words_before = 4;  // "company [of railways German] NAME"
    for (std::uint32_t n = 0; n < names_.size(); ++n) {
        NamedEntity& one = entities_[entity_of_[n]];
        if (one.type == NameType::person || first_[n] >= size()) continue;
        add_head(one, first_[n]);
        if (one.type == NameType::organisation && first_[n] + 1 < end_[n]) {
            const std::string_view kind = knowledge_.class_noun(lexicon::Phrase{}.then(bare(first_[n] + 1)));
            if (!kind.empty() && one.kinds.size() < most_heads)
                one.kinds.push_back(kind);  // "company [airline] X"
        }
        for (std::uint32_t i = first_[n], back = 0; i > 0 && back < words_before; ++back) {
            --i;
            if (word(i).block != word(first_[n]).block || name_on(i) != no_index) break;
            if (back == 0 && word(i).kind == WordKind::punctuation) continue;
            if (!is_arabic(i) || clitics_.is_function_word(form(i))) break;
            const bool definite = (word(i).proclitics & proclitic::article) != 0;
            if (definite || knowledge_.class_noun(lexicon::Phrase{}.then(bare(i))).empty()) continue;
            add_head(one, i);
            break;
        }
    }
}

std::uint32_t NamedWords::entity_of_country(std::uint16_t country) const {
    const auto at = std::lower_bound(countries_.begin(), countries_.end(), std::pair(country, 0u));
    return country != no_row && at != countries_.end() && at->first == country ? at->second : no_index;
}

std::uint32_t NamedWords::name_at(std::uint32_t i) const {
    const std::uint32_t n = name_on(i);
    return n != no_index && first_[n] == i ? n : no_index;
}

bool NamedWords::is_sign(std::uint32_t i, char32_t sign) const {
    return i < size() && word(i).kind == WordKind::punctuation && utf8::at(form(i), 0).value == sign;
}

std::uint32_t NamedWords::next(std::uint32_t i) const {
    return i + 1 < size() && word(i + 1).block == word(i).block ? i + 1 : no_index;
}

void NamedWords::meet(std::uint32_t index, std::uint32_t at) {
    NamedEntity& one = entities_[index];
    const std::uint32_t sentence = word(at).sentence;
    const Sentence& here = words_.sentences[std::size_t{sentence}];
    one.subject = at < here.first + 6;
    one.last_word = at;
    one.last_sentence = sentence;
    ++one.met;
    const auto old = std::find(recent_.begin(), recent_.end(), index);
    if (old != recent_.end()) recent_.erase(old);
    recent_.insert(recent_.begin(), index);
    if (recent_.size() > recent_cap) recent_.pop_back();
}

float NamedWords::salience(std::uint32_t index, std::uint32_t sentence) const {
    const NamedEntity& one = entities_[index];
    if (one.met == 0 || one.last_sentence > sentence) return 0;
    const std::uint32_t back = sentence - one.last_sentence;
    if (back > sentences_back) return 0;
    const float often = 0.08F * static_cast<float>(std::min<std::uint32_t>(one.met, 5) - 1);
    return std::pow(0.8F, static_cast<float>(back)) * (1.0F + (one.subject ? 0.2F : 0.0F)) + often;
}

}  // namespace isnad::speech
