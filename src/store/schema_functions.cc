#include "store/schema_functions.h"

#include <charconv>

#include "base/sha256.h"
#include "store/search_text.h"
#include "store/sort_key.h"

namespace tally {

std::int64_t TextHash(std::string_view text) {
  std::string digest = Sha256Hex(text);
  std::uint64_t bits = 0;
  std::from_chars(digest.data(), digest.data() + 16, bits, 16);
  return static_cast<std::int64_t>(bits);
}

void DefineSchemaFunctions(const Database& database) {
  database.DefineFunction("tally_text_hash", TextHash);
  database.DefineFunction("tally_grams", SearchGrams);
  database.DefineFunction("tally_sort_key", PlainSortKey);
  database.DefineFunction("tally_fold", FoldForSearch);
}

}  // namespace tally
