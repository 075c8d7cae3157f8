#include "report/history_svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "report/history_panels.h"
#include "report/html_text.h"
#include "report/value_text.h"
#include "report/visible_text.h"

namespace tally {
namespace {

// In the units of the picture, which are pixels where it is not scaled.
constexpr double kWidth = 960;
constexpr double kMargin = 24;
constexpr double kPlotLeft = 104;
constexpr double kPlotRight = kWidth - 60;
constexpr double kPlotHeight = 240;
constexpr double kTitleHeight = 44;
constexpr double kBelowPlot = 48;
constexpr double kLineHeight = 22;
constexpr double kPanelGap = 24;
// Terminal columns of the texts in a line of the list; longer ones are cut.
constexpr int kValueColumns = 34;
constexpr int kWhoColumns = 24;
constexpr int kQuoteColumns = 38;

// Plain rules and no variables, which some programs that show pictures do not know. Contrasts of 4.5:1 and
// more on both grounds, and each standing has a shape of its own beside its colour.
constexpr std::string_view kStyle = R"CSS(
.ground { fill: #fcfbf8 }
text { fill: #1d1b18; font: 13px system-ui, "Segoe UI", Roboto, "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", sans-serif }
.title { font-size: 17px; font-weight: 600 }
.soft { fill: #5c574f }
.grid { stroke: #dfdad0 }
.line { stroke: #5c574f; fill: none; stroke-dasharray: 2 4 }
.stated { stroke: #1c4f82; fill: #1c4f82; stroke-width: 2 }
.superseded { stroke: #5c574f; fill: #fcfbf8; stroke-width: 2 }
.conflict { stroke: #a11d1d; fill: none; stroke-width: 2.5 }
.lenient { stroke-width: 9; stroke-opacity: .22 }
text.stated { stroke: none }
text.conflict { fill: #a11d1d; stroke: none }
text.superseded { fill: #5c574f; stroke: none }
@media (prefers-color-scheme: dark) {
  .ground { fill: #161513 }
  text { fill: #ece8e0 }
  .soft { fill: #aca598 }
  .grid { stroke: #3a3731 }
  .line { stroke: #aca598 }
  .stated { stroke: #9cc4ee; fill: #9cc4ee }
  .superseded { stroke: #aca598; fill: #161513 }
  .conflict { stroke: #ff9a8f }
  text.conflict { fill: #ff9a8f }
  text.superseded { fill: #aca598 }
}
)CSS";

// U+FFFE and U+FFFF are no characters of XML (https://www.w3.org/TR/xml/#charsets).
std::string SvgText(std::string_view text) {
  std::string safe = HtmlText(text);
  for (std::size_t at = safe.find("\xEF\xBF"); at != std::string::npos; at = safe.find("\xEF\xBF", at + 3)) {
    if (safe[at + 2] == '\xBE' || safe[at + 2] == '\xBF') safe[at + 2] = '\xBD';
  }
  return safe;
}

std::string_view ClassOf(Standing standing) {
  return standing == Standing::kUndisputed ? "stated" : StandingName(standing);
}

std::string Text(double x, double y, std::string_view style, std::string_view anchor, std::string_view text) {
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" class=\"{}\" text-anchor=\"{}\">{}</text>\n", x, y,
                     style, anchor, SvgText(text));
}

std::string Line(double x1, double y1, double x2, double y2, std::string_view style) {
  return fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" class=\"{}\"/>\n", x1, y1,
                     x2, y2, style);
}

// Finds room for the numbers beside the marks: each takes a cell, and moves down where it is taken.
class LabelRoom {
 public:
  // The height at which a label at (x, y) stands; nullopt where too many are there already.
  std::optional<double> Place(double x, double y) {
    constexpr double kCellWidth = 22;
    constexpr double kCellHeight = 13;
    constexpr int kTries = 6;
    auto column = static_cast<int>(x / kCellWidth);
    auto row = static_cast<int>(y / kCellHeight);
    for (int i = 0; i < kTries; ++i) {
      if (taken_.emplace(column, row + i).second) return y + i * kCellHeight;
    }
    return std::nullopt;
  }

 private:
  std::set<std::pair<int, int>> taken_;
};

class PanelWriter {
 public:
  PanelWriter(const HistoryLine& line, const HistoryPanel& panel, double top)
      : line_(line), panel_(panel), plot_top_(top + kTitleHeight) {}

  // The height that it takes is Height().
  std::string Write() {
    Title();
    if (const ValueAxis axis = TimeAxis(); !axis.ticks().empty()) Plot(axis);
    for (std::size_t i = 0; i < panel_.plotted.size(); ++i) ListLine(i);
    return std::move(out_);
  }

  static double Height(const HistoryPanel& panel) {
    return kTitleHeight + kPlotHeight + kBelowPlot + kLineHeight * static_cast<double>(panel.plotted.size()) +
           kPanelGap;
  }

 private:
  const HistoryEntry& Entry(const PlottedEntry& plotted) const { return line_.entries[plotted.entry]; }

  double Y(double value) const {
    return plot_top_ + kPlotHeight * (1 - std::clamp(panel_.axis.Place(value), 0.0, 1.0));
  }
  static double X(const ValueAxis& time, Day day) {
    auto count = static_cast<double>(day.time_since_epoch().count());
    return kPlotLeft + (kPlotRight - kPlotLeft) * time.Place(count);
  }

  void Title() {
    std::string title = panel_.title + (panel_.axis.logarithmic() ? ", logarithmic axis" : "");
    out_ += Text(kMargin, plot_top_ - kTitleHeight / 2, "title", "start", title);
  }

  // Without ticks where no entry has a day.
  ValueAxis TimeAxis() const {
    std::vector<double> days;
    for (const PlottedEntry& plotted : panel_.plotted) {
      if (auto day = DayOfEntry(Entry(plotted)))
        days.push_back(static_cast<double>(day->time_since_epoch().count()));
    }
    return days.empty() ? ValueAxis() : ValueAxis::Of(days, ValueAxis::Kind::kDay);
  }

  void Plot(const ValueAxis& time) {
    for (const AxisTick& tick : panel_.axis.ticks()) {
      out_ += Line(kPlotLeft, Y(tick.value), kPlotRight, Y(tick.value), "grid");
      out_ += Text(kPlotLeft - 8, Y(tick.value) + 4, "soft", "end", tick.label);
    }
    for (const AxisTick& tick : time.ticks()) {
      double x = kPlotLeft + (kPlotRight - kPlotLeft) * time.Place(tick.value);
      out_ += Line(x, plot_top_, x, plot_top_ + kPlotHeight, "grid");
      out_ += Text(x, plot_top_ + kPlotHeight + 18, "soft", "middle", tick.label);
    }
    Course(time);
    for (std::size_t i = 0; i < panel_.plotted.size(); ++i) Mark(time, i);
  }

  // From each undisputed figure to the next.
  void Course(const ValueAxis& time) {
    std::string points;
    for (const PlottedEntry& plotted : panel_.plotted) {
      const HistoryEntry& entry = Entry(plotted);
      auto day = DayOfEntry(entry);
      if (!day || entry.standing.standing != Standing::kUndisputed) continue;
      points += fmt::format("{}{:.1f},{:.1f}", points.empty() ? "" : " ", X(time, *day), Y(plotted.Middle()));
    }
    if (points.find(' ') != std::string::npos)
      out_ += fmt::format("<polyline points=\"{}\" class=\"line\"/>\n", points);
  }

  void Mark(const ValueAxis& time, std::size_t i) {
    const PlottedEntry& plotted = panel_.plotted[i];
    const HistoryEntry& entry = Entry(plotted);
    auto day = DayOfEntry(entry);
    if (!day) return;
    double x = X(time, *day);
    double y = Y(plotted.Middle());
    std::string_view style = ClassOf(entry.standing.standing);
    out_ += "<g><title>" +
            SvgText(fmt::format("{}. {}: {}", i + 1, FormatDay(*day), ValueText(entry.claim.value))) +
            "</title>\n";
    out_ += Line(x, Y(plotted.lenient_low), x, Y(plotted.lenient_high), fmt::format("{} lenient", style));
    Bars(plotted, x, style);
    if (entry.standing.standing == Standing::kConflict) {
      out_ += Line(x - 5, y - 5, x + 5, y + 5, style) + Line(x - 5, y + 5, x + 5, y - 5, style);
    } else {
      out_ += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4.5\" class=\"{}\"/>\n", x, y, style);
    }
    out_ += "</g>\n";
    if (auto place = labels_.Place(x + 9, y))
      out_ += Text(x + 9, *place + 4, style, "start", std::to_string(i + 1));
  }

  // The stated interval; an open end runs to the edge of the plot and has no bar across.
  void Bars(const PlottedEntry& plotted, double x, std::string_view style) {
    if (plotted.point()) return;
    double low = plotted.low ? Y(*plotted.low) : plot_top_ + kPlotHeight;
    double high = plotted.high ? Y(*plotted.high) : plot_top_;
    out_ += Line(x, low, x, high, style);
    if (plotted.low) out_ += Line(x - 6, low, x + 6, low, style);
    if (plotted.high) out_ += Line(x - 6, high, x + 6, high, style);
  }

  void ListLine(std::size_t i) {
    const HistoryEntry& entry = Entry(panel_.plotted[i]);
    const Claim& claim = entry.claim;
    auto day = DayOfEntry(entry);
    double y = plot_top_ + kPlotHeight + kBelowPlot + kLineHeight * static_cast<double>(i);
    std::string_view style = ClassOf(entry.standing.standing);
    out_ += Text(kMargin + 20, y, style, "end", std::to_string(i + 1));
    out_ += Text(kMargin + 32, y, "soft", "start", day ? FormatDay(*day) : "undated");
    out_ += Text(kPlotLeft + 36, y, style, "start", KeepFirst(ValueText(claim.value), kValueColumns));
    out_ += Text(kPlotLeft + 300, y, "", "start", KeepFirst(WhoSaid(entry), kWhoColumns));
    out_ += Text(kPlotLeft + 478, y, "soft", "start",
                 "“" + KeepFirst(VisibleText(claim.quote), kQuoteColumns) + "”");
    out_ += Text(kWidth - kMargin, y, style, "end", StandingName(entry.standing.standing));
  }

  const HistoryLine& line_;
  const HistoryPanel& panel_;
  double plot_top_;
  LabelRoom labels_;
  std::string out_;
};

}  // namespace

std::string HistorySvg(const HistoryLine& line) {
  std::vector<HistoryPanel> panels = PanelsOf(line);
  double height = kPanelGap;
  for (const HistoryPanel& panel : panels) height += PanelWriter::Height(panel);
  std::string svg = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.0f}\" height=\"{1:.0f}\" viewBox=\"0 0 {0:.0f} "
      "{1:.0f}\" "
      "role=\"img\">\n<title>{2}</title>\n<style>{3}</style>\n<rect class=\"ground\" width=\"100%\" "
      "height=\"100%\"/>\n",
      kWidth, height, SvgText(line.title), kStyle);
  double top = kPanelGap;
  for (const HistoryPanel& panel : panels) {
    svg += PanelWriter(line, panel, top).Write();
    top += PanelWriter::Height(panel);
  }
  return svg + "</svg>\n";
}

}  // namespace tally
