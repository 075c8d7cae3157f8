// Which version of a text follows which: the next one of its path, the first one of a path that it was moved
// to, or what was seen later at the same URL under the same title.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/claim_store.h"

namespace tally {

struct Succession {
  StoredVersion before;
  StoredVersion after;
  std::vector<Claim> old_claims;
  std::vector<Claim> new_claims;
};

// What the path's current version follows; nullopt where it is the first of its text.
std::optional<Succession> SuccessionOf(const ClaimStore& store, const std::string& path);

// All, by path and version of what came after.
std::vector<Succession> Successions(const ClaimStore& store);

}  // namespace tally
