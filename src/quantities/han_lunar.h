// Dates of the Chinese lunar calendar and days with a name: 农历正月十五, 腊月廿三, 闰四月, 五月初五, 中秋节,
// 冬至, 元旦.
#pragma once

#include "quantities/date_number.h"
#include "quantities/han_text.h"

namespace tally {

// A date that begins with a word of the lunar calendar. Its year is `year` (the Gregorian year in which it
// begins), or that of the date before in the sentence, or the publication's.
std::optional<HanPoint> ReadLunar(const HanText& t, std::size_t at, std::optional<int> year);
// 初七 or 九月 behind a lunar date (`t.left`) that they end.
std::optional<HanPoint> ReadLunarEnd(const HanText& t, std::size_t at);
// 五月初五, 九月廿二: only the lunar calendar writes its days so; `at` is behind 月 of the month whose number
// stands at `month_at`.
std::optional<HanPoint> ReadLunarDay(const HanText& t, std::size_t month_at, int month, std::size_t at,
                                     std::optional<int> year);
// The end of 初五 or 廿二 behind a month, where nothing else can be meant.
std::optional<std::size_t> LunarDayEnd(const HanText& t, std::size_t at);
// 廿一 alone: of the lunar month of the publication.
std::optional<HanPoint> ReadLunarTwenties(const HanText& t, std::size_t at);
// 国庆节, 元旦, 中秋, 冬至: of `year`, or the one nearest to the publication.
std::optional<HanPoint> ReadHoliday(const HanText& t, std::size_t at, std::optional<int> year);

}  // namespace tally
