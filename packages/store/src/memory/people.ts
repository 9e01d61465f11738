/** The space's own people, records, dealings and settings, in memory. */

import { type CalendarDate, equalBytes } from '@covisa/protocol';
import { firstYearEnd, isNamed, refusalWithoutName, withoutName } from '../erased.js';
import { compareText } from '../heads.js';
import type { Member, Refusal, Store, Visit } from '../port.js';
import { type MemoryState, numberKey } from './state.js';

type PeopleMethods = Pick<
  Store,
  | 'putMembers'
  | 'members'
  | 'member'
  | 'memberByVisaNumber'
  | 'memberByClaim'
  | 'membersWithNumbersUntil'
  | 'dropMembers'
  | 'putVisits'
  | 'visit'
  | 'visits'
  | 'visitsByVisaNumber'
  | 'pendingVisits'
  | 'eraseVisitNames'
  | 'putRefusals'
  | 'refusals'
  | 'pendingRefusals'
  | 'eraseRefusalNames'
  | 'eraseNamesOf'
  | 'putGrant'
  | 'grants'
  | 'dropGrantsLapsedBefore'
  | 'putPeers'
  | 'peers'
  | 'setting'
  | 'putSetting'
>;

export function addMembers(state: MemoryState, members: readonly Member[]): void {
  for (const member of members) state.members.set(member.id, member);
}

export function addVisits(state: MemoryState, visits: readonly Visit[]): void {
  for (const visit of visits) state.visits.set(visit.id, visit);
}

export function addRefusals(state: MemoryState, refusals: readonly Refusal[]): void {
  for (const refusal of refusals) state.refusals.set(refusal.id, refusal);
}

/** What the desk records about one date. */
type DayRecord = Pick<Visit, 'id' | 'date' | 'recorded'>;

function byRecorded(left: DayRecord, right: DayRecord): number {
  return left.recorded - right.recorded || compareText(left.id, right.id);
}

function byDate(left: DayRecord, right: DayRecord): number {
  return compareText(left.date, right.date) || byRecorded(left, right);
}

function endedBy(until: CalendarDate): (record: Visit | Refusal) => boolean {
  return ({ visaUntil }) => visaUntil !== null && visaUntil <= until;
}

function membersById(state: MemoryState): readonly Member[] {
  return [...state.members.values()].sort((left, right) => compareText(left.id, right.id));
}

function memberMethods(state: MemoryState) {
  return {
    async putMembers(members: readonly Member[]) {
      addMembers(state, members);
    },
    async members() {
      return membersById(state);
    },
    async member(id: string) {
      return state.members.get(id) ?? null;
    },
    async memberByVisaNumber(number: Uint8Array) {
      return membersById(state).find((one) => equalBytes(one.visaNumber, number)) ?? null;
    },
    async memberByClaim(digest: Uint8Array) {
      const has = ({ claim }: Member) => claim !== null && equalBytes(claim.digest, digest);
      return membersById(state).find(has) ?? null;
    },
    async membersWithNumbersUntil(until: CalendarDate, countMax: number) {
      return membersById(state)
        .filter((member) => firstYearEnd(member) <= until)
        .sort((left, right) => compareText(firstYearEnd(left), firstYearEnd(right)))
        .slice(0, countMax);
    },
    async dropMembers(ids: readonly string[]) {
      for (const { id, visaNumber, earlier = [] } of ids.flatMap(
        (one) => state.members.get(one) ?? [],
      )) {
        state.members.delete(id);
        for (const number of [visaNumber, ...earlier.map((one) => one.visaNumber)]) {
          state.grants.delete(numberKey(number));
          state.checks.delete(numberKey(number));
        }
      }
    },
  };
}

function visitMethods(state: MemoryState) {
  const visits = () => [...state.visits.values()];
  return {
    async putVisits(list: readonly Visit[]) {
      addVisits(state, list);
    },
    async visit(id: string) {
      return state.visits.get(id) ?? null;
    },
    async visits(from: string, to: string) {
      return visits()
        .filter((visit) => visit.date >= from && visit.date <= to)
        .sort(byDate);
    },
    async visitsByVisaNumber(number: Uint8Array) {
      return visits()
        .filter(isNamed)
        .filter((visit) => equalBytes(visit.visaNumber, number))
        .sort(byDate);
    },
    async pendingVisits() {
      return visits()
        .filter(isNamed)
        .filter((visit) => visit.index === null)
        .sort(byRecorded);
    },
    async eraseVisitNames(until: CalendarDate, countMax: number) {
      const ended = visits().filter(endedBy(until)).slice(0, countMax);
      addVisits(state, ended.map(withoutName));
      return ended.length;
    },
  };
}

function refusalMethods(state: MemoryState) {
  const refusals = () => [...state.refusals.values()];
  return {
    async putRefusals(list: readonly Refusal[]) {
      addRefusals(state, list);
    },
    async refusals(from: string, to: string) {
      return refusals()
        .filter(({ date }) => date >= from && date <= to)
        .sort(byDate);
    },
    async pendingRefusals() {
      return refusals()
        .filter(isNamed)
        .filter(({ index }) => index === null)
        .sort(byRecorded);
    },
    async eraseRefusalNames(until: CalendarDate, countMax: number) {
      const ended = refusals().filter(endedBy(until)).slice(0, countMax);
      addRefusals(state, ended.map(refusalWithoutName));
      return ended.length;
    },
  };
}

/** The methods of the port that are about people, records, peers and settings. */
export function peopleMethods(state: MemoryState): PeopleMethods {
  return {
    ...memberMethods(state),
    ...visitMethods(state),
    ...refusalMethods(state),
    async eraseNamesOf(visaNumber) {
      const isTheirs = (one: Visit | Refusal): boolean =>
        isNamed(one) && equalBytes(one.visaNumber, visaNumber);
      const visits = [...state.visits.values()].filter(isTheirs);
      const refusals = [...state.refusals.values()].filter(isTheirs);
      addVisits(state, visits.map(withoutName));
      addRefusals(state, refusals.map(refusalWithoutName));
      state.checks.delete(numberKey(visaNumber));
      return { visits: visits.length, refusals: refusals.length };
    },
    async putGrant(grant) {
      const key = numberKey(grant.visaNumber);
      const held = state.grants.get(key) ?? new Map();
      state.grants.set(key, held.set(grant.k, grant));
    },
    async grants(visaNumber) {
      const held = state.grants.get(numberKey(visaNumber));
      return [...(held?.values() ?? [])].sort((left, right) => left.k - right.k);
    },
    async dropGrantsLapsedBefore(time) {
      for (const held of state.grants.values()) {
        for (const grant of [...held.values()]) if (grant.lapses < time) held.delete(grant.k);
      }
    },
    async putPeers(peers) {
      for (const peer of peers) state.peers.set(peer.space, peer);
    },
    async peers() {
      return [...state.peers.values()].sort((left, right) => compareText(left.space, right.space));
    },
    async setting(name) {
      return state.settings.get(name) ?? null;
    },
    async putSetting(name, value) {
      if (value === null) state.settings.delete(name);
      else state.settings.set(name, value);
    },
  };
}
