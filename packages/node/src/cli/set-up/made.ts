/** First set-up of a space that is made already: it gets its profile and the owner's password. */

import type { ProfileEntry, Venue } from '@covisa/protocol';
import { type Access, checkPassword } from '../../access/index.js';
import type { Engine, ProfileChange } from '../../engine/services.js';
import type { SetUp, SetUpChoice } from '../../http/index.js';
import { closeSetUp, isSameToken, openSetUpToken } from './token.js';

/** What set-up works on. */
export interface MadeSpace {
  readonly engine: Pick<Engine, 'profile' | 'changeProfile'>;
  readonly access: Access;
  /** The data folder. */
  readonly data: string;
}

/**
 * First set-up over a running node. Once a password is set, by whatever way, it is closed: from
 * then on there is somebody to ask.
 */
export function madeSetUp({ engine, access, data }: MadeSpace): SetUp {
  return {
    timeZone: machineTimeZone(),
    profile: () => engine.profile(),
    isOpenTo(token) {
      const open = openSetUpToken(data);
      return open !== null && !access.isPasswordSet() && isSameToken(open, token);
    },
    async finish(choice, password) {
      checkPassword(password);
      await engine.changeProfile(changeOf(choice, engine.profile()));
      await closeWithPassword(access, password, data);
      return access;
    },
  };
}

/** Sets the first password, which closes set-up. */
export async function closeWithPassword(
  access: Access,
  password: string,
  data: string,
): Promise<void> {
  await access.setFirstPassword(password);
  closeSetUp(data);
}

/** What the owner chose, as a change of the profile: the first venue is the one that was meant. */
function changeOf(choice: SetUpChoice, before: ProfileEntry): ProfileChange {
  const [first, ...others] = before.venues;
  const { name, rate, languages } = choice;
  return { name, rate, languages, venues: [venueOf(choice, first?.id), ...others] };
}

/** The venue that the owner described. */
export function venueOf({ venue }: SetUpChoice, id = 'main'): Venue {
  return { id, ...venue };
}

/** Where the machine of the node is. */
export function machineTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
