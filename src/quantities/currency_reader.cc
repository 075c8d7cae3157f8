// Currencies before and behind a figure. The row of the table whose id is XXX (ISO 4217: no currency) names
// money, but not whose: 元, 块钱, ¥; the row XXF does so of money that is foreign where the text is at home:
// pesos, dinars, 法郎. The row XXD names dollars: the American ones, or those of an editor's home;
// XXY is ¥, which is XXX where no editor says which currency is at home.
#include <algorithm>

#include "base/utf8.h"
#include "quantities/unit_reader.h"

namespace tally {
namespace {

constexpr std::string_view kNoCurrency = "XXX";
constexpr std::string_view kForeign = "XXF";
constexpr std::string_view kAnyDollar = "XXD";
constexpr std::string_view kYuanOrYen = "XXY";

UnitReading Money(const Unit& unit, std::size_t start, std::size_t end) {
  UnitReading money;
  money.SetCurrency(unit);
  money.factor = unit.factor;
  money.start = start;
  money.end = end;
  return money;
}

// The € of "$5 billion €6 billion", the US$ of "two US$13 billion ships": a sign that leans on the figure
// behind it and not on the one before.
bool BelongsToNext(std::string_view text, std::size_t at, std::size_t end) {
  if (end >= text.size() || !IsAsciiDigit(text[end]) || at == 0) return false;
  bool apart = text[at - 1] == ' ' || text[at - 1] == '\t';
  return apart && !IsHan(DecodeUtf8(text, at).value);
}

// 块 is money where a price goes on or ends there, else a measure word: 三块, 九块九, but not 三块蛋糕.
bool IsPieceWord(std::string_view text, std::size_t end) {
  if (end >= text.size()) return false;
  CodePoint c = DecodeUtf8(text, end);
  return IsHan(c.value) && !IsHanNumeralStart(c.value);
}

}  // namespace

void UnitReading::SetCurrency(const Unit& row) {
  dimension = Dimension::kMoney;
  foreign = row.id == kForeign;
  any_dollar = row.id == kAnyDollar;
  if (any_dollar) id = "USD";
  yuan_or_yen = row.id == kYuanOrYen;
  if (row.id != kNoCurrency && !foreign && !any_dollar && !yuan_or_yen) id = row.id;
}

// The digits at `at` go on with a word for millions or more, a blank between: 75 billion, 54tn.
bool UnitReader::ScaleFollows(std::string_view text, std::size_t at) const {
  while (at < text.size() && (IsAsciiDigit(text[at]) || text[at] == ',' || text[at] == '.')) ++at;
  auto hit = scales_.lexicon.LongestLoose(text, SkipBlanks(text, at));
  return hit && hit->length > 1;
}

// Shares fell 12p to 340p.
bool UnitReader::IsPence(std::string_view text, TextSpan digits) const {
  constexpr std::size_t kMostDigits = 4;
  auto picture = pence_leads_.lexicon.Find(text.substr(digits.start, digits.size()));
  return digits.size() <= kMostDigits && !picture && digits.start > 0 && text[digits.start - 1] == ' ' &&
         pence_leads_.lexicon.LongestEndingAt(text, digits.start - 1, 0).has_value();
}

// 12.5p a share; 1080p is a picture.
std::optional<UnitReading> UnitReader::PenceAt(std::string_view text, std::size_t at) const {
  if (text[at] != 'p' || at == 0 || !IsAsciiDigit(text[at - 1]) || !IsWordEdge(text, at + 1))
    return std::nullopt;
  std::size_t start = at;
  while (start > 0 && IsAsciiDigit(text[start - 1])) --start;
  bool decimal = start > 0 && text[start - 1] == '.';
  std::string_view rest = text.substr(at + 1);
  bool price = false;
  for (std::string_view next : {" a ", " per ", " an ", " dividend", " each"})
    price = price || rest.starts_with(next);
  constexpr std::size_t kMostDigits = 3;
  if (!decimal && !(price && at - start <= kMostDigits) && !IsPence(text, {start, at})) return std::nullopt;
  UnitReading pence;
  pence.dimension = Dimension::kMoney;
  pence.id = "GBP";
  pence.factor = Decimal(1).Scaled(-2);
  pence.end = at + 1;
  return pence;
}

bool UnitReader::IsOfHome(const UnitReading& money, std::string_view currency, bool told) const {
  if (currency.empty() || money.foreign) return false;
  if (money.any_dollar)
    return told && std::ranges::find(dollars_.spellings, currency) != dollars_.spellings.end();
  if (money.yuan_or_yen && told && currency != "CNY" && currency != "JPY") return false;
  return money.id.empty();
}

std::optional<UnitReading> UnitReader::CurrencyAt(std::string_view text, std::size_t at) const {
  if (auto pence = PenceAt(text, at)) return pence;
  auto hit = currencies_.lexicon.Longest(text, at);
  // 5 N are newtons.
  if (hit && hit->length == 1 && IsAsciiAlpha(text[at])) return std::nullopt;
  if (!hit) {  // 3.14US$, 115USD, 10000元
    if (at == 0 || !IsAsciiDigit(text[at - 1]) || !IsAsciiAlpha(text[at])) return std::nullopt;
    hit = currencies_.lexicon.LongestLoose(text, at);
    if (!hit || hit->length < 2 || !IsWordEdge(text, at + hit->length)) return std::nullopt;
  }
  if (IsOtherWord(text, at, hit->length)) return std::nullopt;
  std::size_t end = at + hit->length;
  if (BelongsToNext(text, at, end)) return std::nullopt;
  if (text.substr(at, hit->length) == "块") {
    // 10万块H100芯片, but 100块RMB
    std::size_t next = SkipBlanks(text, end);
    bool latin = next < text.size() && IsAsciiAlpha(text[next]) && !currencies_.lexicon.Longest(text, next);
    if (latin || IsPieceWord(text, end)) return std::nullopt;
  }
  UnitReading money = Money(currencies_.units[hit->value], 0, end);
  if (!money.id.empty()) return money;
  // 三万元欧元, 9000元日币, 50万元人民币: the word behind 元 says whose.
  if (end < text.size()) {
    auto whose = currencies_.lexicon.Longest(text, end);
    if (whose && currencies_.units[whose->value].id != kNoCurrency &&
        currencies_.units[whose->value].factor == Decimal(1) && whose->length > 1) {
      return Money(currencies_.units[whose->value], 0, end + whose->length);
    }
  }
  return money;
}

std::optional<UnitReading> UnitReader::CurrencyBefore(std::string_view text, std::size_t at,
                                                      std::size_t floor) const {
  std::size_t blank = at;
  while (blank > floor && at - blank < 2 && text[blank - 1] == ' ') --blank;
  for (std::size_t end : {at, blank}) {
    auto hit = end > floor ? currencies_.lexicon.LongestEndingAt(text, end, floor) : std::nullopt;
    if (!hit) continue;
    std::size_t start = end - hit->length;
    if (!IsWordEdge(text, start)) continue;
    // "dollars 5": words in full stand behind the figure in English, codes and symbols before it. 元 and 块
    // before a figure belong to the one before: 三元 5 角.
    std::string_view word = text.substr(start, hit->length);
    // SKr6bn, Rmb6bn: what has no vowel is short for a word.
    bool lower_word = IsAsciiAlpha(word.front()) && IsAsciiAlpha(word.back()) && !IsAsciiUpper(word.back()) &&
                      word.size() > 2 && word.find_first_of("aeiouU") != std::string_view::npos;
    const Unit& unit = currencies_.units[hit->value];
    bool open_word = unit.id == kNoCurrency && IsHan(DecodeUtf8(text, start).value);
    // A single letter, or a code in small letters ("won 5 games"), is no currency.
    bool letter = word.size() == 1 && IsAsciiAlpha(word[0]);
    // R75 billion and N54 trillion are amounts, R2 and N95 names.
    bool amount = letter && end == at && IsAsciiUpper(word[0]) && ScaleFollows(text, at);
    if (lower_word || open_word || (letter && !amount)) continue;
    return Money(unit, start, 0);
  }
  return std::nullopt;
}

std::size_t UnitReader::SkipCurrencySign(std::string_view text, std::size_t at) const {
  if ((begins_.At(text, at) & kCurrencies) == 0) return at;
  auto hit = currencies_.lexicon.LongestLoose(text, at);
  if (!hit) return at;
  std::size_t next = SkipBlanks(text, at + hit->length);
  return next < text.size() && IsAsciiDigit(text[next]) ? next : at;
}

std::optional<UnitReading> UnitReader::MinorUnitAt(std::string_view text, std::size_t at) const {
  auto hit = minor_units_.lexicon.Longest(text, at);
  if (!hit) return std::nullopt;
  UnitReading minor;
  minor.dimension = Dimension::kMoney;
  minor.factor = minor_factors_[hit->value];
  minor.end = at + hit->length;
  return minor;
}

}  // namespace tally
