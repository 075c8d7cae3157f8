// Character references of HTML: &amp; &#8212; &#x2014;.
#pragma once

#include <optional>
#include <string_view>

namespace tally {

// The character of a whole reference ("&nbsp;"); nullopt where it names none that we know or one that Unicode
// does not have. Names are those of HTML 4 and of the signs in figures; numbers 128..159 mean what they do in
// Windows-1252 (WHATWG, 13.2.5.80).
std::optional<char32_t> DecodeEntity(std::string_view reference);

struct CharacterReference {
  std::size_t length;  // bytes, with '&' and ';'
  char32_t c;
};
// The reference that begins at text[at], which is '&'. As browsers do, the semicolon may be missing behind a
// number and behind the names of Latin-1 (&nbsp &copy2025).
std::optional<CharacterReference> ReferenceAt(std::string_view text, std::size_t at);

}  // namespace tally
