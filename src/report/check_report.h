// What `tally check` has to say, for each of its formats. Plain values; a renderer is a pure function of
// them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "report/finding_state.h"
#include "report/report_input.h"

namespace tally {

struct CheckReport {
  ReportInput report;                // the findings to show, suppressed ones among them
  std::vector<FindingState> states;  // by finding; empty where no finding has a state
  std::vector<std::string> focus;    // the documents under check
  // What could not be read, and what was read with doubts: "missing.md: no such file or folder".
  std::vector<std::string> errors;
  std::vector<std::string> warnings;
  // The bytes of documents, by name. Formats that count in bytes or hash lines leave that out where the bytes
  // of a document are not here.
  std::map<std::string, std::string> contents;
  // Where the program ran, and the root of the repository that code hosts count paths from; absolute. Empty:
  // paths stay as they are.
  std::string folder;
  std::string root;
  int exit_status = 0;

  FindingState StateOf(std::size_t finding) const {
    return finding < states.size() ? states[finding] : FindingState{};
  }
};

}  // namespace tally
