// Why claims may differ, likeliest first, each with its arithmetic in words. A cause is a suggestion to an
// editor; it never changes a verdict.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/readings.h"
#include "compare/settings.h"

namespace tally {

std::vector<Cause> CausesOf(const Draft& draft, FindingKind kind, const std::vector<ReadingGroup>& readings,
                            const CompareSettings& settings);

// Where causes are collected, and what they are told with.
struct CauseList {
  const Phrasebook& say;
  const Thresholds& limits;
  std::vector<Cause> list;

  void push_back(Cause cause) { list.push_back(std::move(cause)); }
  std::size_t size() const { return list.size(); }
};

// Given to what only the words around the figures bring together (compare/misprint.h).
inline constexpr std::string_view kLikeWordsCause = "like_words";
// Pairs of readings are searched for slips among the first so many; more readings are no single slip.
inline constexpr std::size_t kMaxSlipReadings = 8;

}  // namespace tally
