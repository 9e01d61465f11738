/** The browser's network: the only place where the pages call a node. */

import type { Seconds } from '@covisa/protocol';

/** A call that got no answer, or none that is JSON: the node is out of reach, or is no node. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** What a node refused, by its own code and sentence. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  /** Stable: spec/errors.md. */
  readonly code: string;
  /** Seconds after which another try makes sense; null where the node did not say. */
  readonly retryAfterSeconds: number | null;
  /** The node's own time; null where it did not say. */
  readonly nodeSeconds: Seconds | null;

  constructor(
    status: number,
    code: string,
    message: string,
    { retryAfterSeconds = null, nodeSeconds = null }: Partial<RefusalHeaders> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
    this.nodeSeconds = nodeSeconds;
  }
}

interface RefusalHeaders {
  readonly retryAfterSeconds: number | null;
  readonly nodeSeconds: Seconds | null;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** An absolute URL, or a path at the page's own node. */
  readonly url: string;
  /** Sent as JSON; undefined: no body. */
  readonly body?: unknown;
  /** Cookies go to the own node's people's routes only, never to wallets' routes. */
  readonly cookies: boolean;
  readonly timeoutMilliseconds?: number;
}

const TIMEOUT_MILLISECONDS = 20_000;
/** Bytes of an answer: more than a directory of thousands of spaces. */
const BYTES_MAX = 32 * 1024 * 1024;
/** The codes of spec/errors.md: pages look sentences up by them, so no other text may be one. */
const CODE = /^[A-Z][A-Z0-9_]{1,63}$/u;
/** Longer than any sentence of a node with its remedy. */
const MESSAGE_CHARACTERS_MAX = 2000;

/**
 * The answer to a call, as JSON.
 * @throws Unreachable; Refused with the node's own code
 */
export async function call<T>(request: Call): Promise<T> {
  const response = await send(request);
  const value = await readJson<T>(response);
  if (response.ok) return value;
  throw refusal(response, value);
}

async function send({ method, url, body, cookies, timeoutMilliseconds }: Call): Promise<Response> {
  try {
    return await fetch(url, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      credentials: cookies ? 'same-origin' : 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMilliseconds ?? TIMEOUT_MILLISECONDS),
    });
  } catch (cause) {
    throw new Unreachable(`${url}: no answer`, { cause });
  }
}

/** What an answer holds is said by whoever calls: it is the own node's, or goes through a shape. */
async function readJson<T>(response: Response): Promise<T> {
  try {
    return JSON.parse(await readText(response));
  } catch (cause) {
    throw new Unreachable(`${response.url}: the answer is not JSON`, { cause });
  }
}

/** Any node may answer without end, which would cost the page its memory. */
async function readText({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; reader !== undefined; ) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    if (bytes > BYTES_MAX) {
      await reader.cancel();
      throw new RangeError(`answer: expected at most ${BYTES_MAX} bytes, got more`);
    }
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}

function refusal(response: Response, value: unknown): Refused {
  const error = isObject(value) && isObject(value.error) ? value.error : {};
  const { code, message } = error;
  return new Refused(
    response.status,
    typeof code === 'string' && CODE.test(code) ? code : 'INTERNAL',
    typeof message === 'string'
      ? message.slice(0, MESSAGE_CHARACTERS_MAX)
      : `HTTP status ${response.status}`,
    {
      retryAfterSeconds: finite(Number(response.headers.get('retry-after') ?? Number.NaN)),
      nodeSeconds: finite(Math.floor(Date.parse(response.headers.get('date') ?? '') / 1000)),
    },
  );
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
