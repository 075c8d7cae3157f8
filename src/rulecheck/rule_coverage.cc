#include "rulecheck/rule_coverage.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "rulecheck/alias_owners.h"
#include "rulecheck/check_coverage.h"
#include "rulecheck/fired_rules.h"
#include "rulecheck/phrase_sample.h"
#include "rules/table_file.h"

namespace tally {
namespace {

// Words of a cue that a message names.
constexpr std::size_t kWordsShown = 4;

std::string WordsOf(const CueRule& cue) {
  if (cue.words.empty()) return "the cue without words";
  std::size_t shown = std::min(cue.words.size(), kWordsShown);
  return fmt::format("the cue {}{}",
                     fmt::join(cue.words.begin(), cue.words.begin() + static_cast<long>(shown), ", "),
                     shown < cue.words.size() ? ", …" : "");
}

class Measurer {
 public:
  Measurer(const std::vector<RuleFile>& files, const RuleSet& rules, const Extractor& extractor,
           const DocumentWords& words)
      : files_(files),
        places_(files),
        sampler_(files, rules, extractor, words),
        fired_(FindFiredRules(rules, extractor, words)),
        rules_(rules),
        extractor_(extractor),
        words_(words) {
    for (const RuleFile& file : files) {
      if (!file.name.starts_with("units/")) continue;
      for (const TableRow& row : ReadTable(file.content)) units_.insert(row.cells.front());
    }
  }

  void Measure(const PredicateRule& rule) {
    Units(rule);
    Phrases(rule);
    Cues(rule);
    for (const CaughtExample& caught : fired_.caught) {
      if (caught.rule != &rule) continue;
      Note(rule.file, fmt::format("/examples/{}", caught.example), "caught-example",
           fmt::format("the figure of this example is taken by {}", caught.caught_by),
           "give this rule a phrase or the other a 'not' or 'without'");
    }
  }

  void Measure(const CheckRule& check) {
    for (const CheckRole& role : check.roles) {
      for (std::size_t i = 0; i < role.units.size(); ++i)
        Unit(check.file, fmt::format("/roles/{}/units/{}", role.name, i), role.units[i]);
    }
    std::vector<bool> fired = FiredPatterns(check, rules_, extractor_, words_);
    for (std::size_t i = 0; i < fired.size(); ++i) {
      ++out_.patterns;
      out_.patterns_fired += fired[i];
      if (fired[i]) continue;
      Note(check.file, fmt::format("/patterns/{}", i), "unfired-pattern",
           fmt::format("no example fires the pattern \"{}\"", check.patterns[i].source), "add one");
    }
  }

  void Aliases() {
    for (const SharedAlias& shared : FindSharedAliases(ReadAliases(files_))) {
      if (shared.first.entity == shared.again.entity) continue;
      out_.notes.push_back(
          {shared.again.file, places_.OfPart(shared.again.file, shared.again.line, shared.again.written),
           "two-owners",
           fmt::format("'{}' of {} is also {} ({}:{}), which is always found instead", shared.again.written,
                       shared.again.entity, shared.first.entity, shared.first.file, shared.first.line),
           "keep it in one row", shared.first.file});
    }
  }

  RuleCoverage Take() {
    SortNotes(out_.notes);
    return std::move(out_);
  }

 private:
  void Note(const std::string& file, const std::string& pointer, const char* check, std::string message,
            std::string remedy) {
    out_.notes.push_back(
        {file, places_.OfValue(file, pointer), check, std::move(message), std::move(remedy)});
  }

  void Units(const PredicateRule& rule) {
    for (std::size_t i = 0; i < rule.units.size(); ++i)
      Unit(rule.file, fmt::format("/units/{}", i), rule.units[i]);
  }

  void Unit(const std::string& file, const std::string& pointer, const std::string& unit) {
    // A currency of the rest of the world and its like are made, not read from a table; "" is no unit.
    if (unit.empty() || units_.contains(unit)) return;
    Note(file, pointer, "never-matches",
         fmt::format("no table of units has the id '{}', so no figure is of it", unit),
         "use an id of units/*.tsv, or add a row there");
  }

  void Phrases(const PredicateRule& rule) {
    for (std::size_t i = 0; i < rule.phrases.size(); ++i) {
      const std::string& phrase = rule.phrases[i];
      ++out_.phrases;
      if (fired_.HasPhrase(rule, phrase)) {
        ++out_.phrases_fired;
        continue;
      }
      std::string pointer = fmt::format("/phrases/{}", i);
      if (sampler_.MatchesItself(rule, phrase)) {
        Note(rule.file, pointer, "unfired-phrase", fmt::format("no example fires the phrase \"{}\"", phrase),
             fmt::format("add one, such as \"{}\"", sampler_.Sample(rule, phrase)));
      } else {
        Note(rule.file, pointer, "never-matches",
             fmt::format("the phrase \"{}\" does not match \"{}\", which is written from it", phrase,
                         sampler_.Sample(rule, phrase)),
             "ask 'tally explain' what stands in its way; a word of it may be read as a name or a figure");
      }
    }
  }

  void Cues(const PredicateRule& rule) {
    for (std::size_t i = 0; i < rule.cues.size(); ++i) {
      const CueRule& cue = rule.cues[i];
      ++out_.cues;
      for (std::size_t w = 0; w < cue.words.size(); ++w) Word(rule, cue, i, w);
      if (fired_.cues.contains(&cue)) {
        ++out_.cues_fired;
        continue;
      }
      Note(rule.file, fmt::format("/cues/{}", i), "unfired-cue",
           fmt::format("no example fires {}", WordsOf(cue)), "add one");
    }
  }

  void Word(const PredicateRule& rule, const CueRule& cue, std::size_t i, std::size_t w) {
    const std::string& word = cue.words[w];
    ++out_.words;
    out_.words_fired += fired_.words.contains(AsciiLower(fmt::format("{}/cue:{}", rule.id, word)));
    auto silences = std::ranges::find_if(
        cue.without, [&](const std::string& other) { return word.find(other) != std::string::npos; });
    if (silences == cue.without.end()) return;
    Note(rule.file, fmt::format("/cues/{}/words/{}", i, w), "never-matches",
         fmt::format("the cue '{}' holds '{}', which silences it", word, *silences),
         "take one of them out of 'words' or 'without'");
  }

  const std::vector<RuleFile>& files_;
  RulePlaces places_;
  PhraseSampler sampler_;
  FiredRules fired_;
  const RuleSet& rules_;
  const Extractor& extractor_;
  const DocumentWords& words_;
  std::set<std::string> units_;
  RuleCoverage out_;
};

}  // namespace

RuleCoverage MeasureRuleCoverage(const std::vector<RuleFile>& files, const RuleSet& rules,
                                 const Extractor& extractor, const DocumentWords& words,
                                 const std::vector<std::string>& names) {
  Measurer measurer(files, rules, extractor, words);
  auto is_asked = [&](const std::string& id) {
    return names.empty() || std::ranges::find(names, id) != names.end();
  };
  for (const PredicateRule& rule : rules.predicates) {
    if (is_asked(rule.id)) measurer.Measure(rule);
  }
  for (const CheckRule& check : rules.checks) {
    if (is_asked(check.id)) measurer.Measure(check);
  }
  if (names.empty()) measurer.Aliases();
  return measurer.Take();
}

}  // namespace tally
