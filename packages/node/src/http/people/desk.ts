/** `/api/checks` and `/api/visits`: reception's side, and the accounts that follow from it. */

import type { Request, Response, Router } from 'express';
import { recorderOf } from '../../access/caller.js';
import type {
  CheckRequest,
  RefusalRequest,
  SpokenCheckRequest,
  StampRequest,
} from '../../engine/services.js';
import { callerOf } from '../access/caller.js';
import type { AppOptions } from '../context.js';
import { endpoint, jsonBody, reply } from '../edge.js';
import {
  checkRequest,
  datesQuery,
  deskQuery,
  deskSettingsRequest,
  nothing,
  recordPath,
  refusalRequest,
  spokenCheckRequest,
  statementQuery,
  visitRequest,
  welcomeRequest,
} from '../schemas/index.js';
import { validator } from '../validate.js';
import { checkView, deskView, erasureView, visitView } from '../views.js';

const parsePath = validator(recordPath, 'path');
const idOf = (request: Request): string => parsePath(request.params).id;
const parseCheck = validator(checkRequest, 'body');
const parseSpoken = validator(spokenCheckRequest, 'body');
const parseVisit = validator(visitRequest, 'body');
const parseRefusal = validator(refusalRequest, 'body');
const parseWelcome = validator(welcomeRequest, 'body');
const parseSettings = validator(deskSettingsRequest, 'body');
const parseNothing = validator(nothing, 'body');
const parseDates = validator(datesQuery, 'query');
const parseDesk = validator(deskQuery, 'query');
const parseStatement = validator(statementQuery, 'query');

/** Routes of the desk. */
export function deskRoutes(router: Router, options: AppOptions): void {
  const { desk } = options.engine;
  const overview = reply(async (request) =>
    deskView(await desk.overview(parseDesk(request.query).venue ?? null)),
  );
  endpoint(router, '/desk', { get: overview });
  endpoint(router, '/desk/settings', {
    get: reply(() => desk.settings()),
    post: [...jsonBody, reply(({ body }) => desk.setSettings(parseSettings(body)))],
  });
  endpoint(router, '/welcome', {
    get: reply(() => desk.welcome()),
    post: [...jsonBody, reply(({ body }) => desk.setWelcome(parseWelcome(body)))],
  });
  checkRoutes(router, options);
  visitRoutes(router, options);
}

function checkRoutes(router: Router, { engine }: AppOptions): void {
  const { desk } = engine;
  endpoint(router, '/checks', {
    post: [...jsonBody, reply(async ({ body }) => checkView(await desk.check(asCheck(body))))],
  });
  endpoint(router, '/checks/spoken', {
    post: [
      ...jsonBody,
      reply(async ({ body }) => checkView(await desk.checkSpoken(asSpoken(body)))),
    ],
  });
  endpoint(router, '/checks/:id/grant', {
    post: [...jsonBody, ofRecord(async (id) => checkView(await desk.askGrant(id)))],
  });
  endpoint(router, '/checks/:id/refuse', {
    post: [
      ...jsonBody,
      reply((request, response) => desk.refuse(asRefusal(request, response)), 201),
    ],
  });
}

function visitRoutes(router: Router, { engine }: AppOptions): void {
  const { desk } = engine;
  const list = reply(async (request) => {
    const { from, to } = parseDates(request.query);
    return (await desk.visits(from, to)).map(visitView);
  });
  const stamp = reply(
    async (request, response) => visitView(await desk.stamp(asStamp(request.body, response))),
    201,
  );
  endpoint(router, '/visits', { get: list, post: [...jsonBody, stamp] });
  endpoint(router, '/visits/:id/void', {
    post: [...jsonBody, ofRecord(async (id) => visitView(await desk.void(id)))],
  });
  endpoint(router, '/visits/:id/erase', {
    post: [...jsonBody, ofRecord(async (id) => erasureView(await desk.erase(id)))],
  });
}

/** Routes of the accounts. */
export function accountRoutes(router: Router, { engine }: AppOptions): void {
  const { accounts } = engine;
  const statement = reply((request) => {
    const { with: them, from, to } = parseStatement(request.query);
    return accounts.statement(them, from, to);
  });
  endpoint(router, '/statement', { get: statement });
  const exchange = reply((request) => {
    const { from, to } = parseDates(request.query);
    return accounts.exchange(from, to);
  });
  endpoint(router, '/exchange', { get: exchange });
  endpoint(router, '/double-visits', { get: reply(() => accounts.doubleVisits()) });
}

function ofRecord(answer: (id: string) => Promise<unknown>): ReturnType<typeof reply> {
  return reply((request) => {
    parseNothing(request.body);
    return answer(idOf(request));
  });
}

function circumstancesIn(body: Partial<Omit<CheckRequest, 'token'>>): Omit<CheckRequest, 'token'> {
  const { venue = null, halfDay = false, party = 0, notice = false } = body;
  return {
    venue,
    halfDay,
    party,
    notice,
    date: body.date ?? null,
    scannedAt: body.scannedAt ?? null,
  };
}

function asCheck(body: unknown): CheckRequest {
  const { token, ...rest } = parseCheck(body);
  return { token, ...circumstancesIn(rest) };
}

function asSpoken(body: unknown): SpokenCheckRequest {
  const { home, code, ...rest } = parseSpoken(body);
  return { home, code, ...circumstancesIn(rest) };
}

function asStamp(body: unknown, response: Response): StampRequest {
  const { check, kind, amount = null, note = null } = parseVisit(body);
  return { check, kind, amount, note, by: recorderOf(callerOf(response)) };
}

function asRefusal(request: Request, response: Response): RefusalRequest {
  const { reason, note = null } = parseRefusal(request.body);
  return { check: idOf(request), reason, note, by: recorderOf(callerOf(response)) };
}
