// Where in a JSON text each key and value stands. The library that parses the rule files keeps no places, so
// they are found by a second walk, taken only when there is something to tell.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

// Both from 1; the column counts code points.
struct RulePlace {
  std::size_t line = 0;  // 0: the whole file
  std::size_t column = 0;
};

struct JsonPlaces {
  // By JSON pointer (RFC 6901): "/cues/0/words/3", the root is "". Of two equal keys the first key and the
  // last value, which is the one that counts.
  std::map<std::string, RulePlace> keys;  // members of objects only
  std::map<std::string, RulePlace> values;

  struct Duplicate {
    std::string key;
    RulePlace first;
    RulePlace again;
  };
  std::vector<Duplicate> duplicates;

  // Where the text stops being JSON; what is wrong there, and how it is put right.
  struct Fault {
    RulePlace place;
    std::string message;
  };
  std::optional<Fault> fault;

  // Of the value at a pointer, or of the nearest value around it that there is.
  RulePlace ValueAt(std::string pointer) const;
  // Of the key that leads to a pointer; of the value where the pointer ends in a list's index.
  RulePlace KeyAt(const std::string& pointer) const;
};

// Linear in the text, no recursion. Never throws for what the text holds.
JsonPlaces FindJsonPlaces(std::string_view json);

}  // namespace tally
