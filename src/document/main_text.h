// The article on a page, apart from what stands around it on every page of the site. By what the page says
// (<article>, <main>, itemprop=articleBody; <nav>, roles and classes of rules/words/page_furniture.txt), and
// by links: passages of nothing but links, several in a row, lead elsewhere, unless they are a list with
// figures.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "document/document_words.h"
#include "document/passage.h"

namespace tally {

// A part of the page that says what it is. Regions nest; each stands behind the one that holds it.
struct PageRegion {
  enum class Kind { kPage, kFurniture, kArticleBody, kArticle, kMain };
  Kind kind = Kind::kPage;
  std::size_t parent = 0;  // the first region is the page, and its own parent
};

struct PageBlock {
  Passage passage;
  std::size_t region = 0;
  std::size_t text_bytes = 0;  // without blanks
  std::size_t link_bytes = 0;  // of these, in links
};

struct MainText {
  std::vector<bool> kept;  // by block
  std::size_t passed_over = 0;
  bool whole_page = false;  // nothing looked like the article: all is kept
};

// `title`: the block of the article's headline; what stands between it and the article is kept, for that is
// where the date and the author are. Linear in regions and blocks.
MainText FindMainText(std::string_view raw, const std::vector<PageRegion>& regions,
                      const std::vector<PageBlock>& blocks, const DocumentWords& words,
                      std::optional<std::size_t> title);
// By region: whether it is furniture, or inside of it. Furniture that holds most of a page's text is none.
std::vector<bool> FindFurniture(const std::vector<PageRegion>& regions, const std::vector<PageBlock>& blocks);

}  // namespace tally
