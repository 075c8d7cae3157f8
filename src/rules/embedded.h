// The files of rules/ as they were when the program was built.
#pragma once

#include <string_view>
#include <vector>

namespace tally {

struct EmbeddedFile {
  std::string_view name;  // relative to rules/: "entities/companies.tsv"
  std::string_view content;
};

// Sorted by name.
const std::vector<EmbeddedFile>& EmbeddedRules();

}  // namespace tally
