#include "rulecheck/alias_owners.h"

#include <map>

#include "base/fold.h"
#include "base/utf8.h"
#include "rules/table_file.h"

namespace tally {

std::vector<AliasRow> ReadAliases(const std::vector<RuleFile>& files) {
  std::vector<AliasRow> aliases;
  for (const RuleFile& file : files) {
    if (!file.name.starts_with("entities/")) continue;
    for (const TableRow& row : ReadTable(file.content)) {
      if (row.cells.size() != 7) continue;
      std::vector<std::string> spellings = SplitList(row.cells[3], '|');
      spellings.insert(spellings.begin(), row.cells[2]);
      for (const std::string& spelling : spellings) {
        aliases.push_back({file.name, row.line, row.cells[0], row.cells[1], spelling,
                           AsciiLower(Fold(spelling)), !row.cells[4].empty()});
      }
    }
  }
  return aliases;
}

std::vector<SharedAlias> FindSharedAliases(const std::vector<AliasRow>& aliases) {
  std::map<std::string, const AliasRow*> owners;
  std::vector<SharedAlias> shared;
  for (const AliasRow& alias : aliases) {
    auto [owner, is_new] = owners.emplace(alias.key, &alias);
    if (!is_new) shared.push_back({*owner->second, alias});
  }
  return shared;
}

}  // namespace tally
