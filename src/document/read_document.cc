#include "document/read_document.h"

#include <algorithm>
#include <iterator>

#include "base/sha256.h"
#include "base/utf8.h"
#include "document/field_date.h"
#include "document/format.h"
#include "document/front_matter.h"
#include "document/furniture.h"
#include "document/html_reader.h"
#include "document/labels.h"
#include "document/mail_head.h"
#include "document/markdown_marks.h"
#include "document/markdown_reader.h"
#include "document/missing_date.h"
#include "document/passage.h"
#include "document/path_date.h"
#include "document/plain_text_reader.h"
#include "document/publication.h"
#include "document/reprint.h"
#include "document/script.h"
#include "document/sentences.h"
#include "document/shortcodes.h"
#include "document/skips.h"
#include "document/source_text.h"

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

// Captions of templates between the passages, where they stand. Those before the body are examples in the
// front matter.
std::vector<Passage> InOrder(std::vector<Passage> passages, std::vector<Passage> captions, std::size_t body) {
  std::erase_if(captions, [&](const Passage& caption) { return caption.pieces.front().raw.start < body; });
  std::vector<Passage> all;
  all.reserve(passages.size() + captions.size());
  auto start = [](const Passage& passage) {
    return passage.pieces.empty() ? std::size_t{0} : passage.pieces.front().raw.start;
  };
  std::ranges::merge(std::make_move_iterator(passages.begin()), std::make_move_iterator(passages.end()),
                     std::make_move_iterator(captions.begin()), std::make_move_iterator(captions.end()),
                     std::back_inserter(all), {}, start, start);
  return all;
}

// The pieces of a passage that stand in a part of the text.
Passage PartOf(const Passage& passage, Span part) {
  Passage result{passage.field, passage.role, {}};
  for (Piece piece : passage.pieces) {
    Span inside{std::max(piece.raw.start, part.start), std::min(piece.raw.end, part.end)};
    if (inside.start >= inside.end) continue;
    if (piece.kind == Piece::Kind::kText) piece.raw = inside;
    result.pieces.push_back(piece);
  }
  return result;
}

class Builder {
 public:
  Builder(Document& document, const DocumentWords& words)
      : document_(document), words_(words), raw_(document.text) {}

  void Build() {
    std::size_t start = raw_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    urls_ = FindUrls(raw_);
    switch (DetectFormat(document_.path, raw_.substr(start))) {
      case Format::kMarkdown:
        BuildMarkdown(start);
        break;
      case Format::kHtml:
        BuildHtml(start);
        break;
      case Format::kPlainText:
        BuildPlainText(start);
        break;
    }
    for (Block& block : document_.blocks) {
      block.sentences = FindSentences(block.text.str(), words_.abbreviations);
    }
    std::string publisher = document_.publication.source;  // what front matter says, not the text
    ReadPublication(document_, words_);
    ReadReprint(document_, publisher, words_);
    std::vector<std::size_t> furniture = MarkFurniture(document_, words_);
    document_.furniture += furniture.size();
    FillMissingDate(document_, furniture, urls_, words_);
    PlaceDateline(document_, words_);
    Writing writing = DetectWriting(document_);
    document_.script = writing.script;
    if (document_.language.empty()) document_.language = writing.language;
  }

 private:
  void BuildMarkdown(std::size_t start) {
    std::size_t body = start + FrontMatterEnd(raw_.substr(start));
    if (body > start) TakeFrontMatter(ReadFrontMatter(raw_, start, body));
    Skips templates = FindTemplates(raw_);
    std::ranges::copy(FindUnclosed(raw_, templates), std::back_inserter(document_.problems));
    templates = MergeSkips(std::move(templates), FindFootnoteMarks(raw_));
    MarkdownMarks marks = FindMarkdownMarks(raw_, body);
    std::vector<Passage> captions = ShortcodeCaptions(raw_, templates);
    std::vector<Passage> passages =
        ReadMarkdown(raw_, body, urls_, templates, marks, words_, document_.problems);
    templates = SkipsAround(templates, captions);
    skips_ = MergeSkips(MergeSkips(std::move(templates), marks.hidden), urls_);
    passages = InOrder(std::move(passages), std::move(captions), body);
    for (const Passage& passage : passages) AddMarkedUp(passage);
  }

  void BuildHtml(std::size_t start) {
    skips_ = MergeSkips(urls_, FindFootnoteMarks(raw_));
    HtmlPage page = ReadHtml(raw_, start, words_, document_.problems);
    Publication& publication = document_.publication;
    publication.source = std::move(page.source);
    publication.author = std::move(page.author);
    publication.url = std::move(page.url);
    document_.language = LanguageTag(page.language);
    document_.furniture = page.passed_over;
    for (const Passage& passage : page.passages) {
      if (passage.role == Role::kPublished) {
        AddDate(passage);
        if (publication.time.empty()) publication.time = page.published_time;
      } else {
        AddMarkedUp(passage);
      }
    }
  }

  // A passage of a format that says what its headings are.
  void AddMarkedUp(const Passage& passage) {
    if (passage.role == Role::kHeading1 && document_.title.empty()) {
      AddTitle(passage);
    } else if (IsLabelParagraph(passage)) {
      for (const Passage& line : SplitAtBreaks(passage)) Add(line);
    } else {
      Add(passage);
    }
  }

  // The head of an e-mail says what title and date of the text are; the rest of it is about the e-mail.
  std::size_t TakeMailHead(std::size_t start) {
    auto head = ReadMailHead(raw_, start, words_);
    if (!head) return start;
    auto passage = [](Span text, Role role) {
      return Passage{Field::kFrontMatter, role, {{Piece::Kind::kText, text, 0}}};
    };
    document_.publication.author = head->author;
    if (!head->date.empty()) AddDate(passage(head->date, Role::kPublished));
    if (!head->subject.empty()) AddTitle(passage(head->subject, Role::kHeading1));
    return head->end;
  }

  void BuildPlainText(std::size_t start) {
    skips_ = MergeSkips(urls_, FindFootnoteMarks(raw_));
    start = TakeMailHead(start);
    bool titled = !document_.title.empty();
    for (const Passage& passage : ReadPlainText(raw_, start, words_)) {
      std::string line =
          passage.field == Field::kTitle ? FoldPassage(raw_, skips_, passage).str() : std::string();
      if (!titled && !line.empty() && !BeginsWithLabel(line, words_) && !IsDateLine(line, words_)) {
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
    document_.waivers = std::move(front.waivers);
    document_.language = LanguageTag(front.language);
    Publication& publication = document_.publication;
    publication.source = std::move(front.source);
    publication.author = std::move(front.author);
    publication.url = std::move(front.url);
    // An article that was changed has appeared: where only the change is dated, that is the date, unless the
    // file's name has one.
    bool dated =
        DateInPath(document_.path) || std::ranges::any_of(front.passages, [&](const Passage& passage) {
          return passage.role == Role::kPublished &&
                 ReadFieldDate(FoldPassage(raw_, skips_, passage).str(), words_);
        });
    for (Passage& passage : front.passages) {
      if (passage.role == Role::kModified && !dated) {
        passage.role = Role::kPublished;
        dated = true;
      }
      if (passage.role == Role::kPublished || passage.role == Role::kModified) {
        if (!AddDate(passage)) {
          document_.problems.push_back("front matter: " +
                                       FieldDateProblem(FoldPassage(raw_, skips_, passage).str()));
        }
      } else {
        Add(passage);
      }
    }
  }

  // The block holds the date alone: the time and the zone behind it are no figures that an article states.
  // When the page was changed is none either. False where the passage has no date.
  bool AddDate(const Passage& passage) {
    FoldedText text = FoldPassage(raw_, skips_, passage);
    auto date = ReadFieldDate(text.str(), words_);
    if (!date) return false;
    Span place = text.ToOriginal(date->text);
    bool published = passage.role == Role::kPublished;
    if (!date->printed) {
      if (published) document_.publication.date = date->day;
      if (published) document_.publication.time = date->time;
      return true;
    }
    Block block;
    block.field = published ? Field::kFrontMatter : Field::kByline;
    block.text = FoldPassage(raw_, skips_, PartOf(passage, place));
    if (published) {
      document_.publication.date = date->day;
      document_.publication.date_block = document_.blocks.size();
      document_.publication.date_text = {0, block.text.size()};
      document_.publication.time = date->time;
    }
    document_.blocks.push_back(std::move(block));
    return true;
  }

  void AddTitle(Passage passage) {
    passage.field = Field::kTitle;
    document_.title = PrintedText(raw_, skips_, passage);
    Add(passage);
  }

  void Add(const Passage& passage) {
    if (passage.pieces.empty()) return;
    std::vector<TextSpan> context;
    FoldedText text = FoldPassage(raw_, skips_, passage, context);
    if (!HasWords(text.str()) || IsReference(passage, text.str())) return;
    Field field = passage.field;
    if (field == Field::kBody && IsCaption(text.str(), words_.caption_marks)) field = Field::kCaption;
    bool heading = passage.role == Role::kHeading1 || passage.role == Role::kHeading;
    document_.blocks.push_back({field, heading, std::move(text), {}, std::move(context), passage.table});
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

Document ReadDocument(std::string path, std::string raw, const DocumentWords& words,
                      std::optional<Encoding> encoding) {
  Document document;
  document.path = std::move(path);
  document.sha256 = Sha256Hex(raw);
  SourceText source = ReadSourceText(std::move(raw), encoding);
  document.text = std::move(source.text);
  document.bytes = std::move(source.bytes);
  document.IndexLines();
  Builder(document, words).Build();
  for (Waiver& waiver : document.waivers) waiver.place.end = std::min(waiver.place.end, document.text.size());
  std::ranges::move(FindWaivers(document.text), std::back_inserter(document.waivers));
  document.problems.insert(document.problems.begin(), source.problems.begin(), source.problems.end());
  return document;
}

}  // namespace tally
