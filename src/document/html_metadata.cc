#include "document/html_metadata.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "document/field_date.h"
#include "document/html_pieces.h"
#include "document/json_ld.h"

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// Behind the names of rules/words/page_fields.txt, which are ranked by their order.
constexpr std::size_t kTimeRank = 1000;
// JSON-LD is as good as the first of them, and comes after it.
constexpr std::size_t kJsonLdRank = 1;
// Bytes of a field that are looked at.
constexpr std::size_t kMaxField = 2000;

bool IsDigits(std::string_view text, std::size_t at, std::size_t count) {
  return at + count <= text.size() && std::ranges::all_of(text.substr(at, count), IsAsciiDigit);
}

// "20:09:09.000+0800" → "20:09+08:00", with what of it is there.
std::string TimeOfDay(std::string_view text) {
  std::size_t colon = text.find(':');
  if (colon == kNone || colon < 1 || !IsAsciiDigit(text[colon - 1]) || !IsDigits(text, colon + 1, 2))
    return {};
  bool two = colon >= 2 && IsAsciiDigit(text[colon - 2]);
  std::string hour = (two ? "" : "0") + std::string(text.substr(colon - (two ? 2 : 1), two ? 2 : 1));
  std::string minute(text.substr(colon + 1, 2));
  if (hour > "23" || minute > "59") return {};
  std::string time = hour + ":" + minute;
  std::size_t at = text.find_first_not_of("0123456789:. ", colon);
  if (at == kNone) return time;
  if (text[at] == 'Z' || text.substr(at, 3) == "GMT" || text.substr(at, 3) == "UTC") return time + "+00:00";
  bool zone = (text[at] == '+' || text[at] == '-') && IsDigits(text, at + 1, 2);
  if (!zone) return time;
  std::size_t minutes = at + 3 < text.size() && text[at + 3] == ':' ? at + 4 : at + 3;
  return time + std::string(text.substr(at, 3)) + ":" +
         (IsDigits(text, minutes, 2) ? std::string(text.substr(minutes, 2)) : "00");
}

}  // namespace

void PageMetadata::AddField(std::string_view name, Span value) {
  auto field = words_.page_fields.lexicon.Find(AsciiLower(name));
  if (!field || value.empty()) return;
  value.end = std::min(value.end, value.start + kMaxField);
  const std::string& kind = words_.page_fields.values[*field];
  auto set = [&](std::string& into) {
    if (into.empty()) into = Printed(value);
  };
  if (kind == "published") {
    // The first name of the list is better than JSON-LD, the second is not.
    AddDate(*field == 0 ? 0 : *field + kJsonLdRank, PiecesOfHtml(raw_, value));
  } else if (kind == "title") {
    titles_.push_back(value);
  } else if (kind == "summary") {
    summaries_.push_back(value);
  } else if (kind == "site") {
    set(site_);
  } else if (kind == "author") {
    // Some give the address of a page about the author.
    if (!Printed(value).starts_with("http")) set(author_);
  } else if (kind == "url") {
    set(url_);
  }
}

void PageMetadata::AddPrinted(std::string_view name, std::string text) {
  auto field = words_.page_fields.lexicon.Find(name);
  if (!field || text.empty() || text.size() > kMaxField) return;
  const std::string& kind = words_.page_fields.values[*field];
  if (kind == "site") site_ = std::move(text);
  if (kind == "author") author_ = std::move(text);
}

void PageMetadata::AddJsonLd(Span script, std::vector<std::string>& problems) {
  JsonLd data = ReadJsonLd(raw_, script);
  if (!data.problem.empty()) problems.push_back("HTML: JSON-LD: " + data.problem);
  if (!data.published.empty()) AddDate(kJsonLdRank, std::move(data.published));
  if (site_.empty()) site_ = std::move(data.publisher);
  if (author_.empty()) author_ = std::move(data.author);
}

void PageMetadata::AddTime(Span datetime) {
  datetime.end = std::min(datetime.end, datetime.start + kMaxField);
  AddDate(kTimeRank, PiecesOfHtml(raw_, datetime));
}

void PageMetadata::AddCanonical(Span address) {
  if (!address.empty()) url_ = Printed(address);
}

void PageMetadata::AddDate(std::size_t rank, std::vector<Piece> pieces) {
  if (published_ && published_->rank <= rank) return;
  Passage passage{Field::kFrontMatter, Role::kPublished, std::move(pieces)};
  std::string text = Folded(passage);
  if (ReadFieldDate(text, words_)) {
    published_ = {rank, std::move(passage)};
  } else if (unread_.empty() && std::ranges::any_of(text, IsAsciiDigit)) {
    unread_ = std::move(text);
  }
}

std::optional<Passage> PageMetadata::Published() const {
  return published_ ? std::optional(published_->passage) : std::nullopt;
}

std::string PageMetadata::PublishedTime() const {
  if (!published_) return {};
  std::string text = Folded(published_->passage);
  std::string time = TimeOfDay(text);
  return time.empty() ? ReadFieldDate(text, words_)->time : time;
}

std::string PageMetadata::DateProblem() const {
  return published_ || unread_.empty() ? std::string() : FieldDateProblem(unread_);
}

std::string PageMetadata::Printed(Span value) const {
  return PrintedText(raw_, {}, {Field::kFrontMatter, Role::kNone, PiecesOfHtml(raw_, value)});
}

std::string PageMetadata::Folded(const Passage& passage) const {
  return FoldPassage(raw_, {}, passage).str();
}

}  // namespace tally
