// The script from schema 3 to schema 4, one of store/migrations.cc. It is released: it never changes.
#pragma once

#include <string_view>

namespace tally {

// What years of use ask for: versions that went away, findings and what was decided on them, search by text
// and by value. Sentences and traces, which a claim shares with others, are kept once.
inline constexpr std::string_view kVersion4 = R"sql(
DROP VIEW claim_view;

ALTER TABLE runs ADD COLUMN documents_removed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN documents_renamed INTEGER NOT NULL DEFAULT 0;

-- When this version was seen: the start of its first run, or the date of its commit.
ALTER TABLE documents ADD COLUMN seen TEXT NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN revision TEXT NOT NULL DEFAULT '';  -- the commit that brought it; '' where none
-- The version is the last one of a path that is no longer there: since when, and which run said so. It is not current.
ALTER TABLE documents ADD COLUMN removed TEXT;
ALTER TABLE documents ADD COLUMN removed_run INTEGER REFERENCES runs (id);
-- The version under another path that this one goes on from.
ALTER TABLE documents ADD COLUMN renamed_from INTEGER REFERENCES documents (id);
UPDATE documents SET seen = (SELECT started FROM runs WHERE id = first_run);
CREATE INDEX documents_sha256 ON documents (sha256);
CREATE INDEX documents_url ON documents (url, seen) WHERE url <> '';
CREATE INDEX documents_source ON documents (source_id);
CREATE INDEX documents_renamed ON documents (renamed_from) WHERE renamed_from IS NOT NULL;

-- A sentence once, however many claims and versions quote it. Rows of no claim are left until the file is cleaned up.
CREATE TABLE sentences (
  id INTEGER PRIMARY KEY,
  hash INTEGER NOT NULL,  -- tally_text_hash(text || char(10) || beside): an index of the text itself would double it
  text TEXT NOT NULL,
  beside TEXT NOT NULL    -- the quote, where it does not stand in the sentence; else ''
) STRICT;
CREATE INDEX sentences_hash ON sentences (hash);

CREATE TABLE traces (
  id INTEGER PRIMARY KEY,
  lines TEXT NOT NULL UNIQUE  -- a JSON array
) STRICT;

-- Row i: the grams of sentence i (store/search_text.h), which also says how to ask. Holds no text of its own; what it
-- finds are candidates, and whether the words stand there the text itself says.
CREATE VIRTUAL TABLE sentence_search USING fts5 (
  grams, content = '', detail = none, columnsize = 0, tokenize = 'ascii'
);

INSERT INTO sentences (text, beside, hash)
  SELECT text, beside, tally_text_hash(text || char(10) || beside) FROM (
    SELECT context AS text, CASE WHEN instr(context, quote) > 0 THEN '' ELSE quote END AS beside, min(id) AS first
    FROM claims GROUP BY 1, 2)
  ORDER BY first;
INSERT INTO traces (lines) SELECT trace FROM claims GROUP BY trace ORDER BY min(id);
INSERT INTO sentence_search (rowid, grams) SELECT id, tally_grams(text || char(10) || beside) FROM sentences;

CREATE TABLE new_claims (
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
  sentence_id INTEGER NOT NULL REFERENCES sentences (id),
  quote_in_context INTEGER NOT NULL,
  field TEXT NOT NULL,
  dimension TEXT NOT NULL,
  unit TEXT,
  stated_min TEXT,
  stated_max TEXT,
  -- The same in a form whose order as text is the order of the numbers (store/sort_key.h).
  min_key TEXT,
  max_key TEXT,
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
  change TEXT NOT NULL,
  converts_start INTEGER,
  converts_end INTEGER,
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
  trace_id INTEGER NOT NULL,  -- of `traces`: no foreign key, which would ask for an index that nothing else uses
  UNIQUE (document_id, position)
) STRICT;
INSERT INTO new_claims SELECT c.id, document_id, position, claim_id, span_start, span_end, line, column, end_line,
    end_column, quote, s.id, quote_in_context, field, dimension, unit, stated_min, stated_max,
    tally_sort_key(stated_min), tally_sort_key(stated_max), strict_min, strict_max, lenient_min, lenient_max, approx,
    modifier, vague, bare_magnitude, date_first, date_last, unresolved, fiscal_year, per, change, converts_start,
    converts_end, predicate, event, stage, subject_id, subject_name, subject_text, object_id, object_name, object_text,
    speaker_id, speaker_name, speaker_text, has_period, period_start, period_end, as_of, as_of_estimated, modality,
    rule, confidence, t.id
  FROM claims c
  JOIN sentences s ON s.text = c.context AND s.beside = CASE WHEN instr(context, quote) > 0 THEN '' ELSE quote END
    AND s.hash = tally_text_hash(
      context || char(10) || CASE WHEN instr(context, quote) > 0 THEN '' ELSE quote END)
  JOIN traces t ON t.lines = c.trace
  ORDER BY c.id;
DROP TABLE claims;
ALTER TABLE new_claims RENAME TO claims;
CREATE INDEX claims_subject ON claims (subject_id, predicate, object_id);
CREATE INDEX claims_object ON claims (object_id, predicate);
CREATE INDEX claims_predicate ON claims (predicate, as_of);
CREATE INDEX claims_value ON claims (min_key, max_key);
CREATE INDEX claims_claim_id ON claims (claim_id);
CREATE INDEX claims_sentence ON claims (sentence_id);
-- Ranges, bounds and dates, which a search for a value cannot find by their lower end alone.
CREATE INDEX claims_wide ON claims (max_key) WHERE max_key IS NOT min_key;
CREATE INDEX claims_date ON claims (date_first, date_last) WHERE dimension = 'date';
CREATE INDEX claims_speaker ON claims (speaker_id, predicate) WHERE speaker_id IS NOT NULL;

-- What was found on the claims, as it was told last. A finding that is no longer found keeps its row.
CREATE TABLE findings (
  id TEXT PRIMARY KEY,  -- the fingerprint
  kind TEXT NOT NULL,
  verdict TEXT NOT NULL,
  severity TEXT NOT NULL,
  confidence INTEGER NOT NULL,
  scope TEXT NOT NULL,
  headline TEXT NOT NULL,
  message TEXT NOT NULL,
  evidence TEXT NOT NULL,  -- digest of what the members say and where: changes when the evidence changes
  first_run INTEGER NOT NULL REFERENCES runs (id),
  last_run INTEGER NOT NULL REFERENCES runs (id)
) STRICT, WITHOUT ROWID;

-- By name, not by row: a claim that is read anew is another row and the same member.
CREATE TABLE finding_members (
  finding_id TEXT NOT NULL REFERENCES findings (id),
  position INTEGER NOT NULL,
  claim_id TEXT NOT NULL,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (finding_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_members_claim ON finding_members (claim_id);
CREATE INDEX finding_members_path ON finding_members (path);

-- What people decided, in order; the last one of a finding counts, while its evidence is the finding's.
CREATE TABLE decisions (
  id INTEGER PRIMARY KEY,
  finding_id TEXT NOT NULL REFERENCES findings (id),
  decision TEXT NOT NULL CHECK (decision IN ('accept', 'reject', 'wait')),
  reason TEXT NOT NULL,
  until TEXT,  -- the last day on which it counts; NULL: without end
  decided_by TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  evidence TEXT NOT NULL  -- of the finding when it was decided
) STRICT;
CREATE INDEX decisions_finding ON decisions (finding_id, id);
CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions
  BEGIN SELECT RAISE(ABORT, 'decisions are only added, never changed'); END;
CREATE TRIGGER decisions_remain BEFORE DELETE ON decisions
  BEGIN SELECT RAISE(ABORT, 'decisions are only added, never removed'); END;

-- Indexes of `claims` that are made again when the first load of a new file is done.
CREATE TABLE postponed_indexes (name TEXT PRIMARY KEY, sql TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- The views are what other programs may read: columns are added here, never renamed or removed. Three times of a
-- claim: it holds for period_start..period_end, was published on as_of, and was seen by us at `seen`.
CREATE VIEW claim_view AS
SELECT c.claim_id AS id, d.path AS doc, d.sha256 AS doc_sha256, d.version, d.current, d.title, s.name AS source, d.url,
  c.span_start, c.span_end, c.line, c.column, c.end_line, c.end_column, c.quote, x.text AS context, c.field, c.dimension,
  CASE c.dimension WHEN 'date' THEN c.date_first ELSE c.stated_min END AS min,
  CASE c.dimension WHEN 'date' THEN c.date_last ELSE c.stated_max END AS max,
  c.unit, c.per, c.approx, c.modifier, c.vague,
  nullif(c.predicate, '') AS predicate, nullif(c.event, '') AS event, nullif(c.stage, '') AS stage,
  c.subject_id, c.subject_name, c.object_id, c.object_name, c.speaker_id, c.speaker_name,
  c.period_start, c.period_end, c.as_of, c.as_of_estimated, d.seen,
  c.modality, c.rule, c.confidence, read.tool_version, read.rules_version,
  nullif(c.change, 'none') AS change, c.converts_start, c.converts_end,
  nullif(d.origin, '') AS origin, nullif(d.language, '') AS language,
  nullif(d.revision, '') AS revision, d.removed, c.min_key, c.max_key
FROM claims c
JOIN documents d ON d.id = c.document_id
JOIN sentences x ON x.id = c.sentence_id
JOIN runs read ON read.id = d.read_run
LEFT JOIN sources s ON s.id = d.source_id;

CREATE VIEW document_view AS
SELECT d.path AS doc, d.sha256 AS doc_sha256, d.version, d.current, d.title, s.name AS source, d.url, d.published,
  nullif(d.published_time, '') AS published_time, d.published_estimated, nullif(d.origin, '') AS origin,
  nullif(d.language, '') AS language, d.numbers_seen, d.numbers_unread,
  (SELECT count(*) FROM claims c WHERE c.document_id = d.id) AS claims,
  d.seen, nullif(d.revision, '') AS revision, d.removed, before.path AS renamed_from,
  read.tool_version, read.rules_version
FROM documents d
JOIN runs read ON read.id = d.read_run
LEFT JOIN documents before ON before.id = d.renamed_from
LEFT JOIN sources s ON s.id = d.source_id;

CREATE VIEW finding_view AS
SELECT f.id, f.kind, f.verdict, f.severity, f.confidence, f.scope, f.headline, f.message, f.evidence,
  first.started AS first_found, last.started AS last_found,
  (SELECT count(*) FROM finding_members m WHERE m.finding_id = f.id) AS members
FROM findings f JOIN runs first ON first.id = f.first_run JOIN runs last ON last.id = f.last_run;

-- `holds`: the last decision of its finding, on the evidence that the finding has now. Whether `until` is past is for
-- the reader, who has a clock.
CREATE VIEW decision_view AS
SELECT d.finding_id, d.decision, d.reason, d.until, d.decided_by, d.decided_at, d.evidence,
  d.evidence = f.evidence AND d.id = (SELECT max(id) FROM decisions l WHERE l.finding_id = d.finding_id) AS holds
FROM decisions d JOIN findings f ON f.id = d.finding_id;

CREATE VIEW run_view AS
SELECT id AS run, tool_version, rules_version, started, documents_added, documents_changed, documents_reread,
  documents_removed, documents_renamed, claims_stored FROM runs;

CREATE VIEW source_view AS
SELECT s.name AS source, count(d.id) AS documents, count(CASE d.current WHEN 1 THEN 1 END) AS current_documents,
  min(d.published) AS first_published, max(d.published) AS last_published
FROM sources s LEFT JOIN documents d ON d.source_id = s.id GROUP BY s.id;
)sql";

}  // namespace tally
