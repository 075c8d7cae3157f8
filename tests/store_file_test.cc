// The store as a file: what is refused and with which words, migrations, several writers, and being killed.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <fstream>
#include <thread>

#include "store/schema.h"
#include "tests/store_fixture.h"

namespace tally {
namespace {

constexpr std::size_t kClaimsPerDocument = 40;

std::vector<Claim> ManyClaims(const DocumentInfo& document) {
  std::vector<Claim> claims(kClaimsPerDocument, MakeClaim(document, "a", "b", 1));
  for (std::size_t i = 0; i < claims.size(); ++i) claims[i].span = {i, i + 1};
  return claims;
}

class StoreFileTest : public StoreTest {
 protected:
  std::string OpenError(OpenMode mode) const {
    return ErrorOf([&] { ClaimStore::Open(Path(), mode); });
  }
  void Write(const std::string& bytes) const { std::ofstream(Path(), std::ios::binary) << bytes; }
};

TEST_F(StoreFileTest, RefusesAMissingFileUnlessItMayMakeIt) {
  std::string message = Path() + ": no such database; make it with tally ingest, or name another with --db";
  EXPECT_EQ(OpenError(OpenMode::kReadOnly), message);
  EXPECT_EQ(OpenError(OpenMode::kReadWrite), message);
  EXPECT_FALSE(std::filesystem::exists(Path()));
  EXPECT_EQ(OpenError(OpenMode::kCreate), "(no error)");
  EXPECT_EQ(OpenError(OpenMode::kReadWrite), "(no error)");
  EXPECT_EQ(OpenError(OpenMode::kReadOnly), "(no error)");
}

TEST_F(StoreFileTest, RefusesAMissingDirectory) {
  std::string path = Path("no/such/claims.db");
  EXPECT_EQ(ErrorOf([&] { ClaimStore::Open(path, OpenMode::kCreate); }),
            path + ": there is no directory " + Path("no/such") + "; make it first");
}

TEST_F(StoreFileTest, RefusesADirectoryAndAnEmptyName) {
  EXPECT_EQ(ErrorOf([&] { ClaimStore::Open(directory_.string(), OpenMode::kCreate); }),
            directory_.string() + ": not a file; name another file with --db");
  EXPECT_EQ(ErrorOf([&] { ClaimStore::Open("", OpenMode::kCreate); }),
            "the database has no name; name a file with --db");
}

TEST_F(StoreFileTest, RefusesAFileThatIsNoDatabase) {
  std::string bytes = "# An article\n\nIt is much longer than a database header would have to be.";
  Write(bytes);
  for (OpenMode mode : {OpenMode::kCreate, OpenMode::kReadWrite, OpenMode::kReadOnly}) {
    EXPECT_EQ(OpenError(mode), Path() + ": not a tally database; name another file with --db");
  }
  std::ifstream file(Path());
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), bytes);
}

TEST_F(StoreFileTest, RefusesTheDatabaseOfAnotherProgramAndLeavesItAlone) {
  Database(Path(), OpenMode::kCreate).Execute("CREATE TABLE cookies (id); PRAGMA user_version = 1");
  EXPECT_EQ(OpenError(OpenMode::kCreate),
            Path() + ": a database of another program; name another file with --db");
  EXPECT_EQ(Database(Path(), OpenMode::kReadOnly).QueryInteger("SELECT count(*) FROM sqlite_schema"), 1);
}

TEST_F(StoreFileTest, RefusesANewerSchema) {
  Create();
  Database(Path(), OpenMode::kReadWrite).Execute("PRAGMA user_version = 7");
  std::string message = Path() +
                        ": made by a newer tally (schema 7, this program knows 6); "
                        "use that version, or name another file with --db";
  EXPECT_EQ(OpenError(OpenMode::kCreate), message);
  EXPECT_EQ(OpenError(OpenMode::kReadOnly), message);
}

TEST_F(StoreFileTest, RefusesAnEmptyFileForReadingAndFillsItForWriting) {
  Write("");
  EXPECT_EQ(OpenError(OpenMode::kReadOnly), Path() +
                                                ": schema 0 is older than the 6 that this program reads; "
                                                "let tally ingest open it once, which brings it up to date");
  EXPECT_EQ(OpenError(OpenMode::kReadWrite), "(no error)");
  EXPECT_EQ(OpenError(OpenMode::kReadOnly), "(no error)");
}

TEST_F(StoreFileTest, ReportsADamagedFile) {
  {
    ClaimStore store = Create();
    std::int64_t run = store.BeginRun(kRun);
    DocumentInfo document = MakeDocument("a.md", "sha-1");
    store.PutDocument(document, ManyClaims(document), run);
  }
  // All pages but the first, which holds the schema, are overwritten.
  std::size_t size = std::filesystem::file_size(Path());
  std::fstream file(Path(), std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(4096);
  file << std::string(size - 4096, '\x5a');
  file.close();
  EXPECT_EQ(ErrorOf([&] { ClaimStore::Open(Path(), OpenMode::kReadOnly).Find({}); }),
            Path() + ": the database is damaged; restore a copy, or ingest into a new file");
}

TEST_F(StoreFileTest, ReportsARowThatNoTallyWrote) {
  ClaimStore store = Create();
  DocumentInfo document = MakeDocument("a.md", "sha-1");
  store.PutDocument(document, {MakeClaim(document, "a", "b", 1)}, store.BeginRun(kRun));
  struct {
    const char* change;
    const char* what;
  } cases[] = {
      {"claims SET dimension = 'weight'", "dimension 'weight'"},
      {"claims SET dimension = 'money', stated_min = '1e5'", "stated_min '1e5'"},
      {"claims SET stated_min = '1.2.3'", "stated_min '1.2.3'"},
      {"claims SET stated_min = NULL, as_of = '2025-02-30'", "as_of '2025-02-30'"},
      {"claims SET as_of = NULL; UPDATE traces SET lines = '{'", "trace '{'"},
  };
  for (const auto& test : cases) {
    Database(Path(), OpenMode::kReadWrite).Execute(std::string("UPDATE ") + test.change);
    EXPECT_EQ(ErrorOf([&] { store.Find({}); }), Path() + ": the database is damaged (a claim has " +
                                                    test.what +
                                                    "); restore a copy, or ingest into a new file");
  }
}

TEST_F(StoreFileTest, ReportsALockedDatabase) {
  Create();
  Database holder(Path(), OpenMode::kReadWrite);
  Database other(Path(), OpenMode::kReadWrite);
  other.Execute("PRAGMA busy_timeout = 20");
  Transaction held(holder);
  EXPECT_EQ(ErrorOf([&] { Transaction wanted(other); }),
            Path() + ": the database is locked by another program; wait until that has ended and run again");
}

TEST_F(StoreFileTest, AFullDiskLeavesWhatWasThereBefore) {
  Create();
  Database database(Path(), OpenMode::kReadWrite);
  database.Execute("CREATE TABLE big (bytes TEXT); INSERT INTO big VALUES ('kept')");
  database.Execute("PRAGMA max_page_count = 40");
  EXPECT_EQ(
      ErrorOf([&] {
        Transaction transaction(database);
        for (int i = 0; i < 100; ++i) database.Execute("INSERT INTO big VALUES (hex(zeroblob(4000)))");
        transaction.Commit();
      }),
      Path() + ": the disk is full; free some space and run again; what was reported as stored is kept");
  EXPECT_EQ(database.QueryInteger("SELECT count(*) FROM big"), 1);
}

// Runs the call in a child process; its message comes back. As root, the child gives up its rights first,
// since to root nothing is read-only.
template <class Call>
std::string ErrorWithoutRights(Call call) {
  std::array<int, 2> ends{};
  EXPECT_EQ(pipe(ends.data()), 0);
  pid_t child = fork();
  if (child == 0) {
    constexpr uid_t kNobody = 65534;
    if (geteuid() == 0 && setuid(kNobody) != 0) _exit(1);
    std::string message = ErrorOf(call);
    ssize_t written = write(ends[1], message.data(), message.size());
    _exit(written == static_cast<ssize_t>(message.size()) ? 0 : 1);
  }
  close(ends[1]);
  std::string message(4096, '\0');
  message.resize(
      static_cast<std::size_t>(std::max<ssize_t>(0, read(ends[0], message.data(), message.size()))));
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  return message;
}

TEST_F(StoreFileTest, AReadOnlyDirectoryCanBeReadAndSaysThatItCannotBeWritten) {
  {
    ClaimStore store = Create();
    DocumentInfo document = MakeDocument("a.md", "sha-1");
    store.PutDocument(document, {MakeClaim(document, "a", "b", 1)}, store.BeginRun(kRun));
  }
  chmod(Path().c_str(), 0444);
  chmod(directory_.c_str(), 0555);
  EXPECT_EQ(ErrorWithoutRights([&] { ClaimStore::Open(Path("new.db"), OpenMode::kCreate); }),
            Path("new.db") +
                ": the database cannot be opened; check the permissions of the file and its directory");
  EXPECT_EQ(ErrorWithoutRights([&] { ClaimStore::Open(Path(), OpenMode::kReadWrite); }),
            Path() +
                ": the database cannot be written; "
                "make the file and its directory writable, or name another with --db");
  EXPECT_EQ(ErrorWithoutRights([&] {
              ClaimStore store = ClaimStore::Open(Path(), OpenMode::kReadOnly);
              if (store.Find({}).size() == 1) throw UserError("one claim");
            }),
            "one claim");
  chmod(Path().c_str(), 0000);
  EXPECT_EQ(ErrorWithoutRights([&] { ClaimStore::Open(Path(), OpenMode::kReadOnly); }),
            Path() + ": the database cannot be opened; check the permissions of the file and its directory");
  chmod(directory_.c_str(), 0755);
}

constexpr std::array<std::string_view, 3> kThreeScripts = {
    "CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1);",
    "ALTER TABLE a ADD COLUMN y INTEGER NOT NULL DEFAULT 7;",
    "CREATE TABLE b (z INTEGER) STRICT; INSERT INTO a VALUES ('no integer', 0);",
};
const std::span<const std::string_view> kScripts(kThreeScripts);

TEST_F(StoreFileTest, MigratesFromWhereTheFileStands) {
  PrepareSchema(Database(Path(), OpenMode::kCreate), kScripts.first(1));
  Database database(Path(), OpenMode::kReadWrite);
  EXPECT_EQ(database.QueryInteger("PRAGMA user_version"), 1);
  PrepareSchema(database, kScripts.first(2));
  EXPECT_EQ(database.QueryInteger("PRAGMA user_version"), 2);
  EXPECT_EQ(database.QueryInteger("SELECT y FROM a"), 7);
  PrepareSchema(database, kScripts.first(2));
  EXPECT_EQ(database.QueryInteger("SELECT count(*) FROM a"), 1);
}

// What a file of schema 2 holds stays, and is read as a document of which nothing more is known.
TEST_F(StoreFileTest, BringsAFileOfSchema2UpToDate) {
  Database(Path(), OpenMode::kCreate).Execute("SELECT 1");
  {
    Database old(Path(), OpenMode::kReadWrite);
    PrepareSchema(old, Migrations().first(2));
    old.Execute(
        "INSERT INTO runs (id, tool_version, rules_version, started) VALUES (1, '0.1.0', 'rules-a', "
        "'2025-05-08');"
        "INSERT INTO sources (id, name) VALUES (1, 'Example Daily');"
        "INSERT INTO documents (path, version, sha256, current, title, source_id, url, published, "
        "published_estimated, numbers_seen, numbers_unread, first_run, read_run) "
        "VALUES ('a.md', 1, 'sha', 1, 'Title', 1, '', '2025-05-08', 0, 12, 3, 1, 1)");
  }
  EXPECT_EQ(ErrorOf([&] { ClaimStore::Open(Path(), OpenMode::kReadOnly); }),
            Path() +
                ": schema 2 is older than the 6 that this program reads; "
                "let tally ingest open it once, which brings it up to date");
  ClaimStore store = ClaimStore::Open(Path(), OpenMode::kReadWrite);
  ASSERT_EQ(store.Documents().size(), 1U);
  DocumentInfo document = store.Documents()[0];
  EXPECT_EQ(document.source, "Example Daily");
  EXPECT_EQ(document.numbers_seen, 12U);
  EXPECT_EQ(document.origin + document.language + document.published_time, "");
  EXPECT_TRUE(document.sketch.empty());
  EXPECT_EQ(Database(Path(), OpenMode::kReadOnly).QueryInteger("PRAGMA user_version"), 6);
}

TEST_F(StoreFileTest, ADamagedSketchIsSaid) {
  ClaimStore store = Create();
  store.PutDocument(MakeDocument("a.md", "sha"), {}, store.BeginRun(kRun));
  for (const char* sketch : {"12", "000000000000000g", "00000000000000020000000000000001"}) {
    Database(Path(), OpenMode::kReadWrite)
        .Execute(std::string("UPDATE documents SET sketch = '") + sketch + "'");
    EXPECT_NE(ErrorOf([&] { store.Documents(); }).find("a document has a sketch that is none"),
              std::string::npos);
  }
}

TEST_F(StoreFileTest, AFailedMigrationLeavesTheVersionBefore) {
  Database database(Path(), OpenMode::kCreate);
  EXPECT_THROW(PrepareSchema(database, kScripts), std::logic_error);
  EXPECT_EQ(database.QueryInteger("PRAGMA user_version"), 2);
  EXPECT_EQ(database.QueryInteger("SELECT count(*) FROM sqlite_schema WHERE name = 'b'"), 0);
}

// Opens the store and puts documents named after the writer.
void PutMany(const std::string& path, const std::string& writer, int count) {
  ClaimStore store = ClaimStore::Open(path, OpenMode::kCreate);
  std::int64_t run = store.BeginRun(kRun);
  for (int i = 0; i < count; ++i) {
    DocumentInfo document = MakeDocument(writer + std::to_string(i), "sha");
    store.PutDocument(document, ManyClaims(document), run);
  }
}

TEST_F(StoreFileTest, ThreadsWriteAtOnceIntoAFileThatTheyMakeThemselves) {
  std::array<std::string, 4> errors;
  std::vector<std::thread> writers;
  for (std::size_t i = 0; i < errors.size(); ++i) {
    writers.emplace_back(
        [&, i] { errors[i] = ErrorOf([&] { PutMany(Path(), "writer" + std::to_string(i) + "-", 25); }); });
  }
  for (std::thread& writer : writers) writer.join();
  for (const std::string& error : errors) EXPECT_EQ(error, "(no error)");
  ClaimStore store = ClaimStore::Open(Path(), OpenMode::kReadOnly);
  EXPECT_EQ(store.Documents().size(), 100U);
  EXPECT_EQ(store.Find({}).size(), 100 * kClaimsPerDocument);
}

TEST_F(StoreFileTest, ProcessesWriteAtOnceIntoAFileThatTheyMakeThemselves) {
  std::vector<pid_t> writers;
  for (const char* name : {"first", "second"}) {
    writers.push_back(fork());
    if (writers.back() == 0) _exit(ErrorOf([&] { PutMany(Path(), name, 50); }) == "(no error)" ? 0 : 1);
  }
  for (pid_t writer : writers) {
    int status = 0;
    waitpid(writer, &status, 0);
    EXPECT_EQ(status, 0);
  }
  EXPECT_EQ(ClaimStore::Open(Path(), OpenMode::kReadOnly).Documents().size(), 100U);
}

// Starts a child that puts documents for ever and reports each in a byte, and kills it after `milliseconds`.
// The number of documents that it has reported.
std::size_t KillWhileWriting(const std::string& path, const std::string& writer, int milliseconds) {
  std::array<int, 2> ends{};
  EXPECT_EQ(pipe(ends.data()), 0);
  pid_t child = fork();
  if (child == 0) {
    ClaimStore store = ClaimStore::Open(path, OpenMode::kCreate);
    std::int64_t run = store.BeginRun(kRun);
    for (int i = 0;; ++i) {
      DocumentInfo document = MakeDocument(writer + std::to_string(i), "sha");
      store.PutDocument(document, ManyClaims(document), run);
      if (write(ends[1], "+", 1) != 1) _exit(1);
    }
  }
  close(ends[1]);
  std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  std::size_t reported = 0;
  char byte = 0;
  while (read(ends[0], &byte, 1) == 1) ++reported;
  close(ends[0]);
  return reported;
}

TEST_F(StoreFileTest, AKilledWriterLeavesWholeDocumentsAndAllThatItReported) {
  std::size_t reported = 0;
  for (int round = 0; round < 12; ++round) {
    reported += KillWhileWriting(Path(), "round" + std::to_string(round) + "-", 30 + 7 * round);
    ClaimStore store = ClaimStore::Open(Path(), OpenMode::kReadWrite);
    std::vector<DocumentInfo> documents = store.Documents();
    EXPECT_GE(documents.size(), reported);
    // At most the one document a round that was stored but not reported any more.
    EXPECT_LE(documents.size(), reported + static_cast<std::size_t>(round) + 1);
    EXPECT_EQ(store.Find({}).size(), documents.size() * kClaimsPerDocument);
    Database database(Path(), OpenMode::kReadOnly);
    EXPECT_EQ(database.Prepare("PRAGMA foreign_key_check").Step(), false);
    Statement check = database.Prepare("PRAGMA integrity_check");
    ASSERT_TRUE(check.Step());
    EXPECT_EQ(check.Text(0), "ok");
  }
  EXPECT_GT(reported, 0U);
}

}  // namespace
}  // namespace tally
