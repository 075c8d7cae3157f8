// Export, import and merge: nothing is lost on the way, and the order in which documents came does not show.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "store/database_check.h"
#include "store/export.h"
#include "store/finding_store.h"
#include "store/import.h"
#include "tests/store_fixture.h"

namespace tally {
namespace {

std::string Export(const ClaimStore& store, ExportParts parts = ExportParts::kAll) {
  std::string text;
  ExportDatabase(store, parts, [&](std::string_view line) { text += line; });
  return text;
}

ImportCounts Import(const ClaimStore& store, const std::string& text) {
  Importer importer(store);
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) importer.Take(line);
  return importer.Finish();
}

// A document of a few claims, some with odd texts, that depend on its name and content alone.
void Put(ClaimStore& store, std::int64_t run, const std::string& path, const std::string& sha256,
         const VersionOrigin& origin = {}) {
  DocumentInfo document = MakeDocument(path, sha256);
  if (sha256.size() % 2 == 0) document.source.clear(), document.published.reset();
  std::vector<Claim> claims;
  for (int i = 0; i < 4; ++i) {
    Claim claim = MakeClaim(document, "a", "b", i);
    claim.id += sha256;
    claim.trace = {"rule b", "step " + std::to_string(i)};
    if (i == 1) claim.context = std::string("no UTF-8 \xff\0 1", 12);
    if (i == 2) claim.value.stated = {Decimal(-5).Scaled(-3), std::nullopt}, claim.subject.reset();
    if (i == 3) claim.period = DateRange{}, claim.quote = "3 \"億\"\n";
    claims.push_back(claim);
  }
  store.PutDocument(document, claims, run, origin);
}

class ExportTest : public StoreTest {
 protected:
  ClaimStore New(const std::string& name) const { return ClaimStore::Open(Path(name), OpenMode::kCreate); }

  // Something of everything.
  static void Fill(ClaimStore& store) {
    std::int64_t run = store.BeginRun(kRun);
    std::int64_t later = store.BeginRun({"0.2.0", "rules-b", "2025-06-01T00:00:00Z"});
    std::int64_t before = store.BeginRun({"0.1.0", "rules-a", "2024-01-01T00:00:00Z"});
    Put(store, run, "b.md", "one");
    Put(store, run, "a.md", "two");
    Put(store, later, "a.md", "three", {"2025-05-30T12:00:00Z", "c0ffee", ""});
    store.RemoveDocument("b.md", later);
    Put(store, later, "A.md", "one");
    Put(store, before, "z.md", "four");
    PutFinding(store,
               {"f2", "revised", "superseded", "high", 90, "cross", "h", "m\n", "e", {{"c", "a.md", "two"}}},
               run);
    PutFinding(store, {"f1", "value_conflict", "conflict", "low", 5, "internal", "h", "m", "e", {}}, later);
    store.database().Execute(
        "INSERT INTO decisions (finding_id, decision, reason, until, decided_by, decided_at, evidence) "
        "VALUES "
        "('f2', 'wait', 'why', '2025-12-31', 'me', '2025-06-02T00:00:00Z', 'e'),"
        "('f1', 'accept', '', NULL, 'you', '2025-06-01T00:00:00Z', 'e')");
  }
};

TEST_F(ExportTest, WhatIsImportedIsExportedAgainByteByByte) {
  ClaimStore store = New("a.db");
  Fill(store);
  std::string text = Export(store);
  ClaimStore copy = New("b.db");
  ImportCounts counts = Import(copy, text);
  EXPECT_EQ(counts.documents, 5U);
  EXPECT_EQ(counts.claims, 20U);
  EXPECT_EQ(counts.findings, 2U);
  EXPECT_EQ(counts.decisions, 2U);
  EXPECT_EQ(Export(copy), text);
  EXPECT_TRUE(CheckDatabase(copy).empty());
  EXPECT_EQ(copy.Versions("A.md")[0].renamed_from, "b.md");
  ClaimFilter filter;
  filter.text = "億";
  EXPECT_EQ(copy.Find(filter).size(), store.Find(filter).size());
  EXPECT_GT(copy.Find(filter).size(), 0U);
}

TEST_F(ExportTest, AnExportNamesWhatItIsAndHoldsNoNumbersOfRows) {
  ClaimStore store = New("a.db");
  Fill(store);
  std::string text = Export(store);
  EXPECT_TRUE(text.starts_with("{\"tally_export\":1,\"schema\":6}\n{\"run\":1,\"tool_version\":\"0.1.0\""));
  EXPECT_NE(text.find("{\"document\":\"A.md\",\"version\":1,\"source\":\"Example Daily\""),
            std::string::npos);
  EXPECT_NE(text.find("\"renamed_from\":{\"document\":\"b.md\",\"version\":1}"), std::string::npos);
  EXPECT_NE(text.find("\"context\":{\"bytes\":\"6e6f205554462d3820ff0020\"}"), std::string::npos);
}

// Which run read a document, and when, is no part of what it says.
TEST_F(ExportTest, AnyOrderAndBatchingOfTheSameDocumentsGivesTheSameContent) {
  std::vector<std::string> paths;
  for (int i = 0; i < 30; ++i) paths.push_back("doc" + std::to_string(i) + ".md");
  std::mt19937 random(3);
  std::string expected;
  for (int round = 0; round < 6; ++round) {
    std::ranges::shuffle(paths, random);
    ClaimStore store = New(std::to_string(round) + ".db");
    for (std::size_t at = 0; at < paths.size();) {
      std::int64_t run = store.BeginRun({"0.1.0", "rules-a", "2025-05-0" + std::to_string(at % 9 + 1)});
      std::size_t end = std::min(paths.size(), at + 1 + random() % 12);
      ClaimStore::Batch batch(store);
      for (; at < end; ++at) Put(store, run, paths[at], "content of " + paths[at]);
      batch.Commit();
    }
    std::string content = Export(store, ExportParts::kContent);
    if (round == 0) expected = content;
    EXPECT_EQ(content, expected);
  }
  EXPECT_EQ(std::count(expected.begin(), expected.end(), '\n'), 1 + 30 * 5);
}

TEST_F(ExportTest, TwoDatabasesAreJoinedAndJoinedAgainAreTheSame) {
  ClaimStore one = New("a.db");
  ClaimStore two = New("b.db");
  std::int64_t may = one.BeginRun({"0.1.0", "rules-a", "2025-05-01T00:00:00Z"});
  std::int64_t july = one.BeginRun({"0.1.0", "rules-a", "2025-07-01T00:00:00Z"});
  std::int64_t june = two.BeginRun({"0.1.0", "rules-a", "2025-06-01T00:00:00Z"});
  std::int64_t august = two.BeginRun({"0.1.0", "rules-a", "2025-08-01T00:00:00Z"});
  Put(one, may, "a.md", "may");
  Put(two, june, "a.md", "june");
  Put(one, july, "a.md", "july");
  Put(two, june, "only-b.md", "june");
  Put(one, may, "only-a.md", "may");
  Put(one, may, "gone.md", "may");
  Put(two, june, "gone.md", "june");
  two.RemoveDocument("gone.md", august);
  ImportCounts counts = Import(one, Export(two));
  EXPECT_EQ(counts.documents, 3U);
  EXPECT_EQ(counts.known, 0U);
  std::string order;
  for (const StoredVersion& version : one.Versions("a.md")) {
    order += version.document.sha256 + (version.current ? "*" : "") + " ";
  }
  EXPECT_EQ(order, "may june july* ");
  EXPECT_EQ(one.Versions("gone.md").size(), 2U);
  EXPECT_EQ(one.Documents().size(), 3U);
  std::string joined = Export(one);
  counts = Import(one, Export(two));
  EXPECT_EQ(counts.documents, 0U);
  EXPECT_EQ(counts.known, 3U);
  EXPECT_EQ(Export(one), joined);
  std::string problems;
  for (const std::string& problem : CheckDatabase(one)) problems += problem + "\n";
  EXPECT_EQ(problems, "");
}

TEST_F(ExportTest, WhatTheOtherHasSeenGoIsGoneHereToo) {
  for (bool newer_here : {false, true}) {
    ClaimStore one = New(newer_here ? "c.db" : "a.db");
    ClaimStore two = New(newer_here ? "d.db" : "b.db");
    std::int64_t may = one.BeginRun({"0.1.0", "rules-a", "2025-05-01T00:00:00Z"});
    std::int64_t june = two.BeginRun({"0.1.0", "rules-a", "2025-06-01T00:00:00Z"});
    std::int64_t august = two.BeginRun({"0.1.0", "rules-a", "2025-08-01T00:00:00Z"});
    std::int64_t march = two.BeginRun({"0.1.0", "rules-a", "2025-03-01T00:00:00Z"});
    Put(one, may, "left.md", "same");
    Put(two, march, "left.md", "older");
    Put(two, june, "left.md", "same");
    two.RemoveDocument("left.md", august);
    if (newer_here) Put(one, one.BeginRun({"0.1.0", "rules-a", "2025-09-01T00:00:00Z"}), "left.md", "again");
    std::string before = Export(one);
    EXPECT_EQ(Import(one, Export(two)).known, 1U);
    EXPECT_EQ(one.Documents().size(), newer_here ? 1U : 0U);
    EXPECT_EQ(one.Versions("left.md").size(), newer_here ? 3U : 2U);
    EXPECT_EQ(one.Versions("left.md").back().current, newer_here);
    std::string joined = Export(one);
    Import(one, Export(two));
    EXPECT_EQ(Export(one), joined);
    EXPECT_TRUE(CheckDatabase(one).empty());
    // The other way round it stays gone until it is seen again.
    Import(two, before);
    EXPECT_EQ(two.Documents().size(), newer_here ? 1U : 0U);
  }
}

TEST_F(ExportTest, WhatMayHaveBeenSeenHereSinceIsNotGone) {
  ClaimStore one = New("a.db");
  ClaimStore two = New("b.db");
  Put(one, one.BeginRun({"0.1.0", "rules-a", "2025-05-01T00:00:00Z"}), "a.md", "same");
  Put(two, two.BeginRun({"0.1.0", "rules-a", "2025-06-01T00:00:00Z"}), "a.md", "same");
  two.RemoveDocument("a.md", two.BeginRun({"0.1.0", "rules-a", "2025-08-01T00:00:00Z"}));
  one.BeginRun({"0.1.0", "rules-a", "2025-09-01T00:00:00Z"});  // found it unchanged
  Import(one, Export(two));
  EXPECT_EQ(one.Documents().size(), 1U);
}

TEST_F(ExportTest, TheLaterTellingOfAFindingStaysAndDecisionsAreJoined) {
  ClaimStore one = New("a.db");
  ClaimStore two = New("b.db");
  Fill(one);
  Fill(two);
  std::int64_t later = two.BeginRun({"0.3.0", "rules-c", "2026-01-01T00:00:00Z"});
  PutFinding(two, {"f1", "value_conflict", "conflict", "high", 5, "internal", "h", "new", "e", {}}, later);
  two.database().Execute(
      "INSERT INTO decisions (finding_id, decision, reason, until, decided_by, decided_at, evidence) VALUES "
      "('f1', 'reject', '', NULL, 'you', '2026-01-01T00:00:00Z', 'e')");
  Import(one, Export(two));
  EXPECT_EQ(FindFinding(one, "f1")->message, "new");
  EXPECT_EQ(one.database().QueryInteger("SELECT count(*) FROM decisions"), 3);
  Import(one, Export(two));
  EXPECT_EQ(one.database().QueryInteger("SELECT count(*) FROM decisions"), 3);
}

TEST_F(ExportTest, WhatIsNoExportIsRefusedAndNothingIsStored) {
  ClaimStore store = New("a.db");
  Fill(store);
  std::string text = Export(store);
  auto without = [&](const std::string& part, const std::string& other) {
    std::string changed = text;
    std::size_t at = changed.find(part);
    EXPECT_NE(at, std::string::npos) << part;
    return changed.replace(at, part.size(), other);
  };
  struct {
    std::string text;
    const char* error;
  } cases[] = {
      {"", "is empty"},
      {"[]", "is no line of an export"},
      {"{\"run\":1}", "an export begins with {\"tally_export\":1,…}"},
      {without(":1,\"schema\"", ":2,\"schema\""), "of another format than this program reads"},
      {Export(store, ExportParts::kContent),
       "holds the content alone (db export --content), without the runs"},
      {without("{\"run\":1", "{\"ran\":1"), "'ran' is none of run, document, claim, finding, decision"},
      {without("\"version\":1,", ""), "has no \"version\""},
      {without("\"version\":1,", "\"version\":\"1\","), "has a \"version\" that is no whole number"},
      {without("\"version\":1,", "\"version\":0,"),
       "does not fit what is above it, or what the database holds"},
      {without("\"first_run\":2", "\"first_run\":9"), "names run 9, which is not above it"},
      {without("\"dimension\":\"money\"", "\"dimension\":\"weight\""),
       "the document above it holds what no tally has written"},
      {without("\"trace\":[\"rule b\"", "\"trace\":[7"),
       "holds a value of another type than an export has there"},
      {without("{\"document\":\"A.md\"", "{\"claim\":\"A.md\""), "is a claim without a document above it"},
  };
  for (const auto& test : cases) {
    ClaimStore empty = New("empty.db");
    EXPECT_EQ(ErrorOf([&] { Import(empty, test.text); }), test.error);
    EXPECT_EQ(Export(empty), "{\"tally_export\":1,\"schema\":6}\n");
  }
}

TEST_F(ExportTest, TheTableOfClaimsIsTheView) {
  ClaimStore store = New("a.db");
  Fill(store);
  std::vector<std::vector<std::optional<std::string>>> rows;
  ExportClaims(store, [&](const auto& row) { rows.push_back(row); });
  ASSERT_EQ(rows.size(), 21U);
  EXPECT_EQ(rows[0][0], "id");
  EXPECT_EQ(rows[0][1], "doc");
  EXPECT_EQ(rows[1][1], "A.md");
  EXPECT_EQ(rows.back()[1], "z.md");
}

}  // namespace
}  // namespace tally
