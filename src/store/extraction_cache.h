// What was read of documents, kept in a folder between runs: by a key that stands for all that the reading
// depends on. The folder may be lost, copied and shared: an entry that is damaged is as good as none.
#pragma once

#include <atomic>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/extraction_bytes.h"

namespace tally {

class ExtractionCache {
 public:
  // `reader`: names the program and the rules; what another one has left is not looked at. Reads the folder,
  // which need not be there.
  ExtractionCache(const std::string& folder, const std::string& reader);

  // A document, and the bytes of its claims (store/extraction_bytes.h), which live as long as the cache.
  struct Entry {
    CachedDocument document;
    std::string_view claims;
  };
  // `key`: 32 bytes. Thread-safe, beside other calls of Find alone.
  std::optional<Entry> Find(const std::string& key) const;
  void Put(const std::string& key, const CachedDocument& document, const std::vector<Claim>& claims);

  // Files and entries that could not be used.
  std::size_t damaged() const { return damaged_; }
  // The new entries as a file: its path, and its bytes, which are to be written whole or not at all. Empty
  // where there is nothing new.
  struct NewFile {
    std::string path;
    std::string bytes;
    std::vector<std::string> replaced;  // files that it stands for, to be removed after it is written
  };
  std::optional<NewFile> Renewed() const;

 private:
  void ReadFile(const std::string& path);

  std::string folder_;  // of the reader
  std::vector<std::string> files_;
  std::vector<std::unique_ptr<char[]>> contents_;              // of the files
  std::size_t bytes_ = 0;                                      // of all of them
  std::unordered_map<std::string, std::string_view> entries_;  // into `contents_`
  std::map<std::string, std::string> added_;                   // sorted: equal runs write equal files
  mutable std::atomic<std::size_t> damaged_ = 0;
};

}  // namespace tally
