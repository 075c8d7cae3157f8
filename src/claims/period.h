// What a claim holds for: the date that the sentence names for it, carried from the sentence before where
// this one names none.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claims/claim.h"
#include "claims/sentence.h"
#include "rules/rule_set.h"

namespace tally {

struct Period {
  DateRange range;
  bool carried = false;                 // from the sentence before
  std::string quote;                    // folded words of the date, for the trace
  std::optional<int> fiscal_year = {};  // Value::fiscal_year: the days are those of the company's
  // In the head of a table, and not to be resolved: what the cell says holds for a time that is not known.
  bool unknown = false;
};

// In the row of a table, the date in the figure's cell or its head, put together with the one that heads the
// row (Q1 beside 2023) or stands in a cell of its own. Elsewhere, the date for the quantity `item`; `before`
// is the last date of the sentence before in the same block. A date led in by 截至, as of, 到今天 is an end,
// not a period, and is passed over; so is one in another clause behind the figure. `own_dates` are items of
// the sentence that date an event of their own (founded in 2016): they say nothing of when other clauses
// hold.
std::optional<Period> FindPeriod(const Sentence& sentence, std::size_t item,
                                 const std::optional<Period>& before,
                                 const std::vector<std::size_t>& own_dates = {});

// A date that only says up to when: 截至 2024 年底, 到今天, as of May.
bool IsUpToNow(const Sentence& sentence, const Item& item);

// Whether the figure of an item is where a change began, and not its result: 从 10 亿提升到 660 亿, from $1
// billion to $66 billion.
bool IsBaseOfChange(const Sentence& sentence, std::size_t item);

// The last date of a sentence that can carry over to the next one.
std::optional<Period> LastPeriod(const Sentence& sentence, const std::vector<std::size_t>& own_dates = {});

// The days of a fiscal year of a company (entity fact fiscal_year_end, MM-DD; the calendar year where there
// is none). A relative one (offset 0 is the running one) is told from the publication.
std::optional<DateRange> FiscalYear(const Value& date, const Entity* company, std::optional<Day> published);

}  // namespace tally
