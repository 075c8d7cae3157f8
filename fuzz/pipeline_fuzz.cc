// The whole pipeline on any bytes: documents in, claims, findings and every form of the report out, with the
// invariants that hold for all of them checked on the way. A broken invariant aborts, as a fault that the
// sanitizers see does.
//
// An input is one document or several, separated by U+001E, so that documents can be compared. The first
// byte of each document says what it pretends to be (kVariants); any other byte chooses among them, so that
// no input is wasted. The variants with a character set are written in UTF-8 here and encoded before they are
// read, so that a mutation changes what the page says, and not only its bytes.
//
// https://llvm.org/docs/LibFuzzer.html; scripts/fuzz.sh builds and runs it, tests/fuzz_corpus/ is replayed by
// ctest.
#include <unicode/ucnv.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "document/read_document.h"
#include "input/json_reader.h"
#include "pipeline.h"
#include "report/claim_json.h"
#include "report/claim_line.h"
#include "report/claim_table.h"
#include "report/comment_report.h"
#include "report/github_annotations.h"
#include "report/gitlab_report.h"
#include "report/html_report.h"
#include "report/json_report.h"
#include "report/junit_report.h"
#include "report/markdown_report.h"
#include "report/rdjson_report.h"
#include "report/sarif_report.h"
#include "report/text_findings.h"

namespace tally {
namespace {

constexpr char kSeparator = '\x1E';
// Documents in one input; more teach nothing new and only cost time.
constexpr std::size_t kMaxDocuments = 6;

struct Variant {
  char mark;
  const char* ending;
  const char* charset;  // "" for the bytes as they are
};
constexpr Variant kVariants[] = {
    {'m', ".md", ""},
    {'t', ".txt", ""},
    {'h', ".html", ""},
    {'j', ".jsonl", ""},
    {'n', "", ""},
    {'G', ".txt", "GB18030"},
    {'g', ".html", "GB18030"},
    {'B', ".txt", "Big5-HKSCS"},
    {'b', ".html", "Big5"},
    {'U', ".txt", "UTF-16"},
    {'u', ".md", "UTF-16LE"},
    {'w', ".html", "windows-1252"},
};

[[noreturn]] void Fail(const std::string& what) {
  std::fprintf(stderr, "invariant broken: %s\n", what.c_str());
  std::abort();
}

void Require(bool holds, const std::string& what) {
  if (!holds) Fail(what);
}

const Variant& VariantOf(char mark) {
  for (const Variant& variant : kVariants) {
    if (variant.mark == mark) return variant;
  }
  return kVariants[static_cast<unsigned char>(mark) % std::size(kVariants)];
}

std::string Encode(const std::string& text, const char* charset) {
  UErrorCode error = U_ZERO_ERROR;
  // Four bytes a character are the most of any of these charsets; 16 for a byte order mark.
  std::string encoded(text.size() * 4 + 16, '\0');
  int32_t size = ucnv_convert(charset, "UTF-8", encoded.data(), static_cast<int32_t>(encoded.size()),
                              text.data(), static_cast<int32_t>(text.size()), &error);
  if (U_FAILURE(error)) return text;
  encoded.resize(static_cast<std::size_t>(size));
  return encoded;
}

std::vector<InputFile> InputsOf(std::string_view data) {
  std::vector<InputFile> inputs;
  while (!data.empty() && inputs.size() < kMaxDocuments) {
    std::string_view part = data.substr(0, data.find(kSeparator));
    data.remove_prefix(std::min(part.size() + 1, data.size()));
    if (part.empty()) continue;
    const Variant& variant = VariantOf(part.front());
    std::string path = "d" + std::to_string(inputs.size()) + variant.ending;
    std::string content(part.substr(1));
    if (variant.mark == 'j') {
      std::istringstream in(content);
      JsonReader reader(*in.rdbuf(), path, JsonLayout::kLines, {}, std::size_t{1} << 20);
      std::vector<std::string> problems;
      while (auto file = reader.Next(problems)) inputs.push_back(std::move(*file));
    } else if (*variant.charset != '\0') {
      inputs.push_back({path, Encode(content, variant.charset)});
    } else {
      inputs.push_back({path, content});
    }
  }
  return inputs;
}

// The byte of the text at a line and column, or npos.
std::size_t OffsetOf(const Document& document, LineColumn place) {
  if (place.line == 0 || place.line > document.line_starts.size()) return std::string::npos;
  std::size_t at = document.line_starts[place.line - 1];
  auto continues = [&] {
    return at < document.text.size() && (static_cast<unsigned char>(document.text[at]) & 0xC0) == 0x80;
  };
  for (std::size_t column = 1; column < place.column; ++column) {
    if (at < document.text.size()) ++at;
    while (continues()) ++at;
  }
  while (continues()) ++at;
  return at;
}

// The quote of a claim stands at its span: at once in a file of UTF-8, through the document's map in others.
void CheckPlace(const Claim& claim, const InputFile& input, const Document& document) {
  std::string where = input.path + " " + std::to_string(claim.span.start);
  Require(claim.span.start < claim.span.end, where + ": an empty span");
  Require(claim.span.end <= input.content.size(), where + ": a span beyond the file");
  Require(!claim.quote.empty(), where + ": an empty quote");
  Require(claim.context.compare(claim.quote_in_context, claim.quote.size(), claim.quote) == 0,
          where + ": the quote is not in its context");
  if (document.text == input.content) {
    Require(input.content.compare(claim.span.start, claim.span.size(), claim.quote) == 0,
            where + ": the quote is not at its span");
    return;
  }
  std::size_t at = OffsetOf(document, claim.begin);
  Require(at != std::string::npos && document.text.compare(at, claim.quote.size(), claim.quote) == 0,
          where + ": the quote is not at its line and column");
  Require(document.bytes.ToFile({at, at + claim.quote.size()}) == claim.span,
          where + ": line and column are not those of the span");
}

void CheckExtraction(const Extraction& extraction, const InputFile& input, const Toolkit& toolkit) {
  Document document = ReadDocument(input.path, input.content, toolkit.words);
  for (const Claim& claim : extraction.claims) {
    CheckPlace(claim, input, document);
    Require(claim.confidence >= 0 && claim.confidence <= 100, "a confidence out of range");
    std::string line = ClaimJsonLine(claim);
    Require(line.find('\n') == std::string::npos, "a claim of two lines");
    Require(nlohmann::json::accept(line), "a claim that is no JSON: " + line);
    std::string written;
    AppendClaimLine(claim, written);
    Require(written == line, "a claim line that is not that of its tree: " + written);
  }
  Require(extraction.info.numbers_unread <= extraction.info.numbers_seen, "more unread than seen");
}

void CheckText(const std::string& output, const char* what) {
  for (std::size_t at = 0; at < output.size();) {
    CodePoint c = DecodeUtf8(output, at);
    Require(c.value != kReplacement || c.length > 1, std::string(what) + ": not UTF-8");
    at += c.length;
  }
}

void Render(const ReportInput& report, const std::vector<Claim>& claims) {
  std::string html = HtmlReport(report);
  Require(html.find("<script") == std::string::npos, "a script in the page");
  CheckText(html, "html");
  CheckText(MarkdownReport(report), "md");
  std::string json = JsonReport(report);
  CheckText(json, "json");
  Require(nlohmann::json::accept(json), "a report that is no JSON");
  CheckReport check;
  check.report = report;
  std::string text = TextFindings(check, false);
  CheckText(text, "text");
  Require(text.find('\x1B') == std::string::npos, "an escape sequence for the terminal");
  CheckText(GithubAnnotations(check), "github");
  CheckText(JunitReport(check), "junit");
  CheckText(CommentReport(check), "a comment");
  for (const std::string& form : {SarifReport(check), GitlabReport(check), RdjsonReport(check)}) {
    CheckText(form, "a format of check");
    Require(nlohmann::json::accept(form), "a format of check that is no JSON");
  }
  CheckText(ClaimTable(claims), "table");
  CheckText(ClaimCsv(claims), "csv");
  CheckText(ClaimMarkdown(claims), "claims as md");
}

void RunPipeline(std::string_view data) {
  static const Toolkit& toolkit = *LoadToolkit("").release();
  std::vector<Extraction> extractions;
  for (const InputFile& input : InputsOf(data)) {
    extractions.push_back(ExtractOne(input, toolkit));
    CheckExtraction(extractions.back(), input, toolkit);
  }
  ReportInput report = MakeReport(extractions, toolkit);
  Render(report, report.claims);
}

}  // namespace
}  // namespace tally

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  tally::RunPipeline({reinterpret_cast<const char*>(data), size});
  return 0;
}
