#include "document/format.h"

#include <string>

#include "base/utf8.h"
#include "document/front_matter.h"
#include "document/packed_name.h"

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// Bytes at the beginning of a page in which it says that it is one, behind comments and declarations.
constexpr std::size_t kHtmlHead = 1000;

std::string EndingOf(std::string_view path) {
  std::size_t dot = path.rfind('.');
  return dot == kNone ? std::string() : AsciiLower(path.substr(dot + 1));
}

bool HasMarkdownEnding(std::string_view path) {
  std::string ending = EndingOf(path);
  return ending == "md" || ending == "markdown" || ending == "mdown" || ending == "mkd";
}

// A piece of a page, as content management systems hand it out: "<p>…", "<div class=…". The tag must be
// closed again, so that "<p is the probability" is text.
bool BeginsWithBlock(std::string_view head) {
  for (std::string_view name : {"p", "div", "article", "section", "h1", "h2", "h3", "ul", "ol", "table",
                                "figure", "blockquote", "body", "head", "main", "header"}) {
    std::string_view rest = head.substr(1);
    if (!rest.starts_with(name) || rest.size() <= name.size()) continue;
    char c = rest[name.size()];
    if (c != '>' && c != ' ' && c != '\n') continue;
    return head.find('>') != kNone && head.find("</") != kNone;
  }
  return false;
}

bool IsHtml(std::string_view path, std::string_view content) {
  std::string ending = EndingOf(path);
  if (ending == "html" || ending == "htm" || ending == "xhtml") return true;
  std::size_t first = content.find_first_not_of(" \t\r\n");
  if (first == kNone || content[first] != '<') return false;
  std::string head = AsciiLower(content.substr(first, kHtmlHead));
  bool declared = head.starts_with("<?xml") || head.starts_with("<!--");
  if (!declared)
    return head.starts_with("<!doctype html") || head.starts_with("<html") || BeginsWithBlock(head);
  return head.find("<!doctype html") != kNone || head.find("<html") != kNone;
}

// "# …" to "###### …" at the start of a line.
bool IsHeading(std::string_view line) {
  std::size_t level = line.find_first_not_of('#');
  return level != kNone && level >= 1 && level <= 6 && line[level] == ' ' &&
         line.find_first_not_of(" \r", level) != kNone;
}

std::size_t Count(std::string_view text, std::string_view mark, std::size_t enough) {
  std::size_t count = 0;
  for (std::size_t at = text.find(mark); at != kNone && count < enough;
       at = text.find(mark, at + mark.size()))
    ++count;
  return count;
}

std::size_t CountHeadings(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at != kNone && count < 2;) {
    if (IsHeading(text.substr(at, text.find('\n', at) - at))) ++count;
    std::size_t end = text.find('\n', at);
    at = end == kNone ? kNone : end + 1;
  }
  return count;
}

}  // namespace

Format DetectFormat(std::string_view path, std::string_view content) {
  std::string_view name = NameInside(path);
  if (!HasMarkdownEnding(name) && IsHtml(name, content)) return Format::kHtml;
  if (HasMarkdownEnding(name) || FrontMatterEnd(content) > 0) return Format::kMarkdown;
  std::size_t first = content.find_first_not_of("\r\n");
  if (first == kNone) return Format::kPlainText;
  std::string_view text = content.substr(first);
  std::size_t headings = CountHeadings(text);
  std::size_t links = Count(text, "](", 2);
  std::size_t strongs = Count(text, "**", 4) / 2;
  bool markdown = IsHeading(text.substr(0, text.find('\n'))) || headings >= 2 || links >= 2 || strongs >= 2 ||
                  (headings == 1 && links + strongs > 0) || (links > 0 && text.find("![") != kNone);
  return markdown ? Format::kMarkdown : Format::kPlainText;
}

}  // namespace tally
