// A key is a class ("0" below zero, "1" zero, "2" above), the place of the first digit, and the digits: of
// two numbers above zero the one with the higher first digit is larger, then the one with the larger digits.
// Below zero all of it is turned round, and ends in a sign that is larger than any digit.
#include "store/decimal_key.h"

#include <fmt/format.h>

#include <algorithm>

namespace tally {
namespace {

// Places are written with four digits; no decimal that tally reads is so long.
constexpr int kMiddle = 5000;

std::string Reversed(std::string digits) {
  for (char& digit : digits) digit = static_cast<char>('0' + ('9' - digit));
  return digits + "~";
}

}  // namespace

std::string DecimalKey(std::string_view plain) {
  bool negative = plain.starts_with('-');
  if (negative) plain.remove_prefix(1);
  std::size_t point = std::min(plain.find('.'), plain.size());
  std::string digits(plain.substr(0, point));
  if (point < plain.size()) digits += plain.substr(point + 1);
  if (digits.empty() || digits.find_first_not_of("0123456789") != std::string::npos) return "";
  std::size_t first = digits.find_first_not_of('0');
  if (first == std::string::npos) return "1";
  int place = static_cast<int>(point) - static_cast<int>(first) + kMiddle;
  if (place < 0 || place >= 2 * kMiddle) return "";
  digits = digits.substr(first, digits.find_last_not_of('0') + 1 - first);
  std::string key = fmt::format("{:04}{}", place, digits);
  return negative ? "0" + Reversed(key) : "2" + key;
}

}  // namespace tally
