/** What is told of people, devices, tokens and sessions. */

import { seconds, shape } from '@covisa/protocol';
import type { Access, SessionView } from '#node/access/access.js';
import { anyText, exactly, many, textOrNull } from './parts.js';

const { bool, closed, literal, nullable } = shape;

type Listed<K extends 'people' | 'devices' | 'tokens'> = ReturnType<Access[K]['list']>[number];

const role = literal('owner', 'desk');
export const person = exactly<Listed<'people'>>()(
  closed({ id: anyText, name: anyText, created: seconds }),
);
export const device = exactly<Listed<'devices'>>()(
  closed({ id: anyText, name: anyText, paired: seconds }),
);
export const pairingCode = exactly<ReturnType<Access['devices']['invite']>>()(
  closed({ code: anyText, lapses: seconds }),
);
const token = { id: anyText, name: anyText, role, created: seconds } as const;
export const apiToken = exactly<Listed<'tokens'>>()(closed(token));
/** With its secret, which is shown once. */
export const newApiToken = closed({ ...token, token: anyText });
/** What a browser is told of itself. */
export const session = exactly<SessionView>()(
  closed({
    signedIn: nullable(
      closed({ kind: literal('session', 'token'), role, person: textOrNull, name: anyText }),
    ),
    device: nullable(closed({ id: anyText, name: anyText })),
    people: many(closed({ id: anyText, name: anyText })),
    ownerPasswordSet: bool,
  }),
);
