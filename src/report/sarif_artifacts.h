// The files that a SARIF run speaks of, and places in them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "report/shown_findings.h"

namespace tally {

// Not thread-safe; refers into the CheckReport, which must outlive it.
class SarifArtifacts {
 public:
  // Of the documents under check and of those that `findings` quote.
  SarifArtifacts(const CheckReport& check, const std::vector<ShownFinding>& findings);

  // run.artifacts: in the order of their paths, with the SHA-256 of those whose bytes are known.
  nlohmann::ordered_json List() const;
  // A physicalLocation: the artifact, and the region of the claim. Bytes are counted only where those of the
  // document are known.
  nlohmann::ordered_json Place(const Claim& claim) const;
  // GitHub's hash of the line that the claim begins on; empty where the bytes of the document are not known.
  std::string LineHash(const Claim& claim) const;

 private:
  struct Artifact {
    std::string path;
    std::size_t index = 0;
    bool under_check = false;
    const std::string* content = nullptr;
    std::map<std::size_t, std::string> line_hashes;
  };
  nlohmann::ordered_json ArtifactLocation(const Artifact& artifact) const;

  std::map<std::string, Artifact> artifacts_;  // by document
};

}  // namespace tally
