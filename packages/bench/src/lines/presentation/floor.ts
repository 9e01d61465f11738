/** The least that a presentation costs: its two signatures, by keys that are ready. */

import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { checkPresentation, type SignatureCheck } from '@covisa/protocol';
import { contentOf, type Prepared } from '../../presentations/prepared.js';
import { jwkOf } from '../../presentations/sd-jwt.js';

interface Bare {
  readonly key: KeyObject;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

/** The key as node:crypto wants it, from its 32 bytes. */
export function keyObjectOf(publicKey: Uint8Array): KeyObject {
  return createPublicKey({ key: jwkOf(publicKey), format: 'jwk' });
}

function bare({ publicKey, message, signature }: SignatureCheck): Bare {
  return { key: keyObjectOf(publicKey), message, signature };
}

/** What verifies the signatures of one of these and throws if one does not hold. */
export function floorOver(all: readonly Prepared[]): (index: number) => void {
  const pairs = all.map((prepared) => {
    const { visa, proof } = checkPresentation(contentOf(prepared), prepared.context);
    if (proof === null) throw new Error('token: expected one with a proof');
    return [bare(visa), bare(proof)] as const;
  });
  return (index) => {
    for (const { key, message, signature } of pairs[index] ?? []) {
      if (!verify(null, message, key, signature)) throw new Error('floor: a signature fails');
    }
  };
}
