#include "report/visible_text.h"

#include <fmt/format.h>

#include <iterator>

#include "base/utf8.h"

namespace tally {

namespace {

bool IsBlank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x2028 || c == 0x2029 || c == 0x3000 ||
         c == 0x85;
}

bool IsBreak(char32_t c) { return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x85; }

bool HasNoInk(char32_t c) { return c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0xAD; }

void AppendVisible(char32_t c, std::string& out) {
  if (IsHostile(c)) {
    fmt::format_to(std::back_inserter(out), "[U+{:04X}]", static_cast<unsigned>(c));
  } else {
    AppendUtf8(c, out);
  }
}

}  // namespace

bool IsHostile(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return true;
  if (c == 0x061C || c == 0x200E || c == 0x200F) return true;
  if (c >= 0x2028 && c <= 0x202E) return true;
  if (c >= 0x2066 && c <= 0x206F) return true;
  return (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

std::string VisibleText(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  char32_t previous = 0;  // the last character that was not blank
  bool blank = false;
  bool line_break = false;
  for (std::size_t at = 0; at < text.size();) {
    auto [c, length] = DecodeUtf8(text, at);
    at += length;
    if (HasNoInk(c)) continue;
    if (IsBlank(c)) {
      blank = true;
      line_break = line_break || IsBreak(c);
      continue;
    }
    bool wrapped_chinese = line_break && DisplayWidth(previous) == 2 && DisplayWidth(c) == 2;
    if (blank && !wrapped_chinese) out.push_back(' ');
    AppendVisible(c, out);
    previous = c;
    blank = line_break = false;
  }
  if (blank) out.push_back(' ');
  return out;
}

std::string VisiblePath(std::string_view path) {
  std::string out;
  for (std::size_t at = 0; at < path.size();) {
    auto [c, length] = DecodeUtf8(path, at);
    at += length;
    AppendVisible(c, out);
  }
  return out;
}

std::string KeepFirst(std::string_view text, int columns) {
  if (DisplayWidth(text) <= columns) return std::string(text);
  int width = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    auto [c, length] = DecodeUtf8(text, at);
    if (width + DisplayWidth(c) > columns - 1) break;
    width += DisplayWidth(c);
    at += length;
  }
  return std::string(text.substr(0, at)) + "…";
}

std::string KeepLast(std::string_view text, int columns) {
  if (DisplayWidth(text) <= columns) return std::string(text);
  int width = 0;
  std::size_t at = text.size();
  while (at > 0) {
    std::size_t start = PreviousCodePoint(text, at);
    int next = DisplayWidth(DecodeUtf8(text, start).value);
    if (width + next > columns - 1) break;
    width += next;
    at = start;
  }
  return "…" + std::string(text.substr(at));
}

std::string PadRight(std::string_view text, int columns) {
  std::string out(text);
  int missing = columns - DisplayWidth(text);
  if (missing > 0) out.append(static_cast<std::size_t>(missing), ' ');
  return out;
}

}  // namespace tally
