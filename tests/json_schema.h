// JSON against a JSON Schema, for tests.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace tally {

// Empty where `json` is valid by the schema at `path` (from the root of the sources), else every error with
// its place. A schema may refer to others in its folder.
std::string SchemaErrors(const std::string& path, const nlohmann::json& json);

}  // namespace tally
