// Runs the benchmarks and ends with a table: megabytes a second, ours beside the slow obvious version, and
// the goals.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <map>
#include <string>

namespace {

// Keeps the speed of every run; "normalise/isnad" and "normalise/slow (...)" belong together.
class Table : public benchmark::ConsoleReporter {
  public:
    Table() : ConsoleReporter(OO_Tabular) {}

    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& run : runs) {
            const auto speed = run.counters.find("bytes_per_second");
            const std::string name = run.run_name.function_name;
            const std::size_t slash = name.find('/');
            if (run.error_occurred || speed == run.counters.end() || slash == std::string::npos) continue;
            Speeds& row = rows_[name.substr(0, slash)];
            if (name.compare(slash + 1, std::string::npos, "isnad") == 0) {
                row.ours = speed->second.value / 1e6;
            } else {
                row.slow = speed->second.value / 1e6;
                row.slow_name = name.substr(slash + 1);
            }
        }
        ConsoleReporter::ReportRuns(runs);
    }

    void print() const {
        std::printf("\n%-20s %12s %12s %8s   %s\n", "MB/s", "isnad", "slow", "ratio", "the slow version");
        for (const auto& [name, row] : rows_) {
            std::printf("%-20s %12.1f", name.c_str(), row.ours);
            if (row.slow > 0)
                std::printf(" %12.1f %7.1fx   %s", row.slow, row.ours / row.slow, row.slow_name.c_str());
            std::printf("\n");
        }
        const auto normalise = rows_.find("normalise");
        if (normalise == rows_.end()) return;
        std::printf("\ngoal: normalise at 300 MB/s: %s\n",
                    normalise->second.ours >= 300 ? "reached" : "NOT reached");
    }

  private:
    struct Speeds {
        double ours = 0, slow = 0;
        std::string slow_name{};
    };
    std::map<std::string, Speeds> rows_;
};

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    Table table;
    benchmark::RunSpecifiedBenchmarks(&table);
    table.print();
    return 0;
}
