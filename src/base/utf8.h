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
CodePoint DecodeUtf8(std::string_view text, std::size_t at);
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
bool IsHan(char32_t c);
// Letters of alphabets with words between blanks: Latin (with diacritics), Greek, Cyrillic.
bool IsAlphabetic(char32_t c);
// Columns in a terminal: 2 for East Asian wide and full width, 0 for combining and control, else 1
// (Unicode UAX #11, the ranges that matter in news text).
int DisplayWidth(char32_t c);
int DisplayWidth(std::string_view text);

// True where no ASCII letter or digit run crosses `at`: the edge of a word in Latin script.
bool IsWordEdge(std::string_view text, std::size_t at);

}  // namespace tally
