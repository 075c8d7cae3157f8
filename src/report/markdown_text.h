// Text for GitHub-flavoured Markdown, with nothing in it that Markdown, HTML or GitHub would act on.
#pragma once

#include <string>
#include <string_view>

namespace tally {

// Visible text (visible_text.h), escaped for running text, list items and table cells. Also breaks what
// GitHub itself links: addresses, @mentions (they would notify people) and #issues.
std::string MarkdownText(std::string_view text);

// The same for text inside an HTML element of a Markdown text, where Markdown is not read.
std::string MarkdownHtml(std::string_view text);

// A code span; for paths and ids outside tables.
std::string MarkdownCode(std::string_view text);

}  // namespace tally
