#include "rules/source_ranks.h"

#include "base/fold.h"

namespace tally {
namespace {

std::string Normalized(const std::string& name) {
  std::string folded = Fold(name);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return folded;
}

}  // namespace

void SourceRanks::Add(const std::string& name, SourceRank rank) { ranks_[Normalized(name)] = rank; }

std::optional<SourceRank> SourceRanks::Of(const std::string& name) const {
  auto found = ranks_.find(Normalized(name));
  return found == ranks_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace tally
