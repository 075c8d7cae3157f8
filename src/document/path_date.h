// The date that a file's place in a site gives its page.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"

namespace tally {

// posts/2025-03-05-slug.md (Jekyll), 2025-03-05/index.md (Hugo's bundles), 2025/03/05/slug.md, 20250305.txt.
// Folders above that are dated say when something was collected, not when it appeared: they give none.
std::optional<Day> DateInPath(std::string_view path);

}  // namespace tally
