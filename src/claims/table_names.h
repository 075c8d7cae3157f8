// Who is named in a row of a table: heads name kinds (Company, 輪次) and no one; what stands below one of
// them is a name, even where nothing else tells it for one.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/row_cells.h"
#include "mentions/mention.h"
#include "mentions/mention_reader.h"
#include "rules/rule_set.h"

namespace tally {

// By block: what the head over the names of its row says that they are (words/table_heads.txt), for rows of
// tables; empty where it says nothing.
std::vector<std::string_view> RowKinds(const Document& document, const RuleSet& rules);

// Takes the mentions of a row that are none, and adds the name of the row where `kind` says that it is one.
// The head of a column has a capital because it is a head (Investment, Stake): only a name of the tables is a
// name there. A row that has the name of a measure (Revenue, Net profit) names no one either.
void SettleRowMentions(const Block& block, std::string_view kind, const RuleSet& rules,
                       const MentionReader& reader, std::vector<Mention>& mentions);

}  // namespace tally
