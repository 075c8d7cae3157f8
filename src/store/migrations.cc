// Conventions: every table is STRICT; a day is 'YYYY-MM-DD', a time is ISO 8601 with its zone; a decimal is
// its plain notation, which Decimal makes unique; a missing value is NULL, and so is the open end of an
// interval or of a range of days; a flag is 0 or 1. The scripts call functions of store/schema_functions.h.
#include <array>

#include "store/migration_4.h"
#include "store/schema.h"

namespace tally {
namespace {

constexpr std::string_view kVersion1 = R"sql(
-- A run of the program that stored documents. The counts grow in the transactions of the documents, so they are true
-- after a crash too.
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  tool_version TEXT NOT NULL,
  rules_version TEXT NOT NULL,
  started TEXT NOT NULL,  -- as the program says it: the store has no clock
  documents_added INTEGER NOT NULL DEFAULT 0,
  documents_changed INTEGER NOT NULL DEFAULT 0,
  documents_reread INTEGER NOT NULL DEFAULT 0,
  claims_stored INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- A row per version of an article: its path and its content.
CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  sha256 TEXT NOT NULL,
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  title TEXT NOT NULL,
  source_id INTEGER REFERENCES sources (id),
  url TEXT NOT NULL,
  published TEXT,
  published_estimated INTEGER NOT NULL,
  numbers_seen INTEGER NOT NULL,
  numbers_unread INTEGER NOT NULL,
  first_run INTEGER NOT NULL REFERENCES runs (id),  -- when this content was first seen
  read_run INTEGER NOT NULL REFERENCES runs (id),   -- when its claims were read: later, where the rules have changed
  UNIQUE (path, version)
) STRICT;
CREATE UNIQUE INDEX documents_current ON documents (path) WHERE current = 1;

-- A row per mention of a fact; equal facts are never merged.
CREATE TABLE claims (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id),
  position INTEGER NOT NULL,  -- in the order of the document's claims, from 0
  claim_id TEXT NOT NULL,     -- the fingerprint; versions that repeat a sentence may repeat it
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  line INTEGER NOT NULL,
  column INTEGER NOT NULL,
  end_line INTEGER NOT NULL,
  end_column INTEGER NOT NULL,
  quote TEXT NOT NULL,
  context TEXT NOT NULL,
  quote_in_context INTEGER NOT NULL,
  field TEXT NOT NULL,
  dimension TEXT NOT NULL,
  unit TEXT,
  stated_min TEXT,
  stated_max TEXT,
  strict_min TEXT,
  strict_max TEXT,
  lenient_min TEXT,
  lenient_max TEXT,
  approx INTEGER NOT NULL,
  modifier TEXT NOT NULL,
  vague INTEGER NOT NULL,
  bare_magnitude INTEGER NOT NULL,
  date_first TEXT,
  date_last TEXT,
  unresolved TEXT NOT NULL,
  fiscal_year INTEGER,
  per TEXT,
  predicate TEXT NOT NULL,  -- '' where no rule claimed the figure
  event TEXT NOT NULL,
  stage TEXT NOT NULL,
  subject_id TEXT,
  subject_name TEXT,
  subject_text TEXT,
  object_id TEXT,
  object_name TEXT,
  object_text TEXT,
  speaker_id TEXT,
  speaker_name TEXT,
  speaker_text TEXT,
  has_period INTEGER NOT NULL,  -- a period that is open at both ends is not the same as none
  period_start TEXT,
  period_end TEXT,
  as_of TEXT,
  as_of_estimated INTEGER NOT NULL,
  modality TEXT NOT NULL,
  rule TEXT NOT NULL,
  confidence INTEGER NOT NULL,
  trace TEXT NOT NULL,  -- a JSON array of lines
  UNIQUE (document_id, position)
) STRICT;
CREATE INDEX claims_subject ON claims (subject_id, predicate, object_id);
CREATE INDEX claims_object ON claims (object_id, predicate);
CREATE INDEX claims_predicate ON claims (predicate, as_of);
CREATE INDEX claims_value ON claims (stated_min, stated_max);
CREATE INDEX claims_claim_id ON claims (claim_id);

-- What other programs may read: columns are added here, never renamed or removed. Three times: a claim holds for
-- period_start..period_end, was published on as_of, and was seen by us at `seen`.
CREATE VIEW claim_view AS
SELECT c.claim_id AS id, d.path AS doc, d.sha256 AS doc_sha256, d.version, d.current, d.title, s.name AS source, d.url,
  c.span_start, c.span_end, c.line, c.column, c.end_line, c.end_column, c.quote, c.context, c.field, c.dimension,
  CASE c.dimension WHEN 'date' THEN c.date_first ELSE c.stated_min END AS min,
  CASE c.dimension WHEN 'date' THEN c.date_last ELSE c.stated_max END AS max,
  c.unit, c.per, c.approx, c.modifier, c.vague,
  nullif(c.predicate, '') AS predicate, nullif(c.event, '') AS event, nullif(c.stage, '') AS stage,
  c.subject_id, c.subject_name, c.object_id, c.object_name, c.speaker_id, c.speaker_name,
  c.period_start, c.period_end, c.as_of, c.as_of_estimated, first.started AS seen,
  c.modality, c.rule, c.confidence, read.tool_version, read.rules_version
FROM claims c
JOIN documents d ON d.id = c.document_id
JOIN runs first ON first.id = d.first_run
JOIN runs read ON read.id = d.read_run
LEFT JOIN sources s ON s.id = d.source_id;
)sql";

// How a figure came about, and the amount that it converts.
constexpr std::string_view kVersion2 = R"sql(
ALTER TABLE claims ADD COLUMN change TEXT NOT NULL DEFAULT 'none';
ALTER TABLE claims ADD COLUMN converts_start INTEGER;
ALTER TABLE claims ADD COLUMN converts_end INTEGER;
DROP VIEW claim_view;
CREATE VIEW claim_view AS
SELECT c.claim_id AS id, d.path AS doc, d.sha256 AS doc_sha256, d.version, d.current, d.title, s.name AS source, d.url,
  c.span_start, c.span_end, c.line, c.column, c.end_line, c.end_column, c.quote, c.context, c.field, c.dimension,
  CASE c.dimension WHEN 'date' THEN c.date_first ELSE c.stated_min END AS min,
  CASE c.dimension WHEN 'date' THEN c.date_last ELSE c.stated_max END AS max,
  c.unit, c.per, c.approx, c.modifier, c.vague,
  nullif(c.predicate, '') AS predicate, nullif(c.event, '') AS event, nullif(c.stage, '') AS stage,
  c.subject_id, c.subject_name, c.object_id, c.object_name, c.speaker_id, c.speaker_name,
  c.period_start, c.period_end, c.as_of, c.as_of_estimated, first.started AS seen,
  c.modality, c.rule, c.confidence, read.tool_version, read.rules_version,
  nullif(c.change, 'none') AS change, c.converts_start, c.converts_end
FROM claims c
JOIN documents d ON d.id = c.document_id
JOIN runs first ON first.id = d.first_run
JOIN runs read ON read.id = d.read_run
LEFT JOIN sources s ON s.id = d.source_id;
)sql";

// What tells copies of one text, and more of what a document says of itself.
constexpr std::string_view kVersion3 = R"sql(
ALTER TABLE documents ADD COLUMN published_time TEXT NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN origin TEXT NOT NULL DEFAULT '';
-- The hashes, ascending, in hexadecimal, 16 digits each without a separator: SQLite's integers have a sign.
ALTER TABLE documents ADD COLUMN sketch TEXT NOT NULL DEFAULT '';
DROP VIEW claim_view;
CREATE VIEW claim_view AS
SELECT c.claim_id AS id, d.path AS doc, d.sha256 AS doc_sha256, d.version, d.current, d.title, s.name AS source, d.url,
  c.span_start, c.span_end, c.line, c.column, c.end_line, c.end_column, c.quote, c.context, c.field, c.dimension,
  CASE c.dimension WHEN 'date' THEN c.date_first ELSE c.stated_min END AS min,
  CASE c.dimension WHEN 'date' THEN c.date_last ELSE c.stated_max END AS max,
  c.unit, c.per, c.approx, c.modifier, c.vague,
  nullif(c.predicate, '') AS predicate, nullif(c.event, '') AS event, nullif(c.stage, '') AS stage,
  c.subject_id, c.subject_name, c.object_id, c.object_name, c.speaker_id, c.speaker_name,
  c.period_start, c.period_end, c.as_of, c.as_of_estimated, first.started AS seen,
  c.modality, c.rule, c.confidence, read.tool_version, read.rules_version,
  nullif(c.change, 'none') AS change, c.converts_start, c.converts_end,
  nullif(d.origin, '') AS origin, nullif(d.language, '') AS language
FROM claims c
JOIN documents d ON d.id = c.document_id
JOIN runs first ON first.id = d.first_run
JOIN runs read ON read.id = d.read_run
LEFT JOIN sources s ON s.id = d.source_id;
)sql";

// What of the whole a figure is of: a JSON array of words.
constexpr std::string_view kVersion5 = R"sql(
ALTER TABLE claims ADD COLUMN narrowed TEXT NOT NULL DEFAULT '[]';
)sql";

// Figures that may stand for others some way off: a search for a value looks at all of these around it, and
// at the others only where they are near.
constexpr std::string_view kVersion6 = R"sql(
CREATE INDEX claims_loose ON claims (min_key)
WHERE min_key IS max_key
  AND (length(min_key) <= 7 OR (min_key < '1' AND length(min_key) <= 8) OR modifier <> 'none' OR approx = 1);
)sql";

constexpr std::array<std::string_view, 6> kMigrations = {kVersion1, kVersion2, kVersion3,
                                                         kVersion4, kVersion5, kVersion6};

}  // namespace

std::span<const std::string_view> Migrations() { return kMigrations; }

}  // namespace tally
