// How much a difference matters to a reader, with the reason in words.
#pragma once

#include <string>
#include <vector>

#include "compare/readings.h"

namespace tally {

struct SeverityVerdict {
  Severity severity = Severity::kLow;
  std::string reason;
};
SeverityVerdict SeverityOf(FindingKind kind, const std::vector<ReadingGroup>& readings);

// Twice as much is another story, whatever the subject.
inline constexpr int kHighFactor = 2;
// Newsrooms correct a figure that is a tenth off; smaller differences are mostly sloppy rounding.
inline constexpr int kMediumPercent = 10;
// A date a month off puts the event into another news cycle; days are often time zones.
inline constexpr int kMediumDays = 28;
// Half of the shares is control of the company.
inline constexpr int kMajorityPercent = 50;

}  // namespace tally
