// A whole database as JSON Lines, in an order that depends on what it holds alone, without the numbers of
// rows:
//
//   {"tally_export":1,"schema":4}
//   {"run":1,"tool_version":…}                     by start; "run" is its number in this file
//   {"document":"a.md","version":1,…}              by path and version; runs by their numbers
//   {"claim":"9f…","position":0,…}                 behind their document
//   {"finding":"0c…",…,"members":[…]}              by id
//   {"decision":"accept","finding":"0c…",…}        in the order in which they were made
//
// Text that is no UTF-8 stands as {"bytes":"hex"}. store/import.h reads it back; what is then exported is the
// same, byte by byte.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/claim_store.h"

namespace tally {

inline constexpr int kExportFormat = 1;

enum class ExportParts : std::uint8_t {
  kAll,
  // What was read, not by whom and when: no runs, and of the times those of commits only. Equal documents
  // give equal bytes, in whatever order and by how many runs they were read.
  kContent,
};

// Calls `take` with each line, its end included, all of one moment.
void ExportDatabase(const ClaimStore& store, ExportParts parts,
                    const std::function<void(std::string_view line)>& take);

// The rows of claim_view, by document, version and place; the first are the names of its columns. A missing
// value is nullopt.
void ExportClaims(const ClaimStore& store,
                  const std::function<void(const std::vector<std::optional<std::string>>& row)>& take);

}  // namespace tally
