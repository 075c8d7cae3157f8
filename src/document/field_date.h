// The date that a field of its own gives: front matter, <meta>, a key of JSON. Such fields are written by
// programs as often as by people, so they know more forms than the lines of a text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/span.h"
#include "document/document_words.h"

namespace tally {

struct FieldDate {
  TextSpan text;  // the date without the time of day
  Day day;
  std::string time;     // document/document.h: Publication::time
  bool printed = true;  // false for a number of seconds, which a reader would not take for a date
};

// Beside the forms of text_dates.h: 20250331 and 20250331T0815; 31/03/2025, 03/31/2025, 31.03.2025 and
// 31-03-2025 where one of the two numbers can be no month; seconds or milliseconds since 1970, whose day is
// that of UTC. nullopt for anything else, also where day and month cannot be told apart. `field` is folded.
std::optional<FieldDate> ReadFieldDate(std::string_view field, const DocumentWords& words);

// What a problem line says of a field in which ReadFieldDate finds no date: "the date \"soon\" is not
// understood".
std::string FieldDateProblem(std::string_view field);

}  // namespace tally
