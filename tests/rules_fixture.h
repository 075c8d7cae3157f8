// The rules compiled into the program, loaded once for all tests of a process.
#pragma once

#include <gtest/gtest.h>

#include "pipeline.h"

namespace tally {

inline const Toolkit& TestToolkit() {
  static const std::unique_ptr<Toolkit> toolkit = LoadToolkit("");
  return *toolkit;
}

inline const RuleSet& TestRules() { return TestToolkit().rules; }

}  // namespace tally
