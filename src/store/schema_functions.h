// Functions of ours that the migrations and the store call in SQL. They are of each connection, not of the
// file: views, triggers and indexes call none of them, so that other programs can read the file and check it.
#pragma once

#include <cstdint>
#include <string_view>

#include "store/database.h"

namespace tally {

// 64 bits of the text's SHA-256: tells sentences apart at a glance; equal ones are then compared.
std::int64_t TextHash(std::string_view text);

// tally_text_hash (TextHash), tally_grams (SearchGrams), tally_sort_key (PlainSortKey), tally_fold
// (FoldForSearch). A released migration calls them, so what they give for a text stays.
void DefineSchemaFunctions(const Database& database);

}  // namespace tally
