#include "document/markdown_marks.h"

#include <algorithm>

#include "base/utf8.h"

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMaxLabel = 200;

bool HasText(std::string_view rest) { return rest.find_first_not_of(" \t\r") != kNone; }

// The length of "[^label]:" at the line's beginning, 0 without.
std::size_t FootnoteMark(std::string_view line) {
  if (!line.starts_with("[^")) return 0;
  std::size_t close = line.substr(0, kMaxLabel).find(']');
  return close != kNone && line.substr(close + 1).starts_with(':') ? close + 2 : 0;
}

// The length of "[!NOTE]", 0 without: of letters, so that a badge "[![…" is none.
std::size_t AlertMark(std::string_view line) {
  if (!line.starts_with("[!")) return 0;
  std::size_t at = 2;
  while (at < line.size() && IsAsciiAlpha(line[at])) ++at;
  return at > 2 && line.substr(at).starts_with(']') ? at + 1 : 0;
}

bool IsDefinition(std::string_view line) { return line.starts_with(": ") || line.starts_with(":\t"); }

}  // namespace

MarkdownMarks FindMarkdownMarks(std::string_view raw, std::size_t start) {
  MarkdownMarks marks;
  bool text_above = false;  // a definition needs its term
  for (std::size_t at = start; at < raw.size();) {
    std::size_t end = std::min(raw.find('\n', at), raw.size());
    std::size_t first = std::min(raw.find_first_not_of(" \t>", at), end);
    std::string_view line = raw.substr(first, end - first);
    std::size_t footnote = FootnoteMark(line);
    std::size_t mark = footnote > 0 ? footnote : text_above && IsDefinition(line) ? 1 : 0;
    if (mark > 0) {
      marks.hidden.push_back({first, first + mark});
      // Without text behind it the mark of a list would underline a heading.
      if (HasText(line.substr(mark))) marks.items.push_back(first);
    } else if (std::size_t alert = AlertMark(line);
               alert > 0 && raw.substr(at, first - at).find('>') != kNone) {
      marks.hidden.push_back({first, first + alert});
    }
    if (HasText(line)) text_above = true;
    at = end + 1;
  }
  return marks;
}

}  // namespace tally
