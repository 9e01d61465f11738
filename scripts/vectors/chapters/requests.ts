/** Vectors of the chapter http: content digests, signed requests and their answers. */

import { encodeBase64, encodeUtf8, sha256, tweetnaclBackend } from '@covisa/protocol';
import { type Prepared, prepareAnswer, prepareRequest } from '#node/http/signature.js';
import { bytesOf, INSTANT, MELBOURNE, SHANGHAI, type Space, SYDNEY } from '../material.js';
import { type Vector, vectorsOf } from '../vector.js';

const digest = vectorsOf('content-digest');
const requestSign = vectorsOf('request-to-sign');
const verify = vectorsOf('verify-request');
const answerSign = vectorsOf('answer-to-sign');
const verifyAnswer = vectorsOf('verify-answer');

const content = encodeUtf8('{"hello":"world"}\n');
const request = {
  method: 'POST',
  url: 'https://shanghai.example/covisa/v1/sync?x=1',
  content,
  keyid: MELBOURNE.id,
  recipient: SHANGHAI.id,
  created: INSTANT,
  nonce: bytesOf('request nonce', 16),
};

type Headers = Readonly<Record<string, string>>;

function signed(prepared: Prepared, by: Space): Headers {
  return prepared.headers(tweetnaclBackend.sign(by.keys.peer, prepared.base));
}

/** What stands in the headers besides the signature, and the bytes that are signed. */
function toSign({ base, headers }: Prepared): object {
  const { signature: _signature, ...fields } = headers(new Uint8Array(64));
  return { base, headers: fields };
}

function signs(title: string, change: object): Vector {
  const input = { ...request, ...change };
  const prepared = prepareRequest(input);
  const steps = { text: new TextDecoder().decode(prepared.base) };
  return requestSign.ok(
    `request: ${title}`,
    'HTTP-1 HTTP-3 HTTP-4',
    input,
    toSign(prepared),
    steps,
  );
}

const headers = signed(prepareRequest(request), MELBOURNE);
const arrived = {
  method: 'POST',
  target: '/covisa/v1/sync?x=1',
  headers,
  content,
  recipient: SHANGHAI.id,
  peerKey: tweetnaclBackend.publicKey(MELBOURNE.keys.peer),
  instant: INSTANT,
};
const taken = { keyid: MELBOURNE.id, created: INSTANT, nonce: prepareRequest(request).nonce };

function holds(title: string, rules: string, change: object): Vector {
  return verify.ok(`request: ${title} is taken`, rules, { ...arrived, ...change }, taken);
}

function refused(
  title: string,
  change: object,
  code = 'REQUEST_SIGNATURE_INVALID',
  rules = '',
): Vector {
  return verify.error(`request: ${title} is refused`, rules, { ...arrived, ...change }, code);
}

/** The headers with one of them changed. */
function withHeader(name: string, change: (value: string) => string): object {
  return { headers: { ...headers, [name]: change(headers[name] ?? '') } };
}

const input = (change: (value: string) => string) => withHeader('signature-input', change);
const renamed = {
  headers: {
    ...headers,
    'signature-input': headers['signature-input']?.replace(/^covisa=/u, 'other='),
    signature: headers.signature?.replace(/^covisa=/u, 'other='),
  },
};
const foreign = {
  headers: {
    ...headers,
    'signature-input': `proxy=("@method");tag="proxy", ${headers['signature-input']}`,
    signature: `proxy=:${encodeBase64(bytesOf('proxy', 32))}:, ${headers.signature}`,
  },
};
const twice = {
  headers: {
    ...headers,
    'signature-input': `${headers['signature-input']}, ${headers['signature-input']?.replace('covisa=', 'two=')}`,
    signature: `${headers.signature}, ${headers.signature?.replace('covisa=', 'two=')}`,
  },
};

const requests: readonly Vector[] = [
  digest.ok(
    'the digest of content',
    'HTTP-1',
    { content },
    { field: `sha-256=:${encodeBase64(sha256(content))}:` },
  ),
  digest.ok(
    'the digest of no content',
    'HTTP-1',
    { content: new Uint8Array() },
    { field: 'sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:' },
  ),
  signs('what a request signs', {}),
  signs('without a query @query is a question mark', {
    url: 'https://shanghai.example/covisa/v1/sync',
  }),
  holds('one of this second', 'HTTP-1', {}),
  holds('one from 300 seconds ago', 'HTTP-9', { instant: INSTANT + 300 }),
  holds('a signature under another name', 'HTTP-2', renamed),
  holds('a signature beside that of a proxy', 'HTTP-2', foreign),
  refused('one from 301 seconds ago', { instant: INSTANT + 301 }, 'REQUEST_STALE', 'HTTP-9'),
  refused('one from 301 seconds ahead', { instant: INSTANT - 301 }, 'REQUEST_STALE', 'HTTP-9'),
  refused('other content', { content: encodeUtf8('{"hello":"moon"}\n') }, undefined, 'HTTP-1'),
  refused(
    'a digest with a second member',
    withHeader('content-digest', (value) => `${value}, sha-512=:AAAA:`),
    undefined,
    'HTTP-1',
  ),
  refused(
    'a digest in base64url',
    withHeader('content-digest', (value) =>
      value.replaceAll('/', '_').replaceAll('+', '-').replace('=:', ':'),
    ),
    undefined,
    'HTTP-1',
  ),
  refused(
    'no digest',
    withHeader('content-digest', () => ''),
    undefined,
    'HTTP-1',
  ),
  refused('another method', { method: 'GET' }, undefined, 'HTTP-3'),
  refused('another path', { target: '/covisa/v1/grant?x=1' }, undefined, 'HTTP-3'),
  refused('another query', { target: '/covisa/v1/sync?x=2' }, undefined, 'HTTP-3'),
  refused('no query', { target: '/covisa/v1/sync' }, undefined, 'HTTP-3'),
  refused('one meant for another space', { recipient: SYDNEY.id }, undefined, 'HTTP-7'),
  refused(
    'one by another peer key',
    { peerKey: tweetnaclBackend.publicKey(SYDNEY.keys.peer) },
    undefined,
    'HTTP-12',
  ),
  refused(
    'another time than was signed',
    input((value) => value.replace(`created=${INSTANT}`, `created=${INSTANT + 1}`)),
    undefined,
    'HTTP-6',
  ),
  refused(
    'a nonce that is no text',
    input((value) => value.replace(/nonce="[^"]+"/u, 'nonce=AAAAAAAAAAAAAAAAAAAAAA')),
    undefined,
    'HTTP-8',
  ),
  refused(
    'a nonce of 15 bytes',
    input((value) => value.replace(/nonce="[^"]+"/u, 'nonce="AAAAAAAAAAAAAAAAAAAA"')),
    undefined,
    'HTTP-8',
  ),
  refused(
    'another algorithm',
    input((value) => value.replace('"ed25519"', '"rsa-v1_5-sha256"')),
    undefined,
    'HTTP-5',
  ),
  refused(
    'another tag',
    input((value) => value.replace('tag="covisa"', 'tag="other"')),
    undefined,
    'HTTP-2',
  ),
  refused(
    'a component less',
    input((value) => value.replace(' "@query"', '')),
    undefined,
    'HTTP-3',
  ),
  refused(
    'a component more',
    input((value) => value.replace(' "@query"', ' "@query" "@authority"')),
    undefined,
    'HTTP-3',
  ),
  refused(
    'components in another order',
    input((value) => value.replace('"@method" "@path"', '"@path" "@method"')),
    undefined,
    'HTTP-3',
  ),
  refused(
    'a component with a parameter',
    input((value) => value.replace('"@query"', '"@query";req')),
    undefined,
    'HTTP-3',
  ),
  refused(
    'a parameter more',
    input((value) => `${value};expires=${INSTANT + 60}`),
    undefined,
    'HTTP-4',
  ),
  refused('two signatures with our tag', twice, undefined, 'HTTP-2'),
  refused(
    'no signature',
    withHeader('signature', () => ''),
    undefined,
    'HTTP-2',
  ),
  refused(
    'a signature of 63 bytes',
    withHeader('signature', () => `covisa=:${encodeBase64(bytesOf('short', 31))}:`),
    undefined,
    'HTTP-5',
  ),
];

const requestNonce = taken.nonce;
const reply = { status: 200, content, keyid: SHANGHAI.id, created: INSTANT, requestNonce };
const replied = {
  status: 200,
  headers: signed(prepareAnswer(reply), SHANGHAI),
  content,
  keyid: SHANGHAI.id,
  requestNonce,
  peerKey: tweetnaclBackend.publicKey(SHANGHAI.keys.peer),
};

function refusedAnswer(title: string, change: object, rules = ''): Vector {
  return verifyAnswer.error(
    `answer: ${title} is refused`,
    rules,
    { ...replied, ...change },
    'PEER_SIGNATURE_INVALID',
  );
}

const answers: readonly Vector[] = [
  answerSign.ok(
    'answer: what an answer signs',
    'HTTP-1 HTTP-3 HTTP-4',
    reply,
    toSign(prepareAnswer(reply)),
    {
      text: new TextDecoder().decode(prepareAnswer(reply).base),
    },
  ),
  verifyAnswer.ok('answer: one to this request is taken', 'HTTP-1', replied, {
    keyid: SHANGHAI.id,
    created: INSTANT,
  }),
  refusedAnswer('another status', { status: 403 }, 'HTTP-3'),
  refusedAnswer('other content', { content: new Uint8Array() }, 'HTTP-1'),
  refusedAnswer('one to another request', { requestNonce: 'AAAAAAAAAAAAAAAAAAAAAA' }, 'HTTP-13'),
  refusedAnswer('one by another space than was asked', { keyid: SYDNEY.id }, 'HTTP-13'),
  refusedAnswer('one by another peer key', {
    peerKey: tweetnaclBackend.publicKey(SYDNEY.keys.peer),
  }),
  refusedAnswer('a request’s signature', { headers }),
];

export const requestVectors: readonly Vector[] = [...requests, ...answers];
