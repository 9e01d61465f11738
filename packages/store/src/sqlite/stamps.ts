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

type StampMethods = Pick<
  Store,
  'stampPlaces' | 'stampsAt' | 'stampTotals' | 'stampDays' | 'stamps'
>;

interface PlaceRow {
  readonly id: number;
  readonly space: SpaceId;
  readonly incarnation: number;
}

interface StampRow extends PlaceRow {
  readonly bytes: Uint8Array;
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
  readonly countMax: number;
}

const HOST_LOGS = `s.log IN (SELECT l.id FROM logs l JOIN spaces p ON p.id = l.space WHERE p.space = @host)`;
/** Names every log, so that the index by pair is probed once a log instead of read whole. */
const ALL_LOGS = 's.log IN (SELECT id FROM logs)';
const HOME = 'AND s.home = (SELECT id FROM spaces WHERE space = @home)';

function totalsSql({ host, home }: StampFilter): string {
  return `
    SELECT host.space AS host, home.space AS home, t.kind, t.weight, sum(t.count) AS count
    FROM (
      SELECT s.log, s.home, s.kind, s.weight, count(*) AS count
      FROM stamps s INDEXED BY stamps_by_pair
      WHERE ${host === undefined ? ALL_LOGS : HOST_LOGS} ${home === undefined ? '' : HOME}
        AND s.day BETWEEN @from AND @to AND s.voided = 0
      GROUP BY s.log, s.home, s.kind, s.weight
    ) t
    JOIN logs l ON l.id = t.log
    JOIN spaces host ON host.id = l.space
    JOIN spaces home ON home.id = t.home
    GROUP BY host.space, home.space, t.kind, t.weight
    ORDER BY host.space, home.space, t.kind, t.weight`;
}

const DAYS_SQL = `
  SELECT s.day, s.kind, s.weight, count(*) AS count
  FROM stamps s INDEXED BY stamps_by_pair
  WHERE ${HOST_LOGS} ${HOME} AND s.day BETWEEN @from AND @to AND s.voided = 0
  GROUP BY s.day, s.kind, s.weight
  ORDER BY s.day, s.kind, s.weight`;

function latestSql({ host, home }: StampFilter): string {
  // One host's stamps are few: read them all and sort. Otherwise walk back by day and stop early.
  const index = host === undefined ? 'stamps_by_day' : 'stamps_by_pair';
  return `
    SELECT s.id FROM stamps s INDEXED BY ${index}
    JOIN logs l ON l.id = s.log
    JOIN spaces p ON p.id = l.space
    WHERE s.day BETWEEN @from AND @to
      ${host === undefined ? '' : `AND ${HOST_LOGS}`} ${home === undefined ? '' : HOME}
    ORDER BY s.day DESC, p.space DESC, l.incarnation DESC, s.id DESC LIMIT @countMax`;
}

function statements({ db }: Database) {
  const stamp = `
    SELECT s.id, p.space, l.incarnation, e.bytes FROM stamps s
    JOIN entries e ON e.id = s.id
    JOIN logs l ON l.id = s.log
    JOIN spaces p ON p.id = l.space`;
  return {
    // The index by marker holds the ids: neither stamps nor entries are read.
    places: db.prepare<[Uint8Array, number, number], PlaceRow>(`
      SELECT s.id, p.space, l.incarnation FROM stamps s
      JOIN logs l ON l.id = s.id >> 32
      JOIN spaces p ON p.id = l.space
      WHERE s.marker = ? AND s.id >= ? ORDER BY s.id LIMIT ?`),
    logId: db.prepare<[SpaceId, number], { id: number }>(`
      SELECT l.id FROM logs l JOIN spaces p ON p.id = l.space
      WHERE p.space = ? AND l.incarnation = ?`),
    byId: db.prepare<[number], StampRow>(`${stamp} WHERE s.id = ?`),
    voids: db.prepare<[number], { day: number }>(
      'SELECT day FROM voids WHERE stamp = ? ORDER BY entry',
    ),
  };
}

/** Reads by pages and leaps to the next log where one has shown `countMax`. */
function placesOf(sql: Statements, marker: Marker, countMax: number): readonly MarkedPlace[] {
  const found: MarkedPlace[] = [];
  const bytes = parseBase64url(marker);
  let [from, log, count] = [0, -1, 0];
  for (;;) {
    const page = sql.places.all(bytes, from, countMax);
    for (const { id, space, incarnation } of page) {
      count = logOfPlace(id) === log ? count + 1 : 1;
      log = logOfPlace(id);
      from = count < countMax ? id + 1 : placesEnd(log);
      if (count <= countMax) found.push({ marker, space, incarnation, index: indexOfPlace(id) });
    }
    if (page.length < countMax) return found.sort(comparePlaces);
  }
}

function dayOr(date: CalendarDate | undefined, otherwise: number): number {
  return date === undefined ? otherwise : dayOfDate(date);
}

function filterValues({ host, home, from, to }: StampFilter, countMax: number): FilterValues {
  return {
    host: host ?? null,
    home: home ?? null,
    from: dayOr(from, 0),
    to: dayOr(to, Number.MAX_SAFE_INTEGER),
    countMax,
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
  const days = database.db.prepare<[FilterValues], DayRow>(DAYS_SQL);
  const latest = prepared<{ id: number }>(database, latestSql);
  const stored = ({ id, space, incarnation, bytes }: StampRow): StoredStamp => ({
    space,
    incarnation,
    index: indexOfPlace(id),
    bytes: bytesOf(bytes),
    voids: sql.voids.all(id).map(({ day }) => dateOfDay(day)),
  });
  return {
    stampPlaces: database.guard((markers, countMax) =>
      [...new Set(markers)].sort(compareText).flatMap((one) => placesOf(sql, one, countMax)),
    ),
    stampsAt: database.guard((places) =>
      places.flatMap(({ space, incarnation, index }) => {
        const log = sql.logId.get(space, incarnation);
        return log === undefined ? [] : sql.byId.all(placeId(log.id, index)).map(stored);
      }),
    ),
    stampTotals: database.guard((filter) => totals(filter).all(filterValues(filter, 0)).map(total)),
    stampDays: database.guard((filter) => days.all(filterValues(filter, 0)).map(dayTotal)),
    stamps: database.guard((filter, countMax) =>
      latest(filter)
        .all(filterValues(filter, countMax))
        .flatMap(({ id }) => sql.byId.all(id).map(stored)),
    ),
  };
}
