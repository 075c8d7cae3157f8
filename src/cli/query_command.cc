// tally query: claims of the database by filter.
#include <fmt/format.h>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/claim_format.h"
#include "cli/known_names.h"
#include "pipeline.h"
#include "report/overview.h"
#include "store/claim_store.h"

namespace tally {
namespace {

namespace po = boost::program_options;

const std::vector<std::string>& DimensionNames() {
  static const std::vector<std::string> names = {"number", "money",    "percent", "ratio",
                                                 "count",  "duration", "date",    "rate"};
  return names;
}

const std::vector<std::string>& ModalityNames() {
  static const std::vector<std::string> names = {"asserted", "planned",        "forecast",
                                                 "reported", "quoted_opinion", "negated"};
  return names;
}

void AddOptions(po::options_description& options) {
  AddOption(options, "subject", "NAME", "who it is about: an id, or a name in any writing (微軟)");
  AddOption(options, "predicate", "ID", "what is said: investment, valuation, ...");
  AddOption(options, "object", "NAME", "to whom or what: an id or a name");
  AddOption(options, "text", "WORDS",
            "words in the quote or its sentence; either Chinese script, either case");
  AddOption(options, "unit", "UNIT", "USD, CNY, %, people, ...");
  AddOption(options, "dimension", "NAME", "number, money, percent, ratio, count, duration, date or rate");
  AddOption(options, "modality", "NAME", "asserted, planned, forecast, reported, quoted_opinion or negated");
  AddOption(options, "doc", "PATH", "the document, by its path as ingested");
  AddOption(options, "from", "DATE", "published on this day or later, YYYY-MM-DD");
  AddOption(options, "to", "DATE", "published on this day or before");
  AddFlag(options, "all", "also the figures that no rule claimed");
  AddFlag(options, "all-versions", "also from replaced versions of the documents");
  AddOption(options, "limit", "N", "the first N claims (default: all)");
  AddClaimFormatOption(options);
}

std::optional<std::string> Given(const Invocation& invocation, const char* option) {
  if (!invocation.Has(option)) return std::nullopt;
  return invocation.Text(option);
}

std::optional<Day> GivenDay(const Invocation& invocation, const char* option) {
  if (!invocation.Has(option)) return std::nullopt;
  return DayOf(fmt::format("--{}", option), invocation.Text(option));
}

// What needs neither rules nor database is checked first.
ClaimFilter PlainFilter(const Invocation& invocation) {
  ClaimFilter filter;
  filter.doc = Given(invocation, "doc");
  filter.text = Given(invocation, "text");
  filter.unit = Given(invocation, "unit");
  filter.published_from = GivenDay(invocation, "from");
  filter.published_to = GivenDay(invocation, "to");
  if (auto name = Given(invocation, "dimension"))
    filter.dimension = DimensionFromName(Choice("--dimension", *name, DimensionNames()));
  if (auto name = Given(invocation, "modality"))
    filter.modality = ModalityFromName(Choice("--modality", *name, ModalityNames()));
  if (auto limit = Given(invocation, "limit")) filter.limit = CountOf("--limit", *limit);
  filter.current_only = !invocation.Has("all-versions");
  filter.claimed_only = !invocation.Has("all");
  if (filter.published_from && filter.published_to && *filter.published_from > *filter.published_to) {
    throw UserError("--from is later than --to");
  }
  return filter;
}

int Run(const Invocation& invocation) {
  if (!invocation.operands.empty()) {
    throw UserError(fmt::format("query: '{}' is no option; ask with --subject, --text and the like",
                                invocation.operands.front()));
  }
  ClaimFilter filter = PlainFilter(invocation);
  ClaimFormat format = ClaimFormatOf(invocation);
  auto toolkit = LoadToolkit(invocation.global.rules);
  ClaimStore store = ClaimStore::Open(invocation.global.database, OpenMode::kReadOnly);
  if (auto name = Given(invocation, "predicate"))
    FilterByPredicate("--predicate", *name, toolkit->rules, filter);
  if (auto name = Given(invocation, "subject"))
    filter.subject = EntityId("--subject", *name, toolkit->rules, store);
  if (auto name = Given(invocation, "object"))
    filter.object = EntityId("--object", *name, toolkit->rules, store);
  std::vector<Claim> claims = store.Find(filter);
  invocation.console.out << FormatClaims(claims, format);
  if (!invocation.global.quiet) invocation.console.err << Count(claims.size(), "claim") << "\n";
  return kExitClean;
}

}  // namespace

Command QueryCommand() {
  return {"query",
          "claims of the database by filter",
          "",
          "Prints the claims in the database (--db) for which all given conditions hold, by date of "
          "publication.\n",
          "  tally query --subject 微軟 --predicate investment\n"
          "  tally query --text 估值 --unit USD --from 2025-01-01 --format table\n",
          "  0  the claims are printed, also where there are none\n  2  the database or a condition is not "
          "usable\n",
          AddOptions,
          Run};
}

}  // namespace tally
