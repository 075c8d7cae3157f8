// Removed and renamed versions, batches, the check of a database and its tidying.
#include <gtest/gtest.h>

#include "store/bulk_load.h"
#include "store/database_check.h"
#include "store/database_stats.h"
#include "store/finding_store.h"
#include "store/succession.h"
#include "tests/store_fixture.h"

namespace tally {
namespace {

class CareTest : public StoreTest {
 protected:
  CareTest() : store_(Create()), run_(store_.BeginRun(kRun)) {}

  ClaimStore::Put Put(const std::string& path, const std::string& sha256, const VersionOrigin& origin = {}) {
    DocumentInfo document = MakeDocument(path, sha256);
    return store_.PutDocument(document, {MakeClaim(document, "a", "b", 1)}, run_, origin);
  }
  std::string Problems() const {
    std::string text;
    for (const std::string& problem : CheckDatabase(store_)) text += problem + "\n";
    return text;
  }

  ClaimStore store_;
  std::int64_t run_;
};

TEST_F(CareTest, ARemovedDocumentIsKeptAsTheLastVersionOfItsPath) {
  Put("a.md", "one");
  EXPECT_TRUE(store_.RemoveDocument("a.md", run_));
  EXPECT_FALSE(store_.RemoveDocument("a.md", run_));
  EXPECT_FALSE(store_.RemoveDocument("b.md", run_));
  EXPECT_TRUE(store_.Documents().empty());
  EXPECT_TRUE(store_.Find({}).empty());
  ASSERT_EQ(store_.Versions("a.md").size(), 1U);
  EXPECT_EQ(store_.Versions("a.md")[0].removed, kRun.started);
  EXPECT_EQ(store_.CountsOf(run_).documents_removed, 1U);
  // It comes back as a new version.
  EXPECT_EQ(Put("a.md", "one"), ClaimStore::Put::kNewVersion);
  EXPECT_EQ(store_.Versions("a.md").size(), 2U);
  EXPECT_EQ(Problems(), "");
}

TEST_F(CareTest, ANewPathOfTheSameContentGoesOnFromOneThatIsGone) {
  Put("a.md", "one");
  Put("b.md", "one");
  store_.RemoveDocument("b.md", run_);
  store_.RemoveDocument("a.md", run_);
  EXPECT_EQ(Put("c.md", "one"), ClaimStore::Put::kRenamed);
  EXPECT_EQ(Put("d.md", "one"), ClaimStore::Put::kRenamed);
  EXPECT_EQ(Put("e.md", "one"), ClaimStore::Put::kAdded);  // both have been taken
  EXPECT_EQ(store_.Versions("c.md")[0].renamed_from, "a.md");
  EXPECT_EQ(store_.Versions("d.md")[0].renamed_from, "b.md");
  EXPECT_EQ(store_.CountsOf(run_).documents_renamed, 2U);
  EXPECT_EQ(Problems(), "");
}

TEST_F(CareTest, AVersionKeepsTheTimeAndTheNameOfItsCommit) {
  Put("a.md", "one", {"2020-01-01T00:00:00Z", "c0ffee", ""});
  store_.RemoveDocument("a.md", run_, {"2020-02-02T00:00:00Z", "", ""});
  EXPECT_EQ(Put("b.md", "two", {"2020-02-02T00:00:00Z", "beef", "a.md"}), ClaimStore::Put::kRenamed);
  StoredVersion version = *store_.LastVersion("a.md");
  EXPECT_EQ(version.seen, "2020-01-01T00:00:00Z");
  EXPECT_EQ(version.revision, "c0ffee");
  EXPECT_EQ(version.removed, "2020-02-02T00:00:00Z");
  EXPECT_EQ(store_.LastVersion("b.md")->renamed_from, "a.md");
  EXPECT_EQ(store_.LastVersion("c.md"), std::nullopt);
}

TEST_F(CareTest, PathsOfAFolderAreThoseBelowIt) {
  for (const char* path : {"news/a.md", "news/b/c.md", "newsroom/d.md", "news.md", "e.md"}) Put(path, path);
  EXPECT_EQ(store_.CurrentPaths("news/"), (std::vector<std::string>{"news/a.md", "news/b/c.md"}));
  EXPECT_EQ(store_.CurrentPaths("").size(), 5U);
}

TEST_F(CareTest, ABatchIsStoredWholeOrNotAtAll) {
  {
    ClaimStore::Batch batch(store_);
    Put("a.md", "one");
    Put("b.md", "one");
  }
  EXPECT_TRUE(store_.Documents().empty());
  EXPECT_EQ(store_.CountsOf(run_), RunCounts{});
  ClaimStore::Batch batch(store_);
  Put("a.md", "one");
  batch.Commit();
  EXPECT_EQ(store_.Documents().size(), 1U);
}

TEST_F(CareTest, VersionsFollowEachOtherByPathByNameAndByAddress) {
  Put("a.md", "one");
  EXPECT_FALSE(SuccessionOf(store_, "a.md"));
  Put("a.md", "two");
  EXPECT_EQ(SuccessionOf(store_, "a.md")->before.document.sha256, "one");
  EXPECT_EQ(SuccessionOf(store_, "a.md")->old_claims.size(), 1U);
  store_.RemoveDocument("a.md", run_);
  Put("b.md", "two");
  EXPECT_EQ(SuccessionOf(store_, "b.md")->before.version, 2U);
  // Another file of the same address, seen later; not one of the same time or of another title.
  DocumentInfo page = MakeDocument("c.md", "three");
  page.url = "https://example.org/b.md";
  page.title = "Title of b.md";
  store_.PutDocument(page, {}, run_);
  EXPECT_FALSE(SuccessionOf(store_, "c.md"));
  page.path = "d.md";
  std::int64_t later = store_.BeginRun({"0.1.0", "rules-a", "2025-06-01T00:00:00Z"});
  store_.PutDocument(page, {}, later);
  EXPECT_EQ(SuccessionOf(store_, "d.md")->before.document.path, "c.md");
  page.path = "e.md";
  page.title = "Another";
  store_.PutDocument(page, {}, later);
  EXPECT_FALSE(SuccessionOf(store_, "e.md"));
  EXPECT_EQ(Successions(store_).size(), 3U);
}

TEST_F(CareTest, AFindingIsToldAnewUnderItsId) {
  StoredFinding finding{"f",     "revised", "superseded", "high", 90,
                        "cross", "h",       "m",          "e",    {{"c", "a.md", "one"}}};
  PutFinding(store_, finding, run_);
  EXPECT_EQ(FindFinding(store_, "f"), finding);
  finding.message = "other";
  finding.members = {{"d", "b.md", "two"}, {"c", "a.md", "one"}};
  PutFinding(store_, finding, store_.BeginRun(kRun));
  EXPECT_EQ(FindFinding(store_, "f"), finding);
  EXPECT_EQ(FindFinding(store_, "g"), std::nullopt);
  Database database(Path(), OpenMode::kReadOnly);
  EXPECT_EQ(database.QueryInteger("SELECT last_run - first_run FROM findings"), 1);
}

TEST_F(CareTest, EvidenceChangesWithWhatItRestsOn) {
  DocumentInfo document = MakeDocument("a.md", "one");
  std::vector<Claim> claims = {MakeClaim(document, "a", "b", 1), MakeClaim(document, "a", "b", 2)};
  std::string evidence = EvidenceOf(claims);
  std::swap(claims[0], claims[1]);
  EXPECT_EQ(EvidenceOf(claims), evidence);
  claims[0].value.stated = Interval::Exactly(3);
  EXPECT_NE(EvidenceOf(claims), evidence);
}

TEST_F(CareTest, TheCheckNamesWhatIsBroken) {
  Put("a.md", "one");
  Put("a.md", "two");
  Put("b.md", "three");
  EXPECT_EQ(Problems(), "");
  struct {
    const char* damage;
    const char* problem;
  } cases[] = {
      {"UPDATE documents SET current = 0 WHERE path = 'b.md'",
       "a path has neither a current version nor a removed last one: b.md"},
      {"UPDATE documents SET version = 7 WHERE path = 'b.md'",
       "the versions of a path are not numbered one by one: b.md"},
      {"UPDATE documents SET current = 1 - current WHERE path = 'a.md' AND version = 2;"
       "UPDATE documents SET current = 1 WHERE path = 'a.md' AND version = 1",
       "a path has another current version than its last: a.md"},
      {"UPDATE documents SET removed = 'x'", "a removed version names no run"},
      {"UPDATE claims SET position = 5", "the claims of a document are not numbered one by one: a.md"},
      {"UPDATE claims SET trace_id = 99", "a claim has no trace: "},
      {"UPDATE claims SET min_key = '1'", "a claim sorts by another value than it states: "},
      {"UPDATE claims SET stated_min = '1e5', min_key = ''", "a claim has stated_min '1e5'"},
      {"UPDATE sentences SET text = 'x'", "a sentence is filed under another text: 1"},
      {"UPDATE runs SET documents_added = 9", "a run counts other documents than it stored: 1"},
      {"UPDATE runs SET claims_stored = 1", "a run counts fewer claims than it stored: 1"},
      {"INSERT INTO sentence_search (sentence_search, rowid, grams) SELECT 'delete', id, 'it say ays 1 ' "
       "FROM "
       "sentences",
       "the search does not find sentence 1"},
      {"PRAGMA foreign_keys = OFF; UPDATE claims SET document_id = 99 WHERE document_id = 3",
       "claims row 3 names a missing row of documents"},
  };
  for (const auto& test : cases) {
    Database other(Path(), OpenMode::kReadWrite);
    other.BackUp(Path("copy.db"));
    Database(Path("copy.db"), OpenMode::kReadWrite).Execute(test.damage);
    std::string told;
    for (const std::string& problem : CheckDatabase(ClaimStore::Open(Path("copy.db"), OpenMode::kReadOnly))) {
      told += problem + "\n";
    }
    EXPECT_NE(told.find(test.problem), std::string::npos) << test.problem << "\nis not in\n" << told;
    std::filesystem::remove(Path("copy.db"));
  }
}

TEST_F(CareTest, ABackUpIsTheSameDatabaseAndNeverOverAnotherFile) {
  Put("a.md", "one");
  store_.database().BackUp(Path("copy.db"));
  ClaimStore copy = ClaimStore::Open(Path("copy.db"), OpenMode::kReadOnly);
  EXPECT_EQ(copy.Find({}).size(), 1U);
  EXPECT_TRUE(CheckDatabase(copy).empty());
  EXPECT_EQ(ErrorOf([&] { store_.database().BackUp(Path("copy.db")); }),
            Path("copy.db") + ": is there already; name another file");
  EXPECT_NE(ErrorOf([&] { store_.database().BackUp(Path("no/copy.db")); }).find("there is no directory"),
            std::string::npos);
}

TEST_F(CareTest, TidyingRemovesTextsOfNoClaimAndKeepsTheSearch) {
  Put("a.md", "one");
  std::int64_t later = store_.BeginRun({"0.2.0", "rules-b", "2025-06-01T00:00:00Z"});
  DocumentInfo document = MakeDocument("a.md", "one");
  Claim better = MakeClaim(document, "a", "b", 2);
  better.trace = {"other"};
  store_.PutDocument(document, {better}, later);
  EXPECT_EQ(store_.database().QueryInteger("SELECT count(*) FROM sentences"), 2);
  CompactDatabase(store_);
  EXPECT_EQ(store_.database().QueryInteger("SELECT count(*) FROM sentences"), 1);
  EXPECT_EQ(store_.database().QueryInteger("SELECT count(*) FROM traces"), 1);
  ClaimFilter filter;
  filter.text = "says 2";
  EXPECT_EQ(store_.Find(filter).size(), 1U);
  filter.text = "says 1";
  EXPECT_TRUE(store_.Find(filter).empty());
  EXPECT_EQ(Problems(), "");
}

TEST_F(CareTest, TheFirstLoadIsIndexedWhenItIsDoneOrWhenTheNextOneOpensTheFile) {
  auto indexes = [&] {
    return store_.database().QueryInteger(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'claims' AND sql IS NOT "
        "NULL");
  };
  std::int64_t all = indexes();
  ASSERT_GT(all, 5);
  BulkLoad load(store_.database());
  EXPECT_EQ(indexes(), 0);
  Put("a.md", "one");
  ClaimFilter filter;
  filter.subject = "a";
  EXPECT_EQ(store_.Find(filter).size(), 1U);
  ClaimStore::Open(Path(), OpenMode::kReadWrite);
  EXPECT_EQ(indexes(), all);
  load.Finish();
  EXPECT_EQ(indexes(), all);
  BulkLoad other(store_.database());  // no new file any more
  EXPECT_EQ(indexes(), all);
  EXPECT_EQ(Problems(), "");
}

}  // namespace
}  // namespace tally
