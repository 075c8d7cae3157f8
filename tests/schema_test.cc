// What the renderers write is what schemas/ promises.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "json_schema.h"
#include "report/claim_json.h"
#include "report/coverage.h"
#include "report/json_report.h"
#include "report_sample.h"
#include "rulecheck/new_predicate.h"
#include "rules/rule_set.h"
#include "store/export.h"
#include "store/finding_store.h"
#include "tests/store_fixture.h"

namespace tally {
namespace {

std::string Validate(const std::string& schema_name, const nlohmann::json& json) {
  return SchemaErrors("schemas/" + schema_name, json);
}

TEST(Schema, ReportIsValid) {
  EXPECT_EQ(Validate("report.schema.json", nlohmann::json::parse(JsonReport(SampleReport()))), "");
  EXPECT_EQ(Validate("report.schema.json", nlohmann::json::parse(JsonReport({}))), "");
}

TEST(Schema, ReportWithStatesOfFindingsIsValid) {
  FindingState waived{FindingSuppression::kInSource, "the source rounds", FindingBaseline::kNew,
                      FindingChange::kExposed};
  auto json = nlohmann::json::parse(JsonReport(SampleReport(), {FindingState{}, waived}));
  EXPECT_EQ(Validate("report.schema.json", json), "");
  EXPECT_EQ(
      json["findings"][1]["state"].dump(),
      R"({"baseline":"new","change":"exposed","justification":"the source rounds","suppression":"in_source"})");
  EXPECT_FALSE(json["findings"][2].contains("state"));
}

TEST(Schema, CoverageIsValid) {
  ReportInput input = SampleReport();
  Extraction extraction;
  extraction.info.path = "a.md";
  extraction.claims = input.claims;
  extraction.identifiers.push_back({{0, 5}, {1, 1}, "GPT-4", "GPT-4 costs"});
  std::string line = CoverageJsonLine(CoverageOf(extraction, CoverageList::kAll));
  EXPECT_EQ(Validate("coverage.schema.json", nlohmann::json::parse(line)), "");
  EXPECT_EQ(Validate("coverage.schema.json", nlohmann::json::parse(CoverageJsonLine({}))), "");
}

TEST(Schema, EveryClaimLineIsValid) {
  ReportInput input = SampleReport();
  Claim date = input.claims.front();
  date.value.dimension = Dimension::kDate;
  date.value.date = {MakeDay(2023, 1, 1), std::nullopt};
  date.value.fiscal_year = 2023;
  date.value.unresolved = "no year";
  date.event = "launch";
  date.stage = "first";
  date.speaker = EntityRef{"a", "A", "a"};
  input.claims.push_back(date);
  for (const Claim& claim : input.claims) {
    EXPECT_EQ(Validate("claim.schema.json", nlohmann::json::parse(ClaimJsonLine(claim))), "");
  }
}

using ExportSchema = StoreTest;
TEST_F(ExportSchema, EveryLineOfAnExportIsValid) {
  ClaimStore store = Create();
  std::int64_t run = store.BeginRun(kRun);
  DocumentInfo document = MakeDocument("a.md", "sha");
  Claim odd = MakeClaim(document, "a", "b", 1);
  odd.context = "no UTF-8 \xff";
  odd.value.unit.reset();
  store.PutDocument(document, {MakeClaim(document, "a", "b", 2), odd}, run);
  store.RemoveDocument("a.md", run);
  store.PutDocument(MakeDocument("b.md", "sha"), {}, run);
  PutFinding(store,
             {"f", "revised", "superseded", "high", 90, "cross", "h", "m", "e", {{"c", "a.md", "sha"}}}, run);
  store.database().Execute(
      "INSERT INTO decisions (finding_id, decision, reason, until, decided_by, decided_at, evidence) VALUES "
      "('f', 'wait', 'why', NULL, 'me', '2025-06-02T00:00:00Z', 'e')");
  std::size_t lines = 0;
  for (ExportParts parts : {ExportParts::kAll, ExportParts::kContent}) {
    ExportDatabase(store, parts, [&](std::string_view line) {
      ++lines;
      EXPECT_EQ(Validate("export.schema.json", nlohmann::json::parse(line)), "") << line;
    });
  }
  EXPECT_EQ(lines, 8U + 7U);
  EXPECT_NE(Validate("export.schema.json", {{"finding", "f"}}), "");
  EXPECT_NE(Validate("export.schema.json", {{"tally_export", 2}, {"schema", 4}}), "");
}

TEST(Schema, RefusesWhatTheContractDoesNotKnow) {
  nlohmann::json claim = nlohmann::json::parse(ClaimJsonLine(SampleReport().claims.front()));
  auto with = [&](const char* key, const nlohmann::json& value) {
    nlohmann::json changed = claim;
    changed[key] = value;
    return Validate("claim.schema.json", changed);
  };
  EXPECT_NE(with("surprise", 1), "");
  EXPECT_NE(with("modality", "maybe"), "");
  EXPECT_NE(with("confidence", 1.01), "");
  EXPECT_NE(with("value", {{"min", 5}, {"max", nullptr}, {"unit", nullptr}, {"approx", false}}), "");
  nlohmann::json report = nlohmann::json::parse(JsonReport(SampleReport()));
  report["findings"][0]["members"][0].erase("context");
  EXPECT_NE(Validate("report.schema.json", report), "");
}

TEST(Schema, EveryPredicateFileIsValid) {
  std::size_t files = 0;
  for (const RuleFile& file : CollectRuleFiles("")) {
    if (!file.name.starts_with("predicates/")) continue;
    ++files;
    EXPECT_EQ(Validate("predicate.schema.json", nlohmann::json::parse(file.content)), "") << file.name;
  }
  EXPECT_GT(files, 20u);
  EXPECT_EQ(Validate("predicate.schema.json", nlohmann::json::parse(NewPredicateText("ticket_price"))), "");
}

TEST(Schema, EveryCheckFileIsValid) {
  std::size_t files = 0;
  for (const RuleFile& file : CollectRuleFiles("")) {
    if (!file.name.starts_with("checks/")) continue;
    ++files;
    EXPECT_EQ(Validate("check.schema.json", nlohmann::json::parse(file.content)), "") << file.name;
  }
  EXPECT_GT(files, 10u);
}

// What the loader refuses, an editor with the schema sees while typing.
TEST(Schema, RefusesPredicatesThatTheLoaderRefuses) {
  const nlohmann::json sound = nlohmann::json::parse(NewPredicateText("ticket_price"));
  auto with = [&](const char* pointer, const nlohmann::json& value) {
    nlohmann::json changed = sound;
    changed[nlohmann::json::json_pointer(pointer)] = value;
    return Validate("predicate.schema.json", changed);
  };
  EXPECT_NE(with("/subjet", nlohmann::json::object()), "");
  EXPECT_NE(with("/time", "evnt"), "");
  EXPECT_NE(with("/dimensions", nlohmann::json::array()), "");
  EXPECT_NE(with("/dimensions/0", "percents"), "");
  EXPECT_NE(with("/cues/0/within", "8"), "");
  EXPECT_NE(with("/cues/0/whithin", 8), "");
  EXPECT_NE(with("/subject/kinds/0", "firm"), "");
  EXPECT_NE(with("/phrases/0", "{subject} paid"), "");
  EXPECT_NE(with("/examples/0/fire", true), "");
  EXPECT_NE(with("/name", "ticket price"), "");
  EXPECT_EQ(with("/draft", false), "");
}

}  // namespace
}  // namespace tally
