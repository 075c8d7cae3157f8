#include "hostile_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "report_sample.h"

namespace tally {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kPieces[] = {
    // Runners' commands.
    "\n::error::x", "::set-output name=a::b", "\r::stop-commands::t", "%0A::error::x", "##[error]x", "#",
    "##", "[group]y", "##vso[task.setvariable]x", "##teamcity[x]", "\xE2\x80\x83::warning::x", "::", ":",
    // Terminals.
    "\x1b[31m", "\x1b]0;t\x07",
    "\xC2\x9B"
    "31m",
    "\x08\x08", "\x7F", "\0"sv,
    // The order of letters, and letters that are not seen.
    "\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x80\x8F", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xEF\xBB\xBF",
    "\xF3\xA0\x81\x81", "\xE2\x80\x8B", "\xC2\xAD", "\xC2\x85",
    // HTML and XML.
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</summary></details>", "<details>", "-->",
    "<!--", "]]>", "<![CDATA[", "&#10;::error::x", "&lt;", "&", "<", ">", "\"", "'", "\" onload=\"x",
    "\xEF\xBF\xBE",
    // Markdown.
    "[x](javascript:alert(1))", "![](https://evil.example/x.png)", "[a]: http://x", "`", "```\n", "**b**",
    "__", "~~", "| a | b |\n|---|---|\n", "\n# head", "\n- item", "\n1. x", "1)", "\n> quote", "@admin",
    "#12", "https://evil.example/", "www.evil.example", "a@b.example", "$x^2$", "\\", "\n\n", "\n===\n",
    "\n---\n", "    code", "<http://x>", "*", "_", "+", "-",
    // Messages of SARIF, JSON, CSV.
    "{0}", "{{", "}", "[", "]", "](1)", "\\](", "\\u0000", "\",\"", ",", "%", "%3A", "=1+1", "\t", " ", "  ",
    // Bytes that are no UTF-8.
    "\xFF", "\xC0\xAF", "\xED\xA0\x80", "\xE5\x84", "\x80",
    // What texts are made of.
    "微軟", "130 億美元", "😀", "👩‍👩‍👧", "e\xCC\x81", "、", "　", "Acme Inc."};

}  // namespace

std::string HostileText::Text(std::size_t most) {
  std::string text;
  for (std::size_t n = Below(most + 1); n > 0; --n) text += kPieces[Below(std::size(kPieces))];
  return text;
}

std::string HostileText::FileName() {
  std::string name = Text(4);
  std::erase_if(name, [](char c) { return c == '\0' || c == '/'; });
  return name + ".md";
}

Claim HostileText::MakeMember() {
  std::string before = Text(5);
  std::string quote = Text(2) + "13";
  Claim claim =
      MakeClaim(FileName(), 1 + Below(50), before + quote + Text(5), quote, Money("USD", "13", "13"));
  claim.quote_in_context = before.size();
  if (Below(4) == 0) claim.end.line += 1;
  return claim;
}

Finding HostileText::MakeFinding() {
  Finding finding;
  finding.id = fmt::format("{:016x}", random_());
  finding.kind = static_cast<FindingKind>(Below(8));
  finding.severity = static_cast<Severity>(Below(3));
  finding.headline = Text(4);
  finding.message = "x" + Text(6);
  if (Below(2) == 0) finding.causes.push_back({"factor_10", Text(4)});
  for (std::size_t n = 2 + Below(3); n > 0; --n) finding.members.push_back(MakeMember());
  return finding;
}

}  // namespace tally
