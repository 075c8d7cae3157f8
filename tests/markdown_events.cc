#include "markdown_events.h"

#include <md4c.h>

namespace tally {
namespace {

std::string NameOf(MD_BLOCKTYPE type) {
  switch (type) {
    case MD_BLOCK_DOC:
    case MD_BLOCK_P:
      return "p";
    case MD_BLOCK_UL:
      return "ul";
    case MD_BLOCK_LI:
      return "li";
    case MD_BLOCK_H:
      return "h";
    case MD_BLOCK_HTML:
      return "html";
    case MD_BLOCK_OL:
      return "ol";
    case MD_BLOCK_QUOTE:
      return "quote";
    case MD_BLOCK_HR:
      return "hr";
    case MD_BLOCK_CODE:
      return "code";
    default:
      return "table";
  }
}

int EnterBlock(MD_BLOCKTYPE type, void*, void* events) {
  static_cast<MarkdownEvents*>(events)->blocks.insert(NameOf(type));
  return 0;
}

int EnterSpan(MD_SPANTYPE type, void*, void* events) {
  auto& read = *static_cast<MarkdownEvents*>(events);
  ++(type == MD_SPAN_CODE ? read.code_spans : read.other_spans);
  return 0;
}

int Text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* events) {
  if (type == MD_TEXT_HTML) static_cast<MarkdownEvents*>(events)->html.emplace_back(text, size);
  return 0;
}

}  // namespace

MarkdownEvents ReadMarkdown(const std::string& text) {
  MarkdownEvents events;
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB | MD_FLAG_LATEXMATHSPANS;
  parser.enter_block = EnterBlock;
  parser.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
  parser.enter_span = EnterSpan;
  parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.text = Text;
  md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &events);
  return events;
}

}  // namespace tally
