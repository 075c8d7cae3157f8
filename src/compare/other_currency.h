// The same number in two currencies: 130 億美元 in one text, 130 億元人民币 in another. One of them carried
// the number over and lost the currency.
#pragma once

#include <vector>

#include "compare/compared_claim.h"

namespace tally {

// Drafts for one key in several currencies (SetsOfSeveralCurrencies). Silent where a text gives the number in
// both currencies itself, and for prices and the like, which differ by country. Linear but for sorting.
std::vector<Draft> CurrencyClashes(const ComparableSet& set);

}  // namespace tally
