// Writes files whole or not at all.
#pragma once

#include <string>
#include <string_view>

namespace tally {

// Writes beside the target and renames, so that a reader never sees half a file and a failure leaves the old
// one. Makes missing folders. Throws UserError with the reason ("reports/a.html: cannot write: No space left
// on device").
void WriteFileAtomically(const std::string& path, std::string_view content);

}  // namespace tally
