// The road: claims → items (key and measure) → sets of one key and unit → drafts of agreement and
// contradiction → findings; and sentences of figures → failed checks → findings.
#include "compare/compare.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "compare/agreement.h"
#include "compare/agreement_sets.h"
#include "compare/clash.h"
#include "compare/comparable_sets.h"
#include "compare/copies.h"
#include "compare/derived.h"
#include "compare/finding_builder.h"
#include "compare/misprint.h"
#include "compare/other_currency.h"
#include "compare/parties.h"
#include "compare/status.h"

namespace tally {
void SortFindings(std::vector<Finding>& findings) {
  auto order = [](const Finding& f) {
    return std::tuple(f.verdict, -static_cast<int>(f.severity), std::string_view(f.headline),
                      std::string_view(f.id));
  };
  std::ranges::stable_sort(findings, {}, order);
}

CompareResult CompareByKey(const CompareInput& input, const RuleSet& rules) {
  std::vector<ComparedClaim> all = ItemsWithValues(input.claims, rules);
  std::vector<ComparedClaim> items = ComparableItems(input.claims, rules);
  SourceIndex sources(input.documents);
  Phrasebook say(input.language, &rules);
  CompareSettings settings{rules.thresholds, say, rules.source_ranks};
  CompareResult result;
  result.origin_clusters = OriginClusters(input.documents);
  std::set<const Claim*> contradicted;
  std::set<const Claim*> of_other_status;
  auto add = [&](const std::vector<Draft>& drafts) {
    for (const Draft& draft : drafts) {
      result.findings.push_back(BuildFinding(draft, sources, settings));
      if (draft.verdict == Verdict::kCorroboration) continue;
      for (const Items* items : {&draft.items, &draft.old}) {
        for (const ComparedClaim* item : *items) contradicted.insert(item->claim);
      }
    }
  };
  for (const ComparableSet& set : ComparableSets(items)) {
    result.claims_compared += set.items.size();
    add(Clashes(set, rules.thresholds));
    std::vector<Draft> disputed = StatusClashes(set, rules);
    add(disputed);
    for (const Draft& draft : disputed) {
      for (const ComparedClaim* item : draft.items) of_other_status.insert(item->claim);
    }
  }
  // That they agree in the amount is no news of texts that contradict each other in whether it was paid.
  auto is_disputed = [&](const Draft& draft) {
    return std::ranges::all_of(
        draft.items, [&](const ComparedClaim* item) { return of_other_status.contains(item->claim); });
  };
  for (const ComparableSet& set : AgreementSets(items, rules)) {
    std::vector<Draft> agreements = Agreements(set, rules.thresholds);
    std::erase_if(agreements, is_disputed);
    add(agreements);
  }
  for (const ComparableSet& set : SetsOfSeveralCurrencies(items)) add(CurrencyClashes(set, rules.thresholds));
  add(PartyClashes(items, rules));
  add(Misprints(all, contradicted, rules.thresholds));
  return result;
}

void AddDerived(const CompareInput& input, const RuleSet& rules, CompareResult& result) {
  SourceIndex sources(input.documents);
  Phrasebook say(input.language, &rules);
  CompareSettings settings{rules.thresholds, say, rules.source_ranks};
  for (Finding& finding : DerivedFindings(input, rules, sources, settings))
    result.findings.push_back(std::move(finding));
}

CompareResult Compare(const CompareInput& input, const RuleSet& rules) {
  CompareResult result = CompareByKey(input, rules);
  AddDerived(input, rules, result);
  SortFindings(result.findings);
  return result;
}

}  // namespace tally
