#include "document/date_estimate.h"

#include <algorithm>
#include <cstdlib>
#include <set>

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

// A report may refer to a day soon after its own.
constexpr int kAhead = 7;
// References that are looked at, so that the days times the references stay few.
constexpr std::size_t kMaxReferences = 500;
// What a reference says for a day is kFull where it is the same one, and half of it this many days away.
constexpr long kFull = 1'000'000;
constexpr long kHalfAway = 90;

// Days from the reference to the day, negative where the reference lies behind it; 0 inside of its month.
long DaysSince(const DateHit& reference, Day day) {
  Day first = reference.day;
  if (!reference.full)
    first = *DateRange::Months(YearOf(reference.day), MonthOf(reference.day), MonthOf(reference.day)).first;
  if (day > reference.day) return (day - reference.day).count();
  return day < first ? -static_cast<long>((first - day).count()) : 0;
}

long Support(const DateReference& reference, Day day) {
  long since = DaysSince(reference.date, day);
  long support = kFull * kHalfAway / (kHalfAway + std::labs(since));
  if (reference.future) return since < 0 ? support : support / 4;
  return since < -kAhead ? support / 2 : support;
}

// The printed day in each month that has one in reach of the references: the month of one, or up to a year
// before and after it where the month is printed.
std::set<Day> DaysInReach(const std::vector<DateReference>& references, const YearlessDate& printed) {
  std::set<Day> days;
  auto add = [&](int year, int month) {
    if (auto day = MakeDay(year, month, printed.day)) days.insert(*day);
  };
  for (std::size_t i = 0; i < std::min(references.size(), kMaxReferences); ++i) {
    int year = YearOf(references[i].date.day);
    int month = MonthOf(references[i].date.day);
    if (printed.month != 0) {
      for (int near : {year - 1, year, year + 1}) add(near, printed.month);
    } else {
      add(month == 1 ? year - 1 : year, month == 1 ? 12 : month - 1);
      add(year, month);
      add(month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1);
    }
  }
  return days;
}

}  // namespace

std::vector<DateReference> FindReferences(const Document& document,
                                          const std::vector<std::size_t>& passed_over,
                                          const std::vector<Span>& urls, const DocumentWords& words) {
  std::vector<DateReference> references;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    if (std::ranges::binary_search(passed_over, i)) continue;
    const std::string& text = document.blocks[i].text.str();
    for (const DateHit& hit : FindDates(text, words.months))
      references.push_back({hit, IsFuture(text, hit.text, words.future_marks)});
  }
  for (Span url : urls) {
    if (auto hit = DateInUrl(document.Cut(url))) references.push_back({*hit, false});
  }
  return references;
}

std::optional<EstimatedDate> EstimateDate(const std::vector<DateReference>& references) {
  Latest latest;
  for (const DateReference& reference : references) {
    if (!reference.future && latest.IsLater(reference.date)) latest.Take(reference.date);
  }
  return latest.Get();
}

std::optional<Day> DayAmong(const std::vector<DateReference>& references, const YearlessDate& printed) {
  std::optional<Day> best;
  long most = 0;
  for (Day day : DaysInReach(references, printed)) {
    long support = 0;
    for (std::size_t i = 0; i < std::min(references.size(), kMaxReferences); ++i)
      support += Support(references[i], day);
    if (support > most) {
      best = day;
      most = support;
    }
  }
  return best;
}

}  // namespace tally
