#include "report/history_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "report/history_panels.h"
#include "report/value_text.h"
#include "report/visible_text.h"

namespace tally {
namespace {

constexpr int kPlotColumns = 48;
// Who said it; longer names are cut.
constexpr int kWhoColumns = 24;
constexpr int kDayColumns = 10;

using Cells = std::vector<std::string>;

std::string_view MarkOf(Standing standing) {
  return standing == Standing::kConflict ? "✕" : standing == Standing::kSuperseded ? "○" : "●";
}

int ColumnOf(const ValueAxis& axis, double value) {
  double place = std::clamp(axis.Place(value), 0.0, 1.0);
  return static_cast<int>(std::lround(place * (kPlotColumns - 1)));
}

void Fill(Cells& cells, int from, int to, const char* sign) {
  for (int i = from; i <= to; ++i) cells[static_cast<std::size_t>(i)] = sign;
}

std::string PlotOf(const PlottedEntry& plotted, const ValueAxis& axis, Standing standing) {
  Cells cells(kPlotColumns, " ");
  for (const AxisTick& tick : axis.ticks())
    Fill(cells, ColumnOf(axis, tick.value), ColumnOf(axis, tick.value), "┊");
  Fill(cells, ColumnOf(axis, plotted.lenient_low), ColumnOf(axis, plotted.lenient_high), "╌");
  std::string mark(MarkOf(standing));
  int low = plotted.low ? ColumnOf(axis, *plotted.low) : 0;
  int high = plotted.high ? ColumnOf(axis, *plotted.high) : kPlotColumns - 1;
  if (!plotted.point()) Fill(cells, low, high, "─");
  auto at = [&](int column) -> std::string& { return cells[static_cast<std::size_t>(column)]; };
  if (plotted.low && plotted.high && !plotted.point()) {
    at(low) = "├";
    at(high) = "┤";
  }
  if (!plotted.low) at(low) = "◄";
  if (!plotted.high) at(high) = "►";
  at(ColumnOf(axis, plotted.Middle())) = mark;
  std::string text;
  for (const std::string& cell : cells) text += cell;
  return text;
}

// The labels of the ticks, each centred on its column where the one before leaves room.
std::string TickLine(const ValueAxis& axis) {
  std::string line;
  int width = 0;
  for (const AxisTick& tick : axis.ticks()) {
    int label = DisplayWidth(tick.label);
    int from = std::max(ColumnOf(axis, tick.value) - label / 2, 0);
    if (width > 0 && from < width + 2) continue;
    line += std::string(static_cast<std::size_t>(from - width), ' ') + tick.label;
    width = from + label;
  }
  return line;
}

std::string PanelText(const HistoryLine& line, const HistoryPanel& panel, int who_columns) {
  auto indent = static_cast<std::size_t>(kDayColumns + 2 + who_columns + 2);
  std::string text = panel.title + (panel.axis.logarithmic() ? ", on a logarithmic axis" : "") + "\n";
  text += std::string(indent, ' ') + TickLine(panel.axis) + "\n";
  for (const PlottedEntry& plotted : panel.plotted) {
    const HistoryEntry& entry = line.entries[plotted.entry];
    auto day = DayOfEntry(entry);
    text += fmt::format("{}  {}  {}  {}\n", PadRight(day ? FormatDay(*day) : "undated", kDayColumns),
                        PadRight(KeepFirst(WhoSaid(entry), kWhoColumns), who_columns),
                        PlotOf(plotted, panel.axis, entry.standing.standing), ValueText(entry.claim.value));
  }
  return text;
}

}  // namespace

std::string HistoryChart(const HistoryLine& line) {
  int who_columns = 0;
  for (const HistoryEntry& entry : line.entries)
    who_columns = std::max(who_columns, DisplayWidth(KeepFirst(WhoSaid(entry), kWhoColumns)));
  std::string text;
  for (const HistoryPanel& panel : PanelsOf(line)) text += PanelText(line, panel, who_columns) + "\n";
  if (text.empty()) return text;
  return text +
         "● stated  ○ superseded  ✕ in conflict  ├─┤ range  ◄ ► bound  ╌ what rounding leaves room for\n";
}

}  // namespace tally
