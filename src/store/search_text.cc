#include "store/search_text.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/fold.h"
#include "base/utf8.h"

namespace tally {
namespace {

enum class Letter : std::uint8_t { kNone, kWord, kHan };

// More conditions do not make the candidates fewer.
constexpr std::size_t kMostConditions = 24;

bool IsKanaOrHangul(char32_t c) { return (c >= 0x3041 && c <= 0x30FF) || (c >= 0xAC00 && c <= 0xD7A3); }

Letter LetterOf(char32_t c) {
  if (c < 0x80) return IsAsciiAlnum(static_cast<char>(c)) ? Letter::kWord : Letter::kNone;
  if (IsHan(c) || IsKanaOrHangul(c)) return Letter::kHan;
  return IsAlphabetic(c) ? Letter::kWord : Letter::kNone;
}

std::size_t GramLength(Letter letter) { return letter == Letter::kHan ? 2 : 3; }

// A run of letters of one kind: where each begins, and the end of the last.
struct Run {
  Letter letter = Letter::kNone;
  std::vector<std::size_t> edges;

  std::size_t size() const { return edges.size() - 1; }
  std::string_view Gram(std::string_view text, std::size_t at) const {
    std::size_t end = std::min(at + GramLength(letter), size());
    return text.substr(edges[at], edges[end] - edges[at]);
  }
};

template <class Visit>
void VisitRuns(std::string_view folded, Visit visit) {
  Run run;
  for (std::size_t at = 0; at < folded.size();) {
    CodePoint point = DecodeUtf8(folded, at);
    Letter letter = LetterOf(point.value);
    if (letter != run.letter) {
      if (run.letter != Letter::kNone) visit(run);
      run.letter = letter;
      run.edges = {at};
    }
    at += point.length;
    run.edges.push_back(at);
  }
  if (run.letter != Letter::kNone) visit(run);
}

}  // namespace

std::string FoldForSearch(std::string_view text) { return AsciiLower(Fold(text)); }

std::string SearchGrams(std::string_view text) {
  std::string folded = FoldForSearch(text);
  std::string grams;
  grams.reserve(folded.size() * 3);
  VisitRuns(folded, [&](const Run& run) {
    for (std::size_t at = 0; at < run.size(); ++at) {
      grams += run.Gram(folded, at);
      grams += ' ';
    }
  });
  return grams;
}

std::optional<std::string> SearchExpression(std::string_view words) {
  std::string folded = FoldForSearch(words);
  std::vector<std::string> conditions;
  VisitRuns(folded, [&](const Run& run) {
    std::size_t length = GramLength(run.letter);
    // A short run may be the beginning of a longer one, a gram is whole.
    std::string_view mark = run.size() < length ? "\" *" : "\"";
    std::size_t last = run.size() < length ? 0 : run.size() - length;
    for (std::size_t at = 0; at <= last; ++at) {
      conditions.push_back("\"" + std::string(run.Gram(folded, at)) + std::string(mark));
    }
  });
  if (conditions.empty()) return std::nullopt;
  if (conditions.size() > kMostConditions) conditions.resize(kMostConditions);
  std::string expression;
  for (const std::string& condition : conditions) {
    if (!expression.empty()) expression += " AND ";
    expression += condition;
  }
  return expression;
}

}  // namespace tally
