#include "base/suggest.h"

#include <algorithm>

#include "base/utf8.h"

namespace tally {
namespace {

std::u32string Letters(std::string_view text) {
  std::string lower = AsciiLower(text);
  std::u32string letters;
  for (std::size_t at = 0; at < lower.size();) {
    CodePoint c = DecodeUtf8(lower, at);
    letters.push_back(c.value);
    at += c.length;
  }
  return letters;
}

// Insertions, deletions, replacements, and swaps of neighbours ("extarct").
std::size_t Distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<std::size_t>> rows(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        rows[i][j] = i + j;
        continue;
      }
      std::size_t replaced = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      rows[i][j] = std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1, replaced});
      bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows[a.size()][b.size()];
}

// Nobody types a name of this length by hand.
constexpr std::size_t kLongestTyped = 64;

}  // namespace

std::string Nearest(std::string_view typed, const std::vector<std::string>& words) {
  std::u32string wanted = Letters(typed);
  if (wanted.size() > kLongestTyped) return "";
  std::size_t limit = std::max<std::size_t>(1, wanted.size() / 3);
  std::string nearest;
  for (const std::string& word : words) {
    std::u32string letters = Letters(word);
    if (letters.size() > wanted.size() + limit || letters.empty()) continue;
    std::size_t distance = Distance(wanted, letters);
    if (distance > limit || distance >= letters.size()) continue;
    nearest = word;
    if (distance == 0) break;
    limit = distance - 1;
  }
  return nearest;
}

std::string DidYouMean(std::string_view typed, const std::vector<std::string>& words) {
  std::string nearest = Nearest(typed, words);
  return nearest.empty() ? "" : "; did you mean '" + nearest + "'?";
}

}  // namespace tally
