// The names are libxml2's table of HTML 4, and those of WHATWG HTML for the signs that stand in figures. An
// unknown name stays in the text as it is printed.
#include "document/entities.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"

namespace tally {
namespace {

// The longest name of HTML 4 is thetasym.
constexpr std::size_t kLongestName = 8;
// Longer ones are padded with zeros, or beyond Unicode.
constexpr std::size_t kMostDigits = 64;

// What pages mean by 128..159: the characters of Windows-1252.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
    0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

struct SignName {
  std::string_view name;
  char32_t c;
};
constexpr auto kSigns = std::to_array<SignName>({
    SignName{"Hat", 0x5E},      SignName{"NewLine", 0xA},  SignName{"Tab", 0x9},
    SignName{"approx", 0x2248}, SignName{"ast", 0x2A},     SignName{"bsol", 0x5C},
    SignName{"colon", 0x3A},    SignName{"comma", 0x2C},   SignName{"commat", 0x40},
    SignName{"dash", 0x2010},   SignName{"div", 0xF7},     SignName{"dollar", 0x24},
    SignName{"equals", 0x3D},   SignName{"excl", 0x21},    SignName{"grave", 0x60},
    SignName{"hairsp", 0x200A}, SignName{"half", 0xBD},    SignName{"horbar", 0x2015},
    SignName{"hyphen", 0x2010}, SignName{"lbrack", 0x5B},  SignName{"lcub", 0x7B},
    SignName{"lowbar", 0x5F},   SignName{"lpar", 0x28},    SignName{"lsqb", 0x5B},
    SignName{"midast", 0x2A},   SignName{"mldr", 0x2026},  SignName{"nldr", 0x2025},
    SignName{"num", 0x23},      SignName{"numsp", 0x2007}, SignName{"percnt", 0x25},
    SignName{"period", 0x2E},   SignName{"plus", 0x2B},    SignName{"pm", 0xB1},
    SignName{"puncsp", 0x2008}, SignName{"quest", 0x3F},   SignName{"rbrack", 0x5D},
    SignName{"rcub", 0x7D},     SignName{"rpar", 0x29},    SignName{"rsqb", 0x5D},
    SignName{"semi", 0x3B},     SignName{"sol", 0x2F},     SignName{"verbar", 0x7C},
    SignName{"vert", 0x7C},
});
static_assert(std::ranges::is_sorted(kSigns, {}, &SignName::name));

std::optional<char32_t> Named(std::string_view name) {
  if (name.empty() || name.size() > kLongestName) return std::nullopt;
  auto sign = std::ranges::lower_bound(kSigns, name, {}, &SignName::name);
  if (sign != kSigns.end() && sign->name == name) return sign->c;
  const std::string terminated(name);
  const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(terminated.c_str()));
  return entity == nullptr ? std::nullopt : std::optional<char32_t>(entity->value);
}

// Names that may stand without a semicolon: &amp, &copy.
std::optional<char32_t> Legacy(std::string_view name) {
  auto sign = std::ranges::lower_bound(kSigns, name, {}, &SignName::name);
  bool later = name == "apos" || (sign != kSigns.end() && sign->name == name);
  auto c = later ? std::nullopt : Named(name);
  return c && *c < 0x100 ? c : std::nullopt;
}

int DigitValue(char c) {
  if (IsAsciiDigit(c)) return c - '0';
  char lower = AsciiLower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 16;
}

// Behind "&#".
std::optional<CharacterReference> NumberAt(std::string_view text, std::size_t at) {
  std::size_t start = at + 2;
  bool hex = start < text.size() && AsciiLower(text[start]) == 'x';
  if (hex) ++start;
  int base = hex ? 16 : 10;
  char32_t value = 0;
  std::size_t end = start;
  for (; end < text.size() && end - start < kMostDigits && DigitValue(text[end]) < base; ++end)
    value = std::min<char32_t>(
        value * static_cast<char32_t>(base) + static_cast<char32_t>(DigitValue(text[end])), 0x110000);
  bool character = value != 0 && value <= 0x10FFFF && !(value >= 0xD800 && value <= 0xDFFF);
  if (end == start || !character) return std::nullopt;
  if (value >= 0x80 && value < 0xA0) value = kWindows1252[value - 0x80];
  if (end < text.size() && text[end] == ';') ++end;
  return CharacterReference{end - at, value};
}

}  // namespace

std::optional<CharacterReference> ReferenceAt(std::string_view text, std::size_t at) {
  if (at + 1 < text.size() && text[at + 1] == '#') return NumberAt(text, at);
  std::size_t start = at + 1;
  std::size_t end = start;
  while (end < text.size() && end - start <= kLongestName && IsAsciiAlnum(text[end])) ++end;
  std::string_view name = text.substr(start, end - start);
  if (end < text.size() && text[end] == ';') {
    if (auto c = Named(name)) return CharacterReference{end + 1 - at, *c};
  }
  for (; name.size() >= 2; name.remove_suffix(1)) {
    auto c = Legacy(name);
    if (c) return CharacterReference{name.size() + 1, *c};
  }
  return std::nullopt;
}

std::optional<char32_t> DecodeEntity(std::string_view reference) {
  if (reference.size() < 3 || reference.front() != '&' || reference.back() != ';') return std::nullopt;
  auto found = ReferenceAt(reference, 0);
  return found && found->length == reference.size() ? std::optional(found->c) : std::nullopt;
}

}  // namespace tally
