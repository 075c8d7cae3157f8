// Reads a text and prints its quantities on one line, so that tests are tables.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "quantities/quantity_reader.h"

namespace tally {

struct QuantityRow {
  const char* text;
  const char*
      readings;  // "quote = dimension stated unit …", joined by "; "; the quote left out where it is all
};

// A reader over the rules compiled in.
const QuantityReader& TestQuantityReader();
// The text as one block, as a document of Simplified Chinese of 8 May 2025.
std::vector<Quantity> QuantitiesIn(const std::string& text);
std::string ShowQuantity(const Value& value);
std::string ReadingsOf(const std::string& text);
// Expects every row to read as it says, and every span to cut its quote out of the text.
void CheckQuantityRows(const std::vector<QuantityRow>& rows);

}  // namespace tally
