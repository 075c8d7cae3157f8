// Cuts folded text into sentences.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "document/document_words.h"

namespace tally {

// The sentences of a block, in order, disjoint, without blanks at their ends; every character that is not a
// blank lies in one. A sentence ends
//   after 。！？；… (folded: 。!?;…) and the brackets and quotes that close behind them;
//   after an English full stop before a blank and a capital, a quote, a bracket or the text's end, unless it
//   closes an abbreviation (rules/words/abbreviations.txt), an initial ("J."), or a list number;
//   after 2,000 bytes at the next comma (4,000: blank), as texts without full stops have it;
// and never inside a figure.
std::vector<TextSpan> FindSentences(std::string_view text, const WordTable& abbreviations);

}  // namespace tally
