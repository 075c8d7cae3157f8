// What is valid JSON is decided by the parser (input/json_document.h), document by document. Here is only
// found where one ends: at a line end, or where its brackets close outside of strings, so that what is wrong
// inside of one costs no other.
#include "input/json_reader.h"

#include <fmt/format.h>

#include "base/error.h"

namespace tally {
namespace {

constexpr int kEnd = std::char_traits<char>::eof();

bool IsJsonBlank(int c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

int JsonReader::Take() {
  int c = in_.sbumpc();
  if (c == '\n') ++line_;
  return c;
}

std::optional<JsonReader::Item> JsonReader::NextLine() {
  if (in_.sgetc() == kEnd) return std::nullopt;
  Item item{.text = {}, .line = line_};
  for (int c = Take(); c != kEnd && c != '\n'; c = Take()) item.Add(static_cast<char>(c), max_bytes_);
  return item;
}

// The opening bracket of the array at the beginning, commas, and the closing bracket.
void JsonReader::SkipBetweenValues() {
  for (int c = in_.sgetc();; c = in_.sgetc()) {
    bool opens = c == '[' && !begun_;
    bool closes = c == ']' && in_array_;
    if (opens) in_array_ = true;
    if (closes) in_array_ = false;
    bool comma = c == ',' && in_array_;
    if (!opens && !closes && !comma && !IsJsonBlank(c)) return;
    if (!IsJsonBlank(c)) begun_ = true;
    Take();
  }
}

std::optional<JsonReader::Item> JsonReader::NextValue() {
  SkipBetweenValues();
  if (in_.sgetc() == kEnd) return std::nullopt;
  begun_ = true;
  Item item{.text = {}, .line = line_};
  std::size_t depth = 0;
  bool in_string = false;
  for (int c = in_.sgetc(); c != kEnd; c = in_.sgetc()) {
    bool between = !in_string && depth == 0 && !item.text.empty();
    if (between && (IsJsonBlank(c) || c == ',' || c == ']' || c == '{' || c == '[')) return item;
    item.Add(static_cast<char>(Take()), max_bytes_);
    if (in_string) {
      if (c == '\\' && in_.sgetc() != kEnd) item.Add(static_cast<char>(Take()), max_bytes_);
      in_string = c != '"';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && depth > 0 && --depth == 0) {
      return item;
    }
  }
  item.complete = depth == 0 && !in_string;
  return item;
}

void JsonReader::SkipByteOrderMark() {
  at_start_ = false;
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  for (char byte : kMark) {
    if (in_.sgetc() != std::char_traits<char>::to_int_type(byte)) return;
    in_.sbumpc();
  }
}

std::optional<InputFile> JsonReader::Next(std::vector<std::string>& problems) {
  if (at_start_) SkipByteOrderMark();
  while (auto item = layout_ == JsonLayout::kLines ? NextLine() : NextValue()) {
    auto problem = [&](std::string_view what) {
      problems.push_back(fmt::format("{}:{}: {}", name_, item->line, what));
    };
    if (!item->fits) {
      problem(fmt::format("longer than the limit of {} bytes; raise it with --max-bytes", max_bytes_));
      continue;
    }
    if (!item->complete) {
      problem("the file ends inside of this document");
      continue;
    }
    if (item->text.find_first_not_of(" \t\r") == std::string::npos) continue;
    try {
      return ParseDocument(item->text, fields_);
    } catch (const UserError& error) {
      problem(error.what());
    }
  }
  return std::nullopt;
}

}  // namespace tally
