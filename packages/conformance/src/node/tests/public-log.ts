/** The log as the public sees it. */

import { encodeBase64url, leafHash, subtreeHash, tileWidth } from '@covisa/protocol';
import { checkRefusal } from '../answers.js';
import { check, same } from '../expect.js';
import { readableSize, readCheckpoint, readLevel, readTile, rootOf } from '../public-log.js';
import type { Subject } from '../subject.js';
import type { NodeChapter } from '../test.js';

async function leavesOf(subject: Subject) {
  const { size, root } = await readCheckpoint(subject);
  return { size, root, leaves: await readLevel(subject, 0, size) };
}

export const publicLog: NodeChapter = {
  name: 'Public log',
  place: 'spec/log.md',
  tests: [
    {
      title: 'The checkpoint is signed by the log key that the discovery proves.',
      rules: ['CHECKPOINT-1', 'CHECKPOINT-2', 'NOTE-1', 'NOTE-2', 'LOG-5'],
      async run(subject) {
        const { size } = await readCheckpoint(subject);
        check(size > 0, 'checkpoint: expected a log with an entry at least');
      },
    },
    {
      title: 'The hashes of the tiles lead to the root of the checkpoint.',
      rules: ['LOG-3', 'LOG-4'],
      async run(subject) {
        const { size, root, leaves } = await leavesOf(subject);
        if (readableSize(size) < size) return;
        const found = encodeBase64url(rootOf(leaves, size));
        same('the root of the tiles', found, encodeBase64url(root));
      },
    },
    {
      title: 'The first leaf is the entry that the discovery shows.',
      rules: ['LOG-3', 'LOG-5'],
      async run(subject) {
        const { opening } = await subject.discovery();
        const { leaves } = await leavesOf(subject);
        const found = encodeBase64url(leaves[0] ?? new Uint8Array());
        same('the first leaf', found, encodeBase64url(leafHash(opening)));
      },
    },
    {
      title: 'The hashes of a higher level are those of the tiles below.',
      rules: ['LOG-3'],
      async run(subject) {
        const { size, leaves } = await leavesOf(subject);
        const [first] = await readLevel(subject, 1, readableSize(size));
        if (first === undefined) {
          same('the width of the first tile of level 1', tileWidth(1, 0, size), 0);
          checkRefusal(await subject.get('/covisa/v1/log/tile/1/000.p/1'), 'NOT_FOUND');
          return;
        }
        const found = encodeBase64url(subtreeHash(leaves.slice(0, 256)));
        same('the first hash of level 1', encodeBase64url(first), found);
      },
    },
    {
      title: 'A narrower tile than the widest one holds its first hashes.',
      rules: ['LOG-3'],
      async run(subject) {
        const { leaves } = await leavesOf(subject);
        const [only] = await readTile(subject, { level: 0, index: 0, width: 1 });
        const found = encodeBase64url(only ?? new Uint8Array());
        same('the hash', found, encodeBase64url(leaves[0] ?? new Uint8Array()));
      },
    },
    {
      title: 'There is no tile beyond the log.',
      rules: [],
      async run(subject) {
        const { size } = await readCheckpoint(subject);
        const index = String(Math.floor(size / 256) + 1).padStart(3, '0');
        if (index.length > 3) return;
        checkRefusal(await subject.get(`/covisa/v1/log/tile/0/${index}`), 'NOT_FOUND');
      },
    },
    {
      title: 'There is no tile under another way to write its path.',
      rules: [],
      async run(subject) {
        for (const path of ['0/0', '00/000', '0/x000/000', '0/000.p/0', '0/000.p/01', '0/-01']) {
          checkRefusal(await subject.get(`/covisa/v1/log/tile/${path}`), 'NOT_FOUND');
        }
      },
    },
    {
      title: 'The public gets no entries.',
      rules: [],
      async run(subject) {
        for (const path of ['tile/entries/000', 'entries', 'entries/0']) {
          const { status } = await subject.get(`/covisa/v1/log/${path}`);
          check(status >= 400, `/covisa/v1/log/${path}: expected a refusal, got ${status}`);
        }
      },
    },
  ],
};
