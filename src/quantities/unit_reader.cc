#include "quantities/unit_reader.h"

#include <initializer_list>

#include "base/utf8.h"

namespace tally {
namespace {

// How many code points may stand between a measure word and the noun it counts: 三次大型模型训练.
constexpr std::size_t kNounReach = 6;
// How many English words may stand between a figure and the noun: "225,000 full-time employees".
constexpr int kEnglishNounWords = 3;

std::size_t SkipBlank(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] == ' ' ? at + 1 : at;
}

// The length of the first of these that begins at `at`, or 0.
std::size_t StartsWithAny(std::string_view text, std::size_t at,
                          std::initializer_list<std::string_view> words) {
  for (std::string_view word : words) {
    if (text.substr(at).starts_with(word) && IsWordEdge(text, at + word.size())) return word.size();
  }
  return 0;
}

UnitReading Found(Dimension dimension, std::string id, std::size_t end, const Decimal& factor = 1) {
  UnitReading unit;
  unit.dimension = dimension;
  unit.id = std::move(id);
  unit.factor = factor;
  unit.end = end;
  return unit;
}

// Money whose currency the text does not name.
UnitReading OpenMoney(std::size_t start, std::size_t end) {
  UnitReading unit;
  unit.dimension = Dimension::kMoney;
  unit.start = start;
  unit.end = end;
  return unit;
}

}  // namespace

std::optional<UnitReading> UnitReader::After(std::string_view text, Numeral& numeral, std::size_t at) const {
  std::size_t next = SkipBlank(text, at);
  if (next >= text.size()) return std::nullopt;
  if (auto percent = Percent(text, next)) return percent;
  if (numeral.letter) {
    auto count = Count(text, numeral, next);
    // The 8b version of a model: its size in parameters.
    if (count && (count->id == "versions" || count->id == "models")) count->id = "parameters";
    return count;
  }
  if (auto ratio = Ratio(text, numeral, next)) return ratio;
  if (auto money = Currency(text, next)) return money;
  if (auto rate = FromTable(text, next, "rates", Dimension::kRate)) return rate;
  if (auto duration = Duration(text, numeral, next)) return duration;
  if (auto count = Count(text, numeral, next)) return count;
  return FromTable(text, next, "measures", Dimension::kCount);
}

std::optional<UnitReading> UnitReader::Percent(std::string_view text, std::size_t at) const {
  if (auto n =
          StartsWithAny(text, at, {"个百分点", "百分点", "percentage points", "percentage point", "pp"})) {
    return Found(Dimension::kPercent, "pp", at + n);
  }
  if (auto n = StartsWithAny(text, at, {"个基点", "基点", "basis points", "basis point"})) {
    return Found(Dimension::kPercent, "pp", at + n, *Decimal::Parse("0.01"));
  }
  if (auto n = StartsWithAny(text, at, {"%", "percent", "per cent"}))
    return Found(Dimension::kPercent, "%", at + n);
  if (auto n = StartsWithAny(text, at, {"‰"}))
    return Found(Dimension::kPercent, "%", at + n, *Decimal::Parse("0.1"));
  return std::nullopt;
}

// 20倍, 两倍半, 三倍多, 10x, 20 times as large, tenfold
std::optional<UnitReading> UnitReader::Ratio(std::string_view text, Numeral& numeral, std::size_t at) const {
  std::string_view han = "倍";
  if (text.substr(at).starts_with(han)) {
    std::size_t end = at + han.size();
    std::string_view rest = text.substr(end);
    if (rest.starts_with("半")) {
      Decimal half = *Decimal::Parse("0.5");
      numeral.lo = numeral.lo + half;
      numeral.hi = numeral.hi + half;
      numeral.last_place = -1;
      end += std::string_view("半").size();
    } else if (rest.starts_with("多") || rest.starts_with("余")) {
      numeral.hi = numeral.hi + Decimal(1);
      numeral.open = true;
      end += std::string_view("多").size();
    } else if (rest.starts_with("速")) {
      end += std::string_view("速").size();
    }
    return Found(Dimension::kRatio, "x", end);
  }
  if (auto n = StartsWithAny(text, at, {"x", "X", "fold", "-fold", "-times"}))
    return Found(Dimension::kRatio, "x", at + n);
  if (auto n = StartsWithAny(text, at, {"times"})) {
    std::string_view rest = text.substr(std::min(text.size(), at + n));
    for (std::string_view sign :
         {" as ", " more", " larger", " higher", " bigger", " the ", " greater", " faster", " its "}) {
      if (rest.starts_with(sign)) return Found(Dimension::kRatio, "x", at + n);
    }
  }
  return std::nullopt;
}

std::optional<UnitReading> UnitReader::Duration(std::string_view text, Numeral& numeral,
                                                std::size_t at) const {
  const RuleSet::UnitTable& table = rules_.UnitsOf("durations");
  auto hit = table.lexicon.Longest(text, at);
  if (!hit) return std::nullopt;
  std::size_t end = at + hit->length;
  std::string_view word = text.substr(at, hit->length);
  // 12日 in digits is a day of the month that the text leaves out; 十二日连续 is a span of time.
  bool spans = false;
  if (end < text.size()) spans = rules_.Words("duration_marks").lexicon.Longest(text, end).has_value();
  if (word == "日" && !(numeral.han && spans)) return std::nullopt;
  if (word == "载" && !numeral.han) return std::nullopt;
  if (word == "年" && !numeral.han && numeral.lo >= Decimal(1000)) return std::nullopt;
  const Unit& unit = table.units[hit->value];
  std::string_view rest = text.substr(end);
  if (rest.starts_with("半")) {
    Decimal half = *Decimal::Parse("0.5");
    numeral.lo = numeral.lo + half;
    numeral.hi = numeral.hi + half;
    numeral.last_place = -1;
    end += std::string_view("半").size();
  } else if (rest.starts_with("多") && numeral.lo == numeral.hi) {
    numeral.hi = numeral.hi + Decimal(1);
    numeral.open = true;
    end += std::string_view("多").size();
  }
  return Found(Dimension::kDuration, unit.id, end, unit.factor);
}

std::optional<UnitReading> UnitReader::Currency(std::string_view text, std::size_t at) const {
  const RuleSet::UnitTable& table = rules_.UnitsOf("currencies");
  auto hit = table.lexicon.Longest(text, at);
  std::string_view rest = text.substr(at);
  if (hit) {
    const Unit& unit = table.units[hit->value];
    return Found(Dimension::kMoney, unit.id, at + hit->length, unit.factor);
  }
  // 元 and 块钱 name money, but not whose: the currency stays open.
  for (std::string_view open : {"元", "块钱", "圆"}) {
    if (!rest.starts_with(open) || rest.starts_with("元素") || rest.starts_with("元宵") ||
        rest.starts_with("元旦"))
      continue;
    return OpenMoney(0, at + open.size());
  }
  return std::nullopt;
}

std::optional<UnitReading> UnitReader::CurrencyBefore(std::string_view text, std::size_t at,
                                                      std::size_t floor) const {
  const RuleSet::UnitTable& table = rules_.UnitsOf("currencies");
  for (std::size_t end : {at, at > floor && text[at - 1] == ' ' ? at - 1 : at}) {
    auto hit = table.lexicon.LongestEndingAt(text, end, floor);
    if (!hit) continue;
    std::size_t start = end - hit->length;
    if (!IsWordEdge(text, start)) continue;
    // "dollars 5": words in full stand behind the figure in English, codes and symbols before it.
    bool lower_word = IsAsciiAlpha(text[start]) && !IsAsciiUpper(text[start]);
    if (lower_word) continue;
    const Unit& unit = table.units[hit->value];
    UnitReading money = Found(Dimension::kMoney, unit.id, 0, unit.factor);
    money.start = start;
    return money;
  }
  for (std::string_view sign : {"¥"}) {
    if (at < floor + sign.size() || !text.substr(0, at).ends_with(sign)) continue;
    return OpenMoney(at - sign.size(), 0);
  }
  return std::nullopt;
}

std::optional<UnitReading> UnitReader::FromTable(std::string_view text, std::size_t at, const char* name,
                                                 Dimension dimension) const {
  const RuleSet::UnitTable& table = rules_.UnitsOf(name);
  auto hit = table.lexicon.Longest(text, at);
  if (!hit) return std::nullopt;
  const Unit& unit = table.units[hit->value];
  return Found(dimension, unit.id, at + hit->length, unit.factor);
}

// The noun that begins at `at` or, behind a measure word, a few characters later in the same phrase.
std::optional<UnitReading> UnitReader::Noun(std::string_view text, std::size_t at, std::size_t reach) const {
  for (std::size_t step = 0; step <= reach && at < text.size(); ++step) {
    if (auto noun = FromTable(text, at, "nouns", Dimension::kCount)) return noun;
    CodePoint c = DecodeUtf8(text, at);
    bool inside = IsHan(c.value) || c.value == ' ' || IsAlphabetic(c.value);
    bool verb_or_break = c.value == U'的' && step > 0;
    if (!inside || verb_or_break) return std::nullopt;
    at += c.length;
  }
  return std::nullopt;
}

std::optional<UnitReading> UnitReader::Count(std::string_view text, const Numeral& numeral,
                                             std::size_t at) const {
  if (auto noun = Noun(text, at, 0)) return noun;
  const WordList& list = rules_.Words("classifiers");
  auto hit = list.lexicon.Longest(text, at);
  if (hit && !numeral.letter) {
    std::size_t end = at + hit->length;
    auto noun = Noun(text, SkipBlank(text, end), kNounReach);
    if (noun) return noun;
    return Found(Dimension::kCount, list.values[hit->value], end);
  }
  return IsAsciiAlpha(text[at]) ? EnglishCount(text, at) : std::nullopt;
}

// The first known noun among the next words; a capital or a small word of grammar ends the phrase.
std::optional<UnitReading> UnitReader::EnglishCount(std::string_view text, std::size_t at) const {
  for (int word = 0; word <= kEnglishNounWords && at < text.size() && IsAsciiAlpha(text[at]); ++word) {
    if (auto noun = FromTable(text, at, "nouns", Dimension::kCount)) return noun;
    if (StartsWithAny(text, at,
                      {"of", "in", "and", "or", "to", "for", "the", "a", "on", "at", "by", "from", "with"}) >
        0)
      break;
    while (at < text.size() && (IsAsciiAlnum(text[at]) || text[at] == '-' || text[at] == '\'')) ++at;
    at = SkipBlank(text, at);
  }
  return std::nullopt;
}

std::optional<RangeReading> UnitReader::Range(std::string_view text, const Numeral& low,
                                              const std::optional<UnitReading>& low_unit) const {
  std::size_t at = SkipBlank(text, low_unit && low_unit->end > low.text.end ? low_unit->end : low.text.end);
  // 和 and "and" join a range only after "between" and 介于, 之间: two figures of a list otherwise.
  std::size_t mark = StartsWithAny(text, at, {"~", "-", "到", "至", "或", "to", "or", "、"});
  if (mark == 0) {
    bool between = text.substr(0, low.text.start).ends_with("between ") ||
                   text.substr(0, low.text.start).ends_with("between $");
    mark = between ? StartsWithAny(text, at, {"and"}) : 0;
  }
  if (mark == 0) return std::nullopt;
  std::size_t next = SkipBlank(text, at + mark);
  if (next < text.size() && text[next] == '$') ++next;  // $3 to $5 billion
  if (next >= text.size()) return std::nullopt;
  auto high = numerals_.Read(text, next);
  if (!high || high->leading_zero || high->vague != low.vague) return std::nullopt;
  auto unit = After(text, *high, high->text.end);
  if (!unit) {
    if (low_unit) return std::nullopt;
    if (!high->scaled && !low.scaled) return std::nullopt;
  }
  if (low_unit && (!unit || low_unit->dimension != unit->dimension || low_unit->id != unit->id))
    return std::nullopt;
  RangeReading range{low, *high, unit};
  // 10-20 亿: the scale of the second figure is the first one's too.
  if (!low_unit && !low.scaled && high->scaled && low.hi < high->lo) {
    range.low.lo = low.lo.Scaled(high->scale_power);
    range.low.hi = low.hi.Scaled(high->scale_power);
    range.low.scaled = true;
  }
  if (range.low.lo >= range.high.hi) return std::nullopt;
  // 五、六条 is a range, 10、20 the start of a list.
  bool list = text.substr(at).starts_with("、") && high->hi - low.lo != Decimal(1);
  return list ? std::nullopt : std::optional(range);
}

}  // namespace tally
