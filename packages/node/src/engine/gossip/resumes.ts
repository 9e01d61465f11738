/**
 * Resumes between nodes: giving a space that lost its disk its own logs back, and learning its new
 * keys.
 */

import {
  APPLICANT_ENTRIES_MAX,
  encodeSync,
  encodeUtf8,
  entryRangeOf,
  INCARNATIONS_MAX,
  key32,
  ProtocolError,
  parseSync,
  parseUtf8,
  type SpaceId,
  shape,
} from '@covisa/protocol';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import type { Forks } from '../forks/forks.js';
import type { OwnLog } from '../log/own-log.js';
import type { Replica } from '../log/replica.js';
import { recoveryKeyUnknown, spaceOfRecoveryDigest } from '../log/resume.js';
import type { Resumes } from '../services.js';
import type { View } from '../view.js';
import type { Exchange } from './exchange.js';
import type { Filling } from './filling.js';
import type { Membership } from './membership.js';
import { type PeerAddress, type PeerClient, PeerRefusal } from './peer-client.js';

/** Entries that go with a resume: it, the first issuing key, the profile. */
const OPENING_ENTRIES = 3;

/** What who lost its disk asks for: its own logs, from how far it holds them. */
export const retrievalRequest = shape.closed({
  /** The recovery public key. */
  recovery: key32,
  /** Entries that are held, by incarnation. */
  held: shape.list(shape.integer(0), INCARNATIONS_MAX),
});

interface Parts {
  readonly view: View;
  readonly replica: Replica;
  readonly ownLog: OwnLog;
  readonly forks: Forks;
  readonly exchange: Exchange;
  readonly filling: Filling;
  readonly membership: Membership;
  readonly client: PeerClient;
}

/** Both sides of it. */
export class ResumeService implements Resumes {
  readonly #context: Context;
  readonly #parts: Parts;

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  async give(digest: string, body: Uint8Array): Promise<Uint8Array> {
    const { view, replica, exchange, filling, membership, forks } = this.#parts;
    const { held } = parseRequest(body);
    const space = spaceOfRecoveryDigest(view, digest);
    if (space === null) throw recoveryKeyUnknown();
    const wants = [...replica.incarnationsOf(space)].map((incarnation) => ({
      ...{ space, incarnation },
      from: held[incarnation] ?? 0,
    }));
    const { ranges, lines } = await filling.fill(wants);
    const digests = await exchange.digests(membership.sharedWith(space));
    const rivals = forks.rivalsOf(space);
    return encodeSync({ sync: 1, digests, ranges, ...(rivals && { forks: [rivals] }) }, lines);
  }

  async take(space: SpaceId, body: Uint8Array): Promise<Uint8Array> {
    const { replica, exchange, membership, forks } = this.#parts;
    // Not only who takes part: a thief may have closed the space, or left for it.
    const keeping = membership.keeping(space, space);
    if (keeping === 'nothing') throw notOurs();
    const { header, lines } = parseSync(body);
    // Whoever only applies brings no more by resumes than by the opening of its log.
    const isMuch = this.#heldSinceResumes(space) + lines.flat().length > APPLICANT_ENTRIES_MAX;
    if (keeping === 'opening' && isMuch) throw notOurs();
    const [range] = header.ranges ?? [];
    if (range?.space !== space || header.ranges?.length !== 1) {
      throw new ProtocolError('SYNC_INVALID', "resume: expected the start of the caller's log");
    }
    const { incarnation } = range;
    const offered = { space, incarnation, ...entryRangeOf(range, lines[0] ?? []) };
    const [first] = lines[0] ?? [];
    if (first) await forks.rival({ space, incarnation }, first);
    const rivals = forks.rivalsOf(space);
    if (rivals) return encodeSync({ sync: 1, digests: [], forks: [rivals] });
    const { problems } = await replica.exclusively(async () => {
      const ingested = await replica.ingest([offered]);
      await forks.settle([offered]);
      return ingested;
    });
    for (const { error } of problems) throw error;
    return encodeSync({ sync: 1, digests: await exchange.digests(membership.sharedWith(space)) });
  }

  /** Entries that are held of a space's incarnations after the first one. */
  #heldSinceResumes(space: SpaceId): number {
    const { replica } = this.#parts;
    return [...replica.incarnationsOf(space)]
      .slice(1)
      .map((incarnation) => replica.log({ space, incarnation })?.head.size ?? 0)
      .reduce((sum, size) => sum + size, 0);
  }

  /** Runs an exchange with a peer; one that knows our keys no more is told of our resume. */
  async knownTo<T>(peer: PeerAddress, exchange: () => Promise<T>): Promise<T> {
    try {
      return await exchange();
    } catch (error) {
      const isUnknown =
        error instanceof PeerRefusal && error.peerCode === 'REQUEST_SIGNATURE_INVALID';
      if (!isUnknown || this.#context.identity.log.incarnation === 0) throw error;
      await this.#tell(peer);
      return exchange();
    }
  }

  /** The peer knows our new keys from then on. One that knows of a rival resume shows it. */
  async #tell(peer: PeerAddress): Promise<void> {
    const { ownLog, client, forks } = this.#parts;
    const { log } = this.#context.identity;
    const entries = await this.#context.ports.store.entries(log, 0, OPENING_ENTRIES, 0xffff);
    const checkpoint = await ownLog.checkpointAt(entries.length);
    const range = { ...log, from: 0, count: entries.length, checkpoint };
    const lines = [entries.map((entry) => entry.bytes)];
    const body = encodeSync({ sync: 1, digests: [], ranges: [range] }, lines);
    const answer = parseSync(await client.send(peer, '/covisa/v1/resume', body));
    for (const proof of answer.header.forks ?? []) {
      if (proof.space === log.space) await forks.take(proof);
    }
  }
}

function notOurs(): NodeError {
  return new NodeError('FORBIDDEN', 'resume: expected a space of a programme of this node');
}

function parseRequest(body: Uint8Array) {
  let value: unknown;
  try {
    value = JSON.parse(parseUtf8(body));
  } catch (cause) {
    throw new ProtocolError('SYNC_INVALID', 'recovery: expected JSON', { cause });
  }
  return shape.parseAs('SYNC_INVALID', retrievalRequest, value);
}

/** The body of a request for one's own logs. */
export function encodeRetrieval(recovery: string, held: readonly number[]): Uint8Array {
  return encodeUtf8(JSON.stringify({ recovery, held }));
}
