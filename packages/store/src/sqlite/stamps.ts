/** Look-ups and totals of stamps in SQLite. */

import {
  type CalendarDate,
  dateOfDay,
  dayOfDate,
  type Marker,
  parseBase64url,
  type SpaceId,
} from '@covisa/protocol';
import { comparePlaces, compareText } from '../heads.js';
import type {
  LogPlace,
  MarkedPlace,
  StampDay,
  StampFilter,
  StampTotal,
  Store,
  StoredStamp,
} from '../port.js';
import {
  bytesOf,
  indexOfPlace,
  kindOfNumber,
  logOfPlace,
  placeId,
  placesEnd,
  weightOfHalves,
} from './columns.js';
import type { Database } from './database.js';
import type { LogNumbers } from './log-numbers.js';

type StampMethods = Pick<
  Store,
  'stampPlaces' | 'stampsAt' | 'stampTotals' | 'stampCount' | 'stampDays'
>;

interface PlaceRow {
  readonly id: number;
}

interface MarkedRow extends PlaceRow {
  /** Which of the markers that were asked for. */
  readonly asked: number;
}

interface StampRow extends PlaceRow {
  readonly bytes: Uint8Array;
  /** Whether any void names it. */
  readonly named: number;
}

interface TotalRow {
  readonly host: SpaceId;
  readonly home: SpaceId;
  readonly kind: number;
  readonly weight: number;
  readonly count: number;
}

interface DayRow {
  readonly day: number;
  readonly kind: number;
  readonly weight: number;
  readonly count: number;
}

type Statements = ReturnType<typeof statements>;

/** Named parameters of the filtered queries; unused ones are bound all the same. */
interface FilterValues {
  readonly host: SpaceId | null;
  readonly home: SpaceId | null;
  readonly from: number;
  readonly to: number;
}

/**
 * Rows that one statement reads for all markers: far more than a visa year has. A statement costs
 * more than what it finds, so markers are asked for together.
 */
const MARKED_MAX = 1024;

const HOST_LOGS = `s.log IN (SELECT l.id FROM logs l JOIN spaces p ON p.id = l.space WHERE p.space = @host)`;
/** Names every log, so that the index by pair is probed once a log instead of read whole. */
const ALL_LOGS = 's.log IN (SELECT id FROM logs)';
const HOME = 'AND s.home = (SELECT id FROM spaces WHERE space = @home)';

/** Of one day the index by day holds few rows, where that by pair holds all days of a host. */
function totalsSql({ host, home, from, to }: StampFilter): string {
  const isOfDay = host !== undefined && from !== undefined && from === to;
  const [index, day] = isOfDay
    ? ['stamps_by_day', 's.day = @from']
    : ['stamps_by_pair', 's.day BETWEEN @from AND @to'];
  return `
    SELECT host.space AS host, home.space AS home, t.kind, t.weight, sum(t.count) AS count
    FROM (
      SELECT s.log, s.home, s.kind, s.weight, count(*) AS count
      FROM stamps s INDEXED BY ${index}
      WHERE ${host === undefined ? ALL_LOGS : HOST_LOGS} ${home === undefined ? '' : HOME}
        AND ${day} AND s.voided = 0
      GROUP BY s.log, s.home, s.kind, s.weight
    ) t
    JOIN logs l ON l.id = t.log
    JOIN spaces host ON host.id = l.space
    JOIN spaces home ON home.id = t.home
    GROUP BY host.space, home.space, t.kind, t.weight
    ORDER BY host.space, home.space, t.kind, t.weight`;
}

const COUNT_SQL = `
  SELECT count(*) AS count FROM stamps s INDEXED BY stamps_by_day
  WHERE ${HOST_LOGS} AND s.day = @from AND s.voided = 0`;

const DAYS_SQL = `
  SELECT s.day, s.kind, s.weight, count(*) AS count
  FROM stamps s INDEXED BY stamps_by_pair
  WHERE ${HOST_LOGS} ${HOME} AND s.day BETWEEN @from AND @to AND s.voided = 0
  GROUP BY s.day, s.kind, s.weight
  ORDER BY s.day, s.kind, s.weight`;

function statements({ db }: Database) {
  const columns = 's.id, e.bytes, EXISTS (SELECT 1 FROM voids v WHERE v.stamp = s.id) AS named';
  return {
    /** Of markers as a JSON array of hex: all their stamps, while there is room. */
    marked: db.prepare<[string, number], MarkedRow>(`
      SELECT j.key AS asked, s.id FROM json_each(?) j
      CROSS JOIN stamps s ON s.marker = unhex(j.value) LIMIT ?`),
    // The index by marker holds the ids: neither stamps nor entries are read.
    places: db.prepare<[Uint8Array, number, number], PlaceRow>(
      'SELECT id FROM stamps WHERE marker = ? AND id >= ? ORDER BY id LIMIT ?',
    ),
    /** Of ids as a JSON array. */
    byIds: db.prepare<[string], StampRow>(`
      SELECT ${columns} FROM json_each(?) j
      CROSS JOIN stamps s ON s.id = j.value
      CROSS JOIN entries e ON e.id = s.id`),
    voids: db.prepare<[number], { day: number }>(
      'SELECT day FROM voids WHERE stamp = ? ORDER BY entry',
    ),
  };
}

function placeOf(logs: LogNumbers, id: number): LogPlace {
  const { space, incarnation } = logs.logOf(logOfPlace(id));
  return { space, incarnation, index: indexOfPlace(id) };
}

/** The places of all markers, which are sorted: ordered as the port says. */
function placesOfAll(
  sql: Statements,
  logs: LogNumbers,
  markers: readonly Marker[],
  countMax: number,
): readonly MarkedPlace[] {
  const names = markers.map((one) => Buffer.from(parseBase64url(one)).toString('hex'));
  const rows = sql.marked.all(JSON.stringify(names), MARKED_MAX);
  // Somebody has written a marker again and again: each is read by itself, and no further than
  // need be.
  if (rows.length === MARKED_MAX) {
    return markers.flatMap((one) => placesOf(sql, logs, one, countMax));
  }
  const found = new Map<Marker, MarkedPlace[]>(markers.map((one) => [one, []]));
  const counts = new Map<string, number>();
  for (const { asked, id } of rows.sort((a, b) => a.id - b.id)) {
    const marker = markers[asked];
    const ofLog = `${asked} ${logOfPlace(id)}`;
    const count = (counts.get(ofLog) ?? 0) + 1;
    counts.set(ofLog, count);
    if (marker === undefined || count > countMax) continue;
    found.get(marker)?.push({ marker, ...placeOf(logs, id) });
  }
  return [...found.values()].flatMap((places) => places.sort(comparePlaces));
}

/** Reads by pages and leaps to the next log where one has shown `countMax`. */
function placesOf(
  sql: Statements,
  logs: LogNumbers,
  marker: Marker,
  countMax: number,
): readonly MarkedPlace[] {
  const found: MarkedPlace[] = [];
  const bytes = parseBase64url(marker);
  let [from, log, count] = [0, -1, 0];
  for (;;) {
    const page = sql.places.all(bytes, from, countMax);
    for (const { id } of page) {
      count = logOfPlace(id) === log ? count + 1 : 1;
      log = logOfPlace(id);
      from = count < countMax ? id + 1 : placesEnd(log);
      if (count <= countMax) found.push({ marker, ...placeOf(logs, id) });
    }
    if (page.length < countMax) return found.sort(comparePlaces);
  }
}

/** The ids of places whose logs are held. @throws RangeError if a log cannot have an index */
function idsOf(logs: LogNumbers, places: readonly LogPlace[]): readonly number[] {
  return places.flatMap((place) => {
    const log = logs.numberOf(place);
    const id = placeId(log ?? 0, place.index);
    return log === null ? [] : [id];
  });
}

function dayOr(date: CalendarDate | undefined, otherwise: number): number {
  return date === undefined ? otherwise : dayOfDate(date);
}

function filterValues({ host, home, from, to }: StampFilter): FilterValues {
  return {
    host: host ?? null,
    home: home ?? null,
    from: dayOr(from, 0),
    to: dayOr(to, Number.MAX_SAFE_INTEGER),
  };
}

function total({ host, home, kind, weight, count }: TotalRow): StampTotal {
  return { host, home, kind: kindOfNumber(kind), weight: weightOfHalves(weight), count };
}

function dayTotal({ day, kind, weight, count }: DayRow): StampDay {
  return {
    date: dateOfDay(day),
    kind: kindOfNumber(kind),
    weight: weightOfHalves(weight),
    count,
  };
}

/** Prepares the query of each kind of filter once. */
function prepared<Row>({ db }: Database, sqlOf: (filter: StampFilter) => string) {
  const prepare = (filter: StampFilter) => db.prepare<[FilterValues], Row>(sqlOf(filter));
  const cache = new Map<string, ReturnType<typeof prepare>>();
  return (filter: StampFilter) => {
    const sql = sqlOf(filter);
    const statement = cache.get(sql) ?? prepare(filter);
    cache.set(sql, statement);
    return statement;
  };
}

/** The methods of the port that find stamps. */
export function stampMethods(database: Database): StampMethods {
  const sql = statements(database);
  const totals = prepared<TotalRow>(database, totalsSql);
  const counts = database.db.prepare<[FilterValues], { count: number }>(COUNT_SQL);
  const days = database.db.prepare<[FilterValues], DayRow>(DAYS_SQL);
  const { logs } = database;
  const stored = ({ id, bytes, named }: StampRow): StoredStamp => ({
    ...placeOf(logs, id),
    bytes: bytesOf(bytes),
    voids: named === 0 ? [] : sql.voids.all(id).map(({ day }) => dateOfDay(day)),
  });
  /** In the order of the ids. */
  const storedOf = (ids: readonly number[]): readonly StoredStamp[] => {
    const rows = new Map(sql.byIds.all(JSON.stringify(ids)).map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = rows.get(id);
      return row === undefined ? [] : [stored(row)];
    });
  };
  return {
    stampPlaces: database.guard((markers, countMax) =>
      placesOfAll(sql, logs, [...new Set(markers)].sort(compareText), countMax),
    ),
    stampsAt: database.guard((places) => storedOf(idsOf(logs, places))),
    stampTotals: database.guard((filter) => totals(filter).all(filterValues(filter)).map(total)),
    stampCount: database.guard(
      (host, date) => counts.get(filterValues({ host, from: date }))?.count ?? 0,
    ),
    stampDays: database.guard((filter) => days.all(filterValues(filter)).map(dayTotal)),
  };
}
