// Where an article is at home, as its editors say: what its text takes for granted and does not write out.
#pragma once

#include <string>

namespace tally {

struct Home {
  std::string currency;   // ISO 4217: what a bare 元, and a $ where it is a dollar, mean; empty: not told
  std::string time_zone;  // of the IANA database: the day of a time that is given in UTC; empty: UTC's own
  bool operator==(const Home&) const = default;
};

}  // namespace tally
