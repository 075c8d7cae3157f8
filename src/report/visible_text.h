// Text of documents, made safe to show: one line, and nothing in it that acts on a terminal, a page or a
// reader's eye. Every renderer passes what it quotes through here first, and then through the escaping of its
// own format.
#pragma once

#include <string>
#include <string_view>

namespace tally {

// True for what must never be shown raw: C0 and C1 controls, DEL, bidirectional controls (Unicode UAX #9:
// they reorder what surrounds them), line and paragraph separators, interlinear and tag characters.
bool IsHostile(char32_t c);

// The text on one line. Hostile characters are spelled out ("[U+202E]"), malformed bytes become U+FFFD,
// characters without ink (zero-width space, soft hyphen, byte order mark) drop out. A run of blanks becomes
// one space, and a line break between two wide characters nothing: Chinese is wrapped without a blank.
std::string VisibleText(std::string_view text);

// As VisibleText, but blanks and line breaks stay as they are and nothing drops out: for paths, which must
// stay findable.
std::string VisiblePath(std::string_view path);

// The first or last `columns` terminal columns of a visible text, with "…" where something was cut off.
// columns >= 1.
std::string KeepFirst(std::string_view text, int columns);
std::string KeepLast(std::string_view text, int columns);

// The text with blanks after it, up to `columns`.
std::string PadRight(std::string_view text, int columns);

}  // namespace tally
