// What was read of a document as bytes, for a cache. The form belongs to one version of the program and is
// read by no other.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "claims/extractor.h"

namespace tally {

// Without the traces of its claims, which only `explain` shows, and without identifiers.
std::string ExtractionBytes(const Extraction& extraction);

// nullopt where the bytes are not of that form. Never reads outside of them.
std::optional<Extraction> ReadExtractionBytes(std::string_view bytes);

}  // namespace tally
