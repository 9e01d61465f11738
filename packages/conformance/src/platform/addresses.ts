/** Which addresses are of private networks: a node there is tested only if that was asked for. */

import { lookup } from 'node:dns/promises';
import { BlockList, isIPv6 } from 'node:net';

const PRIVATE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  PRIVATE.addSubnet(network, bits, 'ipv4');
}
PRIVATE.addAddress('::', 'ipv6');
PRIVATE.addAddress('::1', 'ipv6');
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');

/** Whether an address (not a name) is of a private network, or of this machine. */
export function isPrivate(address: string): boolean {
  return PRIVATE.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** Whether the host of a URL leads to a private address. @throws if the name is not known */
export async function leadsToPrivate(url: URL): Promise<boolean> {
  const host = url.hostname.replace(/^\[(.*)\]$/u, '$1');
  const found = await lookup(host, { all: true });
  return found.some(({ address }) => isPrivate(address));
}

/** Whether a URL names this machine itself. */
export function isThisMachine({ hostname }: URL): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u.test(hostname);
}
