/** `/api`: the node itself: how it is, its clock, its dealings with other nodes, its profile. */

import type { Router } from 'express';
import { NodeError } from '../../errors.js';
import type { AppOptions } from '../context.js';
import { endpoint, jsonBody, reply } from '../edge.js';
import {
  keyRevocation,
  nothing,
  profileChange,
  syncRequest,
  testClockRequest,
} from '../schemas/index.js';
import { validator } from '../validate.js';
import { issuingKeyView } from '../views.js';

const parseAdvance = validator(testClockRequest, 'body');
const parseSync = validator(syncRequest, 'body');
const parseChange = validator(profileChange, 'body');
const parseRevocation = validator(keyRevocation, 'body');
const parseNothing = validator(nothing, 'body');

/** Routes of the node itself. */
export function statusRoutes(router: Router, options: AppOptions): void {
  const { engine } = options;
  const change = reply((request) => engine.changeProfile(parseChange(request.body)));

  endpoint(router, '/status', { get: reply(() => engine.status()) });
  endpoint(router, '/directory', { get: reply(() => engine.directory()) });
  endpoint(router, '/peers', { get: reply(() => engine.gossip.peers()) });
  endpoint(router, '/profile', {
    get: reply(() => engine.profile()),
    patch: [...jsonBody, change],
  });
  endpoint(router, '/sync', {
    post: [...jsonBody, reply((request) => engine.gossip.syncNow(parseSync(request.body).peer))],
  });
  endpoint(router, '/keys', { get: reply(() => engine.keys.list().map(issuingKeyView)) });
  endpoint(router, '/keys/revoke', {
    post: [
      ...jsonBody,
      reply(async (request) => {
        const { generation } = parseRevocation(request.body);
        return (await engine.keys.revoke(generation)).map(issuingKeyView);
      }),
    ],
  });
  endpoint(router, '/close', {
    post: [
      ...jsonBody,
      reply(async (request) => {
        parseNothing(request.body);
        await engine.closeSpace();
        return {};
      }),
    ],
  });
  endpoint(router, '/test-clock', {
    post: [
      ...jsonBody,
      reply((request) => advance(options, parseAdvance(request.body).advanceSeconds)),
    ],
  });
}

async function advance({ engine, testClock }: AppOptions, seconds: number): Promise<object> {
  if (testClock === null) {
    throw new NodeError('TEST_CLOCK_OFF', 'test clock: it is off, so time cannot be moved', {
      status: 403,
      remedy: 'Start a node that is for tests only with --test-clock.',
    });
  }
  await testClock.advance(seconds);
  const { now, testClockOffset } = await engine.status();
  return { now, testClockOffset };
}
