// Whom a text says that it was taken from, and lines that only look like it.
#include <gtest/gtest.h>

#include "document_fixture.h"

namespace tally {
namespace {

struct Row {
  std::string raw;
  std::string origin;
};

void ExpectOrigin(const std::string& path, const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(Read(path, row.raw).publication.origin, row.origin) << row.raw;
}

TEST(Reprint, IsNamedByALabel) {
  ExpectOrigin("a.txt", {
                            {"題\n正文。\n本文經授權轉載自公眾號「某某科技」", "某某科技"},
                            {"題\n转载自：某某网\n正文。", "某某网"},
                            {"題\n本文来自微信公众号：某某观察（ID：abc），作者：李四\n正文。", "某某观察"},
                            {"題\n正文。\n原文刊于《某某月刊》", "某某月刊"},
                            {"題\n正文。\n编译自 Example Weekly", "Example Weekly"},
                            {"题\n首发于某某评论\n正文。", "某某评论"},
                            {"Title\nText.\nThis article was first published in The Daily Example.",
                             "The Daily Example"},
                            {"Title\nThis story originally appeared on Example Wire.\nText.", "Example Wire"},
                            {"Title\nRepublished from Example Today\nText.", "Example Today"},
                            {"Title\nvia TechExample\nText.", "TechExample"},
                        });
}

TEST(Reprint, IsNamedByAnAgencyCredit) {
  ExpectOrigin("a.txt", {
                            {"題\n新华社北京2025年5月8日电（记者李四）甲公司宣布投资3亿。", "新华社"},
                            {"題\n（路透社旧金山8日讯）甲公司宣布投资3亿。", "路透社"},
                            {"Title\nWASHINGTON, May 5, 2025 (Reuters) - Acme said it would pay.", "Reuters"},
                            {"Title\n(Reuters) - Acme said it would pay.", "Reuters"},
                            {"Title\nAcme said it would pay.\n(AFP)", "AFP"},
                            {"题\n甲公司宣布投资3亿。\n（新华社）", "新华社"},
                        });
}

TEST(Reprint, APublisherTakesNothingFromItself) {
  ExpectOrigin("a.md",
               {
                   {"---\nsource_name: 新聞社\n---\n来源：新闻社\n\n正文。", ""},
                   {"---\nsource_name: 新闻社\n---\n来源：某某网\n\n正文。", "某某网"},
                   {"---\nsource_name: Example Daily\n---\nSource: example daily\n\nText.", ""},
                   {"---\nsource_name: 某某网\n---\n转载自某某网\n\n正文。", ""},
                   {"---\nsource_name: Reuters\n---\nLONDON, May 5 (Reuters) - Acme pays.", ""},
                   {"---\nsource_name: Quay Journal\n---\nLONDON, May 5 (Reuters) - Acme pays.", "Reuters"},
               });
  // The page may well name itself.
  ExpectOrigin("a.txt", {{"題\n来源：新华社\n正文。", ""}, {"Title\nSource: Example Daily\nText.", ""}});
}

TEST(Reprint, IsNotReadFromOtherLines) {
  ExpectOrigin("a.txt", {
                            {"題\n圖丨兩人(來源:Example News)\n正文。", ""},
                            {"題\n收入来源：广告和订阅。\n正文。", ""},
                            {"Title\nvia email, the firm declined to comment.\nText.", ""},
                            {"Title\nReuters (and AFP) - who is first?\nText.", ""},
                            {"Title\nAcme paid, Reuters reported.\nText.", ""},
                            {"Title\n(Acme) - a new name.\nText.", ""},
                            {"", ""},
                        });
}

}  // namespace
}  // namespace tally
