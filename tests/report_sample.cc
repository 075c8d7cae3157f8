#include "report_sample.h"

#include <utility>

#include "base/utf8.h"

namespace tally {

namespace {

const EntityRef kMicrosoft = {"microsoft", "Microsoft", "微軟"};
const EntityRef kOpenAI = {"openai", "OpenAI", "OpenAI"};

DocumentInfo MakeDocument(const std::string& path, const std::string& title, const std::string& source,
                          Day published) {
  DocumentInfo document;
  document.path = path;
  document.sha256 = "sha-" + path;
  document.title = title;
  document.source = source;
  document.published = published;
  document.numbers_seen = 1104;
  document.numbers_unread = 7;
  return document;
}

Claim Invested(Claim claim, Field field) {
  claim.predicate = "investment";
  claim.rule = "investment/cue:投資";
  claim.subject = kMicrosoft;
  claim.object = kOpenAI;
  claim.field = field;
  claim.confidence = 90;
  return claim;
}

Finding Investment() {
  Finding finding;
  finding.id = "4f1d0a92c3b7e865";
  finding.kind = FindingKind::kCurrencyUnstated;
  finding.severity = Severity::kHigh;
  finding.severity_reason = "the order of magnitude changes, and it stands in a title";
  finding.confidence = 86;
  finding.key = {"investment", {"subject=microsoft", "object=openai"}, true};
  finding.headline = "Microsoft → OpenAI: investment";
  finding.message =
      "The title of articles/a.md gives 千億 without a currency; its body says 數十億美元, and notes/b.txt "
      "130 億美元.";
  Value title = Money("", "100000000000", "999000000000");
  title.vague = title.approx = title.bare_magnitude = true;
  Value tens = Money("USD", "2000000000", "9900000000");
  tens.vague = true;
  Claim a1 =
      Invested(MakeClaim("articles/a.md", 2, "微軟千億押注OpenAI，伺服器與模型兩頭下注", "千億", title),
               Field::kTitle);
  Claim a2 = Invested(MakeClaim("articles/a.md", 14,
                                "幾年下來，微軟投進這家新創公司的錢已有數十億美元，\n雙方的合約也一改再改。",
                                "數十億美元", tens),
                      Field::kBody);
  a1.as_of = a2.as_of = MakeDay(2025, 5, 8);
  Claim b =
      Invested(MakeClaim("notes/b.txt", 6, "據統計，微軟先後分三次投入 130 億美元，換得獲利分成的權利。",
                         "130 億美元", Money("USD", "13000000000", "13000000000")),
               Field::kBody);
  b.period = DateRange{MakeDay(2019, 7, 1), MakeDay(2023, 1, 31)};
  b.as_of = MakeDay(2025, 4, 2);
  b.as_of_estimated = true;
  finding.members = {a1, a2, b};
  finding.readings = {
      {"no currency 100,000,000,000 – 999,000,000,000", "lenient [100000000000, 999000000000]", {0}},
      {"USD 2,000,000,000 – 9,900,000,000", "lenient [2000000000, 9900000000]", {1}},
      {"USD 13,000,000,000", "strict [12950000000, 13050000000], lenient [12500000000, 13500000000]", {2}}};
  finding.arithmetic = {"[100000000000, 999000000000] and [12500000000, 13500000000] have nothing in common",
                        "100000000000 ÷ 13500000000 ≈ 7.4"};
  finding.causes = {
      {"currency_unstated",
       "USD 13 bn is about CNY 94 bn or TWD 400 bn: the headline may be in yuan or in Taiwan dollars"},
      {"factor_10", "千億 ÷ 百億 = 10: one power of ten too many"}};
  finding.independent_sources = 2;
  return finding;
}

Finding Hostile() {
  Finding finding;
  finding.id = "00ff00ff00ff00ff";
  finding.kind = FindingKind::kValueConflict;
  finding.severity = Severity::kMedium;
  finding.severity_reason = "more than half";
  finding.confidence = 55;
  finding.scope = Scope::kInternal;
  finding.key = {"headcount", {"subject=?"}, false};
  finding.headline = "<img src=x onerror=alert(1)> Acme: headcount";
  finding.message = "One line says 900 people,\n::error::the other 1,800 people: 100% more.";
  Value people;
  people.dimension = Dimension::kCount;
  people.unit = "people";
  people.stated = Interval::Exactly(900);
  Claim script = MakeClaim(
      "evil,name.txt", 3,
      "Acme <script>alert('x')</script> & \"sons\" employ 900 people | `now` @admin #12 \x1b[31mred\x1b[0m.",
      "900 people", people);
  people.stated = {Decimal(1800), std::nullopt};
  people.modifier = Modifier::kMoreThan;
  Claim bidi =
      MakeClaim("evil,name.txt", 9,
                "It has \xE2\x80\xAE more than 1,800 people \xE2\x80\xAC in https://evil.example/x \xFF",
                "more than 1,800 people", people);
  for (Claim* claim : {&script, &bidi}) {
    claim->predicate = "headcount";
    claim->subject = EntityRef{"acme", "Acme", "Acme"};
  }
  finding.members = {script, bidi};
  finding.readings = {{"900 people", "lenient [850, 950]", {0}},
                      {"> 1,800 people", "lenient [1800, +inf)", {1}}};
  finding.arithmetic = {"1800 ÷ 900 = 2"};
  finding.independent_sources = 1;
  return finding;
}

Finding Update() {
  Finding finding;
  finding.id = "1234567890abcdef";
  finding.kind = FindingKind::kSuperseded;
  finding.verdict = Verdict::kSuperseded;
  finding.confidence = 80;
  finding.key = {"capex", {"subject=contoso"}, true};
  finding.headline = "Contoso: capital expenditure, fiscal 2025";
  finding.message = "The plan rose from USD 70 bn to USD 80 bn between the two articles.";
  Claim newer = MakeClaim("notes/c.md", 20,
                          "Contoso now plans to spend about $80 billion on data centres this fiscal year.",
                          "about $80 billion", Money("USD", "80000000000", "80000000000"));
  newer.value.approx = true;
  newer.value.modifier = Modifier::kApprox;
  newer.as_of = MakeDay(2025, 6, 3);
  Claim older = MakeClaim("articles/a.md", 31, "去年秋天，這家公司說全年要花 700 億美元蓋資料中心。",
                          "700 億美元", Money("USD", "70000000000", "70000000000"));
  older.as_of = MakeDay(2025, 5, 8);
  for (Claim* claim : {&newer, &older}) {
    claim->predicate = "capex";
    claim->modality = Modality::kPlanned;
  }
  finding.members = {newer, older};
  finding.readings = {{"≈ USD 80,000,000,000", "", {0}}, {"USD 70,000,000,000", "", {1}}};
  finding.independent_sources = 2;
  return finding;
}

Finding Agreement() {
  Finding finding;
  finding.id = "fedcba0987654321";
  finding.kind = FindingKind::kCorroboration;
  finding.verdict = Verdict::kCorroboration;
  finding.confidence = 95;
  finding.key = {"profit_share", {"subject=microsoft", "object=openai"}, true};
  finding.headline = "Microsoft → OpenAI: profit share";
  finding.message = "Two independent sources give 49 %.";
  Value share;
  share.dimension = Dimension::kPercent;
  share.unit = "%";
  share.stated = Interval::Exactly(49);
  finding.members = {MakeClaim("notes/b.txt", 7, "微軟可分得 49% 的獲利。", "49%", share),
                     MakeClaim("notes/c.md", 22, "微软由此拿到百分之四十九的利润分成，直到收回全部投资为止。",
                               "百分之四十九", share)};
  for (Claim& claim : finding.members) claim.predicate = "profit_share";
  finding.readings = {{"49 %", "lenient [48.5, 49.5]", {0, 1}}};
  finding.independent_sources = 2;
  return finding;
}

}  // namespace

Value Money(std::string_view unit, std::string_view lo, std::string_view hi) {
  Value value;
  value.dimension = Dimension::kMoney;
  if (!unit.empty()) value.unit = std::string(unit);
  if (!lo.empty()) value.stated.lo = Decimal::Parse(lo);
  if (!hi.empty()) value.stated.hi = Decimal::Parse(hi);
  return value;
}

Claim MakeClaim(const std::string& doc, std::size_t line, const std::string& context,
                const std::string& quote, Value value) {
  Claim claim;
  claim.id = "claim-" + doc + "-" + std::to_string(line);
  claim.doc = doc;
  claim.doc_sha256 = "sha-" + doc;
  claim.context = context;
  claim.quote = quote;
  claim.quote_in_context = context.find(quote);
  claim.span = {claim.quote_in_context, claim.quote_in_context + quote.size()};
  claim.begin = {line, CountCodePoints(context.substr(0, claim.quote_in_context)) + 1};
  claim.end = {line, claim.begin.column + CountCodePoints(quote)};
  claim.value = std::move(value);
  claim.confidence = 70;
  return claim;
}

ReportInput SampleReport() {
  ReportInput input;
  input.tool_version = "0.1.0";
  input.rules_version = "2026-11-22";
  input.documents = {
      MakeDocument("articles/a.md", "微軟千億押注OpenAI，伺服器與模型兩頭下注", "科技觀察",
                   *MakeDay(2025, 5, 8)),
      MakeDocument("notes/b.txt", "", "", *MakeDay(2025, 4, 2)),
      MakeDocument("notes/c.md", "The data-centre bill", "Example Ledger", *MakeDay(2025, 6, 3)),
      MakeDocument("evil,name.txt", "</title><script>alert(2)</script>", "Evil \x1b]0;x\x07 Inc",
                   *MakeDay(2025, 2, 1))};
  input.documents[1].published_estimated = true;
  input.documents[2].url = "https://example.org/ledger?a=1&b=2";
  input.documents[3].url = "javascript:alert(3)";
  input.findings = {Agreement(), Hostile(), Update(), Investment()};
  for (const Finding& finding : input.findings) {
    for (const Claim& claim : finding.members) input.claims.push_back(claim);
  }
  input.claims.push_back(MakeClaim("notes/c.md", 40, "Page 12 of the filing.", "12", Value{}));
  input.claims_compared = 9;
  return input;
}

CheckReport CheckOf(const std::vector<Finding>& findings, const std::vector<std::string>& focus) {
  CheckReport check;
  check.report.findings = findings;
  check.focus = focus;
  return check;
}

}  // namespace tally
