/** The desk of the engine that only remembers what it was asked. */

import { parseCalendarDate, programmeId, type Verdict } from '@covisa/protocol';
import type {
  Arrival,
  CheckResult,
  Desk,
  DeskOverview,
  DeskRefusal,
  DeskVisit,
  Welcome,
} from '../../../dist/engine/services.js';
import { NOW, type TestNode } from './test-node.js';

export const PROGRAMME = programmeId.parse('A'.repeat(43));
export const DATE = parseCalendarDate('2026-05-12');
/** If this is in an answer, a visa number has leaked. */
export const VISA_NUMBER = new Uint8Array(16).fill(0xa7);

/** Notes what was asked, and gives a fixed answer. */
export type Answer = <T>(what: string, value: T) => (...parts: readonly unknown[]) => Promise<T>;

const WELCOME: Welcome = {
  wifi: { ssid: 'Loft', password: 'river-stone', hidden: false },
  note: null,
};

/** A visit as the engine gives it. */
export function visitOf(node: TestNode): DeskVisit {
  return {
    id: 'v1',
    home: node.space,
    venue: 'main',
    date: DATE,
    kind: 'free',
    weight: 1,
    programme: PROGRAMME,
    roster: 1,
    recorded: NOW,
    visaNumber: VISA_NUMBER,
    visaUntil: DATE,
    displayName: 'Mei L.',
    amount: null,
    note: null,
    k: 0,
    seal: 'c2VhbA',
    incarnation: null,
    index: null,
    voidIndex: null,
    homeName: 'Home',
    undoUntil: NOW + 60,
  };
}

function verdictOf(node: TestNode): Verdict {
  return {
    outcome: 'free',
    kind: 'free',
    date: DATE,
    host: node.space,
    weight: 1,
    reasons: [{ code: 'FREE_DAY', rule: 'terms/allowances/0', parameters: {} }],
    decidedBy: 'terms/allowances/0',
    left: { perHost: { before: 3, after: 2 }, perProgramme: null, homeAtHost: null, windows: [] },
    sureness: { level: 'exact', knownUpTo: NOW, olderSpaces: 0 },
    assumed: [],
    pays: { kind: 'nothing' },
    follows: null,
    shows: [],
    sameDay: false,
    askGrant: 'no',
    roster: 1,
  };
}

function checkOf(node: TestNode): CheckResult {
  return {
    id: 'c1',
    home: node.space,
    homeName: 'Home',
    displayName: 'Mei L.',
    plan: 'full',
    date: DATE,
    verdict: verdictOf(node),
    sentence: 'Free.',
    venue: 'main',
    hostBound: false,
    visit: visitOf(node),
    grant: 'not-asked',
  };
}

function refusalOf(node: TestNode): DeskRefusal {
  return {
    id: 'r1',
    home: node.space,
    homeName: 'Home',
    venue: 'main',
    date: DATE,
    programme: PROGRAMME,
    roster: 1,
    reason: 'full',
    recorded: NOW,
    displayName: 'Mei L.',
    note: null,
    recordedBy: { kind: 'person', name: 'Robin' },
    index: 3,
    erased: false,
  };
}

function overviewOf(node: TestNode): DeskOverview {
  return {
    space: node.space,
    name: 'Here',
    now: NOW,
    date: DATE,
    venue: 'main',
    timeZone: 'Asia/Shanghai',
    venues: [{ id: 'main', name: 'Here', timeZone: 'Asia/Shanghai' }],
    rate: null,
    offer: {},
    houseRules: null,
    capacity: { limit: 4, used: 1, left: 3 },
    visits: [visitOf(node)],
    refusals: [refusalOf(node)],
    homes: [{ space: node.space, name: 'Home', reachable: true }],
    programmes: [],
    mode: 'ready',
    modeReason: null,
    pendingVisits: 0,
    selfCheckIn: false,
  };
}

function arrivalOf(node: TestNode): Arrival {
  return {
    checkedIn: true,
    verdict: verdictOf(node),
    sentence: 'Free.',
    visit: { date: DATE, kind: 'free' },
    hostName: 'Here',
    venueName: 'Here',
    timeZone: 'Asia/Shanghai',
    welcome: WELCOME,
    houseRules: null,
  };
}

/** The desk. */
export function deskDouble(node: TestNode, answer: Answer): Desk {
  return {
    overview: answer('desk.overview', overviewOf(node)),
    check: answer('desk.check', checkOf(node)),
    checkSpoken: answer('desk.checkSpoken', checkOf(node)),
    askGrant: answer('desk.askGrant', checkOf(node)),
    stamp: answer('desk.stamp', visitOf(node)),
    refuse: answer('desk.refuse', refusalOf(node)),
    visits: answer('desk.visits', [visitOf(node)]),
    refusals: answer('desk.refusals', [refusalOf(node)]),
    void: answer('desk.void', visitOf(node)),
    erase: answer('desk.erase', { visit: visitOf(node), visits: 2, refusals: 1 }),
    arrive: answer('desk.arrive', arrivalOf(node)),
    welcome: answer('desk.welcome', WELCOME),
    setWelcome: answer('desk.setWelcome', WELCOME),
    settings: answer('desk.settings', { selfCheckIn: false }),
    setSettings: answer('desk.setSettings', { selfCheckIn: true }),
  };
}
