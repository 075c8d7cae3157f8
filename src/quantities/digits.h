// A run of Arabic digits with its separators: 1,234.5.
#pragma once

#include <string>
#include <string_view>

namespace tally {

struct DigitRun {
  std::string digits;  // without separators
  std::size_t end = 0;
  int fraction = 0;
  bool grouped = false;
};

// digits [,ddd]* [.digits] at text[at], which must be a digit. A comma groups only where exactly three digits
// follow, and the first group has at most three; 1.2.3 is no decimal and gives 1.
DigitRun ReadDigits(std::string_view text, std::size_t at);

}  // namespace tally
