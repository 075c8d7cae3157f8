// The words that the reader of documents goes by, loaded from rules/words/ by the caller (document/ knows no
// rules/). Immutable after parsing; any number of threads may read it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/lexicon.h"

namespace tally {

// One list: a spelling a line (folded), an optional value after a tab, '#' comments.
struct WordTable {
  Lexicon lexicon;                  // payload: index into values
  std::vector<std::string> values;  // empty strings where the file gives none

  // The value at a hit.
  const std::string& ValueOf(const Lexicon::Hit& hit) const { return values[hit.value]; }
};

// Reads one list. Never fails: a line is a word.
WordTable ParseWordTable(std::string_view content);

// Each member is the file of the same name: rules/words/NAME.txt, whose head explains its values.
struct DocumentWords {
  WordTable published_labels;
  WordTable source_labels;
  WordTable author_labels;
  WordTable url_labels;
  WordTable reprint_marks;
  WordTable caption_marks;
  WordTable months;
  WordTable abbreviations;
  WordTable agencies;
  WordTable dateline_marks;
  WordTable future_marks;
  WordTable clock_words;
  WordTable furniture;
  WordTable figure_tails;
  WordTable page_furniture;
  WordTable page_fields;
  WordTable weekdays_en;
  WordTable mail_fields;
  WordTable table_notes;

  // Which of the lists that are looked up all along a line may have a word at a place.
  static constexpr LexiconFilter::Mask kLabel = 1;
  static constexpr LexiconFilter::Mask kFurniture = 2;
  LexiconFilter starts;
};

// Calls `content_of` with each file's name ("months", …) for the text of rules/words/NAME.txt.
template <class ContentOf>
DocumentWords ParseDocumentWords(ContentOf content_of) {
  auto table = [&](const char* name) { return ParseWordTable(content_of(name)); };
  DocumentWords words;
  words.published_labels = table("published_labels");
  words.source_labels = table("source_labels");
  words.author_labels = table("author_labels");
  words.url_labels = table("url_labels");
  words.reprint_marks = table("reprint_marks");
  words.caption_marks = table("caption_marks");
  words.months = table("months");
  words.abbreviations = table("abbreviations");
  words.agencies = table("agencies");
  words.dateline_marks = table("dateline_marks");
  words.future_marks = table("future_marks");
  words.clock_words = table("clock_words");
  words.furniture = table("furniture");
  words.figure_tails = table("figure_tails");
  words.page_furniture = table("page_furniture");
  words.page_fields = table("page_fields");
  words.weekdays_en = table("weekdays_en");
  words.mail_fields = table("mail_fields");
  words.table_notes = table("table_notes");
  for (const WordTable* labels :
       {&words.published_labels, &words.source_labels, &words.author_labels, &words.url_labels})
    words.starts.Add(labels->lexicon, DocumentWords::kLabel);
  words.starts.Add(words.furniture.lexicon, DocumentWords::kFurniture);
  return words;
}

}  // namespace tally
