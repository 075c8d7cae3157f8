#include "rulecheck/claim_diff.h"

#include <map>
#include <utility>

namespace tally {
namespace {

constexpr std::string_view kParts[] = {"predicate", "value",  "subject",  "object", "event",
                                       "stage",     "period", "modality", "speaker"};

std::string ValuePart(const Value& value) {
  if (value.dimension == Dimension::kDate) return value.date.ToString();
  return value.stated.ToString() + (value.unit ? " " + *value.unit : "");
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

std::vector<ClaimChange> DiffClaims(const std::vector<Claim>& before, const std::vector<Claim>& after) {
  // A figure is one place of the file.
  using Place = std::pair<std::size_t, std::size_t>;
  std::map<Place, ClaimChange> changes;
  for (const Claim& claim : before) {
    if (claim.claimed()) changes[{claim.span.start, claim.span.end}].before = claim;
  }
  for (const Claim& claim : after) {
    if (claim.claimed()) changes[{claim.span.start, claim.span.end}].after = claim;
  }
  std::vector<ClaimChange> different;
  for (auto& [place, change] : changes) {
    if (change.before && change.after) {
      for (std::string_view part : kParts) {
        if (ClaimPart(*change.before, part) != ClaimPart(*change.after, part))
          change.parts.emplace_back(part);
      }
      if (change.parts.empty()) continue;
    }
    different.push_back(std::move(change));
  }
  return different;
}

}  // namespace tally
