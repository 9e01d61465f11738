/** A wallet without a page: claims a visa by its link, and makes the codes that a phone shows. */

import { encodeBase64url, type Seconds, type SpaceId, spaceId } from '@covisa/protocol';
import { systemRandom } from '#node/adapters/random-system.js';
import { NodeClient } from '#node/cli/client.js';
import { holderKey, newWallet, present, type WalletFile } from '#node/cli/wallet.js';
import type { TestSpace } from './network.js';

/** Claims the visa of a claim link. */
export async function claimVisa(claimLink: string): Promise<WalletFile> {
  const { origin, hash } = new URL(claimLink);
  const [code = '', space = ''] = hash.slice(1).split('.');
  const wallet = newWallet(systemRandom, origin, spaceId.parse(space));
  const { visa } = await new NodeClient(origin, null).post<{ readonly visa: string }>(
    '/covisa/v1/claim',
    { code, holderKey: encodeBase64url(holderKey(wallet)) },
  );
  return { ...wallet, visa };
}

/** What is unusual in a code. */
export interface Showing {
  readonly host?: SpaceId;
  /** Seconds by which it is older than now. */
  readonly age?: Seconds;
}

/** The code that the wallet shows now, by a node's clock. */
export async function codeOf(
  wallet: WalletFile,
  clock: TestSpace,
  { host, age = 0 }: Showing = {},
): Promise<string> {
  const { now } = await clock.client.get<{ readonly now: Seconds }>('/api/status');
  return present(wallet, { purpose: 'visit', time: now - age, host: host ?? null }, systemRandom);
}
