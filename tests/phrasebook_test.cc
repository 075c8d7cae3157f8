// Findings told in Chinese, and how strict the comparison is told to be.
#include "compare/phrasebook.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include "compare/compare.h"
#include "compare/readings.h"
#include "tests/compare_fixture.h"

namespace tally {
namespace {

Claim Chinese(Claim claim) {
  if (claim.subject) claim.subject->name = "甲公司";
  if (claim.object) claim.object->name = "乙公司";
  if (claim.quote.empty()) claim.quote = "某数";
  return claim;
}

std::vector<Finding> Told(const Claims& claims, Language language) {
  CompareInput input;
  for (const Claim& claim : claims) input.claims.push_back(Chinese(claim));
  input.language = language;
  return Compare(input, Rules()).findings;
}

TEST(Phrasebook, LanguagesAreNamedByTheirTags) {
  EXPECT_EQ(LanguageFromName("zh"), Language::kSimplifiedChinese);
  EXPECT_EQ(LanguageFromName("zh-TW"), Language::kTraditionalChinese);
  EXPECT_EQ(LanguageFromName("EN"), Language::kEnglish);
  EXPECT_EQ(LanguageFromName("fr"), std::nullopt);
}

TEST(Phrasebook, FiguresAreWrittenInTheScaleOfTheLanguage) {
  Phrasebook hans(Language::kSimplifiedChinese, &TestRules());
  Phrasebook hant(Language::kTraditionalChinese, &TestRules());
  EXPECT_EQ(hans.Figure(Number("130", 8)), "130亿");
  EXPECT_EQ(hant.Figure(Number("130", 8)), "130億");
  EXPECT_EQ(hans.Figure(Number("22.5", 4)), "22.5万");
  EXPECT_EQ(hant.Figure(Number("3", 12)), "3萬億");
  EXPECT_EQ(hans.Figure(Number("1234567")), "1,234,567");
  EXPECT_EQ(Phrasebook().Figure(Number("130", 8)), "13 billion");
}

TEST(Phrasebook, TheMessageIsASentenceOfTheLanguage) {
  Claims claims = {Investment("a.md").Quote("13億").Money("13", 8, "USD"),
                   Investment("b.md").Quote("130億").Money("130", 8, "USD")};
  EXPECT_EQ(
      Told(claims, Language::kTraditionalChinese).at(0).message,
      "甲公司 → 乙公司：investment：a.md寫的是“13億”（USD 13億），b.md寫的是“130億”（USD 130億）；這些說法"
      "不可能都對，最大者至少是最小者的10倍。");
  EXPECT_EQ(Told(claims, Language::kEnglish).at(0).id, Told(claims, Language::kTraditionalChinese).at(0).id)
      << "a finding keeps its id in all languages";
}

TEST(Phrasebook, UnitsAndNamesAreOfTheLanguage) {
  Phrasebook hans(Language::kSimplifiedChinese, &TestRules());
  Phrasebook hant(Language::kTraditionalChinese, &TestRules());
  Claim injured = ClaimBuilder("a").Figure(Dimension::kCount, "19", 0, "injured");
  EXPECT_EQ(ValueLabel(injured.value, hans), "19 人受伤");
  EXPECT_EQ(ValueLabel(injured.value, hant), "19 人受傷");
  EXPECT_EQ(ValueLabel(injured.value), "19 injured");
  const PredicateRule& toll = *TestRules().FindPredicate("casualty_toll");
  EXPECT_EQ(hans.NameOf(toll), "伤亡总数");
  EXPECT_EQ(hant.NameOf(toll), "傷亡總數");
  EXPECT_EQ(Phrasebook().NameOf(toll), toll.name_en);
}

// Whatever is found: no English words are left but names of files and rules.
TEST(Phrasebook, NoSentenceIsLeftInEnglish) {
  std::vector<Claims> cases = {
      InvestmentClaims(),
      {Investment("a").Money("13", 8, "USD"), Investment("b").Money("130", 8, "USD")},
      {Investment("a").Money("130", 8, "USD"), Investment("b").Money("130", 8, "CNY")},
      {Investment("a").Money("130", 8, "USD"), Investment("b").Money("940", 8, "")},
      {Investment("a").Money("130", 8, "USD"),
       Investment("b").Money("130", 8, "USD").Said(Modality::kNegated)},
      {Investment("a").Money("10", 8, "USD").AsOf("2019-08-01"),
       Investment("b").Money("130", 8, "USD").AsOf("2025-03-01")},
      {ClaimBuilder("a").About("acquisition_price", "adobe", "figma").Money("200", 8, "USD"),
       ClaimBuilder("b").About("acquisition_price", "figma", "adobe").Money("200", 8, "USD")},
      {Joining("a").Date(DateRange::Year(1992)), Joining("b").Date(DateRange::Year(1993))},
      {Stake("a").Percent("49"), Stake("b").Percent("51").Confidence(50)},
      {Price("a").Figure(Dimension::kMoney, "1524", 0, "USD"),
       Price("b").Figure(Dimension::kMoney, "1254", 0, "USD")},
      {Price("a").Percent("49"), Price("b").AtMost(Dimension::kPercent, Number("49"), "%")},
      {Price("a").Title().Percent("48.5"), Price("b").Percent("49.5"), Price("c").Percent("49.5")},
  };
  const RE2 english("([a-z]{2,})");
  for (const Claims& claims : cases) {
    std::vector<Finding> findings = Told(claims, Language::kSimplifiedChinese);
    EXPECT_FALSE(findings.empty());
    for (const Finding& finding : findings) {
      std::string text = finding.message + "\n" + finding.severity_reason + "\n" + finding.confidence_reason;
      for (const Cause& cause : finding.causes) text += "\n" + cause.text;
      for (const std::string& line : finding.arithmetic) text += "\n" + line;
      for (const Reading& reading : finding.readings) text += "\n" + reading.label + " " + reading.detail;
      // Names of rules in this fixture, of files, and what a cause says of English words.
      RE2::GlobalReplace(&text,
                         "inf|investment|acquisition_price|event_date|equity_share|price|join|txt|md|tally|"
                         "billion（|million（|million 与 billion",
                         "");
      std::string word;
      EXPECT_FALSE(RE2::PartialMatch(text, english, &word)) << word << " in " << text;
    }
  }
}

TEST(Thresholds, AUsersFileDecidesHowStrictTheComparisonIs) {
  Claims claims = {Stake("a").Percent("20").Confidence(70), Stake("b").Percent("49").Confidence(70)};
  std::vector<RuleError> errors;
  RuleSet strict = LoadRules(CollectRuleFiles(""), errors);
  EXPECT_EQ(Compare({claims, {}}, strict).findings.size(), 1u);
  strict.thresholds.least_to_contradict = 80;
  EXPECT_EQ(Compare({claims, {}}, strict).findings.size(), 0u);
}

TEST(SourceRanks, TheUsersTableSaysWhomToBelieveFirst) {
  std::vector<RuleError> errors;
  RuleSet rules = LoadRules(CollectRuleFiles(""), errors);
  rules.source_ranks.Add("Harbour Gazette", SourceRank::kAgency);
  rules.source_ranks.Add("鐘樓日誌", SourceRank::kBlog);
  DocumentInfo a{.path = "a", .sha256 = "sha of a", .source = "harbour gazette"};
  DocumentInfo b{.path = "b", .sha256 = "sha of b", .source = "钟楼日志"};
  CompareInput input{{Stake("a").Quote("20%").Percent("20"), Stake("b").Quote("49%").Percent("49")}, {a, b}};
  std::vector<Finding> findings = Compare(input, rules).findings;
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].causes.at(0).text,
            "“20%” is from harbour gazette, ranked agency; the others are ranked below it");
  input.documents[1].source = "";
  EXPECT_FALSE(HasCause(Compare(input, rules).findings.at(0), "source_rank"))
      << "an unranked source is not below";
}

TEST(SourceRanks, AFaultyTableIsToldByLine) {
  std::vector<RuleFile> files = CollectRuleFiles("");
  files.push_back({"sources.tsv", "Reuters\tagency\t路透社|路透\nSome Blog\tbloggish\n"});
  std::vector<RuleError> errors;
  RuleSet rules = LoadRules(files, errors);
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].line, 2u);
  EXPECT_NE(errors[0].message.find("filing, agency, press, blog"), std::string::npos);
  EXPECT_EQ(rules.source_ranks.Of("路透"), SourceRank::kAgency);
}

TEST(Thresholds, AFaultyFileIsToldByLine) {
  std::vector<RuleFile> files = CollectRuleFiles("");
  for (RuleFile& file : files) {
    if (file.name == "thresholds.tsv")
      file.content = "# how strict\nsame_new_days\t31\nmedium_days\tmany\nhigh_factor\t2\nhigh_factor\t3\n";
  }
  std::vector<RuleError> errors;
  LoadRules(files, errors);
  std::string text;
  for (const RuleError& error : errors) {
    if (error.file == "thresholds.tsv" && error.line > 0)
      text += std::to_string(error.line) + ": " + error.message + "\n";
  }
  EXPECT_EQ(
      text,
      "2: 'same_new_days' is no threshold; did you mean 'same_news_days'?\n"
      "3: 'many' is no whole number from 0 to 3660; a threshold is its name, a tab, the number, a tab and "
      "what it decides\n"
      "5: the threshold 'high_factor' stands twice\n");
  EXPECT_TRUE(std::ranges::any_of(
      errors, [](const RuleError& e) { return e.message == "the threshold 'majority_percent' is missing"; }));
}

}  // namespace
}  // namespace tally
