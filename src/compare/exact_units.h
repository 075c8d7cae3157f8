// Measures whose units convert exactly: 150 mph and 241 km/h, 30 坪 and 99 平方米 are one figure in two
// units.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"

namespace tally {

// One of a unit is `times / over` of `base`; `over` is 1 except where that has no finite decimal form
// (15 亩 are 10,000 m²).
struct ExactUnit {
  std::string_view base;
  Decimal times;
  Decimal over;
};
// nullopt for units that stand for themselves, and for those that no fixed factor converts (°C and °F, a
// barrel of oil and a tonne). Pure.
std::optional<ExactUnit> FindExactUnit(std::string_view unit);

}  // namespace tally
