// Claims meet by name (compare/outline_of.h). A document touches the names that its claims have, and the
// documents that tell one story with it (compare/stories.h), whose own names are touched too: what is
// contradicted elsewhere is left out of a story. All claims of a touched name are compared; what else they
// would have met is missing, but then no document asked for takes part, and the finding is dropped.
#include "compare/update.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <set>
#include <string>
#include <unordered_set>

#include "compare/comparable_sets.h"
#include "compare/outline_of.h"
#include "compare/sources.h"
#include "compare/stories.h"

namespace tally {
namespace {

using Names = std::set<std::string>;

const std::string& NameOf(const ComparedDocument& document) {
  return document.info.sha256.empty() ? document.info.path : document.info.sha256;
}

// The documents of one moment, and what is known of them without their claims.
class State {
 public:
  explicit State(std::vector<const ComparedDocument*> documents)
      : documents_(std::move(documents)), sources_(Infos(documents_)), stories_(Told(documents_)) {}

  const std::vector<const ComparedDocument*>& documents() const { return documents_; }
  const SourceIndex& sources() const { return sources_; }
  const Stories& stories() const { return stories_; }

 private:
  static DocumentList Infos(const std::vector<const ComparedDocument*>& documents) {
    DocumentList infos;
    for (const ComparedDocument* document : documents) infos.push_back(&document->info);
    return infos;
  }
  static std::vector<ToldFigures> Told(const std::vector<const ComparedDocument*>& documents) {
    std::vector<ToldFigures> told;
    for (const ComparedDocument* document : documents)
      told.push_back({NameOf(*document), document->outline.figures});
    return told;
  }

  std::vector<const ComparedDocument*> documents_;
  SourceIndex sources_;
  Stories stories_;
};

State StateOf(const std::vector<ComparedDocument>& documents) {
  std::vector<const ComparedDocument*> all;
  for (const ComparedDocument& document : documents) all.push_back(&document);
  return State(std::move(all));
}

Names FirstNames(const std::vector<ComparedDocument>& documents, std::size_t count) {
  Names names;
  for (std::size_t i = 0; i < count; ++i) names.insert(NameOf(documents[i]));
  return names;
}

// What some documents touch in one state or several.
class Reach {
 public:
  Reach(std::initializer_list<const State*> states, const Names& about) {
    for (const State* state : states) {
      std::unordered_set<std::string> groups;
      for (const std::string& name : about) groups.insert(state->stories().GroupOf(name));
      for (const ComparedDocument* document : state->documents()) {
        if (groups.contains(state->stories().GroupOf(NameOf(*document)))) inside_.insert(NameOf(*document));
      }
    }
    for (const State* state : states) {
      for (const ComparedDocument* document : state->documents()) {
        if (IsInside(*document))
          touched_.insert(document->outline.names.begin(), document->outline.names.end());
      }
    }
  }

  bool Meets(const ComparedDocument& document) const {
    return IsInside(document) || std::ranges::any_of(document.outline.names, [&](std::uint64_t name) {
             return touched_.contains(name);
           });
  }

  // The claims of the document that are asked for, or share a name with one that is.
  void AddClaims(const ComparedDocument& document, const RuleSet& rules, std::vector<Claim>& claims) const {
    if (!Meets(document)) return;
    ComparedDocument::Claims own = document.claims();
    for (const ComparedClaim& item : ItemsWithValues(*own, rules)) {
      bool meets = IsInside(document) || std::ranges::any_of(MeetingNames(item), [&](std::uint64_t name) {
                     return name != 0 && touched_.contains(name);
                   });
      if (meets) claims.push_back(*item.claim);
    }
  }

 private:
  bool IsInside(const ComparedDocument& document) const { return inside_.contains(NameOf(document)); }

  std::unordered_set<std::string> inside_;  // asked for, or of one story with them
  std::unordered_set<std::uint64_t> touched_;
};

// What each finding's figures state.
std::vector<std::vector<std::uint64_t>> StatedBy(const std::vector<Finding>& findings) {
  std::vector<std::vector<std::uint64_t>> stated;
  for (const Finding& finding : findings) {
    std::vector<std::uint64_t>& values = stated.emplace_back();
    for (const Claim& member : finding.members) values.push_back(StatedHash(member));
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
  }
  return stated;
}

// A check looks at one document at a time, and says once what it finds in several: in such as state all of
// the figures.
void AddDerivedAbout(const State& state, const Names& about, const CompareFrame& frame, const RuleSet& rules,
                     CompareResult& result) {
  auto claims_where = [&](auto wanted) {
    std::vector<Claim> claims;
    for (const ComparedDocument* document : state.documents()) {
      if (!wanted(*document)) continue;
      ComparedDocument::Claims own = document->claims();
      claims.insert(claims.end(), own->begin(), own->end());
    }
    return claims;
  };
  auto is_about = [&](const ComparedDocument& document) { return about.contains(NameOf(document)); };
  CompareResult found;
  AddDerived(claims_where(is_about), frame, rules, found);
  if (found.findings.empty()) return;
  std::vector<std::vector<std::uint64_t>> stated = StatedBy(found.findings);
  auto repeats = [&](const ComparedDocument& document) {
    return is_about(document) || std::ranges::any_of(stated, [&](const std::vector<std::uint64_t>& values) {
             return std::ranges::includes(document.outline.values, values);
           });
  };
  AddDerived(claims_where(repeats), frame, rules, result);
}

CompareResult CompareIn(const State& state, const Reach& reach, const Names& about, Language language,
                        const RuleSet& rules) {
  CompareFrame frame{state.sources(), &state.stories(), language};
  std::vector<Claim> claims;
  for (const ComparedDocument* document : state.documents()) reach.AddClaims(*document, rules, claims);
  CompareResult result = CompareByKey(claims, frame, rules);
  AddDerivedAbout(state, about, frame, rules, result);
  std::erase_if(result.findings, [&](const Finding& finding) {
    return std::ranges::none_of(finding.members,
                                [&](const Claim& member) { return about.contains(DocumentOf(member)); });
  });
  SortFindings(result.findings);
  return result;
}

}  // namespace

CompareResult CompareAbout(const std::vector<ComparedDocument>& documents, std::size_t count,
                           Language language, const RuleSet& rules) {
  State state = StateOf(documents);
  Names about = FirstNames(documents, count);
  CompareResult result = CompareIn(state, Reach({&state}, about), about, language, rules);
  result.origin_clusters = state.sources().Clusters();
  return result;
}

std::vector<const ComparedDocument*> MetBy(const std::vector<ComparedDocument>& documents, std::size_t count,
                                           const std::vector<ComparedDocument>& before) {
  Names about = FirstNames(documents, count);
  about.merge(FirstNames(before, before.size()));
  std::vector<const ComparedDocument*> all;
  for (const auto* list : {&documents, &before}) {
    for (const ComparedDocument& document : *list) all.push_back(&document);
  }
  State state(all);
  Reach reach({&state}, about);
  std::erase_if(all, [&](const ComparedDocument* document) { return !reach.Meets(*document); });
  return all;
}

StatesResult CompareStates(const StatesInput& input, const RuleSet& rules) {
  std::vector<const ComparedDocument*> then;
  Names about = FirstNames(input.after, input.after_only);
  for (std::size_t i = input.after_only; i < input.after.size(); ++i) then.push_back(&input.after[i]);
  for (const ComparedDocument& document : input.before) {
    about.insert(NameOf(document));
    then.push_back(&document);
  }
  State after = StateOf(input.after);
  State before(std::move(then));
  Reach first({&after, &before}, about);
  for (const State* state : {&after, &before}) {
    for (const ComparedDocument* document : state->documents()) {
      if (first.Meets(*document)) about.insert(NameOf(*document));
    }
  }
  Reach reach({&after, &before}, about);
  StatesResult result;
  result.after = CompareIn(after, reach, about, input.language, rules);
  result.after.origin_clusters = after.sources().Clusters();
  result.before = CompareIn(before, reach, about, input.language, rules).findings;
  return result;
}

}  // namespace tally
