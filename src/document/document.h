// A document: one version of one article, named by the SHA-256 of its bytes, cut into blocks of folded text
// that map back to the original bytes. Immutable after reading; safe to read from any number of threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"
#include "document/folded_text.h"

namespace tally {

enum class Field : std::uint8_t { kTitle, kFrontMatter, kBody, kCaption, kByline };
// "title", "front_matter", "body", "caption", "byline".
std::string_view FieldName(Field field);

// A run of text that is read as a whole: a paragraph, a heading, a caption, a value of the front matter.
struct Block {
  Field field = Field::kBody;
  bool heading = false;  // a Markdown heading of any level
  FoldedText text;
  std::vector<TextSpan> sentences;
};

// Who published it, when. A date that was estimated from the text's own references is never shown as read.
struct Publication {
  std::optional<Day> date;
  bool date_estimated = false;
  // Where the date was read: its block, and its place in the block's folded text.
  std::size_t date_block = 0;
  TextSpan date_text;
  std::string source;  // as printed: DeepTech深科技; empty where the article names none
  std::string author;
  std::string url;
};

enum class Script : std::uint8_t { kLatin, kSimplified, kTraditional };
std::string_view ScriptName(Script script);  // "Latn", "Hans", "Hant": ISO 15924

struct LineColumn {
  std::size_t line = 1;    // from 1
  std::size_t column = 1;  // Unicode code points, from 1
};

struct Document {
  std::string path;  // as given by the user
  std::string raw;
  std::string sha256;
  std::string title;  // as printed; empty where there is none
  std::vector<Block> blocks;
  Publication publication;
  Script script = Script::kLatin;
  std::vector<std::size_t> line_starts;  // byte offset of each line of raw
  // Code points before byte k * kColumnStride of raw, so that a column in a line of 20 MB costs no walk
  // through it.
  std::vector<std::size_t> code_points;
  static constexpr std::size_t kColumnStride = 1024;
  // What could not be read and was passed over, a line each: "front matter: line 3: …". Empty for a sound
  // file.
  std::vector<std::string> problems;

  // raw cut at the span; the span must lie inside.
  std::string_view Cut(Span span) const { return std::string_view(raw).substr(span.start, span.size()); }
  // Line and column of a byte offset (0..raw.size()). Lines end at U+000A, as compilers and code hosts count
  // them; a column counts the bytes that begin a code point, so that a stray continuation byte adds nothing.
  LineColumn Locate(std::size_t offset) const;
  // Fills line_starts and code_points from raw.
  void IndexLines();
};

}  // namespace tally
