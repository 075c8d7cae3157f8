// The places that repeat a figure, as tables and JSON Lines.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claims/claim.h"
#include "compare/repeats.h"
#include "report/data_table.h"

namespace tally {

struct RepeatedFigure {
  Claim claim;
  Repeat repeat = Repeat::kSame;
  std::optional<bool> same_key;  // nullopt where a value was asked for and not a claim
};

// For people: match, key, place (path:line:column), quote, value, predicate, subject, object.
DataTable RepeatTable(const std::vector<RepeatedFigure>& repeats);
// For calculation: the same with the span, values as decimals, and ids.
DataTable RepeatData(const std::vector<RepeatedFigure>& repeats);
// An object a line: the claim (schemas/claim.schema.json) with `match` and, of a claim, `same_key`.
std::string RepeatJsonLines(const std::vector<RepeatedFigure>& repeats);

}  // namespace tally
