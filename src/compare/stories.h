// Which documents tell one story: those that state several of the same figures. Pure; thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compare/compared_claim.h"
#include "rules/rule_set.h"

namespace tally {

// A document and what its figures are told by (FiguresOf).
struct ToldFigures {
  std::string_view document;
  std::span<const std::uint64_t> figures;
};

class Stories {
 public:
  // The same document may be there several times.
  explicit Stories(const std::vector<ToldFigures>& documents);

  // The figures that both state weigh kLeastShared or more. A document tells its own story.
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

// Hashes of the figures by which a story is known, with the weight of each; sorted, each once.
std::vector<std::uint64_t> FiguresOf(std::span<const ComparedClaim> items, const RuleSet& rules);

// `items`: by document.
Stories StoriesOf(std::span<const ComparedClaim> items, const RuleSet& rules);

// Two texts on different matters hardly share three figures of three digits, whatever these were read as, or
// of two digits and one reading, or days: each weighs 2. Longer figures are rarer, and weigh 3.
// An amount of two digits weighs 1 more by its currency, whatever it was read as.
// That both are of the same weeks, or about one well-known party, weighs 1 where few others are.
inline constexpr std::uint64_t kLeastShared = 6;
// What is enough for two texts that both tell the story of a third one.
inline constexpr std::uint64_t kLeastBetween = 4;
// A figure that more documents state than this tells nothing of a story (an interest rate, a population).
inline constexpr std::size_t kMostSharing = 24;

}  // namespace tally
