// JSON-LD (schema.org) in a script of a page: who published the article, when, and who wrote it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "document/passage.h"

namespace tally {

struct JsonLd {
  std::vector<Piece> published;  // the string of datePublished in its place; empty where there is none
  std::string publisher;
  std::string author;   // several with ", " between
  std::string problem;  // empty where it could be read, or where nothing was lost
};

// `script` are the bytes between the tags. Of several things that it describes the article counts, then the
// page, then what has no type. Linear in the script, however deep it nests.
JsonLd ReadJsonLd(std::string_view raw, Span script);

}  // namespace tally
