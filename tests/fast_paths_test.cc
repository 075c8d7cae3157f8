// What is read fast where a text is as most texts are, against the plain way, on texts made of all that is
// not.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/fold.h"
#include "base/three_bytes.h"
#include "base/utf8.h"
#include "document/folded_text.h"

namespace tally {
namespace {

// Characters of every length, of one that folds into another, at the edges of the ranges that the fast ways
// take, and bytes that are none.
constexpr std::string_view kPieces[] = {
    "a",      "Z",      "7",        " ",        "\t",       "\n",     "\r",           "\x01",
    "\x7F",   "é",      "　",       "，",       "Ａ",       "微",     "軟",           "體",
    "一",     "鿿",    "䷿",       "䷀",       "䶿",      "㐀",     "가",           "힣",
    "힤",    "\u0FFF", "က",        "　",       "\u200B",   "\uFEFF", "\u0300",       "😀",
    "𠀀",     "\xE4",   "\x80",     "\xE4\xB8", "\xED",     "\xC0",   "\xED\xA0\x80", "\xE0\x80\x80",
    "\uFFFD", "…",      "“",        "·",        "・",       "−",      "\xF4",         "\xFF",
    "里",     "裡",     "\xE4\x41", "\xE9\xBF", "\xEC\x80", "ｚ",     "～",           "（",
    "）",     "億",     "萬",       "台"};

class RandomText {
 public:
  std::string Next(std::size_t most) {
    std::string text;
    for (std::size_t i = 0, n = Below(most); i < n; ++i) text += kPieces[Below(std::size(kPieces))];
    return text;
  }

 private:
  std::size_t Below(std::size_t end) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>(state_ >> 33) % end;
  }
  std::uint64_t state_ = 11;
};

TEST(FastPaths, WidthOfATextIsThatOfItsCharacters) {
  RandomText random;
  for (int round = 0; round < 2000; ++round) {
    std::string text = random.Next(30);
    int width = 0;
    for (std::size_t at = 0; at < text.size();) {
      CodePoint c = DecodeUtf8General(text, at);
      width += DisplayWidth(c.value);
      at += c.length;
    }
    ASSERT_EQ(DisplayWidth(text), width) << text;
  }
}

TEST(FastPaths, ThreeBytesAreReadAsTheyAreDecoded) {
  for (char32_t c = 0x800; c <= 0xFFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    AppendUtf8(c, text);
    ASSERT_EQ(text.size(), 3u);
    EXPECT_TRUE(TwoGoOn(text.data() + 1));
    EXPECT_EQ(ThreeBytes(text.data()), c);
  }
  EXPECT_FALSE(TwoGoOn("a\x80"));
  EXPECT_FALSE(TwoGoOn("\x80z"));
  EXPECT_FALSE(TwoGoOn("\xC0\x80"));
}

TEST(FastPaths, FoldedTextIsThatOfItsCharacters) {
  RandomText random;
  for (int round = 0; round < 1500; ++round) {
    // Some longer than what is folded at a time.
    std::string raw = random.Next(round % 50 == 0 ? 2000 : 40);
    constexpr std::size_t kOffset = 5;
    FoldedText fast;
    fast.Append(raw, kOffset);
    FoldedText plain;
    for (std::size_t at = 0; at < raw.size();) {
      CodePoint c = DecodeUtf8General(raw, at);
      plain.AppendOne(c.value, kOffset + at, c.length);
      at += c.length;
    }
    ASSERT_EQ(fast.str(), plain.str()) << raw;
    std::size_t step = 1 + fast.size() / 30;
    for (std::size_t from = 0; from < fast.size(); from += step) {
      for (std::size_t to = from + 1; to <= fast.size(); to += step) {
        Span one = fast.ToOriginal({from, to});
        Span other = plain.ToOriginal({from, to});
        ASSERT_EQ(one.start, other.start) << raw << " " << from << " " << to;
        ASSERT_EQ(one.end, other.end) << raw << " " << from << " " << to;
      }
    }
  }
}

TEST(FastPaths, AFoldedWordIsThatOfItsCharacters) {
  RandomText random;
  for (int round = 0; round < 1000; ++round) {
    std::string text = random.Next(20);
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
      CodePoint c = DecodeUtf8General(text, at);
      if (char32_t folded = FoldCodePoint(c.value)) AppendUtf8(folded, plain);
      at += c.length;
    }
    ASSERT_EQ(Fold(text), plain) << text;
  }
}

}  // namespace
}  // namespace tally
