/** A home for tests: it signs visas, checks what wallets send as a node does, and keeps a clock. */

import {
  assembleVisa,
  calendarDate,
  DEFAULT_TERMS,
  encodeBase64url,
  equalBytes,
  issuerOf,
  type Listing,
  type Purpose,
  parseBase64url,
  parseToken,
  programmeId,
  proofCheck,
  shape,
  spaceId,
  tweetnaclBackend,
  type VisaClaims,
  visaToSign,
  type WalletOverview,
} from '@covisa/protocol';
import { Refused, Unreachable } from '../../../dist/platform/network.js';
import type { WalletNetwork } from '../../../dist/wallet/home/home-client.js';

export const NOW = 1_800_000_000;
export const HOME = spaceId.parse(`${'H'.repeat(42)}A`);
export const HOST = spaceId.parse(`${'G'.repeat(42)}A`);
export const PROGRAMME = programmeId.parse(`${'P'.repeat(42)}A`);
export const CODE = 'DK4Y6WCRYF';
export const HOME_URL = 'https://yarra.example';
const HOST_URL = 'https://bund.example';
const ISSUING_SEED = new Uint8Array(32).fill(7);

/** The host's listing. */
export const HOST_LISTING: Listing = {
  space: HOST,
  status: 'listed',
  reason: null,
  programmes: [{ programme: PROGRAMME, member: true }],
  heartbeat: NOW,
  ageSeconds: 0,
  name: 'Bund Loft',
  venues: [
    {
      id: 'main',
      name: 'Bund Loft',
      address: '8 Bund Road, Shanghai',
      timeZone: 'Asia/Shanghai',
      amenities: [],
    },
  ],
  rate: { amount: 18_000, currency: 'CNY' },
  offer: {},
  languages: ['zh'],
  mailbox: null,
  site: null,
  houseRules: null,
  node: `${HOST_URL}/`,
};

const body = shape.open({ token: shape.text({ min: 1, max: 2000 }) });
const claim = shape.open({
  code: shape.text({ min: 1, max: 100 }),
  holderKey: shape.text({ min: 43, max: 43 }),
});

/** What a home does for one member. Its members are changed by tests. */
export class FakeHome implements WalletNetwork {
  now = NOW;
  isReachable = true;
  /** What is asked next is done, and the answer is lost on its way. */
  losesNext = false;
  /** A code with which everything is refused. */
  refuses: string | null = null;
  status: 'active' | 'paused' = 'active';
  number = new Uint8Array(16).fill(1);
  earlier: Uint8Array | null = null;
  holderKey: Uint8Array | null = null;
  code: string | null = CODE;
  #used: string | null = null;
  #hold: { readonly hear: () => void; readonly until: Promise<void> } | null = null;
  changes: Partial<WalletOverview> = {};
  /** The tokens that came, by where they came, with what came beside them. */
  readonly heard: {
    readonly origin: string;
    readonly path: string;
    readonly body: object;
  }[] = [];

  get(url: string): Promise<unknown> {
    this.#reach(url);
    return Promise.resolve({ covisa: 1, space: HOME, name: 'Yarra Works' });
  }

  post(url: string, sent: object): Promise<unknown> {
    this.#reach(url);
    const { origin, pathname } = new URL(url);
    const path = pathname.replace('/covisa/v1/', '');
    this.heard.push({ origin, path, body: sent });
    const held = this.#hold;
    this.#hold = null;
    return Promise.resolve()
      .then(() => this.#answer(path, sent))
      .then(async (answer) => {
        held?.hear();
        await held?.until;
        return this.#sent(url, answer);
      });
  }

  /** What is asked next is done at once, and answered when wanted. */
  holdNext(): { readonly isHeard: Promise<void>; readonly answer: () => void } {
    let [hear, answer] = [(): void => undefined, (): void => undefined];
    const isHeard = new Promise<void>((resolve) => {
      hear = resolve;
    });
    const until = new Promise<void>((resolve) => {
      answer = resolve;
    });
    this.#hold = { hear, until };
    return { isHeard, answer };
  }

  #reach(url: string): void {
    if (!this.isReachable) throw new Unreachable(`${url}: no answer`);
  }

  #sent(url: string, answer: unknown): unknown {
    const isLost = this.losesNext;
    this.losesNext = false;
    if (isLost) throw new Unreachable(`${url}: no answer`);
    return answer;
  }

  #answer(path: string, sent: object): unknown {
    if (this.refuses !== null) throw this.#refusal(409, this.refuses);
    switch (path) {
      case 'claim':
        return this.#claimed(sent);
      case 'overview':
        this.#check(sent, 'renew');
        return this.#overview();
      case 'renew':
        this.#check(sent, 'renew');
        return { visa: this.#visa() };
      case 'renumber':
        this.#check(sent, 'renumber');
        this.renumber();
        return { visa: this.#visa() };
      case 'move':
        this.#check(sent, 'rekey');
        return { claimCode: 'NEWCODE123', claimLink: null, lapses: this.now + 600 };
      case 'move/withdraw':
        this.#check(sent, 'rekey');
        return {};
      case 'erasure':
        this.#check(sent, 'erase');
        return {};
      case 'objection':
        this.#check(sent, 'complaint');
        return {};
      case 'spoken':
        this.#check(sent, 'visit');
        return { code: 'K7PQ2X9M', lapses: this.now + 120 };
      default:
        throw this.#refusal(404, 'NOT_FOUND');
    }
  }

  /** As when the owner gives the member a new number. */
  renumber(): void {
    this.earlier = this.number;
    this.number = new Uint8Array(16).fill(2);
  }

  #claimed(sent: object): unknown {
    const { code, holderKey } = claim.parse(sent);
    const key = parseBase64url(holderKey);
    // The key that has claimed may ask once more.
    const isAgain = code === this.#used && equalBytes(this.holderKey ?? new Uint8Array(0), key);
    if (code !== this.code && !isAgain) throw this.#refusal(404, 'NOT_FOUND');
    this.#used = code;
    this.code = null;
    this.holderKey = key;
    return { visa: this.#visa() };
  }

  #refusal(status: number, code: string): Refused {
    return new Refused(status, code, `${code}.`, { nodeSeconds: this.now });
  }

  #check(sent: object, purpose: Purpose): void {
    const token = parseToken(body.parse(sent).token);
    const { number } = token.visa.claims;
    const isKnown =
      equalBytes(number, this.number) ||
      (purpose === 'renew' && this.earlier !== null && equalBytes(number, this.earlier));
    if (!isKnown || token.kind !== 'presented') throw this.#refusal(404, 'NOT_FOUND');
    const { time, purpose: meant } = token.proof.claims;
    if (meant !== purpose) throw this.#refusal(422, 'PRESENTATION_OTHER_PURPOSE');
    if (this.now - time > 120 || time - this.now > 60) {
      throw this.#refusal(422, 'PRESENTATION_STALE');
    }
    const isHolder =
      this.holderKey !== null &&
      tweetnaclBackend.verify(proofCheck(token.proof, HOME, number, this.holderKey));
    if (!isHolder) throw this.#refusal(422, 'PRESENTATION_FORGED');
    if (this.status !== 'active') throw this.#refusal(409, 'MEMBER_INACTIVE');
  }

  #claims(): VisaClaims {
    return {
      issuer: issuerOf(HOME),
      number: this.number,
      issuedAt: this.now,
      expiresAt: this.now + 30 * 86_400,
      holderKey: this.holderKey,
      yearStart: calendarDate.parse('2027-01-01'),
      memberSince: calendarDate.parse('2026-03-01'),
      plan: 'full-time',
      displayName: 'Ada',
      former: [],
      ask: false,
    };
  }

  #visa(): string {
    const { payload, message } = visaToSign(this.#claims(), HOME);
    return encodeBase64url(assembleVisa(payload, tweetnaclBackend.sign(ISSUING_SEED, message)));
  }

  #overview(): WalletOverview {
    return {
      now: this.now,
      visa: this.#visa(),
      member: {
        plan: 'full-time',
        since: calendarDate.parse('2026-03-01'),
        paidUntil: null,
        displayName: 'Ada',
      },
      home: { space: HOME, name: 'Yarra Works', url: HOME_URL, venues: [], offer: {} },
      programmes: [
        { id: PROGRAMME, name: 'Rivers', roster: 0, terms: DEFAULT_TERMS, spaces: [HOME, HOST] },
      ],
      directory: [HOST_LISTING],
      visits: [],
      days: [],
      granted: [],
      usageKnownUpTo: this.now,
      olderSpaces: 0,
      homeAtHost: [],
      ...this.changes,
    };
  }
}
