// Texts in every encoding: decoded, found, declared rightly and wrongly; and each character in its place.
#include "document/encoding.h"

#include <gtest/gtest.h>
#include <iconv.h>

#include <algorithm>
#include <random>

#include "base/utf8.h"
#include "document/declared_encoding.h"
#include "document/decode.h"
#include "document/source_text.h"
#include "document_fixture.h"

namespace tally {
namespace {

// By the C library, so that what we decode was made by another hand.
std::string Encoded(const std::string& text, const char* encoding) {
  iconv_t converter = iconv_open(encoding, "UTF-8");
  EXPECT_NE(converter, reinterpret_cast<iconv_t>(-1)) << encoding;
  std::string out(text.size() * 4 + 8, '\0');
  char* from = const_cast<char*>(text.data());
  char* to = out.data();
  std::size_t from_left = text.size();
  std::size_t to_left = out.size();
  EXPECT_EQ(iconv(converter, &from, &from_left, &to, &to_left), 0u) << encoding << ": " << from;
  iconv_close(converter);
  out.resize(out.size() - to_left);
  return out;
}

const std::string kTraditional =
    "微軟向開放人工智慧公司投資 130 億美元，佔股 49%。\n這筆交易在三月二十日宣布，雙方在港口簽字。\n";
const std::string kSimplified =
    "微软向开放人工智能公司投资 130 亿美元，占股 49%。\n这笔交易在三月二十日宣布，双方在港口签字。\n";
const std::string kJapanese =
    "マイクロソフトは130億ドルを投資した。\nこの取引は３月２０日に発表されました。\n";
const std::string kKorean = "마이크로소프트는 130억 달러를 투자했다.\n이 거래는 3월 20일에 발표되었다.\n";
const std::string kFrench =
    "La société a levé 130 millions d’euros – près de 5 % de plus qu’en été « 2024 ».\n";

struct EncodedCase {
  const char* name;
  Encoding encoding;
  const char* made_by;
  std::string text;
};

std::vector<EncodedCase> EncodedCases() {
  return {
      {"UTF-8", Encoding::kUtf8, "UTF-8", kTraditional},
      {"UTF-16LE", Encoding::kUtf16Le, "UTF-16LE", kTraditional},
      {"UTF-16BE", Encoding::kUtf16Be, "UTF-16BE", kSimplified},
      {"UTF-16 of English", Encoding::kUtf16Le, "UTF-16LE", "Revenue rose to $3 billion.\n"},
      {"GB2312", Encoding::kGb18030, "GB2312", kSimplified},
      {"GBK, traditional", Encoding::kGb18030, "GBK", kTraditional},
      {"GB18030, four bytes", Encoding::kGb18030, "GB18030", kSimplified + "㐀𠀀😀\n"},
      {"Big5", Encoding::kBig5, "BIG5", kTraditional},
      {"Big5-HKSCS", Encoding::kBig5, "BIG5-HKSCS", "佢哋喺香港嘅公司話今年賺咗 5 億港元。\n"},
      {"Shift_JIS", Encoding::kShiftJis, "SHIFT_JIS", kJapanese},
      {"EUC-JP", Encoding::kEucJp, "EUC-JP", kJapanese},
      {"EUC-KR", Encoding::kEucKr, "EUC-KR", kKorean},
      {"windows-1252", Encoding::kWindows1252, "WINDOWS-1252", kFrench},
  };
}

TEST(Encodings, AreFoundAndDecoded) {
  for (const EncodedCase& c : EncodedCases()) {
    SourceText source = ReadSourceText(Encoded(c.text, c.made_by), std::nullopt);
    EXPECT_EQ(EncodingName(source.encoding), EncodingName(c.encoding)) << c.name;
    EXPECT_EQ(source.text, c.text) << c.name;
    EXPECT_EQ(source.problems, std::vector<std::string>()) << c.name;
  }
}

TEST(Encodings, AreTakenAsAsked) {
  for (const EncodedCase& c : EncodedCases()) {
    SourceText source = ReadSourceText(Encoded(c.text, c.made_by), c.encoding);
    EXPECT_EQ(source.text, c.text) << c.name;
    EXPECT_EQ(source.problems, std::vector<std::string>()) << c.name;
  }
}

TEST(Encodings, EveryCharacterKeepsItsPlace) {
  for (const EncodedCase& c : EncodedCases()) {
    SourceText source = ReadSourceText(Encoded(c.text, c.made_by), std::nullopt);
    std::string raw = Encoded(c.text, c.made_by);
    std::size_t end = 0;
    for (std::size_t at = 0; at < source.text.size();) {
      std::size_t length = DecodeUtf8(source.text, at).length;
      Span span = source.bytes.ToFile({at, at + length});
      EXPECT_EQ(span.start, end) << c.name;
      EXPECT_EQ(raw.substr(span.start, span.size()), Encoded(source.text.substr(at, length), c.made_by))
          << c.name;
      end = span.end;
      at += length;
    }
    EXPECT_EQ(end, raw.size()) << c.name;
  }
}

TEST(Encodings, ByteOrderMarksAreBelieved) {
  struct {
    std::string raw;
    Encoding encoding;
    std::string text;
  } cases[] = {
      {"\xFF\xFE" + Encoded("5 億", "UTF-16LE"), Encoding::kUtf16Le, "5 億"},
      {"\xFE\xFF" + Encoded("億😀", "UTF-16BE"), Encoding::kUtf16Be, "億😀"},
      {"\xEF\xBB\xBF"
       "5 億",
       Encoding::kUtf8,
       "\xEF\xBB\xBF"
       "5 億"},
      {"\xFF\xFE", Encoding::kUtf16Le, ""},
  };
  for (const auto& c : cases) {
    SourceText source = ReadSourceText(c.raw, std::nullopt);
    EXPECT_EQ(source.encoding, c.encoding);
    EXPECT_EQ(source.text, c.text);
    EXPECT_TRUE(source.problems.empty()) << source.problems[0];
  }
}

TEST(Encodings, DeclarationsAreRead) {
  struct {
    std::string page;
    std::string label;
  } cases[] = {
      {"<!DOCTYPE html><html><head><META CharSet='GBK'>", "gbk"},
      {"<meta name=a content=b><meta http-equiv=\"Content-Type\" content=\"text/html; charset=big5\" />",
       "big5"},
      {"<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><html>", "shift_jis"},
      {" <meta charset = utf-8>", "utf-8"},
      {"<meta charset=", ""},
      {"<html><body>charset=gbk", ""},
      {"A page with <meta charset=gbk> in it", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(DeclaredEncoding(c.page), c.label) << c.page;
}

TEST(Encodings, WrongDeclarationsAreNoticed) {
  struct {
    const char* declared;
    const char* made_by;
    std::string text;
    std::vector<std::string> problems;
  } cases[] = {
      {"big5", "GBK", kSimplified, {"encoding: declared big5, but reads as gb18030"}},
      {"gb2312", "BIG5", kTraditional, {"encoding: declared gb2312, but reads as big5"}},
      {"utf-8", "GBK", kSimplified, {"encoding: declared utf-8, but reads as gb18030"}},
      {"gbk", "UTF-8", kSimplified, {"encoding: declared gbk, but reads as utf-8"}},
      {"shift_jis", "GBK", kSimplified, {"encoding: declared shift_jis, but reads as gb18030"}},
      {"iso-8859-1", "BIG5", kTraditional, {"encoding: declared iso-8859-1, but reads as big5"}},
      {"gb2312", "GBK", kTraditional, {}},
      {"euc-kr", "EUC-KR", kKorean, {}},
      {"no-such", "GBK", kSimplified, {}},
      {"big5", "ASCII", "5 billion", {}},
  };
  for (const auto& c : cases) {
    std::string page = "<html><head><meta charset=\"" + std::string(c.declared) + "\"></head><body>" + c.text;
    SourceText source = ReadSourceText(Encoded(page, c.made_by), std::nullopt);
    EXPECT_EQ(source.text, page) << c.declared << " in " << c.made_by;
    EXPECT_EQ(source.problems, c.problems) << c.declared << " in " << c.made_by;
  }
}

TEST(Encodings, WhatIsAskedForIsDoneAndDoubted) {
  SourceText source = ReadSourceText(Encoded(kSimplified, "GBK"), Encoding::kBig5);
  EXPECT_EQ(source.encoding, Encoding::kBig5);
  ASSERT_FALSE(source.problems.empty());
  EXPECT_EQ(source.problems[0], "encoding: read as big5, as asked, but looks like gb18030");
  EXPECT_EQ(ReadSourceText(kSimplified, Encoding::kGb18030).problems.at(0),
            "encoding: read as gb18030, as asked, but looks like utf-8");
}

TEST(Encodings, CutAndStrayBytesLoseNothingElse) {
  struct {
    Encoding encoding;
    std::string raw;
    std::string text;
    std::string problem;
  } cases[] = {
      {Encoding::kGb18030, "5 \xD2\xDA\xC3", "5 亿\uFFFD",
       "encoding: 1 malformed sequence of gb18030, the first at byte 4"},
      {Encoding::kGb18030, "\xD2\n5 \xD2\xDA", "\uFFFD\n5 亿",
       "encoding: 1 malformed sequence of gb18030, the first at byte 0"},
      {Encoding::kGb18030, "\x81\x30\x81",
       "\uFFFD"
       "0\uFFFD",
       "encoding: 2 malformed sequences of gb18030, the first at byte 0"},
      {Encoding::kBig5,
       "\xA4\xA4\xFF"
       "5",
       "中\uFFFD"
       "5",
       "encoding: 1 malformed sequence of big5, the first at byte 2"},
      {Encoding::kShiftJis,
       "\x83"
       "\n",
       "\uFFFD\n", "encoding: 1 malformed sequence of shift_jis, the first at byte 0"},
      {Encoding::kUtf16Le,
       std::string("5\0\0\xD8"
                   "6\0\x37",
                   7),
       "5\uFFFD"
       "6\uFFFD",
       "encoding: 2 malformed sequences of utf-16le, the first at byte 2"},
      {Encoding::kUtf8, "億\xE5\x84", "億\xE5\x84",
       "encoding: 2 malformed sequences of utf-8, the first at byte 3"},
  };
  for (const auto& c : cases) {
    SourceText source = ReadSourceText(c.raw, c.encoding);
    EXPECT_EQ(source.text, c.text);
    EXPECT_EQ(source.problems.empty() ? "" : source.problems.back(), c.problem);
    if (c.encoding != Encoding::kUtf8) {
      EXPECT_EQ(source.bytes.ToFile({0, c.text.size()}), (Span{0, c.raw.size()}));
    }
  }
}

// A text that is UTF-8 but for a few bytes is that, and one that makes sense in no encoding too.
TEST(Encodings, MostlyUtf8StaysTheFile) {
  for (const std::string& raw :
       {kTraditional + "\xFF\xE4\xB8", std::string("\xFF\xFE\xFD stray \x80\x81"),
        kSimplified.substr(0, kSimplified.size() - 2), std::string("caf\u00E9 \xC3 10 \u20AC")}) {
    SourceText source = ReadSourceText("a" + raw, std::nullopt);
    EXPECT_EQ(source.encoding, Encoding::kUtf8);
    EXPECT_EQ(source.text, "a" + raw);
    EXPECT_EQ(source.problems.size(), 1u);
  }
}

TEST(Encodings, LabelsMeanWhatBrowsersTakeThemFor) {
  EXPECT_EQ(EncodingFromLabel(" GB2312 "), Encoding::kGb18030);
  EXPECT_EQ(EncodingFromLabel("Big5-HKSCS"), Encoding::kBig5);
  EXPECT_EQ(EncodingFromLabel("x-sjis"), Encoding::kShiftJis);
  EXPECT_EQ(EncodingFromLabel("iso-8859-1"), Encoding::kWindows1252);
  EXPECT_EQ(EncodingFromLabel("utf-7"), std::nullopt);
  EXPECT_EQ(EncodingFromLabel(""), std::nullopt);
  for (const std::string& name : EncodingNames()) EXPECT_EQ(EncodingName(*EncodingFromLabel(name)), name);
}

// Blocks in every encoding name the bytes that they were read from.
TEST(Encodings, BlocksMapToTheBytesOfTheFile) {
  for (const EncodedCase& c : EncodedCases()) {
    std::string raw = Encoded(c.text, c.made_by);
    Document document = Read("a.txt", raw);
    ASSERT_FALSE(document.blocks.empty()) << c.name;
    for (const Block& block : document.blocks) {
      std::size_t at = block.text.str().find("130");
      if (at == std::string::npos) continue;
      Span span = document.bytes.ToFile(block.text.ToOriginal({at, at + 3}));
      EXPECT_EQ(raw.substr(span.start, span.size()), Encoded("130", c.made_by)) << c.name;
    }
  }
}

TEST(Encodings, AnyBytesAreRead) {
  std::mt19937 random(20250322);
  for (int round = 0; round < 400; ++round) {
    std::string raw(random() % 80, '\0');
    for (char& c : raw)
      c = static_cast<char>(random() % (round % 2 == 0 ? 256 : 8) + (round % 2 == 0 ? 0 : 0x7C));
    for (int encoding = -1; encoding <= static_cast<int>(Encoding::kWindows1252); ++encoding) {
      auto forced = encoding < 0 ? std::nullopt : std::optional(static_cast<Encoding>(encoding));
      SourceText source = ReadSourceText(raw, forced);
      Span all = source.bytes.ToFile({0, source.text.size()});
      EXPECT_LE(all.end, raw.size());
      if (!source.text.empty()) {
        EXPECT_EQ(all.end, raw.size());
      }
    }
  }
}

}  // namespace
}  // namespace tally
