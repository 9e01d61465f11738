/**
 * A small node for tests of the suite: an HTTP server that follows a part of the specification, and
 * breaks it where it is told to. It checks no signature of a caller.
 */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import {
  concatBytes,
  encodeBase64,
  encodeBase64url,
  encodeUtf8,
  leafHash,
  parseTilePath,
  parseUtf8,
  type SpaceId,
  sha256,
  spaceId,
} from '@covisa/protocol';
import { TestSpace } from '../../dist/node/test-space.js';
import { ed25519 } from '../../dist/platform/ed25519.js';
import { type Answer, json, refusalOf } from './scripted-answer.js';
import { type Lie as HomeLie, ScriptedHome } from './scripted-home.js';
import { checkpointOf, type Lie as LogLie, ScriptedLogs } from './scripted-logs.js';
import { type Lie as MessageLie, ScriptedMessages } from './scripted-messages.js';

/** The ways in which a scripted node may be wrong. */
export type Lie =
  | HomeLie
  | LogLie
  | MessageLie
  | 'errors-as-pages'
  | 'errors-with-200'
  | 'other-checkpoint-key'
  | 'other-inception'
  | 'other-nonce'
  | 'other-root'
  | 'other-tile'
  | 'serves-strangers'
  | 'unsigned';

const TERMS = { allowances: [{ days: 60, count: 'host', window: 'visa-year' }] };

async function contentOf(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/** A server that listens. */
export class ScriptedNode {
  readonly #lies: ReadonlySet<Lie>;
  readonly #own: TestSpace;
  readonly #logs: ScriptedLogs;
  readonly #messages: ScriptedMessages;
  readonly #home: ScriptedHome;
  readonly #server: Server;
  #programmes = 0;

  private constructor(lies: readonly Lie[], now: number) {
    this.#lies = new Set(lies);
    this.#own = new TestSpace('Scripted', sha256(encodeUtf8('scripted')), now);
    this.#logs = new ScriptedLogs(this.#own, new Set(lies as readonly LogLie[]), () => now);
    const told = new Set(lies as readonly MessageLie[]);
    this.#messages = new ScriptedMessages(this.#own, this.#logs, told, () => now);
    this.#home = new ScriptedHome(
      this.#own,
      (space) => this.#logs.programmesOf(space),
      new Set(lies as readonly HomeLie[]),
      () => now,
    );
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  /** Starts one, with the time that it believes it is. */
  static async start(lies: readonly Lie[], now: number): Promise<ScriptedNode> {
    const node = new ScriptedNode(lies, now);
    await new Promise<void>((resolve) => node.#server.listen(0, '127.0.0.1', resolve));
    return node;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async end(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #error(status: number, code: string): Answer {
    if (this.#lies.has('errors-as-pages')) {
      return { status, type: 'text/html', body: encodeUtf8(`<h1>${code}</h1>`) };
    }
    const given = this.#lies.has('errors-with-200') ? 200 : status;
    return json({ error: { code, message: 'it is so' } }, given);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = await contentOf(request);
    const isPacked = request.headers['content-encoding'] === 'gzip';
    const content = isPacked ? new Uint8Array(gunzipSync(sent)) : sent;
    const path = request.url ?? '';
    const isClaim = path === '/covisa/v1/claim';
    const isSigned = request.method === 'POST' && path.startsWith('/covisa/v1/') && !isClaim;
    const answer = isSigned
      ? await this.#signedAnswer(path, callerOf(request), content)
      : this.#plainAnswer(request.method ?? '', path, content);
    const signature = isSigned && !this.#lies.has('unsigned') ? this.#sign(request, answer) : {};
    const headers = { 'content-type': answer.type, 'access-control-allow-origin': '*' };
    response.writeHead(answer.status, { ...headers, ...signature }).end(answer.body);
  }

  async #signedAnswer(path: string, caller: SpaceId | null, content: Uint8Array): Promise<Answer> {
    const type = 'application/covisa-sync';
    try {
      if (caller !== null && path === '/covisa/v1/apply' && content.length > 0) {
        await this.#logs.apply(content);
        const preview = { name: 'x', purpose: '', terms: TERMS, rosterVersion: 0 };
        return { ...json(preview), type };
      }
      if (caller !== null && path === '/covisa/v1/sync' && content.length > 0) {
        return { status: 200, type, body: await this.#logs.answer(caller, content) };
      }
      if (caller !== null && path === '/covisa/v1/grant') {
        return json(await this.#home.grant(caller, content));
      }
      if (caller !== null && path.startsWith('/covisa/v1/messages')) {
        return json(this.#messages.answer(caller, path, content));
      }
    } catch (error) {
      const { status, code } = refusalOf(error, 'SYNC_INVALID');
      return this.#error(status, code);
    }
    if (this.#lies.has('serves-strangers')) return json({});
    return this.#error(403, 'PEER_UNKNOWN');
  }

  #plainAnswer(method: string, path: string, content: Uint8Array): Answer {
    if (path === '/.well-known/covisa') return json(this.#discovery());
    if (path === '/covisa/v1/log/checkpoint') {
      return { status: 200, type: 'text/plain', body: encodeUtf8(this.#checkpoint()) };
    }
    const tile = parseTilePath(path.replace('/covisa/v1/log', ''));
    if (tile?.level === 0 && tile.index === 0 && tile.width <= this.#own.size) {
      return { status: 200, type: 'application/octet-stream', body: this.#tile(tile.width) };
    }
    if (method === 'POST' && path === '/api/programmes') {
      this.#programmes += 1;
      const id = encodeBase64url(sha256(encodeUtf8(`programme ${this.#programmes}`)));
      this.#logs.found(id);
      this.#home.found(id, (JSON.parse(parseUtf8(content)) as { readonly terms: object }).terms);
      return json({ id }, 201);
    }
    const said = this.#messages.forOwner(method, path, content) ?? this.#home.answer(path, content);
    if (said !== null) return json(said, /^\/api\/me\w+s$/u.test(path) ? 201 : 200);
    const endorsed = /^\/api\/programmes\/(?<id>[\w-]{43})\/endorse$/u.exec(path)?.groups?.id;
    if (endorsed === undefined) return this.#error(404, 'NOT_FOUND');
    const { space } = JSON.parse(new TextDecoder().decode(content)) as { space: SpaceId };
    this.#logs.admit(endorsed, space);
    return json({});
  }

  #discovery(): object {
    const { id, lines } = this.#own;
    const line = lines[this.#lies.has('other-inception') ? 1 : 0] ?? new Uint8Array();
    const names = { name: 'Scripted', url: null, inception: encodeBase64url(line) };
    return { covisa: 1, space: id, incarnation: 0, ...names };
  }

  #checkpoint(): string {
    if (this.#lies.has('other-root')) return checkpointOf(this.#own, { root: new Uint8Array(32) });
    if (!this.#lies.has('other-checkpoint-key')) return this.#own.checkpoint();
    return this.#own.checkpoint(this.#own.size, this.#own.root(), sha256(encodeUtf8('other')));
  }

  #tile(width: number): Uint8Array {
    const lines = this.#own.lines.slice(0, width);
    const hashes = lines.map((line) => leafHash(line));
    return concatBytes(
      ...(this.#lies.has('other-tile') ? hashes.map(() => sha256(new Uint8Array())) : hashes),
    );
  }

  #sign(request: IncomingMessage, { status, body }: Answer): Readonly<Record<string, string>> {
    const input = String(request.headers['signature-input']);
    const asked = /nonce="(?<nonce>[^"]+)"/u.exec(input)?.groups?.nonce ?? '';
    const nonce = this.#lies.has('other-nonce') ? 'A'.repeat(22) : asked;
    const created = /created=(?<created>\d+)/u.exec(input)?.groups?.created ?? '0';
    const digest = `sha-256=:${encodeBase64(sha256(body))}:`;
    const names = '("@status" "content-digest" "covisa-request-nonce")';
    const parameters = `${names};created=${created};keyid="${this.#own.id}";alg="ed25519";tag="covisa"`;
    const base = [
      `"@status": ${status}`,
      `"content-digest": ${digest}`,
      `"covisa-request-nonce": ${nonce}`,
      `"@signature-params": ${parameters}`,
    ].join('\n');
    const signature = ed25519.sign(this.#own.keys.peer, encodeUtf8(base));
    return {
      'content-digest': digest,
      'covisa-request-nonce': nonce,
      'signature-input': `covisa=${parameters}`,
      signature: `covisa=:${encodeBase64(signature)}:`,
    };
  }
}

function callerOf(request: IncomingMessage): SpaceId | null {
  const input = String(request.headers['signature-input']);
  const keyid = /keyid="(?<keyid>[^"]+)"/u.exec(input)?.groups?.keyid;
  return keyid === undefined ? null : spaceId.parse(keyid);
}
