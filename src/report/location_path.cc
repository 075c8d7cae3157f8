#include "report/location_path.h"

#include <fmt/format.h>

#include <filesystem>
#include <string_view>

#include "base/utf8.h"

namespace tally {

namespace {

namespace fs = std::filesystem;

bool IsUrl(std::string_view text) {
  return text.starts_with("https://") || text.starts_with("http://") || text.starts_with("file://");
}

std::string Encoded(std::string_view text, std::string_view kept) {
  std::string out;
  for (char c : text) {
    if (IsAsciiAlnum(c) || kept.find(c) != std::string_view::npos) {
      out.push_back(c);
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

}  // namespace

std::string LocationPath(const CheckReport& check, const std::string& document) {
  if (IsUrl(document) || document == "-" || document.empty()) return document;
  fs::path path = (fs::path(check.folder) / document).lexically_normal();
  if (check.root.empty()) return path.generic_string();
  fs::path below = path.lexically_relative(check.root);
  bool outside = below.empty() || *below.begin() == "..";
  return (outside ? path : below).generic_string();
}

std::string LocationUri(const std::string& path) {
  // "%" is kept: a URL is encoded already.
  if (IsUrl(path)) return Encoded(path, "-._~/:?#@!$&'()*+,;=%");
  std::string encoded = Encoded(path, "-._~/");
  return path.starts_with('/') ? "file://" + encoded : encoded;
}

}  // namespace tally
