/**
 * First set-up in a browser: one page behind a one-time token from the terminal. Without the token
 * it does nothing, so that a stranger who finds a fresh node cannot take it. It needs no script.
 * The token is used up by the form, not by looking.
 */

import express, { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import { type Config, dataPath } from '../config/index.js';
import type { Engine } from '../engine/services.js';
import { escapeHtml, page } from '../http/pages/html.js';
import { currencyCode, minorUnits, name as nameOf, timeZone } from './arguments.js';
import { readText } from './files.js';
import { ADDRESS, renamedVenues } from './profile.js';
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
    send(
      response,
      400,
      'Set-up',
      '<p>This form cannot be read. Open the link from the terminal again.</p>',
    );
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
    'This link does not work',
    '<p>It works once, and only whole. If it was cut short, copy it again from the terminal in which the node runs. If the space is set up already, <code>covisa profile set</code> changes what it says of itself.</p>',
  );
}

function inputHtml(name: string, label: string, value: string): string {
  return `<p><label>${label}<br><input name="${name}" value="${escapeHtml(value)}" size="40" maxlength="300"></label></p>`;
}

type Typed = Readonly<Record<string, unknown>>;

/** The form, with what was typed before, else with what the profile says. */
function form(setUp: SetUp, token: string, problem = '', typed: Typed = {}): string {
  const { name, venues, rate } = setUp.engine.profile();
  const [venue] = venues;
  const input = (field: string, label: string, value: string): string =>
    inputHtml(field, label, String(typed[field] ?? value));
  return [
    problem === '' ? '' : `<p role="alert"><strong>${escapeHtml(problem)}</strong></p>`,
    `<form method="post" action="${SET_UP_PATH}"><input type="hidden" name="token" value="${escapeHtml(token)}">`,
    input('name', 'Name of your space, as other spaces will see it', name),
    input('address', 'Street and town', venue?.address ?? ''),
    input('timeZone', 'Time zone, for example Europe/Berlin', venue?.timeZone ?? 'UTC'),
    input('rate', 'What a day costs, for example 25.00 (may stay empty)', ''),
    input('currency', 'Currency, for example EUR', rate?.currency ?? ''),
    '<p><button>Save</button></p></form>',
  ].join('');
}

function showForm(setUp: SetUp, request: Request, response: Response): void {
  const token = request.query.token;
  if (isSetUpToken(setUp.config.data, token)) {
    send(response, 200, 'Set up your space', form(setUp, String(token)));
  } else refuse(response);
}

/** A field's value as its reader gives it. @throws Error with a sentence that names the field */
function readField<T>(label: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new Error(`${label}: ${cause instanceof Error ? cause.message : 'cannot be read.'}`, {
      cause,
    });
  }
}

/** What the form says. @throws Error with a sentence for people */
function changeOf(setUp: SetUp, body: Typed): object {
  const text = (field: string): string => String(body[field] ?? '').trim();
  const before = setUp.engine.profile();
  const name = readField('Name', () => nameOf(text('name')));
  const [first, ...others] = renamedVenues(before.venues, before.name, name);
  const address = readField('Address', () => ADDRESS(text('address')));
  const zone = readField('Time zone', () => timeZone(text('timeZone')));
  const rate = text('rate') === '' ? null : rateOf(text('rate'), text('currency').toUpperCase());
  return {
    name,
    venues: [{ ...first, address, timeZone: zone }, ...others],
    ...(rate !== null && { rate }),
  };
}

function rateOf(price: string, code: string): object {
  const currency = readField('Currency', () => currencyCode(code));
  return { amount: readField('Day rate', () => minorUnits(price, currency)), currency };
}

async function takeForm(setUp: SetUp, request: Request, response: Response): Promise<void> {
  const body: Typed = request.body ?? {};
  const { token } = body;
  if (!isSetUpToken(setUp.config.data, token)) return refuse(response);
  try {
    await setUp.engine.changeProfile(changeOf(setUp, body));
  } catch (error) {
    const problem =
      error instanceof Error ? error.message : 'Something is wrong with these values.';
    return send(response, 400, 'Set up your space', form(setUp, String(token), problem, body));
  }
  closeSetUp(setUp.config.data);
  const path = dataPath(setUp.config, setUp.config.apiTokenFile);
  const apiToken = readText(path).trim();
  send(
    response,
    200,
    'Your space is set up',
    `<p>Next, in a terminal on this machine: look at your node with <code>covisa status</code>. Start a programme with <code>covisa programme create</code>, or join one by its link with <code>covisa programme join</code>. Then add members with <code>covisa member add</code>. (If you started the node with <code>npm start</code>, write <code>npm run covisa --</code> instead of <code>covisa</code>, in the same folder.)</p><p>Programs of your own need this node's token. You need not note it down: it lies in the file <code>${escapeHtml(path)}</code>. Whoever has it can do everything here.</p><p><code>${escapeHtml(apiToken)}</code></p>`,
  );
}
