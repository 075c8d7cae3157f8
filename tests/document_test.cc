// What a reader sees of a document: which text is read, as what, joined how, and in which sentences.
#include <gtest/gtest.h>

#include "document_fixture.h"

namespace tally {
namespace {

struct Case {
  std::string name;
  std::string raw;
  std::string shown;
};

void ExpectShown(const std::string& path, const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(Show(Read(path, c.raw)), c.shown) << c.name;
}

TEST(Markdown, ReadsProseAndPassesOverMarkup) {
  ExpectShown(
      "a.md",
      {
          {"the first H1 is the title", "# 甲公司融資\n\n## 背景\n\n正文。",
           "title#: 甲公司融资\nbody#: 背景\nbody: 正文。\n"},
          {"setext", "Fund closes\n===\n\nText.", "title#: Fund closes\nbody: Text.\n"},
          {"emphasis inside a figure", "募得**130**億美元", "body: 募得130亿美元\n"},
          {"emphasis that CommonMark does not see", "他說**「是。」**的確", "body: 他说「是。」|的确\n"},
          {"stars between digits multiply", "尺寸 20*30*40 厘米", "body: 尺寸 20*30*40 厘米\n"},
          {"single tildes are ranges", "20~30億，40~50億", "body: 20~30亿，40~50亿\n"},
          {"struck-out text is withdrawn", "募得~~130億~~13億美元", "body: 募得13亿美元\n"},
          {"struck-out HTML too", "募得<del>130億</del>13億美元", "body: 募得13亿美元\n"},
          {"an odd double tilde is text", "約10~~20億", "body: 约10~~20亿\n"},
          {"link texts are read, addresses not", "見[第 2 份公告](https://a.example/2025/9)。",
           "body: 见第 2 份公告。\n"},
          {"bare addresses are not read", "詳見 https://a.example/p_1_2/99 的說明", "body: 详见  的说明\n"},
          {"autolinks neither", "See <https://a.example/77> now.", "body: See   now.\n"},
          {"image descriptions are captions", "![2019 年的合照](/i/1.png)\n\n正文",
           "caption: 2019 年的合照\nbody: 正文\n"},
          {"file names are no descriptions", "![20250508-88.png](/i/1.png)\n\n正文", "body: 正文\n"},
          {"code is not read", "用 `x = 5` 計算\n\n```\n130 億\n```\n", "body: 用   计算\n"},
          {"list items", "1. 營收 3 億\n2. 虧損 1 億\n   - 其中 5 千萬",
           "body: 营收 3 亿\nbody: 亏损 1 亿\nbody: 其中 5 千万\n"},
          {"quotes", "> 投資 10 億\n> 美元", "body: 投资 10 亿美元\n"},
          {"table rows", "| 公司 | 金額 |\n|---|---|\n| 甲 | 3 億 |\n",
           "body: 公司|金额\nbody: 甲|金额 3 亿\n"},
          {"tags between cells part figures", "<table><tr><td>13</td><td>億</td></tr></table>",
           "body: 13  亿\n"},
          {"tags inside a word do not", "募得<b>13</b>億", "body: 募得13亿\n"},
          {"comments, scripts, styles", "<!-- 99 億 -->甲\n\n<script>\nvar a = 5;\n\nb = 6;\n</script>\n\n乙",
           "body: 甲\nbody: 乙\n"},
          {"shortcodes",
           "甲\n\n{{< youtube D-Qe7 >}}\n\n{{% notice %}}乙{{% /notice %}}\n\n{% post_url 2025-01-02-x %}",
           "body: 甲\nbody: 乙\n"},
          {"footnote marks", "募得 13 億[^1]。\n\n[^1]: 年報第 7 頁",
           "body: 募得 13 亿 。\nbody: 年报第 7 页\n"},
          {"escapes", "營收 3\\.5 億\\*", "body: 营收 3.5 亿*\n"},
          {"entities", "AT&amp;T&nbsp;paid &#36;5 &hellip; &unknown;", "body: AT&T paid $5 …|&unknown;\n"},
          {"indented paragraphs of scrapes", "    營收 3 億\n\n　　虧損 1 億",
           "body: 营收 3 亿\nbody: 亏损 1 亿\n"},
          {"an unclosed template is text", "他說 {{ 而已", "body: 他说 {{ 而已\n"},
      });
}

TEST(Markdown, JoinsLinesAsTheyWereWrapped) {
  ExpectShown(
      "a.md",
      {
          {"nothing between two Chinese characters", "總額為十三\n億美元", "body: 总额为十三亿美元\n"},
          {"a blank beside Latin or digits", "總額約 30\n億美元，由 Acme\nCorp 出資",
           "body: 总额约 30 亿美元，由 Acme Corp 出资\n"},
          {"CRLF and indentation", "總額為\r\n   十三億\r\nand more", "body: 总额为十三亿 and more\n"},
          {"hard breaks", "甲公司  \n乙公司\\\n丙公司", "body: 甲公司乙公司丙公司\n"},
          {"marks of both writings follow their neighbour", "他說\n“好”", "body: 他说“好”\n"},
          {"full-width marks are East Asian", "（甲）\n乙", "body: (甲)乙\n"},
          {"Korean has blanks", "삼성\n전자", "body: 삼성 전자\n"},
      });
}

TEST(Markdown, ReadsFrontMatter) {
  ExpectShown("a.md",
              {
                  {"texts in file order",
                   "---\ntitle: \"甲：募 13 億\"\ndate: 2025-05-08T20:41:09+08:00\ntags: [\"AI\", "
                   "晶片]\ndescription: '首輪 ''A'' 輪'\ndraft: false\nweight: 30\n---\n正文",
                   "title: 甲:募 13 亿\nfront_matter: 2025-05-08\nfront_matter: AI\nfront_matter: "
                   "晶片\nfront_matter: 首轮 'A' 轮\nbody: 正文\n"},
                  {"escapes and folded lines",
                   "---\ntitle: \"A \\\"B\\\" \\u5104\"\nsummary: >-\n  第一行\n  second 5\n  line\n---\n",
                   "title: A \"B\" 亿\nfront_matter: 第一行 second 5 line\n"},
                  {"H1 beside a title is a heading", "---\ntitle: 甲\n---\n# 乙", "title: 甲\nbody#: 乙\n"},
                  {"thematic breaks are none", "---\n\n甲乙丙。\n\n---\n\n丁", "body: 甲乙丙。\nbody: 丁\n"},
                  {"unclosed front matter is text", "---\ntitle: 甲", "body: title: 甲\n"},
              });
}

TEST(PlainText, ReadsTitleParagraphsAndCaptions) {
  ExpectShown(
      "a.txt",
      {
          {"a line is a paragraph", "甲公司完成融資\n\n金額 3 億。\n投資方為乙。",
           "title: 甲公司完成融资\nbody: 金额 3 亿。\nbody: 投资方为乙。\n"},
          {"a sentence is no title", "甲公司融資 3 億。\n乙公司也是。",
           "body: 甲公司融资 3 亿。\nbody: 乙公司也是。\n"},
          {"a lone line is no title", "甲公司融資 3 億", "body: 甲公司融资 3 亿\n"},
          {"captions",
           "標題\n圖丨2019 年的兩人\n图1：走势\nPhoto: Jane Doe\nFigure 2 shows 5\nFigures rose "
           "5%.\n頭條(圖3)",
           "title: 标题\ncaption: 图丨2019 年的两人\ncaption: 图1:走势\ncaption: Photo: Jane Doe\ncaption: "
           "Figure 2 shows 5\nbody: Figures rose 5%.\ncaption: 头条(图3)\n"},
          {"references are not read",
           "標題\n正文。\n參考資料:\n1.https://a.example/2025/x_9\n2. www.b.example/77\nhttps://c.example",
           "title: 标题\nbody: 正文。\nbody: 参考资料:\n"},
          {"addresses in a sentence", "標題\n原文見https://a.example/5（英文）。",
           "title: 标题\nbody: 原文见 (英文)。\n"},
          {"Markdown marks stay", "標題\n* 甲 5 億", "title: 标题\nbody: * 甲 5 亿\n"},
      });
}

TEST(PlainText, JoinsHardWrappedLines) {
  std::string english =
      "Acme raises money\n\n"
      "Acme Corp said on Thursday that it had raised $30\n"
      "million from two funds, which valued the company\n"
      "at $1.2 billion. It was founded in 2019 and has\n"
      "about 300 people.\n\n"
      "The money pays for a plant in Ohio, Acme said, of\n"
      "which half is built.\n";
  EXPECT_EQ(Show(Read("a.txt", english)),
            "title: Acme raises money\n"
            "body: Acme Corp said on Thursday that it had raised $30 million from two funds, which valued "
            "the company at "
            "$1.2 billion.|It was founded in 2019 and has about 300 people.\n"
            "body: The money pays for a plant in Ohio, Acme said, of which half is built.\n");
  std::string chinese =
      "　　甲公司周四表示，公司已經從兩家基金募得資金三千\n萬美元，公司的估值因此來到十二億美元，並且在全國有"
      "三\n百名員工，"
      "另外還在俄亥俄州新建一座工廠，目前已經完成\n一半。\n　　公司成立於二〇一九年。\n";
  EXPECT_EQ(Show(Read("a.txt", chinese)),
            "body: "
            "甲公司周四表示，公司已经从两家基金募得资金三千万美元，公司的估值因此来到十二亿美元，并且在全国有"
            "三百名员工，"
            "另外还在俄亥俄州新建一座工厂，目前已经完成一半。\nbody: 公司成立于二〇一九年。\n");
}

TEST(Format, IsToldByNameThenByContent) {
  auto is_markdown = [](const std::string& path, const std::string& raw) {
    return Show(Read(path, raw)).find("**") == std::string::npos;
  };
  EXPECT_TRUE(is_markdown("a.md", "**甲**\n乙"));
  EXPECT_FALSE(is_markdown("a.txt", "一\n**甲**乙"));
  EXPECT_TRUE(is_markdown("a.txt", "---\ntitle: x\n---\n**甲**"));
  EXPECT_TRUE(is_markdown("a.txt", "# 題\n\n**甲**"));
  EXPECT_TRUE(is_markdown("-", "**甲**：問\n\n**乙**：答"));
  EXPECT_TRUE(is_markdown("a.txt", "**甲**\n\n![](x.png)"));
  EXPECT_EQ(Show(Read("a.txt", "第一段#1\n第二段。")), "title: 第一段#1\nbody: 第二段。\n");
}

TEST(Sentences, EndWhereAReaderStops) {
  struct {
    std::string text;
    std::string sentences;
  } cases[] = {
      {"甲投資3億。乙投資5億！丙呢？丁；戊", "甲投资3亿。|乙投资5亿!|丙呢?|丁;|戊"},
      {"他說：「投資3億。」隨後離開。", "他说:「投资3亿。」|随后离开。"},
      {"真的？！是的……好", "真的?!|是的……|好"},
      {"It raised $3.5 million. Then it grew 2.5% in 2019. So?",
       "It raised $3.5 million.|Then it grew 2.5% in 2019.|So?"},
      {"Mr. Li of Acme Inc. President of D.A. Davidson & Co. said no.",
       "Mr. Li of Acme Inc. President of D.A. Davidson & Co. said no."},
      {"It is based in the U.S. The firm has 5 plants.", "It is based in the U.S.|The firm has 5 plants."},
      {"J. Smith owns No. 5. He sold 3.", "J. Smith owns No. 5.|He sold 3."},
      {"\"We won.\" \"Really?\" he asked. (Yes.) End", "\"We won.\"|\"Really?\" he asked.|(Yes.)|End"},
      {"3. Revenue rose. 2024 was good.", "3. Revenue rose.|2024 was good."},
      {"共 1. 5 億，Yahoo!7 與 a?b=3", "共 1. 5 亿，Yahoo!7 与 a?b=3"},
      {"Acme 在 U.S. 投資3億。", "Acme 在 U.S. 投资3亿。"},
  };
  for (const auto& c : cases) EXPECT_EQ(Show(Read("a.txt", c.text)), "body: " + c.sentences + "\n") << c.text;
}

TEST(Sentences, EndAtACommaOrBlankWhereNoFullStopComes) {
  std::string clauses;
  for (int i = 0; i < 500; ++i) clauses += "it said in 2015, and ";
  std::string words;
  for (int i = 0; i < 2000; ++i) words += "paid 1% ";
  for (const std::string& text : {clauses, words}) {
    auto sentences = Read("a.txt", text).blocks.at(0).sentences;
    EXPECT_GT(sentences.size(), 2u);
    for (const TextSpan& sentence : sentences) EXPECT_LT(sentence.size(), 5000u);
  }
}

TEST(Document, KnowsScriptTitleHashAndPlaces) {
  EXPECT_EQ(ScriptName(Read("a", "甲公司完成融資，總額為三億").script), "Hant");
  EXPECT_EQ(ScriptName(Read("a", "甲公司完成融资，总额为三亿").script), "Hans");
  EXPECT_EQ(ScriptName(Read("a", "Acme (甲公司) raised $3 million last year").script), "Latn");
  EXPECT_EQ(Read("a.md", "# 甲&amp;**乙**：融資\n").title, "甲&乙：融資");
  EXPECT_EQ(Read("a.txt", "\xEF\xBB\xBF題\n正文").title, "題");
  EXPECT_EQ(Read("a", "").sha256, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

  Document document = Read("a.txt", "甲b\r\n" + std::string(3000, 'x') + "億！\n");
  auto place = [&](std::size_t offset) {
    LineColumn at = document.Locate(offset);
    return std::to_string(at.line) + ":" + std::to_string(at.column);
  };
  EXPECT_EQ(place(0), "1:1");
  EXPECT_EQ(place(3), "1:2");
  EXPECT_EQ(place(6), "2:1");
  EXPECT_EQ(place(3006), "2:3001");
  EXPECT_EQ(place(3009), "2:3002");
  EXPECT_EQ(place(document.text.size()), "3:1");
}

}  // namespace
}  // namespace tally
