/** Who is signed in on this browser: what the own node says of it, and what it is asked for. */

import { api } from '../api/client.js';

/** The owner may do everything, the desk what reception needs. */
export type Role = 'owner' | 'desk';

/** Whom the node knows this browser as. */
export interface SignedIn {
  readonly kind: 'session' | 'token';
  readonly role: Role;
  /** The id of a desk person; null for the owner. */
  readonly person: string | null;
  readonly name: string;
}

export interface SessionView {
  readonly signedIn: SignedIn | null;
  /** What the owner named this browser when pairing it; null: it is not paired. */
  readonly device: { readonly id: string; readonly name: string } | null;
  /** Who may sign in here by PIN. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly ownerPasswordSet: boolean;
}

/** The own node's session of this browser. Each call @throws Unreachable; Refused */
export const session = {
  read: (): Promise<SessionView> => api.get('/api/session'),
  asOwner: (password: string): Promise<SessionView> => api.post('/api/session', { password }),
  asPerson: (person: string, pin: string): Promise<SessionView> =>
    api.post('/api/session', { person, pin }),
  end: (): Promise<SessionView> => api.post('/api/session/end'),
  pair: (code: string): Promise<SessionView> => api.post('/api/devices/claim', { code }),
};

/** Whether somebody may do what needs `role`. */
export function mayAct(signedIn: SignedIn | null, role: Role): boolean {
  return signedIn !== null && (signedIn.role === 'owner' || signedIn.role === role);
}
