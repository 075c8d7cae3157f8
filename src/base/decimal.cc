#include "base/decimal.h"

#include <algorithm>
#include <cstdlib>

namespace tally {
namespace {

using Integer = boost::multiprecision::cpp_int;

Integer PowerOfTen(int power) {
  return boost::multiprecision::pow(Integer(10), static_cast<unsigned>(power));
}

}  // namespace

Decimal::Decimal(long long value) : Decimal(Integer(value), 0) {}

Decimal::Decimal(Integer coefficient, int exponent)
    : coefficient_(std::move(coefficient)), exponent_(exponent) {
  if (coefficient_ == 0) {
    exponent_ = 0;
    return;
  }
  Integer quotient;
  Integer remainder;
  while (true) {
    boost::multiprecision::divide_qr(coefficient_, Integer(10), quotient, remainder);
    if (remainder != 0) break;
    coefficient_ = quotient;
    ++exponent_;
  }
}

std::optional<Decimal> Decimal::Parse(std::string_view text) {
  bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  std::string digits;
  int exponent = 0;
  bool point = false;
  for (char c : text) {
    if (c == '.' && !point && !digits.empty()) {
      point = true;
    } else if (c >= '0' && c <= '9') {
      digits.push_back(c);
      if (point) --exponent;
    } else {
      return std::nullopt;
    }
  }
  if (digits.empty() || digits.size() > kMaxDigits || text.back() == '.') return std::nullopt;
  // A leading 0 would make Boost read the string as octal.
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  Integer coefficient(digits);
  if (negative) coefficient = -coefficient;
  return Decimal(std::move(coefficient), exponent);
}

Decimal Decimal::Scaled(int power) const {
  return is_zero() ? *this : Decimal(coefficient_, exponent_ + power);
}

Decimal Decimal::operator-() const { return Decimal(-coefficient_, exponent_); }

Decimal Decimal::operator+(const Decimal& other) const {
  int exponent = std::min(exponent_, other.exponent_);
  return Decimal(coefficient_ * PowerOfTen(exponent_ - exponent) +
                     other.coefficient_ * PowerOfTen(other.exponent_ - exponent),
                 exponent);
}

Decimal Decimal::operator-(const Decimal& other) const { return *this + -other; }

Decimal Decimal::operator*(const Decimal& other) const {
  return Decimal(coefficient_ * other.coefficient_, exponent_ + other.exponent_);
}

Decimal Decimal::Quotient(const Decimal& divisor, int digits, Round round) const {
  Integer numerator = coefficient_;
  Integer denominator = divisor.coefficient_;
  int shift = exponent_ - divisor.exponent_ + digits;
  (shift >= 0 ? numerator : denominator) *= PowerOfTen(std::abs(shift));
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  Integer quotient;
  Integer remainder;
  boost::multiprecision::divide_qr(numerator, denominator, quotient, remainder);
  // cpp_int truncates toward zero; the remainder has the sign of the numerator.
  if (round == Round::kUp && remainder > 0) ++quotient;
  if (round == Round::kDown && remainder < 0) --quotient;
  return Decimal(std::move(quotient), -digits);
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const {
  int order;
  if (exponent_ == other.exponent_) {
    order = coefficient_.compare(other.coefficient_);
  } else {
    int exponent = std::min(exponent_, other.exponent_);
    Integer left = coefficient_ * PowerOfTen(exponent_ - exponent);
    Integer right = other.coefficient_ * PowerOfTen(other.exponent_ - exponent);
    order = left.compare(right);
  }
  return order < 0   ? std::strong_ordering::less
         : order > 0 ? std::strong_ordering::greater
                     : std::strong_ordering::equal;
}

int Decimal::first_digit_exponent() const {
  if (is_zero()) return 0;
  int digits = static_cast<int>(coefficient_.str().size()) - (is_negative() ? 1 : 0);
  return exponent_ + digits - 1;
}

std::string Decimal::ToString() const {
  Integer magnitude = is_negative() ? Integer(-coefficient_) : coefficient_;
  std::string digits = magnitude.str();
  if (exponent_ >= 0) {
    digits.append(is_zero() ? 0 : static_cast<std::size_t>(exponent_), '0');
  } else {
    auto places = static_cast<std::size_t>(-exponent_);
    if (digits.size() <= places) digits.insert(0, places - digits.size() + 1, '0');
    digits.insert(digits.size() - places, ".");
  }
  return is_negative() ? "-" + digits : digits;
}

}  // namespace tally
