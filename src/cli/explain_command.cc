// tally explain: what was read in a sentence or for a claim, and why.
#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/explanation.h"
#include "cli/intake.h"
#include "cli/portable_names.h"
#include "cli/stored_claims.h"
#include "document/read_document.h"
#include "store/claim_store.h"

namespace tally {
namespace {

namespace po = boost::program_options;

void AddOptions(po::options_description& options) {
  AddOption(options, "published", "DATE",
            "the day on which the sentence was published, YYYY-MM-DD: what 去年 and 'last year' count from "
            "(default: unknown)");
  AddListOption(
      options, "in", "PATH",
      "look for the claim or finding in these articles; may be given several times (default: in the "
      "database)");
  AddReadingOptions(options);
}

// As Claim::id: 16 hexadecimal digits.
bool IsClaimId(const std::string& text) {
  return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

int ExplainText(const Invocation& invocation, const std::string& text) {
  std::optional<Day> published;
  if (invocation.Has("published")) published = DayOf("--published", invocation.Text("published"));
  auto toolkit = LoadToolkit(invocation.global.rules);
  Document document = ReadDocument("sentence", text, toolkit->words);
  if (published) document.publication.date = *published;
  invocation.console.out << ExplainDocument(document, *toolkit->extractor);
  return kExitClean;
}

// Where the id is looked for: the articles of --in, or the database.
std::vector<Extraction> Read(const Invocation& invocation, const Toolkit& toolkit, int& status) {
  if (!invocation.Has("in"))
    return LoadAll(ClaimStore::Open(invocation.global.database, OpenMode::kReadOnly));
  InputSource source(invocation.values["in"].as<std::vector<std::string>>(), ReadingOptionsOf(invocation));
  Intake intake(invocation, toolkit, {.identifiers = false});
  std::vector<Extraction> extractions = intake.All(source);
  intake.PrintProof();
  status = intake.ExitStatus();
  return extractions;
}

// One claim of the database is found by its id, without reading the others.
bool ExplainStored(const Invocation& invocation, const std::string& id) {
  ClaimFilter filter;
  filter.id = id;
  filter.current_only = false;
  std::vector<Claim> claims = ClaimStore::Open(invocation.global.database, OpenMode::kReadOnly).Find(filter);
  for (const Claim& claim : claims) invocation.console.out << ExplainClaim(claim);
  return !claims.empty();
}

int ExplainId(const Invocation& invocation, const std::string& id) {
  int status = kExitClean;
  bool articles = invocation.Has("in");
  if (!articles && ExplainStored(invocation, id)) return status;
  auto toolkit = LoadToolkit(invocation.global.rules);
  std::vector<Extraction> extractions = Read(invocation, *toolkit, status);
  bool found = false;
  for (const Extraction& extraction : extractions) {
    for (const Claim& claim : extraction.claims) {
      if (claim.id != id) continue;
      invocation.console.out << ExplainClaim(claim);
      found = true;
    }
  }
  if (found) return status;
  UsePortableNames(extractions);
  for (const Finding& finding : MakeReport(extractions, *toolkit).findings) {
    if (finding.id != id) continue;
    invocation.console.out << ExplainFinding(finding);
    found = true;
  }
  if (found) return status;
  throw UserError(fmt::format(
      "explain: no claim or finding {} in {}; a finding is there only beside the articles that it compares",
      id, articles ? "the articles" : invocation.global.database));
}

int Run(const Invocation& invocation) {
  if (invocation.operands.empty())
    throw UserError("explain: give a sentence in quotes, or the id of a claim or a finding");
  if (invocation.operands.size() > 1) throw UserError("explain: one sentence at a time; put it in quotes");
  const std::string& what = invocation.operands.front();
  return IsClaimId(what) ? ExplainId(invocation, what) : ExplainText(invocation, what);
}

}  // namespace

Command ExplainCommand() {
  return {
      "explain",
      "why a claim was read, or not; why sources disagree",
      "SENTENCE | ID",
      "Of a sentence, prints what was read in it: figures with the intervals that they are compared by,\n"
      "names, claims with the rule and the steps that led to them, and under 'nearly' the rules that came\n"
      "nearest to each figure, at most five, with the slot or condition at which each failed. Of a claim's\n"
      "id (16 hexadecimal digits, as in the reports), prints the claim with its steps, from the database or\n"
      "from articles; of a finding's id every number of its message: the intervals that were compared, the\n"
      "arithmetic, what its severity and confidence rest on, and its claims with their steps.\n",
      "  tally explain '微软向OpenAI投资约130亿美元。'\n"
      "  tally explain --published 2025-05-08 'Revenue doubled to $3 billion last year.'\n"
      "  tally explain 0f1e2d3c4b5a6978 --in articles/\n",
      "  0  explained\n  2  there is no such claim or finding\n",
      AddOptions,
      Run};
}

}  // namespace tally
