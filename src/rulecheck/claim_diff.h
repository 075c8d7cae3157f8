// What two sets of rules make of the same text: claims won, lost and changed.
#pragma once

#include <optional>
#include <string>
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

// `before` and `after` are all claims of one document, in the order of the text; figures that no rule claims
// are left out. In the order of the text. Rule, confidence and trace are no difference.
std::vector<ClaimChange> DiffClaims(const std::vector<Claim>& before, const std::vector<Claim>& after);

// A part of a claim as text; "none" where it is empty. `part`: predicate, value, subject, object, event,
// stage, period, modality, speaker.
std::string ClaimPart(const Claim& claim, std::string_view part);

}  // namespace tally
