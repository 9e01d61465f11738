/**
 * What a member has used: under the present visa number, and under the earlier ones that are still
 * kept. A new number does not make used days unused: only its home can know that, and counts them.
 */

import { doubleVisits, type SpaceId, type StampUsage, visaYearEnd } from '@covisa/protocol';
import type { EarlierVisa, Member } from '@covisa/store';
import type { UsageReader } from '../desk/check/usage.js';
import type { VisaVisit } from '../services.js';
import type { View } from '../view.js';

/** The usage under one visa number. */
export interface NumberUsage {
  readonly visaNumber: Uint8Array;
  readonly usage: StampUsage;
}

/** A member's visas: those before, and last the present one. */
export function visasOf(member: Member): readonly EarlierVisa[] {
  return [...(member.earlier ?? []), presentVisa(member)];
}

function presentVisa({ visaNumber, holderKey, former, visaYearStart }: Member): EarlierVisa {
  return { visaNumber, holderKey, former, until: visaYearEnd(visaYearStart) };
}

/** Reads members' usage from the logs that are held. */
export class MemberUsage {
  readonly #home: SpaceId;
  readonly #usage: UsageReader;
  readonly #view: View;

  constructor(home: SpaceId, usage: UsageReader, view: View) {
    this.#home = home;
    this.#usage = usage;
    this.#view = view;
  }

  /** Under the present visa number. */
  present(member: Member): Promise<StampUsage> {
    return this.#usage.of({ home: this.#home, ...presentVisa(member) });
  }

  /** The used days under all numbers. */
  async days(member: Member): Promise<StampUsage['days']> {
    return (await this.all(member)).flatMap(({ usage }) => usage.days);
  }

  /** All visits, voided ones among them, by date. */
  async visits(member: Member): Promise<readonly VisaVisit[]> {
    const all = await this.all(member);
    const visits = all.flatMap(({ usage }) => visaVisits(usage, this.#view));
    return visits.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  }

  /** Number by number, the present one last. */
  all(member: Member): Promise<readonly NumberUsage[]> {
    return Promise.all(
      visasOf(member).map(async (visa) => {
        const usage = await this.#usage.of({ home: this.#home, ...visa });
        return { visaNumber: visa.visaNumber, usage };
      }),
    );
  }
}

function visaVisits(usage: StampUsage, view: View): readonly VisaVisit[] {
  const doubled = new Map(
    doubleVisits(usage).map(({ k, stamps }) => [k, stamps.map((stamp) => stamp.host)]),
  );
  return usage.stamps.map(({ stamp, voided }) => ({
    host: stamp.host,
    hostName: view.space(stamp.host)?.profile?.name ?? null,
    venue: stamp.entry.venue,
    date: stamp.entry.date,
    kind: stamp.entry.kind,
    weight: stamp.entry.weight,
    programme: stamp.entry.programme,
    incarnation: stamp.incarnation,
    index: stamp.index,
    voided,
    doubledWith: voided ? [] : (doubled.get(stamp.k) ?? []).filter((host) => host !== stamp.host),
  }));
}
