// The renderers on one sample (report_sample.h): what must be there, and what must never be.
#include <gtest/gtest.h>

#include <regex>

#include <nlohmann/json.hpp>

#include "report/claim_json.h"
#include "report/claim_table.h"
#include "report/github_annotations.h"
#include "report/html_report.h"
#include "report/html_text.h"
#include "report/json_report.h"
#include "report/markdown_report.h"
#include "report/markdown_text.h"
#include "report/text_findings.h"
#include "report_sample.h"

namespace tally {
namespace {

bool Has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t CountOf(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

// Controls that act on a terminal or reorder text; line feeds (and CR, for CSV) are the renderers' own.
void ExpectNothingActs(const std::string& text) {
  for (const char* hostile : {"\x1b", "\x07", "\xE2\x80\xAE", "\xE2\x80\xAC", "\xC2\x9B", "\xFF"}) {
    EXPECT_FALSE(Has(text, hostile)) << text;
  }
}

Finding FindingOf(FindingKind kind) {
  for (const Finding& finding : SampleReport().findings) {
    if (finding.kind == kind) return finding;
  }
  return {};
}

TEST(Finding, NamesRoundTrip) {
  EXPECT_EQ(FindingKindName(FindingKind::kMagnitudeConflict), "magnitude_conflict");
  EXPECT_EQ(VerdictName(Verdict::kConflict), "conflict");
  EXPECT_EQ(ScopeName(Scope::kCross), "cross");
  EXPECT_EQ(SeverityFromName(SeverityName(Severity::kHigh)), Severity::kHigh);
  EXPECT_EQ(SeverityFromName("High"), std::nullopt);
}

TEST(ClaimJson, IsTheContractToTheByte) {
  Claim claim = FindingOf(FindingKind::kCurrencyUnstated).members[2];
  EXPECT_EQ(
      ClaimJsonLine(claim),
      R"({"doc":"notes/b.txt","doc_sha256":"sha-notes/b.txt","span":{"start":40,"end":53},"line":6,"column":15,)"
      R"("end_line":6,"end_column":22,"quote":"130 億美元","field":"body","dimension":"money",)"
      R"("value":{"min":"13000000000","max":"13000000000","unit":"USD","approx":false},)"
      R"("subject":{"id":"microsoft","name":"Microsoft","text":"微軟"},"predicate":"investment",)"
      R"("object":{"id":"openai","name":"OpenAI","text":"OpenAI"},)"
      R"("period":{"start":"2019-07-01","end":"2023-01-31"},"as_of":"2025-04-02","as_of_estimated":true,)"
      R"("modality":"asserted","speaker":null,"rule":"investment/cue:投資","confidence":0.9,"id":"claim-notes/b.txt-6"})");
}

TEST(ClaimJson, UnclaimedNumberHasNulls) {
  std::string line = ClaimJsonLine(MakeClaim("c.md", 40, "Page 12", "12", Value{}));
  EXPECT_TRUE(Has(line, R"("dimension":"number","value":{"min":null,"max":null,"unit":null,"approx":false},)"
                        R"("subject":null,"predicate":null,"object":null,"period":null,"as_of":null,)"));
}

TEST(ClaimJson, EveryPercentHasItsTwoDecimals) {
  Claim claim;
  for (int percent = 0; percent <= 100; ++percent) {
    claim.confidence = percent;
    std::string text = ClaimToJson(claim)["confidence"].dump();
    EXPECT_LE(text.size(), 4u) << text;
    EXPECT_EQ(std::lround(std::stod(text) * 100), percent);
  }
}

TEST(ClaimJson, HostileBytesAreEscapedAndKeepTheirMeaning) {
  Claim claim = MakeClaim("a\xC2\x9B.md", 1, "x", "x", Value{});
  claim.quote =
      "\xE2\x80\xAE"
      "1\x1b\xFF\x7F\xF3\xA0\x81\x81";
  std::string line = ClaimJsonLine(claim);
  EXPECT_TRUE(Has(line, R"("quote":"\u202e1\u001b)"
                        "\xEF\xBF\xBD"
                        R"(\u007f\udb40\udc41")"))
      << line;
  EXPECT_TRUE(Has(line, R"("doc":"a\u009b.md")")) << line;
  EXPECT_EQ(nlohmann::json::parse(line)["doc"], "a\xC2\x9B.md");
}

TEST(JsonReport, ListsClaimedClaimsAndAllFindings) {
  std::string text = JsonReport(SampleReport());
  auto json = nlohmann::json::parse(text);
  EXPECT_EQ(json["claims"].size(), 9u);
  EXPECT_EQ(json["findings"].size(), 4u);
  EXPECT_EQ(json["findings"][3]["confidence"], 0.86);
  EXPECT_EQ(json["findings"][3]["readings"][2]["members"], nlohmann::json::array({2}));
  EXPECT_TRUE(text.starts_with("{\n  \"tool\": {\n    \"name\": \"tally\""));
  EXPECT_TRUE(text.ends_with("}\n"));
  EXPECT_EQ(text, JsonReport(SampleReport()));
  ExpectNothingActs(text);
}

TEST(TextFindings, CaretStandsUnderTheQuoteByDisplayWidth) {
  EXPECT_EQ(TextFindings(CheckOf({FindingOf(FindingKind::kCurrencyUnstated)}, {"notes/b.txt"}), false),
            "notes/b.txt:6:15: high: The title of articles/a.md gives 千億 without a currency; its body says "
            "數十億美元, "
            "and notes/b.txt 130 億美元. [currency_unstated]\n"
            "    據統計，微軟先後分三次投入 130 億美元，換得獲利分成的權利。\n"
            "                               ^^^^^^^^^^\n"
            "  articles/a.md:2:3: note: 千億 = ≈ no currency 100,000,000,000 – 999,000,000,000\n"
            "  articles/a.md:14:20: note: 數十億美元 = USD 2,000,000,000 – 9,900,000,000\n"
            "  likely: USD 13 bn is about CNY 94 bn or TWD 400 bn: the headline may be in yuan or in Taiwan "
            "dollars\n");
}

TEST(TextFindings, HostileQuotesStayOnTheirLineWithoutControls) {
  std::string text = TextFindings(CheckOf(SampleReport().findings), false);
  ExpectNothingActs(text);
  EXPECT_TRUE(Has(text, "[U+001B][31mred"));
  EXPECT_FALSE(Has(text, "\n::error"));
}

TEST(TextFindings, ColourOnlyWhenAsked) {
  EXPECT_TRUE(Has(TextFindings(CheckOf(SampleReport().findings), true), "\x1b[1;31mhigh:\x1b[0m"));
}

TEST(TextFindings, WithoutMembersThereIsStillALine) {
  Finding finding;
  finding.message = "m";
  EXPECT_EQ(TextFindings(CheckOf({finding}), false), "low: m [value_conflict]\n");
}

TEST(GithubAnnotations, EscapesDataAndProperties) {
  EXPECT_EQ(GithubAnnotations(CheckOf({FindingOf(FindingKind::kValueConflict)})),
            "::warning file=evil%2Cname.txt,line=3,endLine=3,col=50,endColumn=60,"
            "title=<img src=x onerror=alert(1)> Acme%3A headcount (value_conflict)"
            "::One line says 900 people, ::error::the other 1,800 people: 100%25 more."
            "%0Aevil,name.txt:9: more than 1,800 people = > 1,800 people\n");
}

TEST(GithubAnnotations, LevelFollowsSeverityAndEachIsOneLine) {
  std::string text = GithubAnnotations(CheckOf(SampleReport().findings));
  EXPECT_EQ(CountOf(text, "\n"), 4u);
  EXPECT_TRUE(text.starts_with("::notice "));
  EXPECT_TRUE(Has(text, "\n::error file=articles/a.md,line=2,"));
  ExpectNothingActs(text);
}

TEST(GithubAnnotations, QuoteOverTwoLinesHasNoColumns) {
  Finding finding = FindingOf(FindingKind::kSuperseded);
  finding.members[0].end.line += 1;
  EXPECT_TRUE(Has(GithubAnnotations(CheckOf({finding})), "file=notes/c.md,line=20,endLine=21,title="));
}

TEST(ClaimTable, AlignsByDisplayWidth) {
  Claim chinese = FindingOf(FindingKind::kCurrencyUnstated).members[2];
  Claim english = FindingOf(FindingKind::kSuperseded).members[0];
  EXPECT_EQ(ClaimTable({chinese, english}),
            "doc          line  quote              value                 predicate   subject    object  "
            "period                   modality\n"
            "notes/b.txt     6  130 億美元         USD 13,000,000,000    investment  Microsoft  OpenAI  "
            "2019-07-01 – 2023-01-31  asserted\n"
            "notes/c.md     20  about $80 billion  ≈ USD 80,000,000,000  capex                               "
            "                    planned\n");
}

TEST(ClaimCsv, QuotesAndDisarmsCells) {
  Value value = Money("USD", "5", "5");
  Claim formula = MakeClaim("=cmd|'/C calc'!A0", 1, "-5, \"x\"", "-5, \"x\"", value);
  Claim number = MakeClaim("a.md", 2, "-5", "-5", Money("USD", "-5", "-5"));
  EXPECT_EQ(ClaimCsv({formula, number}),
            "doc,line,quote,value,min,max,unit,predicate,subject,object,period,modality\r\n"
            "'=cmd|'/C calc'!A0,1,\"'-5, \"\"x\"\"\",USD 5,5,5,USD,,,,,asserted\r\n"
            "a.md,2,-5,USD -5,-5,-5,USD,,,,,asserted\r\n");
}

TEST(ClaimMarkdown, OneRowAClaim) {
  std::string text = ClaimMarkdown(SampleReport().claims);
  EXPECT_EQ(CountOf(text, "\n"), 12u);
  EXPECT_TRUE(
      Has(text, "| notes/b.txt | 6 | 130 億美元 | USD 13,000,000,000 | investment | Microsoft | OpenAI |"));
}

TEST(MarkdownText, NothingActs) {
  const std::pair<std::string, std::string> table[] = {
      {"<script>&", "&lt;script&gt;&amp;"},
      {"a|b `c` *d* _e_ [f](g) ~h~ $i$", R"(a\|b \`c\` \*d\* \_e\_ \[f\](g) \~h\~ \$i\$)"},
      {"# head", R"(\# head)"},
      {"- item", R"(\- item)"},
      {"1. item", R"(1\. item)"},
      {"1.5 bn", "1.5 bn"},
      {"@admin see #12", "@<!-- -->admin see #<!-- -->12"},
      {"https://evil.example www.evil.example", "https:<!-- -->//evil.example www<!-- -->.evil.example"},
      {"一\n二", "一二"},
  };
  for (const auto& [raw, markdown] : table) EXPECT_EQ(MarkdownText(raw), markdown);
  EXPECT_EQ(MarkdownCode("a`b"), "`` a`b ``");
}

TEST(MarkdownReport, SaysDiscrepanciesFirstAndProvesTheSilence) {
  std::string text = MarkdownReport(SampleReport());
  EXPECT_TRUE(text.starts_with(
      "# 2 discrepancies in 4 documents\n\n1 of high severity · 1 update · 1 corroboration\n\n"
      "4,416 numbers seen, 28 not understood, 9 claims, 9 compared.\n"));
  EXPECT_LT(text.find("### 1. Microsoft"), text.find("### 2. "));
  EXPECT_LT(text.find("## Discrepancies"), text.find("## Updates"));
  EXPECT_TRUE(Has(text, "**USD 70,000,000,000** (2025-05-08) → **≈ USD 80,000,000,000** (2025-06-03)"));
  EXPECT_TRUE(Has(text, "| 2025-04-02 (estimated) |"));
  EXPECT_FALSE(Has(text, "<script"));
  EXPECT_FALSE(Has(text, "<img"));
  ExpectNothingActs(text);
}

TEST(HtmlReport, EscapesEverythingFromDocuments) {
  std::string page = HtmlReport(SampleReport());
  EXPECT_FALSE(Has(page, "<script"));
  EXPECT_FALSE(Has(page, "<img"));
  EXPECT_FALSE(Has(page, "href=\"javascript:"));
  EXPECT_TRUE(Has(page, "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;sons&quot;"));
  EXPECT_TRUE(Has(page, "[U+202E]"));
  ExpectNothingActs(page);
}

TEST(HtmlReport, IsSelfContainedAndHasOneArticleADiscrepancy) {
  std::string page = HtmlReport(SampleReport());
  EXPECT_TRUE(Has(page, "content=\"default-src 'none'; style-src 'unsafe-inline'"));
  EXPECT_EQ(CountOf(page, "<article"), 2u);
  EXPECT_FALSE(std::regex_search(page, std::regex(R"((<[^>]* src=|<link|@import|url\())")));
  EXPECT_TRUE(Has(page, "<blockquote lang=\"zh-Hant\">"));
  EXPECT_TRUE(Has(page, "<blockquote lang=\"zh-Hans\">"));
  EXPECT_TRUE(Has(page, "<mark>130 億美元</mark>"));
  EXPECT_EQ(page, HtmlReport(SampleReport()));
}

TEST(HtmlReport, SaysThatSilenceIsNotConfirmation) {
  std::string page = HtmlReport({});
  EXPECT_TRUE(Has(page, "<h1>No discrepancies in 0 documents</h1>"));
  EXPECT_TRUE(Has(page, "not confirmed by that"));
}

TEST(GuessLanguage, ReadsTheCharacters) {
  const std::pair<std::string, std::string> table[] = {{"微軟千億押注", "zh-Hant"},
                                                       {"微软由此拿到利润分成", "zh-Hans"},
                                                       {"130 元", "zh"},
                                                       {"13 billion", ""},
                                                       {"The title gives 千億 without a currency", ""},
                                                       {"ドル", "ja"}};
  for (const auto& [text, language] : table) EXPECT_EQ(GuessLanguage(text), language) << text;
}

}  // namespace
}  // namespace tally
