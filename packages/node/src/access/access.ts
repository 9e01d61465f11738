/**
 * Who may do what at this node: the owner, desk people, paired devices, API tokens and sessions.
 * Rules and state only; cookies and headers are HTTP's.
 */

import type { Seconds, Sha256 } from '@covisa/protocol';
import { NodeError } from '../errors.js';
import type { Logger, Passwords, Random } from '../ports.js';
import { Book, type SettingStore } from './book.js';
import type { Caller } from './caller.js';
import type { AccessContext } from './context.js';
import { Devices, type DeviceView } from './devices.js';
import { checkPassword } from './easy.js';
import { People } from './people.js';
import { Sessions } from './sessions.js';
import { type Place, SignIn } from './sign-in.js';
import { Tokens } from './tokens.js';

/** What access stands on. */
export interface AccessPorts {
  readonly store: SettingStore;
  readonly now: () => Seconds;
  readonly random: Random;
  readonly passwords: Passwords;
  readonly sha256: Sha256;
  readonly logger: Logger;
  /** The API token of the data folder, which is an owner's. */
  readonly fileToken: string;
}

/** What a browser is told of itself. */
export interface SessionView {
  readonly signedIn: Pick<Caller, 'kind' | 'role' | 'person' | 'name'> | null;
  readonly device: Pick<DeviceView, 'id' | 'name'> | null;
  /** Who may sign in here; empty but on a paired device and for the owner. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly ownerPasswordSet: boolean;
}

/** All of it. */
export class Access {
  readonly people: People;
  readonly devices: Devices;
  readonly tokens: Tokens;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly #context: AccessContext;

  private constructor(context: AccessContext, fileToken: string) {
    this.#context = context;
    this.people = new People(context);
    this.devices = new Devices(context);
    this.tokens = new Tokens(context, fileToken);
    this.sessions = new Sessions(context);
    this.signIn = new SignIn(context, this.sessions);
  }

  /** Reads what is kept. @throws ProtocolError SHAPE_INVALID; StoreError */
  static async open({ store, fileToken, ...ports }: AccessPorts): Promise<Access> {
    return new Access({ ...ports, book: await Book.open(store) }, fileToken);
  }

  /** Whether the owner has a password, by which a browser can be signed in. */
  isPasswordSet(): boolean {
    return this.#context.book.record.password !== null;
  }

  /**
   * Sets the owner's password. Sessions that the old one began end.
   * @throws NodeError PASSWORD_TOO_EASY
   */
  setPassword(password: string): Promise<void> {
    return this.#keepPassword(password, () => undefined);
  }

  /**
   * Sets the owner's password where there is none yet.
   * @throws NodeError CONFLICT, PASSWORD_TOO_EASY
   */
  setFirstPassword(password: string): Promise<void> {
    return this.#keepPassword(password, (before) => {
      // SETUP-4: a first password is set where there is none, and in no other case.
      if (before === null) return;
      throw new NodeError('CONFLICT', 'password: there is one already', {
        remedy: 'Sign in by it, or set another by covisa password on the machine of the node.',
      });
    });
  }

  /**
   * The owner's new password, from a browser of the owner's; gives the secret of its new session.
   * @throws NodeError CREDENTIALS_WRONG, RATE_LIMITED, CONFLICT, PASSWORD_TOO_EASY
   */
  async changePassword(current: string, next: string, place: Place): Promise<string> {
    const fitted = await this.signIn.checkPassword(current, place);
    await this.#keepPassword(next, (before) => {
      if (before === fitted) return;
      throw new NodeError('CONFLICT', 'password: it was changed meanwhile', {
        remedy: 'Sign in by the new one, or set another by covisa password.',
      });
    });
    return this.sessions.begin(
      { role: 'owner', person: null, device: place.device?.id ?? null },
      place.session,
    );
  }

  async #keepPassword(password: string, check: (before: string | null) => void): Promise<void> {
    checkPassword(password);
    const kept = await this.#context.passwords.hash(password);
    await this.#context.book.change((record) => {
      check(record.password);
      const sessions = record.sessions.filter(({ person }) => person !== null);
      return { ...record, password: kept, sessions };
    });
    this.#context.logger.info('access.password-set');
  }

  /** What a browser is told of itself. */
  view(caller: Caller | null, device: DeviceView | null): SessionView {
    const mayKnow = device !== null || caller?.role === 'owner';
    return {
      signedIn: caller === null ? null : callerView(caller),
      device: device === null ? null : { id: device.id, name: device.name },
      people: mayKnow ? this.people.list().map(({ id, name }) => ({ id, name })) : [],
      ownerPasswordSet: this.isPasswordSet(),
    };
  }
}

function callerView({ kind, role, person, name }: Caller): SessionView['signedIn'] {
  return { kind, role, person, name };
}
