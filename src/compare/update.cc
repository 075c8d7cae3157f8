// Claims meet by name: of their set (a key and a measure), of their family (a key without the object), of
// their speaker, of the deal that they may be. A document touches the names that its claims have, and the
// documents that tell one story with it (compare/stories.h), whose own names are touched too: what is
// contradicted elsewhere is left out of a story. All claims of a touched name are compared; what else they
// would have met is missing, but then no document asked for takes part, and the finding is dropped.
#include "compare/update.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "compare/agreement_sets.h"
#include "compare/comparable_sets.h"
#include "compare/parties.h"
#include "compare/stories.h"

namespace tally {
namespace {

using Names = std::set<std::string>;

// Each kind of name with a mark of its own; the name is empty where the claim meets none so.
std::array<std::string, 4> MeetingNames(const ComparedClaim& item) {
  std::string speaker = SpeakerNameOf(item);
  std::string family = FamilyNameOf(item);
  return {item.key.complete ? "set\n" + SetNameOf(item) : std::string(),
          family.empty() ? family : "family\n" + family, speaker.empty() ? speaker : "speaker\n" + speaker,
          "deal\n" + DealNameOf(item)};
}

// Who meets whom: names are looked at once, however often is asked. Refers to the claims.
class Meetings {
 public:
  Meetings(const std::vector<Claim>& claims, const RuleSet& rules)
      : items_(ItemsWithValues(claims, rules)), stories_(StoriesOf(items_)) {
    std::unordered_map<std::string, std::size_t> numbers = {{"", kNoName}};
    for (const ComparedClaim& item : items_) {
      std::array<std::size_t, 4>& names = names_.emplace_back();
      std::ranges::transform(MeetingNames(item), names.begin(), [&](const std::string& name) {
        return numbers.emplace(name, numbers.size()).first->second;
      });
    }
    name_count_ = numbers.size();
  }

  // The claims that share a name with one of the documents or of those that tell a story with them, and
  // theirs.
  std::vector<const Claim*> With(const Names& documents) const {
    std::unordered_set<std::string> wanted = OfStories(documents);
    std::vector<bool> touched(name_count_);
    std::vector<bool> inside;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      inside.push_back(wanted.contains(DocumentOf(*items_[i].claim)));
      if (!inside.back()) continue;
      for (std::size_t name : names_[i]) touched[name] = name != kNoName;
    }
    std::vector<const Claim*> meeting;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      bool meets =
          inside[i] || std::ranges::any_of(names_[i], [&](std::size_t name) { return touched[name]; });
      if (meets) meeting.push_back(items_[i].claim);
    }
    return meeting;
  }

 private:
  static constexpr std::size_t kNoName = 0;

  // The documents asked for, and those that tell one story with them.
  std::unordered_set<std::string> OfStories(const Names& documents) const {
    std::unordered_set<std::string> groups;
    for (const std::string& document : documents) groups.insert(stories_.GroupOf(document));
    std::unordered_set<std::string> wanted(documents.begin(), documents.end());
    for (const ComparedClaim& item : items_) {
      const std::string& document = DocumentOf(*item.claim);
      if (groups.contains(stories_.GroupOf(document))) wanted.insert(document);
    }
    return wanted;
  }

  std::vector<ComparedClaim> items_;
  Stories stories_;
  std::vector<std::array<std::size_t, 4>> names_;  // by item; the first name is none
  std::size_t name_count_ = 0;
};

// A check looks at one document at a time, and says once what it finds in several. So only where it finds
// something in these documents are the others looked at.
void AddDerivedAbout(std::span<const Claim> claims, const CompareInput& frame, const Names& documents,
                     const RuleSet& rules, CompareResult& result) {
  CompareInput input{{}, frame.documents, frame.language};
  std::unordered_set<std::string> wanted(documents.begin(), documents.end());
  std::ranges::copy_if(claims, std::back_inserter(input.claims),
                       [&](const Claim& claim) { return wanted.contains(DocumentOf(claim)); });
  CompareResult found;
  AddDerived(input, rules, found);
  if (found.findings.empty()) return;
  input.claims.assign(claims.begin(), claims.end());
  AddDerived(input, rules, result);
}

void KeepAbout(const Names& documents, CompareResult& result) {
  std::erase_if(result.findings, [&](const Finding& finding) {
    return std::ranges::none_of(finding.members,
                                [&](const Claim& member) { return documents.contains(DocumentOf(member)); });
  });
  SortFindings(result.findings);
}

Names NamesOf(std::span<const DocumentInfo> documents) {
  Names names;
  for (const DocumentInfo& info : documents) names.insert(info.sha256.empty() ? info.path : info.sha256);
  return names;
}

}  // namespace

CompareResult CompareAbout(const CompareInput& input, const Names& documents, const RuleSet& rules) {
  CompareInput some{{}, input.documents, input.language};
  for (const Claim* claim : Meetings(input.claims, rules).With(documents)) some.claims.push_back(*claim);
  CompareResult result = CompareByKey(some, rules);
  AddDerivedAbout(input.claims, some, documents, rules, result);
  KeepAbout(documents, result);
  return result;
}

StatesResult CompareStates(const StatesInput& input, const RuleSet& rules) {
  std::span<const Claim> claims = input.all.claims;
  std::span<const DocumentInfo> documents = input.all.documents;
  Meetings meetings(input.all.claims, rules);
  Names about = NamesOf(documents.first(input.documents_after_only));
  about.merge(NamesOf(documents.last(input.documents_before_only)));
  for (const Claim* claim : meetings.With(Names(about))) about.insert(DocumentOf(*claim));
  std::vector<const Claim*> meeting = meetings.With(about);
  auto compare = [&](std::span<const Claim> of_state, std::span<const DocumentInfo> its_documents) {
    CompareInput some{{}, {its_documents.begin(), its_documents.end()}, input.all.language};
    for (const Claim* claim : meeting) {
      bool inside = of_state.data() <= claim && claim < of_state.data() + of_state.size();
      if (inside) some.claims.push_back(*claim);
    }
    CompareResult result = CompareByKey(some, rules);
    AddDerivedAbout(of_state, some, about, rules, result);
    KeepAbout(about, result);
    return result;
  };
  StatesResult result;
  result.after = compare(claims.first(claims.size() - input.claims_before_only),
                         documents.first(documents.size() - input.documents_before_only));
  result.before =
      compare(claims.subspan(input.claims_after_only), documents.subspan(input.documents_after_only))
          .findings;
  return result;
}

}  // namespace tally
