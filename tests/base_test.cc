// Exact decimals, intervals, dates, folding and the lexicon: two-column tables.
#include <gtest/gtest.h>

#include "base/date.h"
#include "base/decimal.h"
#include "base/figure_text.h"
#include "base/fold.h"
#include "base/interval.h"
#include "base/lexicon.h"
#include "base/utf8.h"

namespace tally {
namespace {

Decimal D(const char* text) { return *Decimal::Parse(text); }

TEST(Decimal, ParsesAndPrintsPlainly) {
  for (auto [text, printed] : std::vector<std::pair<const char*, const char*>>{{"0", "0"},
                                                                               {"007", "7"},
                                                                               {"1300", "1300"},
                                                                               {"3.50", "3.5"},
                                                                               {"-0.05", "-0.05"},
                                                                               {"0.000", "0"},
                                                                               {"010.010", "10.01"}}) {
    EXPECT_EQ(D(text).ToString(), printed) << text;
  }
  for (const char* bad : {"", "-", ".5", "5.", "1e3", "1,000", "1.2.3", " 1"})
    EXPECT_FALSE(Decimal::Parse(bad)) << bad;
  EXPECT_FALSE(Decimal::Parse(std::string(61, '9')));
}

TEST(Decimal, EqualNumbersAreEqualWhereverTheyComeFrom) {
  EXPECT_EQ(D("9223372036854775807") + D("1"), D("9223372036854775808"));
  EXPECT_EQ(D("9223372036854775808") - D("1"), D("9223372036854775807"));
  EXPECT_EQ(-D("-9223372036854775808"), D("9223372036854775808"));
  EXPECT_EQ(-D("9223372036854775808"), D("-9223372036854775808"));
  EXPECT_EQ(D("4611686018427387904") * D("2"), D("9223372036854775808"));
  EXPECT_EQ(D("123456789012345678901234567890") * D("10"), D("1234567890123456789012345678900"));
  EXPECT_EQ(D("5000000000000000000") + D("1"), D("5000000000000000001"));
  EXPECT_EQ(D("1234567890123456789.5").ToString(), "1234567890123456789.5");
  EXPECT_EQ(D("9223372036854775807").first_digit_exponent(), 18);
  EXPECT_EQ(D("92233720368547758070").first_digit_exponent(), 19);
  EXPECT_LT(D("9223372036854775807"), D("9223372036854775808"));
  EXPECT_LT(D("-9223372036854775809"), D("-9223372036854775808"));
}

TEST(Decimal, ComparesAndComputesExactly) {
  EXPECT_EQ(D("0.1") + D("0.2"), D("0.3"));
  EXPECT_EQ(D("1.10"), D("1.1"));
  EXPECT_LT(D("-2"), D("-1.999"));
  EXPECT_EQ((D("3.5") * D("100000000")).ToString(), "350000000");
  EXPECT_EQ(D("1").Quotient(D("3"), 4, Decimal::Round::kDown).ToString(), "0.3333");
  EXPECT_EQ(D("1").Quotient(D("3"), 4, Decimal::Round::kUp).ToString(), "0.3334");
  EXPECT_EQ(D("-1").Quotient(D("3"), 2, Decimal::Round::kDown).ToString(), "-0.34");
  EXPECT_EQ(D("1300").first_digit_exponent(), 3);
  EXPECT_EQ(D("0.05").first_digit_exponent(), -2);
  EXPECT_EQ(D("1300").last_digit_exponent(), 2);
  EXPECT_EQ(D("1300").significant_digits(), 2);
  EXPECT_EQ(D("-0.0101").significant_digits(), 3);
  EXPECT_EQ(D("0").significant_digits(), 1);
}

TEST(Decimal, OfManyDigitsIsCopiedMovedAndCompared) {
  const char* text = "123456789012345678901234567890";
  Decimal big = D(text);
  Decimal copy = big;
  Decimal moved = std::move(big);
  big = Decimal(7);
  EXPECT_EQ(copy, moved);
  EXPECT_EQ(copy.ToString(), text);
  EXPECT_EQ(big.ToString(), "7");
  EXPECT_EQ((copy - moved + big).ToString(), "7");
  EXPECT_LT(big, copy);
  EXPECT_LT(-copy, big);
  EXPECT_TRUE((-copy).is_negative());
  EXPECT_EQ(copy.Scaled(-29).ToString(), "1.2345678901234567890123456789");
  copy = big;
  EXPECT_EQ(copy, Decimal(7));
}

TEST(FigureText, SaysTheWholeFigure) {
  for (auto [figure, text] : std::vector<std::pair<const char*, const char*>>{{"13000000000", "13 billion"},
                                                                              {"9900000000", "9.9 billion"},
                                                                              {"225000", "225,000"},
                                                                              {"1234567890", "1,234,567,890"},
                                                                              {"3000000000000", "3 trillion"},
                                                                              {"0.05", "0.05"},
                                                                              {"-1500", "-1,500"}}) {
    EXPECT_EQ(FigureText(D(figure)), text);
  }
  EXPECT_EQ(DaysText(DateRange::Year(1992)), "1992");
  EXPECT_EQ(DaysText(DateRange::Months(1992, 11, 11)), "1992-11");
  EXPECT_EQ(DaysText(DateRange::Months(2023, 1, 3)), "2023-01-01 to 2023-03-31");
}

TEST(Interval, HalfLinesOverlapAndIntersect) {
  Interval at_least{D("5"), std::nullopt};
  Interval at_most{std::nullopt, D("4.9")};
  EXPECT_FALSE(at_least.Overlaps(at_most));
  EXPECT_TRUE(at_least.Overlaps(Interval::Exactly(D("5"))));
  EXPECT_EQ(at_least.Intersection({D("1"), D("7")}).ToString(), "[5, 7]");
}

TEST(Date, RefusesDaysThatTheCalendarLacks) {
  EXPECT_FALSE(MakeDay(2023, 2, 29));
  EXPECT_TRUE(MakeDay(2024, 2, 29));
  EXPECT_FALSE(ParseIsoDay("2024-13-01"));
  EXPECT_EQ(DateRange::Months(2024, 2, 2).ToString(), "2024-02-01..2024-02-29");
  EXPECT_EQ(DateRange::Of(*ParseIsoDay("2025-05-08")).ToString(), "2025-05-08");
}

TEST(Fold, MakesOneOfAllWritings) {
  for (auto [text, folded] :
       std::vector<std::pair<const char*, const char*>>{{"億萬兩", "亿万两"},
                                                        {"１３０％", "130%"},
                                                        {"薩提亞・納德拉", "萨提亚·纳德拉"},
                                                        {"a\u200Bb", "ab"},
                                                        {"全　形", "全 形"},
                                                        {"，", "，"},
                                                        {"10–20", "10-20"}}) {
    EXPECT_EQ(Fold(text), folded);
  }
}

TEST(Utf8, MalformedBytesAreOneReplacementEach) {
  EXPECT_EQ(DecodeUtf8("\xE4\xB8", 0).value, kReplacement);
  EXPECT_EQ(DecodeUtf8("\xE4\xB8", 0).length, 1u);
  EXPECT_EQ(CountCodePoints("\xC0\x80 億"), 4u);
  EXPECT_EQ(DisplayWidth("億a"), 3);
}

TEST(Lexicon, FindsTheLongestWordAtAPlaceAndItsEdges) {
  Lexicon lexicon;
  lexicon.Add("月", 1);
  lexicon.Add("个月", 2);
  lexicon.Add("Meta", 3);
  lexicon.Add("b", 4);
  lexicon.Freeze(Lexicon::Ways::kBoth);
  EXPECT_EQ(lexicon.Longest("个月后", 0)->value, 2u);
  EXPECT_EQ(lexicon.Longest("meta AI", 0)->value, 3u);
  EXPECT_FALSE(lexicon.Longest("metadata", 0));
  EXPECT_FALSE(lexicon.Longest("13b", 2));
  EXPECT_TRUE(lexicon.LongestLoose("13b", 2));
  EXPECT_EQ(lexicon.LongestEndingAt("两个月", 9, 0)->value, 2u);
  EXPECT_EQ(lexicon.Find("META"), 3u);
}

// The slow twin of the tables that end most look-ups early: every key is compared at every place.
TEST(Lexicon, FindsWhatComparingEveryKeyFinds) {
  // The last is no UTF-8: keys never hold it, texts may.
  const std::vector<std::string> pieces = {"a", "b",  "to", "ton", "T", "%",    "$",  "US$", "1", " ",   "-",
                                           "'", "月", "亿", "元",  "é", "个月", "约", "m",   "😀", "\xE4"};
  std::uint32_t state = 7;
  auto next = [&](std::size_t below) { return (state = state * 1664525 + 1013904223, (state >> 8) % below); };
  auto text_of = [&](std::size_t most, std::size_t kinds) {
    std::string text;
    for (std::size_t i = 0, n = 1 + next(most); i < n; ++i) text += pieces[next(kinds)];
    return text;
  };
  for (int round = 0; round < 300; ++round) {
    Lexicon lexicon;
    std::vector<std::string> keys;
    for (std::size_t i = 0, n = 1 + next(12); i < n; ++i) {
      std::string key = AsciiLower(text_of(4, pieces.size() - 1));
      if (lexicon.Add(key, static_cast<std::uint32_t>(keys.size())) == keys.size()) keys.push_back(key);
    }
    lexicon.Freeze(Lexicon::Ways::kBoth);
    constexpr LexiconFilter::Mask kThis = 4;
    LexiconFilter filter;
    filter.Add(lexicon, kThis);
    std::string text = text_of(12, pieces.size());
    std::string lower = AsciiLower(text);
    for (std::size_t at = 0; at <= text.size(); ++at) {
      std::size_t longest = 0, loose = 0, ending = 0;
      std::size_t floor = next(at + 1);
      for (const std::string& key : keys) {
        std::size_t end = at + key.size();
        if (lower.compare(at, key.size(), key) == 0 && end <= text.size()) {
          bool edge = IsWordEdge(text, end);
          if (edge && IsWordEdge(text, at)) longest = std::max(longest, key.size());
          if (edge || IsAsciiDigit(text[end])) loose = std::max(loose, key.size());
        }
        bool ends = key.size() <= at - floor && lower.compare(at - key.size(), key.size(), key) == 0;
        if (ends && IsWordEdge(text, at - key.size())) ending = std::max(ending, key.size());
      }
      auto length = [](const std::optional<Lexicon::Hit>& hit) { return hit ? hit->length : 0; };
      EXPECT_EQ(length(lexicon.Longest(text, at)), longest) << text << " at " << at;
      EXPECT_EQ(length(lexicon.LongestLoose(text, at)), loose) << text << " at " << at;
      EXPECT_EQ(length(lexicon.LongestEndingAt(text, at, floor)), ending) << text << " to " << at;
      if (longest > 0) {
        EXPECT_EQ(filter.At(text, at), kThis) << text << " at " << at;
      }
      if (ending > 0) {
        EXPECT_EQ(filter.Before(text, at), kThis) << text << " to " << at;
      }
    }
  }
}

}  // namespace
}  // namespace tally
