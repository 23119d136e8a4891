// Annotated news -> models/name_tags.tsv: the weights of the tagger of names (language/names/tagger.h).
//
//   train-names LEXICON [train=FILE...] [dev=FILE...] [out=FILE] [tags=FILE] [setting=number...]
//
// Files as in name_training/texts.h; twenty sentences of a corpus in CoNLL's form make a document. `tags`
// gets the tokens of such dev files, their tags and those found.
#include <cstdio>
#include <fstream>

#include "language/names/second_look.h"
#include "models/name_training/score.h"
#include "models/name_training/trainer.h"

namespace isnad::names::training {
namespace {

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

// What the two conventions have been scored at, and where the tags found are written, if anywhere.
struct Scores {
    Score conll, ours;
    std::ofstream tags;
};

// Tags of the corpus' own tokens, or of words where the corpus is ours.
void score(const Trainer& trainer, const Lesson& sentence, Scores& out) {
    const auto found = trainer.tag(sentence);
    std::vector<std::string> a, b;
    if (sentence.convention == Convention::anercorp) {
        a = sentence.gold;
        b.assign(a.size(), "O");
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (sentence.tokens[i] != no_word) b[sentence.tokens[i]] = name_of(found[i], sentence.convention);
        }
        out.conll.add(a, b);
        for (std::size_t i = 0; i < a.size() && out.tags.is_open(); ++i)
            out.tags << sentence.said[i] << ' ' << a[i] << ' ' << b[i] << '\n';
        if (out.tags.is_open()) out.tags << '\n';
        return;
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        a.push_back(name_of(sentence.right[i], sentence.convention));
        b.push_back(name_of(found[i], sentence.convention));
    }
    out.ours.add(a, b);
}

void score(const Trainer& trainer, const Settings& settings, const std::vector<Lessons*>& documents,
           Scores& out) {
    for (const Lessons* document : documents) {
        const Lessons seen = settings["looks"] > 1 ? look_again(trainer, *document) : *document;
        for (const Lesson& sentence : seen) {
            if (!sentence.right.empty()) score(trainer, sentence, out);
        }
    }
}

struct Options {
    Settings settings;
    std::vector<std::string> train, dev;
    std::string out, tags;

    void take(const std::string& argument) {
        const std::size_t equals = argument.find('=');
        const std::string name = argument.substr(0, equals),
                          value = argument.substr(std::min(argument.size(), equals + 1));
        if (name == "train")
            train.push_back(value);
        else if (name == "dev")
            dev.push_back(value);
        else if (name == "out")
            out = value;
        else if (name == "tags")
            tags = value;
        else
            settings.values[name] = std::stod(value);
    }
};

std::vector<Lessons> lessons_of(const Reader& reader, const std::vector<std::string>& paths,
                                const Settings& settings) {
    std::vector<Lessons> out;
    for (const std::string& path : paths) {
        for (const Text& text : read_texts(path, settings.count("chunk")))
            reader.read(text, out.emplace_back());
    }
    return out;
}

void run(const Options& options, const Reader& reader) {
    const Settings& settings = options.settings;
    std::vector<Lessons> documents = lessons_of(reader, options.train, settings),
                         tests = lessons_of(reader, options.dev, settings);
    Scores scores;
    if (!options.tags.empty()) scores.tags.open(options.tags);
    const std::size_t folds = settings.count("folds");
    for (std::size_t fold = 0; fold < folds; ++fold) {
        const auto held = [&](std::size_t i) { return i * folds / documents.size() == fold; };
        Trainer trainer(settings);
        teach(trainer, settings, those(documents, [&](std::size_t i) { return !held(i); }));
        score(trainer, settings, those(documents, held), scores);
    }
    if (folds == 0) {
        Trainer trainer(settings);
        teach(trainer, settings, those(documents, [](std::size_t) { return true; }));
        score(trainer, settings, those(tests, [](std::size_t) { return true; }), scores);
        if (!options.out.empty()) trainer.write(options.out);
    }
    std::printf("anercorp: %s\nours: %s\n", scores.conll.text().c_str(), scores.ours.text().c_str());
}

}  // namespace
}  // namespace isnad::names::training

int main(int count, char** arguments) {
    using namespace isnad;
    using namespace isnad::names::training;
    if (count < 3)
        return std::fprintf(stderr,
                            "usage: train-names LEXICON train=FILE... [dev=FILE...] [out=FILE] [tags=FILE] "
                            "[setting=number...]\n"),
               2;
    Options options;
    for (int i = 2; i < count; ++i) options.take(arguments[i]);
    auto lexicon = lexicon::Lexicon::open(arguments[1]);
    if (!lexicon) return std::fprintf(stderr, "%s\n", lexicon.error().text().c_str()), 3;
    run(options, Reader(lexicon.value()));
    return 0;
}
