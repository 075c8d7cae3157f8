// tests/scenarios/*/*.txt: short documents and the findings that they must give, as text that an editor reads
// and writes. The format:
//
//   === homes_destroyed                        a case; letters, digits and _
//   # Two outlets of one day count differently  what it shows
//   --- a.md                                   a document, up to the next line like this one
//   The Copper Ridge fire destroyed 312 homes.
//   --- b.html
//   <p>The Copper Ridge fire destroyed 412 homes.</p>
//   --- expect                                 all that is found, a line a finding; nothing for none
//   value_conflict a.md "312 homes" b.html "412 homes" cause=factor_10 scope=internal sources=2
//   --- todo the reason                        a known gap: what is found as long as it is open
//   corroboration a.md "312 homes" b.html "412 homes" sources=2
//
// A finding lists its kind and every figure concerned, by document and words; of the attributes, those that
// are given must hold. What a superseded figure became stands behind an arrow: a.md "12" -> b.md "15".
#pragma once

#include <compare>
#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "compare/finding.h"
#include "input/input_file.h"

namespace tally {

// A figure that a finding is about.
struct ScenarioMember {
  std::string doc;
  std::string quote;
  bool old = false;  // superseded by those without

  friend auto operator<=>(const ScenarioMember&, const ScenarioMember&) = default;
};

// A finding as a line of a scenario says it.
struct ScenarioFinding {
  std::string kind;
  std::vector<ScenarioMember> members;
  std::vector<std::string> causes;
  std::optional<std::size_t> sources;
  std::string scope;

  std::string ToString() const;
};

struct Scenario {
  std::filesystem::path path;
  std::size_t line = 0;
  std::string name;  // group_file_case
  std::string shows;
  std::vector<InputFile> documents;
  std::vector<ScenarioFinding> wanted;
  std::optional<std::string> todo;  // the reason, where the case is a known gap
  std::vector<ScenarioFinding> current;
  std::string error;  // what is wrong with the text of the case; empty where nothing is

  friend void PrintTo(const Scenario& scenario, std::ostream* out) { *out << scenario.name; }
};

// All cases below a folder, by file and place.
std::vector<Scenario> ReadScenarios(const std::filesystem::path& folder);

// What was found, in the words of a scenario. Members that a finding only mentions are left out.
ScenarioFinding AsScenario(const Finding& finding);

// Every wanted figure is found and every found one is wanted, and the attributes that `wanted` gives hold.
bool Fits(const ScenarioFinding& wanted, const ScenarioFinding& found);

// The lines that both have marked "=", those only wanted "-", those only found "+"; `same` is set where
// nothing but "=" is left.
std::string CompareFindings(const std::vector<ScenarioFinding>& wanted,
                            const std::vector<ScenarioFinding>& found, bool& same);

// Writes the file again with what is found now behind "--- todo", or without that where `found` is nullptr.
void RewriteTodo(const Scenario& scenario, const std::vector<ScenarioFinding>* found);

}  // namespace tally
