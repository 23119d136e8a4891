// Where a verb writes its data: standard output, or a file whose length is known.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace isnad::apps {

class Output {
  public:
    Output() = default;  // standard output
    // A file, cut at `length` when it is longer; an error when it is shorter or cannot be written.
    static Result<Output> open(const std::string& path, std::uint64_t length);
    Output(Output&& other) noexcept;
    Output& operator=(Output&& other) noexcept;
    ~Output();

    Done write(std::string_view text);
    // After this what was written survives the end of the program and of the machine.
    Done sync();
    std::uint64_t length() const { return length_; }
    // Whether it can be cut and gone on with: a regular file, no pipe or device.
    bool can_go_on() const { return regular_; }

  private:
    Error error() const;

    int file_ = -1;  // or standard output
    std::string path_ = "standard output";
    std::uint64_t length_ = 0;
    bool regular_ = false;
};

}  // namespace isnad::apps
