// When a document that prints no date was written, judged by the dates that it refers to.
#pragma once

#include <optional>
#include <vector>

#include "document/dateline.h"
#include "document/document.h"
#include "document/document_words.h"
#include "document/text_dates.h"

namespace tally {

struct EstimatedDate {
  Day day;            // for a month its last day
  bool full = false;  // the day is printed
};

// A date with its year that the text, or an address in it, refers to.
struct DateReference {
  DateHit date;
  bool future = false;  // the words beside it put it into the future (rules/words/future_marks.txt)
};

// Without the blocks that are `passed_over` (document/furniture.h): other articles have dates of their own.
// Years alone do not count (到2030年, founded in 2015). In the order of the text, addresses last.
std::vector<DateReference> FindReferences(const Document& document,
                                          const std::vector<std::size_t>& passed_over,
                                          const std::vector<Span>& urls, const DocumentWords& words);

// The latest date that the text refers to: an article is not older than what it reports. Those of the future
// do not count. Months count by their order; inside the latest month the latest printed day is taken, and
// where none is printed the month's last day. nullopt where no date is left.
std::optional<EstimatedDate> EstimateDate(const std::vector<DateReference>& references);

// The day that a dateline without its year means: that which lies best among the dates that the text refers
// to. Each reference speaks for a day the more the nearer it is. One that lies behind the day speaks half,
// unless the text puts it into the future, for news are mostly of what has happened; a plan that would have
// been past speaks a quarter. nullopt without references.
std::optional<Day> DayAmong(const std::vector<DateReference>& references, const YearlessDate& printed);

}  // namespace tally
