// What an author says that the checks shall pass over, and why:
//
//   <!-- tally-ignore KIND: reason until=2026-12-31 -->       the line that it stands on, or the next one
//   <!-- tally-ignore-start KIND, KIND: reason -->            all up to <!-- tally-ignore-end -->
//   <!-- tally-ignore-file all: reason -->                    the document
//   tally-ignore: ["KIND: reason"]                            the document, in its front matter
//
// The reason must be there, the last day may. A comment alone on its line is of the next line with a text.
// Which kinds there are is not known here.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"

namespace tally {

struct Waiver {
  std::vector<std::string> kinds;  // as written
  std::string reason;
  std::optional<Day> until;  // the last day that it holds
  std::string problem;       // what is wrong with it; such a one waives nothing. Empty for a sound one
  Span place;                // of the comment or value in the document's text
  // Lines of the text that it holds for, both included, from 1.
  std::size_t first_line = 1;
  std::size_t last_line = 0;

  bool Covers(std::size_t first, std::size_t last) const {
    return problem.empty() && first <= last_line && first_line <= last;
  }
};

// The key of front matter.
inline constexpr std::string_view kWaiverKey = "tally-ignore";
inline constexpr std::size_t kLastLine = static_cast<std::size_t>(-1);

// What `text` waives, without place and lines: "KIND, KIND: reason until=DATE".
Waiver ParseWaiver(std::string_view text);

// The comments in a text, in its order. Time is linear in the text.
std::vector<Waiver> FindWaivers(std::string_view text);

}  // namespace tally
