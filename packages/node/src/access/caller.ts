/** Who calls a people's route: by a session of a browser or by an API token, and as what. */

import type { Recorder } from '@covisa/store';

/** What somebody may do: the owner everything, the desk what reception needs. */
export type Role = 'owner' | 'desk';

/** Who calls. */
export interface Caller {
  readonly kind: 'session' | 'token';
  readonly role: Role;
  /** The id of a desk person; null for the owner and for tokens. */
  readonly person: string | null;
  /** The id of a made token; null for a session, and for the token that lies in the data folder. */
  readonly token: string | null;
  /** The name of the person or token, at this node. It goes into no log. */
  readonly name: string;
}

/** Whoever reads the data folder: the command line, as a rule. */
export const FILE_TOKEN_CALLER: Caller = {
  kind: 'token',
  role: 'owner',
  person: null,
  token: null,
  name: 'Command line',
};

/** Whether a caller may do what needs `role`. */
export function mayAct(caller: Caller, role: Role): boolean {
  return caller.role === 'owner' || caller.role === role;
}

/** What the desk's record says of a caller. */
export function recorderOf({ kind, person, token, name }: Caller): Recorder {
  if (person !== null) return { kind: 'person', name };
  if (kind === 'session') return { kind: 'owner', name: null };
  return token === null ? { kind: 'command-line', name: null } : { kind: 'token', name };
}
