// The lines "From: …", "Date: …", "Subject: …" that an e-mail begins with (RFC 5322), as it is saved or
// pasted into a text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"
#include "document/document_words.h"

namespace tally {

// Spans are bytes of the text, empty where the head has no such line.
struct MailHead {
  Span subject;
  Span date;
  std::string author;   // the name without the address
  std::size_t end = 0;  // where the text below begins
};

// nullopt where the text at `start` does not begin with at least two such lines
// (rules/words/mail_fields.txt), who it is from or what it is about among them. A line that begins with a
// blank goes on with the one above.
std::optional<MailHead> ReadMailHead(std::string_view raw, std::size_t start, const DocumentWords& words);

}  // namespace tally
