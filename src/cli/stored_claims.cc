#include "cli/stored_claims.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "compare/claim_key.h"

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

// The predicate, and whom the claim is about, or who said it: what an index leads to. Claims with a complete
// key meet by its subject (or object, where the key has no subject); others only agree, with what the same
// speaker said (compare/agreement_sets.h). A claim of neither meets none.
using Lookup = std::tuple<std::string, std::optional<std::string> ClaimFilter::*, std::string>;

bool Asks(const PredicateRule& rule, const char* part) {
  return std::ranges::find(rule.key, part) != rule.key.end();
}

void AddLookups(const Claim& claim, const PredicateRule& rule, std::vector<Lookup>& lookups) {
  if (claim.subject && Asks(rule, "subject")) {
    lookups.emplace_back(claim.predicate, &ClaimFilter::subject, claim.subject->id);
  } else if (claim.object && Asks(rule, "object")) {
    lookups.emplace_back(claim.predicate, &ClaimFilter::object, claim.object->id);
  }
  if (claim.speaker && !KeyOf(claim, rule).complete) {
    lookups.emplace_back(claim.predicate, &ClaimFilter::speaker, claim.speaker->id);
  }
}

// Each once, in the order of their texts.
std::vector<Lookup> LookupsFor(const std::vector<Claim>& claims, const RuleSet& rules) {
  std::vector<Lookup> lookups;
  for (const Claim& claim : claims) {
    const PredicateRule* rule = rules.FindPredicate(claim.rule_id());
    if (rule != nullptr && rule->compared) AddLookups(claim, *rule, lookups);
  }
  auto order = [](const Lookup& lookup) {
    const auto& [predicate, part, id] = lookup;
    int by = part == &ClaimFilter::subject ? 0 : part == &ClaimFilter::object ? 1 : 2;
    return std::tuple(std::string_view(predicate), by, std::string_view(id));
  };
  std::ranges::sort(lookups, {}, order);
  lookups.erase(std::unique(lookups.begin(), lookups.end()), lookups.end());
  return lookups;
}

}  // namespace

std::vector<Extraction> LoadAll(const ClaimStore& store) {
  return GroupByDocument(store.Documents(), store.Find({}));
}

std::vector<Extraction> LoadComparable(const ClaimStore& store, const std::vector<Claim>& claims,
                                       const RuleSet& rules) {
  std::vector<Claim> stored;
  // One claim may be found by its subject and by its speaker.
  std::set<std::tuple<std::string, std::size_t, std::size_t, std::string, std::string>> found;
  for (const auto& [predicate, part, id] : LookupsFor(claims, rules)) {
    ClaimFilter filter;
    filter.predicate = predicate;
    filter.*part = id;
    for (Claim& claim : store.Find(filter)) {
      bool is_new = found.emplace(claim.doc, claim.span.start, claim.span.end, claim.rule, claim.id).second;
      if (is_new) stored.push_back(std::move(claim));
    }
  }
  std::set<std::string> paths;
  for (const Claim& claim : stored) paths.insert(claim.doc);
  return GroupByDocument(store.Documents(paths), std::move(stored));
}

bool IsDatabase(const std::string& path) {
  if (path.ends_with(".db")) return true;
  std::ifstream in(path, std::ios::binary);
  std::string head(15, '\0');
  return in.read(head.data(), static_cast<std::streamsize>(head.size())) && head == "SQLite format 3";
}

}  // namespace tally
