// HTML to a stream of tags and texts, each with its exact place in the source, by libxml2's SAX push parser.
// Only pages that a browser would show are asked for: which elements nest in which is libxml2's business,
// which bytes they stand in is ours.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace tally {

struct HtmlAttribute {
  std::string name;  // lower case
  Span value;  // of the source, without quotes, references as they are printed; empty where there is none
};

struct HtmlTag {
  std::string name;  // lower case
  Span place;        // from '<' to behind '>'; empty for an element that the page leaves out (<body>)
  std::vector<HtmlAttribute> attributes;
};

class HtmlHandler {
 public:
  virtual ~HtmlHandler() = default;
  virtual void Open(const HtmlTag& tag) = 0;
  // Of the element that was opened last and is open still; `at`: a place near its end tag, or where its end
  // is understood.
  virtual void Close(std::string_view name, std::size_t at) = 0;
  // A part of a text, references undecoded; also the contents of <script> and <style>. In order, disjoint.
  virtual void Text(Span text) = 0;
  // Everything that is open was left open: elements nest deeper than anyone's page does.
  virtual void CloseAll() = 0;
};

// Parses html[start, html.size()), which may hold any bytes; those that are no UTF-8 stand in the texts as
// they are. Linear in the page. What could not be read is added to `problems`.
void ParseHtml(std::string_view html, std::size_t start, HtmlHandler& handler,
               std::vector<std::string>& problems);

}  // namespace tally
