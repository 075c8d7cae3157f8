#include "document/encoding.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace tally {
namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, 9> kNames = {
    "utf-8", "utf-16le", "utf-16be", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr", "windows-1252"};

constexpr std::pair<std::string_view, Encoding> kLabels[] = {
    {"utf8", Encoding::kUtf8},
    {"unicode-1-1-utf-8", Encoding::kUtf8},
    {"utf-16", Encoding::kUtf16Le},
    {"unicode", Encoding::kUtf16Le},
    {"ucs-2", Encoding::kUtf16Le},
    {"gb2312", Encoding::kGb18030},
    {"gb_2312", Encoding::kGb18030},
    {"gb_2312-80", Encoding::kGb18030},
    {"gbk", Encoding::kGb18030},
    {"x-gbk", Encoding::kGb18030},
    {"cp936", Encoding::kGb18030},
    {"windows-936", Encoding::kGb18030},
    {"euc-cn", Encoding::kGb18030},
    {"chinese", Encoding::kGb18030},
    {"csgb2312", Encoding::kGb18030},
    {"big5-hkscs", Encoding::kBig5},
    {"big5hkscs", Encoding::kBig5},
    {"big-5", Encoding::kBig5},
    {"cn-big5", Encoding::kBig5},
    {"x-x-big5", Encoding::kBig5},
    {"csbig5", Encoding::kBig5},
    {"cp950", Encoding::kBig5},
    {"windows-950", Encoding::kBig5},
    {"sjis", Encoding::kShiftJis},
    {"shift-jis", Encoding::kShiftJis},
    {"x-sjis", Encoding::kShiftJis},
    {"ms_kanji", Encoding::kShiftJis},
    {"ms932", Encoding::kShiftJis},
    {"cp932", Encoding::kShiftJis},
    {"windows-31j", Encoding::kShiftJis},
    {"csshiftjis", Encoding::kShiftJis},
    {"eucjp", Encoding::kEucJp},
    {"x-euc-jp", Encoding::kEucJp},
    {"cseucpkdfmtjapanese", Encoding::kEucJp},
    {"euckr", Encoding::kEucKr},
    {"uhc", Encoding::kEucKr},
    {"cp949", Encoding::kEucKr},
    {"windows-949", Encoding::kEucKr},
    {"korean", Encoding::kEucKr},
    {"ks_c_5601-1987", Encoding::kEucKr},
    {"ksc5601", Encoding::kEucKr},
    {"cp1252", Encoding::kWindows1252},
    {"latin1", Encoding::kWindows1252},
    {"l1", Encoding::kWindows1252},
    {"iso-8859-1", Encoding::kWindows1252},
    {"iso8859-1", Encoding::kWindows1252},
    {"iso-8859-15", Encoding::kWindows1252},
    {"ascii", Encoding::kWindows1252},
    {"us-ascii", Encoding::kWindows1252},
};

bool In(unsigned char byte, unsigned low, unsigned high) { return byte >= low && byte <= high; }

std::size_t GbLength(const unsigned char* bytes, std::size_t size) {
  if (!In(bytes[0], 0x81, 0xFE) || size < 2) return 0;
  if (In(bytes[1], 0x40, 0xFE) && bytes[1] != 0x7F) return 2;
  bool four = size >= 4 && In(bytes[1], 0x30, 0x39) && In(bytes[2], 0x81, 0xFE) && In(bytes[3], 0x30, 0x39);
  return four ? 4 : 0;
}

std::size_t Big5Length(const unsigned char* bytes, std::size_t size) {
  if (!In(bytes[0], 0x81, 0xFE) || size < 2) return 0;
  return In(bytes[1], 0x40, 0x7E) || In(bytes[1], 0xA1, 0xFE) ? 2 : 0;
}

std::size_t ShiftJisLength(const unsigned char* bytes, std::size_t size) {
  if (In(bytes[0], 0xA1, 0xDF)) return 1;
  if (!(In(bytes[0], 0x81, 0x9F) || In(bytes[0], 0xE0, 0xFC)) || size < 2) return 0;
  return In(bytes[1], 0x40, 0xFC) && bytes[1] != 0x7F ? 2 : 0;
}

std::size_t EucJpLength(const unsigned char* bytes, std::size_t size) {
  if (size < 2 || !In(bytes[1], 0xA1, 0xFE)) return 0;
  if (bytes[0] == 0x8F) return size >= 3 && In(bytes[2], 0xA1, 0xFE) ? 3 : 0;
  return bytes[0] == 0x8E || In(bytes[0], 0xA1, 0xFE) ? 2 : 0;
}

// With the syllables that windows-949 adds.
std::size_t EucKrLength(const unsigned char* bytes, std::size_t size) {
  if (!In(bytes[0], 0x81, 0xFE) || size < 2) return 0;
  return In(bytes[1], 0x41, 0x5A) || In(bytes[1], 0x61, 0x7A) || In(bytes[1], 0x81, 0xFE) ? 2 : 0;
}

}  // namespace

std::string_view EncodingName(Encoding encoding) { return kNames[static_cast<std::size_t>(encoding)]; }

std::vector<std::string> EncodingNames() { return {kNames.begin(), kNames.end()}; }

std::optional<Encoding> EncodingFromLabel(std::string_view label) {
  constexpr std::string_view kBlanks = " \t\r\n\f";
  std::size_t first = label.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return std::nullopt;
  std::string wanted = AsciiLower(label.substr(first, label.find_last_not_of(kBlanks) - first + 1));
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == wanted) return static_cast<Encoding>(i);
  }
  auto known = std::ranges::find(kLabels, wanted, [](const auto& entry) { return entry.first; });
  return known == std::end(kLabels) ? std::nullopt : std::optional(known->second);
}

std::size_t CharacterLength(Encoding encoding, std::string_view bytes, std::size_t at) {
  const auto* rest = reinterpret_cast<const unsigned char*>(bytes.data()) + at;
  std::size_t size = bytes.size() - at;
  if (rest[0] < 0x80) return 1;
  switch (encoding) {
    case Encoding::kGb18030:
      return GbLength(rest, size);
    case Encoding::kBig5:
      return Big5Length(rest, size);
    case Encoding::kShiftJis:
      return ShiftJisLength(rest, size);
    case Encoding::kEucJp:
      return EucJpLength(rest, size);
    case Encoding::kEucKr:
      return EucKrLength(rest, size);
    default:
      return 1;
  }
}

}  // namespace tally
