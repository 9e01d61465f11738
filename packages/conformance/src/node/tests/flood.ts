/**
 * A space that appends for ever, within all rules: what a node takes of entries that stay in its
 * memory is bounded, and others do not suffer from it. The last chapter, since it fills the node.
 */

import { encodeBase64url, GOVERNING_BYTES_BURST, SYNC_BYTES_MAX } from '@covisa/protocol';
import { admitted } from '../admitted.js';
import { appendHarmless, largeProfile } from '../entries.js';
import { check, same } from '../expect.js';
import type { Peer } from '../peer.js';
import type { NodeChapter } from '../test.js';

const NO_DIGEST = encodeBase64url(new Uint8Array(32));
/** Bytes of entries in one message of the flood. */
const MESSAGE_BYTES = 3 * 1024 * 1024;
/** So many of them are more than the burst and the one range that is taken beyond it. */
const MESSAGES = 5;

async function heldSize(teller: Peer, of: Peer): Promise<number> {
  const { header } = await teller.ask({}, [], NO_DIGEST);
  return header.frontier?.find(({ space }) => space === of.space.id)?.size ?? 0;
}

/** Appends profiles that fill one message, and sends them; whether the node took them. */
async function pour(peer: Peer, line: Uint8Array): Promise<boolean> {
  const { space } = peer;
  const from = space.size;
  const count = Math.floor(MESSAGE_BYTES / line.length);
  for (let i = 0; i < count; i++) space.appendLine(line);
  await peer.ask({ ranges: [space.range(from)] }, [space.lines.slice(from)], NO_DIGEST);
  return (await heldSize(peer, peer)) === space.size;
}

export const flood: NodeChapter = {
  name: 'Flood',
  place: 'spec/decisions/0013-quota-of-a-log.md',
  tests: [
    {
      title: 'What stays in memory of one log is bounded.',
      rules: [],
      async run(subject) {
        const trudy = await admitted(subject, 'Trudy');
        await trudy.sync();
        const line = largeProfile(trudy.space);
        for (let message = 0; message < MESSAGES; message++) {
          if (!(await pour(trudy, line))) break;
        }
        const bytes = (await heldSize(trudy, trudy)) * line.length;
        const bytesMax = GOVERNING_BYTES_BURST + SYNC_BYTES_MAX;
        check(bytes <= bytesMax, `log: expected at most ${bytesMax} bytes, got ${bytes}`);
      },
    },
    {
      title: 'A flood of one log does not hold up another one.',
      rules: [],
      async run(subject) {
        const trudy = await admitted(subject, 'Trudy');
        const victor = await admitted(subject, 'Victor');
        const from = await heldSize(trudy, victor);
        appendHarmless(subject, victor.space);
        const range = victor.space.range(from);
        await trudy.ask({ ranges: [range] }, [victor.space.lines.slice(from)], NO_DIGEST);
        same("the other log's size", await heldSize(trudy, victor), victor.space.size);
      },
    },
  ],
};
