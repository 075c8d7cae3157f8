// Jekyll takes a post's date from its file name, where the front matter has none; Hugo does with
// `:filename`, and its permalinks are /:year/:month/:day/:slug.
#include "document/path_date.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "document/text_dates.h"

namespace tally {
namespace {

std::vector<std::string_view> Parts(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    std::size_t end = std::min(path.find_first_of("/\\"), path.size());
    if (end > 0) parts.push_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return parts;
}

bool IsNumber(std::string_view text, std::size_t digits) {
  return text.size() == digits && std::ranges::all_of(text, IsAsciiDigit);
}

// 2025-03-05 or 2025_03_05 or 20250305 at the name's beginning, and nothing that goes on with it.
std::optional<Day> DateOfName(std::string_view name) {
  std::string address = "/" + std::string(name);
  std::ranges::replace(address, '_', '-');
  auto hit = DateInUrl(address);
  return hit && hit->full && hit->text.start == 1 ? std::optional(hit->day) : std::nullopt;
}

}  // namespace

std::optional<Day> DateInPath(std::string_view path) {
  std::vector<std::string_view> parts = Parts(path);
  if (parts.empty()) return std::nullopt;
  std::string_view stem = parts.back().substr(0, parts.back().find('.'));
  bool bundle = parts.size() > 1 && (stem == "index" || stem == "_index");
  if (auto day = DateOfName(bundle ? parts[parts.size() - 2] : parts.back())) return day;
  if (parts.size() < 4) return std::nullopt;
  std::string_view year = parts[parts.size() - 4];
  std::string_view month = parts[parts.size() - 3];
  std::string_view day = parts[parts.size() - 2];
  if (!IsNumber(year, 4) || !IsNumber(month, 2) || !IsNumber(day, 2)) return std::nullopt;
  return DateOfName(std::string(year) + "-" + std::string(month) + "-" + std::string(day));
}

}  // namespace tally
