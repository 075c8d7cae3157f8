// Which figures of a text are numbers of the article, and which of those were understood.
#pragma once

#include "claims/claim.h"

namespace tally {

// Its value is known, and it has a unit or a rule that claims it.
bool IsUnderstood(const Claim& claim);
// False for a count of readers or a telephone number in a line around the article: such lines make no claims,
// and what is not understood there is missing nowhere.
bool IsOfTheArticle(const Claim& claim);

}  // namespace tally
