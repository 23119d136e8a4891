#include "views/transmission_layout.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace isnad::views {
namespace {

using Role = TransmissionNode::Role;

constexpr double between = 8, lane_gap = 14;
constexpr double thinnest = 1.5, thickest = 9, all_bands = 340;  // pixels: of one statement; of all together

// A box, or a stretch of a column that a long band passes through.
struct Slot {
    std::size_t column = 0;
    double height = 0, top = 0, place = 0;  // `place`: rank in its column
    double in = 0, out = 0;                 // widths of the bands of a box
    std::vector<std::size_t> bands_in{}, bands_out{};
};

class Layout {
  public:
    Layout(const Transmission& from, const std::vector<double>& least) : from_(from), least_(least) {}

    FlowLayout lay() {
        set_columns();
        set_bands();
        for (std::size_t column = 0; column < out_.columns; ++column) order(column);
        set_tops();
        set_points();
        for (std::uint32_t i = 0; i < from_.nodes.size(); ++i)
            out_.boxes.push_back({i, slots_[i].column, slots_[i].top, slots_[i].height});
        return std::move(out_);
    }

  private:
    void set_columns() {
        const std::size_t sources = from_.count(Role::source) > 0 ? 1 : 0;
        std::vector<std::uint32_t> edges(from_.edges.size());
        std::iota(edges.begin(), edges.end(), 0u);
        std::stable_sort(edges.begin(), edges.end(), [&](std::uint32_t a, std::uint32_t b) {
            return from_.edges[a].statements > from_.edges[b].statements;
        });
        // Who hands on to a carrier stays in the first column of carriers.
        std::vector<bool> gives(from_.nodes.size()), takes(from_.nodes.size());
        std::size_t carriers = from_.count(Role::carrier) > 0 ? 1 : 0;
        for (const std::uint32_t at : edges) {
            const TransmissionEdge& edge = from_.edges[at];
            const bool between_carriers =
                from_.nodes[edge.from].role == Role::carrier && from_.nodes[edge.to].role == Role::carrier;
            if (!between_carriers || takes[edge.from] || gives[edge.to]) continue;
            gives[edge.from] = takes[edge.to] = true;
            carriers = 2;
        }
        out_.columns = sources + carriers + 1;
        for (std::size_t i = 0; i < from_.nodes.size(); ++i) {
            const Role role = from_.nodes[i].role;
            Slot slot;
            slot.column = role == Role::source   ? 0
                          : role == Role::outlet ? out_.columns - 1
                                                 : sources + (takes[i] ? 1 : 0);
            slots_.push_back(std::move(slot));
        }
    }

    void set_bands() {
        std::size_t statements = 0;
        for (const TransmissionEdge& edge : from_.edges) statements += edge.statements;
        const double each =
            std::min(thickest, all_bands / static_cast<double>(std::max<std::size_t>(statements, 1)));
        for (std::uint32_t i = 0; i < from_.edges.size(); ++i) {
            const TransmissionEdge& edge = from_.edges[i];
            FlowBand band{i, std::max(thinnest, each * static_cast<double>(edge.statements)), {}};
            std::vector<std::size_t> through = {edge.from};
            for (std::size_t column = slots_[edge.from].column + 1; column < slots_[edge.to].column;
                 ++column) {
                through.push_back(slots_.size());
                Slot lane;
                lane.column = column;
                lane.height = band.width;
                slots_.push_back(std::move(lane));
            }
            through.push_back(edge.to);
            for (std::size_t step = 0; step < through.size(); ++step) {
                Slot& slot = slots_[through[step]];
                if (step > 0) slot.bands_in.push_back(i), slot.in += band.width;
                if (step + 1 < through.size()) slot.bands_out.push_back(i), slot.out += band.width;
            }
            through_.push_back(std::move(through));
            out_.bands.push_back(std::move(band));
        }
        for (std::size_t i = 0; i < from_.nodes.size(); ++i) {
            slots_[i].height = std::max({least_[i], slots_[i].in + 4, slots_[i].out + 4});
        }
    }

    bool is_lane(std::size_t slot) const { return slot >= from_.nodes.size(); }

    // The slot before or behind this one on a band.
    std::size_t beside(std::size_t band, std::size_t slot, int step) const {
        const auto& way = through_[band];
        const auto at = std::find(way.begin(), way.end(), slot) - way.begin();
        return way[static_cast<std::size_t>(at + step)];
    }

    void order(std::size_t column) {
        std::vector<std::size_t> here;
        std::vector<double> mean(slots_.size());
        for (std::size_t i = 0; i < slots_.size(); ++i) {
            if (slots_[i].column != column) continue;
            here.push_back(i);
            double sum = 0, weight = 0;
            for (const std::size_t band : slots_[i].bands_in) {
                const Slot& before = slots_[beside(band, i, -1)];
                if (before.column >= column) continue;
                sum += before.place * out_.bands[band].width;
                weight += out_.bands[band].width;
            }
            mean[i] = weight > 0 ? sum / weight : static_cast<double>(i);
        }
        const auto group = [&](std::size_t slot) {
            return is_lane(slot) ? 2 : from_.nodes[slot].others > 0 ? 1 : 0;
        };
        std::stable_sort(here.begin(), here.end(), [&](std::size_t a, std::size_t b) {
            if (group(a) != group(b)) return group(a) < group(b);
            return column > 0 && mean[a] < mean[b];
        });
        for (std::size_t i = 0; i < here.size(); ++i)
            slots_[here[i]].place =
                here.size() < 2 ? 0.5 : static_cast<double>(i) / static_cast<double>(here.size() - 1);
        columns_.push_back(std::move(here));
    }

    // Columns are as high as the highest: shorter ones stand in its middle.
    void set_tops() {
        std::vector<double> heights;
        for (const auto& column : columns_) {
            double y = 0;
            for (std::size_t i = 0; i < column.size(); ++i) {
                Slot& slot = slots_[column[i]];
                if (i > 0) y += !is_lane(column[i]) ? between : is_lane(column[i - 1]) ? 0 : lane_gap;
                slot.top = y;
                y += slot.height;
            }
            heights.push_back(y);
            out_.height = std::max(out_.height, y);
        }
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            for (const std::size_t slot : columns_[i]) slots_[slot].top += (out_.height - heights[i]) / 2;
        }
    }

    // Bands lie on the side of a box in the order of where they come from or go to.
    void set_points() {
        std::vector<std::array<double, 2>> tops(from_.edges.size());
        for (std::size_t i = 0; i < from_.nodes.size(); ++i) {
            Slot& box = slots_[i];
            for (const bool out : {false, true}) {
                std::vector<std::size_t>& bands = out ? box.bands_out : box.bands_in;
                std::stable_sort(bands.begin(), bands.end(), [&](std::size_t a, std::size_t b) {
                    const int step = out ? 1 : -1;
                    return slots_[beside(a, i, step)].top < slots_[beside(b, i, step)].top;
                });
                double y = box.top + (box.height - (out ? box.out : box.in)) / 2;
                for (const std::size_t band : bands) {
                    tops[band][out ? 0 : 1] = y;
                    y += out_.bands[band].width;
                }
            }
        }
        for (std::size_t i = 0; i < through_.size(); ++i) {
            for (const std::size_t slot : through_[i]) {
                const double top = slot == through_[i].front()  ? tops[i][0]
                                   : slot == through_[i].back() ? tops[i][1]
                                                                : slots_[slot].top;
                out_.bands[i].points.push_back({slots_[slot].column, top});
            }
        }
    }

    const Transmission& from_;
    const std::vector<double>& least_;
    FlowLayout out_;
    std::vector<Slot> slots_;                        // those of nodes first
    std::vector<std::vector<std::size_t>> columns_;  // slots from above
    std::vector<std::vector<std::size_t>> through_;  // slots of each band
};

}  // namespace

FlowLayout layout_of(const Transmission& transmission, const std::vector<double>& least) {
    return Layout(transmission, least).lay();
}

}  // namespace isnad::views
