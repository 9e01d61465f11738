/** Listening and stopping: the bounds of connections, and an end that lets running work finish. */

import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { NodeError } from '../errors.js';
import type { Clock } from '../ports.js';

/** Milliseconds for a request's headers: bounds those who drip them. */
const HEADERS_MILLISECONDS = 10_000;
/** Milliseconds for a whole request: a sync of 4 MiB over a slow line fits. */
const REQUEST_MILLISECONDS = 60_000;
/** Milliseconds that an idle connection is kept: longer than peers keep theirs. */
const KEEP_ALIVE_MILLISECONDS = 10_000;
/** Milliseconds without a byte after which a connection is given up. */
const SILENCE_MILLISECONDS = 120_000;
const HEADERS_MAX = 64;
const HEADER_BYTES_MAX = 16 * 1024;
const CONNECTIONS_MAX = 2000;
/** Milliseconds that running requests are given when the node stops. */
const DRAIN_MILLISECONDS = 5000;

export interface ListenOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** The machine's clock: how long to wait when stopping. */
  readonly clock: Clock;
  readonly drainMilliseconds?: number;
}

/** A server that listens. */
export interface ListeningServer {
  readonly port: number;
  /** `http://<host>:<port>`, with a loopback address where it listens on all. */
  readonly url: string;
  /** Lets another app answer from the next request on. */
  serve(app: RequestListener): void;
  /**
   * Takes no more connections, lets running requests end within the drain time, then cuts the rest.
   */
  close(): Promise<void>;
}

/** Listens. @throws NodeError ADDRESS_IN_USE, CONFIG_INVALID */
export async function listen(
  first: RequestListener,
  options: ListenOptions,
): Promise<ListeningServer> {
  let app = first;
  const server = createServer(
    {
      headersTimeout: HEADERS_MILLISECONDS,
      requestTimeout: REQUEST_MILLISECONDS,
      keepAliveTimeout: KEEP_ALIVE_MILLISECONDS,
      connectionsCheckingInterval: 2000,
      maxHeaderSize: HEADER_BYTES_MAX,
    },
    (request, response) => app(request, response),
  );
  server.maxHeadersCount = HEADERS_MAX;
  server.maxConnections = CONNECTIONS_MAX;
  server.timeout = SILENCE_MILLISECONDS;
  server.on('clientError', (error, socket) => answerMalformed(error, socket));
  await bind(server, options);
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : options.port;
  const url = `http://${shownHost(options.host)}:${port}`;
  const serve = (next: RequestListener): void => {
    app = next;
  };
  return { port, url, serve, close: closer(server, options) };
}

/**
 * Checks that a node could listen there, and gives the place back at once. @throws NodeError
 * ADDRESS_IN_USE, CONFIG_INVALID
 */
export async function checkListening(place: Pick<ListenOptions, 'host' | 'port'>): Promise<void> {
  const server = createServer();
  await bind(server, place);
  await new Promise((resolve) => server.close(resolve));
}

function bind(server: Server, { host, port }: Pick<ListenOptions, 'host' | 'port'>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(cannotListen(cause, host, port));
    });
    server.listen({ host, port }, resolve);
  });
}

function cannotListen(cause: NodeJS.ErrnoException, host: string, port: number): NodeError {
  if (cause.code === 'EADDRINUSE') {
    return new NodeError('ADDRESS_IN_USE', `port ${port}: another program listens on it`, {
      remedy: 'Stop that program, or choose another port with --port.',
      cause,
    });
  }
  const what = `${host}:${port}: this machine does not let the node listen there (${cause.code})`;
  const remedy =
    'Choose an address of this machine with --host, and a port above 1023 with --port.';
  return new NodeError('CONFIG_INVALID', what, { remedy, cause });
}

function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

function closer(server: Server, options: ListenOptions): () => Promise<void> {
  let ended: Promise<void> | null = null;
  const running = new Set<ServerResponse>();
  server.prependListener('request', (_request, response) => {
    running.add(response);
    // A connection that is kept alive would hold the end up until it is idle for long enough.
    if (ended !== null) response.setHeader('connection', 'close');
    response.once('close', () => {
      running.delete(response);
      if (ended !== null) server.closeIdleConnections();
    });
  });
  return () => {
    ended ??= end(server, running, options);
    return ended;
  };
}

function end(
  server: Server,
  running: ReadonlySet<ServerResponse>,
  { clock, drainMilliseconds = DRAIN_MILLISECONDS }: ListenOptions,
): Promise<void> {
  return new Promise((resolve) => {
    const cut = clock.after(drainMilliseconds, () => server.closeAllConnections());
    server.close(() => {
      cut.cancel();
      resolve();
    });
    for (const response of running) {
      if (!response.headersSent) response.setHeader('connection', 'close');
    }
    server.closeIdleConnections();
  });
}

const MALFORMED: Readonly<Record<string, readonly [string, string, string]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'REQUEST_INVALID', 'too large'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'REQUEST_INVALID', 'not whole in time'],
};

/**
 * What is no HTTP gets one line of HTTP, in the form of all errors, and its connection is closed.
 */
function answerMalformed(
  error: NodeJS.ErrnoException,
  socket: Socket | NodeJS.WritableStream,
): void {
  if (!('destroyed' in socket) || socket.destroyed || !socket.writable) return;
  const malformed = ['400 Bad Request', 'REQUEST_INVALID', 'malformed'] as const;
  const [status, code, what] = MALFORMED[error.code ?? ''] ?? malformed;
  const body = JSON.stringify({ error: { code, message: `request: it is ${what}` } });
  socket.end(
    `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
}
