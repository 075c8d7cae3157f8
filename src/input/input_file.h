// A document as it comes in: its bytes under the name that the user gave, and what is known beside the text.
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "document/encoding.h"
#include "document/home.h"

namespace tally {

struct InputFile {
  std::string path;
  std::string content;  // unpacked, where the file was compressed
  // What something beside the text gives (the fields of JSON Lines). It outranks what the text says. Empty
  // where nothing does.
  std::optional<Day> published = {};
  std::string published_time = {};  // document/document.h: Publication::time
  // The same in another form than ISO 8601's, as it is given: read by document/field_date.h.
  std::string published_text = {};
  std::string title = {};
  std::string source = {};
  std::string author = {};
  std::string url = {};
  // Where the encoding is known: not looked for.
  std::optional<Encoding> encoding = {};
  Home home = {};

  // True where the content alone does not say what will be read of it.
  bool HasDetails() const {
    return published || !published_text.empty() || !title.empty() || !source.empty() || !author.empty() ||
           !url.empty() || (encoding && encoding != Encoding::kUtf8) || home != Home{};
  }
};

}  // namespace tally
