/** Members in SQLite: id, status and plan in clear, everything else sealed. */

import { calendarDate, dayOfDate, seconds, shape } from '@covisa/protocol';
import { firstYearEnd } from '../erased.js';
import type { Member, MemberStatus, Store } from '../port.js';
import type { Database } from './database.js';
import { anyText, bytes, openJson, sealJson } from './sealed-json.js';

type MemberMethods = Pick<
  Store,
  | 'putMembers'
  | 'members'
  | 'member'
  | 'memberByVisaNumber'
  | 'memberByClaim'
  | 'membersWithNumbersUntil'
  | 'dropMembers'
>;

type MemberColumns = [
  id: string,
  status: string,
  plan: string,
  visaTag: Uint8Array,
  claimTag: Uint8Array | null,
  untilDay: number,
  sealed: Uint8Array,
];

interface MemberRow {
  readonly id: string;
  readonly status: MemberStatus;
  readonly plan: string;
  readonly sealed: Uint8Array;
}

const earlierVisa = shape.open({
  visaNumber: bytes,
  holderKey: shape.nullable(bytes),
  former: shape.list(bytes, 1000),
  until: calendarDate,
});

const sealedMember = shape.open({
  name: anyText,
  displayName: shape.nullable(anyText),
  contact: shape.nullable(anyText),
  since: calendarDate,
  paidUntil: shape.nullable(calendarDate),
  visaNumber: bytes,
  visaYearStart: calendarDate,
  holderKey: shape.nullable(bytes),
  former: shape.list(bytes, 1000),
  earlier: shape.optional(shape.list(earlierVisa, 1000)),
  erasedUntil: shape.optional(calendarDate),
  isStatic: shape.bool,
  ask: shape.bool,
  claim: shape.nullable(
    shape.open({
      digest: bytes,
      lapses: seconds,
      used: shape.optional(shape.bool),
      isOfPhone: shape.optional(shape.bool),
    }),
  ),
  issued: shape.nullable(seconds),
});

function owner(id: string): string {
  return `member ${encodeURIComponent(id)}`;
}

/** Stores members. Runs inside a write transaction. */
export function memberStorer({ db, sealer }: Database): (members: readonly Member[]) => void {
  const replace = db.prepare<MemberColumns>(
    `INSERT OR REPLACE INTO members (id, status, plan, visa_tag, claim_tag, until_day, sealed)
      VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  return (members) => {
    for (const one of members) {
      const { id, status, plan, ...personal } = one;
      const visaTag = sealer.tag('visa-number', personal.visaNumber);
      const claimTag = personal.claim && sealer.tag('claim', personal.claim.digest);
      const sealed = sealJson(sealer, owner(id), personal);
      const untilDay = dayOfDate(firstYearEnd(one));
      replace.run(id, status, plan, visaTag, claimTag, untilDay, sealed);
    }
  };
}

/** The methods of the port that are about members. */
export function memberMethods(
  database: Database,
  storeMembers: (members: readonly Member[]) => void,
): MemberMethods {
  const { db, sealer, guard, write } = database;
  const select = 'SELECT id, status, plan, sealed FROM members';
  const all = db.prepare<[], MemberRow>(`${select} ORDER BY id`);
  const byId = db.prepare<[string], MemberRow>(`${select} WHERE id = ?`);
  const byVisa = db.prepare<[Uint8Array], MemberRow>(`${select} WHERE visa_tag = ? ORDER BY id`);
  const byClaim = db.prepare<[Uint8Array], MemberRow>(`${select} WHERE claim_tag = ? ORDER BY id`);
  const byEnd = db.prepare<[number, number], MemberRow>(
    `${select} WHERE until_day <= ? ORDER BY until_day, id LIMIT ?`,
  );
  const member = ({ id, status, plan, sealed }: MemberRow): Member => ({
    id,
    status,
    plan,
    ...openJson(sealer, owner(id), sealedMember, sealed),
  });
  const memberOrNull = (row: MemberRow | undefined) => (row === undefined ? null : member(row));
  const drop = db.prepare<[string]>('DELETE FROM members WHERE id = ?');
  const dropGrants = db.prepare<[Uint8Array]>('DELETE FROM grants WHERE visa_tag = ?');
  const dropChecks = db.prepare<[Uint8Array]>('DELETE FROM stamp_checks WHERE tag = ?');
  const forget = ({ id, visaNumber, earlier = [] }: Member): void => {
    drop.run(id);
    for (const number of [visaNumber, ...earlier.map((one) => one.visaNumber)]) {
      const tag = sealer.tag('visa-number', number);
      dropGrants.run(tag);
      dropChecks.run(tag);
    }
  };
  return {
    putMembers: guard((members) => write(() => storeMembers(members))),
    members: guard(() => all.all().map(member)),
    member: guard((id) => memberOrNull(byId.get(id))),
    memberByVisaNumber: guard((number) =>
      memberOrNull(byVisa.get(sealer.tag('visa-number', number))),
    ),
    memberByClaim: guard((digest) => memberOrNull(byClaim.get(sealer.tag('claim', digest)))),
    membersWithNumbersUntil: guard((until, countMax) =>
      byEnd.all(dayOfDate(until), countMax).map(member),
    ),
    dropMembers: guard((ids) =>
      write(() => {
        for (const row of ids.flatMap((id) => byId.get(id) ?? [])) forget(member(row));
      }),
    ),
  };
}
