// How much of the numbers of a document was understood, and what was not, with the reason.
//
// A number is understood where a rule claimed it, or where it has a unit and its value is resolved: a date
// without a year, and a plain number that no rule used, are not. Words with digits that are no numbers
// (GPT-4, 22:10) are counted apart.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "claims/extractor.h"

namespace tally {

// Which numbers are listed: none; those that were not understood; those that no rule claimed, understood or
// not; these and the words with digits.
enum class CoverageList { kNone, kUnread, kUnclaimed, kAll };

struct CoverageItem {
  Span span;  // bytes of the file
  LineColumn begin;
  std::string quote;
  std::string context;
  // "no unit", "no rule wants it", "unresolved: …" with what is missing; "identifier" and "passed
  // over" for digits that are no number, with and without letters.
  std::string reason;
};

struct DocumentCoverage {
  std::string doc;
  std::size_t numbers = 0;
  std::size_t understood = 0;
  std::size_t claimed = 0;
  std::size_t identifiers = 0;
  std::size_t furniture = 0;        // parts of the page that stand around the article (Document::furniture)
  std::vector<CoverageItem> items;  // by place

  // Understood numbers, in whole percent, rounded down; 100 of none.
  std::size_t percent() const;
};

DocumentCoverage CoverageOf(const Extraction& extraction, CoverageList list);
// The sums; without items.
DocumentCoverage TotalOf(const std::vector<DocumentCoverage>& documents);

// For a terminal: a line a document and one for all, then a line for each item, in the form that editors jump
// by, with its context below.
std::string CoverageTable(const std::vector<DocumentCoverage>& documents);
// An object a document; schemas/coverage.schema.json.
std::string CoverageJsonLine(const DocumentCoverage& document);
// A line for each item; with `summary` a line for each document instead.
std::string CoverageCsv(const std::vector<DocumentCoverage>& documents, bool summary);

}  // namespace tally
