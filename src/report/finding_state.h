// What is known of a finding beside its verdict: that its author waived it, that it is known debt, and what
// the change under check has to do with it. Kept apart from Finding, which is a pure function of the claims.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace tally {

enum class FindingSuppression : std::uint8_t {
  kNone,
  kInSource,  // a comment in the article waives it
  kBaseline,  // it stands in the baseline: known debt
};
enum class FindingBaseline : std::uint8_t {
  kNone,  // the run has no baseline
  kNew,
  kUnchanged,
};
enum class FindingChange : std::uint8_t {
  kUnknown,     // the run compares no two states
  kIntroduced,  // a line of the change is part of it
  kExposed,     // an older article that a new fact makes wrong
};

struct FindingState {
  FindingSuppression suppression = FindingSuppression::kNone;
  std::string justification;  // the reason that its author gave; may be empty for a baseline
  FindingBaseline baseline = FindingBaseline::kNone;
  FindingChange change = FindingChange::kUnknown;
  // Introduced: the index of a member that stands on a line of the change; formats point there.
  std::optional<std::size_t> changed_member = {};

  bool suppressed() const { return suppression != FindingSuppression::kNone; }
  bool operator==(const FindingState&) const = default;
};

}  // namespace tally
