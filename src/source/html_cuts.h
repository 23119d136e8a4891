// What the guard takes out of a page before it is parsed, and the way back: the parser sees a shorter page,
// but every place that it tells is one of the page as it was. Scripts and styles are more than half of the
// bytes of news pages; the parser would copy them, and no reader asks for them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace isnad::source::html {

class Cuts {
  public:
    // Takes out [begin, end). Requires begin < end and every earlier cut to end at `begin` or before it.
    void add(std::uint64_t begin, std::uint64_t end);

    // Shortens the page, once, when all cuts are known. Linear.
    void apply(std::string& html) const;

    // Where a byte of the shortened page stood. A place between two kept bytes is behind what was cut there.
    std::uint64_t original(std::uint64_t at) const;

  private:
    struct Cut {
        std::uint64_t begin, end;  // in the page as it was
        std::uint64_t place;       // of the cut in the shortened page
    };
    std::vector<Cut> cuts_;
    std::uint64_t bytes_ = 0;  // of all of them
};

}  // namespace isnad::source::html
