#include "document/publication.h"

#include <algorithm>

#include "base/utf8.h"
#include "document/clock_time.h"
#include "document/date_line.h"
#include "document/dateline.h"
#include "document/labels.h"
#include "document/passage.h"
#include "document/text_dates.h"

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// Label lines with time, source, author and editor side by side; more is a paragraph that begins with such a
// word.
constexpr int kMaxLabelLine = 120;
constexpr int kMaxName = 60;
constexpr std::size_t kLongestDate = 60;  // bytes of a date at the head of a text
// So many date lines near the top are a timeline: none of them says when the article appeared.
constexpr std::size_t kTimeline = 3;

// No byte of UTF-8 is wider than a column, and no character narrower than a third of its bytes, marks without
// width aside.
bool NoWiderThan(std::string_view text, int columns) {
  auto limit = static_cast<std::size_t>(columns);
  return text.size() <= limit || (text.size() <= limit * 3 && DisplayWidth(text) <= columns);
}

// "Jane Doe", "Jane Doe and Li Na": every word but "and" begins with a capital.
bool LooksLikeEnglishName(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t at = 0; at < text.size(); ++words) {
    std::size_t end = std::min(text.find(' ', at), text.size());
    std::string_view word = text.substr(at, end - at);
    if (!word.empty() && !IsAsciiUpper(word[0]) && word != "and") return false;
    at = end + 1;
  }
  return words >= 2 && words <= 8;
}

// Bytes beside the date of a closing line: paper, page, edition.
constexpr std::size_t kMaxBesideClosing = 40;

class PublicationReader {
 public:
  PublicationReader(Document& document, const DocumentWords& words)
      : document_(document), publication_(document.publication), words_(words) {
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
      if (document.blocks[i].field == Field::kBody) body_.push_back(i);
    }
  }

  void ReadLabels() {
    for (std::size_t nth = 0; nth < body_.size(); ++nth) {
      Block& block = document_.blocks[body_[nth]];
      const std::string& line = block.text.str();
      bool near = IsNear(nth);
      if (block.heading || (!near && !BeginsWithLabel(line, words_))) continue;
      if (!NoWiderThan(line, kMaxLabelLine)) continue;
      bool used = false;
      for (const Label& label : FindLabels(line, words_)) {
        if (label.generic && nth >= kNearTop) continue;
        if (!label.colon && !near) continue;
        used = Take(body_[nth], label) || used;
      }
      if (used) block.field = Field::kByline;
    }
  }

  void ReadDateLine() {
    std::vector<std::size_t> lines;
    for (std::size_t nth = 0; nth < std::min(kNearTop, body_.size()); ++nth) {
      const Block& block = document_.blocks[body_[nth]];
      // A line that names the source may hold the date too: "来源: 新华社 2025-05-05 23:55".
      bool line = !block.heading && IsDateLine(block.text.str(), words_);
      if (line) lines.push_back(body_[nth]);
    }
    if (lines.empty() || lines.size() >= kTimeline) return;
    for (std::size_t i : lines) {
      const std::string& line = document_.blocks[i].text.str();
      for (const LineDate& date : tally::ReadDateLine(line, words_)) {
        bool updated = date.kind == LineDate::Kind::kUpdated;
        bool first = !publication_.date;
        if (!updated || first) SetDate(i, date.hit, Line::kOfPublication);
        if (first) updated_only_ = updated;
      }
      for (const Label& label : FindLabelsAnywhere(line, words_)) Take(i, label);
      document_.blocks[i].field = Field::kByline;
    }
  }

  // "2026/11/26 16:20 (中央社记者…台北26日电)行政院…": the date and time of publication before the first
  // words of a text.
  void ReadLeadingDate() {
    for (std::size_t nth = 0; nth < std::min(kNearTop, body_.size()) && !publication_.date; ++nth) {
      const std::string& text = document_.blocks[body_[nth]].text.str();
      std::vector<DateHit> dates = FindDates(std::string_view(text).substr(0, kLongestDate), words_.months);
      if (dates.empty() || !dates[0].full || dates[0].text.start != 0) continue;
      std::size_t at = text.find_first_not_of("0123456789: ", dates[0].text.end);
      bool bracket = at != std::string::npos && (text[at] == '(' || text[at] == '[');
      for (std::string_view open : {"〔", "【"})
        bracket = bracket || (at != std::string::npos && std::string_view(text).substr(at).starts_with(open));
      if (bracket && at > dates[0].text.end) SetDate(body_[nth], dates[0], Line::kOfPublication);
    }
  }

  void ReadDateline() {
    for (std::size_t nth = 0; nth < std::min(kNearTop, body_.size()); ++nth) {
      auto dateline = FindDateline(document_.blocks[body_[nth]].text.str(), words_);
      if (!dateline) continue;
      if (dateline->date) SetDate(body_[nth], *dateline->date, Line::kOfText);
      if (publication_.source.empty()) publication_.source = Printed(body_[nth], dateline->agency);
      return;
    }
  }

  // The last line of a clipping: "（2025年1月14日 A4版）", "-- June 18, 2025, Ellery Courier, page 6".
  void ReadClosingLine() {
    if (publication_.date || body_.size() < 2) return;
    const std::string& line = document_.blocks[body_.back()].text.str();
    std::vector<DateHit> dates = FindDates(line, words_.months);
    if (dates.size() != 1 || !dates[0].full || line.size() > dates[0].text.size() + kMaxBesideClosing) return;
    bool opens = line.find_first_not_of("-(（【[ ") == dates[0].text.start ||
                 line.find_first_not_of("—–　") == dates[0].text.start;
    bool sentence = line.ends_with('.') || line.ends_with("。");
    if (!opens || sentence) return;
    SetDate(body_.back(), dates[0], Line::kOfPublication);
    document_.blocks[body_.back()].field = Field::kByline;
  }

 private:
  bool IsNear(std::size_t nth) const { return nth < kNearTop || nth + kNearTop >= body_.size(); }

  std::string Printed(std::size_t block, TextSpan part) const {
    if (part.empty()) return {};
    return std::string(document_.Cut(document_.blocks[block].text.ToOriginal(part)));
  }

  enum class Line { kOfPublication, kOfText };

  // A line of publication prints the time beside the date; in a text it is another one's.
  void SetDate(std::size_t block, const DateHit& hit, Line line) {
    if (publication_.date && !updated_only_) return;
    publication_.date = hit.day;
    publication_.date_block = block;
    publication_.date_text = hit.text;
    const std::string& text = document_.blocks[block].text.str();
    publication_.time =
        line == Line::kOfPublication ? TimeBeside(text, hit.text, words_.clock_words) : std::string();
    updated_only_ = false;
  }

  // True where the label has a value that says something about the publication.
  bool Take(std::size_t block, const Label& label) {
    switch (label.kind) {
      case Label::Kind::kPublished:
      case Label::Kind::kUpdated:
        return TakeDate(block, label);
      case Label::Kind::kSource:
        return TakeName(block, label, publication_.source);
      case Label::Kind::kAuthor:
        return TakeName(block, label, publication_.author);
      case Label::Kind::kUrl:
        return TakeUrl(block, label);
    }
    return false;
  }

  bool TakeDate(std::size_t block, const Label& label) {
    std::string_view value = std::string_view(document_.blocks[block].text.str()).substr(0, label.value.end);
    auto hit = FirstFullDate(value.substr(label.value.start), words_.months);
    if (!hit) return false;
    // Without a colon the date must follow at once: "Published May 5" and "Published 09:04, 5 May 2025", but
    // not "Published studies of May 5".
    std::string_view between = value.substr(label.value.start, hit->text.start);
    bool clock = between.find(':') != kNone && between.find_first_not_of("0123456789:., ") == kNone;
    if (!label.colon && !between.empty() && !clock) return false;
    hit->text.start += label.value.start;
    hit->text.end += label.value.start;
    bool first = !publication_.date;
    if (label.kind == Label::Kind::kPublished || first) SetDate(block, *hit, Line::kOfPublication);
    if (first) updated_only_ = label.kind == Label::Kind::kUpdated;
    return true;
  }

  bool TakeName(std::size_t block, const Label& label, std::string& name) const {
    std::string_view text = document_.blocks[block].text.str();
    std::string_view value = text.substr(label.value.start, label.value.size());
    if (!HasWords(value) || !NoWiderThan(value, kMaxName)) return false;
    bool english = IsAsciiAlpha(text[label.start]);
    if (!label.colon && english && label.kind == Label::Kind::kAuthor && !LooksLikeEnglishName(value))
      return false;
    if (!label.colon && english && !IsAsciiUpper(value[0])) return false;
    if (name.empty()) name = Printed(block, label.value);
    return true;
  }

  bool TakeUrl(std::size_t block, const Label& label) const {
    for (std::size_t at = label.value.start; at < label.value.end; ++at) {
      if (document_.blocks[block].text.str()[at] != ' ') continue;
      std::string original = Printed(block, {at, at + 1});
      if (!original.starts_with("http")) continue;
      if (publication_.url.empty()) publication_.url = original;
      return true;
    }
    return false;
  }

  Document& document_;
  Publication& publication_;
  const DocumentWords& words_;
  std::vector<std::size_t> body_;  // the blocks of the body, without titles, captions and front matter
  bool updated_only_ = false;      // the date so far is one of an update
};

}  // namespace

bool IsDateLine(std::string_view line, const DocumentWords& words) {
  return !ReadDateLine(line, words).empty();
}

void ReadPublication(Document& document, const DocumentWords& words) {
  PublicationReader reader(document, words);
  reader.ReadLabels();
  reader.ReadDateLine();
  reader.ReadLeadingDate();
  reader.ReadDateline();
  reader.ReadClosingLine();
}

}  // namespace tally
