// How fast quantities are read: megabytes of folded text a second on one core, beside one plain RE2 pass over
// the same text for digits, numerals and units, and beside the worst texts that we know. The text is that of
// bench/bench_text.h.
#include <benchmark/benchmark.h>
#include <re2/re2.h>

#include <string>
#include <vector>

#include "bench/bench_text.h"
#include "quantities/quantity_reader.h"

namespace tally {
namespace {

// The articles are read over and over until this much text has gone by.
constexpr std::size_t kCorpusBytes = 4'000'000;
constexpr int kCopies = 100'000;

const QuantityReader& Reader() {
  static const QuantityReader reader(BenchToolkit().rules);
  return reader;
}

// The blocks of all articles, repeated to kCorpusBytes.
const std::vector<Block>& Corpus() {
  static const std::vector<Block> corpus = [] {
    std::vector<Block> blocks;
    std::size_t bytes = 0;
    for (const Block& block : BenchBlocks()) bytes += block.text.size();
    for (std::size_t read = 0; read < kCorpusBytes; read += bytes)
      blocks.insert(blocks.end(), BenchBlocks().begin(), BenchBlocks().end());
    return blocks;
  }();
  return corpus;
}

std::size_t Bytes(const std::vector<Block>& blocks) {
  std::size_t bytes = 0;
  for (const Block& block : blocks) bytes += block.text.size();
  return bytes;
}

const Setting kSetting{MakeDay(2025, 5, 8), "CNY"};

void Quantities(benchmark::State& state) {
  const std::vector<Block>& corpus = Corpus();
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    for (const Block& block : corpus) found += Reader().Read(block, kSetting).size();
    benchmark::DoNotOptimize(found);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * Bytes(corpus)));
  state.counters["quantities"] = static_cast<double>(found);
}
BENCHMARK(Quantities)->Unit(benchmark::kMillisecond);

// What a plain pattern reads: digits and Han numerals with a scale and a unit behind them.
void PlainRe2(benchmark::State& state) {
  static const RE2 kPattern(
      "((?:US|NT|HK)?\\$ ?|€|£|¥|人民币)?"
      "([0-9][0-9,]*(?:\\.[0-9]+)?|[一二两三四五六七八九十百千几数]+) ?"
      "(万亿|[万亿兆]|million|billion|trillion)? ?"
      "(美元|港元|日元|欧元|元|%|倍|年|月|日|天|小时|分钟|个|家|名|人|次|项|percent|years?|months?|days?)?");
  const std::vector<Block>& corpus = Corpus();
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    for (const Block& block : corpus) {
      re2::StringPiece rest(block.text.str());
      while (RE2::FindAndConsume(&rest, kPattern)) ++found;
    }
    benchmark::DoNotOptimize(found);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * Bytes(corpus)));
  state.counters["matches"] = static_cast<double>(found);
}
BENCHMARK(PlainRe2)->Unit(benchmark::kMillisecond);

// The texts that other readers choke on. Bytes a second are to stay within a fifth of the articles'.
void Adversarial(benchmark::State& state, const std::string& unit, int copies) {
  std::string text;
  for (int i = 0; i < copies; ++i) text += unit;
  Block block;
  block.text.Append(text, 0);
  for (auto _ : state) benchmark::DoNotOptimize(Reader().Read(block, kSetting));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * block.text.size()));
}

void RegisterAdversarial() {
  struct Text {
    const char* name;
    const char* unit;
  };
  static constexpr Text kTexts[] = {
      {"han_numerals", "一亿二千万"},
      {"digits", "7"},
      {"han_digits", "三"},
      {"dates", "2019年7月"},
      {"english_ranges", "from 5 to 6 on May 5 "},
      {"groups", ",111"},
      {"words", "one hundred "},
      {"percents", "1% "},
      {"hyphens", "1-"},
      {"parts", "三分之"},
      {"blanks", "5    "},
      {"between", "between 3 and "},
      {"yuan", "九元九角"},
      {"durations", "一年零"},
      {"negatives", "负-"},
      {"modifiers", "至少约超过"},
      {"conversions", "$5 (约 "},
      {"articles", "a hour and a "},
  };
  for (const Text& text : kTexts) {
    for (int copies : {kCopies, 2 * kCopies}) {
      benchmark::RegisterBenchmark(
          ("Adversarial/" + std::string(text.name) + "/" + std::to_string(copies)).c_str(), Adversarial,
          std::string(text.unit), copies)
          ->Unit(benchmark::kMillisecond);
    }
  }
}

}  // namespace
}  // namespace tally

int main(int argc, char** argv) {
  tally::RegisterAdversarial();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
