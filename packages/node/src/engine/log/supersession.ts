/** What was seen of a copy of this node, kept over restarts. */

import { encodeUtf8, parseUtf8, shape } from '@covisa/protocol';
import type { Context } from '../context.js';
import type { Supersession } from './mode-reason.js';

const SETTING = 'own-log-supersession';

const record = shape.closed({
  incarnation: shape.integer(0),
  held: shape.integer(0),
  seen: shape.integer(0),
  cause: shape.literal('outgrown', 'forked'),
});

/** Null where nothing was seen of this incarnation. */
export async function readSupersession({ ports, identity }: Context): Promise<Supersession | null> {
  const bytes = await ports.store.setting(SETTING);
  if (bytes === null) return null;
  const { incarnation, ...seen } = record.parse(JSON.parse(parseUtf8(bytes)));
  return incarnation === identity.log.incarnation ? seen : null;
}

/** Keeps it; null forgets it. */
export async function writeSupersession(
  { ports, identity }: Context,
  supersession: Supersession | null,
): Promise<void> {
  const { incarnation } = identity.log;
  const bytes = supersession && encodeUtf8(JSON.stringify({ incarnation, ...supersession }));
  await ports.store.putSetting(SETTING, bytes);
}
