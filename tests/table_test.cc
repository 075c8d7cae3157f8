// Rows of tables as passages: which head stands before which cell, and what is context.
#include "document/table.h"

#include <gtest/gtest.h>

#include "document_fixture.h"
#include "rules_fixture.h"

namespace tally {
namespace {

// The blocks, with context in brackets.
std::string ShowContext(const Document& document) {
  std::string shown;
  for (const Block& block : document.blocks) {
    std::string text = block.text.str();
    for (std::size_t i = block.context.size(); i-- > 0;) {
      text.insert(block.context[i].end, "]");
      text.insert(block.context[i].start, "[");
    }
    shown += text + "\n";
  }
  return shown;
}

TEST(Tables, OfMarkdown) {
  struct {
    std::string raw;
    std::string shown;
  } cases[] = {
      {"| 公司 | 金額 | 持股 |\n|---|---|---|\n| 甲 | 3 億 | 5% |\n",
       "公司|金额|持股\n甲|[金额 ]3 亿|[持股 ]5%\n"},
      {"| 公司 | 2023 |\n|---|---|\n| 甲 | **3** 億 |\n", "公司|2023\n甲|[2023 = ]3 亿\n"},
      {"| 融資 | 估值 |\n|---|---|\n| 3 億 | 30 億 |\n", "融资|估值\n[融资 ]3 亿|[估值 ]30 亿\n"},
      {"| 年 | 營收 |\n|---|---|\n| 2023 | 30 億 |\n", "年|营收\n2023|[营收 ]30 亿\n"},
      {"| a | b | c |\n|---|---|---|\n| 甲 | | 5 |\n| 乙 |\n", "a|b|c\n甲|[c ]5\n乙\n"},
      {"| | b |\n|---|---|\n| 甲 | ~~5~~6 |\n", "b\n甲|[b ]6\n"},
      {"| a | b |\n|---|---|\n| | 5 |\n", "a|b\n[b ]5\n"},
  };
  for (const auto& c : cases) EXPECT_EQ(ShowContext(Read("a.md", c.raw)), c.shown) << c.raw;
}

TEST(Tables, OfHtml) {
  struct {
    std::string rows;
    std::string shown;
  } cases[] = {
      {"<tr><td>公司<td>金額<tr><td>甲<td>3 億", "公司|金额\n甲|[金额 ]3 亿\n"},
      {"<tr><td>甲<td>3 億<tr><td>乙<td>4 億", "甲|3 亿\n乙|4 亿\n"},
      {"<tr><td>甲<td>乙<tr><td>丙<td>丁", "甲|乙\n丙|丁\n"},
      {"<tr><th>公司<td>甲<tr><th>金額<td>3 億", "公司|甲\n金额|3 亿\n"},
      {"<tr><th>公司<th colspan=2>營收<tr><th><th>2023<th>2024<tr><td>甲<td>3 億<td>4 億",
       "公司|营收\n2023|2024\n甲|[营收 2023 = ]3 亿|[营收 2024 = ]4 亿\n"},
      {"<tr><th rowspan=2>公司<th>營收<tr><th>2023<tr><td>甲<td>3 億",
       "公司|营收\n2023\n甲|[营收 2023 = ]3 亿\n"},
      {"<tr><th>公司<th>年<th>金額<tr><td rowspan=2>甲<td>2023<td>3 億<tr><td>2024<td>4 "
       "億<tr><td>乙<td>2023<td>5 億",
       "公司|年|金额\n甲|[年 ]2023|[金额 ]3 亿\n[甲]|[年 ]2024|[金额 ]4 亿\n乙|[年 ]2023|[金额 ]5 亿\n"},
      {"<thead><tr><td>公司<td>金額</thead><tr><td>甲<td>乙", "公司|金额\n甲|[金额 ]乙\n"},
      {"<tr><td colspan=0 rowspan=x>甲<td colspan=999999999999>5", "甲|5\n"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(ShowContext(Read("a.html", "<table>" + c.rows + "</table>")), c.shown) << c.rows;
}

// Each figure is claimed once, of whom its row is about; those of the heads where the heads stand.
TEST(Tables, GiveClaimsOfTheirCells) {
  for (const InputFile& input :
       {InputFile{
            "a.md",
            "| Investor | Investment | Stake in 2025 |\n|---|---|---|\n| Microsoft | $13 billion | 49% |\n"
            "| SoftBank | $40 billion | 10% |\n"},
        InputFile{
            "a.html",
            "<table><tr><th>Investor<th>Investment<th>Stake in 2025<tr><td>Microsoft<td>$13 billion<td>49%"
            "<tr><td>SoftBank<td>$40 billion<td>10%</table>"}}) {
    std::string shown;
    for (const Claim& claim : ExtractOne(input, TestToolkit()).claims) {
      shown += claim.quote + " " + claim.predicate + " " + (claim.subject ? claim.subject->name : "") + " " +
               (claim.object ? claim.object->name : "") + "\n";
    }
    EXPECT_EQ(shown.substr(shown.find("$13")),
              "$13 billion investment Microsoft \n49% equity_share Microsoft \n"
              "$40 billion investment SoftBank \n10% equity_share SoftBank \n")
        << input.path;
    EXPECT_EQ(shown.find("2025"), shown.rfind("2025")) << shown;
  }
}

TEST(Tables, HeadsAreBounded) {
  std::string head(900, 'x');
  Document document = Read("a.html", "<table><tr><th>a<th>" + head + "<tr><td>甲<td>5 億</table>");
  ASSERT_EQ(document.blocks.size(), 2u);
  EXPECT_LT(document.blocks[1].text.size(), 200u);
}

TEST(Tables, SpansOfAnyPartLieInTheText) {
  Document document = Read("a.html", "<table><tr><th>公司<th>投資<th>持股<tr><td>甲<td>5 億<td>6%</table>");
  const Block& row = document.blocks.at(1);
  for (std::size_t a = 0; a < row.text.size(); ++a) {
    for (std::size_t b = a + 1; b <= row.text.size(); ++b) {
      auto is_bound = [&](std::size_t at) {
        return at == row.text.size() || (static_cast<unsigned char>(row.text.str()[at]) & 0xC0) != 0x80;
      };
      if (!is_bound(a) || !is_bound(b)) continue;
      Span span = row.text.ToOriginal({a, b});
      EXPECT_LE(span.start, span.end);
      EXPECT_LE(span.end, document.text.size());
    }
  }
}

}  // namespace
}  // namespace tally
