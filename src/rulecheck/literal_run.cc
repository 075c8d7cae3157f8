#include "rulecheck/literal_run.h"

#include <algorithm>

#include "base/utf8.h"

namespace tally {
namespace {

std::string LongestAlternative(std::string_view group) {
  std::string longest;
  for (std::size_t start = 0; start <= group.size();) {
    std::size_t end = std::min(group.find('|', start), group.size());
    std::string_view word = group.substr(start, end - start);
    if (CountCodePoints(word) > CountCodePoints(longest)) longest = word;
    start = end + 1;
  }
  return longest;
}

}  // namespace

std::string LongestLiteralRun(std::string_view phrase) {
  std::string longest;
  std::string run;
  auto finish = [&] {
    if (CountCodePoints(run) > CountCodePoints(longest)) longest = run;
    run.clear();
  };
  for (std::size_t at = 0; at < phrase.size();) {
    char c = phrase[at];
    std::size_t close = c == '{' || c == '[' ? phrase.find(c == '{' ? '}' : ']', at) : std::string_view::npos;
    if (phrase.substr(at).starts_with("...")) {
      finish();
      at += 3;
    } else if (c == ' ') {
      finish();
      ++at;
    } else if (close != std::string_view::npos) {
      if (c == '{') finish();
      if (c == '[') run += LongestAlternative(phrase.substr(at + 1, close - at - 1));
      at = close + 1;
    } else {
      run += c;
      ++at;
    }
  }
  finish();
  return longest;
}

}  // namespace tally
