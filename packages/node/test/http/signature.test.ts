import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import {
  encodeUtf8,
  parseUtf8,
  type SignatureCheck,
  type SpaceId,
  spaceId,
} from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { nodeSha256 } from '../../dist/adapters/sha256-node.js';
import {
  parseAnswer,
  parseRequest,
  prepareAnswer,
  prepareRequest,
  type ReceivedRequest,
} from '../../dist/http/signature.js';
import {
  encodeContentDigest,
  encodeSignature,
  encodeSignatureBase,
  encodeSignatureInput,
} from '../../dist/http/signature-base.js';
import { codeOf } from '../support/errors.js';

/** RFC 9421 B.1.4: test-key-ed25519. */
const key = createPrivateKey({
  format: 'jwk',
  key: {
    kty: 'OKP',
    crv: 'Ed25519',
    d: 'n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU',
    x: 'JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs',
  },
});
const publicKey = new Uint8Array(
  Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url'),
);
const signed = (bytes: Uint8Array): Uint8Array => new Uint8Array(sign(null, bytes, key));
const holds = ({ message, signature }: SignatureCheck): boolean =>
  verify(null, message, createPublicKey(key), signature);

const caller: SpaceId = spaceId.parse('A'.repeat(43));
const called: SpaceId = spaceId.parse(`${'B'.repeat(42)}A`);
const other: SpaceId = spaceId.parse(`${'C'.repeat(42)}A`);
const content = encodeUtf8('{"hello": "world"}');

function sentRequest(): ReceivedRequest {
  const prepared = prepareRequest({
    method: 'POST',
    url: 'https://node.example:8443/covisa/v1/sync?from=3',
    content,
    keyid: caller,
    recipient: called,
    created: 1_795_338_000,
    nonce: new Uint8Array(16).fill(7),
  });
  return {
    method: 'POST',
    target: '/covisa/v1/sync?from=3',
    headers: { host: 'elsewhere', ...prepared.headers(signed(prepared.base)) },
    content,
  };
}

describe('RFC 9421', () => {
  const components = [
    ['date', 'Tue, 20 Apr 2021 02:07:55 GMT'],
    ['@method', 'POST'],
    ['@path', '/foo'],
    ['@authority', 'example.com'],
    ['content-type', 'application/json'],
    ['content-length', '18'],
  ] as const;
  const input = encodeSignatureInput(
    components.map(([name]) => name),
    { created: 1618884473, keyid: 'test-key-ed25519' },
  );

  it('appendix B.2.6: has this signature base', () => {
    expect(parseUtf8(encodeSignatureBase(components, input))).to.equal(
      [
        '"date": Tue, 20 Apr 2021 02:07:55 GMT',
        '"@method": POST',
        '"@path": /foo',
        '"@authority": example.com',
        '"content-type": application/json',
        '"content-length": 18',
        '"@signature-params": ("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"',
      ].join('\n'),
    );
  });

  it('appendix B.2.6: has this signature', () => {
    const signature = signed(encodeSignatureBase(components, input));
    expect(encodeSignature('sig-b26', signature)).to.equal(
      'sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:',
    );
  });

  it('RFC 9530: has this content digest', () => {
    expect(encodeContentDigest(content, nodeSha256)).to.equal(
      'sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:',
    );
  });
});

describe('a signed request', () => {
  it('HTTP-3, HTTP-4: covers method, path, query, content and recipient, and not the authority', () => {
    const { headers } = sentRequest();
    expect(headers['signature-input']).to.equal(
      `covisa=("@method" "@path" "@query" "content-digest" "covisa-recipient");created=1795338000;nonce="BwcHBwcHBwcHBwcHBwcHBw";keyid="${caller}";alg="ed25519";tag="covisa"`,
    );
    expect(headers['content-digest']).to.equal(
      'sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:',
    );
    expect(headers['covisa-recipient']).to.equal(called);
  });

  it('says who, when and its nonce, and its check holds', () => {
    const read = parseRequest(sentRequest(), called);
    expect(read).to.include({
      keyid: caller,
      created: 1_795_338_000,
      nonce: 'BwcHBwcHBwcHBwcHBwcHBw',
    });
    const check = read.check(publicKey);
    expect(check.publicKey).to.equal(publicKey);
    expect(parseUtf8(check.message).split('\n').slice(0, 3)).to.deep.equal([
      '"@method": POST',
      '"@path": /covisa/v1/sync',
      '"@query": ?from=3',
    ]);
    expect(holds(check)).to.equal(true);
  });

  it('without a body or query covers the empty ones', () => {
    const prepared = prepareRequest({
      method: 'get',
      url: 'http://[::1]:80/checkpoint',
      content: new Uint8Array(0),
      keyid: caller,
      recipient: called,
      created: 1,
      nonce: new Uint8Array(16),
    });
    const headers = prepared.headers(signed(prepared.base));
    const request = { method: 'GET', target: '/checkpoint', headers, content: new Uint8Array(0) };
    expect(holds(parseRequest(request, called).check(publicKey))).to.equal(true);
  });

  it('HTTP-2: is read beside the signature of a proxy', () => {
    const request = sentRequest();
    const headers = {
      ...request.headers,
      'signature-input': `proxy=("@authority");tag="proxy", ${request.headers['signature-input']}`,
      signature: `proxy=:AA==:, ${request.headers.signature}`,
    };
    expect(holds(parseRequest({ ...request, headers }, called).check(publicKey))).to.equal(true);
  });

  const REFUSED: readonly (readonly [string, (request: ReceivedRequest) => ReceivedRequest])[] = [
    ['other content', (request) => ({ ...request, content: encodeUtf8('{}') })],
    ['no headers', (request) => ({ ...request, headers: {} })],
    ...['signature', 'signature-input', 'content-digest', 'covisa-recipient'].map(
      (name) =>
        [
          `no ${name}`,
          (request: ReceivedRequest) => ({
            ...request,
            headers: { ...request.headers, [name]: undefined },
          }),
        ] as const,
    ),
    ['the digest of other content', withHeader('content-digest', 'sha-256=:AAAA:')],
    ['a digest of another kind', withHeader('content-digest', 'sha-512=:AAAA:')],
    ['a digest that is noise', withHeader('content-digest', '"')],
    ['two signatures of ours', doubled],
    ['fewer components', inInput(' "covisa-recipient"', '')],
    ['more components', inInput('"covisa-recipient"', '"covisa-recipient" "host"')],
    ['components in another order', inInput('"@method" "@path"', '"@path" "@method"')],
    ['components with parameters', inInput('"@method"', '"@method";req')],
    ['another algorithm', inInput('ed25519', 'rsa-v1_5-sha256')],
    ['no time', inInput('created=1795338000;', '')],
    ['a time that is a text', inInput('created=1795338000', 'created="1795338000"')],
    ['a time with a fraction', inInput('created=1795338000', 'created=1795338000.5')],
    ['a negative time', inInput('created=1795338000', 'created=-1')],
    ['an expiry', inInput(';alg', ';expires=1795338001;alg')],
    ['no nonce', inInput('nonce="BwcHBwcHBwcHBwcHBwcHBw";', '')],
    ['a short nonce', inInput('BwcHBwcHBwcHBwcHBwcHBw', 'BwcH')],
    ['a key id that is no space id', inInput(caller, 'test-key')],
    ['a key id that is a number', inInput(`"${caller}"`, '5')],
    ['another tag', inInput('tag="covisa"', 'tag="other"')],
    ['a signature that is too short', withHeader('signature', 'covisa=:AAAA:')],
    ['a signature that is a text', withHeader('signature', 'covisa="AAAA"')],
    ['a signature under another label', withHeader('signature', 'other=:AAAA:')],
    ['an input that is an item', withHeader('signature-input', 'covisa=1;tag="covisa"')],
    ['noise', withHeader('signature-input', '(((')],
  ];
  for (const [title, change] of REFUSED) {
    it(`is refused with ${title}`, () => {
      expect(codeOf(() => parseRequest(change(sentRequest()), called))).to.equal(
        'REQUEST_SIGNATURE_INVALID',
      );
    });
  }

  const DIGEST = 'sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:';
  const DIGESTS = [
    `${DIGEST}, sha-512=:AAAA:`,
    `sha-512=:AAAA:, ${DIGEST}`,
    `${DIGEST}, ${DIGEST}`,
    `${DIGEST};q=1`,
    DIGEST.replace('=:', ':'),
  ];
  for (const digest of DIGESTS) {
    it(`HTTP-1: is refused with the content digest ${digest}`, () => {
      expect(codeOf(() => parseRequest(withDigest(digest), called))).to.equal(
        'REQUEST_SIGNATURE_INVALID',
      );
    });
  }

  it('HTTP-1: is taken with the content digest in its one form', () => {
    expect(holds(parseRequest(withDigest(DIGEST), called).check(publicKey))).to.equal(true);
  });

  it('HTTP-7: is refused by another space than it is meant for', () => {
    expect(codeOf(() => parseRequest(sentRequest(), other))).to.equal('REQUEST_SIGNATURE_INVALID');
    // Renaming the recipient gets past the name, not past the signature.
    const renamed = withHeader('covisa-recipient', other)(sentRequest());
    expect(holds(parseRequest(renamed, other).check(publicKey))).to.equal(false);
  });

  const TAMPERED: readonly (readonly [string, (request: ReceivedRequest) => ReceivedRequest])[] = [
    ['another method', (request) => ({ ...request, method: 'PUT' })],
    ['another path', (request) => ({ ...request, target: '/covisa/v1/other?from=3' })],
    ['another query', (request) => ({ ...request, target: '/covisa/v1/sync?from=4' })],
    ['no query', (request) => ({ ...request, target: '/covisa/v1/sync' })],
    ['a host before the path', (request) => ({ ...request, target: `//x${request.target}` })],
    ['another time', inInput('created=1795338000', 'created=1795338001')],
    ['another nonce', inInput('BwcHBwcHBwcHBwcHBwcHBw', 'BwcHBwcHBwcHBwcHBwcHBg')],
    ['another key id', inInput(caller, other)],
  ];
  for (const [title, change] of TAMPERED) {
    it(`has a check that does not hold with ${title}`, () => {
      const read = parseRequest(change(sentRequest()), called);
      expect(holds(read.check(publicKey))).to.equal(false);
    });
  }

  it('never holds after any one character of its headers, target or content changed', () => {
    const request = sentRequest();
    const names = ['signature-input', 'signature', 'content-digest', 'covisa-recipient'] as const;
    const character = fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(
        fc.constantFrom(...names, 'target', 'content'),
        fc.nat(400),
        character,
        (what, at, by) => {
          const text = (value: unknown): string => {
            const old = String(value);
            const place = at % old.length;
            return old.slice(0, place) + by + old.slice(place + 1);
          };
          const changed: ReceivedRequest =
            what === 'target'
              ? { ...request, target: text(request.target) }
              : what === 'content'
                ? { ...request, content: encodeUtf8(text(parseUtf8(content))) }
                : {
                    ...request,
                    headers: { ...request.headers, [what]: text(request.headers[what]) },
                  };
          const sameMeaning = JSON.stringify(changed) === JSON.stringify(request);
          let good = false;
          try {
            const read = parseRequest(changed, called);
            good = holds(read.check(publicKey));
          } catch (error) {
            expect(error).to.have.property('code', 'REQUEST_SIGNATURE_INVALID');
          }
          expect(good && !sameMeaning && !onlyRelabelled(changed, request)).to.equal(false);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

/**
 * Whether the parsed content is the same: bits of base64 that mean nothing and white space are
 * free.
 */
function onlyRelabelled(changed: ReceivedRequest, request: ReceivedRequest): boolean {
  const signature = (from: ReceivedRequest): string =>
    Buffer.from(String(from.headers.signature).replace(/^covisa=:|:$/g, ''), 'base64').toString(
      'hex',
    );
  return (
    changed.target === request.target &&
    changed.content === request.content &&
    changed.headers['signature-input'] === request.headers['signature-input'] &&
    changed.headers['covisa-recipient'] === request.headers['covisa-recipient'] &&
    changed.headers['content-digest'] === request.headers['content-digest'] &&
    signature(changed) === signature(request)
  );
}

describe('a signed answer', () => {
  const expected = { keyid: called, requestNonce: 'BwcHBwcHBwcHBwcHBwcHBw' };
  function sentAnswer() {
    const answer = { status: 200, content, created: 1_795_338_001, ...expected };
    const prepared = prepareAnswer(answer);
    return { status: 200, content, headers: prepared.headers(signed(prepared.base)) };
  }

  it('HTTP-3: covers status, content and the nonce of the request', () => {
    const read = parseAnswer(sentAnswer(), expected);
    expect(parseUtf8(read.check(publicKey).message)).to.equal(
      [
        '"@status": 200',
        '"content-digest": sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:',
        '"covisa-request-nonce": BwcHBwcHBwcHBwcHBwcHBw',
        `"@signature-params": ("@status" "content-digest" "covisa-request-nonce");created=1795338001;keyid="${called}";alg="ed25519";tag="covisa"`,
      ].join('\n'),
    );
    expect(holds(read.check(publicKey))).to.equal(true);
  });

  it('does not hold with another status', () => {
    const read = parseAnswer({ ...sentAnswer(), status: 201 }, expected);
    expect(holds(read.check(publicKey))).to.equal(false);
  });

  it('HTTP-13: is refused for another request, from another space, with other content, or unsigned', () => {
    const code = 'PEER_SIGNATURE_INVALID';
    const requestNonce = 'BwcHBwcHBwcHBwcHBwcHBg';
    expect(codeOf(() => parseAnswer(sentAnswer(), { ...expected, requestNonce }))).to.equal(code);
    expect(codeOf(() => parseAnswer(sentAnswer(), { ...expected, keyid: other }))).to.equal(code);
    const changed = { ...sentAnswer(), content: encodeUtf8('x') };
    expect(codeOf(() => parseAnswer(changed, expected))).to.equal(code);
    expect(codeOf(() => parseAnswer({ ...sentAnswer(), headers: {} }, expected))).to.equal(code);
  });

  it('cannot be made of a signed request', () => {
    const { headers } = sentRequest();
    const answer = { status: 200, content, headers };
    expect(codeOf(() => parseAnswer(answer, { ...expected, keyid: caller }))).to.equal(
      'PEER_SIGNATURE_INVALID',
    );
  });

  it('is prepared only for a signature of 64 bytes', () => {
    const prepared = prepareAnswer({ status: 200, content, created: 1, ...expected });
    expect(() => prepared.headers(new Uint8Array(63))).to.throw(TypeError);
  });
});

/** A request whose signature covers this `content-digest`, whatever it says. */
function withDigest(digest: string): ReceivedRequest {
  const request = sentRequest();
  const input = String(request.headers['signature-input']).replace(/^covisa=/, '');
  const components = [
    ['@method', 'POST'],
    ['@path', '/covisa/v1/sync'],
    ['@query', '?from=3'],
    ['content-digest', digest],
    ['covisa-recipient', called],
  ] as const;
  const signature = encodeSignature('covisa', signed(encodeSignatureBase(components, input)));
  return withHeader('signature', signature)(withHeader('content-digest', digest)(request));
}

function withHeader(name: string, value: string) {
  return (request: ReceivedRequest): ReceivedRequest => ({
    ...request,
    headers: { ...request.headers, [name]: value },
  });
}

function inInput(from: string, by: string) {
  return (request: ReceivedRequest): ReceivedRequest => {
    const input = String(request.headers['signature-input']);
    if (!input.includes(from)) throw new Error(`expected ${from} in ${input}`);
    return withHeader('signature-input', input.replace(from, by))(request);
  };
}

function doubled(request: ReceivedRequest): ReceivedRequest {
  const { 'signature-input': input, signature } = request.headers;
  const twice = (value: unknown): string => `${value}, ${String(value).replace(/^covisa/, 'two')}`;
  return withHeader(
    'signature',
    twice(signature),
  )(withHeader('signature-input', twice(input))(request));
}
