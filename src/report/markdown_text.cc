// CommonMark lets any ASCII punctuation be escaped by a backslash; only what can act in the middle of a line
// is, so that the source stays readable. At the start of a text any punctuation is, because it may open a
// block.
#include "report/markdown_text.h"

#include <algorithm>

#include "base/utf8.h"
#include "report/visible_text.h"

namespace tally {

namespace {

// An empty comment shows nothing, is not copied, and ends every automatic link.
constexpr std::string_view kLinkBreak = "<!-- -->";

bool ActsInline(char c) { return std::string_view("\\`*_[]|~$").find(c) != std::string_view::npos; }
bool OpensBlock(char c) { return std::string_view("#+-=:!").find(c) != std::string_view::npos; }

// The place after the digits of "1." or "1)" at `start`, which would open a list; 0 where there are none.
std::size_t ListMark(std::string_view text, std::size_t start) {
  std::size_t at = start;
  while (at < text.size() && IsAsciiDigit(text[at])) ++at;
  bool mark = at > start && at < text.size() && (text[at] == '.' || text[at] == ')');
  mark = mark && (at + 1 == text.size() || text[at + 1] == ' ');
  return mark ? at : 0;
}

bool StartsLink(std::string_view text, std::size_t at) {
  char c = text[at];
  bool digit_next = at + 1 < text.size() && IsAsciiDigit(text[at + 1]);
  if (c == '@' || (c == '#' && digit_next)) return true;
  if (c == ':' && text.substr(at, 3) == "://") return true;
  return c == '.' && at >= 3 && AsciiLower(text.substr(at - 3, 3)) == "www";
}

void AppendEscaped(char c, bool at_start, std::string& out) {
  if (c == '&') {
    out += "&amp;";
  } else if (c == '<') {
    out += "&lt;";
  } else if (c == '>') {
    out += "&gt;";
  } else {
    if (ActsInline(c) || (at_start && OpensBlock(c))) out.push_back('\\');
    out.push_back(c);
  }
}

}  // namespace

std::string MarkdownText(std::string_view text) {
  std::string visible = VisibleText(text);
  // A block may also begin after a blank.
  std::size_t start = visible.starts_with(' ') ? 1 : 0;
  std::size_t list_mark = ListMark(visible, start);
  std::string out;
  for (std::size_t at = 0; at < visible.size(); ++at) {
    if (list_mark > 0 && at == list_mark) out.push_back('\\');
    bool link = StartsLink(visible, at);
    if (link && visible[at] == '.') out += kLinkBreak;
    AppendEscaped(visible[at], at == start, out);
    if (link && visible[at] != '.') out += kLinkBreak;
  }
  return out;
}

std::string MarkdownHtml(std::string_view text) {
  std::string visible = VisibleText(text);
  std::string out;
  for (std::size_t at = 0; at < visible.size(); ++at) {
    bool link = StartsLink(visible, at);
    if (link && visible[at] == '.') out += kLinkBreak;
    if (visible[at] == '[') {
      // "##[" is a command to a runner's log (report/log_text.h).
      out += "&#91;";
    } else if (visible[at] == '&' || visible[at] == '<' || visible[at] == '>') {
      AppendEscaped(visible[at], false, out);
    } else {
      out.push_back(visible[at]);
    }
    if (link && visible[at] != '.') out += kLinkBreak;
  }
  return out;
}

std::string MarkdownCode(std::string_view text) {
  std::string visible = VisiblePath(text);
  std::size_t longest = 0;
  std::size_t run = 0;
  for (char c : visible) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  std::string fence(longest + 1, '`');
  std::string pad = longest > 0 ? " " : "";
  return fence + pad + visible + pad + fence;
}

}  // namespace tally
