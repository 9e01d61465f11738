/**
 * Taking a space back with its recovery key, while the node does not run: asks other spaces for the
 * space's own logs, then resumes. With a data folder it goes on from what is held there; with an
 * empty one from what the others give back.
 */

import {
  encodeBase64url,
  entryRangeOf,
  type ForkProof,
  INCARNATIONS_MAX,
  logKeyOf,
  ProtocolError,
  parseSync,
  parseUtf8,
  type ResumeEntry,
  readFork,
  recoveryDigest,
  type SpaceId,
  settleFork,
  shape,
  spaceId,
} from '@covisa/protocol';
import type { LogId } from '@covisa/store';
import { NodeError } from '../errors.js';
import { type EnginePorts, type EngineSettings, secondsOf } from './context.js';
import { contextOf } from './engine.js';
import { type Failure, failureOf, failureText } from './gossip/failure.js';
import type { PeerAddress, PeerClient } from './gossip/peer-client.js';
import { encodeRetrieval } from './gossip/resumes.js';
import { Replica } from './log/replica.js';
import {
  nextLog,
  type ResumeKeys,
  recoveryKeyUnknown,
  resume,
  spaceOfRecoveryDigest,
} from './log/resume.js';
import { ProgrammeBook } from './programme/book.js';
import { latestOpening } from './space-view.js';
import { SteadyClock } from './steady-clock.js';
import { View } from './view.js';

/** Messages from one peer at most: a log of a million entries takes some hundreds. */
const ROUNDS_MAX = 2000;

/** What the owner brings. */
export interface RecoverOrder extends ResumeKeys {
  /** Addresses of nodes to ask, besides those that the data folder knows. */
  readonly peers: readonly string[];
}

/** How one node that was asked answered. */
export interface AskedPeer {
  readonly url: string;
  /** Entries of the space's own logs that it gave back. */
  readonly received: number;
  /** Null: it answered. */
  readonly error: string | null;
}

/** An entry, for an owner who looks where a thief began to write. */
export interface LastEntry {
  readonly index: number;
  /** Its line of JSON. */
  readonly text: string;
}

/** What is known of those whom entries name by their ids. */
export interface RecoverableNames {
  /** Whose log it is. */
  readonly own: SpaceId;
  space(id: SpaceId): string | null;
  /** The name that a programme was founded with. */
  programme(id: string): string | null;
}

/** What a recovery came to. */
export interface Recovered {
  readonly log: LogId;
  readonly previous: ResumeEntry['previous'];
  /** From the profile; null where the log held none. */
  readonly name: string | null;
  readonly asked: readonly AskedPeer[];
}

/** A space about to be taken back: first what is known of it, then the resume. */
export class Recoverable {
  readonly #ports: EnginePorts;
  readonly #settings: EngineSettings;
  readonly #order: RecoverOrder;
  readonly #view = new View();
  readonly #replica: Replica;
  readonly #book: ProgrammeBook;
  readonly #asked: AskedPeer[] = [];
  #digest = '';
  /** A peer has shown two resumes of one incarnation. */
  #isClosed = false;

  constructor(ports: EnginePorts, settings: EngineSettings, order: RecoverOrder) {
    this.#ports = ports;
    this.#settings = settings;
    this.#order = order;
    const now = () => secondsOf(ports.clock);
    this.#replica = new Replica(ports, this.#view, new SteadyClock({ ports, settings, now }));
    this.#book = new ProgrammeBook(ports.store);
  }

  /**
   * Reads the store and asks the peers.
   * @throws NodeError RECOVERY_KEY_UNKNOWN, CONFLICT; ProtocolError SPACE_CLOSED
   */
  async prepare(): Promise<void> {
    const { store, signatures } = this.#ports;
    await this.#book.load();
    await this.#view.load(store);
    await this.#replica.load();
    const publicKey = await signatures.publicKey(this.#order.recoverySeed);
    this.#digest = recoveryDigest(publicKey);
    const client = this.#ports.connect({
      // Who asks is the recovery key itself: which space it is of, the other side finds out.
      space: shape.parseAs('SHAPE_INVALID', spaceId, this.#digest),
      signAsPeer: async (message) => signatures.sign(this.#order.recoverySeed, message),
    });
    for (const url of this.#addresses()) await this.#ask(client, url, encodeBase64url(publicKey));
    const space = this.#space();
    if (space === null) throw recoveryKeyUnknown();
    // FORK-8: there is nothing to take back of a space that was taken twice.
    if (this.#isClosed || this.#view.forks.rivalsOf(space)) {
      throw new ProtocolError(
        'SPACE_CLOSED',
        'recovery: this space was resumed twice, and is closed for ever. Start a new one, and ask your programmes to seat it.',
      );
    }
    checkIncarnation(nextLog(this.#view, space));
  }

  /** The last entries of the space's log, oldest first; at most `countMax`. */
  async lastEntries(countMax: number): Promise<readonly LastEntry[]> {
    const space = this.#space();
    const head = space === null ? null : (this.#replica.latest(space)?.head ?? null);
    if (head === null) throw recoveryKeyUnknown();
    const from = Math.max(0, head.size - countMax);
    const { store } = this.#ports;
    const entries = await store.entries(head, from, countMax, Number.MAX_SAFE_INTEGER);
    return entries.map(({ index, bytes }) => ({ index, text: parseUtf8(bytes) }));
  }

  /** For the words of those entries. */
  async names(): Promise<RecoverableNames> {
    const own = this.#space();
    if (own === null) throw recoveryKeyUnknown();
    const programmes = new Map<string, string>();
    for (const { programme, preview } of this.#book.joined) {
      await this.#view.know(programme, this.#ports.store);
      const said = this.#view.governance.of(programme);
      const [name = preview?.name] = said.flatMap(({ entry }) =>
        entry.type === 'roster' && entry.version === 0 ? (entry.name ?? []) : [],
      );
      if (name !== undefined) programmes.set(programme, name);
    }
    return {
      own,
      space: (id) => this.#view.space(id)?.profile?.name ?? null,
      programme: (id) => programmes.get(id) ?? null,
    };
  }

  /**
   * Resumes; `secret` (32 bytes) is the new node secret.
   * @throws NodeError ACCEPTED_SIZE_INVALID
   */
  async finish(secret: Uint8Array): Promise<Recovered> {
    const space = this.#space();
    if (space === null) throw recoveryKeyUnknown();
    const log = nextLog(this.#view, space);
    const context = await contextOf(this.#ports, this.#settings, secret, log);
    const held = { view: this.#view, replica: this.#replica };
    const { previous } = await resume(context, held, secret, this.#order);
    const name = this.#view.space(space)?.profile?.name ?? null;
    return { log, previous, name, asked: this.#asked };
  }

  #space(): SpaceId | null {
    return spaceOfRecoveryDigest(this.#view, this.#digest);
  }

  /** Of all spaces that are held, and those that were named. */
  #addresses(): readonly string[] {
    const own = this.#space();
    const known = [...this.#view.spaces.values()].flatMap(({ space, profile }) =>
      space === own ? [] : (profile?.node ?? []),
    );
    return [...new Set([...this.#order.peers, ...known])];
  }

  async #ask(client: PeerClient, url: string, recovery: string): Promise<void> {
    let received = 0;
    try {
      const peer = await this.#addressOf(client, url);
      for (let round = 0; round < ROUNDS_MAX; round++) {
        const got = await this.#take(client, peer, recovery);
        received += got;
        if (got === 0) break;
      }
      this.#asked.push({ url, received, error: null });
    } catch (error) {
      const failure: Failure = failureOf(error);
      this.#asked.push({ url, received, error: failureText(failure) });
    }
  }

  async #addressOf(client: PeerClient, url: string): Promise<PeerAddress> {
    for (const { space, profile } of this.#view.spaces.values()) {
      const opening = latestOpening(this.#view.space(space));
      if (profile?.node === url && opening) return { space, url, peerKey: opening.peerKey };
    }
    const { space, peerKey } = await client.discover(url);
    return { space, url, peerKey };
  }

  /** Takes one message of a peer; resolves with how many entries were new. */
  async #take(client: PeerClient, peer: PeerAddress, recovery: string): Promise<number> {
    const body = encodeRetrieval(recovery, this.#heldSizes());
    const options = { contentType: 'application/covisa-sync' };
    const answer = await client.send(peer, '/covisa/v1/recovery', body, options);
    const { header, lines } = parseSync(answer);
    for (const { programme } of header.digests) await this.#join(programme, peer);
    let entries = 0;
    for (const [i, range] of (header.ranges ?? []).entries()) {
      const { space, incarnation } = range;
      const offered = { space, incarnation, ...entryRangeOf(range, lines[i] ?? []) };
      const ingested = await this.#replica.exclusively(() => this.#replica.ingest([offered]));
      for (const { error } of ingested.problems) {
        this.#ports.logger.warn('range-refused', { log: logKeyOf(offered), code: error.code });
      }
      entries += ingested.entries;
    }
    for (const proof of header.forks ?? []) {
      if (proof.space === this.#space() && proof.common === 0) await this.#takeRivals(proof);
    }
    return entries;
  }

  async #takeRivals(proof: ForkProof): Promise<void> {
    const { signatures, sha256, logger } = this.#ports;
    try {
      const { space, incarnation } = proof;
      const known = this.#view.knownKeys({ space, incarnation });
      await settleFork(signatures, readFork(proof, known, sha256));
      this.#isClosed = true;
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      logger.warn('fork-refused', { space: proof.space, code: error.code });
    }
  }

  #heldSizes(): readonly number[] {
    const space = this.#space();
    if (space === null) return [];
    return [...this.#replica.incarnationsOf(space)].map(
      (incarnation) => this.#replica.log({ space, incarnation })?.head.size ?? 0,
    );
  }

  /** The programmes that the peer shares with the space, where the book is lost. */
  async #join(programme: Parameters<ProgrammeBook['applicants']>[0], peer: PeerAddress) {
    if (this.#book.joined.some((one) => one.programme === programme)) return;
    const introducer = { ...peer, peerKey: encodeBase64url(peer.peerKey) };
    await this.#book.join({ programme, introducer, preview: null });
  }
}

/** RESUME-6: nobody would take one more. @throws NodeError CONFLICT */
function checkIncarnation({ incarnation }: LogId): void {
  if (incarnation < INCARNATIONS_MAX) return;
  throw new NodeError('CONFLICT', `recovery: expected fewer than ${incarnation} resumes`, {
    remedy: 'Start a new space, and ask your programmes to seat it.',
  });
}
