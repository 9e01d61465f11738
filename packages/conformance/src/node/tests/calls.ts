/** The node as the caller: its own syncs with a space that has an address. */

import { encodeBase64url } from '@covisa/protocol';

import { type CalledLie, type CalledSpace, calledSpace } from '../called-space.js';
import { appendHarmless } from '../entries.js';
import { Failure, Skip, same } from '../expect.js';
import { readCheckpoint } from '../public-log.js';
import type { Subject } from '../subject.js';
import type { NodeChapter, NodeTest } from '../test.js';

const NO_DIGEST = encodeBase64url(new Uint8Array(32));

/** Lets the node sync with the space, and waits until it has. */
export async function letSync(subject: Subject, called: CalledSpace): Promise<void> {
  const body = { peer: called.peer.space.id };
  const { status } = await subject.api('POST', '/api/sync', body);
  same('the status of /api/sync', status, 200);
  if (called.requests.length === 0) {
    throw new Skip('the node did not call this machine: it may not call private addresses');
  }
}

async function heldSize({ peer }: CalledSpace): Promise<number> {
  const { header } = await peer.ask({}, [], NO_DIGEST);
  return header.frontier?.find(({ space }) => space === peer.space.id)?.size ?? 0;
}

/** The node takes nothing from an answer that is signed wrongly, and all once it is right. */
function disbelieved(title: string, lie: CalledLie): NodeTest {
  return {
    title,
    rules: [],
    async run(subject) {
      const called = await calledSpace(subject);
      await letSync(subject, called);
      const before = await heldSize(called);
      appendHarmless(subject, called.peer.space);
      called.lie = lie;
      await letSync(subject, called);
      called.lie = null;
      same('the size that the node holds', await heldSize(called), before);
    },
  };
}

export const calls: NodeChapter = {
  name: 'Calls of the node',
  place: 'spec/gossip.md',
  tests: [
    {
      title: 'Requests of the node are signed as specified.',
      rules: ['HTTP-1'],
      async run(subject) {
        const called = await calledSpace(subject);
        await letSync(subject, called);
        const wrong = called.requests.find((problem) => problem !== null);
        if (wrong) throw new Failure(`request: ${wrong}`);
      },
    },
    {
      title: 'As the caller the node sends what the other lacks, in all phases.',
      rules: ['SYNC-2', 'LOG-3', 'LOG-4'],
      async run(subject) {
        const called = await calledSpace(subject);
        await letSync(subject, called);
        const { space, incarnation } = await subject.discovery();
        const { size } = await readCheckpoint(subject);
        same('the size that was sent', called.peer.held({ space, incarnation }).compact.size, size);
      },
    },
    {
      title: 'As the caller the node takes what the other has more of.',
      rules: ['SYNC-2', 'LOG-4'],
      async run(subject) {
        const called = await calledSpace(subject);
        appendHarmless(subject, called.peer.space);
        await letSync(subject, called);
        same('the size that the node holds', await heldSize(called), called.peer.space.size);
      },
    },
    disbelieved('An answer that another key has signed is not believed.', 'other-key'),
    disbelieved('An answer to another request is not believed.', 'other-nonce'),
  ],
};
