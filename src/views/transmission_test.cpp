#include "views/transmission.h"

#include "tests/views/dossier_by_hand.h"
#include "views/dossier_page.h"
#include "views/dossier_summary_text.h"
#include "views/summary_transmission.h"
#include "views/transmission_layout.h"

namespace isnad::views {
namespace {

using Role = TransmissionNode::Role;

Dossier dossier_of_pages(const std::vector<std::pair<std::string, std::string>>& rows) {
    std::vector<PageAnalysis> pages;
    for (const auto& [address, text] : rows) {
        source::Origin origin{.path = "p.txt", .address = address, .fetched = {}, .cut = false};
        pages.push_back(engine::analyze(source::read_plain_text(text, std::move(origin)), page_knowledge()));
    }
    return bare_dossier(engine::collect_pages(std::move(pages), page_knowledge()));
}

// The pages of the table, and the steps it wants.
struct ToldStory {
    Dossier dossier;
    std::vector<std::string> steps;

    ToldStory() {
        std::vector<std::pair<std::string, std::string>> pages;
        for (const TsvCase& row : tsv_cases("src/views/transmission_test.tsv", 6)) {
            if (row.cells[0] != "steps") {
                pages.emplace_back(row.cells[0], row.cells[1]);
                continue;
            }
            std::string step;
            for (std::size_t i = 1; i < 6; ++i) step += row.cells[i] + (i < 5 ? "|" : "");
            steps.push_back(step);
        }
        dossier = dossier_of_pages(pages);
    }

    Transmission whole() const { return Transmissions(dossier).of(dossier.stories.front()); }
};

// A graph of so many sources, each through one of the carriers to one of the outlets.
Transmission spread(std::size_t sources, std::size_t carriers, std::size_t outlets) {
    Transmission out;
    const auto add = [&](Role role, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            TransmissionNode node{.role = role, .kind = "link.speaker"};
            node.statements = count - i;
            out.nodes.push_back(std::move(node));
        }
    };
    add(Role::source, sources);
    add(Role::carrier, carriers);
    add(Role::outlet, outlets);
    for (std::uint32_t i = 0; i < sources; ++i) {
        const auto carrier = static_cast<std::uint32_t>(sources + i % carriers),
                   outlet = static_cast<std::uint32_t>(sources + carriers + i % outlets);
        out.paths.push_back({{i, carrier, outlet}, i + 1});
        out.paths.push_back({{i, outlet}, 1});
        out.paths.push_back({{i, carrier, static_cast<std::uint32_t>(sources), outlet}, 1});
    }
    for (TransmissionPath& path : out.paths) {
        if (path.nodes.size() == 4 && path.nodes[1] == path.nodes[2])
            path.nodes.erase(path.nodes.begin() + 1);
    }
    return folded(out, {1000, 1000, 1000});
}

TEST(Transmission, CountsTheStepsOfEveryStatement) {
    const ToldStory story;
    const Transmission whole = story.whole();
    std::vector<std::string> got;
    const auto named = [&](std::uint32_t at) {
        const TransmissionNode& node = whole.nodes[at];
        return name_of(story.dossier, node, true, 90) + "|" + node.kind.substr(5);
    };
    for (const TransmissionEdge& edge : whole.edges)
        got.push_back(named(edge.from) + "|" + named(edge.to) + "|" + std::to_string(edge.statements));
    EXPECT_EQ(got, story.steps);
}

TEST(Transmission, WhatArrivesIsWhatWasSent) {
    for (const auto& [sources, carriers, outlets] : {std::array{1, 1, 1}, {40, 3, 7}, {200, 30, 90}}) {
        const Transmission whole = spread(std::size_t(sources), std::size_t(carriers), std::size_t(outlets));
        for (const Transmission& one : {whole, folded(whole, {})}) {
            std::vector<std::size_t> in(one.nodes.size()), out(one.nodes.size());
            for (const TransmissionEdge& edge : one.edges) {
                out[edge.from] += edge.statements;
                in[edge.to] += edge.statements;
            }
            for (std::size_t i = 0; i < one.nodes.size(); ++i) {
                const bool arrives = one.nodes[i].role == Role::outlet;
                EXPECT_EQ(arrives ? in[i] : out[i], one.nodes[i].statements);
                EXPECT_LE(in[i], one.nodes[i].statements);
            }
        }
    }
}

TEST(Transmission, FoldsTheLightestIntoOthers) {
    const Transmission whole = spread(40, 11, 18), less = folded(whole, {});
    EXPECT_EQ(less.count(Role::source), 13u);
    EXPECT_EQ(less.count(Role::carrier), 11u) << "one too many takes the room of one other";
    EXPECT_EQ(less.count(Role::outlet), 17u);
    EXPECT_EQ(less.nodes[12].others, 28u);
    EXPECT_EQ(less.nodes[12].role, Role::source);
    for (std::size_t i = 1; i < 12; ++i) EXPECT_GE(less.nodes[i - 1].statements, less.nodes[i].statements);
}

TEST(TransmissionLayout, BoxesAndBandsKeepApart) {
    for (const auto& [sources, carriers, outlets] : {std::array{1, 1, 1}, {12, 3, 7}, {200, 30, 90}}) {
        const Transmission shown = spread(std::size_t(sources), std::size_t(carriers), std::size_t(outlets));
        const Transmission drawn = folded(shown, {});
        const FlowLayout layout = layout_of(drawn, std::vector<double>(drawn.nodes.size(), 30));
        for (const FlowBox& a : layout.boxes) {
            EXPECT_GE(a.top, 0);
            EXPECT_LE(a.top + a.height, layout.height + 0.01);
            for (const FlowBox& b : layout.boxes) {
                if (&a == &b || a.column != b.column) continue;
                EXPECT_TRUE(a.top + a.height <= b.top || b.top + b.height <= a.top);
            }
            for (const FlowBand& band : layout.bands) {
                for (std::size_t i = 1; i + 1 < band.points.size(); ++i) {
                    const FlowPoint& point = band.points[i];
                    EXPECT_TRUE(point.column != a.column || point.top >= a.top + a.height)
                        << "a band passes through a box";
                }
            }
        }
    }
}

TEST(TransmissionTree, FoldsSourcesOfOneOutlet) {
    const Labels labels(*page_lexicon());
    const Transmission whole = spread(40, 3, 20);
    const auto tree = transmission_tree(dossier_by_hand(), whole, {.arabic = false, .width = 60}, labels);
    std::size_t roots = 0;
    for (const std::string& line : tree) {
        EXPECT_TRUE(columns_of(line) <= 60) << line;
        if (!line.starts_with("\u251C") && !line.starts_with("\u2514") && !line.starts_with("\u2502") &&
            !line.starts_with(" "))
            ++roots;
    }
    EXPECT_EQ(roots, 13u);
    EXPECT_NE(tree[tree.size() - 2].find("28 more speakers"), std::string::npos) << tree[tree.size() - 2];
}

TEST(Transmission, HostileNamesAreCut) {
    std::string long_name = "\u202E<script>alert(1)</script>";
    for (int i = 0; i < 10000; ++i) long_name += "x";
    Dossier dossier = dossier_of_pages(
        {{"https://a.example/" + long_name, ToldStory().dossier.collection.pages[0].page->text}});
    dossier.collection.entities.front().ar = long_name;
    const std::string page = dossier_page(dossier, {}, *page_lexicon(), "0");
    const std::size_t begin = page.find("class=\"transmission\""), end = page.find("</section>", begin);
    ASSERT_NE(begin, std::string::npos);
    const std::string section = page.substr(begin, end - begin);
    EXPECT_EQ(section.find("<script"), std::string::npos);
    EXPECT_EQ(section.find("\u202E"), std::string::npos);
    EXPECT_LT(section.size(), 8000u);
}

}  // namespace
}  // namespace isnad::views
