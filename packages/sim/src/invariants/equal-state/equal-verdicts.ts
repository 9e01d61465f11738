/** One and the same presentation has the same days left of its programme, at whatever desk. */

import type { ProgrammeId } from '@covisa/protocol';
import { check } from '../../people.js';
import { isMet, type Participants } from '../../play/membership.js';
import type { Person, Play } from '../../play/play.js';
import { codeOf } from '../../world/refusal.js';
import { differenceOf } from './shown.js';

/** Members who are asked for. */
const MEMBERS = 3;

/** Where two desks, which hold the same of a programme, do not leave a member the same of it. */
export async function verdictsDiffer(
  play: Play,
  id: ProgrammeId,
  desks: readonly number[],
  participants: Participants,
): Promise<string | null> {
  const chance = play.world.chance.child(`presentations of ${id}/${play.chapter.number}`);
  const people = play.people.filter(({ home }) =>
    participants.get(id)?.includes(play.spaces.indexOf(home)),
  );
  for (const person of chance.some(people, MEMBERS)) {
    const home = play.spaces.indexOf(person.home);
    // A desk judges by whichever shared programme is best for the member: it must be this one.
    const others = new Map([...participants].filter(([other]) => other !== id));
    const alike = desks.filter((desk) => desk !== home && !isMet(others, desk, home));
    const differs = await leftDiffers(play, person, alike);
    if (differs !== null) return differs;
  }
  return null;
}

async function leftDiffers(
  play: Play,
  { number, wallet }: Person,
  desks: readonly number[],
): Promise<string | null> {
  const token = wallet.present();
  const [first, ...others] = desks;
  if (first === undefined) return null;
  const left = await leftAt(play, first, token);
  for (const other of others) {
    const differs = differenceOf(left, await leftAt(play, other, token));
    if (differs === null) continue;
    const names = `${play.space(first).name} and ${play.space(other).name}`;
    return `${names} leave member ${number} another${differs}`;
  }
  return null;
}

/** What a desk says is left of the programme, before this visit; or why it takes no such visa. */
async function leftAt(play: Play, desk: number, token: string): Promise<unknown> {
  try {
    const { verdict } = await play.wait(check(play.space(desk), token));
    return verdict.left.windows
      .filter(({ count }) => count === 'programme')
      .map(({ rule, window, unit, from, to, limit, used, before }) => ({
        ...{ rule, window, unit, from, to, limit, used, before },
      }));
  } catch (error) {
    const code = codeOf(error);
    if (code === null) throw error;
    return { refused: code };
  }
}
