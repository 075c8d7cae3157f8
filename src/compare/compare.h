// Comparison: which claims contradict, replace or support each other. A pure function of its input: no
// database, no clock, and the same findings for the same claims in whatever order they come. Safe to call
// from any number of threads.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "claims/claim.h"
#include "compare/finding.h"
#include "compare/phrasebook.h"
#include "rules/rule_set.h"

namespace tally {

class SourceIndex;
class Stories;

struct CompareInput {
  std::vector<Claim> claims;
  std::vector<DocumentInfo> documents;     // of the claims; where one is missing, its file name is its source
  Language language = Language::kEnglish;  // that the findings are told in
};

struct CompareResult {
  // Sorted: conflicts, then superseded figures, then corroborations; the severest first, then by headline and
  // id.
  std::vector<Finding> findings;
  // Claims that share their key and unit with another one. The others stand alone: nothing could be said
  // about them.
  std::size_t claims_compared = 0;
  // For each document of the input, in its order, the cluster of copies that it belongs to
  // (compare/copies.h).
  std::vector<std::string> origin_clusters;
};

// In the order that CompareResult::findings has.
void SortFindings(std::vector<Finding>& findings);

// Time grows as n log n in the number of claims.
CompareResult Compare(const CompareInput& input, const RuleSet& rules);

// What the parts of Compare are told beside the claims. The documents and the stories may be more than those
// of the claims.
struct CompareFrame {
  const SourceIndex& sources;
  const Stories* stories = nullptr;  // nullptr: those of the claims
  Language language = Language::kEnglish;
};

// The parts of Compare, unsorted and without clusters: what claims meet by (keys, deals, stories), and the
// arithmetic of the texts.
CompareResult CompareByKey(const std::vector<Claim>& claims, const CompareFrame& frame, const RuleSet& rules);
void AddDerived(const std::vector<Claim>& claims, const CompareFrame& frame, const RuleSet& rules,
                CompareResult& result);

}  // namespace tally
