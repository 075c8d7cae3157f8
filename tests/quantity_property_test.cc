// What must hold for every quantity, tried on generated ones: each writing of a number reads back as that
// number, the text around it does not matter, and Traditional and Simplified characters say the same.
#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "base/fold.h"
#include "tests/quantity_fixture.h"

namespace tally {
namespace {

constexpr int kRounds = 2000;
constexpr std::int64_t kTrillion = 1'000'000'000'000;

// Numbers as news prints them: of every length, many of them round.
std::int64_t AnyNumber(std::mt19937_64& random) {
  std::int64_t limit = 10;
  for (int digits = static_cast<int>(random() % 12); digits > 0; --digits) limit *= 10;
  auto number = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(limit)) + 21;
  std::int64_t round = 1;
  for (int zeros = static_cast<int>(random() % 7); zeros > 0; --zeros) round *= 10;
  return number > round ? number / round * round : number;
}

struct HanWriting {
  std::array<const char*, 10> digits;
  std::array<const char*, 4> units;  // ones, tens, hundreds, thousands
  const char* ten_thousand;
  const char* hundred_million;
};
const HanWriting kSimplified = {
    {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}, {"", "十", "百", "千"}, "万", "亿"};
const HanWriting kTraditional = {
    {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}, {"", "十", "百", "千"}, "萬", "億"};
const HanWriting kFormal = {
    {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}, {"", "拾", "佰", "仟"}, "万", "亿"};

// 0..9999, without leading zeros.
std::string HanSection(std::int64_t number, const HanWriting& writing) {
  std::string out;
  bool gap = false;
  for (int place = 3; place >= 0; --place) {
    std::int64_t unit = place == 3 ? 1000 : place == 2 ? 100 : place == 1 ? 10 : 1;
    std::int64_t digit = number / unit % 10;
    if (digit == 0) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += writing.digits[0];
    gap = false;
    out += writing.digits[static_cast<std::size_t>(digit)];
    out += writing.units[static_cast<std::size_t>(place)];
  }
  return out;
}

std::string Han(std::int64_t number, const HanWriting& writing) {
  std::string out;
  auto part = [&](std::int64_t section, const char* unit) {
    if (section == 0) return;
    if (!out.empty() && section < 1000) out += writing.digits[0];
    out += HanSection(section, writing) + unit;
  };
  part(number / 100'000'000 / 10'000, writing.ten_thousand);
  std::int64_t below = number / 100'000'000 % 10'000;
  part(below, "");
  if (number >= 100'000'000) out += writing.hundred_million;
  part(number / 10'000 % 10'000, writing.ten_thousand);
  part(number % 10'000, "");
  return out;
}

std::string EnglishBelowThousand(std::int64_t number) {
  static constexpr std::array<const char*, 20> kOnes = {
      "",         "one",     "two",     "three",     "four",     "five",    "six",
      "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  static constexpr std::array<const char*, 10> kTens = {"",      "",      "twenty",  "thirty", "forty",
                                                        "fifty", "sixty", "seventy", "eighty", "ninety"};
  std::string out;
  if (number >= 100) out = std::string(kOnes[static_cast<std::size_t>(number / 100)]) + " hundred";
  std::int64_t rest = number % 100;
  if (rest == 0) return out;
  if (!out.empty()) out += " and ";
  if (rest < 20) return out + kOnes[static_cast<std::size_t>(rest)];
  out += kTens[static_cast<std::size_t>(rest / 10)];
  if (rest % 10 != 0) out += "-" + std::string(kOnes[static_cast<std::size_t>(rest % 10)]);
  return out;
}

std::string English(std::int64_t number) {
  struct Scale {
    std::int64_t factor;
    const char* name;
  };
  static constexpr std::array<Scale, 4> kScales = {
      {{kTrillion, " trillion"}, {1'000'000'000, " billion"}, {1'000'000, " million"}, {1000, " thousand"}}};
  std::string out;
  for (const Scale& scale : kScales) {
    std::int64_t section = number / scale.factor % 1000;
    if (section == 0) continue;
    if (!out.empty()) out += " ";
    out += EnglishBelowThousand(section) + scale.name;
  }
  std::int64_t rest = number % 1000;
  if (rest == 0) return out;
  if (!out.empty()) out += rest < 100 ? " and " : " ";
  return out + EnglishBelowThousand(rest);
}

std::string Grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string FullWidth(const std::string& digits) {
  std::string out;
  for (char c : digits) {
    char32_t wide = c == '.' ? U'．' : static_cast<char32_t>(0xFF10 + (c - '0'));
    AppendUtf8(wide, out);
  }
  return out;
}

// The number in units of 万, 亿, million …, all digits kept.
std::string Scaled(std::int64_t number, int power, const char* scale) {
  return Decimal(number).Scaled(-power).ToString() + scale;
}

struct Written {
  std::string text;
  const char* currency;
};

std::vector<Written> EveryWriting(std::int64_t n) {
  std::string digits = std::to_string(n);
  return {
      {digits + "美元", "USD"},
      {"$" + Grouped(n), "USD"},
      {Grouped(n) + " dollars", "USD"},
      {FullWidth(digits) + "元", "CNY"},
      {Scaled(n, 4, "万欧元"), "EUR"},
      {Scaled(n, 8, " 亿日元"), "JPY"},
      {Scaled(n, 8, "億美元"), "USD"},
      {"€" + Scaled(n, 6, "m"), "EUR"},
      {"£" + Scaled(n, 9, "bn"), "GBP"},
      {"HK$" + Scaled(n, 6, " million"), "HKD"},
      {Han(n, kSimplified) + "美元", "USD"},
      {Han(n, kTraditional) + "美元", "USD"},
      {Han(n, kFormal) + "元整", "CNY"},
      {English(n) + " dollars", "USD"},
  };
}

TEST(QuantityProperties, EveryWritingOfANumberReadsBackAsThatNumber) {
  std::mt19937_64 random(20250508);
  for (int round = 0; round < kRounds; ++round) {
    std::int64_t n = AnyNumber(random);
    for (const Written& written : EveryWriting(n)) {
      auto found = QuantitiesIn(written.text);
      ASSERT_EQ(found.size(), 1u) << written.text;
      EXPECT_EQ(found[0].value.stated, Interval::Exactly(n)) << written.text;
      EXPECT_EQ(found[0].value.unit, written.currency) << written.text;
      EXPECT_EQ(found[0].span, (Span{0, written.text.size()})) << written.text;
    }
  }
}

TEST(QuantityProperties, ThePrintedDigitsOfADecimalAreKept) {
  std::mt19937_64 random(7);
  for (int round = 0; round < kRounds; ++round) {
    Decimal value = Decimal(AnyNumber(random)).Scaled(-static_cast<int>(random() % 9));
    for (const std::string& text : {value.ToString() + "%", FullWidth(value.ToString()) + "％",
                                    "百分之" + value.ToString(), value.ToString() + " percent"}) {
      auto found = QuantitiesIn(text);
      ASSERT_EQ(found.size(), 1u) << text;
      EXPECT_EQ(found[0].value.stated, Interval::Exactly(value)) << text;
      EXPECT_EQ(found[0].value.unit, "%") << text;
    }
  }
}

TEST(QuantityProperties, ATextAroundAQuantityChangesNothingButItsPlace) {
  struct Frame {
    const char* before;
    const char* after;
  };
  static constexpr std::array<Frame, 5> kFrames = {{{"据该公司称，总额为", "，其余未公布。"},
                                                    {"（", "）"},
                                                    {"The deal was worth ", ", people close to it said."},
                                                    {"\"", "\"."},
                                                    {"合同金额：", "；期限另议"}}};
  std::mt19937_64 random(11);
  for (int round = 0; round < kRounds / 4; ++round) {
    std::int64_t n = AnyNumber(random);
    for (const Written& written : EveryWriting(n)) {
      for (const Frame& frame : kFrames) {
        std::string text = frame.before + written.text + frame.after;
        auto found = QuantitiesIn(text);
        ASSERT_EQ(found.size(), 1u) << text;
        EXPECT_EQ(found[0].value.stated, Interval::Exactly(n)) << text;
        EXPECT_EQ(text.substr(found[0].span.start, found[0].span.size()), written.text);
      }
    }
  }
}

TEST(QuantityProperties, TraditionalAndSimplifiedSayTheSame) {
  for (const char* text : {"約 100 億美元",    "超過 28.5 萬個 CPU 核心",
                           "數十億美元",       "兩年零三個月",
                           "百分之四十九點五", "過去二十五個月",
                           "去年秋天",         "民國114年",
                           "增長兩倍半",       "三萬餘名員工",
                           "貳佰零參元",       "港幣三百萬元",
                           "幾個月後",         "週五",
                           "第三季營收",       "至少進行了三次測試",
                           "不到五成",         "翻兩番",
                           "2019 年 7 月",     "１３０億　美元"}) {
    auto traditional = QuantitiesIn(text);
    auto simplified = QuantitiesIn(Fold(text));
    ASSERT_EQ(traditional.size(), simplified.size()) << text;
    for (std::size_t i = 0; i < traditional.size(); ++i)
      EXPECT_EQ(ShowQuantity(traditional[i].value), ShowQuantity(simplified[i].value)) << text;
  }
}

TEST(QuantityProperties, SpansDoNotOverlapAndCutWholeCharactersInAnyText) {
  static constexpr std::array<const char*, 24> kPieces = {
      "一", "百", "万", "亿", "多", "年", "月", "日", "第",   "分之",    "点",    "半",
      "3",  "20", ".5", ",",  "-",  "%",  "$",  " ",  "美元", "million", " and ", "May "};
  std::mt19937_64 random(3);
  for (int round = 0; round < kRounds * 5; ++round) {
    std::string text;
    for (auto pieces = random() % 14; pieces > 0; --pieces) text += kPieces[random() % kPieces.size()];
    std::size_t end = 0;
    for (const Quantity& q : QuantitiesIn(text)) {
      ASSERT_LE(end, q.span.start) << text;
      ASSERT_LT(q.span.start, q.span.end) << text;
      ASSERT_LE(q.span.end, text.size()) << text;
      end = q.span.end;
      for (std::size_t edge : {q.span.start, q.span.end})
        ASSERT_TRUE(edge == text.size() || (static_cast<unsigned char>(text[edge]) & 0xC0) != 0x80) << text;
      const Interval& stated = q.value.stated;
      if (stated.lo && stated.hi) {
        ASSERT_LE(*stated.lo, *stated.hi) << text;
      }
    }
  }
}

}  // namespace
}  // namespace tally
