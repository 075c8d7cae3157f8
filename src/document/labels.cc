// The word lists say how much a label needs (the value after the tab):
//   (none)    a colon, or at the line's beginning a bar or a slash: "来源:", "作者 | ", "文/"
//   bare      nothing, at the line's beginning: "Published May 5", "By Jane Doe"
//   anywhere  nothing, anywhere in a short line: "转载自", "first published in"
//   top       a colon; too general a word to be trusted far from the article's top: "日期", "date"
//   updated   as bare; second choice after a date of publication
//   behind    a colon, or nothing behind a date (document/date_line.h): "更新: …", "… 更新"; updated_behind
//             likewise
#include "document/labels.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "document/text_dates.h"

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

struct Marked {
  const WordTable* table;
  Label::Kind kind;
};

std::array<Marked, 4> Tables(const DocumentWords& words) {
  return {{{&words.published_labels, Label::Kind::kPublished},
           {&words.source_labels, Label::Kind::kSource},
           {&words.author_labels, Label::Kind::kAuthor},
           {&words.url_labels, Label::Kind::kUrl}}};
}

std::size_t SkipBlanks(std::string_view text, std::size_t at) {
  std::size_t found = text.find_first_not_of(' ', at);
  return found == kNone ? text.size() : found;
}

// Past brackets, stars and bullets that decorate the beginning of a line.
std::size_t LineBeginning(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size()) {
    CodePoint c = DecodeUtf8(line, at);
    constexpr std::u32string_view kDecoration = U" ([【*#>-—|·•●■◆▲";
    if (kDecoration.find(c.value) == std::u32string_view::npos) break;
    at += c.length;
  }
  return at;
}

// The byte behind a colon (or, where allowed, a bar or a slash) at `at`, blanks before it passed over; kNone
// without one.
std::size_t PastColon(std::string_view line, std::size_t at, bool bar_allowed) {
  at = SkipBlanks(line, at);
  if (at >= line.size()) return kNone;
  if (line[at] == ':') return at + 1;
  if (!bar_allowed) return kNone;
  for (std::string_view bar : {"|", "丨", "/", "│"}) {
    if (line.substr(at).starts_with(bar)) return at + bar.size();
  }
  return kNone;
}

struct Found {
  Label label;
  std::size_t value_start = 0;
  bool in_row = false;  // counts only in a line that begins with a label
};

// "首发于某某网，作者张三，转载自…": a Chinese name of two to four characters between commas.
bool IsNameInRow(std::string_view line, std::size_t at, std::size_t end) {
  constexpr std::u32string_view kBreaks = U"，,、;|()（） ";
  if (at == 0 ||
      kBreaks.find(DecodeUtf8(line, PreviousCodePoint(line, at)).value) == std::u32string_view::npos)
    return false;
  std::size_t characters = 0;
  for (; end < line.size() && characters <= 4; ++characters) {
    CodePoint c = DecodeUtf8(line, end);
    if (kBreaks.find(c.value) != std::u32string_view::npos || c.value == U'。') break;
    if (c.value < 0x4E00 || c.value > 0x9FFF) return false;
    end += c.length;
  }
  return characters >= 2 && characters <= 4;
}

std::optional<Found> LabelAt(std::string_view line, std::size_t at, bool beginning,
                             const DocumentWords& words) {
  std::optional<Found> best;
  std::size_t longest = 0;
  for (const Marked& marked : Tables(words)) {
    auto hit = marked.table->lexicon.Longest(line, at);
    if (!hit || hit->length <= longest) continue;
    const std::string& value = marked.table->ValueOf(*hit);
    std::size_t end = at + hit->length;
    std::size_t colon = PastColon(line, end, beginning);
    bool bare = value == "anywhere" || (beginning && (value == "bare" || value == "updated"));
    bool in_row =
        colon == kNone && !bare && marked.kind == Label::Kind::kAuthor && IsNameInRow(line, at, end);
    if (colon == kNone && !bare && !in_row) continue;
    longest = hit->length;
    Label label{marked.kind, at, {}, colon != kNone, value == "top"};
    if (value.starts_with("updated")) label.kind = Label::Kind::kUpdated;
    best = Found{label, colon != kNone ? colon : end, in_row};
  }
  return best;
}

// "来源:某某网 责任编辑:李四": what follows the blank is another label, of no list of ours.
bool BeginsOtherLabel(std::string_view line, std::size_t blank, std::size_t limit) {
  std::string_view word = line.substr(blank + 1, limit - blank - 1);
  word = word.substr(0, word.find(' '));
  return word.find(':') != kNone;
}

// " 2024-06-11", " 2024年": a date beside a name, with a single blank between.
bool IsDateBehindBlank(std::string_view text) {
  constexpr std::size_t kYearDigits = 4;
  if (!text.starts_with(' ')) return false;
  text.remove_prefix(1);
  if (std::min(text.find_first_not_of("0123456789"), text.size()) != kYearDigits) return false;
  text.remove_prefix(kYearDigits);
  return text.starts_with('-') || text.starts_with('/') || text.starts_with('.') || text.starts_with("年");
}

// " on May 4", " on Sunday", " May 4", "2025年", "5月4日": when it appeared stands behind the name without a
// comma.
bool IsDateBehindName(std::string_view text, const DocumentWords& words) {
  if (IsAsciiDigit(text[0])) {
    std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    std::string_view unit = text.substr(std::min(text.find_first_not_of(' ', digits), text.size()));
    return digits <= 4 && (unit.starts_with(digits == 4 ? "年" : "月"));
  }
  if (!text.starts_with(' ')) return false;
  text.remove_prefix(1);
  bool at_day = text.starts_with("on ");
  if (at_day) text.remove_prefix(3);
  auto month = words.months.lexicon.Longest(text, 0);
  if (month) {
    std::string_view day = text.substr(month->length);
    day.remove_prefix(std::min(day.find_first_not_of(". "), day.size()));
    return !day.empty() && IsAsciiDigit(day[0]);
  }
  return at_day && !text.empty() && (IsAsciiDigit(text[0]) || words.weekdays_en.lexicon.Longest(text, 0));
}

// What ends a value: a separator, a bracket, a stop, two blanks, or another label; a date ends a name.
std::size_t ValueEnd(std::string_view line, std::size_t start, std::size_t limit, Label::Kind kind,
                     const DocumentWords& words) {
  bool date = kind == Label::Kind::kPublished || kind == Label::Kind::kUpdated;
  for (std::size_t at = start; at < limit;) {
    CodePoint c = DecodeUtf8(line, at);
    constexpr std::u32string_view kEnds = U"|丨│,，。;；、()[]【】";
    if (!date && (kEnds.find(c.value) != std::u32string_view::npos || line.substr(at, 3) == " / " ||
                  line.substr(at).starts_with(" · ")))
      return at;
    if (!date && at > start &&
        (IsDateBehindBlank(line.substr(at)) || IsDateBehindName(line.substr(at), words)))
      return at;
    if (line.substr(at, 2) == "  " && at > SkipBlanks(line, start)) return at;
    if (!date && line[at] == ' ' && at > SkipBlanks(line, start) && BeginsOtherLabel(line, at, limit))
      return at;
    at += c.length;
  }
  return limit;
}

constexpr std::u32string_view kQuotes = U" \"'“”‘’「」『』《》〈〉<>*_";

// The quoted part where the value opens with a quote, otherwise the value without blanks at its ends.
TextSpan TrimValue(std::string_view line, std::size_t start, std::size_t end) {
  auto quoted = [&](std::size_t at) {
    return kQuotes.find(DecodeUtf8(line, at).value) != std::u32string_view::npos;
  };
  bool opened = false;
  while (start < end && quoted(start)) {
    opened = opened || line[start] != ' ';
    start += DecodeUtf8(line, start).length;
  }
  for (std::size_t at = start; opened && at < end; at += DecodeUtf8(line, at).length) {
    if (line[at] != ' ' && quoted(at)) end = at;
  }
  while (end > start) {
    std::size_t last = PreviousCodePoint(line, end);
    if (!quoted(last) && line[last] != '.' && line[last] != '-') break;
    end = last;
  }
  return {start, end};
}

std::vector<Label> Collect(std::string_view line, const DocumentWords& words, bool anywhere) {
  std::vector<Found> found;
  std::size_t beginning = LineBeginning(line);
  for (std::size_t at = 0; at < line.size();) {
    bool may_begin = (words.starts.At(line, at) & DocumentWords::kLabel) != 0;
    auto hit = may_begin ? LabelAt(line, at, at == beginning, words) : std::nullopt;
    if (hit) {
      found.push_back(*hit);
      at = hit->value_start;
    } else {
      at += DecodeUtf8(line, at).length;
    }
  }
  bool counts = anywhere || (!found.empty() && found.front().label.start == beginning);
  std::vector<Label> labels;
  for (std::size_t i = 0; i < found.size(); ++i) {
    Label& label = found[i].label;
    if (!counts && (label.colon || found[i].in_row)) continue;
    std::size_t limit = i + 1 < found.size() ? found[i + 1].label.start : line.size();
    // An address stands in folded text as a blank: it must not be trimmed away.
    if (label.kind == Label::Kind::kUrl) {
      label.value = {found[i].value_start, limit};
      labels.push_back(label);
      continue;
    }
    if (label.kind == Label::Kind::kSource) {
      // 首发于2025年5月4日的《财经周刊》.
      auto dates = FindDates(line.substr(0, limit), words.months);
      auto first = std::ranges::find(dates, SkipBlanks(line, found[i].value_start),
                                     [](const DateHit& hit) { return hit.text.start; });
      if (first != dates.end()) {
        found[i].value_start = first->text.end;
        if (line.substr(first->text.end).starts_with("的"))
          found[i].value_start += std::string_view("的").size();
      }
    }
    std::size_t end = ValueEnd(line, found[i].value_start, limit, label.kind, words);
    label.value = TrimValue(line, found[i].value_start, end);
    labels.push_back(label);
  }
  return labels;
}

}  // namespace

std::vector<Label> FindLabels(std::string_view line, const DocumentWords& words) {
  return Collect(line, words, false);
}

std::vector<Label> FindLabelsAnywhere(std::string_view line, const DocumentWords& words) {
  return Collect(line, words, true);
}

bool BeginsWithLabel(std::string_view line, const DocumentWords& words) {
  return LabelAt(line, LineBeginning(line), true, words).has_value();
}

}  // namespace tally
