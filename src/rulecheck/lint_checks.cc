#include "rulecheck/lint_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "compare/check_matcher.h"
#include "rulecheck/check_examples.h"

namespace tally {
namespace {

bool Reckons(const CheckExpression& expression, std::size_t role) {
  return std::ranges::any_of(expression.terms, [&](const CheckTerm& term) {
    bool of_role =
        term.op == CheckTerm::Op::kRole || term.op == CheckTerm::Op::kSum || term.op == CheckTerm::Op::kSpan;
    return of_role && term.role == role;
  });
}

bool Says(const MessageTemplate& message, std::size_t role) {
  return std::ranges::any_of(message, [&](const MessagePiece& piece) {
    return piece.role == role || (piece.expression && Reckons(*piece.expression, role));
  });
}

class CheckLinter {
 public:
  CheckLinter(const CheckRule& check, RulePlaces& places, const DocumentWords& words,
              std::vector<RuleNote>& notes)
      : check_(check), places_(places), words_(words), notes_(notes) {}

  void Run() {
    if (check_.draft)
      Note("/draft", "draft", "the check is a draft: it finds nothing",
           "take \"draft\" out when its examples are complete");
    for (std::size_t role = 0; role < check_.roles.size(); ++role) Role(role);
    std::vector<std::string> patterns;
    for (const CheckPattern& pattern : check_.patterns) patterns.push_back(pattern.source);
    TwiceIn(patterns, "/patterns");
    Words(check_.with, "/with");
    Words(check_.without, "/without");
    for (std::size_t i = 0; i < check_.with.size(); ++i) {
      const std::string& word = check_.with[i];
      if (HoldsAnyWord(check_.without, word))
        Note(fmt::format("/with/{}", i), "contradiction",
             fmt::format("'{}' of 'with' holds a word of 'without', which silences it", word),
             "keep one of them");
    }
    Examples();
  }

 private:
  void Note(const std::string& pointer, const char* name, std::string message, std::string remedy) {
    notes_.push_back(
        {check_.file, places_.OfValue(check_.file, pointer), name, std::move(message), std::move(remedy)});
  }

  void Role(std::size_t role) {
    const std::string& name = check_.roles[role].name;
    // Filled from the front of the text and the table of entities where the equation asks for them.
    if (name == "published" || name == "launched") return;
    bool bound = check_.claims.kind != ClaimSelection::Kind::kNone ||
                 std::ranges::any_of(check_.patterns, [&](const CheckPattern& pattern) {
                   return std::ranges::any_of(pattern.pieces, [&](const CheckPiece& piece) {
                     return piece.kind == CheckPiece::Kind::kSlot && piece.role == role;
                   });
                 });
    if (!bound) {
      Note("/roles/" + name, "unused-role", fmt::format("no pattern has a slot for the role '{}'", name),
           "take the role out, or give a pattern its slot");
      return;
    }
    bool used = std::ranges::any_of(check_.relations, [&](const CheckRelation& relation) {
      bool reckoned = std::ranges::any_of(relation.holds, [&](const CheckEquation& equation) {
        return Reckons(equation.left, role) || Reckons(equation.right, role);
      });
      return reckoned || Says(relation.message_en, role) || Says(relation.message_zh, role) ||
             Says(relation.message_zh_hant, role);
    });
    if (!used)
      Note("/roles/" + name, "unused-role", fmt::format("nothing is reckoned or said with '{}'", name),
           "take the role out, or reckon with it");
  }

  void Words(const std::vector<std::string>& list, const std::string& pointer) {
    TwiceIn(list, pointer);
    for (std::size_t i = 0; i < list.size(); ++i) {
      for (const std::string& other : list) {
        if (other == list[i] || !HoldsAnyWord({other}, list[i])) continue;
        Note(fmt::format("{}/{}", pointer, i), "no-effect",
             fmt::format("'{}' holds '{}' of the same list, which decides alone", list[i], other),
             "take one of them out");
        break;
      }
    }
  }

  void TwiceIn(const std::vector<std::string>& list, const std::string& pointer) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (seen.insert(list[i]).second) continue;
      Note(fmt::format("{}/{}", pointer, i), "twice", fmt::format("'{}' stands twice in this list", list[i]),
           "take one out");
    }
  }

  void Examples() {
    std::set<std::string> seen;
    std::set<Script> scripts;
    for (std::size_t i = 0; i < check_.examples.size(); ++i) {
      const CheckExample& example = check_.examples[i];
      if (example.finds) scripts.insert(ExampleDocument(example.text, words_).script);
      if (!seen.insert(example.text).second)
        Note(fmt::format("/examples/{}", i), "same-example", "this example stands twice", "take one out");
    }
    if (!scripts.contains(Script::kLatin) || scripts.size() < 2)
      Note("/examples", "writing", "no example that finds something is in English, or none is in Chinese",
           "add one of each");
  }

  const CheckRule& check_;
  RulePlaces& places_;
  const DocumentWords& words_;
  std::vector<RuleNote>& notes_;
};

}  // namespace

void LintChecks(const RuleSet& rules, const DocumentWords& words, RulePlaces& places,
                std::vector<RuleNote>& notes) {
  for (const CheckRule& check : rules.checks) CheckLinter(check, places, words, notes).Run();
}

}  // namespace tally
