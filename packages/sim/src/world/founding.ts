/**
 * A programme of many spaces, founded as owners would, but without gossip: one node syncs with each
 * that has written something, and the others are handed its logs, as a file could be. So a thousand
 * nodes hold the same within a minute.
 */

import {
  ENDORSEMENTS_PER_MEMBER_MAX,
  type ProgrammeId,
  ROSTER_CHANGES_MAX,
  type Terms,
} from '@covisa/protocol';
import type { SimSpace } from './sim-space.js';
import type { World } from './world.js';

/** What is founded. */
export interface Founding {
  readonly name: string;
  readonly terms: Terms;
  /** All that take part, with addresses of their own. */
  readonly spaces: readonly SimSpace[];
  /** How many of them found it, from the first one on: the others are admitted. */
  readonly founders: number;
}

/** Founds the programme; when it returns all nodes hold the same. */
export async function foundAtOnce(world: World, founding: Founding): Promise<ProgrammeId> {
  const { spaces } = founding;
  const { line } = world;
  try {
    const beginning = await Beginning.of(world, founding);
    for (let at = founding.founders; at < spaces.length; ) {
      const room = beginning.members.length * ENDORSEMENTS_PER_MEMBER_MAX;
      const admitted = spaces.slice(at, at + room);
      await beginning.admit(admitted);
      at += admitted.length;
      // Each member endorses three under one roster: the next one lets them, and more of them.
      if (at < spaces.length) await beginning.seat(admitted.slice(0, ROSTER_CHANGES_MAX));
    }
    line.only = among([]);
    await beginning.hand(spaces.slice(1));
    return beginning.programme;
  } finally {
    line.only = null;
  }
}

/** The programme while it grows. */
class Beginning {
  readonly programme: ProgrammeId;
  members: readonly SimSpace[];
  readonly #world: World;
  readonly #first: SimSpace;

  private constructor(
    world: World,
    first: SimSpace,
    members: readonly SimSpace[],
    programme: ProgrammeId,
  ) {
    this.#world = world;
    this.#first = first;
    this.members = members;
    this.programme = programme;
  }

  /** Roster 0, signed by all founders. */
  static async of(world: World, { name, terms, spaces, founders }: Founding): Promise<Beginning> {
    const members = spaces.slice(0, founders);
    const [first, ...more] = members;
    if (!first) throw new RangeError('founders: expected one at least');
    const { clock, line } = world;
    line.only = among([]);
    const { id } = await clock.runFor(
      first.engine.programmes.create({
        ...{ name, purpose: '', terms, endorsements: 1 },
        founders: more.map((one) => one.id),
      }),
    );
    const beginning = new Beginning(world, first, members, id);
    const link = await clock.runFor(first.engine.programmes.invite(id));
    for (const other of more) {
      line.only = among([first, other]);
      await clock.runFor(other.engine.programmes.join(link));
      await beginning.#hear(other);
    }
    return beginning;
  }

  /** Applicants follow the links of members, three each, and are endorsed. */
  async admit(applicants: readonly SimSpace[]): Promise<void> {
    const { clock, line } = this.#world;
    for (const [at, member] of this.members.entries()) {
      const from = at * ENDORSEMENTS_PER_MEMBER_MAX;
      const some = applicants.slice(from, from + ENDORSEMENTS_PER_MEMBER_MAX);
      if (some.length === 0) return;
      if (member !== this.#first) await clock.runFor(takeLogs(member, this.#first));
      const { programmes } = member.engine;
      const link = await clock.runFor(programmes.invite(this.programme));
      for (const fresh of some) {
        line.only = among([member, fresh]);
        await clock.runFor(fresh.engine.programmes.join(link));
        line.only = among([]);
        await clock.runFor(programmes.endorse(this.programme, fresh.id));
      }
      await this.#hear(member);
    }
  }

  /** A roster that seats some of the admitted, signed by as many as it needs. */
  async seat(admitted: readonly SimSpace[]): Promise<void> {
    const { clock, line } = this.#world;
    line.only = among([]);
    const amendment = { seatAdmitted: false, add: admitted.map((one) => one.id), remove: [] };
    const { programmes } = this.#first.engine;
    const { drafts } = await clock.runFor(programmes.amend(this.programme, amendment));
    const needed = drafts[0]?.needed ?? 1;
    for (const voter of this.members.slice(1, needed)) {
      await clock.runFor(takeLogs(voter, this.#first));
      await clock.runFor(voter.engine.programmes.sign(this.programme, null));
      await this.#hear(voter);
    }
    this.members = [...this.members, ...admitted];
  }

  /** Brings these nodes up to what the first one holds. */
  async hand(others: readonly SimSpace[]): Promise<void> {
    await this.#hearHeartbeats(others);
    for (const other of others) await this.#world.clock.runFor(takeLogs(other, this.#first));
  }

  /** An application brings no heartbeat. */
  async #hearHeartbeats(others: readonly SimSpace[]): Promise<void> {
    const heard = await Promise.all(
      others.map(async ({ id, disk }) => {
        const own = (await disk.store.heads()).find(({ space }) => space === id);
        return own?.heartbeat ? [{ ...own, heartbeat: own.heartbeat }] : [];
      }),
    );
    const { clock } = this.#world;
    await clock.runFor(this.#first.stop());
    await this.#first.disk.store.putHeartbeats(heard.flat());
    await clock.runFor(this.#first.start());
  }

  /** The first node learns what another one has written. */
  async #hear(other: SimSpace): Promise<void> {
    const { clock, line } = this.#world;
    if (other === this.#first) return;
    line.only = among([this.#first, other]);
    await clock.runFor(this.#first.engine.gossip.syncNow(other.id));
  }
}

/** Whether two nodes are both of these. */
function among(spaces: readonly SimSpace[]): (one: SimSpace, other: SimSpace) => boolean {
  return (one, other) => spaces.includes(one) && spaces.includes(other);
}

/**
 * The logs of all other spaces as another node holds them, as if both had synced; the node starts
 * anew over them.
 */
async function takeLogs(space: SimSpace, from: SimSpace): Promise<void> {
  await space.stop();
  space.disk.takeLogs(from.disk, space.id);
  await space.start();
}
