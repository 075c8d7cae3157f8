// The road: claims → items (key and measure) → sets of one key and unit → drafts of agreement and
// contradiction → findings; and sentences of figures → failed checks → findings.
#include "compare/compare.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "compare/agreement.h"
#include "compare/agreement_sets.h"
#include "compare/clash.h"
#include "compare/comparable_sets.h"
#include "compare/derived.h"
#include "compare/finding_builder.h"
#include "compare/misprint.h"
#include "compare/other_currency.h"
#include "compare/parties.h"
#include "compare/sources.h"
#include "compare/status.h"
#include "compare/stories.h"

namespace tally {
void SortFindings(std::vector<Finding>& findings) {
  auto order = [](const Finding& f) {
    return std::tuple(f.verdict, -static_cast<int>(f.severity), std::string_view(f.headline),
                      std::string_view(f.id));
  };
  std::ranges::stable_sort(findings, {}, order);
}

CompareResult CompareByKey(const std::vector<Claim>& claims, const CompareFrame& frame,
                           const RuleSet& rules) {
  std::vector<ComparedClaim> all = ItemsWithValues(claims, rules);
  std::vector<ComparedClaim> items = all;
  KeepComparable(items);
  Phrasebook say(frame.language, &rules);
  CompareSettings settings{rules.thresholds, say, rules.source_ranks};
  CompareResult result;
  std::set<const Claim*> contradicted;
  std::set<const Claim*> of_other_status;
  auto add = [&](const std::vector<Draft>& drafts) {
    for (const Draft& draft : drafts) {
      result.findings.push_back(BuildFinding(draft, frame.sources, settings));
      if (draft.verdict == Verdict::kCorroboration) continue;
      for (const Items* side : {&draft.items, &draft.old}) {
        for (const ComparedClaim* item : *side) contradicted.insert(item->claim);
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
  std::optional<Stories> own;
  const Stories& stories = frame.stories ? *frame.stories : own.emplace(StoriesOf(all));
  add(Misprints(all, stories, contradicted, rules.thresholds));
  return result;
}

void AddDerived(const std::vector<Claim>& claims, const CompareFrame& frame, const RuleSet& rules,
                CompareResult& result) {
  Phrasebook say(frame.language, &rules);
  CompareSettings settings{rules.thresholds, say, rules.source_ranks};
  for (Finding& finding : DerivedFindings(claims, rules, frame.sources, settings))
    result.findings.push_back(std::move(finding));
}

CompareResult Compare(const CompareInput& input, const RuleSet& rules) {
  SourceIndex sources(ListOf(input.documents));
  CompareFrame frame{.sources = sources, .language = input.language};
  CompareResult result = CompareByKey(input.claims, frame, rules);
  AddDerived(input.claims, frame, rules, result);
  result.origin_clusters = sources.Clusters();
  SortFindings(result.findings);
  return result;
}

}  // namespace tally
