// Blanks inside a quantity: "660 亿 美元", "May 5". A line break became one, and scraped texts hold runs of
// them.
#pragma once

#include <string_view>

namespace tally {

// More than these separate columns of a table.
inline constexpr std::size_t kMostBlanks = 4;

// The end of the blanks that begin at `at`, kMostBlanks at most.
inline std::size_t SkipBlanks(std::string_view text, std::size_t at) {
  std::size_t next = at;
  while (next < text.size() && text[next] == ' ' && next - at < kMostBlanks) ++next;
  return next;
}

}  // namespace tally
