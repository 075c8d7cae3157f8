#include "report/value_text.h"

#include <fmt/format.h>

#include "base/utf8.h"
#include "report/visible_text.h"

namespace tally {

namespace {

// Years have four digits and are never grouped.
constexpr std::size_t kShortestGrouped = 5;

std::string UnitWord(const Value& value, const std::string& figure) {
  if (!value.unit) return "";
  std::string unit = VisibleText(*value.unit);
  if (value.dimension == Dimension::kRatio && unit == "x") return "×";
  if (value.dimension == Dimension::kDuration && figure != "1") unit += "s";
  return unit;
}

// Sign before the whole: what kind of bound the figure is.
std::string BoundSign(const Value& value) {
  const Interval& stated = value.stated;
  if (stated.lo && stated.hi) return value.approx ? "≈ " : "";
  std::string sign;
  if (stated.lo) sign = value.modifier == Modifier::kMoreThan ? "> " : "≥ ";
  if (stated.hi) {
    sign = value.modifier == Modifier::kLessThan ? "< "
           : value.modifier == Modifier::kNearly ? "nearly "
                                                 : "≤ ";
  }
  return value.approx ? sign + "≈ " : sign;
}

// The figure or figures, without sign and unit.
std::string Figures(const Interval& stated) {
  if (!stated.lo && !stated.hi) return "unknown amount";
  if (!stated.lo || !stated.hi || stated.IsPoint())
    return GroupThousands((stated.lo ? stated.lo : stated.hi)->ToString());
  return fmt::format("{} – {}", GroupThousands(stated.lo->ToString()), GroupThousands(stated.hi->ToString()));
}

std::string DateText(const Value& value) {
  std::string text = PeriodText(value.date);
  if (text.empty()) {
    return value.unresolved.empty() ? "date not resolved"
                                    : fmt::format("date not resolved ({})", VisibleText(value.unresolved));
  }
  if (value.approx) text.insert(0, "≈ ");
  if (value.fiscal_year && *value.fiscal_year != 0) text += fmt::format(" (fiscal {})", *value.fiscal_year);
  return text;
}

std::string AmountText(const Value& value) {
  std::string figures = Figures(value.stated);
  std::string unit = UnitWord(value, figures);
  if (value.dimension == Dimension::kMoney) return (unit.empty() ? "no currency" : unit) + " " + figures;
  if (unit.empty()) return figures;
  return unit == "×" ? figures + unit : figures + " " + unit;
}

}  // namespace

std::string ValueText(const Value& value) {
  if (value.dimension == Dimension::kDate) return DateText(value);
  std::string text = BoundSign(value) + AmountText(value);
  if (value.per) text += " per " + VisibleText(*value.per);
  return text;
}

std::string PeriodText(const DateRange& range) {
  if (!range.first && !range.last) return "";
  if (!range.last) return "from " + FormatDay(*range.first);
  if (!range.first) return "until " + FormatDay(*range.last);
  if (*range.first == *range.last) return FormatDay(*range.first);
  return fmt::format("{} – {}", FormatDay(*range.first), FormatDay(*range.last));
}

std::string GroupThousands(std::string_view decimal) {
  std::size_t begin = decimal.starts_with('-') ? 1 : 0;
  std::size_t point = decimal.find('.');
  std::size_t end = point == std::string_view::npos ? decimal.size() : point;
  std::string out(decimal.substr(0, begin));
  for (std::size_t at = begin; at < end; ++at) {
    if (at > begin && (end - at) % 3 == 0) out.push_back(',');
    out.push_back(decimal[at]);
  }
  return out.append(decimal.substr(end));
}

std::string GroupLongNumbers(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && IsAsciiDigit(text[end])) ++end;
    if (end == at) {
      out.push_back(text[at++]);
      continue;
    }
    char left = at == 0 ? ' ' : text[at - 1];
    char right = end == text.size() ? ' ' : text[end];
    bool own_number = !IsAsciiAlnum(left) && left != '.' && left != ',' && left != '_' &&
                      !IsAsciiAlpha(right) && right != '_';
    std::string_view digits = text.substr(at, end - at);
    out += own_number && digits.size() >= kShortestGrouped && digits[0] != '0' ? GroupThousands(digits)
                                                                               : std::string(digits);
    at = end;
  }
  return out;
}

}  // namespace tally
