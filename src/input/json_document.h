// A document as a JSON object: {"id": "a-17", "text": "…", "published": "2025-05-08", "title": "…"}. Which
// key holds what can be said; keys that hold nothing of a document are passed over.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "input/input_file.h"

namespace tally {

class DocumentFields {
 public:
  // id, text, published, title, source, author, url.
  static const std::vector<std::string>& Names();

  // The value of the field `name` stands under `key`: "body", or "article.body" for a key in an object (or a
  // number for a place in an array). A key that is written with its dots comes first. `name` is one of
  // Names().
  void Set(const std::string& name, const std::string& key);

  const std::string& KeyOf(std::string_view name) const;
  // True for one that was named by Set: there, another type than the field's is an error, not passed over.
  bool IsSet(std::string_view name) const;

 private:
  struct Field {
    std::string key;
    bool set = false;
  };
  std::vector<Field> fields_ = Defaults();
  static std::vector<Field> Defaults();
};

// The document: its id is the path, its text the content. Title, source, author and url say what the document
// is and are no text to be read, since a place in them would be no place in the text. Throws UserError with
// what is wrong, without a place, also where an object has two equal keys: which one was meant is not known.
InputFile ParseDocument(std::string_view json, const DocumentFields& fields = {});

}  // namespace tally
