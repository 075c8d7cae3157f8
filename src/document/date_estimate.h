// When a document that prints no date was written, judged by the dates that it refers to.
#pragma once

#include <optional>
#include <vector>

#include "document/document.h"
#include "document/document_words.h"

namespace tally {

struct EstimatedDate {
  Day day;            // for a month its last day
  bool full = false;  // the day is printed
};

// The latest date that the text, or an address in it, refers to: an article is not older than what it
// reports. Years alone do not count (到2030年, founded in 2015), nor do dates that the words beside them put
// into the future (rules/words/future_marks.txt), nor blocks that are `passed_over` (document/furniture.h):
// other articles have dates of their own. Months count by their order; inside the latest month the latest
// printed day is taken, and where none is printed the month's last day. nullopt where no date is left.
std::optional<EstimatedDate> EstimateDate(const Document& document,
                                          const std::vector<std::size_t>& passed_over,
                                          const std::vector<Span>& urls, const DocumentWords& words);

}  // namespace tally
