/** `/api/programmes`: founding, joining and governing programmes. */

import { DEFAULT_TERMS, type ProgrammeId } from '@covisa/protocol';
import type { Request, Router } from 'express';
import type { AppOptions } from '../context.js';
import { endpoint, jsonBody, reply } from '../edge.js';
import {
  amendment,
  chooseRequest,
  endorseRequest,
  founding,
  joinRequest,
  nothing,
  programmePath,
  signRequest,
} from '../schemas/index.js';
import { validator } from '../validate.js';

const parsePath = validator(programmePath, 'path');
const parseFounding = validator(founding, 'body');
const parseJoin = validator(joinRequest, 'body');
const parseNothing = validator(nothing, 'body');
const parseEndorse = validator(endorseRequest, 'body');
const parseAmendment = validator(amendment, 'body');
const parseChoose = validator(chooseRequest, 'body');
const parseSign = validator(signRequest, 'body');
const idOf = (request: Request): ProgrammeId => parsePath(request.params).id;

/** Routes of the programmes. */
export function programmeRoutes(router: Router, { engine }: AppOptions): void {
  const { programmes } = engine;
  const found = reply((request) => {
    const { terms = DEFAULT_TERMS, ...rest } = parseFounding(request.body);
    return programmes.create({ ...rest, terms });
  }, 201);
  const join = reply((request) => programmes.join(parseJoin(request.body).link));

  endpoint(router, '/programmes', {
    get: reply(() => programmes.list()),
    post: [...jsonBody, found],
  });
  endpoint(router, '/programmes/join', { post: [...jsonBody, join] });
  endpoint(router, '/programmes/:id', {
    get: reply((request) => programmes.show(idOf(request))),
  });
  governingRoutes(router, { engine });
}

/** What the owner decides in one programme. */
function governingRoutes(router: Router, { engine }: Pick<AppOptions, 'engine'>): void {
  const { programmes } = engine;
  const act = (name: string, answer: (request: Request) => Promise<unknown>): void => {
    endpoint(router, `/programmes/:id/${name}`, { post: [...jsonBody, reply(answer)] });
  };
  act('invite', async (request) => {
    parseNothing(request.body);
    return { link: await programmes.invite(idOf(request)) };
  });
  act('endorse', (request) => programmes.endorse(idOf(request), parseEndorse(request.body).space));
  act('amend', (request) => {
    const { seatAdmitted = false, add = [], remove = [], ...rest } = parseAmendment(request.body);
    return programmes.amend(idOf(request), { seatAdmitted, add, remove, ...rest });
  });
  act('sign', (request) => programmes.sign(idOf(request), parseSign(request.body).roster));
  act('choose', (request) => programmes.choose(idOf(request), parseChoose(request.body).roster));
  act('leave', async (request) => {
    parseNothing(request.body);
    await programmes.leave(idOf(request));
    return {};
  });
}
