#include "rulecheck/new_predicate.h"

#include <algorithm>

#include "base/utf8.h"

namespace tally {
namespace {

constexpr std::size_t kLongestName = 64;

// NAME is the id, WORDS the id with blanks. The cue is a word that no text has, so that the two examples that
// are to fire fail, one in each language; the quiet one passes.
constexpr std::string_view kTemplate = R"({
  "id": "NAME",
  "name": {"en": "WORDS", "zh": "WORDS"},
  "draft": true,
  "dimensions": ["money"],
  "time": "event",
  "key": ["subject"],
  "needs": ["subject"],
  "subject": {"kinds": ["company", "organization", "person"], "where": ["before", "sentence", "topic"]},
  "phrases": [],
  "cues": [
    {
      "words": ["NAME"],
      "not": [],
      "within": 12
    }
  ],
  "examples": [
    {"text": "微软为此支付了5亿美元。", "quote": "5亿美元", "subject": "microsoft"},
    {"text": "Microsoft paid $500 million for it.", "quote": "$500 million", "subject": "microsoft"},
    {"text": "微软的市值为3万亿美元。", "fires": false}
  ],
  "note": "What this figure is, and what it is not."
}
)";

std::string Replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

}  // namespace

bool IsPredicateName(std::string_view name) {
  if (name.empty() || name.size() > kLongestName || name.front() < 'a' || name.front() > 'z') return false;
  return std::ranges::all_of(name,
                             [](char c) { return (c >= 'a' && c <= 'z') || IsAsciiDigit(c) || c == '_'; });
}

std::string NewPredicateText(std::string_view name) {
  std::string words(name);
  std::ranges::replace(words, '_', ' ');
  return Replaced(Replaced(std::string(kTemplate), "NAME", name), "WORDS", words);
}

}  // namespace tally
