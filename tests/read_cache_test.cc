// --cache: the same findings with and without, whatever happens to the folder.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "git_fixture.h"
#include "store/extraction_bytes.h"
#include "store/extraction_cache.h"
#include "tests/compare_fixture.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

TEST(ExtractionBytes, GiveBackWhatWasRead) {
  Extraction extraction;
  extraction.info = {"a.md", "ff", "题目", "Example Daily", "", MakeDay(2025, 3, 20), true, "09:04", "zh", "",
                     {1, 2}, 5,    1};
  for (const Claim& claim : InvestmentClaims()) extraction.claims.push_back(claim);
  Claim claim = extraction.claims.front();
  claim.value.stated = {Decimal::Parse("-0.000000000000000000000000000123456789"), std::nullopt};
  claim.value.lenient = {Decimal::Parse("123456789012345678901234567890123456789012345678901234567890"),
                         Decimal(0)};
  claim.period = DateRange{MakeDay(1, 1, 1), std::nullopt};
  claim.speaker = EntityRef{"a", "b", "c"};
  claim.confidence = 77;
  extraction.claims.push_back(claim);
  extraction.problems = {"front matter: line 3"};
  extraction.waivers.push_back(
      {{{"all"}, "why", MakeDay(2025, 1, 2), "", {3, 9}, 1, kLastLine}, "ff", {3, 9}, {1, 4}, {1, 10}, "q"});
  std::string bytes = ExtractionBytes(extraction);
  std::optional<Extraction> read = ReadExtractionBytes(bytes);
  ASSERT_TRUE(read);
  EXPECT_EQ(ExtractionBytes(*read), bytes);
  EXPECT_EQ(read->claims.back().value.stated, claim.value.stated);
  EXPECT_EQ(read->claims.back().value.lenient, claim.value.lenient);
  EXPECT_EQ(read->claims.back().doc, "a.md");
  EXPECT_EQ(read->info.sketch, extraction.info.sketch);
  EXPECT_EQ(read->waivers.at(0).waiver.until, MakeDay(2025, 1, 2));
  // Cut short or changed, it is damaged or another value, but never read past its end.
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(ReadExtractionBytes(std::string_view(bytes).substr(0, size))) << size;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string other = bytes;
    other[at] = static_cast<char>(other[at] ^ 0x55);
    ReadExtractionBytes(other);
  }
}

std::vector<fs::path> CacheFiles(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  return files;
}

TEST(ReadCache, ChangesNothingButTheTime) {
  GitFixture git("cache");
  git.Write("a.md", "Microsoft invested $13 billion in OpenAI. <!-- tally-ignore date_conflict: no -->\n");
  git.Write("b.md", "Microsoft invested $1.3 billion in OpenAI.\n");
  ProgramRun without = git.Shell("tally check . --format text,json=without.json");
  ProgramRun cold = git.Shell("tally check . --cache c --format text,json=cold.json");
  std::vector<fs::path> files = CacheFiles(git.folder() / "c");
  ASSERT_EQ(files.size(), 1u);
  ProgramRun warm = git.Shell("tally check . --cache c --format text,json=warm.json");
  EXPECT_EQ(without.status, 1);
  for (const ProgramRun* run : {&cold, &warm}) {
    EXPECT_EQ(run->status, 1);
    EXPECT_EQ(run->out, without.out);
    EXPECT_EQ(run->err, without.err);
  }
  EXPECT_EQ(git.Read("cold.json"), git.Read("without.json"));
  EXPECT_EQ(git.Read("warm.json"), git.Read("without.json"));
  EXPECT_EQ(CacheFiles(git.folder() / "c"), files) << "nothing new, nothing written";

  // Another text, and other rules, are read anew.
  git.Write("b.md", "Microsoft invested $13 billion in OpenAI.\n");
  EXPECT_EQ(git.Shell("tally check . --cache c").status, 0);
  EXPECT_EQ(CacheFiles(git.folder() / "c").size(), 2u);
  git.Write("rules/words/holidays.txt", "");
  git.Shell("tally check . --cache c --rules rules --exclude rules");
  EXPECT_EQ(CacheFiles(git.folder() / "c").size(), 3u);
}

TEST(ReadCache, WhatIsDamagedIsReadAnewWithANote) {
  GitFixture git("damaged");
  git.Write("a.md", "Microsoft invested $13 billion in OpenAI.\n");
  git.Write("b.md", "Microsoft invested $1.3 billion in OpenAI.\n");
  std::string good = git.Shell("tally check . --cache c").out;
  fs::path file = CacheFiles(git.folder() / "c").at(0);
  std::string path = fs::relative(file, git.folder()).string();
  const std::string bytes = git.Read(path);
  std::string flipped = bytes;
  flipped[bytes.size() - 20] = static_cast<char>(flipped[bytes.size() - 20] ^ 1);
  for (const std::string& damaged :
       {flipped, bytes.substr(0, bytes.size() / 2), std::string("no cache"), std::string()}) {
    fs::remove_all(git.folder() / "c");
    git.Write(path, damaged);
    ProgramRun run = git.Shell("tally check . --cache c");
    EXPECT_EQ(run.out, good);
    EXPECT_EQ(run.status, 1);
    EXPECT_NE(run.err.find("tally: note: c: 1 part of the cache is damaged, and was read anew\n"),
              std::string::npos)
        << run.err;
    ProgramRun next = git.Shell("tally check . --cache c");
    EXPECT_EQ(next.out, good);
    EXPECT_EQ(next.err.find("damaged"), std::string::npos) << "it was replaced\n" << next.err;
  }
  // A folder that cannot be written costs time alone.
  git.Write("file", "");
  ProgramRun run = git.Shell("tally check . --cache file/c");
  EXPECT_EQ(run.out, good);
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("the cache stays as it was"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace tally
