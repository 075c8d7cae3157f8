// What a page says of itself beside its text: <meta>, <link rel=canonical>, <time>, and the JSON-LD of
// schema.org. rules/words/page_fields.txt names the fields.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "document/document_words.h"
#include "document/passage.h"

namespace tally {

class PageMetadata {
 public:
  PageMetadata(std::string_view raw, const DocumentWords& words) : raw_(raw), words_(words) {}

  // `name` is what name=, property= or itemprop= says; fields that nobody asks for are passed over.
  void AddField(std::string_view name, Span value);
  // A field whose value is printed in the page's text; it comes before what is said beside the text.
  void AddPrinted(std::string_view name, std::string text);
  void AddJsonLd(Span script, std::vector<std::string>& problems);
  // <time datetime=…>; the first one is taken where no field tells the day.
  void AddTime(Span datetime);
  void AddCanonical(Span address);

  // The date of publication with all that stands beside it, as a passage of Role::kPublished.
  std::optional<Passage> Published() const;
  // Its time of day and zone, "20:09+08:00"; empty where it has none.
  std::string PublishedTime() const;
  // What is to be told where there is no date but a field that should be one; otherwise empty.
  std::string DateProblem() const;
  const std::vector<Span>& titles() const { return titles_; }
  const std::vector<Span>& summaries() const { return summaries_; }
  const std::string& site() const { return site_; }
  const std::string& author() const { return author_; }
  const std::string& url() const { return url_; }

 private:
  struct DatedField {
    std::size_t rank;  // smaller is better
    Passage passage;
  };
  void AddDate(std::size_t rank, std::vector<Piece> pieces);
  std::string Printed(Span value) const;
  std::string Folded(const Passage& passage) const;

  std::string_view raw_;
  const DocumentWords& words_;
  std::optional<DatedField> published_;
  std::string unread_;  // the first field with digits in which no date is found
  std::vector<Span> titles_;
  std::vector<Span> summaries_;
  std::string site_;
  std::string author_;
  std::string url_;
};

}  // namespace tally
