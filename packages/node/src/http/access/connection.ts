/**
 * How a browser reaches this node: by HTTPS, on the node's own machine, or in the clear; and
 * whether a request comes from this node's own pages.
 */

import type { Request } from 'express';
import { NodeError } from '../../errors.js';

/** Names by which a machine reaches itself: no network is in between. */
const LOCAL_NAMES: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** `clear`: whoever is on the way reads along. */
export type Connection = 'https' | 'local' | 'clear';

/** How a request came, as far as the trusted proxies say. */
export function connectionOf(request: Request): Connection {
  const kind = kindOf(request.secure, request.hostname);
  return kind === 'local' && isForwarded(request) ? 'clear' : kind;
}

function kindOf(isSecure: boolean, hostname: string): Connection {
  if (isSecure) return 'https';
  return LOCAL_NAMES.includes(hostname) ? 'local' : 'clear';
}

/** Addresses by which a machine reaches itself, with or without a port. */
const LOCAL_ADDRESS = /^(?:127(?:\.\d+){3}|\[?::1\]?|\[?::ffff:127(?:\.\d+){3}\]?)(?::\d+)?$/iu;

/**
 * Whether a proxy says that the request began on another machine. It need not be trusted for that:
 * a lie would only make the caller's own connection count for less.
 */
function isForwarded(request: Request): boolean {
  const listed = [request.get('x-forwarded-for'), request.get('x-real-ip')].join(',').split(',');
  const forwarded = (request.get('forwarded') ?? '').matchAll(/\bfor="?(?<by>[^;,"\s]+)/giu);
  const named = [...forwarded].map(({ groups }) => groups?.by ?? '');
  const addresses = [...listed, ...named].map((one) => one.trim()).filter((one) => one !== '');
  return addresses.some((one) => !LOCAL_ADDRESS.test(one));
}

/**
 * Whether the browser names another kind of connection as its own: a proxy that sends this
 * machine's name as host, as some do unless told otherwise, would else make every caller local.
 */
function isHidden(request: Request): boolean {
  const origin = request.get('origin');
  if (origin === undefined || !URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return kindOf(protocol === 'https:', hostname) !== connectionOf(request);
}

/** @throws NodeError CONNECTION_INSECURE where a secret would go over the network in the clear */
export function checkConnection(request: Request): void {
  // ACCESS-5: secrets are taken and cookies given over HTTPS, or on the machine of the node.
  if (connectionOf(request) !== 'clear' && !isHidden(request)) return;
  const message = 'connection: expected HTTPS, got plain HTTP from another machine';
  throw new NodeError('CONNECTION_INSECURE', message, {
    remedy:
      'Open this page by https://, or by http://localhost on the machine of the node. Behind a proxy, let it send X-Forwarded-Proto, and name it in the setting trustProxy.',
  });
}

/** The origin of a request's own page, as a browser says it. */
function ownOrigin(request: Request): string {
  return `${request.protocol}://${request.host}`;
}

/**
 * Refuses what another site made a browser send. A browser with a cookie always says where a
 * request comes from; a program without one need not.
 * @param publicUrl this node's public address, under which a proxy may hide the request's own
 * @throws NodeError FORBIDDEN
 */
export function checkOrigin(request: Request, publicUrl: string | null): void {
  const origin = request.get('origin');
  const site = request.get('sec-fetch-site');
  const isOwn =
    origin === ownOrigin(request) || (publicUrl !== null && origin === new URL(publicUrl).origin);
  const mayBeMissing = origin === undefined && request.get('cookie') === undefined;
  // ACCESS-4: what is no GET and brings no token says by `origin`, and by `sec-fetch-site` where
  // that is there, that it comes from a page of this node. Only who brings no cookie may leave
  // `origin` out.
  if ((isOwn || mayBeMissing) && (site === undefined || site === 'same-origin')) return;
  throw new NodeError('FORBIDDEN', 'origin: expected a page of this node itself', {
    remedy: 'Open the page by the address of the node, and try again there.',
  });
}
