#include "report/markdown_report.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/excerpt.h"
#include "report/markdown_text.h"
#include "report/overview.h"
#include "report/value_text.h"
#include "report/words.h"

namespace tally {

namespace {

// Terminal columns of context on each side of a quote: about two lines on the page in all.
constexpr int kContextColumns = 60;

std::string PublishedText(const std::optional<Day>& day, bool estimated) {
  if (!day) return "undated";
  return FormatDay(*day) + (estimated ? " (estimated)" : "");
}

// "Title, Source, 2025-03-20, `b.txt` line 14 (in the title)".
std::string SourceLine(const Claim& claim, const Overview& overview) {
  std::vector<std::string> parts;
  const DocumentInfo* document = overview.DocumentOf(claim);
  if (document && !document->title.empty()) parts.push_back("*" + MarkdownText(document->title) + "*");
  if (document && !document->source.empty()) parts.push_back(MarkdownText(document->source));
  parts.push_back(document ? PublishedText(document->published, document->published_estimated)
                           : PublishedText(claim.as_of, claim.as_of_estimated));
  parts.push_back(fmt::format("{} line {}", MarkdownCode(claim.doc), claim.begin.line));
  std::string circumstances = CircumstanceWords(claim);
  std::string tail = circumstances.empty() ? "" : fmt::format(" ({})", MarkdownText(circumstances));
  return fmt::format("{}{}", fmt::join(parts, ", "), tail);
}

// <b> and not **: emphasis beside Chinese punctuation is not recognised by CommonMark's flanking rule.
std::string QuoteLine(const Claim& claim, const Overview& overview) {
  Excerpt excerpt = MakeExcerpt(claim, kContextColumns);
  return fmt::format("  - “{}<b>{}</b>{}”<br>{}\n", MarkdownText(excerpt.before), MarkdownText(excerpt.quote),
                     MarkdownText(excerpt.after), SourceLine(claim, overview));
}

std::string ReadingLines(const Finding& finding, const Reading& reading, const Overview& overview) {
  std::string detail =
      reading.detail.empty() ? "" : fmt::format(": {}", MarkdownText(GroupLongNumbers(reading.detail)));
  std::string out = fmt::format("- **{}**{}\n", MarkdownText(reading.label), detail);
  for (std::size_t index : reading.members) {
    if (index < finding.members.size()) out += QuoteLine(finding.members[index], overview);
  }
  return out;
}

std::string ReasonLines(const Finding& finding) {
  std::string out;
  if (!finding.arithmetic.empty()) out += "\nWhat was compared:\n\n";
  for (const std::string& line : finding.arithmetic)
    out += fmt::format("- {}\n", MarkdownText(GroupLongNumbers(line)));
  if (!finding.causes.empty()) out += "\nLikely causes, the likeliest first:\n\n";
  for (std::size_t i = 0; i < finding.causes.size(); ++i) {
    out += fmt::format("{}. {}\n", i + 1, MarkdownText(finding.causes[i].text));
  }
  return out;
}

std::string DiscrepancySection(const Finding& finding, std::size_t number, const Overview& overview) {
  std::string reason =
      finding.severity_reason.empty() ? "" : fmt::format(" ({})", MarkdownText(finding.severity_reason));
  std::string out = fmt::format("### {}. {}\n\n{}\n\n", number, MarkdownText(finding.headline),
                                MarkdownText(finding.message));
  out += fmt::format("**{} severity**{} · {}, {} · confidence {} % ({})\n\n", SeverityWords(finding.severity),
                     reason, KindWords(finding.kind), ScopeWords(finding.scope), finding.confidence,
                     ConfidenceWords(finding.confidence));
  for (const Reading& reading : finding.readings) out += ReadingLines(finding, reading, overview);
  out += ReasonLines(finding);
  return out +
         fmt::format("\n<sub>{} · {}</sub>\n\n", FindingKindName(finding.kind), MarkdownCode(finding.id));
}

std::string UpdateLines(const Finding& finding, const Overview& overview) {
  std::vector<std::string> steps;
  for (const Reading* reading : ReadingsByAge(finding)) {
    const Claim* first = EarliestMember(finding, *reading);
    std::string when = first ? fmt::format(" ({})", PublishedText(first->as_of, first->as_of_estimated)) : "";
    steps.push_back(fmt::format("**{}**{}", MarkdownText(reading->label), when));
  }
  std::string out = fmt::format("- {}: {}. {}\n", MarkdownText(finding.headline), fmt::join(steps, " → "),
                                MarkdownText(finding.message));
  for (const Reading* reading : ReadingsByAge(finding)) {
    for (std::size_t index : reading->members) {
      if (index < finding.members.size()) out += QuoteLine(finding.members[index], overview);
    }
  }
  return out;
}

std::string CorroborationRow(const Finding& finding) {
  std::vector<std::string> labels;
  for (const Reading& reading : finding.readings) labels.push_back(MarkdownText(reading.label));
  std::vector<std::string> places;
  for (const Claim& claim : finding.members) {
    places.push_back(MarkdownText(fmt::format("{}:{}", claim.doc, claim.begin.line)));
  }
  std::string copies = finding.copies.empty() ? "" : "<br>" + MarkdownText(CopiesText(finding.copies));
  return fmt::format("| {} | {} | {}{} | {} |\n", MarkdownText(finding.headline), fmt::join(labels, "<br>"),
                     finding.independent_sources, copies, fmt::join(places, "<br>"));
}

std::string DocumentRow(const DocumentInfo& document) {
  std::string title = document.title.empty() ? "" : MarkdownText(document.title) + "<br>";
  return fmt::format("| {}{} | {} | {} | {} | {} |\n", title, MarkdownText(document.path),
                     MarkdownText(SourceText(document)),
                     PublishedText(document.published, document.published_estimated),
                     GroupThousands(std::to_string(document.numbers_seen)),
                     GroupThousands(std::to_string(document.numbers_unread)));
}

std::string Discrepancies(const Overview& overview) {
  if (overview.discrepancies.empty()) return "";
  std::string out = "## Discrepancies\n\n";
  std::size_t number = 0;
  for (const Finding* finding : overview.discrepancies)
    out += DiscrepancySection(*finding, ++number, overview);
  return out;
}

std::string Updates(const Overview& overview) {
  if (overview.updates.empty()) return "";
  std::string out = "## Updates\n\n";
  for (const Finding* finding : overview.updates) out += UpdateLines(*finding, overview);
  return out + "\n";
}

std::string Corroborations(const Overview& overview) {
  if (overview.corroborations.empty()) return "";
  std::string out =
      "## Corroborations\n\n| What | Value | Independent sources | Where |\n|---|---|--:|---|\n";
  for (const Finding* finding : overview.corroborations) out += CorroborationRow(*finding);
  return out + "\n";
}

std::string Documents(const ReportInput& input) {
  std::string out =
      "## Documents\n\n| Document | Source | Published | Numbers seen | Not understood "
      "|\n|---|---|---|--:|--:|\n";
  for (const DocumentInfo& document : input.documents) out += DocumentRow(document);
  return out + "\n";
}

}  // namespace

std::string MarkdownReport(const ReportInput& input) {
  Overview overview(input);
  std::string out = fmt::format("# {}\n\n{} of high severity · {} · {}\n\n{}.\n\n", overview.Title(),
                                overview.high, Count(overview.updates.size(), "update"),
                                Count(overview.corroborations.size(), "corroboration"), overview.Proof());
  out += Discrepancies(overview) + Updates(overview) + Corroborations(overview) + Documents(input);
  return out + fmt::format("<sub>tally {}, rules {}</sub>\n", MarkdownText(input.tool_version),
                           MarkdownText(input.rules_version));
}

}  // namespace tally
