#include "quantities/quantity.h"

#include <algorithm>
#include <array>

namespace tally {
namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, 8> kDimensionNames = {"number", "money",    "percent", "ratio",
                                                             "count",  "duration", "date",    "rate"};
constexpr std::array<std::string_view, 8> kModifierNames = {"none",    "approx", "at_least", "more_than",
                                                            "at_most", "up_to",  "nearly",   "less_than"};

constexpr std::array<std::string_view, 5> kChangeNames = {"none", "increase", "decrease", "increase_to",
                                                          "decrease_to"};

template <class Enum, std::size_t kSize>
std::optional<Enum> FromName(const std::array<std::string_view, kSize>& names, std::string_view name) {
  auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

// What a date covers, or what is missing to say so.
std::string DateText(const Value& value) {
  if (!value.date.first && !value.date.last) return "unresolved (" + value.unresolved + ")";
  return value.date.ToString();
}

}  // namespace

std::string_view DimensionName(Dimension dimension) {
  return kDimensionNames.at(static_cast<std::size_t>(dimension));
}

std::optional<Dimension> DimensionFromName(std::string_view name) {
  return FromName<Dimension>(kDimensionNames, name);
}

std::string_view ModifierName(Modifier modifier) {
  return kModifierNames.at(static_cast<std::size_t>(modifier));
}

std::optional<Modifier> ModifierFromName(std::string_view name) {
  return FromName<Modifier>(kModifierNames, name);
}

std::string_view ChangeName(Change change) { return kChangeNames.at(static_cast<std::size_t>(change)); }

std::optional<Change> ChangeFromName(std::string_view name) { return FromName<Change>(kChangeNames, name); }

std::string ToString(const Value& value) {
  std::string line(DimensionName(value.dimension));
  bool is_date = value.dimension == Dimension::kDate;
  line += " " + (is_date ? DateText(value) : value.stated.ToString());
  if (value.unit && !is_date) line += " " + *value.unit;
  if (value.per) line += " per " + *value.per;
  if (value.fiscal_year) line += " fiscal " + std::to_string(*value.fiscal_year);
  if (value.approx) line += " approx";
  if (value.modifier != Modifier::kNone && value.modifier != Modifier::kApprox) {
    line += " ";
    line += ModifierName(value.modifier);
  }
  if (value.change != Change::kNone) {
    line += " ";
    line += ChangeName(value.change);
  }
  if (value.vague) line += " vague";
  if (value.bare_magnitude) line += " bare";
  return line;
}

}  // namespace tally
