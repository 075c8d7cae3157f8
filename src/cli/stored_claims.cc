#include "cli/stored_claims.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <utility>

namespace tally {
namespace {

std::vector<Extraction> GroupByDocument(std::vector<DocumentInfo> documents, std::vector<Claim> claims) {
  std::vector<Extraction> extractions;
  std::map<std::string, std::size_t> places;
  for (DocumentInfo& document : documents) {
    places.emplace(document.path, extractions.size());
    extractions.push_back({std::move(document), {}, {}});
  }
  for (Claim& claim : claims) {
    auto place = places.find(claim.doc);
    if (place != places.end()) extractions[place->second].claims.push_back(std::move(claim));
  }
  return extractions;
}

// Predicate and subject; no subject where the key has none, or the claim leaves it out: then all of the
// predicate.
using Lookup = std::pair<std::string, std::optional<std::string>>;

std::set<Lookup> LookupsFor(const std::vector<Extraction>& extractions, const RuleSet& rules) {
  std::set<Lookup> lookups;
  for (const Extraction& extraction : extractions) {
    for (const Claim& claim : extraction.claims) {
      const PredicateRule* rule = rules.FindPredicate(claim.rule_id());
      if (rule == nullptr || !rule->compared) continue;
      bool by_subject = claim.subject && std::ranges::find(rule->key, "subject") != rule->key.end();
      lookups.emplace(claim.predicate, by_subject ? std::optional(claim.subject->id) : std::nullopt);
    }
  }
  // What is looked up as a whole need not be looked up subject by subject.
  std::erase_if(lookups, [&](const Lookup& lookup) {
    return lookup.second && lookups.contains({lookup.first, std::nullopt});
  });
  return lookups;
}

}  // namespace

std::vector<Extraction> LoadAll(const ClaimStore& store) {
  return GroupByDocument(store.Documents(), store.Find({}));
}

std::vector<Extraction> LoadComparable(const ClaimStore& store, const std::vector<Extraction>& extractions,
                                       const RuleSet& rules) {
  std::vector<Claim> claims;
  for (const auto& [predicate, subject] : LookupsFor(extractions, rules)) {
    ClaimFilter filter;
    filter.predicate = predicate;
    filter.subject = subject;
    std::ranges::move(store.Find(filter), std::back_inserter(claims));
  }
  std::set<std::string> paths;
  for (const Claim& claim : claims) paths.insert(claim.doc);
  return GroupByDocument(store.Documents(paths), std::move(claims));
}

bool IsDatabase(const std::string& path) {
  if (path.ends_with(".db")) return true;
  std::ifstream in(path, std::ios::binary);
  std::string head(15, '\0');
  return in.read(head.data(), static_cast<std::streamsize>(head.size())) && head == "SQLite format 3";
}

}  // namespace tally
