#include "report/sarif_artifacts.h"

#include <set>

#include "base/sha256.h"
#include "report/line_hash.h"
#include "report/location_path.h"
#include "report/visible_text.h"

namespace tally {

namespace {

using Json = nlohmann::ordered_json;
// By document, the lines that a result points at.
using LinesByDocument = std::map<std::string, std::set<std::size_t>>;

LinesByDocument PrimaryLines(const std::vector<ShownFinding>& findings) {
  LinesByDocument lines;
  for (const ShownFinding& shown : findings) {
    if (shown.has_place()) lines[shown.place().doc].insert(shown.place().begin.line);
  }
  return lines;
}

}  // namespace

SarifArtifacts::SarifArtifacts(const CheckReport& check, const std::vector<ShownFinding>& findings) {
  for (const std::string& document : check.focus) artifacts_[document].under_check = true;
  for (const ShownFinding& shown : findings) {
    for (const Claim& claim : shown.finding->members) artifacts_.try_emplace(claim.doc);
  }
  LinesByDocument lines = PrimaryLines(findings);
  std::size_t index = 0;
  for (auto& [document, artifact] : artifacts_) {
    artifact.path = LocationPath(check, document);
    artifact.index = index++;
    auto content = check.contents.find(document);
    if (content == check.contents.end()) continue;
    artifact.content = &content->second;
    artifact.line_hashes = LineHashes(content->second, lines[document]);
  }
}

Json SarifArtifacts::ArtifactLocation(const Artifact& artifact) const {
  std::string uri = LocationUri(artifact.path);
  Json json = {{"uri", uri}};
  if (uri.find("://") == std::string::npos) json["uriBaseId"] = "%SRCROOT%";
  json["index"] = artifact.index;
  return json;
}

Json SarifArtifacts::List() const {
  Json list = Json::array();
  for (const auto& [document, artifact] : artifacts_) {
    Json json = {{"location", ArtifactLocation(artifact)}};
    if (artifact.under_check) json["roles"] = {"analysisTarget"};
    if (artifact.content != nullptr) {
      json["length"] = artifact.content->size();
      json["hashes"] = {{"sha-256", Sha256Hex(*artifact.content)}};
    }
    list.push_back(std::move(json));
  }
  return list;
}

Json SarifArtifacts::Place(const Claim& claim) const {
  const Artifact& artifact = artifacts_.at(claim.doc);
  Json region = {{"startLine", claim.begin.line},
                 {"startColumn", claim.begin.column},
                 {"endLine", claim.end.line},
                 {"endColumn", claim.end.column}};
  if (artifact.content != nullptr) {
    region["byteOffset"] = claim.span.start;
    region["byteLength"] = claim.span.size();
  }
  region["snippet"] = {{"text", VisibleText(claim.quote)}};
  return {{"artifactLocation", ArtifactLocation(artifact)}, {"region", std::move(region)}};
}

std::string SarifArtifacts::LineHash(const Claim& claim) const {
  const auto& hashes = artifacts_.at(claim.doc).line_hashes;
  auto found = hashes.find(claim.begin.line);
  return found == hashes.end() ? "" : found->second;
}

}  // namespace tally
