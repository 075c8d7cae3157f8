// Where stored claims and findings come from: the run that read a version, and the runs that found a finding.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "store/claim_store.h"

namespace tally {

struct StoredRun {
  std::int64_t id = 0;
  std::string tool_version;
  std::string rules_version;
  std::string started;
};

struct VersionReading {
  StoredVersion version;
  StoredRun run;  // that read its claims
};

// The last version of the path with this content; nullopt where there is none.
std::optional<VersionReading> ReadingOf(const ClaimStore& store, const std::string& path,
                                        const std::string& sha256);

struct FindingRuns {
  StoredRun first;
  StoredRun last;
};

// nullopt where the finding was never recorded.
std::optional<FindingRuns> RunsOf(const ClaimStore& store, const std::string& finding);

}  // namespace tally
