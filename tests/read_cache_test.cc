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
  CachedDocument document;
  document.info = {"a.md", "ff", "题目", "Example Daily", "", MakeDay(2025, 3, 20), true, "09:04", "zh", "",
                   {1, 2}, 5,    1};
  std::vector<Claim> claims = InvestmentClaims();
  Claim claim = claims.front();
  claim.value.stated = {Decimal::Parse("-0.000000000000000000000000000123456789"), std::nullopt};
  claim.value.lenient = {Decimal::Parse("123456789012345678901234567890123456789012345678901234567890"),
                         Decimal(0)};
  claim.period = DateRange{MakeDay(1, 1, 1), std::nullopt};
  claim.speaker = EntityRef{"a", "b", "c"};
  claim.confidence = 77;
  claims.push_back(claim);
  document.outline = {7, {"investment"}, {1, ~std::uint64_t{0}}, {}, {3}};
  document.problems = {"front matter: line 3"};
  document.waivers.push_back(
      {{{"all"}, "why", MakeDay(2025, 1, 2), "", {3, 9}, 1, kLastLine}, "ff", {3, 9}, {1, 4}, {1, 10}, "q"});
  std::string bytes = DocumentBytes(document);
  std::optional<CachedDocument> read = ReadDocumentBytes(bytes);
  ASSERT_TRUE(read);
  EXPECT_EQ(DocumentBytes(*read), bytes);
  EXPECT_EQ(read->info.sketch, document.info.sketch);
  EXPECT_EQ(read->outline.names, document.outline.names);
  EXPECT_EQ(read->waivers.at(0).waiver.until, MakeDay(2025, 1, 2));
  std::string claim_bytes = ClaimBytes(claims);
  auto read_claims = ReadClaimBytes(claim_bytes, document.info);
  ASSERT_TRUE(read_claims);
  EXPECT_EQ(ClaimBytes(*read_claims), claim_bytes);
  EXPECT_EQ(read_claims->back().value.stated, claim.value.stated);
  EXPECT_EQ(read_claims->back().value.lenient, claim.value.lenient);
  EXPECT_EQ(read_claims->back().doc, "a.md");
  // Cut short or changed, it is damaged or another value, but never read past its end.
  for (const std::string& whole : {bytes, claim_bytes}) {
    auto read_it = [&](std::string_view part) {
      return whole == bytes ? ReadDocumentBytes(part).has_value()
                            : ReadClaimBytes(part, document.info).has_value();
    };
    for (std::size_t size = 0; size < whole.size(); ++size)
      EXPECT_FALSE(read_it(std::string_view(whole).substr(0, size))) << size;
    for (std::size_t at = 0; at < whole.size(); ++at) {
      std::string other = whole;
      other[at] = static_cast<char>(other[at] ^ 0x55);
      read_it(other);
    }
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

// What is kept depends on no threshold.
TEST(ReadCache, AThresholdMayChangeBetweenTwoRuns) {
  GitFixture git("threshold");
  git.Write("a.md", "Salesforce agreed to acquire Slack for $27.7 billion.\n");
  git.Write("n/b.md", "Oracle agreed to acquire Slack for $27.7 billion.\n");
  auto check = [&](const std::string& sure, const std::string& options) {
    git.Write("tally.toml", "[thresholds]\nsure_of_party = " + sure + "\n");
    return git.Shell("tally check a.md --against n " + options);
  };
  EXPECT_EQ(check("99", "--cache c").status, 0);
  EXPECT_EQ(check("60", "").status, 1);
  EXPECT_EQ(check("60", "--cache c").out, check("60", "").out);
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
