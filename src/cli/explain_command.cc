// tally explain: what was read in a sentence or for a claim, and why.
#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/explanation.h"
#include "cli/intake.h"
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
      "look for the claim in these articles; may be given several times (default: in the database)");
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

std::vector<Claim> ClaimsInArticles(const Invocation& invocation, const std::string& id, int& status) {
  InputSource source(invocation.values["in"].as<std::vector<std::string>>(), ReadingOptionsOf(invocation));
  auto toolkit = LoadToolkit(invocation.global.rules);
  Intake intake(invocation, *toolkit, {.sketch = false, .identifiers = false});
  std::vector<Claim> found;
  intake.Run(source, [&](std::vector<Extraction>& batch) {
    for (Extraction& extraction : batch) {
      std::ranges::copy_if(extraction.claims, std::back_inserter(found),
                           [&](const Claim& claim) { return claim.id == id; });
    }
  });
  intake.PrintProof();
  status = intake.ExitStatus();
  return found;
}

std::vector<Claim> ClaimsInDatabase(const Invocation& invocation, const std::string& id) {
  ClaimFilter filter;
  filter.id = id;
  filter.current_only = false;
  return ClaimStore::Open(invocation.global.database, OpenMode::kReadOnly).Find(filter);
}

int ExplainId(const Invocation& invocation, const std::string& id) {
  int status = kExitClean;
  bool articles = invocation.Has("in");
  std::vector<Claim> claims =
      articles ? ClaimsInArticles(invocation, id, status) : ClaimsInDatabase(invocation, id);
  if (claims.empty()) {
    throw UserError(fmt::format("explain: no claim {} in {}", id,
                                articles ? "the articles" : invocation.global.database));
  }
  for (const Claim& claim : claims) invocation.console.out << ExplainClaim(claim);
  return status;
}

int Run(const Invocation& invocation) {
  if (invocation.operands.empty())
    throw UserError("explain: give a sentence in quotes, or the id of a claim");
  if (invocation.operands.size() > 1) throw UserError("explain: one sentence at a time; put it in quotes");
  const std::string& what = invocation.operands.front();
  return IsClaimId(what) ? ExplainId(invocation, what) : ExplainText(invocation, what);
}

}  // namespace

Command ExplainCommand() {
  return {
      "explain",
      "why a claim was read, or not",
      "SENTENCE | ID",
      "Of a sentence, prints what was read in it: figures with the intervals that they are compared by,\n"
      "names, claims with the rule and the steps that led to them, and under 'nearly' the rules that came\n"
      "nearest to each figure, at most five, with the slot or condition at which each failed. Of a claim's\n"
      "id (16 hexadecimal digits, as in the reports), prints the claim with its steps, from the database or\n"
      "from articles.\n",
      "  tally explain '微软向OpenAI投资约130亿美元。'\n"
      "  tally explain --published 2025-05-08 'Revenue doubled to $3 billion last year.'\n"
      "  tally explain 0f1e2d3c4b5a6978 --in articles/\n",
      "  0  explained\n  2  there is no such claim\n",
      AddOptions,
      Run};
}

}  // namespace tally
