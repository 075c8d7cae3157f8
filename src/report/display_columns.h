// How wide a text stands in a terminal that draws emoji as one picture: for the caret under a quote. Slower
// and finer than base/utf8.h's DisplayWidth, which is for limits.
#pragma once

#include <string_view>

namespace tally {

// Columns of a visible text (visible_text.h): two for East Asian wide and full-width characters and for emoji
// (Unicode UAX #11 and UTS #51, by ICU), none for combining marks, format characters, and what a joiner or a
// skin tone adds to an emoji. Ambiguous characters count one.
int DisplayColumns(std::string_view text);

}  // namespace tally
