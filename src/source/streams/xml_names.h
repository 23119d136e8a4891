// The vocabularies of feeds and lists, and the namespaces that stand for them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::source::xml {

enum class Space : std::uint8_t {
    none,
    rss,
    rdf,
    atom,
    dublin_core,
    content,
    media,
    itunes,
    news,
    sitemap,
    image,
    xhtml,
    feedburner,
    other
};

// The namespaces in force while elements open and close. A prefix that nobody declared stands for what feeds
// use it for.
class Scopes {
  public:
    void declare(std::size_t depth, std::string_view prefix, std::string_view address);
    // Forgets what was declared at this depth or below.
    void leave(std::size_t depth);
    Space of(std::string_view prefix) const;

  private:
    struct Scope {
        std::size_t depth;
        std::string prefix;
        Space space;
    };
    std::vector<Scope> scopes_;
};

}  // namespace isnad::source::xml
