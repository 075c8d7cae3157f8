#include "document/document_words.h"

#include "base/fold.h"

namespace tally {

WordTable ParseWordTable(std::string_view content) {
  WordTable table;
  while (!content.empty()) {
    std::size_t end = content.find('\n');
    std::string_view line = content.substr(0, end);
    content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    std::size_t tab = line.find('\t');
    std::string value(tab == std::string_view::npos ? "" : line.substr(tab + 1));
    table.lexicon.Add(Fold(line.substr(0, tab)), static_cast<std::uint32_t>(table.values.size()));
    table.values.push_back(std::move(value));
  }
  table.lexicon.Freeze();
  return table;
}

}  // namespace tally
