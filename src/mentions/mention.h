// A mention: an entity named at a place.
#pragma once

#include <string>
#include <string_view>

#include "base/span.h"

namespace tally {

// Ids that begin so name a thing within its document: two documents never share one.
inline constexpr std::string_view kLocalIdPrefix = "this-";

struct Mention {
  Span span;         // bytes of the original file
  TextSpan text;     // the same in the block's folded text
  std::string id;    // of the entity table, or a slug of the words where no table knows them
  std::string name;  // canonical, or the words themselves
  std::string kind;  // company, organization, person, product, event, programme, place, media; "name" where
                     // only the shape is known
  bool from_table = false;
};

}  // namespace tally
