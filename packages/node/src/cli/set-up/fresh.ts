/**
 * First set-up of a node that is not made yet: the process listens, and shows nothing but the pages
 * and set-up. The owner's choice makes the space, and the same process goes on as its node, on the
 * same port. The recovery key is made in the owner's browser: this node sees its digest only.
 */

import type { ProfileEntry, Seconds } from '@covisa/protocol';
import type { Express } from 'express';
import { checkPassword } from '../../access/index.js';
import { nodeSha256 } from '../../adapters/sha256-node.js';
import type { ResolvedConfig } from '../../config/index.js';
import { secondsOf } from '../../engine/context.js';
import { NodeError } from '../../errors.js';
import {
  createSetUpApp,
  type ListeningServer,
  listen,
  type SetUp,
  type SetUpChoice,
} from '../../http/index.js';
import { checkDataFolder, holdsNode } from '../data-folder.js';
import { makeNode } from '../init.js';
import type { Io } from '../io.js';
import { openLogger } from '../ports.js';
import { appSettings, PAGES, type RunningNode, startNode } from '../serve.js';
import { openClock } from '../test-clock.js';
import { closeWithPassword, machineTimeZone, madeSetUp, venueOf } from './made.js';
import { isSameToken, makeSetUpToken, openSetUp } from './token.js';

/** A process that waits for its owner. */
export interface WaitingNode {
  /** `http://127.0.0.1:7311`: where this machine reaches it. */
  readonly url: string;
  /** The one-time token that opens set-up. */
  readonly token: string;
  /** The node, once the owner has finished. */
  readonly made: Promise<RunningNode>;
  /** Ends the waiting. */
  stop(): Promise<void>;
}

interface Waiting {
  readonly resolved: ResolvedConfig;
  readonly io: Io;
  readonly server: ListeningServer;
  readonly token: string;
}

/**
 * Listens for the owner of a node that is to be made in the data folder of the settings.
 * @throws CommandError DATA_FOLDER_NOT_EMPTY; NodeError DATA_FOLDER_UNWRITABLE, ADDRESS_IN_USE
 */
export async function waitForOwner(resolved: ResolvedConfig, io: Io): Promise<WaitingNode> {
  const { data, host, port } = resolved.values;
  checkDataFolder(data);
  const token = makeSetUpToken(io.random);
  const server = await listen((_request, response) => response.writeHead(503).end(), {
    host,
    port,
    clock: io.clock,
  });
  const made = new Promise<RunningNode>((resolve) => {
    const waiting = { resolved, io, server, token };
    server.serve(appOver(waiting, freshSetUp(waiting, resolve)));
  });
  return { url: server.url, token, made, stop: () => server.close() };
}

function appOver({ resolved, io }: Waiting, setUp: SetUp): Express {
  const { clock } = openClock(resolved, io.clock);
  return createSetUpApp({
    setUp,
    settings: appSettings(resolved.values),
    pages: PAGES,
    now: () => secondsOf(clock),
    logger: openLogger(resolved.values, io, clock),
    sha256: nodeSha256,
  });
}

function freshSetUp(waiting: Waiting, tellMade: (node: RunningNode) => void): SetUp {
  let isDone = false;
  let madeWith: string | null = null;
  return {
    timeZone: machineTimeZone(),
    profile: () => null,
    isOpenTo: (token) => !isDone && isSameToken(waiting.token, token),
    async finish(choice, password) {
      // Refused before anything is made.
      checkPassword(password);
      const { data } = waiting.resolved.values;
      // Half of it may be done, if something failed after the owner's first attempt.
      const isNew = !holdsNode(data);
      if (isNew) await makeSpace(waiting, choice);
      else checkRecoveryKey(madeWith, choice);
      madeWith = choice.recoveryDigest;
      const node = await startNode(waiting.resolved, waiting.io, waiting.server);
      isDone = true;
      try {
        if (isNew) await closeWithPassword(node.access, password, data);
        else await madeSetUp({ ...node, data }).finish(choice, password);
      } finally {
        tellMade(node);
      }
      return node.access;
    },
  };
}

/** Nobody is to keep words on paper that are not the space's. @throws NodeError CONFLICT */
function checkRecoveryKey(madeWith: string | null, { recoveryDigest }: SetUpChoice): void {
  if (madeWith !== null && madeWith === recoveryDigest) return;
  throw new NodeError('CONFLICT', 'recovery key: the space was made with another one', {
    remedy: 'Stop the node and start it again: its new link leads on from here.',
  });
}

/** The token goes on to open set-up until there is a password. */
async function makeSpace({ resolved, io, token }: Waiting, choice: SetUpChoice): Promise<void> {
  const { recoveryDigest } = choice;
  if (recoveryDigest === null) throw new TypeError('recovery digest: expected one');
  const node = resolved.values.publicUrl;
  const profile = (signed: Seconds): ProfileEntry => profileOf(choice, signed, node);
  await makeNode(resolved, { recoveryDigest, profile }, io);
  openSetUp(resolved.values.data, token);
}

function profileOf(choice: SetUpChoice, signed: Seconds, node: string | null): ProfileEntry {
  const { name, rate, languages } = choice;
  const venues = [venueOf(choice)];
  return { type: 'profile', signed, name, open: true, venues, rate, offer: {}, languages, node };
}
