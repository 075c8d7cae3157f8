// Dates as a publication line prints them: 2025-05-08, 2025/5/8, 2025.05.08, 2025年5月8日, May 8, 2025, 8 May
// 2025, and months: 2025年5月, May 2025. Only what dates a document; the dates of claims are read by
// quantities/.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"
#include "document/document_words.h"

namespace tally {

struct DateHit {
  TextSpan text;
  Day day;            // for a month its last day
  bool full = false;  // the day is printed
};

// In order, disjoint; `text` is folded. Years 1900..2099: others are history or numbers.
std::vector<DateHit> FindDates(std::string_view text, const WordTable& months);
// The first date that prints its day.
std::optional<DateHit> FirstFullDate(std::string_view text, const WordTable& months);
// The date in an address: /2025-03-07/, /2025/03/07/, /20250307/, /2024/10/.
std::optional<DateHit> DateInUrl(std::string_view url);

}  // namespace tally
