// Gradient boosting of small regression trees for a yes or no (Friedman 2001; histograms of quantiles and
// second-order leaves as in Chen and Guestrin 2016). Deterministic for a seed; one thread.
//
// boosted-trees DATA MODEL SCORES TREES LEAVES RATE FOLDS SEED ROWS COLUMNS WEIGHT LAMBDA
//
// DATA is binary, little endian: uint32 rows, uint32 columns, then float values[rows][columns], float
// label[rows] (0..1), float weight[rows], int32 fold[rows]. A row of fold k is scored by trees that saw no
// row of fold k modulo FOLDS; the scores (float, log odds) go to SCORES. MODEL gets the trees of all rows: a
// line each, nodes in preorder, "column:threshold" or the value of a leaf. ROWS and COLUMNS are the shares
// drawn for each tree, WEIGHT the least sum of second derivatives in a leaf, LAMBDA the ridge of its value.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <numeric>
#include <random>
#include <string>
#include <vector>

namespace {

constexpr std::size_t most_bins = 64, quantiles = 48, least_rows = 20;

struct Data {
    std::uint32_t rows = 0, columns = 0;
    std::vector<float> values, label, weight;
    std::vector<std::int32_t> fold;

    const float* row(std::size_t i) const { return values.data() + i * columns; }
};

struct Settings {
    int trees = 0;
    std::size_t leaves = 0;
    double rate = 0;
    int folds = 0;
    std::uint64_t seed = 0;
    double rows = 0, columns = 0, least_weight = 0, lambda = 0;
};

template <class T>
void read(std::ifstream& in, std::vector<T>& out, std::size_t size) {
    out.resize(size);
    in.read(reinterpret_cast<char*>(out.data()), static_cast<std::streamsize>(size * sizeof(T)));
}

Data read_data(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::vector<std::uint32_t> head;
    read(in, head, 2);
    Data data;
    data.rows = head[0];
    data.columns = head[1];
    read(in, data.values, std::size_t{data.rows} * data.columns);
    read(in, data.label, data.rows);
    read(in, data.weight, data.rows);
    read(in, data.fold, data.rows);
    return data;
}

// Each column in at most most_bins steps: `step[i]` is how many of the cuts lie below the value.
struct Column {
    std::vector<float> cuts;
    std::vector<std::uint8_t> step;
};

std::vector<Column> columns_of(const Data& data) {
    std::vector<Column> out(data.columns);
    for (std::size_t c = 0; c < data.columns; ++c) {
        std::vector<float> sorted(data.rows);
        for (std::size_t i = 0; i < data.rows; ++i) sorted[i] = data.row(i)[c];
        std::sort(sorted.begin(), sorted.end());
        std::vector<float> all = sorted;
        all.erase(std::unique(all.begin(), all.end()), all.end());
        std::vector<float>& cuts = out[c].cuts;
        if (all.size() <= quantiles) {
            for (std::size_t i = 0; i + 1 < all.size(); ++i) cuts.push_back((all[i] + all[i + 1]) / 2);
        } else {
            std::vector<double> shares;
            for (std::size_t i = 1; i < quantiles; ++i) shares.push_back(static_cast<double>(i) / quantiles);
            for (const double share : {0.985, 0.99, 0.995, 0.998}) shares.push_back(share);
            std::sort(shares.begin(), shares.end());
            for (const double share : shares) {
                const float cut = sorted[static_cast<std::size_t>(share * data.rows)];
                if (cuts.empty() || cut > cuts.back()) cuts.push_back(cut);
            }
        }
        for (std::size_t i = 0; i < data.rows; ++i) {
            const auto at = std::lower_bound(cuts.begin(), cuts.end(), data.row(i)[c]) - cuts.begin();
            out[c].step.push_back(static_cast<std::uint8_t>(at));
        }
    }
    return out;
}

struct Node {
    int column = -1;  // none for a leaf
    std::size_t cut = 0;
    float value = 0;  // the cut, or what the leaf adds
    std::size_t left = 0, right = 0;
};
using Tree = std::vector<Node>;

struct Leaf {
    std::vector<std::uint32_t> rows;
    double slope = 0, bend = 0;  // sums of the first and second derivatives
    std::size_t node = 0;
    double gain = 0;
    std::size_t column = 0, cut = 0;
};

class Booster {
  public:
    Booster(const Data& data, const std::vector<Column>& columns, const Settings& set)
        : data_(data), columns_(columns), set_(set), chance_(set.seed) {}

    // `rows` to learn from. The first tree is one leaf.
    std::vector<Tree> run(const std::vector<std::uint32_t>& rows) {
        scores_.assign(data_.rows, 0);
        slope_.assign(data_.rows, 0);
        bend_.assign(data_.rows, 0);
        std::vector<Tree> out{start(rows)};
        for (int i = 0; i < set_.trees; ++i) {
            derive(rows);
            out.push_back(grow(rows));
            for (const std::uint32_t row : rows) scores_[row] += value_at(out.back(), row);
        }
        return out;
    }

  private:
    Tree start(const std::vector<std::uint32_t>& rows) {
        double yes = 0, all = 0;
        for (const std::uint32_t row : rows) {
            yes += static_cast<double>(data_.weight[row]) * static_cast<double>(data_.label[row]);
            all += static_cast<double>(data_.weight[row]);
        }
        Node node;
        node.value = static_cast<float>(std::log(yes / (all - yes)));
        for (const std::uint32_t row : rows) scores_[row] = node.value;
        return {node};
    }

    void derive(const std::vector<std::uint32_t>& rows) {
        for (const std::uint32_t row : rows) {
            const double p = 1 / (1 + std::exp(-static_cast<double>(scores_[row])));
            const auto weight = static_cast<double>(data_.weight[row]);
            slope_[row] = weight * (static_cast<double>(data_.label[row]) - p);
            bend_[row] = weight * std::max(p * (1 - p), 1e-6);
        }
    }

    double draw() { return static_cast<double>(chance_() >> 11) * 0x1p-53; }

    // Leaf by leaf, the greatest gain first.
    Tree grow(const std::vector<std::uint32_t>& rows) {
        std::vector<std::size_t> open(data_.columns);
        std::iota(open.begin(), open.end(), std::size_t{0});
        for (std::size_t i = open.size(); i-- > 1;) std::swap(open[i], open[chance_() % (i + 1)]);
        open.resize(std::max<std::size_t>(1, static_cast<std::size_t>(set_.columns * data_.columns)));
        Leaf root;
        for (const std::uint32_t row : rows) {
            if (draw() < set_.rows) add(root, row);
        }
        find_split(root, open);
        Tree tree(1);
        std::vector<Leaf> leaves{std::move(root)};
        while (leaves.size() < set_.leaves) {
            const auto best = std::max_element(leaves.begin(), leaves.end(),
                                               [](const Leaf& a, const Leaf& b) { return a.gain < b.gain; });
            if (best->gain <= 1e-6) break;
            Leaf leaf = std::move(*best);
            auto [left, right] = split(leaf, tree);
            find_split(left, open);
            find_split(right, open);
            *best = std::move(left);
            leaves.push_back(std::move(right));
        }
        for (const Leaf& leaf : leaves)
            tree[leaf.node].value = static_cast<float>(set_.rate * leaf.slope / (leaf.bend + set_.lambda));
        return tree;
    }

    void add(Leaf& leaf, std::uint32_t row) const {
        leaf.rows.push_back(row);
        leaf.slope += slope_[row];
        leaf.bend += bend_[row];
    }

    std::pair<Leaf, Leaf> split(const Leaf& leaf, Tree& tree) const {
        const Column& column = columns_[leaf.column];
        std::pair<Leaf, Leaf> out;
        for (const std::uint32_t row : leaf.rows)
            add(column.step[row] <= leaf.cut ? out.first : out.second, row);
        out.first.node = tree.size();
        out.second.node = tree.size() + 1;
        tree[leaf.node] = {static_cast<int>(leaf.column), leaf.cut, column.cuts[leaf.cut], out.first.node,
                           out.second.node};
        tree.resize(tree.size() + 2);
        return out;
    }

    void find_split(Leaf& leaf, const std::vector<std::size_t>& open) const {
        leaf.gain = 0;
        if (leaf.rows.size() < least_rows) return;
        const double whole = leaf.slope * leaf.slope / (leaf.bend + set_.lambda);
        for (const std::size_t c : open) {
            const Column& column = columns_[c];
            std::array<double, most_bins> slope{}, bend{};
            for (const std::uint32_t row : leaf.rows) {
                slope[column.step[row]] += slope_[row];
                bend[column.step[row]] += bend_[row];
            }
            double left = 0, left_bend = 0;
            for (std::size_t cut = 0; cut < column.cuts.size(); ++cut) {
                left += slope[cut];
                left_bend += bend[cut];
                const double right = leaf.slope - left, right_bend = leaf.bend - left_bend;
                if (left_bend < set_.least_weight || right_bend < set_.least_weight) continue;
                const double gain = left * left / (left_bend + set_.lambda) +
                                    right * right / (right_bend + set_.lambda) - whole;
                if (gain <= leaf.gain) continue;
                leaf.gain = gain;
                leaf.column = c;
                leaf.cut = cut;
            }
        }
    }

    float value_at(const Tree& tree, std::uint32_t row) const {
        std::size_t at = 0;
        while (tree[at].column >= 0) {
            const Column& column = columns_[static_cast<std::size_t>(tree[at].column)];
            at = column.step[row] <= tree[at].cut ? tree[at].left : tree[at].right;
        }
        return tree[at].value;
    }

    const Data& data_;
    const std::vector<Column>& columns_;
    const Settings& set_;
    std::mt19937_64 chance_;
    std::vector<float> scores_;
    std::vector<double> slope_, bend_;
};

float score(const std::vector<Tree>& trees, const float* row) {
    float out = 0;
    for (const Tree& tree : trees) {
        std::size_t at = 0;
        while (tree[at].column >= 0)
            at = row[tree[at].column] <= tree[at].value ? tree[at].left : tree[at].right;
        out += tree[at].value;
    }
    return out;
}

void write(std::FILE* out, const Tree& tree, std::size_t at) {
    if (tree[at].column < 0) {
        std::fprintf(out, " %.4g", static_cast<double>(tree[at].value));
        return;
    }
    std::fprintf(out, " %d:%.6g", tree[at].column, static_cast<double>(tree[at].value));
    write(out, tree, tree[at].left);
    write(out, tree, tree[at].right);
}

void train(const Data& data, const Settings& set, const std::string& model, const std::string& scores) {
    const std::vector<Column> columns = columns_of(data);
    std::vector<float> out(data.rows);
    for (int fold = 0; fold <= set.folds; ++fold) {  // the last learns from all
        std::vector<std::uint32_t> rows;
        for (std::uint32_t i = 0; i < data.rows; ++i) {
            if (data.fold[i] % set.folds != fold) rows.push_back(i);
        }
        const std::vector<Tree> trees = Booster(data, columns, set).run(rows);
        for (std::uint32_t i = 0; i < data.rows; ++i) {
            if (data.fold[i] % set.folds == fold) out[i] = score(trees, data.row(i));
        }
        if (fold < set.folds) continue;
        std::FILE* file = std::fopen(model.c_str(), "w");
        if (file == nullptr) return;
        for (const Tree& tree : trees) {
            write(file, tree, 0);
            std::fputc('\n', file);
        }
        std::fclose(file);
    }
    std::ofstream(scores, std::ios::binary)
        .write(reinterpret_cast<const char*>(out.data()),
               static_cast<std::streamsize>(out.size() * sizeof(float)));
}

}  // namespace

int main(int count, char** words) {
    if (count != 13) {
        std::fputs(
            "usage: boosted-trees DATA MODEL SCORES TREES LEAVES RATE FOLDS SEED ROWS COLUMNS WEIGHT "
            "LAMBDA\n",
            stderr);
        return 2;
    }
    Settings set;
    set.trees = std::atoi(words[4]);
    set.leaves = static_cast<std::size_t>(std::atoi(words[5]));
    set.rate = std::atof(words[6]);
    set.folds = std::max(1, std::atoi(words[7]));
    set.seed = std::strtoull(words[8], nullptr, 10);
    set.rows = std::atof(words[9]);
    set.columns = std::atof(words[10]);
    set.least_weight = std::atof(words[11]);
    set.lambda = std::atof(words[12]);
    train(read_data(words[1]), set, words[2], words[3]);
    return 0;
}
