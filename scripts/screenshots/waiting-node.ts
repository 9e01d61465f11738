/** A node that is not made yet, for pictures of first set-up. */

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { shape } from '@covisa/protocol';
import { ROOT } from '../repository.js';
import { printed } from './printed.js';

const document = shape.open({ setUpLink: shape.text({ min: 8, max: 300 }) });

export interface WaitingNode {
  readonly setUpLink: string;
  stop(): void;
}

/** Starts it over an empty folder. */
export async function startWaitingNode(folder: string): Promise<WaitingNode> {
  const main = join(ROOT, 'packages', 'node', 'dist', 'cli', 'main.js');
  const args = [main, '--json', '--data', folder, 'start', '--set-up', '--port', '0'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const { setUpLink } = document.parse(await printed(child));
  return { setUpLink, stop: () => child.kill('SIGTERM') };
}
