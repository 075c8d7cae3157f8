// How many findings a report leaves out because somebody decided on them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "base/date.h"

namespace tally {

struct DecidedCounts {
  std::size_t accepted = 0;
  std::size_t rejected = 0;
  std::size_t waiting = 0;
  std::optional<Day> first_until;  // of those that wait, where they wait for a day

  std::size_t all() const { return accepted + rejected + waiting; }
};

// "3 findings decided: 1 accepted, 1 rejected, 1 waits until 2026-12-31"; empty where there are none.
std::string DecidedText(const DecidedCounts& decided);

}  // namespace tally
