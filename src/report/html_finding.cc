#include "report/html_finding.h"

#include <fmt/format.h>

#include <vector>

#include "base/utf8.h"
#include "report/excerpt.h"
#include "report/html_text.h"
#include "report/value_text.h"
#include "report/words.h"

namespace tally {

namespace {

// Terminal columns of context on each side of a quote: three or four lines of a card in all.
constexpr int kContextColumns = 110;
// Quotes of one reading that are shown at once; the others wait behind a disclosure.
constexpr std::size_t kQuotesShown = 3;

std::string LanguageAttribute(std::string_view text) {
  std::string_view language = GuessLanguage(text);
  return language.empty() ? " lang=\"en\"" : fmt::format(" lang=\"{}\"", language);
}

std::string Bdi(std::string_view text) {
  return fmt::format("<bdi{}>{}</bdi>", LanguageAttribute(text), HtmlText(text));
}

// Document, source, date, line: where a quote stands.
std::string SourceHtml(const Claim& claim, const Overview& overview) {
  const DocumentInfo* document = overview.DocumentOf(claim);
  std::string out;
  if (document && !document->title.empty()) out += fmt::format("<cite>{}</cite>", Bdi(document->title));
  out += "<span class=\"facts\">";
  if (document && !document->source.empty()) out += fmt::format("<span>{}</span> ", Bdi(document->source));
  out += fmt::format("<span>{}</span> ",
                     document ? PublishedHtml(document->published, document->published_estimated)
                              : PublishedHtml(claim.as_of, claim.as_of_estimated));
  out += fmt::format("<span><span class=\"path\">{}</span>, <span class=\"nowrap\">line {}</span></span>",
                     HtmlPath(claim.doc), claim.begin.line);
  std::string circumstances = CircumstanceWords(claim);
  if (!circumstances.empty())
    out += fmt::format(" <span class=\"circumstance\">{}</span>", HtmlText(circumstances));
  return out + "</span>";
}

std::string QuoteHtml(const Claim& claim, const Overview& overview, std::string_view reading_label) {
  Excerpt excerpt = MakeExcerpt(claim, kContextColumns);
  std::string value = ValueText(claim.value);
  // Where a reading gathers several wordings, each says what it was read as.
  std::string read_as =
      value == reading_label ? "" : fmt::format("<span class=\"read-as\">read as {}</span>", HtmlText(value));
  return fmt::format(
      "<figure class=\"quote\"><blockquote{}><p>{}<mark>{}</mark>{}</p></blockquote>"
      "<figcaption>{}{}</figcaption></figure>\n",
      LanguageAttribute(claim.context.empty() ? claim.quote : excerpt.before + excerpt.quote + excerpt.after),
      HtmlText(excerpt.before), HtmlText(excerpt.quote), HtmlText(excerpt.after), read_as,
      SourceHtml(claim, overview));
}

std::vector<const Claim*> MembersOf(const Finding& finding, const Reading& reading) {
  std::vector<const Claim*> members;
  for (std::size_t index : reading.members) {
    if (index < finding.members.size()) members.push_back(&finding.members[index]);
  }
  return members;
}

std::string QuotesHtml(const Finding& finding, const Reading& reading, const Overview& overview) {
  std::string shown;
  std::string hidden;
  std::vector<const Claim*> members = MembersOf(finding, reading);
  for (std::size_t i = 0; i < members.size(); ++i) {
    (i < kQuotesShown ? shown : hidden) += QuoteHtml(*members[i], overview, reading.label);
  }
  if (hidden.empty()) return shown;
  std::size_t more = members.size() - kQuotesShown;
  return shown +
         fmt::format("<details><summary>{} more</summary>\n{}</details>\n", Count(more, "quote"), hidden);
}

// Each interval on a line of its own: "strict […], lenient […]" is cut after "], ".
std::string IntervalsHtml(const std::string& detail) {
  constexpr std::string_view kBetween = "], ";
  std::string rest = GroupLongNumbers(detail);
  std::string lines;
  while (!rest.empty()) {
    std::size_t cut = rest.find(kBetween);
    std::size_t end = cut == std::string::npos ? rest.size() : cut + 1;
    lines += fmt::format("<span>{}</span>", HtmlText(std::string_view(rest).substr(0, end)));
    rest.erase(0, cut == std::string::npos ? rest.size() : cut + kBetween.size());
  }
  return lines.empty() ? "" : "<p class=\"interval\">" + lines + "</p>";
}

std::string ReadingHtml(const Finding& finding, const Reading& reading, const Overview& overview) {
  return fmt::format(
      "<li class=\"reading\"><div class=\"value\"><h4>{}</h4>{}</div><div class=\"quotes\">\n{}</div></li>\n",
      HtmlText(reading.label), IntervalsHtml(reading.detail), QuotesHtml(finding, reading, overview));
}

std::string ReasonsHtml(const Finding& finding) {
  std::string out;
  if (!finding.causes.empty()) {
    out += "<div><h4>Likely causes</h4><ol>";
    for (const Cause& cause : finding.causes)
      out += fmt::format("<li>{}</li>", HtmlText(GroupLongNumbers(cause.text)));
    out += "</ol></div>\n";
  }
  if (!finding.arithmetic.empty()) {
    out += "<div><h4>What was compared</h4><ul class=\"arithmetic\">";
    for (const std::string& line : finding.arithmetic)
      out += fmt::format("<li>{}</li>", HtmlText(GroupLongNumbers(line)));
    out += "</ul></div>\n";
  }
  return out.empty() ? "" : "<div class=\"reasons\">\n" + out + "</div>\n";
}

std::string GradeHtml(const Finding& finding) {
  std::string reason = finding.severity_reason.empty()
                           ? ""
                           : fmt::format("<span class=\"why\">{}</span>", HtmlText(finding.severity_reason));
  return fmt::format(
      "<dl class=\"grade\"><div><dt>Severity</dt><dd><strong class=\"severity\">{}</strong>{}</dd></div>"
      "<div><dt>Confidence</dt><dd><strong>{} %</strong> <span class=\"why\">{}</span></dd></div></dl>\n",
      SeverityWords(finding.severity), reason, finding.confidence, ConfidenceWords(finding.confidence));
}

}  // namespace

std::string PublishedHtml(const std::optional<Day>& day, bool estimated) {
  if (!day) return "undated";
  std::string date = FormatDay(*day);
  std::string time = fmt::format("<time datetime=\"{0}\">{0}</time>", date);
  return estimated ? time + " <em class=\"estimated\">estimated</em>" : time;
}

std::string AnchorOf(const Finding& finding) {
  std::string anchor = "finding-";
  for (char c : finding.id) {
    if (IsAsciiAlnum(c)) anchor.push_back(c);
  }
  return anchor;
}

std::string DiscrepancyCard(const Finding& finding, std::size_t number, const Overview& overview) {
  std::string anchor = AnchorOf(finding);
  std::string out = fmt::format("<article class=\"card {}\" id=\"{}\" aria-labelledby=\"{}-h\">\n",
                                SeverityName(finding.severity), anchor, anchor);
  out += fmt::format("<p class=\"kicker\"><span class=\"number\">{}</span> {}, {}</p>\n", number,
                     KindWords(finding.kind), ScopeWords(finding.scope));
  out += fmt::format("<h3 id=\"{}-h\"{}>{}</h3>\n", anchor, LanguageAttribute(finding.headline),
                     HtmlText(finding.headline));
  out += fmt::format("<p class=\"message\">{}</p>\n", HtmlText(GroupLongNumbers(finding.message)));
  out += GradeHtml(finding) + "<ul class=\"readings\">\n";
  for (const Reading& reading : finding.readings) out += ReadingHtml(finding, reading, overview);
  out += "</ul>\n" + ReasonsHtml(finding);
  return out + fmt::format("<p class=\"fingerprint\">{} <span>{}</span></p>\n</article>\n",
                           FindingKindName(finding.kind), HtmlPath(finding.id));
}

std::string UpdateItem(const Finding& finding, const Overview& overview) {
  std::string steps;
  std::string quotes;
  for (const Reading* reading : ReadingsByAge(finding)) {
    if (!steps.empty()) steps += " <span class=\"arrow\" aria-label=\"then\">→</span> ";
    const Claim* first = EarliestMember(finding, *reading);
    std::string when = first ? fmt::format(" <span class=\"when\">{}</span>",
                                           PublishedHtml(first->as_of, first->as_of_estimated))
                             : "";
    steps += fmt::format("<span class=\"step\">{}{}</span>", HtmlText(reading->label), when);
    quotes += QuotesHtml(finding, *reading, overview);
  }
  return fmt::format(
      "<li class=\"update\"><h3{}>{}</h3><p class=\"steps\">{}</p><p class=\"message\">{}</p>"
      "<div class=\"quotes\">\n{}</div></li>\n",
      LanguageAttribute(finding.headline), HtmlText(finding.headline), steps,
      HtmlText(GroupLongNumbers(finding.message)), quotes);
}

std::string CorroborationRow(const Finding& finding, const Overview& overview) {
  std::string labels;
  for (const Reading& reading : finding.readings)
    labels += fmt::format("<span class=\"step\">{}</span>", HtmlText(reading.label));
  std::string quotes;
  for (const Claim& claim : finding.members) {
    quotes += QuoteHtml(claim, overview, finding.readings.empty() ? "" : finding.readings.front().label);
  }
  std::string copies;
  if (!finding.copies.empty())
    copies = "<span class=\"copies\">" + HtmlText(CopiesText(finding.copies)) + "</span>";
  return fmt::format(
      "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\"{}>{}</th><td role=\"cell\">{}</td>"
      "<td role=\"cell\" class=\"figure\"><span class=\"label\" aria-hidden=\"true\">Independent "
      "sources</span> {}{}</td>"
      "<td role=\"cell\"><details><summary>{}</summary>\n{}</details></td></tr>\n",
      LanguageAttribute(finding.headline), HtmlText(finding.headline), labels, finding.independent_sources,
      copies, Count(finding.members.size(), "quote"), quotes);
}

}  // namespace tally
