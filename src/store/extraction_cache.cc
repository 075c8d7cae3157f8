// A folder for each reader, and in it files of entries: a key of 32 bytes, the size and a checksum of 8 bytes
// each with the least first, and the entry's bytes: the size of the document in 8 bytes, the document, its
// claims. A run adds one file, named by its content, so that two runs at once harm nobody; many files are put
// together into one.
#include "store/extraction_cache.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/sha256.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic = "tally cache 2\n";
constexpr std::string_view kEnding = ".tallycache";
constexpr std::size_t kKeyBytes = 32;
constexpr std::size_t kHeadBytes = kKeyBytes + 16;
constexpr std::size_t kMostFiles = 16;
// More than any repository needs at once: then what this run did not ask for is left out.
constexpr std::size_t kMostBytes = std::size_t{1} << 30;

// FNV-1a of eight bytes at a time: tells damage, not malice.
std::uint64_t ChecksumOf(std::string_view bytes) {
  std::uint64_t sum = 0xCBF29CE484222325;
  for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data(), 8);
    sum = (sum ^ word) * 0x100000001B3;
    sum ^= sum >> 29;
  }
  for (char byte : bytes) sum = (sum ^ static_cast<unsigned char>(byte)) * 0x100000001B3;
  return sum;
}

std::string NumberBytes(std::uint64_t number) {
  std::string bytes;
  for (int i = 0; i < 8; ++i) bytes.push_back(static_cast<char>(number >> (8 * i)));
  return bytes;
}

std::uint64_t NumberOf(std::string_view bytes) {
  std::uint64_t number = 0;
  for (int i = 7; i >= 0; --i)
    number = number << 8 | static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)]);
  return number;
}

void AppendEntry(std::string_view key, std::string_view entry, std::string& file) {
  file += key;
  file += NumberBytes(entry.size());
  file += NumberBytes(ChecksumOf(entry));
  file += entry;
}

}  // namespace

ExtractionCache::ExtractionCache(const std::string& folder, const std::string& reader)
    : folder_(folder + "/" + Sha256Hex(reader).substr(0, 16)) {
  std::error_code error;
  for (const auto& file : fs::directory_iterator(folder_, error)) {
    if (file.path().extension() == kEnding) files_.push_back(file.path().string());
  }
  std::ranges::sort(files_);
  for (const std::string& file : files_) ReadFile(file);
}

void ExtractionCache::ReadFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  auto size = static_cast<std::streamoff>(in ? in.tellg() : std::ifstream::pos_type(0));
  auto length = static_cast<std::size_t>(std::max<std::streamoff>(size, 0));
  contents_.push_back(std::make_unique_for_overwrite<char[]>(length));
  in.seekg(0);
  in.read(contents_.back().get(), size);
  bytes_ += length;
  std::string_view rest(contents_.back().get(), length);
  if (!in || !rest.starts_with(kMagic)) {
    ++damaged_;
    return;
  }
  rest.remove_prefix(kMagic.size());
  while (!rest.empty()) {
    std::uint64_t bytes = rest.size() < kHeadBytes ? 0 : NumberOf(rest.substr(kKeyBytes));
    if (rest.size() < kHeadBytes || bytes > rest.size() - kHeadBytes) {
      ++damaged_;
      return;
    }
    entries_[std::string(rest.substr(0, kKeyBytes))] = rest.substr(kKeyBytes + 8, 8 + bytes);
    rest.remove_prefix(kHeadBytes + bytes);
  }
}

std::optional<ExtractionCache::Entry> ExtractionCache::Find(const std::string& key) const {
  auto found = entries_.find(key);
  if (found == entries_.end()) return std::nullopt;
  std::string_view bytes = found->second.substr(8);
  if (ChecksumOf(bytes) == NumberOf(found->second) && bytes.size() >= 8) {
    std::uint64_t size = NumberOf(bytes);
    bytes.remove_prefix(8);
    if (size <= bytes.size()) {
      auto document = ReadDocumentBytes(bytes.substr(0, size));
      if (document) return Entry{std::move(*document), bytes.substr(size)};
    }
  }
  ++damaged_;
  return std::nullopt;
}

void ExtractionCache::Put(const std::string& key, const CachedDocument& document,
                          const std::vector<Claim>& claims) {
  std::string bytes = DocumentBytes(document);
  added_[key] = NumberBytes(bytes.size()) + bytes + ClaimBytes(claims);
}

std::optional<ExtractionCache::NewFile> ExtractionCache::Renewed() const {
  if (added_.empty()) return std::nullopt;
  NewFile file;
  file.bytes = kMagic;
  bool together = files_.size() >= kMostFiles || damaged_ > 0 || bytes_ > kMostBytes;
  if (together) file.replaced = files_;
  if (together && bytes_ <= kMostBytes) {
    std::map<std::string_view, std::string_view> sorted(entries_.begin(), entries_.end());
    for (const auto& [key, entry] : sorted) {
      if (!added_.contains(std::string(key)) && ChecksumOf(entry.substr(8)) == NumberOf(entry))
        AppendEntry(key, entry.substr(8), file.bytes);
    }
  }
  for (const auto& [key, entry] : added_) AppendEntry(key, entry, file.bytes);
  file.path = folder_ + "/" + Sha256Hex(file.bytes).substr(0, 16) + std::string(kEnding);
  std::erase(file.replaced, file.path);
  return file;
}

}  // namespace tally
