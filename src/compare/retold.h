// What texts of one story say alike or otherwise of one thing that their keys do not show to be one: a figure
// that both state, and names that only the story links (compare/namesakes.h). Pure; thread-safe.
#pragma once

#include <string>
#include <vector>

#include "compare/compared_claim.h"
#include "compare/namesakes.h"
#include "compare/same_figure.h"
#include "compare/stories.h"
#include "rules/rule_set.h"

namespace tally {

// A group of documents that tell one story, with what is known of it.
struct StoryGroup {
  std::string name;  // Stories::GroupOf
  Items items;
  std::vector<FigurePair> pairs;
  Namesakes names;
  std::vector<ComparedClaim> renamed;  // of the items that can be compared; empty where no names are linked
};

// `items`: all with values, in the order of documents and spans; they must live as long.
std::vector<StoryGroup> StoryGroups(const std::vector<ComparedClaim>& items, const Stories& stories,
                                    const RuleSet& rules);

// The names of the story; nullptr where no other document tells it. `groups`: as StoryGroups gives them.
const Namesakes* NamesOf(const std::vector<StoryGroup>& groups, const std::string& name);

// Contradictions and updates that show by the names of the story.
std::vector<Draft> RenamedClashes(const StoryGroup& group, const RuleSet& rules);

// Adds to `agreements`, those that are known by keys, what the story shows beside them: agreements by its
// names, and figures that several of its texts state. One that is part of another is left out.
void AddRetold(const std::vector<StoryGroup>& groups, const RuleSet& rules, std::vector<Draft>& agreements);

}  // namespace tally
