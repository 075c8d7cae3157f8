// The pass: find where a figure may begin, ask the readers in the order of how sure their shape is (dates,
// fractions, figures with units), then look left and right for what bends it.
#include "quantities/quantity_reader.h"

#include "base/utf8.h"
#include "quantities/interval_rule.h"
#include "quantities/unit_reader.h"

namespace tally {
namespace {

// How far before a figure "每年" may stand: 每年投资 800 亿美元.
constexpr std::size_t kPerReach = 8;  // code points

std::size_t SkipBlank(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] == ' ' ? at + 1 : at;
}

bool IsLatinLetterBefore(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  char c = text[at - 1];
  if (IsAsciiAlpha(c) || c == '_') return true;
  // GPT-4, Covid-19, F-16: a letter and a hyphen
  return c == '-' && at >= 2 && IsAsciiAlpha(text[at - 2]);
}

std::size_t WordEnd(std::string_view text, std::size_t at) {
  while (at < text.size() && (IsAsciiAlnum(text[at]) || text[at] == '_')) ++at;
  return at;
}

// 12:34, 12:34:56
std::size_t TimeOfDayEnd(std::string_view text, std::size_t at) {
  std::size_t i = at;
  int parts = 0;
  while (true) {
    std::size_t start = i;
    while (i < text.size() && IsAsciiDigit(text[i])) ++i;
    if (i == start || i - start > 2) return at;
    ++parts;
    if (parts == 3 || i >= text.size() || text[i] != ':') break;
    if (i + 2 >= text.size() || !IsAsciiDigit(text[i + 1]) || !IsAsciiDigit(text[i + 2])) break;
    ++i;
  }
  return parts >= 2 ? i : at;
}

// "1." or "(1)" at the head of a block numbers a list; 图1, 表 2, 第3 number things.
bool IsLabel(std::string_view text, std::size_t at) {
  std::size_t before = at > 0 && text[at - 1] == ' ' ? at - 1 : at;
  for (std::string_view mark :
       {"图", "表", "第", "No.", "no.", "#", "Figure", "Table", "Chapter", "Section"}) {
    if (before >= mark.size() && text.substr(0, before).ends_with(mark)) return true;
  }
  return false;
}

}  // namespace

struct QuantityReader::Scan {
  const Block& block;
  std::string_view text;
  DateContext dates;
  std::vector<Quantity> found;
  std::size_t floor = 0;  // where the quantity before ended

  Quantity Make(TextSpan span) const {
    Quantity q;
    q.text = span;
    return q;
  }
};

QuantityReader::QuantityReader(const RuleSet& rules)
    : vocabulary_(rules), numerals_(rules), dates_(vocabulary_, numerals_), rules_(rules) {}

std::vector<Quantity> QuantityReader::Read(const Block& block, std::optional<Day> published) const {
  Scan scan{block, block.text.str(), {published, std::nullopt}, {}, 0};
  std::string_view text = scan.text;
  std::size_t at = 0;
  while (at < text.size()) {
    CodePoint c = DecodeUtf8(text, at);
    bool digit = c.value < 0x80 && IsAsciiDigit(static_cast<char>(c.value));
    bool letter = c.value < 0x80 && IsAsciiAlpha(static_cast<char>(c.value));
    if (!digit && !letter && !IsHan(c.value)) {
      at += c.length;
      continue;
    }
    if (digit) {
      std::size_t time_end = TimeOfDayEnd(text, at);
      if (time_end > at) {
        at = time_end;
        continue;
      }
    }
    auto quantity = ReadAt(scan, at);
    if (quantity) {
      std::size_t end = quantity->text.end;
      quantity->span = block.text.ToOriginal(quantity->text);
      scan.found.push_back(std::move(*quantity));
      scan.floor = end;
      at = end;
    } else if (digit) {
      at = std::max(WordEnd(text, at), at + 1);
      if (at + 1 < text.size() && text[at] == '.' && IsAsciiDigit(text[at + 1])) at = WordEnd(text, at + 1);
    } else if (letter) {
      at = WordEnd(text, at);
    } else {
      at += std::max(c.length, SkipNoNumber(text, at));
    }
  }
  return std::move(scan.found);
}

std::size_t QuantityReader::SkipNoNumber(std::string_view text, std::size_t at) const {
  const WordList& list = rules_.Words("not_numbers");
  auto hit = list.lexicon.Longest(text, at);
  return hit && list.values[hit->value] != "number" ? hit->length : 0;
}

std::optional<Quantity> QuantityReader::ReadAt(Scan& scan, std::size_t at) const {
  std::string_view text = scan.text;
  bool latin = IsAsciiAlnum(text[at]);
  if (latin && !IsWordEdge(text, at)) return std::nullopt;
  if (IsAsciiDigit(text[at]) && IsLatinLetterBefore(text, at)) return std::nullopt;
  if (!latin && SkipNoNumber(text, at) > 0) return std::nullopt;
  if (auto date = ReadDate(scan, at)) return date;
  if (auto fraction = ReadFraction(scan, at)) return fraction;
  if (auto doubling = ReadDoubling(scan, at)) return doubling;
  return ReadFigure(scan, at);
}

std::optional<Quantity> QuantityReader::ReadDate(Scan& scan, std::size_t at) const {
  auto reading = dates_.Read(scan.text, at, scan.dates);
  if (!reading) return std::nullopt;
  Quantity q = scan.Make(reading->text);
  q.value.dimension = Dimension::kDate;
  q.value.unit = "date";
  q.value.date = reading->date;
  q.value.unresolved = reading->unresolved;
  q.value.fiscal_year = reading->fiscal_year;
  auto after = vocabulary_.ModifierAt(scan.text, SkipBlank(scan.text, q.text.end));
  if (after && after->modifier == Modifier::kApprox) {
    q.text.end = SkipBlank(scan.text, q.text.end) + after->length;
    q.value.modifier = Modifier::kApprox;
    q.value.approx = true;
  }
  if (q.value.date.first) scan.dates.last = q.value.date;
  return q;
}

// 1/20, 三分之一, 百分之四十九, 一半, 过半, half
std::optional<Quantity> QuantityReader::ReadFraction(Scan& scan, std::size_t at) const {
  auto fraction = ReadFractionAt(scan.text, at, numerals_);
  if (!fraction) return std::nullopt;
  Quantity q = scan.Make(fraction->text);
  q.value.dimension = fraction->percent ? Dimension::kPercent : Dimension::kRatio;
  q.value.unit = fraction->percent ? "%" : "x";
  q.value.stated = fraction->value;
  q.value.strict = q.value.lenient = fraction->value;
  Modify(scan, scan.floor, q);
  return q;
}

// 翻倍, 翻一番, doubled
std::optional<Quantity> QuantityReader::ReadDoubling(Scan& scan, std::size_t at) const {
  std::string_view rest = scan.text.substr(at);
  struct Word {
    std::string_view text;
    int factor;
  };
  static constexpr Word kWords[] = {{"翻一番", 2}, {"翻两番", 4}, {"翻了一番", 2},
                                    {"翻倍", 2},   {"翻番", 2},   {"翻了一倍", 2}};
  for (const Word& word : kWords) {
    if (!rest.starts_with(word.text)) continue;
    Quantity q = scan.Make({at, at + word.text.size()});
    q.value.dimension = Dimension::kRatio;
    q.value.unit = "x";
    q.value.stated = q.value.strict = q.value.lenient = Interval::Exactly(word.factor);
    return q;
  }
  return std::nullopt;
}

std::optional<Quantity> QuantityReader::ReadFigure(Scan& scan, std::size_t at) const {
  std::string_view text = scan.text;
  // 上百亿, 上千家: 上 belongs to the figure
  std::size_t begin = at;
  std::string_view upward = "上";
  if (text.substr(at).starts_with(upward)) {
    begin = at + upward.size();
    if (begin >= text.size()) return std::nullopt;
  }
  auto numeral = numerals_.Read(text, begin);
  if (!numeral) return std::nullopt;
  if (begin != at && !(numeral->bare && numeral->vague)) return std::nullopt;
  if (numeral->leading_zero || IsLabel(text, at)) return std::nullopt;

  std::size_t end = numeral->text.end;
  UnitReader units(rules_, numerals_);
  auto unit = units.After(text, *numeral, end);
  Numeral high = *numeral;
  if (auto range = units.Range(text, *numeral, unit)) {
    high = range->high;
    unit = range->unit;
    end = high.text.end;
    *numeral = range->low;
  }
  auto prefix = units.CurrencyBefore(text, at, scan.floor);
  if (prefix && (!unit || unit->dimension != Dimension::kMoney)) unit = prefix;
  // 新台币 30 亿元: 元 names no currency, the word before does.
  if (prefix && unit && !unit->id) unit->id = prefix->id;
  if (numeral->letter && !unit) return std::nullopt;  // 8b, 4k: a model, a resolution
  if (!unit && end < text.size() && IsAsciiAlpha(text[end]) && IsAsciiDigit(text[end - 1]))
    return std::nullopt;  // 4o, 3D
  // Han numerals and English words are figures only with what they count, or as an amount (千亿).
  bool needs_unit = numeral->han || numeral->word;
  if (!unit && needs_unit && !(numeral->scaled && numeral->lo >= Decimal(100000000))) return std::nullopt;
  // 一个, 一家, one company: articles
  bool article = needs_unit && unit && unit->dimension == Dimension::kCount && numeral->lo == Decimal(1) &&
                 high.hi == Decimal(1);
  if (article) return std::nullopt;

  Quantity q = scan.Make({prefix ? prefix->start : at, unit && unit->end > end ? unit->end : end});
  Value& value = q.value;
  if (unit) {
    value.dimension = unit->dimension;
    value.unit = unit->id;
  }
  value.bare_magnitude = !unit && numeral->scaled;
  Modify(scan, scan.floor, q);
  // 近百亿, 超百亿: the magnitude is the bound, no longer a spread.
  if (numeral->bare && numeral->vague && value.modifier != Modifier::kNone &&
      value.modifier != Modifier::kApprox) {
    high.hi = numeral->hi = numeral->lo;
    numeral->vague = high.vague = false;
  }
  ApplyIntervalRule(*numeral, high, unit ? unit->factor : Decimal(1), value);
  if (value.dimension == Dimension::kMoney || value.dimension == Dimension::kCount)
    FindPer(scan, scan.floor, q);
  return q;
}

// Hedges and bounds left and right of the figure become part of its span.
void QuantityReader::Modify(const Scan& scan, std::size_t floor, Quantity& q) const {
  std::size_t left = q.text.start;
  if (left > floor && scan.text[left - 1] == ' ') --left;
  if (auto before = vocabulary_.ModifierEndingAt(scan.text, left)) {
    std::size_t start = left - before->length;
    if (start >= floor) {
      q.text.start = start;
      q.value.modifier = before->modifier;
    }
  }
  std::size_t right = SkipBlank(scan.text, q.text.end);
  if (right >= scan.text.size()) return;
  if (auto after = vocabulary_.ModifierAt(scan.text, right)) {
    // 约 100 亿左右: the two say the same; a bound behind outranks a hedge before.
    q.text.end = right + after->length;
    if (q.value.modifier == Modifier::kNone || after->modifier != Modifier::kApprox)
      q.value.modifier = after->modifier;
  }
}

// 每年 375 亿美元, 375 亿美元/年, $5 million a year
void QuantityReader::FindPer(const Scan& scan, std::size_t floor, Quantity& q) const {
  const WordList& list = rules_.Words("per_time");
  std::size_t right = SkipBlank(scan.text, q.text.end);
  if (right < scan.text.size()) {
    if (auto after = list.lexicon.Longest(scan.text, right);
        after && !IsHan(DecodeUtf8(scan.text, right).value)) {
      // "none": a year earlier is no rate
      if (list.values[after->value] != "none") q.value.per = list.values[after->value];
      return;
    }
  }
  std::size_t at = q.text.start;
  for (std::size_t step = 0; step < kPerReach && at > floor; ++step) {
    at = PreviousCodePoint(scan.text, at);
    char32_t c = DecodeUtf8(scan.text, at).value;
    if (c == U'，' || c == ',' || c == U'。') return;
    if (auto before = list.lexicon.Longest(scan.text, at); before && IsHan(c)) {
      q.value.per = list.values[before->value];
      return;
    }
  }
}

}  // namespace tally
