#include "quantities/unit_reader.h"

#include <fmt/format.h>

#include "base/error.h"
#include "base/utf8.h"
#include "quantities/date_number.h"

namespace tally {
namespace {

const Decimal kHalf = Decimal(5).Scaled(-1);
const Decimal kHundred = 100;
// 1500 年 is a year, 500 年 a span of time.
const Decimal kThousandYears = 1000;

// 两倍半, 一年半 add a half of the unit; 三倍多, 十年多 open it.
std::size_t TakeTail(std::string_view text, std::size_t end, Numeral& numeral) {
  std::string_view rest = text.substr(end);
  if (rest.starts_with("半")) {
    numeral.lo = numeral.lo + kHalf;
    numeral.hi = numeral.hi + kHalf;
    numeral.last_place = -1;
    return end + std::string_view("半").size();
  }
  bool more = rest.starts_with("多") || rest.starts_with("余");
  if (more && numeral.lo == numeral.hi) {
    numeral.hi = numeral.hi + Decimal(1);
    numeral.open = true;
    return end + std::string_view("多").size();
  }
  return end;
}

}  // namespace

// 半年, 半导体, 半数: the half belongs to what follows.
bool IsOtherHalf(std::string_view text, std::size_t at) {
  std::string_view rest = text.substr(at + std::string_view("半").size());
  for (std::string_view next : {"年", "导", "数", "天", "月", "个", "小", "岛", "成", "价", "山"}) {
    if (rest.starts_with(next)) return true;
  }
  return false;
}

UnitReader::UnitReader(const RuleSet& rules)
    : shares_(rules.UnitsOf("shares")),
      currencies_(rules.UnitsOf("currencies")),
      dollars_(rules.Words("dollars")),
      rates_(rules.UnitsOf("rates")),
      durations_(rules.UnitsOf("durations")),
      measures_(rules.UnitsOf("measures")),
      nouns_(rules.UnitsOf("nouns")),
      scales_(rules.UnitsOf("scales")),
      classifiers_(rules.Words("classifiers")),
      ordinal_nouns_(rules.Words("ordinal_nouns")),
      noun_breaks_(rules.Words("noun_breaks_han")),
      noun_heads_(rules.Words("noun_heads_han")),
      person_units_(rules.Words("person_units")),
      rate_words_(rules.Words("rate_words")),
      not_numbers_(rules.Words("not_numbers")),
      duration_marks_(rules.Words("duration_marks")),
      not_units_(rules.Words("not_units")),
      minor_units_(rules.Words("minor_units")),
      adjectives_(rules.Words("unit_adjectives")),
      phrase_breaks_(rules.Words("phrase_breaks_en")),
      not_nouns_(rules.Words("not_nouns_en")),
      people_words_(rules.Words("people_words_en")),
      pence_leads_(rules.Words("pence_leads")),
      temperature_words_(rules.Words("temperature_words")),
      metre_followers_(rules.Words("metre_followers")) {
  begins_.Add(shares_.lexicon, kShares);
  begins_.Add(currencies_.lexicon, kCurrencies);
  begins_.Add(rates_.lexicon, kRates);
  begins_.Add(durations_.lexicon, kDurations);
  begins_.Add(measures_.lexicon, kMeasures);
  begins_.Add(nouns_.lexicon, kNouns);
  begins_.Add(classifiers_.lexicon, kClassifiers);
  begins_.Add(adjectives_.lexicon, kAdjectives);
  begins_.Add(phrase_breaks_.lexicon, kBreaks);
  begins_.Add(people_words_.lexicon, kPeople);
  for (const std::string& value : minor_units_.values) {
    auto factor = Decimal::Parse(value);
    if (!factor)
      throw UserError(fmt::format("words/minor_units.txt: the value '{}' is not a decimal number", value));
    minor_factors_.push_back(*factor);
  }
}

// 成员, 元素, 日本 begin like a unit.
bool UnitReader::IsOtherWord(std::string_view text, std::size_t at, std::size_t length) const {
  auto hit = not_units_.lexicon.Longest(text, at);
  return hit && hit->length > length;
}

std::optional<UnitReading> UnitReader::After(std::string_view text, Numeral& numeral, std::size_t at) const {
  std::size_t next = SkipBlanks(text, at);
  // a 10-year plan, $5-million
  bool hyphen = next == at && next + 1 < text.size() && text[next] == '-' && IsAsciiAlpha(text[next + 1]);
  if (hyphen) ++next;
  if (numeral.letter) {
    if (auto metres = Metres(text, numeral, next)) return metres;
  }
  if (next >= text.size()) return std::nullopt;
  LexiconFilter::Mask begins = begins_.At(text, next);
  bool part = numeral.last_place < 0 || numeral.fraction || (numeral.word && numeral.vague);
  if (part || (begins & kAdjectives) != 0) {
    next = SkipSmallWords(text, next, numeral);
    if (next >= text.size()) return std::nullopt;
    begins = begins_.At(text, next);
  }
  bool letter = IsAsciiAlpha(text[next]);
  bool none = (begins & kUnits) == 0;
  bool word = next > at && !numeral.letter && letter;
  if (word) {
    if (text[next] == 'o' && next + 1 < text.size() && text[next + 1] == 'f') {
      if (auto whole = OfWhole(text, numeral, next)) return whole;
    }
    bool noun = (begins & kNouns) != 0 && FromTable(text, next, nouns_, Dimension::kCount);
    if ((begins & kPeople) != 0 && !noun) {
      if (auto people = People(text, next)) return people;
    }
    // A word that no table begins with, as most words behind bare numbers are: only the noun further on is
    // left.
    if (none && (text[next] != 't' || !text.substr(next).starts_with("times"))) {
      bool ends = (begins & kBreaks) != 0 && phrase_breaks_.lexicon.Longest(text, next);
      return ends ? std::nullopt : EnglishCount(text, next);
    }
  } else if (none && !letter && !text.substr(next).starts_with("个半") &&
             !text.substr(next).starts_with("个多") &&
             !(numeral.vague && text.substr(next).starts_with("月"))) {
    return std::nullopt;
  }
  bool attached = letter && !word;
  bool wide = static_cast<unsigned char>(text[next]) >= 0x80;
  if (numeral.letter) {
    if (auto whole = OfWhole(text, numeral, next)) return whole;
    if (hyphen) return std::nullopt;  // a 4m-wide road
    if (auto share = Share(text, numeral, next)) return share;
    auto money = CurrencyAt(text, next);
    if (money) return money;
    auto count = Count(text, numeral, next, begins);
    // The 8b version of a model: its size in parameters.
    if (count && (count->id == "versions" || count->id == "models")) count->id = "parameters";
    return count;
  }
  if ((begins & kShares) != 0 || attached || text[next] == 't') {
    if (auto share = Share(text, numeral, next)) return share;
  }
  if ((begins & kCurrencies) != 0 || attached) {
    if (auto money = CurrencyAt(text, next)) return money;
  }
  if ((begins & kRates) != 0 || attached) {
    if (auto rate = Rate(text, next)) return rate;
  }
  if ((begins & kDurations) != 0 || attached || wide) {
    if (auto duration = Duration(text, numeral, next)) return duration;
  }
  if (hyphen) return Compound(text, numeral, next);
  return Count(text, numeral, next, begins);
}

// 2 more minutes, three straight quarters; half a day, three quarters of an hour.
std::size_t UnitReader::SkipSmallWords(std::string_view text, std::size_t at, const Numeral& numeral) const {
  if (!IsAsciiAlpha(text[at])) return at;
  std::size_t next = at;
  bool magnitude = numeral.word && numeral.vague;  // tens of billions of dollars
  if (magnitude && text.substr(next).starts_with("of ")) return next + 3;
  if (numeral.last_place < 0 || numeral.fraction) {
    if (text.substr(next).starts_with("of ")) next += 3;
    for (std::string_view article : {"a ", "an ", "the "}) {
      if (text.substr(next).starts_with(article)) next += article.size();
    }
  } else {
    auto adjective = adjectives_.lexicon.Longest(text, next);
    if (!adjective) return at;
    next = SkipBlanks(text, next + adjective->length);
  }
  if (next == at) return at;
  bool unit =
      next < text.size() && (durations_.lexicon.Longest(text, next) || shares_.lexicon.Longest(text, next));
  return unit ? next : at;
}

// 49%, 三个百分点, 50 basis points, 20倍, 两倍半, 10x, tenfold; 九成 is 90 %, 七成六 76 %, 75 折 75 %.
std::optional<UnitReading> UnitReader::Share(std::string_view text, Numeral& numeral, std::size_t at) const {
  auto hit = shares_.lexicon.Longest(text, at);
  if (!hit && IsAsciiAlpha(text[at]) && at > 0 && IsAsciiDigit(text[at - 1]))  // 10x, 25bps
    hit = shares_.lexicon.LongestLoose(text, at);
  // 九成为女性: behind one numeral, 成 is the tenth and 为 the verb; 一成为 and 二成为 are left open.
  bool tenth_is =
      hit && numeral.han && !numeral.scaled && numeral.lo > Decimal(2) && text.substr(at).starts_with("成为");
  if (!hit || !IsWordEdge(text, at + hit->length) || (!tenth_is && IsOtherWord(text, at, hit->length)))
    return Times(text, at);
  const Unit& unit = shares_.units[hit->value];
  std::size_t end = at + hit->length;
  if (unit.id == "x") {
    UnitReading times = UnitReading::Of(Dimension::kRatio, unit, TakeTail(text, end, numeral));
    return times;
  }
  UnitReading share = UnitReading::Of(Dimension::kPercent, unit, end);
  std::string_view word = text.substr(at, hit->length);
  if (word == "厘") {
    if (text.substr(end).starts_with("米") || !IsInterest(text, at)) return std::nullopt;
    share.end = TakeTail(text, end, numeral);  // 五厘半
    return share;
  }
  bool tenths = word == "成" || word == "折";
  if (!tenths) return share;
  if (numeral.scaled || numeral.hi > Decimal(word == "成" ? 10 : 99)) return std::nullopt;
  if (word == "折" && numeral.lo > Decimal(10)) share.factor = 1;
  if (word == "折" && numeral.lo == kHalf) share.factor = kHundred;  // 半折
  // 七成半, but not 三成半导体
  std::string_view half = "半";
  if (word == "成" && text.substr(end).starts_with(half) && !IsOtherHalf(text, end)) {
    numeral.lo = numeral.lo + kHalf;
    numeral.hi = numeral.hi + kHalf;
    numeral.last_place = -1;
    share.end = end + half.size();
    return share;
  }
  // 三成多 is more than three tenths and less than four, 三成多数 is not.
  constexpr std::string_view kMore = "多";
  bool more = word == "成" && text.substr(end).starts_with(kMore) && !text.substr(end).starts_with("多数");
  if (more && numeral.lo == numeral.hi) {
    numeral.hi = numeral.lo + Decimal(1);
    share.end = end + kMore.size();
    return share;
  }
  std::size_t digit_at = SkipBlanks(text, end);
  if (word == "成" && digit_at < text.size()) {
    // 七成六; not 七成一些
    CodePoint digit = DecodeUtf8(text, digit_at);
    static constexpr std::u32string_view kDigits = U"一二三四五六七八九";
    auto place = kDigits.find(digit.value);
    std::size_t after = digit_at + digit.length;
    // 9成9
    bool plain = !numeral.han && digit.value >= U'1' && digit.value <= U'9';
    if (plain && (after >= text.size() || !IsAsciiDigit(text[after]))) place = digit.value - U'1';
    if (place != std::u32string_view::npos && (plain || IsTenth(text, digit_at, after))) {
      Decimal tenth = Decimal(static_cast<long long>(place) + 1).Scaled(-1);
      numeral.lo = numeral.lo + tenth;
      numeral.hi = numeral.hi + tenth;
      numeral.last_place = -1;
      share.end = after;
    }
  }
  return share;
}

// 最优惠利率降至5厘: not five thousandths of a yuan.
bool UnitReader::IsInterest(std::string_view text, std::size_t at) const {
  constexpr std::size_t kBefore = 60;  // bytes
  std::size_t from = at > kBefore ? at - kBefore : 0;
  constexpr std::string_view kStop = "。";
  std::size_t stop = text.substr(from, at - from).rfind(kStop);
  if (stop != std::string_view::npos) from += stop + kStop.size();
  if (text.substr(from, at - from).find("每") != std::string_view::npos) return false;  // 每度加3厘
  for (std::size_t word = from; word < at; ++word) {
    if (rate_words_.lexicon.Longest(text, word)) return true;
  }
  return false;
}

// 七成五受访者, 四成二完全遵从; not 七成五个, 三成二手房, 七成一些.
bool UnitReader::IsTenth(std::string_view text, std::size_t digit_at, std::size_t after) const {
  if (after >= text.size()) return true;
  char32_t next = DecodeUtf8(text, after).value;
  if (!IsHan(next)) return true;
  return !IsHanNumeral(next) && !not_numbers_.lexicon.Longest(text, digit_at) &&
         !ordinal_nouns_.lexicon.Longest(text, after) && !classifiers_.lexicon.Longest(text, after) &&
         !durations_.lexicon.Longest(text, after);
}

// "20 times as large" is a ratio, "three times" alone a count of events.
std::optional<UnitReading> UnitReader::Times(std::string_view text, std::size_t at) const {
  std::string_view word = "times";
  std::size_t n = word.size();
  if (text[at] != 't' || !text.substr(at).starts_with(word) || !IsWordEdge(text, at + n)) return std::nullopt;
  std::string_view rest = text.substr(at + n);
  for (std::string_view sign :
       {" as ",     " more",    " larger",   " higher", " bigger", " the ",     " greater", " faster",
        " its ",    " their ",  " that of ", " what ",  " over",   " earnings", " sales",   " revenue",
        " smaller", " cheaper", " less",     " lower",  " slower", " EBITDA",   " book",    " annual"}) {
    if (!rest.starts_with(sign)) continue;
    UnitReading times;
    times.dimension = Dimension::kRatio;
    times.id = "x";
    times.end = at + n;
    return times;
  }
  return std::nullopt;
}

// The unit of time at `at`, as it is spelled there.
std::optional<Lexicon::Hit> UnitReader::TimeUnitAt(std::string_view text, std::size_t at, bool attached,
                                                   bool bare_month) const {
  // 两个半月, 数月: the month without its 个.
  std::string_view month = "月";
  if (bare_month && text.substr(at).starts_with(month)) {
    auto months = durations_.lexicon.Find("个月");
    return months ? std::optional(Lexicon::Hit{month.size(), *months}) : std::nullopt;
  }
  auto hit = attached ? durations_.lexicon.LongestLoose(text, at) : durations_.lexicon.Longest(text, at);
  if (!hit || !IsWordEdge(text, at + hit->length) || IsOtherWord(text, at, hit->length)) return std::nullopt;
  return hit;
}

std::optional<UnitReading> UnitReader::Duration(std::string_view text, Numeral& numeral,
                                                std::size_t at) const {
  // 一个半小时, 两个半月, 七个多小时: the half stands before the unit, and so does what is more.
  std::string_view and_half = "个半";
  std::string_view and_more = "个多";
  std::size_t unit_at = at;
  bool half = text.substr(at).starts_with(and_half);
  bool more = text.substr(at).starts_with(and_more);
  if (half || more) unit_at += and_half.size();
  if (unit_at >= text.size()) return std::nullopt;
  bool attached = at > 0 && IsAsciiDigit(text[at - 1]) && IsAsciiAlpha(text[at]);  // 3h, 3.5years
  bool some = numeral.vague && text.substr(0, unit_at).ends_with("数");
  auto hit = TimeUnitAt(text, unit_at, attached, half || more || some);
  if (!hit) return std::nullopt;
  std::size_t end = unit_at + hit->length;
  std::string_view word = text.substr(unit_at, hit->length);
  if (word.size() == 1 && !attached) return std::nullopt;  // "5 h" of a list
  // 12日 in digits is a day of the month that the text leaves out; 十二日连续 is a span of time, and so are
  // 五 日 and 两日.
  bool spans = end < text.size() && duration_marks_.lexicon.Longest(text, end).has_value();
  if (word == "日" && !(numeral.han && (spans || numeral.lo < Decimal(11)))) return std::nullopt;
  if (word == "载" && !numeral.han) return std::nullopt;
  if (word == "钟" && !half && !numeral.han) return std::nullopt;
  if (word == "年" && !numeral.han && !numeral.scaled && numeral.lo >= kThousandYears) return std::nullopt;
  UnitReading unit = UnitReading::Of(Dimension::kDuration, durations_.units[hit->value], end);
  if (half) {
    numeral.lo = numeral.lo + kHalf;
    numeral.hi = numeral.hi + kHalf;
    numeral.last_place = -1;
  } else if (more) {
    numeral.hi = numeral.hi + Decimal(1);
    numeral.open = true;
  } else {
    unit.end = TakeTail(text, end, numeral);
  }
  // a 28-year-old man, 30 years old
  std::string_view rest = text.substr(unit.end);
  if (unit.id == "year" && (rest.starts_with("-old") || rest.starts_with(" old"))) {
    unit.dimension = Dimension::kCount;
    unit.id = "age";
    unit.end += std::string_view("-old").size();
  }
  return unit;
}

std::optional<UnitReading> UnitReader::FromTable(std::string_view text, std::size_t at, const Table& table,
                                                 Dimension dimension) const {
  auto hit = table.lexicon.Longest(text, at);
  if (!hit || IsOtherWord(text, at, hit->length)) return std::nullopt;
  std::size_t end = at + hit->length;
  std::string_view of = " of";  // "pounds of" weighs, and is no money
  if (text.substr(0, end).ends_with(of)) end -= of.size();
  return UnitReading::Of(dimension, table.units[hit->value], end);
}

}  // namespace tally
