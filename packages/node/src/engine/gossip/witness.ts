/**
 * Witnesses: each node cosigns the checkpoints that it holds of its peers' logs, and keeps the
 * cosignatures of up to five peers over its own. Whoever is shown a checkpoint with them knows that
 * others have seen this history, and no other.
 */

import {
  checkHeartbeatTime,
  encodeHeartbeat,
  encodeUtf8,
  heartbeatToSign,
  logKeyOf,
  ProtocolError,
  parseCheckpoint,
  parseHeartbeat,
  parseUtf8,
  type Shaped,
  type SpaceId,
  shape,
  spaceId,
  WITNESSES_MAX,
} from '@covisa/protocol';
import type { LogHead } from '@covisa/store';
import type { Context } from '../context.js';
import type { Replica } from '../log/replica.js';
import type { View } from '../view.js';

const SETTING = 'cosignatures';
const note = shape.text({ min: 1, max: 2048 });

const witnessed = shape.open({
  /** The own checkpoint that they are over. */
  checkpoint: note,
  lines: shape.list(shape.open({ space: spaceId, line: note }), WITNESSES_MAX),
});

/** An own checkpoint with the cosignatures of peers. */
export type Witnessed = Shaped<typeof witnessed>;

/** Gives cosignatures, and keeps those that come. */
export class Witness {
  readonly #context: Context;
  readonly #view: View;
  readonly #replica: Replica;
  /** What was cosigned last of each log, so that one checkpoint is signed once. */
  readonly #given = new Map<string, { readonly checkpoint: string; readonly line: string }>();
  /** The checkpoint of each space over which it has our cosignature. */
  readonly #told = new Map<SpaceId, string>();
  /** The checkpoint of each space over which our last answer to it had one. */
  readonly #answered = new Map<SpaceId, string>();
  #witnessed: Witnessed | null = null;

  constructor(context: Context, view: View, replica: Replica) {
    this.#context = context;
    this.#view = view;
    this.#replica = replica;
  }

  async load(): Promise<void> {
    const bytes = await this.#context.ports.store.setting(SETTING);
    if (bytes) this.#witnessed = witnessed.parse(JSON.parse(parseUtf8(bytes)));
  }

  /** The own checkpoint that peers have cosigned last; null while none has. */
  get witnessed(): Witnessed | null {
    return this.#witnessed;
  }

  /**
   * Our cosignature over the checkpoint of a log, for a receipt or for its space. WITNESS-1: only
   * of what is held whole, so that no node cosigns two histories of one log.
   */
  async cosign({ space, incarnation, checkpoint, checkpointSize, size }: LogHead) {
    if (checkpoint === null || checkpointSize !== size) return null;
    const key = logKeyOf({ space, incarnation });
    const given = this.#given.get(key);
    if (given?.checkpoint === checkpoint) return given.line;
    const { identity, ports, now } = this.#context;
    const time = now();
    const { text } = parseCheckpoint(checkpoint);
    const message = heartbeatToSign(time, text);
    const signature = await ports.signatures.sign(identity.keys.witness, message);
    const line = encodeHeartbeat(identity.log, identity.public.witness, time, signature);
    this.#given.set(key, { checkpoint, line });
    return line;
  }

  /** Our cosignature for the space whose log it is, if it is not known to have it yet. */
  async tell(head: LogHead): Promise<string | null> {
    if (head.checkpoint === null || this.#told.get(head.space) === head.checkpoint) return null;
    return this.cosign(head);
  }

  /** A message to the space, with what `tell` gave for this checkpoint, has arrived. */
  noteTold({ space, checkpoint, checkpointSize, size }: LogHead): void {
    if (checkpoint !== null && checkpointSize === size) this.#told.set(space, checkpoint);
  }

  /** The same for an answer, which may be lost on its way: it is given in two. */
  noteAnswered(head: LogHead): void {
    const { space, checkpoint } = head;
    if (checkpoint === null) return;
    if (this.#answered.get(space) === checkpoint) this.noteTold(head);
    else this.#answered.set(space, checkpoint);
  }

  /**
   * The cosignature of a peer, if it is over our latest checkpoint: the peer may hold an earlier
   * one. What would not be kept is not verified. Never fails.
   */
  async take(peer: SpaceId, line: string): Promise<void> {
    const checkpoint = this.#replica.log(this.#context.identity.log)?.head.checkpoint;
    if (!checkpoint || !this.#isWanted(peer, checkpoint)) return;
    try {
      if (await this.#holds(peer, checkpoint, line)) await this.#keep(peer, checkpoint, line);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.#context.ports.logger.warn('cosignature-invalid', { peer, code: error.code });
    }
  }

  /** @throws ProtocolError CHECKPOINT_INVALID, NOTE_INVALID, HEARTBEAT_INVALID, … */
  async #holds(peer: SpaceId, checkpoint: string, line: string): Promise<boolean> {
    const { ports, now } = this.#context;
    const incarnation = this.#replica.latest(peer)?.head.incarnation;
    const opening =
      incarnation === undefined ? null : this.#view.opening({ space: peer, incarnation });
    if (incarnation === undefined || opening === null) return false;
    const { text } = parseCheckpoint(checkpoint);
    const witness = { space: peer, incarnation };
    const { time, check } = parseHeartbeat(line, text, witness, opening.witnessKey);
    checkHeartbeatTime(time, now());
    return ports.signatures.verify(check);
  }

  #linesOver(checkpoint: string): Witnessed['lines'] {
    return this.#witnessed?.checkpoint === checkpoint ? this.#witnessed.lines : [];
  }

  #isWanted(peer: SpaceId, checkpoint: string): boolean {
    const known = this.#linesOver(checkpoint);
    return known.length < WITNESSES_MAX && known.every(({ space }) => space !== peer);
  }

  async #keep(peer: SpaceId, checkpoint: string, line: string): Promise<void> {
    // While it was verified, others may have come.
    if (!this.#isWanted(peer, checkpoint)) return;
    const lines = [...this.#linesOver(checkpoint), { space: peer, line }];
    this.#witnessed = { checkpoint, lines };
    const bytes = encodeUtf8(JSON.stringify(this.#witnessed));
    await this.#context.ports.store.putSetting(SETTING, bytes);
  }
}
