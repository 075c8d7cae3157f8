#include "report/log_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace tally {

namespace {

// The length of the run of "#" at `at` where it begins a mark, "##[" or "##word[", or may: what follows the
// text may be the bracket. Else 0.
std::size_t MarkAt(std::string_view text, std::size_t at) {
  std::size_t end = std::min(text.find_first_not_of('#', at), text.size());
  std::size_t run = end - at;
  if (run < 2) return 0;
  while (end < text.size() && IsAsciiAlpha(text[end])) ++end;
  return end == text.size() || text[end] == '[' ? run : 0;
}

// What .NET's TrimStart takes off, and what a comparison by its cultures does not see.
bool IsBlankToRunners(char32_t c) {
  return c == ' ' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200D) || c == 0x202F || c == 0x205F ||
         c == 0x3000 || DisplayWidth(c) == 0;
}

std::size_t AfterBlanks(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size()) {
    auto [c, length] = DecodeUtf8(line, at);
    if (!IsBlankToRunners(c)) break;
    at += length;
  }
  return at;
}

std::string Replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t next; (next = text.find(from, at)) != std::string_view::npos; at = next + from.size()) {
    out.append(text.substr(at, next - at)).append(to);
  }
  return out.append(text.substr(at));
}

}  // namespace

std::string LogLine(std::string_view line) {
  std::size_t at = AfterBlanks(line);
  std::string out(line.substr(0, at));
  if (line.substr(at).starts_with("::")) {
    out += "[U+003A]";
    ++at;
  }
  while (at < line.size()) {
    std::size_t run = MarkAt(line, at);
    // The whole run: a "#" left before "[U+0023]" would make a mark of it.
    for (std::size_t i = 0; i < run; ++i) out += "[U+0023]";
    std::size_t end = std::max(at + 1, std::min(line.find_first_not_of('#', at), line.size()));
    if (run == 0) out.append(line.substr(at, end - at));
    at = end;
  }
  return out;
}

std::string LogJson(std::string_view json) {
  return Replaced(Replaced(json, "##", "#\\u0023"), "<", "\\u003c");
}

std::string LogXml(std::string_view xml) { return Replaced(xml, "##", "#&#35;"); }

}  // namespace tally
