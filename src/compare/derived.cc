#include "compare/derived.h"

#include <algorithm>
#include <bit>
#include <map>
#include <string>
#include <utility>

#include "compare/breakdowns.h"
#include "compare/check_arithmetic.h"
#include "compare/check_matcher.h"
#include "compare/derived_claims.h"
#include "compare/derived_finding.h"
#include "compare/figure_line.h"

namespace tally {
namespace {

// Runs of a list are tried up to this length.
constexpr std::size_t kLongestList = 12;

bool Uses(const CheckExpression& expression, CheckTerm::Op op) {
  return std::ranges::find(expression.terms, op, &CheckTerm::op) != expression.terms.end();
}

bool Uses(const CheckRelation& relation, CheckTerm::Op op) {
  return std::ranges::any_of(relation.holds, [&](const CheckEquation& equation) {
    return Uses(equation.left, op) || Uses(equation.right, op);
  });
}

bool Uses(const CheckRule& check, CheckTerm::Op op) {
  return std::ranges::any_of(check.relations,
                             [&](const CheckRelation& relation) { return Uses(relation, op); });
}

// The day on which what a sentence names as the subject of a figure began to be, by the entity's fact.
std::optional<DateRange> LaunchOf(const Binding& binding, const RuleSet& rules) {
  for (const Claim* claim : binding.Figures()) {
    if (!claim->subject || claim->context.find(claim->subject->text) == std::string::npos) continue;
    const Entity* entity = rules.FindEntity(claim->subject->id);
    if (entity == nullptr) continue;
    if (auto day = ParseIsoDay(entity->Fact("launched"))) return DateRange::Of(*day);
  }
  return std::nullopt;
}

// Of a list, and of so many figures around it, each choice is tried; of longer ones, runs only.
constexpr std::size_t kMostChosen = 9;

bool SameKind(const Claim& a, const Claim& b) {
  return a.value.dimension == b.value.dimension && a.value.unit == b.value.unit;
}

// The list and, behind it, the other figures of its sentence that could be members.
std::vector<const Claim*> WithOthers(const CheckRole& role, const Binding& binding,
                                     const std::vector<const Claim*>& list, const FigureLine* line) {
  std::vector<const Claim*> pool = list;
  if (line == nullptr) return pool;
  std::vector<const Claim*> bound = binding.Figures();
  for (const Claim* claim : line->figures) {
    bool free = std::ranges::find(bound, claim) == bound.end();
    if (free && FitsRole(role, *claim) && SameKind(*claim, *list.front())) pool.push_back(claim);
  }
  return pool;
}

// The choices of two members or more: all of a short list, the runs of a long one.
std::vector<std::vector<const Claim*>> ChoicesOf(const std::vector<const Claim*>& list,
                                                 const std::vector<const Claim*>& pool) {
  std::vector<std::vector<const Claim*>> choices;
  if (pool.size() <= kMostChosen) {
    for (unsigned chosen = 0; chosen < 1u << pool.size(); ++chosen) {
      if (std::popcount(chosen) < 2) continue;
      std::vector<const Claim*>& choice = choices.emplace_back();
      for (std::size_t i = 0; i < pool.size(); ++i) {
        if ((chosen >> i) & 1u) choice.push_back(pool[i]);
      }
    }
    return choices;
  }
  for (std::size_t from = 0; from + 2 <= list.size(); ++from) {
    for (std::size_t to = from + 2; to <= std::min(list.size(), from + kLongestList); ++to)
      choices.emplace_back(list.begin() + static_cast<std::ptrdiff_t>(from),
                           list.begin() + static_cast<std::ptrdiff_t>(to));
  }
  return choices;
}

// A list in the text may begin before the parts of the total, go on behind them, or hold by how much a part
// grew: where some of its figures make the sum, the text is right. The same holds of a bound: what makes up
// the whole is all of it, and what else stands in the list divides it again, or divides something else.
bool SomeOfAListHolds(const CheckRule& check, const CheckRelation& relation, const Binding& binding,
                      const FigureLine* line) {
  CheckRelation sum = relation;
  sum.holds.front().sign = CheckEquation::Sign::kEqual;
  sum.holds.resize(1);
  for (std::size_t role = 0; role < check.roles.size(); ++role) {
    const std::vector<const Claim*>& list = binding.roles[role];
    if (!check.roles[role].many || list.size() < 2) continue;
    std::vector<const Claim*> pool = WithOthers(check.roles[role], binding, list, line);
    if (pool.size() < 3) continue;
    Binding part = binding;
    for (std::vector<const Claim*>& choice : ChoicesOf(list, pool)) {
      part.roles[role] = std::move(choice);
      if (!Test(sum, part)) return true;
    }
  }
  return false;
}

// Another figure of the sentence in the place of one of these would make it right: then it is likelier that
// the pattern took the wrong one than that the text is wrong.
bool AnotherFigureFits(const CheckRule& check, const CheckRelation& relation, const Binding& binding,
                       const FigureLine& line) {
  std::vector<const Claim*> bound = binding.Figures();
  for (std::size_t role = 0; role < check.roles.size(); ++role) {
    if (binding.roles[role].size() != 1) continue;
    Binding other = binding;
    for (const Claim* claim : line.figures) {
      bool free = std::ranges::find(bound, claim) == bound.end();
      if (!free || !FitsRole(check.roles[role], *claim)) continue;
      other.roles[role] = {claim};
      std::optional<Amount> left = Evaluate(relation.holds.front().left, other);
      std::optional<Amount> right = Evaluate(relation.holds.front().right, other);
      bool tested = left && right && SameUnit(left->unit, right->unit);
      if (tested && !Test(relation, other)) return true;
    }
  }
  return false;
}

// One check over all claims: what it finds, as drafts.
class Run {
 public:
  Run(const CheckRule& check, const std::vector<Claim>& claims, const RuleSet& rules)
      : check_(check), claims_(claims), rules_(rules), launches_(Uses(check, CheckTerm::Op::kLaunched)) {}

  std::vector<DerivedDraft> Drafts(const std::vector<FigureLine>& lines) {
    CheckMatcher matcher(check_, rules_);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      TestAll(matcher.Find(lines[i], false), &lines[i]);
      if (!lines[i].goes_on || i + 1 == lines.size() || !matcher.reaches_on()) continue;
      FigureLine joined = Joined(lines[i], lines[i + 1]);
      TestAll(matcher.Find(joined, true), &joined);
    }
    if (check_.claims.kind == ClaimSelection::Kind::kTranches) TestAll(TrancheBindings(check_, claims_));
    if (check_.claims.kind == ClaimSelection::Kind::kConversions)
      TestAll(ConversionBindings(check_, claims_));
    if (check_.claims.kind == ClaimSelection::Kind::kBreakdowns) TestAll(BreakdownBindings(check_, lines));
    return std::move(drafts_);
  }

 private:
  // The first relation that fails says what is wrong; others of the same check would say it again.
  // `line`: where they were found by a pattern.
  void TestAll(const std::vector<Binding>& bindings, const FigureLine* line = nullptr) {
    for (Binding binding : bindings) {
      if (launches_) binding.launched = LaunchOf(binding, rules_);
      for (const CheckRelation& relation : check_.relations) {
        std::optional<Failure> failure = Test(relation, binding);
        if (!failure || SomeOfAListHolds(check_, relation, binding, line)) continue;
        if (line && AnotherFigureFits(check_, relation, binding, *line)) continue;
        AddPrinted(relation, binding);
        drafts_.push_back({&check_, std::move(binding), std::move(*failure)});
        break;
      }
    }
  }

  void AddPrinted(const CheckRelation& relation, Binding& binding) {
    if (!Uses(relation, CheckTerm::Op::kPublished) && !Uses(relation, CheckTerm::Op::kLaunched)) return;
    if (documents_.empty()) {
      for (const Claim& claim : claims_) documents_[claim.doc + '\n' + claim.doc_sha256].push_back(&claim);
    }
    const Claim& figure = *binding.Figures().front();
    AddPrintedDates(check_, documents_[figure.doc + '\n' + figure.doc_sha256], binding);
  }

  const CheckRule& check_;
  const std::vector<Claim>& claims_;
  const RuleSet& rules_;
  bool launches_;
  std::map<std::string, std::vector<const Claim*>> documents_;  // filled at the first failure
  std::vector<DerivedDraft> drafts_;
};

}  // namespace

std::vector<Finding> DerivedFindings(const std::vector<Claim>& claims, const RuleSet& rules,
                                     const SourceIndex& sources, const CompareSettings& settings) {
  std::vector<FigureLine> lines = FigureLines(claims);
  std::vector<Finding> findings;
  // Two checks may know the same words: what one of them says of some figures, no other one repeats.
  std::map<std::vector<const Claim*>, const CheckRule*> told;
  for (const CheckRule& check : rules.checks) {
    if (check.draft) continue;
    std::map<std::string, std::vector<DerivedDraft>> same;
    for (DerivedDraft& draft : Run(check, claims, rules).Drafts(lines)) {
      if (told.emplace(draft.binding.Figures(), &check).first->second != &check) continue;
      same[SubjectMatter(draft)].push_back(std::move(draft));
    }
    for (const auto& [matter, drafts] : same)
      findings.push_back(BuildDerivedFinding(drafts, sources, settings));
  }
  return findings;
}

}  // namespace tally
