#include "rulecheck/lint_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/fold.h"
#include "base/utf8.h"
#include "rulecheck/alias_owners.h"
#include "rules/table_file.h"

namespace tally {
namespace {

// Lists of which a word can be in one only, because each gives the sentence another meaning.
const std::vector<std::vector<std::string>> kListsOfOneKind = {
    {"words/planned.txt", "words/forecast.txt", "words/reporting.txt", "words/negations.txt"},
    {"words/published_labels.txt", "words/source_labels.txt", "words/author_labels.txt",
     "words/url_labels.txt"},
    {"words/future_marks.txt", "words/past_speech.txt", "words/past_verbs_en.txt"},
    {"units/currencies.tsv", "units/shares.tsv", "units/durations.tsv", "units/measures.tsv",
     "units/nouns.tsv", "units/rates.tsv"}};

struct Spelling {
  std::string file;
  std::size_t line;
  std::string written;
};

class TableLinter {
 public:
  TableLinter(const RuleSet& rules, const RulePlaces& places, std::vector<RuleNote>& notes)
      : rules_(rules), places_(places), notes_(notes) {}

  // A file's spellings, each against those of its kind that came before. Case counts: Mbps is not MBps.
  void Spellings(const RuleFile& file) {
    bool is_list = file.name.starts_with("words/");
    bool is_units = file.name.starts_with("units/");
    if (!is_list && !is_units) return;
    std::map<std::string, Spelling>& seen = seen_[KindOf(file.name)];
    for (const TableRow& row : ReadTable(file.content)) {
      std::vector<std::string> spellings = {row.cells.front()};
      if (is_units)
        spellings = row.cells.size() > 1 ? SplitList(row.cells[1], '|') : std::vector<std::string>();
      for (const std::string& spelling : spellings) {
        auto [first, is_new] = seen.emplace(Fold(spelling), Spelling{file.name, row.line, spelling});
        if (is_new) continue;
        Add(file.name, row.line, spelling, "twice",
            fmt::format("'{}' stands also in {}:{}", spelling, first->second.file, first->second.line),
            "keep it in one of them; the first one read counts");
      }
    }
  }

  void Aliases(const std::vector<RuleFile>& files) {
    std::vector<AliasRow> aliases = ReadAliases(files);
    for (const AliasRow& alias : aliases) {
      if (alias.has_not || !IsOrdinary(alias)) continue;
      Add(alias.file, alias.line, alias.written, "ordinary-alias",
          fmt::format("'{}' is an ordinary word too, and {} has nothing in 'not'", alias.written,
                      alias.entity),
          "name the longer words in which it is something else, or take the alias out");
    }
    for (const SharedAlias& shared : FindSharedAliases(aliases)) {
      if (shared.first.entity != shared.again.entity) continue;
      // Dell and DELL: the second spelling is found by the first.
      Add(shared.again.file, shared.again.line, shared.again.written, "twice",
          fmt::format("{} has the alias '{}' already", shared.again.entity, shared.first.written),
          "take it out");
    }
  }

 private:
  static std::string KindOf(const std::string& name) {
    for (const std::vector<std::string>& kind : kListsOfOneKind) {
      if (std::ranges::find(kind, name) != kind.end()) return kind.front();
    }
    return name;
  }

  void Add(const std::string& file, std::size_t line, const std::string& part, const char* check,
           std::string message, std::string remedy) {
    notes_.push_back({file, places_.OfPart(file, line, part), check, std::move(message), std::move(remedy)});
  }

  // A word that the rules themselves know as a word, or that ordinary_words.txt lists. A Latin name that
  // begins with a capital is found with that capital only, which is protection enough but for the words of
  // that list.
  bool IsOrdinary(const AliasRow& alias) {
    if (rules_.Words("ordinary_words").lexicon.Find(alias.key)) return true;
    bool latin = static_cast<unsigned char>(alias.key.front()) < 0x80;
    if (latin && IsAsciiUpper(alias.written.front())) return false;
    return std::ranges::any_of(rules_.predicates, [&](const PredicateRule& rule) {
      return std::ranges::any_of(rule.cues, [&](const CueRule& cue) {
        return std::ranges::find(cue.words, alias.key) != cue.words.end();
      });
    });
  }

  const RuleSet& rules_;
  const RulePlaces& places_;
  std::vector<RuleNote>& notes_;
  std::map<std::string, std::map<std::string, Spelling>> seen_;  // by kind of list
};

}  // namespace

void LintTables(const std::vector<RuleFile>& files, const RuleSet& rules, const RulePlaces& places,
                std::vector<RuleNote>& notes) {
  TableLinter linter(rules, places, notes);
  for (const RuleFile& file : files) linter.Spellings(file);
  linter.Aliases(files);
}

}  // namespace tally
