// UTF-8 by hand: decoding one code point, code point columns, and the character classes that the readers ask
// for. Malformed bytes decode as U+FFFD of length 1, so that no input stops a scan and every byte is visited
// once.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tally {

struct CodePoint {
  char32_t value;
  std::size_t length;  // bytes, 1..4
};

inline constexpr char32_t kReplacement = 0xFFFD;

// Decodes the code point at `at`; `at` must be below text.size().
inline CodePoint DecodeUtf8(std::string_view text, std::size_t at);
// The length of the code point that begins with this byte, where the text is well-formed, as folded text is.
inline std::size_t LengthByLead(char lead) {
  auto byte = static_cast<unsigned char>(lead);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}
// The byte offset of the code point that ends at `at` (at > 0).
std::size_t PreviousCodePoint(std::string_view text, std::size_t at);
void AppendUtf8(char32_t code_point, std::string& out);
// Number of code points.
std::size_t CountCodePoints(std::string_view text);

inline bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }
inline bool IsAsciiAlpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool IsAsciiAlnum(char c) { return IsAsciiDigit(c) || IsAsciiAlpha(c); }
inline bool IsAsciiUpper(char c) { return c >= 'A' && c <= 'Z'; }
inline char AsciiLower(char c) { return IsAsciiUpper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
std::string AsciiLower(std::string_view text);

// Han ideographs, including the numeral 〇 (U+3007).
inline bool IsHan(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}
// Letters of alphabets with words between blanks: Latin (with diacritics), Greek, Cyrillic.
bool IsAlphabetic(char32_t c);
// Columns in a terminal: 2 for East Asian wide and full width, 0 for combining and control, else 1
// (Unicode UAX #11, the ranges that matter in news text).
int DisplayWidth(char32_t c);
int DisplayWidth(std::string_view text);

// True where no ASCII letter or digit run crosses `at`: the edge of a word in Latin script.
inline bool IsWordEdge(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  return !(IsAsciiAlnum(text[at - 1]) && IsAsciiAlnum(text[at]));
}

// Every case of DecodeUtf8; called by it for what is neither ASCII nor a common Han character.
CodePoint DecodeUtf8General(std::string_view text, std::size_t at);

inline CodePoint DecodeUtf8(std::string_view text, std::size_t at) {
  auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  unsigned char lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  // U+1000 to U+CFFF: neither overlong nor surrogates.
  if (lead > 0xE0 && lead < 0xED && at + 2 < text.size() && (byte(at + 1) & 0xC0) == 0x80 &&
      (byte(at + 2) & 0xC0) == 0x80) {
    return {(lead & 0x0Fu) << 12 | (byte(at + 1) & 0x3Fu) << 6 | (byte(at + 2) & 0x3Fu), 3};
  }
  return DecodeUtf8General(text, at);
}

}  // namespace tally
