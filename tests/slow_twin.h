// The slow twin of the comparison: the same verdicts and agreements as compare/ finds, by the rules as they
// are told, looking at every pair. For claims that stand each in a document of its own: what a text knows of
// its own figures is no part of it.
#pragma once

#include <set>
#include <string>

#include "tests/compare_fixture.h"

namespace tally {

// A verdict and the sorted ids of its claims, a line each: "conflict a@1 b@7".
using FoundLines = std::multiset<std::string>;

// Conflicts and updates, under the rules of compare_fixture.h.
FoundLines SlowFindings(const Claims& claims);

// Corroborations of claims of a timeless predicate.
FoundLines SlowAgreements(const Claims& claims);

}  // namespace tally
