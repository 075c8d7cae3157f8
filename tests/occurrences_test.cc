// The index of places beside the plain search that it stands for.
#include "mentions/occurrences.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace tally {
namespace {

using Places = std::vector<std::pair<const char*, std::size_t>>;

Places Indexed(const Occurrences& occurrences, std::string_view what) {
  Places places;
  occurrences.ForEach(what,
                      [&](std::string_view text, std::size_t at) { places.emplace_back(text.data(), at); });
  return places;
}

Places Searched(const Occurrences& occurrences, std::string_view what) {
  Places places;
  occurrences.ForEachSlowly(
      what, [&](std::string_view text, std::size_t at) { places.emplace_back(text.data(), at); });
  return places;
}

TEST(Occurrences, AreCounted) {
  std::string first = "星澜科技与星澜科技集团";
  std::string second = "科技";
  Occurrences occurrences;
  occurrences.Add(first);
  occurrences.Add(second);
  occurrences.Index();
  EXPECT_EQ(occurrences.Count("星澜科技"), 2u);
  EXPECT_EQ(occurrences.Count("科技"), 3u);
  EXPECT_EQ(occurrences.Count("集团科技"), 0u);  // never across two texts
  EXPECT_EQ(occurrences.Count(""), 0u);
}

TEST(Occurrences, DoNotOverlap) {
  std::string text = "ababababab";
  Occurrences occurrences;
  occurrences.Add(text);
  occurrences.Index();
  EXPECT_EQ(occurrences.Count("abab"), 2u);
}

TEST(Occurrences, AreThoseOfAPlainSearch) {
  const std::string_view pieces[] = {"a", "b", "ab", " ", "中", "中文", "\x80", "\xE4\xB8", "é", "😀"};
  std::mt19937 random(11);
  auto make = [&](unsigned most) {
    std::string text;
    for (auto k = random() % (most + 1); k > 0; --k) text += pieces[random() % std::size(pieces)];
    return text;
  };
  for (int round = 0; round < 200; ++round) {
    std::vector<std::string> texts;
    for (int k = 0; k < 4; ++k) texts.push_back(make(60));
    Occurrences occurrences;
    for (const std::string& text : texts) occurrences.Add(text);
    occurrences.Index();
    for (int k = 0; k < 50; ++k) {
      std::string what = make(4);
      ASSERT_EQ(Indexed(occurrences, what), Searched(occurrences, what)) << what;
    }
  }
}

}  // namespace
}  // namespace tally
