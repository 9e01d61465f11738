/** Spaces, programmes and members by their names, or by the beginning of their ids. */

import {
  type Listing,
  type ProgrammeId,
  ProtocolError,
  programmeId,
  type SpaceId,
  spaceId,
  utcDate,
} from '@covisa/protocol';
import type { Member } from '@covisa/store';
import type { ProgrammeView } from '../engine/services.js';
import type { Json } from './client.js';
import { CommandError, EXIT_USAGE } from './failure.js';
import type { Session } from './session.js';

/** Something with an id and perhaps a name. */
export interface Named {
  readonly id: string;
  readonly name: string | null;
}

/** Shortest beginning of an id that is taken for it. */
const PREFIX_MIN = 4;

/**
 * The one of `all` that `text` means: by its whole id, its name (case does not matter), or the
 * beginning of its id.
 * @throws CommandError NAME_UNKNOWN, NAME_AMBIGUOUS
 */
export function findNamed<T extends Named>(what: string, text: string, all: readonly T[]): T {
  const same = (name: string | null): boolean => name?.toLowerCase() === text.toLowerCase();
  const exact = all.filter((one) => one.id === text);
  const byName = exact.length > 0 ? exact : all.filter((one) => same(one.name));
  const found =
    byName.length > 0 || text.length < PREFIX_MIN
      ? byName
      : all.filter((one) => one.id.startsWith(text));
  const [first, second] = found;
  if (first === undefined) throw unknownName(what, text, all);
  if (second !== undefined) {
    throw new CommandError(
      'NAME_AMBIGUOUS',
      `${what} "${text}": means several. Give an id instead: ${withIds(found)}.`,
      { exitStatus: EXIT_USAGE },
    );
  }
  return first;
}

/** `Ada (x1y2), Ada (z3w4)` */
function withIds(all: readonly Named[]): string {
  return all.map((one) => (one.name === null ? one.id : `${one.name} (${one.id})`)).join(', ');
}

function unknownName(what: string, text: string, all: readonly Named[]): CommandError {
  const names = all.slice(0, 12).map((one) => one.name ?? one.id);
  const remedy =
    names.length === 0
      ? `There is no ${what} yet.`
      : `Known are: ${names.join(', ')}${all.length > names.length ? ' and others' : ''}.`;
  return new CommandError('NAME_UNKNOWN', `${what} "${text}": is not known here. ${remedy}`);
}

function isShaped(shape: { parse(value: unknown): unknown }, text: string): boolean {
  try {
    shape.parse(text);
    return true;
  } catch (error) {
    if (error instanceof ProtocolError) return false;
    throw error;
  }
}

/** Whether a text is a space's whole id. */
export function isSpaceId(text: string): boolean {
  return isShaped(spaceId, text);
}

/** The id of another space, from its id or its name in our directory. */
export async function findSpace(session: Session, text: string): Promise<SpaceId> {
  if (isSpaceId(text)) return spaceId.parse(text);
  const listed = await session.client().get<readonly Json<Listing>[]>('/api/directory');
  const spaces = listed.map((one) => ({ id: one.space, name: one.name }));
  return findNamed('space', text, spaces).id;
}

/** The names of all spaces in our directory, by id. */
export async function spaceNames(session: Session): Promise<ReadonlyMap<string, string>> {
  const listed = await session.client().get<readonly Json<Listing>[]>('/api/directory');
  const names = new Map(listed.map((one) => [String(one.space), one.name ?? one.space]));
  const status = await session.status();
  return names.set(status.space, status.name);
}

/** The programme that is meant; with none named, the only one. */
export async function findProgramme(
  session: Session,
  text: string | undefined,
): Promise<Json<ProgrammeView>> {
  if (text !== undefined && isShaped(programmeId, text)) {
    const id: ProgrammeId = programmeId.parse(text);
    return session.client().get<Json<ProgrammeView>>(`/api/programmes/${id}`);
  }
  const all = await session.client().get<readonly Json<ProgrammeView>[]>('/api/programmes');
  if (text !== undefined) return findNamed('programme', text, all);
  const [first, second] = all;
  if (first !== undefined && second === undefined) return first;
  if (first === undefined) {
    throw new CommandError(
      'PROGRAMME_NONE',
      'programme: this space has none yet. Start one with covisa programme create, or follow a link with covisa programme join.',
    );
  }
  throw new CommandError(
    'PROGRAMME_AMBIGUOUS',
    `programme: this space is in several. Name one, or give its id: ${withIds(all)}.`,
    { exitStatus: EXIT_USAGE },
  );
}

/** The member that is meant, by id or name. */
export async function findMember(session: Session, text: string): Promise<Json<Member>> {
  const all = await session.client().get<readonly Json<Member>[]>('/api/members');
  return findNamed('member', text, all);
}

/**
 * A member who may have a visa, by id or name. @throws CommandError MEMBER_INACTIVE,
 * MEMBERSHIP_ENDED
 */
export async function findActiveMember(session: Session, text: string): Promise<Json<Member>> {
  const member = await findMember(session, text);
  const { name, status, paidUntil } = member;
  if (status !== 'active') {
    throw new CommandError(
      'MEMBER_INACTIVE',
      `member "${name}": is ${status}, so there is no visa. Allow visas again with covisa member resume.`,
    );
  }
  if (paidUntil === null || paidUntil >= utcDate((await session.status()).now)) return member;
  throw new CommandError(
    'MEMBERSHIP_ENDED',
    `member "${name}": is paid until ${paidUntil}, which is over. Give it another date with covisa member set --paid-until.`,
  );
}
