#include "rulecheck/show_rule.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/utf8.h"
#include "claims/phrase.h"
#include "quantities/quantity.h"

namespace tally {
namespace {

std::string_view TimeWords(TimeKind time) {
  switch (time) {
    case TimeKind::kEvent:
      return "event: happened once";
    case TimeKind::kState:
      return "state: true as of a date";
    case TimeKind::kPeriod:
      return "period: for a year or quarter";
    case TimeKind::kTimeless:
      return "timeless";
  }
  return "";
}

// The name of a skeleton's symbol; empty for any other character.
std::string SymbolName(char32_t c) {
  if (c == kPronounSymbol) return "pronoun";
  if (c == kBareMagnitudeSymbol) return "magnitude";
  if (c >= kFirstMentionSymbol && c < kFirstMentionSymbol + std::size(kMentionKinds))
    return std::string(kMentionKinds[c - kFirstMentionSymbol]);
  if (c >= kFirstQuantitySymbol && c < kBareMagnitudeSymbol) {
    for (const char* name : {"number", "money", "percent", "ratio", "count", "duration", "date", "rate"}) {
      auto dimension = DimensionFromName(name);
      if (dimension && kFirstQuantitySymbol + static_cast<char32_t>(*dimension) == c) return name;
    }
  }
  return "";
}

std::string Readable(std::string_view pattern) {
  std::string text;
  for (std::size_t at = 0; at < pattern.size();) {
    CodePoint c = DecodeUtf8(pattern, at);
    std::string name = SymbolName(c.value);
    if (name.empty()) {
      text.append(pattern.substr(at, c.length));
    } else {
      text += "<" + name + ">";
    }
    at += c.length;
  }
  return text;
}

std::string SlotLine(std::string_view name, const SlotRule& slot) {
  if (slot.kinds.empty() && slot.where.empty() && !slot.required) return "";
  return fmt::format("{}{}: {}; looked for: {}\n", name, slot.required ? " (required)" : "",
                     slot.kinds.empty() ? "any kind" : fmt::format("{}", fmt::join(slot.kinds, ", ")),
                     slot.where.empty() ? "anywhere" : fmt::format("{}", fmt::join(slot.where, ", ")));
}

std::string PhraseLines(const PredicateRule& rule, const std::string& source) {
  Phrase phrase(source, rule);
  std::string lines = fmt::format("phrase: {}\n  slots: {}\n", source, fmt::join(phrase.slots(), ", "));
  lines += phrase.triggers().empty()
               ? "  tried in every sentence\n"
               : fmt::format("  tried where one of these stands: {}\n", fmt::join(phrase.triggers(), ", "));
  return lines + fmt::format("  RE2 over the skeleton: {}\n", Readable(phrase.pattern()));
}

std::string CueLines(const CueRule& cue) {
  std::string lines = fmt::format(
      "cue: {}\n", cue.words.empty() ? "(no word needed)" : fmt::format("{}", fmt::join(cue.words, ", ")));
  auto list = [&](std::string_view name, const std::vector<std::string>& words) {
    if (!words.empty()) lines += fmt::format("  {}: {}\n", name, fmt::join(words, ", "));
  };
  list("not in", cue.not_words);
  list("with", cue.with);
  list("without", cue.without);
  list("subject of kind", cue.subject_kinds);
  list("figures of dimension", cue.dimensions);
  list("figures of unit", cue.units);
  std::string_view side = cue.value == Side::kBefore  ? "before the cue, "
                          : cue.value == Side::kAfter ? "after the cue, "
                                                      : "";
  if (!cue.words.empty()) lines += fmt::format("  figure: {}within {} characters\n", side, cue.within);
  auto text = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) lines += fmt::format("  {}: {}\n", name, value);
  };
  text("one per", cue.per);
  text("event", cue.event);
  text("stage", cue.stage);
  text("object", cue.object);
  if (cue.weight != 0) lines += fmt::format("  weight: {:+}\n", cue.weight);
  return lines;
}

std::string ExampleLine(const RuleExample& example) {
  std::string line = fmt::format("{}: {}", example.fires ? "fires" : "quiet", example.text);
  auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) line += fmt::format(" {}={}", name, value);
  };
  if (!example.quote.empty()) line += fmt::format(" -> \"{}\"", example.quote);
  add("subject", example.subject);
  add("object", example.object);
  add("period", example.period);
  add("modality", example.modality);
  return line + "\n";
}

}  // namespace

std::string ShowRule(const PredicateRule& rule) {
  std::string text = fmt::format("{} ({}, {}), {}{}\n", rule.id, rule.name_en, rule.name_zh, rule.file,
                                 rule.draft ? ", draft" : "");
  text += fmt::format("figures: {}{}{}\n", fmt::join(rule.dimensions, ", "), rule.units.empty() ? "" : " in ",
                      fmt::join(rule.units, ", "));
  text += fmt::format("time: {}\n", TimeWords(rule.time));
  text += rule.compared ? fmt::format("compared where these are the same: {}\n", fmt::join(rule.key, ", "))
                        : "not compared\n";
  if (!rule.needs.empty()) text += fmt::format("no conflict without: {}\n", fmt::join(rule.needs, ", "));
  text += SlotLine("subject", rule.subject) + SlotLine("object", rule.object);
  for (const std::string& phrase : rule.phrases) text += PhraseLines(rule, phrase);
  for (const CueRule& cue : rule.cues) text += CueLines(cue);
  for (const RuleExample& example : rule.examples) text += ExampleLine(example);
  return text;
}

}  // namespace tally
