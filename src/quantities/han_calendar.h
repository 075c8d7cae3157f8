// What follows a year or a month in Chinese writing: 7月3日, 上半年, 第三周, 前两个月, 最后一个星期一,
// 国庆节.
#pragma once

#include "quantities/date_number.h"
#include "quantities/han_text.h"

namespace tally {

// The part of the year that follows it, or the year itself.
HanPoint WithinYear(const HanText& t, const HanPoint& year);
// The part of the month that follows it, or the month itself.
HanPoint WithinMonth(const HanText& t, const HanPoint& month);
// "7月", "3-5月" from the number `n` at text[at], with what follows. Without `year` the year is that of the
// date before in the sentence or the one nearest to the publication.
std::optional<HanPoint> ReadNumberedMonth(const HanText& t, std::size_t at, const DateNumber& n,
                                          std::optional<int> year);
// "29日" alone: of the month named before in the sentence, or the last such day up to the publication.
std::optional<HanPoint> ReadBareDay(const HanText& t, std::size_t at, const DateNumber& n);

}  // namespace tally
