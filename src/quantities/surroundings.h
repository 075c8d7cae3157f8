// What stands around a figure and decides whether it is one: labels, identifiers, addresses, times of day.
#pragma once

#include <string_view>

#include "base/span.h"
#include "rules/rule_set.h"

namespace tally {

// Nothing is written into the figure on either side, blanks aside: it is a cell, an item, or the whole text.
bool IsDelimited(std::string_view text, TextSpan figure);

// 图 1, 第 3, Category 3 (the words of `labels`), "1." or "(一)" at the head of the text: a number that
// orders and does not count.
bool IsLabel(std::string_view text, TextSpan figure, const WordList& labels);

// Llama 4, 东风-41, 20250508-5698, 600519.SZ, 13800138000: digits that name something. For figures without
// unit.
bool IsIdentifier(std::string_view text, TextSpan figure, bool grouped_or_fraction);

// Where the address (https://…, www.…) that begins at `at` ends; `at` where none does.
std::size_t AddressEnd(std::string_view text, std::size_t at);

// Where the time of day that begins at `at` ends: 12:34, 15:19:13; `at` where none does.
std::size_t TimeOfDayEnd(std::string_view text, std::size_t at);

// 八点三十分, 三点半: where the time whose hour ends at `at` ends; `at` where none does.
std::size_t HanClockEnd(std::string_view text, std::size_t at);

// A Latin letter directly before, or a letter and a hyphen (GPT-4, F-16).
bool IsLatinLetterBefore(std::string_view text, std::size_t at);

}  // namespace tally
