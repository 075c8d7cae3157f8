// tally diff: claims won, lost and changed between two databases or two days.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/change_rows.h"
#include "cli/table_format.h"
#include "report/overview.h"
#include "store/claim_store.h"

namespace tally {
namespace {

namespace po = boost::program_options;

void AddOptions(po::options_description& options) {
  AddOption(options, "from", "DATE",
            "compare the database (--db) as of this day: YYYY-MM-DD, YYYY-MM or YYYY, of which the last day");
  AddOption(options, "to", "DATE", "... with the same as of this day (default: as it is now)");
  AddClaimFormatOption(options);
}

// A database, or what it was on a day.
struct State {
  ClaimStore store;
  std::optional<Day> at;

  std::vector<Claim> Claims(const std::string& path) const {
    ClaimFilter filter;
    filter.doc = path;
    filter.at = at;
    filter.claimed_only = true;
    filter.order = ClaimFilter::Order::kDocument;
    return store.Find(filter);
  }
};

State Open(const std::string& path, std::optional<Day> at = {}) {
  return {ClaimStore::Open(path, OpenMode::kReadOnly), at};
}

std::pair<State, State> StatesOf(const Invocation& invocation) {
  const std::vector<std::string>& operands = invocation.operands;
  if (operands.empty() && invocation.Has("from")) {
    std::optional<Day> from = DaysOf("--from", invocation.Text("from")).last;
    std::optional<Day> to;
    if (invocation.Has("to")) to = DaysOf("--to", invocation.Text("to")).last;
    if (to && *from > *to) throw UserError("--from is later than --to");
    return {Open(invocation.global.database, from), Open(invocation.global.database, to)};
  }
  if (invocation.Has("from") || invocation.Has("to")) {
    throw UserError(operands.empty() ? "--to: goes with --from"
                                     : "diff: --from and --to go without files; name the database with --db");
  }
  if (operands.size() != 2) throw UserError("diff: name two databases, the older first, or give --from DATE");
  return {Open(operands[0]), Open(operands[1])};
}

// The documents that are not the same in both: by path, and one that has only moved by its content.
struct Pair {
  std::string before;  // a path; empty: not there
  std::string after;
};

std::vector<Pair> DifferentDocuments(const State& before, const State& after) {
  std::map<std::string, Pair> by_path;
  std::map<std::string, std::string> gone;  // path by content
  std::vector<HeldDocument> old_documents = before.store.Held(before.at);
  std::vector<HeldDocument> new_documents = after.store.Held(after.at);
  std::map<std::string, const HeldDocument*> old_by_path;
  for (const HeldDocument& document : old_documents) {
    old_by_path[document.path] = &document;
    by_path[document.path].before = document.path;
    gone[document.sha256] = document.path;
  }
  for (const HeldDocument& document : new_documents) {
    auto old_document = old_by_path.find(document.path);
    bool same = old_document != old_by_path.end() && *old_document->second == document;
    if (same) {
      by_path.erase(document.path);
    } else {
      by_path[document.path].after = document.path;
    }
  }
  for (const HeldDocument& document : new_documents) {
    auto pair = by_path.find(document.path);
    auto moved = gone.find(document.sha256);
    if (pair == by_path.end() || !pair->second.before.empty() || moved == gone.end()) continue;
    auto old_pair = by_path.find(moved->second);
    if (old_pair == by_path.end() || !old_pair->second.after.empty()) continue;
    pair->second.before = moved->second;
    by_path.erase(old_pair);
  }
  std::vector<Pair> pairs;
  for (auto& [path, pair] : by_path) pairs.push_back(std::move(pair));
  return pairs;
}

class Teller {
 public:
  Teller(const Invocation& invocation, ClaimFormat format) : invocation_(invocation), format_(format) {}

  void Tell(const std::vector<ClaimChange>& changes) {
    if (!changes.empty()) ++documents_;
    for (const ClaimChange& change : changes) {
      ++counts_[std::string(change.Kind())];
      if (format_ == ClaimFormat::kJsonLines) {
        invocation_.console.out << ChangeJsonLine(change);
      } else {
        table_.rows.push_back(ChangeRow(change));
      }
    }
  }

  int Finish() {
    if (format_ != ClaimFormat::kJsonLines) invocation_.console.out << FormatTable(table_, table_, format_);
    if (!invocation_.global.quiet) {
      invocation_.console.err << fmt::format("{} won, {} lost, {} changed in {}\n",
                                             Count(counts_["won"], "claim"), counts_["lost"],
                                             counts_["changed"], Count(documents_, "document"));
    }
    return documents_ == 0 ? kExitClean : kExitFindings;
  }

 private:
  const Invocation& invocation_;
  ClaimFormat format_;
  DataTable table_{ChangeHeader(), {}};
  std::map<std::string, std::size_t> counts_;
  std::size_t documents_ = 0;
};

int Run(const Invocation& invocation) {
  ClaimFormat format = ClaimFormatOf(invocation);
  auto [before, after] = StatesOf(invocation);
  Teller teller(invocation, format);
  for (const Pair& pair : DifferentDocuments(before, after)) {
    std::vector<Claim> old_claims;
    std::vector<Claim> new_claims;
    if (!pair.before.empty()) old_claims = before.Claims(pair.before);
    if (!pair.after.empty()) new_claims = after.Claims(pair.after);
    teller.Tell(DiffStates(old_claims, new_claims));
  }
  return teller.Finish();
}

}  // namespace

Command DiffCommand() {
  return {
      "diff",
      "claims won, lost and changed between two databases or two days",
      "[OLD.db NEW.db]",
      "Compares the current claims of two databases, or of one (--db) as of two days, document by document.\n"
      "What says the same of the same thing is no difference, wherever it stands now; what says another\n"
      "value of it has 'changed', and only the parts that differ are shown. A document that has only moved\n"
      "is compared with where it was.\n",
      "  tally diff yesterday.db today.db\n"
      "  tally --db news.db diff --from 2025-03-01 --to 2025-03-31 --format markdown\n",
      "  0  there is no difference\n  1  there is one\n  2  a database is not usable\n",
      AddOptions,
      Run};
}

}  // namespace tally
