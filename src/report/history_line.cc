#include "report/history_line.h"

#include <fmt/format.h>

#include "report/claim_json.h"
#include "report/json_text.h"
#include "report/value_text.h"
#include "report/visible_text.h"

namespace tally {
namespace {

std::string NameOf(const std::optional<EntityRef>& entity) { return entity ? VisibleText(entity->name) : ""; }

std::string DayText(const std::optional<Day>& day) { return day ? FormatDay(*day) : ""; }

nlohmann::ordered_json TextOrNull(std::string_view text) {
  return text.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(text);
}

std::string Number(const std::optional<Decimal>& number) { return number ? number->ToString() : ""; }

std::vector<std::string> TableRow(const HistoryEntry& entry) {
  const Claim& claim = entry.claim;
  return {claim.period ? PeriodText(*claim.period) : "",
          DayText(claim.as_of) + (claim.as_of && claim.as_of_estimated ? "?" : ""),
          VisibleText(claim.predicate),
          NameOf(claim.object),
          ValueText(claim.value),
          VisibleText(entry.source),
          NameOf(claim.speaker),
          VisibleText(claim.quote),
          fmt::format("{}:{}", VisiblePath(claim.doc), claim.begin.line),
          std::string(ModalityName(claim.modality)),
          std::string(StandingName(entry.standing.standing))};
}

std::vector<std::string> DataRow(const HistoryEntry& entry) {
  const Claim& claim = entry.claim;
  const Value& value = claim.value;
  bool date = value.dimension == Dimension::kDate;
  DateRange held = claim.period.value_or(DateRange{});
  return {DayText(held.first),
          DayText(held.last),
          DayText(claim.as_of),
          claim.as_of_estimated ? "1" : "0",
          VisibleText(claim.predicate),
          NameOf(claim.subject),
          NameOf(claim.object),
          ValueText(value),
          date ? DayText(value.date.first) : Number(value.stated.lo),
          date ? DayText(value.date.last) : Number(value.stated.hi),
          date ? "date" : VisibleText(value.unit.value_or("")),
          VisibleText(entry.source),
          NameOf(claim.speaker),
          VisibleText(claim.quote),
          VisiblePath(claim.doc),
          std::to_string(claim.begin.line),
          std::to_string(claim.begin.column),
          std::string(ModalityName(claim.modality)),
          std::string(StandingName(entry.standing.standing)),
          claim.id};
}

}  // namespace

std::optional<Day> DayOfEntry(const HistoryEntry& entry) {
  const Claim& claim = entry.claim;
  if (claim.period && claim.period->first) return claim.period->first;
  return claim.period && claim.period->last ? claim.period->last : claim.as_of;
}

std::string WhoSaid(const HistoryEntry& entry) {
  const Claim& claim = entry.claim;
  std::size_t slash = claim.doc.rfind('/');
  std::string file = slash == std::string::npos ? claim.doc : claim.doc.substr(slash + 1);
  std::string source = entry.source.empty() ? VisiblePath(file) : VisibleText(entry.source);
  return claim.speaker ? VisibleText(claim.speaker->name) + ", " + source : source;
}

DataTable HistoryTable(const HistoryLine& line) {
  DataTable table;
  table.header = {"held",    "published", "predicate", "object",   "value",   "source",
                  "speaker", "quote",     "place",     "modality", "standing"};
  for (const HistoryEntry& entry : line.entries) table.rows.push_back(TableRow(entry));
  return table;
}

DataTable HistoryData(const HistoryLine& line) {
  DataTable table;
  table.header = {"held_from", "held_to",  "published", "published_estimated",
                  "predicate", "subject",  "object",    "value",
                  "min",       "max",      "unit",      "source",
                  "speaker",   "quote",    "doc",       "line",
                  "column",    "modality", "standing",  "id"};
  for (const HistoryEntry& entry : line.entries) table.rows.push_back(DataRow(entry));
  return table;
}

std::string HistoryJsonLines(const HistoryLine& line) {
  std::string text;
  for (const HistoryEntry& entry : line.entries) {
    nlohmann::ordered_json json = ClaimToJson(entry.claim);
    json["source"] = TextOrNull(entry.source);
    json["standing"] = TextOrNull(StandingName(entry.standing.standing));
    json["findings"] = entry.standing.findings;
    text += DumpJson(json, -1) + "\n";
  }
  return text;
}

}  // namespace tally
