// The part of QuantityReader that looks left and right of a figure: hedges and bounds, per what, how it was
// reached, and which other amount it converts.
#include <fmt/format.h>

#include "base/utf8.h"
#include "quantities/scan.h"

namespace tally {
namespace {

// A "not" that stands a few words before, in the same clause.
bool DeniedBefore(std::string_view text, std::size_t at, std::size_t floor) {
  constexpr std::size_t kReach = 24;  // bytes: "cannot lawfully hold " is 21
  if (at == 0 || text[at - 1] != ' ') return false;
  std::size_t from = at > floor + kReach ? at - kReach : floor;
  std::string_view before = text.substr(from, at - from);
  auto comma = before.find_last_of(",.;:(");
  if (comma != std::string_view::npos) before.remove_prefix(comma + 1);
  for (std::string_view no : {" not ", "cannot ", "n't ", " never "}) {
    if (before.find(no) != std::string_view::npos) return true;
  }
  return false;
}

// "lost £105m over three years" tells in which span; "for over three years" and "over three years ago" how
// long.
bool IsDuring(std::string_view text, std::size_t start, std::size_t end, std::size_t figure_end) {
  if (AsciiLower(text.substr(start, end - start)) != "over") return false;
  std::string_view lead = text.substr(0, start);
  std::string_view rest = text.substr(figure_end);
  if (lead.empty() || rest.starts_with(" ago") || rest.starts_with(" old") || rest.starts_with("-"))
    return false;
  for (std::string_view how_long : {"for ", "lasted ", "took ", "lasting ", "taking ", "after ", "been ",
                                    "is ", "was ", "of ", "just ", "than ", "in ", "spent ", "served "}) {
    if (lead.ends_with(how_long)) return false;
  }
  return true;
}

}  // namespace

void QuantityReader::LookBefore(Scan& scan, std::size_t at) const {
  std::string_view text = scan.text;
  scan.figure_at = at;
  scan.before_figure = before_.Before(text, at);
  if (at == 0 || text[at - 1] != ' ') return;
  bool one_blank = at < 2 || text[at - 2] != ' ';
  scan.before_figure |= one_blank ? before_.Before(text, at - 1) : LexiconFilter::kAll;
}

std::optional<UnitReading> QuantityReader::CurrencyBefore(const Scan& scan, std::size_t at) const {
  if ((scan.EndsBefore(at) & kCurrencyWord) == 0) return std::nullopt;
  return units_.CurrencyBefore(scan.text, at, scan.floor);
}

// 上涨 5 元, rose by $3bn: what stands behind is the level reached, not the other end of a range.
bool QuantityReader::ReachedByChange(const Scan& scan, std::size_t at) const {
  auto prefix = CurrencyBefore(scan, at);
  Change change = ChangeBefore(scan, prefix ? prefix->start : at);
  return change == Change::kIncrease || change == Change::kDecrease;
}

// Hedges and bounds left and right of the figure become part of its span.
void QuantityReader::Modify(const Scan& scan, Quantity& q) const {
  std::size_t left = q.text.start;
  if (left > scan.floor && scan.text[left - 1] == ' ') --left;
  auto before = (scan.EndsBefore(q.text.start) & kBound) != 0 ? vocabulary_.ModifierEndingAt(scan.text, left)
                                                              : std::nullopt;
  if (!before) {
    // 至少进行了三次: the bound stands before the verb.
    before = vocabulary_.BoundBeforeVerb(scan.text, left, scan.floor);
  }
  bool during = before && q.value.dimension == Dimension::kDuration &&
                IsDuring(scan.text, left - before->length, left, q.text.end);
  if (before && !during && left - before->length >= scan.floor) {
    q.text.start = left - before->length;
    q.value.modifier = before->modifier;
    // may not lose more than £105m over three years
    bool denied =
        before->modifier == Modifier::kMoreThan && DeniedBefore(scan.text, q.text.start, scan.floor);
    if (denied) q.value.modifier = Modifier::kAtMost;
  }
  std::size_t right = SkipBlanks(scan.text, q.text.end);
  if (right < scan.text.size() && scan.text[right] == '(') {
    for (std::string_view inclusive : {"(含)", "(含本数)"}) {
      if (scan.text.substr(right).starts_with(inclusive)) right += inclusive.size();
    }
  }
  if (right >= scan.text.size()) return;
  if ((behind_.At(scan.text, right) & kModifier) == 0) return;
  if (auto after = vocabulary_.ModifierAt(scan.text, right)) {
    // 约 100 亿左右: the two say the same; a bound behind outranks a hedge before.
    q.text.end = right + after->length;
    if (q.value.modifier == Modifier::kNone || after->modifier != Modifier::kApprox)
      q.value.modifier = after->modifier;
  }
}

// 每年 375 亿美元, 375 亿美元/年, $5 million a year
void QuantityReader::FindPer(const Scan& scan, Quantity& q) const {
  // How far before a figure 每年 may stand: 每年投资 800 亿美元.
  constexpr std::size_t kReach = 8;  // code points
  std::size_t right = SkipBlanks(scan.text, q.text.end);
  if (right < scan.text.size()) {
    if (auto after = per_time_.lexicon.Longest(scan.text, right);
        after && !IsHan(DecodeUtf8(scan.text, right).value)) {
      // "none": a year earlier is no rate
      if (per_time_.values[after->value] != "none") q.value.per = per_time_.values[after->value];
      return;
    }
  }
  std::size_t at = q.text.start;
  for (std::size_t step = 0; step < kReach && at > scan.floor; ++step) {
    at = PreviousCodePoint(scan.text, at);
    char32_t c = DecodeUtf8(scan.text, at).value;
    if (c == U'，' || c == ',' || c == U'。') return;
    if (!IsHan(c)) continue;
    if (auto before = per_time_.lexicon.Longest(scan.text, at)) {
      q.value.per = per_time_.values[before->value];
      return;
    }
  }
}

void QuantityReader::MakeRate(Quantity& q) {
  Value& value = q.value;
  if (value.dimension != Dimension::kCount || !value.per || !value.unit) return;
  std::string_view time = *value.per == "second" ? "s" : *value.per == "hour" ? "h" : "";
  if (time.empty()) return;
  for (std::string_view measure : {"m", "km", "mi", "cm", "mm", "m3", "L", "t", "ft3"}) {
    if (*value.unit != measure) continue;
    value.dimension = Dimension::kRate;
    value.unit = measure == "mi" && time == "h" ? "mph" : fmt::format("{}/{}", measure, time);
    value.per.reset();
    return;
  }
}

// 增长了 20%, 增至两倍, rose by 5%, fell to $3 billion
Change QuantityReader::ChangeBefore(const Scan& scan, std::size_t at) const {
  std::size_t end = at;
  for (int step = 0; step < 2; ++step) {
    while (end > scan.floor && scan.text[end - 1] == ' ') --end;
    bool may = step > 0 || (scan.EndsBefore(at) & kChange) != 0;
    auto hit = may ? changes_.lexicon.LongestEndingAt(scan.text, end, scan.floor) : std::nullopt;
    if (hit) return change_of_[hit->value];
    std::string_view particle = "了";
    if (end < scan.floor + particle.size() || scan.text[end - 1] != particle.back() ||
        !scan.text.substr(0, end).ends_with(particle))
      break;
    end -= particle.size();
  }
  return Change::kNone;
}

// 130 亿美元，约合人民币 940 亿元; 94 billion yuan ($13 billion); "50 million rupiah, about $3,050, to each"
void QuantityReader::FindConversion(Scan& scan, Quantity& q) const {
  if (scan.Before() == nullptr || !q.value.unit) return;
  const Quantity& first = *scan.Before();
  bool amounts =
      first.value.dimension == Dimension::kMoney && first.value.unit && first.value.unit != q.value.unit;
  if (!amounts || q.text.start < first.text.end) return;
  std::string_view between = scan.text.substr(first.text.end, q.text.start - first.text.end);
  constexpr std::size_t kFarthest = 32;  // bytes: "（约合人民币 " is 20
  if (between.size() > kFarthest) return;
  bool open = false;
  bool word = q.value.modifier == Modifier::kApprox && scan.text.substr(q.text.start).starts_with("约合");
  // An aside ends with a mark of its own.
  std::size_t end = q.text.end;
  std::u32string_view kMarks = U",，。、；;)）";
  bool closed = end >= scan.text.size() || kMarks.find(DecodeUtf8(scan.text, end).value) != kMarks.npos;
  bool comma = between == ", " || between == "," || between == "，";
  word = word || (closed && comma && q.value.modifier == Modifier::kApprox);
  for (std::size_t at = 0; at < between.size();) {
    CodePoint c = DecodeUtf8(between, at);
    if (c.value == ' ' || c.value == ',' || c.value == U'，' || c.value == U'、') {
      at += c.length;
      continue;
    }
    if (c.value == '(') {
      open = true;
      at += c.length;
      continue;
    }
    auto hit = conversions_.lexicon.Longest(between, at);
    if (!hit) return;
    word = true;
    at += hit->length;
  }
  if (open || word) q.value.converts = scan.block.text.ToOriginal(first.text);
}

// 一个, 一家, one company; 两家公司 and 几个问题 name no count that anyone would check.
bool QuantityReader::IsArticle(const Scan& scan, std::size_t at, const Figure& figure) const {
  const Numeral& low = figure.low;
  bool words = low.han || low.word;
  if (!words || figure.unit->dimension != Dimension::kCount || low.scaled) return false;
  if (at == 0 && figure.end == scan.text.size()) return false;
  // 一人失踪, two people were killed
  if (!low.vague && small_counts_.lexicon.Find(figure.unit->id)) return false;
  const Decimal& high = figure.high.hi;
  if (high == Decimal(1)) return true;
  bool few = low.vague && low.lo == Decimal(2) && high == Decimal(9);
  if (few) return true;
  std::string_view unit = figure.unit->id;
  bool both = !figure.range && low.lo == low.hi && low.lo == Decimal(2);
  // It killed two people, but "two people familiar with the matter".
  std::size_t before = at > 0 && scan.text[at - 1] == ' ' ? at - 1 : at;
  if (unit == "people" && fate_verbs_.lexicon.LongestEndingAt(scan.text, before, 0)) return false;
  bool generic = generic_counts_.lexicon.Find(unit).has_value();
  if (both && (generic || figure.unit->classifier)) return true;
  bool thing = unit == "items" || unit == "kinds";
  return figure.unit->classifier && thing && high <= Decimal(10);
}

}  // namespace tally
