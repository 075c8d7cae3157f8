#include "report/sarif_result.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/sarif_text.h"
#include "report/value_text.h"
#include "report/visible_text.h"

namespace tally {

namespace {

using Json = nlohmann::ordered_json;

// A message names the first sides; all are among the related locations.
constexpr std::size_t kSidesInMessage = 5;
constexpr int kQuoteColumns = 60;

// Claims other than the primary one, up to the limit.
std::vector<const Claim*> RelatedClaims(const ShownFinding& shown, std::size_t most) {
  std::vector<const Claim*> claims;
  const std::vector<Claim>& members = shown.finding->members;
  for (std::size_t i = 0; i < members.size() && claims.size() < most; ++i) {
    if (i != shown.primary) claims.push_back(&members[i]);
  }
  return claims;
}

// "Compare [130 億美元](1) in b.txt line 6 (USD 13,000,000,000)."
std::string SideSentence(const Claim& claim, std::size_t id) {
  return fmt::format("\nCompare {} in {} line {} ({}).",
                     SarifLink(KeepFirst(VisibleText(claim.quote), kQuoteColumns), id), SarifText(claim.doc),
                     claim.begin.line, SarifText(ValueText(claim.value)));
}

std::string Message(const ShownFinding& shown, const std::vector<const Claim*>& related) {
  const Finding& finding = *shown.finding;
  std::string out = SarifText(finding.message);
  for (std::size_t i = 0; i < std::min(related.size(), kSidesInMessage); ++i) {
    out += SideSentence(*related[i], i + 1);
  }
  if (related.size() > kSidesInMessage) {
    out += fmt::format("\nAnd {} more.", finding.members.size() - 1 - kSidesInMessage);
  }
  if (!finding.causes.empty()) out += "\nLikely: " + SarifText(finding.causes.front().text);
  return out;
}

Json RelatedLocations(const std::vector<const Claim*>& related, const SarifArtifacts& artifacts) {
  Json list = Json::array();
  for (std::size_t i = 0; i < related.size(); ++i) {
    list.push_back({{"id", i + 1},
                    {"physicalLocation", artifacts.Place(*related[i])},
                    {"message", {{"text", SarifText(SideText(*related[i]))}}}});
  }
  return list;
}

Json Fingerprints(const ShownFinding& shown, const SarifArtifacts& artifacts) {
  Json json = Json::object();
  std::string hash = shown.has_place() ? artifacts.LineHash(shown.place()) : "";
  if (!hash.empty()) json["primaryLocationLineHash"] = hash;
  json["tallyFinding/v1"] = shown.finding->id;
  return json;
}

Json Suppressions(const FindingState& state) {
  Json list = Json::array();
  if (!state.suppressed()) return list;
  bool in_source = state.suppression == FindingSuppression::kInSource;
  Json json = {{"kind", in_source ? "inSource" : "external"}, {"status", "accepted"}};
  if (!state.justification.empty()) json["justification"] = VisibleText(state.justification);
  list.push_back(std::move(json));
  return list;
}

void PutState(const FindingState& state, bool with_suppressions, Json& json) {
  if (state.baseline != FindingBaseline::kNone)
    json["baselineState"] = state.baseline == FindingBaseline::kNew ? "new" : "unchanged";
  if (with_suppressions) json["suppressions"] = Suppressions(state);
}

Json Properties(const ShownFinding& shown) {
  const Finding& finding = *shown.finding;
  Json json = {{"severity", SeverityName(finding.severity)},
               {"confidence", finding.confidence / 100.0},
               {"scope", ScopeName(finding.scope)},
               {"headline", VisibleText(finding.headline)}};
  if (shown.state.change != FindingChange::kUnknown)
    json["change"] = shown.state.change == FindingChange::kIntroduced ? "introduced" : "exposed";
  return json;
}

}  // namespace

const char* SarifLevel(const ShownFinding& shown) {
  if (!IsProblem(*shown.finding)) return "none";
  switch (LoudnessOf(shown)) {
    case Loudness::kError:
      return "error";
    case Loudness::kWarning:
      return "warning";
    case Loudness::kNote:
      return "note";
  }
  return "note";
}

Json SarifResult(const ShownFinding& shown, const SarifArtifacts& artifacts,
                 const SarifResultOptions& options) {
  const Finding& finding = *shown.finding;
  std::vector<const Claim*> related = RelatedClaims(shown, options.locations - 1);
  Json json;
  json["ruleId"] = FindingKindName(finding.kind);
  json["ruleIndex"] = static_cast<std::size_t>(finding.kind);
  json["kind"] = IsProblem(finding) ? "fail" : "informational";
  json["level"] = SarifLevel(shown);
  json["message"] = {{"text", Message(shown, related)}};
  json["locations"] = Json::array();
  if (shown.has_place()) json["locations"].push_back({{"physicalLocation", artifacts.Place(shown.place())}});
  if (!related.empty()) json["relatedLocations"] = RelatedLocations(related, artifacts);
  json["partialFingerprints"] = Fingerprints(shown, artifacts);
  PutState(shown.state, options.with_suppressions, json);
  json["properties"] = Properties(shown);
  return json;
}

}  // namespace tally
