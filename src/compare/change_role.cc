#include "compare/change_role.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace tally {
namespace {

// What makes a member the same one before and after: never its line.
std::string StatementOf(const Claim& claim, const std::string& document) {
  bool date = claim.value.dimension == Dimension::kDate;
  std::string value = date ? claim.value.date.ToString() : claim.value.stated.ToString();
  return document + '\n' + std::string(claim.rule_id()) + '\n' + value + '\n' +
         claim.value.unit.value_or("") + '\n' + claim.value.per.value_or("") + '\n' +
         std::string(ModalityName(claim.modality)) + '\n' + (claim.subject ? claim.subject->id : "") + '\n' +
         (claim.object ? claim.object->id : "");
}

using Statements = std::multiset<std::string>;

Statements StatementsOf(const Finding& finding, const ChangedDocuments& changed) {
  Statements statements;
  for (const Claim& member : finding.members) {
    auto document = changed.find(member.doc);
    statements.insert(
        StatementOf(member, document == changed.end() ? member.doc : document->second.old_name));
  }
  return statements;
}

// The findings of the state before, to be found by one of their statements.
class Known {
 public:
  explicit Known(const std::vector<Finding>& before) {
    for (const Finding& finding : before) {
      findings_.push_back({finding.verdict, StatementsOf(finding, {})});
      for (const std::string& statement : findings_.back().statements)
        by_statement_[statement].insert(findings_.size() - 1);
    }
  }

  bool Covers(Verdict verdict, const Statements& statements) const {
    if (statements.empty()) return false;
    auto candidates = by_statement_.find(*statements.begin());
    if (candidates == by_statement_.end()) return false;
    return std::ranges::any_of(candidates->second, [&](std::size_t at) {
      return findings_[at].verdict == verdict && std::ranges::includes(findings_[at].statements, statements);
    });
  }

 private:
  struct OldFinding {
    Verdict verdict;
    Statements statements;
  };
  std::vector<OldFinding> findings_;
  std::map<std::string, std::set<std::size_t>> by_statement_;
};

bool IsTouched(const Claim& member, const ChangedDocuments& changed) {
  auto document = changed.find(member.doc);
  return document != changed.end() && document->second.Touches(member);
}

}  // namespace

bool ChangedDocument::Touches(const Claim& claim) const {
  return whole || std::ranges::any_of(lines, [&](const auto& range) {
           return range.first <= claim.end.line && claim.begin.line <= range.second;
         });
}

bool IsCorrection(const Finding& finding) {
  return finding.verdict == Verdict::kSuperseded &&
         std::ranges::find(finding.causes, "corrected", &Cause::id) != finding.causes.end();
}

std::vector<ChangeRole> RolesInChange(const std::vector<Finding>& after, const std::vector<Finding>& before,
                                      const ChangedDocuments& changed) {
  Known known(before);
  std::vector<ChangeRole> roles;
  for (const Finding& finding : after) {
    bool touched =
        std::ranges::any_of(finding.members, [&](const Claim& member) { return IsTouched(member, changed); });
    bool old = known.Covers(finding.verdict, StatementsOf(finding, changed));
    bool introduces = touched && finding.verdict != Verdict::kSuperseded;
    roles.push_back(old          ? ChangeRole::kExisting
                    : introduces ? ChangeRole::kIntroduced
                                 : ChangeRole::kExposed);
  }
  return roles;
}

}  // namespace tally
