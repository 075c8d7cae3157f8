#include "document/dateline.h"

#include <algorithm>

#include "base/utf8.h"

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
// A Chinese dateline has an agency, one or two places and a date; an English one a place, a state, a date and
// an agency.
constexpr std::size_t kMaxChinese = 90;
constexpr std::size_t kMaxEnglish = 120;

// The byte where the first mark of the wanted kind begins; kNone where there is none.
std::size_t FindMark(std::string_view head, const WordTable& marks, bool dash) {
  for (std::size_t at = 1; at < head.size(); ++at) {
    auto hit = marks.lexicon.Longest(head, at);
    if (!hit || (marks.ValueOf(*hit) == "dash") != dash) continue;
    // The dash of a dateline stands apart; that of a date or of a compound does not.
    if (!dash || head[at - 1] == ' ' || head[at - 1] == ')' || head[at - 1] == '/') return at;
  }
  return kNone;
}

std::optional<Dateline> ReadChinese(std::string_view text, const DocumentWords& words) {
  std::size_t start = 0;
  for (std::string_view open : {"(", "[", "【", "据"}) {
    if (text.substr(start).starts_with(open)) start += open.size();
  }
  auto agency = words.agencies.lexicon.Longest(text, start);
  if (!agency) return std::nullopt;
  std::string_view head = text.substr(0, start + kMaxChinese);
  std::size_t after = start + agency->length;
  std::size_t mark = FindMark(head.substr(after - 1), words.dateline_marks, false);
  if (mark == kNone) return std::nullopt;
  std::string_view between = head.substr(after, mark - 1);
  if (between.find("。") != kNone || between.find("，") != kNone) return std::nullopt;
  Dateline dateline{FirstFullDate(between, words.months), {start, after}};
  if (dateline.date) {
    dateline.date->text.start += after;
    dateline.date->text.end += after;
  }
  return dateline;
}

bool BeginsWithCapitals(std::string_view text) {
  return text.size() > 3 && IsAsciiUpper(text[0]) && IsAsciiUpper(text[1]) && IsAsciiUpper(text[2]);
}

TextSpan FindAgency(std::string_view head, const WordTable& agencies) {
  for (std::size_t at = 0; at < head.size(); ++at) {
    if (auto hit = agencies.lexicon.Longest(head, at)) return {at, at + hit->length};
  }
  return {};
}

std::optional<Dateline> ReadEnglish(std::string_view text, const DocumentWords& words) {
  std::string_view head = text.substr(0, kMaxEnglish);
  if (!BeginsWithCapitals(head)) return std::nullopt;
  std::size_t dash = FindMark(head, words.dateline_marks, true);
  if (dash == kNone) return std::nullopt;
  head = head.substr(0, dash);
  Dateline dateline{FirstFullDate(head, words.months), FindAgency(head, words.agencies)};
  if (!dateline.date && dateline.agency.empty()) return std::nullopt;
  return dateline;
}

}  // namespace

std::optional<Dateline> FindDateline(std::string_view text, const DocumentWords& words) {
  auto dateline = ReadChinese(text, words);
  return dateline ? dateline : ReadEnglish(text, words);
}

}  // namespace tally
