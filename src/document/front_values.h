// The values of a page's front matter, whatever it is written in: YAML, TOML or JSON, each read by its own
// library, or line by line where that library gives it up.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/passage.h"

namespace tally {

// A scalar, or one of a list. Those of the tables "params" (Hugo) and "extra" (Zola) count as the page's own;
// of other tables none is read.
struct FrontValue {
  std::string key;     // as written
  std::string text;    // without quotes and escapes
  std::size_t at = 0;  // its first byte, or what comes nearest
  // The characters of the text in the file; nullopt where its place or its end is unclear.
  std::optional<std::vector<Piece>> pieces;
};

struct FrontValues {
  std::vector<FrontValue> values;
  std::string error;           // why the rest is missing; empty where all was read
  std::size_t error_line = 1;  // of the file, from 1
};

// raw[start, end) is the front matter between its fences, for JSON with its braces. Nothing is thrown.
FrontValues ReadYamlValues(std::string_view raw, std::size_t start, std::size_t end);
FrontValues ReadTomlValues(std::string_view raw, std::size_t start, std::size_t end);
FrontValues ReadJsonValues(std::string_view raw, std::size_t start, std::size_t end);

enum class FrontSyntax { kYaml, kToml, kJson };

// What can be made of malformed front matter: it is cut at the lines "key: value", "key = value" and
// "\"key\": value,". What the library can read alone is read by it; of the rest the lines of a value are
// joined, and lists on one line and "- item" lines are lists.
std::vector<FrontValue> RecoverValues(std::string_view raw, std::size_t start, std::size_t end,
                                      FrontSyntax syntax);

// True for the tables whose keys count as the page's own.
bool IsOwnTable(std::string_view key);
// The line of the file on which the byte stands, from 1.
std::size_t LineOf(std::string_view raw, std::size_t at);

}  // namespace tally
