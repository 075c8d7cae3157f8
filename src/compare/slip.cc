// The digits of a value are those that its words state, without trailing zeros; two values are laid side by
// side by their powers of ten.
#include "compare/slip.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/date.h"

namespace tally {
namespace {

bool IsPositive(const Decimal& value) { return !value.is_zero() && !value.is_negative(); }

std::size_t DigitCount(const Decimal& value) { return static_cast<std::size_t>(value.significant_digits()); }

bool SameDigitsAtAnotherPower(const Decimal& a, const Decimal& b) {
  return a != b && a.Scaled(b.first_digit_exponent() - a.first_digit_exponent()) == b;
}

// Digits from the power of ten `last` up: 1300 from 0 is "1300".
std::string DigitsFrom(const Decimal& value, int last) { return value.Scaled(-last).ToString(); }

// Zeros that a figure may end in where it is compared to its last place: 300 with 306.
constexpr std::size_t kMostZeros = 2;

// 4848 beside 4848.4 is rounding, 450 beside 458 is not. `digit` stands where the other has its last zero.
bool IsRounding(char digit, const std::string& zeros) {
  std::size_t last = zeros.find_last_not_of('0');
  return digit <= '5' || last == std::string::npos || zeros.size() - 1 - last > kMostZeros;
}

bool OtherDigitOrNeighbours(const std::string& a, const std::string& b) {
  auto [x, y] = std::ranges::mismatch(a, b);
  if (x == a.end()) return false;
  if (x + 1 == a.end()) return !(*x == '0' && IsRounding(*y, a)) && !(*y == '0' && IsRounding(*x, b));
  if (std::equal(x + 1, a.end(), y + 1)) return true;
  return x + 1 != a.end() && *x == *(y + 1) && *(x + 1) == *y && std::equal(x + 2, a.end(), y + 2);
}

// `longer` without one of its digits is `shorter`.
bool LostDigit(const std::string& longer, const std::string& shorter) {
  if (longer.size() != shorter.size() + 1) return false;
  auto [x, y] = std::ranges::mismatch(longer, shorter);
  return std::equal(x + 1, longer.end(), y, shorter.end());
}

bool IsOneKeystroke(const Decimal& a, const Decimal& b) {
  if (!IsPositive(a) || !IsPositive(b) || a == b) return false;
  if (SameDigitsAtAnotherPower(a, b)) return true;
  int last = std::min(a.last_digit_exponent(), b.last_digit_exponent());
  // A digit that was lost in front of the point shifts nothing behind it; one lost behind it does.
  std::string x = DigitsFrom(a, last);
  std::string y = DigitsFrom(b, last);
  if (x.size() == y.size()) return OtherDigitOrNeighbours(x, y);
  if (x.size() < y.size()) std::swap(x, y);
  return LostDigit(x, y);
}

// The end that stands for the value: the lower one of a range, the stated one of a bound.
const std::optional<Decimal>& End(const Interval& stated) { return stated.lo ? stated.lo : stated.hi; }

// Of all ends that it states.
std::size_t DigitsOf(const Interval& stated) {
  std::size_t digits = stated.lo ? DigitCount(*stated.lo) : 0;
  return stated.hi && stated.hi != stated.lo ? digits + DigitCount(*stated.hi) : digits;
}

// Days: February has 28, a leap year 366.
constexpr int kMonthsDiffer = 3;

bool OneDatePart(const DateRange& a, const DateRange& b) {
  if (!a.first || !b.first || !a.last || !b.last) return false;
  // A year beside a year, a month beside a month: a quarter is no slip for a year.
  if (std::abs(*a.days() - *b.days()) > kMonthsDiffer) return false;
  std::chrono::year_month_day x(*a.first);
  std::chrono::year_month_day y(*b.first);
  return (x.year() != y.year()) + (x.month() != y.month()) + (x.day() != y.day()) == 1;
}

bool SlipOrEqual(const std::optional<Decimal>& a, const std::optional<Decimal>& b) {
  return a == b || (a && b && IsOneKeystroke(*a, *b));
}

// FNV-1a, and not std::hash: the same everywhere.
SlipSignature SignatureOf(char kind, int place, std::string_view text) {
  SlipSignature hash = 14695981039346656037u;
  auto add = [&](unsigned char byte) { hash = (hash ^ byte) * 1099511628211u; };
  add(static_cast<unsigned char>(kind));
  add(static_cast<unsigned char>(place));
  for (char c : text) add(static_cast<unsigned char>(c));
  return hash;
}

// 8019 from its last digit up: itself, and all that one lost digit leaves. A zero that comes to stand last is
// not printed among the digits of the shorter one.
void AddLostDigit(const Decimal& value, const std::string& digits, std::vector<SlipSignature>& signatures) {
  signatures.push_back(SignatureOf('d', value.last_digit_exponent(), digits));
  for (std::size_t i = 0; i < digits.size(); ++i) {
    std::string shorter = digits;
    shorter.erase(i, 1);
    int power = value.last_digit_exponent();
    while (!shorter.empty() && shorter.back() == '0') {
      shorter.pop_back();
      ++power;
    }
    shorter.erase(0, shorter.find_first_not_of('0'));
    signatures.push_back(SignatureOf('d', power, shorter));
  }
}

// From the first digit down, with zeros behind: each digit masked, each two neighbours in one order.
void AddOtherDigits(const Decimal& value, std::string digits, std::vector<SlipSignature>& signatures) {
  digits.append(kMostZeros, '0');
  auto add = [&](char kind, std::string text) {
    while (!text.empty() && text.back() == '0') text.pop_back();
    signatures.push_back(SignatureOf(kind, value.first_digit_exponent(), text));
  };
  for (std::size_t i = 0; i < digits.size(); ++i) {
    std::string masked = digits;
    masked[i] = '?';
    add('m', masked);
    if (i + 1 == digits.size()) break;
    std::string swapped = digits;
    std::swap(swapped[i], swapped[i + 1]);
    add('t', std::min(swapped, digits));
  }
}

std::vector<SlipSignature> DateSignatures(const DateRange& date) {
  if (!date.first) return {};
  std::chrono::year_month_day day(*date.first);
  std::string y = std::to_string(static_cast<int>(day.year()));
  std::string m = std::to_string(static_cast<unsigned>(day.month()));
  std::string d = std::to_string(static_cast<unsigned>(day.day()));
  return {SignatureOf('Y', 0, m + '-' + d), SignatureOf('M', 0, y + '-' + d),
          SignatureOf('D', 0, y + '-' + m)};
}

}  // namespace

std::vector<SlipSignature> SlipSignatures(const Value& value) {
  if (value.dimension == Dimension::kDate) return DateSignatures(value.date);
  const std::optional<Decimal>& end = End(value.stated);
  if (!end || !IsPositive(*end) || DigitCount(*end) > kMostSlipDigits) return {};
  std::string digits = DigitsFrom(*end, end->last_digit_exponent());
  std::vector<SlipSignature> signatures = {SignatureOf('p', 0, digits)};
  AddLostDigit(*end, digits, signatures);
  AddOtherDigits(*end, digits, signatures);
  std::ranges::sort(signatures);
  signatures.erase(std::unique(signatures.begin(), signatures.end()), signatures.end());
  return signatures;
}

bool IsSlipOfPower(const Value& a, const Value& b, std::size_t digits) {
  bool points = a.stated.IsPoint() && b.stated.IsPoint() && a.dimension == b.dimension;
  return points && DigitsOf(a.stated) >= digits && SameDigitsAtAnotherPower(*a.stated.lo, *b.stated.lo);
}

std::size_t SlipDigits(const Value& a, const Value& b) {
  if (a.dimension == Dimension::kDate) return 4;
  return std::min(DigitsOf(a.stated), DigitsOf(b.stated));
}

bool IsOneSlip(const Value& a, const Value& b) {
  if (a.dimension != b.dimension) return false;
  if (a.dimension == Dimension::kDate) return OneDatePart(a.date, b.date);
  if (a.stated == b.stated) return false;
  bool bounded = !a.stated.lo || !a.stated.hi || !b.stated.lo || !b.stated.hi;
  if (bounded) return End(a.stated) != End(b.stated) && SlipOrEqual(End(a.stated), End(b.stated));
  return SlipOrEqual(a.stated.lo, b.stated.lo) && SlipOrEqual(a.stated.hi, b.stated.hi);
}

}  // namespace tally
