// A document: one version of one article, named by the SHA-256 of its bytes, cut into blocks of folded text
// that map back to the text as the file has it, and from there to the bytes of the file. Immutable after
// reading; safe to read from any number of threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"
#include "document/byte_map.h"
#include "document/folded_text.h"
#include "document/home.h"
#include "document/waiver.h"

namespace tally {

enum class Field : std::uint8_t { kTitle, kFrontMatter, kBody, kCaption, kByline };
// "title", "front_matter", "body", "caption", "byline".
std::string_view FieldName(Field field);

// What a text is of a table: nothing, the row of heads, a row of cells, or one that begins with the table's
// note as a cell of its own ("in millions of dollars"). Cells are parted by bars (document/table_row.h).
enum class TablePart : std::uint8_t { kNone, kHeads, kCells, kNotedCells };

// A run of text that is read as a whole: a paragraph, a heading, a caption, a value of the front matter.
struct Block {
  Field field = Field::kBody;
  bool heading = false;  // a Markdown heading of any level
  FoldedText text;
  std::vector<TextSpan> sentences;
  // Parts of the text that are repeated from elsewhere to say what the rest is about: the heads of a table
  // before its cells. Their figures are read where they stand, not here. Sorted, disjoint.
  std::vector<TextSpan> context;
  TablePart table = TablePart::kNone;
};

// Who published it, when. A date that was estimated from the text's own references is never shown as read.
struct Publication {
  std::optional<Day> date;
  bool date_estimated = false;
  // The time of the day where it was read with the date, and its zone as an offset of ISO 8601 where the text
  // gives one: "09:04", "23:55+08:00". Empty without either.
  std::string time;
  // Where the date was read: its block, and its place in the block's folded text.
  std::size_t date_block = 0;
  TextSpan date_text;
  // The day in a dateline (5月8日电), with its year or without: when the report was sent. Empty where there
  // is none.
  std::size_t dateline_block = 0;
  TextSpan dateline_text;
  std::string source;  // as printed: DeepTech深科技; empty where the article names none
  std::string author;
  std::string url;
  // Whom the text says that it was taken from: 转载自…, via …, first published in …. Empty where it says
  // none.
  std::string origin;
};

enum class Script : std::uint8_t { kLatin, kSimplified, kTraditional };
std::string_view ScriptName(Script script);  // "Latn", "Hans", "Hant": ISO 15924

struct LineColumn {
  std::size_t line = 1;    // from 1
  std::size_t column = 1;  // Unicode code points, from 1
};

struct Document {
  std::string path;  // as given by the user
  // The file as UTF-8: its own bytes where it is that, otherwise decoded. Positions in a document count bytes
  // of this text.
  std::string text;
  ByteMap bytes;       // from the text to the file
  std::string sha256;  // of the bytes of the file
  std::string title;   // as printed; empty where there is none
  std::vector<Block> blocks;
  Publication publication;
  Script script = Script::kLatin;
  // BCP 47: "en", "zh-Hans", "zh-Hant"; what the page says of itself, or what its letters show.
  std::string language;
  std::vector<std::size_t> line_starts;  // byte offset of each line of the text
  // Code points before byte k * kColumnStride of the text, so that a column in a line of 20 MB costs no walk
  // through it.
  std::vector<std::size_t> code_points;
  static constexpr std::size_t kColumnStride = 1024;
  // Parts that stand around the article and make no claims: menus, lists of links, lines of the site.
  std::size_t furniture = 0;
  // What could not be read and was passed over, a line each: "front matter: line 3: …". Empty for a sound
  // file.
  std::vector<std::string> problems;
  // What its author lets pass, in the order of the text.
  std::vector<Waiver> waivers;
  Home home;  // where the caller knows it

  // The text cut at the span; the span must lie inside.
  std::string_view Cut(Span span) const { return std::string_view(text).substr(span.start, span.size()); }
  // Line and column of a byte offset of the text (0..text.size()). Lines end at U+000A, as compilers and code
  // hosts count them; a column counts the bytes that begin a code point, so that a stray continuation byte
  // adds nothing.
  LineColumn Locate(std::size_t offset) const;
  // Fills line_starts and code_points from the text.
  void IndexLines();
};

}  // namespace tally
