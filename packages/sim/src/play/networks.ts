/** What happens to the network. */

import type { Happenings } from './events.js';

export const networkEvents: Pick<Happenings, 'wall' | 'heal' | 'weather'> = {
  wall(play, { these, those, oneWay }) {
    const { world, trace } = play;
    const ours = these.map((one) => play.space(one));
    const theirs = those.map((one) => play.space(one));
    world.line.wall(ours, theirs);
    if (!oneWay) world.line.wall(theirs, ours);
    trace(
      `a wall ${oneWay ? 'from' : 'between'} ${these.length} ${oneWay ? 'to' : 'and'} ${those.length} spaces`,
    );
  },

  heal({ world, trace }) {
    world.line.heal();
    trace('all walls are gone');
  },

  weather({ world, trace }, { loss, duplication, delay }) {
    Object.assign(world.line.weather, { loss, duplication, delay });
    trace(`weather: loss ${loss}, duplication ${duplication}, delay ${delay} ms`);
  },
};
