// The program itself, ended at any moment: by a signal, a full disk, a file that cannot be written. What was
// stored before stays whole, and the next run comes to where an undisturbed one comes to.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <sstream>
#include <thread>

#include "tests/store_fixture.h"

namespace tally {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// Enough files that the indexes of a new database are made last, in several transactions.
constexpr int kFiles = 2500;

std::string Contents(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

class KillTest : public StoreTest {
 protected:
  KillTest() {
    fs::create_directory(directory_ / "before");
    fs::create_directory(directory_ / "after");
    for (int i = 0; i < kFiles; ++i) WriteArticle(i);
  }

  // The program in the test's folder; its output goes to files.
  pid_t Start(std::vector<std::string> arguments, const std::function<void()>& prepare = nullptr) const {
    arguments.insert(arguments.begin(), TALLY_PROGRAM);
    std::vector<char*> raw;
    for (std::string& argument : arguments) raw.push_back(argument.data());
    raw.push_back(nullptr);
    pid_t child = fork();
    if (child != 0) return child;
    if (chdir(directory_.c_str()) != 0) _exit(99);
    int out = open("out", O_WRONLY | O_CREAT | O_TRUNC, 0666);
    int err = open("err", O_WRONLY | O_CREAT | O_TRUNC, 0666);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    if (prepare) prepare();
    execv(raw[0], raw.data());
    _exit(98);
  }
  static int StatusOf(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }
  int Tally(const std::vector<std::string>& arguments) const { return StatusOf(Start(arguments)); }
  std::string Said() const { return Contents(directory_ / "out") + Contents(directory_ / "err"); }

  std::vector<std::string> Ingest(const std::string& database) const {
    return {"--db", database, "ingest", "--threads", "2", "articles"};
  }
  // What the database holds, whoever read it and when.
  std::string Content(const std::string& database) const {
    EXPECT_EQ(Tally({"--db", database, "db", "export", "--content", "-o", "content.jsonl"}), 0) << Said();
    return Contents(directory_ / "content.jsonl");
  }
  void UseArticles(const char* folder) const {
    fs::remove(directory_ / "articles");
    fs::create_directory_symlink(folder, directory_ / "articles");
  }
  void CopyDatabase(const std::string& from, const std::string& to) const {
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
      fs::remove(directory_ / (to + ending));
      if (!from.empty() && fs::exists(directory_ / (from + ending)))
        fs::copy(directory_ / (from + ending), directory_ / (to + ending));
    }
  }

  // How long one run takes that nobody disturbs.
  std::chrono::microseconds TimeOf(const std::vector<std::string>& arguments) const {
    auto start = Clock::now();
    EXPECT_EQ(Tally(arguments), 0) << Said();
    return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
  }

  // Ends a run on a copy of `begin` (empty: on no database) at a random moment, and lets the next one finish.
  // True where the run was ended before it was done.
  bool KillAndResume(const std::string& begin, std::chrono::microseconds whole, std::mt19937& random,
                     const std::string& expected) const {
    CopyDatabase(begin, "k.db");
    pid_t child = Start(Ingest("k.db"));
    std::this_thread::sleep_for(std::chrono::microseconds(random() % static_cast<unsigned>(whole.count())));
    kill(child, SIGKILL);
    bool ended = StatusOf(child) == -SIGKILL;
    if (fs::exists(directory_ / "k.db") && fs::file_size(directory_ / "k.db") > 0) {
      int status = Tally({"--db", "k.db", "db", "check"});
      // Ended while the tables were being made: the next run makes them.
      bool unfinished = status == 2 && Said().find("is older than the") != std::string::npos;
      EXPECT_TRUE(status == 0 || unfinished) << Said();
    }
    EXPECT_EQ(Tally(Ingest("k.db")), 0) << Said();
    EXPECT_EQ(Tally({"--db", "k.db", "db", "check"}), 0) << Said();
    EXPECT_EQ(Content("k.db"), expected);
    return ended;
  }

 private:
  // Of the articles a third stays, the others are changed, moved, or gone, and some are new.
  void WriteArticle(int i) const {
    std::string name = std::to_string(i) + ".md";
    std::string text = "Microsoft invested $" + std::to_string(i + 1) + " million in OpenAI.\n";
    if (i % 7 != 0) std::ofstream(directory_ / "before" / name) << text;
    switch (i % 6) {
      case 0:
        text += "Its revenue was $3 billion in 2024.\n";
        break;
      case 1:
        text.replace(text.find('$'), 1, "$9");
        break;
      case 2:
        name = "moved-" + name;
        break;
      case 3:
        return;
      default:
        break;
    }
    std::ofstream(directory_ / "after" / name) << text;
  }
};

// TALLY_KILLS=200 is the proof in full; a few moments show that it still holds.
TEST_F(KillTest, ARunThatIsEndedAtAnyMomentIsTakenUpByTheNext) {
  const char* wanted = std::getenv("TALLY_KILLS");
  int moments = wanted != nullptr ? std::atoi(wanted) : 6;
  UseArticles("before");
  auto first_time = TimeOf(Ingest("before.db"));
  std::string first = Content("before.db");
  CopyDatabase("before.db", "after.db");
  UseArticles("after");
  auto second_time = TimeOf(Ingest("after.db"));
  EXPECT_NE(Said().find("renamed"), std::string::npos) << Said();
  std::string second = Content("after.db");
  ASSERT_NE(first, second);
  std::mt19937 random(static_cast<unsigned>(moments));
  int ended = 0;
  // A run that was faster than the first one may be over before it is ended.
  for (int i = 0; ended < moments && i < 4 * moments; ++i) {
    bool from_nothing = i % 2 == 0;
    UseArticles(from_nothing ? "before" : "after");
    ended += from_nothing ? KillAndResume("", first_time, random, first)
                          : KillAndResume("before.db", second_time, random, second);
    ASSERT_FALSE(HasFailure()) << "moment " << i;
  }
  EXPECT_EQ(ended, moments);
}

TEST_F(KillTest, TwoRunsAtOnceStoreEachDocumentOnce) {
  UseArticles("before");
  EXPECT_EQ(Tally(Ingest("one.db")), 0);
  pid_t first = Start(Ingest("two.db"));
  pid_t second = Start(Ingest("two.db"));
  EXPECT_EQ(StatusOf(first), 0);
  EXPECT_EQ(StatusOf(second), 0);
  EXPECT_EQ(Tally({"--db", "two.db", "db", "check"}), 0) << Said();
  EXPECT_EQ(Content("two.db"), Content("one.db"));
}

// The limit of the size of files stands for a disk that is full.
TEST_F(KillTest, AFullDiskIsSaidAndLeavesTheDatabaseWhole) {
  UseArticles("before");
  EXPECT_EQ(Tally(Ingest("before.db")), 0);
  std::string first = Content("before.db");
  UseArticles("after");
  CopyDatabase("before.db", "full.db");
  auto limit = [&] {
    signal(SIGXFSZ, SIG_IGN);
    rlim_t bytes = 200 << 10;
    rlimit limits{bytes, bytes};
    setrlimit(RLIMIT_FSIZE, &limits);
  };
  EXPECT_EQ(StatusOf(Start(Ingest("full.db"), limit)), 2);
  EXPECT_NE(Said().find("full.db: the d"), std::string::npos) << Said();
  EXPECT_EQ(Said().find("bug in tally"), std::string::npos) << Said();
  EXPECT_EQ(Tally({"--db", "full.db", "db", "check"}), 0) << Said();
  EXPECT_EQ(StatusOf(Start({"--db", "full.db", "db", "vacuum"}, limit)), 2) << Said();
  EXPECT_EQ(StatusOf(Start({"--db", "full.db", "db", "backup", "copy.db"}, limit)), 2) << Said();
  EXPECT_FALSE(fs::exists(directory_ / "copy.db"));
  EXPECT_EQ(StatusOf(Start({"--db", "full.db", "db", "export", "-o", "copy.jsonl"}, limit)), 2) << Said();
  EXPECT_FALSE(fs::exists(directory_ / "copy.jsonl"));
  EXPECT_EQ(Tally({"--db", "full.db", "db", "check"}), 0) << Said();
  EXPECT_EQ(Tally(Ingest("full.db")), 0) << Said();
  EXPECT_EQ(Tally(Ingest("before.db")), 0) << Said();
  EXPECT_EQ(Content("full.db"), Content("before.db"));
}

// As root, the child gives up its rights first, since to root nothing is read-only.
TEST_F(KillTest, AReadOnlyDatabaseIsReadAndNeverWritten) {
  UseArticles("before");
  EXPECT_EQ(Tally(Ingest("ro.db")), 0);
  EXPECT_EQ(Tally({"--db", "ro.db", "db", "export", "-o", "all.jsonl"}), 0);
  std::string bytes = Contents(directory_ / "ro.db");
  chmod((directory_ / "ro.db").c_str(), 0444);
  for (const char* name : {"out", "err"}) chmod((directory_ / name).c_str(), 0666);
  chmod(directory_.c_str(), 0555);
  auto nobody = [] {
    if (geteuid() == 0 && setuid(65534) != 0) _exit(97);
  };
  std::vector<std::vector<std::string>> writers = {
      Ingest("ro.db"), {"--db", "ro.db", "db", "vacuum"}, {"--db", "ro.db", "db", "import", "all.jsonl"}};
  for (const auto& arguments : writers) {
    EXPECT_EQ(StatusOf(Start(arguments, nobody)), 2);
    EXPECT_NE(Said().find("cannot be written"), std::string::npos) << Said();
  }
  for (const char* action : {"check", "stats"}) {
    EXPECT_EQ(StatusOf(Start({"--db", "ro.db", "db", action}, nobody)), 0) << Said();
  }
  chmod(directory_.c_str(), 0755);
  EXPECT_EQ(Contents(directory_ / "ro.db"), bytes);
}

}  // namespace
}  // namespace tally
