#include "document/waiver.h"

#include <fmt/format.h>

#include <algorithm>

namespace tally {
namespace {

constexpr std::string_view kMark = "tally-ignore";
constexpr std::string_view kOpen = "<!--";
constexpr std::string_view kClose = "-->";
constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kInLine = " \t\r";
// Blank lines and other comments between a comment and the line that it is of; more keep nobody's meaning.
constexpr std::size_t kLinesAhead = 64;
constexpr std::string_view kUntil = "until=";
constexpr std::string_view kWideColon = "\xEF\xBC\x9A";  // ：

constexpr std::string_view kForm = "write KIND: reason, such as value_conflict: both are quoted as printed";

std::string_view Trimmed(std::string_view text) {
  std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) + 1 - first);
}

// Takes "until=DATE" off the end.
void TakeUntil(std::string_view& reason, Waiver& waiver) {
  std::size_t blank = reason.find_last_of(kBlanks);
  std::string_view last = reason.substr(blank == std::string_view::npos ? 0 : blank + 1);
  if (!last.starts_with(kUntil)) return;
  reason = Trimmed(reason.substr(0, reason.size() - last.size()));
  std::string_view day = last.substr(kUntil.size());
  waiver.until = ParseIsoDay(day);
  if (!waiver.until) waiver.problem = fmt::format("'{}' is not a date of the form YYYY-MM-DD", day);
}

// A blank line, a heading, an item of a list, a row of a table, a quote, a comment: not the rest of a
// paragraph.
bool BeginsBlock(std::string_view line) {
  if (line.empty() || line.starts_with(kOpen)) return true;
  if (std::string_view("-*+|#>").find(line.front()) != std::string_view::npos) return true;
  std::size_t digits = line.find_first_not_of("0123456789");
  return digits > 0 && digits != std::string_view::npos && (line[digits] == '.' || line[digits] == ')');
}

std::size_t LinesIn(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

// A comment of ours: what stands behind the mark, and what it opens or closes.
struct Comment {
  Span place;
  std::string_view suffix;  // "", "-start", "-end", "-file"
  std::string_view text;
};

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  std::vector<Waiver> Find() {
    for (std::size_t at = text_.find(kMark); at != std::string_view::npos; at = text_.find(kMark, at)) {
      std::optional<Comment> comment = CommentAt(at);
      at = comment ? comment->place.end : at + kMark.size();
      if (comment) Take(*comment);
    }
    if (open_) CloseBlock("no <!-- tally-ignore-end --> follows", open_->first_line);
    std::ranges::sort(waivers_, {}, [](const Waiver& waiver) { return waiver.place; });
    return std::move(waivers_);
  }

 private:
  // Where the comment opens right before the mark, and closes.
  std::optional<Comment> CommentAt(std::size_t mark) {
    if (closes_no_more_) return std::nullopt;
    std::size_t before = text_.substr(0, mark).find_last_not_of(kBlanks);
    if (before == std::string_view::npos || before + 1 < kOpen.size()) return std::nullopt;
    std::size_t start = before + 1 - kOpen.size();
    if (text_.substr(start, kOpen.size()) != kOpen) return std::nullopt;
    std::size_t close = text_.find(kClose, mark);
    closes_no_more_ = close == std::string_view::npos;
    if (closes_no_more_) return std::nullopt;
    std::string_view inside = text_.substr(mark + kMark.size(), close - mark - kMark.size());
    Comment comment{{start, close + kClose.size()}, inside.substr(0, inside.find_first_of(kBlanks)), {}};
    comment.text = inside.substr(comment.suffix.size());
    return comment;
  }

  void Take(const Comment& comment) {
    line_ += LinesIn(text_.substr(counted_, comment.place.start - counted_));
    counted_ = comment.place.start;
    if (comment.suffix == "-end") {
      EndBlock(comment);
      return;
    }
    Waiver waiver = ParseWaiver(comment.text);
    waiver.place = comment.place;
    waiver.first_line = line_;
    waiver.last_line = line_;
    if (comment.suffix == "-start") {
      if (open_) CloseBlock("another block begins before it ends", open_->first_line);
      open_ = std::move(waiver);
      return;
    }
    if (comment.suffix == "-file") {
      waiver.first_line = 1;
      waiver.last_line = kLastLine;
    } else if (comment.suffix.empty()) {
      SetLines(comment, waiver);
    } else {
      waiver.problem = fmt::format(
          "tally-ignore{} is not known; there are tally-ignore, -start, -end and -file", comment.suffix);
    }
    waivers_.push_back(std::move(waiver));
  }

  void EndBlock(const Comment& comment) {
    if (open_) {
      CloseBlock("", line_);
      return;
    }
    Waiver waiver;
    waiver.problem = "no tally-ignore-start stands before this tally-ignore-end";
    waiver.place = comment.place;
    waiver.first_line = line_;
    waivers_.push_back(std::move(waiver));
  }

  void CloseBlock(std::string_view problem, std::size_t last_line) {
    if (!problem.empty() && open_->problem.empty()) open_->problem = problem;
    open_->last_line = last_line;
    waivers_.push_back(std::move(*open_));
    open_.reset();
  }

  // Of the lines that the comment stands on, or the next one with a text.
  void SetLines(const Comment& comment, Waiver& waiver) const {
    waiver.last_line = line_ + LinesIn(text_.substr(comment.place.start, comment.place.size()));
    std::size_t before = text_.substr(0, comment.place.start).find_last_not_of(kInLine);
    std::size_t line_end = std::min(text_.find_first_not_of(kInLine, comment.place.end), text_.size());
    bool first = before == std::string_view::npos || text_[before] == '\n';
    if (!first || (line_end < text_.size() && text_[line_end] != '\n')) return;
    for (std::size_t looked = 0; line_end < text_.size() && looked < kLinesAhead; ++looked) {
      std::size_t start = line_end + 1;
      line_end = std::min(text_.find('\n', start), text_.size());
      ++waiver.last_line;
      std::string_view line = Trimmed(text_.substr(start, line_end - start));
      // Several of them may stand above one line.
      if (!line.empty() && !(line.starts_with(kOpen) && line.ends_with(kClose))) break;
    }
    waiver.first_line = waiver.last_line;
    waiver.last_line += LinesThatContinue(line_end);
  }

  // Behind the line that ends here: of a paragraph that is wrapped by hand, all lines are one.
  std::size_t LinesThatContinue(std::size_t line_end) const {
    std::size_t lines = 0;
    for (; line_end < text_.size() && lines < kLinesAhead; ++lines) {
      std::size_t start = line_end + 1;
      line_end = std::min(text_.find('\n', start), text_.size());
      if (BeginsBlock(Trimmed(text_.substr(start, line_end - start)))) break;
    }
    return lines;
  }

  std::string_view text_;
  std::size_t counted_ = 0;  // up to here the lines are counted
  std::size_t line_ = 1;
  bool closes_no_more_ = false;
  std::optional<Waiver> open_;
  std::vector<Waiver> waivers_;
};

}  // namespace

Waiver ParseWaiver(std::string_view text) {
  Waiver waiver;
  std::size_t colon = text.find(':');
  std::size_t wide = text.find(kWideColon);
  std::size_t end = std::min({colon, wide, text.size()});
  std::string_view kinds = text.substr(0, end);
  std::string_view reason = Trimmed(text.substr(std::min(text.size(), end + (wide < colon ? 3 : 1))));
  while (!kinds.empty()) {
    std::size_t comma = std::min(kinds.find(','), kinds.size());
    if (std::string_view kind = Trimmed(kinds.substr(0, comma)); !kind.empty())
      waiver.kinds.emplace_back(kind);
    kinds.remove_prefix(std::min(comma + 1, kinds.size()));
  }
  TakeUntil(reason, waiver);
  waiver.reason = reason;
  if (!waiver.problem.empty()) return waiver;
  if (waiver.kinds.empty()) waiver.problem = fmt::format("it names no kind of finding; {}", kForm);
  if (waiver.reason.empty()) waiver.problem = fmt::format("it gives no reason; {}", kForm);
  return waiver;
}

std::vector<Waiver> FindWaivers(std::string_view text) { return Finder(text).Find(); }

}  // namespace tally
