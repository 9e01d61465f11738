/** The floor's process, as the one who measures sees it. */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { processOf, type ServerProcess } from '../../world/node.js';
import type { Presented } from './presented.js';

const FLOOR = fileURLToPath(new URL('floor.js', import.meta.url));

/** The floor, listening. */
export interface FloorProcess extends ServerProcess {
  /** Takes the signatures of the tokens that come next; those of before are forgotten. */
  learn(presented: readonly Presented[]): Promise<void>;
}

/** Starts the floor over a database file, which it makes. */
export async function startFloor(database: string): Promise<FloorProcess> {
  const child = fork(FLOOR, [database]);
  const ended = once(child, 'exit').then(([status]): never => {
    throw new Error(`floor: expected an answer, ended with ${status}`);
  });
  ended.catch(() => undefined);
  const answer = async () => (await Promise.race([once(child, 'message'), ended]))[0];
  const { port } = await answer();
  const learn = async (presented: readonly Presented[]): Promise<void> => {
    child.send([...presented]);
    await answer();
  };
  return { url: `http://127.0.0.1:${port}`, learn, ...processOf(child) };
}
