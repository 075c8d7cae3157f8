// How fast documents are read: bytes of a file to blocks of folded text with their sentences, in each format
// and beside them what is the least that any reader must do, one pass over the same bytes that folds them.
// The text is that of the files named in the environment variable TALLY_BENCH_TEXT (blank between names),
// else our seeds.
#include <benchmark/benchmark.h>
#include <unicode/ucnv.h>

#include <string>
#include <vector>

#include "bench/bench_text.h"
#include "document/read_document.h"

namespace tally {
namespace {

constexpr std::size_t kArticleBytes = 200'000;

// The paragraphs of all articles, as one long article.
const std::vector<std::string>& Paragraphs() {
  static const std::vector<std::string> paragraphs = [] {
    std::vector<std::string> all;
    for (std::size_t bytes = 0; bytes < kArticleBytes;) {
      for (const Block& block : BenchBlocks()) {
        all.push_back(block.text.str());
        bytes += block.text.size();
      }
    }
    return all;
  }();
  return paragraphs;
}

std::string Joined(std::string_view before, std::string_view after) {
  std::string text;
  for (const std::string& paragraph : Paragraphs()) text.append(before).append(paragraph).append(after);
  return text;
}

std::string InGb18030(const std::string& text) {
  UErrorCode error = U_ZERO_ERROR;
  std::string bytes(text.size() * 2 + 16, '\0');
  int32_t size = ucnv_convert("GB18030", "UTF-8", bytes.data(), static_cast<int32_t>(bytes.size()),
                              text.data(), static_cast<int32_t>(text.size()), &error);
  bytes.resize(U_SUCCESS(error) ? static_cast<std::size_t>(size) : 0);
  return bytes;
}

void Read(benchmark::State& state, const std::string& name, const std::string& bytes) {
  for (auto _ : state) benchmark::DoNotOptimize(ReadDocument(name, bytes, BenchToolkit().words));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes.size()));
}

void FoldAlone(benchmark::State& state) {
  std::string bytes = Joined("", "\n\n");
  for (auto _ : state) {
    FoldedText text;
    text.Append(bytes, 0);
    benchmark::DoNotOptimize(text);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes.size()));
}
BENCHMARK(FoldAlone)->Unit(benchmark::kMillisecond);

void RegisterFormats() {
  auto add = [](const char* format, const std::string& name, const std::string& bytes) {
    benchmark::RegisterBenchmark((std::string("Read/") + format).c_str(), [name,
                                                                           bytes](benchmark::State& state) {
      Read(state, name, bytes);
    })->Unit(benchmark::kMillisecond);
  };
  add("text", "a.txt", Joined("", "\n\n"));
  add("markdown", "a.md", Joined("", "\n\n"));
  add("html", "a.html", "<!doctype html><title>A</title><article>" + Joined("<p>", "</p>\n") + "</article>");
  add("html_table", "a.html",
      "<!doctype html><title>A</title><table><tr><th>A<th>B" + Joined("<tr><td>1<td>", "\n") + "</table>");
  add("text_gb18030", "a.txt", InGb18030(Joined("", "\n\n")));
}

}  // namespace
}  // namespace tally

int main(int argc, char** argv) {
  tally::RegisterFormats();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
