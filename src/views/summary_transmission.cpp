#include "views/summary_transmission.h"

#include <algorithm>
#include <map>
#include <set>

#include "views/dossier_summary_text.h"
#include "views/page_dates.h"
#include "views/terminal_marks.h"

namespace isnad::views {
namespace {

using terminal::dot;

constexpr std::size_t roots_cap = 12, branches_cap = 16, name_columns_of_tree = 60;
const std::string tee = "\u251C\u2500 ", elbow = "\u2514\u2500 ", bar = "\u2502  ", gap = "   ";

// Ways that begin alike have their beginning in common.
struct Branch {
    std::uint32_t node = 0;
    std::size_t statements = 0;
    std::vector<std::size_t> under{};  // branches, most statements first
};

class Tree {
  public:
    Tree(const Dossier& dossier, const DossierStyle& style, const Labels& labels, Transmission whole)
        : dossier_(dossier), style_(style), labels_(labels), whole_(std::move(whole)) {
        for (const TransmissionPath& path : whole_.paths) grow(path);
        for (Branch& branch : branches_) sort(branch.under);
        sort_roots();
    }

    std::vector<std::string> write() {
        const std::size_t shown = roots_.size() <= roots_cap + 1 ? roots_.size() : roots_cap;
        for (std::size_t i = 0; i < shown; ++i) {
            const Branch& root = branches_[roots_[i]];
            add("", "", named(root) + dot + count("said", root.statements));
            write_under(root, "");
        }
        if (shown < roots_.size()) write_others(shown);
        return std::move(lines_);
    }

  private:
    void grow(const TransmissionPath& path) {
        std::size_t at = nowhere;
        for (const std::uint32_t node : path.nodes) {
            const auto [known, added] = known_.try_emplace({at, node}, branches_.size());
            if (added) {
                (at == nowhere ? roots_ : branches_[at].under).push_back(branches_.size());
                branches_.push_back({node});
            }
            at = known->second;
            branches_[at].statements += path.statements;
            outlets_[path.nodes.front()].insert(path.nodes.back());
        }
    }

    void sort(std::vector<std::size_t>& under) const {
        std::stable_sort(under.begin(), under.end(), [&](std::size_t a, std::size_t b) {
            const Branch &left = branches_[a], &right = branches_[b];
            return left.statements != right.statements ? left.statements > right.statements
                                                       : left.node < right.node;
        });
    }

    // Those that feed several outlets come first where not all can be shown.
    void sort_roots() {
        sort(roots_);
        if (roots_.size() <= roots_cap + 1) return;
        std::stable_partition(roots_.begin(), roots_.end(),
                              [&](std::size_t root) { return outlets_[branches_[root].node].size() > 1; });
    }

    std::string label(std::string_view id) const { return std::string(labels_[id].in(style_.arabic)); }

    std::string count(std::string_view noun, std::uint64_t n) const {
        return filled(labels_.counted(noun, n), grouped(static_cast<double>(n))).in(style_.arabic);
    }

    std::string named(const Branch& branch) const {
        const TransmissionNode& node = whole_.nodes[branch.node];
        const std::string name = name_of(dossier_, node, style_.arabic, name_columns_of_tree);
        std::string out = name.empty() ? label(node.kind) : isolated(name);
        const bool tell = node.role == TransmissionNode::Role::carrier || node.kind == "link.unnamed";
        if (tell && !name.empty()) out += " (" + label(node.kind) + ")";
        return out;
    }

    void write_under(const Branch& branch, const std::string& before) {
        const std::size_t all = branch.under.size(), shown = all <= branches_cap + 1 ? all : branches_cap;
        for (std::size_t i = 0; i < shown; ++i) {
            const bool last = i + 1 == all;
            // Where a way does not part, its steps stand in one line.
            const Branch* next = &branches_[branch.under[i]];
            std::string names = named(*next);
            while (next->under.size() == 1 && branches_[next->under[0]].statements == next->statements) {
                next = &branches_[next->under[0]];
                names += (style_.arabic ? " \u2190 " : " \u2192 ") + named(*next);
            }
            const std::string under = before + (last ? gap : bar);
            add(before + (last ? elbow : tee), under, names + dot + count("said", next->statements));
            write_under(*next, under);
        }
        if (shown < all) add(before + elbow, before + gap, count("more_claims", all - shown));
    }

    void write_others(std::size_t shown) {
        std::size_t statements = 0;
        std::set<std::uint32_t> outlets;
        for (std::size_t i = shown; i < roots_.size(); ++i) {
            const Branch& root = branches_[roots_[i]];
            statements += root.statements;
            outlets.insert(outlets_[root.node].begin(), outlets_[root.node].end());
        }
        add("", "", count("more_speakers", roots_.size() - shown) + dot + count("said", statements));
        add(elbow, gap, count("outlets", outlets.size()));
    }

    void add(const std::string& first, const std::string& next, const std::string& text) {
        const std::size_t taken = columns_of(first) + 2;
        const std::string lines = wrapped(text, std::max<std::size_t>(style_.width, 40 + taken) - taken, 0);
        for (std::size_t at = 0; at < lines.size();) {
            const std::size_t end = lines.find('\n', at);
            lines_.push_back((at == 0 ? first : next) + lines.substr(at, end - at));
            at = end + 1;
        }
    }

    static constexpr std::size_t nowhere = ~std::size_t{0};

    const Dossier& dossier_;
    const DossierStyle& style_;
    const Labels& labels_;
    Transmission whole_;
    std::vector<Branch> branches_;
    std::vector<std::size_t> roots_;
    std::map<std::pair<std::size_t, std::uint32_t>, std::size_t> known_;
    std::map<std::uint32_t, std::set<std::uint32_t>> outlets_;  // that a first hand feeds
    std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> transmission_tree(const Dossier& dossier, Transmission whole,
                                           const DossierStyle& style, const Labels& labels) {
    return Tree(dossier, style, labels, std::move(whole)).write();
}

}  // namespace isnad::views
