// How much a database holds.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "store/claim_store.h"

namespace tally {

// "documents", 12; "first published", "2025-03-01"; … in the order in which they are told. Text where it is
// no count.
struct DatabaseFact {
  std::string name;
  std::string value;
  bool is_count = true;
};
std::vector<DatabaseFact> DatabaseFacts(const ClaimStore& store);

// Gives back what nothing needs: sentences and traces of no claim, and the free pages of the file. Throws
// UserError where the disk is too full; the file is then as it was.
void CompactDatabase(const ClaimStore& store);

// Bytes of the file, and of its log.
std::uintmax_t DatabaseBytes(const ClaimStore& store);

}  // namespace tally
