// Build-time tool: writes base/fold_table.h from OpenCC's Traditional-to-Simplified character conversion.
//   make_fold_table OUT.h
// A character stands in the table as itself where OpenCC leaves it alone or turns it into several.
#include <opencc/opencc.h>

#include <fstream>
#include <iostream>
#include <string>

#include "base/utf8.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: make_fold_table OUT.h\n";
    return 2;
  }
  constexpr char32_t kFirst = 0x3400;
  constexpr char32_t kLast = 0x9FFF;
  opencc::SimpleConverter converter("t2s.json");
  std::ofstream out(argv[1], std::ios::binary);
  out << "// Made by tools/make_fold_table from OpenCC's t2s tables. Do not edit.\n#pragma once\n\n"
      << "namespace tally {\n\ninline constexpr char32_t kFoldTableFirst = " << static_cast<unsigned>(kFirst)
      << ";\ninline constexpr char32_t kFoldTableLast = " << static_cast<unsigned>(kLast)
      << ";\ninline constexpr char16_t kFoldTable[] = {";
  for (char32_t c = kFirst; c <= kLast; ++c) {
    std::string text;
    tally::AppendUtf8(c, text);
    std::string converted = converter.Convert(text);
    tally::CodePoint first = tally::DecodeUtf8(converted, 0);
    bool one = first.length == converted.size() && first.value < 0x10000;
    if ((c - kFirst) % 16 == 0) out << "\n    ";
    out << static_cast<unsigned>(one ? first.value : c) << ',';
  }
  out << "\n};\n\n}  // namespace tally\n";
  return out.flush() ? 0 : 2;
}
