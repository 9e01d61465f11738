/**
 * When a network has come to rest: of each programme, all its members hold the same of each other's
 * logs.
 */

import type { ProgrammeId } from '@covisa/protocol';
import type { LogHead } from '@covisa/store';
import type { Play } from './play.js';

/** What differs still, in words; empty: nothing. */
export async function differences(play: Play): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [number, programme] of play.programmes.entries()) {
    const members = await membersOf(play, programme);
    const names = new Map(
      members.map((one) => [play.space(one).id as string, play.space(one).name]),
    );
    const reference = new Map<string, string>();
    for (const member of members) {
      const node = play.space(member);
      for (const head of await node.disk.store.heads()) {
        if (!names.has(head.space)) continue;
        const key = `${head.space}/${head.incarnation}`;
        const text = shownOf(head);
        const other = reference.get(key);
        if (other === undefined) reference.set(key, text);
        else if (other !== text) {
          found.push(
            `programme ${number}: ${node.name} holds ${names.get(head.space)}/${head.incarnation} as ${text}, another as ${other}`,
          );
        }
      }
    }
    for (const member of members) {
      const node = play.space(member);
      const held = (await node.disk.store.heads()).filter((head) => names.has(head.space));
      if (held.length < reference.size) {
        found.push(
          `programme ${number}: ${node.name} holds ${held.length} of ${reference.size} logs`,
        );
      }
    }
  }
  return found;
}

function shownOf({ size, range }: LogHead): string {
  return `${size} entries ${Buffer.from(range).toString('base64url').slice(-12)}`;
}

/** The numbers of the honest spaces that a programme's honest members agree to be members. */
export async function membersOf(play: Play, programme: ProgrammeId): Promise<readonly number[]> {
  const members: number[] = [];
  for (const number of play.honest()) {
    const node = play.space(number);
    if (!node.isRunning || play.closed.has(number)) continue;
    const own = (await node.engine.programmes.list()).find(({ id }) => id === programme);
    if (own?.standing === 'member' || own?.standing === 'admitted') members.push(number);
  }
  return members;
}
