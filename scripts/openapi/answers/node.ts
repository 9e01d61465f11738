/** What the routes of the node itself answer: status, accounts, peers, keys, logs. */

import { calendarDate, seconds, shape, spaceId } from '@covisa/protocol';
import type {
  AuditReport,
  DayExchange,
  DoubleVisit,
  LogCheck,
  PeerView,
  Statement,
  Status,
  SyncReport,
} from '#node/engine/services.js';
import {
  amount,
  anyText,
  asShape,
  base64url,
  count,
  exactly,
  many,
  textOrNull,
  visitKind,
  weight,
} from './parts.js';
import { programmeSummary } from './programmes.js';

const { bool, closed, integer, literal, nullable } = shape;

/** The node at a glance. */
export const status = exactly<Status>()(
  closed({
    space: spaceId,
    name: anyText,
    incarnation: count,
    now: seconds,
    testClockOffset: nullable(seconds),
    mode: literal('ready', 'recovering', 'superseded'),
    modeReason: textOrNull,
    logSize: count,
    logRoot: anyText,
    lastHeartbeat: nullable(seconds),
    pendingVisits: count,
    members: count,
    programmes: many(programmeSummary),
    peers: count,
    unreadMessages: count,
    publicUrl: textOrNull,
  }),
);
export const testClock = closed({ now: seconds, testClockOffset: nullable(seconds) });
const stampTotal = closed({ host: spaceId, home: spaceId, kind: visitKind, weight, count });
/** The account between two spaces. */
export const statement = exactly<Statement>()(
  closed({
    us: spaceId,
    them: spaceId,
    themName: textOrNull,
    from: calendarDate,
    to: calendarDate,
    given: many(stampTotal),
    received: many(stampTotal),
    unproven: count,
    unprovenFrom: calendarDate,
  }),
);
const sums = closed({ free: amount, paid: amount, courtesy: amount });
/** Days given and received. */
export const exchange = exactly<DayExchange>()(
  closed({
    partners: many(
      closed({
        space: spaceId,
        name: textOrNull,
        given: sums,
        received: sums,
        firstDate: calendarDate,
        lastDate: calendarDate,
      }),
    ),
    months: many(closed({ month: anyText, given: sums, received: sums })),
  }),
);
export const doubleVisit = exactly<DoubleVisit>()(
  closed({
    side: literal('home', 'host'),
    member: textOrNull,
    k: count,
    hosts: many(closed({ host: spaceId, date: calendarDate, kind: anyText })),
  }),
);
export const peer = exactly<PeerView>()(
  closed({
    space: spaceId,
    name: textOrNull,
    url: textOrNull,
    address: textOrNull,
    lastSuccess: nullable(seconds),
    firstFailure: nullable(seconds),
    failures: count,
    lastError: textOrNull,
    retryAt: nullable(seconds),
    skew: nullable(integer(Number.MIN_SAFE_INTEGER)),
  }),
);
export const syncReport = exactly<SyncReport>()(
  closed({
    peer: spaceId,
    ok: bool,
    error: textOrNull,
    received: count,
    sent: count,
    rounds: count,
    bytesOut: count,
    bytesIn: count,
  }),
);
/** An issuing key (http/views.ts). */
export const issuingKey = closed({
  incarnation: count,
  generation: count,
  issuing: base64url,
  from: seconds,
  until: seconds,
  deadSince: nullable(seconds),
});
const logCheck = { size: count, root: anyText, ok: bool, problem: textOrNull } as const;
export const logVerification = exactly<LogCheck>()(closed(logCheck));
/** An entry as its bytes, and as what they say (http/views.ts). */
export const logEntry = closed({
  space: spaceId,
  incarnation: count,
  index: count,
  bytes: base64url,
  entry: asShape<object>({ type: 'object' }),
});
/** What an audit of a space's logs found. */
export const audit = exactly<AuditReport>()(
  closed({
    space: spaceId,
    name: textOrNull,
    heartbeat: nullable(seconds),
    incarnations: many(closed({ ...logCheck, incarnation: count, accepted: nullable(count) })),
    published: closed({
      url: textOrNull,
      size: nullable(count),
      root: textOrNull,
      relation: literal(
        'equal',
        'published-is-longer',
        'held-is-longer',
        'other-history',
        'not-public',
        'not-read',
      ),
      error: textOrNull,
    }),
    ok: bool,
  }),
);
/** A `.tlog-proof`. */
export const receipt = closed({ receipt: anyText });
