// The text of the article, or its summary, as the metadata of the page state it: how much of a line stands in
// it?
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace isnad::article {

// The sequences of three words that a text holds, in a Bloom filter of one hash function (Bloom 1970): of
// sequences that it does not hold, it takes fewer than one in sixteen for its own.
class StatedText {
  public:
    explicit StatedText(std::string_view text);

    // The share of the sequences of a line that the text holds; -1 when it cannot tell, for want of words.
    // `words` are the hashes of those of a search form.
    double share_of(const std::vector<std::uint64_t>& words) const;

  private:
    std::vector<bool> bits_;
};

}  // namespace isnad::article
