#include "document/date_estimate.h"

#include <algorithm>

#include "document/text_dates.h"

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// How far from a date the word that puts it into the future may stand, in bytes: a clause of about 20 Chinese
// characters. The bound keeps the search linear in texts without punctuation.
constexpr std::size_t kReach = 60;

// The latest date so far: a printed day beats the end of its own month, and nothing else.
class Latest {
 public:
  bool IsLater(const DateHit& hit) const {
    int month = MonthIndex(hit);
    return month > month_ || (month == month_ && hit.full && (!full_ || hit.day > *day_));
  }
  void Take(const DateHit& hit) {
    month_ = MonthIndex(hit);
    full_ = hit.full;
    day_ = hit.day;
  }
  std::optional<EstimatedDate> Get() const {
    return day_ ? std::optional(EstimatedDate{*day_, full_}) : std::nullopt;
  }

 private:
  static int MonthIndex(const DateHit& hit) { return YearOf(hit.day) * 12 + MonthOf(hit.day); }

  int month_ = 0;
  bool full_ = false;
  std::optional<Day> day_;
};

// The part of the clause around the date that lies in reach.
TextSpan ClauseAround(std::string_view text, TextSpan date) {
  std::size_t start = date.start > kReach ? date.start - kReach : 0;
  std::size_t end = std::min(date.end + kReach, text.size());
  std::string_view before = text.substr(start, date.start - start);
  std::string_view after = text.substr(date.end, end - date.end);
  for (std::string_view mark : {"，", "。", ";", "!", "?", ". ", ","}) {
    std::size_t last = before.rfind(mark);
    if (last != kNone) before.remove_prefix(last + mark.size());
    after = after.substr(0, after.find(mark));
  }
  return {date.start - before.size(), date.end + after.size()};
}

bool IsFuture(std::string_view text, TextSpan date, const WordTable& marks) {
  TextSpan clause = ClauseAround(text, date);
  for (std::size_t at = clause.start; at < clause.end; ++at) {
    bool inside = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    auto hit = inside ? marks.lexicon.Longest(text, at) : std::nullopt;
    if (!hit) continue;
    const std::string& place = marks.ValueOf(*hit);
    std::size_t end = at + hit->length;
    bool touches_before = end == date.start || (end + 1 == date.start && text[end] == ' ');
    if (place.empty() || (place == "before" && touches_before) || (place == "after" && at == date.end))
      return true;
  }
  return false;
}

}  // namespace

std::optional<EstimatedDate> EstimateDate(const Document& document,
                                          const std::vector<std::size_t>& passed_over,
                                          const std::vector<Span>& urls, const DocumentWords& words) {
  Latest latest;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    if (std::ranges::binary_search(passed_over, i)) continue;
    const std::string& text = document.blocks[i].text.str();
    for (const DateHit& hit : FindDates(text, words.months)) {
      if (latest.IsLater(hit) && !IsFuture(text, hit.text, words.future_marks)) latest.Take(hit);
    }
  }
  for (Span url : urls) {
    auto hit = DateInUrl(document.Cut(url));
    if (hit && latest.IsLater(*hit)) latest.Take(*hit);
  }
  return latest.Get();
}

}  // namespace tally
