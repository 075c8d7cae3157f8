#include "compare/stories.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "compare/comparable_sets.h"

namespace tally {
namespace {

constexpr const char* kNone = "";

// Empty where it could be anybody's. Two digits are too few to know a figure by, unless it is read as the
// same in both texts.
std::string FigureName(const Claim& claim) {
  const Value& value = claim.value;
  std::string name = std::to_string(static_cast<int>(value.dimension)) + '\t';
  if (value.dimension == Dimension::kMoney) name += value.unit.value_or("");
  if (value.dimension == Dimension::kDate) {
    bool day = value.date.first && value.date.first == value.date.last;
    return day ? name + value.date.ToString() : kNone;
  }
  if (!value.stated.IsPoint()) return kNone;
  const Decimal& figure = *value.stated.lo;
  int digits = figure.first_digit_exponent() - figure.last_digit_exponent() + 1;
  if (digits < 2) return kNone;
  if (digits == 2) name += claim.predicate;
  return name + '\t' + figure.ToString();
}

}  // namespace

Stories::Stories(const std::vector<const Claim*>& claims) {
  std::map<std::string, std::set<std::string>> stated;  // by figure, the documents
  for (const Claim* claim : claims) {
    const std::string& document = DocumentOf(*claim);
    groups_.emplace(document, document);
    std::string name = FigureName(*claim);
    if (!name.empty()) stated[name].insert(document);
  }
  std::map<std::pair<std::string, std::string>, std::size_t> shared;
  for (const auto& [name, documents] : stated) {
    if (documents.size() < 2 || documents.size() > kMostSharing) continue;
    for (auto a = documents.begin(); a != documents.end(); ++a) {
      for (auto b = std::next(a); b != documents.end(); ++b) ++shared[{*a, *b}];
    }
  }
  for (const auto& [pair, count] : shared) {
    if (count < kLeastShared) continue;
    partners_[pair.first].insert(pair.second);
    partners_[pair.second].insert(pair.first);
    std::string a = RootOf(pair.first);
    std::string b = RootOf(pair.second);
    groups_[std::max(a, b)] = std::min(a, b);
  }
  for (auto& [document, group] : groups_) group = RootOf(document);
}

// The smallest name of the group, once all are joined.
std::string Stories::RootOf(const std::string& document) {
  std::string at = document;
  while (groups_[at] != at) at = groups_[at] = groups_[groups_[at]];
  return at;
}

bool Stories::AreOne(const std::string& a, const std::string& b) const {
  return a == b || Partners(a).contains(b);
}

const std::set<std::string>& Stories::Partners(const std::string& document) const {
  static const std::set<std::string> none;
  auto found = partners_.find(document);
  return found == partners_.end() ? none : found->second;
}

const std::string& Stories::GroupOf(const std::string& document) const {
  auto found = groups_.find(document);
  return found == groups_.end() ? document : found->second;
}

Stories StoriesOf(const std::vector<ComparedClaim>& items) {
  std::vector<const Claim*> claims;
  for (const ComparedClaim& item : items) claims.push_back(item.claim);
  return Stories(claims);
}

}  // namespace tally
