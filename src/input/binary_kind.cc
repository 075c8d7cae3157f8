#include "input/binary_kind.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>

#include "document/encoding_guess.h"

namespace tally {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLookedAt = 8192;
// Of the bytes looked at, one in so many may be a control: a text with a stray one is a text.
constexpr std::size_t kControlsOf = 10;

struct Kind {
  std::string_view mark;
  std::string_view name;
  std::string_view tool;
};
constexpr Kind kKinds[] = {
    {"%PDF-", "a PDF", "pdftotext"},
    {"{\\rtf", "an RTF document", "unrtf --text or pandoc"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office document", "antiword or LibreOffice"},
    {"\x7F"
     "ELF",
     "a program (ELF)", ""},
    {"\x89PNG\r\n\x1A\n", "a picture (PNG)", "tesseract"},
    {"\xFF\xD8\xFF", "a picture (JPEG)", "tesseract"},
    {"GIF87a", "a picture (GIF)", "tesseract"},
    {"GIF89a", "a picture (GIF)", "tesseract"},
    {"7z\xBC\xAF\x27\x1C", "a 7z archive", "7z x"},
    {"Rar!\x1A\x07", "a RAR archive", "unrar x"},
    {"BZh91AY&SY", "a bzip2 file", "bunzip2"},
    {"\xFD"
     "7zXZ\0"sv,
     "an xz file", "unxz"},
    {"SQLite format 3\0"sv, "an SQLite database", ""},
};

// 1 for what no text holds: controls, blanks and the escape of terminals aside.
constexpr auto kControl = [] {
  std::array<std::uint8_t, 256> control{};
  for (unsigned char c = 0; c < 0x20; ++c)
    control[c] = c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\x1B';
  return control;
}();

std::string Problem(std::string_view name, std::string_view tool) {
  if (tool.empty()) return fmt::format("looks like {}, not text", name);
  return fmt::format("looks like {}, not text: convert it first, e.g. with {}", name, tool);
}

// A ZIP file says what it is by the names in it.
std::string ZipProblem(std::string_view head) {
  if (head.find("word/") != std::string_view::npos) return Problem("a Word document", "pandoc -t plain");
  if (head.find("xl/") != std::string_view::npos) return Problem("an Excel workbook", "ssconvert");
  if (head.find("ppt/") != std::string_view::npos) return Problem("a PowerPoint file", "LibreOffice");
  if (head.find("epub+zip") != std::string_view::npos) return Problem("an EPUB", "pandoc -t plain");
  if (head.find("opendocument") != std::string_view::npos)
    return Problem("an OpenDocument file", "pandoc -t plain");
  return Problem("a ZIP archive", "unzip");
}

}  // namespace

std::string NoTextProblem(std::string_view bytes) {
  std::string_view head = bytes.substr(0, kLookedAt);
  if (head.starts_with("PK\x03\x04")) return ZipProblem(head);
  for (const Kind& kind : kKinds) {
    if (head.starts_with(kind.mark)) return Problem(kind.name, kind.tool);
  }
  std::size_t controls = 0;
  for (char c : head) controls += kControl[static_cast<unsigned char>(c)];
  bool text = controls * kControlsOf <= head.size() || head.starts_with("\xFF\xFE") ||
              head.starts_with("\xFE\xFF") || GuessUtf16(bytes);
  return text ? "" : "looks like binary data, not text";
}

}  // namespace tally
