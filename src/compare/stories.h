// Which documents tell one story: those that state several of the same figures. Pure; thread-safe.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "compare/compared_claim.h"

namespace tally {

class Stories {
 public:
  explicit Stories(const std::vector<const Claim*>& claims);

  // Both state kLeastShared figures or more. A document tells its own story.
  bool AreOne(const std::string& a, const std::string& b) const;

  // The name of the group that the document belongs to: documents that tell one story, and those that tell
  // one with any of these.
  const std::string& GroupOf(const std::string& document) const;

 private:
  // The documents that tell one story with this one.
  const std::set<std::string>& Partners(const std::string& document) const;
  std::string RootOf(const std::string& document);
  void Join(const std::string& first, const std::string& second);

  std::map<std::string, std::set<std::string>> partners_;
  std::map<std::string, std::string> groups_;
};

Stories StoriesOf(const std::vector<ComparedClaim>& items);

// Of two digits with the same predicate, of three whatever they were read as, or dates of one day: two texts
// on different matters hardly share three of them.
inline constexpr std::size_t kLeastShared = 3;
// A figure that more documents state than this tells nothing of a story (an interest rate, a population).
inline constexpr std::size_t kMostSharing = 24;

}  // namespace tally
