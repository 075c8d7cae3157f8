// YAML front matter, as Hugo and Jekyll write it: what it says of the publication, and its texts with their
// exact places.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/passage.h"

namespace tally {

struct FrontMatter {
  std::vector<Passage> passages;  // title, texts and the date; in file order
  std::string title;              // as printed
  std::string source;
  std::string author;
  std::string url;
  std::vector<std::string> problems;  // "front matter: line 3: …"
};

// Where the body begins: past the line that closes the front matter; 0 where the text does not begin with
// any. Front matter opens with a line "---" (YAML) or "+++" (TOML) and closes with the same, or "...", within
// kMaxFrontMatter bytes.
std::size_t FrontMatterEnd(std::string_view content);
inline constexpr std::size_t kMaxFrontMatter = 64 * 1024;

// Reads raw[start, end), which FrontMatterEnd has found. Malformed YAML yields only a problem; nothing is
// thrown.
FrontMatter ReadFrontMatter(std::string_view raw, std::size_t start, std::size_t end);

}  // namespace tally
