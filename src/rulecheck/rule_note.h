// What the checks of rules have to say: a place in a rule file, what is the matter, and how it is put right.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/json_places.h"
#include "rules/rule_set.h"

namespace tally {

struct RuleNote {
  std::string file;  // relative to rules/
  RulePlace place;
  std::string check;  // stable name: "literal-run"
  std::string message;
  std::string remedy;
  std::string other_file = {};  // where the note is of two places

  // "predicates/capex.json:12:5: message; remedy [check]".
  std::string ToString() const;
};

// By file, place, check and message.
void SortNotes(std::vector<RuleNote>& notes);

// Places in rule files, found when they are asked for. Keeps a reference to the files.
class RulePlaces {
 public:
  explicit RulePlaces(const std::vector<RuleFile>& files) : files_(files) {}

  // Of a value of a predicate file, by JSON pointer.
  RulePlace OfValue(const std::string& file, const std::string& pointer);
  // Of a cell of a table or list: the first place in the line where `part` stands between separators.
  RulePlace OfPart(const std::string& file, std::size_t line, std::string_view part) const;

 private:
  const RuleFile* Find(const std::string& name) const;

  const std::vector<RuleFile>& files_;
  std::map<std::string, JsonPlaces> json_;
};

}  // namespace tally
