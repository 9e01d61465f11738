/** Data folders that were made in bulk are such as a node would have come to. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMemoryStore } from '@covisa/store';
import { expect } from 'chai';
import { readSecrets } from '../../../node/dist/cli/data-folder.js';
import { processIo } from '../../../node/dist/cli/io.js';
import { openPorts } from '../../../node/dist/cli/ports.js';
import { loadConfig } from '../../../node/dist/config/index.js';
import { Replica } from '../../../node/dist/engine/log/replica.js';
import { View } from '../../../node/dist/engine/view.js';
import { nowSeconds, tokensOf, twoRequests } from '../../dist/world/check-ins.js';
import { clientOf } from '../../dist/world/client.js';
import { startNode } from '../../dist/world/node.js';
import { makeWorld } from '../../dist/world/world.js';

describe('a data folder that was made in bulk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'covisa-world-'));
  const data = join(folder, 'node');
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('holds logs that any node takes, and a programme whose members check in', async () => {
    const order = { folder: data, spaces: 4, stamps: 300, members: 2, visitsBefore: 3 };
    const world = await makeWorld({ ...order, now: nowSeconds() });
    const { values } = loadConfig({ argv: ['--data', data] }, data);
    const io = processIo();
    const { ports, close } = openPorts(values, readSecrets(data), io, io.clock);
    const fresh = new Replica({ ...ports, store: openMemoryStore() }, new View());
    const heads = await ports.store.heads();
    const offered = await Promise.all(
      heads.map(async ({ space, incarnation, size, checkpoint }) => {
        const held = await ports.store.entries({ space, incarnation }, 0, size, 2 ** 30);
        const lines = held.map(({ bytes }) => bytes);
        return { space, incarnation, from: 0, lines, checkpoint: checkpoint ?? '', proof: [] };
      }),
    );
    const taken = await fresh.exclusively(() => fresh.ingest(offered));
    expect(taken.problems).to.deep.equal([]);
    // Three first entries a log, one roster, four votes, 300 stamps, six visits of before.
    expect(taken.entries).to.equal(323);
    await close();

    const node = await startNode(data);
    const { post, close: hangUp } = clientOf(node.url, node.authorization);
    for (const token of tokensOf(world.members, world)) await twoRequests('/api')(post, token);
    hangUp();
    await node.end();
  }).timeout(60_000);
});
