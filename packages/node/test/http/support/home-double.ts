/** The home of the engine that only remembers what it was asked. */

import type { WalletOverview } from '@covisa/protocol';
import type { Member } from '@covisa/store';
import type {
  Home,
  ImportReport,
  MemberRequest,
  Requests,
  VisaVisit,
  Wallets,
} from '../../../dist/engine/services.js';
import { type Answer, DATE, PROGRAMME, VISA_NUMBER } from './desk-double.js';
import { NOW, type TestNode } from './test-node.js';

export const MEMBER: Member = {
  id: 'm1',
  status: 'active',
  plan: 'full',
  name: 'Mei Lin',
  displayName: 'Mei L.',
  contact: 'mei@example.org',
  since: DATE,
  paidUntil: null,
  visaNumber: VISA_NUMBER,
  visaYearStart: DATE,
  holderKey: new Uint8Array(32).fill(1),
  former: [new Uint8Array(8).fill(2)],
  isStatic: false,
  ask: false,
  claim: { digest: new Uint8Array(32).fill(3), lapses: NOW + 600 },
  issued: NOW,
};

const INVITATION = { member: MEMBER, claimCode: 'code-1234', claimLapses: NOW + 600 };

function visaVisit(node: TestNode): VisaVisit {
  return {
    host: node.space,
    hostName: 'Host',
    venue: 'main',
    date: DATE,
    kind: 'free',
    weight: 1,
    programme: PROGRAMME,
    incarnation: 0,
    index: 3,
    voided: false,
    doubledWith: [],
  };
}

function overviewOf(node: TestNode): WalletOverview {
  return {
    now: NOW,
    visa: 'BAUG',
    member: { plan: 'full', since: DATE, paidUntil: null, displayName: 'Mei L.' },
    home: { space: node.space, name: 'Home', url: null, venues: [], offer: {} },
    programmes: [],
    directory: [],
    visits: [visaVisit(node)],
    days: [],
    granted: [],
    usageKnownUpTo: NOW,
    olderSpaces: 0,
    homeAtHost: [],
  };
}

const REPORT: ImportReport = {
  rows: [
    { line: 2, action: 'add', name: 'Mei', problem: null },
    { line: 3, action: 'error', name: 'Ned', problem: 'plan: none' },
  ],
  counts: { add: 1, update: 0, unchanged: 0, skip: 0, error: 1 },
};

/** The owner's side. */
export function homeDouble(node: TestNode, answer: Answer): Home {
  return {
    add: answer('home.add', INVITATION),
    list: answer('home.list', [MEMBER]),
    show: answer('home.show', MEMBER),
    change: answer('home.change', MEMBER),
    import: answer('home.import', REPORT),
    setStatus: answer('home.setStatus', MEMBER),
    reissue: answer('home.reissue', INVITATION),
    send: answer('home.send', { sentTo: 'mei@example.org', lapses: NOW + 600 }),
    mail: () => ({ configured: false, from: null }),
    renumber: answer('home.renumber', MEMBER),
    erase: answer('home.erase', undefined),
    staticToken: answer('home.staticToken', 'CV1:STATIC'),
    visits: answer('home.visits', [visaVisit(node)]),
    grant: answer('home.grant', { granted: true, grant: Uint8Array.of(7, 8), k: 2 }),
  };
}

/** The phones' side. */
export function walletsDouble(node: TestNode, answer: Answer): Wallets {
  return {
    claim: answer('wallets.claim', Uint8Array.of(1, 2, 3)),
    renew: answer('wallets.renew', Uint8Array.of(4, 5, 6)),
    visits: answer('wallets.visits', [visaVisit(node)]),
    receipt: answer('wallets.receipt', 'c2sp.org/tlog-proof@v1\n'),
    overview: answer('wallets.overview', overviewOf(node)),
    renumber: answer('wallets.renumber', Uint8Array.of(1, 2, 3)),
    move: answer('wallets.move', INVITATION),
    withdrawMove: answer('wallets.withdrawMove', undefined),
    object: answer('wallets.object', undefined),
    wishErasure: answer('wallets.wishErasure', undefined),
  };
}

const REQUEST: MemberRequest = {
  id: 'q1',
  kind: 'erasure',
  member: 'm1',
  memberName: 'Mei Lin',
  recorded: NOW,
  done: null,
  host: null,
  hostName: null,
  date: null,
  note: null,
};

/** What members asked. */
export function requestsDouble(answer: Answer): Requests {
  return {
    list: answer('requests.list', [REQUEST]),
    done: answer('requests.done', { ...REQUEST, done: NOW }),
  };
}
