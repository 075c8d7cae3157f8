#include "compare/revised.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/fold.h"
#include "compare/claim_key.h"
#include "compare/comparable_sets.h"
#include "compare/compare.h"
#include "compare/finding_builder.h"

namespace tally {
namespace {

// What a claim is about: the key with all its parts, the kind of value, and the time.
std::string FigureName(const ComparedClaim& item) {
  const Claim& claim = *item.claim;
  bool date = claim.value.dimension == Dimension::kDate;
  std::string period = claim.period && !date ? claim.period->ToString() : "";
  return SetNameOf(item) + '\n' + KeyText(item.key) + '\n' + period;
}

std::string StatedValue(const ComparedClaim& item) {
  const Value& value = item.claim->value;
  std::string stated = value.dimension == Dimension::kDate ? value.date.ToString() : value.stated.ToString();
  return stated + ' ' + value.unit.value_or("");
}

using ItemsByFigure = std::map<std::string, Items>;
ItemsByFigure ByFigure(const std::vector<ComparedClaim>& items) {
  ItemsByFigure figures;
  for (const ComparedClaim& item : items) {
    if (item.key.complete) figures[FigureName(item)].push_back(&item);
  }
  return figures;
}

// Items whose value none of `others` states.
Items Missing(const Items& items, const Items& others) {
  std::set<std::string> values;
  for (const ComparedClaim* item : others) values.insert(StatedValue(*item));
  Items missing;
  std::ranges::copy_if(items, std::back_inserter(missing),
                       [&](const ComparedClaim* item) { return !values.contains(StatedValue(*item)); });
  return missing;
}

bool HasWordOf(const std::string& folded, const Lexicon& words) {
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if (words.Longest(folded, at)) return true;
  }
  return false;
}

// The new text has a sentence that takes something back, and the old one did not have it.
bool SaysThatItWasCorrected(const TextChange& change, const RuleSet& rules) {
  std::set<std::string> known;
  for (const Claim& claim : change.old_claims) known.insert(claim.context);
  for (const char* list : {"corrections", "rectifications"}) {
    auto words = rules.words.find(list);
    if (words == rules.words.end()) continue;
    for (const Claim& claim : change.new_claims) {
      if (!known.contains(claim.context) && HasWordOf(Fold(claim.context), words->second.lexicon))
        return true;
    }
  }
  return false;
}

bool IsDenied(const ComparedClaim* item) { return item->denied; }

void AddChange(const TextChange& change, const RuleSet& rules, const CompareSettings& settings,
               std::map<std::string, Finding>& findings) {
  if (SaysThatItWasCorrected(change, rules)) return;
  std::vector<ComparedClaim> before = ComparableItems(change.old_claims, rules);
  std::vector<ComparedClaim> after = ComparableItems(change.new_claims, rules);
  SourceIndex sources({&change.before, &change.after});
  ItemsByFigure old_figures = ByFigure(before);
  for (const auto& [name, now] : ByFigure(after)) {
    auto was = old_figures.find(name);
    if (was == old_figures.end()) continue;
    Items old_items = Missing(was->second, now);
    Items new_items = Missing(now, was->second);
    if (old_items.empty() || new_items.empty()) continue;
    if (std::ranges::any_of(old_items, IsDenied) || std::ranges::any_of(now, IsDenied)) continue;
    Draft draft{.verdict = Verdict::kSuperseded,
                .rule = new_items.front()->rule,
                .items = std::move(new_items),
                .old = std::move(old_items),
                .kind = FindingKind::kRevised};
    Finding finding = BuildFinding(draft, sources, settings);
    // A figure that went back and forth is told once, as it went last.
    std::string id = finding.id;
    findings.insert_or_assign(std::move(id), std::move(finding));
  }
}

}  // namespace

std::vector<Finding> RevisedFigures(const std::vector<TextChange>& changes, const RuleSet& rules,
                                    Language language) {
  Phrasebook say(language, &rules);
  CompareSettings settings{rules.thresholds, say, rules.source_ranks};
  std::map<std::string, Finding> found;
  for (const TextChange& change : changes) AddChange(change, rules, settings, found);
  std::vector<Finding> findings;
  for (auto& [id, finding] : found) findings.push_back(std::move(finding));
  SortFindings(findings);
  return findings;
}

}  // namespace tally
