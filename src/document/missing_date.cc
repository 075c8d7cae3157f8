#include "document/missing_date.h"

#include <algorithm>

#include "document/date_estimate.h"
#include "document/dateline.h"
#include "document/path_date.h"
#include "document/publication.h"

namespace tally {
namespace {

struct Placed {
  std::size_t block = 0;
  YearlessDate date;
};

std::optional<Placed> FindYearless(const Document& document, const DocumentWords& words) {
  std::size_t looked_at = 0;
  for (std::size_t i = 0; i < document.blocks.size() && looked_at < kNearTop; ++i) {
    if (document.blocks[i].field != Field::kBody) continue;
    ++looked_at;
    auto dateline = FindDateline(document.blocks[i].text.str(), words);
    if (!dateline) continue;
    return dateline->yearless ? std::optional(Placed{i, *dateline->yearless}) : std::nullopt;
  }
  return std::nullopt;
}

bool Fits(const YearlessDate& printed, Day day) {
  std::chrono::year_month_day date(day);
  bool month =
      printed.month == 0 || static_cast<unsigned>(printed.month) == static_cast<unsigned>(date.month());
  return month && static_cast<unsigned>(printed.day) == static_cast<unsigned>(date.day());
}

std::optional<Day> DateOfAddress(const Document& document) {
  auto hit = DateInUrl(document.publication.url);
  return hit && hit->full ? std::optional(hit->day) : DateInPath(document.path);
}

}  // namespace

void FillMissingDate(Document& document, const std::vector<std::size_t>& passed_over,
                     const std::vector<Span>& urls, const DocumentWords& words) {
  Publication& publication = document.publication;
  if (publication.date) return;
  auto printed = FindYearless(document, words);
  if (auto day = DateOfAddress(document)) {
    publication.date = day;
    if (printed && Fits(printed->date, *day)) {
      publication.date_block = printed->block;
      publication.date_text = printed->date.text;
    }
    return;
  }
  std::vector<DateReference> references = FindReferences(document, passed_over, urls, words);
  if (printed) publication.date = DayAmong(references, printed->date);
  if (auto estimate = EstimateDate(references); estimate && !publication.date)
    publication.date = estimate->day;
  publication.date_estimated = publication.date.has_value();
}

void PlaceDateline(Document& document, const DocumentWords& words) {
  std::size_t looked_at = 0;
  for (std::size_t i = 0; i < document.blocks.size() && looked_at < kNearTop; ++i) {
    const Block& block = document.blocks[i];
    if (block.field != Field::kBody) continue;
    ++looked_at;
    auto dateline = FindDateline(block.text.str(), words);
    if (!dateline) continue;
    TextSpan day = dateline->date       ? dateline->date->text
                   : dateline->yearless ? dateline->yearless->text
                                        : TextSpan{};
    document.publication.dateline_block = i;
    document.publication.dateline_text = day;
    return;
  }
}

}  // namespace tally
