/** The console's sections: what they make of the node's answers. */

import { parseCalendarDate, spaceId } from '@covisa/protocol';
import { expect } from 'chai';
import type { MemberView } from '../../dist/api/owner-views.js';
import { importCounts } from '../../dist/console/members/import-counts.js';
import {
  cardEnd,
  isDisplayName,
  isNotFetched,
  MEMBER_STATES,
  mailtoLink,
  matches,
  memberState,
  proposedDisplayName,
} from '../../dist/console/members/list.js';
import { newMember, newMemberDraft, wrongMember } from '../../dist/console/members/member-draft.js';
import { heardSeconds, isSkewed, peerState } from '../../dist/console/network/peer-state.js';
import { waitingFor } from '../../dist/console/overview/waiting.js';
import { isSameName } from '../../dist/console/parts/same-name.js';
import { dateThere, lastDays } from '../../dist/console/parts/today.js';
import { sectionOf } from '../../dist/console/sections.js';
import { isPin } from '../../dist/console/settings/pin.js';
import { cameBackAndPaid, everyMonth, totals } from '../../dist/console/visits/exchange.js';
import { daysOfKind } from '../../dist/console/visits/statement-days.js';
import { programme } from './support/programme.js';

const SPACE = spaceId.parse('A'.repeat(43));
const OTHER = spaceId.parse(`${'A'.repeat(42)}E`);
const TODAY = '2026-11-25';
const NOW = 1_795_000_000;

const member = (change: object = {}): MemberView => ({
  id: 'm1',
  status: 'active',
  plan: 'full',
  name: 'Zoë Müller',
  displayName: 'Zoë',
  contact: 'zoe@example.org',
  since: parseCalendarDate('2026-01-01'),
  paidUntil: null,
  visaYearStart: parseCalendarDate('2026-01-01'),
  holderKey: 'key',
  isStatic: false,
  ask: false,
  claim: null,
  ...change,
});

const venueIn = (timeZone: string) => ({
  venues: [{ id: 'main', name: 'Main', address: '1 Main Street', timeZone, amenities: [] }],
});

describe('Dates in the console', () => {
  it('are those of the first venue, wherever the browser stands', () => {
    const evening = Date.UTC(2026, 10, 25, 14) / 1000;
    expect(dateThere(venueIn('Australia/Melbourne'), evening)).to.equal('2026-11-26');
    expect(dateThere(venueIn('America/Los_Angeles'), evening)).to.equal('2026-11-25');
    expect(dateThere({ venues: [] }, evening)).to.equal('2026-11-25');
    expect(lastDays(30, venueIn('Australia/Melbourne'), evening)).to.deep.equal({
      from: '2026-10-27',
      to: '2026-11-26',
    });
  });
});

describe('Members in the console', () => {
  it('stand as what matters most to the owner', () => {
    const stateOf = (change: object) => memberState(member(change), TODAY, NOW);
    expect(stateOf({})).to.equal('active');
    expect(stateOf({ paidUntil: TODAY })).to.equal('active');
    expect(stateOf({ paidUntil: '2026-11-24' })).to.equal('ended');
    expect(stateOf({ holderKey: null, claim: { lapses: NOW + 1 } })).to.equal('unclaimed');
    expect(stateOf({ holderKey: null, claim: { lapses: NOW } })).to.equal('claim-lapsed');
    expect(stateOf({ holderKey: null, claim: null })).to.equal('no-link');
    expect(stateOf({ holderKey: null, isStatic: true })).to.equal('active');
    expect(stateOf({ status: 'revoked', paidUntil: '2020-01-01' })).to.equal('revoked');
  });

  it('have not fetched the visa until a phone or a card has it', () => {
    const states = MEMBER_STATES.filter(isNotFetched);
    expect(states).to.deep.equal(['no-link', 'unclaimed', 'claim-lapsed']);
  });

  it('hold a printed card up to the end of the visa year, or of what is paid up', () => {
    expect(cardEnd(member())).to.equal('2026-12-31');
    expect(cardEnd(member({ paidUntil: '2026-06-30' }))).to.equal('2026-06-30');
    expect(cardEnd(member({ paidUntil: '2030-06-30' }))).to.equal('2026-12-31');
  });

  it('are found by all words of a search, without accents and case', () => {
    expect(matches(member(), 'muller ZOE')).to.equal(true);
    expect(matches(member(), 'zoe part-time')).to.equal(false);
    expect(matches(member(), '')).to.equal(true);
  });

  it('show their first name at desks, as far as 24 bytes go', () => {
    expect(proposedDisplayName(' Ada Lovelace ')).to.equal('Ada');
    expect(proposedDisplayName('外滩外滩外滩外滩外滩')).to.equal('外滩外滩外滩外滩');
    expect(isDisplayName('외'.repeat(8))).to.equal(true);
    expect(isDisplayName('외'.repeat(9))).to.equal(false);
  });

  it('need a name and a plan', () => {
    expect(wrongMember(newMemberDraft(''))).to.deep.equal(['name', 'plan']);
    const draft = { ...newMemberDraft('full'), name: 'Ada Lovelace', contact: ' ' };
    expect(wrongMember(draft)).to.deep.equal([]);
    expect(newMember(draft)).to.deep.equal({
      name: 'Ada Lovelace',
      displayName: 'Ada',
      contact: null,
      plan: 'full',
      paidUntil: null,
      since: null,
      isStatic: false,
    });
  });

  it('are written to by the owner’s own mail program, whatever their address holds', () => {
    expect(mailtoLink('a&b@example.org', 'Visa', 'x=1\n#')).to.equal(
      'mailto:a%26b%40example.org?subject=Visa&body=x%3D1%0A%23',
    );
  });

  it('are counted by what an import does to them', () => {
    const row = { line: 1, name: null, problem: null };
    const rows = (['add', 'error', 'add'] as const).map((action) => ({ ...row, action }));
    expect(importCounts(rows)).to.deep.equal({
      add: 2,
      update: 0,
      unchanged: 0,
      skip: 0,
      error: 1,
    });
  });
});

describe('Visits in the console', () => {
  const counts = (free: number, paid: number) => ({ free, paid, courtesy: 0 });
  const partner = (name: string, given: ReturnType<typeof counts>) => ({
    space: SPACE,
    name,
    given,
    received: counts(0.5, 0),
    firstDate: member().since,
    lastDate: member().since,
  });
  const exchange = {
    partners: [partner('A', counts(2, 0)), partner('B', counts(3, 1)), partner('C', counts(1, 4))],
    months: [{ month: '2026-11', given: counts(6, 5), received: counts(1.5, 0) }],
  };

  it('add up over all spaces, halves too', () => {
    expect(totals(exchange)).to.deep.equal({
      given: { free: 6, paid: 5, courtesy: 0 },
      received: { free: 1.5, paid: 0, courtesy: 0 },
    });
  });

  it('name the spaces whose members came back and paid, those that paid most first', () => {
    expect(cameBackAndPaid(exchange).map(({ name }) => name)).to.deep.equal(['C', 'B']);
  });

  it('have every month of a period, over the year’s end', () => {
    const months = everyMonth(exchange.months, '2026-11', '2027-02');
    expect(months.map(({ month }) => month)).to.deep.equal([
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
    ]);
    expect(months[0]?.given.free).to.equal(6);
    expect(months[1]?.given.free).to.equal(0);
  });

  it('count a half day one half in a statement', () => {
    const totalsOf = [
      { kind: 'free', weight: 1, count: 2 },
      { kind: 'free', weight: 0.5, count: 3 },
      { kind: 'paid', weight: 1, count: 9 },
    ] as const;
    expect(daysOfKind(totalsOf, 'free')).to.equal(3.5);
  });
});

describe('The overview', () => {
  const status = {
    space: SPACE,
    incarnation: 0,
    name: 'S',
    now: NOW,
    mode: 'ready',
    modeReason: null,
    logSize: 1,
    lastHeartbeat: NOW,
    pendingVisits: 0,
    members: 1,
    ...{ peers: 0, unreadMessages: 0 },
    publicUrl: 'https://s.example',
  } as const;
  const calm = {
    status,
    programmes: [programme()],
    requests: [],
    peers: [],
    members: [member()],
  };
  const peer = {
    space: OTHER,
    name: null,
    address: null,
    lastSuccess: null,
    failures: 3,
    lastError: 'x',
    skew: null,
    retryAt: null,
  };

  it('has nothing to say where nothing waits', () => {
    expect(waitingFor(calm)).to.deep.equal([]);
  });

  it('begins with what stops the node, and leads a new owner on', () => {
    const fresh = {
      ...calm,
      status: { ...status, mode: 'recovering', modeReason: 'asks its peers', publicUrl: null },
      programmes: [],
      members: [],
    } as const;
    expect(waitingFor(fresh).map(({ kind }) => kind)).to.deep.equal([
      'mode',
      'no-programme',
      'no-member',
      'no-address',
    ]);
  });

  it('minds nodes that have failed for over an hour, and no request that is done', () => {
    const peers = [
      { ...peer, firstFailure: NOW - 3601 },
      { ...peer, firstFailure: NOW - 3600 },
    ];
    const request = {
      id: 'r',
      kind: 'erasure',
      member: 'm1',
      memberName: 'Ada',
      recorded: NOW,
      host: null,
      hostName: null,
      date: null,
      note: null,
      done: NOW,
    } as const;
    expect(waitingFor({ ...calm, peers, requests: [request] })).to.deep.equal([
      { kind: 'peers', count: 1 },
    ]);
  });

  it('were last heard of by a heartbeat or a call that they answered, whichever is later', () => {
    const peers = [{ space: OTHER, lastSuccess: NOW - 20 }];
    expect(heardSeconds({ space: OTHER, ageSeconds: 780 }, peers, NOW)).to.equal(20);
    expect(heardSeconds({ space: OTHER, ageSeconds: 5 }, peers, NOW)).to.equal(5);
    expect(heardSeconds({ space: SPACE, ageSeconds: 780 }, peers, NOW)).to.equal(780);
    expect(heardSeconds({ space: OTHER, ageSeconds: null }, peers, NOW)).to.equal(null);
  });

  it('calls a peer failing from its first failure on, and minds clocks half a minute off', () => {
    expect(peerState({ lastSuccess: NOW, firstFailure: NOW })).to.equal('failing');
    expect(peerState({ lastSuccess: NOW, firstFailure: null })).to.equal('fine');
    expect(peerState({ lastSuccess: null, firstFailure: null })).to.equal('new');
    expect(isSkewed(-31)).to.equal(true);
    expect(isSkewed(30)).to.equal(false);
  });
});

describe('The console’s routes and links', () => {
  it('name a section and what follows it; what is unknown is the overview', () => {
    expect(sectionOf('members/m1/card')).to.deep.equal({
      section: 'members',
      path: ['m1', 'card'],
    });
    expect(sectionOf('')).to.deep.equal({ section: 'overview', path: [] });
    expect(sectionOf('nonsense/x').section).to.equal('overview');
  });

  it('take a name as it is shown, whatever cannot be seen in it', () => {
    expect(isSameName(' ada  lovelace', 'Ada Lovelace')).to.equal(true);
    expect(isSameName('evil', '\u202eEvil\u200b')).to.equal(true);
    expect(isSameName('', 'Ada')).to.equal(false);
    expect(isSameName('Ada', 'Ada Lovelace')).to.equal(false);
  });

  it('take PINs of 4 to 10 digits', () => {
    expect(['1234', '1234567890'].every(isPin)).to.equal(true);
    expect(['123', '12345678901', '12a4', ''].some(isPin)).to.equal(false);
  });
});
