/** The digests of programmes, each kept up to date line by line. */

import {
  APPLICANT_ENTRIES_MAX,
  encodeBase64url,
  FrontierDigest,
  type FrontierLine,
  isShelf,
  logKeyOf,
  openingLine,
  type ProgrammeId,
  type SyncHeader,
} from '@covisa/protocol';
import type { LogId } from '@covisa/store';
import type { Context } from '../context.js';
import type { Replica } from '../log/replica.js';
import { storedRoot } from '../log/tree-hashes.js';
import type { Membership } from './membership.js';

/** A digest with the membership and the change up to which it is valid. */
interface Kept {
  readonly revision: string;
  readonly digest: FrontierDigest;
  /** Roots of the openings of applicants' logs of which more is held. */
  readonly openings: Map<string, string>;
  sequence: number;
}

/** All of them. */
export class Digests {
  readonly #context: Context;
  readonly #replica: Replica;
  readonly #membership: Membership;
  readonly #kept = new Map<ProgrammeId, Kept>();

  constructor(context: Context, replica: Replica, membership: Membership) {
    this.#context = context;
    this.#replica = replica;
    this.#membership = membership;
  }

  /** Those of these programmes, as a message names them. */
  async of(programmes: readonly ProgrammeId[]): Promise<SyncHeader['digests']> {
    const digests: { programme: ProgrammeId; digest: string }[] = [];
    for (const programme of programmes) {
      digests.push({ programme, digest: await this.#digest(programme) });
    }
    return digests;
  }

  async #digest(programme: ProgrammeId): Promise<string> {
    for (;;) {
      const kept = this.#keptOf(programme);
      const missing = this.#bring(programme, kept);
      if (missing.length === 0) return kept.digest.digest();
      for (const log of missing) await this.#readOpening(log, kept);
    }
  }

  #keptOf(programme: ProgrammeId): Kept {
    const revision = `${this.#membership.revision}/${this.#replica.lines.removals}`;
    const known = this.#kept.get(programme);
    if (known?.revision === revision) return known;
    const digest = new FrontierDigest([], this.#context.ports.sha256);
    const kept = { revision, digest, openings: new Map(), sequence: -1 };
    this.#kept.set(programme, kept);
    return kept;
  }

  /** Takes over what changed; gives the logs whose openings have to be read before it can. */
  #bring(programme: ProgrammeId, kept: Kept): readonly LogId[] {
    const { lines } = this.#replica;
    const spaces = this.#membership.spacesOf(programme);
    const openings = this.#membership.openingsOf(programme);
    const changed = lines.since(kept.sequence).filter(({ line }) => spaces.has(line.space));
    const isCut = (line: FrontierLine) =>
      openings.has(line.space) && !isShelf(line) && line.size >= APPLICANT_ENTRIES_MAX;
    const missing = changed.filter(({ line }) => isCut(line) && !kept.openings.has(logKeyOf(line)));
    if (missing.length > 0) return missing.map(({ line }) => line);
    for (const { line } of changed) {
      const root = isCut(line) ? kept.openings.get(logKeyOf(line)) : undefined;
      kept.digest.set(root === undefined ? line : openingLine(line, root));
    }
    kept.sequence = lines.sequence;
    return [];
  }

  /** Nothing is dropped while it is read. The first entry stays, so no gap reaches beyond it. */
  #readOpening(log: LogId, { openings }: Kept): Promise<void> {
    const { store, sha256 } = this.#context.ports;
    return this.#replica.exclusively(async () => {
      if ((this.#replica.log(log)?.head.size ?? 0) < APPLICANT_ENTRIES_MAX) return;
      const root = await storedRoot(store, log, APPLICANT_ENTRIES_MAX, sha256);
      openings.set(logKeyOf(log), encodeBase64url(root));
    });
  }
}
