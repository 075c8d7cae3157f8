#include "report/json_text.h"

#include <fmt/format.h>

#include <iterator>
#include <string_view>

#include "base/utf8.h"
#include "report/visible_text.h"

namespace tally {

namespace {

// First bytes of the characters that IsHostile names, ASCII controls excepted: nlohmann has escaped those.
bool MayBeHostile(char c) {
  auto byte = static_cast<unsigned char>(c);
  return byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2 || byte == 0xEF || byte == 0xF3;
}

void AppendEscape(char32_t c, std::string& out) {
  auto append = [&](unsigned unit) { fmt::format_to(std::back_inserter(out), "\\u{:04x}", unit); };
  if (c < 0x10000) return append(static_cast<unsigned>(c));
  unsigned offset = static_cast<unsigned>(c) - 0x10000;
  append(0xD800 + (offset >> 10));
  append(0xDC00 + (offset & 0x3FF));
}

}  // namespace

std::string DumpJson(const nlohmann::ordered_json& json, int indent) {
  std::string text = json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!MayBeHostile(text[at])) continue;
    auto [c, length] = DecodeUtf8(text, at);
    if (!IsHostile(c)) continue;
    out.append(text, copied, at - copied);
    AppendEscape(c, out);
    copied = at + length;
    at = copied - 1;
  }
  if (copied == 0) return text;
  return out.append(text, copied);
}

}  // namespace tally
