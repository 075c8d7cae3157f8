// Fills a new database with made-up claims through the store's own writer, and says how fast:
//
//   store_bench FILE CLAIMS [CLAIMS_PER_DOCUMENT]
//
// Subjects, objects and predicates are as unevenly spread as in news: a few subjects have a large part of the
// claims. Sentences are nearly all different, traces nearly all alike. Same arguments, same database.
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "base/sha256.h"
#include "store/bulk_load.h"
#include "store/claim_store.h"
#include "store/database_stats.h"

namespace tally {
namespace {

constexpr std::size_t kDocumentsPerBatch = 200;
constexpr unsigned kSubjects = 20'000;
constexpr const char* kKnownSubjects[] = {"microsoft", "openai", "nvidia", "apple", "tesla", "amazon"};
constexpr const char* kPredicates[] = {"investment",   "valuation", "revenue", "capex",
                                       "equity_share", "employees", "price",   "growth",
                                       "active_users", "duration",  "count",   "event_date"};
constexpr const char* kWords[] = {"微軟", "投資",  "表示",  "公司",  "季度",   "同比",
                                  "增長", "數據",  "中心",  "計畫",  "the",    "said",
                                  "deal", "cloud", "about", "would", "shares", "report"};

class Maker {
 public:
  explicit Maker(std::size_t claims_per_document) : claims_(claims_per_document) {}

  DocumentInfo Document(std::size_t number) {
    DocumentInfo document;
    document.path = fmt::format("articles/{:03}/{:06}.md", number / 1000, number);
    document.sha256 = Sha256Hex(document.path);
    document.title = "Article " + std::to_string(number);
    document.source = "Example Daily " + std::to_string(Below(300));
    document.published = MakeDay(2015 + static_cast<int>(Below(10)), 1 + Below(12), 1 + Below(28));
    document.numbers_seen = claims_;
    for (std::uint64_t i = 0; i < 64; ++i) document.sketch.push_back((i << 58) | (random_() >> 8));
    return document;
  }

  std::vector<Claim> Claims(const DocumentInfo& document) {
    std::vector<Claim> claims;
    std::size_t at = 0;
    for (std::size_t i = 0; i < claims_; ++i) {
      if (i % 2 == 0) sentence_ = Sentence();
      claims.push_back(ClaimAt(document, at));
      at += 120;
    }
    return claims;
  }

 private:
  unsigned Below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

  // Of `limit`, the first much oftener than the last.
  unsigned Uneven(unsigned limit) {
    std::uint64_t cube = std::uint64_t{Below(1000)} * Below(1000) * Below(1000);
    return static_cast<unsigned>(cube * limit / 1'000'000'000);
  }

  std::string Sentence() {
    std::string text;
    for (int i = 0; i < 14; ++i) text += std::string(kWords[Below(std::size(kWords))]) + " ";
    return text + std::to_string(Below(1'000'000)) + "。";
  }

  static EntityRef Entity(unsigned number) {
    std::string name = number < std::size(kKnownSubjects) ? std::string(kKnownSubjects[number])
                                                          : fmt::format("company-{}", number);
    return {name, name, name};
  }

  Claim ClaimAt(const DocumentInfo& document, std::size_t at) {
    Claim claim;
    claim.doc = document.path;
    claim.doc_sha256 = document.sha256;
    claim.span = {at, at + 9};
    claim.begin = claim.end = {at / 80 + 1, 5};
    Decimal amount = Decimal(1 + Below(999)).Scaled(7 + static_cast<int>(Below(4)));
    claim.quote = amount.ToString();
    claim.context = sentence_ + claim.quote;
    claim.quote_in_context = sentence_.size();
    claim.predicate = kPredicates[Below(std::size(kPredicates))];
    claim.rule = claim.predicate + "/cue:投资";
    claim.value.dimension = Dimension::kMoney;
    claim.value.unit = Below(3) == 0 ? "CNY" : "USD";
    claim.value.stated = claim.value.strict = claim.value.lenient = Interval::Exactly(amount);
    claim.subject = Entity(Uneven(kSubjects));
    if (Below(2) == 0) claim.object = Entity(Uneven(kSubjects));
    if (Below(20) == 0) claim.speaker = Entity(Uneven(kSubjects));
    if (Below(3) == 0) claim.period = DateRange::Year(2015 + static_cast<int>(Below(10)));
    claim.as_of = document.published;
    claim.confidence = 60 + static_cast<int>(Below(40));
    claim.trace = {"rule " + claim.rule, "subject " + claim.subject->name + ": named in the clause"};
    claim.id = fmt::format("{:016x}", random_());
    return claim;
  }

  std::mt19937_64 random_{7};
  std::size_t claims_;
  std::string sentence_;
};

// Time by the clock, and of the processor, which neighbours lengthen less.
struct Moment {
  std::chrono::steady_clock::time_point clock = std::chrono::steady_clock::now();
  std::clock_t processor = std::clock();
};
struct Spent {
  double clock = 0;
  double processor = 0;

  void AddSince(const Moment& moment) {
    clock += std::chrono::duration<double>(std::chrono::steady_clock::now() - moment.clock).count();
    processor += static_cast<double>(std::clock() - moment.processor) / CLOCKS_PER_SEC;
  }
};

void Fill(const std::string& path, std::size_t claims, std::size_t claims_per_document) {
  ClaimStore store = ClaimStore::Open(path, OpenMode::kCreate);
  std::int64_t run = store.BeginRun({"bench", "bench", "2025-05-08T09:30:00Z"});
  BulkLoad load(store.database());
  Maker maker(claims_per_document);
  std::size_t documents = claims / claims_per_document;
  Spent writing;
  for (std::size_t number = 0; number < documents;) {
    std::vector<std::pair<DocumentInfo, std::vector<Claim>>> made;
    for (std::size_t i = 0; i < kDocumentsPerBatch && number < documents; ++i, ++number) {
      DocumentInfo document = maker.Document(number);
      std::vector<Claim> of_it = maker.Claims(document);
      made.emplace_back(std::move(document), std::move(of_it));
    }
    Moment before;
    ClaimStore::Batch batch(store);
    for (const auto& [document, of_it] : made) store.PutDocument(document, of_it, run);
    batch.Commit();
    writing.AddSince(before);
  }
  Moment before;
  Spent indexing;
  load.Finish();
  indexing.AddSince(before);
  double rows = static_cast<double>(documents * claims_per_document);
  std::cout << fmt::format(
      "{} documents, {:.0f} claims, {:.2f} GB\n"
      "written in {:.0f} s ({:.0f} s of the processor), indexed in {:.0f} s ({:.0f} s)\n"
      "{:.0f} claims/s, {:.0f} by the processor's time\n",
      documents, rows, static_cast<double>(DatabaseBytes(store)) / 1e9, writing.clock, writing.processor,
      indexing.clock, indexing.processor, rows / (writing.clock + indexing.clock),
      rows / (writing.processor + indexing.processor));
}

}  // namespace
}  // namespace tally

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: store_bench FILE CLAIMS [CLAIMS_PER_DOCUMENT]\n";
    return 2;
  }
  std::size_t claims_per_document = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 100;
  tally::Fill(argv[1], std::strtoull(argv[2], nullptr, 10), claims_per_document);
  return 0;
}
