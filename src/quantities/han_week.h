// Weeks and days of the week in Chinese writing; ISO 8601 weeks, Monday to Sunday.
#pragma once

#include "quantities/han_text.h"

namespace tally {

Day MondayOf(Day day);
// What may follow 上周: 三, 周三, 末; or the week itself.
HanPoint WithinWeek(const HanText& t, const HanPoint& week);
// 周三 alone: of the publication's week, or of the week before where the clause speaks of the past.
std::optional<HanPoint> ReadWeekday(const HanText& t, std::size_t at);
// Past a day of the week that stands beside a date: 2月10日（星期日）.
std::size_t SkipWeekdayBeside(const HanText& t, std::size_t end);
// 第三周, 前两天, 最后一个星期一, 倒数第二天, 第九个月, counted within `whole`: a year, or a month.
std::optional<HanPoint> ReadOrdinal(const HanText& t, std::size_t at, const HanPoint& whole);

}  // namespace tally
