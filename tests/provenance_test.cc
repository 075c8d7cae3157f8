// Provenance is what its vocabularies allow: the shapes of schemas/, and of each type of schema.org the
// properties that it has there.
#include "report/provenance.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "claim_builder.h"
#include "json_schema.h"

namespace tally {
namespace {

using Json = nlohmann::json;

std::string Errors(const std::string& schema_name, const Json& json) {
  return SchemaErrors("schemas/" + schema_name, json);
}

Provenance Sample(bool with_finding) {
  Provenance provenance;
  Claim claim = ClaimBuilder("a.md")
                    .About("investment", "microsoft", "openai")
                    .Money("130", 8, "USD")
                    .During({ParseIsoDay("2023-01-01"), std::nullopt})
                    .Said(Modality::kReported, "altman");
  claim.id = "0123456789abcdef";
  claim.doc_sha256 = std::string(64, 'a');
  claim.quote = "130 億美元";
  claim.context = "投資 130 億美元。\xff";
  claim.rule = "investment/cue:投資";
  Claim date = claim;
  date.id = "fedcba9876543210";
  date.speaker.reset();
  date.object.reset();
  date.period.reset();
  date.value = {};
  date.value.dimension = Dimension::kDate;
  date.value.date = DateRange::Year(2023);
  ProvenanceRun run{7, "0.1.0", "rules", "2025-05-08T09:30:00Z"};
  ProvenanceDocument document;
  document.info.path = "a.md";
  document.info.sha256 = claim.doc_sha256;
  document.info.title = "Title";
  document.info.source = "Example Daily";
  document.info.url = "https://example.org/a";
  document.info.language = "zh-Hant";
  document.info.published = ParseIsoDay("2025-05-08");
  document.seen = "2025-05-08T09:30:00Z";
  document.run = run;
  provenance.claims = {claim};
  provenance.documents = {document};
  if (!with_finding) return provenance;
  provenance.claims.push_back(date);
  run.id = 8;
  provenance.finding = {
      "00000000000000aa", "value_conflict",       "conflict", "high", "Microsoft: investment",
      "They differ.",     "2025-05-08T09:30:00Z", run};
  return provenance;
}

TEST(ProvJsonTest, HasTheShapeOfTheSubmission) {
  for (bool with_finding : {false, true}) {
    EXPECT_EQ(Errors("prov.schema.json", Json::parse(ProvJson(Sample(with_finding)))), "");
  }
  Json broken = Json::parse(ProvJson(Sample(true)));
  broken["entity"]["elsewhere:x"] = Json::object();
  EXPECT_NE(Errors("prov.schema.json", broken), "");
}

// Every name that a relation uses is declared, and of the kind that the relation asks for (PROV-DM, section
// 5).
TEST(ProvJsonTest, RelationsNameWhatIsThere) {
  Json prov = Json::parse(ProvJson(Sample(true)));
  const std::map<std::string, const char*> kinds = {{"prov:entity", "entity"},
                                                    {"prov:generatedEntity", "entity"},
                                                    {"prov:usedEntity", "entity"},
                                                    {"prov:activity", "activity"},
                                                    {"prov:agent", "agent"}};
  std::size_t names = 0;
  for (const char* relation :
       {"wasGeneratedBy", "used", "wasAssociatedWith", "wasAttributedTo", "wasDerivedFrom"}) {
    ASSERT_TRUE(prov.contains(relation)) << relation;
    for (const Json& members : prov[relation]) {
      for (const auto& [key, name] : members.items()) {
        auto kind = kinds.find(key);
        if (kind == kinds.end()) continue;
        ++names;
        EXPECT_TRUE(prov[kind->second].contains(name.get<std::string>())) << relation << " " << name;
      }
    }
  }
  EXPECT_GT(names, 20u);
  EXPECT_EQ(prov["entity"]["tally:claim-0123456789abcdef"]["prov:value"], "130 億美元");
}

// Of https://schema.org (version 28), the types that tally writes, each with those of its properties and of
// its parents' that tally uses.
const std::map<std::string, std::set<std::string>>& Terms() {
  static const std::map<std::string, std::set<std::string>> terms = {
      {"Thing", {"name", "identifier"}},
      {"Organization", {"name"}},
      {"PropertyValue", {"propertyID", "value", "minValue", "maxValue", "unitText"}},
      {"Article", {"headline", "url", "datePublished", "inLanguage", "publisher"}},
      {"Rating", {"alternateName", "ratingExplanation"}},
      {"Claim",
       {"identifier", "text", "about", "mainEntity", "temporalCoverage", "creditText", "appearance"}},
      {"ClaimReview",
       {"identifier", "claimReviewed", "reviewBody", "reviewAspect", "reviewRating", "author", "version",
        "datePublished", "dateModified", "itemReviewed"}}};
  return terms;
}

void ExpectTerms(const Json& json) {
  if (json.is_array()) {
    for (const Json& item : json) ExpectTerms(item);
  }
  if (!json.is_object()) return;
  auto known = Terms().find(json.value("@type", ""));
  ASSERT_NE(known, Terms().end()) << json;
  for (const auto& [key, value] : json.items()) {
    if (!key.starts_with('@')) {
      EXPECT_TRUE(known->second.contains(key)) << known->first << " has no " << key;
    }
    ExpectTerms(value);
  }
}

TEST(ClaimJsonLdTest, UsesTermsOfItsVocabulary) {
  for (bool with_finding : {false, true}) {
    Json json = Json::parse(ClaimJsonLd(Sample(with_finding)));
    EXPECT_EQ(Errors("claim-review.schema.json", json), "");
    ExpectTerms(json);
  }
}

TEST(ClaimJsonLdTest, NumbersAreExactOrTexts) {
  Provenance provenance = Sample(false);
  auto min = [&](const char* decimal) {
    provenance.claims[0].value.stated = Interval::Exactly(*Decimal::Parse(decimal));
    return Json::parse(ClaimJsonLd(provenance))["mainEntity"]["minValue"].dump();
  };
  EXPECT_EQ(min("13000000000"), "13000000000");
  EXPECT_EQ(min("-0.05"), "-0.05");
  EXPECT_EQ(min("0.333333333333333333333333"), "\"0.333333333333333333333333\"");
  EXPECT_EQ(min("123456789012345678901234567890"), "\"123456789012345678901234567890\"");
}

}  // namespace
}  // namespace tally
