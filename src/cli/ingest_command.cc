// tally ingest: articles into the database.
#include <fmt/format.h>

#include "base/sha256.h"
#include "cli/arguments.h"
#include "cli/intake.h"
#include "store/claim_store.h"

namespace tally {
namespace {

namespace po = boost::program_options;

struct IngestCounts {
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t reread = 0;
  std::size_t unchanged = 0;

  void Count(ClaimStore::Put put) {
    switch (put) {
      case ClaimStore::Put::kAdded:
        ++added;
        break;
      case ClaimStore::Put::kNewVersion:
        ++changed;
        break;
      case ClaimStore::Put::kReread:
        ++reread;
        break;
      case ClaimStore::Put::kUnchanged:
        ++unchanged;
        break;
    }
  }
};

void AddOptions(po::options_description& options) { AddReadingOptions(options); }

int Run(const Invocation& invocation) {
  InputSource source(invocation.operands, ReadingOptionsOf(invocation));
  auto toolkit = LoadToolkit(invocation.global.rules);
  ClaimStore store = ClaimStore::Open(invocation.global.database, OpenMode::kCreate);
  std::int64_t run = store.BeginRun({std::string(ToolVersion()), toolkit->rules.version, UtcNow()});
  Intake intake(invocation, *toolkit, {.identifiers = false});
  IngestCounts counts;
  auto take = [&](std::vector<Extraction>& batch) {
    for (const Extraction& extraction : batch)
      counts.Count(store.PutDocument(extraction.info, extraction.claims, run));
  };
  // What stands beside the text is no part of the content, so such a document is read again.
  auto skip = [&](const InputFile& input) {
    if (input.HasDetails() || !store.IsUpToDate(input.path, Sha256Hex(input.content), run)) return false;
    ++counts.unchanged;
    return true;
  };
  intake.Run(source, take, skip);
  invocation.console.out << fmt::format("{} added, {} changed, {} reread, {} unchanged, {} failed\n",
                                        counts.added, counts.changed, counts.reread, counts.unchanged,
                                        intake.failures());
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
      "is kept. Unchanged articles are read again where the program or its rules are newer.\n",
      "  tally --db news.db ingest articles/\n"
      "  tally --db news.db ingest --input-format jsonl items.jsonl\n",
      "  0  all inputs are stored\n  2  an input could not be read or stored; the others are stored\n",
      AddOptions,
      Run};
}

}  // namespace tally
