#include "language/events/knowledge.h"

#include <algorithm>
#include <array>

#include "base/limits.h"
#include "language/events/events.h"
#include "text/letters.h"
#include "text/normalise.h"
#include "text/spelled.h"
#include "text/spellings.h"
#include "text/utf8.h"

namespace isnad::events {
namespace {

namespace l = letters;
using lexicon::Lexicon;
using lexicon::TableId;
using spellings::al;
using spellings::alef;
using spellings::heh;
using spellings::letter;
using spellings::letter_at;
using spellings::waw;
using spellings::yeh;

constexpr std::string_view aw = spelled<l::alef, l::waw>;
constexpr std::string_view ay = spelled<l::alef, l::yeh>;  // "that is", and "any"

constexpr std::array<std::string_view, 15> types{"agree",   "consult",  "support",  "cooperate", "aid",
                                                 "yield",   "request",  "accuse",   "reject",    "threaten",
                                                 "protest", "sanction", "mobilize", "coerce",    "assault"};
constexpr std::array<std::string_view, 7> forms{"perfect", "imperfect", "passive", "participle",
                                                "masdar",  "noun",      "phrase"};

template <std::size_t size>
std::size_t place_in(const std::array<std::string_view, size>& names, std::string_view name) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

Particle particle_of(std::string_view of_class, bool weak) {
    if (of_class == "complementiser") return Particle::boundary;
    if (of_class == "conjunction") return weak ? Particle::none : Particle::boundary;
    if (of_class == "relative") return weak ? Particle::boundary : Particle::relative;
    if (of_class == "pronoun" || of_class == "demonstrative")
        return weak ? Particle::none : Particle::pronoun;
    if (of_class == "quantifier") return weak ? Particle::none : Particle::quantifier;
    if (of_class == "auxiliary") return weak ? Particle::none : Particle::auxiliary;
    return weak ? Particle::none : Particle::transparent;
}

}  // namespace

Knowledge::Knowledge(const lexicon::LexiconPtr& lexicon)
    : lexicon_(lexicon),
      events_(lexicon->table_or_none("events")),
      function_words_(lexicon->table_or_none("function_words")),
      sayings_(lexicon->table_or_none("verbs_of_saying")),
      titles_(lexicon->table_or_none("titles")),
      name_nouns_(lexicon->table_or_none("name_nouns")) {
    if (events_ != lexicon::no_table) learn_rows();
    learn_particles();
    learn_countries();
    classes_ = {names_.number("person"), names_.number("place"),     names_.number("territory"),
                names_.number("body"),   names_.number("agreement"), names_.number("arms"),
                names_.number("people"), names_.number("troops"),    names_.number("bomb")};
}

void Knowledge::learn_rows() {
    const auto cell = [&](std::uint32_t row, std::string_view column) {
        return lexicon_->cell(events_, row, lexicon_->column(events_, column));
    };
    for (std::uint32_t i = 0; i < lexicon_->rows(events_); ++i) {
        Row row;
        const std::size_t type = place_in(types, cell(i, "type"));
        row.trigger = type < types.size();
        if (row.trigger) row.type = static_cast<PloverType>(type);
        const std::size_t form = place_in(forms, cell(i, "form"));
        if (form < forms.size()) row.form = static_cast<Form>(form);
        row.weak = Lexicon::has_flag(cell(i, "flags"), "weak");
        row.complement = Lexicon::has_flag(cell(i, "flags"), "complement");
        row.mode = cell(i, "mode");
        row.cameo = cell(i, "cameo");
        row.lemma = cell(i, "lemma");
        row.frame = parse_frame(cell(i, "frame"), names_);
        beginnings_.note(lexicon_->cell(events_, i, 0));
        rows_.push_back(std::move(row));
    }
}

void Knowledge::learn_particles() {
    if (function_words_ != lexicon::no_table) {
        const std::size_t of_class = lexicon_->column(function_words_, "class"),
                          flags = lexicon_->column(function_words_, "flags");
        for (std::uint32_t i = 0; i < lexicon_->rows(function_words_); ++i) {
            const bool weak = Lexicon::has_flag(lexicon_->cell(function_words_, i, flags), "weak");
            particles_.push_back(particle_of(lexicon_->cell(function_words_, i, of_class), weak));
        }
    }
    if (sayings_ != lexicon::no_table) {
        const std::size_t form = lexicon_->column(sayings_, "form"),
                          flags = lexicon_->column(sayings_, "flags");
        for (std::uint32_t i = 0; i < lexicon_->rows(sayings_); ++i) {
            const std::string_view of_row = lexicon_->cell(sayings_, i, form);
            const bool weak = Lexicon::has_flag(lexicon_->cell(sayings_, i, flags), "weak");
            finite_sayings_.push_back((of_row == "perfect" || of_row == "imperfect") && !weak);
        }
    }
    if (titles_ == lexicon::no_table) return;
    const std::size_t flags = lexicon_->column(titles_, "flags");
    for (std::uint32_t i = 0; i < lexicon_->rows(titles_); ++i)
        weak_titles_.push_back(Lexicon::has_flag(lexicon_->cell(titles_, i, flags), "weak"));
}

void Knowledge::add_nisba(std::string_view nisba, std::string_view country) {
    if (nisba.empty()) return;
    const std::string search = search_form(nisba);
    for (std::size_t at = 0; at <= search.size();) {
        const std::size_t bar = std::min(search.find('|', at), search.size());
        const std::string one = search.substr(at, bar - at);
        if (!one.empty() && one.find(' ') == std::string::npos) {
            countries_.emplace(one, country);
            countries_.emplace(one + std::string(heh), country);
        }
        at = bar + 1;
    }
}

// The nisba column, the table of demonyms, and the rule: the name without article and final alef or heh, and
// yeh.
void Knowledge::learn_countries() {
    if (const auto table = lexicon_->table("countries")) {
        const std::size_t id = lexicon_->column(*table, "id"), nisba = lexicon_->column(*table, "nisba");
        for (std::uint32_t i = 0; i < lexicon_->rows(*table); ++i) {
            const std::string_view country = lexicon_->cell(*table, i, id);
            add_nisba(lexicon_->cell(*table, i, nisba), country);
            const std::string_view spellings = lexicon_->cell(*table, i, 0);
            std::string name = search_form(spellings.substr(0, spellings.find('|')));
            if (name.starts_with(al)) name.erase(0, al.size());
            const bool final_vowel = name.ends_with(heh) || name.ends_with(alef);
            if (final_vowel && name.size() > 3 * letter) name.resize(name.size() - letter);
            if (!name.ends_with(yeh)) name += yeh;
            add_nisba(name, country);
        }
    }
    if (const auto table = lexicon_->table("demonyms")) {
        const std::size_t country = lexicon_->column(*table, "country");
        for (std::uint32_t i = 0; i < lexicon_->rows(*table); ++i) {
            if (!lexicon_->cell(*table, i, country).empty())
                add_nisba(lexicon_->cell(*table, i, 0), lexicon_->cell(*table, i, country));
        }
    }
}

bool Knowledge::follow(const Words& words, Sense sense, std::string_view first,
                       std::vector<Sense>& out) const {
    if (first.empty() || !beginnings_.may_begin(first)) return false;
    const std::uint32_t sentence_end = words.sentences[words.words[sense.at].sentence].end;
    lexicon::Phrase phrase = lexicon::Phrase{}.then(first);
    bool any = false;
    for (std::uint32_t next = sense.at + 1;;) {
        const lexicon::Found found = lexicon_->find(phrase);
        for (const lexicon::Entry& entry : found.entries) {
            if (entry.table != events_ || entry.row >= rows_.size()) continue;
            const Row& row = rows_[entry.row];
            if (is_verb(row.form) && row.form != Form::participle && sense.definite) continue;
            if (sense.future && row.form != Form::imperfect) continue;
            sense.row = &row;
            sense.end = next;
            out.push_back(sense);
            any = true;
        }
        if (!found.longer || next >= sentence_end) break;
        phrase = phrase.then(words.search(words.words[next++]));
    }
    return any;
}

// A word behind its proclitics: as it stands, without article, without sa-.
bool Knowledge::read(const Words& words, Sense sense, std::vector<Sense>& out) const {
    const std::string_view rest = words.search(words.words[sense.at]).substr(sense.skip);
    if (follow(words, sense, rest, out)) return true;
    if (rest.starts_with(al) && rest.size() > al.size() + letter) {
        sense.definite = true;
        sense.skip = static_cast<std::uint8_t>(sense.skip + al.size());
        return follow(words, sense, rest.substr(al.size()), out);
    }
    if (letter_at(rest, 0) != l::seen || rest.size() < 4 * letter) return false;
    sense.future = true;
    sense.skip = static_cast<std::uint8_t>(sense.skip + letter);
    return follow(words, sense, rest.substr(letter), out);
}

void Knowledge::senses_at(const Words& words, std::uint32_t at, std::vector<Sense>& out) const {
    const Word& word = words.words[at];
    constexpr std::size_t longest = 40;
    if (word.kind != WordKind::arabic || word.normal.size() > longest) return;
    const std::size_t first = out.size();
    for (const words::Reading reading : words::readings_of(words.search(word))) {
        Sense sense{nullptr, at, 0, reading.skip, reading.article, false};
        if (reading.article) {  // "lil-": what follows the two lams
            sense.skip = static_cast<std::uint8_t>(reading.skip + letter);
            const std::string_view rest = words.search(word).substr(sense.skip);
            if (follow(words, sense, rest, out)) break;
        } else if (read(words, sense, out)) {
            break;
        }
    }
    std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
                     [](const Sense& a, const Sense& b) { return a.end > b.end; });
}

std::string_view Knowledge::bare(const Words& words, std::uint32_t at) const {
    return words.search(words.words[at]).substr(words.words[at].name_begin);
}

Particle Knowledge::particle(const Words& words, std::uint32_t at) const {
    const Word& word = words.words[at];
    if (word.kind != WordKind::arabic || word.normal.size() > limits::word_bytes) return Particle::none;
    const std::string_view whole = words.search(word);
    if (whole == waw || whole == aw) return Particle::joining;
    const auto look = [&](std::string_view text) {
        Particle out = Particle::none;
        for (const lexicon::Entry& entry : lexicon_->find(lexicon::Phrase{}.then(text)).entries) {
            if (entry.table != function_words_ || entry.row >= particles_.size()) continue;
            const Particle of_row = particles_[entry.row];
            if (out == Particle::none || (of_row != Particle::none && of_row < out)) out = of_row;
        }
        return out;
    };
    if (bare(words, at) == ay) return Particle::quantifier;
    Particle out = look(whole);
    if (out == Particle::none && (letter_at(whole, 0) == l::waw || letter_at(whole, 0) == l::feh))
        out = look(whole.substr(letter));
    return out;
}

bool Knowledge::is_saying(const Words& words, std::uint32_t at) const {
    const std::string_view whole = words.search(words.words[at]);
    const auto look = [&](std::string_view text) {
        for (const lexicon::Entry& entry : lexicon_->find(lexicon::Phrase{}.then(text)).entries) {
            if (entry.table == sayings_ && entry.row < finite_sayings_.size() && finite_sayings_[entry.row])
                return true;
        }
        return false;
    };
    if (whole.size() > limits::word_bytes) return false;
    return look(whole) || (words.words[at].name_begin != 0 && look(bare(words, at)));
}

bool Knowledge::is_title(const Words& words, std::uint32_t at) const {
    const auto look = [&](std::string_view text) {
        for (const lexicon::Entry& entry : lexicon_->find(lexicon::Phrase{}.then(text)).entries) {
            if (entry.table == titles_ && entry.row < weak_titles_.size() && !weak_titles_[entry.row])
                return true;
        }
        return false;
    };
    const Word& word = words.words[at];
    if (word.kind != WordKind::arabic || word.normal.size() > limits::word_bytes) return false;
    return look(bare(words, at)) || look(words.search(word).substr(word.stem_begin));
}

bool Knowledge::is_class_noun(const Words& words, std::uint32_t at) const {
    const Word& word = words.words[at];
    if (word.kind != WordKind::arabic || word.normal.size() > limits::word_bytes) return false;
    const auto look = [&](std::string_view text) {
        const auto entries = lexicon_->find(lexicon::Phrase{}.then(text)).entries;
        return std::any_of(entries.begin(), entries.end(),
                           [&](const lexicon::Entry& entry) { return entry.table == name_nouns_; });
    };
    return look(bare(words, at)) || look(words.search(word).substr(word.stem_begin));
}

std::string_view Knowledge::country_of(const Words& words, std::uint32_t at) const {
    const Word& word = words.words[at];
    if (word.kind != WordKind::arabic || word.normal.size() > limits::word_bytes) return {};
    std::string_view text = words.search(word);
    auto found = countries_.find(std::string(text));
    if (found == countries_.end() && word.stem_begin != 0)
        found = countries_.find(std::string(text.substr(word.stem_begin)));
    return found == countries_.end() ? std::string_view{} : found->second;
}

std::shared_ptr<const Knowledge> make_knowledge(const lexicon::LexiconPtr& lexicon) {
    return std::make_shared<const Knowledge>(lexicon);
}

}  // namespace isnad::events
