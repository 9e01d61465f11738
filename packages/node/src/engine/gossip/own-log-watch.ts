/**
 * What peers say of our own log: that they hold more of it than we do, or another one, or one that
 * the recovery key has started since.
 */

import {
  checkpointCheck,
  equalBytes,
  logKeyOf,
  ProtocolError,
  parseCheckpoint,
} from '@covisa/protocol';
import type { Context } from '../context.js';
import type { OwnLog } from '../log/own-log.js';
import type { Ingested, Replica } from '../log/replica.js';
import { knowsRoot } from '../log/tree-hashes.js';

/** Tells the own log what peers say of it. */
export class OwnLogWatch {
  readonly #context: Context;
  readonly #replica: Replica;
  readonly #ownLog: OwnLog;

  constructor(context: Context, replica: Replica, ownLog: OwnLog) {
    this.#context = context;
    this.#replica = replica;
    this.#ownLog = ownLog;
  }

  /**
   * LOG-9: a peer that holds more of our own log, signed by our own key, tells us that we are a
   * copy.
   */
  async listen(echo: string): Promise<void> {
    const { identity, ports } = this.#context;
    const held = this.#replica.log(identity.log);
    if (!held) return;
    try {
      const checkpoint = parseCheckpoint(echo);
      // A peer that has not heard of our resume yet shows the log before.
      if (logKeyOf(checkpoint.log) !== logKeyOf(identity.log)) return;
      const isAhead = checkpoint.size > held.head.size;
      if (!(await knowsRoot(ports.store, held.head, checkpoint.size))) return;
      if (!isAhead && equalBytes(checkpoint.root, await this.#ownLog.rootAt(checkpoint.size)))
        return;
      if (!(await ports.signatures.verify(checkpointCheck(checkpoint, identity.public.log))))
        return;
      // Another root at a size that we reached is a fork.
      if (isAhead) await this.#ownLog.outgrown(checkpoint.size);
      else await this.#ownLog.forked(checkpoint.size);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      ports.logger.warn('echo-invalid', { code: error.code });
    }
  }

  /**
   * Whether this is a checkpoint of our own log, under our own key, of no more than is held:
   * whoever shows it as its largest has nothing of the log that is missing here.
   */
  async holdsAllOf(echo: string | undefined): Promise<boolean> {
    if (echo === undefined) return false;
    const { identity, ports } = this.#context;
    try {
      const checkpoint = parseCheckpoint(echo);
      const isOurs = logKeyOf(checkpoint.log) === logKeyOf(identity.log);
      if (!isOurs || checkpoint.size > this.#ownLog.size) return false;
      return await ports.signatures.verify(checkpointCheck(checkpoint, identity.public.log));
    } catch (error) {
      if (error instanceof ProtocolError) return false;
      throw error;
    }
  }

  /** What came of a message's ranges, where they are of our own logs. */
  async note(ingested: Ingested): Promise<void> {
    await this.#noteFork(ingested);
    this.#noteResume();
  }

  /**
   * What was written beside us does not continue what we hold. This is a peer's word, which may
   * send what it likes with a checkpoint of ours: it only says more of a node that was found to be
   * a copy.
   */
  async #noteFork({ problems }: Ingested): Promise<void> {
    const { space } = this.#context.identity;
    const isOurs = problems.some((one) => one.space === space);
    if (!isOurs || this.#ownLog.mode !== 'superseded') return;
    await this.#ownLog.forked(this.#ownLog.largestSeen);
  }

  #noteResume(): void {
    const { space, incarnation } = this.#context.identity.log;
    const latest = this.#replica.latest(space)?.head.incarnation ?? incarnation;
    if (latest > incarnation) this.#ownLog.resumedElsewhere();
  }
}
