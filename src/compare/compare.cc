// The road: claims → items (key and measure) → sets of one key and unit → drafts of agreement and
// contradiction → findings.
#include "compare/compare.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "compare/agreement.h"
#include "compare/clash.h"
#include "compare/comparable_sets.h"
#include "compare/copies.h"
#include "compare/finding_builder.h"
#include "compare/misprint.h"

namespace tally {
void SortFindings(std::vector<Finding>& findings) {
  auto order = [](const Finding& f) {
    return std::tuple(f.verdict, -static_cast<int>(f.severity), std::string_view(f.headline),
                      std::string_view(f.id));
  };
  std::ranges::stable_sort(findings, {}, order);
}

CompareResult Compare(const CompareInput& input, const RuleSet& rules) {
  std::vector<ComparedClaim> all = ItemsWithValues(input.claims, rules);
  std::vector<ComparedClaim> items = ComparableItems(input.claims, rules);
  SourceIndex sources(input.documents);
  CompareResult result;
  result.origin_clusters = OriginClusters(input.documents);
  std::set<const Claim*> contradicted;
  for (const ComparableSet& set : ComparableSets(items)) {
    result.claims_compared += set.items.size();
    for (const Draft& draft : Clashes(set)) {
      if (draft.verdict == Verdict::kConflict) {
        for (const ComparedClaim* item : draft.items) contradicted.insert(item->claim);
      }
      result.findings.push_back(BuildFinding(draft, sources));
    }
    for (const Draft& draft : Agreements(set)) result.findings.push_back(BuildFinding(draft, sources));
  }
  for (const Draft& draft : Misprints(all, contradicted)) {
    result.findings.push_back(BuildFinding(draft, sources));
  }
  SortFindings(result.findings);
  return result;
}

}  // namespace tally
