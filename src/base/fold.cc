#include "base/fold.h"

#include "base/fold_table.h"
#include "base/utf8.h"

namespace tally {
namespace {

bool IsInvisible(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
         (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || c == 0xAD;
}

bool IsBlank(char32_t c) {
  return c == '\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

}  // namespace

char32_t FoldCodePoint(char32_t c) {
  if (c < 0x80) return c == '\t' ? U' ' : c;
  if (c >= kFoldTableFirst && c <= kFoldTableLast) return kFoldTable[c - kFoldTableFirst];
  if (IsInvisible(c)) return 0;
  if (IsBlank(c)) return ' ';
  if (c == 0xFF0C) return c;  // ， stays apart from the digit-grouping comma
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFF01 + '!';
  switch (c) {
    case 0xFFE5:
      return 0xA5;
    case 0xFFE1:
      return 0xA3;
    case 0x30FB:  // katakana middle dot
    case 0x2022:
    case 0x2027:
    case 0xFF65:
      return 0xB7;
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
      return '-';
    case 0x223C:
    case 0x301C:
      return '~';
    case 0x2018:
    case 0x2019:
      return '\'';
    default:
      return c;
  }
}

std::string Fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint c = DecodeUtf8(text, at);
    char32_t f = FoldCodePoint(c.value);
    // A byte that is none becomes U+FFFD.
    if (f != c.value || f == kReplacement) {
      folded.append(text, copied, at - copied);
      if (f != 0) AppendUtf8(f, folded);
      copied = at + c.length;
    }
    at += c.length;
  }
  folded.append(text, copied);
  return folded;
}

}  // namespace tally
