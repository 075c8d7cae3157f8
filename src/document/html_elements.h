// What the elements of HTML are for a reader of text (WHATWG HTML, chapter 4, and what older pages use).
#pragma once

#include <string_view>

namespace tally {

enum class HtmlElementKind {
  kInline,   // stands inside a word or a figure; also what HTML does not know
  kBlock,    // begins and ends a passage
  kUnread,   // neither it nor anything in it is text
  kReplaced  // stands between words as a thing of its own: <br>, <img>
};

HtmlElementKind KindOfHtmlElement(std::string_view name);
// <h1> to <h6>; 0 for others.
int HtmlHeadingLevel(std::string_view name);
// <del>, <s>, <strike>: text that is withdrawn.
bool IsHtmlStrike(std::string_view name);
// <nav>, <aside>, <footer>, <form>, …: never the article. A <header> is one where it stands outside of it.
bool IsHtmlFurniture(std::string_view name);

}  // namespace tally
