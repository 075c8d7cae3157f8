#include "report/xml_text.h"

#include <algorithm>

#include "base/utf8.h"
#include "report/log_text.h"
#include "report/visible_text.h"

namespace tally {

namespace {

void AppendXml(char32_t c, std::string& out) {
  if (c == '&') {
    out += "&amp;";
  } else if (c == '<') {
    out += "&lt;";
  } else if (c == '>') {
    out += "&gt;";
  } else if (c == '"') {
    out += "&quot;";
  } else {
    bool noncharacter = c == 0xFFFE || c == 0xFFFF;
    AppendUtf8(noncharacter ? kReplacement : c, out);
  }
}

std::string EscapeXml(std::string_view visible) {
  std::string out;
  for (std::size_t at = 0; at < visible.size();) {
    auto [c, length] = DecodeUtf8(visible, at);
    at += length;
    AppendXml(c, out);
  }
  return out;
}

}  // namespace

std::string XmlText(std::string_view text) { return EscapeXml(VisibleText(text)); }

std::string XmlPath(std::string_view path) { return EscapeXml(VisiblePath(path)); }

std::string XmlLines(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t end = std::min(text.find('\n', at), text.size());
    if (at > 0) out.push_back('\n');
    out += EscapeXml(LogLine(VisiblePath(text.substr(at, end - at))));
    at = end + 1;
  }
  return out;
}

}  // namespace tally
