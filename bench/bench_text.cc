#include "bench/bench_text.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>

#include "document/read_document.h"

namespace tally {
namespace {

std::vector<std::string> Paths() {
  if (const char* named = std::getenv("TALLY_BENCH_TEXT")) {
    std::istringstream names(named);
    return {std::istream_iterator<std::string>(names), {}};
  }
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(TALLY_SOURCE_DIR "/seeds"))
    paths.push_back(entry.path().string());
  std::ranges::sort(paths);
  return paths;
}

}  // namespace

const Toolkit& BenchToolkit() {
  static const std::unique_ptr<Toolkit> toolkit = LoadToolkit("");
  return *toolkit;
}

const std::vector<Block>& BenchBlocks() {
  static const std::vector<Block> blocks = [] {
    std::vector<Block> read;
    for (const std::string& path : Paths()) {
      std::ifstream file(path, std::ios::binary);
      std::string raw((std::istreambuf_iterator<char>(file)), {});
      Document document = ReadDocument(path, std::move(raw), BenchToolkit().words);
      for (Block& block : document.blocks) {
        if (!block.text.empty()) read.push_back(std::move(block));
      }
    }
    if (read.empty()) {
      std::cerr << "no text to read: name files in TALLY_BENCH_TEXT\n";
      std::exit(2);
    }
    return read;
  }();
  return blocks;
}

}  // namespace tally
