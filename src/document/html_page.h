// The page as it is parsed: its passages with the regions that they stand in, and what it says of itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document_words.h"
#include "document/html_metadata.h"
#include "document/html_parser.h"
#include "document/html_pieces.h"
#include "document/main_text.h"
#include "document/table.h"

namespace tally {

class HtmlPageBuilder : public HtmlHandler {
 public:
  HtmlPageBuilder(std::string_view raw, const DocumentWords& words, std::vector<std::string>& problems);

  void Open(const HtmlTag& tag) override;
  void Close(std::string_view name, std::size_t at) override;
  void Text(Span text) override;
  void CloseAll() override;
  // To be called once behind the last event.
  void Finish();

  const std::vector<PageRegion>& regions() const { return regions_; }
  std::vector<PageBlock>& blocks() { return blocks_; }
  const std::vector<PageBlock>& blocks() const { return blocks_; }
  // The headings of the first level among the blocks, by place.
  const std::vector<std::size_t>& first_headings() const { return first_headings_; }
  const PageMetadata& metadata() const { return metadata_; }
  // Of <title>, in pieces; empty without one.
  const Passage& title() const { return title_; }
  const std::string& language() const { return language_; }

 private:
  struct Element {
    std::string name;
    std::size_t start = 0;   // where its tag begins
    std::size_t pieces = 0;  // how many there were when it began
    std::size_t region = 0;
    std::string meta;  // "id name" where page_fields.txt says what its text is
    bool unread = false;
    bool link = false;
    bool block = false;
    Field field = Field::kBody;
    Role role = Role::kNone;
  };
  struct OpenCell {
    TableCell cell;
    std::size_t first_block = 0;
    std::size_t last_block = 0;
  };
  struct OpenTable {
    std::size_t first_block = 0;
    std::vector<std::vector<OpenCell>> rows;
    std::size_t head_rows = 0;
    bool in_cell = false;
    bool in_head = false;
    bool layout = false;
  };

  std::string_view Value(const HtmlTag& tag, std::string_view attribute) const;
  std::optional<Span> Place(const HtmlTag& tag, std::string_view attribute) const;
  bool IsHidden(const HtmlTag& tag) const;
  bool HasFurnitureName(const HtmlTag& tag) const;
  bool HasArticleName(const HtmlTag& tag) const;
  std::optional<PageRegion::Kind> RegionOf(const HtmlTag& tag) const;
  void ReadAttributes(const HtmlTag& tag, bool unread);
  void ReadMeta(const HtmlTag& tag);
  void ReadScript(Span script);
  void OpenReplaced(const HtmlTag& tag);
  void OpenBlock(const HtmlTag& tag, Element& element);
  void CloseElement(std::size_t at);
  void Flush();

  void OpenTablePart(const HtmlTag& tag);
  void CloseTablePart(const std::string& name);
  void CloseCell();
  void CloseTable();
  bool IsLayout(const OpenTable& table) const;
  std::vector<Piece> NoteOf(std::size_t first_block, const std::vector<PageBlock>& captions) const;

  std::string_view raw_;
  const DocumentWords& words_;
  std::vector<std::string>& problems_;
  PageMetadata metadata_;
  std::vector<Element> open_;
  std::vector<PageRegion> regions_{1};
  std::vector<PageBlock> blocks_;
  std::vector<std::size_t> first_headings_;
  std::vector<OpenTable> tables_;
  HtmlPieces pieces_;
  Passage title_{Field::kTitle, Role::kNone, {}};
  std::string language_;
  std::optional<Span> json_ld_;  // of the open script, if it is such data
  std::size_t text_bytes_ = 0;
  std::size_t link_bytes_ = 0;
  std::size_t span_end_ = std::string_view::npos;  // behind the last </span>, if nothing was read since
  std::optional<Span> between_spans_;              // the tag of a span that touches the one before
  std::size_t line_breaks_ = 0;                    // of <br> since the last text
};

}  // namespace tally
