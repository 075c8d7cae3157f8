// Figures where lines end, columns meet, text is left out, and markup is never closed: none is made of two,
// and nothing goes unread without a word.
#include <gtest/gtest.h>

#include "document_fixture.h"
#include "input/binary_kind.h"
#include "rules_fixture.h"

namespace tally {
namespace {

// The quotes of a document with their values: "$3: 3; 30 people: 30".
std::string FiguresIn(const std::string& path, const std::string& raw) {
  std::string shown;
  for (const Claim& claim : ExtractOne(InputFile{path, raw}, TestToolkit()).claims) {
    if (!shown.empty()) shown += "; ";
    shown += claim.quote;
    if (claim.value.stated.lo) shown += ": " + claim.value.stated.lo->ToString();
  }
  return shown;
}

struct FigureCase {
  const char* path;
  const char* raw;
  const char* figures;
};

TEST(BrokenText, NoFigureGoesOnAcrossColumnsAndLines) {
  const FigureCase cases[] = {
      {"a.txt", "It raised $5 billion €6 billion and more.",
       "$5 billion: 5000000000; €6 billion: 6000000000"},
      {"a.txt", "The navy has two $13 billion carriers.", "$13 billion: 13000000000"},
      {"a.txt", "It sold for 5 US$ then.", "5 US$: 5"},
      {"a.txt", "Shares\t100\t200\t$3 billion\t€4 billion",
       "100: 100; 200: 200; $3 billion: 3000000000; €4 billion: 4000000000"},
      {"a.txt", "Acme\t$13 billion\t49%", "$13 billion: 13000000000; 49%: 49"},
      {"a.html", "<p>Sales of 100<br>200 and costs of $3<br>billion</p>", "100: 100; 200: 200; $3: 3"},
      {"a.md", "Sales of 100<br>200 people, $3<br>billion", "100: 100; 200 people: 200; $3: 3"},
      {"a.html", "<p>募得十三<br>億美元</p>", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(FiguresIn(c.path, c.raw), c.figures) << c.raw;
}

TEST(BrokenText, RaisedNumbersAndMarksAreNoDigits) {
  const FigureCase cases[] = {
      {"a.html", "<p>Sales of 10<sup>9</sup> units.</p>", ""},
      {"a.md", "Sales of 10<sup>9</sup> units.", ""},
      {"a.txt", "Sales of 10^9 units.", ""},
      {"a.html", "<p>It paid $130<sup>1</sup> million.</p>", "$130<sup>1</sup> million: 130000000"},
      {"a.md", "It paid $130<sup>1</sup> million.", "$130<sup>1</sup> million: 130000000"},
      {"a.txt", "It paid $130[1] million for 45[2][3] people.",
       "$130[1] million: 130000000; 45[2][3] people: 45"},
      {"a.md", "It paid $130[1] million for 45[2] people.", "$130[1] million: 130000000; 45[2] people: 45"},
      {"a.html", "<p>It paid $130[1] million.</p>", "$130[1] million: 130000000"},
      {"a.txt", "成長 5%[1]，共 [3] 人", "5%: 5; 3: 3"},
  };
  for (const auto& c : cases) EXPECT_EQ(FiguresIn(c.path, c.raw), c.figures) << c.raw;
}

TEST(BrokenText, StruckOutTextGluesNothing) {
  const FigureCase cases[] = {
      {"a.md", "10~~20~~30 people came.", "10: 10; 30 people: 30"},
      {"a.md", "10<del>20</del>30 people came.", "10: 10; 30 people: 30"},
      {"a.html", "<p>10<s>20</s>30 people came.</p>", "10: 10; 30 people: 30"},
      {"a.md", "It cost ~~$5~~ $6 million.", "$6 million: 6000000"},
      {"a.md", "募得~~130億~~13億美元", "13億美元: 1300000000"},
  };
  for (const auto& c : cases) EXPECT_EQ(FiguresIn(c.path, c.raw), c.figures) << c.raw;
}

TEST(BrokenText, LinesThatCutAFigureJoin) {
  const FigureCase cases[] = {
      {"a.txt", "標題\n\n公司投資了一百三\n十億元。\n", "一百三\n十億元: 13000000000"},
      {"a.txt", "Title\n\nThe company said it raised $130 mil-\nlion in a round.\n",
       "$130 mil-\nlion: 130000000"},
      {"a.txt", "Title\n\nThe company had 20 thou-\nsand people.\n", "20 thou-\nsand people: 20000"},
      {"a.txt", "Title\n\nThe company will open on Oct.\n15, 2024 with 20 people.\n",
       "Oct.\n15, 2024; 20 people: 20"},
      {"a.txt", "Title\n\nIt was a four-\nyear plan.\n", "four-\nyear: 4"},
  };
  for (const auto& c : cases) EXPECT_EQ(FiguresIn(c.path, c.raw), c.figures) << c.raw;
}

TEST(BrokenText, LinesOfAListStayApart) {
  EXPECT_EQ(Show(Read("a.txt", "標題\n\n第一\n十一、人事\n")), "title: 标题\nbody: 第一\nbody: 十一、人事\n");
  EXPECT_EQ(Show(Read("a.txt", "Title\n\nIn the year of Oct\n15 people\n")),
            "title: Title\nbody: In the year of Oct 15 people\n");
}

TEST(BrokenText, SmallFractionsNeedWordsThatSaySo) {
  const FigureCase cases[] = {
      {"a.txt", "Talks on 5/8 were short.", ""},
      {"a.txt", "They won 3/5 games.", ""},
      {"a.txt", "會談於 5/8 舉行。", ""},
      {"a.txt", "About 1/20 of them left.", "About 1/20: 0.05"},
      {"a.txt", "體積只有原來的1/20。", "1/20: 0.05"},
      {"a.txt", "2/3的人同意。", "2/3: 0.666666666666"},
      {"a.txt", "A 5/8 inch bolt.", "5/8: 0.625"},
      {"a.txt", "1/1000 failed.", "1/1000: 0.001"},
  };
  for (const auto& c : cases) EXPECT_EQ(FiguresIn(c.path, c.raw), c.figures) << c.raw;
}

std::string ProblemsOf(const std::string& path, const std::string& raw) {
  std::string shown;
  for (const std::string& problem : Read(path, raw).problems) shown += problem + "\n";
  return shown;
}

TEST(BrokenText, WhatIsNeverClosedIsSaid) {
  const struct {
    const char* raw;
    const char* problems;
    const char* figures;
  } cases[] = {
      {"Acme paid {{< $3 billion.\n\nAcme paid $4.\n\n{{< figure >}}\n",
       "Markdown: line 1: \"{{\" is not closed; read as text\n", "$3 billion: 3000000000; $4: 4"},
      {"Acme paid $3.\n\n{% if Acme paid $4.\n", "Markdown: line 3: \"{%\" is not closed; read as text\n",
       "$3: 3; $4: 4"},
      {"Acme paid $3.\n\n```\nAcme paid $4.\n",
       "Markdown: line 3: the block of code that begins here is not closed; nothing behind it is read\n",
       "$3: 3"},
      {"Acme paid $3.\n\n```\nAcme paid $4.\n```\n", "", "$3: 3"},
      {"---\nAcme said: it paid $3\n---\n\nAcme paid $4.\n", "", "$3: 3; $4: 4"},
      {"---\ntitle: A text\n\nAcme paid $3.\n\n---\n\nAcme paid $4.\n",
       "front matter: line 1: is not closed with \"---\"; it ends before the first line of prose\n",
       "$3: 3; $4: 4"},
      {"---\ntitle: A text\n\ntags:\n- a\n---\n\nAcme paid $4.\n", "", "$4: 4"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(ProblemsOf("a.md", c.raw), c.problems) << c.raw;
    EXPECT_EQ(FiguresIn("a.md", c.raw), c.figures) << c.raw;
  }
}

TEST(BrokenText, ListsOfLinksWithFiguresAreRead) {
  std::string article =
      "<article><h1>The largest rounds of the year</h1><p>These were the largest rounds of the "
      "year by what the companies said of them.</p>";
  std::string list;
  std::string rows;
  std::string menu;
  for (const char* name : {"Acme", "Brex", "Curo", "Dole"}) {
    list += std::string("<li><a href=/1>") + name + " raises $5 billion</a></li>";
    rows += std::string("<tr><td><a href=/1>") + name + "</a><td><a href=/1>5 people</a>";
    menu += std::string("<li><a href=/1>More of ") + name + " 24</a></li>";
  }
  auto shown = [&](const std::string& part) { return Show(Read("a.html", article + part)); };
  EXPECT_NE(shown("<ul>" + list + "</ul>").find("Dole raises $5 billion"), std::string::npos);
  EXPECT_NE(shown("<table>" + rows + "</table>").find("Dole|5 people"), std::string::npos);
  EXPECT_EQ(shown("<ul>" + menu + "</ul>").find("More of"), std::string::npos);
  EXPECT_NE(shown("<table>" + rows + "</table><ul>" + menu + "</ul>").find("Dole|5 people"),
            std::string::npos);
}

TEST(BrokenText, FilesThatAreNoTextAreNamed) {
  using namespace std::string_view_literals;
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"%PDF-1.7\nAcme paid $5", "looks like a PDF, not text: convert it first, e.g. with pdftotext"},
      {"\x7F"
       "ELF\x02\x01",
       "looks like a program (ELF), not text"},
      {"\x89PNG\r\n\x1A\n", "looks like a picture (PNG), not text: convert it first, e.g. with tesseract"},
      {"PK\x03\x04 word/document.xml",
       "looks like a Word document, not text: convert it first, e.g. with pandoc -t plain"},
      {"\0\1\2\3\0\1\2\3\4\5\6"sv, "looks like binary data, not text"},
      {"Acme paid $5", ""},
      {"Acme\0paid $5 billion for it."sv, ""},
      {"\xFF\xFE"
       "A\0c\0m\0e\0"sv,
       ""},
      {"A\0c\0m\0e\0 \0p\0a\0i\0d\0 \0$\0"
       "5\0.\0\n\0"sv,
       ""},
      {"", ""},
  };
  for (const auto& [bytes, problem] : cases) EXPECT_EQ(NoTextProblem(bytes), problem) << bytes;
}

}  // namespace
}  // namespace tally
