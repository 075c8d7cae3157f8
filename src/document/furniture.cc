// rules/words/furniture.txt says of each phrase how much of a line it makes furniture.
#include "document/furniture.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/utf8.h"
#include "document/passage.h"

namespace tally {
namespace {

// Lines of furniture are short; a longer one may say something.
constexpr int kMaxLine = 80;
constexpr int kMaxNotice = 200;
// A list of related articles has fewer lines; more is the article.
constexpr std::size_t kMaxListed = 15;
// A headline has two commas at most; a sentence may be printed without its full stop.
constexpr int kCommasOfSentence = 3;

bool NoWider(std::string_view text, int columns) {
  if (text.size() <= static_cast<std::size_t>(columns))
    return true;  // no character has more columns than bytes
  if (text.size() > static_cast<std::size_t>(columns) * 3) return false;
  // So many bytes of Chinese are wider.
  std::size_t wider = static_cast<std::size_t>(columns) * 3 / 2 + 3;
  if (text.size() > wider) {
    while (wider > 0 && (static_cast<unsigned char>(text[wider]) & 0xC0) == 0x80) --wider;
    if (DisplayWidth(text.substr(0, wider)) > columns) return false;
  }
  return DisplayWidth(text) <= columns;
}

bool HasSentence(std::string_view line) {
  if (line.find("。") != std::string_view::npos) return true;
  int commas = 0;
  for (std::size_t at = line.find("，"); at != std::string_view::npos; at = line.find("，", at + 1)) ++commas;
  if (commas >= kCommasOfSentence) return true;
  while (!line.empty() && std::string_view("\"')] ").find(line.back()) != std::string_view::npos)
    line.remove_suffix(1);
  for (std::string_view mark : {"”", "」", "』"}) {
    if (line.ends_with(mark)) line.remove_suffix(mark.size());
  }
  for (std::string_view mark : {".", "!", "?", ";", ":", "…"}) {
    if (line.ends_with(mark)) return true;
  }
  return false;
}

bool EndsWithStop(std::string_view text) {
  std::size_t last = text.find_last_not_of(' ');
  return last != std::string_view::npos && text[last] == '.';
}

// Past the signs and bullets that decorate a line's beginning.
std::size_t LineBeginning(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size()) {
    if (line.substr(at).starts_with("©") || HasWords(line.substr(at, DecodeUtf8(line, at).length))) break;
    at += DecodeUtf8(line, at).length;
  }
  return at;
}

// True where words of the list, numbers and signs are all that the line holds: "分享 | 收藏 | 点赞 1.2万".
bool HoldsNothingElse(std::string_view line, const WordTable& furniture) {
  constexpr std::size_t kMenu = 3;  // so many parts are a menu: "Home News Business"
  bool found = false;
  std::size_t parts = 0;
  for (std::size_t at = 0; at < line.size();) {
    auto hit = furniture.lexicon.LongestLoose(line, at);
    bool alone = hit && furniture.ValueOf(*hit) != "notice" && furniture.ValueOf(*hit) != "anywhere" &&
                 furniture.ValueOf(*hit) != "ends";
    if (alone) {
      bool part = furniture.ValueOf(*hit) == "part";
      found = found || !part || ++parts == kMenu;
      at += hit->length;
      continue;
    }
    std::size_t length = DecodeUtf8(line, at).length;
    bool digit = IsAsciiDigit(line[at]);
    if (!digit && HasWords(line.substr(at, length))) return false;
    at += length;
  }
  return found;
}

// A phrase that no article says of its own matter: "our newsletter".
bool HoldsNotice(std::string_view line, const DocumentWords& words) {
  for (std::size_t at = 0; at < line.size(); at += LengthByLead(line[at])) {
    if ((words.starts.At(line, at) & DocumentWords::kFurniture) == 0) continue;
    auto hit = words.furniture.lexicon.LongestLoose(line, at);
    if (hit && words.furniture.ValueOf(*hit) == "anywhere") return true;
  }
  return false;
}

// "AAPL 210.02 +1.2% TSLA 180.11 -0.4%": a figure with its signed change, twice and more.
bool IsTicker(std::string_view line) {
  constexpr int kPairs = 2;
  if (line.find('%') == std::string_view::npos) return false;
  int pairs = 0;
  bool figure = false;  // the word before was one
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = std::min(line.find(' ', at), line.size());
    std::string_view word = line.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    bool sign = word[0] == '+' || word[0] == '-' || word.starts_with("▲") || word.starts_with("▼");
    if (figure && sign && word.ends_with('%')) ++pairs;
    figure = IsAsciiDigit(word[0]) &&
             std::ranges::all_of(word, [](char c) { return IsAsciiDigit(c) || c == '.' || c == ','; });
  }
  return pairs >= kPairs;
}

// "《某某日报》(2025年05月04日 06版)": the line ends with a word of the list.
bool EndsWithWord(std::string_view line, const WordTable& furniture) {
  constexpr std::size_t kLongest = 24;  // bytes
  for (std::size_t at = line.size() > kLongest ? line.size() - kLongest : 0; at < line.size(); ++at) {
    if ((static_cast<unsigned char>(line[at]) & 0xC0) == 0x80) continue;
    auto hit = furniture.lexicon.LongestLoose(line, at);
    if (hit && at + hit->length == line.size() && furniture.ValueOf(*hit) == "ends") return true;
  }
  return false;
}

enum class Kind { kLine, kHeadOfList };

std::optional<Kind> Judge(std::string_view line, const DocumentWords& words) {
  const WordTable& furniture = words.furniture;
  if (!NoWider(line, kMaxNotice)) return std::nullopt;
  std::size_t beginning = LineBeginning(line);
  auto hit = furniture.lexicon.Longest(line, beginning);
  std::string_view value = hit ? std::string_view(furniture.ValueOf(*hit)) : std::string_view();
  if (value == "notice" || HoldsNotice(line, words)) return Kind::kLine;
  if (IsTicker(line) && !HasSentence(line)) return Kind::kLine;
  if (!NoWider(line, kMaxLine)) return std::nullopt;
  if (HoldsNothingElse(line, furniture)) return value == "list" ? Kind::kHeadOfList : Kind::kLine;
  // "推荐阅读:…", "Read next: …": a head and a title in one line.
  bool headed = value == "list" && line.substr(beginning + hit->length).starts_with(':');
  if ((value == "begins" || headed || EndsWithWord(line, furniture)) && !HasSentence(line))
    return Kind::kLine;
  return std::nullopt;
}

}  // namespace

bool IsFurniture(std::string_view line, const DocumentWords& words) { return Judge(line, words).has_value(); }

std::vector<std::size_t> MarkFurniture(Document& document, const DocumentWords& words) {
  std::vector<std::size_t> marked;
  std::size_t listed = kMaxListed;  // lines since the head of a list
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    Block& block = document.blocks[i];
    if (block.field != Field::kBody) continue;
    const std::string& line = block.text.str();
    auto kind = Judge(line, words);
    bool two = block.sentences.size() > 1 &&
               EndsWithStop(std::string_view(line).substr(0, block.sentences[1].start));
    bool title =
        listed < kMaxListed && !block.heading && NoWider(line, kMaxLine) && !two && !HasSentence(line);
    ++listed;
    if (kind == Kind::kHeadOfList) listed = 0;
    if (!kind && !title) {
      listed = kMaxListed;
      continue;
    }
    block.field = Field::kByline;
    marked.push_back(i);
  }
  return marked;
}

}  // namespace tally
