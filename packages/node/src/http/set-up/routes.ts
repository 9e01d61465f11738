/**
 * First set-up: `/api/set-up`, behind a one-time token from the terminal. Without it the routes do
 * nothing, so that a stranger who finds a fresh node cannot take it. The token stands in the body
 * only, and is used up by setting up, not by looking.
 */

import type { ProfileEntry } from '@covisa/protocol';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Access, SessionView } from '../../access/index.js';
import { Mutex } from '../../engine/mutex.js';
import { NodeError } from '../../errors.js';
import { checkConnection, checkOrigin } from '../access/connection.js';
import { setSessionCookie } from '../access/cookies.js';
import { endpoint, jsonBody, noStore, reply } from '../edge.js';
import { RequestInvalid } from '../errors.js';
import { type SetUpRequest, setUpQuestion, setUpRequest } from '../schemas/index.js';
import { validator } from '../validate.js';

/** What the owner is to decide, without token and password. */
export type SetUpChoice = Omit<SetUpRequest, 'token' | 'password'>;

/** First set-up of one node. */
export interface SetUp {
  /** Whether a token opens it now. */
  isOpenTo(token: string): boolean;
  /** What the space says of itself; null while it is not made. */
  profile(): ProfileEntry | null;
  /** The time zone of the node's machine: where the space is, as a rule. */
  readonly timeZone: string;
  /** Makes or changes the space, sets the owner's password, and closes set-up. */
  finish(choice: SetUpChoice, password: string): Promise<Access>;
}

const parseQuestion = validator(setUpQuestion, 'body');
const parseRequest = validator(setUpRequest, 'body');

/** `/api/set-up` and `/api/set-up/state`, behind `limit`. */
export function setUpRoutes(setUp: SetUp, publicUrl: string | null, limit: RequestHandler): Router {
  const router = Router({ caseSensitive: true, strict: true });
  // One after the other: the token is used up by the first.
  const turns = new Mutex();
  const guarded: RequestHandler[] = [limit, noStore, guard(publicUrl), ...jsonBody];
  endpoint(router, '/api/set-up/state', {
    post: [...guarded, reply(({ body }) => stateFor(setUp, body))],
  });
  endpoint(router, '/api/set-up', {
    post: [
      ...guarded,
      // SETUP-2: the token is used up by setting up, by the first who does, and not by looking.
      reply((request, response) => turns.run(() => finish(setUp, request, response))),
    ],
  });
  return router;
}

function guard(publicUrl: string | null): RequestHandler {
  return (request, _response, next) => {
    checkOrigin(request, publicUrl);
    checkConnection(request);
    next();
  };
}

function stateFor(setUp: SetUp, body: unknown): object {
  checkOpen(setUp, parseQuestion(body).token);
  const profile = setUp.profile();
  return { made: profile !== null, profile, defaults: { timeZone: setUp.timeZone } };
}

async function finish(setUp: SetUp, request: Request, response: Response): Promise<SessionView> {
  const { token, password, ...choice } = parseRequest(request.body);
  checkOpen(setUp, token);
  checkTimeZone(choice.venue.timeZone);
  // SETUP-3: a space that is not made yet needs the digest of a recovery key.
  if (choice.recoveryDigest === null && setUp.profile() === null) {
    const message = 'body/recoveryDigest: expected one, since the space is not made yet';
    throw new RequestInvalid(message, '/recoveryDigest');
  }
  const access = await setUp.finish(choice, password);
  const start = { role: 'owner', person: null, device: null } as const;
  const secret = await access.sessions.begin(start, null);
  setSessionCookie(request, response, secret);
  return access.view(await access.sessions.caller(secret), null);
}

function checkOpen(setUp: SetUp, token: string): void {
  // SETUP-1: first set-up is open to the one-time token alone.
  if (setUp.isOpenTo(token)) return;
  throw new NodeError('FORBIDDEN', 'set-up: this link does not open it', {
    remedy:
      'It works once, and only whole: copy it again from the terminal in which the node runs. If the space is set up already, sign in to the console.',
  });
}

/** The format knows the form of a name only; this machine knows the names. */
function checkTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch (cause) {
    const message = 'body/venue/timeZone: expected an IANA time zone such as Australia/Melbourne';
    throw new RequestInvalid(message, '/venue/timeZone', cause);
  }
}
