/** What the node answers to the owner about who may call it, as JSON. */

import type { Seconds } from '@covisa/protocol';

/** A person of the desk. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
}

/** A paired device. */
export interface DeviceView {
  readonly id: string;
  readonly name: string;
  readonly paired: Seconds;
}

/** The code that pairs a device, once. */
export interface PairingView {
  readonly code: string;
  readonly lapses: Seconds;
}

/** A token for programs of the owner's own. */
export interface TokenView {
  readonly id: string;
  readonly name: string;
  readonly role: 'owner' | 'desk';
  readonly created: Seconds;
}

/** A fresh token with its secret, which is shown once. */
export interface MadeTokenView {
  readonly token: string;
}
