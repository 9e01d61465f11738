/**
 * Signed requests between nodes and their signed answers: HTTP message signatures (RFC 9421,
 * Ed25519) over a content digest (RFC 9530). Nothing here runs a signature: preparing gives the
 * bytes to sign, parsing the check still to be run.
 *
 * A request covers its method, path, query, content and `covisa-recipient`, the space id of the
 * node that it is meant for: not the authority, which proxies and relays change. An answer covers
 * its status, its content and `covisa-request-nonce`, so that it answers this request and no other,
 * even over plain HTTP.
 */

import {
  assertBytes,
  encodeBase64url,
  sha256 as portableSha256,
  type Seconds,
  type Sha256,
  type SignatureCheck,
  type SpaceId,
} from '@covisa/protocol';
import { NodeError } from '../errors.js';
import {
  type Component,
  encodeContentDigest,
  encodeSignature,
  encodeSignatureBase,
  encodeSignatureInput,
  fieldValue,
  type HeaderValues,
  type ReadSignature,
  type SignatureParameters,
} from './signature-base.js';
import { common, requireDigest, requireSignature, SIGNATURE_TAG } from './signature-reading.js';

/** Bytes of a request's nonce. */
export const REQUEST_NONCE_BYTES = 16;

const LABEL = 'covisa';
const NONCE = /^[A-Za-z0-9_-]{21}[AQgw]$/;
const REQUEST_COVERS = ['@method', '@path', '@query', 'content-digest', 'covisa-recipient'];
const REQUEST_PARAMETERS = ['created', 'nonce', 'keyid', 'alg', 'tag'];
const ANSWER_COVERS = ['@status', 'content-digest', 'covisa-request-nonce'];
const ANSWER_PARAMETERS = ['created', 'keyid', 'alg', 'tag'];

/** A request to be signed. */
export interface RequestToSign {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  /** As sent, after any content coding; empty for a request without a body. */
  readonly content: Uint8Array;
  /** Who signs. */
  readonly keyid: SpaceId;
  /** The space whose node is called. */
  readonly recipient: SpaceId;
  readonly created: Seconds;
  /** 16 fresh bytes. */
  readonly nonce: Uint8Array;
}

/** What is to be signed, and the headers to send once it is. */
export interface Prepared {
  /** The bytes to sign. */
  readonly base: Uint8Array;
  /** The headers to add for a signature of 64 bytes over `base`. */
  readonly headers: (signature: Uint8Array) => Readonly<Record<string, string>>;
}

/** A request's `base` and headers, with the nonce that the answer must name. */
export interface PreparedRequest extends Prepared {
  readonly nonce: string;
}

/** A request as it came. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query as on the request line (`originalUrl` in Express). */
  readonly target: string;
  readonly headers: HeaderValues;
  /** As sent, before any content coding is undone. */
  readonly content: Uint8Array;
}

/** What a request says of itself. Nothing of it is true before its check holds. */
export interface ReadRequest {
  readonly keyid: SpaceId;
  readonly created: Seconds;
  readonly nonce: string;
  /** The `content-digest` field: what is signed stands for the content before that is read. */
  readonly contentDigest: string;
  /** The check still to be run, for the peer key (32 bytes) of the space `keyid`. */
  readonly check: (publicKey: Uint8Array) => SignatureCheck;
}

/** An answer to be signed. */
export interface AnswerToSign {
  readonly status: number;
  readonly content: Uint8Array;
  readonly keyid: SpaceId;
  readonly created: Seconds;
  /** The nonce of the request, as it was read. */
  readonly requestNonce: string;
}

/** An answer as it came. */
export interface ReceivedAnswer {
  readonly status: number;
  readonly headers: HeaderValues;
  readonly content: Uint8Array;
}

/** Prepares a request's signature. */
export function prepareRequest(
  request: RequestToSign,
  sha256: Sha256 = portableSha256,
): PreparedRequest {
  assertBytes(request.nonce, 'nonce', REQUEST_NONCE_BYTES);
  const url = new URL(request.url);
  const nonce = encodeBase64url(request.nonce);
  const fields = {
    'content-digest': encodeContentDigest(request.content, sha256),
    'covisa-recipient': request.recipient,
  };
  const components = requestComponents(request.method, url.pathname + url.search, fields);
  const { created, keyid } = request;
  return {
    nonce,
    ...prepare(components, { created, nonce, keyid, alg: 'ed25519', tag: SIGNATURE_TAG }, fields),
  };
}

/**
 * Reads a request's signature, and checks its content. The instant and the nonce are replay.ts's.
 * @param recipient the space that reads: a request meant for another is refused
 * @throws NodeError REQUEST_SIGNATURE_INVALID
 */
export function parseRequest(
  request: ReceivedRequest,
  recipient: SpaceId,
  sha256: Sha256 = portableSha256,
): ReadRequest {
  const read = parseRequestHead(request, recipient);
  checkContent(read, request.content, sha256);
  return read;
}

/**
 * Reads a request's signature from its head alone: the content is not there yet, and `checkContent`
 * is still to be done.
 * @param recipient the space that reads: a request meant for another is refused
 * @throws NodeError REQUEST_SIGNATURE_INVALID
 */
export function parseRequestHead(
  request: Omit<ReceivedRequest, 'content'>,
  recipient: SpaceId,
): ReadRequest {
  const code = 'REQUEST_SIGNATURE_INVALID';
  const read = requireSignature(code, request.headers, REQUEST_COVERS, REQUEST_PARAMETERS);
  const fields = {
    'content-digest': fieldValue(request.headers, 'content-digest') ?? '',
    'covisa-recipient': fieldValue(request.headers, 'covisa-recipient') ?? '',
  };
  // HTTP-7: `covisa-recipient` is the id of the space that reads.
  if (fields['covisa-recipient'] !== recipient) {
    throw new NodeError(code, 'covisa-recipient: the request is meant for another space');
  }
  // HTTP-8: a request's nonce is 16 bytes in base64url.
  const nonce = read.parameters.get('nonce');
  if (typeof nonce !== 'string' || !NONCE.test(nonce)) {
    throw new NodeError(code, 'nonce: expected 16 bytes in base64url');
  }
  const components = requestComponents(request.method, request.target, fields);
  const contentDigest = fields['content-digest'];
  return { ...common(code, read), nonce, contentDigest, check: checkOf(components, read) };
}

/** The content is what was signed. @throws NodeError REQUEST_SIGNATURE_INVALID */
export function checkContent(
  read: Pick<ReadRequest, 'contentDigest'>,
  content: Uint8Array,
  sha256: Sha256 = portableSha256,
): void {
  requireDigest('REQUEST_SIGNATURE_INVALID', read.contentDigest, content, sha256);
}

/** Prepares an answer's signature. */
export function prepareAnswer(answer: AnswerToSign, sha256: Sha256 = portableSha256): Prepared {
  const fields = {
    'content-digest': encodeContentDigest(answer.content, sha256),
    'covisa-request-nonce': answer.requestNonce,
  };
  const { created, keyid } = answer;
  const components = answerComponents(answer.status, fields);
  return prepare(components, { created, keyid, alg: 'ed25519', tag: SIGNATURE_TAG }, fields);
}

/**
 * Reads an answer's signature and gives the check still to be run.
 * @param expected who was asked, and the nonce of the request
 * @throws NodeError PEER_SIGNATURE_INVALID
 */
export function parseAnswer(
  answer: ReceivedAnswer,
  expected: { readonly keyid: SpaceId; readonly requestNonce: string },
  sha256: Sha256 = portableSha256,
): Omit<ReadRequest, 'nonce' | 'contentDigest'> {
  const code = 'PEER_SIGNATURE_INVALID';
  const read = requireSignature(code, answer.headers, ANSWER_COVERS, ANSWER_PARAMETERS);
  const digest = fieldValue(answer.headers, 'content-digest') ?? '';
  requireDigest(code, digest, answer.content, sha256);
  const fields = {
    'content-digest': digest,
    'covisa-request-nonce': fieldValue(answer.headers, 'covisa-request-nonce') ?? '',
  };
  // HTTP-13: an answer names the nonce of its request, and is signed by the space that was asked.
  if (fields['covisa-request-nonce'] !== expected.requestNonce) {
    throw new NodeError(code, 'covisa-request-nonce: the answer belongs to another request');
  }
  const said = common(code, read);
  if (said.keyid !== expected.keyid) {
    throw new NodeError(code, 'keyid: the answer is signed by another space than was asked');
  }
  return { ...said, check: checkOf(answerComponents(answer.status, fields), read) };
}

type Fields = Readonly<Record<string, string>>;

function requestComponents(method: string, target: string, fields: Fields): readonly Component[] {
  const at = target.indexOf('?');
  const path = at < 0 ? target : target.slice(0, at);
  const query = at < 0 ? '?' : target.slice(at);
  return [
    ['@method', method.toUpperCase()],
    ['@path', path],
    ['@query', query],
    ...Object.entries(fields),
  ];
}

function answerComponents(status: number, fields: Fields): readonly Component[] {
  return [['@status', String(status)], ...Object.entries(fields)];
}

function prepare(
  components: readonly Component[],
  parameters: SignatureParameters,
  fields: Fields,
): Prepared {
  const input = encodeSignatureInput(
    components.map(([name]) => name),
    parameters,
  );
  return {
    base: encodeSignatureBase(components, input),
    headers: (signature) => {
      assertBytes(signature, 'signature', 64);
      return {
        ...fields,
        'signature-input': `${LABEL}=${input}`,
        signature: encodeSignature(LABEL, signature),
      };
    },
  };
}

function checkOf(components: readonly Component[], read: ReadSignature): ReadRequest['check'] {
  const message = encodeSignatureBase(components, read.input);
  return (publicKey) => ({ publicKey, message, signature: read.signature });
}
