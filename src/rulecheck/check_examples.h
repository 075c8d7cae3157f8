// Runs the examples that the rules carry: no rule without texts on which it fires and texts on
// which it must not.
#pragma once

#include <string>
#include <vector>

#include "claims/extractor.h"
#include "document/document.h"
#include "document/document_words.h"
#include "rules/rule_set.h"

namespace tally {

struct ExampleResult {
  std::string predicate;   // or the check
  std::string file;        // relative to rules/: "predicates/investment.json"
  std::size_t number = 1;  // of the example in its rule, from 1
  std::string text;
  bool passed = false;
  // What the example asks for and what was read, in the same form: "\"130亿美元\" subject=microsoft
  // object=openai".
  std::string expected;
  std::string got;

  // "predicates/investment.json: example 3 (\"…\"): expected …, got …".
  std::string ToString() const;
};

// The text of an example as a document of its own, published on 2025-05-08 where it prints no date, so that
// 去年 has a meaning.
Document ExampleDocument(const std::string& text, const DocumentWords& words);

// All examples, in the order of the rules, those of checks behind them (check_findings.h). One of a predicate
// that fires passes where some claim of its predicate has the quote, subject, object, period and modality
// that it names; a quiet one where there is no claim of its predicate at all.
std::vector<ExampleResult> CheckExamples(const RuleSet& rules, const Extractor& extractor,
                                         const DocumentWords& words);

}  // namespace tally
