// The time of day that a publication line prints beside its date.
#pragma once

#include <string>
#include <string_view>

#include "base/span.h"
#include "document/document_words.h"

namespace tally {

// "09:04", with its zone "23:55+08:00" where the text gives one as an offset, as Z, or by a word of
// rules/words/clock_words.txt; empty where no time stands beside the date. The time is the printed one: it is
// never moved to another zone, and so never to another day. Seconds are left out. `text` is folded.
std::string TimeBeside(std::string_view text, TextSpan date, const WordTable& clock_words);

// Past the time of day that begins at `at`: 20:41, 20:41:09, 9.30am, 20时41分; `at` itself where none does.
std::size_t PastClock(std::string_view text, std::size_t at);

}  // namespace tally
