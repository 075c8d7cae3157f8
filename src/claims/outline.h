// What is known of a document without its claims: enough to count them, and to tell which other documents it
// can meet in a comparison (compare/outline_of.h). A small part of the size of the claims.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tally {

struct Outline {
  std::size_t claims = 0;               // that a rule made
  std::vector<std::string> predicates;  // of these, each once
  // Hashes (base/text_hash.h), sorted, each once.
  std::vector<std::uint64_t> names;    // what the claims are compared by
  std::vector<std::uint64_t> figures;  // what tells that two documents are on one story (compare/stories.h)
  std::vector<std::uint64_t> values;   // what the figures state, also those that no rule claimed
};

}  // namespace tally
