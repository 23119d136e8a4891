// Pages of HTML a second on one core, without the layers of language, and what each step takes of it:
// decoding, the guard, the parser alone, text and metadata, normal form, numbers of blocks, decision. Reads
// the pages of a folder: isnad-extract-bench LEXICON FOLDER [ROUNDS].
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "article/articles.h"
#include "article/html_block_features.h"
#include "article/html_container.h"
#include "article/html_title.h"
#include "lexicon/lexicon.h"
#include "source/charset.h"
#include "source/html.h"
#include "source/html_guard.h"
#include "source/html_parser.h"
#include "text/normalise.h"

namespace {

using namespace isnad;

class Silent : public source::html::TreeReader {
  public:
    void open(const source::html::Element& element) override { seen += element.attributes.size(); }
    void close(std::string_view name) override { seen += name.size(); }
    void text(std::string_view text, std::uint64_t, std::uint64_t) override { seen += text.size(); }
    std::size_t seen = 0;
};

std::vector<std::string> files_of(const std::string& folder) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".html") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> out;
    for (const auto& path : paths) {
        std::ifstream in(path, std::ios::binary);
        out.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return out;
}

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// The best of several rounds, in seconds of the processor.
template <class Work>
double best_of(int rounds, Work work) {
    double best = 1e9;
    for (int i = 0; i < rounds; ++i) {
        const double begin = cpu_seconds();
        work();
        best = std::min(best, cpu_seconds() - begin);
    }
    return best;
}

struct Steps {
    std::vector<std::string> files;
    const lexicon::Lexicon& lexicon;
    article::BlockModel model;
    int rounds;
    std::size_t sink = 0;

    void line(const char* what, double seconds, double whole) const {
        std::printf("%-44s %8.1f us/page %6.1f %%\n", what, seconds * 1e6 / static_cast<double>(files.size()),
                    100 * seconds / whole);
    }

    void run() {
        std::size_t bytes = 0;
        for (const std::string& file : files) bytes += file.size();
        std::vector<std::string> decoded, guarded;
        for (const std::string& file : files) {
            decoded.push_back(source::decode(file, source::TextForm::html, {}).text);
            guarded.push_back(decoded.back());
            source::html::guard(guarded.back());
        }
        std::vector<PagePtr> pages;
        std::vector<NormalText> normals;
        for (const std::string& file : files) {
            pages.push_back(source::read_html(file, {}));
            normals.push_back(normalise(pages.back()->text));
        }
        const double whole = best_of(rounds, [&] {
            for (const std::string& file : files) {
                const PagePtr page = source::read_html(file, {});
                sink += article::find_articles(*page, normalise(page->text), lexicon, model).articles.size();
            }
        });
        std::printf("%zu pages, %.1f MB: %.0f pages/s, %.0f MB/s\n", files.size(),
                    static_cast<double>(bytes) / 1e6, static_cast<double>(files.size()) / whole,
                    static_cast<double>(bytes) / 1e6 / whole);
        line("whole", whole, whole);
        report_source(decoded, guarded, whole);
        report_article(pages, normals, whole);
    }

    void report_source(const std::vector<std::string>& decoded, const std::vector<std::string>& guarded,
                       double whole) {
        line("decoding",
             best_of(rounds,
                     [&] {
                         for (const std::string& file : files)
                             sink += source::decode(file, source::TextForm::html, {}).text.size();
                     }),
             whole);
        line("guard (with a copy of the page)",
             best_of(rounds,
                     [&] {
                         for (std::string page : decoded) sink += source::html::guard(page).problems.size();
                     }),
             whole);
        line("parser and walk",
             best_of(rounds,
                     [&] {
                         Silent reader;
                         for (const std::string& page : guarded) sink += source::html::parse(page, reader);
                         sink += reader.seen;
                     }),
             whole);
        line("all of the source room",
             best_of(rounds,
                     [&] {
                         for (const std::string& file : files)
                             sink += source::read_html(file, {})->text.size();
                     }),
             whole);
    }

    void report_article(const std::vector<PagePtr>& pages, const std::vector<NormalText>& normals,
                        double whole) {
        line("normal form",
             best_of(rounds,
                     [&] {
                         for (const PagePtr& page : pages) sink += normalise(page->text).search().size();
                     }),
             whole);
        const article::ChromeMarks marks(lexicon);
        std::vector<article::PageFeatures> features(pages.size());
        line("marks and features",
             best_of(rounds,
                     [&] {
                         for (std::size_t i = 0; i < pages.size(); ++i) {
                             if (pages[i]->has_markup())
                                 features[i] = article::features_of(*pages[i], normals[i], marks);
                         }
                     }),
             whole);
        report_model(pages, normals, features, whole);
    }

    void report_model(const std::vector<PagePtr>& pages, const std::vector<NormalText>& normals,
                      const std::vector<article::PageFeatures>& features, double whole) {
        std::vector<article::BlockRows> rows(pages.size());
        line("rows of blocks",
             best_of(rounds,
                     [&] {
                         for (std::size_t i = 0; i < pages.size(); ++i) {
                             if (!pages[i]->has_markup()) continue;
                             const auto chosen = article::choose_container(*pages[i]->markup, features[i]);
                             rows[i] = article::rows_of_blocks(*pages[i], features[i], chosen, {});
                         }
                     }),
             whole);
        line("trees",
             best_of(rounds,
                     [&] {
                         for (const article::BlockRows& page : rows) {
                             for (const float score : model.scores(page)) sink += score > 0;
                         }
                     }),
             whole);
        line(
            "all of the article room",
            best_of(rounds,
                    [&] {
                        for (std::size_t i = 0; i < pages.size(); ++i)
                            sink +=
                                article::find_articles(*pages[i], normals[i], lexicon, model).articles.size();
                    }),
            whole);
    }
};

}  // namespace

int main(int count, char** words) {
    if (count < 3) {
        std::fputs("usage: isnad-extract-bench LEXICON FOLDER [ROUNDS]\n", stderr);
        return 2;
    }
    const auto lexicon = isnad::lexicon::Lexicon::open(words[1]);
    if (!lexicon) {
        std::fprintf(stderr, "%s\n", lexicon.error().text().c_str());
        return 1;
    }
    Steps steps{files_of(words[2]), *lexicon.value(), article::BlockModel(*lexicon.value()),
                count > 3 ? std::atoi(words[3]) : 5};
    steps.run();
    return steps.sink == 0 ? 1 : 0;
}
