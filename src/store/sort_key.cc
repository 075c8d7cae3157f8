#include "store/sort_key.h"

#include <fmt/format.h>

#include <algorithm>

namespace tally {
namespace {

constexpr int kMiddle = 5000;
constexpr int kMost = 9999;

// Digits without the point, and the power of ten of the first of them.
struct Digits {
  std::string digits;
  int exponent = 0;
};

Digits DigitsOf(std::string_view plain) {
  std::size_t point = std::min(plain.find('.'), plain.size());
  std::string digits(plain.substr(0, point));
  if (point < plain.size()) digits += plain.substr(point + 1);
  std::size_t first = std::min(digits.find_first_not_of('0'), digits.size());
  int exponent = static_cast<int>(point) - 1 - static_cast<int>(first);
  digits.erase(0, first);
  digits.erase(digits.find_last_not_of('0') + 1);
  return {std::move(digits), exponent};
}

}  // namespace

std::string DecimalSortKey(const Decimal& value) { return PlainSortKey(value.ToString()); }

std::string PlainSortKey(std::string_view plain) {
  bool negative = plain.starts_with('-');
  if (negative) plain.remove_prefix(1);
  if (plain.empty() || plain.find_first_not_of("0123456789.") != std::string_view::npos) return "";
  Digits number = DigitsOf(plain);
  if (number.digits.empty()) return "1";
  std::string key = fmt::format("{:04}{}", std::clamp(number.exponent + kMiddle, 0, kMost), number.digits);
  if (!negative) return "2" + key;
  for (char& digit : key) digit = static_cast<char>('0' + '9' - digit);
  return "0" + key + "~";
}

}  // namespace tally
