// The tables of the store, as a list of scripts that lead from one version of the schema to the next. The
// version is SQLite's user_version; application_id tells our files from other SQLite databases.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "store/database.h"

namespace tally {

// "taly" in ASCII.
inline constexpr std::int64_t kApplicationId = 0x74616c79;

// Script i leads from version i to version i + 1. A script that was released never changes; a new one is
// added.
std::span<const std::string_view> Migrations();

// Makes sure that the file is ours and has the schema that `migrations` lead to, running those that it lacks,
// each in a transaction of its own. An empty file counts as version 0. Throws UserError where the file
// belongs to another program, was made by a newer tally, or lacks a migration and is open for reading only.
void PrepareSchema(const Database& database, std::span<const std::string_view> migrations);

}  // namespace tally
