/** What the parts of access stand on. */

import type { Seconds, Sha256 } from '@covisa/protocol';
import { NodeError } from '../errors.js';
import type { Logger, Passwords, Random } from '../ports.js';
import type { Book } from './book.js';

/** The document, and the ways to time, chance and hashes. */
export interface AccessContext {
  readonly book: Book;
  readonly now: () => Seconds;
  readonly random: Random;
  readonly passwords: Passwords;
  readonly sha256: Sha256;
  readonly logger: Logger;
}

/** There is none of that id. */
export function notThere(what: string): NodeError {
  return new NodeError('NOT_FOUND', `${what}: there is none with this id`);
}

/** The list without the item of an id. @throws NodeError NOT_FOUND */
export function without<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  what: string,
): readonly T[] {
  const rest = list.filter((one) => one.id !== id);
  if (rest.length === list.length) throw notThere(what);
  return rest;
}

/** The list with one more. @throws NodeError CONFLICT where it is full */
export function withOneMore<T>(
  list: readonly T[],
  item: T,
  max: number,
  what: string,
): readonly T[] {
  if (list.length < max) return [...list, item];
  throw new NodeError('CONFLICT', `${what}: expected at most ${max}, and there are as many`, {
    remedy: 'Remove one that is not used any more.',
  });
}

/** @throws NodeError CONFLICT where one of the list has the name, however it is spelled */
export function checkNewName(
  list: readonly { readonly name: string }[],
  name: string,
  what: string,
): void {
  const spelled = (one: string): string => one.normalize('NFC').toLowerCase();
  if (!list.some((one) => spelled(one.name) === spelled(name))) return;
  throw new NodeError('CONFLICT', `${what}: there is one of this name already`, {
    remedy: 'Choose another name.',
  });
}
