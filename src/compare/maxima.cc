#include "compare/maxima.h"

namespace tally {
namespace {

Interval Mirrored(const Interval& bound, const Decimal& at) { return {at - (*bound.hi - at), bound.hi}; }

}  // namespace

std::vector<ComparedClaim> Maxima(const std::vector<ComparedClaim>& items) {
  std::vector<ComparedClaim> maxima;
  for (const ComparedClaim& item : items) {
    const Measure& bound = item.measure;
    if (item.denied || item.claim->value.modifier != Modifier::kUpTo || bound.shape != Shape::kAtMost ||
        bound.unit_class == "date" || !bound.strict.hi || !bound.lenient.hi)
      continue;
    Measure& measure = maxima.emplace_back(item).measure;
    const Decimal at = *bound.stated.hi;
    measure.shape = Shape::kFigure;
    measure.stated.lo = at;
    measure.strict = Mirrored(measure.strict, at);
    measure.lenient = Mirrored(measure.lenient, at);
  }
  return maxima;
}

}  // namespace tally
