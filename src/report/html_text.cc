#include "report/html_text.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "report/visible_text.h"

namespace tally {

namespace {

// About a third of the characters of Traditional prose differ from their Simplified form; in Simplified prose
// a few do (乾隆, 瞭望). One in twelve lies between.
constexpr std::size_t kHanPerTraditional = 12;
// An English word has five letters, its Chinese counterpart two characters. With more letters than this for
// each Han character, Chinese names stand in English prose, and not English names in Chinese prose.
constexpr std::size_t kLettersPerHan = 4;
// Han characters without one Traditional form among them that make it Simplified rather than unknown.
constexpr std::size_t kEnoughHan = 8;

std::string EscapeHtml(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out.push_back(c);
    }
  }
  return out;
}

}  // namespace

std::string HtmlText(std::string_view text) { return EscapeHtml(VisibleText(text)); }
std::string HtmlPath(std::string_view path) { return EscapeHtml(VisiblePath(path)); }

std::string_view GuessLanguage(std::string_view text) {
  std::size_t han = 0;
  std::size_t traditional = 0;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto [c, length] = DecodeUtf8(text, at);
    at += length;
    if (c >= 0x3041 && c <= 0x30FF && c != 0x30FB) return "ja";
    if (IsAlphabetic(c)) ++letters;
    if (!IsHan(c)) continue;
    ++han;
    if (FoldCodePoint(c) != c) ++traditional;
  }
  if (han == 0 || letters > han * kLettersPerHan) return "";
  if (traditional * kHanPerTraditional >= han) return "zh-Hant";
  return han >= kEnoughHan ? "zh-Hans" : "zh";
}

}  // namespace tally
