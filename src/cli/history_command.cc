// tally history: one figure's line through time.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/known_names.h"
#include "cli/table_format.h"
#include "pipeline.h"
#include "report/history_chart.h"
#include "report/history_line.h"
#include "report/history_svg.h"
#include "report/overview.h"
#include "store/claim_store.h"

namespace tally {
namespace {

namespace po = boost::program_options;

void AddOptions(po::options_description& options) {
  AddOption(options, "at", "DATE",
            "what was claimed as of this day: published by then, in the version that was current then; "
            "YYYY-MM-DD, YYYY-MM or YYYY (default: the current versions)");
  AddOption(options, "since", "DATE", "published on this day or later");
  AddOption(options, "until", "DATE", "published on this day or before");
  AddOption(options, "format", "FORMAT",
            "table: a line a figure, oldest first; chart: drawn for the terminal; svg: drawn as a picture; "
            "jsonl, csv or markdown: the claims in that order (default: table)");
  AddFlag(options, "chart", "the same as --format chart");
}

std::string FormatOf(const Invocation& invocation) {
  std::string format =
      Choice("--format", invocation.Text("format", invocation.Has("chart") ? "chart" : "table"),
             {"table", "chart", "svg", "jsonl", "csv", "markdown"});
  if (invocation.Has("chart") && format != "chart") throw UserError("--chart: goes without --format");
  return format;
}

ClaimFilter FilterOf(const Invocation& invocation) {
  ClaimFilter filter;
  filter.claimed_only = true;
  filter.order = ClaimFilter::Order::kHeld;
  // Of a month or a year its last day: what was known when it was over.
  if (invocation.Has("at")) filter.at = DaysOf("--at", invocation.Text("at")).last;
  if (invocation.Has("since")) filter.published_from = DaysOf("--since", invocation.Text("since")).first;
  if (invocation.Has("until")) filter.published_to = DaysOf("--until", invocation.Text("until")).last;
  if (filter.published_from && filter.published_to && *filter.published_from > *filter.published_to) {
    throw UserError("--since is later than --until");
  }
  return filter;
}

HistoryLine LineOf(const std::vector<Claim>& claims, const ClaimStore& store, const RuleSet& rules) {
  CompareInput input;
  input.claims = claims;
  input.documents = store.DocumentsOf(claims);
  std::map<std::pair<std::string, std::string>, std::string> sources;
  for (const DocumentInfo& document : input.documents)
    sources[{document.path, document.sha256}] = document.source;
  std::vector<ClaimStanding> standings = StandingsOf(input, rules);
  HistoryLine line;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    line.entries.push_back({claims[i], sources[{claims[i].doc, claims[i].doc_sha256}], standings[i]});
  }
  return line;
}

// What everything in the line shares is not said in each row.
void HideColumn(std::string_view name, DataTable& table) {
  auto column = std::ranges::find(table.header, name) - table.header.begin();
  for (auto& row : table.rows) row[static_cast<std::size_t>(column)].clear();
}

std::string Render(const HistoryLine& line, const ClaimFilter& filter, const std::string& format) {
  if (format == "chart") return HistoryChart(line);
  if (format == "svg") return HistorySvg(line);
  if (format == "jsonl") return HistoryJsonLines(line);
  DataTable table = HistoryTable(line);
  if (format == "markdown") return FormatTable(table, table, ClaimFormat::kMarkdown);
  if (filter.predicate) HideColumn("predicate", table);
  if (filter.object) HideColumn("object", table);
  return FormatTable(table, HistoryData(line), format == "csv" ? ClaimFormat::kCsv : ClaimFormat::kTable);
}

int Run(const Invocation& invocation) {
  const std::vector<std::string>& operands = invocation.operands;
  if (operands.empty())
    throw UserError("history: name a subject, such as: tally history microsoft investment");
  if (operands.size() > 3)
    throw UserError(
        fmt::format("history: '{}' is too much; SUBJECT [PREDICATE] [OBJECT] is all", operands[3]));
  std::string format = FormatOf(invocation);
  ClaimFilter filter = FilterOf(invocation);
  auto toolkit = LoadToolkit(invocation.global.rules);
  ClaimStore store = ClaimStore::Open(invocation.global.database, OpenMode::kReadOnly);
  filter.subject = EntityId("history", operands[0], toolkit->rules, store);
  if (operands.size() > 1) FilterByPredicate("history", operands[1], toolkit->rules, filter);
  if (operands.size() > 2) filter.object = EntityId("history", operands[2], toolkit->rules, store);
  HistoryLine line = LineOf(store.Find(filter), store, toolkit->rules);
  line.title = fmt::format("{}", fmt::join(operands, " "));
  invocation.console.out << Render(line, filter, format);
  if (!invocation.global.quiet) {
    invocation.console.err << fmt::format("{} about {}\n", Count(line.entries.size(), "claim"),
                                          *filter.subject);
  }
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
      "  tally history openai valuation\n  tally history 微軟 investment OpenAI --chart\n"
      "  tally history openai valuation --at 2024-06-30\n"
      "  tally history openai valuation --format svg > valuation.svg\n",
      "  0  the line is printed, also where it is empty\n  2  the database is not usable, or a name is "
      "unknown\n",
      AddOptions,
      Run};
}

}  // namespace tally
