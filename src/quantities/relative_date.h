// Dates told from another one: 去年秋天, 上周三, 同年11月, 本季度, 三天后, 前两个月, 未来十天.
#pragma once

#include "quantities/date_number.h"
#include "quantities/han_text.h"

namespace tally {

// The date that begins with one of the words of relative_dates.txt (in English too: last year).
std::optional<HanPoint> ReadRelative(const HanText& t, std::size_t at);
// 第三季度, 上半年, 年初, 月底 alone: of the publication's year or month.
std::optional<HanPoint> ReadPartAlone(const HanText& t, std::size_t at);

// "三天后", "5年前", "17天内" from the number `n` at text[at], told from the publication. Only where nothing
// named before could be what it is counted from.
std::optional<HanPoint> ReadCounted(const HanText& t, std::size_t at, const DateNumber& n);
// 半年前, 半年后
std::optional<HanPoint> ReadHalfYear(const HanText& t, std::size_t at);
// "前两个月", "未来十天", "最近一周"
std::optional<HanPoint> ReadLedCount(const HanText& t, std::size_t at);
// What is counted from a day named directly before: 2月13日的3天后, 圣诞节前一天; or the day itself.
HanPoint CountedFrom(const HanText& t, const HanPoint& day);

}  // namespace tally
