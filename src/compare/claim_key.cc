#include "compare/claim_key.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "claims/topic.h"

namespace tally {
namespace {

constexpr std::string_view kMissing = "?";

// What the claim says for a part of the key; empty where the text leaves it out.
std::string PartValue(const Claim& claim, std::string_view part, const PartyNames& name_of) {
  if (part == "subject") return claim.subject ? name_of(*claim.subject) : "";
  if (part == "object") return claim.object ? name_of(*claim.object) : "";
  if (part == "event") return claim.event;
  if (part == "stage") return claim.stage;
  if (part == "unit") return claim.value.unit.value_or("");
  if (part == "counted") return CountedBy(claim);
  if (part == "document") return claim.doc_sha256.empty() ? claim.doc : claim.doc_sha256;
  return "";  // the rule loader refuses other names
}

bool IsPart(std::string_view text, std::string_view name) {
  return text.size() > name.size() && text.starts_with(name) && text[name.size()] == '=';
}

// The key on a line, without the parts that are named.
std::string Join(const ClaimKey& key, std::initializer_list<std::string_view> without = {}) {
  std::string text = key.rule;
  for (const std::string& part : key.parts) {
    if (std::ranges::any_of(without, [&](std::string_view name) { return IsPart(part, name); })) continue;
    text += ' ';
    text += part;
  }
  return text;
}

}  // namespace

std::string CountedBy(const Claim& claim) {
  std::string counted = claim.object ? claim.object->id : claim.value.unit.value_or("");
  std::ranges::replace(counted, '-', '_');
  return counted;
}

std::string PartyId(const EntityRef& party, const Claim& claim) {
  if (!party.id.starts_with(kNounIdPrefix)) return party.id;
  return party.id + "@" + (claim.doc_sha256.empty() ? claim.doc : claim.doc_sha256);
}

ClaimKey KeyOf(const Claim& claim, const PredicateRule& rule) {
  return KeyOf(claim, rule, [&](const EntityRef& party) { return PartyId(party, claim); });
}

ClaimKey KeyOf(const Claim& claim, const PredicateRule& rule, const PartyNames& name_of) {
  ClaimKey key;
  key.rule = rule.compared_as.empty() ? claim.rule_id() : rule.compared_as;
  for (const std::string& part : rule.key) {
    if (part == "unit" && claim.value.dimension == Dimension::kMoney) continue;
    std::string value = PartValue(claim, part, name_of);
    key.parts.push_back(part + "=" + (value.empty() ? std::string(kMissing) : value));
  }
  key.complete = std::ranges::none_of(rule.needs, [&](const std::string& part) {
    bool currency = part == "unit" && claim.value.dimension == Dimension::kMoney;
    return !currency && PartValue(claim, part, name_of).empty();
  });
  return key;
}

std::string KeyText(const ClaimKey& key) { return Join(key); }

std::string BucketText(const ClaimKey& key) { return Join(key, {"stage", "unit"}); }

std::string ObjectOf(const ClaimKey& key) {
  for (const std::string& part : key.parts) {
    if (IsPart(part, "object") && !part.ends_with("=?")) return part.substr(part.find('=') + 1);
  }
  return "";
}

std::string TextWithoutObject(const ClaimKey& key) { return Join(key, {"object", "stage", "unit"}); }

bool LacksObjectAtMost(const ClaimKey& key, const PredicateRule& rule) {
  return std::ranges::all_of(rule.needs, [&](const std::string& need) {
    return need == "object" ||
           std::ranges::find(key.parts, need + "=" + std::string(kMissing)) == key.parts.end();
  });
}

std::size_t MissingParts(const ClaimKey& key) {
  return std::ranges::count_if(
      key.parts, [](const std::string& part) { return part.ends_with("=?") && !IsPart(part, "stage"); });
}

}  // namespace tally
