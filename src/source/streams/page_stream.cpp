#include "source/streams/page_stream.h"

#include <algorithm>

#include "base/limits.h"

namespace isnad::source {
namespace {

class PageStream final : public Stream {
  public:
    PageStream(std::unique_ptr<Buffered> bytes, Origin origin)
        : bytes_(std::move(bytes)), origin_(std::move(origin)) {}

    std::optional<Arrival> next() override {
        if (given_) return std::nullopt;
        given_ = true;
        Whole whole = read_whole(*bytes_);
        if (whole.damage) return failure(origin_, *whole.damage);
        origin_.cut = whole.cut;
        return Arrival{{std::move(whole.bytes), origin_}, std::move(whole.problems)};
    }

    void tell(std::vector<Step>& steps) const override { steps.push_back({.count = given_ ? 1u : 0u}); }

    Done go_to(std::span<const Step> steps) override {
        given_ = !steps.empty() && steps.front().count > 0;
        if (given_) read_whole(*bytes_);  // damage in it belongs to the page
        return done();
    }

  private:
    std::unique_ptr<Buffered> bytes_;
    Origin origin_;
    bool given_ = false;
};

class RecordsStream final : public Stream {
  public:
    RecordsStream(std::unique_ptr<Buffered> bytes, Origin origin, RecordFormat format)
        : bytes_(std::move(bytes)), origin_(std::move(origin)), format_(format) {}

    std::optional<Arrival> next() override {
        if (bytes_ != nullptr) read();
        if (given_ == arrivals_.size()) return std::nullopt;
        return std::move(arrivals_[given_++]);
    }

    void tell(std::vector<Step>& steps) const override { steps.push_back({.count = given_}); }

    Done go_to(std::span<const Step> steps) override {
        if (steps.empty()) return done();
        read();
        given_ = static_cast<std::size_t>(std::min<std::uint64_t>(steps.front().count, arrivals_.size()));
        return done();
    }

  private:
    void read() {
        Whole whole = read_whole(*bytes_);
        bytes_.reset();
        if (whole.damage) {
            arrivals_.push_back(failure(origin_, *whole.damage));
            return;
        }
        arrivals_ = arrivals_of(format_, std::move(whole.bytes), origin_);
        if (whole.cut)
            arrivals_.push_back(failure(
                origin_,
                {"too_large", "the file was cut at " + std::to_string(limits::page_bytes) + " bytes"}));
        for (Problem& problem : whole.problems)
            arrivals_.push_back(failure(origin_, {problem.code, problem.what, {.byte = problem.byte}}));
    }

    std::unique_ptr<Buffered> bytes_;  // until they are read
    Origin origin_;
    RecordFormat format_;
    std::vector<Arrival> arrivals_;
    std::size_t given_ = 0;
};

}  // namespace

Whole read_whole(Buffered& bytes) {
    Whole out;
    bytes.take(limits::page_bytes, out.bytes);
    auto damage = bytes.take_damage();
    if (!damage) {
        out.cut = out.bytes.size() == limits::page_bytes && !bytes.at_end();
        return out;
    }
    if (out.bytes.empty())
        out.damage = std::move(damage);
    else
        out.problems.push_back({damage->code, Severity::error,
                                damage->what + "; what was read before is kept", std::nullopt,
                                damage->place.byte});
    return out;
}

StreamPtr page_stream(std::unique_ptr<Buffered> bytes, Origin origin) {
    return std::make_unique<PageStream>(std::move(bytes), std::move(origin));
}

StreamPtr records_stream(std::unique_ptr<Buffered> bytes, Origin origin, RecordFormat format) {
    return std::make_unique<RecordsStream>(std::move(bytes), std::move(origin), format);
}

std::vector<Arrival> arrivals_of(RecordFormat format, std::string bytes, const Origin& origin) {
    Records records = read_records(format, std::move(bytes), origin);
    std::vector<Arrival> out;
    for (RawPage& page : records.pages) out.push_back({std::move(page)});
    for (Problem& problem : records.problems)
        out.push_back(
            failure(origin, {problem.code, problem.what, {.byte = problem.byte}}, problem.severity));
    return out;
}

}  // namespace isnad::source
