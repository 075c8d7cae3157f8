// Years, decades and centuries in Chinese writing: 2019年, 二〇一九年, 92年, 民国114年, 康熙20年,
// 2014至2018年, 上世纪80年代末, 19世纪上半叶.
#pragma once

#include "quantities/date_number.h"
#include "quantities/han_text.h"

namespace tally {

// The year, span of years, decade or century that begins with the number `n` at text[at]. A year ends after
// 年 and says nothing of its months yet.
std::optional<HanPoint> ReadNumberedYear(const HanText& t, std::size_t at, const DateNumber& n);
// 七八十年代, 70、80年代: of the century that has passed them.
std::optional<HanPoint> ReadDecadePair(const HanText& t, std::size_t at);
// The year or century that begins with a word: 民国, 公元, 康熙, 上世纪.
std::optional<HanPoint> ReadNamedYear(const HanText& t, std::size_t at);

}  // namespace tally
