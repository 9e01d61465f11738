/** A member of the node's own space, whom the suite adds by the node's API. */

import { encodeBase64url, parseBase64url, shape } from '@covisa/protocol';
import { ed25519 } from '../platform/ed25519.js';
import { documentOf } from './answers.js';
import { reading } from './expect.js';
import type { Subject } from './subject.js';
import { Wallet } from './wallet.js';

const { open, text } = shape;
const added = open({
  member: open({ id: text({ min: 1, max: 64 }) }),
  claimCode: text({ max: 64 }),
});
const visaAnswer = open({ visa: text({ min: 1, max: 4096 }) });

/** A member, with the code that was used to claim the visa. */
export interface Member {
  readonly id: string;
  readonly code: string;
  readonly wallet: Wallet;
}

/** The visa in an answer of the home. */
export function visaIn(answer: Parameters<typeof documentOf>[0]): Uint8Array {
  const { visa } = documentOf(answer, visaAnswer);
  return reading('visa', () => parseBase64url(visa));
}

/** What a phone sends to claim a visa. */
export function claimOf(code: string, holderSeed: Uint8Array): object {
  return { code, holderKey: encodeBase64url(ed25519.publicKey(holderSeed)) };
}

/** A member who has claimed a visa; the same for all tests that name it so. */
export function memberOf(subject: Subject, name: string): Promise<Member> {
  return subject.once(`the member ${name}`, async () => {
    const body = { name: `Conformance ${name}`, plan: 'full-time' };
    const { member, claimCode } = documentOf(
      await subject.api('POST', '/api/members', body),
      added,
    );
    const holderSeed = subject.options.random(32);
    const claim = claimOf(claimCode, holderSeed);
    const visa = visaIn(await subject.postJson('/covisa/v1/claim', claim));
    const { space } = await subject.discovery();
    const wallet = new Wallet(subject, space, holderSeed, visa);
    return { id: member.id, code: claimCode, wallet };
  });
}
