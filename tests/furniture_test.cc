// What a scrape brings along from its site, and lines that only look like it; hard wraps of short texts.
#include "document/furniture.h"

#include <gtest/gtest.h>

#include "document/script.h"
#include "document_fixture.h"

namespace tally {
namespace {

TEST(Furniture, IsNotReadAsText) {
  EXPECT_EQ(Show(Read("a.txt",
                      "首頁 | 新聞 | 財經\n甲公司募資3億\n2025-05-05 10:00\n分享 收藏 點讚(35)\n"
                      "甲公司宣布募資3億元，由乙公司領投。\n廣告\n責任編輯：張三\n上一篇：丙公司募資130億\n"
                      "相關閱讀\n戊公司 2026年3月 募資7億\n己公司募資8億\n本文分析了三家公司，共募資9億。\n"
                      "© 2025 某某網 版權所有\n評論 123\n閱讀 1.2萬\n")),
            "byline: 首页 | 新闻 | 财经\ntitle: 甲公司募资3亿\nbyline: 2025-05-05 10:00\n"
            "byline: 分享 收藏 点赞(35)\nbody: 甲公司宣布募资3亿元，由乙公司领投。\nbyline: 广告\n"
            "byline: 责任编辑:张三\nbyline: 上一篇:丙公司募资130亿\nbyline: 相关阅读\n"
            "byline: 戊公司 2026年3月 募资7亿\nbyline: 己公司募资8亿\n"
            "body: 本文分析了三家公司，共募资9亿。\nbyline: © 2025 某某网 版权所有\nbyline: 评论 123\n"
            "byline: 阅读 1.2万\n");
  EXPECT_EQ(
      Show(Read("a.txt",
                "Home News Business\nAcme raises $5 million\nShare this article\nAcme raised $5 million.\n"
                "Advertisement\nRead more: Other raised $7 million\n3 min read\n123 comments\n"
                "Related Stories\nOther Inc. raises $9 million\nAcme will hire 50 people.\n"
                "Copyright © 2025 Example Media. All rights reserved.\n")),
      "byline: Home News Business\ntitle: Acme raises $5 million\nbyline: Share this article\n"
      "body: Acme raised $5 million.\nbyline: Advertisement\nbyline: Read more: Other raised $7 million\n"
      "byline: 3 min read\nbyline: 123 comments\nbyline: Related Stories\n"
      "byline: Other Inc. raises $9 million\nbody: Acme will hire 50 people.\n"
      "byline: Copyright © 2025 Example Media.|All rights reserved.\n");
}

TEST(Furniture, NeverTakesASentence) {
  for (std::string text : {"分享会上，甲公司宣布投资3亿。", "评论认为投资3亿太多。", "上一篇文章说投资3亿。",
                           "Share prices rose 5%.", "Related companies paid $5 million.",
                           "Read more than 5 books.", "Copyright law changed in 2019.",
                           "Advertisement sales rose to $5 million.", "相关阅读显示增长5%。"}) {
    Document document = Read("a.txt", "x\n\n" + text + "\n\ny.");
    EXPECT_TRUE(MarkFurniture(document, TestWords()).empty()) << text;
    EXPECT_EQ(Show(document).find("byline"), std::string::npos) << text;
  }
}

TEST(Furniture, OtherArticlesDoNotDateThisOne) {
  EXPECT_EQ(ShowPublication(Read("a.txt", "題\n甲公司2025年3月投資3億。\n相關閱讀\n乙公司2026年1月募資\n")),
            "~2025-03-31");
}

TEST(PlainText, ALineThatBreaksOffGoesOnBelow) {
  struct {
    std::string raw;
    std::string shown;
  } cases[] = {
      {"660\n亿美元", "body: 660 亿美元\n"},
      {"公司今年的總收入是 660\n億美元，比去年增加 5%。",
       "body: 公司今年的总收入是 660 亿美元，比去年增加 5%。\n"},
      {"Acme said that in the past year it had raised 30\nmillion dollars.",
       "body: Acme said that in the past year it had raised 30 million dollars.\n"},
      {"Acme Corp said on Thursday that the company\nwas sold.",
       "body: Acme Corp said on Thursday that the company was sold.\n"},
      {"首先是甲公司在這一年的投資，\n然後是乙公司。", "body: 首先是甲公司在这一年的投资，然后是乙公司。\n"},
      {"題\n1\n万科宣布投资。\n2\n百万美元。",
       "title: 题\nbody: 1\nbody: 万科宣布投资。\nbody: 2\nbody: 百万美元。\n"},
      {"展望 2025\n年初以來上升。", "title: 展望 2025\nbody: 年初以来上升。\n"},
      {"Apple is said to have sold fewer of its phones\niPhone sales fell.",
       "title: Apple is said to have sold fewer of its phones\nbody: iPhone sales fell.\n"},
      {"3 億\n4 億", "title: 3 亿\nbody: 4 亿\n"},
      {"apples\noranges\npears", "title: apples\nbody: oranges\nbody: pears\n"},
  };
  for (const auto& c : cases) EXPECT_EQ(Show(Read("a.txt", c.raw)), c.shown) << c.raw;
}

TEST(Language, IsWhatThePageSaysOrItsLettersShow) {
  EXPECT_EQ(Read("a.md", "---\nlang: zh_tw\n---\nText").language, "zh-TW");
  EXPECT_EQ(Read("a.md", "---\nlanguage: not a tag\n---\nText here").language, "en");
  EXPECT_EQ(Read("a.txt", "甲公司完成融資，總額為三億").language, "zh-Hant");
  EXPECT_EQ(Read("a.txt", "甲公司完成融资，总额为三亿").language, "zh-Hans");
  EXPECT_EQ(LanguageTag("ZH-hant-tw"), "zh-Hant-TW");
  EXPECT_EQ(LanguageTag("x"), "");
  EXPECT_EQ(ScriptOf("總額為三億"), Script::kTraditional);
  EXPECT_EQ(ScriptOf("总额为三亿 Acme"), Script::kSimplified);
  EXPECT_EQ(ScriptOf("Acme paid 甲"), Script::kLatin);
}

}  // namespace
}  // namespace tally
