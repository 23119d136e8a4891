// Small pieces of text as records hold them: markup in titles, names of signs, dates, addresses. All text is
// valid UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace isnad::source {

// White space collapsed to single spaces, none at the ends; no-break spaces count.
std::string collapsed_text(std::string_view text);

// Escapes & < > " for HTML.
void append_escaped(std::string& out, std::string_view text);

// The code point of an HTML 4 name without & and ; ("nbsp"), or 0.
char32_t sign_named(std::string_view name);

// Whether text that may be HTML or plain holds tags or character references.
bool looks_like_markup(std::string_view text);

// The text of a piece of HTML on one line: tags left out, references decoded, white space collapsed.
std::string text_of_markup(std::string_view markup);

// HTML that was escaped once too often, so that its tags would show as text: escaped once less. Everything
// else as it is.
std::string escaped_once(std::string markup);

// A moment as ISO 8601 ("2024-05-03T14:05:00+03:00", "2024-05-03") from the ways in which feeds and mail
// write it: RFC 822, 850, 1123, 2822, asctime, RFC 3339 and its looser kin. What cannot be read comes back
// collapsed.
std::string iso_moment(std::string_view text);

// The address that a reference means on a page (RFC 3986, section 5.2, without query merging); empty when
// that is no http, https or file address.
std::string resolved_address(std::string_view base, std::string_view reference);

}  // namespace isnad::source
