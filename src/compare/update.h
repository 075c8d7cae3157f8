// Comparing only what some documents can touch: what one new article is checked by. The result is that of a
// full comparison (compare/compare.h), which a test compares it with. Claims are read only of the documents
// that these can meet.
#pragma once

#include <cstddef>
#include <vector>

#include "compare/compare.h"
#include "compare/compared_document.h"

namespace tally {

// Of the findings between all documents those that one of the first `count`, or a copy of one, has a part in.
// `claims_compared` counts the claims that these were compared with, and their own.
CompareResult CompareAbout(const std::vector<ComparedDocument>& documents, std::size_t count,
                           Language language, const RuleSet& rules);

// What one of the first `count` documents, or one of `before`, meets among all of them, and these themselves.
std::vector<const ComparedDocument*> MetBy(const std::vector<ComparedDocument>& documents, std::size_t count,
                                           const std::vector<ComparedDocument>& before);

// Two states of documents, of which most are in both.
struct StatesInput {
  const std::vector<ComparedDocument>& after;   // the state after
  std::size_t after_only = 0;                   // the first so many of it are in no state before
  const std::vector<ComparedDocument>& before;  // what the state before has beside the others
  Language language = Language::kEnglish;
};
struct StatesResult {
  CompareResult after;
  std::vector<Finding> before;
};

// Of each state the findings that a document of one state only, or one that meets such a document in either,
// has a part in: what did not change may stand otherwise to each other now. As CompareAbout, state by state.
StatesResult CompareStates(const StatesInput& input, const RuleSet& rules);

}  // namespace tally
