/** Issuing visas: when one lasts, and when its number changes. */

import {
  addDays,
  assembleVisa,
  type CalendarDate,
  dayOfDate,
  FORMER_KEYS_MAX,
  holderKeyDigest,
  issuerOf,
  lastYear,
  localDate,
  type Seconds,
  type SpaceId,
  utcDate,
  VISA_KEPT_DAYS,
  VISA_LIFETIME_SECONDS,
  type VisaClaims,
  visaToSign,
  visaYearEnd,
} from '@covisa/protocol';
import type { Member } from '@covisa/store';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import type { View } from '../view.js';
import { revokedBefore } from './home-keys.js';
import type { IssuingKeys } from './issuing-keys.js';

/** Signs visas. */
export class Issuer {
  readonly #context: Context;
  readonly #view: View;
  readonly #keys: IssuingKeys;

  constructor(context: Context, view: View, keys: IssuingKeys) {
    this.#context = context;
    this.#view = view;
    this.#keys = keys;
  }

  /**
   * Today's date where the space is: that of its first venue, by which a new member's dates are
   * made. VISA-4 leaves a day between it and the UTC date.
   */
  homeDate(): CalendarDate {
    const [venue] = this.#view.space(this.#context.identity.space)?.profile?.venues ?? [];
    return localDate(this.#context.now(), venue?.timeZone ?? 'UTC');
  }

  /**
   * The bytes of a visa for a member as it is now.
   * @throws NodeError MEMBERSHIP_ENDED where nothing is paid up any more
   */
  async issue(member: Member): Promise<Uint8Array> {
    const issuedAt = this.#issueTime(member);
    const { space } = this.#context.identity;
    const { payload, message } = visaToSign(
      claimsOf(space, member, issuedAt, expiry(member, issuedAt)),
      space,
    );
    return assembleVisa(payload, await this.#keys.sign(message));
  }

  /**
   * The member as a visa of now can name it: in the visa year of today, and under a number whose
   * visas are alive. What a clock that was ahead revoked would else be dead for years.
   */
  current(member: Member): Member {
    const { now, ports } = this.#context;
    const held = inVisaYear(member, today(this.#context), ports.random.bytes(16));
    const revoked = revokedBefore(this.#view, this.#context.identity.space, held.visaNumber);
    if (revoked === null || revoked <= now() + 1) return held;
    return { ...withNumber(held, ports.random.bytes(16)), ask: true };
  }

  /**
   * A revocation takes the second in which it was made along, so what follows in that second is
   * issued in the next: VISA-9 lets clocks differ by far more.
   */
  #issueTime({ visaNumber }: Member): Seconds {
    const now = this.#context.now();
    const revoked = revokedBefore(this.#view, this.#context.identity.space, visaNumber);
    return revoked === now + 1 ? revoked : now;
  }

  /**
   * Whether a visa could name the member so, whatever is paid up.
   * @throws ProtocolError VISA_INVALID
   */
  check(member: Member): void {
    const issuedAt = this.#context.now();
    const { space } = this.#context.identity;
    const current = inVisaYear(member, utcDate(issuedAt), member.visaNumber);
    const held = { ...current, holderKey: current.holderKey ?? new Uint8Array(32) };
    visaToSign(claimsOf(space, held, issuedAt, issuedAt + 1), space);
  }
}

function claimsOf(
  space: SpaceId,
  member: Member,
  issuedAt: Seconds,
  expiresAt: Seconds,
): VisaClaims {
  return {
    issuer: issuerOf(space),
    number: member.visaNumber,
    issuedAt,
    expiresAt,
    holderKey: member.isStatic ? null : member.holderKey,
    yearStart: member.visaYearStart,
    memberSince: member.since,
    plan: member.plan,
    displayName: member.displayName,
    former: member.former,
    ask: member.ask || member.isStatic,
  };
}

/** New visa numbers of one member in a visa year: bounds log and look-ups. */
const NEW_NUMBERS_MAX = 10;

/**
 * When a visa that was issued then ends: 30 days later (a static visa: with the visa year), never
 * past the visa year or what is paid up.
 */
export function visaEnd(member: Member, issuedAt: Seconds): Seconds {
  const yearEnd = dayOfDate(visaYearEnd(member.visaYearStart)) * 86_400;
  const paidEnd = member.paidUntil ? (dayOfDate(member.paidUntil) + 1) * 86_400 : yearEnd;
  const lifetime = member.isStatic ? yearEnd : issuedAt + VISA_LIFETIME_SECONDS;
  return Math.min(lifetime, yearEnd, paidEnd);
}

function expiry(member: Member, issuedAt: Seconds): Seconds {
  const expiresAt = visaEnd(member, issuedAt);
  if (expiresAt <= issuedAt) {
    throw new NodeError(
      'MEMBERSHIP_ENDED',
      `member: expected a paid-up membership, got one until ${member.paidUntil ?? ''}`,
      {
        remedy: 'Ask your home space to renew your membership.',
      },
    );
  }
  return expiresAt;
}

/**
 * The member in the visa year that holds `today`: a new year has a new visa number, and forgets
 * former keys. Earlier numbers are kept: what erases them asks whether the clock can be believed.
 */
function inVisaYear(member: Member, today: CalendarDate, freshNumber: Uint8Array): Member {
  if (isAhead(member, today)) return broughtBack(member, today);
  if (today < visaYearEnd(member.visaYearStart)) return member;
  let yearStart = member.visaYearStart;
  while (today >= visaYearEnd(yearStart)) yearStart = visaYearEnd(yearStart);
  const renumbered = withNumber(member, freshNumber);
  return { ...renumbered, visaYearStart: yearStart, ask: false };
}

/** Whether the visa year began by a clock that was ahead: no visa of today would hold (VISA-4). */
function isAhead({ visaYearStart }: Member, today: CalendarDate): boolean {
  return addDays(today, 1) < visaYearStart;
}

/**
 * The member in the visa year of today, where a clock that was ahead had begun a later one. The
 * number stays, since hosts may have seen it; it has to ask, as only the home knows the days that
 * were used under the one before.
 */
function broughtBack(member: Member, today: CalendarDate): Member {
  let yearStart = member.visaYearStart;
  while (today < yearStart) yearStart = lastYear(yearStart);
  return { ...member, visaYearStart: yearStart, ask: true };
}

/**
 * The member under a new visa number; the one before is kept for a while, to know its visits by.
 */
function withNumber(member: Member, freshNumber: Uint8Array): Member {
  const { visaNumber, holderKey, former, visaYearStart } = member;
  const until = visaYearEnd(visaYearStart);
  const earlier = [...(member.earlier ?? []), { visaNumber, holderKey, former, until }];
  return { ...member, visaNumber: freshNumber, former: [], earlier };
}

/**
 * The member under a new visa number at once, whose free days need a grant until the year ends,
 * since only the home can tell that they are the same member's. A new visa year brings one anyway.
 * @throws NodeError CONFLICT after too many of them in a visa year
 */
export function renumbered(known: Member, today: CalendarDate, freshNumber: Uint8Array): Member {
  // A code for another phone ends with the number: whoever got one before must not take the new
  // visa. Who has no phone yet keeps the invitation.
  // CLAIM-6: a new visa number ends the code that a member with a phone was given before.
  const claim = known.holderKey === null ? known.claim : null;
  const member = inVisaYear({ ...known, claim }, today, freshNumber);
  if (member.visaNumber === freshNumber) return member;
  checkNumbersLeft(member);
  return { ...withNumber(member, freshNumber), ask: true };
}

/** @throws NodeError CONFLICT */
function checkNumbersLeft({ visaYearStart, earlier = [] }: Member): void {
  const end = visaYearEnd(visaYearStart);
  // CLAIM-7: a member has at most ten new visa numbers in a visa year, a fourth change of phone
  // included.
  if (earlier.filter(({ until }) => until === end).length >= NEW_NUMBERS_MAX) {
    throw new NodeError(
      'CONFLICT',
      `member: expected at most ${NEW_NUMBERS_MAX} new visa numbers in a visa year, got another`,
      { remedy: 'The next visa year brings a new number.' },
    );
  }
}

/**
 * The member without any number whose visa year ended 30 days ago, the present one included: who
 * comes back later is given another.
 */
export function withoutOverdue(
  member: Member,
  today: CalendarDate,
  freshNumber: Uint8Array,
): Member {
  const isOverdue = today >= addDays(visaYearEnd(member.visaYearStart), VISA_KEPT_DAYS);
  return withoutErased(isOverdue ? inVisaYear(member, today, freshNumber) : member, today);
}

/** Erases visa numbers 30 days after their visa year. */
function withoutErased(member: Member, today: CalendarDate): Member {
  const all = member.earlier ?? [];
  const earlier = all.filter(({ until }) => today < addDays(until, VISA_KEPT_DAYS));
  if (earlier.length === all.length) return member;
  const ends = all.filter((one) => !earlier.includes(one)).map(({ until }) => until);
  const erasedUntil = [...ends, ...(member.erasedUntil ? [member.erasedUntil] : [])].sort().at(-1);
  return { ...member, earlier, ...(erasedUntil && { erasedUntil }) };
}

/**
 * The member with another holder key; the one before becomes a former key. A fourth change within a
 * visa year gets a new visa number, whose free days need a grant until the year ends, since its
 * count could not be followed offline. Each change is an entry in the log, so they end.
 * @throws NodeError CONFLICT after too many new numbers in a visa year
 */
export function withHolderKey(
  member: Member,
  holderKey: Uint8Array,
  freshNumber: Uint8Array,
): Member {
  if (member.holderKey === null) return { ...member, holderKey };
  const former = [...member.former, holderKeyDigest(member.holderKey)];
  if (former.length <= FORMER_KEYS_MAX) return { ...member, holderKey, former };
  checkNumbersLeft(member);
  return { ...withNumber(member, freshNumber), holderKey, ask: true };
}

/** Today's date where a visa year ends and numbers are erased: the UTC date. */
export function today(context: Context): CalendarDate {
  return utcDate(context.now());
}

/**
 * The day after which a grant for `date` is of no use anywhere on earth: the end of the next day,
 * 12 hours behind UTC.
 */
export function grantLapse(date: CalendarDate): Seconds {
  return dayOfDate(addDays(date, 2)) * 86_400 + 12 * 3600;
}
