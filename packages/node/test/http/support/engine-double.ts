/**
 * An engine that only remembers what it was asked and gives fixed answers: for tests of the HTTP
 * shell's own behaviour. What the real engine does is tested where the real engine runs.
 */

import {
  DEFAULT_TERMS,
  encodeUtf8,
  type Listing,
  type ProfileEntry,
  rosterHash,
  spaceId,
} from '@covisa/protocol';
import type { Engine, PeerView, ProgrammeView, Status } from '../../../dist/engine/services.js';
import { DATE, deskDouble, PROGRAMME, VISA_NUMBER } from './desk-double.js';
import { homeDouble, requestsDouble, walletsDouble } from './home-double.js';
import { messagesDouble } from './message-double.js';
import { NOW, type TestNode } from './test-node.js';

export { DATE, PROGRAMME, VISA_NUMBER };

/** One space in each state. */
export const LISTINGS: readonly Listing[] = (
  ['listed', 'quiet', 'unlisted', 'closed'] as const
).map((status, index) => ({
  space: spaceId.parse(`${'BCDE'.charAt(index)}${'A'.repeat(42)}`),
  status,
  reason: null,
  programmes: [{ programme: PROGRAMME, member: true }],
  heartbeat: NOW,
  ageSeconds: 0,
  name: null,
  venues: [],
  rate: null,
  offer: null,
  languages: [],
  mailbox: null,
  site: null,
  houseRules: null,
  node: null,
}));
const SUMMARY = {
  id: PROGRAMME,
  name: 'Pacific <Rim>',
  founded: true,
  rosterVersion: 1,
  standing: 'member',
  members: 2,
  admitted: 0,
} as const;

const PROGRAMME_VIEW: ProgrammeView = {
  ...SUMMARY,
  purpose: 'visits',
  terms: DEFAULT_TERMS,
  termsInWords: [],
  termsFrom: null,
  threshold: null,
  votesNeeded: 2,
  endorsements: 2,
  spaces: [],
  applicants: [],
  drafts: [],
  rivals: [],
  resting: [],
  siblings: [
    {
      version: 1,
      chosen: false,
      rosters: (['B', 'C'] as const).map((letter, index) => ({
        roster: rosterHash.parse(`${letter}${'A'.repeat(42)}`),
        followed: index === 0,
        time: NOW,
        name: `Rim ${letter}`,
        purpose: '',
        terms: DEFAULT_TERMS,
        termsInWords: [],
        members: LISTINGS.slice(index, index + 2).map(({ space }) => ({ space, name: null })),
        voters: [],
      })),
    },
  ],
};

/** What an applicant is answered. */
export const APPLIED = { name: 'Rim', purpose: '', terms: DEFAULT_TERMS, rosterVersion: 1 };

function statusOf(node: TestNode): Status {
  return {
    space: node.space,
    name: 'Harbour & Co <script>',
    incarnation: 0,
    now: NOW,
    testClockOffset: null,
    mode: 'ready',
    modeReason: null,
    logSize: 1,
    logRoot: 'root',
    lastHeartbeat: NOW,
    pendingVisits: 0,
    members: 1,
    programmes: [SUMMARY],
    peers: 1,
    unreadMessages: 2,
    publicUrl: null,
  };
}

/** A double for `node`, which knows the peer keys of `known`. `asked` gets a line for each call. */
export interface EngineDouble extends Engine {
  readonly asked: string[];
}

export interface DoubleOptions {
  readonly known?: readonly TestNode[];
  /** Thrown by `status()`. */
  readonly failure?: unknown;
  readonly gossipAnswer?: (body: Uint8Array) => Promise<Uint8Array>;
}

const PROFILE: ProfileEntry = {
  type: 'profile',
  signed: NOW,
  name: 'Harbour & Co <script>',
  open: true,
  venues: [{ id: 'main', name: 'Quay', address: '', timeZone: 'Asia/Shanghai', amenities: [] }],
  rate: null,
  offer: {},
  languages: ['en'],
  node: null,
};

export function engineDouble(node: TestNode, options: DoubleOptions = {}): EngineDouble {
  const asked: string[] = [];
  const keys = new Map((options.known ?? []).map((one) => [one.space, one.peerKey]));
  const answer =
    <T>(what: string, value: T) =>
    async (...parts: readonly unknown[]): Promise<T> => {
      const shown = parts.map((part) => (part instanceof Uint8Array ? part.length : part));
      asked.push([what, ...shown.map((part) => JSON.stringify(part))].join(' '));
      return value;
    };
  const peer: PeerView = {
    space: node.space,
    url: null,
    lastSuccess: NOW,
    firstFailure: null,
    failures: 0,
    lastError: null,
    skew: 0,
    name: 'Peer',
    address: null,
    retryAt: null,
  };
  return {
    asked,
    space: node.space,
    programmes: {
      list: answer('programmes.list', [PROGRAMME_VIEW]),
      show: answer('programmes.show', PROGRAMME_VIEW),
      create: answer('programmes.create', PROGRAMME_VIEW),
      invite: answer('programmes.invite', 'https://node.example/join#x.y'),
      join: answer('programmes.join', PROGRAMME_VIEW),
      endorse: answer('programmes.endorse', PROGRAMME_VIEW),
      amend: answer('programmes.amend', PROGRAMME_VIEW),
      sign: answer('programmes.sign', PROGRAMME_VIEW),
      choose: answer('programmes.choose', PROGRAMME_VIEW),
      leave: answer('programmes.leave', undefined),
      apply: answer('programmes.apply', encodeUtf8(JSON.stringify(APPLIED))),
    },
    home: homeDouble(node, answer),
    wallets: walletsDouble(node, answer),
    requests: requestsDouble(answer),
    messages: messagesDouble(node, answer),
    desk: deskDouble(node, answer),
    spoken: {
      leave: answer('spoken.leave', { code: 'ABCD2345', lapses: NOW + 120 }),
      collect(host, code) {
        asked.push(`spoken.collect ${host === node.space ? 'itself' : 'peer'} ${code}`);
        return 'CV1:SPOKEN';
      },
    },
    accounts: {
      statement: answer('accounts.statement', {
        us: node.space,
        them: node.space,
        themName: null,
        from: DATE,
        to: DATE,
        given: [],
        received: [],
        unproven: 0,
        unprovenFrom: DATE,
      }),
      exchange: answer('accounts.exchange', { partners: [], months: [] }),
      doubleVisits: answer('accounts.doubleVisits', []),
    },
    gossip: {
      async answer(caller, body) {
        asked.push(`gossip.answer ${caller === node.space ? 'itself' : 'peer'} ${body.length}`);
        return options.gossipAnswer ? options.gossipAnswer(body) : encodeUtf8('{}\n');
      },
      syncNow: answer('gossip.syncNow', []),
      peers: answer('gossip.peers', [peer]),
    },
    keys: {
      list: () => {
        asked.push('keys.list');
        return [];
      },
      revoke: answer('keys.revoke', []),
    },
    resumes: {
      give: answer('resumes.give', encodeUtf8('{}\n')),
      take: answer('resumes.take', encodeUtf8('{}\n')),
    },
    logs: {
      openings: answer('logs.openings', [node.inception]),
      checkpoint: () => 'covisa/x/0\n1\nroot\n\n— covisa/x/0 signature\n',
      tile: answer('logs.tile', new Uint8Array(32).fill(9)),
      entries: answer('logs.entries', [
        { space: node.space, incarnation: 0, index: 0, bytes: node.inception },
      ]),
      receipt: answer('logs.receipt', 'c2sp.org/tlog-proof@v1\n'),
      audit: answer('logs.audit', {
        ...{ space: node.space, name: null, heartbeat: null, incarnations: [], ok: true },
        published: { url: null, size: null, root: null, relation: 'not-public', error: null },
      }),
      verify: answer('logs.verify', { size: 1, root: 'root', ok: true, problem: null }),
    },
    start: async () => {},
    stop: async () => {},
    async status() {
      if (options.failure !== undefined) throw options.failure;
      return statusOf(node);
    },
    directory: answer('directory', LISTINGS),
    profile: () => PROFILE,
    changeProfile: answer('changeProfile', PROFILE),
    closeSpace: answer('closeSpace', undefined),
    peerKey: (space) => keys.get(space) ?? null,
    signAsPeer: node.sign,
  };
}
