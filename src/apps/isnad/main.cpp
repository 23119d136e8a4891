// isnad: the command line. Options are read here, and nowhere else; each verb lies in its own file.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "apps/isnad/verbs.h"

namespace isnad::apps {
namespace {

constexpr const char* about_inputs =
    R"(Inputs: pages (HTML, text), directories of them, - for standard input, and containers: WARC and WET, JSON Lines,
JSON, CSV and TSV, feeds, zip and tar; each also as .gz .zst .xz .bz2. What a file is, its bytes tell.

Exit status: 0 done, 1 problem with input (what could be read was read), 2 usage, 3 the environment failed,
130 interrupted.
Environment: ISNAD_LEXICON (compiled lexicon), NO_COLOR.)";

constexpr const char* analyze_examples = R"(Examples:
  isnad analyze page.html                read a page; articles, names, times and quantities in colour
  isnad analyze --json pages/            all pages of a directory, one JSON object a line, offsets in code points
  cat page.txt | isnad analyze -         a page from a pipe
  isnad analyze --json --output read.jsonl crawl.warc.gz
                                         a crawl into a file; the same with --resume goes on when it was stopped
  isnad analyze --json --fields text=body,url=link,date=ts news.jsonl.zst
                                         records whose fields have names of their own
  isnad analyze --lexicon mine/ page.txt with your own tables laid over ours

)";

constexpr const char* dossier_examples = R"(Examples:
  isnad dossier pages/*.html             many pages: what they agree on, where they differ, who says so
  isnad dossier --html story.html news/  the same as one page for a browser
  isnad dossier --json crawl.warc.gz     for programs
  isnad dossier --fields text=body,date=ts news.csv

)";

// Where the compiled lexicon lies: the environment, beside the program, or in share/ of the prefix it is
// installed in.
std::string find_lexicon() {
    if (const char* named = std::getenv("ISNAD_LEXICON")) return named;
    std::error_code failed;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failed);
    for (const char* place : {"lexicon.bin", "../share/isnad/lexicon.bin"}) {
        const auto path = program.parent_path() / place;
        if (std::filesystem::exists(path, failed)) return path.lexically_normal().string();
    }
    return "lexicon.bin";
}

// A day in ISO 8601; what follows it ("T12:00Z") is of no use yet and is left alone.
std::string check_day(const std::string& text) {
    return parse_iso_day(text.substr(0, 10)) ? "" : "must begin with a day like 2025-08-13";
}

std::string check_fields(const std::string& text) {
    const auto map = source::FieldMap::parse(text);
    return map ? "" : map.error().text();
}

void add_options(CLI::App& verb, Options& options, std::string& now) {
    verb.add_option("INPUT", options.inputs, "files, directories, containers; - reads standard input")
        ->required();
    verb.add_flag("--json", options.json, "JSON (docs/formats/)");
    verb.add_option("--fields", options.fields,
                    "names of fields in JSON and tables, such as text=body,url=link,date=ts")
        ->check(check_fields)
        ->type_name("MAP");
    verb.add_option("--lexicon", options.lexicon, "directory with tables to lay over the lexicon");
    verb.add_option("--lang", options.lang, "language of labels")
        ->check(CLI::IsMember({"ar", "en"}))
        ->capture_default_str();
    verb.add_option("--now", now, "day of fetch where the input tells none, such as 2025-08-13")
        ->check(check_day);
    verb.add_option("--threads", options.threads, "threads to read with; 0: as many as the machine has")
        ->capture_default_str();
    verb.add_flag("-q,--quiet", options.quiet, "no problem notes and no progress on stderr");
}

void add_verbs(CLI::App& app, Options& options, std::string& now) {
    CLI::App& analyze_verb =
        *app.add_subcommand("analyze", "read pages: articles, names, times, quantities, statements, events");
    add_options(analyze_verb, options, now);
    CLI::Option* output = analyze_verb.add_option("--output", options.output,
                                                  "write to this file, with its position in FILE.position");
    output->type_name("FILE");
    analyze_verb.add_flag("--resume", options.resume, "go on with that file where it was stopped")
        ->needs(output);
    analyze_verb.footer(std::string(analyze_examples) + about_inputs);
    CLI::App& dossier_verb = *app.add_subcommand("dossier", "read many pages, connect them, tell");
    add_options(dossier_verb, options, now);
    dossier_verb.add_option("--html", options.html, "write one self-contained page to this file");
    dossier_verb.footer(std::string(dossier_examples) + about_inputs);
    app.footer(std::string(dossier_examples) + analyze_examples + about_inputs);
}

int run(int argc, char** argv) {
    CLI::App app("Isnad reads Arabic news and tells who said what, when, and through whom.", "isnad");
    app.set_version_flag("--version", ISNAD_VERSION);
    app.require_subcommand(1);
    Options options;
    std::string now;
    add_verbs(app, options, now);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? exit_done : exit_usage;
    }
    if (!now.empty()) options.now = parse_iso_day(std::string_view(now).substr(0, 10));
    if (auto map = source::FieldMap::parse(options.fields)) options.field_map = std::move(map).value();
    options.lexicon_image = find_lexicon();
    return app.got_subcommand("dossier") ? dossier(options) : analyze(options);
}

}  // namespace
}  // namespace isnad::apps

int main(int argc, char** argv) {
    try {
        return isnad::apps::run(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "isnad: %s\n", error.what());
        return isnad::apps::exit_environment;
    }
}
