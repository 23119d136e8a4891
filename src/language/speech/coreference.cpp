#include "language/speech/coreference.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "text/utf8.h"

namespace isnad::speech {
namespace {

constexpr std::size_t recent_cap = 24;
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
}

void NamedWords::place_names() {
    std::uint32_t i = 0;
    for (std::uint32_t n = 0; n < names_.size(); ++n) {
        const Span span = name(n).span;
        while (i < size() && word(i).span.end <= span.begin) ++i;
        first_[n] = i;
        std::uint32_t at = i;
        for (; at < size() && word(at).span.begin < span.end; ++at) on_[at] = n;
        end_[n] = at;
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
