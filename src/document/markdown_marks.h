// The marks of Markdown's dialects that CommonMark does not know: footnotes "[^1]: …", Kramdown's definitions
// ": …", GitHub's alerts "> [!NOTE]".
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "document/passage.h"

namespace tally {

struct MarkdownMarks {
  Skips hidden;                    // sorted, disjoint
  std::vector<std::size_t> items;  // first bytes of hidden marks behind which a block of its own begins
};

// Looks at the beginnings of the lines of raw[start, raw.size()).
MarkdownMarks FindMarkdownMarks(std::string_view raw, std::size_t start);

}  // namespace tally
