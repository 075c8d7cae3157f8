// One broken value must not cost a page its title and its date, nor its other texts: the front matter is cut
// at its keys, and each part that its library can read alone is read by it. What is left of the broken ones
// is read as it stands.
#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "document/front_values.h"

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool IsKeyByte(char c) { return IsAsciiAlnum(c) || c == '_' || c == '-'; }

struct Key {
  std::string name;
  std::size_t indentation = 0;
  Span line;              // without the line end
  std::size_t value = 0;  // behind the colon or the equals sign
};

class Recovery {
 public:
  Recovery(std::string_view raw, std::size_t start, std::size_t end, FrontSyntax syntax)
      : raw_(raw.substr(0, end)), start_(start), syntax_(syntax) {}

  std::vector<FrontValue> Read() {
    std::optional<Key> open;
    for (std::size_t at = start_; at < raw_.size();) {
      std::size_t stop = std::min(raw_.find('\n', at), raw_.size());
      if (syntax_ == FrontSyntax::kToml && raw_[at] == '[' && (!open || !IsOpenList(*open, at))) {
        if (open) TakePart(*open, at);
        open.reset();
        SetTable({at, stop});
      } else if (auto key = KeyOfLine({at, stop}); key && (!open || key->indentation <= open->indentation)) {
        if (open) TakePart(*open, at);
        open = std::move(key);
      }
      at = stop + 1;
    }
    if (open) TakePart(*open, raw_.size());
    return std::move(values_);
  }

 private:
  Span Trimmed(Span span) const {
    auto blank = [&](std::size_t at) { return std::string_view(" \t\r\n").find(raw_[at]) != kNone; };
    while (span.start < span.end && blank(span.start)) ++span.start;
    while (span.end > span.start && blank(span.end - 1)) --span.end;
    return span;
  }

  std::optional<Key> KeyOfLine(Span whole) const {
    Span line = Trimmed(whole);
    std::size_t at = line.start;
    bool quoted = at < line.end && raw_[at] == '"';
    if (quoted) ++at;
    std::size_t name = at;
    while (at < line.end && IsKeyByte(raw_[at])) ++at;
    Key key{std::string(raw_.substr(name, at - name)), line.start - whole.start, line, 0};
    if (quoted && at < line.end && raw_[at] == '"') ++at;
    while (at < line.end && raw_[at] == ' ') ++at;
    if (key.name.empty() || at >= line.end || (raw_[at] != ':' && raw_[at] != '=')) return std::nullopt;
    key.value = at + 1;
    return key;
  }

  // TOML closes its lists, and may begin each of their lines with a bracket.
  bool IsOpenList(const Key& key, std::size_t at) const {
    Span value = Trimmed({key.value, at});
    return !value.empty() && raw_[value.start] == '[' && raw_[value.end - 1] != ']';
  }

  void SetTable(Span whole) {
    Span line = Trimmed(whole);
    std::string_view name = raw_.substr(line.start + 1, line.size() - 1);
    passed_over_ = !IsOwnTable(name.substr(0, name.find(']')));
  }

  // From the line of a key to before that of the next one.
  void TakePart(const Key& key, std::size_t end) {
    if (passed_over_ || TakeSound(key, end)) return;
    std::vector<Span> lines;
    if (Span first = WithoutComment(Trimmed({key.value, key.line.end})); !first.empty())
      lines.push_back(first);
    bool own_table = lines.empty() && IsOwnTable(key.name);
    for (std::size_t at = std::min(key.line.end + 1, end); at < end;) {
      std::size_t stop = std::min(raw_.find('\n', at), end);
      auto inner = lines.empty() ? KeyOfLine({at, stop}) : std::nullopt;
      // A table of its own, one level deep.
      bool nested = inner && key.name != inner->name && inner->indentation > key.indentation;
      if (nested && own_table) {
        TakeValue(inner->name, {Trimmed({inner->value, inner->line.end})});
      } else if (Span line = Trimmed({at, stop}); !nested && !line.empty() && raw_[line.start] != '#') {
        lines.push_back(line);
      }
      at = stop + 1;
    }
    TakeLines(key.name, std::move(lines));
  }

  // True where the library reads the part, and all of it has its place.
  bool TakeSound(const Key& key, std::size_t end) {
    std::size_t start = key.line.start;
    FrontValues read;
    if (syntax_ == FrontSyntax::kYaml) {
      read = ReadYamlValues(raw_, start, end);
    } else if (syntax_ == FrontSyntax::kToml) {
      read = ReadTomlValues(raw_, start, end);
    } else {
      return false;
    }
    bool placed =
        std::ranges::all_of(read.values, [](const FrontValue& value) { return value.pieces.has_value(); });
    if (!read.error.empty() || !placed) return false;
    std::ranges::move(read.values, std::back_inserter(values_));
    return true;
  }

  void TakeLines(const std::string& key, std::vector<Span> lines) {
    if (lines.empty()) return;
    SkipProperties(lines);
    // The mark of a text of several lines: ">", "|-".
    bool block = !lines.empty() && lines.size() > 1 &&
                 (raw_[lines[0].start] == '>' || raw_[lines[0].start] == '|') && lines[0].size() <= 3;
    if (block) lines.erase(lines.begin());
    if (lines.empty()) return;
    bool items = raw_.substr(lines[0].start, 2) == "- ";
    if (!items || block) return TakeValue(key, lines);
    std::vector<Span> item;
    for (Span line : lines) {
      bool begins = raw_.substr(line.start, 2) == "- ";
      if (begins && !item.empty()) TakeScalar(key, std::exchange(item, {}));
      item.push_back(begins ? Trimmed({line.start + 2, line.end}) : line);
    }
    TakeScalar(key, item);
  }

  // Anchors and tags of YAML: "&name", "!!str".
  void SkipProperties(std::vector<Span>& lines) const {
    Span& first = lines[0];
    while (syntax_ == FrontSyntax::kYaml && !first.empty() &&
           (raw_[first.start] == '&' || raw_[first.start] == '!')) {
      std::size_t blank = raw_.substr(0, first.end).find(' ', first.start);
      first = Trimmed({blank == kNone ? first.end : blank, first.end});
    }
    if (first.empty()) lines.erase(lines.begin());
  }

  Span WithoutComment(Span value) const {
    std::size_t comment = raw_.substr(0, value.end).find(" #", value.start);
    bool plain = syntax_ == FrontSyntax::kYaml && !value.empty() && raw_[value.start] != '"' &&
                 raw_[value.start] != '\'';
    return plain && comment != kNone ? Trimmed({value.start, comment}) : value;
  }

  void TakeValue(const std::string& key, std::vector<Span> lines) {
    Span& first = lines[0];
    if (first.empty()) return;
    if (syntax_ == FrontSyntax::kJson && raw_[lines.back().end - 1] == ',')
      lines.back() = Trimmed({lines.back().start, lines.back().end - 1});
    if (first.empty() || lines.back().empty()) return;
    // "[快讯] 甲公司…" is a text, which YAML takes for a list.
    std::size_t close = raw_.find(']', first.start);
    bool list = raw_[first.start] == '[' && (close >= first.end || close + 1 == first.end);
    if (!list) return TakeScalar(key, lines);
    ++first.start;
    for (Span line : lines) TakeItems(key, line);
  }

  // Items between commas; a comma inside quotes belongs to its item.
  void TakeItems(const std::string& key, Span list) {
    std::size_t end = !list.empty() && raw_[list.end - 1] == ']' ? list.end - 1 : list.end;
    char quote = 0;
    std::size_t item = list.start;
    for (std::size_t at = item; at <= end; ++at) {
      if (at < end && quote == 0 && (raw_[at] == '"' || raw_[at] == '\'')) {
        quote = raw_[at];
      } else if (at < end && raw_[at] == quote) {
        quote = 0;
      } else if (at == end || (raw_[at] == ',' && quote == 0)) {
        if (item < at) TakeScalar(key, {Trimmed({item, at})});
        item = at + 1;
      }
    }
  }

  // "*name": what it stands for is elsewhere, and is read there.
  bool IsAlias(const std::vector<Span>& lines) const {
    std::string_view text = raw_.substr(lines[0].start, lines[0].size());
    return lines.size() == 1 && text.size() > 1 && text[0] == '*' &&
           std::ranges::all_of(text.substr(1), IsKeyByte);
  }

  // Without the quotes around it; escapes inside are left as they are printed.
  void TakeScalar(const std::string& key, std::vector<Span> lines) {
    std::erase_if(lines, [](Span line) { return line.empty(); });
    if (lines.empty() || raw_[lines[0].start] == '{' || IsAlias(lines)) return;
    Unquote(lines);
    FrontValue value{key, "", 0, std::vector<Piece>()};
    for (Span line : lines) {
      if (line.empty()) continue;
      if (value.text.empty()) {
        value.at = line.start;
      } else {
        value.text += ' ';
        value.pieces->push_back({Piece::Kind::kBreak, {value.pieces->back().raw.end, line.start}, 0});
      }
      value.text += raw_.substr(line.start, line.size());
      value.pieces->push_back({Piece::Kind::kText, line, 0});
    }
    if (!value.text.empty()) values_.push_back(std::move(value));
  }

  // Both quotes, or the first one where the text has no other: in "\"A\" and more" they are a part of it.
  void Unquote(std::vector<Span>& lines) const {
    char quote = raw_[lines[0].start];
    if (quote != '"' && quote != '\'') return;
    std::string_view text = raw_.substr(0, lines.back().end);
    std::size_t other = text.find(quote, lines[0].start + 1);
    while (other != kNone && text[other - 1] == '\\') other = text.find(quote, other + 1);
    if (other != kNone && other + 1 != text.size()) return;
    if (other != kNone) --lines.back().end;
    ++lines[0].start;
  }

  std::string_view raw_;
  std::size_t start_;
  FrontSyntax syntax_;
  bool passed_over_ = false;  // inside of a table that is not the page's own
  std::vector<FrontValue> values_;
};

}  // namespace

std::vector<FrontValue> RecoverValues(std::string_view raw, std::size_t start, std::size_t end,
                                      FrontSyntax syntax) {
  return Recovery(raw, start, end, syntax).Read();
}

bool IsOwnTable(std::string_view key) { return key == "params" || key == "extra"; }

std::size_t LineOf(std::string_view raw, std::size_t at) {
  return 1 + static_cast<std::size_t>(std::ranges::count(raw.substr(0, at), '\n'));
}

}  // namespace tally
