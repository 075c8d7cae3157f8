#include "compare/stories.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>
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

// Documents have numbers here, in the order of their names: pairs of them are what there is most of.
Stories::Stories(const std::vector<const Claim*>& claims) {
  for (const Claim* claim : claims) {
    const std::string& document = DocumentOf(*claim);
    groups_.emplace(document, document);
  }
  std::vector<const std::string*> names;
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  for (const auto& [document, group] : groups_) {
    numbers.emplace(document, static_cast<std::uint32_t>(names.size()));
    names.push_back(&document);
  }
  std::unordered_map<std::string, std::vector<std::uint32_t>> stated;  // by figure, the documents
  for (const Claim* claim : claims) {
    std::string name = FigureName(*claim);
    if (!name.empty()) stated[std::move(name)].push_back(numbers.at(DocumentOf(*claim)));
  }
  std::vector<std::uint64_t> pairs;  // one for each figure that two documents share
  for (auto& [name, documents] : stated) {
    std::ranges::sort(documents);
    documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
    if (documents.size() < 2 || documents.size() > kMostSharing) continue;
    for (std::size_t a = 0; a < documents.size(); ++a) {
      for (std::size_t b = a + 1; b < documents.size(); ++b)
        pairs.push_back(std::uint64_t{documents[a]} << 32 | documents[b]);
    }
  }
  std::ranges::sort(pairs);
  for (std::size_t at = 0; at < pairs.size();) {
    std::size_t end = at;
    while (end < pairs.size() && pairs[end] == pairs[at]) ++end;
    if (end - at >= kLeastShared) Join(*names[pairs[at] >> 32], *names[pairs[at] & 0xFFFFFFFF]);
    at = end;
  }
  for (auto& [document, group] : groups_) group = RootOf(document);
}

void Stories::Join(const std::string& first, const std::string& second) {
  partners_[first].insert(second);
  partners_[second].insert(first);
  std::string a = RootOf(first);
  std::string b = RootOf(second);
  groups_[std::max(a, b)] = std::min(a, b);
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
