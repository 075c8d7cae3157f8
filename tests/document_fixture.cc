#include "document_fixture.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace tally {
namespace {

std::string ReadWordFile(const char* name) {
  std::ifstream file(std::string(TALLY_SOURCE_DIR "/rules/words/") + name + ".txt", std::ios::binary);
  if (!file) throw std::runtime_error(std::string("no word list ") + name);
  std::stringstream content;
  content << file.rdbuf();
  return content.str();
}

}  // namespace

const DocumentWords& TestWords() {
  static const DocumentWords words = ParseDocumentWords(ReadWordFile);
  return words;
}

Document Read(std::string path, std::string raw) {
  return ReadDocument(std::move(path), std::move(raw), TestWords());
}

std::string Show(const Document& document) {
  std::string shown;
  for (const Block& block : document.blocks) {
    shown += std::string(FieldName(block.field)) + (block.heading ? "#: " : ": ");
    for (std::size_t i = 0; i < block.sentences.size(); ++i) {
      TextSpan sentence = block.sentences[i];
      shown += (i > 0 ? "|" : "") + block.text.str().substr(sentence.start, sentence.size());
    }
    shown += '\n';
  }
  return shown;
}

std::string ShowPublication(const Document& document) {
  const Publication& publication = document.publication;
  std::string shown;
  auto add = [&](const std::string& part) { shown += (shown.empty() ? "" : "; ") + part; };
  if (publication.date && publication.date_estimated) {
    add("~" + FormatDay(*publication.date));
  } else if (publication.date) {
    TextSpan place = publication.date_text;
    std::string printed;
    if (!place.empty()) {
      printed = document.blocks.at(publication.date_block).text.str().substr(place.start, place.size());
    }
    add(FormatDay(*publication.date) + (place.empty() ? " without a place" : " from '" + printed + "'"));
  }
  if (!publication.time.empty()) add("at " + publication.time);
  if (!publication.source.empty()) add("source " + publication.source);
  if (!publication.author.empty()) add("author " + publication.author);
  if (!publication.url.empty()) add("url " + publication.url);
  return shown;
}

}  // namespace tally
