/** Open checks: presentations that held at this desk, until they are stamped or forgotten. */

import {
  addDays,
  encodeBase64url,
  equalBytes,
  type Grant,
  type JudgeInput,
  localDate,
  PRESENTATION_EARLY_SECONDS,
  ProtocolError,
  parseToken,
  type Seconds,
  type SpaceId,
  type Token,
  type Venue,
  verifyPresentation,
} from '@covisa/protocol';
import { NodeError } from '../../../errors.js';
import type { Context } from '../../context.js';
import { issuingKeyOf, revokedBefore } from '../../home/home-keys.js';
import type { ProgrammeRules } from '../../programme/rules.js';
import type { CheckRequest } from '../../services.js';
import type { View } from '../../view.js';
import type { Judging } from './judging.js';
import { type SeenStamps, SeenVisas } from './seen-stamps.js';

/** A check can be stamped this long. */
const CHECK_SECONDS = 15 * 60;
/** A scan that was kept while the node was out of reach is judged this long after. */
const KEPT_SCAN_SECONDS = 12 * 3600;
/** Days back that a forgotten visit may be dated; the terms say how many of them are good. */
const LATE_DAYS_MAX = 30;
/** Open checks of one desk: bounds memory. */
const CHECKS_MAX = 500;

/** A presentation that held, until it is stamped or forgotten. */
export interface OpenCheck {
  readonly id: string;
  readonly made: number;
  readonly token: Token;
  readonly tokenText: string;
  readonly home: SpaceId;
  readonly venue: Venue;
  readonly request: CheckRequest;
  /** What was read of its visa's stamps. */
  readonly seen: SeenStamps;
  grant: Grant | null;
  homeAnswer: JudgeInput['homeAnswer'];
  /** Its member was not taken: it can be stamped no more. */
  isRefused: boolean;
}

interface Parts {
  readonly view: View;
  readonly judging: Judging;
  readonly rules: ProgrammeRules;
}

/** The checks of the last minutes. */
export class Checks {
  readonly #context: Context;
  readonly #parts: Parts;
  readonly #checks = new Map<string, OpenCheck>();
  readonly #seen = new SeenVisas();

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  /**
   * Reads and verifies a token as this host.
   * @throws ProtocolError as `parseToken` and `verifyPresentation`; NodeError
   */
  async begin(request: CheckRequest): Promise<OpenCheck> {
    // TOKEN-4: white space around a token is no part of it: a desk cuts it off, and whoever passes
    // a token on sends none.
    const tokenText = request.token.trim();
    const token = parseToken(tokenText);
    const home = this.#homeOf(token);
    const { identity, now, ports } = this.#context;
    const { claims } = token.visa;
    const venue = this.#parts.judging.venue(identity.space, request.venue);
    checkTimes(request, now(), venue.timeZone);
    const instant = request.scannedAt ?? now();
    await verifyPresentation(ports.signatures, token, {
      home,
      issuingKey: issuingKeyOf(this.#parts.view, home, claims.issuedAt),
      host: identity.space,
      purpose: 'visit',
      instant,
      revokedBefore: revokedBefore(this.#parts.view, home, claims.number),
    });
    const check: OpenCheck = {
      id: encodeBase64url(ports.random.bytes(12)),
      made: now(),
      token,
      tokenText,
      home,
      venue,
      request,
      seen: this.#seen.of(claims, now()),
      grant: null,
      homeAnswer: 'not-asked',
      isRefused: false,
    };
    this.#remember(check);
    return check;
  }

  /**
   * The home, if its members are served here.
   * @throws ProtocolError SPACE_UNKNOWN, SPACE_LEFT, SPACE_CLOSED
   */
  #homeOf(token: Token): SpaceId {
    const home = this.#parts.view.byIssuer(token.visa.claims.issuer);
    if (home === this.#context.identity.space) {
      throw new NodeError(
        'OWN_MEMBER',
        'visa: expected one of another space, got one of this space',
        {
          remedy: 'Members of this space need no visit here.',
        },
      );
    }
    const standing = home === null ? 'unknown' : this.#parts.rules.standing(home);
    if (home !== null && standing === 'takes-part') return home;
    if (standing === 'left') {
      throw new ProtocolError(
        'SPACE_LEFT',
        'home: expected a space of a shared programme, got one that left it',
      );
    }
    if (standing === 'closed') {
      throw new ProtocolError(
        'SPACE_CLOSED',
        'home: expected a space that is open, got one that has closed',
      );
    }
    throw new ProtocolError(
      'SPACE_UNKNOWN',
      'home: expected a space of a shared programme, got an unknown one',
    );
  }

  #remember(check: OpenCheck): void {
    // In the order in which they began. What a clock that was set leaves behind is found by nobody.
    for (const [id, one] of this.#checks) {
      if (isOfLately(one, check.made) && this.#checks.size < CHECKS_MAX) break;
      this.#checks.delete(id);
    }
    this.#checks.set(check.id, check);
  }

  /**
   * Closes what is open of a member who was not taken, of scans of the day. Whoever changes their
   * mind scans again.
   */
  refuse({ token }: OpenCheck): void {
    const { number } = token.visa.claims;
    for (const check of this.#checks.values()) {
      const isTheirs = equalBytes(check.token.visa.claims.number, number);
      // REFUSAL-1: a refusal is of the day of the scan, and excludes a visit on that day.
      if (isTheirs && check.request.date === null) check.isRefused = true;
    }
  }

  /**
   * What may have come about since a check began.
   * @throws ProtocolError VISA_REVOKED; NodeError CONFLICT
   */
  checkStands({ home, token, isRefused }: OpenCheck): void {
    if (isRefused) {
      throw new NodeError('CONFLICT', 'visit: expected a member who was not refused, got one', {
        remedy: 'Scan the code again if you have changed your mind.',
      });
    }
    const { number, issuedAt } = token.visa.claims;
    const dead = revokedBefore(this.#parts.view, home, number);
    // VISA-11: a visa issued before the revocation of its number is dead.
    if (dead !== null && issuedAt < dead) {
      throw new ProtocolError('VISA_REVOKED', 'visa: expected one that holds, got a revoked one');
    }
  }

  /** Forgets what was read of all visas that were shown. */
  forgetSeen(): void {
    this.#seen.clear();
  }

  /** Nothing more comes of it. */
  forget(id: string): void {
    this.#checks.delete(id);
  }

  /** @throws NodeError NOT_FOUND */
  of(id: string): OpenCheck {
    const check = this.#checks.get(id);
    if (check && isOfLately(check, this.#context.now())) return check;
    throw new NodeError('NOT_FOUND', 'check: expected one of the last 15 minutes, got another', {
      remedy: 'Scan the code again.',
    });
  }
}

/**
 * Whether a check can still be stamped. Not where the clock was set back by more than that
 * meanwhile: the visit would be dated years before its proof, and count for nothing.
 */
function isOfLately({ made }: OpenCheck, now: Seconds): boolean {
  return Math.abs(now - made) <= CHECK_SECONDS;
}

/**
 * A kept scan is of the last twelve hours (or ahead of this clock by as much as a presentation may
 * be), and a forgotten visit of the last thirty days. A visit is one or the other.
 * @throws NodeError REQUEST_INVALID
 */
function checkTimes({ scannedAt, date }: CheckRequest, now: Seconds, timeZone: string): void {
  const isKept = scannedAt !== null;
  if (isKept && date !== null) {
    throw new NodeError(
      'REQUEST_INVALID',
      'check: expected scannedAt (a kept scan) or date (a forgotten visit), got both',
    );
  }
  if (
    isKept &&
    (scannedAt > now + PRESENTATION_EARLY_SECONDS || scannedAt < now - KEPT_SCAN_SECONDS)
  ) {
    throw new NodeError(
      'REQUEST_INVALID',
      'scannedAt: expected a time of the last 12 hours, got another',
      { remedy: 'Scan the code again, or enter the visit later as a forgotten one.' },
    );
  }
  const today = localDate(now, timeZone);
  if (date !== null && (date > today || date < addDays(today, -LATE_DAYS_MAX))) {
    throw new NodeError(
      'REQUEST_INVALID',
      `date: expected today or one of the last ${LATE_DAYS_MAX} days, got ${date}`,
    );
  }
}
