/** Visiting members: visas of their homes, visits of before, and presentations. */

import {
  addDays,
  assembleProof,
  assembleVisa,
  dateOfDay,
  dayOf,
  encodeToken,
  issuerOf,
  type ProgrammeId,
  presentationToSign,
  type Seconds,
  type SpaceId,
  sealStamp,
  shortSpaceId,
  stampMarker,
  utcDate,
  visaToSign,
} from '@covisa/protocol';
import type { NewEntry } from '@covisa/store';
import { systemRandom } from '../../../node/dist/adapters/random-system.js';
import { type MadeSpace, signatures } from './spaces.js';
import { stampEntry } from './stamps.js';

const DAY = 86_400;
/** A visa was issued so many seconds ago. */
const VISA_AGE = DAY;

/** A member with a visa on a phone. */
export class VisitingMember {
  readonly home: SpaceId;
  /** What the home signed the visa by: 32 bytes. */
  readonly issuingKey: Uint8Array;
  readonly #number = systemRandom.bytes(16);
  readonly #seed = systemRandom.bytes(32);
  readonly #visa: Uint8Array;

  /** A member whose visa year has lasted 100 days. */
  constructor(home: MadeSpace, now: Seconds) {
    this.home = home.id;
    this.issuingKey = home.issuingKey;
    const today = utcDate(now);
    const claims = {
      issuer: issuerOf(home.id),
      number: this.#number,
      issuedAt: now - VISA_AGE,
      expiresAt: now - VISA_AGE + 30 * DAY,
      holderKey: this.holderKey,
      yearStart: addDays(today, -100),
      memberSince: addDays(today, -400),
      plan: 'full',
      displayName: 'Mia Chen',
      former: [],
      ask: false,
    };
    const { payload, message } = visaToSign(claims, home.id);
    this.#visa = assembleVisa(payload, home.signVisa(message));
  }

  get holderKey(): Uint8Array {
    return signatures.publicKey(this.#seed);
  }

  /** By the key that signs this member's presentations. */
  sign(message: Uint8Array): Uint8Array {
    return signatures.sign(this.#seed, message);
  }

  #proof(host: SpaceId | null, time: Seconds): Uint8Array {
    const nonce = systemRandom.bytes(8);
    const place = host === null ? null : shortSpaceId(host);
    const claims = { purpose: 'visit', time, host: place, nonce } as const;
    const { payload, message } = presentationToSign(claims, this.home, this.#number);
    return assembleProof(payload, this.sign(message));
  }

  /** A fresh presentation for a host; null: an open one. */
  present(host: SpaceId | null, time: Seconds): string {
    return encodeToken(this.#visa, this.#proof(host, time));
  }

  /** The stamp of this visa's `k`-th visit, which was at that time. */
  stamp(host: SpaceId, programme: ProgrammeId, k: number, time: Seconds): NewEntry {
    const contents = { holderKey: this.holderKey, proof: this.#proof(host, time), grant: null };
    const place = { visaNumber: this.#number, k, host };
    return stampEntry({
      type: 'stamp',
      marker: stampMarker(this.#number, k),
      home: this.home,
      venue: 'main',
      date: dateOfDay(dayOf(time)),
      kind: 'free',
      weight: 1,
      programme,
      roster: 0,
      seal: sealStamp(contents, place, systemRandom.bytes(24)),
    });
  }
}
