// Lines of dates, datelines without their year, and who published: each in the forms that newsrooms print.
#include "document/date_line.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "document/mail_head.h"
#include "document_fixture.h"
#include "pipeline.h"
#include "rules_fixture.h"

namespace tally {
namespace {

std::string Shown(const std::string& line) {
  std::string shown;
  for (const LineDate& date : ReadDateLine(line, TestWords())) {
    using Kind = LineDate::Kind;
    shown += shown.empty() ? "" : " ";
    shown += date.kind == Kind::kPublished ? "+" : date.kind == Kind::kUpdated ? "~" : "";
    shown += FormatDay(date.hit.day);
  }
  return shown;
}

TEST(DateLine, TellsWhichDateIsThatOfPublication) {
  struct {
    std::string line;
    std::string shown;
  } cases[] = {
      {"Published May 4, 2025 | Updated May 6, 2025", "+2025-05-04 ~2025-05-06"},
      {"Updated May 6, 2025 | Published May 4, 2025", "+2025-05-04 ~2025-05-06"},
      {"发布于2025年5月4日 更新于2025年5月6日", "+2025-05-04 ~2025-05-06"},
      {"By Jane Doe | Published May 4, 2025 10:15 a.m. EDT | Updated May 6, 2025 3:04 p.m. EDT",
       "+2025-05-04 ~2025-05-06"},
      {"By Jane Doe | The Daily Planet | May 4, 2025 | 5:30 pm", "2025-05-04"},
      {"By Jane Doe, The Millbrook Courier, May 4, 2025", "2025-05-04"},
      {"May 4, 2025 | Politics | Weather | Local News | Community", "2025-05-04"},
      {"Posted Sun 4 May 2025 at 9:15am, updated Tue 6 May 2025 at 1:00pm", "+2025-05-04 ~2025-05-06"},
      {"Jane Doe, Staff Writer | May 4, 2025 | Updated: May 6, 2025", "2025-05-04 ~2025-05-06"},
      {"2025-05-04 10:20 | 来源:某某网 | 作者:张三 | 阅读 1024", "2025-05-04"},
      {"2025/05/04 10:20 更新:2025/05/06 11:00", "2025-05-04 ~2025-05-06"},
      {"Last updated May 6, 2025. First published May 4, 2025.", "+2025-05-04 ~2025-05-06"},
      {"4 May 2025 · Updated 6 May 2025", "2025-05-04 ~2025-05-06"},
      {"Sunday, May 4, 2025 | by Jane Doe | Metro desk | 4 min read", "2025-05-04"},
      {"May 4, 2025 (Updated May 6, 2025)", "2025-05-04 ~2025-05-06"},
      {"(2025-05-04 10:20:33 发布，2025-05-06 08:00:00 更新)", "+2025-05-04 ~2025-05-06"},
      {"May 4, 2025 May 5, 2025 by Jane Doe 27 Comments", "2025-05-04 2025-05-05"},
      {"2025年05月04日 10:20 来源:某某网 参与互动(12)", "2025-05-04"},
      {"Last modified on Mon 5 May 2025 09.15 BST", "~2025-05-05"},
      // Sentences, tables and lists of dates are none.
      {"Apple acquired Beats on May 28, 2014.", ""},
      {"2025年5月8日起，各地停课", ""},
      {"May 4, 2025 | 120 | 340", ""},
      {"Sales rose 5% from May 4, 2025", ""},
      {"2025-05-01 | 2025-05-02 | 2025-05-03 | 2025-05-04", ""},
      {"On May 4, 2025 the county opened its shelters for those who had fled the fire", ""},
      {"none", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(Shown(c.line), c.shown) << c.line;
}

TEST(DateLine, ADatelineWithoutAYearTakesThatOfTheText) {
  struct {
    std::string text;
    std::string date;
  } cases[] = {
      {"SHANGHAI, Oct 15 — Acme agreed to buy Beta. The deal closes on Dec 1. It sold $900 million in "
       "September "
       "2025.",
       "~2025-10-15"},
      {"SHANGHAI, Oct 15 — Acme pays on Dec 1, 2025. Its owners vote on Jan 12, 2026. It had 900 workers in "
       "March "
       "2025 and 1,100 in August 2025.",
       "~2025-10-15"},
      {"新华社上海10月15日电 交易将于2026年3月1日完成。2025年8月有1100人，2025年9月营收9亿元。",
       "~2025-10-15; source 新华社"},
      {"NEW YORK, Dec. 29 (Reuters) - Shareholders of Acme vote on Jan 15, 2026. It bought Gamma in November "
       "2025.",
       "~2025-12-29; source Reuters"},
      {"LONDON, Jan 6 (Reuters) - A trial that ran from March 2023 to December 2025 showed it. The firm "
       "files by "
       "June 2026.",
       "~2026-01-06; source Reuters"},
      {"WARSAW, May 5 — The vote is on May 18, 2025, with a runoff on June 1, 2025. It was held in October "
       "2023.",
       "~2025-05-05"},
      {"SHANGHAI, Oct 15 — Financing runs to Dec 31, 2026. Bonds mature on Nov 1, 2027. Sales rose 5% in "
       "September "
       "2025 and 4% in August 2025.",
       "~2025-10-15"},
      {"TOKYO, Feb 3 — The Games open on July 24, 2026. Tickets went on sale on Jan 15, 2026.",
       "~2026-02-03"},
      {"TOKYO, Feb 3 — The Games will open on July 24, 2026.", "~2026-02-03"},
      {"法新社舊金山28日電 甲公司2025年4月投資，2025年12月31日前完工。", "~2025-04-28; source 法新社"},
  };
  for (const auto& c : cases) EXPECT_EQ(ShowPublication(Read("a.txt", "Title\n" + c.text)), c.date) << c.text;
}

// The day in a dateline is when the report was sent: no event of its own where the page says so already.
TEST(DateLine, ADatelineIsNoEvent) {
  for (std::string text :
       {"BOSTON, May 4 (Reuters) - Acme paid $3 million.", "新华社北京5月4日电 甲公司支付300万元。",
        "某某科技 5 月 4 日消息，甲公司支付300万元。"}) {
    Extraction extraction = ExtractOne({"a.md", "---\ndate: 2025-05-04\n---\n" + text}, TestToolkit());
    for (const Claim& claim : extraction.claims) {
      EXPECT_TRUE(claim.value.dimension != Dimension::kDate || claim.predicate == "publish_date")
          << claim.quote;
    }
    // Where nothing else says when, its day is that of publication.
    extraction = ExtractOne({"2025-05-04-x.md", text}, TestToolkit());
    EXPECT_TRUE(std::ranges::any_of(extraction.claims, [](const Claim& c) {
      return c.predicate == "publish_date";
    })) << text;
  }
}

TEST(Sources, AreNamesAlone) {
  struct {
    std::string line;
    std::string source;
  } cases[] = {
      {"This article first appeared in The Verge on May 4, 2025.", "The Verge"},
      {"Originally published on The Verge on May 4", "The Verge"},
      {"First published in Example Weekly on Sunday", "Example Weekly"},
      {"Source: Example Daily May 4, 2025", "Example Daily"},
      {"首发于2025年5月4日的《财经周刊》", "财经周刊"},
      {"首发于《财经周刊》2025年第18期", "财经周刊"},
      {"本文转载自公众号某某科技（ID：mmkj），作者：张三，2025年5月4日", "某某科技"},
      {"来源：某某网2025年5月4日", "某某网"},
      {"Source: Example Daily · 2h · 4 min read", "Example Daily"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(Read("a.txt", "Title\n" + c.line + "\nText.").publication.source, c.source) << c.line;
}

TEST(Sources, StandInRowsWithTheAuthor) {
  const std::string row = "Title\n本文首发于“某某科技”微信公众号，作者张三，转载自财经网\nText.";
  EXPECT_EQ(ShowPublication(Read("a.txt", row)), "source 某某科技; author 张三");
  EXPECT_EQ(Read("a.txt", "Title\n本文首发于某某网，作者认为价格会上涨三成，转载自财经网\nText.")
                .publication.author,
            "");
  EXPECT_EQ(Read("a.txt", "Title\n据报道，作者张三，三十岁\nText.").publication.author, "");
}

TEST(MailHead, GivesTitleDateAndAuthor) {
  struct {
    std::string raw;
    std::string title;
    std::string publication;
    std::string shown;
  } cases[] = {
      {"From: \"Jane Doe\" <jane@a.example>\nTo: desk@b.example\nDate: Sun, 4 May 2025 10:20:33 +0200\n"
       "Subject: Storm leaves 900 homes dark\n 5 towns\nX-Spam-Score: 12\nMessage-ID: <12345@x>\n\nText 3.",
       "Storm leaves 900 homes dark", "2025-05-04 from '4 May 2025'; at 10:20+02:00; author Jane Doe",
       "front_matter: 4 May 2025\ntitle#: Storm leaves 900 homes dark\nbody: Text 3.\n"},
      {"发件人：李四\n发送时间：2025年5月4日 10:20\n主题：暴雨致900户停电\n\n正文。", "暴雨致900户停电",
       "2025-05-04 from '2025年5月4日'; at 10:20; author 李四",
       "front_matter: 2025年5月4日\ntitle#: 暴雨致900户停电\nbody: 正文。\n"},
  };
  for (const auto& c : cases) {
    Document document = Read("a.txt", c.raw);
    EXPECT_EQ(document.title, c.title);
    EXPECT_EQ(ShowPublication(document), c.publication) << c.raw;
    EXPECT_EQ(Show(document), c.shown) << c.raw;
  }
  // Other lines with colons, and one line alone, are a text.
  for (std::string raw : {"Date: 2025-05-04\nTo: all\n\nText.", "Subject: to change\n\nText.",
                          "Title\n\nFrom: 5", "Warning: hot\nFrom: the desk\n\nText."}) {
    EXPECT_FALSE(ReadMailHead(raw, 0, TestWords())) << raw;
  }
}

}  // namespace
}  // namespace tally
