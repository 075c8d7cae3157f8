// The dates of fields: front matter, <meta>, JSON. What is plain is read, and what is not costs no document.
#include "document/field_date.h"

#include <gtest/gtest.h>

#include "document_fixture.h"
#include "input/json_document.h"
#include "pipeline.h"
#include "rules_fixture.h"

namespace tally {
namespace {

std::string Shown(const std::string& field) {
  auto date = ReadFieldDate(field, TestWords());
  if (!date) return FieldDateProblem(field);
  return FormatDay(date->day) + (date->time.empty() ? "" : " " + date->time);
}

TEST(FieldDate, ReadsWhatIsPlain) {
  struct {
    std::string field;
    std::string shown;
  } cases[] = {
      {"2025-03-31", "2025-03-31"},
      {"2025/3/1", "2025-03-01"},
      {"2025.03.31 08:15", "2025-03-31 08:15"},
      {"20250331", "2025-03-31"},
      {"20250331T0815Z", "2025-03-31 08:15+00:00"},
      {"20250331081500", "2025-03-31 08:15"},
      {"31/03/2025", "2025-03-31"},
      {"03/31/2025 3:04 PM EST", "2025-03-31 15:04-05:00"},
      {"31.03.2025", "2025-03-31"},
      {"03-03-2025", "2025-03-03"},
      {"1743379200", "2025-03-31 00:00+00:00"},
      {"1743379200000", "2025-03-31 00:00+00:00"},
      {"1743379200.75", "2025-03-31 00:00+00:00"},
      {"Mon, 31 Mar 2025 08:15:00 +0800", "2025-03-31 08:15+08:00"},
      {"March 31, 2025", "2025-03-31"},
      {"31 March 2025 at 08:15 UTC", "2025-03-31 08:15+00:00"},
      {"2025年3月31日 08:15", "2025-03-31 08:15"},
      {" 31/03/2025", "2025-03-31"},
  };
  for (const auto& c : cases) EXPECT_EQ(Shown(c.field), c.shown) << c.field;
}

TEST(FieldDate, SaysWhatIsNotPlain) {
  struct {
    std::string field;
    std::string problem;
  } cases[] = {
      {"03/04/2025", "the date \"03/04/2025\" may have its day or its month first"},
      {"yesterday", "the date \"yesterday\" is not understood"},
      {"2025-02-30", "the date \"2025-02-30\" is not understood"},
      {"2025-03", "the date \"2025-03\" is not understood"},
      {"32/13/2025", "the date \"32/13/2025\" is not understood"},
      {"12345", "the date \"12345\" is not understood"},
      {"17433792001", "the date \"17433792001\" is not understood"},
      {std::string(50, 'x'), "the date \"" + std::string(40, 'x') + "…\" is not understood"},
  };
  for (const auto& c : cases) EXPECT_EQ(Shown(c.field), c.problem);
}

TEST(FieldDate, InFrontMatterAndPages) {
  struct {
    std::string path;
    std::string raw;
    std::string publication;
    std::string problem;
  } cases[] = {
      {"a.md", "---\ndate: 31/03/2025\nlastmod: 2025-04-07\n---\nx", "2025-03-31 from '31/03/2025'", ""},
      {"a.md", "---\ndate: 1743379200\n---\nx", "2025-03-31 without a place; at 00:00+00:00", ""},
      {"a.md", "---\ndate: 03/04/2025\n---\nx", "",
       "front matter: the date \"03/04/2025\" may have its day or its month first"},
      {"a.md", "---\ndate: 03/04/2025\nlastmod: 2025-04-07\n---\nx", "2025-04-07 from '2025-04-07'",
       "front matter: the date \"03/04/2025\" may have its day or its month first"},
      {"a.md", "---\ndate: soon\n---\nx", "", "front matter: the date \"soon\" is not understood"},
      {"a.html", "<meta name=\"pubdate\" content=\"20250331\"><p>x</p>", "2025-03-31 from '20250331'", ""},
      {"a.html", "<meta name=\"pubdate\" content=\"03/04/2025\"><p>x</p>", "",
       "HTML: the date \"03/04/2025\" may have its day or its month first"},
      {"a.html",
       "<meta name=\"pubdate\" content=\"03/04/2025\"><meta name=\"date\" content=\"2025-04-03\"><p>x</p>",
       "2025-04-03 from '2025-04-03'", ""},
  };
  for (const auto& c : cases) {
    Document document = Read(c.path, c.raw);
    EXPECT_EQ(ShowPublication(document), c.publication) << c.raw;
    EXPECT_EQ(document.problems.empty() ? "" : document.problems[0], c.problem) << c.raw;
  }
}

// When a page was changed is no event of its article.
TEST(FieldDate, AChangeIsNoText) {
  EXPECT_EQ(Show(Read("a.md", "---\ndate: 2025-03-31\nlastmod: 2025-04-07\n---\nx")),
            "front_matter: 2025-03-31\nbyline: 2025-04-07\nbody: x\n");
  Extraction extraction =
      ExtractOne({"a.md", "---\ndate: 2025-03-31\nlastmod: 2025-04-07\n---\nThe fund raised $3 million."},
                 TestToolkit());
  for (const Claim& claim : extraction.claims) EXPECT_NE(claim.predicate, "event_date") << claim.quote;
}

TEST(FieldDate, InJson) {
  struct {
    std::string published;
    std::string shown;
  } cases[] = {
      {R"("2025-03-31T08:15:00Z")", "2025-03-31"},
      {R"("2025/03/31")", "2025-03-31"},
      {R"("31/03/2025")", "2025-03-31"},
      {"1743379200", "2025-03-31"},
      {"1743379200000", "2025-03-31"},
      {"20250331", "2025-03-31"},
      {R"({"$date": "2025-03-31T08:15:00Z"})", "2025-03-31"},
      {R"(["2025-03-31"])", "2025-03-31"},
      {R"("")", ""},
      {"null", ""},
      {R"("03/04/2025")",
       "the date \"03/04/2025\" may have its day or its month first; the document is dated by its text"},
      {"true", "the date \"true\" is not understood; the document is dated by its text"},
  };
  for (const auto& c : cases) {
    InputFile file =
        ParseDocument(R"({"id":"a","text":"Acme paid $3 million.","published":)" + c.published + "}");
    Extraction extraction = ExtractOne(file, TestToolkit());
    std::string shown = extraction.info.published ? FormatDay(*extraction.info.published) : "";
    if (!extraction.problems.empty()) shown = extraction.problems[0];
    EXPECT_EQ(shown, c.shown) << c.published;
    EXPECT_EQ(extraction.claims.size(), 1u) << c.published;
  }
}

}  // namespace
}  // namespace tally
