#include "document/document.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace tally {
namespace {

bool BeginsCodePoint(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

std::size_t CodePointsIn(std::string_view bytes) {
  // Eight bytes at a time: of each, bit 7 where it goes on with a code point (10xxxxxx).
  constexpr std::uint64_t kHighBits = 0x8080808080808080u;
  std::size_t count = 0;
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= bytes.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes.data() + at, sizeof eight);
    std::uint64_t going_on = (eight & ~(eight << 1) & kHighBits) >> 7;
    // The sum of the eight bytes, which is in the highest one.
    count += sizeof eight - (going_on * 0x0101010101010101u >> 56);
  }
  for (; at < bytes.size(); ++at) count += BeginsCodePoint(bytes[at]) ? 1 : 0;
  return count;
}

}  // namespace

std::string_view FieldName(Field field) {
  switch (field) {
    case Field::kTitle:
      return "title";
    case Field::kFrontMatter:
      return "front_matter";
    case Field::kBody:
      return "body";
    case Field::kCaption:
      return "caption";
    case Field::kByline:
      return "byline";
  }
  return "body";
}

std::string_view ScriptName(Script script) {
  switch (script) {
    case Script::kLatin:
      return "Latn";
    case Script::kSimplified:
      return "Hans";
    case Script::kTraditional:
      return "Hant";
  }
  return "Latn";
}

void Document::IndexLines() {
  line_starts.assign(1, 0);
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1)) {
    line_starts.push_back(at + 1);
  }
  code_points.assign(1, 0);
  for (std::size_t at = kColumnStride; at <= text.size(); at += kColumnStride) {
    std::string_view stretch = std::string_view(text).substr(at - kColumnStride, kColumnStride);
    code_points.push_back(code_points.back() + CodePointsIn(stretch));
  }
}

LineColumn Document::Locate(std::size_t offset) const {
  auto before = [&](std::size_t at) {
    std::size_t stretch = at / kColumnStride;
    std::size_t start = stretch * kColumnStride;
    return code_points[stretch] + CodePointsIn(std::string_view(text).substr(start, at - start));
  };
  auto next = std::ranges::upper_bound(line_starts, offset);
  std::size_t line = static_cast<std::size_t>(next - line_starts.begin());
  std::size_t line_start = line_starts[line - 1];
  if (offset - line_start <= kColumnStride)
    return {line, CodePointsIn(std::string_view(text).substr(line_start, offset - line_start)) + 1};
  return {line, before(offset) - before(line_starts[line - 1]) + 1};
}

}  // namespace tally
