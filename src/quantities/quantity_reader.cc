// The pass: find where something may begin, ask the readers in the order of how sure their shape is (dates,
// fractions, multiples, figures with units), then look left and right for what bends it.
#include "quantities/quantity_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/utf8.h"
#include "quantities/interval_rule.h"
#include "quantities/scan.h"
#include "quantities/surroundings.h"

namespace tally {
namespace {

Change DecodeChange(const std::string& name) {
  if (auto change = ChangeFromName(name)) return *change;
  throw UserError(fmt::format(
      "words/changes.txt: unknown change '{}'; allowed: none, increase, decrease, increase_to, decrease_to",
      name));
}

// The end of a power whose mark stands at `at`: 10^9, 3^-2, and 10^9^ as some Markdown has it; `at` where
// none is.
std::size_t PowerEnd(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  if (end < text.size() && (text[end] == '-' || text[end] == '+')) ++end;
  std::size_t digits = end;
  while (end < text.size() && IsAsciiDigit(text[end])) ++end;
  if (end == digits) return at;
  return end < text.size() && text[end] == '^' ? end + 1 : end;
}

Decimal DecodeFactor(const std::string& value) {
  if (auto factor = Decimal::Parse(value)) return *factor;
  throw UserError(fmt::format("words/multiples.txt: the value '{}' is not a decimal number", value));
}

}  // namespace

QuantityReader::QuantityReader(const RuleSet& rules)
    : vocabulary_(rules),
      numerals_(rules),
      units_(rules),
      elided_(rules),
      table_units_(rules),
      dates_(vocabulary_),
      not_numbers_(rules.Words("not_numbers")),
      per_time_(rules.Words("per_time")),
      multiples_(rules.Words("multiples")),
      signs_(rules.Words("signs")),
      changes_(rules.Words("changes")),
      conversions_(rules.Words("conversions")),
      clock_marks_(rules.Words("clock_marks")),
      labels_(rules.Words("label_words")),
      year_marks_(rules.Words("year_marks")),
      generic_counts_(rules.Words("generic_counts")),
      fate_verbs_(rules.Words("fate_verbs")),
      small_counts_(rules.Words("small_counts")),
      table_heads_(rules.Words("table_heads")),
      fraction_words_(rules.Words("fraction_words")) {
  for (const std::string& value : multiples_.values) factors_.push_back(DecodeFactor(value));
  for (const std::string& value : changes_.values) change_of_.push_back(DecodeChange(value));
  digit_starts_.Add(not_numbers_.lexicon, kNotNumber);
  digit_starts_.Add(multiples_.lexicon, kMultiple);
  behind_.Add(clock_marks_.lexicon, kClockMark);
  behind_.Add(rules.Words("modifiers_after").lexicon, kModifier);
  behind_.Add(rules.Words("minor_units").lexicon, kMinorUnit);
  before_.Add(rules.UnitsOf("currencies").lexicon, kCurrencyWord);
  before_.Add(signs_.lexicon, kSign);
  before_.Add(rules.Words("modifiers_before").lexicon, kBound);
  before_.Add(changes_.lexicon, kChange);
  before_.Add(labels_.lexicon, Scan::kLabelWord);
  dates_.AddStarts(starts_);
  for (const char* list : {"number_words", "multiples"}) {
    for (const std::string& word : rules.Words(list).spellings) starts_.Add(word);
  }
  for (std::string_view word :
       {"上十",     "上百",     "上千",      "上万",      "上亿",   "前0", "过半", "超半", "半",
        "billions", "millions", "trillions", "thousands", "fiscal", "FY",  "http", "www",  "top",
        ".1",       "昨(",      "今(",       "明(",       "去(",    "前(", "后(",  "上(",  "下("}) {
    starts_.Add(word);
  }
  // What is no number is passed over as a whole, from its own beginning where that may be a date's: 上一代.
  for (const std::string& word : not_numbers_.spellings) {
    auto begins = [&](std::string_view lead) { return word.starts_with(lead); };
    if (std::ranges::any_of(rules.Words("counted_leads").spellings, begins) ||
        std::ranges::any_of(std::initializer_list<std::string_view>{"昨", "今", "明", "去"}, begins))
      starts_.Add(word);
  }
  for (char32_t c = 0x3007; c < 0xA000; ++c) {
    if (!IsHanNumeralStart(c)) continue;
    std::string numeral;
    AppendUtf8(c, numeral);
    starts_.Add(numeral);
    starts_.Add("前" + numeral);
    starts_.Add("上" + numeral);
  }
}

std::vector<Quantity> QuantityReader::Read(const Block& block, const Setting& setting) const {
  std::string_view text = block.text.str();
  std::size_t at = starts_.Next(text, 0);
  if (at >= text.size()) return {};
  Scan scan{block, RowCells(block), text, setting, {setting.published, std::nullopt, std::nullopt}, {}, {}};
  // News has about a figure in a hundred bytes.
  scan.found.reserve(text.size() / 100 + 2);
  scan.found.emplace_back();
  while (at < text.size()) {
    scan.resume = 0;
    Quantity& quantity = scan.found.back();
    if (ReadAt(scan, at, quantity)) {
      at = quantity.text.end;
      quantity.span = block.text.ToOriginal(quantity.text);
      // A text denser than news goes on so: one move to the room that the rest will need, not one for each
      // doubling.
      if (scan.found.size() == scan.found.capacity())
        scan.found.reserve(scan.found.size() * (text.size() / at + 1) + 2);
      scan.found.emplace_back();
      scan.floor = at;
    } else {
      at = scan.resume > at ? scan.resume : PassOver(text, at);
    }
    at = starts_.Next(text, at);
  }
  scan.found.pop_back();
  return std::move(scan.found);
}

// Behind a place where nothing begins: a whole Latin word, a whole run of digits, one Han character.
std::size_t QuantityReader::PassOver(std::string_view text, std::size_t at) const {
  if (static_cast<unsigned char>(text[at]) >= 0x80) {
    std::size_t length = DecodeUtf8(text, at).length;
    return at + std::max(length, SkipNoNumber(text, at));
  }
  std::size_t end = at;
  while (end < text.size() && (IsAsciiAlnum(text[end]) || text[end] == '_')) ++end;
  // The groups behind belong to it: 36,928.63 is not 928.63.
  while (IsAsciiDigit(text[at]) && end + 3 < text.size() && text[end] == ',' && IsAsciiDigit(text[end + 1]) &&
         IsAsciiDigit(text[end + 2]) && IsAsciiDigit(text[end + 3])) {
    end += 4;
  }
  bool decimal =
      IsAsciiDigit(text[at]) && end + 1 < text.size() && text[end] == '.' && IsAsciiDigit(text[end + 1]);
  if (decimal) {
    ++end;
    while (end < text.size() && IsAsciiAlnum(text[end])) ++end;
  }
  return std::max(end, at + 1);
}

std::size_t QuantityReader::SkipNoNumber(std::string_view text, std::size_t at) const {
  auto hit = not_numbers_.lexicon.Longest(text, at);
  return hit && not_numbers_.values[hit->value] != "number" ? hit->length : 0;
}

bool QuantityReader::ReadAt(Scan& scan, std::size_t at, Quantity& q) const {
  std::string_view text = scan.text;
  char c = text[at];
  if (IsAsciiDigit(c)) return ReadDigitsAt(scan, at, q);
  if (IsAsciiAlpha(c)) {
    std::size_t address_end = AddressEnd(text, at);
    if (address_end > at) {
      scan.resume = address_end;
      return false;
    }
  } else if (c == '.') {
    bool decimal = at + 1 < text.size() && IsAsciiDigit(text[at + 1]) &&
                   (at == 0 || text[at - 1] == ' ' || text[at - 1] == '-');
    if (!decimal) return false;
    auto numeral = numerals_.Read(text, at);
    return ReadFigure(scan, at, numeral, q);
  } else if (SkipNoNumber(text, at) > 0) {
    return false;
  }
  if (ReadDate(scan, at, q) || ReadMultiple(scan, at, q) || ReadRank(scan, at, q)) return true;
  auto numeral = NumeralAt(scan, at);
  if (ReadFraction(scan, at, numeral ? &*numeral : nullptr, q)) return true;
  return ReadFigure(scan, at, numeral, q);
}

std::optional<Numeral> QuantityReader::NumeralAt(const Scan& scan, std::size_t at) const {
  return scan.ahead.at == at ? std::optional(scan.ahead.numeral) : numerals_.Read(scan.text, at);
}

bool QuantityReader::ReadDigitsAt(Scan& scan, std::size_t at, Quantity& q) const {
  std::string_view text = scan.text;
  if (scan.block.table != TablePart::kNone && ReadTableYear(scan, at, q)) return true;
  LexiconFilter::Mask starts = digit_starts_.At(text, at);
  // 9/11, 24/7
  std::size_t name = (starts & kNotNumber) != 0 ? SkipNoNumber(text, at) : 0;
  if (name > 0) {
    scan.resume = at + name;
    return false;
  }
  std::size_t end = at + 1;
  while (end < text.size() && IsAsciiDigit(text[end])) ++end;
  char next = end < text.size() ? text[end] : ' ';
  // 10^9: neither 10 nor 9
  if (std::size_t power = next == '^' ? PowerEnd(text, end) : end; power > end) {
    scan.resume = power;
    return false;
  }
  std::size_t time_end = next == ':' ? TimeOfDayEnd(text, at) : at;
  if (time_end > at) {
    scan.resume = time_end;
    return false;
  }
  bool letter_before = at > 0 && text[at - 1] != ' ' && IsLatinLetterBefore(text, at);
  if (letter_before && !units_.CurrencyBefore(text, at, scan.floor)) return false;
  if (!letter_before) {
    if (ReadDate(scan, at, q)) return true;
    if ((starts & kMultiple) != 0 && ReadMultiple(scan, at, q)) return true;
  }
  auto numeral = NumeralAt(scan, at);
  bool parted = next == '/' || (numeral && MayBePart(text, numeral->text.end));
  if (parted && !letter_before && ReadFraction(scan, at, numeral ? &*numeral : nullptr, q)) return true;
  return ReadFigure(scan, at, numeral, q);
}

bool QuantityReader::ReadDate(Scan& scan, std::size_t at, Quantity& q) const {
  auto reading = dates_.Read(scan.text, at, scan.dates);
  if (!reading) return false;
  q.text = reading->text;
  q.value.dimension = Dimension::kDate;
  q.value.unit = "date";
  q.value.date = reading->date;
  q.value.unresolved = reading->unresolved;
  q.value.fiscal_year = reading->fiscal_year;
  std::size_t behind = SkipBlanks(scan.text, q.text.end);
  bool may = behind < scan.text.size() && (behind_.At(scan.text, behind) & kModifier) != 0;
  auto after = may ? vocabulary_.ModifierAt(scan.text, behind) : std::nullopt;
  if (after && after->modifier == Modifier::kApprox) {
    q.text.end = behind + after->length;
    q.value.modifier = Modifier::kApprox;
    q.value.approx = true;
  }
  if (q.value.date.first) {
    scan.dates.last = q.value.date;
    scan.dates.last_end = q.text.end;
  }
  return true;
}

bool QuantityReader::ReadTableYear(const Scan& scan, std::size_t at, Quantity& q) const {
  if (scan.block.table == TablePart::kNone) return false;
  std::size_t end = TableYearEnd(scan.block, scan.row, at, table_heads_);
  if (end == at) return false;
  int year = 0;
  for (char c : scan.text.substr(at, 4)) year = year * 10 + (c - '0');
  q.text = {at, end};
  q.value.dimension = Dimension::kDate;
  q.value.unit = "date";
  char part = scan.text[end - 2];
  int number = scan.text[end - 1] - '0';
  if (part == 'Q' || part == 'H') {
    int months = part == 'Q' ? 3 : 6;
    q.value.date = DateRange::Months(year, (number - 1) * months + 1, number * months);
  } else if (scan.text.substr(at, end - at).find('/') == std::string_view::npos) {
    q.value.date = DateRange::Year(year);
  } else {
    q.value.unresolved = "a season or a fiscal year: its months are not said";
  }
  return true;
}

// 1/20, 三分之一, 百分之四十九, 一半, 过半, two thirds of
bool QuantityReader::ReadFraction(Scan& scan, std::size_t at, const Numeral* numeral, Quantity& q) const {
  auto fraction = ReadFractionAt(scan.text, at, numeral, numerals_);
  if (!fraction) return false;
  if (IsDoubtfulFraction(scan, fraction->text)) {
    scan.resume = fraction->text.end;
    return false;
  }
  // 1/2 hour: a part of a unit is a figure.
  if (!fraction->percent && ReadPartOfUnit(scan, at, *fraction, q)) return true;
  q.text = fraction->text;
  q.value.dimension = fraction->percent ? Dimension::kPercent : Dimension::kRatio;
  q.value.unit = fraction->percent ? "%" : "x";
  q.value.stated = fraction->value;
  bool negative = fraction->value.lo && NegativeBefore(scan, true, q.text.end, q.text.start);
  if (negative) q.value.stated = {-*fraction->value.hi, -*fraction->value.lo};
  Modify(scan, q);
  BendToBound(q.value.modifier, q.value.stated);
  q.value.strict = q.value.lenient = q.value.stated;
  q.value.change = ChangeBefore(scan, q.text.start);
  return true;
}

// 5/8 may be a day or a score. It is a part where the words beside it say so: "of", 的, a bound or hedge, a
// unit; where it stands alone; or where neither half can be a month.
bool QuantityReader::IsDoubtfulFraction(const Scan& scan, TextSpan fraction) const {
  std::string_view text = scan.text;
  std::size_t slash = text.substr(0, fraction.end).find('/', fraction.start);
  if (slash == std::string_view::npos) return false;
  constexpr std::size_t kLongestDay = 2;  // digits
  if (slash - fraction.start > kLongestDay || fraction.end - slash - 1 > kLongestDay) return false;
  std::string_view before = text.substr(0, fraction.start);
  std::string_view after = text.substr(fraction.end);
  while (before.ends_with(' ')) before.remove_suffix(1);
  while (after.starts_with(' ')) after.remove_prefix(1);
  if ((before.empty() || before == "-") && after.empty()) return false;
  std::size_t next = text.size() - after.size();
  const WordList& words = fraction_words_;
  auto lead = words.lexicon.LongestEndingAt(text, before.size(), 0);
  auto says = [&](const Lexicon::Hit& hit, std::string_view side) {
    return words.values[hit.value].find(side) != std::string::npos;
  };
  if (lead && says(*lead, "before")) return false;
  auto tail = after.empty() ? std::nullopt : words.lexicon.Longest(text, next);
  if (tail && says(*tail, "after")) return false;
  if (vocabulary_.ModifierEndingAt(text, before.size())) return false;
  if (!after.empty() && vocabulary_.ModifierAt(text, next)) return false;
  Numeral one;
  one.text = fraction;
  one.lo = one.hi = Decimal(5).Scaled(-1);
  one.last_place = -1;
  auto unit = units_.After(text, one, fraction.end);
  bool measured = unit && (unit->dimension != Dimension::kCount || !unit->noun);
  return !measured;
}

bool QuantityReader::ReadPartOfUnit(Scan& scan, std::size_t at, const FractionReading& fraction,
                                    Quantity& q) const {
  if (!fraction.value.lo || !fraction.value.hi) return false;
  Numeral numeral;
  numeral.text = fraction.text;
  numeral.lo = *fraction.value.lo;
  numeral.hi = *fraction.value.hi;
  numeral.last_place = numeral.lo.last_digit_exponent();
  auto unit = units_.After(scan.text, numeral, fraction.text.end);
  if (!unit || unit->dimension != Dimension::kDuration) return false;
  Figure figure = Figure::Of(numeral, unit);
  return MakeQuantity(scan, at, at, figure, q);
}

// 翻倍, 翻一番, doubled: growth to a multiple.
bool QuantityReader::ReadMultiple(Scan& scan, std::size_t at, Quantity& q) const {
  auto hit = multiples_.lexicon.Longest(scan.text, at);
  if (!hit) return false;
  q.text = {at, at + hit->length};
  q.value.dimension = Dimension::kRatio;
  q.value.unit = "x";
  const Decimal& factor = factors_[hit->value];
  q.value.stated = q.value.strict = q.value.lenient = Interval::Exactly(factor);
  q.value.change = factor < Decimal(1) ? Change::kDecreaseTo : Change::kIncreaseTo;
  Modify(scan, q);
  BendToBound(q.value.modifier, q.value.stated);
  q.value.strict = q.value.lenient = q.value.stated;
  return true;
}

// 前五, 前十名, top 10: places from the first on.
bool QuantityReader::ReadRank(Scan& scan, std::size_t at, Quantity& q) const {
  std::string_view text = scan.text;
  std::string_view han = "前";
  std::string_view english = "top ";
  if (text[at] != han.front() && AsciiLower(text[at]) != english.front()) return false;
  bool is_han = text.substr(at).starts_with(han);
  bool is_english =
      text.size() > at + english.size() && AsciiLower(text.substr(at, english.size())) == english;
  if (!is_han && !is_english) return false;
  std::size_t figure_at = at + (is_han ? han.size() : english.size());
  if (figure_at >= text.size()) return false;
  auto numeral = numerals_.Read(text, figure_at);
  bool place = numeral && numeral->lo == numeral->hi && numeral->lo > Decimal(1) && !numeral->leading_zero &&
               numeral->last_place >= 0 && numeral->lo <= Decimal(1000);
  if (!place) return false;
  std::size_t end = numeral->text.end;
  bool named = false;
  for (std::string_view noun : {"名", "大", "强", "位"}) {
    if (text.substr(end).starts_with(noun)) {
      end += noun.size();
      named = true;
      break;
    }
  }
  if (is_han && !named) {
    // 前五的, 前五， but not 前三季度, 前两天.
    bool ends =
        end >= text.size() || !IsHan(DecodeUtf8(text, end).value) || text.substr(end).starts_with("的");
    if (!ends || units_.After(text, *numeral, numeral->text.end)) return false;
  }
  q.text = {at, end};
  q.value.dimension = Dimension::kCount;
  q.value.unit = "rank";
  q.value.stated = q.value.strict = q.value.lenient = {Decimal(1), numeral->lo};
  return true;
}

}  // namespace tally
