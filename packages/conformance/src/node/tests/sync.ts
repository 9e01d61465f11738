/** Syncs in all their phases, as a peer that the node has endorsed. */

import {
  checkpointText,
  dayOf,
  encodeBase64url,
  type FrontierLine,
  frontierDigest,
  HEARTBEAT_AHEAD_SECONDS,
  logKeyOf,
  parseCheckpoint,
  parseHeartbeat,
  type SyncMessage,
} from '@covisa/protocol';
import { ed25519 } from '../../platform/ed25519.js';
import { admitted } from '../admitted.js';
import { noProgramme } from '../applying.js';
import { appendHarmless } from '../entries.js';
import { check, same } from '../expect.js';
import type { Peer } from '../peer.js';
import type { Subject } from '../subject.js';
import type { NodeChapter } from '../test.js';

const NO_DIGEST = encodeBase64url(new Uint8Array(32));
/** Bytes of a message that says that nothing is new (decision 0003). */
const EQUAL_BYTES_MAX = 400;

/** A peer of this chapter, with what it holds. */
function alice(subject: Subject): Promise<Peer> {
  return admitted(subject, 'Alice');
}

/** The same once it holds all that the node holds, and the node all of its log. */
async function synced(subject: Subject): Promise<Peer> {
  const peer = await alice(subject);
  await peer.sync();
  return peer;
}

function digestIn(peer: Peer, { header }: SyncMessage): string {
  const own = header.digests.filter(({ programme }) => programme === peer.programme);
  same('digests of the programme', own.length, 1);
  return own[0]?.digest ?? '';
}

function lineOf(lines: readonly FrontierLine[] | undefined, space: string): FrontierLine {
  const line = lines?.find((one) => one.space === space);
  check(line !== undefined, `frontier: expected a line of ${space}`);
  return line;
}

export const sync: NodeChapter = {
  name: 'Sync',
  place: 'spec/gossip.md',
  tests: [
    {
      title: 'Where digests differ the node sends its frontier, and a cursor.',
      rules: ['SYNC-2'],
      async run(subject) {
        const peer = await alice(subject);
        const { header } = await peer.ask({}, [], NO_DIGEST);
        check(header.frontier !== undefined, 'answer: expected a frontier');
        check(header.cursor !== undefined, 'answer: expected a cursor');
        const { space } = await subject.discovery();
        check(lineOf(header.frontier, space).size > 0, 'frontier: expected entries of the node');
      },
    },
    {
      title: 'The digest is that of the lines of the frontier.',
      rules: ['SYNC-2'],
      async run(subject) {
        const peer = await alice(subject);
        const answer = await peer.ask({}, [], NO_DIGEST);
        const found = frontierDigest(answer.header.frontier ?? []);
        same('digest', digestIn(peer, answer), found);
      },
    },
    {
      title: 'The node echoes the largest checkpoint that it holds of the caller.',
      rules: ['LOG-9'],
      async run(subject) {
        const peer = await alice(subject);
        const { header } = await peer.ask({}, [], NO_DIGEST);
        check(header.echo !== undefined, 'answer: expected an echo');
        const { log, size, root } = parseCheckpoint(header.echo);
        same('echo', logKeyOf(log), logKeyOf(peer.space.log));
        same("the echo's size", size, peer.space.size);
        same("the echo's root", encodeBase64url(root), encodeBase64url(peer.space.root(size)));
      },
    },
    {
      title: 'The node sends the entries that are asked for, under a checkpoint that holds.',
      rules: ['LOG-3', 'LOG-4', 'LOG-5', 'CHECKPOINT-1', 'CHECKPOINT-2', 'SYNC-5'],
      async run(subject) {
        const peer = await alice(subject);
        const { space, incarnation } = await subject.discovery();
        const answer = await peer.ask({ wants: [{ space, incarnation, from: 0 }] }, [], NO_DIGEST);
        check(incarnation > 0 || (await peer.take(answer)) > 0, 'ranges: expected entries');
      },
    },
    {
      title: 'The node asks for entries that it lacks, and takes them.',
      rules: ['LOG-4'],
      async run(subject) {
        const peer = await alice(subject);
        const { space } = peer;
        const held = space.size;
        appendHarmless(subject, space);
        space.beat(subject.now());
        const asked = await peer.ask({ frontier: peer.frontier() });
        const want = asked.header.wants?.find((one) => one.space === space.id);
        check(want !== undefined, 'wants: expected the log of the caller');
        same("the want's index", want.from, held);
        await peer.ask({ ranges: [space.range(held)] }, [space.lines.slice(held)]);
        const { header } = await peer.ask({}, [], NO_DIGEST);
        same('the size that the node holds', lineOf(header.frontier, space.id).size, space.size);
      },
    },
    {
      title: 'After a whole sync both hold the same.',
      rules: ['SYNC-2', 'HEARTBEAT-1', 'HEARTBEAT-3'],
      run: async (subject) => void (await synced(subject)),
    },
    {
      title: 'Where digests are equal nothing else is sent, in at most 400 bytes.',
      rules: ['SYNC-2'],
      async run(subject) {
        const peer = await synced(subject);
        // The first one may bring a cosignature once more: an answer may be lost on its way.
        peer.read(await peer.equal());
        const called = await peer.equal();
        await subject.checkSigned(called);
        const { header, lines } = peer.read(called);
        same('digest', digestIn(peer, { header, lines }), peer.digest());
        for (const name of ['frontier', 'echo', 'ranges', 'wants', 'heartbeats'] as const) {
          check(header[name] === undefined, `answer: expected no ${name}`);
        }
        const bytes = called.answer.body.length;
        check(bytes <= EQUAL_BYTES_MAX, `answer: expected at most 400 bytes, got ${bytes}`);
      },
    },
    {
      title: "The node's latest heartbeat comes with its log, signed by its witness key.",
      rules: ['HEARTBEAT-1', 'HEARTBEAT-2', 'HEARTBEAT-3'],
      async run(subject) {
        const peer = await synced(subject);
        const { space, incarnation } = await subject.discovery();
        const from = peer.held({ space, incarnation }).compact.size;
        const { header } = await peer.ask({ wants: [{ space, incarnation, from }] });
        const sent = header.heartbeats?.find((one) => one.space === space);
        check(sent !== undefined, 'answer: expected a heartbeat of the node');
        const ahead = peer.takeHeartbeat(sent) - subject.now();
        check(ahead <= HEARTBEAT_AHEAD_SECONDS, `heartbeat: is ${ahead} s ahead`);
      },
    },
    {
      title: 'A beat beside equal digests is over the checkpoint that both hold.',
      rules: ['HEARTBEAT-1'],
      async run(subject) {
        const peer = await synced(subject);
        const { space, incarnation } = await subject.discovery();
        const { checkpoint } = peer.held({ space, incarnation });
        const { header } = peer.read(await peer.equal());
        // A node whose log has grown since its heartbeat has none to send.
        if (header.beat === undefined || checkpoint === null) return;
        peer.takeHeartbeat({ space, incarnation, checkpoint, line: header.beat });
      },
    },
    {
      title: 'The node cosigns what it holds whole of the caller, and tells it twice at most.',
      rules: ['WITNESS-1', 'HEARTBEAT-1'],
      async run(subject) {
        const peer = await alice(subject);
        appendHarmless(subject, peer.space);
        const told = peer.cosignatures.length;
        await peer.sync();
        for (let time = 0; time < 3; time++) peer.read(await peer.equal());
        const [line, ...more] = peer.cosignatures.slice(told);
        check(line !== undefined, 'answers: expected a cosignature');
        check(more.length <= 1, `further cosignatures: expected 1 at most, got ${more.length}`);
        check(
          more.every((one) => one === line),
          'cosignature: expected the same line again',
        );
        const { space, incarnation, witnessKey } = await subject.discovery();
        const text = checkpointText({
          log: peer.space.log,
          size: peer.space.size,
          root: peer.space.root(),
        });
        const read = parseHeartbeat(line, text, { space, incarnation }, witnessKey);
        check(ed25519.verify(read.check), "cosignature: expected the node's witness key");
      },
    },
    {
      title: 'Asked for nothing new, the node answers what is asked for all the same.',
      rules: [],
      async run(subject) {
        const peer = await synced(subject);
        const { space, incarnation } = await subject.discovery();
        const { header } = await peer.ask({ wants: [{ space, incarnation, from: 0 }] });
        check((header.ranges ?? []).length === 1, 'answer: expected one range');
      },
    },
    {
      title: 'A cursor that is given back brings only what has changed since.',
      rules: [],
      async run(subject) {
        const peer = await synced(subject);
        const bob = await admitted(subject, 'Bob');
        const first = await peer.ask({}, [], NO_DIGEST);
        const { cursor } = first.header;
        check(cursor !== undefined, 'answer: expected a cursor');
        appendHarmless(subject, bob.space);
        await bob.sync();
        const { header } = await peer.ask({ since: cursor }, [], NO_DIGEST);
        lineOf(header.frontier, bob.space.id);
        const stale = header.frontier?.some((line) => line.space === peer.space.id);
        same('a line that has not changed', stale ?? false, false);
      },
    },
    {
      title: 'A cursor that the node does not know counts as none.',
      rules: [],
      async run(subject) {
        const peer = await synced(subject);
        const { header } = await peer.ask({ since: 'another-run:7' }, [], NO_DIGEST);
        lineOf(header.frontier, peer.space.id);
      },
    },
    {
      title: 'A full frontier is answered by a full one.',
      rules: ['SYNC-2'],
      async run(subject) {
        const peer = await synced(subject);
        const part = { frontier: peer.frontier(), full: true };
        const { header } = await peer.ask(part, [], NO_DIGEST);
        same('full', header.full ?? false, true);
        same('digest', frontierDigest(header.frontier ?? []), peer.digest());
      },
    },
    {
      title: 'A programme that is not shared makes the digests differ, and is not told of.',
      rules: ['SYNC-4'],
      async run(subject) {
        const peer = await synced(subject);
        const called = await peer.callWith([noProgramme(subject)]);
        const { header } = peer.read(called);
        const named = header.digests.map(({ programme }) => programme);
        same('digests', named.join(), peer.programme);
        check(header.frontier !== undefined, 'answer: expected a frontier');
      },
    },
    {
      title: 'Members of the header that nobody knows are passed over.',
      rules: [],
      async run(subject) {
        const peer = await synced(subject);
        const digests = [{ programme: peer.programme, digest: peer.digest() }];
        const header = JSON.stringify({ sync: 1, digests, later: { a: [1] } });
        const answer = peer.read(await peer.call(new TextEncoder().encode(`${header}\n`)));
        same('digest', digestIn(peer, answer), peer.digest());
      },
    },
    {
      title: 'A later heartbeat alone moves the day of the line, and goes on to others.',
      rules: ['HEARTBEAT-1'],
      async run(subject) {
        const peer = await synced(subject);
        const time = subject.now() + 1;
        const { checkpoint, line } = peer.space.beat(time);
        await peer.ask({ heartbeats: [{ ...peer.space.log, checkpoint, line }] });
        const bob = await admitted(subject, 'Bob');
        const want = { ...peer.space.log, from: peer.space.size };
        const { header } = await bob.ask({ wants: [want] }, [], NO_DIGEST);
        const sent = header.heartbeats?.find((one) => one.space === peer.space.id);
        same('the heartbeat of the other space', sent?.line ?? null, line);
        const { frontier } = (await bob.ask({}, [], NO_DIGEST)).header;
        same('day', lineOf(frontier, peer.space.id).day, dayOf(time));
      },
    },
  ],
};
