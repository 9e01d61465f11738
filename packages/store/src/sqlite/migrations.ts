/**
 * The database's schema, as the ordered list of steps that lead to it. A step is never changed once
 * it was released; a change is a new step at the end. The database's `user_version` is the number
 * of steps that were taken.
 */

import { FIRST_SCHEMA } from './first-schema.js';

/** One step: SQL that runs in one transaction. */
export interface Migration {
  /** What it is for, in a few words. */
  readonly title: string;
  readonly sql: string;
}

const first: Migration = { title: 'logs, stamps, people, dealings', sql: FIRST_SCHEMA };

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

/**
 * A log that is fetched whole spreads over all days: in an index that starts with the day each of
 * its stamps stands elsewhere. Starting with the log, they follow one another.
 */
const daysOfLogs: Migration = {
  title: 'days of each log',
  sql: `
DROP INDEX stamps_by_day;
CREATE INDEX stamps_by_day ON stamps (log, day, home, kind, weight, voided);
`,
};

/** `sum` is what shows the part before `pruned` where the log's own entry about it is not held. */
const sums: Migration = {
  title: 'sums of pruned entries that are not held',
  sql: 'ALTER TABLE logs ADD COLUMN sum BLOB',
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
  daysOfLogs,
  sums,
];
