#include "claims/claim.h"

#include <algorithm>
#include <array>

namespace tally {
namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, 6> kModalityNames = {"asserted", "planned",        "forecast",
                                                            "reported", "quoted_opinion", "negated"};

}  // namespace

std::string_view ModalityName(Modality modality) {
  return kModalityNames.at(static_cast<std::size_t>(modality));
}

std::optional<Modality> ModalityFromName(std::string_view name) {
  auto found = std::find(kModalityNames.begin(), kModalityNames.end(), name);
  if (found == kModalityNames.end()) return std::nullopt;
  return static_cast<Modality>(found - kModalityNames.begin());
}

std::string ClaimKey::ToString() const {
  std::string line = rule;
  for (const std::string& part : parts) line += " " + part;
  return line;
}

}  // namespace tally
