/**
 * Holds every answer of a node in this process to spec/openapi.json and spec/openapi-people.json,
 * whatever test asked for it: mocha loads this before all tests (.mocharc.json), and the run fails
 * at its end. So no route, status, error code or member of an answer is there that the
 * documents do not say.
 */

import { subscribe } from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Validator, validator } from '#node/http/validate.js';
import { ROOT } from './source-files.js';

/** A test that lets a route fail in a way in which it never does says so by this header. */
const INVENTED = 'x-invented-error';
const REMEDY = 'Mend scripts/openapi, then run npm run spec.';
/** What every answer of ours has, and none of a double of another node. */
const OUR_POLICY = /^default-src 'none'/u;

interface Response {
  readonly $ref?: string;
  /** Of an error: its codes. */
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
}
interface Operation {
  readonly responses: Readonly<Record<string, Response>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}
interface Path {
  readonly pattern: RegExp;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly document: Document;
}

/** An answer as it went out. */
interface Answer {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

function patternOf(path: string): RegExp {
  const source = path
    .replaceAll('.', '\\.')
    .replace('{path}', '.+')
    .replace(/\{\w+\}/gu, '[^/]+');
  return new RegExp(`^${source}$`, 'u');
}

function pathsIn(file: string): Path[] {
  const document: Document = JSON.parse(readFileSync(join(ROOT, 'spec', file), 'utf8'));
  return Object.entries(document.paths).map(([path, operations]) => {
    return { pattern: patternOf(path), operations, document };
  });
}

let paths: readonly Path[] | null = null;

/** The path that is meant: one without parameters goes before others. */
function pathOf(path: string): Path | undefined {
  paths ??= [...pathsIn('openapi.json'), ...pathsIn('openapi-people.json')];
  const fitting = paths.filter(({ pattern }) => pattern.test(path));
  return fitting.find(({ pattern }) => !pattern.source.includes('[^/]+')) ?? fitting[0];
}

const validators = new WeakMap<object, Validator<unknown>>();

/** Checks by Ajv, as requests are checked; references lead into the document. */
function checkBySchema(schema: object, { components }: Document, value: unknown): void {
  let check = validators.get(schema);
  if (check === undefined) {
    const text = JSON.stringify({ ...schema, $defs: components.schemas });
    const whole = JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/'));
    check = validator({ schema: whole, parse: (one) => one }, 'answer');
    validators.set(schema, check);
  }
  check(value);
}

/** What an answer has that its document does not say; null: nothing. */
export function misfit(answer: Answer): string | null {
  const { method, path, status, type, body } = answer;
  const found = pathOf(path);
  const operation = found?.operations[method.toLowerCase()];
  if (!found || !operation) return status < 400 ? 'stands in no document' : null;
  const response = operation.responses[status];
  if (response === undefined) return 'has a status that its document does not name';
  try {
    if (status >= 400) return errorMisfit(response, found.document, body);
    const content = response.content?.[type];
    if (content === undefined) return `has the type ${type}, which its document does not name`;
    if (content.schema) {
      checkBySchema(content.schema, found.document, JSON.parse(body.toString('utf8')));
    }
    return null;
  } catch (error) {
    return String(error);
  }
}

function errorMisfit({ description }: Response, document: Document, body: Buffer): string | null {
  const value = JSON.parse(body.toString('utf8'));
  checkBySchema(document.components.schemas.Error ?? {}, document, value);
  const { code } = value.error;
  return description.split(', ').includes(code) ? null : `has the code ${code}`;
}

const misfits = new Set<string>();

function note(answer: Answer): void {
  const found = misfit(answer);
  const { method, path, status } = answer;
  if (found !== null) misfits.add(`${method} ${path} answers ${status}, and ${found}`);
}

/** Keeps what goes out, and looks at it when all of it is out. */
function watch(request: IncomingMessage, response: ServerResponse): void {
  const { method = '' } = request;
  const [path = ''] = (request.url ?? '').split('?');
  const isOurs = /^\/(?:api|covisa\/v1|\.well-known)\//u.test(path);
  if (!isOurs || method === 'OPTIONS' || method === 'HEAD') return;
  if (request.headers[INVENTED] !== undefined) return;
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown): void => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const { write, end } = response;
  Object.assign(response, {
    write(...parts: readonly unknown[]) {
      keep(parts[0]);
      return Reflect.apply(write, response, parts);
    },
    end(...parts: readonly unknown[]) {
      keep(parts[0]);
      return Reflect.apply(end, response, parts);
    },
  });
  response.on('finish', () => {
    if (!OUR_POLICY.test(String(response.getHeader('content-security-policy')))) return;
    const sent = Buffer.concat(chunks);
    const isGzip = response.getHeader('content-encoding') === 'gzip';
    const [type = ''] = String(response.getHeader('content-type')).split(';');
    const body = isGzip ? gunzipSync(sent) : sent;
    note({ method, path, status: response.statusCode, type, body });
  });
}

subscribe('http.server.request.start', (message) => {
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
  watch(request, response);
});

/** Root hooks: mocha runs them around all tests of all files. */
export const mochaHooks = {
  afterAll(): void {
    if (misfits.size > 0) throw new Error(`${[...misfits].join('\n')}\n${REMEDY}`);
  },
};
