#include "views/page_transmission.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "views/dossier_summary_text.h"
#include "views/transmission_layout.h"

namespace isnad::views {
namespace {

using Role = TransmissionNode::Role;

constexpr std::size_t name_columns = 90, targets_cap = 12;
constexpr std::array<std::string_view, 3> headings = {"flow.sources", "flow.carriers", "flow.outlets"},
                                          more = {"more_speakers", "more_carriers", "more_outlets"};
constexpr double line_height = 21, kind_height = 18, frame = 10;  // pixels of a box
constexpr double across = 1000;  // units of the picture; its width in pixels is that of the page

// Names longer than this take two lines: about what a box holds beside a dot and a number.
constexpr std::size_t one_line = 16;

bool is_long(const Dossier& dossier, const TransmissionNode& node) {
    return std::max(columns_of(name_of(dossier, node, true, name_columns)),
                    columns_of(name_of(dossier, node, false, name_columns))) > one_line ||
           node.others > 0;
}

bool tells_kind(const TransmissionNode& node) {
    return node.role == Role::carrier && !node.is_kind_alone && node.others == 0;
}

std::vector<double> heights_of(const Dossier& dossier, const Transmission& shown) {
    std::vector<double> out;
    for (const TransmissionNode& node : shown.nodes)
        out.push_back(frame + line_height * (is_long(dossier, node) ? 2 : 1) +
                      (tells_kind(node) ? kind_height : 0));
    return out;
}

class FlowPicture {
  public:
    FlowPicture(Sheet& sheet, const PageTransmission& page, Transmission shown)
        : sheet_(sheet),
          out_(sheet.out),
          page_(page),
          shown_(std::move(shown)),
          layout_(layout_of(shown_, heights_of(sheet.dossier, shown_))) {
        const auto columns = static_cast<double>(layout_.columns);
        box_ = columns < 3 ? 0.36 : columns < 4 ? 0.26 : 0.2;
        step_ = columns < 2 ? 0 : (1 - box_) / (columns - 1);
        feeds_.resize(shown_.nodes.size());
        for (const TransmissionEdge& edge : shown_.edges) feeds_[edge.from].push_back(&edge);
    }

    void write() {
        const std::string size = fmt::format("--h:{:.0f}px", layout_.height);
        out_.open("figure", {{"class", shown_.copies.empty() ? "flow" : "flow has-copies"}, {"style", size}});
        out_.open("div", {{"class", "hands"}});
        write_bands();
        for (const Role role : {Role::source, Role::carrier, Role::outlet}) write_column(role);
        out_.close();
        if (!shown_.copies.empty()) write_copies();
        out_.close();
    }

  private:
    // Both languages, for what a label cannot stand in: titles of a drawing.
    std::string name(std::uint32_t node) const {
        const TransmissionNode& is = shown_.nodes[node];
        if (is.others > 0) return "\u2026";
        const std::string known = name_of(sheet_.dossier, is, true, name_columns);
        return known.empty() ? std::string(sheet_.labels[is.kind].ar) : known;
    }

    std::string place(double column) const { return fmt::format("{:.2f}%", column * step_ * 100); }

    // The class that colours what starts at a node: that of its origin.
    std::string colour_of(std::uint32_t node) const {
        const auto origin = page_.origin_of(shown_.nodes[node]);
        if (!origin) return "plain";
        const std::string dot = Sheet::dot_class(sheet_.origin_number(*origin));
        return dot.substr(4, 2);
    }

    void write_bands() {
        const std::string view = fmt::format("0 0 {:.0f} {:.0f}", across, layout_.height);
        out_.open("svg",
                  {{"class", "bands"}, {"viewBox", view}, {"preserveAspectRatio", "none"}, {"role", "img"}});
        const Label title = sheet_.labels["section.transmission"];
        out_.element("title", fmt::format("{} / {}", title.ar, title.en));
        for (const FlowBand& band : layout_.bands) {
            const TransmissionEdge& edge = shown_.edges[band.edge];
            const std::string path = path_of(band), colour = colour_of(edge.from);
            out_.open("path", {{"d", path}, {"class", colour}});
            out_.element("title",
                         fmt::format("{} \u2190 {}: {}", name(edge.from), name(edge.to), edge.statements));
            out_.close();
        }
        out_.close();
    }

    // The upper edge of a band from its first point to its last, then the lower edge back.
    std::string path_of(const FlowBand& band) const {
        const auto left = [&](const FlowPoint& point) {
            return static_cast<double>(point.column) * step_ * across;
        };
        const auto right = [&](const FlowPoint& point) { return left(point) + box_ * across; };
        const auto curve = [](double from, double y0, double to, double y1) {
            return fmt::format("C{0:.1f} {1:.1f} {0:.1f} {2:.1f} {3:.1f} {2:.1f}", (from + to) / 2, y0, y1,
                               to);
        };
        const auto& points = band.points;
        if (points.back().column <= points.front().column) return path_back(band);
        std::string out = fmt::format("M{:.1f} {:.1f}", right(points.front()), points.front().top);
        for (std::size_t i = 1; i < points.size(); ++i) {
            out += curve(right(points[i - 1]), points[i - 1].top, left(points[i]), points[i].top);
            if (i + 1 < points.size()) out += fmt::format("H{:.1f}", right(points[i]));
        }
        out += fmt::format("V{:.1f}", points.back().top + band.width);
        for (std::size_t i = points.size() - 1; i > 0; --i) {
            out += curve(left(points[i]), points[i].top + band.width, right(points[i - 1]),
                         points[i - 1].top + band.width);
            if (i > 1) out += fmt::format("H{:.1f}", left(points[i - 1]));
        }
        return out + "Z";
    }

    // Between boxes of one column, or to one before: around their far sides.
    std::string path_back(const FlowBand& band) const {
        const FlowPoint &from = band.points.front(), &to = band.points.back();
        const double gap = (step_ - box_) * across, low = band.width;
        const double x0 = (static_cast<double>(from.column) * step_ + box_) * across,
                     x1 = (static_cast<double>(to.column) * step_ + box_) * across, far = x0 + gap / 2;
        return fmt::format(
            "M{0:.1f} {2:.1f}C{4:.1f} {2:.1f} {4:.1f} {3:.1f} {1:.1f} {3:.1f}V{6:.1f}"
            "C{4:.1f} {6:.1f} {4:.1f} {5:.1f} {0:.1f} {5:.1f}Z",
            x0, x1, from.top, to.top, far, from.top + low, to.top + low);
    }

    void write_column(Role role) {
        if (shown_.count(role) == 0) return;
        const auto id = static_cast<std::size_t>(role);
        const auto first = std::find_if(shown_.nodes.begin(), shown_.nodes.end(),
                                        [&](const TransmissionNode& node) { return node.role == role; });
        const std::size_t at = static_cast<std::size_t>(first - shown_.nodes.begin());
        std::size_t column = layout_.boxes[at].column;
        for (const FlowBox& box : layout_.boxes) {
            if (shown_.nodes[box.node].role == role) column = std::min(column, box.column);
        }
        const std::string style = fmt::format("--x:{}", place(static_cast<double>(column)));
        out_.open("h3", {{"style", style}});
        sheet_.label(headings[id]);
        out_.close().open("ul");
        for (const FlowBox& box : layout_.boxes) {
            if (shown_.nodes[box.node].role == role) write_box(box);
        }
        out_.close();
    }

    void write_box(const FlowBox& box) {
        const TransmissionNode& node = shown_.nodes[box.node];
        const std::string style =
            fmt::format("--x:{};--w:{:.2f}%;--y:{:.1f}px;--b:{:.1f}px",
                        place(static_cast<double>(box.column)), box_ * 100, box.top, box.height);
        const std::string kind = std::string(is_long(sheet_.dossier, node) ? "hand long " : "hand ") +
                                 node.kind.substr(node.kind.find('.') + 1);
        const std::string full = name_of(sheet_.dossier, node, true, name_columns);
        out_.open("li", {{"class", kind}, {"style", style}, {full.empty() ? "" : "title", full}});
        out_.open("div", {{"class", "hand-line"}});
        if (const auto origin = page_.origin_of(node)) sheet_.origin_dot(*origin);
        write_name(node);
        out_.open("span", {{"class", "n-of"}});
        if (node.statements > 0) sheet_.number(std::to_string(node.statements));
        out_.close().close();
        if (tells_kind(node)) {
            out_.open("div", {{"class", "kind"}});
            sheet_.label(node.kind);
            out_.close();
        }
        write_feeds(box.node);
        write_copied(box.node);
        out_.close();
    }

    void write_name(const TransmissionNode& node) {
        if (node.others > 0) {
            out_.open("span", {{"class", "who"}});
            sheet_.count(more[static_cast<std::size_t>(node.role)], node.others);
            out_.close();
            return;
        }
        if (node.role == Role::outlet && node.document) {
            out_.open("a", {{"class", "who"}, {"href", fmt::format("#d-{}", *node.document + 1)}});
        } else if (node.words) {
            const Anchors::Use use = sheet_.place_of(*node.words);
            out_.open("a", {{"class", "who"},
                            {use.first ? "id" : "", fmt::format("b-{}", use.number)},
                            {"href", fmt::format("#w-{}", use.number)}});
        } else {
            out_.open("span", {{"class", "who"}});
        }
        write_words(node);
        out_.close();
    }

    void write_words(const TransmissionNode& node) {
        const std::string ar = name_of(sheet_.dossier, node, true, name_columns),
                          en = name_of(sheet_.dossier, node, false, name_columns);
        if (ar.empty()) return sheet_.label(node.kind);
        if (ar == en) {
            out_.open("bdi", {{"dir", "auto"}}).source(ar).close();
            return;
        }
        out_.open("bdi", {{"class", "ar"}, {"lang", "ar"}, {"dir", "rtl"}}).source(ar).close();
        out_.open("bdi", {{"class", "en"}, {"lang", "en"}, {"dir", "ltr"}}).source(en).close();
    }

    // What the bands tell, in words: shown where there is no picture, and read to those who see none.
    void write_feeds(std::uint32_t index) {
        std::vector<const TransmissionEdge*> edges = feeds_[index];
        if (edges.empty()) return;
        const auto others = [&](const TransmissionEdge* edge) { return shown_.nodes[edge->to].others > 0; };
        std::stable_sort(edges.begin(), edges.end(),
                         [&](const TransmissionEdge* a, const TransmissionEdge* b) {
                             return others(a) != others(b) ? others(b) : a->statements > b->statements;
                         });
        out_.open("p", {{"class", "feeds"}});
        for (std::size_t i = 0; i < std::min(edges.size(), targets_cap); ++i) {
            if (i > 0) out_.text(" \u00B7 ");
            write_target(edges[i]->to, edges[i]->statements);
        }
        if (edges.size() > targets_cap) out_.text(" \u2026");
        out_.close();
    }

    void write_target(std::uint32_t index, std::size_t count) {
        const TransmissionNode& node = shown_.nodes[index];
        out_.open("span", {{"class", "to"}});
        if (node.others > 0) {
            sheet_.count(more[static_cast<std::size_t>(node.role)], node.others);
        } else {
            write_words(node);
        }
        out_.text(" \u00D7");
        sheet_.number(std::to_string(count));
        out_.close();
    }

    void write_copied(std::uint32_t index) {
        bool any = false;
        for (const TransmissionCopy& copy : shown_.copies) {
            if (copy.to != index) continue;
            if (!any) {
                out_.open("p", {{"class", "feeds copied"}});
                sheet_.label("flow.copied_from");
            }
            out_.text(any ? " \u00B7 " : " ");
            write_target(copy.from, copy.documents);
            any = true;
        }
        if (any) out_.close();
    }

    // Beside the outlets: an arrow from each to those that copied it.
    void write_copies() {
        const std::string height = fmt::format("{:.0f}", layout_.height);
        out_.open("svg", {{"class", "copies"}, {"width", "56"}, {"height", height}, {"role", "img"}});
        const Label title = sheet_.labels["flow.copies"];
        out_.element("title", fmt::format("{} / {}", title.ar, title.en));
        for (const TransmissionCopy& copy : shown_.copies) {
            const FlowBox &from = layout_.boxes[copy.from], &to = layout_.boxes[copy.to];
            const double away = to.top > from.top ? 1 : -1;
            const double y0 = from.top + from.height / 2 + 4 * away, y1 = to.top + to.height / 2 - 4 * away;
            const double out = 16 + std::min(52.0, std::abs(y1 - y0) / 5);
            const std::string path =
                fmt::format("M0 {0:.1f}C{1:.1f} {0:.1f} {1:.1f} {2:.1f} 3 {2:.1f}", y0, out, y1);
            out_.open("path", {{"d", path}});
            out_.element("title",
                         fmt::format("{} \u2190 {}: {}", name(copy.from), name(copy.to), copy.documents));
            out_.close();
            const std::string head = fmt::format("M9 {:.1f}L1 {:.1f}L9 {:.1f}", y1 - 4.5, y1, y1 + 4.5);
            out_.open("path", {{"d", head}, {"class", "head"}}).close();
        }
        out_.close();
        out_.open("figcaption");
        sheet_.label("flow.copies");
        out_.close();
    }

    Sheet& sheet_;
    Html& out_;
    const PageTransmission& page_;
    Transmission shown_;
    FlowLayout layout_;
    std::vector<std::vector<const TransmissionEdge*>> feeds_;  // by node
    double box_ = 0, step_ = 0;  // shares of the width: of a box, from one column to the next
};

}  // namespace

PageTransmission::PageTransmission(const Dossier& dossier) : transmissions_(dossier) {
    const auto& origins = dossier.claims.origins;
    for (std::uint32_t i = 0; i < origins.size(); ++i) {
        const Origin& origin = origins[i];
        if (origin.entity) by_entity_.try_emplace(*origin.entity, i);
        if (!origin.entity && origin.words && origin.kind == Origin::Kind::unnamed)
            by_words_.try_emplace({origin.words->document, origin.words->span.begin, origin.words->span.end},
                                  i);
    }
}

std::optional<std::uint32_t> PageTransmission::origin_of(const TransmissionNode& node) const {
    if (node.others > 0 || node.is_kind_alone || node.role == Role::outlet) return std::nullopt;
    if (node.entity) {
        const auto known = by_entity_.find(*node.entity);
        return known == by_entity_.end() ? std::nullopt : std::optional(known->second);
    }
    if (!node.words) return std::nullopt;
    const auto known = by_words_.find({node.words->document, node.words->span.begin, node.words->span.end});
    return known == by_words_.end() ? std::nullopt : std::optional(known->second);
}

void PageTransmission::write(Sheet& sheet, const StorySelection& story) const {
    if (story.lone) return;
    Transmission whole = transmissions_.of(sheet.dossier.stories[story.story]);
    if (whole.paths.empty()) return;
    sheet.out.open("section", {{"class", "transmission"}});
    sheet.heading("section.transmission");
    FlowPicture(sheet, *this, folded(whole, {})).write();
    sheet.out.close();
}

}  // namespace isnad::views
