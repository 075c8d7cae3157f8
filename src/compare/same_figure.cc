#include "compare/same_figure.h"

#include <algorithm>
#include <map>

#include "compare/comparable_sets.h"
#include "compare/telling_unit.h"
#include "compare/two_things.h"
#include "rules/rule_set.h"

namespace tally {
namespace {

// Fewer digits are shared by figures of many things.
constexpr int kFewDigits = 2;

bool HasFigure(const ComparedClaim& item) {
  const Measure& measure = item.measure;
  return !item.denied && measure.shape != Shape::kVague && measure.stated.lo && measure.unit_class != "date";
}

// What equal figures share: what they measure, and the number as it is printed, whatever it is hedged with.
std::string FigureText(const ComparedClaim& item) {
  const Interval& stated = item.measure.stated;
  return KindOfValue(item) + '\n' + stated.lo->ToString() + '\n' + (stated.hi ? stated.hi->ToString() : "");
}

// A predicate that says what a figure is: not a count or a share of anything.
bool IsOneReading(const ComparedClaim& a, const ComparedClaim& b) {
  return a.rule == b.rule && a.rule->compared && a.measure.unit == b.measure.unit;
}

bool AreOfOneUnit(const Claim& a, const Claim& b, const RuleSet& rules) {
  std::string unit = TellingUnit(a, rules);
  return !unit.empty() && unit == TellingUnit(b, rules);
}

bool AreOtherCurrencies(const Claim& a, const Claim& b) {
  return a.value.dimension == Dimension::kMoney && a.value.unit && b.value.unit &&
         a.value.unit != b.value.unit;
}

bool MayBeOne(const Claim& a, const Claim& b) {
  bool stages = !a.stage.empty() && !b.stage.empty() && a.stage != b.stage;
  return !stages && !AreOtherCurrencies(a, b) && !OtherPeriods(a, b);
}

}  // namespace

std::vector<FigurePair> PairsOfOneFigure(const Items& group, const Stories& stories, const RuleSet& rules) {
  std::map<std::string, Items> told;
  for (const ComparedClaim* item : group) {
    if (HasFigure(*item)) told[FigureText(*item)].push_back(item);
  }
  std::vector<FigurePair> pairs;
  for (const auto& [figure, items] : told) {
    if (items.size() > kMostTold) continue;
    for (std::size_t i = 0; i < items.size(); ++i) {
      for (std::size_t j = i + 1; j < items.size(); ++j) {
        const ComparedClaim& a = *items[i];
        const ComparedClaim& b = *items[j];
        const std::string& document = DocumentOf(*a.claim);
        if (document == DocumentOf(*b.claim) || !stories.AreOne(document, DocumentOf(*b.claim))) continue;
        if (!MayBeOne(*a.claim, *b.claim)) continue;
        int digits = a.measure.stated.lo->significant_digits();
        bool alike = IsOneReading(a, b);
        bool telling = digits >= rules.thresholds.telling_digits ||
                       (digits >= kFewDigits && (alike || AreOfOneUnit(*a.claim, *b.claim, rules)));
        if (telling || alike) pairs.push_back({&a, &b, telling});
      }
    }
  }
  return pairs;
}

}  // namespace tally
