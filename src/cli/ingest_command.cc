// tally ingest: articles into the database.
#include <fmt/format.h>

#include "base/sha256.h"
#include "cli/arguments.h"
#include "cli/history_feed.h"
#include "cli/ingestion.h"
#include "cli/intake.h"
#include "store/bulk_load.h"

namespace tally {
namespace {

namespace po = boost::program_options;

void AddOptions(po::options_description& options) {
  AddOption(
      options, "since", "COMMIT",
      "read the git history of the paths from this commit to HEAD, not the files: each version with the "
      "time of its commit");
  AddFlag(options, "keep-missing", "keep as current what is no longer in the folders that are named");
  AddReadingOptions(options);
}

// Above this many files a new database is written first and indexed then.
constexpr std::size_t kManyFiles = 2000;

void ReadFiles(const Invocation& invocation, InputSource& source, Intake& intake, Ingestion& ingestion) {
  // First, so that what was moved is known as the same text.
  if (!invocation.Has("keep-missing")) ingestion.RemoveMissing(invocation.operands);
  std::optional<BulkLoad> load;
  if (source.files().size() > kManyFiles) load.emplace(ingestion.store().database());
  auto take = [&](std::vector<Extraction>& batch) { ingestion.Put(batch); };
  // What stands beside the text is no part of the content, so such a document is read again.
  auto skip = [&](const InputFile& input) {
    return !input.HasDetails() && ingestion.IsUpToDate(input.path, Sha256Hex(input.content));
  };
  intake.Run(source, take, skip);
  if (load) load->Finish();
}

void ReadHistory(const Invocation& invocation, HistoryFeed& history, Intake& intake, Ingestion& ingestion) {
  auto take = [&](std::vector<Extraction>& batch) { ingestion.PutHistory(batch, history); };
  intake.Run({[&] { return history.Next(ingestion.store()); }, history.problems(), history.total()}, take);
  ingestion.CountUnchanged(history.known());
  for (const std::string& path : history.without_history()) {
    invocation.console.Warning(
        fmt::format("{}: JSON has no history by document; read it without --since", path));
  }
}

int Run(const Invocation& invocation) {
  // What is wrong with the paths is said before the database is made.
  ReadingOptions reading = ReadingOptionsOf(invocation);
  std::optional<HistoryFeed> history;
  std::optional<InputSource> source;
  if (invocation.Has("since")) {
    history.emplace(invocation.operands, invocation.Text("since"), reading);
  } else {
    source.emplace(invocation.operands, reading);
  }
  auto toolkit = LoadToolkit(invocation.global.rules);
  ClaimStore store = ClaimStore::Open(invocation.global.database, OpenMode::kCreate);
  Ingestion ingestion(store, *toolkit);
  Intake intake(invocation, *toolkit, {.identifiers = false});
  if (history) {
    ReadHistory(invocation, *history, intake, ingestion);
  } else {
    ReadFiles(invocation, *source, intake, ingestion);
  }
  invocation.console.out << ingestion.counts().Line(intake.failures()) << "\n";
  intake.PrintProof();
  return intake.ExitStatus();
}

}  // namespace

Command IngestCommand() {
  return {
      "ingest",
      "articles into the database",
      "PATH...",
      "Reads articles and stores their claims in the database (--db), which is made where there is none.\n"
      "Articles that have not changed are skipped; changed ones become a new version, and the old version\n"
      "is kept. Unchanged articles are read again where the program or its rules are newer. An article that\n"
      "is gone from a folder that is named is kept as removed; one of the same content under another name\n"
      "goes on from it. A figure that changes without a note of correction is counted as revised. Whatever\n"
      "ends the program, the next run goes on where it was.\n",
      "  tally --db news.db ingest articles/\n"
      "  tally --db news.db ingest --since v1.0 articles/\n"
      "  tally --db news.db ingest --input-format jsonl items.jsonl\n",
      "  0  all inputs are stored\n  2  an input could not be read or stored; the others are stored\n",
      AddOptions,
      Run};
}

}  // namespace tally
