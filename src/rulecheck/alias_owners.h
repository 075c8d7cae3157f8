// Spellings of entities that two entities claim: only the first is ever found by them.
#pragma once

#include <string>
#include <vector>

#include "rules/rule_set.h"

namespace tally {

// A spelling as one row of rules/entities/*.tsv gives it.
struct AliasRow {
  std::string file;
  std::size_t line = 0;
  std::string entity;
  std::string kind;
  std::string written;   // as it stands in the file
  std::string key;       // folded, in lower case, as it is looked up
  bool has_not = false;  // the row names longer words in which it is something else
};

// All spellings of all tables, in the order of the files.
std::vector<AliasRow> ReadAliases(const std::vector<RuleFile>& files);

struct SharedAlias {
  AliasRow first;
  AliasRow again;  // of the same entity too: then it stands twice for nothing
};
std::vector<SharedAlias> FindSharedAliases(const std::vector<AliasRow>& aliases);

}  // namespace tally
