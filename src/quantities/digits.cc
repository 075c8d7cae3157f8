#include "quantities/digits.h"

#include "base/utf8.h"

namespace tally {

DigitRun ReadDigits(std::string_view text, std::size_t at) {
  DigitRun run;
  std::size_t i = at;
  while (i < text.size() && IsAsciiDigit(text[i])) run.digits.push_back(text[i++]);
  auto three_follow = [&](std::size_t comma) {
    if (comma + 3 >= text.size()) return false;
    for (std::size_t d = 1; d <= 3; ++d) {
      if (!IsAsciiDigit(text[comma + d])) return false;
    }
    return comma + 4 >= text.size() || !IsAsciiDigit(text[comma + 4]);
  };
  if (run.digits.size() <= 3 && run.digits != "0") {
    while (i < text.size() && text[i] == ',' && three_follow(i)) {
      run.digits.append(text.substr(i + 1, 3));
      run.grouped = true;
      i += 4;
    }
  }
  if (i + 1 < text.size() && text[i] == '.' && IsAsciiDigit(text[i + 1])) {
    std::size_t point = i;
    std::string fraction;
    ++i;
    while (i < text.size() && IsAsciiDigit(text[i])) fraction.push_back(text[i++]);
    bool version = i + 1 < text.size() && text[i] == '.' && IsAsciiDigit(text[i + 1]);  // 1.2.3 is no decimal
    if (version) {
      i = point;
    } else {
      run.digits += "." + fraction;
      run.fraction = static_cast<int>(fraction.size());
    }
  }
  run.end = i;
  return run;
}

}  // namespace tally
