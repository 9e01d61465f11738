/** `/api/checks` and `/api/visits`: reception's side, and the accounts that follow from it. */

import type { Request, Router } from 'express';
import type { CheckRequest, StampRequest } from '../../engine/services.js';
import type { AppOptions } from '../context.js';
import { endpoint, jsonBody, reply } from '../edge.js';
import {
  checkRequest,
  datesQuery,
  nothing,
  recordPath,
  statementQuery,
  visitRequest,
} from '../schemas/index.js';
import { validator } from '../validate.js';
import { checkView, visitView } from '../views.js';

const parsePath = validator(recordPath, 'path');
const idOf = (request: Request): string => parsePath(request.params).id;
const parseCheck = validator(checkRequest, 'body');
const parseVisit = validator(visitRequest, 'body');
const parseNothing = validator(nothing, 'body');
const parseDates = validator(datesQuery, 'query');
const parseStatement = validator(statementQuery, 'query');

/** Routes of the desk. */
export function deskRoutes(router: Router, { engine }: AppOptions): void {
  const { desk } = engine;
  const list = reply(async (request) => {
    const { from, to } = parseDates(request.query);
    return (await desk.visits(from, to)).map(visitView);
  });
  const stamp = reply(async (request) => visitView(await desk.stamp(asStamp(request.body))), 201);

  endpoint(router, '/checks', {
    post: [...jsonBody, reply(async ({ body }) => checkView(await desk.check(asCheck(body))))],
  });
  endpoint(router, '/checks/:id/grant', {
    post: [...jsonBody, ofRecord(async (id) => checkView(await desk.askGrant(id)))],
  });
  endpoint(router, '/visits', { get: list, post: [...jsonBody, stamp] });
  endpoint(router, '/visits/:id/void', {
    post: [...jsonBody, ofRecord(async (id) => visitView(await desk.void(id)))],
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
  endpoint(router, '/double-visits', { get: reply(() => accounts.doubleVisits()) });
}

function ofRecord(answer: (id: string) => Promise<unknown>): ReturnType<typeof reply> {
  return reply((request) => {
    parseNothing(request.body);
    return answer(idOf(request));
  });
}

function asCheck(body: unknown): CheckRequest {
  const { token, venue = null, halfDay = false, party = 0, notice = false } = parseCheck(body);
  return { token, venue, halfDay, party, notice };
}

function asStamp(body: unknown): StampRequest {
  const { check, kind, amount = null, note = null } = parseVisit(body);
  return { check, kind, amount, note };
}
