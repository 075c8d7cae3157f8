// Terms of https://schema.org: Claim and ClaimReview with what they are about, where they appear and when.
// tally says that figures differ and not which is right, so a review has no ratingValue.
#include <fmt/format.h>

#include <charconv>
#include <system_error>

#include "report/json_text.h"
#include "report/provenance.h"
#include "report/value_text.h"

namespace tally {
namespace {

using Json = nlohmann::ordered_json;

// A number of JSON where a double holds the very decimal; else the decimal as a text.
Json NumberOf(const Decimal& value) {
  std::string text = value.ToString();
  const char* end = text.data() + text.size();
  std::int64_t integer = 0;
  auto [stop, error] = std::from_chars(text.data(), end, integer);
  if (error == std::errc() && stop == end) return integer;
  double number = 0;
  std::from_chars(text.data(), end, number);
  return fmt::format("{}", number) == text ? Json(number) : Json(text);
}

Json EntityOf(const EntityRef& entity, const char* type) {
  return {
      {"@type", type}, {"name", entity.name.empty() ? entity.text : entity.name}, {"identifier", entity.id}};
}

// The value as a property: propertyID is the predicate.
Json ValueOf(const Claim& claim) {
  const Value& value = claim.value;
  Json json = {{"@type", "PropertyValue"}, {"propertyID", claim.predicate}, {"value", ValueText(value)}};
  if (value.dimension == Dimension::kDate) return json;
  if (value.stated.lo) json["minValue"] = NumberOf(*value.stated.lo);
  if (value.stated.hi) json["maxValue"] = NumberOf(*value.stated.hi);
  if (value.unit) json["unitText"] = *value.unit;
  return json;
}

Json ArticleOf(const DocumentInfo& info) {
  Json json = {{"@type", "Article"}, {"@id", "urn:sha256:" + info.sha256}};
  if (!info.title.empty()) json["headline"] = info.title;
  if (!info.url.empty()) json["url"] = info.url;
  if (info.published) json["datePublished"] = FormatDay(*info.published);
  if (!info.language.empty()) json["inLanguage"] = info.language;
  if (!info.source.empty()) json["publisher"] = {{"@type", "Organization"}, {"name", info.source}};
  return json;
}

// ISO 8601's interval; ".." stands for an open end.
std::string CoverageOf(const DateRange& range) {
  auto end = [](const std::optional<Day>& day) { return day ? FormatDay(*day) : std::string(".."); };
  return range.first == range.last && range.first ? FormatDay(*range.first)
                                                  : end(range.first) + "/" + end(range.last);
}

Json ClaimOf(const Claim& claim, const std::vector<ProvenanceDocument>& documents) {
  Json json = {{"@type", "Claim"}, {"@id", "urn:tally:claim-" + claim.id}, {"identifier", claim.id}};
  json["text"] = claim.context.empty() ? claim.quote : claim.context;
  json["about"] = Json::array();
  if (claim.subject) json["about"].push_back(EntityOf(*claim.subject, "Thing"));
  if (claim.object) json["about"].push_back(EntityOf(*claim.object, "Thing"));
  json["mainEntity"] = ValueOf(claim);
  if (claim.period) json["temporalCoverage"] = CoverageOf(*claim.period);
  // Whether a person speaks or a company, the text need not say.
  if (claim.speaker) json["creditText"] = claim.speaker->name;
  json["appearance"] = Json::array();
  for (const ProvenanceDocument& document : documents) {
    if (document.info.path == claim.doc && document.info.sha256 == claim.doc_sha256)
      json["appearance"].push_back(ArticleOf(document.info));
  }
  return json;
}

Json ReviewOf(const ProvenanceFinding& finding) {
  return {{"@type", "ClaimReview"},
          {"@id", "urn:tally:finding-" + finding.id},
          {"identifier", finding.id},
          {"claimReviewed", finding.headline},
          {"reviewBody", finding.message},
          {"reviewAspect", finding.kind},
          {"reviewRating",
           {{"@type", "Rating"}, {"alternateName", finding.verdict}, {"ratingExplanation", finding.message}}},
          {"author", {{"@type", "Organization"}, {"name", "tally"}}},
          {"version", finding.run.tool_version},
          {"datePublished", finding.first_found},
          {"dateModified", finding.run.started}};
}

}  // namespace

std::string ClaimJsonLd(const Provenance& provenance) {
  Json json = {{"@context", "https://schema.org"}};
  if (!provenance.finding) {
    json.update(ClaimOf(provenance.claims.front(), provenance.documents));
    return DumpJson(json, 2) + "\n";
  }
  json.update(ReviewOf(*provenance.finding));
  json["itemReviewed"] = Json::array();
  for (const Claim& claim : provenance.claims)
    json["itemReviewed"].push_back(ClaimOf(claim, provenance.documents));
  return DumpJson(json, 2) + "\n";
}

}  // namespace tally
