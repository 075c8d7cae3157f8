#include "rulecheck/lint_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/fold.h"
#include "base/utf8.h"
#include "claims/claim.h"
#include "rulecheck/check_examples.h"
#include "rulecheck/lint_checks.h"
#include "rulecheck/lint_tables.h"
#include "rulecheck/literal_run.h"

namespace tally {
namespace {

// Numerals that an ASCII digit does not show; enough to tell a text with a figure from one without.
bool HasFigure(std::string_view text) {
  static constexpr std::string_view kNumerals[] = {
      "一",    "二",    "两",   "三",  "四",   "五",    "六",      "七",       "八",      "九",    "十",
      "百",    "千",    "万",   "亿",  "半",   "one",   "two",     "three",    "four",    "five",  "six",
      "seven", "eight", "nine", "ten", "half", "third", "hundred", "thousand", "million", "twice", "double"};
  return std::ranges::any_of(text, IsAsciiDigit) || std::ranges::any_of(kNumerals, [&](std::string_view n) {
           return text.find(n) != std::string_view::npos;
         });
}

class PredicateLinter {
 public:
  PredicateLinter(const PredicateRule& rule, RulePlaces& places, const DocumentWords& words,
                  std::vector<RuleNote>& notes)
      : rule_(rule), places_(places), words_(words), notes_(notes) {}

  void Run() {
    if (rule_.draft)
      Note("/draft", "draft", "the rule is a draft: its claims are read, but never compared",
           "take \"draft\" out when its examples are complete");
    Phrases();
    for (std::size_t i = 0; i < rule_.cues.size(); ++i) Cue(rule_.cues[i], fmt::format("/cues/{}", i));
    TwiceInPhrases();
    Examples();
    Writings();
    Negatives();
  }

 private:
  void Note(const std::string& pointer, const char* check, std::string message, std::string remedy) {
    notes_.push_back(
        {rule_.file, places_.OfValue(rule_.file, pointer), check, std::move(message), std::move(remedy)});
  }

  void Phrases() {
    for (std::size_t i = 0; i < rule_.phrases.size(); ++i) {
      std::string run = LongestLiteralRun(rule_.phrases[i]);
      if (CountCodePoints(run) <= kLongestLiteralRun) continue;
      Note(fmt::format("/phrases/{}", i), "literal-run",
           fmt::format("\"{}\" are {} characters word for word, more than {}", run, CountCodePoints(run),
                       kLongestLiteralRun),
           "put '...', a slot or '[…|…]' where the language leaves a choice");
    }
  }

  void Cue(const CueRule& cue, const std::string& pointer) {
    TwiceIn(cue.words, pointer + "/words");
    TwiceIn(cue.not_words, pointer + "/not");
    TwiceIn(cue.with, pointer + "/with");
    TwiceIn(cue.without, pointer + "/without");
    for (std::size_t i = 0; i < cue.words.size(); ++i) {
      const std::string& word = cue.words[i];
      std::string at = fmt::format("{}/words/{}", pointer, i);
      if (std::ranges::find(cue.not_words, word) != cue.not_words.end())
        Note(at, "contradiction", fmt::format("'{}' stands in 'words' and in 'not'", word),
             "keep one of them");
      if (CountCodePoints(word) == 1 && cue.with.empty() && cue.without.empty() && cue.not_words.empty())
        Note(at, "bare-cue",
             fmt::format("the cue '{}' is a single character, which stands in many other words", word),
             "give the cue 'with', 'without' or 'not', or make it a phrase");
    }
  }

  void TwiceIn(const std::vector<std::string>& words, const std::string& pointer) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (seen.insert(AsciiLower(words[i])).second) continue;
      Note(fmt::format("{}/{}", pointer, i), "twice",
           fmt::format("'{}' stands twice in this list; Traditional and Simplified, large and small letters "
                       "count as the same",
                       words[i]),
           "take one out");
    }
  }

  void TwiceInPhrases() { TwiceIn(rule_.phrases, "/phrases"); }

  void Examples() {
    std::set<std::string> seen;
    std::size_t fires = 0;
    for (std::size_t i = 0; i < rule_.examples.size(); ++i) {
      fires += rule_.examples[i].fires;
      if (seen.insert(rule_.examples[i].text).second) continue;
      Note(fmt::format("/examples/{}", i), "same-example", "this example stands twice", "take one out");
    }
    // The loader asks for them too; a set of rules made otherwise is told the same.
    if (fires < 2 || fires == rule_.examples.size())
      Note("/examples", "few-examples", fmt::format("{} of {} examples fire", fires, rule_.examples.size()),
           "write at least two that fire and one that must not");
  }

  // Which writings the examples that fire are in.
  void Writings() {
    std::set<Script> seen;
    for (const RuleExample& example : rule_.examples) {
      if (example.fires) seen.insert(ExampleDocument(example.text, words_).script);
    }
    static constexpr std::pair<Script, std::string_view> kWanted[] = {
        {Script::kSimplified, "Simplified Chinese"},
        {Script::kTraditional, "Traditional Chinese"},
        {Script::kLatin, "English"}};
    std::string missing;
    for (const auto& [script, name] : kWanted) {
      if (!seen.contains(script)) missing += fmt::format("{}{}", missing.empty() ? "" : " and in ", name);
    }
    if (!missing.empty())
      Note("/examples", "writing", fmt::format("no example that fires is in {}", missing), "add one of each");
  }

  // A quiet example proves something where a cue and a figure stand in it.
  void Negatives() {
    bool has_words = std::ranges::any_of(rule_.cues, [](const CueRule& cue) { return !cue.words.empty(); });
    if (!has_words) return;
    bool strong = std::ranges::any_of(rule_.examples, [&](const RuleExample& example) {
      return !example.fires && HasFigure(AsciiLower(Fold(example.text))) && HoldsCue(example.text);
    });
    if (strong || std::ranges::all_of(rule_.examples, &RuleExample::fires)) return;
    Note("/examples", "weak-negatives",
         "no example that must not fire holds one of the rule's words and a figure: none of them could fire",
         "write one with a word of the rule beside a figure that is not its own");
  }

  bool HoldsCue(const std::string& text) const {
    std::string folded = AsciiLower(Fold(text));
    return std::ranges::any_of(rule_.cues, [&](const CueRule& cue) {
      return std::ranges::any_of(cue.words, [&](const std::string& word) {
        return folded.find(AsciiLower(word)) != std::string::npos;
      });
    });
  }

  const PredicateRule& rule_;
  RulePlaces& places_;
  const DocumentWords& words_;
  std::vector<RuleNote>& notes_;
};

}  // namespace

std::vector<RuleNote> LintRules(const std::vector<RuleFile>& files, const RuleSet& rules,
                                const DocumentWords& words) {
  std::vector<RuleNote> notes;
  RulePlaces places(files);
  for (const PredicateRule& rule : rules.predicates) PredicateLinter(rule, places, words, notes).Run();
  LintChecks(rules, words, places, notes);
  LintTables(files, rules, places, notes);
  SortNotes(notes);
  return notes;
}

}  // namespace tally
