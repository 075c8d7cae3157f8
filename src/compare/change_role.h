// What a change of articles has to do with a finding: it brought it in, it exposed it, or it found it there.
// Pure.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "compare/finding.h"

namespace tally {

// A document as a change left it.
struct ChangedDocument {
  std::string old_name;                                    // before the change; empty where it is new
  bool whole = false;                                      // every line is the change's
  std::vector<std::pair<std::size_t, std::size_t>> lines;  // first and last, from 1

  bool Touches(const Claim& claim) const;
};
// By the name after the change. What stands in none did not change.
using ChangedDocuments = std::map<std::string, ChangedDocument>;

enum class ChangeRole : std::uint8_t {
  kExisting,    // it was there before, with all its members
  kIntroduced,  // a line of the change is part of it
  kExposed,     // it lies between lines that did not change
};

struct RoleInChange {
  ChangeRole role = ChangeRole::kExisting;
  // Introduced: the member on a changed line that says what was not said before; the first one of several.
  std::optional<std::size_t> member = std::nullopt;
};

// For each finding after the change. A member was there before where a finding of that time and of the same
// verdict has one in the same document (under its old name) that says the same; the words around it, its line
// and its article may have moved. A correction exposes the older articles that tell what it corrects: it is
// no mistake itself.
std::vector<RoleInChange> RolesInChange(const std::vector<Finding>& after, const std::vector<Finding>& before,
                                        const ChangedDocuments& changed);

// A newer text says that an older figure is wrong.
bool IsCorrection(const Finding& finding);

}  // namespace tally
