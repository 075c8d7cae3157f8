// Includes point one way only: a file of one stage includes its own stage and those below it.
//   main → cli → pipeline → report → compare → claims → {quantities, mentions} → {document, rules} → base
//   pipeline → rulecheck → compare     pipeline → store → claims      pipeline → input → document
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path kSource = fs::path(TALLY_SOURCE_DIR) / "src";

// The arrows; what is reached through several of them is allowed too.
const std::map<std::string, std::vector<std::string>> kArrows = {
    {"main", {"cli"}},
    {"cli", {"pipeline"}},
    {"pipeline", {"report", "store", "rulecheck", "input"}},
    {"report", {"compare"}},
    {"compare", {"claims"}},
    {"store", {"claims"}},
    {"rulecheck", {"compare"}},
    {"claims", {"quantities", "mentions"}},
    {"quantities", {"document", "rules"}},
    {"mentions", {"document", "rules"}},
    {"input", {"document"}},
    {"document", {"base"}},
    {"rules", {"base"}},
    {"base", {}},
};

void AddBelow(const std::string& stage, std::set<std::string>& below) {
  for (const std::string& next : kArrows.at(stage)) {
    if (below.insert(next).second) AddBelow(next, below);
  }
}

// "claims/claim.h" and "claims/claim.cc" are of "claims", "pipeline.h" is of "pipeline".
std::string StageOf(const std::string& path) { return path.substr(0, path.find_first_of("/.")); }

struct Include {
  std::string file;  // relative to src/
  std::size_t line;
  std::string target;
  bool quoted;  // "ours", not <theirs>
};

std::vector<Include> ReadIncludes(const fs::path& path) {
  std::vector<Include> includes;
  std::ifstream in(path);
  std::string text;
  for (std::size_t line = 1; std::getline(in, text); ++line) {
    if (!text.starts_with("#include ") || text.size() < 12) continue;
    std::size_t end = text.find_first_of("\">", 10);
    includes.push_back(
        {fs::relative(path, kSource).generic_string(), line, text.substr(10, end - 10), text[9] == '"'});
  }
  return includes;
}

std::vector<Include> AllIncludes() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(kSource)) {
    if (entry.path().extension() == ".h" || entry.path().extension() == ".cc") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  std::vector<Include> includes;
  for (const fs::path& file : files) std::ranges::move(ReadIncludes(file), std::back_inserter(includes));
  return includes;
}

std::string Place(const Include& include) {
  return "src/" + include.file + ":" + std::to_string(include.line);
}

TEST(IncludeTest, StagesIncludeOnlyWhatIsBelowThem) {
  std::vector<Include> includes = AllIncludes();
  ASSERT_GT(includes.size(), 100u) << "no sources found below " << kSource;
  for (const Include& include : includes) {
    if (!include.quoted) continue;
    std::string from = StageOf(include.file);
    std::string to = StageOf(include.target);
    ASSERT_TRUE(kArrows.contains(from))
        << Place(include) << ": '" << from << "' is no stage of this test's table";
    ASSERT_TRUE(kArrows.contains(to)) << Place(include) << ": \"" << include.target << "\" is of no stage";
    std::set<std::string> allowed = {from};
    AddBelow(from, allowed);
    EXPECT_TRUE(allowed.contains(to)) << Place(include) << ": " << from << "/ must not include " << to << "/";
  }
}

TEST(IncludeTest, OnlyTheStoreKnowsSqlite) {
  for (const Include& include : AllIncludes()) {
    if (include.target == "sqlite3.h") {
      EXPECT_EQ(StageOf(include.file), "store") << Place(include);
    }
  }
}

}  // namespace
