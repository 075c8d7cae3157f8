// Who published a document, and when: read from its label lines, its date line, its dateline.
#pragma once

#include "document/document.h"
#include "document/document_words.h"

namespace tally {

// Fills what document.publication leaves empty (the front matter has been read before), and gives the lines
// that say it Field::kByline. In this order:
//   1. label lines: "发布时间: 2024-12-13 09:04", "来源: 新华社", "本文转载自…", "Published: May 5, 2025";
//   2. a short line near the top that holds little more than a date: "公司新闻 | 2025-05-05 23:55";
//   3. a dateline: "新华社北京2025年5月8日电", "WASHINGTON, May 5, 2025 (Reuters) -"; its paragraph stays
//   what it is.
// Where none of them prints a date in full, document/missing_date.h looks further.
void ReadPublication(Document& document, const DocumentWords& words);

// So many blocks of the body from its beginning or end are looked at: publication lines stand at an article's
// head or foot.
inline constexpr std::size_t kNearTop = 12;

// True where a line is a date with at most a category, a time or a name beside it.
bool IsDateLine(std::string_view line, const DocumentWords& words);

}  // namespace tally
