// The grammar of Han numerals, with Arabic digits in the place of any section: 一百二十, 两, 28.5 万,
// 1千3百亿, 二〇二三, 壹佰万零伍拾肆, 数十亿, 十几, 60多.
//
// A section of digits and 十百千 is closed by 万, 亿 or 兆; a closing unit multiplies all that stands before
// it and is smaller. 几 and 数 are digits from 2 to 9; 多 and 余 open the last place upward.
#pragma once

#include <optional>
#include <string_view>

#include "quantities/numeral.h"

namespace tally {

// The numeral at text[at], a Han numeral or an ASCII digit; nullopt where there is none.
std::optional<Numeral> ReadHanNumeral(std::string_view text, std::size_t at);

}  // namespace tally
