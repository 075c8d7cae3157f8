#include "document/declared_encoding.h"

#include <algorithm>

#include "base/utf8.h"

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
// Browsers look at 1024 bytes; saved pages carry comments and scripts above their head.
constexpr std::size_t kHeadBytes = 8192;
constexpr std::string_view kBlanks = " \t\r\n\f";

// The value behind `name` and an equals sign, in quotes or without; empty where the tag has none.
std::string ValueOf(std::string_view tag, std::string_view name) {
  std::size_t at = tag.find(name);
  if (at == kNone) return "";
  at = tag.find_first_not_of(kBlanks, at + name.size());
  if (at == kNone || tag[at] != '=') return "";
  at = tag.find_first_not_of(" \t\r\n\f\"'", at + 1);
  if (at == kNone) return "";
  return std::string(tag.substr(at, tag.find_first_of(" \t\r\n\f\"';/?>", at) - at));
}

}  // namespace

std::string DeclaredEncoding(std::string_view bytes) {
  // Labels are ASCII, and in lower case they mean the same.
  std::string head = AsciiLower(bytes.substr(0, kHeadBytes));
  std::size_t first = head.find_first_not_of(" \t\r\n\f");
  if (first == kNone || head[first] != '<') return "";
  if (head.compare(first, 5, "<?xml") == 0) {
    std::string label =
        ValueOf(std::string_view(head).substr(first, head.find('>', first) - first), "encoding");
    if (!label.empty()) return label;
  }
  for (std::size_t at = head.find("<meta", first); at != kNone; at = head.find("<meta", at + 1)) {
    std::string label = ValueOf(std::string_view(head).substr(at, head.find('>', at) - at), "charset");
    if (!label.empty()) return label;
  }
  return "";
}

}  // namespace tally
