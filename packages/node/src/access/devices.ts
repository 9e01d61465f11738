/**
 * Paired devices: browsers that the owner has let in. Only on them a PIN is taken, so that nobody
 * on the internet can try PINs.
 */

import type { Seconds } from '@covisa/protocol';
import { makeCode, plainCode } from '../engine/codes.js';
import { NodeError } from '../errors.js';
import { BackOff, checkWait } from './back-off.js';
import { type AccessContext, withOneMore, without } from './context.js';
import { DEVICES_MAX, type DeviceRecord } from './records.js';
import { makeId, makeSecret, secretDigest } from './secrets.js';
import type { Place } from './sign-in.js';

/** How long a pairing code serves. */
const PAIRING_SECONDS: Seconds = 600;
/** Codes that wait at once: the oldest one goes. */
const PAIRINGS_MAX = 20;
/** 50 bits. */
const CODE_LENGTH = 10;
/** The longest wait for one address; a code of 50 bits falls to no guess in five minutes. */
const WAIT_SECONDS_MAX: Seconds = 300;
/** Addresses that are remembered. */
const ADDRESSES_MAX = 10_000;

/** A paired device, without its secret. */
export interface DeviceView {
  readonly id: string;
  readonly name: string;
  readonly paired: Seconds;
}

interface Pairing {
  /** The name that the owner gave. */
  readonly name: string;
  readonly lapses: Seconds;
}

/** The paired devices of the space. */
export class Devices {
  readonly #context: AccessContext;
  /** By the digest of the code; in memory, since they last minutes. */
  readonly #pairings = new Map<string, Pairing>();
  readonly #attempts: BackOff;

  constructor(context: AccessContext) {
    this.#context = context;
    const rule = { waitSecondsMax: WAIT_SECONDS_MAX, keysMax: ADDRESSES_MAX };
    this.#attempts = new BackOff(context.now, rule);
  }

  /** In the order in which they were paired. */
  list(): readonly DeviceView[] {
    return this.#context.book.record.devices.map(deviceView);
  }

  /** Lets one browser be paired: with the code, once, within ten minutes. */
  invite(name: string): { readonly code: string; readonly lapses: Seconds } {
    const { now, random } = this.#context;
    const code = makeCode(random, CODE_LENGTH);
    const lapses = now() + PAIRING_SECONDS;
    this.#pairings.set(this.#codeDigest(code), { name, lapses });
    const [oldest] = this.#pairings.keys();
    if (this.#pairings.size > PAIRINGS_MAX && oldest !== undefined) this.#pairings.delete(oldest);
    return { code, lapses };
  }

  /**
   * Pairs the browser that brings a code; gives the secret that it is to keep. `name` is null for
   * the one that the owner gave; `place` is where the attempt comes from. The session that the
   * browser has ends with the device: an owner who pairs a tablet and stays signed in takes that
   * back too by removing it.
   * @throws NodeError CREDENTIALS_WRONG, RATE_LIMITED, CONFLICT
   */
  async claim(
    code: string,
    name: string | null,
    { address, session }: Pick<Place, 'address' | 'session'>,
  ): Promise<{ readonly device: DeviceView; readonly secret: string }> {
    checkWait(this.#attempts.wait(address));
    this.#attempts.begin(address);
    const pairing = this.#takePairing(code);
    this.#attempts.takeBack(address);
    try {
      return await this.#pair(name ?? pairing.name, session);
    } catch (error) {
      // The code was right, and is not to blame.
      this.#pairings.set(this.#codeDigest(code), pairing);
      throw error;
    }
  }

  async #pair(
    name: string,
    held: string | null,
  ): Promise<{ readonly device: DeviceView; readonly secret: string }> {
    const { book, now, random, logger, sha256 } = this.#context;
    const secret = makeSecret(random);
    const digest = secretDigest('device', secret, sha256);
    const device = { id: makeId(random), name, digest, paired: now() };
    const session = held === null ? null : secretDigest('session', held, sha256);
    await book.change((record) => ({
      ...record,
      devices: withOneMore(record.devices, device, DEVICES_MAX, 'devices'),
      sessions: record.sessions.map((one) =>
        one.digest === session ? { ...one, device: device.id } : one,
      ),
    }));
    logger.info('access.device-paired', { device: device.id });
    return { device: deviceView(device), secret };
  }

  /** Its sessions end too. @throws NodeError NOT_FOUND */
  async remove(id: string): Promise<void> {
    await this.#context.book.change((record) => ({
      ...record,
      // ACCESS-12: sessions end with what they rest on: person, PIN, paired device, password.
      devices: without(record.devices, id, 'devices'),
      sessions: record.sessions.filter(({ device }) => device !== id),
    }));
  }

  /** The device that holds a secret, or null. */
  find(secret: string | null): DeviceView | null {
    if (secret === null) return null;
    const digest = secretDigest('device', secret, this.#context.sha256);
    const device = this.#context.book.record.devices.find((one) => one.digest === digest);
    return device === undefined ? null : deviceView(device);
  }

  #takePairing(code: string): Pairing {
    const digest = this.#codeDigest(code);
    const pairing = this.#pairings.get(digest);
    this.#pairings.delete(digest);
    // ACCESS-11: a pairing code serves once, within ten minutes.
    if (pairing !== undefined && this.#context.now() < pairing.lapses) return pairing;
    throw new NodeError('CREDENTIALS_WRONG', 'pairing code: it is not one that waits to be used', {
      remedy: 'A code serves once, for ten minutes: ask the owner for a new one.',
    });
  }

  /** However the code was written and read. */
  #codeDigest(code: string): string {
    return secretDigest('pairing', plainCode(code), this.#context.sha256);
  }
}

function deviceView({ id, name, paired }: DeviceRecord): DeviceView {
  return { id, name, paired };
}
