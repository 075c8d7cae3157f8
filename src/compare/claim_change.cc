#include "compare/claim_change.h"

#include <algorithm>
#include <map>

namespace tally {
namespace {

constexpr std::string_view kParts[] = {"predicate", "value",  "subject",  "object", "event",
                                       "stage",     "period", "modality", "speaker"};

std::string ValuePart(const Value& value) {
  if (value.dimension == Dimension::kDate) return value.date.ToString();
  return value.stated.ToString() + (value.unit ? " " + *value.unit : "");
}

// The parts joined, without those that are named.
std::string Identity(const Claim& claim, std::initializer_list<std::string_view> without) {
  std::string text;
  for (std::string_view part : kParts) {
    if (std::ranges::find(without, part) == without.end()) text += ClaimPart(claim, part) + '\n';
  }
  return text;
}

// Claims that have found no counterpart yet.
using Open = std::vector<const Claim*>;

Open ClaimedOf(const std::vector<Claim>& claims) {
  Open open;
  for (const Claim& claim : claims) {
    if (claim.claimed()) open.push_back(&claim);
  }
  return open;
}

// Takes out the pairs whose identities, without the parts that are named, are equal: the first with the
// first.
std::vector<std::pair<const Claim*, const Claim*>> TakePairs(
    Open& before, Open& after, std::initializer_list<std::string_view> without) {
  std::map<std::string, std::vector<const Claim*>> waiting;
  for (auto claim = after.rbegin(); claim != after.rend(); ++claim)
    waiting[Identity(**claim, without)].push_back(*claim);
  std::vector<std::pair<const Claim*, const Claim*>> pairs;
  std::erase_if(before, [&](const Claim* claim) {
    auto found = waiting.find(Identity(*claim, without));
    if (found == waiting.end() || found->second.empty()) return false;
    pairs.emplace_back(claim, found->second.back());
    found->second.pop_back();
    return true;
  });
  std::map<const Claim*, bool> paired;
  for (const auto& [old_claim, new_claim] : pairs) paired[new_claim] = true;
  std::erase_if(after, [&](const Claim* claim) { return paired.contains(claim); });
  return pairs;
}

}  // namespace

std::string_view ClaimChange::Kind() const { return !before ? "won" : !after ? "lost" : "changed"; }

std::string ClaimPart(const Claim& claim, std::string_view part) {
  auto id = [](const std::optional<EntityRef>& ref) { return ref ? ref->id : std::string("none"); };
  auto text = [](const std::string& value) { return value.empty() ? std::string("none") : value; };
  if (part == "predicate") return text(std::string(claim.rule_id()));
  if (part == "value") return ValuePart(claim.value);
  if (part == "subject") return id(claim.subject);
  if (part == "object") return id(claim.object);
  if (part == "event") return text(claim.event);
  if (part == "stage") return text(claim.stage);
  if (part == "period") return claim.period ? claim.period->ToString() : "none";
  if (part == "modality") return std::string(ModalityName(claim.modality));
  return id(claim.speaker);
}

std::vector<std::string> DifferentParts(const Claim& before, const Claim& after) {
  std::vector<std::string> different;
  for (std::string_view part : kParts) {
    if (ClaimPart(before, part) != ClaimPart(after, part)) different.emplace_back(part);
  }
  return different;
}

std::vector<ClaimChange> DiffStates(const std::vector<Claim>& before, const std::vector<Claim>& after) {
  Open lost = ClaimedOf(before);
  Open won = ClaimedOf(after);
  TakePairs(lost, won, {});
  std::vector<ClaimChange> changes;
  auto add_changed = [&](std::initializer_list<std::string_view> without) {
    for (const auto& [old_claim, new_claim] : TakePairs(lost, won, without))
      changes.push_back({*old_claim, *new_claim, DifferentParts(*old_claim, *new_claim)});
  };
  add_changed({"value"});
  // What is planned may have been done since, and for another time.
  add_changed({"modality", "period", "speaker", "stage"});
  add_changed({"subject", "object", "modality", "period", "speaker", "stage", "event"});
  for (const Claim* claim : lost) changes.push_back({*claim, std::nullopt, {}});
  std::ranges::stable_sort(changes, {}, [](const ClaimChange& change) { return change.before->span.start; });
  for (const Claim* claim : won) changes.push_back({std::nullopt, *claim, {}});
  return changes;
}

}  // namespace tally
