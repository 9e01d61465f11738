/** Tokens that no honest wallet shows, made with @covisa/protocol as a forger would. */

import {
  assembleProof,
  assembleVisa,
  encodeToken,
  parseBase64url,
  parseToken,
  presentationToSign,
  type Seconds,
  shortSpaceId,
  visaToSign,
} from '@covisa/protocol';
import { nodeSignatureBackend } from '#node/adapters/ed25519-node.js';
import { systemRandom } from '#node/adapters/random-system.js';
import { visaOf, type WalletFile } from '#node/cli/wallet.js';
import type { Space } from './space.js';

const backend = nodeSignatureBackend();
/** The order of Ed25519's group, 2^252 + 27742317777372353535851937790883648493. */
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

/**
 * The other signature (64 bytes) that a careless verifier takes for the same one: S + L in place
 * of S.
 */
function plusOrder(signature: Uint8Array): Uint8Array {
  const forged = signature.slice();
  let carry = ORDER;
  for (let at = 32; at < 64; at++) {
    carry += BigInt(forged[at] ?? 0);
    forged[at] = Number(carry & 0xffn);
    carry >>= 8n;
  }
  return forged;
}

/** A fresh proof for a visa of this wallet, as its holder signs it. */
function proofOf(wallet: WalletFile, time: Seconds, host: Space) {
  const claims = {
    purpose: 'visit',
    time,
    host: shortSpaceId(host.id),
    nonce: systemRandom.bytes(8),
  } as const;
  const { number } = visaOf(wallet).visa.claims;
  const { payload, message } = presentationToSign(claims, wallet.home.space, number);
  return { payload, signature: backend.sign(parseBase64url(wallet.seed), message) };
}

/** The wallet's visa with another plan and a longer life, signed by a key of the forger's. */
export function forgedVisa(wallet: WalletFile, time: Seconds, host: Space): string {
  const { claims } = visaOf(wallet).visa;
  const better = { ...claims, plan: 'platinum', expiresAt: claims.expiresAt + 86_400 };
  const { payload, message } = visaToSign(better, wallet.home.space);
  const visa = assembleVisa(payload, backend.sign(systemRandom.bytes(32), message));
  const proof = proofOf(wallet, time, host);
  return encodeToken(visa, assembleProof(proof.payload, proof.signature));
}

/** A visa that was copied from a screen, with a proof by another phone's key. */
export function stolenVisa(wallet: WalletFile, time: Seconds, host: Space): string {
  const thief = { ...wallet, seed: Buffer.from(systemRandom.bytes(32)).toString('base64url') };
  const proof = proofOf(thief, time, host);
  return encodeToken(visaOf(wallet).bytes, assembleProof(proof.payload, proof.signature));
}

/** A good presentation with S + L in the proof's signature. */
export function proofPlusOrder(wallet: WalletFile, time: Seconds, host: Space): string {
  const proof = proofOf(wallet, time, host);
  return encodeToken(
    visaOf(wallet).bytes,
    assembleProof(proof.payload, plusOrder(proof.signature)),
  );
}

/** A good presentation with S + L in the visa's signature. */
export function visaPlusOrder(wallet: WalletFile, time: Seconds, host: Space): string {
  const { payload, signature } = visaOf(wallet).visa;
  const proof = proofOf(wallet, time, host);
  return encodeToken(
    assembleVisa(payload, plusOrder(signature)),
    assembleProof(proof.payload, proof.signature),
  );
}

/** The good token that the forgeries are changed from: what refuses them is the change. */
export function honest(wallet: WalletFile, time: Seconds, host: Space): string {
  const proof = proofOf(wallet, time, host);
  const token = encodeToken(visaOf(wallet).bytes, assembleProof(proof.payload, proof.signature));
  parseToken(token);
  return token;
}
