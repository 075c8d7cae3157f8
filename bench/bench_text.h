// The text that the benchmarks read: the articles named in the environment variable TALLY_BENCH_TEXT (blank
// between names), else our seeds.
#pragma once

#include <vector>

#include "pipeline.h"

namespace tally {

// The rules compiled into the program, loaded once.
const Toolkit& BenchToolkit();
// The blocks of all articles. Ends the program with a message where there are none.
const std::vector<Block>& BenchBlocks();

}  // namespace tally
