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
import type { Context } from '../context.js';
import type { CountedLine } from '../log/frontier-lines.js';
import type { Replica } from '../log/replica.js';
import { storedRoot } from '../log/tree-hashes.js';
import type { Membership } from './membership.js';

/** The root of an opening, as it was at a change of its log: a fork may have given it another. */
interface Opening {
  readonly root: string;
  readonly sequence: number;
}

/** A digest with the membership and the change up to which it is valid. */
interface Kept {
  readonly revision: string;
  readonly digest: FrontierDigest;
  /** The openings of applicants' logs of which more is held. */
  readonly openings: Map<string, Opening>;
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
      for (const one of missing) await this.#readOpening(one, kept);
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
  #bring(programme: ProgrammeId, kept: Kept): readonly CountedLine[] {
    const { lines } = this.#replica;
    const spaces = this.#membership.spacesOf(programme);
    const openings = this.#membership.openingsOf(programme);
    const changed = lines.since(kept.sequence).filter(({ line }) => spaces.has(line.space));
    const isCut = (line: FrontierLine) =>
      openings.has(line.space) && !isShelf(line) && line.size >= APPLICANT_ENTRIES_MAX;
    const openingOf = ({ line, sequence }: CountedLine) => {
      const opening = kept.openings.get(logKeyOf(line));
      return opening?.sequence === sequence ? opening : null;
    };
    const missing = changed.filter((one) => isCut(one.line) && openingOf(one) === null);
    if (missing.length > 0) return missing;
    for (const one of changed) {
      const opening = isCut(one.line) ? openingOf(one) : null;
      kept.digest.set(opening === null ? one.line : openingLine(one.line, opening.root));
    }
    kept.sequence = lines.sequence;
    return [];
  }

  /** Nothing is dropped while it is read. The first entry stays, so no gap reaches beyond it. */
  #readOpening({ line: log, sequence }: CountedLine, { openings }: Kept): Promise<void> {
    const { store, sha256 } = this.#context.ports;
    return this.#replica.exclusively(async () => {
      if ((this.#replica.log(log)?.head.size ?? 0) < APPLICANT_ENTRIES_MAX) return;
      const root = await storedRoot(store, log, APPLICANT_ENTRIES_MAX, sha256);
      openings.set(logKeyOf(log), { root: encodeBase64url(root), sequence });
    });
  }
}
