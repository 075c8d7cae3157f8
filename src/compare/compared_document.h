// A document as a comparison with many others takes it: what is known of it, and where its claims are read
// from when they are needed, for most never are.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "claims/claim.h"
#include "claims/extractor.h"
#include "claims/outline.h"

namespace tally {

struct ComparedDocument {
  using Claims = std::shared_ptr<const std::vector<Claim>>;

  DocumentInfo info;
  Outline outline;
  std::vector<PlacedWaiver> waivers;
  std::vector<std::string> problems;  // Extraction::problems
  std::function<Claims()> claims;     // any number of times; never nullptr
};

}  // namespace tally
