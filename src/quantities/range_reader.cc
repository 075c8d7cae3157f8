#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "quantities/figure.h"

namespace tally {
namespace {

// The marks between the ends in wide characters; the longest first.
constexpr std::array<std::string_view, 6> kWideMarks = {"——", "—", "到", "至", "或", "、"};

// So many times the step is where it led to.
constexpr long long kStepTimes = 3;
// 不等 behind the second end: bytes.
constexpr std::size_t kVaryingReach = 40;

// The length of the mark at `at`; 0 where none is.
std::size_t MarkAt(std::string_view text, std::size_t at) {
  auto is = [&](std::string_view mark) {
    return text.substr(at).starts_with(mark) && IsWordEdge(text, at + mark.size()) ? mark.size() : 0;
  };
  switch (text[at]) {
    case '-':
      return at + 1 < text.size() && text[at + 1] == '-' ? 2 : 1;
    case '~':
      return 1;
    case 't':
      return is("to");
    case 'o':
      return is("or");
    default:
      break;
  }
  if (static_cast<unsigned char>(text[at]) < 0x80) return 0;
  for (std::string_view mark : kWideMarks) {
    if (std::size_t length = is(mark)) return length;
  }
  return 0;
}

bool EndsWithAny(std::string_view text, std::initializer_list<std::string_view> words) {
  for (std::string_view word : words) {
    if (text.ends_with(word)) return true;
  }
  return false;
}

// The words before the first figure, its currency sign left out: "between" of "between €200m", "between
// HK$2m".
std::string_view Lead(std::string_view text, std::size_t at) {
  constexpr std::size_t kSign = 4;     // bytes
  constexpr std::size_t kLetters = 3;  // before a dollar sign
  std::string_view lead = text.substr(0, at);
  bool dollar = false;
  while (!lead.empty() && lead.size() + kSign > at) {
    std::size_t last = PreviousCodePoint(lead, lead.size());
    char32_t c = DecodeUtf8(lead, last).value;
    if (IsHan(c) || IsAlphabetic(c)) break;
    dollar = dollar || c == U'$';
    lead = lead.substr(0, last);
  }
  std::size_t letters = 0;
  while (dollar && letters < kLetters && letters < lead.size() &&
         IsAsciiUpper(lead[lead.size() - letters - 1]))
    ++letters;
  lead.remove_suffix(letters);
  while (lead.ends_with(" ")) lead.remove_suffix(1);
  return lead;
}

// 1万(含)-5万元
std::size_t SkipInclusive(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '(') return at;
  for (std::string_view word : {"(含)", "(含本数)"}) {
    if (text.substr(at).starts_with(word)) return at + word.size();
  }
  return at;
}

// The power of ten that the second figure's scale lends to the first: 10-20 亿 lends 亿, 八到九百亿 百亿.
int LentPower(const Numeral& low, const Numeral& high) {
  if (high.scale_power == 0 || low.word != high.word) return 0;
  bool digit = low.lo < Decimal(10) && low.han && !low.scaled;
  if (digit && high.han && low.hi < high.lo.Scaled(-high.scale_power)) return high.scale_power;
  // 900-1000 万 lends 万; 3000 到 5 万 and 500,000 to 1 million lend nothing.
  return low.hi < high.lo.Scaled(-high.closing_power) ? high.closing_power : 0;
}

}  // namespace

void ReadRange(std::string_view text, const NumeralReader& numerals, const UnitReader& units,
               const Question& reached, Figure& figure, ReadAhead& ahead) {
  const Numeral& low = figure.low;
  std::size_t at = SkipBlanks(text, SkipInclusive(text, figure.end));
  if (at >= text.size()) return;
  std::size_t mark = MarkAt(text, at);
  bool wide = static_cast<unsigned char>(text[at]) >= 0x80;
  if (mark == 0 && text[at] != 'a' && !wide) return;
  auto lead = [&] { return Lead(text, low.text.start); };
  bool list = wide && text.substr(at).starts_with("、");
  // "and" joins only behind "between", 和 and 与 only where 之间 follows: two figures of a list otherwise.
  bool between_after = false;
  if (mark == 0) {
    for (std::string_view join : {"and", "和", "与"}) {
      if (!text.substr(at).starts_with(join) || !IsWordEdge(text, at + join.size())) continue;
      mark = join.size();
      between_after = join != "and";
      if (!between_after && !EndsWithAny(lead(), {"between", "Between"})) return;
    }
  }
  if (mark == 0) return;
  bool to = (text[at] == 't' && text.substr(at).starts_with("to")) ||
            (wide && (text.substr(at).starts_with("到") || text.substr(at).starts_with("至")));
  bool whole_low = figure.unit.has_value() || low.scaled;
  bool percent = figure.unit && figure.unit->dimension == Dimension::kPercent;  // 增长 5% 至 6% is a range
  // "from 5 to 6 million" tells a change, 由5元至9元不等 does not.
  bool led = EndsWithAny(lead(), {"from", "从", "由", "自"});
  bool by = to && !percent && EndsWithAny(lead(), {"by"});
  bool differs = text.substr(at, kVaryingReach).find("不等") != std::string_view::npos;
  bool ranges = led && EndsWithAny(lead(), {"ranging from", "ranges from", "range from", "ranged from"});
  bool change = to && whole_low && led && !differs && !ranges;
  // 跌三至四成: the first end without a unit is no step on the way.
  if (change || (to && !ranges && !percent && !by && (whole_low || !wide) && reached())) return;
  std::size_t next = SkipBlanks(text, at + mark);
  if (next >= text.size()) return;
  // -8℃~-2℃, 零下8℃至零下2℃
  char before = low.text.start > 0 ? text[low.text.start - 1] : ' ';
  bool below_zero = before == '-' || (static_cast<unsigned char>(before) >= 0x80 &&
                                      EndsWithAny(text.substr(0, low.text.start), {"零下"}));
  bool minus = false;
  if (below_zero && !text.substr(at).starts_with("-")) {
    for (std::string_view sign : {"-", "零下"}) {
      if (!minus && text.substr(next).starts_with(sign)) {
        minus = true;
        next += sign.size();
      }
    }
    if (next >= text.size()) return;
  }
  next = units.SkipCurrencySign(text, next);
  if (low.word && !IsAsciiAlpha(text[next])) return;
  auto high = numerals.Read(text, next);
  if (high && high->word != low.word) return;  // 7-Eleven
  if (!high || high->leading_zero || high->vague != low.vague || high->letter != low.letter) {
    bool letters = high && !high->leading_zero && high->vague == low.vague && high->letter && !low.scaled;
    if (!letters) return;
  }
  // "by $10 billion to $85 billion" is a step and where it led, "by $2 to $3" a range.
  if (by && high->lo > low.hi * Decimal(kStepTimes)) return;
  Numeral read = *high;
  auto unit = units.After(text, *high, high->text.end);
  bool bounded = between_after || ranges || EndsWithAny(lead(), {"between", "Between"});
  bool joined = !unit ? !figure.unit && (high->scaled || low.scaled || bounded)
                      : !figure.unit || figure.unit->Same(*unit);
  if (joined && between_after) {
    std::size_t end = SkipBlanks(text, unit ? unit->end : high->text.end);
    joined = text.substr(end).starts_with("之间") || EndsWithAny(lead(), {"介于", "介乎"});
  }
  if (!joined) {
    ahead.at = next;
    ahead.numeral = std::move(read);
    ahead.bent = std::move(*high);
    ahead.unit = std::move(unit);
    return;
  }
  Numeral first = low;
  if (!figure.unit && (!low.scaled || low.han) && high->scaled) {
    int power = LentPower(low, *high);
    first.lo = low.lo.Scaled(power);
    first.hi = low.hi.Scaled(power);
    first.scaled = first.scaled || power > 0;
  }
  // -5% to 3%
  if (first.lo >= high->hi && !below_zero) return;
  if (minus) {
    if (high->hi >= first.lo) return;
    high->lo = -high->lo;
    high->hi = -high->hi;
  }
  // 五、六条 is a range, 10、20 the start of a list.
  if (list && high->hi - low.lo != Decimal(1)) return;
  figure.low = std::move(first);
  figure.high = std::move(*high);
  figure.range = true;
  figure.end = std::max(unit ? unit->end : 0, figure.high.text.end);
  figure.unit = unit;
}

}  // namespace tally
