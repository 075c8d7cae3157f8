#include "pipeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <memory>

#include "base/error.h"
#include "base/fold.h"
#include "base/parallel.h"
#include "base/time_zone.h"
#include "claims/identifiers.h"
#include "compare/outline_of.h"
#include "document/field_date.h"
#include "document/read_document.h"
#include "document/sketch.h"

namespace tally {
namespace {

// The place of another date in the text is no longer the place of the publication date.
void SetPublished(Document& document, Day published) {
  Publication& publication = document.publication;
  if (publication.date != published) publication.date_text = {};
  publication.date = published;
  publication.date_estimated = false;
  publication.time.clear();
}

// Programs write times in UTC, whose day is another one than that of the readers for some hours. A time with
// an offset of its own was written by who lives by it. Where the date is printed stays its place.
void MoveHome(const std::string& zone, Publication& publication) {
  constexpr std::string_view kUtc = "+00:00";
  int hour = 0;
  int minute = 0;
  bool utc = publication.time.ends_with(kUtc) &&
             std::sscanf(publication.time.c_str(), "%2d:%2d", &hour, &minute) == 2;
  if (!utc || !publication.date) return;
  ZonedTime local = TimeInZone(*publication.date, hour * 60 + minute, zone);
  int year = static_cast<int>(std::chrono::year_month_day(local.day).year());
  if (year < 1 || year > 9999) return;
  publication.date = local.day;
  int ahead = std::abs(local.offset);
  publication.time = fmt::format("{:02}:{:02}{}{:02}:{:02}", local.minute / 60, local.minute % 60,
                                 local.offset < 0 ? '-' : '+', ahead / 60, ahead % 60);
}

void SetDetails(Document& document, const InputFile& input, const DocumentWords& words) {
  Publication& publication = document.publication;
  if (input.published) SetPublished(document, *input.published);
  if (std::string text = Fold(input.published_text); !text.empty()) {
    if (auto date = ReadFieldDate(text, words)) {
      SetPublished(document, date->day);
      publication.time = date->time;
    } else if (text.find_first_not_of(' ') != std::string::npos) {
      document.problems.push_back(FieldDateProblem(text) + "; the document is dated by its text");
    }
  }
  auto set = [](const std::string& from, std::string& to) {
    if (!from.empty()) to = from;
  };
  set(input.published_time, publication.time);
  set(input.source, publication.source);
  set(input.author, publication.author);
  set(input.url, publication.url);
  set(input.title, document.title);
  document.home = input.home;
  if (!input.home.time_zone.empty()) MoveHome(input.home.time_zone, publication);
}

// A waiver is quoted up to this many bytes.
constexpr std::size_t kMaxWaiverQuote = 400;

// In plain text a comment is read like any other words, but its figures are no statements of the article.
void TakeWaivers(const Document& document, Extraction& extraction) {
  std::vector<Span> comments;  // in the order of the file, disjoint
  for (const Waiver& waiver : document.waivers) {
    std::string_view quote = document.Cut(waiver.place);
    std::size_t end = std::min(quote.size(), kMaxWaiverQuote);
    while (end < quote.size() && (static_cast<unsigned char>(quote[end]) & 0xC0) == 0x80) --end;
    Span span = document.bytes.ToFile(waiver.place);
    comments.push_back(span);
    extraction.waivers.push_back({waiver, document.sha256, span, document.Locate(waiver.place.start),
                                  document.Locate(waiver.place.end), std::string(quote.substr(0, end))});
  }
  std::erase_if(extraction.claims, [&](const Claim& claim) {
    auto after = std::ranges::upper_bound(comments, claim.span.start, {}, &Span::start);
    return after != comments.begin() && claim.span.end <= std::prev(after)->end;
  });
}

}  // namespace

std::string_view ToolVersion() { return TALLY_VERSION; }

std::unique_ptr<Toolkit> LoadToolkit(const std::string& rules_directory) {
  return MakeToolkit(CollectRuleFiles(rules_directory));
}

std::unique_ptr<Toolkit> MakeToolkit(const std::vector<RuleFile>& files) {
  auto toolkit = std::make_unique<Toolkit>();
  std::vector<RuleError> errors;
  toolkit->rules = LoadRules(files, errors);
  if (!errors.empty()) throw RuleErrors(std::move(errors));
  toolkit->words = ParseDocumentWords([&](const std::string& name) {
    auto file = std::ranges::find(files, fmt::format("words/{}.txt", name), &RuleFile::name);
    return file == files.end() ? std::string() : file->content;
  });
  try {
    toolkit->extractor = std::make_unique<Extractor>(toolkit->rules);
  } catch (const RuleErrors& broken) {
    errors = broken.errors();
    PlaceErrors(files, errors);
    throw RuleErrors(std::move(errors));
  }
  return toolkit;
}

Extraction ExtractOne(const InputFile& input, const Toolkit& toolkit, Extras extras) {
  Document document = ReadDocument(input.path, input.content, toolkit.words, input.encoding);
  SetDetails(document, input, toolkit.words);
  Extraction extraction = toolkit.extractor->Read(document);
  if (extras.sketch) extraction.info.sketch = SketchOf(document);
  if (extras.identifiers) extraction.identifiers = FindIdentifiers(document, extraction.claims);
  extraction.problems = std::move(document.problems);
  TakeWaivers(document, extraction);
  return extraction;
}

std::vector<Extraction> ExtractAll(const std::vector<InputFile>& inputs, const Toolkit& toolkit,
                                   unsigned threads, const std::function<void(std::size_t)>& progress,
                                   Extras extras) {
  return ParallelMap(inputs.size(), threads, progress,
                     [&](std::size_t i) { return ExtractOne(inputs[i], toolkit, extras); });
}

namespace {

ReportInput ReportOf(ReportInput report, CompareResult compared, const Toolkit& toolkit) {
  report.tool_version = ToolVersion();
  report.rules_version = toolkit.rules.version;
  report.findings = std::move(compared.findings);
  report.claims_compared = compared.claims_compared;
  report.origin_clusters = std::move(compared.origin_clusters);
  return report;
}

// All documents, with the claims of the first `count`.
ReportInput ListDocuments(const std::vector<ComparedDocument>& documents, std::size_t count) {
  ReportInput report;
  for (const ComparedDocument& document : documents) {
    bool listed = report.documents.size() < count;
    report.documents.push_back(document.info);
    if (!listed) {
      report.claims_elsewhere += document.outline.claims;
      continue;
    }
    ComparedDocument::Claims claims = document.claims();
    report.claims.insert(report.claims.end(), claims->begin(), claims->end());
  }
  return report;
}

}  // namespace

ReportInput MakeReport(const std::vector<Extraction>& extractions, const Toolkit& toolkit,
                       Language language) {
  ReportInput report;
  // Checks also look at figures that no rule claimed.
  for (const Extraction& extraction : extractions) {
    report.documents.push_back(extraction.info);
    report.claims.insert(report.claims.end(), extraction.claims.begin(), extraction.claims.end());
  }
  CompareResult compared = Compare({report.claims, report.documents, language}, toolkit.rules);
  return ReportOf(std::move(report), std::move(compared), toolkit);
}

ComparedDocument Compared(Extraction extraction, const Toolkit& toolkit) {
  ComparedDocument document;
  document.outline = OutlineOf(extraction.claims, toolkit.rules);
  document.info = std::move(extraction.info);
  document.waivers = std::move(extraction.waivers);
  document.problems = std::move(extraction.problems);
  auto claims = std::make_shared<const std::vector<Claim>>(std::move(extraction.claims));
  document.claims = [claims] { return claims; };
  return document;
}

ReportInput MakeReportAbout(std::size_t count, const std::vector<ComparedDocument>& documents,
                            const Toolkit& toolkit, Language language) {
  return ReportOf(ListDocuments(documents, count), CompareAbout(documents, count, language, toolkit.rules),
                  toolkit);
}

ChangeReport MakeChangeReport(const StatesInput& states, const ChangedDocuments& changed,
                              const Toolkit& toolkit) {
  StatesResult compared = CompareStates(states, toolkit.rules);
  ChangeReport result;
  result.report =
      ReportOf(ListDocuments(states.after, states.after_only), std::move(compared.after), toolkit);
  result.roles = RolesInChange(result.report.findings, compared.before, changed);
  return result;
}

void AddRevised(const std::vector<TextChange>& changes, const Toolkit& toolkit, Language language,
                ReportInput& report) {
  for (Finding& finding : RevisedFigures(changes, toolkit.rules, language)) {
    report.findings.push_back(std::move(finding));
  }
  SortFindings(report.findings);
}

}  // namespace tally
