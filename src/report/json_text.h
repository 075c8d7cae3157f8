// JSON as bytes: the one place where a JSON value becomes text.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace tally {

// indent < 0: one line. Malformed UTF-8 becomes U+FFFD. What JSON lets through raw but a terminal or an
// editor would act on (DEL, C1 controls, bidirectional controls, line separators) is written as \uXXXX: the
// value is the same, the bytes are harmless.
std::string DumpJson(const nlohmann::ordered_json& json, int indent);

}  // namespace tally
