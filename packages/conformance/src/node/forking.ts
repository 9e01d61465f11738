/** Logs that fork: their proofs, their strays, and what the node tells of them. */

import {
  encodeBase64url,
  type ForkProof,
  type FrontierLine,
  fillShelf,
  isProtective,
  isShelf,
  type LogId,
  leafHash,
  logKeyOf,
  parseEntry,
  type SyncMessage,
  shelfRoot,
  strayPlace,
} from '@covisa/protocol';
import { appendHarmless } from './entries.js';
import { check, same } from './expect.js';
import type { Peer } from './peer.js';
import type { Subject } from './subject.js';
import { profileOf, type TestSpace } from './test-space.js';

export const NO_DIGEST = encodeBase64url(new Uint8Array(32));

/** The proof that two histories part after so many entries. */
export function forkProof(one: TestSpace, other: TestSpace, common: number): ForkProof {
  return { ...one.log, common, sides: [one.forkSide(common), other.forkSide(common)] };
}

/**
 * Writes on in a history: two entries that protect others and, between them, one that does not.
 */
export function diverge(subject: Subject, history: TestSpace, name: string): TestSpace {
  appendHarmless(subject, history);
  history.append(profileOf(name, subject.now()));
  appendHarmless(subject, history);
  return history;
}

/** Whether a line protects others: it stays when its history is left behind. */
export function isStray(line: Uint8Array): boolean {
  return isProtective(parseEntry(line));
}

/** The lines of the shelves with what protects others of these histories beyond what is common. */
function shelfLines(histories: readonly TestSpace[], common: number): readonly FrontierLine[] {
  const shelves = new Map<string, { log: LogId; strays: { index: number; leaf: Uint8Array }[] }>();
  for (const { log, lines } of histories) {
    for (const line of lines.slice(common).filter(isStray)) {
      const leaf = leafHash(line);
      const { index, ...shelf } = strayPlace(log, leaf);
      const known = shelves.get(logKeyOf(shelf)) ?? { log: shelf, strays: [] };
      const isKnown = known.strays.some((one) => one.index === index);
      if (!isKnown) known.strays.push({ index, leaf });
      shelves.set(logKeyOf(shelf), known);
    }
  }
  return [...shelves.values()].map(({ log, strays }) => {
    const filled = fillShelf([], strays);
    return { ...log, size: filled.length, root: encodeBase64url(shelfRoot(filled)), day: 0 };
  });
}

/** The lines of the node's frontier about a space, its shelves among them. */
export async function linesOf(teller: Peer, space: string): Promise<readonly FrontierLine[]> {
  const { header } = await teller.ask({}, [], NO_DIGEST);
  return (header.frontier ?? []).filter((line) => line.space === space);
}

/** The line of one log. @throws Failure */
export async function lineOf(teller: Peer, log: LogId): Promise<FrontierLine> {
  const lines = await linesOf(teller, log.space);
  const line = lines.find((one) => logKeyOf(one) === logKeyOf(log));
  check(line !== undefined, `frontier: expected a line of ${logKeyOf(log)}`);
  return line;
}

/** @throws Failure unless the node tells that a log has forked, and of no more than is common */
export async function checkCut(teller: Peer, history: TestSpace, common: number): Promise<void> {
  const line = await lineOf(teller, history.log);
  same('common', line.common ?? null, common);
  same('the size that the node tells', line.size, common);
  same('the root that the node tells', line.root, encodeBase64url(history.root(common)));
  same('the day of a heartbeat', line.day, 0);
}

/** @throws Failure unless the node tells all of a log, and of no fork */
export async function checkWhole(teller: Peer, history: TestSpace): Promise<void> {
  const line = await lineOf(teller, history.log);
  same('common', line.common ?? null, null);
  same('the size that the node tells', line.size, history.size);
  same('the root that the node tells', line.root, encodeBase64url(history.root()));
}

function textOf(lines: readonly FrontierLine[]): string {
  return lines
    .map(({ incarnation, size, root }) => `${incarnation} ${size} ${root}`)
    .sort()
    .join(', ');
}

/** @throws Failure unless the node's shelves hold the strays of these histories, and no others */
export async function checkShelves(
  teller: Peer,
  histories: readonly TestSpace[],
  common: number,
): Promise<void> {
  const [{ id } = { id: '' }] = histories;
  const told = (await linesOf(teller, id)).filter(isShelf);
  same('the shelves', textOf(told), textOf(shelfLines(histories, common)));
}

/** Has the node hear that a space lives, so that it is listed. */
export async function beat(subject: Subject, peer: Peer): Promise<void> {
  const { checkpoint, line } = peer.space.beat(subject.now());
  await peer.ask({ heartbeats: [{ ...peer.space.log, checkpoint, line }] }, [], NO_DIGEST);
}

/** Shows the node a proof that a log has forked. */
export function showFork(teller: Peer, proof: ForkProof): Promise<SyncMessage> {
  return teller.ask({ forks: [proof] }, [], NO_DIGEST);
}

/** Sends what protects others of a history, from an index on, as strays; last ones first. */
export async function sendStrays(teller: Peer, history: TestSpace, from: number): Promise<void> {
  const strays = [...history.lines.entries()].filter(([i, line]) => i >= from && isStray(line));
  strays.reverse();
  const ranges = strays.map(([index]) => history.strayRange(index));
  await teller.ask(
    { ranges },
    strays.map(([, line]) => [line]),
    NO_DIGEST,
  );
}
