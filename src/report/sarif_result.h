// One finding as a result of SARIF.
#pragma once

#include <cstddef>

#include <nlohmann/json.hpp>

#include "report/sarif_artifacts.h"
#include "report/shown_findings.h"

namespace tally {

struct SarifResultOptions {
  std::size_t locations = 0;       // the most of one result, the primary one included
  bool with_suppressions = false;  // some result of the run is suppressed: then each says whether it is
};
nlohmann::ordered_json SarifResult(const ShownFinding& shown, const SarifArtifacts& artifacts,
                                   const SarifResultOptions& options);

// "error", "warning", "note"; "none" for what is no conflict (SARIF 2.1.0, 3.27.10).
const char* SarifLevel(const ShownFinding& shown);

}  // namespace tally
