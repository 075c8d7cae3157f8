// The scale that figures are drawn on: linear, or logarithmic where they lie too far apart to be told apart
// otherwise. For drawing only, so it counts in doubles; nothing is compared by them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tally {

struct AxisTick {
  double value = 0;
  std::string label;  // "10 bn", "49", "2025-03-20"
};

class ValueAxis {
 public:
  // What the numbers are, for the labels of the ticks.
  enum class Kind { kNumber, kDay };

  // An axis that holds all `values`, which need not be sorted. At least one value; all finite.
  static ValueAxis Of(const std::vector<double>& values, Kind kind);

  bool logarithmic() const { return logarithmic_; }
  // Where the value stands: 0 at the lower end, 1 at the upper; outside for what the axis does not hold.
  double Place(double value) const;
  // Two at least, ascending, all on the axis.
  const std::vector<AxisTick>& ticks() const { return ticks_; }

 private:
  void AddLinearTicks(Kind kind);
  void AddLogTicks();

  double low_ = 0;
  double high_ = 1;
  bool logarithmic_ = false;
  std::vector<AxisTick> ticks_;
};

// "13 bn", "1.5 tn", "650 m", "49", "0.05": four digits at most. For labels of an axis.
std::string ShortNumber(double value);

// Above this ratio of the largest to the smallest, a linear axis of fifty columns would put the smallest into
// the first one or two.
inline constexpr double kLogRatio = 30;

}  // namespace tally
