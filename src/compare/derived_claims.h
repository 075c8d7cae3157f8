// Figures that take part in a check by what was claimed with them, wherever in the document they stand.
#pragma once

#include <vector>

#include "compare/check_matcher.h"
#include "rules/rule_set.h"

namespace tally {

// Of each document and each group of claims that share what the check names, the cumulative total (role
// "total", the largest) and its parts (role "parts": dated or numbered, smaller, each once), where there are
// two parts at least. The total's sentence holds one of the check's `with`.
std::vector<Binding> TrancheBindings(const CheckRule& check, const std::vector<Claim>& claims);

// Amounts with the same in another currency, as the text converts them (Value::converts): of each document
// and pair of currencies the conversions with the lowest and the highest rate, as roles "low", "low_as",
// "high", "high_as".
std::vector<Binding> ConversionBindings(const CheckRule& check, const std::vector<Claim>& claims);

// Where the documents print what an expression calls published and launched, to be shown with a finding:
// fills the roles of these names, where the check has them. `claims`: of the document, by place.
void AddPrintedDates(const CheckRule& check, const std::vector<const Claim*>& claims, Binding& binding);

// Claims by document (in the order of its name), each by place.
std::vector<std::vector<const Claim*>> ByDocument(const std::vector<Claim>& claims);

}  // namespace tally
