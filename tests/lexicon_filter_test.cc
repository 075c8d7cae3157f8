// The filter over several lexicons beside the lexicons themselves: it may say yes too often, never no
// wrongly.
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

#include "base/lexicon.h"

namespace tally {
namespace {

constexpr std::string_view kPieces[] = {"a",  "b", "B", "é", "·", "中", "文", "司",
                                        "公", "3", "7", " ", ",", "。", "😀"};

std::string Words(std::mt19937& random, unsigned most) {
  std::string text;
  for (auto k = random() % most + 1; k > 0; --k) text += kPieces[random() % std::size(kPieces)];
  return text;
}

TEST(LexiconFilter, NeverDeniesAKey) {
  std::mt19937 random(5);
  for (int round = 0; round < 60; ++round) {
    Lexicon lexicons[3];
    LexiconFilter filter(8);
    for (std::size_t i = 0; i < std::size(lexicons); ++i) {
      for (std::uint32_t k = static_cast<std::uint32_t>(random()) % 40; k > 0; --k)
        lexicons[i].Add(Words(random, 5), k);
      lexicons[i].Freeze(Lexicon::Ways::kBoth);
      filter.Add(lexicons[i], static_cast<LexiconFilter::Mask>(1u << i));
    }
    std::string text = Words(random, 200);
    std::vector<LexiconFilter::Place> places;
    filter.Find(text, places);
    std::map<std::size_t, LexiconFilter::Mask> found;
    for (const LexiconFilter::Place& place : places) found[place.at] = place.lexicons;
    ASSERT_EQ(found.size(), places.size());
    for (std::size_t at = 0; at < text.size(); at += LengthByLead(text[at])) {
      for (std::size_t i = 0; i < std::size(lexicons); ++i) {
        if (lexicons[i].Longest(text, at)) {
          ASSERT_TRUE(filter.At(text, at) >> i & 1) << text << " at " << at;
          ASSERT_TRUE(found.contains(at) && (found[at] >> i & 1)) << text << " at " << at;
        }
        if (lexicons[i].LongestLoose(text, at)) {
          ASSERT_TRUE(filter.At(text, at) >> i & 1) << text << " at " << at;
        }
      }
    }
  }
}

TEST(LexiconFilter, FindsEveryWord) {
  LexiconFilter filter;
  std::string text = "Die 3bn in Zürich, 中文 A1";
  std::vector<LexiconFilter::Place> places;
  filter.Find(text, places);
  std::vector<std::string> words;
  for (const LexiconFilter::Place& place : places) words.push_back(text.substr(place.at, 2));
  EXPECT_EQ(words, (std::vector<std::string>{"Di", "3b", "in", "Z\xC3", "ü", "ri", "A1"}));
}

// A trie keeps the first payload of a key, whatever the order.
TEST(Lexicon, KeepsTheFirstPayload) {
  Lexicon lexicon;
  EXPECT_EQ(lexicon.Add("公司", 1), 1u);
  EXPECT_EQ(lexicon.Add("公", 2), 2u);
  EXPECT_EQ(lexicon.Add("公司", 3), 1u);
  lexicon.Freeze(Lexicon::Ways::kBoth);
  auto hit = lexicon.Longest("公司", 0);
  ASSERT_TRUE(hit);
  EXPECT_EQ(hit->value, 1u);
  EXPECT_EQ(hit->length, 6u);
  EXPECT_EQ(lexicon.Find("公"), 2u);
}

}  // namespace
}  // namespace tally
