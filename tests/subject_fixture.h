// Whose the figures of a text are: shared by the tests of clauses and of what the text goes on about.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "rules_fixture.h"

namespace tally {

inline std::vector<Claim> ClaimsOf(const std::string& text) {
  return ExtractOne(InputFile{"a.md", text}, TestToolkit()).claims;
}

// The subject of the claim with these words.
inline std::string SubjectOf(const std::string& text, std::string_view quote) {
  for (const Claim& claim : ClaimsOf(text)) {
    if (claim.quote == quote) return claim.subject ? claim.subject->name : "nobody";
  }
  return "no claim";
}

struct SubjectCase {
  const char* what;
  std::string text;
  const char* quote;
  const char* subject;
};

inline void ExpectSubjects(const std::vector<SubjectCase>& cases) {
  for (const SubjectCase& c : cases) EXPECT_EQ(SubjectOf(c.text, c.quote), c.subject) << c.what;
}

}  // namespace tally
