// Copies of one text count once: the sketch, the clusters, and what a finding says of them.
#include "compare/copies.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

#include "document/sketch.h"
#include "document_fixture.h"
#include "tests/compare_fixture.h"

namespace tally {
namespace {

struct Article {
  std::string cluster;
  DocumentInfo info;
};

DocumentInfo InfoOf(const std::string& path, const std::string& raw) {
  Document document = Read(path, raw);
  DocumentInfo info;
  info.path = path;
  info.sha256 = document.sha256;
  info.source = document.publication.source;
  info.origin = document.publication.origin;
  info.published = document.publication.date;
  info.sketch = SketchOf(document);
  return info;
}

// tests/copies/articles.txt.
std::vector<Article> Articles() {
  std::ifstream in(TALLY_SOURCE_DIR "/tests/copies/articles.txt");
  std::vector<Article> articles;
  std::string name;
  std::string cluster;
  std::string text;
  auto finish = [&] {
    if (!name.empty()) articles.push_back({cluster, InfoOf(name, text)});
    text.clear();
  };
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("=== ")) {
      finish();
      std::istringstream head(line.substr(4));
      head >> cluster >> name;
    } else if (!name.empty()) {
      text += line + "\n";
    }
  }
  finish();
  return articles;
}

TEST(Copies, AreFoundAndNothingElseIs) {
  std::vector<Article> articles = Articles();
  ASSERT_EQ(articles.size(), 20u);
  std::vector<DocumentInfo> documents;
  for (const Article& article : articles) documents.push_back(article.info);
  std::vector<std::string> clusters = OriginClusters(ListOf(documents), OriginalOf(ListOf(documents)));
  std::size_t copies = 0;
  for (std::size_t a = 0; a < articles.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      EXPECT_EQ(clusters[a] == clusters[b], articles[a].cluster == articles[b].cluster)
          << articles[a].info.path << " and " << articles[b].info.path;
    }
    if (std::find(clusters.begin(), clusters.begin() + static_cast<std::ptrdiff_t>(a), clusters[a]) !=
        clusters.begin() + static_cast<std::ptrdiff_t>(a))
      ++copies;
  }
  EXPECT_EQ(copies, 8u);
}

TEST(Copies, DoNotDependOnTheOrderOfTheDocuments) {
  std::vector<DocumentInfo> documents;
  for (const Article& article : Articles()) documents.push_back(article.info);
  auto by_path = [](const std::vector<DocumentInfo>& list) {
    std::vector<std::size_t> originals = OriginalOf(ListOf(list));
    std::vector<std::string> clusters = OriginClusters(ListOf(list), originals);
    std::map<std::string, std::string> result;
    for (std::size_t i = 0; i < list.size(); ++i)
      result[list[i].path] = clusters[i] + " " + list[originals[i]].path;
    return result;
  };
  auto expected = by_path(documents);
  std::mt19937 random(1);
  for (int round = 0; round < 20; ++round) {
    std::ranges::shuffle(documents, random);
    EXPECT_EQ(by_path(documents), expected);
  }
}

TEST(Copies, TheOneThatNamesNoOriginStandsForThem) {
  std::vector<DocumentInfo> documents(3);
  documents[0].path = "a";
  documents[0].origin = "B";
  documents[1].path = "b";
  documents[1].published = ParseIsoDay("2024-03-05");
  documents[2].path = "c";
  documents[2].published = ParseIsoDay("2024-03-04");
  for (DocumentInfo& document : documents) document.sketch = {1, 2, 3, 4, 5, 6, 7, 8};
  EXPECT_EQ(OriginalOf(ListOf(documents)), (std::vector<std::size_t>{2, 2, 2}));
}

// A text of words without meaning, of which each seed makes another.
std::string Words(unsigned seed, std::size_t count) {
  std::mt19937 random(seed);
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "w" + std::to_string(random() % 5000) + " ";
  return text;
}

TEST(Copies, AHundredThousandDocumentsTakeSeconds) {
  std::vector<DocumentInfo> documents(100000);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    documents[i].path = std::to_string(i);
    std::mt19937_64 random(i / 2);
    // All share some hashes, as pages of one site do; two and two are copies.
    for (std::uint64_t k = 0; k < 10; ++k) documents[i].sketch.push_back(k);
    for (int k = 0; k < 118; ++k) documents[i].sketch.push_back(random());
    std::ranges::sort(documents[i].sketch);
  }
  auto start = std::chrono::steady_clock::now();
  std::vector<std::size_t> originals = OriginalOf(ListOf(documents));
  std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  EXPECT_LT(seconds.count(), 60);
  std::size_t right = 0;
  for (std::size_t i = 0; i < documents.size(); i += 2) right += originals[i] == originals[i + 1] ? 1 : 0;
  EXPECT_EQ(right, documents.size() / 2);
  EXPECT_NE(originals[0], originals[2]);
}

TEST(Sketch, IsOfTheTextAndNotOfItsForm) {
  std::string words = Words(1, 60) + "\n\n" + Words(2, 60);
  auto sketch = SketchOf(Read("a.txt", words));
  EXPECT_EQ(
      SketchOf(Read("a.md", "---\ntitle: x\n---\n# Head\n\n" + words + "\n\n## A heading between\n\nMore\n")),
      sketch);
  EXPECT_TRUE(std::ranges::is_sorted(sketch));
  EXPECT_NE(SketchOf(Read("a.txt", Words(3, 120))), sketch);
}

TEST(Sketch, FoldsTheScripts) {
  const std::string traditional =
      "公司董事長在發布會上說，過去兩年裡訂單增長的速度超過了擴產的速度，客戶等待交貨的時間變長。";
  const std::string simplified =
      "公司董事长在发布会上说，过去两年里订单增长的速度超过了扩产的速度，客户等待交货的时间变长。";
  EXPECT_FALSE(SketchOf(Read("a.txt", traditional)).empty());
  EXPECT_EQ(SketchOf(Read("a.txt", traditional)), SketchOf(Read("a.txt", simplified)));
}

TEST(Sketch, IsEmptyWhereTheTextIsTooShortToTell) {
  EXPECT_TRUE(SketchOf(Read("a.txt", "")).empty());
  EXPECT_TRUE(
      SketchOf(Read("a.txt", "Acme paid $5 billion for Beta on Tuesday, both companies said.")).empty());
}

TEST(Sketch, EstimatesHowMuchOfATextIsContainedInALongerOne) {
  std::string part = Words(1, 600);
  auto short_sketch = SketchOf(Read("a.txt", part));
  auto long_sketch = SketchOf(Read("a.txt", Words(2, 600) + "\n\n" + part + "\n\n" + Words(3, 600)));
  EXPECT_EQ(short_sketch.size(), kSketchSize);
  SketchOverlap overlap = CompareSketches(short_sketch, long_sketch);
  EXPECT_EQ(overlap.second, kSketchSize);
  EXPECT_TRUE(overlap.Contains(95, 20)) << overlap.first << " " << overlap.shared;
  EXPECT_EQ(CompareSketches(short_sketch, SketchOf(Read("a.txt", Words(4, 600)))).shared, 0u);
  EXPECT_EQ(CompareSketches({}, short_sketch).shared, 0u);
  EXPECT_FALSE(CompareSketches({}, short_sketch).Contains(0, 1));
}

TEST(Sketch, IsTheSameInEveryVersion) {
  // Databases keep sketches: a change of the hashes would separate old copies from new ones.
  auto sketch = SketchOf(Read("a.txt",
                              "One two three four five six seven eight nine ten, eleven twelve thirteen "
                              "fourteen fifteen sixteen seventeen eighteen nineteen twenty and on to "
                              "thirty, forty, fifty, sixty."));
  ASSERT_EQ(sketch.size(), 25u);
  EXPECT_EQ(sketch.front(), 0x0E9E23FCADDC1F81u);
}

DocumentInfo Published(const std::string& path, const std::string& source, const std::string& origin = "") {
  DocumentInfo document;
  document.path = path;
  document.sha256 = "sha of " + path;
  document.source = source;
  document.origin = origin;
  return document;
}

Claims ThreeClaims() {
  Claims claims;
  for (const char* doc : {"a.md", "b.md", "c.md"}) {
    claims.push_back(Investment(doc).Quote("130 億美元").Money("130", 8, "USD").AsOf("2025-03-07"));
  }
  return claims;
}

TEST(CopiesInFindings, CountOnceAndAreNamed) {
  std::vector<DocumentInfo> documents = {Published("a.md", "Daily"), Published("b.md", "Weekly"),
                                         Published("c.md", "Monthly")};
  EXPECT_EQ(FindingsOf(ThreeClaims(), documents).at(0).independent_sources, 3u);
  documents[0].sketch = documents[1].sketch = {1, 2, 3, 4, 5, 6, 7, 8, 9};
  documents[0].published = ParseIsoDay("2025-03-07");
  Finding finding = FindingsOf(ThreeClaims(), documents).at(0);
  EXPECT_EQ(finding.independent_sources, 2u);
  EXPECT_EQ(CopiesText(finding.copies), "copies: 1 of Daily");
  EXPECT_EQ(finding.message,
            "Microsoft → Openai: investment: 3 claims in 3 documents agree on USD 13 billion "
            "(2 independent sources; copies: 1 of Daily).");
}

TEST(CopiesInFindings, AreNamedByWhomMostOfThemNameAsOrigin) {
  std::vector<DocumentInfo> documents = {Published("a.md", "Daily", "Wire"), Published("b.md", "Weekly"),
                                         Published("c.md", "", "WIRE")};
  for (DocumentInfo& document : documents) document.sketch = {1, 2, 3, 4, 5, 6, 7, 8, 9};
  Finding finding = FindingsOf(ThreeClaims(), documents).at(0);
  EXPECT_EQ(finding.independent_sources, 1u);
  EXPECT_EQ(CopiesText(finding.copies), "copies: 2 of WIRE");
}

TEST(CopiesInFindings, WhoNamesAnotherAsOriginIsNotIndependentOfIt) {
  std::vector<DocumentInfo> documents = {Published("a.md", "Daily"), Published("b.md", "Weekly", "DAILY"),
                                         Published("c.md", "Monthly", "Wire")};
  Finding finding = FindingsOf(ThreeClaims(), documents).at(0);
  EXPECT_EQ(finding.independent_sources, 2u);
  EXPECT_TRUE(finding.copies.empty());  // Daily's text may be another
  documents[0].origin = "Wire";
  EXPECT_EQ(FindingsOf(ThreeClaims(), documents).at(0).independent_sources, 1u);
}

}  // namespace
}  // namespace tally
