/** A home space that only issues visas, over HTTP: for tests of the wallet. */

import type { IncomingMessage, RequestListener } from 'node:http';
import {
  assembleVisa,
  encodeBase64url,
  encodeUtf8,
  issuerOf,
  parseBase64url,
  parseCalendarDate,
  type SpaceId,
  sha256,
  spaceId,
  visaToSign,
} from '@covisa/protocol';
import { nodeSignatureBackend } from '../../../dist/adapters/ed25519-node.js';

export const signatures = nodeSignatureBackend();
export const HOME: SpaceId = spaceId.parse(encodeBase64url(sha256(encodeUtf8('home'))));
export const HOST: SpaceId = spaceId.parse(encodeBase64url(sha256(encodeUtf8('host'))));
const ISSUING_SEED = sha256(encodeUtf8('issuing'));
export const ISSUING_KEY = signatures.publicKey(ISSUING_SEED);
/** 2026-05-12T09:00:00Z. */
export const NOW = 1_778_576_400;

/** A visa of the home for a holder key, in base64url. */
export function visaFor(holderKey: Uint8Array, issuedAt = NOW): string {
  const claims = {
    issuer: issuerOf(HOME),
    number: new Uint8Array(16).fill(7),
    issuedAt,
    expiresAt: issuedAt + 30 * 86_400,
    holderKey,
    yearStart: parseCalendarDate('2026-05-01'),
    memberSince: parseCalendarDate('2025-01-01'),
    plan: 'flex',
    displayName: 'Ada',
    former: [],
    ask: false,
  };
  const { payload, message } = visaToSign(claims, HOME);
  return encodeBase64url(assembleVisa(payload, signatures.sign(ISSUING_SEED, message)));
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, string>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : JSON.parse(text);
}

/** What the home was asked: path and body. */
export type Asked = readonly [string, Record<string, string>];

/** The home's routes. `visa` decides what a claim is answered by, from the holder key that came. */
export function homeListener(
  asked: Asked[],
  visa: (holderKey: Uint8Array) => string = visaFor,
): RequestListener {
  let latest = new Uint8Array(32);
  const answer = (path: string, body: Record<string, string>): unknown => {
    if (path === '/covisa/v1/claim') latest = new Uint8Array(parseBase64url(body.holderKey ?? ''));
    if (path === '/covisa/v1/claim') return { visa: visa(latest) };
    if (path === '/covisa/v1/renew') return { visa: visaFor(latest, NOW + 60) };
    if (path === '/covisa/v1/directory') return [{ space: HOST, name: 'Bund Loft' }];
    const visit = { host: HOST, hostName: 'Bund Loft', venue: 'main', kind: 'free', weight: 1 };
    return { visits: [{ ...visit, date: '2026-05-12', voided: false, doubledWith: [] }] };
  };
  return async (request, response) => {
    const body = await bodyOf(request);
    asked.push([request.url ?? '', body]);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer(request.url ?? '', body)));
  };
}
