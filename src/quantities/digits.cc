#include "quantities/digits.h"

#include "base/utf8.h"

namespace tally {
namespace {

// 1.3e6 is printed in tables; more than this is no figure of the news.
constexpr int kLargestExponent = 30;

bool DigitAt(std::string_view text, std::size_t at) { return at < text.size() && IsAsciiDigit(text[at]); }

// Exactly `count` digits begin at `at`.
bool GroupAt(std::string_view text, std::size_t at, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    if (!DigitAt(text, at + i)) return false;
  }
  return !DigitAt(text, at + count);
}

// The digits of a number as they are read: no separators, no allocation.
class Collector {
 public:
  bool Put(std::string_view digits) {
    if (length_ + digits.size() > sizeof buffer_) return false;
    for (char c : digits) buffer_[length_++] = c;
    return true;
  }
  std::size_t size() const { return length_; }
  std::string_view str() const { return {buffer_, length_}; }

 private:
  char buffer_[Decimal::kMaxDigits + 2];  // a point, and one digit too many
  std::size_t length_ = 0;
};

std::size_t DigitsEnd(std::string_view text, std::size_t at) {
  while (DigitAt(text, at)) ++at;
  return at;
}

// Where the groups after the first digits end; `at` when nothing is grouped.
std::size_t GroupsEnd(std::string_view text, std::size_t at, std::size_t first_digits, Collector& digits) {
  if (first_digits > 3 || at >= text.size()) return at;
  char mark = text[at];
  if (mark != ',' && mark != ' ' && mark != '\'') return at;
  std::size_t i = at;
  // A page of groups is no figure, and must not be walked again from each of them.
  constexpr std::size_t kMostGroups = Decimal::kMaxDigits / 3;
  while (i < text.size() && text[i] == mark && i - at <= 4 * kMostGroups && GroupAt(text, i + 1, 3)) i += 4;
  int groups = static_cast<int>((i - at) / 4);
  // 10 200 300 400 is a row of a table: blanks group only where nothing numeric stands on either side.
  bool row = mark == ' ' && i < text.size() && text[i] == ' ' && DigitAt(text, i + 1);
  std::size_t first = at - first_digits;
  row = row || (mark == ' ' && first >= 2 && text[first - 1] == ' ' && IsAsciiDigit(text[first - 2]));
  if (mark != ',' && (groups < 2 || row)) return at;
  // Lakh and crore: groups of two before the last three.
  if (mark == ',' && groups == 0 && first_digits <= 2) {
    std::size_t two = at;
    while (two < text.size() && text[two] == ',' && two - at <= 3 * kMostGroups && GroupAt(text, two + 1, 2))
      two += 3;
    if (two > at && two < text.size() && text[two] == ',' && GroupAt(text, two + 1, 3)) i = two + 4;
  }
  // 22,24,26: a list.
  for (std::size_t d = at; d < i; ++d) {
    if (text[d] != mark && !digits.Put(text.substr(d, 1))) return at;
  }
  return i;
}

// A short run without groups, point or exponent, as most are. False where it is not sure to be one.
bool ReadPlainDigits(std::string_view text, std::size_t at, DigitRun& run) {
  constexpr std::size_t kLongest = 15;
  std::int64_t value = 0;
  std::size_t end = at;
  for (; DigitAt(text, end); ++end) {
    if (end - at == kLongest) return false;
    value = value * 10 + (text[end] - '0');
  }
  if (end == at) return false;
  if (end < text.size()) {
    char mark = text[end];
    bool may_group = mark == ',' || mark == ' ' || mark == '\'' || mark == '.';
    if ((may_group && DigitAt(text, end + 1)) || mark == 'e' || mark == 'E') return false;
  }
  run.value = value;
  run.end = end;
  run.whole_digits = static_cast<int>(end - at);
  run.leading_zero = text[at] == '0' && end - at > 1;
  return true;
}

}  // namespace

std::optional<VulgarFraction> ReadVulgarFraction(std::string_view text, std::size_t at) {
  if (at >= text.size() || static_cast<unsigned char>(text[at]) < 0xC2) return std::nullopt;
  CodePoint c = DecodeUtf8(text, at);
  switch (c.value) {
    case U'½':
      return VulgarFraction{1, 2, c.length};
    case U'¼':
      return VulgarFraction{1, 4, c.length};
    case U'¾':
      return VulgarFraction{3, 4, c.length};
    case U'⅓':
      return VulgarFraction{1, 3, c.length};
    case U'⅔':
      return VulgarFraction{2, 3, c.length};
    case U'⅕':
      return VulgarFraction{1, 5, c.length};
    case U'⅛':
      return VulgarFraction{1, 8, c.length};
    case U'⅜':
      return VulgarFraction{3, 8, c.length};
    case U'⅝':
      return VulgarFraction{5, 8, c.length};
    case U'⅞':
      return VulgarFraction{7, 8, c.length};
    default:
      return std::nullopt;
  }
}

std::optional<DigitRun> ReadDigits(std::string_view text, std::size_t at) {
  DigitRun run;
  if (ReadPlainDigits(text, at, run)) return run;
  Collector digits;
  std::size_t i = DigitsEnd(text, at);
  std::size_t first_digits = i - at;
  if (!digits.Put(text.substr(at, std::min<std::size_t>(first_digits, Decimal::kMaxDigits + 1))))
    return std::nullopt;
  bool zero_first = first_digits > 0 && text[at] == '0';
  run.leading_zero = zero_first && first_digits > 1;
  if (!zero_first) {
    std::size_t end = GroupsEnd(text, i, first_digits, digits);
    run.grouped = end > i;
    i = end;
  }
  run.whole_digits = static_cast<int>(digits.size());
  if (i < text.size() && text[i] == '.' && DigitAt(text, i + 1)) {
    std::size_t end = DigitsEnd(text, i + 1);
    bool version = end < text.size() && text[end] == '.' && DigitAt(text, end + 1);
    if (!version) {
      if (first_digits == 0) digits.Put("0");
      bool fits = end - i <= Decimal::kMaxDigits && digits.Put(text.substr(i, end - i));
      if (!fits) return std::nullopt;
      run.fraction = static_cast<int>(end - i - 1);
      i = end;
    }
  }
  auto value = Decimal::Parse(digits.str());
  if (!value) return std::nullopt;
  run.value = *value;
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    std::size_t sign = i + 1;
    bool minus = sign < text.size() && text[sign] == '-';
    if (minus || (sign < text.size() && text[sign] == '+')) ++sign;
    std::size_t end = DigitsEnd(text, sign);
    if (end > sign && end - sign <= 2 && IsWordEdge(text, end)) {
      int power = text[sign] - '0';
      if (end - sign == 2) power = power * 10 + (text[sign + 1] - '0');
      if (power <= kLargestExponent) {
        run.value = run.value.Scaled(minus ? -power : power);
        run.fraction += minus ? power : -power;
        i = end;
      }
    }
  }
  run.end = i;
  return run;
}

}  // namespace tally
