/** Presentations that wait at their home under a code that the member reads out. In memory only. */

import {
  encodeBase64url,
  equalBytes,
  PRESENTATION_LATE_SECONDS,
  ProtocolError,
  parseToken,
  type Seconds,
  type SpaceId,
  shortSpaceId,
  verifyPresentation,
} from '@covisa/protocol';
import { NodeError } from '../../errors.js';
import { makeCode, plainCode } from '../codes.js';
import type { Context } from '../context.js';
import type { SpokenCode, SpokenCodes } from '../services.js';
import type { View } from '../view.js';
import { issuingKeyOf, revokedBefore } from './home-keys.js';

/** 40 bits. */
const LENGTH = 8;
/** Presentations that wait at once: bounds memory. */
const WAITING_MAX = 1000;
/** Wrong codes of one host within an hour, after which it is not answered: 40 bits stay hidden. */
const WRONG_MAX = 30;
const WRONG_SECONDS: Seconds = 3600;

interface Waiting {
  readonly token: string;
  /** The visa number, as text. */
  readonly visa: string;
  /** The short id of the host that it is for; null: any. */
  readonly host: Uint8Array | null;
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
    // SPOKEN-7: a code is given for a visit, to the phone of an active member whose presentation
    // holds.
    if (member?.status !== 'active') {
      throw new NodeError('MEMBER_INACTIVE', 'member: expected an active member of this space');
    }
    if (token.kind === 'static') {
      throw new ProtocolError('VISA_STATIC', 'visa: expected a phone, got a printed card');
    }
    const { host: bound, time } = token.proof.claims;
    await verifyPresentation(ports.signatures, token, {
      home: identity.space,
      issuingKey: issuingKeyOf(this.#view, identity.space, issuedAt),
      // Whichever host it is for: that host looks at it once more.
      host: (bound && this.#spaceOf(bound)) ?? identity.space,
      purpose: 'visit',
      instant: now(),
      revokedBefore: revokedBefore(this.#view, identity.space, number),
    });
    // SPOKEN-1: a code is good for as long as the presentation behind it, and no longer.
    const lapses = Math.min(now(), time) + PRESENTATION_LATE_SECONDS;
    return this.#keep({ token: text.trim(), visa: encodeBase64url(number), host: bound, lapses });
  }

  #spaceOf(short: Uint8Array): SpaceId | null {
    for (const space of this.#view.spaces.keys()) {
      if (equalBytes(shortSpaceId(space), short)) return space;
    }
    return null;
  }

  /** SPOKEN-2: of a visa the newest code alone is good: who asks again drives out no other's. */
  #keep(fresh: Waiting): SpokenCode {
    const now = this.#context.now();
    for (const [code, waiting] of this.#waiting) {
      const isOver = waiting.lapses <= now || waiting.visa === fresh.visa;
      if (isOver || this.#waiting.size >= WAITING_MAX) this.#waiting.delete(code);
    }
    const code = makeCode(this.#context.ports.random, LENGTH);
    this.#waiting.set(code, fresh);
    return { code, lapses: fresh.lapses };
  }

  collect(host: SpaceId, spoken: string): string {
    this.#checkPatience(host);
    const code = plainCode(spoken);
    const waiting = this.#waiting.get(code);
    if (waiting && isFor(host, waiting) && waiting.lapses > this.#context.now()) {
      // SPOKEN-3: a code serves once.
      this.#waiting.delete(code);
      return waiting.token;
    }
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
    // SPOKEN-6: after 30 wrong codes a host is not answered until an hour after the first of them.
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

/** SPOKEN-4: a presentation for one host is taken away by no other. */
function isFor(host: SpaceId, waiting: Waiting): boolean {
  return waiting.host === null || equalBytes(waiting.host, shortSpaceId(host));
}
