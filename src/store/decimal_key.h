// Decimals as texts that sort as the numbers do, so that SQL can compare exact decimals of any size.
#pragma once

#include <string>
#include <string_view>

namespace tally {

// The key of a decimal in plain notation, as Decimal::ToString writes it: keys compare, byte by byte, as the
// decimals do, and equal decimals have equal keys. Empty for what is no such text.
std::string DecimalKey(std::string_view plain);

}  // namespace tally
