// What transcripts cannot say: functions of cli/ with tables of inputs and answers.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "base/error.h"
#include "base/suggest.h"
#include "cli/arguments.h"
#include "cli/output_file.h"
#include "cli/portable_names.h"
#include "cli/run.h"
#include "cli/text_table.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

TEST(SuggestTest, NamesWhatIsNearAndNothingElse) {
  const std::vector<std::string> words = {"extract", "ingest", "report", "check", "微软"};
  const std::vector<std::pair<std::string, std::string>> table = {{"extract", "extract"},
                                                                  {"extarct", "extract"},
                                                                  {"EXTRACT", "extract"},
                                                                  {"exctract", "extract"},
                                                                  {"repotr", "report"},
                                                                  {"chck", "check"},
                                                                  {"微軟", "微软"},
                                                                  {"微软件", "微软"},
                                                                  {"x", ""},
                                                                  {"", ""},
                                                                  {"frobnicate", ""},
                                                                  {std::string(100, 'e'), ""}};
  for (const auto& [typed, nearest] : table) EXPECT_EQ(Nearest(typed, words), nearest) << typed;
}

std::string ErrorOf(const std::function<void()>& run) {
  try {
    run();
  } catch (const UserError& error) {
    return error.what();
  }
  return "no error";
}

TEST(ArgumentsTest, CountsUnderstandSizesAndRefuseTheRest) {
  EXPECT_EQ(CountOf("--n", "17"), 17u);
  EXPECT_EQ(CountOf("--n", "64K", true), 65536u);
  EXPECT_EQ(CountOf("--n", "2G", true), std::size_t{2} << 30);
  for (const char* bad : {"", "x", "-1", "1.5", "1K", "1 ", "99999999999999999999999"}) {
    EXPECT_EQ(ErrorOf([&] { CountOf("--n", bad); }), std::string("--n: '") + bad + "' is not a whole number");
  }
  for (const char* bad : {"K", "1KB", "99999999999999999G"}) {
    EXPECT_NE(ErrorOf([&] { CountOf("--n", bad, true); }), "no error") << bad;
  }
}

TEST(ArgumentsTest, TheCommandIsTheFirstWordThatIsNoOption) {
  using List = std::vector<std::string>;
  EXPECT_EQ(FindCommandName(List{"--db", "x.db", "query", "--help"}), 2u);
  EXPECT_EQ(FindCommandName(List{"--db=x.db", "-q", "query"}), 2u);
  EXPECT_EQ(FindCommandName(List{"-q"}), std::nullopt);
  EXPECT_EQ(FindCommandName(List{"--db", "query"}), std::nullopt);
  EXPECT_EQ(FindCommandName(List{}), std::nullopt);
}

TEST(PortableNamesTest, AbsolutePathsLoseWhatIsOfThisMachine) {
  using Names = std::map<std::string, std::string>;
  EXPECT_EQ(PortableNames({"a.md", "/desk/b.md"}, "/desk"),
            (Names{{"a.md", "a.md"}, {"/desk/b.md", "b.md"}}));
  EXPECT_EQ(PortableNames({"/data/x/a.md", "/data/x/b.md"}, "/desk"),
            (Names{{"/data/x/a.md", "x/a.md"}, {"/data/x/b.md", "x/b.md"}}));
  EXPECT_EQ(PortableNames({"/data/x/a.md", "/data/y/a.md"}, "/desk"),
            (Names{{"/data/x/a.md", "data/x/a.md"}, {"/data/y/a.md", "data/y/a.md"}}));
  // "x/a.md" would stand for two.
  EXPECT_EQ(PortableNames({"/data/x/a.md", "x/a.md"}, "/desk"),
            (Names{{"/data/x/a.md", "/data/x/a.md"}, {"x/a.md", "x/a.md"}}));
  EXPECT_EQ(PortableNames({"/workshop/a.md"}, "/desk"), (Names{{"/workshop/a.md", "workshop/a.md"}}));
  EXPECT_EQ(PortableNames({"/a.md"}, "/desk"), (Names{{"/a.md", "a.md"}}));
}

TEST(TextTableTest, AlignsWideCharactersAndDropsEmptyColumns) {
  EXPECT_EQ(TextTable({"name", "none", "value"}, {{"微软", "", "1"}, {"x", "", "22"}}),
            "name  value\n微软  1\nx     22\n");
}

TEST(OutputFileTest, AFailureLeavesTheOldFileAndNoOther) {
  fs::path folder = fs::path(testing::TempDir()) / ("tally_output_" + std::to_string(getpid()));
  std::string path = (folder / "deep" / "a.txt").string();
  WriteFileAtomically(path, "one");
  WriteFileAtomically(path, "two");
  std::ifstream in(path);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), "two");
  fs::create_directory(folder / "taken");
  EXPECT_NE(ErrorOf([&] { WriteFileAtomically((folder / "taken").string(), "x"); }), "no error");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), {}), 2);
  fs::remove_all(folder);
}

TEST(RunTest, ColourIsForTerminalsOnly) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  boost::program_options::variables_map none;
  Console pipe{in, out, err, false, false, false};
  Console terminal{in, out, err, true, true, false};
  Console plain_terminal{in, out, err, true, true, true};
  EXPECT_FALSE(GlobalOptionsOf(none, pipe).color);
  EXPECT_TRUE(GlobalOptionsOf(none, terminal).color);
  EXPECT_FALSE(GlobalOptionsOf(none, plain_terminal).color);
  auto always = ParseArguments({"--color", "always"}, nullptr);
  EXPECT_TRUE(GlobalOptionsOf(always.values, pipe).color);
}

TEST(RunTest, EveryCommandHasHelpWithUsageExamplesAndExitStatus) {
  for (const Command& command : Commands()) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_EQ(RunCommandLine({std::string(command.name), "--help"}, {in, out, err}), 0);
    for (const char* part :
         {"Usage: tally ", "Options of all commands", "\nExamples:\n", "\nExit status:\n"}) {
      EXPECT_NE(out.str().find(part), std::string::npos) << command.name << ": " << part;
    }
    EXPECT_EQ(err.str(), "");
  }
}

TEST(RunTest, ErrorsShowNoControlCharacters) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Console{in, out, err}.Error("\x1b[31mred\x1b[0m");
  EXPECT_EQ(err.str().find('\x1b'), std::string::npos) << err.str();
}

}  // namespace
}  // namespace tally
