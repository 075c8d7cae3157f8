// Every piece of folded text names the original bytes that it was read from: no more, no less, in order.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "base/fold.h"
#include "base/utf8.h"
#include "document_fixture.h"

namespace tally {
namespace {

struct Text {
  std::string path;
  std::string raw;
};

std::vector<Text> Texts() {
  return {
      {"a.md",
       "# 甲&amp;乙 **融資** 1３0 億\n\n營收為 **1,300** 萬元，年增\n_25_%，約合 "
       "US＄5&nbsp;million。\\*註\n\n> 第一行\n> second line\n\n"
       "- 他說[「３ 倍」](https://a.example/x_(1))成長\n- `code` 20*30*40~~x~~\n\n| a | 甲 |\n|---|---|\n| 5 "
       "億 | &#20740; |\n"},
      {"b.md",
       "---\r\ntitle: \"甲\\\"乙\\\" 130 \\u5104\"\r\ndescription: 'it''s 5 億'\r\nsummary: >-\r\n  第一\r\n "
       " 行 two\r\ntags: [甲, \"乙 3\"]\r\ndate: '2025-05-08'\r\n---\r\n"
       "總額為十三\r\n億美元，由 Acme\r\nCorp 出資。\r\n\r\n{{< x 5 >}}完\u200B畢\r\n"},
      {"c.txt",
       "\xEF\xBB\xBF標題１３０億\r\n\r\n　　第一段，見https://a.example/2025 的 "
       "５％。\r\n圖丨說明\xFF\xE4\xB8\r\n"},
      {"d.txt",
       "Acme Corp said on Thursday that it had raised $30\nmillion from two funds, which valued the "
       "company\n  at $1.2 "
       "billion. It was founded in 2019 and has\nabout 300 people in three states and it is said\nto want "
       "more.\n"},
  };
}

// References of HTML and escapes of YAML as the characters that they stand for.
std::string Decoded(std::string text) {
  const std::pair<std::string, std::string> kForms[] = {
      {"&amp;", "&"}, {"&nbsp;", " "}, {"&#20740;", "億"}, {"\\u5104", "億"}};
  for (const auto& [from, to] : kForms) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at))
      text.replace(at, from.size(), to);
  }
  return Fold(text);
}

// The original holds the slice, and beside it nothing but markup. Addresses and code are parts that are not
// read.
void ExpectCovers(std::string_view original, std::string_view slice) {
  std::string decoded = Decoded(std::string(original));
  constexpr std::string_view kMarkup = " \r\n\t*_\\~`>|-'\"[]().{}<#&;";
  bool with_unread = decoded.find("http") != std::string::npos || decoded.find("{{<") != std::string::npos ||
                     decoded.find('`') != std::string::npos || decoded.find("~~") != std::string::npos;
  std::size_t at = 0;
  for (char c : slice) {
    if (c == ' ') continue;
    while (at < decoded.size() && decoded[at] != c) {
      EXPECT_TRUE(with_unread || kMarkup.find(decoded[at]) != std::string_view::npos)
          << original << " / " << slice;
      ++at;
    }
    ASSERT_LT(at, decoded.size()) << original << " / " << slice;
    ++at;
  }
  for (; at < decoded.size(); ++at) {
    EXPECT_TRUE(with_unread || kMarkup.find(decoded[at]) != std::string_view::npos)
        << original << " / " << slice;
  }
}

std::vector<std::size_t> Bounds(std::string_view text) {
  std::vector<std::size_t> bounds;
  for (std::size_t at = 0; at < text.size(); at += DecodeUtf8(text, at).length) bounds.push_back(at);
  bounds.push_back(text.size());
  return bounds;
}

TEST(Spans, RandomSlicesMapToTheirOwnBytes) {
  std::mt19937 random(20250508);
  for (const Text& text : Texts()) {
    Document document = Read(text.path, text.raw);
    ASSERT_FALSE(document.blocks.empty());
    for (const Block& block : document.blocks) {
      std::vector<std::size_t> bounds = Bounds(block.text.str());
      for (int i = 0; i < 300; ++i) {
        std::size_t a = random() % bounds.size();
        std::size_t b = random() % bounds.size();
        if (a == b) continue;
        TextSpan slice{bounds[std::min(a, b)], bounds[std::max(a, b)]};
        // What is repeated from above a table's row stands elsewhere.
        if (std::ranges::any_of(block.context, [&](TextSpan c) { return c.Overlaps(slice); })) continue;
        Span span = block.text.ToOriginal(slice);
        ASSERT_LE(span.start, span.end);
        ASSERT_LE(span.end, document.text.size());
        ExpectCovers(document.Cut(span),
                     std::string_view(block.text.str()).substr(slice.start, slice.size()));
      }
    }
  }
}

TEST(Spans, CharactersStandInOrderAndApart) {
  for (const Text& text : Texts()) {
    for (const Block& block : Read(text.path, text.raw).blocks) {
      std::vector<std::size_t> bounds = Bounds(block.text.str());
      std::size_t end = 0;
      for (std::size_t i = 0; i + 1 < bounds.size(); ++i) {
        TextSpan character{bounds[i], bounds[i + 1]};
        if (std::ranges::any_of(block.context, [&](TextSpan c) { return c.Overlaps(character); })) continue;
        Span span = block.text.ToOriginal(character);
        EXPECT_GE(span.start, end) << text.path << ": " << block.text.str().substr(bounds[i]);
        EXPECT_GT(span.end, span.start);
        end = span.end;
      }
    }
  }
}

TEST(Spans, QuotesAreWhatTheFilePrints) {
  struct {
    std::string path;
    std::string raw;
    std::string folded;
    std::string original;
  } cases[] = {
      {"a.md", "募得**１３０**億美元", "130亿美元", "１３０**億美元"},
      {"a.md", "約 30\r\n  億美元", "30 亿美元", "30\r\n  億美元"},
      {"a.md", "十三\n億", "十三亿", "十三\n億"},
      {"a.md", "A&nbsp;5&amp;6", " 5&6", "&nbsp;5&amp;6"},
      {"a.md", "---\ntitle: 'it''s 5 億'\n---\n", "it's 5 亿", "it''s 5 億"},
      {"a.md", "---\ntitle: \"a \\\"5\\\" b\"\n---\n", "\"5\"", "\\\"5\\\""},
      {"a.md", "| 甲 | ５億 |\n|---|---|\n", "甲|5亿", "甲 | ５億"},
      {"a.txt", "\xEF\xBB\xBF題\nＵＳ＄５", "US$5", "ＵＳ＄５"},
      {"a.txt", "見 https://a.example/9，共", "见  ，", "見 https://a.example/9，"},
  };
  for (const auto& c : cases) {
    Document document = Read(c.path, c.raw);
    bool found = false;
    for (const Block& block : document.blocks) {
      std::size_t at = block.text.str().find(c.folded);
      if (at == std::string::npos) continue;
      found = true;
      EXPECT_EQ(document.Cut(block.text.ToOriginal({at, at + c.folded.size()})), c.original);
    }
    EXPECT_TRUE(found) << c.folded << " in\n" << Show(document);
  }
}

}  // namespace
}  // namespace tally
