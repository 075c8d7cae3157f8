// tally rules diff: claims won, lost and changed between two sets of rules.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/change_rows.h"
#include "cli/input_source.h"
#include "cli/rules_actions.h"
#include "cli/table_format.h"
#include "pipeline.h"
#include "report/overview.h"
#include "rulecheck/claim_diff.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

// As many documents as are read with both sets of rules at a time.
constexpr std::size_t kBatch = 256;

// "-": the rules compiled in. A folder that has all four kinds of files stands alone, so that a rule that was
// deleted in it is gone; any other is laid over the rules compiled in, as --rules does.
std::unique_ptr<Toolkit> ToolkitOf(const std::string& folder) {
  if (folder == "-") return LoadToolkit("");
  std::vector<RuleFile> files = CollectRuleFiles(folder);
  bool alone = true;
  for (const char* kind : {"entities", "units", "words", "predicates"})
    alone = alone && fs::is_directory(fs::path(folder) / kind);
  if (alone)
    std::erase_if(files, [&](const RuleFile& file) { return !fs::exists(fs::path(folder) / file.name); });
  try {
    return MakeToolkit(files);
  } catch (const UserError& error) {
    throw UserError(fmt::format("{}: {}", folder, error.what()));
  }
}

struct Tally {
  std::size_t files = 0;
  std::size_t won = 0;
  std::size_t lost = 0;
  std::size_t changed = 0;
  std::size_t all() const { return won + lost + changed; }
};

class Differ {
 public:
  Differ(const Invocation& invocation, const Toolkit& before, const Toolkit& after, bool as_table)
      : invocation_(invocation), before_(before), after_(after), as_table_(as_table) {}

  void Read(const std::vector<InputFile>& batch) {
    unsigned threads = invocation_.global.threads;
    std::vector<Extraction> old_reading =
        ExtractAll(batch, before_, threads, nullptr, {.sketch = false, .identifiers = false});
    std::vector<Extraction> new_reading =
        ExtractAll(batch, after_, threads, nullptr, {.sketch = false, .identifiers = false});
    for (std::size_t i = 0; i < batch.size(); ++i) {
      ++tally_.files;
      for (const ClaimChange& change : DiffClaims(old_reading[i].claims, new_reading[i].claims)) Tell(change);
    }
    invocation_.console.CheckOutput();
  }

  const Tally& Finish() {
    if (as_table_) invocation_.console.out << FormatTable(table_, table_, ClaimFormat::kTable);
    return tally_;
  }

 private:
  void Tell(const ClaimChange& change) {
    if (!change.before) ++tally_.won;
    if (!change.after) ++tally_.lost;
    if (change.before && change.after) ++tally_.changed;
    if (as_table_) {
      table_.rows.push_back(ChangeRow(change));
    } else {
      invocation_.console.out << ChangeJsonLine(change);
    }
  }

  const Invocation& invocation_;
  const Toolkit& before_;
  const Toolkit& after_;
  bool as_table_;
  DataTable table_{ChangeHeader(), {}};
  Tally tally_;
};

}  // namespace

int DiffRules(const Invocation& invocation, const std::vector<std::string>& operands) {
  if (operands.size() < 3)
    throw UserError("rules diff: give two folders of rules ('-' for those compiled in) and what to read");
  std::string otherwise = invocation.console.out_is_terminal ? "table" : "jsonl";
  std::string format = Choice("--format", invocation.Text("format", otherwise), {"table", "jsonl"});
  InputSource source({operands.begin() + 2, operands.end()}, ReadingOptionsOf(invocation));
  auto before = ToolkitOf(operands[0]);
  auto after = ToolkitOf(operands[1]);
  Differ differ(invocation, *before, *after, format == "table");
  std::vector<InputFile> batch;
  while (auto input = source.Next()) {
    batch.push_back(std::move(*input));
    if (batch.size() < kBatch) continue;
    differ.Read(batch);
    batch.clear();
  }
  differ.Read(batch);
  const Tally& tally = differ.Finish();
  for (const std::string& problem : source.problems()) invocation.console.Error(problem);
  if (!invocation.global.quiet) {
    invocation.console.err << fmt::format("{} read: {} won, {} lost, {} changed\n",
                                          Count(tally.files, "file"), Count(tally.won, "claim"), tally.lost,
                                          tally.changed);
  }
  if (!source.problems().empty()) return kExitFailed;
  return tally.all() == 0 ? kExitClean : kExitFindings;
}

}  // namespace tally
