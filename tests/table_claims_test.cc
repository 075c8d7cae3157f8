// What tables claim: the years and units of their heads, the names of their rows.
#include <gtest/gtest.h>

#include <set>

#include "rules_fixture.h"

namespace tally {
namespace {

// A line for each claim, dates of heads aside: "quote: predicate subject [value] unit period".
std::string ClaimsOf(const std::string& path, const std::string& raw) {
  std::string shown;
  for (const Claim& claim : ExtractOne(InputFile{path, raw}, TestToolkit()).claims) {
    if (claim.value.dimension == Dimension::kDate && !claim.claimed()) continue;
    shown += claim.quote + ": " + (claim.claimed() ? claim.predicate : "-");
    if (claim.subject) shown += " " + claim.subject->name;
    if (claim.value.dimension != Dimension::kDate && claim.value.stated.lo)
      shown += " " + claim.value.stated.lo->ToString() + " " + claim.value.unit.value_or("");
    if (claim.period) shown += " " + claim.period->ToString();
    shown += "\n";
  }
  return shown;
}

struct TableRowCase {
  const char* what;
  const char* raw;
  const char* claims;
};

TEST(TableClaims, HeadsSayWhen) {
  const TableRowCase cases[] = {
      {"years over the columns",
       "| Company | 2023 | 2024 |\n|---|---|---|\n| Microsoft | revenue of $211 billion | revenue of $245 "
       "billion |\n",
       "$211 billion: revenue Microsoft 211000000000 USD 2023-01-01..2023-12-31\n"
       "$245 billion: revenue Microsoft 245000000000 USD 2024-01-01..2024-12-31\n"},
      {"quarters, and fiscal years of the company",
       "| | Q1 2024 | FY2024 |\n|---|---|---|\n| Apple revenue (US$ million) | 119,575 | 391,035 |\n",
       "119,575: revenue Apple 119575000000 USD 2024-01-01..2024-03-31\n"
       "391,035: revenue Apple 391035000000 USD 2023-10-01..2024-09-30\n"},
      {"in Chinese",
       "| 公司 | 2023年營收（億元） | 2024年營收（億元） |\n|---|---|---|\n| 華為 | 7041.7 | 8620.7 |\n",
       "7041.7: revenue Huawei 704170000000  2023-01-01..2023-12-31\n"
       "8620.7: revenue Huawei 862070000000  2024-01-01..2024-12-31\n"},
      {"years before the rows",
       "# Microsoft\n\n| Year | Revenue ($bn) | Net income ($bn) |\n|---|---|---|\n| 2022 | 198 | 72.7 |\n| "
       "2023 | 212 | "
       "72.4 |\n",
       "198: revenue Microsoft 198000000000 USD 2022-01-01..2022-12-31\n"
       "72.7: profit Microsoft 72700000000 USD 2022-01-01..2022-12-31\n"
       "212: revenue Microsoft 212000000000 USD 2023-01-01..2023-12-31\n"
       "72.4: profit Microsoft 72400000000 USD 2023-01-01..2023-12-31\n"},
      {"years in a column of their own",
       "| Company | Year | Revenue |\n|---|---|---|\n| Nvidia | 2023 | $27 billion |\n| Nvidia | 2024 | $61 "
       "billion |\n",
       "$27 billion: revenue Nvidia 27000000000 USD 2023-01-01..2023-12-31\n"
       "$61 billion: revenue Nvidia 61000000000 USD 2024-01-01..2024-12-31\n"},
      {"quarters before the rows, years over the columns",
       "# Microsoft revenue\n\n| Revenue | 2023 | 2024 |\n|---|---|---|\n| Q1 revenue | $50 billion | $60 "
       "billion |\n"
       "| Q2 revenue | $51 billion | $61 billion |\n",
       "$50 billion: revenue Microsoft 50000000000 USD 2023-01-01..2023-03-31\n"
       "$60 billion: revenue Microsoft 60000000000 USD 2024-01-01..2024-03-31\n"
       "$51 billion: revenue Microsoft 51000000000 USD 2023-04-01..2023-06-30\n"
       "$61 billion: revenue Microsoft 61000000000 USD 2024-04-01..2024-06-30\n"},
      {"a time that cannot be told claims nothing",
       "| Company | Q1 FY2024 | Q2 FY2024 |\n|---|---|---|\n| Nokia | revenue of $5 billion | revenue of $6 "
       "billion |\n",
       "$5 billion: - 5000000000 USD\n$6 billion: - 6000000000 USD\n"},
  };
  for (const auto& c : cases) EXPECT_EQ(ClaimsOf("a.md", c.raw), c.claims) << c.what;
}

TEST(TableClaims, HeadsSayTheUnit) {
  const TableRowCase cases[] = {
      {"in brackets",
       "| Company | Revenue ($m) | Stake (%) |\n|---|---|---|\n| Microsoft | 211,915 | 12.5 |\n",
       "211,915: revenue Microsoft 211915000000 USD\n12.5: equity_share Microsoft 12.5 %\n"},
      {"with a sign in the cell too", "| Company | Revenue ($m) |\n|---|---|\n| Microsoft | $211,915 |\n",
       "$211,915: revenue Microsoft 211915000000 USD\n"},
      {"not scaled twice", "| Company | Revenue ($m) |\n|---|---|\n| Microsoft | 1.2 billion |\n",
       "1.2 billion: revenue Microsoft 1200000000 USD\n"},
      {"behind a comma", "| Company | Revenue, $bn |\n|---|---|\n| Microsoft | 245 |\n",
       "245: revenue Microsoft 245000000000 USD\n"},
      {"before the row", "| Company | Microsoft |\n|---|---|\n| Revenue (US$ million) | 211,915 |\n",
       "211,915: revenue Microsoft 211915000000 USD\n"},
      {"in Chinese", "| 公司 | 估值（億美元） |\n|---|---|\n| OpenAI | 1570 |\n",
       "1570: valuation OpenAI 157000000000 USD\n"},
      {"in the line before", "單位：億美元\n\n| 公司 | 估值 |\n|---|---|\n| OpenAI | 1570 |\n",
       "1570: valuation OpenAI 157000000000 USD\n"},
      {"in words", "| Company | Revenue in EUR million |\n|---|---|\n| Nokia | 4,667 |\n",
       "4,667: revenue Nokia 4667000000 EUR\n"},
      {"of what is counted",
       "2024 年銷量（單位：萬輛）\n\n| 車企 | 銷量 |\n|---|---|\n| 比亞迪 | 427.2 |\n| 合計 | 477 |\n",
       "2024 年: event_date BYD 2024-01-01..2024-12-31\n427.2: count BYD 4272000 vehicles "
       "2024-01-01..2024-12-31\n477: count 4770000 vehicles "
       "2024-01-01..2024-12-31\n"},
      {"in the corner", "| 公司（億美元） | 營收 | 毛利率 |\n|---|---|---|\n| OpenAI | 37 | 40% |\n",
       "37: revenue OpenAI 3700000000 USD\n40%: percent_of OpenAI 40 %\n"},
      {"no head, no unit", "| Company | Level |\n|---|---|\n| Microsoft | 12 |\n", "12: - 12 \n"},
      {"nothing",
       "| Company | Revenue ($m) |\n|---|---|\n| Microsoft | - |\n| Nokia | n/a |\n| Intel | — |\n", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(ClaimsOf("a.md", c.raw), c.claims) << c.what;
}

TEST(TableClaims, OfHtmlWithHeadsOfTwoRowsAndACaption) {
  EXPECT_EQ(
      ClaimsOf(
          "a.html",
          "<h1>Results</h1><table><caption>Results (in millions of dollars)</caption><tr><th "
          "rowspan=2>Company<th colspan=2>Revenue<th colspan=2>Net profit<tr><th>2023<th>2024<th>2023<th>2024"
          "<tr><td>Apple<td>383,285<td>391,035<td>96,995<td>93,736</table>"),
      "millions of dollars: - 2000000 USD\n"
      "383,285: revenue Apple 383285000000 USD 2023-01-01..2023-12-31\n"
      "391,035: revenue Apple 391035000000 USD 2024-01-01..2024-12-31\n"
      "96,995: profit Apple 96995000000 USD 2023-01-01..2023-12-31\n"
      "93,736: profit Apple 93736000000 USD 2024-01-01..2024-12-31\n");
}

// Cells of two rows without <th>, the first of which span columns.
TEST(TableClaims, HeadsOfTwoRowsAreToldByTheirLooks) {
  EXPECT_EQ(ClaimsOf("a.html",
                     "<table><caption>Results, in EUR million</caption><tr><td><td colspan=2>Net sales<td "
                     "colspan=2>Operating margin<tr><td><td>Q1 2024<td>Q1 2023<td>Q1 2024<td>Q1 2023"
                     "<tr><td>Nokia<td>4,667<td>5,859<td>8.6 %<td>-</table>"),
            "4,667: revenue Nokia 4667000000 EUR 2024-01-01..2024-03-31\n"
            "5,859: revenue Nokia 5859000000 EUR 2023-01-01..2023-03-31\n"
            "8.6 %: percent_of Nokia 8.6 % 2024-01-01..2024-03-31\n");
}

TEST(TableClaims, HeadsAreNoNames) {
  std::string raw =
      "| Round | Month | Company | Revenue |\n|---|---|---|---|\n"
      "| Series A | May 2024 | Anthropic | $1 billion |\n";
  EXPECT_EQ(ClaimsOf("a.md", raw), "$1 billion: revenue Anthropic 1000000000 USD 2024-05-01..2024-05-31\n");
  // What stands below such a head is a name, whatever it looks like.
  EXPECT_EQ(ClaimsOf("a.md", "| 公司 | 營收 |\n|---|---|\n| 甲乙丙 | 3 億美元 |\n| 丁戊 | 4 億美元 |\n"),
            "3 億美元: revenue 甲乙丙 300000000 USD\n4 億美元: revenue 丁戊 400000000 USD\n");
}

// Two columns of one table contradict each other only where they speak of the same time.
TEST(TableClaims, ColumnsOfYearsAreNoConflict) {
  std::vector<Extraction> read = {
      ExtractOne(InputFile{"a.md",
                           "| Company | Revenue 2023 ($m) | Revenue 2024 ($m) |\n|---|---|---|\n| Microsoft "
                           "| 211,915 | 245,122 |\n"},
                 TestToolkit())};
  for (const Finding& finding : MakeReport(read, TestToolkit()).findings)
    EXPECT_EQ(FindingKindName(finding.kind).find("conflict"), std::string_view::npos);
}

// In billions a figure is rounded to them: no other one that rounds to it contradicts it.
TEST(TableClaims, FiguresInAUnitAreRoundedToIt) {
  std::vector<Extraction> read = {
      ExtractOne(InputFile{"a.md", "| Company | Revenue 2024 ($bn) |\n|---|---|\n| Microsoft | 245 |\n"},
                 TestToolkit()),
      ExtractOne(InputFile{"b.txt", "Microsoft had revenue of $245.122 billion in 2024."}, TestToolkit())};
  for (const Finding& finding : MakeReport(read, TestToolkit()).findings)
    EXPECT_EQ(FindingKindName(finding.kind).find("conflict"), std::string_view::npos);
}

TEST(TableClaims, ColumnsMayBeWhoTheyAreOf) {
  EXPECT_EQ(
      ClaimsOf(
          "a.md",
          "| | Microsoft | Apple |\n|---|---|---|\n| Revenue ($bn) | 245 | 391 |\n| Employees | 228,000 | "
          "164,000 |\n| Founded | 1975 | 1976 |\n"),
      "245: revenue Microsoft 245000000000 USD\n391: revenue Apple 391000000000 USD\n"
      "228,000: headcount Microsoft 228000 employees\n164,000: headcount Apple 164000 employees\n"
      "1975: start_date Microsoft 1975-01-01..1975-12-31\n1976: start_date Apple 1976-01-01..1976-12-31\n");
  EXPECT_EQ(ClaimsOf("a.md", "| Rank | Company | Revenue |\n|---|---|---|\n| 1 | quux | $5 billion |\n"),
            "1: - 1 \n$5 billion: revenue quux 5000000000 USD\n");
}

// The words beside a figure that a rule asks for, or must not have, are those of its cell.
TEST(TableClaims, CellsBesideSpeakOfThemselves) {
  EXPECT_EQ(ClaimsOf("a.md", "# 微軟\n\n| 年份 | 同比增長 | 毛利率 |\n|---|---|---|\n| 2023 | 25% | 42% |\n"),
            "25%: growth Microsoft 25 % 2023-01-01..2023-12-31\n42%: percent_of Microsoft 42 % "
            "2023-01-01..2023-12-31\n");
  EXPECT_EQ(ClaimsOf("a.md",
                     "| Model | Parameters (B) | Users (millions) |\n|---|---|---|\n| GPT-4 | 175 | 40 |\n"),
            "millions: - 2000000 \n175: parameters GPT-4 175000000000 parameters\n40: count GPT-4 40000000 "
            "users\n");
}

// The context is what a reader sees, and holds the quote.
TEST(TableClaims, ContextIsTextAsRead) {
  for (const InputFile& input :
       {InputFile{
            "a.html",
            "<table><tr><th>Company<th>Revenue<tr><td><a href=x>Microsoft</a><td><b>$5</b> billion</table>"},
        InputFile{"a.html", "<p>Microsoft&#39;s <i>revenue</i> was\n <b>$5</b> billion &amp; more.</p>"},
        InputFile{"a.md", "| 公司 | 營收 |\n|---|---|\n| [華為](x) | **3** 億美元 |\n"}}) {
    for (const Claim& claim : ExtractOne(input, TestToolkit()).claims) {
      std::string around = claim.context;
      ASSERT_EQ(around.substr(claim.quote_in_context, claim.quote.size()), claim.quote);
      around.erase(claim.quote_in_context, claim.quote.size());
      EXPECT_EQ(around.find_first_of("<>&;*["), around.find("& more")) << around;
      if (input.path == "a.md") {
        EXPECT_NE(around.find("營收"), std::string::npos) << around;
      }
    }
  }
}

}  // namespace
}  // namespace tally
