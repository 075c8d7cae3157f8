#include "tests/quantity_fixture.h"

#include <gtest/gtest.h>

#include "tests/rules_fixture.h"

namespace tally {
namespace {

Block BlockOfText(const std::string& text) {
  Block block;
  block.text.Append(text, 0);
  return block;
}

std::string Bound(const std::optional<Decimal>& bound) { return bound ? bound->ToString() : "-"; }

}  // namespace

const QuantityReader& TestQuantityReader() {
  static const QuantityReader reader(TestRules());
  return reader;
}

std::vector<Quantity> QuantitiesIn(const std::string& text) {
  return TestQuantityReader().Read(BlockOfText(text), {MakeDay(2025, 5, 8), "CNY"});
}

std::string ShowQuantity(const Value& value) {
  std::string line(DimensionName(value.dimension));
  if (value.dimension == Dimension::kDate) {
    return line + " " + (value.date.first || value.date.last ? value.date.ToString() : "unresolved");
  }
  line += " " + Bound(value.stated.lo);
  if (value.stated.lo != value.stated.hi) line += ".." + Bound(value.stated.hi);
  if (value.unit) line += " " + *value.unit;
  if (value.modifier != Modifier::kNone) line += " " + std::string(ModifierName(value.modifier));
  if (value.change != Change::kNone) line += " " + std::string(ChangeName(value.change));
  if (value.per) line += " per " + *value.per;
  if (value.converts) line += " converted";
  return line;
}

std::string ReadingsOf(const std::string& text) {
  Block block = BlockOfText(text);
  std::string out;
  for (const Quantity& q : QuantitiesIn(text)) {
    EXPECT_EQ(block.text.ToOriginal(q.text), q.span) << text;
    std::string quote = text.substr(q.span.start, q.span.size());
    if (!out.empty()) out += "; ";
    if (quote != text) out += quote + " = ";
    out += ShowQuantity(q.value);
  }
  return out;
}

void CheckQuantityRows(const std::vector<QuantityRow>& rows) {
  for (const QuantityRow& row : rows) EXPECT_EQ(ReadingsOf(row.text), row.readings) << row.text;
}

}  // namespace tally
