// Text inside the messages of SARIF.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tally {

// Visible text (visible_text.h) as a part of a message: brackets would begin a link, braces a placeholder
// (SARIF 2.1.0, 3.11.5 and 3.11.6).
std::string SarifText(std::string_view text);

// A link to the related location with this id.
std::string SarifLink(std::string_view text, std::size_t id);

}  // namespace tally
