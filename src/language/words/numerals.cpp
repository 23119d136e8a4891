#include "language/words/numerals.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <string>

#include "language/words/clitics.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::words {
namespace {

namespace l = letters;

const std::string waw = utf8::encode(l::waw);
const std::string al = utf8::encode(l::alef) + utf8::encode(l::lam);
constexpr double infinity = std::numeric_limits<double>::infinity();

double number_in(std::string_view text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

Numerals::Kind kind_of(std::string_view word) {
    using Kind = Numerals::Kind;
    if (word == "unit" || word == "teen_unit" || word == "collective") return Kind::unit;
    if (word == "ten") return Kind::ten;
    if (word == "hundred") return Kind::hundred;
    if (word == "scale") return Kind::scale;
    if (word == "dual") return Kind::dual;
    if (word == "ordinal") return Kind::ordinal;
    if (word == "fraction") return Kind::fraction;
    if (word == "vague") return Kind::vague;
    return Kind::none;
}

// Reads "15,000", "7,8", "3.5", "1.000.000": groups of three after one kind of separator are thousands, except before a scale
// word ("3,650 million"). Nothing for anything else, such as a date with full stops.
std::optional<double> digits_value(std::string_view text, bool before_scale) {
    std::vector<std::string> groups(1);
    std::size_t commas = 0, stops = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = utf8::at(text, at);
        at += size;
        if (l::is_digit(c)) {
            groups.back() += static_cast<char>(c);
        } else {
            (c == '.' ? stops : commas) += 1;
            groups.emplace_back();
        }
    }
    if (groups.front().size() > 15) return std::nullopt;
    bool thousands = groups.size() > 1 && groups[0].size() <= 3 && groups[0] != "0";
    for (std::size_t i = 1; i < groups.size(); ++i) thousands = thousands && groups[i].size() == 3;
    if (groups.size() == 1) return number_in(groups[0]);
    if (thousands && (commas == 0 || stops == 0) && !(before_scale && groups.size() == 2)) {
        std::string joined;
        for (const std::string& group : groups) joined += group;
        return number_in(joined);
    }
    if (groups.size() == 2) return number_in(groups[0] + '.' + groups[1]);
    if (groups.size() == 3 && commas == 1 && stops == 1 && groups[1].size() == 3) return number_in(groups[0] + groups[1] + '.' + groups[2]);
    return std::nullopt;
}

bool has_tanween(const NormalText& normal, const Word& word) { return word.span.size() > normal.analysis(word.normal).size(); }

// Adds parts up as Arabic says numbers: "three hundred", "thousand" times what came before, "and" something smaller.
class Adder {
  public:
    Adder(const Numerals& numerals, const Words& words, std::uint32_t first)
        : numerals_(numerals), words_(words), first_(first), sentence_end_(words.sentences[words.words[first].sentence].end) {}

    std::optional<Numeral> run() {
        if (!begin()) return std::nullopt;
        while (at_ < sentence_end_ && step()) {}
        return finish();
    }

  private:
    using Kind = Numerals::Kind;
    using Part = Numerals::Part;

    bool begin() {
        const Word& word = words_.words[first_];
        if (word.kind == WordKind::number) return begin_digits(first_);
        const bool lone_waw = words_.search(word) == waw;
        if (lone_waw && first_ + 1 < sentence_end_ && words_.words[first_ + 1].kind == WordKind::number) return false;
        if (word.kind != WordKind::arabic) return false;
        const Part* best = nullptr;
        const auto parts = numerals_.parts_at(words_, first_);
        for (const Part& part : parts) {
            if (rank(part) > (best == nullptr ? 0 : rank(*best))) best = &part;
        }
        return best != nullptr && begin_word(*best);
    }

    // Which reading of a number word counts at the beginning of a number: the longest, and a plain number before others.
    int rank(const Part& part) const {
        const int length = 10 * static_cast<int>(part.end - first_);
        switch (part.meaning.kind) {
            case Kind::none:
            case Kind::point: return 0;
            case Kind::fraction: return length + 1;
            case Kind::ordinal: return length + 2;
            case Kind::scale: return length + (has_tanween(*words_.normal, words_.words[first_]) ? 9 : 4);
            case Kind::vague: return length + 5;
            case Kind::dual: return length + 6;
            default: return length + 7;
        }
    }

    bool begin_digits(std::uint32_t at) {
        const bool before_scale = at + 1 < sentence_end_ && scale_at(at + 1) > 0;
        const auto value = digits_value(words_.analysis(words_.words[at]), before_scale);
        if (!value) return false;
        group_low_ = group_high_ = *value;
        unit_ = 1;
        out_.form = NumeralForm::digits;
        at_ = at + 1;
        if (at_ < sentence_end_ && sign_at(at_) == ')' && first_ > 0 && sign_at(first_ - 1) == '(' && at_ + 1 < sentence_end_ && scale_at(at_ + 1) > 0) ++at_;
        return true;
    }

    bool begin_word(const Part& part) {
        out_.form = NumeralForm::words;
        out_.skip = part.skip;
        out_.definite = part.definite;
        out_.homograph = part.meaning.homograph;
        at_ = part.end;
        const Numerals::Meaning& meaning = part.meaning;
        if (meaning.kind == Kind::ordinal) {
            out_.ordinal = true;
            group_low_ = group_high_ = meaning.low;
            sentence_end_ = at_;
            return true;
        }
        if (meaning.kind == Kind::fraction) return begin_fraction(meaning.low);
        group_low_ = meaning.low;
        group_high_ = meaning.high;
        out_.vague = meaning.kind == Kind::vague;
        unit_ = unit_of(meaning);
        if (meaning.kind == Kind::scale || meaning.kind == Kind::dual) close_group(meaning.kind == Kind::dual ? meaning.low / 2 : meaning.low);
        return true;
    }

    // "half a million": a fraction counts only before a scale.
    bool begin_fraction(double fraction) {
        const double scale = at_ < sentence_end_ ? scale_at(at_) : 0;
        if (scale <= 0) return false;
        total_low_ = total_high_ = fraction * scale;
        last_scale_ = scale;
        ++at_;
        out_.homograph = false;
        return true;
    }

    // The step within which something smaller may be added: 1 behind a unit, 100 behind a hundred.
    static double unit_of(const Numerals::Meaning& meaning) {
        if (meaning.kind == Kind::hundred) return 100;
        if (meaning.kind == Kind::vague) return 0;
        return 1;
    }

    // What stood before is so many thousands, millions ...
    void close_group(double scale) {
        total_low_ += group_low_;
        total_high_ += group_high_;
        group_low_ = group_high_ = 0;
        last_scale_ = scale;
        unit_ = scale;
    }

    bool step() {
        if (words_.words[at_].kind == WordKind::number) return false;
        const bool lone_waw = words_.search(words_.words[at_]) == waw;
        if (lone_waw && at_ + 1 < sentence_end_) return join_digits();
        for (const Part& part : numerals_.parts_at(words_, at_)) {
            if (part.joined ? join(part) : follow(part)) return true;
        }
        return false;
    }

    // Directly behind: a scale, or a decimal point in words.
    bool follow(const Part& part) {
        if (part.skip != 0) return false;
        if (part.meaning.kind == Kind::scale && (group_high_ > 0)) {
            const double scale = part.meaning.low;
            if (last_scale_ > 0 && scale >= last_scale_ && total_high_ > 0) return false;
            group_low_ *= scale;
            group_high_ *= scale;
            close_group(scale);
            mix(NumeralForm::words);
            at_ = part.end;
            return true;
        }
        return part.meaning.kind == Kind::point && decimal(part);
    }

    bool decimal(const Part& point) {
        if (point.end >= sentence_end_ || group_high_ <= 0) return false;
        for (const Part& part : numerals_.parts_at(words_, point.end)) {
            if (part.joined || part.meaning.kind != Kind::unit || part.meaning.low > 9) continue;
            group_low_ = group_high_ = group_high_ + part.meaning.low / 10;
            at_ = part.end;
            return true;
        }
        return false;
    }

    // Behind wa-: something smaller than the last step, a ten behind a unit, or a fraction of the last scale.
    bool join(const Part& part) {
        const Numerals::Meaning& meaning = part.meaning;
        if (out_.vague) return false;
        if (meaning.kind == Kind::fraction && last_scale_ > 0 && group_high_ == 0) return join_fraction(part);
        if (meaning.kind == Kind::ten && group_high_ > 0 && std::fmod(group_high_, 10) == group_high_ - std::floor(group_high_ / 100) * 100 &&
            std::fmod(group_high_, 100) > 0 && std::fmod(group_high_, 100) < 10 && out_.form != NumeralForm::digits) {
            return add(meaning.low, 1, part.end);
        }
        if (meaning.kind == Kind::dual) return meaning.low < unit_ && group_high_ == 0 && add_scaled(meaning, part.end);
        if (meaning.kind != Kind::unit && meaning.kind != Kind::ten && meaning.kind != Kind::hundred) return false;
        const double scale = part.end < sentence_end_ ? scale_at(part.end) : 0;
        const bool smaller = scale > 0 ? meaning.low * scale < unit_ : meaning.high < unit_;
        return smaller && add(meaning.low, unit_of(meaning), part.end);
    }

    bool join_digits() {
        if (words_.words[at_ + 1].kind != WordKind::number || out_.vague || group_high_ > 0) return false;
        const bool before_scale = at_ + 2 < sentence_end_ && scale_at(at_ + 2) > 0;
        const auto value = digits_value(words_.analysis(words_.words[at_ + 1]), before_scale);
        const double scale = before_scale ? scale_at(at_ + 2) : 1;
        if (!value || *value * scale >= unit_) return false;
        mix(NumeralForm::digits);
        return add(*value, 1, at_ + 2);
    }

    bool join_fraction(const Part& part) {
        total_low_ += part.meaning.low * last_scale_;
        total_high_ += part.meaning.low * last_scale_;
        at_ = part.end;
        if (at_ < sentence_end_ && scale_at(at_) == last_scale_) ++at_;
        unit_ = 1;
        return true;
    }

    bool add(double value, double unit, std::uint32_t end) {
        group_low_ += value;
        group_high_ += value;
        unit_ = unit;
        at_ = end;
        return true;
    }

    bool add_scaled(const Numerals::Meaning& meaning, std::uint32_t end) {
        total_low_ += meaning.low;
        total_high_ += meaning.high;
        last_scale_ = unit_ = meaning.low / 2;
        at_ = end;
        return true;
    }

    void mix(NumeralForm form) {
        if (out_.form != form) out_.form = NumeralForm::mixed;
    }

    // The scale word at `at`, without or with article but with nothing else before it; 0 when there is none.
    double scale_at(std::uint32_t at) const {
        for (const Part& part : numerals_.parts_at(words_, at)) {
            if (part.meaning.kind == Kind::scale && part.skip == 0) return part.meaning.low;
        }
        return 0;
    }

    char32_t sign_at(std::uint32_t at) const {
        const Word& word = words_.words[at];
        return word.kind == WordKind::punctuation ? utf8::at(words_.normal->analysis(), word.normal.begin).value : 0;
    }

    std::optional<Numeral> finish() {
        out_.first = first_;
        out_.end = at_;
        out_.low = total_low_ + group_low_;
        out_.high = total_high_ + group_high_;
        out_.scale = last_scale_ > 0 ? last_scale_ : 1;
        out_.scaled = last_scale_ > 0;
        if (at_ - first_ > 1) out_.homograph = false;
        NormalSpan normal{words_.words[first_].normal.begin + out_.skip, words_.words[at_ - 1].normal.end};
        out_.span = words_.normal->original(normal);
        return out_;
    }

    const Numerals& numerals_;
    const Words& words_;
    std::uint32_t first_, sentence_end_, at_ = 0;
    Numeral out_;
    double total_low_ = 0, total_high_ = 0;  // what is already multiplied by its scale
    double group_low_ = 0, group_high_ = 0;  // what still may be
    double last_scale_ = 0;
    double unit_ = 0;  // only what is smaller may be added
};

}  // namespace

Numerals::Numerals(lexicon::LexiconPtr lexicon)
    : lexicon_(std::move(lexicon)), table_(lexicon_->table("numbers").value_or(lexicon::TableId{UINT16_MAX})) {
    if (table_.index == UINT16_MAX) return;
    const std::size_t kind = lexicon_->column(table_, "kind"), value = lexicon_->column(table_, "value"), flags = lexicon_->column(table_, "flags");
    for (std::uint32_t row = 0; row < lexicon_->rows(table_); ++row) {
        Meaning meaning{kind_of(lexicon_->cell(table_, row, kind)), lexicon::Lexicon::has_flag(lexicon_->cell(table_, row, flags), "homograph"), 0, 0};
        const std::string_view cell = lexicon_->cell(table_, row, value);
        const std::size_t dash = cell.find('-'), slash = cell.find('/');
        if (cell == ".") meaning.kind = Kind::point;
        meaning.low = meaning.high = number_in(cell);
        if (meaning.kind == Kind::vague && dash != std::string_view::npos) {
            meaning.high = dash + 1 < cell.size() ? number_in(cell.substr(dash + 1)) : infinity;
        }
        if (meaning.kind == Kind::fraction) {
            if (slash == std::string_view::npos || cell[0] == 'n') meaning.kind = Kind::none;
            else meaning.low = meaning.high = number_in(cell) / number_in(cell.substr(slash + 1));
        }
        meanings_.push_back(meaning);
    }
}

std::optional<Numeral> Numerals::at(const Words& words, std::uint32_t at) const {
    if (at >= words.words.size()) return std::nullopt;
    return Adder(*this, words, at).run();
}

std::vector<Numerals::Part> Numerals::parts_at(const Words& words, std::uint32_t at) const {
    std::vector<Part> out;
    const Word& word = words.words[at];
    if (word.kind != WordKind::arabic || word.normal.size() > 40) return out;
    const std::string_view search = words.search(word);
    for (const Reading reading : readings_of(search).all()) {
        if (reading.article) continue;
        const Part part{0, reading.skip, reading.skip == 2 && search.starts_with(waw), false, {}};
        add_parts(words, at, reading.skip, part, out);
        if (search.substr(reading.skip).starts_with(al)) {
            Part definite = part;
            definite.definite = true;
            add_parts(words, at, reading.skip + al.size(), definite, out);
        }
    }
    return out;
}

// Follows the words from `at`, its first `skip` bytes left out, through the lexicon; later words may carry the article.
void Numerals::add_parts(const Words& words, std::uint32_t at, std::size_t skip, Part part, std::vector<Part>& out) const {
    const std::uint32_t sentence_end = words.sentences[words.words[at].sentence].end;
    lexicon::Phrase phrase = lexicon::Phrase{}.then(words.search(words.words[at]).substr(skip));
    for (std::uint32_t next = at + 1;; ++next) {
        const lexicon::Found found = lexicon_->find(phrase);
        for (const lexicon::Entry& entry : found.entries) {
            if (entry.table != table_) continue;
            part.end = next;
            part.meaning = meanings_[entry.row];
            if (part.meaning.kind != Kind::none) out.push_back(part);
        }
        if (!found.longer || next >= sentence_end || words.words[next].kind != WordKind::arabic) return;
        phrase = phrase.then(words.search(words.words[next]));
    }
}

}  // namespace isnad::words
