/** A member's wallet: a holder key, a visa of one home, and presentations of it. */

import {
  assembleProof,
  assembleVisa,
  type CalendarDate,
  calendarDate,
  encodeToken,
  followKeys,
  issuerOf,
  livingKeyAt,
  type ProofClaims,
  type Purpose,
  parseEntry,
  parseVisa,
  presentationToSign,
  type SpaceId,
  shortSpaceId,
  type Visa,
  visaToSign,
} from '@covisa/protocol';
import { ed25519 } from '../platform/ed25519.js';
import type { HeldLog } from './peer.js';
import type { Subject } from './subject.js';
import type { TestSpace } from './test-space.js';

/** What a presentation says, where it is not of now, open, and by the holder's own key. */
export interface Said {
  readonly host?: SpaceId;
  /** Seconds after the node's time. */
  readonly late?: number;
  /** Another key (a seed of 32 bytes) signs. */
  readonly seed?: Uint8Array;
}

/** A wallet with one visa. */
export class Wallet {
  readonly home: SpaceId;
  readonly holderSeed: Uint8Array;
  readonly #subject: Subject;
  #visa: Uint8Array;

  constructor(subject: Subject, home: SpaceId, holderSeed: Uint8Array, visa: Uint8Array) {
    this.#subject = subject;
    this.home = home;
    this.holderSeed = holderSeed;
    this.#visa = visa;
  }

  /** The visa, as it was read. */
  get visa(): Visa {
    return parseVisa(this.#visa);
  }

  get number(): Uint8Array {
    return this.visa.claims.number;
  }

  /** Takes a fresh visa in the place of the one before. */
  replace(visa: Uint8Array): void {
    this.#visa = visa;
  }

  /** The wallet of another phone (a seed of 32 bytes), until it has a visa of its own. */
  withHolder(holderSeed: Uint8Array): Wallet {
    return new Wallet(this.#subject, this.home, holderSeed, this.#visa);
  }

  /** The same claims, signed as a visa of this home by another key (a seed of 32 bytes). */
  withSignature(seed: Uint8Array): Wallet {
    const { message, payload } = visaToSign(this.visa.claims, this.home);
    const visa = assembleVisa(payload, ed25519.sign(seed, message));
    return new Wallet(this.#subject, this.home, this.holderSeed, visa);
  }

  /** A token of now. */
  present(purpose: Purpose, { host, late = 0, seed = this.holderSeed }: Said = {}): string {
    const claims: ProofClaims = {
      purpose,
      time: this.#subject.now() + late,
      host: host === undefined ? null : shortSpaceId(host),
      nonce: this.#subject.options.random(8),
    };
    const { payload, message } = presentationToSign(claims, this.home, this.number);
    return encodeToken(this.#visa, assembleProof(payload, ed25519.sign(seed, message)));
  }
}

/** The home's issuing key (32 bytes) for an issue time, from its log. @throws ProtocolError */
export function issuingKeyOf({ lines, log }: HeldLog, issuedAt: number): Uint8Array {
  const entries = lines.map(parseEntry);
  const known = entries.reduce<ReturnType<typeof followKeys>>(
    (keys, entry) =>
      entry.type === 'keys' || entry.type === 'key-revocation'
        ? followKeys(keys, log.incarnation, entry)
        : keys,
    [],
  );
  return livingKeyAt(known, issuedAt);
}

/** A wallet of a member of a test space, which issues the visa itself. */
export function ownWallet(subject: Subject, home: TestSpace, seed = home.keys.issuing): Wallet {
  const holderSeed = subject.options.random(32);
  const now = subject.now();
  const claims = {
    issuer: issuerOf(home.id),
    number: subject.options.random(16),
    issuedAt: now,
    expiresAt: now + 30 * 86_400,
    holderKey: ed25519.publicKey(holderSeed),
    yearStart: dateOf(now),
    memberSince: dateOf(now),
    plan: 'full-time',
    displayName: null,
    former: [],
    ask: false,
  };
  const { payload, message } = visaToSign(claims, home.id);
  const visa = assembleVisa(payload, ed25519.sign(seed, message));
  return new Wallet(subject, home.id, holderSeed, visa);
}

/** The UTC date of an instant. */
export function dateOf(seconds: number): CalendarDate {
  return calendarDate.parse(new Date(seconds * 1000).toISOString().slice(0, 10));
}
