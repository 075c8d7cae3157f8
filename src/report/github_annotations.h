// Findings as workflow commands of GitHub Actions, which show them at the lines of a pull request
// (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
#pragma once

#include <cstddef>
#include <string>

#include "report/check_report.h"

namespace tally {

// GitHub shows this many errors, warnings and notices of a step, and drops further ones without a word.
inline constexpr std::size_t kAnnotationsPerKind = 10;

// One command for each finding that is not suppressed, up to `per_kind` of a kind: ::error for high severity,
// ::warning for medium, ::notice for low and for what is no conflict or only exposed. The findings of the
// change come first. The rest follows as text in a folded group of the log. Columns count code points, and
// are left out where the quote spans lines: GitHub rejects them there.
std::string GithubAnnotations(const CheckReport& check, std::size_t per_kind = kAnnotationsPerKind);

}  // namespace tally
