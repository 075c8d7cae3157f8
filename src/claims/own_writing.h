// The words of a document as it writes them: names are found and compared folded (赫尔曼), and are told to a
// reader in the characters of the text (赫爾曼).
#pragma once

#include <map>
#include <string>

#include "document/document.h"

namespace tally {

class OwnWriting {
 public:
  // Keeps a reference.
  explicit OwnWriting(const Document& document) : document_(document) {}

  // The bytes that folded words stand for where the document has them first; the words themselves where they
  // have no Han characters or do not stand in it.
  const std::string& Of(const std::string& folded);

 private:
  const Document& document_;
  std::map<std::string, std::string, std::less<>> known_;
};

}  // namespace tally
