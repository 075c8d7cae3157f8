#include "document/read_document.h"

#include <algorithm>

#include "base/sha256.h"
#include "base/utf8.h"
#include "document/format.h"
#include "document/front_matter.h"
#include "document/labels.h"
#include "document/markdown_reader.h"
#include "document/passage.h"
#include "document/plain_text_reader.h"
#include "document/publication.h"
#include "document/reprint.h"
#include "document/script.h"
#include "document/sentences.h"
#include "document/skips.h"
#include "document/text_dates.h"

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
// A paragraph of publication lines has few of them; more is a text.
constexpr std::size_t kMaxLabelLines = 40;
constexpr std::size_t kMaxLabelBytes = 400;

bool HasLetters(std::string_view text) {
  std::string without_digits(text);
  std::erase_if(without_digits, IsAsciiDigit);
  return HasWords(without_digits);
}

// "图丨…", "图1: …", "Photo: …", and "…(图1)" at the end of a line, as scrapers leave it.
bool IsCaption(std::string_view text, const WordTable& marks) {
  std::size_t at = std::min(text.find_first_not_of(" (["), text.size());
  if (auto hit = marks.lexicon.Longest(text, at)) {
    std::size_t next = text.find_first_not_of(' ', at + hit->length);
    bool numbered = next != kNone && IsAsciiDigit(text[next]);
    if (marks.ValueOf(*hit) != "number" || numbered) return true;
  }
  std::size_t open = text.ends_with(')') ? text.rfind('(') : kNone;
  if (open == kNone) return false;
  auto hit = marks.lexicon.LongestLoose(text, open + 1);
  if (!hit || marks.ValueOf(*hit) != "number") return false;
  std::string_view number = text.substr(open + 1 + hit->length);
  number.remove_suffix(1);
  return number.find_first_not_of("0123456789 ") == kNone;
}

class Builder {
 public:
  Builder(Document& document, const DocumentWords& words)
      : document_(document), words_(words), raw_(document.text) {}

  void Build() {
    std::size_t start = raw_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    urls_ = FindUrls(raw_);
    if (DetectFormat(document_.path, raw_.substr(start)) == Format::kMarkdown) {
      BuildMarkdown(start);
    } else {
      BuildPlainText(start);
    }
    for (Block& block : document_.blocks) {
      block.sentences = FindSentences(block.text.str(), words_.abbreviations);
    }
    std::string publisher = document_.publication.source;  // what front matter says, not the text
    ReadPublication(document_, urls_, words_);
    ReadReprint(document_, publisher, words_);
    document_.script = DetectScript(document_);
  }

 private:
  void BuildMarkdown(std::size_t start) {
    std::size_t body = start + FrontMatterEnd(raw_.substr(start));
    if (body > start) TakeFrontMatter(ReadFrontMatter(raw_, start, body));
    skips_ = FindTemplates(raw_);
    std::vector<Passage> passages = ReadMarkdown(raw_, body, urls_, skips_, document_.problems);
    skips_ = MergeSkips(std::move(skips_), urls_);
    for (const Passage& passage : passages) {
      if (passage.role == Role::kHeading1 && document_.title.empty()) {
        AddTitle(passage);
      } else if (IsLabelParagraph(passage)) {
        for (const Passage& line : SplitAtBreaks(passage)) Add(line);
      } else {
        Add(passage);
      }
    }
  }

  void BuildPlainText(std::size_t start) {
    skips_ = urls_;
    for (const Passage& passage : ReadPlainText(raw_, start)) {
      std::string line =
          passage.field == Field::kTitle ? FoldPassage(raw_, skips_, passage).str() : std::string();
      if (!line.empty() && !BeginsWithLabel(line, words_) && !IsDateLine(line, words_)) {
        AddTitle(passage);
      } else {
        Add({Field::kBody, passage.role, passage.pieces});
      }
    }
  }

  void TakeFrontMatter(FrontMatter front) {
    skips_ = urls_;
    document_.title = front.title;
    document_.problems = std::move(front.problems);
    Publication& publication = document_.publication;
    publication.source = std::move(front.source);
    publication.author = std::move(front.author);
    publication.url = std::move(front.url);
    for (const Passage& passage : front.passages) {
      if (passage.role == Role::kPublished) {
        AddDate(passage);
      } else {
        Add(passage);
      }
    }
  }

  // The block holds the date alone: the time and the zone behind it are no figures that an article states.
  void AddDate(const Passage& passage) {
    FoldedText text = FoldPassage(raw_, skips_, passage);
    auto date = FirstFullDate(text.str(), words_.months);
    if (!date) return Add(passage);
    Span place = text.ToOriginal(date->text);
    Block block{.field = Field::kFrontMatter, .heading = false, .text = {}, .sentences = {}, .context = {}};
    block.text.Append(document_.Cut(place), place.start);
    document_.publication.date = date->day;
    document_.publication.date_block = document_.blocks.size();
    document_.publication.date_text = {0, block.text.size()};
    document_.blocks.push_back(std::move(block));
  }

  void AddTitle(Passage passage) {
    passage.field = Field::kTitle;
    document_.title = PrintedText(raw_, skips_, passage);
    Add(passage);
  }

  void Add(const Passage& passage) {
    if (passage.pieces.empty()) return;
    FoldedText text = FoldPassage(raw_, skips_, passage);
    if (!HasWords(text.str()) || IsReference(passage, text.str())) return;
    Field field = passage.field;
    if (field == Field::kBody && IsCaption(text.str(), words_.caption_marks)) field = Field::kCaption;
    bool heading = passage.role == Role::kHeading1 || passage.role == Role::kHeading;
    document_.blocks.push_back({field, heading, std::move(text), {}, {}});
  }

  // An address with at most a number before it: "1.https://…".
  bool IsReference(const Passage& passage, std::string_view text) const {
    auto url = std::ranges::upper_bound(urls_, passage.pieces.front().raw.start, {}, &Span::end);
    bool has_url = url != urls_.end() && url->start < passage.pieces.back().raw.end;
    return has_url && !HasLetters(text);
  }

  // Publication lines without a blank line between are one paragraph in Markdown, but each stands for itself.
  bool IsLabelParagraph(const Passage& passage) const {
    auto breaks =
        static_cast<std::size_t>(std::ranges::count(passage.pieces, Piece::Kind::kBreak, &Piece::kind));
    if (passage.field != Field::kBody || breaks == 0 || breaks > kMaxLabelLines) return false;
    return std::ranges::any_of(SplitAtBreaks(passage), [&](const Passage& line) {
      if (line.pieces.empty() || line.pieces.back().raw.end - line.pieces.front().raw.start > kMaxLabelBytes)
        return false;
      std::string text = FoldPassage(raw_, skips_, line).str();
      std::vector<Label> labels =
          BeginsWithLabel(text, words_) ? FindLabels(text, words_) : std::vector<Label>();
      return !labels.empty() && labels[0].colon;
    });
  }

  Document& document_;
  const DocumentWords& words_;
  std::string_view raw_;
  Skips urls_;
  Skips skips_;
};

}  // namespace

Document ReadDocument(std::string path, std::string raw, const DocumentWords& words) {
  Document document;
  document.path = std::move(path);
  document.text = std::move(raw);
  document.sha256 = Sha256Hex(document.text);
  document.IndexLines();
  Builder(document, words).Build();
  return document;
}

}  // namespace tally
