#include "report/byte_columns.h"

#include <vector>

#include "base/utf8.h"
#include "document/source_text.h"

namespace tally {

const ByteColumns::Lines* ByteColumns::LinesOf(const std::string& document) {
  auto known = lines_.find(document);
  if (known != lines_.end()) return &known->second;
  auto content = check_.contents.find(document);
  if (content == check_.contents.end()) return nullptr;
  Lines lines{ReadSourceText(content->second, std::nullopt).text, {0}};
  for (std::size_t at = lines.text.find('\n'); at != std::string::npos; at = lines.text.find('\n', at + 1)) {
    lines.starts.push_back(at + 1);
  }
  return &lines_.emplace(document, std::move(lines)).first->second;
}

std::optional<std::size_t> ByteColumns::Of(const std::string& document, const LineColumn& place) {
  const Lines* lines = LinesOf(document);
  if (lines == nullptr || place.line == 0 || place.line > lines->starts.size()) return std::nullopt;
  std::size_t start = lines->starts[place.line - 1];
  std::size_t at = start;
  // Columns count bytes that begin a code point (document/document.h: Locate).
  auto goes_on = [&] { return (static_cast<unsigned char>(lines->text[at]) & 0xC0) == 0x80; };
  for (std::size_t column = 1; column < place.column; ++column) {
    if (at >= lines->text.size() || lines->text[at] == '\n') return std::nullopt;
    do {
      ++at;
    } while (at < lines->text.size() && goes_on());
  }
  return at - start + 1;
}

}  // namespace tally
