// Build-time tool: writes a C++ source that holds files as bytes.
//   embed_files OUT.cc ROOT FILE...     (FILE relative to ROOT; the order on the command line does not
//   matter)
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: embed_files OUT.cc ROOT FILE...\n";
    return 2;
  }
  std::vector<std::string> names(argv + 3, argv + argc);
  std::sort(names.begin(), names.end());
  std::ofstream out(argv[1], std::ios::binary);
  out << "// Made by tools/embed_files. Do not edit.\n#include \"rules/embedded.h\"\n\nnamespace tally "
         "{\nnamespace {\n";
  std::vector<std::size_t> sizes;
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::ifstream in(std::string(argv[2]) + "/" + names[i], std::ios::binary);
    if (!in) {
      std::cerr << "embed_files: cannot read " << names[i] << "\n";
      return 2;
    }
    std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    sizes.push_back(bytes.size());
    out << "constexpr unsigned char kFile" << i << "[] = {";
    for (std::size_t b = 0; b < bytes.size(); ++b) {
      if (b % 32 == 0) out << '\n';
      out << static_cast<int>(static_cast<unsigned char>(bytes[b])) << ',';
    }
    out << "0};\n";
  }
  out << "}  // namespace\n\nconst std::vector<EmbeddedFile>& EmbeddedRules() {\n"
      << "  static const std::vector<EmbeddedFile> files = {\n";
  for (std::size_t i = 0; i < names.size(); ++i) {
    out << "      {\"" << names[i] << "\", {reinterpret_cast<const char*>(kFile" << i << "), " << sizes[i]
        << "}},\n";
  }
  out << "  };\n  return files;\n}\n\n}  // namespace tally\n";
  return out.flush() ? 0 : 2;
}
