/** Presentations that wait at their home under a code that the member reads out. In memory only. */

import {
  encodeBase64url,
  PRESENTATION_LATE_SECONDS,
  parseToken,
  type Seconds,
  type SpaceId,
  shortSpaceId,
  verifyPresentation,
} from '@covisa/protocol';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import type { SpokenCode, SpokenCodes } from '../services.js';
import type { View } from '../view.js';
import { issuingKeyOf, revokedBefore } from './home-keys.js';

/** Digits and letters without I, L, O and U, which people mishear and misread: 40 bits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;
/** Presentations that wait at once: bounds memory. */
const WAITING_MAX = 1000;
/**
 * Wrong codes of one host within an hour, after which it is not answered: 2^40 stay out of reach.
 */
const WRONG_MAX = 30;
const WRONG_SECONDS: Seconds = 3600;

interface Waiting {
  readonly token: string;
  /** The visa's number, in base64url. */
  readonly visa: string;
  readonly lapses: Seconds;
}

interface Wrong {
  readonly since: Seconds;
  readonly count: number;
}

/** The home's side of spoken codes. */
export class SpokenCodesService implements SpokenCodes {
  readonly #context: Context;
  readonly #view: View;
  readonly #waiting = new Map<string, Waiting>();
  /** By host. */
  readonly #wrong = new Map<SpaceId, Wrong>();

  constructor(context: Context, view: View) {
    this.#context = context;
    this.#view = view;
  }

  async leave(text: string): Promise<SpokenCode> {
    const token = parseToken(text.trim());
    const { identity, now, ports } = this.#context;
    const { number, issuedAt } = token.visa.claims;
    const member = await ports.store.memberByVisaNumber(number);
    if (member?.status !== 'active') {
      throw new NodeError('MEMBER_INACTIVE', 'member: expected an active member of this space');
    }
    const bound = token.proof?.claims.host ?? null;
    await verifyPresentation(ports.signatures, token, {
      home: identity.space,
      issuingKey: issuingKeyOf(this.#view, identity.space, issuedAt),
      // Whichever host it is for: that host looks at it once more.
      host: (bound && this.#spaceOf(bound)) ?? identity.space,
      purpose: 'visit',
      instant: now(),
      revokedBefore: revokedBefore(this.#view, identity.space, number),
    });
    return this.#keep(text.trim(), number);
  }

  #spaceOf(short: Uint8Array): SpaceId | null {
    for (const space of this.#view.spaces.keys()) {
      if (shortSpaceId(space).every((byte, index) => byte === short[index])) return space;
    }
    return null;
  }

  /** One code a visa: whoever asks again and again drives out no other member's. */
  #keep(token: string, visaNumber: Uint8Array): SpokenCode {
    const now = this.#context.now();
    const visa = encodeBase64url(visaNumber);
    for (const [code, waiting] of this.#waiting) {
      const isOver = waiting.lapses <= now || waiting.visa === visa;
      if (isOver || this.#waiting.size >= WAITING_MAX) this.#waiting.delete(code);
    }
    const random = this.#context.ports.random.bytes(LENGTH);
    const code = [...random].map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
    const lapses = now + PRESENTATION_LATE_SECONDS;
    this.#waiting.set(code, { token, visa, lapses });
    return { code, lapses };
  }

  collect(host: SpaceId, spoken: string): string {
    this.#checkPatience(host);
    const code = spokenCode(spoken);
    const waiting = this.#waiting.get(code);
    this.#waiting.delete(code);
    if (waiting && waiting.lapses > this.#context.now()) return waiting.token;
    this.#noteWrong(host);
    throw new NodeError('NOT_FOUND', 'code: expected one of the last two minutes, got another', {
      remedy: 'Ask the member for a fresh code.',
    });
  }

  /** Only participants of a shared programme are answered at all, so this map stays small. */
  #checkPatience(host: SpaceId): void {
    const wrong = this.#wrong.get(host);
    const isOld = wrong === undefined || this.#context.now() - wrong.since > WRONG_SECONDS;
    if (isOld) this.#wrong.delete(host);
    else if (wrong.count >= WRONG_MAX) {
      throw new NodeError('RATE_LIMITED', 'codes: too many wrong ones from this host', {
        remedy: 'Wait an hour, or scan the code.',
      });
    }
  }

  #noteWrong(host: SpaceId): void {
    const wrong = this.#wrong.get(host) ?? { since: this.#context.now(), count: 0 };
    this.#wrong.set(host, { ...wrong, count: wrong.count + 1 });
  }
}

/** A code as it was made, whatever its case and however O, I and L were heard. */
function spokenCode(text: string): string {
  const digits = text.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return digits.replaceAll(/[^0-9A-Z]/g, '');
}
