// The part of QuantityReader that makes quantities of figures: what belongs to one, and when digits or number
// words are none.
#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "quantities/interval_rule.h"
#include "quantities/scan.h"
#include "quantities/surroundings.h"

namespace tally {
namespace {

// Han numerals without a unit are amounts from here on: 千亿, 一亿两千万.
const Decimal kHanMagnitude = Decimal(1).Scaled(8);
const Decimal kHundred = 100;
const Decimal kThousand = 1000;
const Decimal kHours = 24;

Numeral Negative(const Numeral& numeral) {
  Numeral negative = numeral;
  negative.lo = -numeral.hi;
  negative.hi = -numeral.lo;
  return negative;
}

// 一百零五章: several numeral characters with a scale say a number wherever they stand; 百 alone does not.
bool IsLongHanNumeral(const Numeral& n) {
  return n.han && n.scaled && !n.vague && n.text.size() > 6 && n.lo >= kHundred;
}

// two million, forty-two, five point five: more than one word.
bool IsLongWordNumeral(std::string_view text, const Numeral& n) {
  std::string_view words = text.substr(n.text.start, n.text.size());
  bool several = words.find(' ') != std::string_view::npos || words.find('-') != std::string_view::npos;
  return several && !n.vague && (n.lo > Decimal(20) || n.last_place < 0 || n.lo >= kThousand);
}

// Four plain digits that are a year more often than a figure.
bool IsYearLike(const Figure& figure) {
  const Numeral& n = figure.low;
  return n.whole_digits == 4 && n.last_place == 0 && !n.grouped && !n.scaled && !figure.range && !n.han &&
         n.lo >= Decimal(1900) && n.lo < Decimal(2100);
}

// Money, percent and temperatures stand with a sign behind a Han character (净利润-207亿元); 东风-41 has
// none.
bool TakesSign(const UnitReading& unit) {
  return unit.dimension == Dimension::kMoney || unit.dimension == Dimension::kPercent || unit.id == "degC" ||
         unit.id == "degF";
}

// "fell below 6%": how far it went, not by how much.
bool NamesLevel(std::string_view figure) {
  for (std::string_view word : {"below ", "above ", "beneath "}) {
    if (figure.starts_with(word)) return true;
  }
  return false;
}

Change ReachedBy(Change change) {
  if (change == Change::kIncrease) return Change::kIncreaseTo;
  return change == Change::kDecrease ? Change::kDecreaseTo : change;
}

}  // namespace

bool QuantityReader::ReadFigure(Scan& scan, std::size_t at, std::optional<Numeral>& numeral,
                                Quantity& q) const {
  std::string_view text = scan.text;
  // 上百亿, 上千家: 上 belongs to the figure
  std::size_t begin = at;
  std::string_view upward = "上";
  if (text[at] == upward.front() && text.substr(at).starts_with(upward)) {
    begin = at + upward.size();
    if (begin >= text.size()) return false;
    numeral = numerals_.Read(text, begin);
  }
  if (!numeral) numeral = ReadArticle(text, at);
  if (!numeral) return false;
  // 个半小时: one and a half, the one left out.
  std::string_view piece = "个";
  bool and_half = numeral->han && text.substr(at).starts_with("半") && text.substr(0, at).ends_with(piece);
  if (and_half && at - scan.floor >= piece.size()) {
    at = begin = at - piece.size();
    numeral->text.start = at;
    numeral->lo = numeral->hi = Decimal(15).Scaled(-1);
  }
  if (begin != at && !(numeral->bare && numeral->vague)) return false;
  // 7-Eleven, Catch-twenty-two
  bool joined = numeral->word && at >= 2 && text[at - 1] == '-' && IsAsciiAlnum(text[at - 2]);
  if (joined) return false;
  LookBefore(scan, at);
  std::size_t mark = SkipBlanks(text, numeral->text.end);
  bool wide_behind = mark < text.size() && static_cast<unsigned char>(text[mark]) >= 0x80;
  if (wide_behind && (numeral->han || IsAsciiDigit(text[begin])) && numeral->hi <= kHours) {
    std::size_t clock_end = HanClockEnd(text, numeral->text.end);
    if (clock_end > numeral->text.end) {
      scan.resume = clock_end;
      return false;
    }
  }
  LexiconFilter::Mask behind = mark < text.size() ? behind_.At(text, mark) : LexiconFilter::Mask{0};
  if ((behind & kClockMark) != 0 && clock_marks_.lexicon.Longest(text, mark)) {
    scan.resume = mark;
    return false;
  }
  // $1,2345: a slip of the pen that nobody can read for the writer.
  std::size_t broken = numeral->text.end;
  if (broken + 4 < text.size() && text[broken] == ',' && CurrencyBefore(scan, at)) {
    std::size_t end = broken + 1;
    while (end < text.size() && IsAsciiDigit(text[end])) ++end;
    if (end - broken > 4 && IsAsciiDigit(text[broken - 1])) {
      scan.resume = end;
      return false;
    }
  }
  // 500+ employees, 100 万+ 用户
  std::size_t unit_at = numeral->text.end;
  bool plus = unit_at < text.size() && text[unit_at] == '+' &&
              (unit_at + 1 >= text.size() || !IsAsciiDigit(text[unit_at + 1]));
  if (plus) ++unit_at;
  Figure figure;
  bool ahead = scan.ahead.at == at && begin == at && !plus;
  if (ahead) {
    figure.low = std::move(scan.ahead.bent);
    figure.unit = std::move(scan.ahead.unit);
    scan.ahead.at = ReadAhead::kNowhere;
  } else {
    figure.low = std::move(*numeral);
    figure.unit = units_.After(text, figure.low, unit_at);
  }
  Numeral& low = figure.low;
  std::optional<UnitReading>& unit = figure.unit;
  // 30 or more people: the bound stands between.
  std::optional<Vocabulary::ModifierHit> bound;
  if (!unit && (behind & kModifier) != 0 && IsAsciiAlpha(text[mark])) {
    bound = vocabulary_.ModifierAt(text, mark);
    if (bound && bound->modifier != Modifier::kApprox) unit = units_.After(text, low, mark + bound->length);
    if (!unit) bound.reset();
  }
  if (!unit && (behind & kMinorUnit) != 0 && (low.han || IsAsciiDigit(text[begin])))
    unit = MinorUnitAfter(text, low, numerals_, units_);
  figure.high = low;
  figure.end = std::max(unit && unit->end > low.text.end ? unit->end : low.text.end, unit_at);
  if (plus || bound) {
    Decimal factor = unit ? unit->factor : Decimal(1);
    if (!MakeQuantity(scan, at, begin, figure, q)) return false;
    if (q.value.modifier == Modifier::kNone) {
      q.value.modifier = plus ? Modifier::kAtLeast : bound->modifier;
      ApplyIntervalRule(low, figure.high, factor, q.value);
    }
    return true;
  }
  ReadRange(
      text, numerals_, units_, [&] { return ReachedByChange(scan, at); }, figure, scan.ahead);
  if (unit) ReadCompound(text, numerals_, units_, figure);
  // 芮氏规模 7.2 地震 is one earthquake.
  bool quakes = unit && unit->id == "earthquakes";
  if (!unit || quakes) {
    if (scan.block.table != TablePart::kNone) TakeTableUnit(scan, at, figure);
    const RowCell* cell = scan.row.At(at);
    // "Visitor numbers last year were 214,000": a date may stand between.
    const Quantity* last = scan.Before();
    bool dated = last != nullptr && last->value.dimension == Dimension::kDate;
    std::size_t behind_other = scan.found.size() > 2 ? scan.found[scan.found.size() - 3].text.end : 0;
    std::size_t floor = std::max(dated ? behind_other : scan.floor, cell == nullptr ? 0 : cell->whole.start);
    auto head = unit && !quakes ? std::nullopt : elided_.HeadBefore(text, at, floor, figure);
    if (head && (!quakes || head->id == "magnitude")) {
      unit = head;
      figure.end = std::max(figure.end, head->end);
    }
  }
  if (unit && unit->classifier) {
    std::string_view noun = elided_.NounBefore(text, at, scan.floor, *unit);
    if (!noun.empty()) unit->id = noun;
  }
  if (!MakeQuantity(scan, at, begin, figure, q)) return false;
  const Quantity* before = scan.block.table == TablePart::kNone ? scan.Before() : nullptr;
  if (before != nullptr) elided_.Lend(text, *before, q);
  return true;
}

// "$m" over 1.2 million says whose money it is, and no scale once more.
void QuantityReader::TakeTableUnit(const Scan& scan, std::size_t at, Figure& figure) const {
  if (figure.unit || scan.block.table == TablePart::kNone || scan.block.table == TablePart::kHeads) return;
  auto unit = table_units_.Of(scan.text, scan.row, {at, figure.high.text.end});
  if (!unit) return;
  bool scaled = figure.low.scaled || figure.high.scaled;
  if (scaled && unit->dimension == Dimension::kNumber) return;
  if (scaled && unit->dimension == Dimension::kMoney) unit->factor = 1;
  // In millions a figure is rounded to them, and no exact count.
  if (unit->factor >= kThousand) figure.low.scaled = figure.high.scaled = true;
  figure.unit = unit;
}

// "an hour and a half": the article is a one where the span of time goes on.
std::optional<Numeral> QuantityReader::ReadArticle(std::string_view text, std::size_t at) const {
  for (std::string_view article : {"a ", "an "}) {
    if (text.size() < at + article.size() || AsciiLower(text[at]) != 'a' ||
        text.substr(at + 1, article.size() - 1) != article.substr(1))
      continue;
    Numeral one;
    one.text = {at, at + article.size() - 1};
    one.lo = one.hi = 1;
    one.word = true;
    auto unit = units_.After(text, one, one.text.end);
    if (!unit || unit->dimension != Dimension::kDuration) return std::nullopt;
    Figure figure = Figure::Of(one, unit);
    ReadCompound(text, numerals_, units_, figure);
    return figure.end > unit->end ? std::optional(one) : std::nullopt;
  }
  return std::nullopt;
}

bool QuantityReader::MakeQuantity(Scan& scan, std::size_t at, std::size_t figure_at, Figure& figure,
                                  Quantity& q) const {
  std::string_view text = scan.text;
  auto prefix = CurrencyBefore(scan, at);
  bool inner_sign = !prefix && at > scan.floor && text[at - 1] == '-';
  if (inner_sign) prefix = CurrencyBefore(scan, at - 1);  // $-5 million
  inner_sign = inner_sign && prefix;
  if (prefix && (!figure.unit || figure.unit->dimension != Dimension::kMoney)) {
    // $5 per share and $5 years: what follows is no unit of the amount.
    figure.unit = prefix;
    figure.end = figure.high.text.end;
  }
  // 新台币 30 亿元: 元 names no currency, the word before does.
  if (prefix && figure.unit && figure.unit->id.empty()) {
    figure.unit->id = prefix->id;
    figure.unit->any_dollar = prefix->any_dollar;
    figure.unit->yuan_or_yen = figure.unit->yuan_or_yen || prefix->yuan_or_yen;
  }
  TextSpan span{prefix ? prefix->start : at, figure.end};
  bool measured = figure.low.scaled || (figure.unit && TakesSign(*figure.unit));
  bool negative = inner_sign || NegativeBefore(scan, measured, span.end, span.start);
  if (figure.range && !negative && figure.low.lo >= figure.high.hi) return false;
  std::size_t from = negative ? span.start : figure_at;
  if (!IsFigure(scan, from, figure, prefix.has_value(), negative)) return false;
  q.text = span;
  Value& value = q.value;
  Numeral& low = figure.low;
  if (figure.unit) {
    value.dimension = figure.unit->dimension;
    if (!figure.unit->id.empty()) value.unit = figure.unit->id;
    bool money = value.dimension == Dimension::kMoney;
    if (money && units_.IsOfHome(*figure.unit, scan.setting.home_currency, scan.setting.currency_told))
      value.unit = scan.setting.home_currency;
  } else if (low.fraction) {
    value.dimension = Dimension::kRatio;
    value.unit = "x";
  }
  value.bare_magnitude = !figure.unit && low.scaled && (!low.han || low.lo >= kHanMagnitude);
  // A table in millions, of what it does not say.
  if (figure.unit && value.dimension == Dimension::kNumber) value.bare_magnitude = true;
  Modify(scan, q);
  Decimal factor = figure.unit ? figure.unit->factor : Decimal(1);
  // 近百亿, 超百亿: the magnitude is the bound, no longer a spread.
  bool bent =
      low.bare && low.vague && value.modifier != Modifier::kNone && value.modifier != Modifier::kApprox;
  if (bent || negative) {
    Numeral first = low;
    Numeral last = figure.high;
    if (bent) {
      last.hi = first.hi = first.lo;
      first.vague = last.vague = false;
    }
    if (negative) {
      // -5% to 3%: the sign is the first end's.
      first = Negative(first);
      if (!figure.range) last = Negative(last);
    }
    ApplyIntervalRule(first, last, factor, value);
  } else {
    ApplyIntervalRule(low, figure.high, factor, value);
  }
  if (value.dimension == Dimension::kMoney || value.dimension == Dimension::kCount) FindPer(scan, q);
  MakeRate(q);
  value.change = ChangeBefore(scan, q.text.start);
  if (NamesLevel(text.substr(q.text.start, q.text.size()))) value.change = ReachedBy(value.change);
  if (value.dimension == Dimension::kMoney) FindConversion(scan, q);
  return true;
}

// -5%, 净利润-207亿, -$5 million, 负 4.5 亿, minus five. A hyphen that joins names, numbers and lists is no
// sign.
bool QuantityReader::NegativeBefore(const Scan& scan, bool measured, std::size_t figure_end,
                                    std::size_t& start) const {
  std::string_view text = scan.text;
  std::size_t end = start;
  while (end > scan.floor && start - end < 2 && text[end - 1] == ' ') --end;
  if ((scan.EndsBefore(start) & kSign) == 0 && (end == 0 || text[end - 1] != '-') &&
      (start == 0 || text[start - 1] != '-'))
    return false;
  if (auto word = signs_.lexicon.LongestEndingAt(text, end, scan.floor)) {
    if (signs_.values[word->value] == "none") return false;
    start = end - word->length;
    return true;
  }
  // "- 5" heads an item of a list, except where it is all that there is.
  bool whole = end == 1 && text[0] == '-' && figure_end == text.size();
  if (whole) {
    start = 0;
    return true;
  }
  if (start == scan.floor || text[start - 1] != '-') return false;
  std::size_t sign = start - 1;
  if (sign > 0) {
    CodePoint before = DecodeUtf8(text, PreviousCodePoint(text, sign));
    bool open = before.value == ' ' || before.value == '(' || before.value == ':' || before.value == U'，' ||
                before.value == ',' || before.value == '~';
    bool joins = !open && !(IsHan(before.value) && measured && sign > scan.floor);
    // "20% -30%" is a range with a blank in it, "A -5" a list.
    bool range = before.value == ' ' && sign >= 2 && sign - 1 == scan.floor && scan.Before() != nullptr;
    if (joins || range) return false;
  }
  start = sign;
  return true;
}

// Whether the figure says a quantity where it stands.
bool QuantityReader::IsFigure(const Scan& scan, std::size_t at, const Figure& figure, bool prefix,
                              bool negative) const {
  std::string_view text = scan.text;
  const Numeral& low = figure.low;
  TextSpan span{at, figure.end};
  // Where no such word stands before, only the head of a text can be a label.
  constexpr std::size_t kHead = 2;
  bool may_be_label = at <= kHead || (scan.EndsBefore(at) & Scan::kLabelWord) != 0;
  // What stands beside a figure of a table is what stands in its cell: the head before it names no version.
  std::string_view around = text;
  TextSpan inside = span;
  const RowCell* cell = scan.row.At(at);
  if (cell != nullptr && cell->text.start <= at && span.end <= cell->text.end) {
    around = text.substr(cell->text.start, cell->text.size());
    inside = {at - cell->text.start, span.end - cell->text.start};
    may_be_label = true;
  }
  // 每千人拥有床位7.2张: of how many, not how many.
  if (low.vague && text.substr(0, at).ends_with("每")) return false;
  // The 10,000m race; $1,500m is an amount.
  bool metres = low.letter && low.grouped && !prefix && text[low.text.end - 1] == 'm';
  if (metres && !(figure.unit && figure.unit->dimension == Dimension::kMoney)) return false;
  if (figure.unit) {
    bool count = !prefix && figure.unit->dimension == Dimension::kCount;
    if (count && may_be_label && IsLabel(text, {at, figure.high.text.end}, labels_)) return false;
    if (count && IsYearLike(figure) && year_marks_.lexicon.Longest(text, low.text.end)) return false;
    if (count && low.leading_zero) return false;  // 007 agents, 02 models
    // the 2025 elections; a count is grouped (2,025 homes) or round
    bool year = figure.unit->noun && IsYearLike(figure) && low.lo.last_digit_exponent() < 2;
    if (year) return false;
    // 二〇家: digits read by their places are years and numbers of things.
    bool row = low.han && low.whole_digits > 1 && !low.scaled && low.lo == low.hi && low.last_place == 0;
    if (count && row) return false;
    return !IsArticle(scan, at, figure);
  }
  if (low.letter && !IsDelimited(text, {low.text.start == 0 ? 0 : at, span.end})) {
    // "waves of 6m" are metres, "2h 17m" minutes: a small m is a million only of something.
    if (text[low.text.end - 1] == 'm') return false;
    // 8b, 4k: a model, where a word goes on behind it
    std::size_t next = SkipBlanks(text, span.end);
    bool ends =
        next >= text.size() || (static_cast<unsigned char>(text[next]) < 0x80 && !IsAsciiAlnum(text[next]));
    if (!ends) return false;
  }
  if (may_be_label && IsLabel(around, inside, labels_)) return false;
  if (low.han || low.word) {
    if (low.scaled && low.lo >= kHanMagnitude) return true;
    if (IsLongHanNumeral(low)) return true;
    if (low.fraction) return true;
    if (low.word && low.vague && low.scaled && low.lo >= kThousand) return true;
    if (negative || (low.word && IsLongWordNumeral(text, low))) return true;
    return IsDelimited(around, inside);
  }
  if (low.leading_zero) return false;
  if (low.fraction) return true;
  // "over 2010", "the 2025 budget": a year that no rule of dates has read.
  bool whole = inside.start == 0 && inside.end == around.size();
  if (IsYearLike(figure) && !whole) return false;
  bool shaped = low.grouped || low.scaled || low.last_place < 0 || figure.range;
  return !IsIdentifier(around, inside, shaped);
}

}  // namespace tally
