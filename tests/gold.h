// The gold of tests/gold/ and how well a reading agrees with it. tests/gold/README.md is the manual of the
// format.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "report/report_input.h"

namespace tally {

struct ClaimScore {
  int required = 0;
  int value = 0;      // seen with its dimension and read exactly
  int predicate = 0;  // and claimed by the right predicate
  int subject = 0;    // and said of the right subject
  int money = 0;
  int money_value = 0;
  std::vector<std::string> misses;  // what went wrong, a line each

  double Share(int part, int whole) const { return whole == 0 ? 0 : static_cast<double>(part) / whole; }
};

struct FindingScore {
  int conflict_must = 0, conflict_must_found = 0;
  int superseded_must = 0, superseded_must_found = 0;
  int corroboration_must = 0, corroboration_must_found = 0;
  int conflicts_reported = 0, conflicts_without_gold = 0;
  std::vector<std::string> misses;
};

std::vector<nlohmann::json> ReadJsonLines(const std::string& path);
ClaimScore ScoreClaims(const std::vector<nlohmann::json>& gold, const std::vector<Claim>& claims);
FindingScore ScoreFindings(const std::vector<nlohmann::json>& gold, const std::vector<Finding>& findings);

}  // namespace tally
