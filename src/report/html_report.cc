#include "report/html_report.h"

#include <fmt/format.h>

#include "report/html_finding.h"
#include "report/html_style.h"
#include "report/html_text.h"
#include "report/overview.h"
#include "report/value_text.h"
#include "report/words.h"

namespace tally {

namespace {

// The list of contents is for choosing among several cards.
constexpr std::size_t kLeastForContents = 2;

std::string Head(const Overview& overview) {
  return fmt::format(R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{}</title>
<style>
{}</style>
</head>
)",
                     overview.Title(), HtmlStyle());
}

std::string CountHtml(std::size_t count, std::string_view name) {
  return fmt::format("<div><dt>{}</dt><dd>{}</dd></div>", name, GroupThousands(std::to_string(count)));
}

std::string Masthead(const Overview& overview) {
  std::string out =
      "<header class=\"masthead\">\n<p class=\"eyebrow\">tally <span>Do the sources agree?</span></p>\n";
  out += fmt::format("<h1>{}</h1>\n<p class=\"proof\">{}.</p>\n<dl class=\"counts\">", overview.Title(),
                     overview.Proof());
  out += CountHtml(overview.high, "High severity");
  out += CountHtml(overview.discrepancies.size() - overview.high, "Other discrepancies");
  out += CountHtml(overview.updates.size(), "Updates");
  out += CountHtml(overview.corroborations.size(), "Corroborations");
  return out + "</dl>\n</header>\n";
}

std::string Contents(const Overview& overview) {
  if (overview.discrepancies.size() < kLeastForContents) return "";
  std::string out = "<nav aria-label=\"Discrepancies\">\n<ol class=\"contents\">\n";
  for (const Finding* finding : overview.discrepancies) {
    out += fmt::format("<li><a href=\"#{}\">{}</a> <span class=\"severity {}\">{}</span></li>\n",
                       AnchorOf(*finding), HtmlText(finding->headline), SeverityName(finding->severity),
                       SeverityWords(finding->severity));
  }
  return out + "</ol>\n</nav>\n";
}

std::string Discrepancies(const Overview& overview) {
  std::string out =
      "<section aria-labelledby=\"discrepancies\">\n<h2 id=\"discrepancies\">Discrepancies</h2>\n";
  if (overview.discrepancies.empty()) {
    out +=
        "<p class=\"none\">No two comparable claims contradict each other. Claims that nothing could be "
        "compared with are "
        "not confirmed by that.</p>\n";
  }
  out += Contents(overview);
  std::size_t number = 0;
  for (const Finding* finding : overview.discrepancies) out += DiscrepancyCard(*finding, ++number, overview);
  return out + "</section>\n";
}

std::string Updates(const Overview& overview) {
  if (overview.updates.empty()) return "";
  std::string out =
      "<section aria-labelledby=\"updates\">\n<h2 id=\"updates\">Updates</h2>\n"
      "<p class=\"lede\">Figures that differ because one is newer.</p>\n<ul class=\"updates\">\n";
  for (const Finding* finding : overview.updates) out += UpdateItem(*finding, overview);
  return out + "</ul>\n</section>\n";
}

// Tables become blocks on narrow screens; the roles keep them tables for screen readers.
std::string Table(std::string_view labelled_by, const std::vector<std::string_view>& header,
                  const std::string& rows) {
  std::string out =
      fmt::format("<table role=\"table\" aria-labelledby=\"{}\">\n<thead role=\"rowgroup\"><tr role=\"row\">",
                  labelled_by);
  for (std::string_view name : header)
    out += fmt::format("<th role=\"columnheader\" scope=\"col\">{}</th>", name);
  return out + "</tr></thead>\n<tbody role=\"rowgroup\">\n" + rows + "</tbody>\n</table>\n";
}

std::string Corroborations(const Overview& overview) {
  if (overview.corroborations.empty()) return "";
  std::string rows;
  for (const Finding* finding : overview.corroborations) rows += CorroborationRow(*finding, overview);
  return "<section aria-labelledby=\"corroborations\">\n<h2 id=\"corroborations\">Corroborations</h2>\n"
         "<p class=\"lede\">Figures on which sources agree. Reprints of one text count once.</p>\n" +
         Table("corroborations", {"What", "Value", "Independent sources", "Quotes"}, rows) + "</section>\n";
}

// Only addresses of the web become links; anything else that a document calls its URL is not shown.
std::string LinkTo(const DocumentInfo& document, const std::string& text) {
  bool web = document.url.starts_with("https://") || document.url.starts_with("http://");
  if (!web) return text;
  return fmt::format("<a href=\"{}\" rel=\"noopener noreferrer nofollow\">{}</a>", HtmlPath(document.url),
                     text);
}

// Title and path; the path alone where there is no title.
std::string NameOf(const DocumentInfo& document) {
  std::string path = HtmlPath(document.path);
  if (document.title.empty()) return "<span class=\"path\">" + LinkTo(document, path) + "</span>";
  std::string_view language = GuessLanguage(document.title);
  return fmt::format("<bdi lang=\"{}\">{}</bdi><span class=\"path\">{}</span>",
                     language.empty() ? "en" : language, LinkTo(document, HtmlText(document.title)), path);
}

std::string DocumentRow(const DocumentInfo& document) {
  auto cell = [](std::string_view label, const std::string& content, std::string_view css) {
    return fmt::format(
        "<td role=\"cell\" class=\"{}\"><span class=\"label\" aria-hidden=\"true\">{}</span> {}</td>", css,
        label, content);
  };
  return "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">" + NameOf(document) + "</th>" +
         cell("Source", HtmlText(SourceText(document)), "text") +
         cell("Published", PublishedHtml(document.published, document.published_estimated), "text") +
         cell("Numbers seen", GroupThousands(std::to_string(document.numbers_seen)), "figure") +
         cell("Not understood", GroupThousands(std::to_string(document.numbers_unread)), "figure") +
         "</tr>\n";
}

std::string Documents(const ReportInput& input) {
  if (input.documents.empty()) return "";
  std::string rows;
  for (const DocumentInfo& document : input.documents) rows += DocumentRow(document);
  return "<section aria-labelledby=\"documents\">\n<h2 id=\"documents\">Documents</h2>\n" +
         Table("documents", {"Document", "Source", "Published", "Numbers seen", "Not understood"}, rows) +
         "</section>\n";
}

std::string Colophon(const ReportInput& input, const Overview& overview) {
  return fmt::format(
      "<footer class=\"colophon\">\n<p>{}.</p>\n<p>A printed figure stands for itself give or take half of "
      "its last digit. "
      "The strict interval takes trailing zeros as printed digits, the lenient one as rounding; sources are "
      "said to disagree "
      "where the lenient intervals have nothing in common. Dates marked <em>estimated</em> were inferred "
      "from the text and not "
      "read in it.</p>\n<p>tally {}, rules {}. Made by rules, without a language model; check the quotes "
      "before you "
      "publish.</p>\n</footer>\n",
      overview.Proof(), HtmlText(input.tool_version), HtmlText(input.rules_version));
}

}  // namespace

std::string HtmlReport(const ReportInput& input) {
  Overview overview(input);
  return Head(overview) + "<body>\n<a class=\"skip\" href=\"#main\">Skip to the findings</a>\n" +
         Masthead(overview) + "<main id=\"main\">\n" + Discrepancies(overview) + Updates(overview) +
         Corroborations(overview) + Documents(input) + "</main>\n" + Colophon(input, overview) +
         "</body>\n</html>\n";
}

}  // namespace tally
