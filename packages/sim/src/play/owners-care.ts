/** What owners do when they look at their consoles. */

import { passOver } from '../world/refusal.js';
import { anotherLinkTo, linkTo } from './owners.js';
import type { Play } from './play.js';

/** All honest owners look at their consoles; gives how many had to do something. */
export async function careForNodes(play: Play): Promise<number> {
  let acted = 0;
  for (const number of play.honest()) {
    if (await obey(play, number)) acted += 1;
    if (await applyAgain(play, number)) acted += 1;
  }
  return acted;
}

/**
 * Where the console does not list a programme that the owner has applied to, since the answer was
 * lost or the disk is of before, the owner follows the link again; and where nothing is heard of
 * it, since whoever sent the link withholds what others say, asks another one for a link.
 */
async function applyAgain(play: Play, number: number): Promise<boolean> {
  const node = play.space(number);
  const wanted = play.joins.filter(({ space }) => space === number);
  if (wanted.length === 0 || !node.isRunning || play.parting.has(number)) return false;
  const views = new Map((await node.engine.programmes.list()).map((view) => [view.id, view]));
  const isHeardOf = (one: number): boolean => views.get(play.programme(one))?.founded === true;
  const missed = new Set(wanted.map(({ programme }) => programme).filter((one) => !isHeardOf(one)));
  let isDone = false;
  for (const programme of missed) {
    const isListed = views.has(play.programme(programme));
    const link = isListed
      ? await anotherLinkTo(play, programme, number)
      : await linkTo(play, programme);
    if (link === null) continue;
    const isHeard = await play.wait(node.engine.programmes.join(link).then(() => true, isRefused));
    if (!isHeard) continue;
    for (const join of wanted) if (join.programme === programme) join.heardAt = play.at;
    const which = isListed ? 'another link' : 'the link again';
    play.trace(`${node.name} follows ${which}, to programme ${programme}`);
    isDone = true;
  }
  return isDone;
}

function isRefused(error: unknown): false {
  passOver(error);
  return false;
}

/** What the owner of a node does of which the console says that it may not write. */
async function obey(play: Play, number: number): Promise<boolean> {
  const { world } = play;
  const node = play.space(number);
  if (!node.isRunning) return false;
  const { modeReason } = await node.engine.status();
  if (modeReason === null) return false;
  if (modeReason.includes('covisa recover')) {
    const peers = play.spaces.flatMap(({ url }) => (url === null || url === node.url ? [] : [url]));
    await world.clock.runFor(node.recover({ peers }).then(() => undefined, passOver));
    play.recovered.add(number);
    play.trace(`${node.name} goes on with its recovery key`);
    return true;
  }
  if (!modeReason.includes('start it again')) return false;
  await world.clock.runFor(node.stop());
  await world.clock.runFor(node.start());
  play.trace(`${node.name} is started again, as its console says`);
  return true;
}
