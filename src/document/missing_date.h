// The date of a document that does not print one in full.
#pragma once

#include <vector>

#include "document/document.h"
#include "document/document_words.h"

namespace tally {

// To be called after ReadPublication; does nothing where that has found a date. In this order:
//   1. the date in the article's own address, or in its file's name (document/path_date.h). It is read, not
//      estimated, but it has no place in the text, and so makes no claim, unless the dateline prints the day;
//   2. the dateline's day ("May 5", 28日) in the first year or month that the text's own references allow,
//      marked as estimated: the text does not say it;
//   3. the estimate of document/date_estimate.h.
// `passed_over` are the blocks of site furniture, sorted; `urls` the addresses in document.text.
void FillMissingDate(Document& document, const std::vector<std::size_t>& passed_over,
                     const std::vector<Span>& urls, const DocumentWords& words);

// The day in a dateline is when the report was sent, and nothing that happened: finds its place
// (Publication::dateline_text).
void PlaceDateline(Document& document, const DocumentWords& words);

}  // namespace tally
