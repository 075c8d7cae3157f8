// How near to the facts a publication is, by the user's table `sources.tsv` in the folder of --rules; the
// program ships none. Names are compared folded and in lower case.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tally {

// The better one first: a filing or register of the party itself, a news agency, a paper or broadcaster, a
// blog.
enum class SourceRank { kFiling, kAgency, kPress, kBlog };
inline constexpr std::array<std::string_view, 4> kSourceRankNames = {"filing", "agency", "press", "blog"};

class SourceRanks {
 public:
  // In the place of what was said of the name before.
  void Add(const std::string& name, SourceRank rank);
  std::optional<SourceRank> Of(const std::string& name) const;

 private:
  std::map<std::string, SourceRank> ranks_;
};

}  // namespace tally
