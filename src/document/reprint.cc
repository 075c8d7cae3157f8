#include "document/reprint.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/fold.h"
#include "base/utf8.h"
#include "document/dateline.h"
#include "document/labels.h"
#include "document/passage.h"

namespace tally {
namespace {

// Credits stand at an article's head or foot, among so many blocks, in lines so long at most (columns).
constexpr std::size_t kNear = 12;
constexpr int kMaxLine = 120;
constexpr int kMaxName = 60;

bool IsShort(std::string_view text, int columns) {
  auto limit = static_cast<std::size_t>(columns);
  return text.size() <= limit || (text.size() <= limit * 3 && DisplayWidth(text) <= columns);
}

std::string Plain(std::string_view name) { return AsciiLower(Fold(name)); }

// The agency in brackets at the beginning of a line; `dashed`: with a dash behind, otherwise alone.
std::optional<TextSpan> BracketedAgency(std::string_view line, bool dashed, const DocumentWords& words) {
  if (!line.starts_with('(') && !line.starts_with('[')) return std::nullopt;
  auto agency = words.agencies.lexicon.Longest(line, 1);
  std::size_t close = agency ? 1 + agency->length : line.size();
  if (close >= line.size() || (line[close] != ')' && line[close] != ']')) return std::nullopt;
  std::string_view rest = line.substr(close + 1);
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  bool fits = rest.empty() || rest == ".";
  if (dashed) {
    auto mark = rest.empty() ? std::nullopt : words.dateline_marks.lexicon.Longest(rest, 0);
    fits = mark && words.dateline_marks.ValueOf(*mark) == "dash";
  }
  return fits ? std::optional(TextSpan{1, close}) : std::nullopt;
}

class ReprintReader {
 public:
  ReprintReader(Document& document, std::string_view publisher, const DocumentWords& words)
      : document_(document), publisher_(Plain(publisher)), words_(words) {
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
      Field field = document.blocks[i].field;
      if (field == Field::kBody || field == Field::kByline) body_.push_back(i);
    }
  }

  std::string Origin() const {
    std::string origin;
    for (std::size_t nth = 0; nth < body_.size() && origin.empty(); ++nth) {
      if (nth == kNear && body_.size() > 2 * kNear) nth = body_.size() - kNear;
      origin = FromLabels(body_[nth]);
    }
    for (std::size_t nth = 0; nth < std::min(kNear, body_.size()) && origin.empty(); ++nth) {
      origin = FromHead(body_[nth]);
    }
    for (std::size_t back = 1; back <= std::min(kNear, body_.size()) && origin.empty(); ++back) {
      std::size_t block = body_[body_.size() - back];
      origin = Named(block, BracketedAgency(Line(block), false, words_));
    }
    return origin;
  }

 private:
  std::string_view Line(std::size_t block) const { return document_.blocks[block].text.str(); }

  // The name as printed; empty where there is none, or it is the publisher's own.
  std::string Named(std::size_t block, std::optional<TextSpan> part) const {
    if (!part || part->empty()) return "";
    std::string name(document_.Cut(document_.blocks[block].text.ToOriginal(*part)));
    return Plain(name) == publisher_ ? "" : name;
  }

  std::string FromLabels(std::size_t block) const {
    std::string_view line = Line(block);
    if (document_.blocks[block].heading || !IsShort(line, kMaxLine)) return "";
    for (const Label& label : FindLabels(line, words_)) {
      if (label.kind != Label::Kind::kSource) continue;
      auto mark = words_.reprint_marks.lexicon.Longest(line, label.start);
      if (!mark) continue;
      bool may_be_own = words_.reprint_marks.ValueOf(*mark) == "source";
      if (may_be_own && publisher_.empty()) continue;
      std::string_view value = line.substr(label.value.start, label.value.size());
      bool english = IsAsciiAlpha(line[label.start]);
      if (!HasWords(value) || !IsShort(value, kMaxName)) continue;
      // "via email, the firm said": a name has a capital, where no colon says that one follows.
      if (!label.colon && english && !IsAsciiUpper(value[0])) continue;
      if (std::string name = Named(block, label.value); !name.empty()) return name;
    }
    return "";
  }

  std::string FromHead(std::size_t block) const {
    auto dateline = FindDateline(Line(block), words_);
    if (dateline && !dateline->agency.empty()) return Named(block, dateline->agency);
    return Named(block, BracketedAgency(Line(block), true, words_));
  }

  Document& document_;
  std::string publisher_;
  const DocumentWords& words_;
  std::vector<std::size_t> body_;
};

}  // namespace

void ReadReprint(Document& document, std::string_view publisher, const DocumentWords& words) {
  document.publication.origin = ReprintReader(document, publisher, words).Origin();
}

}  // namespace tally
