#include "report/log_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace tally {

namespace {

// "##[" and "##word[" at `at`; also where the text ends before the bracket, which may be in what follows it.
bool IsMark(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("##")) return false;
  std::size_t end = at + 2;
  while (end < text.size() && IsAsciiAlpha(text[end])) ++end;
  return end == text.size() || text[end] == '[';
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
  std::string out;
  std::size_t at = std::min(line.find_first_not_of(' '), line.size());
  out.append(line.substr(0, at));
  if (line.substr(at).starts_with("::")) {
    out += "[U+003A]";
    ++at;
  }
  while (at < line.size()) {
    if (!IsMark(line, at)) {
      out.push_back(line[at++]);
      continue;
    }
    out += "[U+0023]";
    ++at;
  }
  return out;
}

std::string LogJson(std::string_view json) {
  return Replaced(Replaced(json, "##", "#\\u0023"), "<", "\\u003c");
}

std::string LogXml(std::string_view xml) { return Replaced(xml, "##", "#&#35;"); }

}  // namespace tally
