#include "store/document_row.h"

#include <fmt/format.h>

#include <charconv>
#include <iterator>

namespace tally {
namespace {

constexpr std::string_view kDocumentColumns =
    "d.path, d.sha256, d.title, s.name, d.url, d.published, d.published_estimated, d.numbers_seen, "
    "d.numbers_unread, "
    "d.published_time, d.language, d.origin, d.sketch, "
    "d.version, d.current, d.seen, d.revision, d.removed, "
    "(SELECT f.path FROM documents f WHERE f.id = d.renamed_from)";
constexpr std::string_view kDocumentTables = " FROM documents d LEFT JOIN sources s ON s.id = d.source_id";

std::int64_t Integer(std::size_t value) { return static_cast<std::int64_t>(value); }

std::optional<std::string> DayText(const std::optional<Day>& day) {
  if (!day) return std::nullopt;
  return FormatDay(*day);
}

constexpr std::size_t kHashDigits = 16;

std::string SketchText(const std::vector<std::uint64_t>& sketch) {
  std::string text;
  for (std::uint64_t hash : sketch) fmt::format_to(std::back_inserter(text), "{:016x}", hash);
  return text;
}

std::vector<std::uint64_t> ReadSketch(const Statement& row, int column) {
  std::string text = row.Text(column);
  std::vector<std::uint64_t> sketch(text.size() / kHashDigits);
  bool sound = text.size() % kHashDigits == 0;
  for (std::size_t i = 0; i < sketch.size() && sound; ++i) {
    const char* start = text.data() + i * kHashDigits;
    sound = std::from_chars(start, start + kHashDigits, sketch[i], 16).ptr == start + kHashDigits &&
            (i == 0 || sketch[i - 1] < sketch[i]);
  }
  if (!sound) row.ThrowDamaged("a document has a sketch that is none");
  return sketch;
}

}  // namespace

std::string DocumentColumns() { return std::string(kDocumentColumns); }
std::string DocumentTables() { return std::string(kDocumentTables); }

std::optional<std::int64_t> SourceId(const Database& database, const std::string& name) {
  if (name.empty()) return std::nullopt;
  database.Prepare("INSERT INTO sources (name) VALUES (?) ON CONFLICT DO NOTHING").Bind(name).Run();
  Statement row = database.Prepare("SELECT id FROM sources WHERE name = ?");
  row.Bind(name).Step();
  return row.Integer(0);
}

StoredVersion ReadVersion(const Statement& row) {
  StoredVersion version;
  DocumentInfo& document = version.document;
  document.path = row.Text(0);
  document.sha256 = row.Text(1);
  document.title = row.Text(2);
  document.source = row.Text(3);
  document.url = row.Text(4);
  if (!row.IsNull(5)) {
    document.published = ParseIsoDay(row.Text(5));
    if (!document.published) row.ThrowDamaged("a document was published on '" + row.Text(5) + "'");
  }
  document.published_estimated = row.Integer(6) != 0;
  document.numbers_seen = static_cast<std::size_t>(row.Integer(7));
  document.numbers_unread = static_cast<std::size_t>(row.Integer(8));
  document.published_time = row.Text(9);
  document.language = row.Text(10);
  document.origin = row.Text(11);
  document.sketch = ReadSketch(row, 12);
  version.version = static_cast<std::size_t>(row.Integer(13));
  version.current = row.Integer(14) != 0;
  version.seen = row.Text(15);
  version.revision = row.Text(16);
  version.removed = row.Text(17);
  version.renamed_from = row.Text(18);
  return version;
}

void BindDocument(const Database& database, const DocumentInfo& document, Statement& statement) {
  statement.Bind(document.title).Bind(SourceId(database, document.source)).Bind(document.url);
  statement.Bind(DayText(document.published)).Bind(std::int64_t{document.published_estimated});
  statement.Bind(Integer(document.numbers_seen)).Bind(Integer(document.numbers_unread));
  statement.Bind(document.published_time).Bind(document.language).Bind(document.origin);
  statement.Bind(SketchText(document.sketch));
}

}  // namespace tally
