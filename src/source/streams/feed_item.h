// What a feed says of itself and of one item, before it becomes a record.
#pragma once

#include <string>
#include <vector>

#include "source/streams/feed_fields.h"
#include "source/streams/record_page.h"

namespace isnad::source::feeds {

// How the text of an element is meant.
enum class Meant : std::uint8_t { unknown, plain, html };

struct Said {
    std::string text;
    Meant meant = Meant::unknown;
};

struct Channel {
    std::string base;  // address that relative links start from
    std::string site, language, author;
};

struct Item {
    std::uint64_t byte = 0;
    Said title, summary, content;
    std::string link, original_link, guid, language;
    bool guid_is_address = true;
    std::vector<std::string> categories{};
    Record record{};  // facts that are ready

    // Takes what an element said; the first title, link, summary counts, the longest content.
    void take(Field field, std::string_view name, Said said);
};

// `part` names the item.
Record record_of(Item item, const Channel& channel, std::string part);

// The name in "desk@example.org (Name)" or "Name <desk@example.org>"; empty for a bare address.
std::string name_of_mailbox(std::string_view text);

}  // namespace isnad::source::feeds
