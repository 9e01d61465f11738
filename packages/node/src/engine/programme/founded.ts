/**
 * The programmes that this space founded, as its log says: the node may have ended before its book
 * said so too.
 */

import { isShelf, type ProgrammeId, parseEntry, programmeId, rosterHashOf } from '@covisa/protocol';
import type { Context } from '../context.js';
import { entriesOf, type View } from '../view.js';
import type { ProgrammeBook } from './book.js';

/** Notes the programmes that the own log founded and the book lacks, as far as it has room. */
export async function noteFounded(
  context: Context,
  view: View,
  book: ProgrammeBook,
): Promise<void> {
  for (const programme of await foundedIn(context, view)) {
    if (book.joined.some((one) => one.programme === programme)) continue;
    if (!book.hasRoom) {
      context.ports.logger.warn('programme-not-noted', { programme });
      continue;
    }
    await view.know(programme, context.ports.store);
    await book.join({ programme, introducer: null, preview: null });
  }
}

async function foundedIn(
  { ports, identity: { space } }: Context,
  view: View,
): Promise<readonly ProgrammeId[]> {
  const founded: ProgrammeId[] = [];
  const start = { space, incarnation: 0, index: -1 };
  for await (const { bytes, ...place } of entriesOf(ports.store, ['roster'], start)) {
    if (place.space !== space) break;
    // Beyond a cut, and on a shelf, it may be a thief's.
    const end = isShelf(place) ? 0 : (view.cut(place)?.size ?? Number.POSITIVE_INFINITY);
    const entry = parseEntry(bytes);
    if (place.index >= end || entry.type !== 'roster' || entry.version !== 0) continue;
    founded.push(programmeId.parse(rosterHashOf(bytes)));
  }
  return founded;
}
