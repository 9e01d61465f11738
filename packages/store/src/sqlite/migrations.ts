/**
 * The database's schema, as the ordered list of steps that lead to it. A step is never changed once
 * it was released; a change is a new step at the end. The database's `user_version` is the number
 * of steps that were taken.
 */

/** One step: SQL that runs in one transaction. */
export interface Migration {
  /** What it is for, in a few words. */
  readonly title: string;
  readonly sql: string;
}

/**
 * Place ids: an entry's id is `log × 2^32 + index`, so that each log lies together and in order,
 * and one integer names an entry everywhere, or the first one of a gap. Days are counted from
 * 1970-01-01; kinds are 0 courtesy, 1 free, 2 paid; weights are halves. Sealed columns hold what
 * `sealing.ts` makes; tags are its keyed hashes.
 */
const first: Migration = {
  title: 'logs, stamps, people, dealings',
  sql: `
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
`,
};

const refusals: Migration = {
  title: 'members who were not taken',
  sql: `
CREATE TABLE refusals (
  id TEXT PRIMARY KEY,
  home INTEGER NOT NULL REFERENCES spaces (id),
  venue TEXT NOT NULL,
  day INTEGER NOT NULL,
  programme TEXT NOT NULL,
  roster INTEGER NOT NULL,
  reason TEXT NOT NULL,
  recorded INTEGER NOT NULL,
  entry_index INTEGER,
  sealed BLOB NOT NULL
) STRICT;
CREATE INDEX refusals_by_day ON refusals (day, recorded, id);
CREATE INDEX refusals_pending ON refusals (recorded, id) WHERE entry_index IS NULL;
`,
};

/** Strays are entries of shelves, which have rows among the logs. */
const forks: Migration = {
  title: 'logs that have forked',
  sql: `
ALTER TABLE logs ADD COLUMN proof BLOB;

CREATE TABLE forks (
  space INTEGER NOT NULL REFERENCES spaces (id),
  incarnation INTEGER NOT NULL,
  common INTEGER NOT NULL,
  proof BLOB NOT NULL,
  PRIMARY KEY (space, incarnation)
) STRICT, WITHOUT ROWID;

CREATE TABLE strays (
  id INTEGER PRIMARY KEY REFERENCES entries (id),
  position INTEGER NOT NULL,
  checkpoint TEXT NOT NULL,
  proof BLOB NOT NULL
) STRICT;
`,
};

const messages: Migration = {
  title: 'messages between owners',
  sql: `
CREATE TABLE messages (
  place INTEGER PRIMARY KEY AUTOINCREMENT,
  direction TEXT NOT NULL,
  space INTEGER NOT NULL REFERENCES spaces (id),
  id TEXT NOT NULL,
  recorded INTEGER NOT NULL,
  state TEXT NOT NULL,
  until_day INTEGER,
  retry_at INTEGER,
  sealed BLOB NOT NULL,
  UNIQUE (space, direction, id)
) STRICT;
CREATE INDEX messages_heads ON messages
  (place, direction, space, id, recorded, state, until_day, retry_at);
CREATE INDEX messages_expected ON messages (until_day) WHERE until_day IS NOT NULL;
`,
};

/**
 * `until_day` is the end of a visa year, exclusive; null in a record that was erased. Records of
 * before this step do not tell it: none ends later than 366 days after the visit. Members of before
 * have 0, so that they are looked at once. Checks are made again.
 */
const visaYears: Migration = {
  title: 'ends of visa years',
  sql: `
ALTER TABLE visits ADD COLUMN until_day INTEGER;
UPDATE visits SET until_day = day + 366;
DROP INDEX visits_by_visa;
CREATE INDEX visits_by_visa ON visits (visa_tag) WHERE until_day IS NOT NULL;
CREATE INDEX visits_by_end ON visits (until_day) WHERE until_day IS NOT NULL;

ALTER TABLE refusals ADD COLUMN until_day INTEGER;
UPDATE refusals SET until_day = day + 366;
CREATE INDEX refusals_by_end ON refusals (until_day) WHERE until_day IS NOT NULL;

ALTER TABLE members ADD COLUMN until_day INTEGER NOT NULL DEFAULT 0;
CREATE INDEX members_by_end ON members (until_day);

DROP TABLE stamp_checks;
CREATE TABLE stamp_checks (
  tag BLOB PRIMARY KEY,
  until_day INTEGER NOT NULL,
  sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX stamp_checks_by_end ON stamp_checks (until_day);
`,
};

/** Entries that were pruned have no rows; a hash stands for each subtree of them. */
const pruning: Migration = {
  title: 'pruned entries',
  sql: `
ALTER TABLE logs ADD COLUMN pruned INTEGER NOT NULL DEFAULT 0;

CREATE TABLE gaps (
  id INTEGER PRIMARY KEY,
  size INTEGER NOT NULL CHECK (size BETWEEN 1 AND 256),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
`,
};

/**
 * Of visits of before this step it is told by the seal, which no other stamp has, where the stamp
 * stands. Where nothing tells, the first log is named: after a resume such a visit can no longer be
 * undone, where one of a log too late would undo another's.
 */
const visitPlaces: Migration = {
  title: 'logs of visits',
  sql: `
ALTER TABLE visits ADD COLUMN incarnation INTEGER;
UPDATE visits SET incarnation = coalesce(
  (SELECT max(l.incarnation) FROM logs l
    JOIN entries e ON e.id = l.id * 4294967296 + visits.entry_index
    WHERE l.incarnation < 2147483648 AND visits.seal <> ''
      AND instr(e.bytes, CAST(visits.seal AS BLOB)) > 0), 0)
  WHERE entry_index IS NOT NULL;
`,
};

/** What a host had on a day is counted from the index alone. */
const daysOfHosts: Migration = {
  title: 'counts of a day',
  sql: `
DROP INDEX stamps_by_day;
CREATE INDEX stamps_by_day ON stamps (day, log, home, kind, weight, voided);
`,
};

/** All steps, in order. */
export const migrations: readonly Migration[] = [
  first,
  refusals,
  forks,
  messages,
  visaYears,
  pruning,
  visitPlaces,
  daysOfHosts,
];
