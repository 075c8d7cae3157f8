#include "compare/stories.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/text_hash.h"
#include "compare/comparable_sets.h"

namespace tally {
namespace {

// The lowest bits of a figure's hash are its weight, so that it travels with the hash.
constexpr std::uint64_t kWeightBits = 3;
// No figure: however many of these they share, they weigh 1 together.
constexpr std::uint64_t kOccasion = 0;
constexpr int kNewsDays = 28;

std::uint64_t Weighed(const std::string& name, std::uint64_t weight) {
  return (TextHash(name) & ~kWeightBits) | weight;
}

// None where it could be anybody's. Few digits are known by what they are read as.
void AddFigure(const Claim& claim, std::vector<std::uint64_t>& figures) {
  const Value& value = claim.value;
  std::string name = std::to_string(static_cast<int>(value.dimension)) + '\t';
  if (value.dimension == Dimension::kMoney) name += value.unit.value_or("");
  if (value.dimension == Dimension::kDate) {
    bool day = value.date.first && value.date.first == value.date.last;
    if (day) figures.push_back(Weighed(name + value.date.ToString(), 2));
    return;
  }
  if (!value.stated.IsPoint()) return;
  const Decimal& figure = *value.stated.lo;
  std::string stated = '\t' + figure.ToString();
  int digits = figure.significant_digits();
  if (digits >= 3) figures.push_back(Weighed(name + stated, digits == 3 ? 2 : 3));
  if (digits != 2) return;
  figures.push_back(Weighed(name + claim.predicate + stated, 2));
  bool amount = value.dimension == Dimension::kMoney && value.unit;
  if (amount) figures.push_back(Weighed(name + stated, 1));
}

// Who is in the news, and the weeks in which it is: each told by two hashes that overlap.
void AddOccasion(const Claim& claim, const RuleSet& rules, std::vector<std::uint64_t>& figures) {
  for (const std::optional<EntityRef>* party : {&claim.subject, &claim.object}) {
    const Entity* entity = *party ? rules.FindEntity((*party)->id) : nullptr;
    if (entity && entity->kind != "place") figures.push_back(Weighed("party\t" + entity->id, kOccasion));
  }
  if (!claim.as_of) return;
  auto day = claim.as_of->time_since_epoch().count();
  figures.push_back(Weighed("weeks\t" + std::to_string(day / kNewsDays), kOccasion));
  figures.push_back(Weighed("weeks'\t" + std::to_string((day + kNewsDays / 2) / kNewsDays), kOccasion));
}

}  // namespace

// Documents have numbers here, in the order of their names: pairs of them are what there is most of.
Stories::Stories(const std::vector<ToldFigures>& documents) {
  for (const ToldFigures& told : documents) groups_.emplace(told.document, told.document);
  std::vector<const std::string*> names;
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  for (const auto& [document, group] : groups_) {
    numbers.emplace(document, static_cast<std::uint32_t>(names.size()));
    names.push_back(&document);
  }
  std::vector<std::pair<std::uint64_t, std::uint32_t>> stated;  // the figure, and a document that states it
  for (const ToldFigures& told : documents) {
    for (std::uint64_t figure : told.figures) stated.emplace_back(figure, numbers.at(told.document));
  }
  std::ranges::sort(stated);
  stated.erase(std::unique(stated.begin(), stated.end()), stated.end());
  std::vector<std::pair<std::uint64_t, std::uint64_t>> pairs;  // two documents, the weight of what they share
  for (auto first = stated.begin(); first != stated.end();) {
    auto last =
        std::find_if(first, stated.end(), [&](const auto& said) { return said.first != first->first; });
    if (static_cast<std::size_t>(last - first) <= kMostSharing) {
      for (auto a = first; a != last; ++a) {
        for (auto b = a + 1; b != last; ++b)
          pairs.emplace_back(std::uint64_t{a->second} << 32 | b->second, a->first & kWeightBits);
      }
    }
    first = last;
  }
  std::ranges::sort(pairs);
  std::vector<std::uint64_t> between;
  for (std::size_t at = 0; at < pairs.size();) {
    std::size_t end = at;
    std::uint64_t weight = pairs[at].second == kOccasion ? 1 : 0;  // sorted: these come first
    while (end < pairs.size() && pairs[end].first == pairs[at].first) weight += pairs[end++].second;
    if (weight >= kLeastShared) {
      Join(*names[pairs[at].first >> 32], *names[pairs[at].first & 0xFFFFFFFF]);
    } else if (weight >= kLeastBetween) {
      between.push_back(pairs[at].first);
    }
    at = end;
  }
  // Two texts that share less, and both share enough with a third, tell its story. By what was known before.
  auto has_third = [&](std::uint64_t pair) {
    const std::set<std::string>& a = Partners(*names[pair >> 32]);
    const std::set<std::string>& b = Partners(*names[pair & 0xFFFFFFFF]);
    return std::ranges::any_of(a, [&](const std::string& third) { return b.contains(third); });
  };
  std::erase_if(between, [&](std::uint64_t pair) { return !has_third(pair); });
  for (std::uint64_t pair : between) Join(*names[pair >> 32], *names[pair & 0xFFFFFFFF]);
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

std::vector<std::uint64_t> FiguresOf(std::span<const ComparedClaim> items, const RuleSet& rules) {
  std::vector<std::uint64_t> figures;
  for (const ComparedClaim& item : items) {
    AddFigure(*item.claim, figures);
    AddOccasion(*item.claim, rules, figures);
  }
  std::ranges::sort(figures);
  figures.erase(std::unique(figures.begin(), figures.end()), figures.end());
  return figures;
}

Stories StoriesOf(std::span<const ComparedClaim> items, const RuleSet& rules) {
  std::vector<ToldFigures> documents;
  std::vector<std::vector<std::uint64_t>> figures;
  while (!items.empty()) {
    const std::string& document = DocumentOf(*items.front().claim);
    auto end = std::ranges::find_if(
        items, [&](const ComparedClaim& item) { return DocumentOf(*item.claim) != document; });
    auto count = static_cast<std::size_t>(end - items.begin());
    figures.push_back(FiguresOf(items.first(count), rules));
    documents.push_back({document, figures.back()});
    items = items.subspan(count);
  }
  return Stories(documents);
}

}  // namespace tally
