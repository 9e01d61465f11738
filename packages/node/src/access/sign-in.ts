/** Signing in: the owner by a password, desk people by a PIN on a paired device. */

import type { Seconds } from '@covisa/protocol';
import { Mutex } from '../engine/mutex.js';
import { NodeError } from '../errors.js';
import { BackOff, checkWait, HourlyBudget } from './back-off.js';
import type { Role } from './caller.js';
import type { AccessContext } from './context.js';
import type { DeviceView } from './devices.js';
import type { AccessRecord } from './records.js';
import type { Sessions } from './sessions.js';

/**
 * The longest wait for the owner's account, and for one address: a stranger, who may sit in the
 * owner's own building, must not lock the owner out for long. No password falls to a guess in five
 * minutes.
 */
const WAIT_SECONDS_MAX: Seconds = 300;
/**
 * The longest wait for a person's PIN, and for one paired device: with four digits, trying them all
 * would take a year.
 */
const PIN_WAIT_SECONDS_MAX: Seconds = 3600;
/**
 * First attempts of addresses that have not failed, in an hour, which do not wait for what others
 * did to the owner's account: who tries a password now and then cannot keep the owner out, and who
 * has many addresses gets no more guesses by them than this.
 */
const FIRST_ATTEMPTS_PER_HOUR = 30;
/** Places and accounts that are remembered. */
const KEYS_MAX = 10_000;
/** Slow hashes that wait for their turn; each takes a quarter of a second and 64 MiB. */
const WAITING_MAX = 16;

/** Where an attempt comes from. */
export interface Place {
  /** The paired device, or null for any other browser. */
  readonly device: DeviceView | null;
  /** The network address, shortened to what one party has. */
  readonly address: string;
  /** The secret of the session that the browser has, which a new one replaces. */
  readonly session: string | null;
}

/** Signs people in; gives the secret of the new session. */
export class SignIn {
  readonly #context: AccessContext;
  readonly #sessions: Sessions;
  readonly #owner: BackOff;
  readonly #addresses: BackOff;
  readonly #people: BackOff;
  readonly #devices: BackOff;
  readonly #firstAttempts: HourlyBudget;
  readonly #turns = new Mutex();
  #waiting = 0;

  constructor(context: AccessContext, sessions: Sessions) {
    this.#context = context;
    this.#sessions = sessions;
    const backOff = (waitSecondsMax: Seconds): BackOff =>
      new BackOff(context.now, { waitSecondsMax, keysMax: KEYS_MAX });
    this.#owner = backOff(WAIT_SECONDS_MAX);
    this.#addresses = backOff(WAIT_SECONDS_MAX);
    this.#people = backOff(PIN_WAIT_SECONDS_MAX);
    this.#devices = backOff(PIN_WAIT_SECONDS_MAX);
    this.#firstAttempts = new HourlyBudget(context.now, FIRST_ATTEMPTS_PER_HOUR);
  }

  /** @throws NodeError CREDENTIALS_WRONG, RATE_LIMITED */
  async asOwner(password: string, place: Place): Promise<string> {
    const kept = await this.checkPassword(password, place);
    return this.#begin('owner', null, place, (record) => record.password === kept);
  }

  /** @throws NodeError FORBIDDEN, CREDENTIALS_WRONG, RATE_LIMITED */
  async asPerson(id: string, pin: string, place: Place): Promise<string> {
    // ACCESS-7: a PIN is taken on a paired device only, and elsewhere nobody is told whether it was
    // right.
    if (place.device === null) {
      throw new NodeError('FORBIDDEN', 'device: expected one that the owner has paired', {
        remedy: 'Ask the owner to pair this browser, in the console under desk people.',
      });
    }
    const person = this.#context.book.record.people.find((one) => one.id === id);
    const kept = person?.pin ?? null;
    await this.#attempt(this.#people, id, place, kept, pin);
    return this.#begin('desk', id, place, ({ people }) => {
      return people.some((one) => one.id === id && one.pin === kept);
    });
  }

  /**
   * Gives the hash that the password fitted.
   * @throws NodeError CREDENTIALS_WRONG, RATE_LIMITED
   */
  async checkPassword(password: string, place: Place): Promise<string | null> {
    const kept = this.#context.book.record.password;
    // What strangers do elsewhere must not lock the owner out of a paired device.
    const account = place.device?.id ?? 'elsewhere';
    await this.#attempt(this.#owner, account, place, kept, password);
    return kept;
  }

  /**
   * A hash takes its time, and more where many wait: whoever was let in by what is no longer right,
   * or on a device that was removed meanwhile, must not stay.
   */
  async #begin(
    role: Role,
    person: string | null,
    { device, session }: Place,
    isStillRight: (record: AccessRecord) => boolean,
  ): Promise<string> {
    const start = { role, person, device: device?.id ?? null };
    const secret = await this.#sessions.begin(start, session, (record) => {
      // ACCESS-13: no session begins by what was taken back while somebody was signing in.
      const isThere = device === null || record.devices.some(({ id }) => id === device.id);
      if (!isThere || !isStillRight(record)) throw wrong();
    });
    this.#context.logger.info('access.signed-in', { role });
    return secret;
  }

  async #attempt(
    accounts: BackOff,
    account: string,
    { device, address }: Place,
    kept: string | null,
    secret: string,
  ): Promise<void> {
    const places = device === null ? this.#addresses : this.#devices;
    const place = device?.id ?? address;
    const isPast =
      device === null &&
      accounts.wait(account) > 0 &&
      !places.hasFailed(place) &&
      this.#firstAttempts.take();
    checkWait(isPast ? 0 : accounts.wait(account), places.wait(place));
    accounts.begin(account);
    places.begin(place);
    if (kept === null || !(await this.#verify(secret, kept))) {
      const where = device === null ? 'elsewhere' : 'paired device';
      this.#context.logger.warn('access.sign-in-refused', { where });
      throw wrong();
    }
    accounts.forgive(account);
    places.takeBack(place);
  }

  /** One after the other: many at once would take the memory of a small machine. */
  async #verify(secret: string, kept: string): Promise<boolean> {
    if (this.#waiting >= WAITING_MAX) {
      throw new NodeError('RATE_LIMITED', 'sign-in: too many people sign in just now', {
        remedy: 'Try again in 10 seconds.',
        retryAfterSeconds: 10,
      });
    }
    this.#waiting += 1;
    try {
      return await this.#turns.run(() => this.#context.passwords.verify(secret, kept));
    } finally {
      this.#waiting -= 1;
    }
  }
}

function wrong(): NodeError {
  return new NodeError('CREDENTIALS_WRONG', 'sign-in: this is not right', {
    remedy: 'Try again; after some failures there is a wait.',
  });
}
