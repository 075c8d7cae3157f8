// Text of documents for XML 1.0.
#pragma once

#include <string>
#include <string_view>

namespace tally {

// Visible text (visible_text.h) for content and quoted attributes. Characters that XML 1.0 cannot hold even
// as references are replaced: controls are spelled out, U+FFFE and U+FFFF become U+FFFD.
std::string XmlText(std::string_view text);
// The same for paths: blanks stay, and nothing drops out.
std::string XmlPath(std::string_view path);
// The same for text of several lines, none of which a runner takes for a command (log_text.h).
std::string XmlLines(std::string_view text);

}  // namespace tally
