// What a page says of itself: date, time, source, author, address, language, titles and summaries.
#include <gtest/gtest.h>

#include "document_fixture.h"

namespace tally {
namespace {

const std::string kText = "<p>甲公司宣布，募得 13 億美元，由乙公司領投。</p>";

TEST(HtmlMetadata, SaysWhoPublishedThePageAndWhen) {
  struct {
    std::string head;
    std::string shown;
  } cases[] = {
      {"<meta property='article:published_time' content='2025-05-08T20:41:09+08:00'>",
       "2025-05-08 from '2025-05-08'; at 20:41+08:00"},
      {"<meta name=PubDate content='2025/05/08 20:41'>", "2025-05-08 from '2025/05/08'; at 20:41"},
      {"<meta name=citation_publication_date content='2025/5/8'>", "2025-05-08 from '2025/5/8'"},
      {"<meta itemprop=datePublished content='2025-05-08'>", "2025-05-08 from '2025-05-08'"},
      {"<time itemprop=datePublished datetime='2025-05-08'>today</time>", "2025-05-08 from '2025-05-08'"},
      {"<meta name=date content='soon'><time datetime=2025-05-08>Thursday</time>",
       "2025-05-08 from '2025-05-08'"},
      {"<nav><time datetime=2024-01-01>1</time></nav><time datetime=2025-05-08>2</time>",
       "2025-05-08 from '2025-05-08'"},
      {"<meta name=date content=2024-01-01><meta property=article:published_time content=2025-05-08>",
       "2025-05-08 from '2025-05-08'"},
      {"<script "
       "type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-05-08T01:02:03Z\","
       "\"author\":{\"name\":\"Jane Doe\"},\"publisher\":{\"name\":\"Acme News\"}}</script>",
       "2025-05-08 from '2025-05-08'; at 01:02+00:00; source Acme News; author Jane Doe"},
      {"<script "
       "type=application/ld+json>[{\"@type\":\"WebPage\",\"datePublished\":\"2024-01-01\"},{\"@graph\":["
       "{\"@type\":[\"Thing\",\"BlogPosting\"],\"datePublished\":\"2025\\/05\\/"
       "08\",\"author\":[{\"name\":\"甲\"},\"乙\"]}]}]</script>",
       "2025-05-08 from '2025/05/08'; author 甲, 乙"},
      {"<script type=application/ld+json>//<![CDATA[\n{\"datePublished\":\"2025-05-08\"}\n//]]></script>",
       "2025-05-08 from '2025-05-08'"},
      {"<script type=application/ld+json>{\"headline\":\"a\nb\",\"datePublished\":\"2025-05-08\",}</script>",
       "2025-05-08 from '2025-05-08'"},
      {"<script type=application/ld+json>{\"@type\":\"Comment\",\"datePublished\":\"2025-05-08\"}</script>",
       ""},
      {"<script>{\"datePublished\":\"2025-05-08\"}</script>", ""},
      {"<meta property=og:site_name content='A &amp; B'><meta name=author content='Jane Doe'>"
       "<meta property=og:url content=https://a.example/2><link rel=canonical "
       "href='https://a.example/1?a&amp;b'>",
       "source A & B; author Jane Doe; url https://a.example/1?a&b"},
      {"<meta property=article:author content=https://a.example/jane>", ""},
      {"<script "
       "type=application/ld+json>{\"@graph\":[{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-05-08\","
       "\"publisher\":{\"@id\":\"#org\"},\"author\":[{\"@id\":\"#jane\"},{\"@id\":\"#gone\"}]},"
       "{\"@type\":\"Organization\",\"@id\":\"#org\",\"name\":\"Acme News\"},"
       "{\"@type\":\"Person\",\"@id\":\"#jane\",\"name\":\"Jane Doe\"}]}</script>",
       "2025-05-08 from '2025-05-08'; source Acme News; author Jane Doe"},
      {"<meta property=og:site_name content=平台><div><a id=js_name> 某某观察 </a></div>"
       "<script>var ct = \"1746325233\";</script>",
       "2025-05-04 without a place; at 02:20+00:00; source 某某观察"},
      {"<script>var ct = '1746325233'; var createTime = '2025-05-04 10:20';</script>",
       "2025-05-04 from '2025-05-04'; at 10:20"},
      {"<script>var cta = '1746325233'; ct = '1746325233'; var ct = x;</script>", ""},
      {"<h1>題</h1><em id=publish_time>2025-05-04 10:20</em>", "2025-05-04 from '2025-05-04'; at 10:20"},
      {"<h1>題</h1><p><time>May 4, 2025</time><time>May 5, 2025</time> by Jane Doe 27 Comments</p>",
       "2025-05-04 from 'May 4, 2025'"},
  };
  for (const auto& c : cases) EXPECT_EQ(ShowPublication(Read("a.html", c.head + kText)), c.shown) << c.head;
}

TEST(HtmlMetadata, TheDateOfPublicationHasItsPlace) {
  std::string page = "<meta property=article:published_time content='2025-05-08T20:41'>" + kText;
  Document document = Read("a.html", page);
  const Publication& publication = document.publication;
  const Block& block = document.blocks.at(publication.date_block);
  EXPECT_EQ(block.field, Field::kFrontMatter);
  EXPECT_EQ(block.text.ToOriginal(publication.date_text).start, page.find("2025"));
}

TEST(HtmlMetadata, TimeAndZone) {
  struct {
    std::string content;
    std::string time;
  } cases[] = {{"2025-05-08", ""},
               {"2025-05-08 9:04", "09:04"},
               {"2025-05-08T20:41:09+08:00", "20:41+08:00"},
               {"2025-05-08T20:41:09.123+0800", "20:41+08:00"},
               {"2025-05-08T20:41Z", "20:41+00:00"},
               {"Thu, 08 May 2025 20:41:09 GMT", "20:41+00:00"},
               {"2025-05-08T20:41:09-05", "20:41-05:00"},
               {"2025-05-08T99:99", ""}};
  for (const auto& c : cases) {
    Document document = Read("a.html", "<meta name=pubdate content='" + c.content + "'>" + kText);
    EXPECT_TRUE(document.publication.date) << c.content;
    EXPECT_EQ(document.publication.time, c.time) << c.content;
  }
}

TEST(HtmlMetadata, Language) {
  EXPECT_EQ(Read("a.html", "<html lang=zh-Hant-TW>" + kText).language, "zh-Hant-TW");
}

TEST(HtmlMetadata, TitlesAndSummariesAreReadWhereTheyDiffer) {
  const std::string body = "body: 甲公司宣布，募得 13 亿美元，由乙公司领投。\n";
  struct {
    std::string html;
    std::string shown;
    std::string title;
  } cases[] = {
      {"<title>甲募 13 億 - 某站</title><h1>甲募 13 億</h1>", "title#: 甲募 13 亿\n" + body, "甲募 13 億"},
      {"<title>甲募 130 億_財經_某站</title><h1>甲募 13 億</h1>",
       "title: 甲募 130 亿\ntitle#: 甲募 13 亿\n" + body, "甲募 13 億"},
      {"<title>甲募 13 億 | 某站</title>", "title#: 甲募 13 亿\n" + body, "甲募 13 億"},
      {"<meta property=og:site_name content='A very long name of 5 sites, and more'>"
       "<title>甲募 13 億 - A very long name of 5 sites, and more</title>",
       "title#: 甲募 13 亿\n" + body, "甲募 13 億"},
      {"<title>Acme - the company - buys 5</title>", "title#: Acme - the company - buys 5\n" + body,
       "Acme - the company - buys 5"},
      {"<meta name=description content='甲公司宣布，募得 13 億美元'>", body, ""},
      {"<meta name=description content='甲公司募得 130 億美元'>",
       "front_matter: 甲公司募得 130 亿美元\n" + body, ""},
  };
  for (const auto& c : cases) {
    Document document = Read("a.html", c.html + kText);
    EXPECT_EQ(Show(document), c.shown) << c.html;
    EXPECT_EQ(document.title, c.title) << c.html;
  }
}

TEST(HtmlMetadata, BrokenDataIsTold) {
  Document document =
      Read("a.html", "<script type=application/ld+json>{\"datePublished\": 5,}</script>" + kText);
  EXPECT_EQ(document.problems, std::vector<std::string>{"HTML: JSON-LD: cannot be read"});
}

}  // namespace
}  // namespace tally
