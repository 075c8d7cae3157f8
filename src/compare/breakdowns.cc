#include "compare/breakdowns.h"

#include <algorithm>
#include <string>

#include "compare/comparable_sets.h"
#include "compare/slip.h"

namespace tally {
namespace {

constexpr std::size_t kLeastParts = 3;
constexpr std::size_t kMostParts = 12;
// Sentences with figures between a list and its total, the own one included.
constexpr std::size_t kSentencesBack = 4;
// Where the right total would stand.
constexpr std::size_t kSentencesAround = 20;
// Figures of fewer digits miss each other by one slip too easily.
constexpr std::size_t kLeastDigits = 3;

using Figures = std::vector<const Claim*>;

// Printed flat, as what can be added up.
bool IsAddend(const CheckRole& role, const Claim& claim) {
  const Value& value = claim.value;
  return FitsRole(role, claim) && !value.approx && value.stated.IsPoint() &&
         claim.modality != Modality::kNegated;
}

bool MeetUnits(const Claim& a, const Claim& b) {
  bool open = a.value.dimension == Dimension::kNumber || b.value.dimension == Dimension::kNumber;
  bool money = a.value.dimension == Dimension::kMoney || b.value.dimension == Dimension::kMoney;
  return a.value.per == b.value.per && (a.value.unit == b.value.unit || (open && !money));
}

// Figures of a sentence that follow each other and are of one unit.
std::vector<Figures> ListsIn(const FigureLine& line, const CheckRole& role) {
  std::vector<Figures> lists;
  Figures list;
  auto end_list = [&] {
    if (list.size() >= kLeastParts && list.size() <= kMostParts) lists.push_back(list);
    list.clear();
  };
  for (const Claim* claim : line.figures) {
    if (!IsAddend(role, *claim)) {
      end_list();
      continue;
    }
    if (!list.empty() && !MeetUnits(*list.back(), *claim)) end_list();
    list.push_back(claim);
  }
  end_list();
  return lists;
}

Value SumOf(const Figures& list) {
  Value sum = list.front()->value;
  for (std::size_t i = 1; i < list.size(); ++i) *sum.stated.lo = *sum.stated.lo + *list[i]->value.stated.lo;
  sum.stated.hi = sum.stated.lo;
  return sum;
}

bool IsTotalOf(const Claim& claim, const Figures& list, const Value& sum) {
  if (!MeetUnits(claim, *list.front()) || claim.value.dimension != sum.dimension) return false;
  return SlipDigits(claim.value, sum) >= kLeastDigits && IsOneSlip(claim.value, sum) &&
         std::ranges::all_of(
             list, [&](const Claim* part) { return *part->value.stated.lo < *claim.value.stated.lo; });
}

bool OfOneText(const FigureLine& a, const FigureLine& b) {
  const Claim& x = *a.figures.front();
  const Claim& y = *b.figures.front();
  return DocumentOf(x) == DocumentOf(y) && x.field == y.field;
}

class Search {
 public:
  Search(const CheckRule& check, const std::vector<FigureLine>& lines, std::size_t total, std::size_t parts)
      : check_(check), lines_(lines), total_(total), parts_(parts) {}

  void Find(std::size_t at, std::vector<Binding>& bindings) const {
    for (const Figures& list : ListsIn(lines_[at], check_.roles[parts_])) {
      Value sum = SumOf(list);
      const Claim* total = TotalBefore(at, list, sum);
      if (total == nullptr || IsStated(at, sum) || !Divides(lines_[at])) continue;
      Binding binding;
      binding.roles.resize(check_.roles.size());
      binding.roles[total_] = {total};
      binding.roles[parts_] = list;
      bindings.push_back(std::move(binding));
    }
  }

 private:
  bool Divides(const FigureLine& line) const {
    return HoldsAnyWord(check_.with, line.words) && !HoldsAnyWord(check_.without, line.words);
  }

  // The nearest.
  const Claim* TotalBefore(std::size_t at, const Figures& list, const Value& sum) const {
    for (std::size_t back = 0; back < kSentencesBack && back <= at; ++back) {
      const FigureLine& line = lines_[at - back];
      if (!OfOneText(line, lines_[at])) break;
      for (auto claim = line.figures.rbegin(); claim != line.figures.rend(); ++claim) {
        bool before = (*claim)->span.start < list.front()->span.start;
        if (before && IsAddend(check_.roles[total_], **claim) && IsTotalOf(**claim, list, sum)) return *claim;
      }
    }
    return nullptr;
  }

  // Then the list has a total, and it is another one.
  bool IsStated(std::size_t at, const Value& sum) const {
    std::size_t from = at - std::min(at, kSentencesAround);
    std::size_t to = std::min(lines_.size(), at + kSentencesAround + 1);
    for (std::size_t i = from; i < to; ++i) {
      if (!OfOneDocument(i, at)) continue;
      for (const Claim* claim : lines_[i].figures) {
        if (claim->value.dimension == sum.dimension && claim->value.stated == sum.stated) return true;
      }
    }
    return false;
  }

  bool OfOneDocument(std::size_t a, std::size_t b) const {
    return DocumentOf(*lines_[a].figures.front()) == DocumentOf(*lines_[b].figures.front());
  }

  const CheckRule& check_;
  const std::vector<FigureLine>& lines_;
  std::size_t total_;
  std::size_t parts_;
};

}  // namespace

std::vector<Binding> BreakdownBindings(const CheckRule& check, const std::vector<FigureLine>& lines) {
  std::vector<Binding> bindings;
  std::size_t total = RoleNamed(check, "total");
  std::size_t parts = RoleNamed(check, "parts");
  if (total == kNoRole || parts == kNoRole) return bindings;
  Search search(check, lines, total, parts);
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (lines[at].figures.size() >= kLeastParts) search.Find(at, bindings);
  }
  return bindings;
}

}  // namespace tally
