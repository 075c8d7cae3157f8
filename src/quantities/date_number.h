// The small whole numbers of dates: 8, 08, 2019, 十二, 二〇一九, 九七, 廿一. Unlike a Numeral it knows how it
// is written, because that decides whether 三四年 counts and 九七年 names a year; it allocates nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace tally {

struct DateNumber {
  int value = 0;
  std::size_t end = 0;
  int digits = 0;             // as printed by position: 4 for 2019 and 二〇一九; 0 for 十二 and 三百
  bool han = false;           // Han numerals
  bool leading_zero = false;  // 08, 零八
  bool neighbours = false;    // 三四: two digits that rise by one may count from three to four
  bool counts = false;        // 两: a number that counts and never names (两月 is no February)
};

// The number that begins at text[at] (folded text), at most 9999; nullopt where none does, where it is part
// of a longer one, or where its figure is vague (几, 数十).
std::optional<DateNumber> ReadDateNumber(std::string_view text, std::size_t at);

// Whether the character is one of the Han digits and units that such a number is written with.
bool IsHanNumeral(char32_t c);

}  // namespace tally
