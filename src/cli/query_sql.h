// tally query --sql: a SELECT of the user's own.
#pragma once

#include "cli/command.h"

namespace tally {

int QuerySql(const Invocation& invocation);

}  // namespace tally
