/** Overviews for tests: what a home would tell a wallet, given what a verdict follows from. */

import {
  calendarDate,
  type JudgeInput,
  type Listing,
  programmeId,
  type VisaClaims,
  type WalletOverview,
} from '@covisa/protocol';
import { makeClaims } from '../support/visas.js';
import { HOME, HOST, NOW, OTHER, THIRD } from '../terms/support.js';

const PROGRAMME = programmeId.parse(`${'P'.repeat(42)}A`);
export const OTHER_PROGRAMME = programmeId.parse(`${'Q'.repeat(42)}A`);

type Overview = WalletOverview;
type Days = Overview['days'];

/** The listing of the host of an input. */
function listingOf(input: JudgeInput): Listing {
  const { host } = input;
  return {
    space: host.space,
    status: host.open ? 'listed' : 'unlisted',
    reason: host.open ? null : 'not-open',
    programmes: [{ programme: PROGRAMME, member: true }],
    heartbeat: NOW,
    ageSeconds: 0,
    name: 'Host',
    venues: [{ ...host.venue, id: 'main', name: 'Host', address: '', amenities: [] }],
    rate: host.rate,
    offer: host.offer,
    languages: ['en'],
    mailbox: null,
    site: null,
    houseRules: null,
    node: null,
  };
}

/** Days as an overview lists them, all of the same programme. */
export function daysOf(usage: JudgeInput['usage'], programme = PROGRAMME): Days {
  return usage.map(({ host, date, kind, weight, shared = false }) => {
    return { host, date, kind, weight, programme, shared };
  });
}

/** The claims of the visa of an input. */
export function claimsOf({ visa }: JudgeInput): VisaClaims {
  const { plan, memberSince, visaYearStart: yearStart, ask, expiresAt } = visa;
  return makeClaims({ plan, memberSince, yearStart, ask, expiresAt });
}

/** What the home of an input would tell the member's wallet. */
export function overviewOf(input: JudgeInput, changes: Partial<Overview> = {}): Overview {
  const { visa, home, terms, roster } = input;
  return {
    now: input.instant,
    visa: 'BAUG',
    member: { plan: visa.plan, since: visa.memberSince, paidUntil: null, displayName: null },
    home: {
      space: home.space,
      name: 'Home',
      url: null,
      venues: home.venues.map((place, index) => ({
        ...place,
        ...{ id: `v${index}`, name: 'Home', address: '', timeZone: 'Etc/UTC', amenities: [] },
      })),
      offer: home.offer ?? {},
    },
    programmes: [{ id: PROGRAMME, name: 'Rim', roster, terms, spaces: [HOME, HOST, OTHER, THIRD] }],
    directory: [listingOf(input)],
    visits: [],
    days: daysOf(input.usage),
    granted: [],
    usageKnownUpTo: input.instant,
    olderSpaces: 0,
    homeAtHost: [{ host: input.host.space, days: input.homeAtHost ?? [] }],
    ...changes,
  };
}

/** A date of a test is what it says. */
export const day = (text: string) => calendarDate.parse(text);
