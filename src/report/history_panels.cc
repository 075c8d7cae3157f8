#include "report/history_panels.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "compare/value_match.h"
#include "report/visible_text.h"

namespace tally {
namespace {

// Not nearer than a double is: for drawing.
double Approximate(const Decimal& value) {
  std::string text = value.ToString();
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::optional<double> Approximate(const std::optional<Decimal>& value) {
  if (!value) return std::nullopt;
  return Approximate(*value);
}

PlottedEntry Plotted(std::size_t entry, const Measure& measure) {
  PlottedEntry plotted;
  plotted.entry = entry;
  plotted.low = Approximate(measure.stated.lo);
  plotted.high = Approximate(measure.stated.hi);
  double middle = plotted.Middle();
  plotted.lenient_low = std::min(middle, Approximate(measure.lenient.lo).value_or(middle));
  plotted.lenient_high = std::max(middle, Approximate(measure.lenient.hi).value_or(middle));
  return plotted;
}

// The unit as a reader knows it: "USD", "%", "months".
std::string UnitName(const Claim& claim, const Measure& measure) {
  const std::string& kind = measure.unit_class;
  std::string per = claim.value.per ? " per " + *claim.value.per : "";
  if (measure.unit) return *measure.unit + per;
  if (kind == "percent") return "%";
  if (kind.starts_with("duration/")) return kind.substr(9) + "s";
  if (kind.starts_with("rate/")) return kind.substr(5);
  return kind == "money" ? "no currency" + per : kind;
}

std::string TitleOf(const Claim& claim, const Measure& measure) {
  std::string title = claim.predicate;
  if (!claim.event.empty()) title += " (" + claim.event + ")";
  if (claim.object) title += " · " + claim.object->name;
  return VisibleText(title + " · " + UnitName(claim, measure));
}

ValueAxis AxisOf(const std::vector<PlottedEntry>& plotted, bool days) {
  std::vector<double> values;
  for (const PlottedEntry& entry : plotted) {
    values.push_back(entry.low.value_or(entry.Middle()));
    values.push_back(entry.high.value_or(entry.Middle()));
  }
  return ValueAxis::Of(values, days ? ValueAxis::Kind::kDay : ValueAxis::Kind::kNumber);
}

}  // namespace

std::vector<HistoryPanel> PanelsOf(const HistoryLine& line) {
  std::vector<HistoryPanel> panels;
  std::vector<bool> of_days;
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < line.entries.size(); ++i) {
    const Claim& claim = line.entries[i].claim;
    std::optional<Measure> measure = MeasureOf(claim.value);
    if (!measure) continue;
    std::string title = TitleOf(claim, *measure);
    auto [place, added] = places.emplace(title, panels.size());
    if (added) {
      panels.push_back({title, {}, {}});
      of_days.push_back(measure->unit_class == "date");
    }
    panels[place->second].plotted.push_back(Plotted(i, *measure));
  }
  for (std::size_t i = 0; i < panels.size(); ++i) panels[i].axis = AxisOf(panels[i].plotted, of_days[i]);
  return panels;
}

}  // namespace tally
