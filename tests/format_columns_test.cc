// The columns of each format in its own unit, in Chinese text and beside emoji, counted anew by ICU from the
// bytes of the files.
#include <gtest/gtest.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "base/sha256.h"
#include "report/display_columns.h"
#include "report/github_annotations.h"
#include "report/rdjson_report.h"
#include "report/sarif_report.h"
#include "report/text_findings.h"
#include "rules_fixture.h"

namespace tally {
namespace {

using Json = nlohmann::json;

struct File {
  std::string name;
  std::string encoding;
  icu::UnicodeString text;
};

const std::vector<File>& Files() {
  static const std::vector<File> files = {
      {"a.md", "UTF-8",
       u"# 码头的故事\n\n😀😀 e\u0301 "
       u"听说👩‍👩‍👧❤️微软向OpenAI投资了130亿美元，双方签字。\n"},
      {"b.txt", "GB18030",
       u"港口新闻\n\n第一行写的是别的事情，与数字没有关系。\n据报道，微软向OpenAI投资了13亿美元，双方在码头边"
       u"签字。\n"},
      {"c.md", "UTF-8",
       u"\uFEFFThe pier\r\n\r\nIn the café 😀 they said that Microsoft invested $1.3 billion in OpenAI.\r\n"},
      {"d.md", "UTF-16LE",
       u"\uFEFFThe pier again\n\n𠮷野家 😀 wrote: Microsoft invested $131 million in OpenAI.\n"}};
  return files;
}

std::string BytesOf(const File& file) {
  UErrorCode status = U_ZERO_ERROR;
  std::string bytes(static_cast<std::size_t>(file.text.length()) * 4 + 4, '\0');
  UConverter* converter = ucnv_open(file.encoding.c_str(), &status);
  int size = ucnv_fromUChars(converter, bytes.data(), static_cast<int>(bytes.size()), file.text.getBuffer(),
                             file.text.length(), &status);
  ucnv_close(converter);
  EXPECT_TRUE(U_SUCCESS(status)) << file.name;
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

const CheckReport& Check() {
  static const CheckReport check = [] {
    CheckReport made;
    std::vector<Extraction> extractions;
    for (const File& file : Files()) {
      std::string bytes = BytesOf(file);
      extractions.push_back(ExtractOne({file.name, bytes}, TestToolkit()));
      made.contents[file.name] = bytes;
      made.focus.push_back(file.name);
    }
    made.report = MakeReport(extractions, TestToolkit());
    return made;
  }();
  return check;
}

// Without the mark of a text in UTF-16, which is no part of what was decoded.
icu::UnicodeString TextOf(const std::string& name) {
  for (const File& file : Files()) {
    if (file.name == name) return file.encoding == "UTF-16LE" ? file.text.tempSubString(1) : file.text;
  }
  ADD_FAILURE() << name;
  return {};
}

icu::UnicodeString LineOf(const std::string& name, int line) {
  icu::UnicodeString text = TextOf(name);
  int start = 0;
  for (; line > 1; --line) start = text.indexOf(u'\n', start) + 1;
  int end = text.indexOf(u'\n', start);
  return text.tempSubStringBetween(start, end < 0 ? text.length() : end);
}

std::string Utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

// Columns in code points, from 1, the end exclusive.
std::string ByCodePoints(const std::string& name, int line, int column, int end_column) {
  icu::UnicodeString text = LineOf(name, line);
  int start = text.moveIndex32(0, column - 1);
  return Utf8(text.tempSubStringBetween(start, text.moveIndex32(start, end_column - column)));
}

const std::set<std::string> kQuotes = {"130亿美元", "13亿美元", "$1.3 billion", "$131 million"};

std::vector<Json> Places(const Json& sarif) {
  std::vector<Json> places;
  for (const Json& result : sarif["runs"][0]["results"]) {
    places.push_back(result["locations"][0]["physicalLocation"]);
    for (const Json& related : result["relatedLocations"]) places.push_back(related["physicalLocation"]);
  }
  return places;
}

TEST(FormatColumns, SarifCountsCodePointsAndBytes) {
  std::set<std::string> quotes;
  for (const Json& place : Places(Json::parse(SarifReport(Check())))) {
    std::string name = place["artifactLocation"]["uri"];
    const Json& region = place["region"];
    ASSERT_EQ(region["startLine"], region["endLine"]);
    std::string quote = ByCodePoints(name, region["startLine"], region["startColumn"], region["endColumn"]);
    EXPECT_EQ(region["snippet"]["text"], quote) << name;
    quotes.insert(quote);
    std::string bytes = Check().contents.at(name).substr(region["byteOffset"], region["byteLength"]);
    for (const File& file : Files()) {
      if (file.name != name) continue;
      icu::UnicodeString decoded(bytes.data(), static_cast<int>(bytes.size()), file.encoding.c_str());
      EXPECT_EQ(Utf8(decoded), quote) << name;
    }
  }
  EXPECT_EQ(quotes, kQuotes);
}

TEST(FormatColumns, RdjsonCountsBytesOfUtf8) {
  std::set<std::string> quotes;
  auto expect_quote = [&](const Json& location) {
    const Json& start = location["range"]["start"];
    const Json& end = location["range"]["end"];
    std::string line = Utf8(LineOf(location["path"], start["line"]));
    std::size_t from = start["column"];
    std::size_t to = end["column"];
    quotes.insert(line.substr(from - 1, to - from));
  };
  Json json = Json::parse(RdjsonReport(Check()));
  for (const Json& diagnostic : json["diagnostics"]) {
    expect_quote(diagnostic["location"]);
    for (const Json& related : diagnostic["related_locations"]) expect_quote(related["location"]);
  }
  EXPECT_EQ(quotes, kQuotes);
}

// The number after `key` in a line.
int Number(const std::string& line, const std::string& key) {
  std::size_t at = line.find(key);
  EXPECT_NE(at, line.npos) << line;
  return std::stoi(line.substr(at + key.size()));
}

TEST(FormatColumns, GithubAndTextCountCodePoints) {
  std::string annotations = GithubAnnotations(Check());
  ASSERT_TRUE(annotations.starts_with("::error file=a.md,")) << annotations;
  EXPECT_EQ(ByCodePoints("a.md", Number(annotations, ",line="), Number(annotations, ",col="),
                         Number(annotations, ",endColumn=")),
            "130亿美元");
  std::string text = TextFindings(Check(), false);
  ASSERT_TRUE(text.starts_with("a.md:3:")) << text;
  int column = Number(text, "a.md:3:");
  EXPECT_EQ(ByCodePoints("a.md", 3, column, column + 6), "130亿美元");
}

TEST(FormatColumns, TheCaretStandsUnderTheQuoteBesideEmoji) {
  std::string text = TextFindings(Check(), false);
  // What joins pictures drops out when a text is read. Two pictures, a blank, é, a blank, two Chinese
  // letters, three pictures and a heart, three letters, OpenAI, three letters.
  int before = 4 + 1 + 1 + 1 + 4 + 6 + 1 + 6 + 6 + 6;
  std::string line = "\n    😀😀 e\xCC\x81 听说👩👩👧❤微软向OpenAI投资了130亿美元，双方签字。\n";
  std::string caret = std::string(static_cast<std::size_t>(4 + before), ' ') + "^^^^^^^^^\n";
  EXPECT_NE(text.find(line + caret), text.npos) << text;
}

TEST(DisplayColumns, AsTerminalsDraw) {
  const std::map<std::string, int> widths = {
      {"", 0},          {"abc", 3}, {"微軟", 4},     {"，", 2}, {"　", 2},     {"“”×①", 4},
      {"e\xCC\x81", 1}, {"ｶﾞ", 2},  {"한국", 4},     {"각", 2}, {"😀", 2},      {"⌚", 2},
      {"✅", 2},         {"🇹🇼", 2},  {"👍🏽", 2}, {"❤", 1},  {"❤️", 2}, {"👩‍👩‍👧", 2},
      {"1️⃣", 2},   {"𠮷", 2},  {"กำ", 2}};
  for (const auto& [text, width] : widths) EXPECT_EQ(DisplayColumns(text), width) << text;
}

}  // namespace
}  // namespace tally
