/** The network in which the stamps of Ada's visa are counted. */

import { tweetnaclBackend } from '@covisa/protocol';
import { MELBOURNE } from './material.js';
import { homeLog, type logOf } from './stamp-material.js';
import { type Vector, vectorsOf } from './vector.js';
import { HOLDER, NUMBER } from './visa-material.js';

const count = vectorsOf('count-stamps');

/** Her visa, as whoever was shown it knows it. */
export const ADA = {
  home: MELBOURNE.id,
  visaNumber: NUMBER,
  holderKey: tweetnaclBackend.publicKey(HOLDER),
  former: [] as readonly Uint8Array[],
};

/** A log of a host. */
type Log = ReturnType<typeof logOf>;

/** What the logs of some hosts come to, beside the home's log. */
export function counts(
  title: string,
  rules: string,
  logs: readonly Log[],
  ok: object,
  visa: object = {},
): Vector {
  return count.ok(
    `count: ${title}`,
    rules,
    { visa: { ...ADA, ...visa }, logs: [...logs, homeLog()] },
    ok,
  );
}
