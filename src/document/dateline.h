// The dateline that opens an agency's report: place, date, agency.
#pragma once

#include <optional>
#include <string_view>

#include "base/span.h"
#include "document/document_words.h"
#include "document/text_dates.h"

namespace tally {

// A day that is printed without its year, and often without its month: "May 5", 5月3日, 28日.
struct YearlessDate {
  TextSpan text;
  int month = 0;  // 0 where it is not printed
  int day = 0;
};

struct Dateline {
  std::optional<DateHit> date;           // with its year
  std::optional<YearlessDate> yearless;  // otherwise
  TextSpan agency;                       // empty where it names none
};

// Looks only at the beginning of the folded text. Three shapes are known:
//   agency, place, date, mark:           新华社北京2025年5月8日电 (agencies.txt, dateline_marks.txt)
//   any short name, month and day, mark: 某某科技 4 月 6 日消息，
//   PLACE, date and (agency), dash:      WASHINGTON, May 5, 2025 (Reuters) -
std::optional<Dateline> FindDateline(std::string_view text, const DocumentWords& words);

}  // namespace tally
