// Where the characters of a value of YAML, TOML or JSON stand in the file. The libraries that read these tell
// a value and its first byte; this walks the two side by side, so that every character of the value has its
// bytes, escapes and folded lines included.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "document/passage.h"

namespace tally {

// TOML has strings between three quotes, and no escapes between single ones; JSON's strings are YAML's.
enum class ScalarSyntax { kYaml, kToml };

// `start` is the scalar's first byte in raw (its quote, its block mark, or its first character); `end` a
// bound that it does not cross. nullopt where the bytes there do not spell `value`.
std::optional<std::vector<Piece>> LocateScalar(std::string_view raw, std::size_t start, std::size_t end,
                                               std::string_view value,
                                               ScalarSyntax syntax = ScalarSyntax::kYaml);

}  // namespace tally
