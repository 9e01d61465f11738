/**
 * What a scripted node holds, and how it syncs: a few rules of the specification, each of which it
 * can be told to break.
 */

import {
  type CheckpointClaims,
  type CompactRange,
  checkHeartbeatTime,
  compactRoot,
  dayOf,
  EMPTY_COMPACT_RANGE,
  encodeBase64url,
  encodeSync,
  encodeUtf8,
  entryRangeOf,
  extendReplica,
  type ForkProof,
  type FrontierLine,
  frontierDigest,
  heartbeatTime,
  type InceptionEntry,
  isShelf,
  ProtocolError,
  parseEntry,
  parseSync,
  parseUtf8,
  planExchange,
  type SyncHeader,
  type SyncMessage,
  type SyncRange,
  type SyncWant,
  settleRange,
} from '@covisa/protocol';
import type { TestSpace } from '../../dist/node/test-space.js';
import { ed25519 } from '../../dist/platform/ed25519.js';
import { consistency, type Lie as ForkLie, rootAt, ScriptedForks } from './scripted-forks.js';

/** The ways in which a scripted node may be wrong. */
export type Lie =
  | ForkLie
  | 'believes'
  | 'changes-lines'
  | 'chatty'
  | 'forgets'
  | 'future'
  | 'no-cursor'
  | 'no-echo'
  | 'tells-all'
  | 'wrong-digest';

interface Held {
  lines: readonly Uint8Array[];
  compact: CompactRange;
  logKey: Uint8Array | null;
  checkpoint: string;
  heartbeat: { readonly checkpoint: string; readonly line: string } | null;
  /** When it changed last, in changes of the node. */
  changed: number;
}

type Space = FrontierLine['space'];

interface Given {
  readonly range: SyncRange;
  readonly lines: readonly Uint8Array[];
}

/** The logs of a scripted node. */
export class ScriptedLogs {
  readonly own: TestSpace;
  readonly #lies: ReadonlySet<Lie>;
  readonly #now: () => number;
  readonly #held = new Map<Space, Held>();
  readonly #programmes = new Map<string, Set<Space>>();
  readonly #forks: ScriptedForks;
  #changes = 0;

  constructor(own: TestSpace, lies: ReadonlySet<Lie>, now: () => number) {
    this.own = own;
    this.#lies = lies;
    this.#now = now;
    this.#forks = new ScriptedForks(lies as ReadonlySet<ForkLie>);
  }

  /** A programme with the node alone. */
  found(programme: string): void {
    this.#programmes.set(programme, new Set());
  }

  admit(programme: string, space: Space): void {
    this.#programmes.get(programme)?.add(space);
  }

  /** The first entry of a space whose log is held; null for a stranger. */
  opening(space: Space): InceptionEntry | null {
    const [line] = this.#held.get(space)?.lines ?? [];
    const entry = line === undefined ? null : parseEntry(line);
    return entry?.type === 'inception' ? entry : null;
  }

  /** The programmes that a space has been admitted to. */
  programmesOf(space: Space): readonly string[] {
    const all = [...this.#programmes];
    return all.filter(([, spaces]) => spaces.has(space)).map(([programme]) => programme);
  }

  /** Keeps what an applicant shows. */
  async apply(body: Uint8Array): Promise<void> {
    const { header, lines } = parseSync(body);
    for (const [i, range] of (header.ranges ?? []).entries())
      await this.#take(range, lines[i] ?? []);
  }

  /** The answer to a sync. */
  async answer(caller: Space, body: Uint8Array): Promise<Uint8Array> {
    const message = parseSync(body);
    const programme = message.header.digests[0]?.programme ?? '';
    if (!this.#lies.has('forgets')) await this.#takeAll(programme, message);
    const frontier = this.#frontier(programme);
    const digest = this.#lies.has('wrong-digest')
      ? encodeBase64url(new Uint8Array(32))
      : frontierDigest(this.#lies.has('forks-apart') ? frontier.map(withoutFork) : frontier);
    const digests = message.header.digests.slice(0, 1).map((one) => ({ ...one, digest }));
    const { wants, frontier: theirs, since, full = false } = message.header;
    const isEqual = message.header.digests.every((one, i) => one.digest === digests[i]?.digest);
    const isQuiet = isEqual && !wants?.length && !theirs && !this.#lies.has('chatty');
    if (isQuiet) return encodeSync({ sync: 1, digests });
    const isFirst =
      wants === undefined && theirs === undefined && message.header.ranges === undefined;
    const after = this.#lies.has('no-cursor') ? -1 : Number(since ?? -1);
    const told = isFirst
      ? frontier.filter(({ space }) => this.#changedAt(space) > (after || 0))
      : frontier;
    const plan = planExchange(frontier, theirs ?? [], full);
    const ranges = (wants ?? []).flatMap((want) => this.#rangesFor(programme, want));
    const forked = this.#lies.has('silent-forks') ? [] : plan.forks;
    const forks = [...(wants ?? []).filter((want) => want.fork), ...forked];
    const header: SyncHeader = {
      ...{ sync: 1, digests, cursor: `${this.#changes}`, ...this.#echo(caller) },
      ...((isFirst || full) && { frontier: told }),
      ...(full && { full: true }),
      ...(plan.wants.length > 0 && { wants: plan.wants }),
      forks: forks.flatMap((log) => this.#forks.proofOf(log)),
      ranges: ranges.map(({ range }) => range),
      heartbeats: (wants ?? []).flatMap(({ space }) => this.#heartbeatOf(space)),
    };
    return encodeSync(
      header,
      ranges.map(({ lines }) => lines),
    );
  }

  #echo(caller: Space): { readonly echo?: string } {
    const checkpoint = this.#held.get(caller)?.checkpoint;
    return checkpoint === undefined || this.#lies.has('no-echo') ? {} : { echo: checkpoint };
  }

  #changedAt(space: Space): number {
    return this.#held.get(space)?.changed ?? 0;
  }

  #spacesOf(programme: string): readonly Space[] {
    if (this.#lies.has('tells-all')) return [...this.#held.keys()];
    return [...(this.#programmes.get(programme) ?? [])];
  }

  #frontier(programme: string): readonly FrontierLine[] {
    const others = this.#spacesOf(programme).flatMap((space) => {
      const held = this.#held.get(space);
      if (held === undefined) return [];
      const line = { space, incarnation: 0 };
      const more = this.#forks.linesOf(space);
      const common = this.#forks.commonOf(line);
      if (common !== null) {
        return [
          { ...line, size: common, root: rootAt(held.lines, common), day: 0, common },
          ...more,
        ];
      }
      const root = encodeBase64url(compactRoot(held.compact));
      const day = held.heartbeat === null ? 0 : dayOf(heartbeatTime(held.heartbeat.line));
      return [{ ...line, size: held.compact.size, root, day }, ...more];
    });
    return [this.own.frontierLine(), ...others];
  }

  #heartbeatOf(space: Space) {
    const log = { space, incarnation: 0 };
    const { own } = this;
    const heartbeat = space === own.id ? own.heartbeat : this.#held.get(space)?.heartbeat;
    if (!heartbeat) return [];
    return [{ ...log, checkpoint: heartbeat.checkpoint, line: heartbeat.line }];
  }

  #rangesFor(programme: string, want: SyncWant): readonly Given[] {
    const { space, from, fork = false, bare = false } = want;
    const { own } = this;
    if (space === own.id) {
      return from < own.size ? [{ range: own.range(from), lines: own.lines.slice(from) }] : [];
    }
    const held = this.#held.get(space);
    if (!this.#spacesOf(programme).includes(space) || held === undefined || fork) return [];
    if (isShelf(want)) return this.#forks.straysOf(want, from);
    const log = { space, incarnation: 0 };
    const { checkpoint, lines } = held;
    if (bare) {
      const count = from === 0 ? 1 : 0;
      const proof = consistency(lines, from + count);
      const bent = this.#lies.has('bends-proofs') ? proof.toReversed() : proof;
      return [
        { range: { ...log, from, count, checkpoint, proof: bent }, lines: lines.slice(0, count) },
      ];
    }
    const common = this.#lies.has('serves-beyond') ? null : this.#forks.commonOf(log);
    const to = common ?? lines.length;
    const sent = lines.slice(from, to).map((line) => this.#sent(line));
    if (sent.length === 0) return [];
    const proof = to < lines.length ? { proof: consistency(lines, to) } : {};
    return [{ range: { ...log, from, count: sent.length, checkpoint, ...proof }, lines: sent }];
  }

  #sent(line: Uint8Array): Uint8Array {
    if (!this.#lies.has('changes-lines')) return line;
    return encodeUtf8(JSON.stringify(JSON.parse(parseUtf8(line))));
  }

  async #takeAll(programme: string, { header, lines }: SyncMessage): Promise<void> {
    const members = this.#spacesOf(programme);
    for (const proof of header.forks ?? []) this.#takeFork(proof);
    for (const [i, range] of (header.ranges ?? []).entries()) {
      if (!members.includes(range.space)) continue;
      if (isShelf(range)) this.#takeStray(range, lines[i]?.[0] ?? new Uint8Array());
      else await this.#take(range, lines[i] ?? []).catch(() => undefined);
    }
    for (const { space, ...heartbeat } of header.heartbeats ?? []) this.#beat(space, heartbeat);
  }

  #takeFork(proof: ForkProof): void {
    const held = this.#held.get(proof.space);
    if (held === undefined) return;
    const recovery = this.opening(proof.space)?.recovery ?? null;
    try {
      this.#forks.take(proof, { ...held, recovery });
      this.#touch(proof.space, held);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
    }
  }

  #takeStray(range: SyncRange, line: Uint8Array): void {
    const held = this.#held.get(range.space);
    if (!held?.logKey) return;
    try {
      this.#forks.takeStray(range, line, held.logKey);
      this.#touch(range.space, held);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
    }
  }

  #touch(space: Space, held: Held): void {
    this.#changes += 1;
    this.#held.set(space, { ...held, changed: this.#changes });
  }

  #beat(space: Space, heartbeat: { readonly checkpoint: string; readonly line: string }): void {
    const held = this.#held.get(space);
    if (held === undefined) return;
    const time = heartbeatTime(heartbeat.line);
    try {
      if (!this.#lies.has('future')) checkHeartbeatTime(time, this.#now());
    } catch {
      return;
    }
    if (held.heartbeat !== null && heartbeatTime(held.heartbeat.line) >= time) return;
    this.#changes += 1;
    this.#held.set(space, { ...held, heartbeat, changed: this.#changes });
  }

  async #take(range: SyncRange, lines: readonly Uint8Array[]): Promise<void> {
    const empty = { lines: [], compact: EMPTY_COMPACT_RANGE, logKey: null, heartbeat: null };
    const held: Omit<Held, 'checkpoint' | 'changed'> = this.#held.get(range.space) ?? empty;
    const log = { space: range.space, incarnation: 0 };
    if (this.#forks.commonOf(log) !== null) {
      if (this.#lies.has('grows-on')) this.#forks.forget(log);
      return;
    }
    const known = { logKey: held.logKey, recovery: null };
    const entryRange = entryRangeOf(range, lines);
    const unsettled = extendReplica({ log, compact: held.compact }, entryRange, known);
    if (unsettled === undefined || unsettled.kind === 'fork') return;
    const extension = this.#lies.has('believes')
      ? unsettled.extension
      : await settleRange(ed25519, unsettled);
    this.#changes += 1;
    this.#held.set(range.space, {
      lines: [...held.lines, ...extension.entries.map(({ bytes }) => bytes)],
      compact: extension.compact,
      logKey: extension.logKey,
      checkpoint: extension.checkpoint.note,
      heartbeat: held.heartbeat,
      changed: this.#changes,
    });
  }
}

function withoutFork({ common: _common, ...line }: FrontierLine): FrontierLine {
  return line;
}

/** A checkpoint of the node that says what it is told to. */
export function checkpointOf(own: TestSpace, claims: Partial<CheckpointClaims>): string {
  return own.sign({ log: own.log, size: own.size, root: own.root(), ...claims });
}
