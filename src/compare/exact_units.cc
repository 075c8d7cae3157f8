// The factors are definitions: the international yard and pound of 1959, the mainland's 亩 of 1959 (a
// fifteenth of a hectare), Taiwan's 坪 (400/121 m²).
#include "compare/exact_units.h"

#include <algorithm>
#include <array>

namespace tally {
namespace {

struct Row {
  std::string_view unit;
  std::string_view base;
  long long times;
  int scale;  // times · 10^scale
  int over;
};
constexpr std::array<Row, 28> kUnits = {{{"nm", "m", 1, -9, 1},
                                         {"mm", "m", 1, -3, 1},
                                         {"cm", "m", 1, -2, 1},
                                         {"m", "m", 1, 0, 1},
                                         {"km", "m", 1, 3, 1},
                                         {"mi", "m", 1609344, -3, 1},
                                         {"nmi", "m", 1852, 0, 1},
                                         {"ft", "m", 3048, -4, 1},
                                         {"in", "m", 254, -4, 1},
                                         {"m2", "m2", 1, 0, 1},
                                         {"km2", "m2", 1, 6, 1},
                                         {"ha", "m2", 1, 4, 1},
                                         {"ft2", "m2", 9290304, -8, 1},
                                         {"acre", "m2", 40468564224, -7, 1},
                                         {"mi2", "m2", 2589988110336, -6, 1},
                                         {"mu", "m2", 2000, 0, 3},
                                         {"ping", "m2", 400, 0, 121},
                                         {"g", "kg", 1, -3, 1},
                                         {"kg", "kg", 1, 0, 1},
                                         {"t", "kg", 1, 3, 1},
                                         {"lb", "kg", 45359237, -8, 1},
                                         {"km/h", "km/h", 1, 0, 1},
                                         {"mph", "km/h", 1609344, -6, 1},
                                         {"m/s", "km/h", 36, -1, 1},
                                         {"km/s", "km/h", 3600, 0, 1},
                                         {"kW", "kW", 1, 0, 1},
                                         {"MW", "kW", 1, 3, 1},
                                         {"GW", "kW", 1, 6, 1}}};

}  // namespace

std::optional<ExactUnit> FindExactUnit(std::string_view unit) {
  auto row = std::ranges::find(kUnits, unit, &Row::unit);
  if (row == kUnits.end()) return std::nullopt;
  return ExactUnit{row->base, Decimal(row->times).Scaled(row->scale), Decimal(row->over)};
}

}  // namespace tally
