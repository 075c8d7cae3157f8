// Character references of HTML: &amp; &#8212; &#x2014;.
#pragma once

#include <optional>
#include <string_view>

namespace tally {

// The character of a whole reference ("&nbsp;"); nullopt where it names none that we know or one that Unicode
// does not have.
std::optional<char32_t> DecodeEntity(std::string_view reference);

}  // namespace tally
