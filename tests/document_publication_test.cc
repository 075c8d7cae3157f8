// Who published, and when: every way of saying it, and texts that only look like one.
#include <gtest/gtest.h>

#include "document_fixture.h"

namespace tally {
namespace {

struct Case {
  std::string raw;
  std::string publication;
};

void ExpectPublication(const std::string& path, const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(ShowPublication(Read(path, c.raw)), c.publication) << c.raw;
}

TEST(Publication, FromFrontMatter) {
  ExpectPublication(
      "a.md",
      {
          {"---\ntitle: 甲\ndate: 2025-05-08T20:41:09+08:00\nsource_name: \"新聞社\"\nsource_url: "
           "https://a.example/1\nauthor: 李四\n---\n正文",
           "2025-05-08 from '2025-05-08'; at 20:41+08:00; source 新聞社; author 李四; url "
           "https://a.example/1"},
          {"---\ndate: \"May 8, 2025\"\nauthors: [A B, C D]\nurl: /posts/1/\n---\nx",
           "2025-05-08 from 'May 8, 2025'; author A B, C D"},
          {"---\npublished: true\npubDate: 2025/5/8\nsource_name: ''\n---\nx", "2025-05-08 from '2025/5/8'"},
          {"---\ndate: 2025-05-08\n---\n发布时间: 2024-01-01", "2025-05-08 from '2025-05-08'"},
      });
}

TEST(Publication, FromLabelLines) {
  ExpectPublication(
      "a.md", {
                  {"# 題\n\n文章作者: 某某\n发布时间: 2024-12-13 09:04\n發佈地: 浙江\n原文链接: "
                   "http://a.example/s?b=1&c=2\n\n正文。",
                   "2024-12-13 from '2024-12-13'; at 09:04; author 某某; url http://a.example/s?b=1&c=2"},
                  {"# 題\n\n**來源：** 新華社　**作者：** 李四\n\n正文。", "source 新華社; author 李四"},
              });
  ExpectPublication(
      "a.txt",
      {
          {"題\n日期:2025-05-08 15:19:13 / 人气:2\n正文。", "2025-05-08 from '2025-05-08'; at 15:19"},
          {"題\n发布时间：2025年5月8日 来源：新华社 作者：张三\n正文。",
           "2025-05-08 from '2025年5月8日'; source 新华社; author 张三"},
          {"Title\nPublished: May 5, 2025\nBy Jane Doe\nText.",
           "2025-05-05 from 'May 5, 2025'; author Jane Doe"},
          {"Title\nPublished 5 May 2025 | Updated 6 May 2025\nText.", "2025-05-05 from '5 May 2025'"},
          {"Title\nUpdated: May 6, 2025\nPublished: May 5, 2025\nText.", "2025-05-05 from 'May 5, 2025'"},
          {"題\n正文。\n本文經授權轉載自公眾號「某某科技」", "source 某某科技"},
          {"題\n来源：某某网 责任编辑：李四\n正文。", "source 某某网"},
          {"題\n来源 | 《某某日报》\n正文。", "source 某某日报"},
          {"題\n来源：某某财经 2024-06-11 09:20\n正文。",
           "2024-06-11 from '2024-06-11'; at 09:20; source 某某财经"},
          {"Title\nSource: Channel 4\nText.", "source Channel 4"},
          {"題\n正文。\n作者:某某网", "author 某某网"},
          {"Title\nText.\nThis article was first published in The Daily Example.",
           "source The Daily Example"},
          {"Title\nvia TechExample\nText.", "source TechExample"},
      });
}

TEST(Publication, IsNotReadFromSentencesThatLookLikeIt) {
  ExpectPublication(
      "a.txt",
      {
          {"題\n正文一。\n收入来源：广告和订阅。", ""},
          {"題\n圖丨兩人(來源:Example News)\n正文。", ""},
          {"Title\nBy 2030 it wants more.\nText.", ""},
          {"Title\nvia email, the firm declined to comment.\nText.", ""},
          {"Title\nPublished studies say otherwise.\nText.", ""},
          {"題\n2019年7月22日，甲公司投資3億。\n正文。", "~2019-07-22"},
          {"題\n2019年7月22日\n甲投資。\n2020年9月1日\n乙投資。\n2021年3月2日\n丙投資。", "~2021-03-02"},
      });
}

TEST(Publication, FromAShortLineNearTheTop) {
  ExpectPublication("a.txt",
                    {
                        {"題\n\n  公司新闻     |      2025-05-05 23:55\n\n正文。",
                         "2025-05-05 from '2025-05-05'; at 23:55"},
                        {"題\n2025-05-05 23:55 来源: 新华社\n正文。",
                         "2025-05-05 from '2025-05-05'; at 23:55; source 新华社"},
                        {"Title\nMay 5, 2025, 3:04 PM ET\nText.", "2025-05-05 from 'May 5, 2025'; at 15:04"},
                        {"2025年5月5日 星期一\n題\n正文。", "2025-05-05 from '2025年5月5日'"},
                    });
}

TEST(Publication, FromADateline) {
  ExpectPublication("a.txt", {
                                 {"題\n新华社北京2025年5月8日电（记者李四）甲公司宣布投资3亿。",
                                  "2025-05-08 from '2025年5月8日'; source 新华社"},
                                 {"題\n（路透社旧金山8日讯）甲公司宣布投资3亿。", "source 路透社"},
                                 {"Title\nWASHINGTON, May 5, 2025 (Reuters) - Acme said it would pay.",
                                  "2025-05-05 from 'May 5, 2025'; source Reuters"},
                                 {"Title\nOHIO, March 3 (AP) — Acme paid.", "source AP"},
                                 {"Title\nAcme pays - a lot, Reuters says.", ""},
                             });
}

TEST(Publication, TheDateLineIsAByline) {
  EXPECT_EQ(Show(Read("a.txt", "題\n来源：新华社\n2025-05-05 23:55\n正文。")),
            "title: 题\nbyline: 来源:新华社\nbyline: 2025-05-05 23:55\nbody: 正文。\n");
}

TEST(DateEstimate, TakesTheLatestDateReferredTo) {
  ExpectPublication(
      "a.txt", {
                   {"題\n2024 年 10 月報道虧損，2019 年 7 月投資。", "~2024-10-31"},
                   {"題\n2025年3月表示。\n5日又說。\n(2025-03-07)補充。", "~2025-03-07"},
                   {"題\n2019年7月1日投資。\n1.https://a.example/news/articles/2025-03-07/x\n2.https://"
                    "b.example/2024/10/17/y",
                    "~2025-03-07"},
                   {"題\n見 https://b.example/2024/10/y 與 https://c.example/id/20991231x。", "~2024-10-31"},
                   {"題\n2024年5月上市，預計2026年3月完工。", "~2024-05-31"},
                   {"題\n2024年5月上市，到2026年3月，將建三座。", "~2024-05-31"},
                   {"Title\nIt opened in May 2024 and will close by June 2027.", ""},
                   {"Title\nIt opened in May 2024. It will close by June 2027.", "~2024-05-31"},
                   {"題\n2024年成立，2030年完工。", ""},
                   {"題\n截至2025年3月31日，營收3億。", "~2025-03-31"},
               });
}

TEST(Publication, ReadsTheTimeAsPrinted) {
  struct {
    std::string line;
    std::string time;
  } cases[] = {
      {"发布时间: 2024-12-13 09:04", "09:04"},
      {"Published: 2025-05-05T23:55:00Z", "23:55+00:00"},
      {"Published: 2025-05-05T23:55:00.123+0800", "23:55+08:00"},
      {"Published 09:04, 5 May 2025 | Updated 6 May 2025", "09:04"},
      {"Published 5 May 2025 | Updated 6 May 2025 10:00", ""},
      {"May 5, 2025, 3:04 PM EDT", "15:04-04:00"},
      {"4 May 2025 9.30am AEST", "09:30+10:00"},
      {"4 May 2025 9.30 version", ""},
      {"Sun 4 May 2025 07.00 BST", "07:00+01:00"},
      {"May 5, 2025 at 12:30 a.m. UTC+8", "00:30+08:00"},
      {"2025年5月5日 星期一 下午3:04 来源: 新华社", "15:04"},
      {"发布时间：2025年5月8日 20时41分（北京时间） 来源：新华社", "20:41+08:00"},
      {"发布时间：2025年5月8日 来源：新华社", ""},
      {"日期:2025-05-08 15:19:13 / 人气:2", "15:19"},
      {"发布时间: 2024-12-13 20:00-21:30", "20:00"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(Read("a.txt", "題\n" + c.line + "\n正文。").publication.time, c.time) << c.line;
  // A zone never moves the day: half an hour later it is the next one in London.
  ExpectPublication("a.md", {{"---\ndate: 2025-05-08T23:55:00-01:00\n---\nx",
                              "2025-05-08 from '2025-05-08'; at 23:55-01:00"}});
}

TEST(Publication, FromTheFilesNameWhereNothingElseSays) {
  struct {
    std::string path;
    std::string raw;
    std::string publication;
  } cases[] = {
      {"posts/2025-03-05-slug.md", "Text.", "2025-03-05 without a place"},
      {"2025_03_05.txt", "Text.", "2025-03-05 without a place"},
      {"20250305.txt", "Text.", "2025-03-05 without a place"},
      {"content/2025-03-05-slug/index.md", "Text.", "2025-03-05 without a place"},
      {"2025/03/05/slug.md", "Text.", "2025-03-05 without a place"},
      {"2025-03-05-slug.md", "---\nlastmod: 2025-04-01\n---\nText.", "2025-03-05 without a place"},
      {"slug.md", "---\nlastmod: 2025-04-01\n---\nText.", "2025-04-01 from '2025-04-01'"},
      {"2025-03-05-slug.md", "---\ndate: 2025-03-06\n---\nText.", "2025-03-06 from '2025-03-06'"},
      {"scrape-2025-03-05/slug.md", "Text.", ""},
      {"2025-03-05/slug.md", "Text.", ""},
      {"2025-13-05-slug.md", "Text.", ""},
      {"002_34f0b60a46c95d9c.txt", "Text.", ""},
      {"a.md", "---\nsource_url: https://a.example/2025/03/05/x\n---\nText.",
       "2025-03-05 without a place; url https://a.example/2025/03/05/x"},
  };
  for (const auto& c : cases) EXPECT_EQ(ShowPublication(Read(c.path, c.raw)), c.publication) << c.path;
}

TEST(Publication, ADatelineWithoutAYear) {
  ExpectPublication(
      "a.txt",
      {
          {"题\n某某科技 4 月 6 日消息，甲公司 2025 年 3 月投资3亿。", "~2025-04-06; source 某某科技"},
          {"題\n法新社舊金山28日電，甲公司 2025 年 4 月投資3億。", "~2025-04-28; source 法新社"},
          {"题\n【路透社东京5月3日电】甲公司2025年4月30日投资。", "~2025-05-03; source 路透社"},
          {"题\n路透社东京1月3日电 甲公司2024年12月30日投资。", "~2025-01-03; source 路透社"},
          {"题\n本报讯（记者 李四）甲公司 2025 年 4 月投资3亿。", "~2025-04-30"},
          {"题\n北京时间5月8日消息，甲公司2025年4月投资3亿。", "~2025-05-08"},
          {"题\n据彭博社报道，甲公司投资3亿。", ""},
          {"题\n甲公司5月8日宣布，乙公司2025年4月投资3亿。", "~2025-04-30"},
          {"Title\nTOKYO (AP) — Acme paid in May 2025.", "~2025-05-31; source AP"},
          {"Title\nST. LOUIS, Jan. 3 (AP) — Acme paid in December 2024.", "~2025-01-03; source AP"},
          {"Title\nMay 5 (Reuters) - Acme paid in April 2025.", "~2025-05-05; source Reuters"},
          {"Title\nSHENZHEN, China, May 5, 2025 /PRNewswire/ -- Acme paid.",
           "2025-05-05 from 'May 5, 2025'; source PRNewswire"},
          {"Title\nLONDON — Acme paid.", ""},
          {"Title\nMay 5 was a good day - Acme paid in April 2025.", "~2025-04-30"},
      });
  // With the year from the file's name the dateline's day is read, and has its place.
  EXPECT_EQ(ShowPublication(Read("2025-04-06-x.txt", "题\n某某科技 4 月 6 日消息，甲公司投资3亿。")),
            "2025-04-06 from '4 月 6 日'; source 某某科技");
}

TEST(Publication, TheLastLineOfAClippingMayDateIt) {
  ExpectPublication(
      "a.txt",
      {
          {"題\n甲公司昨日投資3億。\n（2025年1月14日　A4版）", "2025-01-14 from '2025年1月14日'"},
          {"Title\nAcme paid.\n-- June 18, 2025, Ellery Courier, page 6", "2025-06-18 from 'June 18, 2025'"},
          // a sentence, or a line about something else
          {"Title\nAcme paid.\nMay 4, 2025 was the day that it closed.", "~2025-05-04"},
          {"题\n甲公司投资3亿。\n第二届大会将于2025年1月14日召开", ""},
      });
}

}  // namespace
}  // namespace tally
