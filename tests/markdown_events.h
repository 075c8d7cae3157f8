// What a Markdown text does when GitHub reads it, for tests: read by md4c with GitHub's extensions.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace tally {

struct MarkdownEvents {
  std::set<std::string> blocks;  // "p", "ul", "li", "h", "html", "table", "quote", "code", "hr", "ol"
  std::size_t code_spans = 0;
  std::size_t other_spans = 0;    // emphasis, links, images, strike-through, mathematics
  std::vector<std::string> html;  // raw HTML, blocks and inline
};
MarkdownEvents ReadMarkdown(const std::string& text);

}  // namespace tally
