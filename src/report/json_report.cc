#include "report/json_report.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "report/claim_json.h"
#include "report/json_text.h"
#include "report/overview.h"

namespace tally {

namespace {

using Json = nlohmann::ordered_json;

Json TextOrNull(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json DocumentToJson(const DocumentInfo& document, const std::string& origin_cluster) {
  return {{"path", document.path},
          {"sha256", document.sha256},
          {"title", TextOrNull(document.title)},
          {"source", TextOrNull(document.source)},
          {"origin", TextOrNull(document.origin)},
          {"origin_cluster", TextOrNull(origin_cluster)},
          {"url", TextOrNull(document.url)},
          {"published", document.published ? Json(FormatDay(*document.published)) : Json(nullptr)},
          {"published_estimated", document.published_estimated},
          {"published_time", TextOrNull(document.published_time)},
          {"language", TextOrNull(document.language)},
          {"numbers_seen", document.numbers_seen},
          {"numbers_unread", document.numbers_unread}};
}

Json ReadingToJson(const Reading& reading) {
  return {{"label", reading.label}, {"detail", reading.detail}, {"members", reading.members}};
}

Json MemberToJson(const Claim& claim) {
  Json json = ClaimToJson(claim);
  json["context"] = claim.context;
  return json;
}

// Json::array and not {}: an empty list must stay a list.
template <class Items, class Convert>
Json List(const Items& items, Convert convert) {
  Json list = Json::array();
  for (const auto& item : items) list.push_back(convert(item));
  return list;
}

Json FindingToJson(const Finding& finding) {
  Json json;
  json["id"] = finding.id;
  json["kind"] = FindingKindName(finding.kind);
  json["verdict"] = VerdictName(finding.verdict);
  json["severity"] = SeverityName(finding.severity);
  json["severity_reason"] = finding.severity_reason;
  json["confidence_reason"] = finding.confidence_reason;
  json["confidence"] = finding.confidence / 100.0;
  json["scope"] = ScopeName(finding.scope);
  json["key"] = finding.key.ToString();
  json["headline"] = finding.headline;
  json["message"] = finding.message;
  json["arithmetic"] = List(finding.arithmetic, [](const std::string& line) { return Json(line); });
  json["causes"] = List(finding.causes, [](const Cause& cause) {
    return Json{{"id", cause.id}, {"text", cause.text}};
  });
  json["readings"] = List(finding.readings, ReadingToJson);
  json["independent_sources"] = finding.independent_sources;
  json["copies"] = List(finding.copies, [](const CopyCount& copy) {
    return Json{{"of", copy.of}, {"count", copy.count}};
  });
  json["members"] = List(finding.members, MemberToJson);
  return json;
}

Json StateToJson(const FindingState& state) {
  static constexpr const char* kSuppressions[] = {"none", "in_source", "baseline"};
  static constexpr const char* kBaselines[] = {"none", "new", "unchanged"};
  static constexpr const char* kChanges[] = {"unknown", "introduced", "exposed"};
  return {{"suppression", kSuppressions[static_cast<std::size_t>(state.suppression)]},
          {"justification", TextOrNull(state.justification)},
          {"baseline", kBaselines[static_cast<std::size_t>(state.baseline)]},
          {"change", kChanges[static_cast<std::size_t>(state.change)]}};
}

Json ClaimsToJson(const std::vector<Claim>& claims) {
  Json list = Json::array();
  for (const Claim& claim : claims) {
    if (claim.claimed()) list.push_back(ClaimToJson(claim));
  }
  return list;
}

Json DocumentsToJson(const ReportInput& input) {
  Json list = Json::array();
  for (std::size_t i = 0; i < input.documents.size(); ++i) {
    bool known = i < input.origin_clusters.size();
    list.push_back(DocumentToJson(input.documents[i], known ? input.origin_clusters[i] : ""));
  }
  return list;
}

Json CountsToJson(const Overview& overview) {
  return {{"documents", overview.documents},
          {"numbers_seen", overview.numbers_seen},
          {"numbers_unread", overview.numbers_unread},
          {"claims", overview.claims},
          {"claims_compared", overview.compared}};
}

Json DecidedToJson(const DecidedCounts& decided) {
  return {{"accepted", decided.accepted}, {"rejected", decided.rejected}, {"waiting", decided.waiting}};
}

}  // namespace

std::string JsonReport(const ReportInput& input, const std::vector<FindingState>& states) {
  Json json;
  json["tool"] = {{"name", "tally"}, {"version", input.tool_version}, {"rules", input.rules_version}};
  json["counts"] = CountsToJson(Overview(input));
  if (input.decided.all() > 0) json["decided"] = DecidedToJson(input.decided);
  json["documents"] = DocumentsToJson(input);
  json["claims"] = ClaimsToJson(input.claims);
  json["findings"] = List(input.findings, FindingToJson);
  for (std::size_t i = 0; i < std::min(states.size(), input.findings.size()); ++i)
    json["findings"][i]["state"] = StateToJson(states[i]);
  return DumpJson(json, 2) + "\n";
}

}  // namespace tally
