#include "document/date_line.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "document/clock_time.h"
#include "document/furniture.h"
#include "document/passage.h"

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// Columns: of the line, of all that stands beside its dates, and of one part of it: a name, a category.
constexpr int kMaxDateLine = 160;
constexpr int kMaxBesideDates = 90;
constexpr int kMaxPart = 30;
// Published, updated, and once more; so many dates are no publication's.
constexpr std::size_t kMaxDates = 3;
// Between a date and the word that stands behind it there is at most a time with its zone, in bytes.
constexpr std::size_t kMaxBehind = 24;

// No byte of UTF-8 is wider than a column.
bool IsWithin(std::string_view text, int columns) {
  auto limit = static_cast<std::size_t>(columns);
  return text.size() <= limit || (text.size() <= limit * 3 && DisplayWidth(text) <= columns);
}

// 20:09, 20:09:09, 9:04am; also the offset of a zone: +0800, UTC+8.
std::size_t TimeEnd(std::string_view text, std::size_t at) {
  if (std::size_t clock = PastClock(text, at); clock > at) return clock;
  bool offset = at < text.size() && (text[at] == '+' || text[at] == '-');
  if (at >= text.size() || (!offset && !IsAsciiDigit(text[at]))) return at;
  std::size_t end = at + (offset ? 1 : 0);
  while (end < text.size() && (IsAsciiDigit(text[end]) || text[end] == ':')) ++end;
  bool zone = offset && at > 0 && end - at >= 2 &&
              (text[at - 1] == 'C' || text[at - 1] == 'T' || IsAsciiDigit(text[at - 1]));
  return zone || text.substr(at, end - at).find(':') != kNone ? end : at;
}

// The length of the separator at `at`; 0 without one.
std::size_t SeparatorAt(std::string_view line, std::size_t at) {
  for (std::string_view mark : {"|", "丨", "│", "·", "•", "‧", "/ ", "  ", "(", ")", "—", "–"}) {
    if (line.substr(at).starts_with(mark)) return mark.size();
  }
  return 0;
}

struct Part {
  std::string rest;  // without dates, times and the words that belong to them
  std::string all;   // as printed
  std::size_t dates = 0;
};

class DateLineReader {
 public:
  DateLineReader(std::string_view line, const DocumentWords& words) : line_(line), words_(words) {}

  std::vector<LineDate> Read() {
    if (!IsWithin(line_, kMaxDateLine)) return {};
    for (const DateHit& hit : FindDates(line_, words_.months)) {
      if (hit.full) dates_.push_back({hit, LineDate::Kind::kPlain});
    }
    if (dates_.empty() || dates_.size() > kMaxDates) return {};
    for (std::size_t i = 0; i < dates_.size(); ++i) {
      std::size_t from = i == 0 ? 0 : dates_[i - 1].hit.text.end;
      std::size_t to = i + 1 < dates_.size() ? dates_[i + 1].hit.text.start : line_.size();
      bool labelled = FindKind(dates_[i], from, to);
      if (!labelled && !StandsApart(dates_[i].hit.text)) return {};
    }
    if (!IsLineOfDates()) return {};
    std::ranges::stable_sort(dates_, {}, &LineDate::kind);
    return std::move(dates_);
  }

 private:
  // Letters at the date's very edge make it part of a sentence: 2025年5月8日起.
  bool StandsApart(TextSpan date) const {
    auto ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    return (date.start == 0 || ascii(line_[date.start - 1])) &&
           (date.end >= line_.size() || ascii(line_[date.end]));
  }

  // By the word directly behind the date and its time, or the last one before it.
  bool FindKind(LineDate& date, std::size_t from, std::size_t to) const {
    using Kind = LineDate::Kind;
    std::size_t at = date.hit.text.end;
    while (at < to && (line_[at] == ' ' || TimeEnd(line_, at) > at))
      at = std::max(at + 1, TimeEnd(line_, at));
    auto kind_of = [](const std::string& value) {
      return value.starts_with("updated") ? Kind::kUpdated : Kind::kPublished;
    };
    const WordTable& labels = words_.published_labels;
    auto behind = at <= date.hit.text.end + kMaxBehind ? labels.lexicon.Longest(line_, at) : std::nullopt;
    if (behind && labels.ValueOf(*behind).ends_with("behind") &&
        !line_.substr(at + behind->length).starts_with(':')) {
      date.kind = kind_of(labels.ValueOf(*behind));
      return true;
    }
    bool found = false;
    for (at = from; at < date.hit.text.start;) {
      auto hit = labels.lexicon.Longest(line_, at);
      std::size_t end = at + (hit ? hit->length : 0);
      bool colon = line_.substr(end).starts_with(':');
      if (hit && (colon || !labels.ValueOf(*hit).ends_with("behind"))) {
        date.kind = kind_of(labels.ValueOf(*hit));
        found = true;
      }
      at = hit ? end : at + DecodeUtf8(line_, at).length;
    }
    return found;
  }

  // The length of a word at `at` that belongs to a date: a label, a weekday, a half of the day, a zone.
  std::size_t WordOfDate(std::size_t at) const {
    std::size_t longest = 0;
    for (const WordTable* table : {&words_.published_labels, &words_.clock_words, &words_.weekdays_en}) {
      // "9:15am": what touches the time needs no edge.
      bool touches = at > 0 && IsAsciiDigit(line_[at - 1]) && table == &words_.clock_words;
      auto hit = touches ? table->lexicon.LongestLoose(line_, at) : table->lexicon.Longest(line_, at);
      if (hit) longest = std::max(longest, hit->length);
    }
    return longest;
  }

  // "27 Comments", "阅读 1024" at `at`: past both; `at` itself where no such count stands there.
  std::size_t PastCount(std::size_t at) const {
    auto number = [&](std::size_t from) {
      std::size_t end = from;
      while (end < line_.size() && (IsAsciiDigit(line_[end]) || (end > from && line_[end] == ','))) ++end;
      return end;
    };
    auto blanks = [&](std::size_t from) {
      return std::min(line_.find_first_not_of(' ', from), line_.size());
    };
    auto word = [&](std::size_t from) {
      auto hit = words_.furniture.lexicon.LongestLoose(line_, from);
      bool counts =
          hit && (words_.furniture.ValueOf(*hit).empty() || words_.furniture.ValueOf(*hit) == "part");
      return counts ? from + hit->length : from;
    };
    if (IsAsciiDigit(line_[at])) {
      std::size_t from = blanks(number(at));
      std::size_t end = word(from);
      return end > from ? end : at;
    }
    std::size_t from = word(at);
    if (from == at) return at;
    from = line_.find_first_not_of(": (", from);
    if (from == kNone || !IsAsciiDigit(line_[from])) return at;
    bool date = std::ranges::any_of(dates_, [&](const LineDate& d) { return d.hit.text.start == from; });
    std::size_t end = number(from);
    bool time = end < line_.size() && std::string_view(":/.-").find(line_[end]) != kNone;
    return date || time ? at : end;
  }

  std::vector<Part> Parts() const {
    std::vector<Part> parts(1);
    std::size_t next = 0;
    for (std::size_t at = 0; at < line_.size();) {
      if (next < dates_.size() && at == dates_[next].hit.text.start) {
        at = dates_[next++].hit.text.end;
        ++parts.back().dates;
        continue;
      }
      if (std::size_t length = SeparatorAt(line_, at); length > 0) {
        parts.emplace_back();
        at += length;
        continue;
      }
      std::size_t end = std::max({TimeEnd(line_, at), at + WordOfDate(at), PastCount(at)});
      bool skipped = end > at;
      if (!skipped) end = at + DecodeUtf8(line_, at).length;
      parts.back().all += line_.substr(at, end - at);
      if (!skipped) parts.back().rest += line_.substr(at, end - at);
      at = end;
    }
    return parts;
  }

  bool IsLineOfDates() const {
    int beside = 0;
    bool words = false;
    std::size_t commas = 0;
    std::vector<Part> parts = Parts();
    for (const Part& part : parts) {
      if (!HasWords(part.rest)) continue;
      words = true;
      beside += DisplayWidth(part.rest);
      // "By Dana Whitlock, Toledo Courier": a name and where it is from.
      bool author = part.rest.starts_with("By ") || part.rest.starts_with("by ");
      if (!IsWithin(part.rest, author ? 2 * kMaxPart : kMaxPart)) return false;
      bool figures = std::ranges::any_of(part.rest, IsAsciiDigit);
      if (figures && (part.dates > 0 || !IsBesideTheArticle(part))) return false;
      for (std::string_view stop : {"。", ";", "!", "?", "、"}) {
        if (part.rest.find(stop) != kNone) return false;
      }
      for (std::size_t at = part.rest.find("，"); at != kNone; at = part.rest.find("，", at + 1)) ++commas;
    }
    // A full stop ends a sentence; a line of furniture has none: "Apple acquired Beats on May 28, 2014."
    if (words && parts.back().rest.ends_with('.')) return false;
    return beside <= kMaxBesideDates && (commas == 0 || commas < dates_.size());
  }

  // "4 min read", "阅读 1024", "Updated 2 days ago".
  bool IsBesideTheArticle(const Part& part) const {
    std::size_t start = std::min(part.all.find_first_not_of(' '), part.all.size());
    return IsFurniture(part.all, words_) || words_.published_labels.lexicon.Longest(part.all, start);
  }

  std::string_view line_;
  const DocumentWords& words_;
  std::vector<LineDate> dates_;
};

}  // namespace

std::vector<LineDate> ReadDateLine(std::string_view line, const DocumentWords& words) {
  return DateLineReader(line, words).Read();
}

}  // namespace tally
