// Where a document lies, as code hosts want it: relative to the root of the repository, with forward slashes.
#pragma once

#include <string>

#include "report/check_report.h"

namespace tally {

// "./posts/a.md", read in blog/ below the root, is "blog/posts/a.md". What lies outside of the root is an
// absolute path; a URL and "-" stay as they are. Bytes of the path, not visible text.
std::string LocationPath(const CheckReport& check, const std::string& document);

// A path of LocationPath as a URI reference (RFC 3986): every byte that is not unreserved is percent-encoded,
// an absolute path is a file URI. A URL keeps its reserved characters.
std::string LocationUri(const std::string& path);

}  // namespace tally
