/**
 * Whatever comes from an HTTP client is bounded, parsed strictly and answered by a stable code; no
 * stack trace leaves the node.
 */

import { gzipSync } from 'node:zlib';
import { ProtocolError } from '@covisa/protocol';
import { StoreError } from '@covisa/store';
import { expect } from 'chai';
import { NodeError } from '../../dist/errors.js';
import { TransportError } from '../../dist/ports.js';
import { rawExchange, summary } from './support/raw.js';
import { codeIn, runningApps } from './support/running-app.js';

const AUTHORISED = { authorization: 'Bearer token-of-the-test' };
const JSON_TYPE = { ...AUTHORISED, 'content-type': 'application/json' };

describe('bad input over HTTP', () => {
  const start = runningApps();

  it('EDGE-2: a body that does not fit is refused with the path of the misfit, and reaches nothing', async () => {
    const app = await start();
    const cases: readonly (readonly [unknown, string, string])[] = [
      [{}, '/token', 'body/token: a member that is required is missing'],
      [{ token: 7 }, '/token', 'body/token: must be string'],
      [{ token: 'x', party: 1.5 }, '/party', 'body/party: must be integer'],
      [{ token: 'x', party: -1 }, '/party', 'body/party: must be >= 0'],
      [{ token: 'x', nonsense: 1 }, '/nonsense', 'body/nonsense: no such member'],
      [[], '', 'body: must be object'],
    ];
    for (const [body, path, message] of cases) {
      const response = await app.post('/api/checks', body);
      expect(response.status).to.equal(400);
      expect(await response.json()).to.deep.equal({
        error: { code: 'REQUEST_INVALID', message, ...(path !== '' && { path }) },
      });
    }
    expect(app.engine.asked).to.deep.equal([]);
  });

  it('a text with half a character, which no schema can name, is refused by the shape', async () => {
    const app = await start();
    const response = await app.post('/api/members', '{"name":"\\ud800","plan":"full"}');
    expect([response.status, await codeIn(response)]).to.deep.equal([400, 'REQUEST_INVALID']);
  });

  it('members named __proto__ and constructor are refused like all that are unknown', async () => {
    const app = await start();
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const response = await app.post('/api/checks', `{"token":"x","${name}":{"venue":"y"}}`);
      expect([response.status, await codeIn(response)], name).to.deep.equal([
        400,
        'REQUEST_INVALID',
      ]);
    }
  });

  it('a member with a very long name is refused without being repeated whole', async () => {
    const app = await start();
    const response = await app.post('/api/checks', { token: 'x', ['a'.repeat(50_000)]: 1 });
    expect(response.status).to.equal(400);
    expect((await response.text()).length).to.be.lessThan(500);
  });

  it('JSON 30,000 levels deep is refused', async () => {
    const app = await start();
    const deep = '['.repeat(30_000) + ']'.repeat(30_000);
    const response = await app.post('/api/profile', deep);
    expect(response.status).to.equal(405);
    const patched = await app.fetch('/api/profile', {
      method: 'PATCH',
      headers: JSON_TYPE,
      body: `{"offer":${deep}}`,
    });
    expect([patched.status, await codeIn(patched)]).to.deep.equal([400, 'REQUEST_INVALID']);
  });

  it('text that is no JSON is refused without being repeated', async () => {
    const app = await start();
    for (const body of ['{"token":', 'secret-of-somebody', '"text"', '7']) {
      const response = await app.post('/api/checks', body);
      expect(response.status).to.equal(400);
      const text = await response.text();
      expect(text).to.include('"code":"JSON_INVALID"');
      expect(text).not.to.include('secret');
    }
  });

  it('EDGE-3: a JSON body over 64 kB is refused', async () => {
    const app = await start();
    const response = await app.post('/api/checks', { token: 'x'.repeat(64 * 1024) });
    expect([response.status, await codeIn(response)]).to.deep.equal([413, 'BODY_TOO_LARGE']);
  });

  it('EDGE-3: a JSON body that is compressed, of another type or in another character set is refused', async () => {
    const app = await start();
    const body = Buffer.from('{"token":"x"}');
    const cases = [
      [{ ...JSON_TYPE, 'content-encoding': 'gzip' }, gzipSync(body)],
      [{ ...AUTHORISED, 'content-type': 'text/plain' }, body],
      [{ ...AUTHORISED, 'content-type': 'application/x-www-form-urlencoded' }, body],
      [{ ...AUTHORISED, 'content-type': 'application/json; charset=utf-16' }, body],
      [AUTHORISED, body],
    ] as const;
    for (const [headers, content] of cases) {
      const response = await app.fetch('/api/checks', { method: 'POST', headers, body: content });
      expect([response.status, await codeIn(response)]).to.deep.equal([
        415,
        'MEDIA_TYPE_UNSUPPORTED',
      ]);
    }
  });

  it('a path that is wrongly encoded, or names no programme, is refused', async () => {
    const app = await start();
    for (const path of ['/api/members/%E0%A4%A', '/api/programmes/short', '/api/members/a.b']) {
      const response = await app.fetch(path);
      expect([response.status, await codeIn(response)], path).to.deep.equal([
        400,
        'REQUEST_INVALID',
      ]);
    }
  });

  it('EDGE-2: a query that is missing, doubled or unknown is refused', async () => {
    const app = await start();
    const good = 'from=2026-05-12&to=2026-05-12';
    for (const query of ['', 'from=2026-05-12', `${good}&from=2026-05-13`, `${good}&x=1`]) {
      const response = await app.fetch(`/api/visits?${query}`);
      expect([response.status, await codeIn(response)], query).to.deep.equal([
        400,
        'REQUEST_INVALID',
      ]);
    }
  });

  it('EDGE-1: a header that could be read two ways is refused when it comes twice', async () => {
    const app = await start();
    const request = (headers: string): string =>
      `GET /api/status HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}\r\n`;
    const token = 'Authorization: Bearer token-of-the-test\r\n';
    expect(summary(await rawExchange(app.url, request(token)))).to.deep.equal([
      'HTTP/1.1 200 OK',
      null,
    ]);
    expect(summary(await rawExchange(app.url, request(token + token)))).to.deep.equal([
      'HTTP/1.1 400 Bad Request',
      'REQUEST_INVALID',
    ]);
  });

  it('what is no HTTP is answered in the form of all errors', async () => {
    const app = await start();
    expect(summary(await rawExchange(app.url, 'hello\r\n\r\n'))).to.deep.equal([
      'HTTP/1.1 400 Bad Request',
      'REQUEST_INVALID',
    ]);
    const large = `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`;
    expect(summary(await rawExchange(app.url, large))).to.deep.equal([
      'HTTP/1.1 431 Request Header Fields Too Large',
      'REQUEST_INVALID',
    ]);
  });
});

describe('errors over HTTP', () => {
  const start = runningApps();

  it('our errors keep their code, their sentence and what can be done', async () => {
    const cases = [
      [new ProtocolError('VISA_EXPIRED', 'visa: it has expired'), 410, 'visa: it has expired'],
      [new NodeError('NOT_FOUND', 'member: none', { remedy: 'Look.' }), 404, 'member: none. Look.'],
      [new NodeError('CONFLICT', 'twice', { status: 423 }), 423, 'twice'],
      [new TransportError('PEER_TIMEOUT', 'peer: no answer'), 504, 'peer: no answer'],
    ] as const;
    // No real status fails like that, so no document has it.
    const headers = { authorization: 'Bearer token-of-the-test', 'x-invented-error': '1' };
    for (const [failure, status, message] of cases) {
      const app = await start({ failure });
      const response = await app.fetch('/api/status', { headers });
      expect(response.status).to.equal(status);
      expect(await response.json()).to.deep.equal({ error: { code: failure.code, message } });
      expect(app.logged).to.deep.equal([]);
    }
  });

  it('EDGE-6: what is our own fault leaves as INTERNAL with a number, and is logged under it', async () => {
    const failures = [
      new Error('SQLITE_BUSY in /var/lib/secret'),
      new StoreError('STORE_CORRUPT', 'secret table'),
      new NodeError('HEAD_FILE_CORRUPT', 'secret'),
      Object.assign(new Error('secret'), { status: 500, expose: true }),
      'secret',
    ];
    for (const failure of failures) {
      const app = await start({ failure });
      const response = await app.fetch('/api/status');
      expect(response.status).to.equal(500);
      expect(await response.json()).to.deep.equal({
        error: {
          code: 'INTERNAL',
          message: 'The node failed; its log says more under incident tex2c0-1.',
        },
      });
      const [line] = app.logged;
      expect([line?.level, line?.event]).to.deep.equal(['error', 'http.internal-error']);
      expect(line?.fields).to.have.property('incident', 'tex2c0-1');
      expect(String(line?.fields.error)).to.include('ecret');
    }
  });
});
