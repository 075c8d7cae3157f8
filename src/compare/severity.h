// How much a difference matters to a reader, with the reason in words.
#pragma once

#include <string>
#include <vector>

#include "compare/readings.h"
#include "compare/settings.h"

namespace tally {

struct SeverityVerdict {
  Severity severity = Severity::kLow;
  std::string reason;
};
SeverityVerdict SeverityOf(FindingKind kind, const std::vector<ReadingGroup>& readings,
                           const CompareSettings& settings);

}  // namespace tally
