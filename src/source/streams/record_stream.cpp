#include "source/streams/record_stream.h"

#include <algorithm>

#include "base/limits.h"

namespace isnad::source {
namespace {

constexpr std::uint64_t most_damages = 1u << 20;  // at one offset

}  // namespace

std::optional<Arrival> RecordStream::next() {
    while (given_ == arrivals_.size()) {
        if (!read_next()) return tell_end();
    }
    return std::move(arrivals_[given_++]);
}

bool RecordStream::read_next() {
    arrivals_.clear();
    given_ = 0;
    const std::uint64_t before = record_.offset;
    damaged_ = false;
    const bool read = read_record();
    damages_ = !damaged_ ? 0 : record_.offset == before ? damages_ + 1 : 1;
    // Several damages at one offset are counted from where reading began before the first: a start of a
    // member that lies behind some of them has the same offset.
    if (damages_ == 1) damaged_from_ = record_.mark;
    if (damages_ > 1) record_.mark = damaged_from_;
    return read;
}

// Behind damage the offset is what it was: the place is that many damages behind the offset.
void RecordStream::tell(std::vector<Step>& steps) const {
    if (given_ == arrivals_.size() && !damaged_) {
        steps.push_back(step_at(*bytes_, bytes_->offset(), count_));
        return;
    }
    steps.push_back(record_);
    steps.push_back({.offset = damages_, .count = given_});
}

Done RecordStream::go_to(std::span<const Step> steps) {
    if (steps.empty()) return done();
    count_ = steps.front().count;
    const Done there = go_to_step(*bytes_, steps.front());
    if (!there || steps.size() < 2) return there;
    const std::uint64_t damages = std::min<std::uint64_t>(steps[1].offset, most_damages);
    for (std::uint64_t i = 0; i < std::max<std::uint64_t>(1, damages); ++i) read_next();
    given_ = static_cast<std::size_t>(std::min<std::uint64_t>(steps[1].count, arrivals_.size()));
    return there;
}

Origin RecordStream::origin_of_record(std::string_view kind) const {
    Origin out = origin_;
    out.part = part_of(origin_, std::string(kind) + " " + std::to_string(count_));
    return out;
}

bool RecordStream::give_damage() {
    auto damage = bytes_->take_damage();
    if (!damage) return false;
    damaged_ = true;
    give(failure(origin_, std::move(*damage)));
    return true;
}

void RecordStream::give_failure(const Origin& origin, std::string code, std::string what) {
    give(failure(origin, {std::move(code), std::move(what), {.byte = record_.offset}}));
}

void RecordStream::give_records(std::vector<NamedFields> records, const Origin& origin) {
    std::size_t number = 0;
    for (NamedFields& record : records) {
        if (number == limits::records_per_file) {
            give_failure(origin, "too_many_records",
                         "records beyond " + std::to_string(number) + " of a list are not read");
            break;
        }
        Origin one = origin;
        ++number;
        if (records.size() > 1) one.part += "/record " + std::to_string(number);
        auto page = page_of_fields(record, one);
        if (page)
            give({std::move(page).value()});
        else
            give(failure(one, {page.error().code, page.error().what, {.byte = record_.offset}},
                         Severity::warning));
    }
}

}  // namespace isnad::source
