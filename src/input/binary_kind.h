// Files that are no text, told before they are read as one: what they claim would be noise.
#pragma once

#include <string>
#include <string_view>

namespace tally {

// What is wrong with the bytes as a text, and what to do: "looks like a PDF, not text: convert it first, e.g.
// with pdftotext"; empty for text. By the marks that formats begin with (those of file(1)), and otherwise by
// control characters, which no encoding of text has many of. Looks at the first 8 KiB.
std::string NoTextProblem(std::string_view bytes);

}  // namespace tally
