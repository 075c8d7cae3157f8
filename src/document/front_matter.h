// The front matter of a page, as Hugo, Jekyll and Zola read it: what it says of the publication, and its
// texts with their exact places.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/passage.h"
#include "document/waiver.h"

namespace tally {

struct FrontMatter {
  std::vector<Passage> passages;  // title, texts and dates; in file order
  std::string title;              // as printed
  std::string source;
  std::string author;
  std::string url;
  std::string language;               // as printed
  std::vector<std::string> problems;  // "front matter: line 3: …"
  std::vector<Waiver> waivers;        // of the whole document
};

// Where the body begins: past the line that closes the front matter; 0 where the text does not begin with
// any. Front matter opens with a line "---" (YAML) or "+++" (TOML) and closes with the same, or "..."; or it
// is a JSON object with a text behind it. It ends within kMaxFrontMatter bytes.
std::size_t FrontMatterEnd(std::string_view content);
inline constexpr std::size_t kMaxFrontMatter = 64 * 1024;

// Reads raw[start, end), which FrontMatterEnd has found. Where it is malformed, a problem says so, and what
// can be read line by line is (document/front_values.h); nothing is thrown.
FrontMatter ReadFrontMatter(std::string_view raw, std::size_t start, std::size_t end);

}  // namespace tally
