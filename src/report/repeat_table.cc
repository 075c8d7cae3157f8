#include "report/repeat_table.h"

#include <fmt/format.h>

#include "report/claim_json.h"
#include "report/json_text.h"
#include "report/value_text.h"
#include "report/visible_text.h"

namespace tally {
namespace {

std::string NameOf(const std::optional<EntityRef>& entity) { return entity ? VisibleText(entity->name) : ""; }

std::string Number(const std::optional<Decimal>& number) { return number ? number->ToString() : ""; }

std::string DayText(const std::optional<Day>& day) { return day ? FormatDay(*day) : ""; }

std::string KeyCell(const RepeatedFigure& repeated) {
  return !repeated.same_key ? "" : *repeated.same_key ? "same" : "other";
}

std::vector<std::string> DataRow(const RepeatedFigure& repeated) {
  const Claim& claim = repeated.claim;
  const Value& value = claim.value;
  bool date = value.dimension == Dimension::kDate;
  return {std::string(RepeatName(repeated.repeat)),
          KeyCell(repeated),
          VisiblePath(claim.doc),
          std::to_string(claim.begin.line),
          std::to_string(claim.begin.column),
          std::to_string(claim.span.start),
          std::to_string(claim.span.end),
          VisibleText(claim.quote),
          ValueText(value),
          date ? DayText(value.date.first) : Number(value.stated.lo),
          date ? DayText(value.date.last) : Number(value.stated.hi),
          date ? "date" : VisibleText(value.unit.value_or("")),
          VisibleText(claim.predicate),
          NameOf(claim.subject),
          NameOf(claim.object),
          claim.id};
}

}  // namespace

DataTable RepeatTable(const std::vector<RepeatedFigure>& repeats) {
  DataTable table;
  table.header = {"match", "key", "place", "quote", "value", "predicate", "subject", "object"};
  for (const RepeatedFigure& repeated : repeats) {
    const Claim& claim = repeated.claim;
    table.rows.push_back(
        {std::string(RepeatName(repeated.repeat)), KeyCell(repeated),
         fmt::format("{}:{}:{}", VisiblePath(claim.doc), claim.begin.line, claim.begin.column),
         VisibleText(claim.quote), ValueText(claim.value), VisibleText(claim.predicate),
         NameOf(claim.subject), NameOf(claim.object)});
  }
  return table;
}

DataTable RepeatData(const std::vector<RepeatedFigure>& repeats) {
  DataTable table;
  table.header = {"match", "key", "doc", "line", "column",    "span_start", "span_end", "quote",
                  "value", "min", "max", "unit", "predicate", "subject",    "object",   "id"};
  for (const RepeatedFigure& repeated : repeats) table.rows.push_back(DataRow(repeated));
  return table;
}

std::string RepeatJsonLines(const std::vector<RepeatedFigure>& repeats) {
  std::string text;
  for (const RepeatedFigure& repeated : repeats) {
    nlohmann::ordered_json json = ClaimToJson(repeated.claim);
    json["match"] = RepeatName(repeated.repeat);
    if (repeated.same_key) json["same_key"] = *repeated.same_key;
    text += DumpJson(json, -1) + "\n";
  }
  return text;
}

}  // namespace tally
