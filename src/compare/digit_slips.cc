#include "compare/digit_slips.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "compare/causes.h"
#include "compare/wording.h"

namespace tally {
namespace {

// The significant digits of a figure, without sign, point and zeros at the ends; empty for what is no single
// figure.
std::string Digits(const ReadingGroup& reading) {
  const Measure& measure = reading.measure();
  if (measure.unit_class == "date" || !measure.stated.IsPoint()) return "";
  std::string digits;
  for (char c : measure.stated.lo->ToString()) {
    if (c >= '0' && c <= '9') digits += c;
  }
  digits.erase(0, digits.find_first_not_of('0'));
  digits.erase(digits.find_last_not_of('0') + 1);
  return digits;
}

bool SameScale(const ReadingGroup& a, const ReadingGroup& b) {
  return a.measure().stated.lo->first_digit_exponent() == b.measure().stated.lo->first_digit_exponent();
}

bool IsTransposed(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return false;
  auto [x, y] = std::ranges::mismatch(a, b);
  if (a.end() - x < 2) return false;
  return x[0] == y[1] && x[1] == y[0] && std::equal(x + 2, a.end(), y + 2);
}

bool IsMistyped(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return false;
  auto [x, y] = std::ranges::mismatch(a, b);
  return x != a.end() && std::equal(x + 1, a.end(), y + 1);
}

bool IsDropped(const std::string& shorter, const std::string& longer) {
  if (longer.size() != shorter.size() + 1) return false;
  auto [x, y] = std::ranges::mismatch(shorter, longer);
  return std::equal(x, shorter.end(), y + 1);
}

struct DigitSlip {
  std::string_view id;
  std::string_view text;
};
constexpr DigitSlip kTransposed = {"transposed_digits", "two neighbouring digits have changed places"};
constexpr DigitSlip kDropped = {"dropped_digit", "one digit too many or too few"};
constexpr DigitSlip kMistyped = {"mistyped_digit", "all digits but one are the same"};

const DigitSlip* SlipOf(const ReadingGroup& a, const ReadingGroup& b) {
  std::string x = Digits(a);
  std::string y = Digits(b);
  if (std::max(x.size(), y.size()) < kSlipDigits) return nullptr;
  if (SameScale(a, b) && IsTransposed(x, y)) return &kTransposed;
  if (IsDropped(x, y) || IsDropped(y, x)) return &kDropped;
  return SameScale(a, b) && IsMistyped(x, y) ? &kMistyped : nullptr;
}

}  // namespace

void AddDigitSlips(const std::vector<ReadingGroup>& readings, std::vector<Cause>& causes) {
  std::size_t count = std::min(readings.size(), kMaxSlipReadings);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = i + 1; j < count; ++j) {
      if (Digits(readings[i]).empty() || Digits(readings[j]).empty()) continue;
      const DigitSlip* slip = SlipOf(readings[i], readings[j]);
      if (!slip) continue;
      causes.push_back({std::string(slip->id), fmt::format("{} against {}: {}", Quoted(readings[j].claim()),
                                                           Quoted(readings[i].claim()), slip->text)});
      return;
    }
  }
}

}  // namespace tally
