#include "report/sarif_text.h"

#include <fmt/format.h>

#include "report/visible_text.h"

namespace tally {

std::string SarifText(std::string_view text) {
  std::string out;
  for (char c : VisibleText(text)) {
    if (c == '[' || c == ']' || c == '\\') out.push_back('\\');
    if (c == '{' || c == '}') out.push_back(c);
    out.push_back(c);
  }
  return out;
}

std::string SarifLink(std::string_view text, std::size_t id) {
  return fmt::format("[{}]({})", SarifText(text), id);
}

}  // namespace tally
