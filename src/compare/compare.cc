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
#include "compare/known_difference.h"
#include "compare/maxima.h"
#include "compare/misprint.h"
#include "compare/other_currency.h"
#include "compare/parties.h"
#include "compare/replaced.h"
#include "compare/retold.h"
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
  std::vector<const Claim*> compared;  // many a time; by a key, or by the story that its text tells
  auto add = [&](const std::vector<Draft>& drafts) {
    for (const Draft& draft : drafts) {
      result.findings.push_back(BuildFinding(draft, frame.sources, settings));
      for (const Items* side : {&draft.items, &draft.old})
        for (const ComparedClaim* item : *side) compared.push_back(item->claim);
      if (draft.verdict == Verdict::kCorroboration) continue;
      for (const Items* side : {&draft.items, &draft.old}) {
        for (const ComparedClaim* item : *side) contradicted.insert(item->claim);
      }
    }
  };
  for (const ComparableSet& set : ComparableSets(items)) {
    for (const ComparedClaim* item : set.items) compared.push_back(item->claim);
    std::vector<Draft> clashes = Clashes(set, rules.thresholds);
    DropToldTitles(all, clashes);
    add(clashes);
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
  // One that the keys show already in part is theirs.
  auto is_told = [&](const Draft& draft) {
    return std::ranges::any_of(draft.items,
                               [&](const ComparedClaim* i) { return contradicted.contains(i->claim); }) ||
           std::ranges::any_of(draft.old,
                               [&](const ComparedClaim* i) { return contradicted.contains(i->claim); });
  };
  std::optional<Stories> own;
  const Stories& stories = frame.stories ? *frame.stories : own.emplace(StoriesOf(all, rules));
  std::vector<StoryGroup> told = StoryGroups(all, stories, rules);
  std::vector<Draft> agreements;
  for (const ComparableSet& set : AgreementSets(items, rules))
    std::ranges::move(Agreements(set, rules.thresholds), std::back_inserter(agreements));
  AddRetold(told, rules, agreements);
  std::erase_if(agreements, is_disputed);
  add(agreements);
  for (const ComparableSet& set : SetsOfSeveralCurrencies(items)) add(CurrencyClashes(set, rules.thresholds));
  add(PartyClashes(items, rules));
  const std::vector<ComparedClaim> maxima = Maxima(items);
  for (const ComparableSet& set : ComparableSets(maxima)) {
    std::vector<Draft> clashes = Clashes(set, rules.thresholds);
    std::erase_if(clashes, is_told);
    add(clashes);
  }
  for (const StoryGroup& group : told) {
    std::vector<Draft> clashes = RenamedClashes(group, rules);
    std::erase_if(clashes, is_told);
    add(clashes);
  }
  for (const StoryGroup& group : told) {
    std::vector<Draft> replaced = ReplacedFigures(group.items, stories, rules);
    std::erase_if(replaced, is_told);
    add(replaced);
  }
  add(Misprints(all, stories, told, contradicted, rules));
  std::ranges::sort(compared);
  compared.erase(std::unique(compared.begin(), compared.end()), compared.end());
  result.claims_compared = compared.size();
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
