/** The space's own people, records, dealings and settings, in memory. */

import type { CalendarDate } from '@covisa/protocol';
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
  for (const member of members) state.members.put(member);
}

export function addVisits(state: MemoryState, visits: readonly Visit[]): void {
  state.visits.put(visits);
}

export function addRefusals(state: MemoryState, refusals: readonly Refusal[]): void {
  state.refusals.put(refusals);
}

/** So many, at most, of the records under visa numbers whose year had ended by then. */
function endedBy<One extends Visit | Refusal>(
  records: Iterable<One>,
  until: CalendarDate,
  countMax: number,
): readonly One[] {
  const found: One[] = [];
  for (const one of records) {
    if (found.length === countMax) break;
    if (one.visaUntil !== null && one.visaUntil <= until) found.push(one);
  }
  return found;
}

function memberMethods(state: MemoryState) {
  return {
    async putMembers(members: readonly Member[]) {
      addMembers(state, members);
    },
    async members() {
      return state.members.byId();
    },
    async member(id: string) {
      return state.members.get(id);
    },
    async memberByVisaNumber(number: Uint8Array) {
      return state.members.ofNumber(number);
    },
    async memberByClaim(digest: Uint8Array) {
      return state.members.ofClaim(digest);
    },
    async membersWithNumbersUntil(until: CalendarDate, countMax: number) {
      return state.members
        .byId()
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
  return {
    async putVisits(list: readonly Visit[]) {
      addVisits(state, list);
    },
    async visit(id: string) {
      return state.visits.get(id);
    },
    async visits(from: string, to: string) {
      return state.visits.between(from, to);
    },
    async visitsByVisaNumber(number: Uint8Array) {
      return state.visits.ofNumber(number).filter(isNamed);
    },
    async pendingVisits() {
      return state.visits.pending().filter(isNamed);
    },
    async eraseVisitNames(until: CalendarDate, countMax: number) {
      const ended = endedBy(state.visits.all(), until, countMax);
      addVisits(state, ended.map(withoutName));
      return ended.length;
    },
  };
}

function refusalMethods(state: MemoryState) {
  return {
    async putRefusals(list: readonly Refusal[]) {
      addRefusals(state, list);
    },
    async refusals(from: string, to: string) {
      return state.refusals.between(from, to);
    },
    async pendingRefusals() {
      return state.refusals.pending().filter(isNamed);
    },
    async eraseRefusalNames(until: CalendarDate, countMax: number) {
      const ended = endedBy(state.refusals.all(), until, countMax);
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
      const visits = state.visits.ofNumber(visaNumber).filter(isNamed);
      const refusals = state.refusals.ofNumber(visaNumber).filter(isNamed);
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
