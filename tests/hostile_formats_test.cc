// Thousands of hostile quotes through every format of `tally check`: each stays valid, and nothing of a quote
// acts on a terminal, a runner, a page, a comment or a reader.
#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <functional>
#include <set>
#include <sstream>

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "hostile_text.h"
#include "json_schema.h"
#include "markdown_events.h"
#include "report/comment_report.h"
#include "report/github_annotations.h"
#include "report/gitlab_report.h"
#include "report/json_report.h"
#include "report/junit_report.h"
#include "report/log_text.h"
#include "report/rdjson_report.h"
#include "report/sarif_report.h"
#include "report/text_findings.h"
#include "report/visible_text.h"
#include "report_sample.h"
#include "xml_schema.h"

namespace tally {
namespace {

using Json = nlohmann::json;

constexpr int kBatches = 80;
constexpr std::size_t kFindings = 25;

// Runs `test` on checks of 2,000 findings in all, with five to six thousand quotes.
void ForEachCheck(const std::function<void(const CheckReport&)>& test) {
  for (int batch = 0; batch < kBatches && !testing::Test::HasFailure(); ++batch) {
    HostileText hostile(static_cast<unsigned>(batch));
    CheckReport check;
    for (std::size_t i = 0; i < kFindings; ++i) check.report.findings.push_back(hostile.MakeFinding());
    for (std::size_t i = 0; i < 3; ++i) check.focus.push_back(check.report.findings[i].members[1].doc);
    check.errors = {"a" + hostile.Text(4), "b" + hostile.Text(4)};
    check.states.resize(kFindings);
    check.states[0] = {FindingSuppression::kInSource, hostile.Text(4)};
    test(check);
  }
}

// UTF-8 without anything that acts on a terminal or a reader, line feeds aside.
void ExpectHarmless(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    auto [c, length] = DecodeUtf8(text, at);
    ASSERT_FALSE(c == kReplacement && length == 1) << "not UTF-8: " << text.substr(0, at);
    ASSERT_TRUE(c == '\n' || !IsHostile(c)) << static_cast<unsigned>(c) << " after " << text.substr(0, at);
    at += length;
  }
}

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::size_t AfterBlanks(const std::string& line) {
  std::size_t at = 0;
  while (at < line.size()) {
    auto [c, length] = DecodeUtf8(line, at);
    if (!u_isUWhiteSpace(static_cast<UChar32>(c))) break;
    at += length;
  }
  return at;
}

// No line that a runner would obey.
void ExpectNoCommand(const std::string& text) {
  for (const std::string& line : LinesOf(text)) {
    ASSERT_NE(line.substr(AfterBlanks(line), 2), "::") << line;
    for (const char* mark : {"##[", "##vso[", "##teamcity["}) ASSERT_EQ(line.find(mark), line.npos) << line;
  }
}

void ForEachString(const Json& json, const std::function<void(const std::string&)>& visit) {
  if (json.is_string()) return visit(json);
  for (const auto& item : json.items()) {
    // A path must stay findable: its bytes are escaped, its value is what it is.
    if (item.key() != "path" && item.value().is_structured()) ForEachString(item.value(), visit);
    if (item.key() != "path" && item.value().is_string()) visit(item.value());
  }
}

// The text of a JSON format: harmless as bytes, valid, and harmless when read.
Json ExpectHarmlessJson(const std::string& report, const std::string& schema) {
  std::string text = LogJson(report);
  ExpectHarmless(text);
  ExpectNoCommand(text);
  EXPECT_EQ(text.find('<'), text.npos);
  Json json = Json::parse(text);
  EXPECT_EQ(SchemaErrors("tests/schemas/" + schema, json), "");
  ForEachString(json, [](const std::string& value) { ExpectHarmless(value); });
  return json;
}

TEST(HostileFormats, Text) {
  ForEachCheck([](const CheckReport& check) {
    std::string text = TextFindings(check, false);
    ExpectHarmless(text);
    ExpectNoCommand(text);
    std::size_t lines = 0;
    for (std::size_t i = 1; i < kFindings; ++i) {
      const Finding& finding = check.report.findings[i];
      lines += 2 + finding.members.size() + finding.causes.size();
    }
    EXPECT_EQ(LinesOf(text).size(), lines);
  });
}

TEST(HostileFormats, Json) {
  ForEachCheck([](const CheckReport& check) {
    std::string text = LogJson(JsonReport(check.report, check.states));
    ExpectHarmless(text);
    ExpectNoCommand(text);
    EXPECT_EQ(SchemaErrors("schemas/report.schema.json", Json::parse(text)), "");
  });
}

// Literal brackets are escaped, links lead to related locations, braces are doubled.
void ExpectSarifMessage(const std::string& text, std::size_t related) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ASSERT_TRUE(at + 1 < text.size() && std::string("[]\\").find(text[at + 1]) != std::string::npos)
          << text;
      ++at;
    } else if (text[at] == '{' || text[at] == '}') {
      ASSERT_EQ(text.substr(at, 2), std::string(2, text[at])) << text;
      ++at;
    } else if (text[at] == ']') {
      ASSERT_EQ(text.substr(at, 2), "](") << text;
      std::size_t id = std::stoul(text.substr(at + 2));
      ASSERT_TRUE(id >= 1 && id <= related) << text;
    }
  }
}

TEST(HostileFormats, Sarif) {
  ForEachCheck([](const CheckReport& check) {
    Json run = ExpectHarmlessJson(SarifReport(check), "sarif.schema.json")["runs"][0];
    ASSERT_EQ(run["results"].size(), kFindings);
    for (const Json& result : run["results"]) {
      std::size_t related = result["relatedLocations"].size();
      ExpectSarifMessage(result["message"]["text"], related);
      for (const Json& location : result["relatedLocations"])
        ExpectSarifMessage(location["message"]["text"], 0);
    }
  });
}

TEST(HostileFormats, Gitlab) {
  ForEachCheck([](const CheckReport& check) {
    EXPECT_EQ(ExpectHarmlessJson(GitlabReport(check), "gitlab.schema.json").size(), kFindings - 1);
  });
}

TEST(HostileFormats, Rdjson) {
  ForEachCheck([](const CheckReport& check) {
    Json json = ExpectHarmlessJson(RdjsonReport(check), "rdjson.schema.json");
    ASSERT_EQ(json["diagnostics"].size(), kFindings - 1);
    for (const Json& diagnostic : json["diagnostics"]) {
      std::string message = diagnostic["message"];
      MarkdownEvents events = ReadMarkdown(message);
      EXPECT_EQ(events.blocks, (std::set<std::string>{"li", "p", "ul"})) << message;
      EXPECT_EQ(events.other_spans + events.code_spans, 0u) << message;
      for (const std::string& html : events.html) EXPECT_EQ(html, "<!-- -->") << message;
    }
  });
}

TEST(HostileFormats, Junit) {
  ForEachCheck([](const CheckReport& check) {
    std::string xml = JunitReport(check);
    ExpectHarmless(xml);
    ExpectNoCommand(xml);
    EXPECT_EQ(XmlErrors("tests/schemas/junit.xsd", xml), "");
    EXPECT_NE(xml.find(" failures=\"24\" errors=\"2\" skipped=\"1\">"), xml.npos) << xml.substr(0, 200);
  });
}

// A command as the runner reads it: from "::" to the next "::", a name and properties with commas between.
void ExpectAnnotation(const std::string& line, const std::set<std::string>& files) {
  std::size_t end = line.find("::", 2);
  ASSERT_NE(end, line.npos) << line;
  std::string head = line.substr(2, end - 2);
  std::string name = head.substr(0, head.find(' '));
  if (name == "group" || name == "endgroup") return;
  EXPECT_TRUE(name == "error" || name == "warning" || name == "notice") << line;
  std::istringstream properties(head.substr(name.size() + 1));
  std::vector<std::string> keys;
  for (std::string property; std::getline(properties, property, ',');) {
    std::size_t equals = property.find('=');
    keys.push_back(property.substr(0, equals));
    if (keys.back() == "file") {
      EXPECT_TRUE(files.contains(property.substr(equals + 1))) << line;
    }
  }
  bool one_line = keys.size() == 6;
  EXPECT_EQ(keys, one_line
                      ? std::vector<std::string>({"file", "line", "endLine", "col", "endColumn", "title"})
                      : std::vector<std::string>({"file", "line", "endLine", "title"}))
      << line;
}

std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

TEST(HostileFormats, Github) {
  ForEachCheck([](const CheckReport& check) {
    std::string text = GithubAnnotations(check, 6);
    ExpectHarmless(text);
    std::set<std::string> files;
    for (const Finding& finding : check.report.findings) {
      for (const Claim& claim : finding.members) {
        std::string path = Replaced(VisiblePath(claim.doc), "%", "%25");
        files.insert(Replaced(Replaced(path, ":", "%3A"), ",", "%2C"));
      }
    }
    std::size_t commands = 0;
    std::string rest;
    for (const std::string& line : LinesOf(text)) {
      bool command = line.starts_with("::");
      if (command) {
        ExpectAnnotation(line, files);
        ++commands;
      } else {
        rest += line + "\n";
      }
    }
    ExpectNoCommand(rest);
    EXPECT_LE(commands, 3 * 6 + 2u);
    EXPECT_GE(commands, 14u);
  });
}

TEST(HostileFormats, Comment) {
  ForEachCheck([](const CheckReport& check) {
    std::string text = CommentReport(check);
    ExpectHarmless(text);
    ExpectNoCommand(text);
    MarkdownEvents events = ReadMarkdown(text);
    EXPECT_EQ(events.blocks, (std::set<std::string>{"h", "html", "li", "p", "ul"})) << text;
    EXPECT_EQ(events.other_spans, 0u);
    EXPECT_EQ(events.code_spans, 2 * (kFindings - 1));
    std::string html;
    for (const std::string& piece : events.html) html += piece;
    for (const char* ours : {"<b>", "</b>", "<details>", "</details>", "<summary>", "</summary>", "<!-- -->",
                             "<!-- tally check -->"}) {
      html = Replaced(html, ours, "");
    }
    EXPECT_EQ(html.find('<'), html.npos) << html;
    // GitHub links these in what it has made of the text.
    for (std::size_t at = text.find('@'); at != text.npos; at = text.find('@', at + 1))
      EXPECT_EQ(text.substr(at + 1, 8), "<!-- -->") << text.substr(at, 40);
    EXPECT_EQ(text.find("://"), text.npos);
  });
}

}  // namespace
}  // namespace tally
