// What people decided on findings. Decisions are only added; the last one of a finding counts, while the
// evidence is what it was and its time is not over.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "store/claim_store.h"

namespace tally {

enum class DecisionKind : std::uint8_t {
  kAccept,  // the finding is right, and known
  kReject,  // the finding is wrong
  kWait,    // not yet: until a day, or until the evidence changes
};
// "accept", "reject", "wait".
std::string_view DecisionName(DecisionKind kind);
std::optional<DecisionKind> DecisionFromName(std::string_view name);

struct Decision {
  std::string finding;
  DecisionKind kind = DecisionKind::kAccept;
  std::string reason;
  std::optional<Day> until;  // the last day on which it counts
  std::string by;
  std::string at;        // "2025-05-08T09:30:00Z"
  std::string evidence;  // of the finding when it was decided

  // True where it counts on a day for a finding of this evidence.
  bool Holds(std::string_view evidence_now, Day today) const {
    return evidence == evidence_now && (!until || today <= *until);
  }
};

// Appends. The finding must be there, and the store open for writing.
void AddDecision(const ClaimStore& store, const Decision& decision);

// All, oldest first.
std::vector<Decision> Decisions(const ClaimStore& store);

// The ids of the findings that begin so, sorted; ten at most.
std::vector<std::string> FindingsLike(const ClaimStore& store, const std::string& prefix);

}  // namespace tally
