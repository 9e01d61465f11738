/**
 * Members from a list: who is to be added, who changes, who stays. All rows or none, and nothing in
 * a dry run.
 */

import { type CalendarDate, encodeBase64url, ProtocolError } from '@covisa/protocol';
import type { Member } from '@covisa/store';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import type {
  ImportedRow,
  ImportReason,
  ImportReport,
  ImportRow,
  MemberFields,
  NewMember,
} from '../services.js';
import type { Issuer } from './issuer.js';
import { type Changed, changedFields, withChange } from './member-changes.js';
import type { Register } from './register.js';

/** A row with what it is to do. */
interface Planned {
  readonly shown: ImportedRow;
  /** Null: nothing. */
  readonly changed: { readonly before: Member | null; readonly after: Member } | null;
}

/** A member who was not there yet, without a visa, as of a date of the home's own calendar. */
export function freshMember(context: Context, fresh: NewMember, date: CalendarDate): Member {
  const { random } = context.ports;
  return {
    id: encodeBase64url(random.bytes(6)),
    status: 'active',
    plan: fresh.plan,
    name: fresh.name,
    displayName: fresh.displayName,
    contact: fresh.contact,
    since: fresh.since ?? date,
    paidUntil: fresh.paidUntil,
    visaNumber: random.bytes(16),
    visaYearStart: date,
    holderKey: null,
    former: [],
    isStatic: fresh.isStatic,
    ask: fresh.isStatic,
    claim: null,
    issued: null,
  };
}

/** Takes lists. */
export class MemberImport {
  readonly #context: Context;
  readonly #register: Register;
  readonly #issuer: Issuer;

  constructor(context: Context, register: Register, issuer: Issuer) {
    this.#context = context;
    this.#register = register;
    this.#issuer = issuer;
  }

  /** Writes the rows, unless it is a dry run or one of them is wrong. */
  take(rows: readonly ImportRow[], dryRun: boolean): Promise<ImportReport> {
    return this.#register.change(async () => {
      const planned = await this.#plan(rows);
      const shown = planned.map((one) => one.shown);
      const report = { rows: shown, counts: countsOf(shown) };
      if (dryRun || report.counts.error > 0) return report;
      const changes = planned.flatMap(({ changed }) => changed ?? []);
      await this.#register.keep(
        changes.flatMap(({ before, after }) => (before === null ? [] : { before, after })),
        changes.flatMap(({ before, after }) => (before === null ? after : [])),
      );
      return report;
    });
  }

  async #plan(rows: readonly ImportRow[]): Promise<readonly Planned[]> {
    const found = matchRows(rows, await this.#context.ports.store.members());
    const planned: Planned[] = [];
    for (const [index, row] of rows.entries()) {
      planned.push(await this.#planRow(row, found[index] ?? null));
    }
    return planned;
  }

  async #planRow(row: ImportRow, match: Match): Promise<Planned> {
    const { line, fields, problem, path } = row;
    const { name } = fields;
    if (problem !== null) {
      const place = path === null ? {} : { path };
      return failed({ line, name, problem, reason: path === null ? 'other' : 'cell', ...place });
    }
    if (match !== null && 'problem' in match) return failed({ line, name, ...match });
    try {
      return match === null ? await this.#added(line, fields) : this.#updated(line, fields, match);
    } catch (error) {
      if (!(error instanceof NodeError || error instanceof ProtocolError)) throw error;
      const reason = reasonOf(error);
      const action = reason === 'ended' ? 'skip' : 'error';
      return { shown: { line, action, name, problem: error.message, reason }, changed: null };
    }
  }

  async #added(line: number, fields: MemberFields): Promise<Planned> {
    const { name, plan } = fields;
    if (plan === undefined)
      throw new Misfit('plan-missing', 'plan: expected one for a new member, got none');
    const fresh = {
      ...{ name, plan, displayName: fields.displayName ?? null, contact: fields.contact ?? null },
      ...{ since: fields.since ?? null, paidUntil: fields.paidUntil ?? null },
      isStatic: fields.isStatic ?? false,
    };
    const after = freshMember(this.#context, fresh, this.#issuer.homeDate());
    // As with a single new member: whose visa could not be issued is not added.
    await this.#issuer.issue({ ...after, holderKey: new Uint8Array(32) });
    const shown = { line, action: 'add', name, problem: null } as const;
    return { shown, changed: { before: null, after } };
  }

  #updated(line: number, fields: MemberFields, before: Member): Planned {
    const { isStatic = before.isStatic, ...change } = fields;
    if (isStatic !== before.isStatic) {
      throw new Misfit(
        'card-change',
        'card: expected as before, got a change between phone and printed card',
      );
    }
    const after = withChange(before, change);
    const { name } = after;
    if (after === before) {
      return { shown: { line, action: 'unchanged', name, problem: null }, changed: null };
    }
    this.#issuer.check(after);
    const changed = { before, after } satisfies Changed;
    const changes = changedFields(changed);
    return { shown: { line, action: 'update', name, problem: null, changes }, changed };
  }
}

/** The member of a row; a problem where that cannot be told; null for nobody. */
type Match = Member | Pick<Failure, 'problem' | 'reason' | 'otherLine'> | null;

type Failure = Omit<ImportedRow, 'action'>;

function failed(row: Failure): Planned {
  return { shown: { ...row, action: 'error' }, changed: null };
}

/**
 * By contact; else by name, among those whom no other row has by contact: of two people with one
 * name, the known contact tells them apart.
 */
function matchRows(rows: readonly ImportRow[], members: readonly Member[]): readonly Match[] {
  const byContact = groupBy(members, ({ contact }) => contact && plain(contact));
  const byName = groupBy(members, ({ name }) => plain(name));
  const keys = rows.map(({ fields }) => fields.contact && plain(fields.contact));
  const withContact = keys.map((key) => (key ? (byContact.get(key) ?? []) : []));
  const taken = new Set(withContact.flat());
  const matches = rows.map(({ fields }, index): Match => {
    const same = withContact[index] ?? [];
    const named = byName.get(plain(fields.name)) ?? [];
    const found = same.length > 0 ? same : named.filter((one) => !taken.has(one));
    if (found.length > 1) {
      const problem = `name: expected one member like this, got ${found.length}`;
      return { problem, reason: 'ambiguous' };
    }
    return found[0] ?? null;
  });
  return withoutRepeats(rows, matches, keys);
}

/** A member stands in one row only, and so does somebody new. */
function withoutRepeats(
  rows: readonly ImportRow[],
  matches: readonly Match[],
  keys: readonly (string | null | undefined)[],
): readonly Match[] {
  const seen = new Map<string, number>();
  return matches.map((match, index) => {
    const { line, fields } = rows[index] ?? { line: 0, fields: { name: '' } };
    if (match !== null && 'problem' in match) return match;
    const who = match?.id ?? `${keys[index] ?? ''}\n${keys[index] ? '' : plain(fields.name)}`;
    const first = seen.get(who);
    if (first !== undefined) {
      const problem = `name: expected once, stands in line ${first} too`;
      return { problem, reason: 'repeated', otherLine: first };
    }
    seen.set(who, line);
    return match;
  });
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/** As people compare names and addresses. */
function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}

function countsOf(rows: readonly ImportedRow[]): ImportReport['counts'] {
  const counts = { add: 0, update: 0, unchanged: 0, skip: 0, error: 0 };
  for (const { action } of rows) counts[action] += 1;
  return counts;
}

/** A row that asks for what cannot be. */
class Misfit extends NodeError {
  readonly reason: ImportReason;

  constructor(reason: ImportReason, message: string) {
    super('REQUEST_INVALID', message);
    this.reason = reason;
  }
}

function reasonOf(error: NodeError | ProtocolError): ImportReason {
  if (error instanceof Misfit) return error.reason;
  if (error.code === 'MEMBERSHIP_ENDED') return 'ended';
  return error.code === 'VISA_INVALID' ? 'text' : 'other';
}
