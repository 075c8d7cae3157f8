// A finding comes from the claims of one set (a key and a measure), or from one group of documents that tell
// a story. A document touches the sets that its claims are in, and its group; a conflict that is new in a set
// takes its claims out of what the groups look at, so the groups of its documents are touched too.
#include "compare/update.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "compare/agreement.h"
#include "compare/causes.h"
#include "compare/clash.h"
#include "compare/comparable_sets.h"
#include "compare/copies.h"
#include "compare/finding_builder.h"
#include "compare/misprint.h"

namespace tally {
namespace {

using Documents = std::set<std::string>;

const std::string& NameOf(const DocumentInfo& document) {
  return document.sha256.empty() ? document.path : document.sha256;
}

// Each document with all documents of its cluster.
std::map<std::string, Documents> CopiesOf(const std::vector<DocumentInfo>& documents) {
  std::vector<std::string> clusters = OriginClusters(documents);
  std::map<std::string, Documents> members;
  for (std::size_t i = 0; i < documents.size(); ++i) members[clusters[i]].insert(NameOf(documents[i]));
  std::map<std::string, Documents> copies;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    copies[NameOf(documents[i])].insert(members[clusters[i]].begin(), members[clusters[i]].end());
  }
  return copies;
}

bool IsByWording(const Finding& finding) {
  return std::ranges::any_of(finding.causes, [](const Cause& cause) { return cause.id == kLikeWordsCause; });
}

class Partial {
 public:
  Partial(const CompareInput& input, const RuleSet& rules)
      : input_(input),
        rules_(rules),
        all_(ItemsWithValues(input.claims, rules)),
        items_(ComparableItems(input.claims, rules)),
        stories_(StoriesOf(all_)),
        sources_(input.documents) {}

  const Stories& stories() const { return stories_; }

  // The names of the sets that the documents have claims in.
  std::set<std::string> SetsOf(const Documents& documents) const {
    std::set<std::string> names;
    for (const ComparedClaim& item : items_) {
      if (documents.contains(DocumentOf(*item.claim))) names.insert(SetNameOf(item));
    }
    return names;
  }

  // The documents that have claims in the sets.
  Documents DocumentsOf(const std::set<std::string>& sets) const {
    Documents documents;
    for (const ComparedClaim& item : items_) {
      if (sets.contains(SetNameOf(item))) documents.insert(DocumentOf(*item.claim));
    }
    return documents;
  }

  void AddSets(const std::set<std::string>& names, CompareResult& result) {
    std::vector<ComparedClaim> chosen;
    std::ranges::copy_if(items_, std::back_inserter(chosen),
                         [&](const ComparedClaim& item) { return names.contains(SetNameOf(item)); });
    for (const ComparableSet& set : ComparableSets(chosen)) {
      result.claims_compared += set.items.size();
      for (const Draft& draft : Clashes(set)) {
        if (draft.verdict == Verdict::kConflict) {
          for (const ComparedClaim* item : draft.items) contradicted_.insert(item->claim);
        }
        result.findings.push_back(BuildFinding(draft, sources_));
      }
      for (const Draft& draft : Agreements(set)) result.findings.push_back(BuildFinding(draft, sources_));
    }
  }

  // What an earlier comparison has found contradicted.
  void AddContradicted(const Finding& finding) {
    if (finding.verdict != Verdict::kConflict) return;
    if (by_id_.empty()) {
      for (const Claim& claim : input_.claims) by_id_[{claim.doc, claim.id}].push_back(&claim);
    }
    for (const Claim& member : finding.members) {
      for (const Claim* claim : by_id_[{member.doc, member.id}]) contradicted_.insert(claim);
    }
  }

  void AddMisprints(const Documents& documents, CompareResult& result) {
    for (const Draft& draft : MisprintsAbout(all_, contradicted_, stories_, documents)) {
      result.findings.push_back(BuildFinding(draft, sources_));
    }
  }

  // Those whose partners, with which they tell a story, are others than in `before`.
  Documents WithOtherPartners(const Stories& before) const {
    Documents documents;
    for (const ComparedClaim& item : all_) {
      const std::string& document = DocumentOf(*item.claim);
      if (stories_.Partners(document) != before.Partners(document)) documents.insert(document);
    }
    return documents;
  }

  std::optional<std::string> SetOf(const Finding& finding) const {
    std::vector<ComparedClaim> items = ItemsWithValues({finding.members.front()}, rules_);
    return items.empty() ? std::nullopt : std::optional(SetNameOf(items.front()));
  }

  std::size_t CountCompared() const {
    std::size_t count = 0;
    for (const ComparableSet& set : ComparableSets(items_)) count += set.items.size();
    return count;
  }

 private:
  const CompareInput& input_;
  const RuleSet& rules_;
  std::vector<ComparedClaim> all_;
  std::vector<ComparedClaim> items_;
  Stories stories_;
  SourceIndex sources_;
  std::set<const Claim*> contradicted_;
  std::map<std::pair<std::string, std::string>, std::vector<const Claim*>> by_id_;
};

CompareInput Without(const CompareInput& input, const Documents& documents) {
  CompareInput rest;
  std::ranges::copy_if(input.claims, std::back_inserter(rest.claims),
                       [&](const Claim& claim) { return !documents.contains(DocumentOf(claim)); });
  std::ranges::copy_if(input.documents, std::back_inserter(rest.documents),
                       [&](const DocumentInfo& document) { return !documents.contains(NameOf(document)); });
  return rest;
}

}  // namespace

CompareResult Update(const CompareResult& before, const CompareInput& input, const Documents& added,
                     const RuleSet& rules) {
  Partial partial(input, rules);
  CompareInput earlier = Without(input, added);
  Documents changed = added;
  std::map<std::string, Documents> copies_before = CopiesOf(earlier.documents);
  for (const auto& [document, copies] : CopiesOf(input.documents)) {
    if (copies != copies_before[document]) changed.insert(document);
  }
  std::set<std::string> sets = partial.SetsOf(changed);
  Documents retold = partial.DocumentsOf(sets);
  retold.insert(changed.begin(), changed.end());
  retold.merge(partial.WithOtherPartners(StoriesOf(ItemsWithValues(earlier.claims, rules))));
  std::set<std::string> groups;
  for (const std::string& document : retold) groups.insert(partial.stories().GroupOf(document));

  CompareResult result;
  for (const Finding& finding : before.findings) {
    bool made_anew = false;
    if (IsByWording(finding)) {
      made_anew = std::ranges::any_of(finding.members, [&](const Claim& member) {
        return groups.contains(partial.stories().GroupOf(DocumentOf(member)));
      });
    } else {
      std::optional<std::string> set = partial.SetOf(finding);
      made_anew = set && sets.contains(*set);
      if (!made_anew) partial.AddContradicted(finding);
    }
    if (!made_anew) result.findings.push_back(finding);
  }
  partial.AddSets(sets, result);
  partial.AddMisprints(retold, result);
  result.claims_compared = partial.CountCompared();
  result.origin_clusters = OriginClusters(input.documents);
  SortFindings(result.findings);
  return result;
}

CompareResult CompareAbout(const CompareInput& input, const Documents& documents, const RuleSet& rules) {
  Partial partial(input, rules);
  // A story's figures that are contradicted elsewhere are left out, so its documents' sets are compared too.
  Documents wanted = documents;
  std::set<std::string> groups;
  for (const std::string& document : documents) groups.insert(partial.stories().GroupOf(document));
  for (const Claim& claim : input.claims) {
    if (groups.contains(partial.stories().GroupOf(DocumentOf(claim)))) wanted.insert(DocumentOf(claim));
  }
  CompareResult result;
  partial.AddSets(partial.SetsOf(wanted), result);
  partial.AddMisprints(documents, result);
  result.origin_clusters = OriginClusters(input.documents);
  std::erase_if(result.findings, [&](const Finding& finding) {
    return std::ranges::none_of(finding.members,
                                [&](const Claim& member) { return documents.contains(DocumentOf(member)); });
  });
  SortFindings(result.findings);
  return result;
}

}  // namespace tally
