#include "report/display_columns.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace tally {

namespace {

constexpr UChar32 kZeroWidthJoiner = 0x200D;
constexpr UChar32 kEmojiVariation = 0xFE0F;

bool IsEmoji(UChar32 c, UProperty property) { return u_hasBinaryProperty(c, property) != 0; }

int ColumnsAlone(UChar32 c) {
  if (c >= 0x20 && c < 0x7F) return 1;
  int category = u_charType(c);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR ||
      category == U_CONTROL_CHAR) {
    return 0;
  }
  // The vowels and final consonants of a Korean syllable join the first consonant.
  int syllable = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO) return 0;
  int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// What `c` adds after `previous`.
int ColumnsAfter(UChar32 previous, UChar32 c) {
  if (previous == kZeroWidthJoiner && IsEmoji(c, UCHAR_EXTENDED_PICTOGRAPHIC)) return 0;
  if (IsEmoji(c, UCHAR_EMOJI_MODIFIER) && IsEmoji(previous, UCHAR_EMOJI_MODIFIER_BASE)) return 0;
  // Makes a picture of a character that may stand as a letter: ❤ and ❤️.
  if (c == kEmojiVariation && IsEmoji(previous, UCHAR_EMOJI)) return 2 - ColumnsAlone(previous);
  return ColumnsAlone(c);
}

}  // namespace

int DisplayColumns(std::string_view text) {
  int columns = 0;
  UChar32 previous = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto [c, length] = DecodeUtf8(text, at);
    at += length;
    columns += ColumnsAfter(previous, static_cast<UChar32>(c));
    previous = static_cast<UChar32>(c);
  }
  return columns;
}

}  // namespace tally
