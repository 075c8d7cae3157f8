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

std::string OldStatementOf(const Claim& member, const ChangedDocuments& changed) {
  auto document = changed.find(member.doc);
  return StatementOf(member, document == changed.end() ? member.doc : document->second.old_name);
}

using Statements = std::multiset<std::string>;

Statements StatementsOf(const Finding& finding, const ChangedDocuments& changed) {
  Statements statements;
  for (const Claim& member : finding.members) statements.insert(OldStatementOf(member, changed));
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

  bool Says(const std::string& statement) const { return by_statement_.contains(statement); }

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

// A member on a changed line: the first that was not said before, else the first.
std::optional<std::size_t> MemberOfChange(const Finding& finding, const ChangedDocuments& changed,
                                          const Known& known) {
  std::optional<std::size_t> first;
  for (std::size_t i = 0; i < finding.members.size(); ++i) {
    const Claim& member = finding.members[i];
    auto document = changed.find(member.doc);
    if (document == changed.end() || !document->second.Touches(member)) continue;
    if (!known.Says(OldStatementOf(member, changed))) return i;
    if (!first) first = i;
  }
  return first;
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

std::vector<RoleInChange> RolesInChange(const std::vector<Finding>& after, const std::vector<Finding>& before,
                                        const ChangedDocuments& changed) {
  Known known(before);
  std::vector<RoleInChange> roles;
  for (const Finding& finding : after) {
    RoleInChange role{ChangeRole::kExposed};
    bool old = known.Covers(finding.verdict, StatementsOf(finding, changed));
    role.member = MemberOfChange(finding, changed, known);
    if (role.member && finding.verdict != Verdict::kSuperseded) role.role = ChangeRole::kIntroduced;
    if (old) role.role = ChangeRole::kExisting;
    if (role.role != ChangeRole::kIntroduced) role.member.reset();
    roles.push_back(role);
  }
  return roles;
}

}  // namespace tally
