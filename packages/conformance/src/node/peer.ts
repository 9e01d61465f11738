/**
 * A small peer: what a test space holds of the logs of one programme, and its side of a sync. It
 * believes nothing that it has not verified.
 */

import {
  type CompactRange,
  checkpointText,
  compactRoot,
  concatBytes,
  dayOf,
  EMPTY_COMPACT_RANGE,
  encodeBase64url,
  encodeSync,
  encodeUtf8,
  entryRangeOf,
  extendReplica,
  type FrontierLine,
  frontierDigest,
  type InceptionEntry,
  isShelf,
  type LogId,
  logKeyOf,
  type ProgrammeId,
  parseBase64url,
  parseCheckpoint,
  parseEntry,
  parseHeartbeat,
  parseSync,
  type ResumeEntry,
  type Seconds,
  type SyncHeader,
  type SyncHeartbeat,
  type SyncMessage,
  type SyncRange,
  type SyncWant,
  settleRange,
} from '@covisa/protocol';
import { ed25519 } from '../platform/ed25519.js';
import { contentOf, typeOf } from './answers.js';
import { check, Failure, same } from './expect.js';
import type { SignedAnswer, Subject } from './subject.js';
import type { TestSpace } from './test-space.js';

const SYNC = '/covisa/v1/sync';
/** Messages of one sync: the suite's logs need fewer than ten. */
const ROUNDS_MAX = 40;

/** What is held of one log. */
export interface HeldLog {
  readonly log: LogId;
  readonly lines: readonly Uint8Array[];
  readonly compact: CompactRange;
  /** 32 bytes; null while nothing is held. */
  readonly logKey: Uint8Array | null;
  readonly checkpoint: string | null;
  readonly heartbeat: Seconds | null;
}

/** A header without what every message has. */
export type HeaderPart = Omit<SyncHeader, 'sync' | 'digests'>;

/** A test space with what it holds. */
export class Peer {
  readonly space: TestSpace;
  readonly programme: ProgrammeId;
  /** What the node has said of its cosignatures over this space's checkpoints. */
  readonly cosignatures: string[] = [];
  readonly #subject: Subject;
  readonly #held = new Map<string, HeldLog>();

  constructor(subject: Subject, space: TestSpace, programme: ProgrammeId) {
    this.#subject = subject;
    this.space = space;
    this.programme = programme;
  }

  /** What is held of a log. */
  held(log: LogId): HeldLog {
    const nothing = { lines: [], compact: EMPTY_COMPACT_RANGE, logKey: null };
    return this.#held.get(logKeyOf(log)) ?? { log, ...nothing, checkpoint: null, heartbeat: null };
  }

  /** How far this peer holds each log, its own among them. */
  frontier(): readonly FrontierLine[] {
    const others = [...this.#held.values()].map(lineOf);
    return [this.space.frontierLine(), ...others];
  }

  digest(): string {
    return frontierDigest(this.frontier());
  }

  /** Sends a message as it stands, signed by this space. */
  call(content: Uint8Array, headers: Readonly<Record<string, string>> = {}): Promise<SignedAnswer> {
    return this.#subject.call(this.space, SYNC, content, { headers });
  }

  /** Sends a message; the node's answer, which it has signed. */
  async ask(
    part: HeaderPart,
    lines: readonly (readonly Uint8Array[])[] = [],
    digest = this.digest(),
  ): Promise<SyncMessage> {
    const digests = [{ programme: this.programme, digest }];
    const called = await this.call(encodeSync({ sync: 1, digests, ...part }, lines));
    await this.#subject.checkSigned(called);
    return this.read(called);
  }

  /** The first message of a sync in which both hold the same; its answer as it came. */
  equal(): Promise<SignedAnswer> {
    return this.callWith([]);
  }

  /**
   * The body of a message with one range whose lines may be anything: what `encodeSync` would
   * refuse is left to the node.
   */
  bodyOf(range: SyncRange, lines: readonly Uint8Array[]): Uint8Array {
    const digests = [{ programme: this.programme, digest: this.digest() }];
    const header = encodeUtf8(`${JSON.stringify({ sync: 1, digests, ranges: [range] })}\n`);
    return concatBytes(header, ...lines.flatMap((line) => [line, encodeUtf8('\n')]));
  }

  /** A message that asks for entries; its answer as it came. */
  callFor(wants: readonly SyncWant[]): Promise<SignedAnswer> {
    const digests = [{ programme: this.programme, digest: this.digest() }];
    return this.call(encodeSync({ sync: 1, digests, wants }));
  }

  /** A first message that names more programmes. */
  callWith(programmes: readonly ProgrammeId[]): Promise<SignedAnswer> {
    const digests = [this.programme, ...programmes].map((programme) => ({
      programme,
      digest: this.digest(),
    }));
    return this.call(encodeSync({ sync: 1, digests }));
  }

  /** The message in an answer. */
  read({ answer }: SignedAnswer): SyncMessage {
    if (answer.status !== 200) {
      const said = new TextDecoder().decode(contentOf(answer)).slice(0, 200);
      throw new Failure(`sync: expected a message, got ${answer.status} ${said}`);
    }
    same('content-type', typeOf(answer), 'application/covisa-sync');
    const message = parseSync(contentOf(answer));
    const { cosignature } = message.header;
    if (cosignature !== undefined) this.cosignatures.push(cosignature);
    return message;
  }

  /** Takes all that a message brings; how many entries were new. @throws Failure */
  async take({ header, lines }: SyncMessage): Promise<number> {
    let taken = 0;
    const all = (header.ranges ?? []).map((range, i) => ({ range, lines: lines[i] ?? [] }));
    // Strays are of no log any more.
    const ranges = all.filter(({ range }) => !isShelf(range));
    // What starts a later incarnation is read by the one before it.
    ranges.sort((left, right) => left.range.incarnation - right.range.incarnation);
    for (const one of ranges) taken += await this.takeRange(one.range, one.lines);
    for (const heartbeat of header.heartbeats ?? []) this.takeHeartbeat(heartbeat);
    return taken;
  }

  /** Takes one range; how many of its entries were new. @throws ProtocolError */
  async takeRange(range: SyncRange, lines: readonly Uint8Array[]): Promise<number> {
    const { space, incarnation } = range;
    const held = this.held({ space, incarnation });
    const before = this.held({ space, incarnation: incarnation - 1 });
    const known = { logKey: held.logKey, recovery: openingOf(before)?.recovery ?? null };
    const unsettled = extendReplica(held, entryRangeOf(range, lines), known);
    if (unsettled === undefined) return 0;
    const { compact, entries, logKey, checkpoint } = await settleRange(ed25519, unsettled);
    this.#held.set(logKeyOf(held.log), {
      ...held,
      lines: [...held.lines, ...entries.map(({ bytes }) => bytes)],
      compact,
      logKey,
      checkpoint: checkpoint.note,
    });
    return entries.length;
  }

  /** Takes a heartbeat, which has to hold. @throws Failure, ProtocolError */
  takeHeartbeat({ space, incarnation, checkpoint, line }: SyncHeartbeat): Seconds {
    const held = this.held({ space, incarnation });
    const witness = openingOf(held)?.witness;
    check(witness !== undefined, 'heartbeat: expected it of a log that is held');
    const read = parseCheckpoint(checkpoint);
    const text = checkpointText(read);
    const { time, check: signed } = parseHeartbeat(line, text, held.log, parseBase64url(witness));
    check(ed25519.verify(signed), "heartbeat: expected the witness key's signature");
    const isLater = read.size <= held.compact.size && time > (held.heartbeat ?? -1);
    if (isLater) this.#held.set(logKeyOf(held.log), { ...held, heartbeat: time });
    return time;
  }

  /** Syncs until both hold the same, sending its own log where the node lacks it. */
  async sync(): Promise<void> {
    let answer = await this.ask({});
    for (let round = 0; round < ROUNDS_MAX; round++) {
      if (this.isEqual(answer)) return;
      answer = await this.ask({ frontier: this.frontier(), full: true });
      const theirs = answer.header.frontier ?? [];
      const wants = theirs.filter((line) => this.lacks(line)).map((line) => this.wantOf(line));
      const pushed = this.#push(theirs);
      answer = await this.ask({ wants, ...pushed.part }, pushed.lines);
      await this.take(answer);
    }
    throw new Failure(`sync: expected equal digests after ${ROUNDS_MAX} messages`);
  }

  /** Whether an answer names this peer's own digest. */
  isEqual({ header }: SyncMessage): boolean {
    return header.digests.some(
      ({ programme, digest }) => programme === this.programme && digest === this.digest(),
    );
  }

  /** Whether a line of the node's frontier is of something that this peer lacks. */
  lacks(line: FrontierLine): boolean {
    if (line.space === this.space.id) return false;
    const mine = lineOf(this.held(line));
    return line.size > mine.size || (line.size === mine.size && line.day > mine.day);
  }

  /** What asks for the rest of a log. */
  wantOf({ space, incarnation }: LogId): SyncWant {
    return { space, incarnation, from: this.held({ space, incarnation }).compact.size };
  }

  /** The rest of the own log, and the own heartbeat. */
  #push(theirs: readonly FrontierLine[]) {
    const { space } = this;
    const from = theirs.find((line) => line.space === space.id)?.size ?? 0;
    const heartbeats = space.heartbeat === null ? [] : [{ ...space.log, ...space.heartbeat }];
    if (from >= space.size) return { part: { heartbeats }, lines: [] };
    return { part: { heartbeats, ranges: [space.range(from)] }, lines: [space.lines.slice(from)] };
  }
}

function lineOf({ log, compact, heartbeat }: HeldLog): FrontierLine {
  const root = encodeBase64url(compactRoot(compact));
  const day = heartbeat === null ? 0 : dayOf(heartbeat);
  return { ...log, size: compact.size, root, day };
}

/** The first entry of a log, which names its keys. */
function openingOf({ lines }: HeldLog): InceptionEntry | ResumeEntry | null {
  const entry = lines[0] === undefined ? null : parseEntry(lines[0]);
  return entry?.type === 'inception' || entry?.type === 'resume' ? entry : null;
}
