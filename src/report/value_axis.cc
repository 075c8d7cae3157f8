// Ticks stand at 1, 2 or 5 times a power of ten (W. S. Cleveland, The Elements of Graphing Data), at powers
// of ten on a logarithmic axis, and the axis ends at its outermost ticks.
#include "report/value_axis.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/date.h"

namespace tally {
namespace {

constexpr int kWantedTicks = 5;

struct Magnitude {
  double unit;
  std::string_view name;
};
constexpr Magnitude kMagnitudes[] = {{1e12, " tn"}, {1e9, " bn"}, {1e6, " m"}};

// The step of 1, 2 or 5 times a power of ten that gives about kWantedTicks.
double StepOf(double width) {
  double rough = width / kWantedTicks;
  double power = std::pow(10, std::floor(std::log10(rough)));
  double scaled = rough / power;
  return power * (scaled <= 1 ? 1 : scaled <= 2 ? 2 : scaled <= 5 ? 5 : 10);
}

// Days are labelled as far as a date of the calendar goes.
std::string DayLabel(double day) {
  constexpr double kFirst = -719162;  // 0001-01-01
  constexpr double kLast = 2932896;   // 9999-12-31
  auto count = static_cast<int>(std::lround(std::clamp(day, kFirst, kLast)));
  return FormatDay(Day(std::chrono::days(count)));
}

}  // namespace

std::string ShortNumber(double value) {
  double amount = std::abs(value);
  // A magnitude is used from the number on that rounds to one of it.
  for (const Magnitude& magnitude : kMagnitudes) {
    if (amount >= magnitude.unit * 0.9995)
      return fmt::format("{:.4g}{}", value / magnitude.unit, magnitude.name);
  }
  return amount >= 9999.5 ? fmt::format("{:.0f}", value) : fmt::format("{:.4g}", value);
}

ValueAxis ValueAxis::Of(const std::vector<double>& values, Kind kind) {
  auto [least, most] = std::ranges::minmax(values);
  ValueAxis axis;
  axis.low_ = least;
  axis.high_ = most;
  axis.logarithmic_ = kind == Kind::kNumber && least > 0 && most >= least * kLogRatio;
  if (axis.logarithmic_) {
    axis.AddLogTicks();
  } else {
    axis.AddLinearTicks(kind);
  }
  return axis;
}

double ValueAxis::Place(double value) const {
  if (!logarithmic_) return (value - low_) / (high_ - low_);
  if (value <= 0) return -1;
  return (std::log10(value) - std::log10(low_)) / (std::log10(high_) - std::log10(low_));
}

void ValueAxis::AddLinearTicks(Kind kind) {
  bool days = kind == Kind::kDay;
  // Amounts are seen beside nothing, unless all of them are far from it.
  if (!days && low_ > 0 && low_ < high_ / 2) low_ = 0;
  if (low_ == high_) {
    double around = days ? 15 : std::max(std::abs(low_) / 10, 1e-6);
    low_ -= around;
    high_ += around;
  }
  double step = days ? std::max(1.0, std::ceil((high_ - low_) / kWantedTicks)) : StepOf(high_ - low_);
  double first = std::floor(low_ / step);
  double last = std::ceil(high_ / step);
  low_ = days ? low_ : first * step;
  high_ = days ? low_ + step * std::ceil((high_ - low_) / step) : last * step;
  auto count = static_cast<int>(std::lround((high_ - low_) / step));
  for (int i = 0; i <= count; ++i) {
    double value = low_ + i * step;
    // What is nothing but for the error of the sum.
    if (std::abs(value) < step / 1e6) value = 0;
    ticks_.push_back({value, days ? DayLabel(value) : ShortNumber(value)});
  }
}

void ValueAxis::AddLogTicks() {
  int first = static_cast<int>(std::floor(std::log10(low_)));
  int last = static_cast<int>(std::ceil(std::log10(high_)));
  low_ = std::pow(10, first);
  high_ = std::pow(10, last);
  int step = std::max(1, (last - first + kWantedTicks) / (kWantedTicks + 1));
  for (int power = first; power < last; power += step) {
    ticks_.push_back({std::pow(10, power), ShortNumber(std::pow(10, power))});
  }
  ticks_.push_back({high_, ShortNumber(high_)});
}

}  // namespace tally
