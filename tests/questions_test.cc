// The parts behind the questions: ranges of values, repeats, how claims stand, what changed, axes and
// pictures.
#include <gtest/gtest.h>
#include <libxml/parser.h>

#include "claim_builder.h"
#include "cli/arguments.h"
#include "cli/asked_value.h"
#include "compare/claim_change.h"
#include "compare/repeats.h"
#include "compare/standing.h"
#include "compare/value_range.h"
#include "report/data_table.h"
#include "report/decided.h"
#include "report/history_chart.h"
#include "report/history_svg.h"
#include "report/value_axis.h"
#include "rules_fixture.h"
#include "store_fixture.h"

namespace tally {
namespace {

Value Asked(const std::string& text) { return AskedValue("--value", text, TestToolkit()); }

TEST(AskedValueTest, RefusesWhatIsNoFigureOfItsOwn) {
  auto error = [](const std::string& text) { return ErrorOf([&] { Asked(text); }); };
  EXPECT_EQ(error("soon"),
            "--value: 'soon' is no figure; 130億美元, '13 billion dollars', 30%, 2023年 and the like are "
            "understood");
  EXPECT_EQ(error("13 billion USD and more"),
            "--value: of '13 billion USD and more' only '13 billion USD' is read as a figure; 130億美元, '13 "
            "billion "
            "dollars', 30%, 2023年 and the like are understood");
  EXPECT_EQ(
      error(""),
      "--value: '' is no figure; 130億美元, '13 billion dollars', 30%, 2023年 and the like are understood");
  EXPECT_NE(error("去年"), "(no error)");
}

struct MeetRow {
  const char* min;
  const char* max;
  const char* value;
  bool meets;
};

TEST(ValueRangeTest, MeetsInAnyUnit) {
  const std::vector<MeetRow> table = {
      {"10億美元", "20 billion USD", "13 billion dollars", true},
      {"10億美元", "20 billion USD", "130億美元", true},
      {"10億美元", "20 billion USD", "130億人民幣", false},
      {"10億美元", "20 billion USD", "數十億美元", true},
      {"10億美元", "20 billion USD", "at least $30 billion", false},
      {"10", "20 billion USD", "$11", true},
      {"10億", "20億", "15億人", true},
      {"10億", "20億", "2023年", false},
      {"30%", "", "0.5%", false},
      {"30%", "", "三成", true},
      {"18 months", "2 years", "20个月", true},
      {"18 months", "2 years", "25个月", false},
      {"2023年", "2024-06-30", "2024年5月", true},
      {"2023年", "2024-06-30", "2022年", false},
      {"", "150 mph", "241 km/h", true},
  };
  for (const MeetRow& row : table) {
    std::optional<Value> min;
    std::optional<Value> max;
    if (*row.min != '\0') min = Asked(row.min);
    if (*row.max != '\0') max = Asked(row.max);
    auto range = RangeBetween(min, max);
    ASSERT_TRUE(range) << row.min << " " << row.max;
    EXPECT_EQ(Meets(Asked(row.value), *range), row.meets) << row.min << ".." << row.max << " " << row.value;
  }
  EXPECT_FALSE(RangeBetween(Asked("5%"), Asked("5 USD")));
  EXPECT_FALSE(RangeBetween(Asked("2023年"), Asked("5 USD")));
}

TEST(ValueRangeTest, ABoundMeetsAValueOnlyAtItsEnd) {
  ValueRange range = *RangeBetween(Asked("13 billion USD"), Asked("13 billion USD"));
  EXPECT_TRUE(Meets(Asked("up to $500 billion"), range));
  range.bounds_by_end = true;
  EXPECT_FALSE(Meets(Asked("up to $500 billion"), range));
  EXPECT_TRUE(Meets(Asked("up to $13 billion"), range));
  EXPECT_TRUE(Meets(Asked("數十億美元"), *RangeBetween(Asked("50億美元"), Asked("50億美元"))));
}

TEST(RepeatsTest, TellsTheSameFromTheConsistent) {
  const std::vector<std::tuple<const char*, const char*, const char*>> table = {
      {"130億美元", "13 billion dollars", "same"},
      {"130億美元", "USD 13,000,000,000", "same"},
      {"130億美元", "約130億美元", "consistent"},
      {"130億美元", "12.98 billion dollars", "consistent"},
      {"130億美元", "130億", "consistent"},
      {"130億", "130億美元", "same"},
      {"130億", "13 billion yuan", "same"},
      {"130億美元", "130億人民幣", ""},
      {"130億美元", "1.3億美元", ""},
      {"130億美元", "up to $500 billion", ""},
      {"130億美元", "up to $13 billion", "consistent"},
      {"2 years", "24个月", "same"},
      {"49%", "四成九", "same"},
      {"49%", "約49%", "consistent"},
      {"2023年", "2023年5月", "consistent"},
      {"13", "2013年", ""},
  };
  for (const auto& [asked, stated, name] : table) {
    EXPECT_EQ(RepeatName(RepeatOf(Asked(asked), Asked(stated), TestRules().thresholds)), name)
        << asked << " " << stated;
  }
}

// Whatever repeats a value is found by the narrow question that the store is asked.
TEST(RepeatsTest, NarrowingLosesNothing) {
  const std::vector<const char*> texts = {"1 billion USD",
                                          "1.5 billion USD",
                                          "約10億美元",
                                          "nearly 2 billion USD",
                                          "14億美元",
                                          "1.04 billion USD",
                                          "about 1.4 billion USD",
                                          "15.2億美元",
                                          "約15億美元",
                                          "2 billion USD",
                                          "up to $1.5 billion",
                                          "-1 billion USD",
                                          "-1.2 billion USD",
                                          "0.9 billion USD",
                                          "2 years",
                                          "24 months",
                                          "18个月",
                                          "1 year",
                                          "11 months",
                                          "100 days",
                                          "14 weeks",
                                          "3 hours",
                                          "180 minutes"};
  for (const char* asked : texts) {
    for (const char* stated : texts) {
      Value a = Asked(asked);
      Value b = Asked(stated);
      if (RepeatOf(a, b, TestRules().thresholds) == Repeat::kNot) continue;
      ClaimFilter filter;
      NarrowToRepeats(a, filter);
      bool one_digit =
          b.stated.lo && b.stated.lo->first_digit_exponent() == b.stated.lo->last_digit_exponent();
      bool loose = b.stated.IsPoint() &&
                   (b.approx || b.modifier != Modifier::kNone ||
                    b.stated.lo->first_digit_exponent() - b.stated.lo->last_digit_exponent() < 2);
      bool found = filter.meets->Overlaps(b.stated) ||
                   (loose && filter.meets_when_loose && filter.meets_when_loose->Overlaps(b.stated)) ||
                   (one_digit && filter.meets_when_round && filter.meets_when_round->Overlaps(b.stated));
      EXPECT_TRUE(found) << asked << " " << stated;
    }
  }
}

Claim Valued(const char* doc, const char* day, const char* digits) {
  return ClaimBuilder(doc).About("valuation", "openai").AsOf(day).Money(digits, 9, "USD");
}

TEST(StandingTest, ANewerFigureTakesThePlaceOfAnOlderAndOneOfTheSameDayContradicts) {
  auto standings = [](const std::vector<Claim>& claims) {
    CompareInput input;
    input.claims = claims;
    std::string names;
    for (const ClaimStanding& standing : StandingsOf(input, TestRules()))
      names += (names.empty() ? "" : "|") + std::string(StandingName(standing.standing)) + " " +
               std::to_string(standing.findings.size());
    return names;
  };
  Claim old_figure = Valued("a.md", "2023-01-01", "29");
  Claim figure = Valued("b.md", "2024-10-01", "157");
  Claim other = Valued("c.md", "2024-10-01", "15.7");
  EXPECT_EQ(standings({old_figure, figure}), "superseded 1| 1");
  EXPECT_EQ(standings({figure, other}), "conflict 1|conflict 1");
  EXPECT_EQ(standings({figure, Valued("d.md", "2024-10-02", "157")}), " 0| 0");
}

// "changed value", "won", … in the order given.
std::string Kinds(const std::vector<Claim>& before, const std::vector<Claim>& after) {
  std::string text;
  for (const ClaimChange& change : DiffStates(before, after)) {
    text += (text.empty() ? "" : "; ") + std::string(change.Kind());
    for (const std::string& part : change.parts) text += " " + part;
  }
  return text;
}

TEST(DiffStatesTest, FollowsWhatIsSaidAndNotWhereItStands) {
  Claim claim = Valued("a.md", "2023-01-01", "29");
  Claim moved = claim;
  moved.span = {900, 910};
  Claim other = claim;
  other.value = Valued("a.md", "2023-01-01", "30").value;
  Claim planned = claim;
  planned.modality = Modality::kPlanned;
  Claim elsewhere = claim;
  elsewhere.subject->id = "anthropic";
  Claim unclaimed = claim;
  unclaimed.predicate = unclaimed.rule = "";
  EXPECT_EQ(Kinds({claim}, {moved}), "");
  EXPECT_EQ(Kinds({claim}, {other}), "changed value");
  EXPECT_EQ(Kinds({claim}, {planned}), "changed modality");
  EXPECT_EQ(Kinds({claim}, {elsewhere}), "changed subject");
  EXPECT_EQ(Kinds({claim, claim}, {moved}), "lost");
  EXPECT_EQ(Kinds({claim}, {moved, other}), "won");
  EXPECT_EQ(Kinds({}, {claim, unclaimed}), "won");
  EXPECT_EQ(Kinds({claim}, {}), "lost");
}

std::string Ticks(const ValueAxis& axis) {
  std::string text;
  for (const AxisTick& tick : axis.ticks()) text += (text.empty() ? "" : " | ") + tick.label;
  return text + (axis.logarithmic() ? " (log)" : "");
}

TEST(ValueAxisTest, EndsAtItsTicksAndCountsInPowersWhereItMust) {
  using Kind = ValueAxis::Kind;
  EXPECT_EQ(Ticks(ValueAxis::Of({1e9, 13e9}, Kind::kNumber)), "0 | 5 bn | 10 bn | 15 bn");
  EXPECT_EQ(Ticks(ValueAxis::Of({1.3e8, 1.3e10}, Kind::kNumber)), "100 m | 1 bn | 10 bn | 100 bn (log)");
  EXPECT_EQ(Ticks(ValueAxis::Of({48, 49}, Kind::kNumber)), "48 | 48.2 | 48.4 | 48.6 | 48.8 | 49");
  EXPECT_EQ(Ticks(ValueAxis::Of({-5, 5}, Kind::kNumber)), "-6 | -4 | -2 | 0 | 2 | 4 | 6");
  EXPECT_EQ(Ticks(ValueAxis::Of({7}, Kind::kNumber)), "6 | 6.5 | 7 | 7.5 | 8");
  EXPECT_EQ(Ticks(ValueAxis::Of({0, 0}, Kind::kNumber)).find("nan"), std::string::npos);
  EXPECT_EQ(Ticks(ValueAxis::Of({0, 1e12}, Kind::kNumber)), "0 | 200 bn | 400 bn | 600 bn | 800 bn | 1 tn");
  EXPECT_EQ(Ticks(ValueAxis::Of({20000, 20010}, Kind::kDay)),
            "2024-10-04 | 2024-10-06 | 2024-10-08 | 2024-10-10 | 2024-10-12 | 2024-10-14");
  for (double high : {1.0, 7.0, 29.0, 1e3, 123456.0, 1e30}) {
    ValueAxis axis = ValueAxis::Of({1, high}, Kind::kNumber);
    EXPECT_GE(axis.Place(1), 0) << high;
    EXPECT_LE(axis.Place(high), 1) << high;
    EXPECT_GE(axis.ticks().size(), 2u) << high;
  }
}

HistoryLine SampleLine() {
  HistoryLine line;
  line.title = "openai valuation";
  line.entries = {{Valued("a.md", "2023-01-01", "29"), "港灣日報", {Standing::kSuperseded, {}}},
                  {Valued("b.md", "2024-10-01", "157"), "", {}},
                  {Valued("c.md", "2024-10-02", "1.57"), "<b>&\"'", {Standing::kConflict, {}}}};
  line.entries[1].claim.value.stated.hi = Decimal(300).Scaled(9);
  line.entries[2].claim.quote = "</text><script>alert(1)</script>\xEF\xBF\xBF\x1b[31m";
  return line;
}

TEST(HistoryChartTest, AlignsMarksUnderTheAxis) {
  EXPECT_EQ(HistoryChart(SampleLine()),
            "valuation · USD, on a logarithmic axis\n"
            "                      1 bn          10 bn         100 bn           1 tn\n"
            "2023-01-01  港灣日報  ┊               ┊      ○       ┊               ┊  USD 29,000,000,000\n"
            "2024-10-01  b.md      ┊               ┊              ┊  ├──●─┤       ┊  USD 157,000,000,000 – "
            "300,000,000,000\n"
            "2024-10-02  <b>&\"'    ┊  ✕            ┊              ┊               ┊  USD 1,570,000,000\n"
            "\n"
            "● stated  ○ superseded  ✕ in conflict  ├─┤ range  ◄ ► bound  ╌ what rounding leaves room for\n");
  EXPECT_EQ(HistoryChart({}), "");
}

TEST(HistorySvgTest, IsWellFormedAndHoldsNoMarkupOfATexts) {
  std::string svg = HistorySvg(SampleLine());
  xmlDocPtr document =
      xmlReadMemory(svg.data(), static_cast<int>(svg.size()), "history.svg", nullptr, XML_PARSE_NONET);
  EXPECT_NE(document, nullptr);
  xmlFreeDoc(document);
  EXPECT_EQ(svg.find("<script"), std::string::npos);
  EXPECT_EQ(svg.find('\x1b'), std::string::npos);
  EXPECT_NE(svg.find("logarithmic axis"), std::string::npos);
  EXPECT_EQ(svg, HistorySvg(SampleLine()));
  EXPECT_NE(HistorySvg({}).find("</svg>"), std::string::npos);
}

TEST(DecidedTest, SaysHowMany) {
  EXPECT_EQ(DecidedText({}), "");
  EXPECT_EQ(DecidedText({1, 0, 1, ParseIsoDay("2026-12-31")}),
            "2 findings decided: 1 accepted, 1 waits until 2026-12-31");
  EXPECT_EQ(DecidedText({0, 1, 2, ParseIsoDay("2026-12-31")}),
            "3 findings decided: 1 rejected, 2 wait, the first until 2026-12-31");
  EXPECT_EQ(DecidedText({0, 0, 1, std::nullopt}), "1 finding decided: 1 waits");
}

TEST(DaysOfTest, TakesDaysMonthsAndYears) {
  auto days = [](const char* text) { return DaysOf("--from", text).ToString(); };
  EXPECT_EQ(days("2025-03-20"), "2025-03-20");
  EXPECT_EQ(days("2025-02"), "2025-02-01..2025-02-28");
  EXPECT_EQ(days("2025"), "2025-01-01..2025-12-31");
  for (const char* bad : {"", "25", "2025-13", "2025-02-30", "2025-2", "yesterday"}) {
    EXPECT_EQ(ErrorOf([&] { days(bad); }),
              "--from: '" + std::string(bad) + "' is not a date of the form YYYY-MM-DD, YYYY-MM or YYYY");
  }
}

}  // namespace
}  // namespace tally
