// Where the characters of a YAML scalar stand in the file. yaml-cpp tells a scalar's value and its first
// byte; this walks the two side by side, so that every character of the value has its bytes, escapes and
// folded lines included.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "document/passage.h"

namespace tally {

// `start` is the scalar's first byte in raw (its quote, its block mark, or its first character); `end` a
// bound that it does not cross. nullopt where the bytes there do not spell `value`.
std::optional<std::vector<Piece>> LocateScalar(std::string_view raw, std::size_t start, std::size_t end,
                                               std::string_view value);

}  // namespace tally
