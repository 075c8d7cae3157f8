// The short line near the top of an article that says when it appeared, and often who wrote it:
// "May 4, 2025 | Politics | By Jane Doe", "2025-05-04 10:20 发布 2025-05-06 更新".
#pragma once

#include <string_view>
#include <vector>

#include "document/document_words.h"
#include "document/text_dates.h"

namespace tally {

struct LineDate {
  enum class Kind { kPublished, kPlain, kUpdated };
  DateHit hit;
  Kind kind = Kind::kPlain;  // kPlain: no word of rules/words/published_labels.txt beside it
};

// The dates of the line, those that say most of the publication first; empty where the line says something
// else. A line of dates is cut in parts by bars, dots and double blanks; what stands beside a date is short
// and no sentence, and has no figures but the time, and those of furniture ("4 min read").
std::vector<LineDate> ReadDateLine(std::string_view line, const DocumentWords& words);

}  // namespace tally
