// The dateline that opens an agency's report: place, date, agency.
#pragma once

#include <optional>
#include <string_view>

#include "base/span.h"
#include "document/document_words.h"
#include "document/text_dates.h"

namespace tally {

struct Dateline {
  std::optional<DateHit> date;  // empty where the dateline prints no year
  TextSpan agency;              // empty where it names none
};

// Looks only at the beginning of the folded text. Two shapes are known:
//   agency, place, date, mark:           新华社北京2025年5月8日电 (agencies.txt, dateline_marks.txt)
//   PLACE, date and (agency), dash:      WASHINGTON, May 5, 2025 (Reuters) -
std::optional<Dateline> FindDateline(std::string_view text, const DocumentWords& words);

}  // namespace tally
