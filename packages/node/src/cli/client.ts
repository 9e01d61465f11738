/**
 * HTTP to a running node, by node-fetch: the command line's only way to a node, and its only
 * network file.
 */

import fetch, { type Response } from 'node-fetch';
import { type AnsweredCode, CommandError, EXIT_USAGE } from './failure.js';

/** A value as it comes over HTTP: byte strings are base64url. */
export type Json<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends Uint8Array
    ? string
    : T extends readonly (infer Item)[]
      ? readonly Json<Item>[]
      : { readonly [Name in keyof T]: Json<T[Name]> };

const TIMEOUT_MILLISECONDS = 120_000;
/** Bytes of an answer: a year of visits fits, an endless stream does not. */
const ANSWER_BYTES_MAX = 32 * 1024 * 1024;

const FOR_OWNERS = 'Start it with covisa start, or name another with --node or --data.';

export type Query = Readonly<Record<string, string | number | null | undefined>>;

/** One node, and the token for its people's routes if there is one. */
export class NodeClient {
  readonly url: string;
  readonly #token: string | null;
  readonly #whenUnreachable: string;

  /**
   * `whenUnreachable` is what the caller can do when there is no answer. @throws CommandError
   * NODE_URL_INVALID
   */
  constructor(url: string, token: string | null, whenUnreachable: string = FOR_OWNERS) {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
      throw new CommandError(
        'NODE_URL_INVALID',
        `node: expected an http or https address, got "${url}". Give one like http://127.0.0.1:8420.`,
        { exitStatus: EXIT_USAGE },
      );
    }
    this.url = url.replace(/\/+$/, '');
    this.#token = token;
    this.#whenUnreachable = whenUnreachable;
  }

  get<T>(path: string, query: Query = {}): Promise<T> {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== null && value !== undefined) search.set(name, String(value));
    }
    return this.#exchange('GET', search.size === 0 ? path : `${path}?${search}`, undefined);
  }

  /** An answer that is not JSON. */
  async getText(path: string): Promise<string> {
    const response = await this.#send('GET', path, undefined);
    const text = await this.#read(response);
    if (!response.ok) throw refusal(response.status, parseJson(text));
    return text;
  }

  post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.#exchange('POST', path, body);
  }

  patch<T>(path: string, body: unknown): Promise<T> {
    return this.#exchange('PATCH', path, body);
  }

  async #exchange<T>(method: string, path: string, body: unknown): Promise<T> {
    const response = await this.#send(method, path, body);
    const text = await this.#read(response);
    const value = parseJson<T>(text === '' ? 'null' : text);
    if (!response.ok) throw refusal(response.status, value);
    if (value === undefined) throw this.#notANode('its answer is not JSON');
    return value;
  }

  async #send(method: string, path: string, body: unknown): Promise<Response> {
    const headers: Record<string, string> = { accept: 'application/json', 'user-agent': 'covisa' };
    if (this.#token !== null) headers.authorization = `Bearer ${this.#token}`;
    if (body !== undefined) headers['content-type'] = 'application/json';
    try {
      return await fetch(`${this.url}${path}`, {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
        // A redirect would carry the token elsewhere.
        redirect: 'error',
        size: ANSWER_BYTES_MAX,
        signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
      });
    } catch (cause) {
      throw this.#unreachable(cause);
    }
  }

  async #read(response: Response): Promise<string> {
    try {
      return await response.text();
    } catch (cause) {
      throw this.#unreachable(cause);
    }
  }

  #unreachable(cause: unknown): CommandError {
    const reason = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
    return new CommandError(
      'NODE_UNREACHABLE',
      `node ${this.url}: no answer${reason}. ${this.#whenUnreachable}`,
      { cause },
    );
  }

  #notANode(what: string): CommandError {
    return new CommandError(
      'NODE_ANSWER_INVALID',
      `node ${this.url}: ${what}. Check that the address is a covisa node's.`,
    );
  }
}

function parseJson<T>(text: string): T | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The error that a node answered with: its own code and sentence. */
function refusal(status: number, value: unknown): CommandError {
  const error = isObject(value) && isObject(value.error) ? value.error : {};
  const { code, message, path } = error;
  if (typeof code !== 'string' || typeof message !== 'string') {
    const text = `node: answered with HTTP status ${status}. Check that the address is a covisa node's.`;
    return new CommandError('NODE_ANSWER_INVALID', text);
  }
  const detail = typeof path === 'string' ? { path } : {};
  return new CommandError(code as AnsweredCode, message, detail);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
