/** `/api/people`, `/api/devices`, `/api/tokens`, `/api/password`: who may enter, for the owner. */

import type { Request, Response, Router } from 'express';
import type { Access } from '../../access/index.js';
import { NodeError } from '../../errors.js';
import { endpoint, jsonBody, reply } from '../edge.js';
import { RequestInvalid } from '../errors.js';
import {
  deviceInvitation,
  newPerson,
  newToken,
  nothing,
  passwordChange,
  pinChange,
  recordPath,
} from '../schemas/index.js';
import { validator } from '../validate.js';
import { callerOf, foundOf } from './caller.js';
import { setSessionCookie } from './cookies.js';

const parsePath = validator(recordPath, 'path');
const idOf = (request: Request): string => parsePath(request.params).id;
const parseNothing = validator(nothing, 'body');
const parsePerson = validator(newPerson, 'body');
const parsePin = validator(pinChange, 'body');
const parseInvitation = validator(deviceInvitation, 'body');
const parseToken = validator(newToken, 'body');
const parsePassword = validator(passwordChange, 'body');

/** Routes by which the owner says who may enter. */
export function accessRoutes(router: Router, access: Access): void {
  const { people, devices, tokens } = access;
  peopleRoutes(router, access);
  endpoint(router, '/devices', {
    get: reply(() => devices.list()),
    post: [...jsonBody, reply(({ body }) => devices.invite(parseInvitation(body).name))],
  });
  endpoint(router, '/tokens', {
    get: reply(() => tokens.list()),
    post: [
      ...jsonBody,
      reply(({ body }) => {
        const { name, role } = parseToken(body);
        return tokens.add(name, role);
      }, 201),
    ],
  });
  removal(router, '/people/:id/remove', (id) => people.remove(id));
  removal(router, '/devices/:id/remove', (id) => devices.remove(id));
  removal(router, '/tokens/:id/remove', (id) => tokens.remove(id));
  endpoint(router, '/password', {
    post: [...jsonBody, reply((request, response) => setPassword(access, request, response))],
  });
}

function peopleRoutes(router: Router, { people }: Access): void {
  const add = reply(({ body }) => {
    const { name, pin } = parsePerson(body);
    return people.add(name, pin);
  }, 201);
  const setPin = reply(async (request) => {
    await people.setPin(idOf(request), parsePin(request.body).pin);
    return {};
  });
  endpoint(router, '/people', { get: reply(() => people.list()), post: [...jsonBody, add] });
  endpoint(router, '/people/:id/pin', { post: [...jsonBody, setPin] });
}

function removal(router: Router, path: string, remove: (id: string) => Promise<void>): void {
  const handler = reply(async (request) => {
    parseNothing(request.body);
    await remove(idOf(request));
    return {};
  });
  endpoint(router, path, { post: [...jsonBody, handler] });
}

/** Whoever reads the data folder needs no password to set one; nobody else goes without. */
async function setPassword(access: Access, request: Request, response: Response): Promise<object> {
  const { current, next } = parsePassword(request.body);
  const caller = callerOf(response);
  // ACCESS-16: the password is changed in a session by whoever knows it. The token of the data
  // folder needs none; a made token sets none.
  if (caller.kind === 'token' && caller.token === null) {
    await access.setPassword(next);
    return {};
  }
  if (caller.kind === 'token') {
    throw new NodeError('FORBIDDEN', 'password: expected a session, or the data folder’s token', {
      remedy: 'Change it in the console, or by covisa password on the machine of the node.',
    });
  }
  if (current === undefined) {
    throw new RequestInvalid('body/current: a member that is required is missing', '/current');
  }
  const secret = await access.changePassword(current, next, foundOf(response).place);
  setSessionCookie(request, response, secret);
  return {};
}
