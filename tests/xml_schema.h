// XML against an XML Schema, for tests.
#pragma once

#include <string>

namespace tally {

// Empty where `text` is well-formed and valid by the schema at `path` (from the root of the sources), else
// every error.
std::string XmlErrors(const std::string& path, const std::string& text);

}  // namespace tally
