/**
 * First set-up in a browser: one page behind a one-time token from the terminal. Without the token
 * it does nothing, so that a stranger who finds a fresh node cannot take it. It needs no script.
 * The token is used up by the form, not by looking.
 */

import express, { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import { type Config, dataPath } from '../config/index.js';
import type { Engine } from '../engine/services.js';
import { escapeHtml, page } from '../http/pages/html.js';
import { minorUnits, timeZone } from './arguments.js';
import { readText } from './files.js';
import { closeSetUp, isSetUpToken, SET_UP_PATH } from './set-up-link.js';

interface SetUp {
  readonly engine: Engine;
  readonly config: Config;
}

/** The routes of the set-up page. */
export function setUpRoutes(setUp: SetUp): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get(SET_UP_PATH, (request, response) => showForm(setUp, request, response));
  router.post(
    SET_UP_PATH,
    express.urlencoded({ extended: false, limit: 8192, parameterLimit: 20 }),
    (request, response, next) => {
      takeForm(setUp, request, response).catch(next);
    },
  );
  const unreadable: ErrorRequestHandler = (_error, _request, response, _next) => {
    send(response, 400, 'Set-up', '<p>This form cannot be read. Open the link again.</p>');
  };
  router.use(SET_UP_PATH, unreadable);
  return router;
}

function send(response: Response, status: number, title: string, main: string): void {
  response
    .status(status)
    .set({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-security-policy':
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    })
    .type('html')
    .send(page(title, `<h1>${escapeHtml(title)}</h1>\n${main}`));
}

function refuse(response: Response): void {
  send(
    response,
    403,
    'Set-up is closed',
    '<p>This link was used already, or is not whole. The command <code>covisa profile set</code> changes what the space says of itself; the token of the API lies in the data folder, file <code>api-token</code>.</p>',
  );
}

function field(name: string, label: string, value: string): string {
  return `<p><label>${label}<br><input name="${name}" value="${escapeHtml(value)}" size="40" maxlength="300"></label></p>`;
}

function form(setUp: SetUp, token: string, problem: string): string {
  const { name, venues, rate } = setUp.engine.profile();
  const [venue] = venues;
  return [
    problem === '' ? '' : `<p role="alert"><strong>${escapeHtml(problem)}</strong></p>`,
    `<form method="post" action="${SET_UP_PATH}"><input type="hidden" name="token" value="${escapeHtml(token)}">`,
    field('name', 'Name of the space', name),
    field('address', 'Address', venue?.address ?? ''),
    field('timeZone', 'Time zone, as Europe/Berlin', venue?.timeZone ?? 'UTC'),
    field('rate', 'Regular rate for a day, as 25.00 (may stay empty)', ''),
    field('currency', 'Currency, as EUR', rate?.currency ?? ''),
    '<p><button>Set up this space</button></p></form>',
  ].join('');
}

function showForm(setUp: SetUp, request: Request, response: Response): void {
  const token = request.query.token;
  if (isSetUpToken(setUp.config.data, token)) {
    send(response, 200, 'Set up your space', form(setUp, String(token), ''));
  } else refuse(response);
}

/** What the form says. @throws Error with a sentence for people */
function changeOf(setUp: SetUp, body: Readonly<Record<string, unknown>>): object {
  const text = (name: string): string => String(body[name] ?? '').trim();
  const [name, zone, rate, currency] = [
    text('name'),
    text('timeZone'),
    text('rate'),
    text('currency'),
  ];
  const [first, ...others] = setUp.engine.profile().venues;
  const venue = { ...first, address: text('address'), timeZone: timeZone(zone) };
  return {
    name,
    venues: [venue, ...others],
    ...(rate !== '' && {
      rate: { amount: minorUnits(rate, currency.toUpperCase()), currency: currency.toUpperCase() },
    }),
  };
}

async function takeForm(setUp: SetUp, request: Request, response: Response): Promise<void> {
  const body: Readonly<Record<string, unknown>> = request.body ?? {};
  const { token } = body;
  if (!isSetUpToken(setUp.config.data, token)) return refuse(response);
  try {
    await setUp.engine.changeProfile(changeOf(setUp, body));
  } catch (error) {
    const problem =
      error instanceof Error ? error.message : 'Something is wrong with these values.';
    return send(response, 400, 'Set up your space', form(setUp, String(token), problem));
  }
  closeSetUp(setUp.config.data);
  const path = dataPath(setUp.config, setUp.config.apiTokenFile);
  const apiToken = readText(path).trim();
  send(
    response,
    200,
    'Your space is set up',
    `<p>The token of this node's API is shown here once; it lies in <code>${escapeHtml(path)}</code>.</p><p><code>${escapeHtml(apiToken)}</code></p><p>Next, on this machine: <code>covisa status</code>, <code>covisa programme create</code> or <code>covisa programme join</code>, <code>covisa member add</code>.</p>`,
  );
}
