#include "language/varieties/varieties.h"

#include <algorithm>

#include "base/ascii.h"
#include "language/varieties/dialects.h"
#include "language/varieties/knowledge.h"
#include "language/varieties/sentences.h"

namespace isnad::varieties {
namespace {

constexpr double lent = 8;               // what the article lends to each of its sentences
constexpr double declared_weight = 5;    // of the page's own word for its language
constexpr double arabic_first = 4;       // the engine reads Arabic news: a text without any sign is that
constexpr double least_elsewhere = 4;    // in a script of many languages, below it none is named
constexpr double half_sure = 10;         // the margin at which the confidence is one half
constexpr std::size_t most_signs = 5;    // words of evidence
constexpr std::uint32_t dari_words = 8;  // what words that only Dari has must weigh together

// Languages whose words are signs inside another's text: Dari and the Persian of Iran.
bool is_told_later(std::string_view code) { return code == "prs" || code == "fa-IR"; }

using Weights = std::array<double, most_languages>;

// "fa-AF" and "prs" -> "prs", "AR_eg" -> "ar".
std::string primary_code(std::string_view declared) {
    std::string code;
    for (const char c : declared) {
        if (c == '-' || c == '_' || code.size() > 8) break;
        code += ascii::lower(c);
    }
    if (code == "per" || code == "fas") return "fa";
    if (code == "ara") return "ar";
    return code;
}

class Identifier {
  public:
    Identifier(const Knowledge& knowledge, Stretches stretches, std::string_view declared)
        : knowledge_(knowledge),
          stretches_(std::move(stretches)),
          declared_(knowledge.language(primary_code(declared))),
          arabic_(knowledge.language("ar")),
          words_of_(knowledge.languages().size() + 1) {}

    Variety run() {
        sum_up();
        for (const Stretch& stretch : stretches_.items) judge(stretch);
        Variety out;
        share_out(out);
        if (out.shares.empty()) return out;
        out.language = out.shares.front().language;
        out.confidence = confidence_of(out.language) * out.shares.front().part;
        give_reasons(out);
        return out;
    }

  private:
    std::size_t count() const { return knowledge_.languages().size(); }

    void sum_up() {
        for (const Stretch& stretch : stretches_.items) {
            for (std::size_t i = 0; i < count(); ++i) total_[i] += stretch.scores[i];
        }
        for (std::size_t i = 0; i < count(); ++i) {
            if (total_[i] > 0 && i == declared_) total_[i] += declared_weight;
            if (i == arabic_) total_[i] += arabic_first;
        }
    }

    bool may_be(std::size_t language, Script script) const {
        return knowledge_.script(language) == script && !is_told_later(knowledge_.languages()[language]);
    }

    // The best language of a script by weights, with its lead over the second; count() when none has any.
    struct Best {
        std::size_t language;
        double weight = 0, lead = 0;
    };
    template <class WeightOf>
    Best best_of(Script script, WeightOf weight_of) const {
        Best best{count()};
        double second = 0;
        for (std::size_t i = 0; i < count(); ++i) {
            if (!may_be(i, script)) continue;
            const double weight = weight_of(i);
            if (weight > best.weight) {
                second = best.weight;
                best.weight = weight;
                best.language = i;
            } else {
                second = std::max(second, weight);
            }
        }
        best.lead = best.weight - second;
        return best;
    }

    void judge(const Stretch& stretch) {
        const Best all = best_of(stretch.script, [&](std::size_t i) { return total_[i]; });
        const double scale = all.weight > 0 ? lent / all.weight : 0;
        const Best best = best_of(stretch.script, [&](std::size_t i) {
            return stretch.scores[i] + scale * total_[i] + (i == arabic_ ? arabic_first : 0);
        });
        const bool told = best.language < count() &&
                          (stretch.script == Script::arabic || total_[best.language] >= least_elsewhere);
        if (told) {
            words_of_[best.language] += stretch.words;
        } else if (const std::string_view only = only_language_of(stretch.script); !only.empty()) {
            by_script_.emplace_back(only, stretch.words);
        } else {
            words_of_[count()] += stretch.words;
        }
    }

    void share_out(Variety& out) const {
        double all = 0;
        const auto add = [&](std::string_view language, std::uint32_t words) {
            if (words == 0) return;
            all += words;
            for (Share& share : out.shares) {
                if (share.language == language) {
                    share.words += words;
                    return;
                }
            }
            out.shares.push_back({std::string(language), words, 0});
        };
        for (std::size_t i = 0; i < count(); ++i) add(name_of(i), words_of_[i]);
        for (const auto& [language, words] : by_script_) add(language, words);
        add("und", words_of_[count()]);
        for (Share& share : out.shares) share.part = share.words / all;
        std::stable_sort(out.shares.begin(), out.shares.end(),
                         [](const Share& a, const Share& b) { return a.words > b.words; });
    }

    // Persian is called Dari where words of Afghanistan say so and none of Iran contradict.
    std::string_view name_of(std::size_t language) const {
        const std::string_view name = knowledge_.languages()[language];
        if (name != "fa") return name;
        const std::size_t dari = knowledge_.language("prs"), iran = knowledge_.language("fa-IR");
        if (dari >= count() || iran >= count()) return name;
        const double needed = declared_ == dari ? dari_words / 2.0 : double{dari_words};
        return total_[dari] >= needed && total_[dari] > 2 * total_[iran] ? "prs" : name;
    }

    double confidence_of(std::string_view name) const {
        const std::size_t language = knowledge_.language(name == "prs" ? "fa" : name);
        if (name == "und") return 0;
        if (language >= count()) return 1;
        const Best best = best_of(knowledge_.script(language), [&](std::size_t i) { return total_[i]; });
        const double lead = best.language == language ? best.lead : 0;
        return lead / (lead + half_sure);
    }

    void give_reasons(Variety& out) const {
        const bool by_script = knowledge_.language(out.language) >= count() && out.language != "prs";
        out.why = {by_script ? "varieties.script" : "varieties.letters_and_words",
                   static_cast<float>(out.confidence)};
        const std::size_t language = knowledge_.language(out.language == "prs" ? "fa" : out.language);
        for (const TellingWord& word : stretches_.telling) {
            if (out.why.signs.size() < most_signs && knowledge_.tells(word.form, language))
                out.why.signs.push_back(word.span);
        }
    }

    const Knowledge& knowledge_;
    Stretches stretches_;
    std::size_t declared_, arabic_;
    Weights total_{};
    std::vector<std::uint32_t> words_of_;
    std::vector<std::pair<std::string_view, std::uint32_t>> by_script_;
};

}  // namespace

bool Variety::leaves_no_arabic() const {
    constexpr double sure = 0.5, hardly_any = 0.25;
    if (language == "ar" || language == "und" || confidence < sure * (1 - hardly_any)) return false;
    return std::none_of(shares.begin(), shares.end(), [&](const Share& share) {
        return share.language == "ar" && share.part > hardly_any;
    });
}

Variety identify(const Page& page, const NormalText& normal, const std::vector<Block>& blocks,
                 std::string_view declared, const words::Clitics& clitics, const Knowledge& knowledge) {
    Variety out = Identifier(knowledge, stretches_of(page, blocks, knowledge), declared).run();
    if (out.language == "ar") {
        const Dialect dialect = find_dialect(normal, blocks, clitics, knowledge);
        out.dialect = dialect.name;
        out.dialect_part = dialect.part;
    }
    return out;
}

}  // namespace isnad::varieties
