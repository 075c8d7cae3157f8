// tally decide: what was decided on a finding, by whom, and for how long.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdlib>
#include <map>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/decided_findings.h"
#include "cli/table_format.h"
#include "input/child_process.h"
#include "report/json_text.h"
#include "report/overview.h"
#include "report/visible_text.h"
#include "store/finding_store.h"

namespace tally {
namespace {

namespace po = boost::program_options;

void AddOptions(po::options_description& options) {
  AddOption(options, "reason", "TEXT", "why; needed");
  AddOption(options, "until", "DATE",
            "the last day on which the decision counts: YYYY-MM-DD, YYYY-MM or YYYY, of which the last day "
            "(default: as long as the evidence stays)");
  AddOption(options, "by", "NAME",
            "who decides (default: $TALLY_USER, else user.name of git, else the name of the account)");
  AddFlag(options, "list", "print what was decided, on all findings or on FINDING");
  AddClaimFormatOption(options);
}

std::string Trimmed(const std::string& text) {
  std::size_t first = text.find_first_not_of(" \t\r\n");
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first);
}

std::string Environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : Trimmed(value);
}

// Empty where there is no git, or it knows none.
std::string GitUser() {
  ProcessResult git = RunProcess({"git", "config", "--get", "user.name"});
  return git.found && git.status == 0 ? Trimmed(git.out) : std::string();
}

std::string WhoDecides(const Invocation& invocation) {
  std::string name = Trimmed(invocation.Text("by"));
  if (name.empty()) name = Environment("TALLY_USER");
  if (name.empty()) name = GitUser();
  if (name.empty()) name = Environment("USER");
  if (name.empty()) throw UserError("decide: nobody knows who you are; say it with --by NAME");
  return name;
}

// The finding whose id begins so.
StoredFinding FindingOf(const std::string& prefix, const ClaimStore& store) {
  bool hexadecimal = !prefix.empty() && prefix.find_first_not_of("0123456789abcdef") == std::string::npos;
  std::vector<std::string> ids;
  if (hexadecimal) ids = FindingsLike(store, prefix);
  if (ids.empty()) {
    throw UserError(fmt::format(
        "decide: the database has no finding {}; 'tally report' records what it finds, and prints the ids",
        prefix));
  }
  if (ids.size() > 1) {
    throw UserError(fmt::format("decide: several findings begin with {}: {}", prefix, fmt::join(ids, ", ")));
  }
  return *FindFinding(store, ids.front());
}

// How a decision stands today.
std::string StateOf(const Decision& decision, const StoredFinding& finding, const Decision& last, Day today) {
  if (&decision != &last) return "replaced";
  if (decision.evidence != finding.evidence) return "reopened: the evidence has changed";
  return decision.Holds(finding.evidence, today) ? "holds" : "reopened: its time is over";
}

int List(const Invocation& invocation) {
  if (invocation.operands.size() > 1) throw UserError("decide --list: one finding, or none for all");
  ClaimFormat format = ClaimFormatOf(invocation);
  ClaimStore store = ClaimStore::Open(invocation.global.database, OpenMode::kReadOnly);
  std::string only;
  if (!invocation.operands.empty()) only = FindingOf(invocation.operands.front(), store).id;
  std::vector<Decision> decisions = Decisions(store);
  std::map<std::string, const Decision*> last;
  for (const Decision& decision : decisions) last[decision.finding] = &decision;
  DataTable table{{"finding", "decision", "until", "by", "at", "state", "reason", "headline"}, {}};
  for (const Decision& decision : decisions) {
    if (!only.empty() && decision.finding != only) continue;
    StoredFinding finding = *FindFinding(store, decision.finding);
    table.rows.push_back({decision.finding, std::string(DecisionName(decision.kind)),
                          decision.until ? FormatDay(*decision.until) : "", VisibleText(decision.by),
                          VisibleText(decision.at),
                          StateOf(decision, finding, *last[decision.finding], Today()),
                          VisibleText(decision.reason), VisibleText(finding.headline)});
  }
  if (format == ClaimFormat::kJsonLines) {
    for (const auto& row : table.rows) {
      nlohmann::ordered_json json;
      for (std::size_t i = 0; i < row.size(); ++i)
        json[table.header[i]] =
            row[i].empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(row[i]);
      invocation.console.out << DumpJson(json, -1) << "\n";
    }
  } else {
    invocation.console.out << FormatTable(table, table, format);
  }
  if (!invocation.global.quiet) invocation.console.err << Count(table.rows.size(), "decision") << "\n";
  return kExitClean;
}

Decision DecisionOf(const Invocation& invocation) {
  const std::vector<std::string>& operands = invocation.operands;
  if (operands.size() != 2) {
    throw UserError(
        "decide: name a finding and what is decided: tally decide 0f1e2d3c reject --reason 'two districts'");
  }
  Decision decision;
  decision.kind = *DecisionFromName(Choice("decide", operands[1], {"accept", "reject", "wait"}));
  decision.reason = Trimmed(invocation.Text("reason"));
  if (decision.reason.empty()) throw UserError("decide: say why with --reason TEXT");
  if (invocation.Has("until")) decision.until = DaysOf("--until", invocation.Text("until")).last;
  if (decision.until && *decision.until < Today())
    throw UserError(fmt::format("--until: {} is over", FormatDay(*decision.until)));
  decision.by = WhoDecides(invocation);
  decision.at = UtcNow();
  return decision;
}

int Run(const Invocation& invocation) {
  if (invocation.Has("list")) return List(invocation);
  Decision decision = DecisionOf(invocation);
  ClaimStore store = ClaimStore::Open(invocation.global.database, OpenMode::kReadWrite);
  StoredFinding finding = FindingOf(invocation.operands.front(), store);
  decision.finding = finding.id;
  decision.evidence = finding.evidence;
  AddDecision(store, decision);
  invocation.console.out << fmt::format(
      "{} {}: {}{} by {}\n", finding.id, VisibleText(finding.headline), DecisionName(decision.kind),
      decision.until ? " until " + FormatDay(*decision.until) : "", VisibleText(decision.by));
  return kExitClean;
}

}  // namespace

Command DecideCommand() {
  return {
      "decide",
      "what was decided on a finding, by whom and until when",
      "FINDING accept|reject|wait | --list [FINDING]",
      "Adds a decision on a finding that 'tally report' has recorded in the database (--db). FINDING is its "
      "id, or\n"
      "the beginning of it. accept: it is right, and known. reject: it is wrong. wait: not yet. Reports and\n"
      "checks against this database leave the finding out and count it, until the evidence changes (another\n"
      "figure, another sentence) or --until is over: then it is open again by itself. Decisions are only "
      "ever\n"
      "added; the last one of a finding counts. --list prints them all, and how each stands.\n",
      "  tally decide 0f1e2d3c reject --reason 'two districts of one name'\n"
      "  tally decide 0f1e2d3c wait --until 2025-06-30 --reason 'asked the author' --by 'Ada Lin'\n"
      "  tally decide --list\n",
      "  0  the decision is stored, or the list is printed\n"
      "  2  there is no such finding, or the database is not usable\n",
      AddOptions,
      Run};
}

}  // namespace tally
