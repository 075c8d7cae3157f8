// tally.toml: what it may say, what it may not, and that its schema says the same.
#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "cli/check_policy.h"
#include "cli/config_file.h"
#include "json_schema.h"

namespace tally {
namespace {

std::string ErrorOf(const std::string& text) {
  try {
    ParseConfig(text, "tally.toml");
  } catch (const UserError& error) {
    return error.what();
  }
  return "";
}

TEST(ConfigTest, SaysWhereWhatIsWrongStandsAndWhatWouldBeRight) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"fail_levl = \"high\"", "tally.toml:1:1: unknown key 'fail_levl'; did you mean 'fail_level'?"},
      {"# a\nfail_level = \"hihg\"",
       "tally.toml:2:14: 'hihg' is no value of 'fail_level'; allowed: none, low, medium, high; did you mean "
       "'high'?"},
      {"fail_level = 3", "tally.toml:1:14: 'fail_level' must be a string"},
      {"[paths]\nagainst = [\"a\", 1]", "tally.toml:2:17: 'paths.against' must be a list of strings"},
      {"[paths]\nagianst = [\"a\"]", "tally.toml:2:1: unknown key 'agianst'; did you mean 'against'?"},
      {"paths = \"a\"", "tally.toml:1:9: 'paths' must be a table: [paths]"},
      {"[severity]\nvalue_conflct = \"high\"",
       "tally.toml:2:1: unknown key 'value_conflct'; did you mean 'value_conflict'?"},
      {"[thresholds]\nsame_news_days = \"7\"",
       "tally.toml:2:18: 'thresholds.same_news_days' must be a whole number from 0 to 3660"},
      {"[[overrides]]\nfail_level = \"none\"", "tally.toml:1:1: an override needs paths = [\"drafts/**\"]"},
      {"currency = \"twd\"", "tally.toml:1:12: 'twd' is no currency of ISO 4217, such as TWD"},
      {"currency = \"QQQ\"", "tally.toml:1:12: 'QQQ' is no currency of ISO 4217, such as TWD"},
      {"currency = \"XXX\"", "tally.toml:1:12: 'XXX' is no currency of ISO 4217, such as TWD"},
      {"time_zone = \"Taipei\"", "tally.toml:1:13: 'Taipei' is no time zone, such as Asia/Taipei"},
      {"[[overrides]]\npaths = [\"a/**\"]\ncurrency = \"$\"",
       "tally.toml:3:12: '$' is no currency of ISO 4217, such as TWD"},
      {"overrides = 1", "tally.toml:1:13: 'overrides' must be tables: [[overrides]]"},
      {"a = 1\nb = 2\nlanguage = \"fr\"",
       "tally.toml:1:1: unknown key 'a'; there are paths, rules, database, baseline, cache, language, "
       "currency, time_zone, format, "
       "fail_level, fail_exposed, severity, sources, thresholds, overrides\n"
       "tally.toml:2:1: unknown key 'b'; there are paths, rules, database, baseline, cache, language, "
       "currency, time_zone, format, "
       "fail_level, fail_exposed, severity, sources, thresholds, overrides\n"
       "tally.toml:3:12: 'fr' is no value of 'language'; allowed: en, zh, zh-Hans, zh-Hant"},
  };
  for (const auto& [text, expected] : table) EXPECT_EQ(ErrorOf(text), expected) << text;
  EXPECT_TRUE(ErrorOf("fail_level = ").starts_with("tally.toml:1:")) << ErrorOf("fail_level = ");
}

TEST(ConfigTest, KeepsWhatIsSaid) {
  Config config = ParseConfig(
      "fail_level = \"low\"\n[paths]\nagainst = \"one\"\nexclude = [\"a\", \"b\"]\n[sources]\n\"Example "
      "Daily\" = "
      "\"press\"\n",
      "tally.toml");
  config.folder = "../";
  EXPECT_EQ(config.Text("fail_level"), "low");
  EXPECT_EQ(config.Texts("paths.against"), std::vector<std::string>{"../one"});
  EXPECT_EQ(config.Texts("paths.exclude"), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(config.Below("sources.").at("Example Daily"), "press");
  EXPECT_EQ(config.settings.at("paths.exclude").line, 4u);
}

TEST(ConfigTest, TheLastOverrideThatMatchesWins) {
  Config config = ParseConfig(
      "[[overrides]]\npaths = [\"drafts/**\"]\nfail_level = \"none\"\noff = [\"date_conflict\"]\n"
      "[[overrides]]\npaths = [\"drafts/final/*.md\"]\nfail_level = \"high\"\n",
      "tally.toml");
  CheckPolicy policy(config);
  EXPECT_EQ(policy.FailLevel("posts/a.md", Severity::kLow), Severity::kLow);
  EXPECT_EQ(policy.FailLevel("drafts/a.md", Severity::kLow), std::nullopt);
  EXPECT_EQ(policy.FailLevel("drafts/final/a.md", Severity::kLow), Severity::kHigh);
  EXPECT_TRUE(policy.IsOff(FindingKind::kDateConflict, "drafts/x/a.md"));
  EXPECT_FALSE(policy.IsOff(FindingKind::kDateConflict, "posts/a.md"));
  EXPECT_FALSE(policy.IsOff(FindingKind::kValueConflict, "drafts/a.md"));
}

nlohmann::json Schema() {
  std::ifstream in(std::string(TALLY_SOURCE_DIR) + "/schemas/tally.toml.schema.json");
  return nlohmann::json::parse(in);
}

TEST(ConfigTest, TheSchemaKnowsTheSameKeys) {
  nlohmann::json schema = Schema();
  std::set<std::string> in_schema;
  for (const auto& [key, value] : schema["properties"].items()) {
    bool open = value.contains("additionalProperties") && value["additionalProperties"].is_object();
    if (open) in_schema.insert(key + ".*");
    if (value.contains("properties")) {
      for (const auto& [inner, unused] : value["properties"].items()) in_schema.insert(key + "." + inner);
    } else if (!open && key != "overrides") {
      in_schema.insert(key);
    }
  }
  std::set<std::string> known;
  for (const ConfigKey& key : ConfigKeys()) known.emplace(key.name);
  EXPECT_EQ(in_schema, known);
  std::vector<std::string> kinds = schema["definitions"]["kind"]["enum"];
  std::vector<std::string> all_kinds;
  for (FindingKind kind : AllFindingKinds()) all_kinds.emplace_back(FindingKindName(kind));
  EXPECT_EQ(kinds, all_kinds);
  std::vector<std::string> thresholds = schema["properties"]["thresholds"]["propertyNames"]["enum"];
  std::vector<std::string> all_thresholds;
  for (const ThresholdName& threshold : kThresholdNames) all_thresholds.emplace_back(threshold.name);
  EXPECT_EQ(thresholds, all_thresholds);
  EXPECT_EQ(SchemaErrors("schemas/tally.toml.schema.json", {{"fail_level", "high"}, {"format", {"text"}}}),
            "");
  EXPECT_NE(SchemaErrors("schemas/tally.toml.schema.json", {{"fail_levl", "high"}}), "");
}

}  // namespace
}  // namespace tally
