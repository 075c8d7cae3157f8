// One broken value must not cost a page its title and its date: what stands on a line of its own as key and
// value is read, whatever is wrong elsewhere.
#include <algorithm>

#include "base/utf8.h"
#include "document/front_values.h"

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool IsKeyByte(char c) { return IsAsciiAlnum(c) || c == '_' || c == '-'; }

class Recovery {
 public:
  Recovery(std::string_view raw, std::size_t start, std::size_t end)
      : raw_(raw.substr(0, end)), start_(start) {}

  std::vector<FrontValue> Read() {
    for (std::size_t at = start_; at < raw_.size();) {
      std::size_t stop = std::min(raw_.find('\n', at), raw_.size());
      TakeLine(Trimmed({at, stop}));
      at = stop + 1;
    }
    return std::move(values_);
  }

 private:
  Span Trimmed(Span span) const {
    auto blank = [&](std::size_t at) { return std::string_view(" \t\r").find(raw_[at]) != kNone; };
    while (span.start < span.end && blank(span.start)) ++span.start;
    while (span.end > span.start && blank(span.end - 1)) --span.end;
    return span;
  }

  void TakeLine(Span line) {
    if (line.size() > 2 && raw_.substr(line.start, 2) == "- ") {
      if (!key_.empty()) TakeScalar(Trimmed({line.start + 2, line.end}));
      return;
    }
    std::size_t at = line.start;
    bool quoted = at < line.end && raw_[at] == '"';
    if (quoted) ++at;
    std::size_t key = at;
    while (at < line.end && IsKeyByte(raw_[at])) ++at;
    std::string name(raw_.substr(key, at - key));
    if (quoted && at < line.end && raw_[at] == '"') ++at;
    while (at < line.end && raw_[at] == ' ') ++at;
    if (name.empty() || at >= line.end || (raw_[at] != ':' && raw_[at] != '=')) return;
    key_ = std::move(name);
    Span value = Trimmed({at + 1, line.end});
    if (!value.empty() && raw_[value.end - 1] == ',') value = Trimmed({value.start, value.end - 1});
    // "[快讯] 甲公司…" is a text, which YAML takes for a list.
    std::size_t close = raw_.find(']', value.start);
    if (!value.empty() && raw_[value.start] == '[' && (close >= value.end || close + 1 == value.end)) {
      TakeList(value);
    } else {
      TakeScalar(value);
    }
  }

  // Items between commas; a comma inside quotes belongs to its item.
  void TakeList(Span list) {
    std::size_t end = raw_[list.end - 1] == ']' ? list.end - 1 : list.end;
    char quote = 0;
    std::size_t item = list.start + 1;
    for (std::size_t at = item; at <= end; ++at) {
      if (at < end && quote == 0 && (raw_[at] == '"' || raw_[at] == '\'')) {
        quote = raw_[at];
      } else if (at < end && raw_[at] == quote) {
        quote = 0;
      } else if (at == end || (raw_[at] == ',' && quote == 0)) {
        if (item < at) TakeScalar(Trimmed({item, at}));
        item = at + 1;
      }
    }
  }

  // Without the quotes around it; escapes inside are left as they are printed.
  void TakeScalar(Span value) {
    if (value.empty() || std::string_view("|>{").find(raw_[value.start]) != kNone) return;
    for (char quote : {'"', '\''}) {
      if (raw_[value.start] != quote) continue;
      ++value.start;
      if (value.end > value.start && raw_[value.end - 1] == quote) --value.end;
    }
    if (value.empty()) return;
    std::string text(raw_.substr(value.start, value.size()));
    values_.push_back({key_, std::move(text), value.start, {{{Piece::Kind::kText, value, 0}}}});
  }

  std::string_view raw_;
  std::size_t start_;
  std::string key_;  // of the last line that had one
  std::vector<FrontValue> values_;
};

}  // namespace

std::vector<FrontValue> RecoverValues(std::string_view raw, std::size_t start, std::size_t end) {
  return Recovery(raw, start, end).Read();
}

bool IsOwnTable(std::string_view key) { return key == "params" || key == "extra"; }

std::size_t LineOf(std::string_view raw, std::size_t at) {
  return 1 + static_cast<std::size_t>(std::ranges::count(raw.substr(0, at), '\n'));
}

}  // namespace tally
