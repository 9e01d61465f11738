/**
 * Which addresses a node may call. URLs come from other spaces' profiles, so they may name machines
 * inside of this network.
 */

import type { LookupAddress, LookupOptions } from 'node:dns';
import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The code that a refused look-up fails with. */
export const PRIVATE_CODE = 'PEER_ADDRESS_PRIVATE';

/** IPv6 addresses that are given out to networks (RFC 4291): all others are special in some way. */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');

/**
 * Whether an IP address belongs to the public internet. Loopback, private, link-local,
 * unique-local, carrier-grade NAT, multicast, documentation, unspecified and reserved ones do not;
 * nor do the IPv6 forms that carry an IPv4 address inside (mapped, 6to4, Teredo, NAT64), which
 * would lead around the check. What is no address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_UNICAST);
}

/**
 * The IP address that a URL names literally, or null if it names a host. The URL parser has already
 * resolved `127.1` and `0x7f000001`.
 */
export function literalAddress(url: URL): string | null {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return ipaddr.isValid(host) ? host : null;
}

/** Looks up all addresses of a name. */
export type LookupAll = (
  name: string,
  options: LookupOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

const lookupAll: LookupAll = (name, options, done) =>
  systemLookup(name, { ...options, all: true }, done);

/**
 * A `lookup` for sockets that answers with public addresses only. It sits between the name and the
 * connection, so what was checked is what is connected to: a name that resolves to something else a
 * moment later gains nothing.
 */
export function publicLookup(lookup: LookupAll = lookupAll): LookupFunction {
  return (name, options, done) => {
    lookup(name, options, (error, addresses) => {
      if (error) return done(error, []);
      const allowed = addresses.filter(({ address }) => isPublicAddress(address));
      const first = allowed[0];
      if (first === undefined) return done(privateError(name), []);
      if (options.all === true) return done(null, allowed);
      return done(null, first.address, first.family);
    });
  };
}

function privateError(name: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${name} leads to private addresses only`), {
    code: PRIVATE_CODE,
  });
}
