#include "cli/explanation.h"

#include <fmt/format.h>

#include <algorithm>

#include "claims/near_miss.h"
#include "document/script.h"
#include "report/excerpt.h"
#include "report/value_text.h"
#include "report/visible_text.h"

namespace tally {
namespace {

// On each side of a quote.
constexpr int kContextColumns = 60;
// Near misses of a figure: the nearest teach most.
constexpr std::size_t kNearMisses = 5;
// Figures of a sentence whose near misses are told: a table of thousands is not read line by line.
constexpr std::size_t kFiguresExplained = 40;

std::string Intervals(const Value& value) {
  if (value.dimension == Dimension::kDate)
    return value.unresolved.empty() ? "" : "not resolved: " + VisibleText(value.unresolved);
  std::string unit = value.unit ? " " + VisibleText(*value.unit) : "";
  return fmt::format("strict {}{}, lenient {}{}", value.strict.ToString(), unit, value.lenient.ToString(),
                     unit);
}

std::string QuantityLines(std::string_view quote, const Value& value, const std::string& indent) {
  std::string lines = fmt::format("{}{}: {}\n", indent, VisibleText(quote), VisibleText(ToString(value)));
  std::string intervals = Intervals(value);
  return intervals.empty() ? lines : fmt::format("{}{}  {}\n", lines, indent, intervals);
}

std::string MentionLine(const Mention& mention, const Document& document) {
  std::string words = VisibleText(document.Cut(mention.span));
  return fmt::format("    {}: {} ({}, {}{})\n", words, VisibleText(mention.name), VisibleText(mention.id),
                     mention.kind, mention.from_table ? "" : ", in no table");
}

std::string ClaimLines(const Claim& claim, const std::string& indent) {
  if (!claim.claimed()) return fmt::format("{}{}: no rule wants it\n", indent, VisibleText(claim.quote));
  std::string lines = fmt::format("{}{}: {} = {}\n", indent, VisibleText(claim.predicate),
                                  VisibleText(claim.quote), ValueText(claim.value));
  auto add = [&](std::string_view name, const std::string& text) {
    if (!text.empty()) lines += fmt::format("{}  {} {}\n", indent, name, text);
  };
  auto entity = [](const std::optional<EntityRef>& ref) {
    return ref ? fmt::format("{} ({})", VisibleText(ref->name), VisibleText(ref->id)) : std::string();
  };
  add("subject", entity(claim.subject));
  add("object", entity(claim.object));
  add("event", VisibleText(claim.event));
  add("stage", VisibleText(claim.stage));
  add("period", claim.period ? PeriodText(*claim.period) : "");
  add("as of", claim.as_of ? FormatDay(*claim.as_of) + (claim.as_of_estimated ? " (estimated)" : "") : "");
  add("modality", std::string(ModalityName(claim.modality)));
  add("speaker", entity(claim.speaker));
  add("confidence", fmt::format("{} %", claim.confidence));
  add("id", claim.id);
  for (const std::string& step : claim.trace) lines += fmt::format("{}  - {}\n", indent, VisibleText(step));
  return lines;
}

bool Holds(const Span& outer, const Span& inner) {
  return outer.start <= inner.start && inner.end <= outer.end;
}

// Figure by figure, the rules that came nearest.
std::string NearMissLines(const Sentence& sentence, const Document& document,
                          const std::vector<Claim>& claims, const Extractor& extractor) {
  std::string lines;
  std::size_t figures = 0;
  for (std::size_t i = 0; i < sentence.items.size(); ++i) {
    if (sentence.items[i].type != Item::Type::kQuantity) continue;
    if (++figures > kFiguresExplained) break;
    Span span = document.bytes.ToFile(sentence.quantities[sentence.items[i].index].span);
    auto claim = std::ranges::find_if(
        claims, [&](const Claim& c) { return c.span.start == span.start && c.span.end == span.end; });
    if (claim == claims.end()) continue;
    std::string misses;
    for (const NearMiss& miss : FindNearMisses(sentence, i, *claim, extractor.cues(), kNearMisses))
      misses += fmt::format("      {}: {}\n", VisibleText(miss.rule), VisibleText(miss.why));
    if (!misses.empty()) lines += fmt::format("    {}\n{}", VisibleText(claim->quote), misses);
  }
  return lines;
}

std::string ExplainSentence(const Sentence& sentence, const Document& document,
                            const std::vector<Claim>& claims, const Extractor& extractor) {
  Span place = sentence.block->text.ToOriginal(sentence.text);
  std::string text = fmt::format("{} ({}): {}\n", FieldName(sentence.block->field),
                                 LanguageOf(document.Cut(place)), VisibleText(document.Cut(place)));
  std::string part;
  for (const Quantity& quantity : sentence.quantities)
    part += QuantityLines(document.Cut(quantity.span), quantity.value, "    ");
  if (!part.empty()) text += "  figures\n" + part;
  part.clear();
  for (const Mention& mention : sentence.mentions) part += MentionLine(mention, document);
  if (!part.empty()) text += "  names\n" + part;
  part.clear();
  for (const Claim& claim : claims) {
    if (Holds(place, claim.span)) part += ClaimLines(claim, "    ");
  }
  text += part.empty() ? "  no figures, no claims\n" : "  claims\n" + part;
  part = NearMissLines(sentence, document, claims, extractor);
  return part.empty() ? text : text + "  nearly\n" + part;
}

}  // namespace

std::string ExplainDocument(const Document& document, const Extractor& extractor) {
  Extraction extraction = extractor.Read(document);
  std::string text;
  for (const Block& block : document.blocks) {
    for (const Sentence& sentence : extractor.Sentences(document, block))
      text += ExplainSentence(sentence, document, extraction.claims, extractor);
  }
  return text.empty() ? "no text\n" : text;
}

std::string ExplainClaim(const Claim& claim) {
  Excerpt excerpt = MakeExcerpt(claim, kContextColumns);
  std::string text = fmt::format("{}:{}:{}: {}{}{}\n", VisiblePath(claim.doc), claim.begin.line,
                                 claim.begin.column, excerpt.before, excerpt.quote, excerpt.after);
  text += "  figure\n" + QuantityLines(claim.quote, claim.value, "    ");
  return text + "  claim\n" + ClaimLines(claim, "    ");
}

std::string ExplainFinding(const Finding& finding) {
  std::string text =
      fmt::format("{} {}: {}\n", finding.id, FindingKindName(finding.kind), VisibleText(finding.headline));
  text += fmt::format("  {}\n", VisibleText(finding.message));
  text += fmt::format("  compared by {}\n", VisibleText(finding.key.ToString()));
  text += fmt::format("  severity {}: {}\n", SeverityName(finding.severity),
                      VisibleText(finding.severity_reason));
  text += fmt::format("  confidence {} %: {}\n", finding.confidence, VisibleText(finding.confidence_reason));
  text += fmt::format("  independent sources {}\n", finding.independent_sources);
  if (!finding.copies.empty()) text += fmt::format("  {}\n", VisibleText(CopiesText(finding.copies)));
  text += "  readings\n";
  for (const Reading& reading : finding.readings) {
    text += fmt::format("    {}: {}\n", VisibleText(reading.label), VisibleText(reading.detail));
  }
  if (!finding.arithmetic.empty()) text += "  arithmetic\n";
  for (const std::string& line : finding.arithmetic) text += fmt::format("    {}\n", VisibleText(line));
  if (!finding.causes.empty()) text += "  likely causes, best first\n";
  for (const Cause& cause : finding.causes)
    text += fmt::format("    {}: {}\n", cause.id, VisibleText(cause.text));
  text += "  claims\n";
  for (const Claim& claim : finding.members) text += ExplainClaim(claim);
  return text;
}

}  // namespace tally
