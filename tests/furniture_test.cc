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

// What follows a label of other articles is theirs as long as it looks like headlines.
TEST(Furniture, ALabelOfOtherArticlesTakesNoText) {
  struct {
    std::string raw;
    std::string shown;
  } cases[] = {
      {"T\n\nTrending\n\nStorm leaves 900 homes dark\nThe county has opened 14 shelters.\n\nAbout 65 percent "
       "is gone",
       "title: T\nbyline: Trending\nbyline: Storm leaves 900 homes dark\nbody: The county has opened 14 "
       "shelters.\n"
       "body: About 65 percent is gone\n"},
      {"T\n\n推薦閱讀\n\n颱風致900戶停電\n\n全縣開設14個安置點。\n\n死亡人數升至7人",
       "title: T\nbyline: 推荐阅读\nbyline: 台风致900户停电\nbody: 全县开设14个安置点。\nbody: "
       "死亡人数升至7人\n"},
      {"T\n\nRead more\n\nOfficials counted 210 homes",
       "title: T\nbyline: Read more\nbody: Officials counted 210 homes\n"},
      {"T\n\nRead next: Storm cuts power to 900 homes\n\nOfficials counted 210 homes",
       "title: T\nbyline: Read next: Storm cuts power to 900 homes\nbody: Officials counted 210 homes\n"},
      {"T\n\n相關閱讀\n\n官員說，房屋210棟，車輛90輛，橋3座\n\n7人死亡",
       "title: T\nbyline: 相关阅读\nbody: 官员说，房屋210栋，车辆90辆，桥3座\nbody: 7人死亡\n"},
  };
  for (const auto& c : cases) EXPECT_EQ(Show(Read("a.txt", c.raw)), c.shown) << c.raw;
}

TEST(Furniture, IsAlsoWhatASiteSaysOfItself) {
  for (std::string line :
       {"4 hours ago", "Updated 2 days ago", "27 Comments", "1,547 shares", "阅读 10万+ 在看 328", "5小时前",
        "Join 45,000 readers of our newsletter.", "Sign up for our newsletter and join 45,000 readers.",
        "We have 3 free articles left for you this month. Subscribe for $1 a week.",
        "▸ 按讚加入粉絲團，已有120萬人追蹤", "0条评论|3人参与 我有话说",
        "She has covered 12 fires since 2015. Reach her at 555-0142.",
        "More to read: Storm leaves 900 homes dark", "《某某日报》(2025年05月04日 06 版)",
        "Share this: 1.2K shares", "本文约3000字，阅读需8分钟。",
        "AAPL 210.02 +1.2%  TSLA 180.11 -0.4%  S&P 500 5,234.10 +0.3%",
        "上证指数 3342.00 ▲0.30% 深证成指 10126.83 ▼0.18%"}) {
    std::string shown = Show(Read("a.txt", "x\n\n" + line + "\n\ny."));
    EXPECT_NE(shown.find("byline: "), std::string::npos) << shown;
  }
  for (std::string line : {"The newsletter has 4 million readers.", "3000人参与投票。",
                           "Hours ago, 5 people died.", "评论 said the 3 firms had agreed",
                           "更新后的机型售价3999元", "Sales 210.02 +1.2% on the year", "这本书出了第06版"}) {
    std::string shown = Show(Read("a.txt", "x\n\n" + line + "\n\ny."));
    EXPECT_EQ(shown.find("byline: "), std::string::npos) << shown;
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
  EXPECT_EQ(Read("a.txt", "山火事で7人が死亡し、210棟が焼失した。避難者は2100人にのぼる。").language, "ja");
  EXPECT_EQ(Read("a.txt", "這家名為「の」的店開業，營業額三億元").language, "zh-Hant");
  EXPECT_EQ(LanguageTag("ZH-hant-tw"), "zh-Hant-TW");
  EXPECT_EQ(LanguageTag("x"), "");
  EXPECT_EQ(ScriptOf("總額為三億"), Script::kTraditional);
  EXPECT_EQ(ScriptOf("总额为三亿 Acme"), Script::kSimplified);
  EXPECT_EQ(ScriptOf("Acme paid 甲"), Script::kLatin);
}

}  // namespace
}  // namespace tally
