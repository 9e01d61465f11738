/**
 * Audits: what is held of a space's logs, hashed again, and compared with what the space shows to
 * the public under its latest checkpoint. A log that shows one history to us and another to others
 * is found out.
 */

import {
  checkpointCheck,
  compactRoot,
  encodeBase64url,
  encodeTilePath,
  equalBytes,
  NOTE_CHARACTERS_MAX,
  parseCheckpoint,
  parseUtf8,
  peakSubtrees,
  plannedHash,
  type ReadCheckpoint,
  rangeHashPlan,
  type SpaceId,
  type StoredHashes,
  TILE_WIDTH,
  tileWidth,
} from '@covisa/protocol';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import { failureOf, failureText } from '../gossip/failure.js';
import type { PeerClient } from '../gossip/peer-client.js';
import type { AuditReport, PublishedLog } from '../services.js';
import { latestOpening } from '../space-view.js';
import type { View } from '../view.js';
import type { LogChecks } from './log-checks.js';
import type { Replica } from './replica.js';

const HASH_BYTES = 32;
const PATH = '/covisa/v1/log';

interface Parts {
  readonly view: View;
  readonly replica: Replica;
  readonly checks: LogChecks;
  readonly client: PeerClient;
}

/** Audits other spaces' logs. */
export class Auditor {
  readonly #context: Context;
  readonly #parts: Parts;

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  /** @throws NodeError NOT_FOUND */
  async audit(space: SpaceId): Promise<AuditReport> {
    const { view, replica, checks } = this.#parts;
    const latest = replica.latest(space);
    if (latest === null) {
      throw new NodeError('NOT_FOUND', `log ${space}: expected one that is held, got another`);
    }
    const incarnations = [];
    for (const incarnation of replica.incarnationsOf(space)) {
      const log = { space, incarnation };
      const held = await checks.verify(log);
      incarnations.push({ incarnation, accepted: view.cut(log)?.size ?? null, ...held });
    }
    const published = await this.#published(space, latest.head.incarnation);
    return {
      space,
      name: view.space(space)?.profile?.name ?? null,
      heartbeat: latest.head.heartbeat?.time ?? null,
      incarnations,
      published,
      ok: incarnations.every((one) => one.ok) && published.relation !== 'other-history',
    };
  }

  async #published(space: SpaceId, incarnation: number): Promise<PublishedLog> {
    const url = this.#parts.view.space(space)?.profile?.node ?? null;
    const none = { url, size: null, root: null, error: null } as const;
    if (url === null) return { ...none, relation: 'not-public' };
    try {
      return await this.#compare(url, { space, incarnation });
    } catch (error) {
      return { ...none, relation: 'not-read', error: failureText(failureOf(error)) };
    }
  }

  async #compare(
    url: string,
    log: { readonly space: SpaceId; readonly incarnation: number },
  ): Promise<PublishedLog> {
    const { client, view, replica } = this.#parts;
    const note = await client.read(url, `${PATH}/checkpoint`, NOTE_CHARACTERS_MAX * 4);
    const checkpoint = parseCheckpoint(parseUtf8(note));
    const seen = { url, size: checkpoint.size, root: encodeBase64url(checkpoint.root) };
    const isOfLog =
      checkpoint.log.space === log.space && checkpoint.log.incarnation === log.incarnation;
    const key = latestOpening(view.space(log.space))?.logKey;
    const { signatures } = this.#context.ports;
    const isSigned = isOfLog && key && (await signatures.verify(checkpointCheck(checkpoint, key)));
    if (!isSigned) return { ...seen, relation: 'not-read', error: 'CHECKPOINT_INVALID' };
    const held = replica.log(log);
    const common = Math.min(held?.head.size ?? 0, checkpoint.size);
    // What the tiles hash to must be what was signed, or they prove nothing.
    const whole = await this.#rootAt(url, checkpoint, checkpoint.size);
    if (!equalBytes(whole, checkpoint.root)) {
      return { ...seen, relation: 'not-read', error: 'PEER_ANSWER_INVALID' };
    }
    const theirs = await this.#rootAt(url, checkpoint, common);
    const isSame = equalBytes(theirs, await this.#parts.checks.rootAt(log, common));
    if (!isSame) return { ...seen, relation: 'other-history', error: null };
    const ahead = checkpoint.size - (held?.head.size ?? 0);
    const relation = ahead === 0 ? 'equal' : ahead > 0 ? 'published-is-longer' : 'held-is-longer';
    return { ...seen, relation, error: null };
  }

  /** The root of the first `size` entries, from the tiles of the checkpoint's tree. */
  async #rootAt(url: string, { size: whole }: ReadCheckpoint, size: number): Promise<Uint8Array> {
    const { sha256 } = this.#context.ports;
    const hashes: Uint8Array[] = [];
    for (const peak of peakSubtrees(size)) {
      const plan = rangeHashPlan(peak);
      const parts: Uint8Array[][] = [];
      for (const part of plan) parts.push(await this.#storedHashes(url, whole, part));
      hashes.push(plannedHash(plan, parts, sha256));
    }
    return compactRoot({ size, hashes }, sha256);
  }

  async #storedHashes(url: string, whole: number, part: StoredHashes): Promise<Uint8Array[]> {
    const found: Uint8Array[] = [];
    const { level, from, to } = part;
    for (let index = Math.floor(from / TILE_WIDTH); index * TILE_WIDTH < to; index++) {
      const width = tileWidth(level, index, whole);
      const path = encodeTilePath({ level, index, width });
      const bytes = await this.#parts.client.read(url, `${PATH}${path}`, width * HASH_BYTES);
      if (bytes.length !== width * HASH_BYTES) {
        const got = `${bytes.length} bytes`;
        throw new NodeError('PEER_ANSWER_INVALID', `tile: expected ${width} hashes, got ${got}`);
      }
      for (let at = 0; at < bytes.length / HASH_BYTES; at++) {
        const position = index * TILE_WIDTH + at;
        const hash = bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
        if (position >= from && position < to) found.push(hash);
      }
    }
    return found;
  }
}
