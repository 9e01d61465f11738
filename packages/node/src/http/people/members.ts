/** `/api/members`: the home's side. Visa numbers are never shown. */

import type { Request, RequestHandler, Router } from 'express';
import type { NewMember } from '../../engine/services.js';
import type { AppOptions } from '../context.js';
import { readMembers, unknownHeads } from '../csv/reading.js';
import { writeMembers } from '../csv/writing.js';
import { endpoint, jsonBody, jsonBodyUpTo, reply } from '../edge.js';
import { CSV_CHARACTERS_MAX } from '../schemas/fields.js';
import { memberChange, memberImport, newMember, nothing, recordPath } from '../schemas/index.js';
import { validator } from '../validate.js';
import { invitationView, memberView } from '../views.js';

const parsePath = validator(recordPath, 'path');
const idOf = (request: Request): string => parsePath(request.params).id;
const parseNewMember = validator(newMember, 'body');
const parseChange = validator(memberChange, 'body');
const parseImport = validator(memberImport, 'body');
/** Bytes of a list as JSON: each of its characters may take several. */
const CSV_JSON_BYTES_MAX = 2 * CSV_CHARACTERS_MAX;
const parseNothing = validator(nothing, 'body');

/** Routes of the members. */
export function memberRoutes(router: Router, { engine, settings }: AppOptions): void {
  const { home } = engine;
  const add = reply(async (request) => {
    const invitation = await home.add(asNewMember(request.body));
    return invitationView(invitation, engine.space, settings.publicUrl);
  }, 201);
  endpoint(router, '/members', {
    get: reply(async () => (await home.list()).map(memberView)),
    post: [...jsonBody, add],
  });
  listRoutes(router, engine);
  const change = reply(async (request) => {
    return memberView(await home.change(idOf(request), parseChange(request.body)));
  });
  endpoint(router, '/members/:id', {
    get: reply(async (request) => memberView(await home.show(idOf(request)))),
    patch: [...jsonBody, change],
  });
  endpoint(router, '/members/:id/visits', {
    get: reply((request) => home.visits(idOf(request))),
  });
  endpoint(router, '/members/:id/static-token', {
    get: reply(async (request) => ({ token: await home.staticToken(idOf(request)) })),
  });
  changeRoutes(router, { engine, settings });
}

/** Members by the list. */
function listRoutes(router: Router, { home }: AppOptions['engine']): void {
  const take = reply(async (request) => {
    const { csv, dryRun } = parseImport(request.body);
    return { ...(await home.import(readMembers(csv), dryRun)), passedOver: unknownHeads(csv) };
  });
  endpoint(router, '/members/import', { post: [...jsonBodyUpTo(CSV_JSON_BYTES_MAX), take] });
  const give: RequestHandler = async (_request, response) => {
    response.set('content-disposition', 'attachment; filename="members.csv"');
    response.type('text/csv').send(writeMembers(await home.list()));
  };
  endpoint(router, '/members.csv', { get: give });
}

function changeRoutes(
  router: Router,
  { engine, settings }: Pick<AppOptions, 'engine' | 'settings'>,
): void {
  const { home } = engine;
  const act = (name: string, answer: (id: string) => Promise<unknown>): void => {
    const handler = reply((request) => {
      parseNothing(request.body);
      return answer(idOf(request));
    });
    endpoint(router, `/members/:id/${name}`, { post: [...jsonBody, handler] });
  };
  act('pause', async (id) => memberView(await home.setStatus(id, 'paused')));
  act('resume', async (id) => memberView(await home.setStatus(id, 'active')));
  act('revoke', async (id) => memberView(await home.setStatus(id, 'revoked')));
  act('send', (id) => home.send(id));
  endpoint(router, '/mail', { get: reply(() => home.mail()) });
  act('renumber', async (id) => memberView(await home.renumber(id)));
  act('erase', async (id) => {
    await home.erase(id);
    return {};
  });
  act('reissue', async (id) =>
    invitationView(await home.reissue(id), engine.space, settings.publicUrl),
  );
}

function asNewMember(body: unknown): NewMember {
  const { name, plan, ...rest } = parseNewMember(body);
  return {
    name,
    plan,
    displayName: rest.displayName ?? null,
    contact: rest.contact ?? null,
    since: rest.since ?? null,
    paidUntil: rest.paidUntil ?? null,
    isStatic: rest.isStatic ?? false,
  };
}

/** `/api/requests`: what members ask through their wallets. */
export function requestRoutes(router: Router, { engine }: AppOptions): void {
  endpoint(router, '/requests', { get: reply(() => engine.requests.list()) });
  const done = reply((request) => {
    parseNothing(request.body);
    return engine.requests.done(idOf(request));
  });
  endpoint(router, '/requests/:id/done', { post: [...jsonBody, done] });
}
