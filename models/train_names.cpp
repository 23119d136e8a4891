// Annotated news -> models/name_tags.tsv: the weights of the tagger of names (language/names/tagger.h).
//
//   train-names LEXICON [train=FILE...] [dev=FILE...] [out=FILE] [setting=number...]
//
// FILE.conll: a word and its tag a line, sentences parted by empty lines, ANERcorp's conventions; twenty
// sentences make a document. FILE.list: paths of texts, each beside its FILE.gold with lines "begin end type"
// in code points, our conventions. Trained by AdaGrad (Duchi et al. 2011) on the likelihood of the tags.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <numeric>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/hash.h"
#include "language/names/names.h"
#include "language/names/second_look.h"
#include "language/names/tagger.h"
#include "language/words/words.h"
#include "text/utf8.h"

namespace {

using namespace isnad;
using namespace isnad::names;

struct Settings {
    std::map<std::string, double> values{{"epochs", 5},        {"rate", 0.1},  {"l2", 1e-5}, {"outside", -1},
                                         {"outside_ours", -1}, {"chunk", 20},  {"least", 2}, {"prune", 0.15},
                                         {"folds", 0},         {"augment", 0}, {"looks", 2}, {"jackknife", 4},
                                         {"seed", 1}};
    double operator[](const std::string& name) const { return values.at(name); }
    std::size_t count(const std::string& name) const { return static_cast<std::size_t>(values.at(name)); }
};

// One sentence for training: features and the right tag of every word.
struct Lesson {
    std::vector<std::vector<Feature>> features;
    std::vector<std::vector<std::uint32_t>> ids;
    std::vector<std::uint8_t> right;
    Convention convention = Convention::ours;
    std::vector<std::uint32_t> tokens;  // by word: which token of the corpus it begins, or no_word
    std::vector<std::string> gold;      // tags of the corpus, by token of this sentence
    std::vector<std::uint64_t> keys;    // of mentions, by word
};
using Lessons = std::vector<Lesson>;  // of one document

constexpr float step_of_paths = 0.01F;  // finer than the table's, so that little is rounded

std::vector<TagSums> in_steps(const std::vector<TagScores>& scores) {
    std::vector<TagSums> out(scores.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
        for (std::size_t tag = 0; tag < tags; ++tag)
            out[i][tag] = static_cast<std::int16_t>(
                std::clamp(std::lround(scores[i][tag] / step_of_paths), -30000L, 30000L));
    }
    return out;
}

// A text with names, as the corpora give it: spans in bytes.
struct Text {
    std::string text;
    std::vector<Span> lines;
    struct Mark {
        Span span;
        std::size_t begin_tag = 0;
    };
    std::vector<Mark> marks;
    std::vector<std::pair<Span, std::string>> tokens;  // of CoNLL corpora
    Convention convention = Convention::ours;
};

std::size_t begin_tag_of(const std::string& name) {
    static const std::map<std::string, TagType> types{
        {"PERS", TagType::person}, {"ORG", TagType::organisation}, {"LOC", TagType::place},
        {"MISC", TagType::other},  {"P", TagType::person},         {"O", TagType::organisation},
        {"L", TagType::place},     {"F", TagType::place},          {"A", TagType::product},
        {"T", TagType::product},   {"E", TagType::event},          {"G", TagType::group}};
    const auto found = types.find(name);
    return found == types.end() ? outside : begins(found->second);
}

// Sentences of a CoNLL file, `chunk` of them a document.
std::vector<Text> read_conll(const std::string& path, std::size_t chunk) {
    std::vector<Text> out;
    std::ifstream in(path);
    std::size_t sentences = chunk;
    bool open = false;
    for (std::string line; std::getline(in, line);) {
        const std::size_t space = line.rfind(' ');
        if (space == std::string::npos) {
            if (open) ++sentences;
            open = false;
            continue;
        }
        if (!open && sentences >= chunk) {
            out.emplace_back();
            out.back().convention = Convention::anercorp;
            sentences = 0;
        }
        Text& text = out.back();
        const std::string tag = line.substr(space + 1);
        if (!open) {
            if (!text.text.empty()) text.text += '\n';
            const auto at = static_cast<std::uint32_t>(text.text.size());
            text.lines.push_back({at, at});
        } else {
            text.text += ' ';
        }
        open = true;
        const auto begin = static_cast<std::uint32_t>(text.text.size());
        text.text += line.substr(0, space);
        const Span span{begin, static_cast<std::uint32_t>(text.text.size())};
        text.lines.back().end = span.end;
        const bool goes_on = tag.starts_with("I-") && !text.marks.empty() && !text.tokens.empty() &&
                             text.tokens.back().second != "O" &&
                             text.tokens.back().second.substr(2) == tag.substr(2);
        if (goes_on) {
            text.marks.back().span.end = span.end;
        } else if (tag != "O") {
            text.marks.push_back({span, begin_tag_of(tag.substr(2))});
        }
        text.tokens.emplace_back(span, tag);
    }
    return out;
}

std::string content_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

Text read_marked(const std::string& path) {
    Text out;
    out.text = content_of(path);
    std::vector<std::uint32_t> bytes;  // of code points
    for (std::uint32_t i = 0; i < out.text.size(); ++i) {
        if ((static_cast<unsigned char>(out.text[i]) & 0xC0) != 0x80) bytes.push_back(i);
    }
    bytes.push_back(static_cast<std::uint32_t>(out.text.size()));
    for (std::uint32_t begin = 0; begin < out.text.size();) {
        const auto end = static_cast<std::uint32_t>(std::min(out.text.find('\n', begin), out.text.size()));
        if (end > begin) out.lines.push_back({begin, end});
        begin = end + 1;
    }
    std::ifstream marks(path.substr(0, path.rfind('.')) + ".gold");
    std::size_t begin = 0, end = 0;
    for (std::string type; marks >> begin >> end >> type;)
        out.marks.push_back({{bytes.at(begin), bytes.at(end)}, begin_tag_of(type)});
    return out;
}

std::vector<Text> read_texts(const std::string& path, std::size_t chunk) {
    if (path.ends_with(".conll")) return read_conll(path, chunk);
    std::vector<Text> out;
    std::ifstream list(path);
    for (std::string line; std::getline(list, line);) out.push_back(read_marked(line));
    return out;
}

// Texts -> sentences by the engine's own words, rules and features.
class Reader {
  public:
    explicit Reader(lexicon::LexiconPtr lexicon)
        : clitics_(lexicon), knowledge_(make_knowledge(lexicon)), clusters_(*lexicon) {}

    void read(const Text& text, std::vector<Lesson>& out) const {
        auto page = std::make_shared<Page>();
        page->text = text.text;
        Article article;
        for (const Span line : text.lines) article.blocks.push_back({BlockKind::paragraph, line});
        const auto document = Document::create(page, 0, std::move(article));
        const Words words =
            words::find_words(*document, std::make_shared<const NormalText>(normalise(page->text)), clitics_);
        const Sightings seen(words, clitics_, *knowledge_);
        TaggerInput input(seen, find_by_rule(seen, mark_titles(seen)));
        const std::vector<FormTraits> forms = traits_of(input);
        const std::vector<std::uint8_t> right = tags_of(words, text);
        const std::vector<std::uint32_t> tokens = tokens_of(words, text);
        const std::vector<std::uint64_t> keys = mention_keys(seen);
        std::size_t token = 0;
        for (const isnad::Sentence& from : words.sentences) {
            Lesson sentence;
            sentence.convention = text.convention;
            sentence.keys.assign(keys.begin() + from.first, keys.begin() + from.end);
            for (std::uint32_t i = from.first; i < from.end; ++i) {
                sentence.features.push_back(features_of(input, forms, from, i, text.convention));
                sentence.right.push_back(right[i]);
                std::uint32_t own = no_word;
                if (tokens[i] != no_word) {
                    own = static_cast<std::uint32_t>(sentence.gold.size());
                    for (; token <= tokens[i]; ++token) sentence.gold.push_back(text.tokens[token].second);
                }
                sentence.tokens.push_back(own);
            }
            out.push_back(std::move(sentence));
        }
    }

  private:
    std::vector<FormTraits> traits_of(TaggerInput& input) const {
        std::vector<FormTraits> out;
        for (std::uint32_t form = 0; form < input.forms(); ++form) {
            out.push_back(input.traits(form, clusters_));
            input.set_path(form, out.back().path);
        }
        return out;
    }

    static std::vector<Feature> features_of(const TaggerInput& input, const std::vector<FormTraits>& forms,
                                            const isnad::Sentence& sentence, std::uint32_t i,
                                            Convention convention) {
        std::vector<Feature> out;
        for (int distance = -furthest; distance <= furthest; ++distance) {
            const std::int64_t place = std::int64_t{i} + distance;
            const bool inside = place >= sentence.first && place < sentence.end;
            const std::uint32_t form = inside ? input.form(static_cast<std::uint32_t>(place)) : 0;
            for (const FormFeature& one : forms[form].features) {
                if (std::abs(distance) <= one.reach) out.push_back(at_distance(one.feature, distance));
            }
        }
        const TaggerInput::RuleTags rules = input.rules_at(sentence.first, i, sentence.end);
        TaggerInput::of_rules(rules, out);
        if (rules[1] == 0) out.push_back(forms[input.form(i)].unnamed);
        if (i > sentence.first) input.of_phrases(i - 1, 0, out);
        input.of_phrases(i, 1, out);
        if (i + 1 < sentence.end) input.of_phrases(i + 1, 2, out);
        input.of_place(sentence.first, i, sentence.end, convention, out);
        return out;
    }

    // Signs at the edges of a token of the corpus belong to no name.
    static std::vector<std::uint8_t> tags_of(const Words& words, const Text& text) {
        std::vector<std::uint8_t> out(words.words.size(), std::uint8_t{outside});
        std::size_t mark = 0;
        bool begun = false;
        for (std::size_t i = 0; i < out.size(); ++i) {
            const Word& word = words.words[i];
            while (mark < text.marks.size() && text.marks[mark].span.end <= word.span.begin)
                ++mark, begun = false;
            if (mark == text.marks.size()) break;
            const Text::Mark& one = text.marks[mark];
            if (word.span.end <= one.span.begin || one.begin_tag == outside) continue;
            const bool sign = word.kind == WordKind::punctuation;
            const bool last = i + 1 == out.size() || words.words[i + 1].span.begin >= one.span.end;
            if (sign && (!begun || last)) continue;
            out[i] = static_cast<std::uint8_t>(begun ? one.begin_tag + 1 : one.begin_tag);
            begun = true;
        }
        return out;
    }

    // The word that speaks for each token: its first that is no sign.
    static std::vector<std::uint32_t> tokens_of(const Words& words, const Text& text) {
        std::vector<std::uint32_t> out(words.words.size(), no_word);
        std::size_t i = 0;
        for (std::uint32_t token = 0; token < text.tokens.size(); ++token) {
            const Span span = text.tokens[token].first;
            while (i < out.size() && words.words[i].span.end <= span.begin) ++i;
            std::size_t own = i;
            while (own < out.size() && words.words[own].span.begin < span.end &&
                   words.words[own].kind == WordKind::punctuation)
                ++own;
            if (own == out.size() || words.words[own].span.begin >= span.end) own = i;
            if (own < out.size() && words.words[own].span.begin < span.end) out[own] = token;
        }
        return out;
    }

    words::Clitics clitics_;
    std::shared_ptr<const Knowledge> knowledge_;
    WordClusters clusters_;
};

// Precision and recall of names, by type.
class Score {
  public:
    void add(const std::vector<std::string>& right, const std::vector<std::string>& found) {
        const auto a = names_of(right), b = names_of(found);
        for (const auto& name : a) ++counts_[std::get<2>(name)][0];
        for (const auto& name : b) {
            ++counts_[std::get<2>(name)][1];
            if (a.count(name) != 0) ++counts_[std::get<2>(name)][2];
        }
    }
    std::string text() const {
        std::array<double, 3> all{};
        std::string types;
        for (const auto& [type, count] : counts_) {
            for (std::size_t k = 0; k < 3; ++k) all[k] += count[k];
            types += " " + type + " " + shown(200 * count[2] / (count[0] + count[1]));
        }
        return "F1 " + shown(200 * all[2] / (all[0] + all[1])) + " P " + shown(100 * all[2] / all[1]) +
               " R " + shown(100 * all[2] / all[0]) + types;
    }

  private:
    static std::string shown(double value) {
        char out[32];
        std::snprintf(out, sizeof out, "%.2f", value);
        return out;
    }
    static std::set<std::tuple<std::size_t, std::size_t, std::string>> names_of(
        const std::vector<std::string>& tags) {
        std::set<std::tuple<std::size_t, std::size_t, std::string>> out;
        for (std::size_t i = 0; i < tags.size(); ++i) {
            if (tags[i] == "O") continue;
            const std::string type = tags[i].substr(2);
            const bool begins =
                tags[i][0] == 'B' || i == 0 || tags[i - 1] == "O" || tags[i - 1].substr(2) != type;
            if (!begins) continue;
            std::size_t end = i + 1;
            while (end < tags.size() && tags[end] == "I-" + type) ++end;
            out.insert({i, end, type});
        }
        return out;
    }
    std::map<std::string, std::array<double, 3>> counts_;
};

std::string name_of(std::size_t tag, Convention convention) {
    static const std::array<std::string, tag_types> aner{"PERS", "ORG",  "LOC", "MISC",
                                                         "MISC", "MISC", "MISC"},
        ours{"P", "O", "L", "E", "T", "G", "M"};
    if (tag == outside) return "O";
    const auto type = static_cast<std::size_t>(tag_type_of(tag));
    return (is_begin(tag) ? "B-" : "I-") + (convention == Convention::ours ? ours[type] : aner[type]);
}

class Trainer {
  public:
    explicit Trainer(const Settings& settings)
        : settings_(settings), random_(static_cast<unsigned>(settings["seed"])) {}

    void train(std::vector<Lesson*> sentences) {
        number(sentences);
        weights_.assign(index_.size() * tags, 0.0F);
        squares_.assign(weights_.size(), 0.01F);
        follow_.assign((tags + 1) * tags, 0.0F);
        follow_squares_.assign(follow_.size(), 0.01F);
        for (std::size_t epoch = 0; epoch < settings_.count("epochs"); ++epoch) {
            std::shuffle(sentences.begin(), sentences.end(), random_);
            double loss = 0;
            for (const Lesson* sentence : sentences) loss += learn(*sentence);
            std::fprintf(stderr, "epoch %zu: %.0f\n", epoch + 1, loss);
        }
    }

    // The copies that count for one convention alone (Daume 2007).
    static Feature own(Feature feature, Convention convention) {
        return hash_join(feature, 0xD0 + static_cast<std::uint64_t>(convention));
    }

    std::vector<std::uint8_t> tag(const Lesson& sentence) const {
        std::vector<TagScores> scores;
        for (const auto& features : sentence.features) {
            TagScores sums{};
            for (const Feature feature : features) {
                add(feature, sums);
                if (augments_) add(own(feature, sentence.convention), sums);
            }
            sums[outside] += static_cast<float>(
                settings_[sentence.convention == Convention::ours ? "outside_ours" : "outside"]);
            scores.push_back(sums);
        }
        const TagCosts costs = allowed(following(), sentence.convention, step_of_paths);
        std::vector<std::uint8_t> out(scores.size());
        TagPath(costs).find(in_steps(scores), out);
        return out;
    }

    void write(const std::string& path) const {
        std::ofstream out(path);
        out << "# table: name_tags\n# about: weights of the tagger of names (models/name_tags.md): a "
               "feature, a sign for each tag\n"
               "# source: learnt from our own annotation of the ANT corpus (models/name_tags.md)\n"
               "# licence: Apache-2.0 (no text)\nar\tweights\n";
        const TagFollowing follow = following();
        out << "first\t" << Tagger::written(follow.first) << '\n';
        for (std::size_t before = 0; before < tags; ++before)
            out << "behind " << before << '\t' << Tagger::written(follow.behind[before]) << '\n';
        TagScores bias{};
        bias[outside] = static_cast<float>(settings_["outside_ours"]);
        out << "bias\t" << Tagger::written(bias) << '\n';
        std::map<Feature, std::string> kept;
        for (const auto& [feature, at] : index_) {
            TagScores row{};
            float most = 0;
            for (std::size_t tag = 0; tag < tags; ++tag) {
                row[tag] = weights_[at * tags + tag];
                most = std::max(most, std::abs(row[tag]));
            }
            if (most >= static_cast<float>(settings_["prune"])) kept[feature] = Tagger::written(row);
        }
        std::uint64_t shelf = 256;
        for (const auto& [feature, row] : kept) {
            if (shelf != feature >> 56) {
                out << (shelf == 256 ? "" : "\n") << "weights " << (feature >> 56) << '\t';
                shelf = feature >> 56;
            }
            out << hex16(feature) << row;
        }
        out << '\n';
        std::fprintf(stderr, "%zu of %zu features kept\n", kept.size(), index_.size());
    }

  private:
    void add(Feature feature, TagScores& sums) const {
        const auto found = index_.find(feature);
        if (found == index_.end()) return;
        for (std::size_t tag = 0; tag < tags; ++tag) sums[tag] += weights_[found->second * tags + tag];
    }

    TagFollowing following() const {
        TagFollowing out;
        for (std::size_t tag = 0; tag < tags; ++tag) {
            out.first[tag] = follow_[tags * tags + tag];
            for (std::size_t before = 0; before < tags; ++before)
                out.behind[before][tag] = follow_[before * tags + tag];
        }
        return out;
    }

    void number(const std::vector<Lesson*>& sentences) {
        std::unordered_map<Feature, std::uint32_t> counts;
        for (const Lesson* sentence : sentences) {
            for (const auto& features : sentence->features) {
                for (const Feature feature : features) ++counts[feature];
            }
        }
        for (Lesson* sentence : sentences) {
            sentence->ids.clear();
            for (const auto& features : sentence->features) {
                auto& ids = sentence->ids.emplace_back();
                for (const Feature feature : features) {
                    if (counts[feature] < settings_.count("least")) continue;
                    if (augments_) {
                        const Feature copy = own(feature, sentence->convention);
                        ids.push_back(index_.try_emplace(copy, static_cast<std::uint32_t>(index_.size()))
                                          .first->second);
                    }
                    ids.push_back(
                        index_.try_emplace(feature, static_cast<std::uint32_t>(index_.size())).first->second);
                }
            }
        }
    }

    static double log_sum(const std::array<double, tags>& values) {
        const double most = *std::max_element(values.begin(), values.end());
        double sum = 0;
        for (const double value : values) sum += std::exp(value - most);
        return most + std::log(sum);
    }

    // Tags that the sentence's convention lets stand score as they do, others never.
    double learn(const Lesson& sentence) {
        const std::size_t size = sentence.ids.size();
        scores_.assign(size, {});
        for (std::size_t i = 0; i < size; ++i) {
            for (const std::uint32_t id : sentence.ids[i]) {
                for (std::size_t tag = 0; tag < tags; ++tag) scores_[i][tag] += weights_[id * tags + tag];
            }
            for (std::size_t tag = 0; tag < tags; ++tag) {
                if (!allows(sentence.convention, tag)) scores_[i][tag] = -1e4;
            }
        }
        forward_.assign(size, {});
        backward_.assign(size, {});
        std::array<double, tags> sums{};
        for (std::size_t tag = 0; tag < tags; ++tag)
            forward_[0][tag] = scores_[0][tag] + follow_[tags * tags + tag];
        for (std::size_t i = 1; i < size; ++i) {
            for (std::size_t tag = 0; tag < tags; ++tag) {
                for (std::size_t before = 0; before < tags; ++before)
                    sums[before] = forward_[i - 1][before] + follow_[before * tags + tag];
                forward_[i][tag] = log_sum(sums) + scores_[i][tag];
            }
        }
        for (std::size_t i = size - 1; i-- > 0;) {
            for (std::size_t tag = 0; tag < tags; ++tag) {
                for (std::size_t next = 0; next < tags; ++next)
                    sums[next] = follow_[tag * tags + next] + scores_[i + 1][next] + backward_[i + 1][next];
                backward_[i][tag] = log_sum(sums);
            }
        }
        const double all = log_sum(forward_[size - 1]);
        step(sentence, all);
        double right = follow_[tags * tags + sentence.right[0]];
        for (std::size_t i = 0; i < size; ++i) {
            right += scores_[i][sentence.right[i]];
            if (i > 0) right += follow_[sentence.right[i - 1] * tags + sentence.right[i]];
        }
        return all - right;
    }

    void step(const Lesson& sentence, double all) {
        const std::size_t size = sentence.ids.size();
        for (std::size_t i = 1; i < size; ++i) {
            for (std::size_t before = 0; before < tags; ++before) {
                for (std::size_t tag = 0; tag < tags; ++tag) {
                    const double expected = std::exp(forward_[i - 1][before] + follow_[before * tags + tag] +
                                                     scores_[i][tag] + backward_[i][tag] - all);
                    const bool is_right = before == sentence.right[i - 1] && tag == sentence.right[i];
                    update(follow_[before * tags + tag], follow_squares_[before * tags + tag],
                           expected - is_right);
                }
            }
        }
        for (std::size_t i = 0; i < size; ++i) {
            std::array<double, tags> slopes{};
            for (std::size_t tag = 0; tag < tags; ++tag) {
                slopes[tag] =
                    std::exp(forward_[i][tag] + backward_[i][tag] - all) - (tag == sentence.right[i]);
                if (i == 0)
                    update(follow_[tags * tags + tag], follow_squares_[tags * tags + tag], slopes[tag]);
            }
            for (std::size_t tag = 0; tag < tags; ++tag) {
                if (std::abs(slopes[tag]) < 1e-4) continue;
                for (const std::uint32_t id : sentence.ids[i])
                    update(weights_[id * tags + tag], squares_[id * tags + tag], slopes[tag]);
            }
        }
    }

    void update(float& weight, float& square, double slope) {
        const auto whole = static_cast<float>(slope + settings_l2_ * weight);
        square += whole * whole;
        weight -= rate_ * whole / std::sqrt(square);
    }

    const Settings& settings_;
    std::mt19937 random_;
    double settings_l2_ = settings_["l2"];
    bool augments_ = settings_["augment"] != 0;
    float rate_ = static_cast<float>(settings_["rate"]);
    std::unordered_map<Feature, std::uint32_t> index_;
    std::vector<float> weights_, squares_, follow_, follow_squares_;
    std::vector<std::array<double, tags>> scores_, forward_, backward_;
};

// Those documents of a set whose number is wanted.
template <class Wanted>
std::vector<Lessons*> those(std::vector<Lessons>& from, Wanted wanted) {
    std::vector<Lessons*> out;
    for (std::size_t i = 0; i < from.size(); ++i) {
        if (wanted(i)) out.push_back(&from[i]);
    }
    return out;
}

std::vector<Lesson*> sentences_of(const std::vector<Lessons*>& documents) {
    std::vector<Lesson*> out;
    for (Lessons* document : documents) {
        for (Lesson& lesson : *document) {
            if (!lesson.right.empty()) out.push_back(&lesson);
        }
    }
    return out;
}

// The sentences of a document with what a second look shows, given the tags of a first.
Lessons look_again(const Trainer& trainer, const Lessons& document) {
    std::vector<std::uint64_t> keys;
    std::vector<std::uint8_t> first_tags;
    for (const Lesson& lesson : document) {
        const auto found = trainer.tag(lesson);
        first_tags.insert(first_tags.end(), found.begin(), found.end());
        keys.insert(keys.end(), lesson.keys.begin(), lesson.keys.end());
    }
    const SecondLook look(keys, first_tags);
    Lessons out = document;
    std::uint32_t first = 0;
    for (Lesson& lesson : out) {
        const auto end = static_cast<std::uint32_t>(first + lesson.features.size());
        for (std::uint32_t i = first; i < end; ++i) look.of_place(first, i, end, lesson.features[i - first]);
        first = end;
    }
    return out;
}

// Every sentence is learnt twice: as the first look sees it, and as the second, behind tags of models that
// have not seen its document.
void teach(Trainer& trainer, const Settings& settings, const std::vector<Lessons*>& documents) {
    std::vector<Lessons> again;
    if (settings["looks"] > 1) {
        const std::size_t parts = settings.count("jackknife");
        for (std::size_t part = 0; part < parts; ++part) {
            std::vector<Lessons*> others, own;
            for (std::size_t i = 0; i < documents.size(); ++i)
                (i % parts == part ? own : others).push_back(documents[i]);
            Trainer first(settings);
            first.train(sentences_of(others));
            for (const Lessons* document : own) again.push_back(look_again(first, *document));
        }
    }
    std::vector<Lesson*> sentences = sentences_of(documents);
    const auto more = sentences_of(those(again, [](std::size_t) { return true; }));
    sentences.insert(sentences.end(), more.begin(), more.end());
    trainer.train(sentences);
}

// Tags of the corpus' own tokens, or of words where the corpus is ours.
void score(const Trainer& trainer, const Lesson& sentence, Score& conll, Score& ours) {
    const auto found = trainer.tag(sentence);
    std::vector<std::string> a, b;
    if (sentence.convention == Convention::anercorp) {
        a = sentence.gold;
        b.assign(a.size(), "O");
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (sentence.tokens[i] != no_word) b[sentence.tokens[i]] = name_of(found[i], sentence.convention);
        }
        conll.add(a, b);
        return;
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        a.push_back(name_of(sentence.right[i], sentence.convention));
        b.push_back(name_of(found[i], sentence.convention));
    }
    ours.add(a, b);
}

void score(const Trainer& trainer, const Settings& settings, const std::vector<Lessons*>& documents,
           Score& conll, Score& ours) {
    for (const Lessons* document : documents) {
        const Lessons seen = settings["looks"] > 1 ? look_again(trainer, *document) : *document;
        for (const Lesson& sentence : seen) {
            if (!sentence.right.empty()) score(trainer, sentence, conll, ours);
        }
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 3)
        return std::fprintf(
                   stderr,
                   "usage: train-names LEXICON train=FILE... [dev=FILE...] [out=FILE] [setting=number...]\n"),
               2;
    Settings settings;
    std::vector<std::string> train, dev;
    std::string out;
    for (int i = 2; i < count; ++i) {
        const std::string argument = arguments[i];
        const std::size_t equals = argument.find('=');
        const std::string name = argument.substr(0, equals),
                          value = argument.substr(std::min(argument.size(), equals + 1));
        if (name == "train")
            train.push_back(value);
        else if (name == "dev")
            dev.push_back(value);
        else if (name == "out")
            out = value;
        else
            settings.values[name] = std::stod(value);
    }
    auto lexicon = lexicon::Lexicon::open(arguments[1]);
    if (!lexicon) return std::fprintf(stderr, "%s\n", lexicon.error().text().c_str()), 3;
    const Reader reader(lexicon.value());
    std::vector<Lessons> documents, tests;
    for (const std::string& path : train) {
        for (const Text& text : read_texts(path, settings.count("chunk")))
            reader.read(text, documents.emplace_back());
    }
    for (const std::string& path : dev) {
        for (const Text& text : read_texts(path, settings.count("chunk")))
            reader.read(text, tests.emplace_back());
    }
    Score conll, ours;
    const std::size_t folds = settings.count("folds");
    for (std::size_t fold = 0; fold < folds; ++fold) {
        const auto held = [&](std::size_t i) { return i * folds / documents.size() == fold; };
        Trainer trainer(settings);
        teach(trainer, settings, those(documents, [&](std::size_t i) { return !held(i); }));
        score(trainer, settings, those(documents, held), conll, ours);
    }
    if (folds == 0) {
        Trainer trainer(settings);
        teach(trainer, settings, those(documents, [](std::size_t) { return true; }));
        score(trainer, settings, those(tests, [](std::size_t) { return true; }), conll, ours);
        if (!out.empty()) trainer.write(out);
    }
    std::printf("anercorp: %s\nours: %s\n", conll.text().c_str(), ours.text().c_str());
    return 0;
}
