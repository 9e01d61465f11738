/** The schema that the first step makes. */

/**
 * Place ids: an entry's id is `log × 2^32 + index`, so that each log lies together and in order,
 * and one integer names an entry everywhere, or the first one of a gap. Days are counted from
 * 1970-01-01; kinds are 0 courtesy, 1 free, 2 paid; weights are halves. Sealed columns hold what
 * `sealing.ts` makes; tags are its keyed hashes.
 */
export const FIRST_SCHEMA = `
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE spaces (
  id INTEGER PRIMARY KEY,
  space TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE logs (
  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2097151),
  space INTEGER NOT NULL REFERENCES spaces (id),
  incarnation INTEGER NOT NULL,
  size INTEGER NOT NULL CHECK (size BETWEEN 0 AND 4294967296),
  compact_range BLOB NOT NULL,
  checkpoint TEXT,
  checkpoint_size INTEGER NOT NULL,
  heartbeat_time INTEGER,
  heartbeat_line TEXT,
  heartbeat_checkpoint TEXT,
  UNIQUE (space, incarnation)
) STRICT;

CREATE TABLE entries (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  leaf_hash BLOB NOT NULL CHECK (length(leaf_hash) = 32),
  bytes BLOB NOT NULL
) STRICT;
-- Nearly all entries are stamps, which have their own table.
CREATE INDEX entries_by_type ON entries (type, id) WHERE type <> 'stamp';

CREATE TABLE subtrees (
  log INTEGER NOT NULL REFERENCES logs (id),
  level INTEGER NOT NULL,
  position INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (log, level, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE stamps (
  id INTEGER PRIMARY KEY REFERENCES entries (id),
  marker BLOB NOT NULL CHECK (length(marker) = 16),
  log INTEGER NOT NULL REFERENCES logs (id),
  home INTEGER NOT NULL REFERENCES spaces (id),
  day INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  weight INTEGER NOT NULL,
  voided INTEGER NOT NULL
) STRICT;
CREATE INDEX stamps_by_marker ON stamps (marker);
CREATE INDEX stamps_by_pair ON stamps (log, home, day, kind, weight, voided);
CREATE INDEX stamps_by_day ON stamps (day, log, home);

CREATE TABLE voids (
  stamp INTEGER NOT NULL REFERENCES stamps (id),
  entry INTEGER NOT NULL REFERENCES entries (id),
  day INTEGER NOT NULL,
  PRIMARY KEY (stamp, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE stamp_checks (
  tag BLOB PRIMARY KEY,
  sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE members (
  id TEXT PRIMARY KEY,
  status TEXT NOT NULL,
  plan TEXT NOT NULL,
  visa_tag BLOB NOT NULL,
  claim_tag BLOB,
  sealed BLOB NOT NULL
) STRICT;
CREATE INDEX members_by_visa ON members (visa_tag);
CREATE INDEX members_by_claim ON members (claim_tag) WHERE claim_tag IS NOT NULL;

CREATE TABLE visits (
  id TEXT PRIMARY KEY,
  home INTEGER NOT NULL REFERENCES spaces (id),
  venue TEXT NOT NULL,
  day INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  weight INTEGER NOT NULL,
  programme TEXT NOT NULL,
  roster INTEGER NOT NULL,
  recorded INTEGER NOT NULL,
  k INTEGER NOT NULL,
  seal TEXT NOT NULL,
  entry_index INTEGER,
  void_index INTEGER,
  visa_tag BLOB NOT NULL,
  sealed BLOB NOT NULL
) STRICT;
CREATE INDEX visits_by_day ON visits (day, recorded, id);
CREATE INDEX visits_by_visa ON visits (visa_tag);
CREATE INDEX visits_pending ON visits (recorded, id) WHERE entry_index IS NULL;

CREATE TABLE grants (
  visa_tag BLOB NOT NULL,
  k INTEGER NOT NULL,
  lapses INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (visa_tag, k)
) STRICT, WITHOUT ROWID;
CREATE INDEX grants_by_lapse ON grants (lapses);

CREATE TABLE peers (
  space TEXT PRIMARY KEY,
  url TEXT,
  last_success INTEGER,
  first_failure INTEGER,
  failures INTEGER NOT NULL,
  last_error TEXT,
  skew REAL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;
`;
