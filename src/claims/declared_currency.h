// The currency that a text declares for its amounts: "18.6億元（新台幣，下同）", "all figures in Canadian
// dollars".
#pragma once

#include <optional>
#include <string_view>

#include "document/document.h"
#include "rules/rule_set.h"

namespace tally {

struct DeclaredCurrency {
  std::string_view code;  // ISO 4217; lives as long as the rules
  bool dollars = false;   // a bare $ is that, too: the text says it of all its figures
};

// By the words of rules/words/currency_marks.txt, which stand behind the currency (下同) or before it (all
// figures in). nullopt where the text declares none, or several. Linear in the text.
std::optional<DeclaredCurrency> DeclaredCurrencyOf(const Document& document, const RuleSet& rules);

}  // namespace tally
