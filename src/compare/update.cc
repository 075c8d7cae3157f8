// Claims meet by name: of their set (a key and a measure), of their family (a key without the object), of
// their speaker, of the deal that they may be. A document touches the names that its claims have, and the
// documents that tell one story with it (compare/stories.h), whose own names are touched too: what is
// contradicted elsewhere is left out of a story. All claims of a touched name are compared; what else they
// would have met is missing, but then no document asked for takes part, and the finding is dropped.
#include "compare/update.h"

#include <algorithm>
#include <array>
#include <iterator>

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

// The documents asked for, and those that tell one story with them.
Names DocumentsOfStories(const std::vector<ComparedClaim>& items, const Names& documents) {
  Stories stories = StoriesOf(items);
  Names groups;
  for (const std::string& document : documents) groups.insert(stories.GroupOf(document));
  Names wanted = documents;
  for (const ComparedClaim& item : items) {
    const std::string& document = DocumentOf(*item.claim);
    if (groups.contains(stories.GroupOf(document))) wanted.insert(document);
  }
  return wanted;
}

// The items that share a name with one of the documents or of those that tell a story with them, and theirs.
std::vector<const Claim*> ClaimsMeeting(const CompareInput& input, const Names& documents,
                                        const RuleSet& rules) {
  std::vector<ComparedClaim> items = ItemsWithValues(input.claims, rules);
  Names wanted = DocumentsOfStories(items, documents);
  Names touched;
  for (const ComparedClaim& item : items) {
    if (!wanted.contains(DocumentOf(*item.claim))) continue;
    for (const std::string& name : MeetingNames(item)) {
      if (!name.empty()) touched.insert(name);
    }
  }
  std::vector<const Claim*> meeting;
  for (const ComparedClaim& item : items) {
    bool meets = wanted.contains(DocumentOf(*item.claim)) ||
                 std::ranges::any_of(MeetingNames(item),
                                     [&](const std::string& name) { return touched.contains(name); });
    if (meets) meeting.push_back(item.claim);
  }
  return meeting;
}

}  // namespace

std::set<std::string> DocumentsMeeting(const CompareInput& input, const std::set<std::string>& documents,
                                       const RuleSet& rules) {
  Names meeting;
  for (const Claim* claim : ClaimsMeeting(input, documents, rules)) meeting.insert(DocumentOf(*claim));
  return meeting;
}

CompareResult CompareAbout(const CompareInput& input, const Names& documents, const RuleSet& rules) {
  CompareInput some{{}, input.documents, input.language};
  for (const Claim* claim : ClaimsMeeting(input, documents, rules)) some.claims.push_back(*claim);
  CompareResult result = CompareByKey(some, rules);
  AddDerived(input, rules, result);
  std::erase_if(result.findings, [&](const Finding& finding) {
    return std::ranges::none_of(finding.members,
                                [&](const Claim& member) { return documents.contains(DocumentOf(member)); });
  });
  SortFindings(result.findings);
  return result;
}

}  // namespace tally
