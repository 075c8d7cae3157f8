// Comparing only what a change of documents can touch. The results are those of a full comparison
// (compare/compare.h), which a test compares them with.
#pragma once

#include <set>
#include <string>

#include "compare/compare.h"

namespace tally {

// `before`: what Compare found in `input` less the documents `added` (named by hash, by path where they have
// none). The findings of `input` as a whole: those whose keys no added document touches are taken over, the
// others are made anew. So are those that rest on which documents are copies (compare/copies.h) or tell one
// story (compare/stories.h), where that has changed.
CompareResult Update(const CompareResult& before, const CompareInput& input,
                     const std::set<std::string>& added, const RuleSet& rules);

// Of the findings of `input` those that one of `documents` has a part in. `claims_compared` counts the claims
// that these documents were compared with, and their own.
CompareResult CompareAbout(const CompareInput& input, const std::set<std::string>& documents,
                           const RuleSet& rules);

}  // namespace tally
