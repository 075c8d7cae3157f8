// What a text itself knows to differ, and what says again what is said: no contradictions.
#pragma once

#include <vector>

#include "compare/compared_claim.h"

namespace tally {

// Without the smaller of several sums of one investor in one body: they are parts of its largest, whether or
// not it says so, which stands for the text's total. Titles and captions, which are written by another hand,
// are not excused.
Items WithoutKnownParts(const Items& items);

// Without what a title, a caption or the front matter says again of its body: where it agrees with the body,
// the body stands for both.
Items WithoutEchoes(const Items& items);

// Without the values of one key that one body knows to differ: of other quarters, districts, classes than it
// could be told here. Another text, or its own title, contradicts it only where it agrees with none of them;
// then the value that it gives first stands for it. What is mistyped remains.
Items WithoutKnownVariety(const Items& items);

// Takes titles out of contradictions within their text where its body states their figure, read as the same
// of whatever it is about: a title says what its text says. Drops what contradicts nothing then. `all`: in
// the order of documents.
void DropToldTitles(const std::vector<ComparedClaim>& all, std::vector<Draft>& drafts);

}  // namespace tally
