// tally history: one figure's line through time.
#include <fmt/format.h>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/claim_format.h"
#include "cli/known_names.h"
#include "cli/text_table.h"
#include "pipeline.h"
#include "report/overview.h"
#include "report/value_text.h"
#include "report/visible_text.h"
#include "store/claim_store.h"

namespace tally {
namespace {

namespace po = boost::program_options;

void AddOptions(po::options_description& options) {
  AddOption(options, "format", "FORMAT",
            "table: a line a figure, oldest first; jsonl, csv or markdown: the claims in that order "
            "(default: table)");
}

std::string HistoryTable(const std::vector<Claim>& claims, bool with_predicate, bool with_object) {
  std::vector<std::vector<std::string>> rows;
  for (const Claim& claim : claims) {
    std::string published = claim.as_of ? FormatDay(*claim.as_of) + (claim.as_of_estimated ? "?" : "") : "";
    rows.push_back({claim.period ? PeriodText(*claim.period) : "", published,
                    with_predicate ? VisibleText(claim.predicate) : "",
                    with_object && claim.object ? VisibleText(claim.object->name) : "",
                    ValueText(claim.value), VisibleText(claim.quote),
                    fmt::format("{}:{}", VisiblePath(claim.doc), claim.begin.line),
                    std::string(ModalityName(claim.modality))});
  }
  return TextTable({"held", "published", "predicate", "object", "value", "quote", "place", "modality"}, rows);
}

int Run(const Invocation& invocation) {
  const std::vector<std::string>& operands = invocation.operands;
  if (operands.empty())
    throw UserError("history: name a subject, such as: tally history microsoft investment");
  if (operands.size() > 3)
    throw UserError(
        fmt::format("history: '{}' is too much; SUBJECT [PREDICATE] [OBJECT] is all", operands[3]));
  std::string format =
      Choice("--format", invocation.Text("format", "table"), {"table", "jsonl", "csv", "markdown"});
  auto toolkit = LoadToolkit(invocation.global.rules);
  ClaimStore store = ClaimStore::Open(invocation.global.database, OpenMode::kReadOnly);
  std::string subject = EntityId("history", operands[0], toolkit->rules, store);
  ClaimFilter filter;
  filter.subject = subject;
  filter.claimed_only = true;
  filter.order = ClaimFilter::Order::kHeld;
  if (operands.size() > 1) {
    FilterByPredicate("history", operands[1], toolkit->rules, filter);
  }
  if (operands.size() > 2) filter.object = EntityId("history", operands[2], toolkit->rules, store);
  std::vector<Claim> claims = store.Find(filter);
  if (format != "table") {
    invocation.console.out << FormatClaims(claims, ClaimFormatOf(invocation));
  } else if (!claims.empty()) {
    invocation.console.out << HistoryTable(claims, !filter.predicate, !filter.object);
  }
  if (!invocation.global.quiet)
    invocation.console.err << fmt::format("{} about {}\n", Count(claims.size(), "claim"), subject);
  return kExitClean;
}

}  // namespace

Command HistoryCommand() {
  return {
      "history",
      "how a figure changed over time",
      "SUBJECT [PREDICATE] [OBJECT]",
      "Prints what the database (--db) holds about a subject as a line of values over time: by the time\n"
      "that a claim holds for, else by its publication. Names are ids or aliases in any writing; a date of\n"
      "publication that was estimated has a ? behind it.\n",
      "  tally history openai valuation\n  tally history 微軟 investment OpenAI\n",
      "  0  the line is printed, also where it is empty\n  2  the database is not usable, or a name is "
      "unknown\n",
      AddOptions,
      Run};
}

}  // namespace tally
