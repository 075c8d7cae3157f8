// GitHub's hash of a line, beside a twin that takes each window anew.
#include "report/line_hash.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <random>
#include <vector>

namespace tally {
namespace {

using Hashes = std::map<std::size_t, std::string>;

std::set<std::size_t> AllLines() {
  std::set<std::size_t> lines;
  for (std::size_t line = 1; line <= 1000; ++line) lines.insert(line);
  return lines;
}

std::vector<std::string> HashesOf(const std::string& text) {
  std::vector<std::string> hashes;
  for (const auto& [line, hash] : LineHashes(text, AllLines())) {
    EXPECT_EQ(line, hashes.size() + 1);
    hashes.push_back(hash);
  }
  return hashes;
}

// The sum over a hundred units of unit × 37^(99 - place), for each line from its first unit that is no blank.
std::vector<std::string> SlowHashes(const std::string& text) {
  icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
  std::vector<std::uint16_t> kept;
  std::vector<std::size_t> starts;
  bool at_start = true;
  auto keep = [&](std::uint16_t unit) {
    if (at_start) starts.push_back(kept.size());
    at_start = unit == '\n';
    kept.push_back(unit);
  };
  for (int i = 0; i < units.length(); ++i) {
    std::uint16_t unit = units[i];
    if (unit == ' ' || unit == '\t' || (unit == '\n' && i > 0 && units[i - 1] == '\r')) continue;
    keep(unit == '\r' ? '\n' : unit);
  }
  keep(0xFFFF);
  kept.resize(kept.size() + 100);
  std::vector<std::string> hashes;
  std::map<std::uint64_t, int> counts;
  for (std::size_t start : starts) {
    std::uint64_t hash = 0;
    for (std::size_t i = start; i < start + 100; ++i) hash = hash * 37 + kept[i];
    hashes.push_back(fmt::format("{:x}:{}", hash, ++counts[hash]));
  }
  return hashes;
}

TEST(LineHash, KnownValues) {
  EXPECT_EQ(HashesOf(""), std::vector<std::string>({"c129715d7a2bc9a3:1"}));
  EXPECT_EQ(HashesOf("one\ntwo"), std::vector<std::string>({"7380e4cc9846ad91:1", "7926ff05c299dd0d:1"}));
}

TEST(LineHash, IsThatOfItsSlowTwin) {
  const std::vector<std::string> pieces = {
      "微軟投入 130 億美元",
      "😀",
      "\n",
      "\n\n",
      "\r\n",
      "\r",
      "\t",
      " ",
      "a",
      "1.3亿",
      "a line that is long enough to fill a good part of the window, twice over"};
  std::mt19937 random(8);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (unsigned n = random() % 60; n > 0; --n) text += pieces[random() % pieces.size()];
    EXPECT_EQ(HashesOf(text), SlowHashes(text)) << text;
  }
}

TEST(LineHash, LinesPutInAboveChangeNothing) {
  std::string text = "微軟在2023年投入了 130 億美元。\n第二行\n";
  std::string below = text + std::string(200, 'x');
  EXPECT_EQ(LineHashes(below, {1}).at(1), LineHashes("一行\n又一行\n" + below, {3}).at(3));
  EXPECT_NE(LineHashes(below, {1}).at(1), LineHashes(below, {2}).at(2));
}

TEST(LineHash, EqualLinesAreNumbered) {
  std::string line = std::string(120, 'x') + "\n";
  Hashes hashes = LineHashes(line + line + line, {1, 2, 3});
  EXPECT_TRUE(hashes.at(1).ends_with(":1"));
  EXPECT_EQ(hashes.at(2), hashes.at(1).substr(0, hashes.at(1).size() - 1) + "2");
}

TEST(LineHash, OnlyTheLinesAskedForAndOnlyOfUtf8) {
  EXPECT_EQ(LineHashes("a\nb\nc", {2}).size(), 1u);
  EXPECT_TRUE(LineHashes("a\nb", {7}).empty());
  EXPECT_TRUE(LineHashes("a\xFF", {1}).empty());
}

}  // namespace
}  // namespace tally
