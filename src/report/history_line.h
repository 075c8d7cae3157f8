// A figure's line through time: its claims in order, each with who published it and how it stands beside the
// others. Plain values; the renderers below are pure functions of them.
#pragma once

#include <string>
#include <vector>

#include "claims/claim.h"
#include "compare/standing.h"
#include "report/data_table.h"

namespace tally {

struct HistoryEntry {
  Claim claim;
  std::string source;  // who published the document; empty where unknown
  ClaimStanding standing;
};

struct HistoryLine {
  std::string title;                  // "microsoft investment openai", as asked
  std::vector<HistoryEntry> entries;  // oldest first
};

// The day that an entry stands at: when the time that it holds for begins, else its publication; nullopt
// where neither is known.
std::optional<Day> DayOfEntry(const HistoryEntry& entry);

// "Sam Altman, Example Daily": the speaker, where the text names one, and the source, or the name of its
// file. Visible text.
std::string WhoSaid(const HistoryEntry& entry);

// For people: held, published, predicate, object, value, source, speaker, quote, place, modality, standing.
// A date of publication that was estimated has a ? behind it.
DataTable HistoryTable(const HistoryLine& line);
// For calculation: the same with values as decimals, places as numbers, and ids.
DataTable HistoryData(const HistoryLine& line);
// An object a line: the claim (schemas/claim.schema.json) with `source`, `standing` and `findings`.
std::string HistoryJsonLines(const HistoryLine& line);

}  // namespace tally
