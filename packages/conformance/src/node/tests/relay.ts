/** The node as a relay: what one space has pushed another gets back, and nobody else does. */

import {
  ENTRY_BYTES_MAX,
  encodeBase64url,
  equalBytes,
  SYNC_BYTES_MAX,
  type SyncMessage,
} from '@covisa/protocol';
import { admitted } from '../admitted.js';
import { contentOf } from '../answers.js';
import { appendHarmless, fillerLine, ODD_LINES } from '../entries.js';
import { check, same } from '../expect.js';
import type { Peer } from '../peer.js';
import type { Subject } from '../subject.js';
import type { NodeChapter } from '../test.js';

const NO_DIGEST = encodeBase64url(new Uint8Array(32));
/** Entries of a log that is longer than one message, whatever a node puts into one. */
const LONG_ENTRIES = 280;
/** Of these so many go into a message of the suite. */
const ENTRIES_AT_ONCE = 200;
const MESSAGES_MAX = 40;

/** All of a log, message by message, as the node sends it. */
async function fetchLog(reader: Peer, writer: Peer): Promise<number> {
  const { log, size } = writer.space;
  let messages = 0;
  while (reader.held(log).compact.size < size) {
    messages += 1;
    check(messages <= MESSAGES_MAX, `log: expected it whole after ${MESSAGES_MAX} messages`);
    const from = reader.held(log).compact.size;
    const answer = await reader.ask({ wants: [{ ...log, from }] }, [], NO_DIGEST);
    check((await reader.take(answer)) > 0, `ranges: expected entries from ${from} on`);
  }
  return messages;
}

function checkSameLines(reader: Peer, writer: Peer): void {
  const read = reader.held(writer.space.log).lines;
  same('entries', read.length, writer.space.size);
  const other = writer.space.lines.findIndex((line, i) => {
    const one = read[i];
    return one === undefined || !equalBytes(line, one);
  });
  same('the first entry with other bytes', other, -1);
}

function rangesOf({ header }: SyncMessage, peer: Peer): number {
  return (header.ranges ?? []).filter(({ space }) => space === peer.space.id).length;
}

/** Pushes the end of a log in parts, each with the proof that leads to the last checkpoint. */
async function pushInParts(writer: Peer, from: number): Promise<void> {
  const { space } = writer;
  for (let at = from; at < space.size; at += ENTRIES_AT_ONCE) {
    const to = Math.min(at + ENTRIES_AT_ONCE, space.size);
    const range = space.range(at, to, space.size);
    await writer.ask({ ranges: [range] }, [space.lines.slice(at, to)], NO_DIGEST);
  }
}

function pair(subject: Subject) {
  return Promise.all([admitted(subject, 'Carol'), admitted(subject, 'Dan')]);
}

export const relay: NodeChapter = {
  name: 'Relay',
  place: 'spec/gossip.md',
  tests: [
    {
      title: 'What one space has pushed another gets back, under the checkpoint of its writer.',
      rules: ['LOG-3', 'LOG-4', 'LOG-5', 'CHECKPOINT-2'],
      async run(subject) {
        const [writer, reader] = await pair(subject);
        appendHarmless(subject, writer.space);
        await writer.sync();
        await fetchLog(reader, writer);
        checkSameLines(reader, writer);
      },
    },
    {
      title: 'Entries that nobody can read are kept and passed on byte for byte.',
      rules: ['LOG-1', 'LOG-2'],
      async run(subject) {
        const [writer, reader] = await pair(subject);
        for (const line of ODD_LINES) writer.space.appendLine(line);
        await writer.sync();
        await fetchLog(reader, writer);
        checkSameLines(reader, writer);
      },
    },
    {
      title: 'A space passes on what another has written.',
      rules: ['LOG-4'],
      async run(subject) {
        const [writer, carrier] = await pair(subject);
        const from = writer.space.size;
        appendHarmless(subject, writer.space);
        const range = writer.space.range(from);
        await carrier.ask({ ranges: [range] }, [writer.space.lines.slice(from)], NO_DIGEST);
        const { header } = await carrier.ask({}, [], NO_DIGEST);
        const line = header.frontier?.find(({ space }) => space === writer.space.id);
        same('the size that the node holds', line?.size ?? null, writer.space.size);
      },
    },
    {
      title: 'A log that does not fit into one message is continued in the next ones.',
      rules: ['SYNC-1', 'LOG-4'],
      async run(subject) {
        const [writer, reader] = await pair(subject);
        await writer.sync();
        const from = writer.space.size;
        for (let i = 0; i < LONG_ENTRIES; i++) {
          writer.space.appendLine(fillerLine(i, ENTRY_BYTES_MAX));
        }
        await pushInParts(writer, from);
        const messages = await fetchLog(reader, writer);
        check(messages > 1, 'log: expected it in more than one message');
        checkSameLines(reader, writer);
      },
    },
    {
      title: 'No message is larger than the largest one.',
      rules: ['SYNC-1'],
      async run(subject) {
        const [writer, reader] = await pair(subject);
        const wants = [{ ...writer.space.log, from: 0 }];
        const called = await reader.callFor(wants);
        const bytes = contentOf(called.answer).length;
        check(bytes <= SYNC_BYTES_MAX, `answer: expected at most 4 MiB, got ${bytes} bytes`);
        same('ranges', rangesOf(reader.read(called), writer), 1);
      },
    },
    {
      title: 'Entries go to spaces of the same programme only.',
      rules: ['SYNC-4'],
      async run(subject) {
        const [reader] = await pair(subject);
        const stranger = await admitted(subject, 'Erin');
        await stranger.sync();
        const wants = [{ ...stranger.space.log, from: 0 }];
        const answer = await reader.ask({ wants }, [], NO_DIGEST);
        same('ranges of the other programme', rangesOf(answer, stranger), 0);
        const { header } = await reader.ask({}, [], NO_DIGEST);
        const lines = header.frontier?.filter(({ space }) => space === stranger.space.id) ?? [];
        same('lines of the other programme', lines.length, 0);
      },
    },
  ],
};
