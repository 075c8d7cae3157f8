// tally extract: claims on standard output; keeps nothing.
#include <algorithm>

#include "cli/arguments.h"
#include "cli/claim_format.h"
#include "cli/intake.h"

namespace tally {
namespace {

namespace po = boost::program_options;

struct ExtractOptions {
  ReadingOptions reading;
  ClaimFormat format = ClaimFormat::kJsonLines;
  bool all = false;
};

void AddOptions(po::options_description& options) {
  AddFlag(options, "all", "also the figures that no rule claimed");
  AddClaimFormatOption(options);
  AddReadingOptions(options);
}

ExtractOptions OptionsOf(const Invocation& invocation) {
  return {ReadingOptionsOf(invocation), ClaimFormatOf(invocation), invocation.Has("all")};
}

// JSON Lines go out batch by batch, so that a stream flows; the other formats need all claims for their
// columns or head.
int Run(const Invocation& invocation) {
  ExtractOptions options = OptionsOf(invocation);
  InputSource source(invocation.operands, options.reading);
  auto toolkit = LoadToolkit(invocation.global.rules);
  Intake intake(invocation, *toolkit, {.sketch = false, .identifiers = false});
  std::vector<Claim> kept;
  intake.Run(source, [&](std::vector<Extraction>& batch) {
    for (Extraction& extraction : batch) {
      if (!options.all) std::erase_if(extraction.claims, [](const Claim& claim) { return !claim.claimed(); });
      if (options.format == ClaimFormat::kJsonLines) {
        invocation.console.out << FormatClaims(extraction.claims, options.format);
      } else {
        std::ranges::move(extraction.claims, std::back_inserter(kept));
      }
    }
    invocation.console.CheckOutput();
  });
  if (options.format != ClaimFormat::kJsonLines) invocation.console.out << FormatClaims(kept, options.format);
  intake.PrintProof();
  return intake.ExitStatus();
}

}  // namespace

Command ExtractCommand() {
  return {
      "extract",
      "claims of articles on standard output",
      "PATH...",
      "Reads articles (Markdown, HTML, plain text, JSON Lines, also gzip or zstd of them; folders with\n"
      "all below them; - for standard input) and prints each numeric claim with its exact place. Keeps\n"
      "nothing.\n",
      "  tally extract articles/\n"
      "  tally extract --all --format csv draft.md > figures.csv\n"
      "  curl -s https://example.org/a.txt | tally extract --path a.txt -\n"
      "  tally extract --input-format jsonl --format jsonl - < items.jsonl\n"
      "  tally extract --field id=slug --field text=article.body posts.jsonl.gz\n",
      "  0  all inputs were read\n  2  an input could not be read; the claims of the others are printed\n",
      AddOptions,
      Run};
}

}  // namespace tally
