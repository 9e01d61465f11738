/** Hostile and mistaken requests: the form of errors, and their codes. */

import { encodeUtf8, SYNC_BYTES_MAX } from '@covisa/protocol';
import { checkRefusal } from '../answers.js';
import { check, same } from '../expect.js';
import type { NodeChapter } from '../test.js';

const WALLET_ROUTES = ['claim', 'renew', 'visits', 'renumber', 'overview', 'spoken'];
const SIGNED_ROUTES = ['sync', 'apply', 'resume', 'recovery', 'grant', 'spoken/collect'];
const PUBLIC_ROUTES = ['profile', 'programmes', 'directory', 'log/checkpoint'];
const JSON_TYPE = 'application/json';

/** Whether a connection was closed by the other side before it had read all. */
function isClosed(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ECONNRESET' || code === 'EPIPE';
}

export const errors: NodeChapter = {
  name: 'Errors',
  place: 'spec/errors.md',
  tests: [
    {
      title: 'A path that nobody knows is not found.',
      rules: [],
      async run(subject) {
        for (const path of ['/covisa/v1/nothing', '/covisa/v1/', '/covisa/v1/sync/more']) {
          checkRefusal(await subject.get(path), 'NOT_FOUND');
        }
      },
    },
    {
      title: 'A known path refuses other methods, and names its own.',
      rules: [],
      async run(subject) {
        const { send } = subject.options;
        for (const path of PUBLIC_ROUTES) {
          const answer = await send({ method: 'DELETE', path: `/covisa/v1/${path}` });
          checkRefusal(answer, 'METHOD_NOT_ALLOWED');
          check(/\bGET\b/u.test(answer.headers.allow ?? ''), `allow: expected GET for ${path}`);
        }
        for (const path of [...SIGNED_ROUTES, ...WALLET_ROUTES]) {
          const answer = await subject.get(`/covisa/v1/${path}`);
          checkRefusal(answer, 'METHOD_NOT_ALLOWED');
          check(/\bPOST\b/u.test(answer.headers.allow ?? ''), `allow: expected POST for ${path}`);
        }
      },
    },
    {
      title: 'What is no JSON is refused as such.',
      rules: [],
      async run(subject) {
        for (const path of WALLET_ROUTES) {
          const answer = await subject.post(
            `/covisa/v1/${path}`,
            encodeUtf8('{"token": '),
            JSON_TYPE,
          );
          checkRefusal(answer, 'JSON_INVALID');
        }
      },
    },
    {
      title: 'JSON that misses its schema is refused.',
      rules: [],
      async run(subject) {
        checkRefusal(await subject.postJson('/covisa/v1/renew', []), 'REQUEST_INVALID');
        checkRefusal(await subject.postJson('/covisa/v1/renew', { token: 1 }), 'REQUEST_INVALID');
        checkRefusal(await subject.postJson('/covisa/v1/claim', {}), 'REQUEST_INVALID');
      },
    },
    {
      title: 'A body of another type is refused.',
      rules: [],
      async run(subject) {
        const body = encodeUtf8('{"token": "CV1:"}');
        for (const path of WALLET_ROUTES) {
          const answer = await subject.post(`/covisa/v1/${path}`, body, 'text/plain');
          checkRefusal(answer, 'MEDIA_TYPE_UNSUPPORTED');
        }
      },
    },
    {
      title: 'A body that is longer than anything in the protocol is refused.',
      rules: [],
      async run(subject) {
        const body = encodeUtf8(JSON.stringify({ token: 'A'.repeat(SYNC_BYTES_MAX + 1) }));
        try {
          checkRefusal(await subject.post('/covisa/v1/renew', body, JSON_TYPE), 'BODY_TOO_LARGE');
        } catch (error) {
          // The answer may be lost where a node stops to read and closes.
          if (!isClosed(error)) throw error;
        }
        const { status } = await subject.get('/.well-known/covisa');
        same('the status of the next request', status, 200);
      },
    },
    {
      title: 'What is no token is refused with the code that says why.',
      rules: ['TOKEN-1', 'TOKEN-2', 'TOKEN-4'],
      async run(subject) {
        const renew = (token: string) => subject.postJson('/covisa/v1/renew', { token });
        checkRefusal(await renew('hello'), 'TOKEN_INVALID');
        checkRefusal(await renew('cv1:ABC'), 'TOKEN_INVALID');
        checkRefusal(await renew(' CV1:ABC'), 'TOKEN_INVALID');
        checkRefusal(await renew(`CV1:${'A'.repeat(1200)}`), 'TOKEN_TOO_LONG');
        checkRefusal(await renew('CV1:abc'), 'BASE45_INVALID');
        checkRefusal(await renew('CV1:00'), 'CBOR_INVALID', 'TOKEN_INVALID', 'COSE_INVALID');
      },
    },
    {
      title: 'A claim code that nobody gave is refused.',
      rules: [],
      async run(subject) {
        const claim = { code: 'nobody-gave-this-code', holderKey: 'A'.repeat(43) };
        const answer = await subject.postJson('/covisa/v1/claim', claim);
        check(answer.status >= 400, `expected a refusal, got ${answer.status}`);
      },
    },
    {
      title: 'Wallets may call from any origin, and send no cookies.',
      rules: [],
      async run(subject) {
        for (const path of WALLET_ROUTES) {
          const { status, headers } = await subject.options.send({
            method: 'OPTIONS',
            path: `/covisa/v1/${path}`,
            headers: {
              origin: 'https://wallet.example',
              'access-control-request-method': 'POST',
              'access-control-request-headers': 'content-type',
            },
          });
          check(status < 300, `${path}: expected a preflight that passes, got ${status}`);
          same(`${path}: allowed origin`, headers['access-control-allow-origin'] ?? null, '*');
          same(`${path}: credentials`, headers['access-control-allow-credentials'] ?? null, null);
        }
      },
    },
    {
      title: "The people's routes need a caller.",
      rules: [],
      async run(subject) {
        for (const path of ['status', 'members', 'programmes', 'log']) {
          checkRefusal(await subject.get(`/api/${path}`), 'UNAUTHORISED');
        }
        const headers = { authorization: 'Bearer not-a-token-of-this-node' };
        const answer = await subject.options.send({ method: 'GET', path: '/api/status', headers });
        checkRefusal(answer, 'UNAUTHORISED');
      },
    },
    {
      title: 'A path whose percent-encoding is broken is refused without a fault.',
      rules: [],
      async run(subject) {
        const { status } = await subject.get('/covisa/v1/log/tile/%E0%A4%A');
        check(status >= 400 && status < 500, `expected a refusal, got ${status}`);
      },
    },
  ],
};
