// What became of a claim between two readings or two states: won, lost or changed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/claim.h"

namespace tally {

struct ClaimChange {
  std::optional<Claim> before;  // nullopt: won
  std::optional<Claim> after;   // nullopt: lost
  // Where both are there: the parts that differ, "predicate", "subject" …
  std::vector<std::string> parts;

  // "won", "lost", "changed".
  std::string_view Kind() const;
};

// A part of a claim as text; "none" where it is empty. `part`: predicate, value, subject, object, event,
// stage, period, modality, speaker.
std::string ClaimPart(const Claim& claim, std::string_view part);

// The parts that differ, in the order above. Rule, confidence and trace are no difference.
std::vector<std::string> DifferentParts(const Claim& before, const Claim& after);

// The claims of one path in two states of it, where lines may have moved: what speaks of the same thing and
// says the same is no difference, what speaks of the same thing and says another value has changed, and so
// has a value of one rule that is now of something else. Claims without a predicate are left out. Changed and
// lost ones first, in the order of `before`, then those won, in the order of `after`. Linear, but for
// sorting.
std::vector<ClaimChange> DiffStates(const std::vector<Claim>& before, const std::vector<Claim>& after);

}  // namespace tally
