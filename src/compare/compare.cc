// The road: claims → items (key and measure) → sets of one key and unit → drafts of agreement and
// contradiction → findings; and sentences of figures → failed checks → findings.
#include "compare/compare.h"

#include <algorithm>
#include <tuple>

#include "compare/agreement.h"
#include "compare/agreement_sets.h"
#include "compare/clash.h"
#include "compare/comparable_sets.h"
#include "compare/copies.h"
#include "compare/derived.h"
#include "compare/finding_builder.h"
#include "compare/other_currency.h"
#include "compare/parties.h"
#include "compare/status.h"

namespace tally {
namespace {

void SortFindings(std::vector<Finding>& findings) {
  auto order = [](const Finding& f) {
    return std::tuple(f.verdict, -static_cast<int>(f.severity), std::string_view(f.headline),
                      std::string_view(f.id));
  };
  std::ranges::stable_sort(findings, {}, order);
}

}  // namespace

CompareResult Compare(const CompareInput& input, const RuleSet& rules) {
  std::vector<ComparedClaim> items = ComparableItems(input.claims, rules);
  SourceIndex sources(input.documents);
  CompareResult result;
  result.origin_clusters = OriginClusters(input.documents);
  auto add = [&](const std::vector<Draft>& drafts) {
    for (const Draft& draft : drafts) result.findings.push_back(BuildFinding(draft, sources));
  };
  for (const ComparableSet& set : ComparableSets(items, rules)) {
    result.claims_compared += set.items.size();
    add(Clashes(set));
    add(StatusClashes(set, rules));
  }
  for (const ComparableSet& set : AgreementSets(items, rules)) add(Agreements(set));
  for (const ComparableSet& set : SetsOfSeveralCurrencies(items, rules)) add(CurrencyClashes(set));
  add(PartyClashes(items, rules));
  for (Finding& finding : DerivedFindings(input, rules, sources))
    result.findings.push_back(std::move(finding));
  SortFindings(result.findings);
  return result;
}

}  // namespace tally
