/**
 * What a node does about an error that nobody caught: it says so, stops in order, and can start
 * again.
 */

import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { temporaryFolders } from '../support/folders.js';
import { document, nodeProcesses } from './support/processes.js';

/** Fails in a promise at SIGUSR2, and out of one at SIGHUP. */
const FAULTY = `
const fault = () => new Error('broken beside CV1:THE-TOKEN');
process.on('SIGUSR2', () => void Promise.reject(fault()));
process.on('SIGHUP', () => { throw fault(); });
`;

describe('cli: an error that nobody caught', function () {
  this.timeout(60_000);
  const makeFolder = temporaryFolders();
  const start = nodeProcesses();

  for (const [signal, origin] of [
    ['SIGUSR2', 'unhandledRejection'],
    ['SIGHUP', 'uncaughtException'],
  ] as const) {
    it(`is logged without secrets and ends the node in order with 70: ${origin}`, async () => {
      const folder = makeFolder();
      const data = join(folder, 'data');
      const faulty = join(folder, 'faulty.mjs');
      writeFileSync(faulty, FAULTY);
      const node = await start(['--data', data, '--init', '--port', '0'], [faulty]);
      node.process.kill(signal);
      expect(await once(node.process, 'close')).to.deep.equal([70, null]);

      const line = node
        .notes()
        .split('\n')
        .find((one) => one.includes('"uncaught"'));
      const { level, origin: told, error } = JSON.parse(line ?? 'null');
      expect([level, told, error.message]).to.deep.equal([
        'error',
        origin,
        'broken beside [withheld]',
      ]);
      expect(node.notes()).not.to.include('THE-TOKEN');
      // The address and the lock were given back, and the log is whole.
      expect(existsSync(join(data, 'address'))).to.equal(false);
      await start(['--data', data, '--port', '0']);
      expect((await document(['--data', data, 'status'])).mode).to.equal('ready');
    });
  }
});
