// What streams of records have in common: one record is read at a time, and may give several arrivals.
#pragma once

#include "source/streams/stream.h"

namespace isnad::source {

class RecordStream : public Stream {
  public:
    std::optional<Arrival> next() override;
    void tell(std::vector<Step>& steps) const override;
    Done go_to(std::span<const Step> steps) override;

  protected:
    RecordStream(std::unique_ptr<Buffered> bytes, Origin origin)
        : bytes_(std::move(bytes)), origin_(std::move(origin)) {}

    // Reads the record that comes next and gives what arrives with it, if anything; false at the end. Calls
    // begin_record first and, when there is a record, count_record.
    virtual bool read_record() = 0;
    // What is to be told at the end, one at a time.
    virtual std::optional<Arrival> tell_end() { return std::nullopt; }

    Buffered& bytes() { return *bytes_; }
    const Origin& origin() const { return origin_; }

    void begin_record() { record_ = step_at(*bytes_, bytes_->offset(), count_); }
    void count_record() { ++count_; }
    std::uint64_t count() const { return count_; }
    std::uint64_t begin_of_record() const { return record_.offset; }

    // "record 12" of the file or member.
    Origin origin_of_record(std::string_view kind) const;
    void give(Arrival arrival) { arrivals_.push_back(std::move(arrival)); }
    // Damage of the bytes; true when there was some.
    bool give_damage();
    // Pages of records, each with what it lacks; `origin` is that of the record.
    void give_records(std::vector<NamedFields> records, const Origin& origin);
    void give_failure(const Origin& origin, std::string code, std::string what);

  private:
    bool read_next();

    std::unique_ptr<Buffered> bytes_;
    Origin origin_;
    std::vector<Arrival> arrivals_;  // of the record that was read last
    std::size_t given_ = 0;
    Step record_;                // where it begins
    std::uint64_t count_ = 0;    // records so far
    bool damaged_ = false;       // what was read last is damage
    std::uint64_t damages_ = 0;  // that were told at one offset
    Mark damaged_from_;          // where reading could begin anew before the first of them
};

}  // namespace isnad::source
