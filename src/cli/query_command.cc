// tally query: claims of the database by filter.
#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/asked_value.h"
#include "cli/claim_format.h"
#include "cli/known_names.h"
#include "cli/query_sql.h"
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

const std::vector<std::string>& SortNames() {
  static const std::vector<std::string> names = {"published", "held", "value", "confidence", "doc"};
  return names;
}

void AddOptions(po::options_description& options) {
  AddOption(options, "subject", "NAME", "who it is about: an id, or a name in any writing (微軟)");
  AddOption(options, "predicate", "ID", "what is said: investment, valuation, ...");
  AddOption(options, "object", "NAME", "to whom or what: an id or a name");
  AddOption(options, "speaker", "NAME", "who says it in the text: an id or a name");
  AddOption(options, "text", "WORDS",
            "words in the quote or its sentence; either Chinese script, either case");
  AddValueOptions(options);
  AddOption(options, "unit", "UNIT", "USD, CNY, %, people, ...");
  AddOption(options, "dimension", "NAME", "number, money, percent, ratio, count, duration, date or rate");
  AddOption(options, "modality", "NAME", "asserted, planned, forecast, reported, quoted_opinion or negated");
  AddOption(options, "doc", "PATH", "the document, by its path as ingested");
  AddOption(options, "source", "NAME", "who published it");
  AddOption(options, "from", "DATE", "published on this day or later: YYYY-MM-DD, YYYY-MM or YYYY");
  AddOption(options, "to", "DATE", "published on this day or before");
  AddOption(options, "held-from", "DATE", "of a time that does not end before this day");
  AddOption(options, "held-to", "DATE", "of a time that does not begin after this day");
  AddOption(options, "at", "DATE",
            "what was claimed as of this day: published by then, in the version that was current then");
  AddFlag(options, "all", "also the figures that no rule claimed");
  AddFlag(options, "all-versions", "also from replaced versions of the documents");
  AddOption(
      options, "sort", "KEY",
      "published, held (the time that a claim holds for), value, confidence or doc (default: published)");
  AddFlag(options, "reverse,r", "the last ones first");
  AddOption(options, "limit", "N",
            "the first N claims, 0 for all (default: all; with --sql the first 10000 rows)");
  AddOption(options, "sql", "SELECT", "ask with SQL instead; see below for the views");
  AddOption(options, "timeout", "SECONDS", "with --sql: stop after so long (default: 60)");
  AddClaimFormatOption(options);
}

std::optional<std::string> Given(const Invocation& invocation, const char* option) {
  if (!invocation.Has(option)) return std::nullopt;
  return invocation.Text(option);
}

// The first of the days that are meant by --from, the last of those by --to.
DateRange GivenDays(const Invocation& invocation, const char* from, const char* to) {
  DateRange days;
  if (invocation.Has(from)) days.first = DaysOf(fmt::format("--{}", from), invocation.Text(from)).first;
  if (invocation.Has(to)) days.last = DaysOf(fmt::format("--{}", to), invocation.Text(to)).last;
  if (days.first && days.last && *days.first > *days.last) {
    throw UserError(fmt::format("--{} is later than --{}", from, to));
  }
  return days;
}

ClaimFilter::Order OrderOf(const Invocation& invocation) {
  std::string name = Choice("--sort", invocation.Text("sort", "published"), SortNames());
  return static_cast<ClaimFilter::Order>(std::ranges::find(SortNames(), name) - SortNames().begin());
}

// What needs neither rules nor database is checked first.
ClaimFilter PlainFilter(const Invocation& invocation) {
  ClaimFilter filter;
  filter.doc = Given(invocation, "doc");
  filter.text = Given(invocation, "text");
  filter.unit = Given(invocation, "unit");
  DateRange published = GivenDays(invocation, "from", "to");
  filter.published_from = published.first;
  filter.published_to = published.last;
  DateRange held = GivenDays(invocation, "held-from", "held-to");
  if (held.first || held.last) filter.held = held;
  if (auto name = Given(invocation, "dimension"))
    filter.dimension = DimensionFromName(Choice("--dimension", *name, DimensionNames()));
  if (auto name = Given(invocation, "modality"))
    filter.modality = ModalityFromName(Choice("--modality", *name, ModalityNames()));
  if (auto limit = Given(invocation, "limit")) filter.limit = CountOf("--limit", *limit);
  filter.order = OrderOf(invocation);
  filter.descending = invocation.Has("reverse");
  // Of a month or a year its last day: what was known when it was over.
  if (invocation.Has("at")) filter.at = DaysOf("--at", invocation.Text("at")).last;
  if (filter.at && invocation.Has("all-versions")) throw UserError("--at: goes without --all-versions");
  filter.current_only = !invocation.Has("all-versions");
  filter.claimed_only = !invocation.Has("all");
  return filter;
}

void AddNames(const Invocation& invocation, const RuleSet& rules, const ClaimStore& store,
              ClaimFilter& filter) {
  if (auto name = Given(invocation, "predicate")) FilterByPredicate("--predicate", *name, rules, filter);
  if (auto name = Given(invocation, "subject")) filter.subject = EntityId("--subject", *name, rules, store);
  if (auto name = Given(invocation, "object")) filter.object = EntityId("--object", *name, rules, store);
  if (auto name = Given(invocation, "speaker")) filter.speaker = EntityId("--speaker", *name, rules, store);
  if (auto name = Given(invocation, "source")) filter.source = SourceName("--source", *name, store);
}

int Run(const Invocation& invocation) {
  if (!invocation.operands.empty()) {
    throw UserError(fmt::format("query: '{}' is no option; ask with --subject, --text and the like",
                                invocation.operands.front()));
  }
  if (invocation.Has("sql")) return QuerySql(invocation);
  if (invocation.Has("timeout")) throw UserError("--timeout: goes with --sql");
  ClaimFilter filter = PlainFilter(invocation);
  ClaimFormat format = ClaimFormatOf(invocation);
  auto toolkit = LoadToolkit(invocation.global.rules);
  std::optional<ValueRange> range = AskedRange(invocation, *toolkit);
  ClaimStore store = ClaimStore::Open(invocation.global.database, OpenMode::kReadOnly);
  AddNames(invocation, toolkit->rules, store, filter);
  std::function<bool(const Claim&)> keep;
  if (range) {
    NarrowTo(*range, filter);
    keep = [&](const Claim& claim) { return Meets(claim.value, *range); };
  }
  std::vector<Claim> claims = store.Find(filter, keep);
  invocation.console.out << FormatClaims(claims, format);
  if (!invocation.global.quiet) invocation.console.err << Count(claims.size(), "claim") << "\n";
  return kExitClean;
}

}  // namespace

Command QueryCommand() {
  return {
      "query",
      "claims of the database by filter",
      "",
      "Prints the claims in the database (--db) for which all given conditions hold. Values are exact: a\n"
      "figure meets --value, --min and --max where the interval that it states does, in whatever unit.\n",
      "  tally query --subject 微軟 --predicate investment\n"
      "  tally query --text 估值 --unit USD --from 2025-01-01 --format table\n"
      "  tally query --min '10亿美元' --max '20 billion USD' --held-from 2024 --sort value -r\n"
      "  tally query --sql 'SELECT source, count(*) FROM claim_view GROUP BY source' --format csv\n",
      "  0  the claims are printed, also where there are none\n  2  the database or a condition is not "
      "usable\n",
      AddOptions,
      Run};
}

}  // namespace tally
