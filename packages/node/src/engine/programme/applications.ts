/**
 * Applications: a space that has followed a link shows its own log to its introducer, and is told
 * what the programme is. The application is a sync body of the applicant's own log; the answer is a
 * line of JSON.
 */

import {
  APPLICANT_ENTRIES_MAX,
  encodeBase64url,
  encodeSync,
  encodeUtf8,
  entryRangeOf,
  isParticipant,
  type ProgrammeId,
  ProtocolError,
  parseSync,
  parseUtf8,
  type Seconds,
  type SpaceId,
  type SyncMessage,
  type SyncRange,
  standingOf,
} from '@covisa/protocol';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import { isProvable, provenConsistency } from '../forks/proven-hashes.js';
import type { PeerAddress, PeerClient } from '../gossip/peer-client.js';
import type { ResumeService } from '../gossip/resumes.js';
import type { OwnLog } from '../log/own-log.js';
import type { RangeProblem, Replica } from '../log/replica.js';
import { Mutex } from '../mutex.js';
import { type Preview, type ProgrammeBook, programmePreview } from './book.js';
import type { ProgrammeStates } from './states.js';

const ANSWER_BYTES_MAX = 64 * 1024;
/** Bytes of an applicant's opening, entries alone. */
const OPENING_BYTES_MAX = 512 * 1024;
/**
 * Logs of spaces outside of every programme that are kept at once while a programme's roster is not
 * here, so that nobody can be told from a stranger: bounds what strangers can store here.
 */
const STRANGERS_MAX = 400;
/** After this time an application that no member has endorsed is forgotten, with its log. */
const APPLICATION_SECONDS: Seconds = 30 * 86_400;
/** An application is checked by its digest's place only: it compares nothing. */
const NO_DIGEST = 'A'.repeat(43);

interface Parts {
  readonly replica: Replica;
  readonly ownLog: OwnLog;
  readonly book: ProgrammeBook;
  readonly states: ProgrammeStates;
  readonly client: PeerClient;
  readonly resumes: Pick<ResumeService, 'knownTo'>;
}

/** Entries of one log as an application shows them. */
interface ShownRange {
  readonly range: SyncRange;
  readonly lines: readonly Uint8Array[];
}

/**
 * The openings in an application: one of each incarnation, in their order; and, of who comes back,
 * what it has written later.
 */
function shownBy({ header, lines }: SyncMessage): {
  readonly openings: readonly ShownRange[];
  readonly later: ShownRange | undefined;
} {
  const shown = (header.ranges ?? []).map((range, i) => ({ range, lines: lines[i] ?? [] }));
  const isOutOfRow = shown.findIndex(({ range }, i) => range.incarnation !== i);
  const count = isOutOfRow < 0 ? shown.length : isOutOfRow;
  return { openings: shown.slice(0, count), later: shown[count] };
}

function byteLength(lines: readonly Uint8Array[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}

/** Sends our applications and takes those of others. */
export class Applications {
  readonly #context: Context;
  readonly #parts: Parts;
  /** One application at a time: its log is held and noted before others are looked through. */
  readonly #receiver = new Mutex();

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  /**
   * Shows our log's opening to the introducer, and what stands in it from `since` on, if it knew us
   * before; resolves with what it tells of the programme.
   */
  async send(
    introducer: PeerAddress,
    programme: ProgrammeId,
    since: number | null,
  ): Promise<Preview> {
    const body = await this.#ownBody(programme, since);
    const options = { bytesMax: ANSWER_BYTES_MAX };
    const { client, resumes } = this.#parts;
    const answer = await resumes.knownTo(introducer, () =>
      client.send(introducer, '/covisa/v1/apply', body, options),
    );
    try {
      return programmePreview.parse(JSON.parse(parseUtf8(answer)));
    } catch (cause) {
      throw new NodeError(
        'PEER_ANSWER_INVALID',
        'apply: expected what the programme is, got another answer',
        { cause },
      );
    }
  }

  /**
   * The first entries of our earlier incarnations, and those of the latest under a checkpoint of
   * just their size: a log that has grown long is sent on admission.
   */
  async #ownBody(programme: ProgrammeId, since: number | null): Promise<Uint8Array> {
    const shown = await this.#earlierRanges();
    const opening = await this.#ownRange(0, APPLICANT_ENTRIES_MAX, OPENING_BYTES_MAX);
    shown.push(opening);
    const room = OPENING_BYTES_MAX - byteLength(opening.lines);
    if (since !== null) shown.push(await this.#ownRange(since, this.#parts.ownLog.size, room));
    const digests = [{ programme, digest: NO_DIGEST }];
    const ranges = shown.map((one) => one.range);
    return encodeSync(
      { sync: 1, digests, ranges },
      shown.map((one) => one.lines),
    );
  }

  /** Whose first entry a log is opened by tells the keys of the next one. */
  async #earlierRanges(): Promise<ShownRange[]> {
    const { identity, ports } = this.#context;
    const { space } = identity;
    const shown: ShownRange[] = [];
    for (let incarnation = 0; incarnation < identity.log.incarnation; incarnation++) {
      const head = this.#parts.replica.log({ space, incarnation })?.head;
      if (!head?.checkpoint || !isProvable(head)) continue;
      const entries = await ports.store.entries(head, 0, 1, 0);
      const proof = (await provenConsistency(ports, head, 1)).map(encodeBase64url);
      const { checkpoint } = head;
      const range = { space, incarnation, from: 0, count: entries.length, checkpoint, proof };
      shown.push({ range, lines: entries.map((entry) => entry.bytes) });
    }
    return shown;
  }

  async #ownRange(from: number, countMax: number, bytesMax: number): Promise<ShownRange> {
    const { log } = this.#context.identity;
    const entries = await this.#context.ports.store.entries(log, from, countMax, bytesMax);
    const count = entries.length;
    const checkpoint = await this.#parts.ownLog.checkpointAt(from + count);
    const { space, incarnation } = log;
    const range: SyncRange = { space, incarnation, from, count, checkpoint };
    return { range, lines: entries.map((entry) => entry.bytes) };
  }

  /**
   * @throws ProtocolError SYNC_INVALID, and as a range that does not hold; NodeError NOT_FOUND,
   * FORBIDDEN
   */
  receive(applicant: SpaceId, body: Uint8Array): Promise<Uint8Array> {
    return this.#receiver.run(() => this.#receive(applicant, parseSync(body)));
  }

  async #receive(applicant: SpaceId, message: SyncMessage): Promise<Uint8Array> {
    const { book, states } = this.#parts;
    const programme = message.header.digests[0]?.programme;
    const state = programme === undefined ? null : states.state(programme);
    if (!programme || !state) {
      throw new NodeError('NOT_FOUND', 'apply: expected a programme of this space, got another', {
        remedy: 'Ask for a new link.',
      });
    }
    await this.#take(applicant, message);
    if (['none', 'left', 'applicant'].includes(standingOf(state, applicant))) {
      await book.apply(programme, applicant, this.#context.now());
    }
    await this.#forgetOthers();
    const { name, purpose, terms, roster } = state;
    return encodeUtf8(JSON.stringify({ name, purpose, terms, rosterVersion: roster.version }));
  }

  /**
   * The applicants by our link that have been admitted since: they cannot know it before somebody
   * calls them.
   */
  async takeAdmitted(): Promise<readonly SpaceId[]> {
    const { book, states } = this.#parts;
    const admitted: SpaceId[] = [];
    for (const programme of states.ids()) {
      const applied = book.applicants(programme);
      // Nobody waits: the state of the programme need not be made for it.
      const state = applied.length > 0 ? states.state(programme) : null;
      const inside = applied.filter((space) => state && isParticipant(state, space));
      if (inside.length > 0) await book.decide(programme, inside);
      admitted.push(...inside);
    }
    return admitted;
  }

  /** Stores the applicant's own log: from its inception on, within the bound of an opening. */
  async #take(applicant: SpaceId, message: SyncMessage): Promise<void> {
    const { openings, later } = shownBy(message);
    if (this.#parts.replica.latest(applicant)) {
      return this.#takeReturn(applicant, later ? [...openings, later] : openings);
    }
    const [first] = openings;
    const isOwn = openings.every(({ range }) => range.space === applicant && range.from === 0);
    const lines = openings.flatMap((one) => one.lines);
    if (first === undefined || !isOwn || lines.length > APPLICANT_ENTRIES_MAX) {
      throw new ProtocolError(
        'SYNC_INVALID',
        "apply: expected the opening of the applicant's own log",
      );
    }
    if (byteLength(lines) > OPENING_BYTES_MAX) {
      throw new ProtocolError(
        'SYNC_TOO_LARGE',
        `apply: expected an opening of at most ${OPENING_BYTES_MAX} bytes`,
      );
    }
    this.#assertRoom();
    for (const one of openings) {
      const [problem] = await this.#ingest(one);
      if (problem === undefined) continue;
      // What held of it is nobody's application.
      await this.#forgetOthers();
      throw problem.error;
    }
  }

  /**
   * What a space that had left has written since, and its resumes: nobody syncs with it, so it
   * brings its return itself. Where its leave has not come yet, it is synced with: nothing is lost.
   * @throws ProtocolError for what does not hold, where nobody syncs with it
   */
  async #takeReturn(applicant: SpaceId, shown: readonly ShownRange[]): Promise<void> {
    const { states } = this.#parts;
    const isOwn = shown.every(({ range }) => range.space === applicant);
    if (!isOwn || states.keeping(applicant, applicant) !== 'whole') return;
    for (const one of shown) {
      const [problem] = await this.#ingest(one);
      if (problem === undefined) continue;
      this.#context.ports.logger.warn('return-refused', { code: problem.error.code });
      if (!states.peers().includes(applicant)) throw problem.error;
    }
  }

  async #ingest({ range, lines }: ShownRange): Promise<readonly RangeProblem[]> {
    const { space, incarnation } = range;
    const offered = { space, incarnation, ...entryRangeOf(range, lines) };
    const { replica } = this.#parts;
    const { problems } = await replica.exclusively(() => replica.ingest([offered]));
    return problems;
  }

  /** The spaces of the programmes: those that are or were in one, and those that were endorsed. */
  #inside(): ReadonlySet<SpaceId> {
    const { states } = this.#parts;
    return new Set(states.ids().flatMap((programme) => [...states.spacesOf(programme)]));
  }

  #strangers(): ReadonlySet<SpaceId> {
    const inside = this.#inside();
    const held = [...this.#parts.replica.logs()].map(({ head }) => head.space);
    return new Set(held.filter((space) => !inside.has(space)));
  }

  /**
   * Drops the logs of strangers whose application is old, or was pushed out of the book by later
   * ones. Anybody can make a space and apply, so none of them may stay for ever, or keep others
   * out.
   */
  async #forgetOthers(): Promise<void> {
    const { replica, states, book } = this.#parts;
    await book.expire(this.#context.now() - APPLICATION_SECONDS, this.#inside());
    // Without its roster a programme's own spaces look like strangers.
    if (states.ids().some((programme) => states.state(programme) === null)) return;
    await replica.exclusively(() => {
      const applied = book.applied();
      const forgotten = [...this.#strangers()].filter((space) => !applied.has(space));
      return replica.drop(new Set(forgotten));
    });
  }

  /** @throws NodeError RATE_LIMITED where too many wait already, and none can be forgotten yet */
  #assertRoom(): void {
    if (this.#strangers().size < STRANGERS_MAX) return;
    throw new NodeError('RATE_LIMITED', 'apply: too many applications wait at this node', {
      remedy: "Ask for another member's link.",
    });
  }
}
