// Names of compressed files.
#pragma once

#include <string_view>

#include "base/utf8.h"

namespace tally {

// The name without the ending that only says how the file is compressed: "a.md.gz" and "a.md.zst" are "a.md".
inline std::string_view NameInside(std::string_view path) {
  for (std::string_view ending : {".gz", ".zst"}) {
    if (path.size() > ending.size() && AsciiLower(path.substr(path.size() - ending.size())) == ending)
      return path.substr(0, path.size() - ending.size());
  }
  return path;
}

}  // namespace tally
