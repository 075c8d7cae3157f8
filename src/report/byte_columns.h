// Columns in bytes of UTF-8, from 1, for formats that count so.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "claims/claim.h"
#include "report/check_report.h"

namespace tally {

// Not thread-safe: remembers the documents that it was asked about. Refers into the CheckReport.
class ByteColumns {
 public:
  explicit ByteColumns(const CheckReport& check) : check_(check) {}

  // Of a place in a document, whatever its encoding: the bytes that its line takes as UTF-8 before it, and
  // one. nullopt where the bytes of the document are not known, or it has no such place.
  std::optional<std::size_t> Of(const std::string& document, const LineColumn& place);

 private:
  struct Lines {
    std::string text;
    std::vector<std::size_t> starts;  // byte offsets in the text
  };
  const Lines* LinesOf(const std::string& document);

  const CheckReport& check_;
  std::map<std::string, Lines> lines_;
};

}  // namespace tally
