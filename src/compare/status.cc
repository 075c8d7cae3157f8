#include "compare/status.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "base/fold.h"
#include "compare/clash.h"
#include "compare/comparable_sets.h"
#include "compare/readings.h"

namespace tally {
namespace {

bool IsSure(const ComparedClaim* item) { return item->claim->confidence >= kLeastToContradict; }

bool PeriodsMeet(const Claim& a, const Claim& b) {
  return !a.period || !b.period || !a.period->first || !a.period->last || !b.period->first ||
         !b.period->last || (*a.period->first <= *b.period->last && *b.period->first <= *a.period->last);
}

bool MayMeet(const ComparedClaim* a, const ComparedClaim* b) {
  return DocumentOf(*a->claim) != DocumentOf(*b->claim) && a->claim->stage == b->claim->stage &&
         PeriodsMeet(*a->claim, *b->claim);
}

// "has invested", 已投资: the clause of the figure says that it is over, by a word of rules/words/completed.
// A bare present ("X invests") does not: headlines say it of plans.
bool SaysDone(const Claim& claim, const Lexicon& completed) {
  if (claim.modality != Modality::kAsserted && claim.modality != Modality::kReported) return false;
  std::string text = Fold(claim.context);
  std::string quote = Fold(claim.quote);
  std::size_t at = text.find(quote);
  if (quote.empty() || at == std::string::npos) return false;
  std::size_t from = 0;
  std::size_t to = text.size();
  for (std::string_view mark : {"，", "。", "；", ", ", "; ", ". "}) {
    std::size_t before = at == 0 ? std::string::npos : text.rfind(mark, at - 1);
    if (before != std::string::npos) from = std::max(from, before + mark.size());
    to = std::min(to, text.find(mark, at + quote.size()));
  }
  for (std::size_t i = from; i < to; ++i) {
    if (completed.Longest(text, i)) return true;
  }
  return false;
}

class StatusJudge {
 public:
  StatusJudge(const ComparableSet& set, const RuleSet& rules) : set_(set), rules_(rules) {}

  std::vector<Draft> Judge() {
    std::map<std::string, Items> said;
    for (const ComparedClaim* item : set_.items) {
      if (IsSure(item)) said[ValueLabel(item->claim->value)].push_back(item);
    }
    std::map<std::string, Items> denied;
    for (const ComparedClaim* item : set_.denied) {
      if (IsSure(item)) denied[ValueLabel(item->claim->value)].push_back(item);
    }
    for (const auto& [label, items] : said) {
      auto found = denied.find(label);
      if (found != denied.end()) AddDenial(found->second, items);
      if (set_.rule->time == TimeKind::kEvent && items.size() > 1) AddPlanAndDone(items);
    }
    return std::move(drafts_);
  }

 private:
  // A text that says both speaks of two things, or quotes what it denies. One that puts another value in the
  // place of the denied one corrects it, which compare/clash.h tells.
  void AddDenial(const Items& denied, const Items& said) {
    const ComparedClaim* denial = denied.front();
    const std::string& document = DocumentOf(*denial->claim);
    auto in_document = [&](const ComparedClaim* item) { return DocumentOf(*item->claim) == document; };
    if (std::ranges::any_of(set_.items, in_document)) return;
    Items items = {denial};
    std::ranges::copy_if(said, std::back_inserter(items),
                         [&](const ComparedClaim* item) { return MayMeet(denial, item); });
    if (items.size() > 1) Add(std::move(items));
  }

  // By the day of publication: equal days only.
  void AddPlanAndDone(const Items& items) {
    std::map<Day, Items> by_day;
    for (const ComparedClaim* item : items) {
      if (item->claim->as_of && !item->claim->as_of_estimated) by_day[*item->claim->as_of].push_back(item);
    }
    for (const auto& [day, same_day] : by_day) AddOfDay(same_day);
  }

  void AddOfDay(const Items& same_day) {
    auto plan = std::ranges::find_if(
        same_day, [](const ComparedClaim* item) { return item->claim->modality == Modality::kPlanned; });
    if (plan == same_day.end()) return;
    const Lexicon& completed = rules_.Words("completed").lexicon;
    Items clash = {*plan};
    for (const ComparedClaim* item : same_day) {
      if (MayMeet(*plan, item) && SaysDone(*item->claim, completed)) clash.push_back(item);
    }
    if (clash.size() > 1) Add(std::move(clash));
  }

  void Add(Items items) {
    drafts_.push_back({.verdict = Verdict::kConflict,
                       .rule = set_.rule,
                       .items = std::move(items),
                       .kind = FindingKind::kStatusConflict,
                       .read_by = ReadBy::kStatus});
  }

  const ComparableSet& set_;
  const RuleSet& rules_;
  std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Draft> StatusClashes(const ComparableSet& set, const RuleSet& rules) {
  return StatusJudge(set, rules).Judge();
}

}  // namespace tally
